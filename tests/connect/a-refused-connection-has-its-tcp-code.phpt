--TEST--
A refused connection has its TCP/IP code, connecting twice 104, and addresses are fixed while connected
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

/* A port that was free a moment ago. */
$socket = stream_socket_server('tcp://127.0.0.1:0');
$port = (int) substr(strrchr(stream_socket_get_name($socket, false), ':'), 1);
fclose($socket);

by_both_interfaces(function (callable $do, string $interface) use ($port) {
	echo "$interface\n";
	$m = client();
	$m->setMailPort($port);
	echo $do($m, 'Connect'), ' ', $m->lastError(), "\n";
	$m->setMailPort(0);
	echo $do($m, 'Connect'), "\n";
	$m->setMailServer('');
	echo $do($m, 'Connect'), "\n";

	$server = smtp_server(smtp_greeting() . SMTP_QUIT);
	client($server, $m);
	echo $do($m, 'Connect'), ' ', $do($m, 'Connect'), ' ', $m->getConnected() ? 'connected' : 'closed', "\n";
	echo code(fn () => $m->setMailPort(26)), ' ', code(fn () => $m->setMailServer('x')), ' ', code(fn () => $m->setLocalHost('x')), ' ',
		code(fn () => $m->setFirewallHost('x')), ' ', ssmtp_set($m, 27, 26), "\n";
	echo $do($m, 'Disconnect'), ' ', $do($m, 'Disconnect'), ' ', $m->getConnected() ? 'connected' : 'closed', "\n";
	echo $server->wait();
});
?>
--EXPECTF--
class
10061 [10061] Connection refused. (connecting to 127.0.0.1 port %d)
116
163
0 104 connected
100 101 107 211 100
0 0 closed
S: 220 mx.example.com ready
C: EHLO client.example.org
S: 250 mx.example.com
C: QUIT
S: 221 2.0.0 bye
(client closed)
functions
10061 [10061] Connection refused. (connecting to 127.0.0.1 port %d)
116
163
0 104 connected
100 101 107 211 100
0 0 closed
S: 220 mx.example.com ready
C: EHLO client.example.org
S: 250 mx.example.com
C: QUIT
S: 221 2.0.0 bye
(client closed)
