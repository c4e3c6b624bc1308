--TEST--
A callback may let go of the object and of itself; the method ends as if nothing had happened
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/scenario.inc';

class Announces extends SSMTP
{
	public function __destruct()
	{
		echo 'gone, ';
	}
}

foreach (EVENTS as $id => $event) {
	$server = scenario_server();
	$m = scenario_client($server, new Announces());
	$calls = 0;
	$m->on($event, function () use (&$m, $id, &$calls) {
		if ($calls++ === 0) {
			ssmtp_register_callback($m, $id, null);
			$m = null;
		}
	});
	echo "$event: ";
	(function () use (&$m) {
		foreach (['Connect' => [], 'Expand' => ['staff'], 'Send' => []] as $method => $args) {
			/* The reference of the call is the last one. */
			$m?->{"do$method"}(...$args);
		}
	})();
	echo $calls, " call\n";
	unset($server);
}
?>
--EXPECT--
ConnectionStatus: gone, 1 call
EndTransfer: gone, 1 call
Error: gone, 1 call
Expand: gone, 1 call
PITrail: gone, 1 call
SSLServerAuthentication: gone, 1 call
SSLStatus: gone, 1 call
StartTransfer: gone, 1 call
Transfer: gone, 1 call
