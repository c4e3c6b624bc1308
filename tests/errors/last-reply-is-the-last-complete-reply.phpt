--TEST--
LastReply is the last complete reply, its lines joined by CRLF, and a refusal outlives the RSET behind it
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

by_both_interfaces(function (callable $do, string $interface) {
	echo "$interface\n";
	$server = smtp_server("S: 220-mx.example.com\nS: 220 ready\nC: EHLO *\nS: 250-mx.example.com\nS: 250-\nS: 250  HELP\n" . <<<'SCRIPT'
		C: MAIL FROM:<*>
		S: 250 2.1.0 ok
		C: RCPT TO:<*>
		S: 452-4.3.1 first
		S: 452 4.3.1 second
		C: RSET
		S: 250 2.0.0 reset
		C: NOOP
		S: 250
		C: NOOP
		S: 250-one
		raw 250
		close
		accept
		S: 554 go away
		C: QUIT
		S: 221 bye
		accept
		S: 220 ready
		C: EHLO *
		close

		SCRIPT);
	$m = client($server);
	$show = function (string $what, int $code) use ($m) { echo "$what $code ", json_encode($m->getLastReply()), "\n"; };
	$show('new', 0);
	$show('Connect', $do($m, 'Connect'));
	$show('Send', $do($m, 'Send'));
	$show('NOOP', $do($m, 'SendCommand', 'NOOP'));
	$show('cut', $do($m, 'SendCommand', 'NOOP'));
	$show('Connect', $do($m, 'Connect'));
	$show('Connect', $do($m, 'Connect'));
	$m->setMailPort(1);
	$show('Connect', $do($m, 'Connect'));
	echo preg_match('/^!!.*/m', $server->wait(), $match) ? $match[0] : 'as in the script', "\n";
});
?>
--EXPECT--
class
new 0 ""
Connect 0 "250-mx.example.com\r\n250-\r\n250  HELP"
Send 161 "452-4.3.1 first\r\n452 4.3.1 second"
NOOP 0 "250"
cut 1120 "250"
Connect 161 "554 go away"
Connect 1120 "220 ready"
Connect 10061 ""
as in the script
functions
new 0 ""
Connect 0 "250-mx.example.com\r\n250-\r\n250  HELP"
Send 161 "452-4.3.1 first\r\n452 4.3.1 second"
NOOP 0 "250"
cut 1120 "250"
Connect 161 "554 go away"
Connect 1120 "220 ready"
Connect 10061 ""
as in the script
