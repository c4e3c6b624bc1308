--TEST--
Several processes on one directory send each of two thousand messages once
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
require_function('pcntl_fork', 'the extension pcntl');
if (getenv('SSMTP_VALGRIND')) {
	die('skip two thousand messages take too long under valgrind');
}
?>
--FILE--
<?php
require __DIR__ . '/queue.inc';
require __DIR__ . '/sink.inc';

$dir = queue_dir();
$sink = new QueueSink("$dir/log", 'PIPELINING');
/* Files as Queue writes them, without waiting for the disk two thousand times. */
$queuing = client();
for ($i = 0; $i < 2000; $i++) {
	file_put_contents(sprintf("$dir/%06d.queued", $i), $queuing->setSubject("m$i")->doQueue('*'));
}
$m = client()->setMailPort($sink->port);
$processes = [queue_fork($m, $dir), queue_fork($m, $dir), queue_fork($m, $dir)];
echo implode(' ', array_map('queue_join', $processes)), "\n";
$delivered = $sink->delivered();
echo count($delivered), ' messages, ', count(array_unique($delivered)), ' different, over ', $sink->connections(), " connections\n";
echo count(glob("$dir/*.*")), " files left\n";
unset($sink);
?>
--EXPECT--
0 0 0
2000 messages, 2000 different, over 3 connections
0 files left
