--TEST--
With PIPELINING the next message's commands leave with the end of mail data, before its reply
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/queue.inc';

by_both_interfaces(function (callable $do, string $interface) {
	$dir = queue_dir();
	$names = queue_messages($dir, 3);
	$server = smtp_server(smtp_greeting('PIPELINING') . QUEUE_COMMANDS . QUEUE_REPLIES . "data\n"
		. QUEUE_COMMANDS . "S: 250 2.0.0 ok\n" . QUEUE_REPLIES . "data\n"
		. QUEUE_COMMANDS . "S: 250 2.0.0 ok\n" . QUEUE_REPLIES . "data\nS: 250 2.0.0 ok\n" . SMTP_QUIT);
	echo "$interface: ", $do(client($server), 'ProcessQueue', $dir), "\n", queue_states($dir, $names), "\n";
	echo str_contains($transcript = $server->wait(), '!!') ? $transcript : '';
	for ($i = 0; $i < $server->messages(); $i++) {
		preg_match('/^Subject: (.*)\r$/m', $server->message($i), $subject);
		echo $subject[1], "\n";
	}
});
?>
--EXPECT--
class: 0
m0 gone, m1 gone, m2 gone
m0
m1
m2
functions: 0
m0 gone, m1 gone, m2 gone
m0
m1
m2
