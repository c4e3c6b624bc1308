--TEST--
Files of another user are left alone, with an Error event and a line of PITrail each, and error 303 when nothing else is there
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
$file = tmpfile();
if (fstat($file)['uid'] !== 0) {
	die('skip giving files to another user is for root');
}
?>
--FILE--
<?php
require __DIR__ . '/queue.inc';

foreach ([0, 1] as $ours) {
	$dir = queue_dir();
	$names = queue_messages($dir, 2 + $ours);
	chown("$dir/$names[0].queued", 65534);
	chown("$dir/$names[1].queued", 65534);
	$server = $ours ? smtp_server(smtp_greeting() . queue_accepted(1) . SMTP_QUIT) : null;
	/* Without a file that could be sent nobody connects: no server is there. */
	$m = client($server)->setMailServer('127.0.0.1');
	$told = [];
	$m->on('Error', function (array $p) use (&$told) {
		$told[] = "event $p[errorcode] $p[description]";
	});
	$m->on('PITrail', function (array $p) use (&$told) {
		if (str_contains($p['message'], 'queue file')) {
			$told[] = "trail $p[message]";
		}
	});
	$file = '';
	try {
		$code = $m->doProcessQueue($dir);
	} catch (SSMTPException $e) {
		$code = $e->getMessage();
		$file = $e->getQueueFile();
	}
	echo str_replace($names, ['m0', 'm1', 'm2'], "$code $file\n" . implode("\n", $told) . "\n");
	echo '    ', queue_states($dir, $names), "\n";
	$server?->wait();
}
?>
--EXPECT--
303: The queue file m0.queued is left alone: it belongs to another user. m0.queued
event 303 The queue file m0.queued is left alone: it belongs to another user.
trail The queue file m0.queued is left alone: it belongs to another user.
event 303 The queue file m1.queued is left alone: it belongs to another user.
trail The queue file m1.queued is left alone: it belongs to another user.
    m0 queued, m1 queued
0 
event 303 The queue file m0.queued is left alone: it belongs to another user.
trail The queue file m0.queued is left alone: it belongs to another user.
event 303 The queue file m1.queued is left alone: it belongs to another user.
trail The queue file m1.queued is left alone: it belongs to another user.
    m0 queued, m1 queued, m2 gone
