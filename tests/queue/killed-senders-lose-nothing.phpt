--TEST--
A hundred killed senders lose nothing, and only what they held goes twice
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
require_function('pcntl_fork', 'the extension pcntl');
?>
--FILE--
<?php
require __DIR__ . '/queue.inc';
require __DIR__ . '/sink.inc';

const KILLS = 100;
$dir = queue_dir();
$sink = new QueueSink("$dir/log", 'PIPELINING');
$m = client()->setMailPort($sink->port);
$kills = $queued = 0;
$held = $subjects = [];
mt_srand(20261122);
while ($kills < KILLS) {
	/* Always enough to send that the kill finds it at work. */
	while (count(glob("$dir/*.queued")) < 20) {
		$subjects[basename($m->setSubject('m' . $queued)->doQueue($dir), '.queued')] = "m$queued";
		$queued++;
	}
	$id = queue_fork($m, $dir);
	usleep(mt_rand(0, 25000));
	exec("kill -9 $id 2>&1");
	$kills += queue_join($id) === -9 ? 1 : 0;
	$sending = glob("$dir/*.sending");
	echo count($sending) > 2 ? count($sending) . " files held at once\n" : '';
	foreach ($sending as $file) {
		$held[$subjects[basename($file, '.sending')]] = true;
	}
}
echo 'the last one ends well: ', queue_join(queue_fork($m, $dir)), ', ', count(glob("$dir/*.*")), " files left\n";
$times = array_count_values($sink->delivered());
echo 'lost: ', count(array_diff($subjects, array_keys($times))), "\n";
echo 'twice without having been held: ', count(array_diff_key(array_filter($times, fn ($n) => $n > 1), $held)), "\n";
echo array_sum($times) - $queued <= KILLS ? "no more duplicates than kills\n" : "too many duplicates\n";
unset($sink);
?>
--EXPECT--
the last one ends well: 0, 0 files left
lost: 0
twice without having been held: 0
no more duplicates than kills
