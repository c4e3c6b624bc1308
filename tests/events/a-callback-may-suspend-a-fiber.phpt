--TEST--
A callback may suspend a Fiber; meanwhile the object is busy, afterwards the method goes on
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/scenario.inc';

foreach (EVENTS as $id => $event) {
	$server = scenario_server();
	$m = scenario_client($server);
	$m->on($event, function (array $param) {
		return Fiber::suspend($param);
	});
	$fiber = new Fiber(fn () => play($m));
	$suspensions = 0;
	$codes = [];
	for ($param = $fiber->start(); !$fiber->isTerminated(); $param = $fiber->resume($param)) {
		$suspensions++;
		$codes[code(fn () => $m->doSend())] = $m->getIdle();
	}
	echo "$event: ", $suspensions > 0 ? 'suspended' : 'not suspended', ', ', json_encode($codes), ', ', $server->messages(), " message\n";
}
?>
--EXPECT--
ConnectionStatus: suspended, {"166":false}, 1 message
EndTransfer: suspended, {"166":false}, 1 message
Error: suspended, {"166":false}, 1 message
Expand: suspended, {"166":false}, 1 message
PITrail: suspended, {"166":false}, 1 message
SSLServerAuthentication: suspended, {"166":false}, 1 message
SSLStatus: suspended, {"166":false}, 1 message
StartTransfer: suspended, {"166":false}, 1 message
Transfer: suspended, {"166":false}, 1 message
