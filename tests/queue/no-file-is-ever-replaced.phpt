--TEST--
No file of the directory is ever replaced: where a name is taken the next one is used
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/queue.inc';

$refused = smtp_greeting() . "C: MAIL *\nS: 550 no\nC: RSET\nS: 250 ok\n" . SMTP_QUIT;
$cases = [
	'refused beside .failed' => ['failed', $refused, null],
	'refused beside two' => ['failed 1-2.failed', $refused, null],
	'sent beside .sent' => ['sent', smtp_greeting() . smtp_transaction() . SMTP_QUIT, 'KeepQueue=True'],
	'back beside .queued' => ['part', smtp_greeting() . "C: MAIL *\nclose\n", null],
];
$text = client()->doQueue('*');
foreach ($cases as $what => [$taken, $script, $config]) {
	$dir = queue_dir();
	file_put_contents("$dir/1.queued", $text);
	foreach (explode(' ', $taken) as $name) {
		file_put_contents("$dir/" . (str_contains($name, '.') ? $name : "1.$name"), 'precious');
	}
	$server = smtp_server($script);
	$m = client($server);
	$config !== null && $m->doConfig($config);
	if ($taken === 'part') {
		/* While the message is under way somebody puts a file where it would go back to. */
		$m->on('PITrail', function (array $p) use ($dir) {
			if (str_starts_with($p['message'], 'MAIL')) {
				file_put_contents("$dir/1.queued", 'precious');
			}
		});
	}
	$file = '';
	try {
		$m->doProcessQueue($dir);
	} catch (SSMTPException $e) {
		$file = $e->getQueueFile();
	}
	$server->wait();
	$shown = array_map(fn ($path) => basename($path) . (file_get_contents($path) === 'precious' ? '!' : ''), glob("$dir/*"));
	echo "$what: ", implode(' ', $shown), ', ', $file ?: $m->getDeliveryReport()['queuefile'], "\n";
}

/* A claim beside a claim that is none: both are sent. */
$dir = queue_dir();
file_put_contents("$dir/1.queued", $text);
file_put_contents("$dir/1.sending", $text);
$server = smtp_server(smtp_greeting() . queue_accepted(2) . SMTP_QUIT);
echo outcome(fn () => client($server)->doProcessQueue($dir)), ' ', count(glob("$dir/*")), "\n";
echo str_contains($server->wait(), '!!') ? $server->wait() : '';
?>
--EXPECT--
refused beside .failed: 1-2.failed 1.failed! 1.report, 1-2.failed
refused beside two: 1-2.failed! 1-3.failed 1.failed! 1.report, 1-3.failed
sent beside .sent: 1-2.sent 1.sent!, 1-2.sent
back beside .queued: 1-2.queued 1.part! 1.queued!, 1-2.queued
ok 0
