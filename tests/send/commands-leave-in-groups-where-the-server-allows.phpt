--TEST--
With PIPELINING the commands leave as decision 15 says: DATA waits only where a refusal would stop the message
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

/* A server that answers late shows what came in one group: everything up to the
 * delay must have been sent before the first reply. */
const GROUP = "C: MAIL FROM:<*>\nC: RCPT TO:<a@example.com>\nC: RCPT TO:<b@example.com>\nC: DATA\ndelay 20\nS: 250 ok\nS: 250 ok\nS: 250 ok\nS: 354 go\ndata\nS: 250 done\n";
const WAITS = "C: MAIL FROM:<*>\nC: RCPT TO:<a@example.com>\nC: RCPT TO:<b@example.com>\nS: 250 ok\nS: 250 ok\nS: 250 ok\nC: DATA\nS: 354 go\ndata\nS: 250 done\n";
const ONE = "C: MAIL FROM:<*>\nC: RCPT TO:<a@example.com>\nC: DATA\nS: 250 ok\nS: 250 ok\nS: 354 go\ndata\nS: 250 done\n";
const PLAIN = "C: MAIL FROM:<*>\nS: 250 ok\nC: RCPT TO:<a@example.com>\nS: 250 ok\nC: DATA\nS: 354 go\ndata\nS: 250 done\n";
/* A transaction of a raw command. */
const BEGUN = "C: MAIL FROM:<x@example.org>\nS: 250 ok\n";
const RSET = "C: RSET\nS: 250 reset\n";

function attempt(string $name, callable $do, string $capability, string $to, string $script, array $config = [], bool $begun = false): void
{
	$server = smtp_server(smtp_greeting($capability) . $script . SMTP_QUIT);
	$m = client($server);
	$m->setSendTo($to);
	array_map($m->doConfig(...), $config);
	if ($begun) {
		$m->doConnect();
		$m->doSendCommand('MAIL FROM:<x@example.org>');
	}
	echo "$name: ", $do($m, 'Send'), ' ', $m->lastError();
	$m->doDisconnect();
	echo ' ', $server->messages(), " message\n", preg_match('/^!!.*/m', $server->wait(), $match) ? "$match[0]\n" : '';
}

by_both_interfaces(function (callable $do, string $interface) {
	$both = 'a@example.com, b@example.com';
	echo "$interface\n";
	attempt('one recipient', $do, 'PIPELINING', 'a@example.com', ONE);
	attempt('one recipient, no PIPELINING', $do, 'HELP', 'a@example.com', PLAIN);
	attempt('a refusal would stop', $do, 'PIPELINING', $both, WAITS);
	attempt('a refusal would not stop', $do, 'PIPELINING', $both, GROUP, ['StopOnToErrors=False']);
	attempt('no RSET where no transaction can be open', $do, 'PIPELINING', 'a@example.com', ONE, ['SendRSET=True']);
	attempt('RSET leads the group', $do, 'PIPELINING', 'a@example.com', BEGUN . "C: RSET\n" . str_replace("DATA\nS:", "DATA\nS: 250 reset\nS:", ONE), ['SendRSET=True'], true);
	attempt('SendRSET refused is ignored', $do, 'HELP', 'a@example.com', BEGUN . "C: RSET\nS: 500 what?\n" . PLAIN, ['SendRSET=True'], true);
	attempt('only recipient refused', $do, 'PIPELINING', 'a@example.com',
		"C: MAIL FROM:<*>\nC: RCPT TO:<a@example.com>\nC: DATA\nS: 250 ok\nS: 550 no\nS: 503 no recipients\n" . RSET);
	attempt('only recipient refused, 354 all the same', $do, 'PIPELINING', 'a@example.com',
		"C: MAIL FROM:<*>\nC: RCPT TO:<a@example.com>\nC: DATA\nS: 250 ok\nS: 550 no\nS: 354 go\nC: .\nS: 554 no recipients\n");
	attempt('only recipient refused, an empty message taken', $do, 'PIPELINING', 'a@example.com',
		"C: MAIL FROM:<*>\nC: RCPT TO:<a@example.com>\nC: DATA\nS: 250 ok\nS: 550 no\nS: 354 go\nC: .\nS: 250 done\n");
	attempt('sender refused', $do, 'PIPELINING', 'a@example.com',
		"C: MAIL FROM:<*>\nC: RCPT TO:<a@example.com>\nC: DATA\nS: 550 not you\nS: 503 no\nS: 503 no\n");
	attempt('one of two refused, the other delivered', $do, 'PIPELINING', $both,
		str_replace("S: 250 ok\nS: 250 ok\nS: 250 ok\nS: 354", "S: 250 ok\nS: 550 no\nS: 250 ok\nS: 354", GROUP), ['StopOnToErrors=False']);
	attempt('a reply too many', $do, 'PIPELINING', 'a@example.com',
		"C: MAIL FROM:<*>\nC: RCPT TO:<a@example.com>\nC: DATA\nraw 250 ok\\r\\n250 ok\\r\\n354 go\\r\\n250 done\\r\\n\nany\n");
});
?>
--EXPECT--
class
one recipient: 0  1 message
one recipient, no PIPELINING: 0  1 message
a refusal would stop: 0  1 message
a refusal would not stop: 0  1 message
no RSET where no transaction can be open: 0  1 message
RSET leads the group: 0  1 message
SendRSET refused is ignored: 0  1 message
only recipient refused: 161 SMTP protocol error: 550 no (reply to RCPT TO:<a@example.com>) 0 message
only recipient refused, 354 all the same: 161 SMTP protocol error: 550 no (reply to RCPT TO:<a@example.com>) 0 message
only recipient refused, an empty message taken: 161 SMTP protocol error: 550 no (reply to RCPT TO:<a@example.com>) 0 message
sender refused: 161 SMTP protocol error: 550 not you (reply to MAIL FROM:<sender@example.org>) 0 message
one of two refused, the other delivered: 0  1 message
a reply too many: 161 SMTP protocol error: octets nobody asked for behind a reply. 0 message
!! the client closed instead of: QUIT
functions
one recipient: 0  1 message
one recipient, no PIPELINING: 0  1 message
a refusal would stop: 0  1 message
a refusal would not stop: 0  1 message
no RSET where no transaction can be open: 0  1 message
RSET leads the group: 0  1 message
SendRSET refused is ignored: 0  1 message
only recipient refused: 161 SMTP protocol error: 550 no (reply to RCPT TO:<a@example.com>) 0 message
only recipient refused, 354 all the same: 161 SMTP protocol error: 550 no (reply to RCPT TO:<a@example.com>) 0 message
only recipient refused, an empty message taken: 161 SMTP protocol error: 550 no (reply to RCPT TO:<a@example.com>) 0 message
sender refused: 161 SMTP protocol error: 550 not you (reply to MAIL FROM:<sender@example.org>) 0 message
one of two refused, the other delivered: 0  1 message
a reply too many: 161 SMTP protocol error: octets nobody asked for behind a reply. 0 message
!! the client closed instead of: QUIT
