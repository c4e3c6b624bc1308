--TEST--
A callback may exit: the script ends with its status, shutdown functions run and the object is still usable there
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/scenario.inc';

if (isset($argv[1])) {
	$server = scenario_server();
	$m = scenario_client($server);
	register_shutdown_function(function () use ($m) {
		echo 'shutdown, ', $m->getIdle() ? 'idle' : 'busy', ', disconnect ', ssmtp_do_disconnect($m), "\n";
	});
	$m->on($argv[1], function () {
		exit(7);
	});
	play($m);
	echo "not reached\n";
	exit(0);
}
foreach (EVENTS as $event) {
	$command = getenv('TEST_PHP_EXECUTABLE') . ' ' . getenv('TEST_PHP_EXTRA_ARGS') . ' ' . escapeshellarg(__FILE__) . " $event";
	$output = [];
	exec($command, $output, $status);
	echo "$event: ", implode("\n", $output), ", status $status\n";
}
?>
--EXPECT--
ConnectionStatus: shutdown, idle, disconnect 0, status 7
EndTransfer: shutdown, idle, disconnect 0, status 7
Error: shutdown, idle, disconnect 0, status 7
Expand: shutdown, idle, disconnect 0, status 7
PITrail: shutdown, idle, disconnect 0, status 7
SSLServerAuthentication: shutdown, idle, disconnect 0, status 7
SSLStatus: shutdown, idle, disconnect 0, status 7
StartTransfer: shutdown, idle, disconnect 0, status 7
Transfer: shutdown, idle, disconnect 0, status 7
