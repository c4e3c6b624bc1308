--TEST--
getScope() tells what has to change before the same can succeed, isTransient() whether time alone may do
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';
$names = array_flip((new ReflectionClass(SSMTPException::class))->getConstants());

function told(string $name, callable $call): void
{
	global $names;
	try {
		$call();
		echo "$name: nothing\n";
	} catch (SSMTPException $e) {
		echo "$name: ", $names[$e->getScope()], $e->isTransient() ? ', transient' : '', "\n";
	}
}
const MAIL = "C: MAIL *\nS: 250 ok\n";
const RCPT = "C: RCPT *\nS: 250 ok\n";
const RSET = "C: RSET\nS: 250 ok\nany\n";
$scripts = [
	'greeting 554' => ["S: 554 no service\nany\n"],
	'greeting 421' => ["S: 421 busy\nclose\n"],
	'EHLO 451' => ["S: 220 mx\nC: EHLO *\nS: 451 not now\nany\n"],
	'AUTH 535' => [smtp_greeting('AUTH PLAIN') . "C: AUTH *\nS: 535 5.7.8 no\nany\n"],
	'AUTH 454' => [smtp_greeting('AUTH PLAIN') . "C: AUTH *\nS: 454 4.7.0 later\nany\n"],
	'AUTH not offered' => [smtp_greeting('SIZE') . "any\n"],
	'MAIL 550' => [smtp_greeting('SIZE') . "C: MAIL *\nS: 550 5.7.1 not from you\n" . RSET, false],
	'MAIL 530' => [smtp_greeting('SIZE') . "C: MAIL *\nS: 530 5.7.0 log in\n" . RSET, false],
	'MAIL 452 4.3.1' => [smtp_greeting('SIZE') . "C: MAIL *\nS: 452 4.3.1 no room\n" . RSET, false],
	'MAIL 552 5.3.4' => [smtp_greeting('SIZE') . "C: MAIL *\nS: 552 5.3.4 too big\n" . RSET, false],
	'MAIL 421' => [smtp_greeting('SIZE') . "C: MAIL *\nS: 421 4.3.2 bye\nclose\n", false],
	'RCPT 550' => [smtp_greeting('SIZE') . MAIL . "C: RCPT *\nS: 550 5.1.1 nobody\n" . RSET, false],
	'RCPT 450' => [smtp_greeting('SIZE') . MAIL . "C: RCPT *\nS: 450 4.2.1 busy\n" . RSET, false],
	'RCPT 550 5.1.8' => [smtp_greeting('SIZE') . MAIL . "C: RCPT *\nS: 550 5.1.8 bad sender\n" . RSET, false],
	'DATA 554' => [smtp_greeting('SIZE') . MAIL . RCPT . "C: DATA\nS: 554 no\n" . RSET, false],
	'message 554' => [smtp_greeting('SIZE') . MAIL . RCPT . "C: DATA\nS: 354 go\ndata\nS: 554 5.6.0 spam\n" . RSET, false],
	'message 451' => [smtp_greeting('SIZE') . MAIL . RCPT . "C: DATA\nS: 354 go\ndata\nS: 451 4.3.0 later\n" . RSET, false],
	'out of step' => [smtp_greeting('SIZE') . "C: MAIL *\nS: 354 what\nany\n", false],
	'no reply' => [smtp_greeting('SIZE') . "C: MAIL *\nS: what\nany\n", false],
	'closed' => [smtp_greeting('SIZE') . "C: MAIL *\nclose\n", false],
];
foreach ($scripts as $name => $script) {
	$m = client($server = smtp_server($script[0]));
	if ($script[1] ?? true) {
		$m->setUser('user')->setPassword('secret')->setAuthMechanism(SSMTP::AM_SASLPLAIN);
	}
	told($name, fn () => $m->doSend());
}
told('refused', fn () => client()->setMailServer('127.0.0.1')->setMailPort(1)->doSend());
told('no MailServer', fn () => client()->setMailServer('')->doSend());
told('no From', fn () => client()->setFrom('')->doSend());
told('a bad value', fn () => client()->setMailPort(-1));
told('a file', fn () => client()->doQueue('/nonexistent/folder'));
?>
--EXPECT--
greeting 554: SERVER
greeting 421: SERVER, transient
EHLO 451: SERVER, transient
AUTH 535: LOGIN
AUTH 454: LOGIN, transient
AUTH not offered: LOGIN
MAIL 550: MESSAGE
MAIL 530: LOGIN
MAIL 452 4.3.1: SERVER, transient
MAIL 552 5.3.4: MESSAGE
MAIL 421: SERVER, transient
RCPT 550: RECIPIENT
RCPT 450: RECIPIENT, transient
RCPT 550 5.1.8: MESSAGE
DATA 554: MESSAGE
message 554: MESSAGE
message 451: SERVER, transient
out of step: SERVER
no reply: SERVER
closed: CONNECTION, transient
refused: CONNECTION, transient
no MailServer: LOCAL
no From: MESSAGE
a bad value: LOCAL
a file: LOCAL
