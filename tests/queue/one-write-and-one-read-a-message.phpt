--TEST--
With PIPELINING a message costs one write to and one read from the socket
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
require_program('strace', 'strace');
if (getenv('SSMTP_VALGRIND') || getenv('SSMTP_SANITIZED')) {
	die('skip a checker cannot be traced');
}
exec('strace -c true 2>&1', $said, $status);
if ($status !== 0) {
	die('skip this system does not let processes be traced');
}
?>
--FILE--
<?php
require __DIR__ . '/queue.inc';
require __DIR__ . '/sink.inc';

const MESSAGES = 200;
$dir = queue_dir();
$text = client()->doQueue('*');
for ($i = 0; $i < MESSAGES; $i++) {
	file_put_contents(sprintf("$dir/%04d.queued", $i), $text);
}
$sink = new QueueSink("$dir/log", 'PIPELINING');
$m = client()->setMailPort($sink->port);
$id = pcntl_fork();
if ($id === 0) {
	fopen("$dir/go", 'w');
	while (file_exists("$dir/go")) {
		usleep(1000);
	}
	$m->doProcessQueue($dir);
	exit;
}
while (!file_exists("$dir/go")) {
	usleep(1000);
}
$strace = proc_open(['strace', '-c', '-e', 'trace=sendto,recvfrom', '-o', "$dir/calls", '-p', (string) $id],
	[2 => ['pipe', 'w']], $pipes);
fgets($pipes[2]); /* attached */
unlink("$dir/go");
queue_join($id);
proc_close($strace);
preg_match_all('/^\s+\S+\s+\S+\s+\S+\s+(\d+)\s+(?:\d+\s+)?(sendto|recvfrom)$/m', file_get_contents("$dir/calls"), $match);
$calls = array_combine($match[2], $match[1]);
ksort($calls);
foreach ($calls as $name => $number) {
	/* The session's beginning and end, and a reply that came in two pieces now and then. */
	echo "$name: ", $number >= MESSAGES && $number < MESSAGES * 1.1 + 8 ? 'one' : "$number for " . MESSAGES, "\n";
}
echo count($sink->delivered()), " delivered\n";
unset($sink);
?>
--EXPECT--
recvfrom: one
sendto: one
200 delivered
