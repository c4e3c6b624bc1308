--TEST--
Expand fires once a line, Verify takes 250 to 252, SendCommand judges nothing; each connects when it must
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

by_both_interfaces(function (callable $do, string $interface) {
	echo "$interface\n";
	$server = smtp_server(smtp_greeting() . <<<'SCRIPT'
		C: EXPN staff
		S: 250-Ann Example <ann@example.com>
		S: 250-<bob@example.com>
		S: 250 "Carol, C" <carol@example.com>
		C: QUIT
		S: 221 bye
		eof
		accept

		SCRIPT . smtp_greeting() . <<<'SCRIPT'
		C: EXPN nobody
		S: 550 5.1.1 no such list
		C: VRFY ann
		S: 250 Ann <ann@example.com>
		C: VRFY bob
		S: 251 forwarded to <bob@example.net>
		C: VRFY carol
		S: 252 cannot tell
		C: VRFY dave
		S: 253-is success
		S: 253 nowhere
		C: VRFY eve
		S: 553 ambiguous
		C: noop  as it is
		S: 250-first
		S: 250 second
		C: BOGUS
		S: 500 what?
		C: DATA
		S: 354 go ahead
		C: one line
		S: 451 no

		SCRIPT . SMTP_QUIT);
	$m = client($server);
	$m->on('Expand', function (array $param) { echo '  ', json_encode($param), "\n"; });
	echo $do($m, 'Expand', 'staff'), ' ', $m->getConnected() ? 'connected' : 'closed', ' ', json_encode($m->getLastReply()), "\n";
	echo $do($m, 'Connect'), "\n";
	echo $do($m, 'Expand', 'nobody'), ' ', $m->lastError(), ' ', $m->getConnected() ? 'connected' : 'closed', "\n";
	foreach (['ann', 'bob', 'carol', 'dave', 'eve'] as $name) {
		echo $do($m, 'Verify', $name), ' ', json_encode($m->getLastReply()), "\n";
	}
	foreach (['noop  as it is', 'BOGUS', 'DATA', 'one line'] as $command) {
		echo $do($m, 'SendCommand', $command), ' ', json_encode($m->getLastReply()), "\n";
	}
	foreach (['Expand', 'Verify', 'SendCommand'] as $method) {
		foreach (['', "x\r\nRSET", "x\ny", "x\0", "x\x7f"] as $argument) {
			echo $do($m, $method, $argument), ' ';
		}
	}
	echo "\n", $do($m, 'Disconnect'), ' ', $do($m, 'SendCommand', 'NOOP'), "\n";
	$m->setMailServer('');
	echo $do($m, 'Expand', 'x'), ' ', $do($m, 'Verify', 'x'), "\n";
	echo preg_match('/^!!.*/m', $server->wait(), $match) ? $match[0] : 'as in the script', "\n";
});
?>
--EXPECT--
class
  {"address":"Ann Example <ann@example.com>"}
  {"address":"<bob@example.com>"}
  {"address":"\"Carol, C\" <carol@example.com>"}
0 closed "250-Ann Example <ann@example.com>\r\n250-<bob@example.com>\r\n250 \"Carol, C\" <carol@example.com>"
0
161 SMTP protocol error: 550 5.1.1 no such list connected
0 "250 Ann <ann@example.com>"
0 "251 forwarded to <bob@example.net>"
0 "252 cannot tell"
161 "253-is success\r\n253 nowhere"
161 "553 ambiguous"
0 "250-first\r\n250 second"
0 "500 what?"
0 "354 go ahead"
0 "451 no"
10022 10022 10022 10022 10022 10022 10022 10022 10022 10022 10022 10022 10022 10022 10022 
0 1117
163 163
as in the script
functions
  {"address":"Ann Example <ann@example.com>"}
  {"address":"<bob@example.com>"}
  {"address":"\"Carol, C\" <carol@example.com>"}
0 closed "250-Ann Example <ann@example.com>\r\n250-<bob@example.com>\r\n250 \"Carol, C\" <carol@example.com>"
0
161 SMTP protocol error: 550 5.1.1 no such list connected
0 "250 Ann <ann@example.com>"
0 "251 forwarded to <bob@example.net>"
0 "252 cannot tell"
161 "253-is success\r\n253 nowhere"
161 "553 ambiguous"
0 "250-first\r\n250 second"
0 "500 what?"
0 "354 go ahead"
0 "451 no"
10022 10022 10022 10022 10022 10022 10022 10022 10022 10022 10022 10022 10022 10022 10022 
0 1117
163 163
as in the script
