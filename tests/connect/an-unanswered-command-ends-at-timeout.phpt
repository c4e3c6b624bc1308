--TEST--
An unanswered command ends with 201 at Timeout and closes the connection
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

by_both_interfaces(function (callable $do, string $interface) {
	$server = smtp_server("S: 220 mx.example.com ready\nC: EHLO *\nany\n");
	$m = client($server);
	$m->setTimeout(1);
	$begin = hrtime(true);
	echo "$interface: ", $do($m, 'Connect'), ' ', $m->lastErrorCode(), ' ', $m->getConnected() ? 'connected' : 'closed';
	$seconds = (hrtime(true) - $begin) / 1e9;
	echo $seconds >= 0.9 && $seconds < 8 ? "\n" : " after $seconds s\n";
	echo $server->wait();
});
?>
--EXPECT--
class: 201 201 closed
S: 220 mx.example.com ready
C: EHLO client.example.org
(client closed)
functions: 201 201 closed
S: 220 mx.example.com ready
C: EHLO client.example.org
(client closed)
