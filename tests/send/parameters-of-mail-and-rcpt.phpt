--TEST--
SIZE, 8BITMIME and DSN parameters are sent only where they are offered, and a message that is too large is not begun
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

function attempt(string $name, array $capabilities, callable $prepare, string $script = ''): void
{
	$server = smtp_server(smtp_greeting(...$capabilities) . ($script ?: "C: MAIL FROM:*\nS: 250 ok\nC: RCPT TO:*\nS: 250 ok\nC: DATA\nS: 354 go\ndata\nS: 250 done\n") . SMTP_QUIT);
	$m = client($server);
	$m->setMessageDate('')->setMessageId('');
	$prepare($m);
	echo "$name: ", $outcome = outcome(fn () => $m->doSend()), ' ', $m->getConnected() ? 'still connected' : 'closed', "\n";
	/* Refused before anything was connected. */
	if (str_starts_with($outcome, '10022')) {
		return;
	}
	$m->doDisconnect();
	echo preg_replace('/^(?!C: (MAIL|RCPT)|!!|\(mail).*\n/m', '', $server->wait());
}

$eight = fn ($m) => $m->setMessageText("Gr\u{fc}\u{df}e\r\n");
attempt('SIZE', ['SIZE 1000'], fn ($m) => null);
attempt('SIZE without a number', ['SIZE'], fn ($m) => null);
attempt('SIZE 0', ['SIZE 0'], fn ($m) => null);
attempt('too large', ['SIZE 1000'], fn ($m) => $m->setMessageText(str_repeat("0123456789\r\n", 100)), "\n");
attempt('SIZE with nonsense', ['SIZE 12x'], fn ($m) => null);
attempt('SIZE beyond 64 bits', ['SIZE 99999999999999999999999999'], fn ($m) => null);
attempt('no SIZE', ['HELP'], fn ($m) => $m->setMessageText(str_repeat("0123456789\r\n", 100)));
attempt('8-bit text', ['8BITMIME'], $eight);
attempt('8-bit text, not offered', ['HELP'], $eight);
attempt('7-bit text', ['8BITMIME'], fn ($m) => null);
$dsn = fn (string $options) => fn ($m) => $m->setMessageRecipientOptions(0, $options);
attempt('NOTIFY', ['DSN'], $dsn('NOTIFY=SUCCESS,FAILURE,DELAY'));
attempt('NOTIFY as documented', ['DSN'], $dsn('NOTIFY SUCCESS,FAILURE,DELAY'));
attempt('NOTIFY and ORCPT', ['DSN'], $dsn('NOTIFY=NEVER ORCPT=rfc822;bob+2Bx@example.com'));
attempt('lower case', ['dsn'], $dsn('notify=never'));
attempt('DSN not offered', ['HELP'], $dsn('NOTIFY=NEVER ORCPT=rfc822;bob@example.com X=1'));
attempt('DSN not offered, asked for', ['HELP'], fn ($m) => $m->doConfig('MissingExtension=Error') ?: $dsn('NOTIFY=NEVER')($m), "\n");
foreach (['NOTIFY=NEVER>', 'NOTIFY= NEVER', '=x', 'A B=C', 'NOTIFY=a=b', "X=\u{fc}", 'NOTIFY=NEVER  X=1', '<x>', 'X', ' NOTIFY=NEVER '] as $options) {
	attempt($options, ['DSN'], $dsn($options));
}
foreach (["NOTIFY=NEVER\r\nDATA", "X=\0", "X=\x7f", "X=\t"] as $options) {
	echo json_encode($options), ' ', code(fn () => client()->setMessageRecipientOptions(0, $options)), "\n";
}
attempt('null sender', [], fn ($m) => $m->setReturnPath('<>'));
attempt('ReturnPath', [], fn ($m) => $m->setReturnPath('"Bounces" <bounces@example.org>'));
attempt('first of From', [], fn ($m) => $m->setFrom('Ann <ann@example.org>, Bob <bob@example.org>')->setOtherHeaders('Sender: bob@example.org'));
attempt('a mailbox without domain', [], fn ($m) => $m->setSendTo('postmaster'));
?>
--EXPECT--
SIZE: ok closed
C: MAIL FROM:<sender@example.org> SIZE=77
C: RCPT TO:<recipient@example.com>
(mail data)
SIZE without a number: ok closed
C: MAIL FROM:<sender@example.org> SIZE=77
C: RCPT TO:<recipient@example.com>
(mail data)
SIZE 0: ok closed
C: MAIL FROM:<sender@example.org> SIZE=77
C: RCPT TO:<recipient@example.com>
(mail data)
too large: 161: SMTP protocol error: the message has 1270 octets, the server takes no more than 1000 (SIZE). still connected
SIZE with nonsense: ok closed
C: MAIL FROM:<sender@example.org> SIZE=77
C: RCPT TO:<recipient@example.com>
(mail data)
SIZE beyond 64 bits: ok closed
C: MAIL FROM:<sender@example.org> SIZE=77
C: RCPT TO:<recipient@example.com>
(mail data)
no SIZE: ok closed
C: MAIL FROM:<sender@example.org>
C: RCPT TO:<recipient@example.com>
(mail data)
8-bit text: ok closed
C: MAIL FROM:<sender@example.org> BODY=8BITMIME
C: RCPT TO:<recipient@example.com>
(mail data)
8-bit text, not offered: ok closed
C: MAIL FROM:<sender@example.org>
C: RCPT TO:<recipient@example.com>
(mail data)
7-bit text: ok closed
C: MAIL FROM:<sender@example.org>
C: RCPT TO:<recipient@example.com>
(mail data)
NOTIFY: ok closed
C: MAIL FROM:<sender@example.org>
C: RCPT TO:<recipient@example.com> NOTIFY=SUCCESS,FAILURE,DELAY
(mail data)
NOTIFY as documented: ok closed
C: MAIL FROM:<sender@example.org>
C: RCPT TO:<recipient@example.com> NOTIFY=SUCCESS,FAILURE,DELAY
(mail data)
NOTIFY and ORCPT: ok closed
C: MAIL FROM:<sender@example.org>
C: RCPT TO:<recipient@example.com> NOTIFY=NEVER ORCPT=rfc822;bob+2Bx@example.com
(mail data)
lower case: ok closed
C: MAIL FROM:<sender@example.org>
C: RCPT TO:<recipient@example.com> notify=never
(mail data)
DSN not offered: ok closed
C: MAIL FROM:<sender@example.org>
C: RCPT TO:<recipient@example.com> X=1
(mail data)
DSN not offered, asked for: 211: MessageRecipientOptions need DSN (RFC 3461), which the server does not offer: leave them out, or set Config MissingExtension=Drop. still connected
NOTIFY=NEVER>: ok closed
C: MAIL FROM:<sender@example.org>
C: RCPT TO:<recipient@example.com> NOTIFY=NEVER>
(mail data)
NOTIFY= NEVER: 10022: "NOTIFY= NEVER" are not parameters of MAIL or RCPT (RFC 5321 4.1.2). closed
=x: 10022: "=x" are not parameters of MAIL or RCPT (RFC 5321 4.1.2). closed
A B=C: ok closed
C: MAIL FROM:<sender@example.org>
C: RCPT TO:<recipient@example.com> A B=C
(mail data)
NOTIFY=a=b: 10022: "NOTIFY=a=b" are not parameters of MAIL or RCPT (RFC 5321 4.1.2). closed
X=ü: 10022: "X=ü" are not parameters of MAIL or RCPT (RFC 5321 4.1.2). closed
NOTIFY=NEVER  X=1: 10022: "NOTIFY=NEVER  X=1" are not parameters of MAIL or RCPT (RFC 5321 4.1.2). closed
<x>: 10022: "<x>" are not parameters of MAIL or RCPT (RFC 5321 4.1.2). closed
X: ok closed
C: MAIL FROM:<sender@example.org>
C: RCPT TO:<recipient@example.com> X
(mail data)
 NOTIFY=NEVER : 10022: " NOTIFY=NEVER " are not parameters of MAIL or RCPT (RFC 5321 4.1.2). closed
"NOTIFY=NEVER\r\nDATA" 10022
"X=\u0000" 10022
"X=" 10022
"X=\t" 0
null sender: ok closed
C: MAIL FROM:<>
C: RCPT TO:<recipient@example.com>
(mail data)
ReturnPath: ok closed
C: MAIL FROM:<bounces@example.org>
C: RCPT TO:<recipient@example.com>
(mail data)
first of From: ok closed
C: MAIL FROM:<ann@example.org>
C: RCPT TO:<recipient@example.com>
(mail data)
a mailbox without domain: ok closed
C: MAIL FROM:<sender@example.org>
C: RCPT TO:<postmaster>
(mail data)
