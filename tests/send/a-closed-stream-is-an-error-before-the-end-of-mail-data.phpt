--TEST--
A stream that PHP closed before it was sent is error 302, and nothing is delivered
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

by_both_interfaces(function (callable $do, string $interface) {
	$server = smtp_server(smtp_greeting() . "C: MAIL*\nS: 250 ok\nC: RCPT*\nS: 250 ok\nC: DATA\nS: 354 go ahead\nany\n");
	$m = client($server);
	$stream = fopen(__FILE__, 'r');
	$do($m, 'SetMessageStream', $stream);
	fclose($stream);
	echo "$interface: ", $do($m, 'Send'), ' ', $m->lastError(), "\n";
	unset($m);
	$server->wait();
	echo $server->messages(), " messages\n";
});
?>
--EXPECT--
class: 302 The message stream was closed before it was sent.
0 messages
functions: 302 The message stream was closed before it was sent.
0 messages
