--TEST--
A callback that throws ends the method; its exception comes out unchanged and the object can be used again
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/scenario.inc';

foreach (EVENTS as $id => $event) {
	$server = scenario_server();
	$m = scenario_client($server);
	$boom = new DomainException($event);
	$calls = 0;
	$m->on($event, function () use ($boom, &$calls) {
		$calls++;
		throw $boom;
	});
	try {
		play($m);
		echo "$event: nothing was thrown\n";
	} catch (DomainException $e) {
		echo "$event: ", $e === $boom ? 'unchanged' : 'another', ', ', $calls, ' call, ',
			$e->getPrevious() === null ? 'no previous' : get_class($e->getPrevious()), ', ',
			$m->getIdle() ? 'idle' : 'busy', "\n";
	}
	$m->on($event, null);
	$m->doDisconnect();
	$server->wait();
	/* Before the end of mail data nothing may have been sent. */
	if ($server->messages() !== 0) {
		echo "$event: the message was sent\n";
	}
	$m = scenario_client(scenario_server(), $m);
	play($m);
}
?>
--EXPECT--
ConnectionStatus: unchanged, 1 call, no previous, idle
EndTransfer: unchanged, 1 call, no previous, idle
Error: unchanged, 1 call, no previous, idle
Expand: unchanged, 1 call, no previous, idle
PITrail: unchanged, 1 call, no previous, idle
SSLServerAuthentication: unchanged, 1 call, no previous, idle
SSLStatus: unchanged, 1 call, no previous, idle
StartTransfer: unchanged, 1 call, no previous, idle
Transfer: unchanged, 1 call, no previous, idle
