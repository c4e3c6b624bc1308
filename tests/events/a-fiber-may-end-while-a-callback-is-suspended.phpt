--TEST--
A Fiber may end while a callback is suspended in it; nothing is sent and the object can be used again
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/scenario.inc';

foreach (EVENTS as $event) {
	$server = scenario_server();
	$m = scenario_client($server);
	$m->on($event, function () {
		try {
			Fiber::suspend();
		} finally {
			echo 'finally, ';
		}
	});
	$fiber = new Fiber(fn () => play($m));
	$fiber->start();
	echo "$event: ";
	unset($fiber);
	gc_collect_cycles();
	echo $m->getIdle() ? 'idle' : 'busy';
	$m->on($event, null);
	$m->doDisconnect();
	$server->wait();
	echo ', ', $server->messages(), " messages\n";
	play(scenario_client(scenario_server(), $m));
}

/* Object and Fiber are left to the end of the request. */
$m = scenario_client(scenario_server());
$m->on('PITrail', fn () => Fiber::suspend());
$fiber = new Fiber(fn () => play($m));
$fiber->start();
echo "done\n";
?>
--EXPECT--
ConnectionStatus: finally, idle, 0 messages
EndTransfer: finally, idle, 0 messages
Error: finally, idle, 0 messages
Expand: finally, idle, 0 messages
PITrail: finally, idle, 0 messages
SSLServerAuthentication: finally, idle, 0 messages
SSLStatus: finally, idle, 0 messages
StartTransfer: finally, idle, 0 messages
Transfer: finally, idle, 0 messages
done
