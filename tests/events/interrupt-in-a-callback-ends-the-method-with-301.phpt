--TEST--
Interrupt in a callback ends the method with 301
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/scenario.inc';

var_dump((new SSMTP())->doInterrupt());
foreach (EVENTS as $event) {
	$server = scenario_server();
	$m = scenario_client($server);
	$m->on($event, fn () => $m->doInterrupt());
	echo "$event: ", code(fn () => play($m)), ' ', $m->lastErrorCode(), ' ', $m->getIdle() ? 'idle' : 'busy', "\n";
	$m->on($event, null);
	$m->doDisconnect();
	$server->wait();
	if ($server->messages() !== 0) {
		echo "$event: the message was sent\n";
	}
}
?>
--EXPECT--
int(0)
ConnectionStatus: 301 301 idle
EndTransfer: 301 301 idle
Error: 301 301 idle
Expand: 301 301 idle
PITrail: 301 301 idle
SSLServerAuthentication: 301 301 idle
SSLStatus: 301 301 idle
StartTransfer: 301 301 idle
Transfer: 301 301 idle
