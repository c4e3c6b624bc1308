--TEST--
LocalHost and LocalPort bind the connection, tell it while connected, and are fixed until it ends
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

by_both_interfaces(function (callable $do, string $interface) {
	echo "$interface\n";
	$m = client($server = smtp_server(str_repeat(smtp_greeting() . SMTP_QUIT . "accept\n", 2) . smtp_greeting() . SMTP_QUIT));
	var_dump($m->getLocalHost() === gethostname(), $m->doConfig('LocalPort'));
	$m->setLocalHost('127.0.0.2');
	echo $do($m, 'Connect'), ' ', $m->getLocalHost(), ' ', $m->doConfig('LocalHost'), ' ', $m->doConfig('LocalPort') > 1023 ? 'a port' : 'no port', "\n";
	echo code(fn () => $m->setLocalHost('127.0.0.1')), code(fn () => $m->doConfig('LocalHost=127.0.0.1')),
		' ', code(fn () => $m->doConfig('LocalPort=0')), ' ', code(fn () => $m->doConfig('MaxLineLength=4096')), "\n";
	$do($m, 'Disconnect');
	echo $m->getLocalHost(), ' ', $m->doConfig('LocalPort'), "\n";

	/* A port the kernel chose a moment ago, and let go again. */
	$socket = stream_socket_server('tcp://127.0.0.2:0');
	$port = (int) substr(strrchr(stream_socket_get_name($socket, false), ':'), 1);
	$m->doConfig("LocalPort=$port");
	echo $do($m, 'Connect'), ' ', str_contains($m->lastError(), '[10048]') ? 'in use' : $m->lastError(), "\n";
	fclose($socket);
	echo $do($m, 'Connect'), ' ', $m->doConfig('LocalPort') == $port ? 'that port' : 'another', "\n";
	$do($m, 'Disconnect');
	$m->doConfig('LocalPort=0');

	$m->setLocalHost('localhost');
	echo $do($m, 'Connect'), ' ', $m->getLocalHost(), "\n";
	$do($m, 'Disconnect');
	$m->setLocalHost('192.0.2.1');
	echo $do($m, 'Connect'), ' ', str_contains($m->lastError(), '[10049]') ? 'not our address' : $m->lastError(), "\n";
	$m->setLocalHost('no-such-host.invalid');
	echo in_array($do($m, 'Connect'), [11001, 11002, 11003, 11004]) ? 'not found' : $m->lastError(), "\n";
	$m->doReset();
	var_dump($m->getLocalHost() === gethostname());
	foreach ([-1, 65536, 'x'] as $port) {
		echo code(fn () => $m->doConfig("LocalPort=$port")), ' ';
	}
	echo "\n", preg_match('/^!!.*/m', $server->wait(), $match) ? $match[0] : 'as in the script', "\n";
});
?>
--EXPECT--
class
bool(true)
string(1) "0"
0 127.0.0.2 127.0.0.2 a port
107107 106 112
127.0.0.2 0
10048 in use
0 that port
0 127.0.0.1
10049 not our address
not found
bool(true)
10022 10022 10022 
as in the script
functions
bool(true)
string(1) "0"
0 127.0.0.2 127.0.0.2 a port
107107 106 112
127.0.0.2 0
10048 in use
0 that port
0 127.0.0.1
10049 not our address
not found
bool(true)
10022 10022 10022 
as in the script
