--TEST--
MaxConnections: several connections drain a directory; events come on all of them, an own connection stays open
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/queue.inc';
require __DIR__ . '/sink.inc';

function directory(int $count): string
{
	$dir = queue_dir();
	for ($i = 0; $i < $count; $i++) {
		file_put_contents(sprintf("$dir/%04d.queued", $i), client()->setSubject("m$i")->doQueue('*'));
	}
	return $dir;
}

function tell(string $what, QueueSink $sink, string $dir): void
{
	$delivered = $sink->delivered();
	$extensions = array_count_values(array_map(fn ($f) => pathinfo($f, PATHINFO_EXTENSION), glob("$dir/*.*")));
	ksort($extensions);
	echo "$what: ", count($delivered), ' messages, ', count(array_unique($delivered)), ' different, ',
		$sink->connections() > 1 ? 'several connections' : 'one connection', ', left: ', json_encode($extensions), "\n";
}

foreach (['PIPELINING', 'X-NOTHING'] as $capability) {
	$dir = directory(60);
	$sink = new QueueSink("$dir/log", $capability);
	$m = client()->setMailPort($sink->port);
	$m->doConfig('MaxConnections=5');
	$seen = [];
	$m->on('ConnectionStatus', function (array $e) use (&$seen) { $seen[$e['connectionevent']] ??= 0; $seen[$e['connectionevent']]++; });
	$m->on('StartTransfer', function (array $e) use (&$seen) { $seen['start'] ??= 0; $seen['start']++; });
	$m->on('Transfer', fn (array $e) => $e['text'] === $m->doConfig('TransferText') ? null : print "TransferText differs\n");
	$m->doProcessQueue($dir);
	tell($capability, $sink, $dir);
	ksort($seen);
	echo '    ', json_encode($seen), "\n";
	unset($m, $sink);
}

/* A connection of the object's own is used and stays. */
$dir = directory(60);
$sink = new QueueSink("$dir/log", 'PIPELINING');
$m = client()->setMailPort($sink->port);
$m->doConfig('MaxConnections=3');
$m->doConfig('KeepQueue=True');
$m->doConnect();
$m->doProcessQueue($dir);
tell('own connection', $sink, $dir);
var_dump($m->getConnected());
$m->doSend();
$m->doDisconnect();
unset($sink);

/* The first refusal ends the run: that file is .failed, what is on its way is finished. */
$dir = directory(60);
$sink = new QueueSink("$dir/log", 'PIPELINING', 'refuse m7');
$m = client()->setMailPort($sink->port);
$m->doConfig('MaxConnections=3');
echo outcome(fn () => $m->doProcessQueue($dir)), "\n";
echo count(glob("$dir/*.failed")), ' failed: ', basename(glob("$dir/*.failed")[0]), ', ', count(glob("$dir/*.sending")), " sending\n";
$queued = array_map(fn ($f) => 'm' . (int) basename($f), glob("$dir/*.queued"));
$told = [...$sink->delivered(), ...$queued];
sort($told, SORT_NATURAL);
/* Each of the others is in one place alone, and behind the refusal the run did not go on to the end. */
$others = array_values(array_diff(array_map(fn ($n) => "m$n", range(0, 59)), ['m7']));
echo $told === $others ? "the rest is sent or queued\n" : 'something is lost or twice: ' . implode(' ', $told) . "\n";
echo $queued !== [] ? "the run ended\n" : "the run went on\n";
unset($sink);

/* A callback that throws, and Interrupt, leave nothing in .sending. */
foreach (['throw', 'interrupt'] as $how) {
	$dir = directory(60);
	$sink = new QueueSink("$dir/log", 'PIPELINING');
	$m = client()->setMailPort($sink->port);
	$m->doConfig('MaxConnections=4');
	$n = 0;
	$m->on('StartTransfer', function () use (&$n, $m, $how) {
		if (++$n === 11) {
			$how === 'throw' ? throw new DomainException('enough') : $m->doInterrupt();
		}
	});
	try {
		$m->doProcessQueue($dir);
	} catch (Exception $e) {
		echo get_class($e), ': ', $e->getMessage(), "\n";
	}
	$delivered = count(array_unique($sink->delivered()));
	echo count(glob("$dir/*.sending")), ' sending, ', $delivered + count(glob("$dir/*.queued")) + count(glob("$dir/*.failed")) >= 60
		? 'nothing lost' : 'something is lost', ', ', count(array_diff(array_map(fn ($f) => 'm' . (int) basename($f), glob("$dir/*.queued")),
		$sink->delivered())) === count(glob("$dir/*.queued")) ? 'nothing queued was delivered' : 'a delivered message is queued', "\n";
	unset($m, $sink);
}
/* Callbacks held their objects: PHP itself would look for such rings only among ten thousand. */
unset($m);
gc_collect_cycles();
?>
--EXPECT--
PIPELINING: 60 messages, 60 different, several connections, left: []
    {"Remote host connection complete.":5,"Remote host disconnected.":5,"start":60}
X-NOTHING: 60 messages, 60 different, several connections, left: []
    {"Remote host connection complete.":5,"Remote host disconnected.":5,"start":60}
own connection: 60 messages, 60 different, several connections, left: {"sent":60}
bool(true)
161: SMTP protocol error: 554 refused (reply to the message)
1 failed: 0007.failed, 0 sending
the rest is sent or queued
the run ended
DomainException: enough
0 sending, nothing lost, nothing queued was delivered
SSMTPException: 301: The operation was interrupted.
0 sending, nothing lost, nothing queued was delivered
