--TEST--
A child that was forked in a callback keeps no lock: when its parent dies the next run sends the file
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
if (!function_exists('pcntl_fork')) {
	die('skip pcntl is missing');
}
?>
--FILE--
<?php
require __DIR__ . '/queue.inc';
require __DIR__ . '/sink.inc';

$dir = queue_dir();
$names = queue_messages($dir, 1);
$sink = new QueueSink("$dir.log");
$m = client()->setMailServer('127.0.0.1')->setMailPort($sink->port);
[$ours, $childs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$sender = pcntl_fork();
if ($sender === 0) {
	fclose($ours);
	$m->on('StartTransfer', function () use ($childs) {
		if (pcntl_fork() === 0) {
			/* Lives until the test lets go of its end, and touches nothing meanwhile. */
			fwrite($childs, 'c');
			fread($childs, 1);
			exec('kill -9 ' . getmypid());
		}
		/* Dies only when the child stands. */
		fwrite($childs, 'p');
		exec('kill -9 ' . getmypid());
	});
	$m->doProcessQueue($dir);
	exit(1);
}
fclose($childs);
queue_join($sender);
/* Both were there; the child still is. */
for ($there = ''; strlen($there) < 2;) {
	$there .= fread($ours, 2);
}
echo queue_states($dir, $names), "\n";
echo outcome(fn () => $m->doProcessQueue($dir)), ' ', queue_states($dir, $names), "\n";
fclose($ours);
?>
--EXPECT--
m0 sending
ok m0 gone
