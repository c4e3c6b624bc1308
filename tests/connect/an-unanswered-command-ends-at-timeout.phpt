--TEST--
An unanswered command ends with 201 at Timeout and closes the connection
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

by_both_interfaces(function (callable $do, string $interface) {
	$server = smtp_server("S: 220 mx.example.com ready\nC: EHLO *\nS: 250 mx.example.com\nC: NOOP\nany\n");
	$m = client($server);
	$do($m, 'Connect');
	$m->setTimeout(1);
	$begin = hrtime(true);
	echo "$interface: ", $do($m, 'SendCommand', 'NOOP'), ' ', $m->lastErrorCode(), ' ', $m->getConnected() ? 'connected' : 'closed';
	$seconds = (hrtime(true) - $begin) / 1e9;
	echo $seconds >= 0.9 && $seconds < 20 ? "\n" : " after $seconds s\n";
	echo $server->wait();
});
?>
--EXPECT--
class: 201 201 closed
S: 220 mx.example.com ready
C: EHLO client.example.org
S: 250 mx.example.com
C: NOOP
(client closed)
functions: 201 201 closed
S: 220 mx.example.com ready
C: EHLO client.example.org
S: 250 mx.example.com
C: NOOP
(client closed)
