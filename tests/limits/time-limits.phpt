--TEST--
Timeout bounds silence, AbsoluteTimeout the whole method, ConnectionTimeout the connection; 0 is none
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

function run(string $name, callable $do, string $script, array $config, string $method = 'Connect'): void
{
	$server = smtp_server($script);
	$m = client($server);
	foreach ($config as $setting => $value) {
		$setting === 'Timeout' ? $m->setTimeout($value) : $m->doConfig("$setting=$value");
	}
	$begin = hrtime(true);
	$code = $do($m, $method);
	$seconds = (hrtime(true) - $begin) / 1e9;
	/* A limit of one second ends long before any other. */
	echo "$name: $code ", $m->getConnected() ? 'connected' : 'closed', $code === 201 && ($seconds < 0.9 || $seconds > 15) ? " after $seconds s" : '', "\n";
}

$dribble = "S: 220 ready\nC: EHLO *\n" . str_repeat("delay 400\nS: 250-line\n", 25) . "S: 250 end\nany\n";
$octets = 'raw 2' . str_repeat("\ndelay 400\nraw 2", 25) . "\nany\n";
$slow = "S: 220 ready\nC: EHLO *\ndelay 700\nS: 250 hello\nC: MAIL*\ndelay 700\nS: 250 ok\nC: RCPT*\ndelay 700\nS: 250 ok\nC: DATA\n"
	. "delay 700\nS: 354 go\ndata\nS: 250 ok\nC: QUIT\nS: 221 bye\neof\n";

by_both_interfaces(function (callable $do, string $interface) use ($dribble, $octets, $slow) {
	echo "$interface\n";
	run('a silent server', $do, 'any', ['Timeout' => 1]);
	if ($interface === 'class') {
		run('no limit', $do, "delay 1200\nS: 220 ready\nC: EHLO *\nS: 250 hello\nany", ['Timeout' => 0]);
	} else {
		return;
	}
	run('the whole method', $do, $slow, ['Timeout' => 1, 'AbsoluteTimeout' => 'True'], 'Send');
	run('a reply line by line', $do, $dribble, ['Timeout' => 1, 'AbsoluteTimeout' => 'True']);
	run('a reply octet by octet', $do, $octets, ['Timeout' => 1, 'AbsoluteTimeout' => 'True']);
	/* The limit of the connection ends with the greeting: the dialogue has Timeout. */
	run('ConnectionTimeout is not for the dialogue', $do, "S: 220 ready\nC: EHLO *\ndelay 1300\nS: 250 hello\nany", ['ConnectionTimeout' => 1]);
	$m = client();
	echo code(fn () => $m->setTimeout(-1)), ' ', ssmtp_set($m, 61, -5), ' ', code(fn () => $m->doConfig('ConnectionTimeout=-1')), "\n";
});

/* A listener whose queue is full answers no more: connecting ends at ConnectionTimeout. */
$silent = stream_socket_server('tcp://127.0.0.1:0', $errno, $error, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, stream_context_create(['socket' => ['backlog' => 0]]));
$name = stream_socket_get_name($silent, false);
$port = (int) substr(strrchr($name, ':'), 1);
$filled = [];
for ($i = 0; $i < 4; $i++) {
	$filled[] = @stream_socket_client("tcp://$name", $errno, $error, 0, STREAM_CLIENT_ASYNC_CONNECT | STREAM_CLIENT_CONNECT);
}
$m = client();
$m->setMailPort($port)->setTimeout(60);
$m->doConfig('ConnectionTimeout=1');
$begin = hrtime(true);
echo code(fn () => $m->doConnect()), ' ', hrtime(true) - $begin < 30e9 ? 'in time' : 'late', "\n";
?>
--EXPECT--
class
a silent server: 201 closed
no limit: 0 connected
the whole method: 201 closed
a reply line by line: 201 closed
a reply octet by octet: 201 closed
ConnectionTimeout is not for the dialogue: 0 connected
10022 10022 10022
functions
a silent server: 201 closed
201 in time
