--TEST--
ProcessQueue: a server that closes after each message gets every message once, over one connection or several
--FILE--
<?php
require __DIR__ . "/queue.inc";
require __DIR__ . "/sink.inc";
foreach ([['leave'], ['leave', 'PIPELINING'], ['close'], ['close', 'PIPELINING']] as $capabilities) {
	foreach ([1, 3] as $connections) {
		$sink = new QueueSink(tempnam(sys_get_temp_dir(), 'sink'), ...$capabilities);
		$dir = queue_dir();
		queue_messages($dir, 8);
		$m = client();
		$m->setMailPort($sink->port);
		$m->doConfig("MaxConnections=$connections");
		echo implode(' ', $capabilities), ", $connections: ", outcome(fn () => $m->doProcessQueue($dir)), ', ', count(glob("$dir/*")), ' left, ';
		$delivered = $sink->delivered();
		sort($delivered);
		echo implode(' ', $delivered), " over {$sink->connections()} connections\n";
	}
}
?>
--EXPECT--
leave, 1: ok, 0 left, m0 m1 m2 m3 m4 m5 m6 m7 over 8 connections
leave, 3: ok, 0 left, m0 m1 m2 m3 m4 m5 m6 m7 over 8 connections
leave PIPELINING, 1: ok, 0 left, m0 m1 m2 m3 m4 m5 m6 m7 over 8 connections
leave PIPELINING, 3: ok, 0 left, m0 m1 m2 m3 m4 m5 m6 m7 over 8 connections
close, 1: ok, 0 left, m0 m1 m2 m3 m4 m5 m6 m7 over 8 connections
close, 3: ok, 0 left, m0 m1 m2 m3 m4 m5 m6 m7 over 8 connections
close PIPELINING, 1: ok, 0 left, m0 m1 m2 m3 m4 m5 m6 m7 over 8 connections
close PIPELINING, 3: ok, 0 left, m0 m1 m2 m3 m4 m5 m6 m7 over 8 connections
