--TEST--
What was said in secret is masked wherever a server says it back: trail, exception, LastReply, events, delivery report
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/auth.inc';
const PASSWORD = 'correct horse battery';
$plain = base64_encode("\0user@example.org\0" . PASSWORD);
$login = base64_encode(PASSWORD);
/* Another Base64 of it, and the beginning of the first only. */
$other = base64_encode('x: ' . PASSWORD . '!');
$cut = substr($plain, 0, -6);

/** The secret, or more than three octets of it, in any form. */
function leaks(string $text): array
{
	$leaks = [];
	$decoded = '';
	preg_match_all('~[A-Za-z0-9+/]{8,}=*~', $text, $match);
	foreach ($match[0] as $word) {
		for ($i = 0; $i < 4; $i++) {
			$decoded .= "\n" . base64_decode(substr($word, $i), false);
		}
	}
	for ($i = 0; $i + 6 <= strlen(PASSWORD); $i++) {
		$piece = substr(PASSWORD, $i, 6);
		if (str_contains($text, $piece) || str_contains($decoded, $piece)) {
			$leaks[] = $piece;
		}
	}
	return $leaks;
}

function shown(string $name, string $script, string $mechanism = 'PLAIN', ?callable $call = null, string $offer = ''): void
{
	$server = smtp_server(smtp_greeting('AUTH ' . ($offer ?: ($mechanism === 'USER_PASSWORD' ? 'LOGIN' : $mechanism))) . $script);
	$m = auth_client($server, $mechanism)->setPassword(PASSWORD);
	$m->doConfig('StopOnToErrors=False');
	$all = '';
	foreach (['PITrail', 'ConnectionStatus', 'Error', 'Expand'] as $event) {
		$m->on($event, function (array $param) use (&$all) {
			$all .= implode("\n", $param) . "\n";
		});
	}
	try {
		$call === null ? $m->doSend() : $call($m);
		$result = 'ok';
	} catch (SSMTPException $e) {
		$result = $e->getMessage();
		$all .= $e->getMessage() . $m->lastError();
	}
	$all .= $m->getLastReply() . print_r($m->getDeliveryReport(), true);
	$leaks = leaks($all);
	echo "$name: ", $leaks === [] ? 'masked' : 'shown: ' . implode('|', $leaks) . "\n$all", str_contains($all, '*****') ? '' : ', no stars', "\n";
	if (str_starts_with($name, '!')) {
		echo "  $result\n";
	}
	$m->getConnected() && outcome(fn () => $m->doDisconnect());
	echo str_contains($server->wait(), '!!') ? $server->wait() : '';
}

$in = "C: AUTH PLAIN *\nS: 235 in\n";
shown('! AUTH echoed', "C: AUTH PLAIN *\nS: 500 5.5.1 unknown: AUTH PLAIN $plain\n" . SMTP_QUIT);
shown('! AUTH cut off', "C: AUTH PLAIN *\nS: 500 5.5.6 too long: AUTH PLAIN $cut\n" . SMTP_QUIT);
shown('in words', "C: AUTH PLAIN *\nS: 535-5.7.8 no\nS: 535 5.7.8 user@example.org with " . PASSWORD . " is nobody\n" . SMTP_QUIT);
shown('encoded anew', "C: AUTH PLAIN *\nS: 535 5.7.8 no $other\n" . SMTP_QUIT);
shown('with 235', "C: AUTH PLAIN *\nS: 235 welcome " . PASSWORD . "\n" . smtp_transaction() . SMTP_QUIT);
shown('not a reply', "C: AUTH PLAIN *\nS: AUTH PLAIN $plain\nany\n");
shown('before a code', "C: AUTH PLAIN *\nS: 535-no\nS: " . PASSWORD . "\nany\n");
shown('unasked', "C: AUTH PLAIN *\nS: 334 " . base64_encode(PASSWORD) . "\nC: *\nS: 501 $plain\n" . SMTP_QUIT);
shown('LOGIN', "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: *\nS: 334 UGFzc3dvcmQ6\nC: *\nS: 535 5.7.8 $login\n" . SMTP_QUIT, 'USER_PASSWORD');
shown('XOAUTH2 in JSON', "C: AUTH XOAUTH2 *\nS: 334 " . base64_encode('{"status":"400","hint":"' . PASSWORD . '"}') . "\nC: \nS: 535 no\n" . SMTP_QUIT, 'XOAUTH2');
shown('at MAIL', $in . "C: MAIL *\nS: 550 5.7.1 $plain\n" . SMTP_QUIT);
shown('at RCPT', $in . "C: MAIL *\nS: 250 ok\nC: RCPT *\nS: 550 5.1.1 " . PASSWORD . "\nC: RSET\nS: 250 ok\n" . SMTP_QUIT);
shown('in the queue id', $in . "C: MAIL *\nS: 250 ok\nC: RCPT *\nS: 250 ok\nC: DATA\nS: 354 go\ndata\nS: 250 2.0.0 Ok: queued as $plain\n" . SMTP_QUIT);
shown('421', $in . "C: MAIL *\nS: 421 4.7.0 $plain\nclose\n");
shown('EXPN', $in . "C: EXPN list\nS: 250-first\nS: 250 " . PASSWORD . " <a@example.org>\n" . SMTP_QUIT, 'PLAIN', function (SSMTP $m) {
	$m->doConnect();
	$m->doExpand('list');
});
foreach (['AUTH PLAIN', ' AUTH PLAIN', "  auth  plain", 'X-EXPS PLAIN'] as $command) {
	shown("typed '$command'", "C: *\nS: 500 unknown: AUTH PLAIN $plain\n" . SMTP_QUIT,
		'PLAIN', function (SSMTP $m) use ($command, $plain) {
			$m->setUser('');
			$m->doConnect();
			$m->setCommand("$command $plain");
		});
}
shown('typed, in steps', "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: *\nS: 334 UGFzc3dvcmQ6\nC: *\nS: 535 no: $login\n" . SMTP_QUIT, 'PLAIN', function (SSMTP $m) use ($login) {
	$m->setUser('');
	$m->doConnect();
	$m->setCommand('AUTH LOGIN');
	$m->setCommand(base64_encode('user@example.org'));
	$m->setCommand($login);
});
?>
--EXPECT--
! AUTH echoed: masked
  161: SMTP protocol error: 500 5.5.1 unknown: AUTH PLAIN ***** (reply to AUTH PLAIN)
! AUTH cut off: masked
  161: SMTP protocol error: 500 5.5.6 too long: AUTH PLAIN ***** (reply to AUTH PLAIN)
in words: masked
encoded anew: masked
with 235: masked
not a reply: masked
before a code: masked
unasked: masked
LOGIN: masked
XOAUTH2 in JSON: masked
at MAIL: masked
at RCPT: masked
in the queue id: masked
421: masked
EXPN: masked
typed 'AUTH PLAIN': masked
typed ' AUTH PLAIN': masked
typed '  auth  plain': masked
typed 'X-EXPS PLAIN': masked
typed, in steps: masked
