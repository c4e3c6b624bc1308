--TEST--
An event keeps its owner: what a callback decides of one of several connections, and what it reads in an event, is of that connection and no other
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/queue.inc';
require __DIR__ . '/sink.inc';

/* The server shows alice's certificate on its first, third, ... connection and bob's on the others; which of them a
 * callback accepts, or whether nobody is asked, is what the messages may come over. */
$bundles = ['tls ' . certificates() . '/alice-bundle.pem', 'tls ' . certificates() . '/bob-bundle.pem'];
$accepts = [
	'alice' => fn (string $subject) => str_contains($subject, 'alice'),
	'bob' => fn (string $subject) => str_contains($subject, 'bob'),
	'both' => fn (string $subject) => true,
	'nobody' => fn (string $subject) => false,
	'nobody is asked' => null,
];
foreach ($accepts as $who => $decide) {
	$dir = queue_dir();
	$names = [];
	for ($i = 0; $i < 24; $i++) {
		$names[] = basename(client()->setSubject("m$i")->setMessageText(str_repeat("message $i\r\n", 20))->doQueue($dir), '.queued');
	}
	$sink = new QueueSink("$dir/log", 'PIPELINING', ...$bundles);
	$m = client()->setMailPort($sink->port)->setSSLStartMode(SSMTP::SSL_IMPLICIT)->setSSLEnabled(true);
	$m->doConfig('MaxConnections=4');
	$asked = [];
	$foreign = 0;
	if ($decide !== null) {
		$m->on('SSLServerAuthentication', function (array $event) use ($decide, &$asked) {
			$asked[] = $event['certsubject'];
			$event['accept'] = $decide($event['certsubject']);
			return $event;
		});
	}
	/* Each chunk, and what is read of the transfer in its event, is one message's. */
	$m->on('Transfer', function (array $event) use ($m, &$foreign) {
		preg_match_all('/message (\d+)/', $event['text'], $found);
		$foreign += count(array_unique($found[1])) !== 1 || $m->doConfig('TransferText') !== $event['text'] ? 1 : 0;
	});
	$code = code(fn () => $m->doProcessQueue($dir));
	$over = array_unique(array_map(fn ($n) => $n % 2 === 1 ? 'alice' : 'bob', $sink->carriers()));
	sort($over);
	echo "$who: $code, ", count(array_unique($sink->delivered())), ' messages over ', json_encode($over), ', ', $foreign, ' foreign, ',
		count($asked) === 0 ? 'not asked' : 'asked of ' . count(array_unique($asked)), "\n";
	unset($m, $sink);
	gc_collect_cycles();
}
?>
--EXPECT--
alice: 0, 24 messages over ["alice"], 0 foreign, asked of 2
bob: 280, 0 messages over [], 0 foreign, asked of 1
both: 0, 24 messages over ["alice","bob"], 0 foreign, asked of 2
nobody: 280, 0 messages over [], 0 foreign, asked of 1
nobody is asked: 280, 0 messages over [], 0 foreign, not asked