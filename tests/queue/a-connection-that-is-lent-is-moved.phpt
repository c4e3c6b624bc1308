--TEST--
A connection that is lent to one of several is moved, not copied: callbacks read it where it is as long as it lives, and never again once it is closed
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/queue.inc';
require __DIR__ . '/sink.inc';

/* What is read of a connection, by every property and setting that is. */
const OF_A_CONNECTION = ['getConnected', 'getLocalHost', 'getLastReply', 'getSSLServerCertSubject', 'getSSLServerCertEncoded', 'getDeliveryReport', 'getIdle'];
const SETTINGS_OF_IT = ['LocalPort', 'SSLNegotiatedCipher', 'SSLNegotiatedProtocol', 'SSLNegotiatedVersion', 'InBufferSize', 'OutBufferSize', 'TransferText'];

function look(SSMTP $m): array
{
	$seen = [];
	foreach (OF_A_CONNECTION as $get) {
		$seen[substr($get, 3)] = $m->$get();
	}
	foreach (SETTINGS_OF_IT as $name) {
		try {
			$seen[$name] = $m->doConfig($name);
		} catch (SSMTPException $e) {
			$seen[$name] = $e->getCode();
		}
	}
	ob_start();
	var_dump($m);
	ob_end_clean();
	return $seen;
}

/* The server stays, goes behind each message, says 421 before it goes. */
foreach (['stays' => [], 'closes' => ['close'], 'says 421' => ['leave']] as $what => $habits) {
	foreach (['own' => true, 'none' => false] as $own => $connects) {
		$dir = queue_dir();
		$names = queue_messages($dir, 12);
		$sink = new QueueSink("$dir/log", 'PIPELINING', ...$habits);
		$m = client()->setMailPort($sink->port);
		$m->doConfig('MaxConnections=3');
		$connects && $m->doConnect();
		$before = look($m);
		$looks = 0;
		$odd = [];
		$ports = [$before['LocalPort']];
		$listen = function (array $event) use ($m, &$looks, &$ports, &$odd) {
			$seen = look($m);
			$looks++;
			if ($seen['Connected'] ? $seen['LocalHost'] !== '127.0.0.1' : $seen['LocalPort'] !== '0') {
				$odd[] = "connected: {$seen['Connected']}, at {$seen['LocalHost']} port {$seen['LocalPort']}";
			}
			/* The one that is shown may be closed and made anew: the one before does not come back. */
			if ($seen['LocalPort'] !== '0' && $seen['LocalPort'] !== end($ports)) {
				in_array($seen['LocalPort'], $ports, true) && $odd[] = "back at {$seen['LocalPort']}";
				$ports[] = $seen['LocalPort'];
			}
			$seen['Idle'] && $odd[] = 'idle';
		};
		foreach (['ConnectionStatus', 'StartTransfer', 'Transfer', 'EndTransfer', 'PITrail'] as $event) {
			$m->on($event, $listen);
		}
		$outcome = outcome(fn () => $m->doProcessQueue($dir));
		echo "$what, $own: $outcome, ", json_encode(array_unique($odd)), ', ', $looks > 100 ? 'looked' : "only $looks looks", ', ',
			match (count($ports) - 1) { 0 => 'its own all the time', 1 => 'one', default => 'one after another' }, "\n";
		unset($listen, $m, $sink);
		gc_collect_cycles();
	}
}
?>
--EXPECT--
stays, own: ok, [], looked, its own all the time
stays, none: ok, [], looked, one
closes, own: ok, [], looked, one after another
closes, none: ok, [], looked, one after another
says 421, own: ok, [], looked, one after another
says 421, none: ok, [], looked, one after another