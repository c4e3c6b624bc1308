--TEST--
An exception, exit, a Fiber's end, Interrupt, a signal or a slow callback: before the end of mail data nothing is sent, behind the final reply nothing makes a failure of it
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
require_function('pcntl_signal', 'the extension pcntl');
?>
--FILE--
<?php
require __DIR__ . '/../queue/queue.inc';

/* The event at which it happens, and how to know it. */
const MOMENTS = [
	'before the end' => ['EndTransfer', 'direction', '0'],
	'final reply' => ['PITrail', 'message', '250 2.0.0 Ok: queued as 4XyZ1q'],
	'QUIT' => ['PITrail', 'message', 'QUIT'],
	'closed' => ['ConnectionStatus', 'connectionevent', 'Remote host disconnected.'],
];
pcntl_async_signals(true);
$deeds = [
	'throws' => fn (SSMTP $m) => throw new DomainException('out'),
	'exits' => fn (SSMTP $m) => exit(7),
	'ends its Fiber' => fn (SSMTP $m) => Fiber::suspend(),
	'interrupts' => fn (SSMTP $m) => $m->doInterrupt(),
	'gets a signal' => fn (SSMTP $m) => exec('kill -TERM ' . getmypid()),
	'is slow' => fn (SSMTP $m) => sleep(2),
];

function fates(SSMTP $m): string
{
	return implode(', ', array_column($m->getDeliveryReport()['recipients'] ?? [], 'fate')) ?: 'no report';
}

/** The call, its outcome and the report; in a Fiber that is let go of when it was suspended. */
function perform(SSMTP $m, callable $call): void
{
	$outcome = 'ended';
	$run = function () use ($call, &$outcome) {
		try {
			$call();
			$outcome = 'ok';
		} catch (SSMTPException $e) {
			$outcome = $e->getCode() . ($e->mayHaveBeenDelivered() ? '?' : '');
		} catch (DomainException $e) {
			$outcome = 'its exception';
		}
	};
	$fiber = new Fiber($run);
	$fiber->start();
	unset($fiber);
	gc_collect_cycles();
	echo $outcome, ', ', fates($m);
}

function run(string $way, array $moment, callable $deed): void
{
	[$event, $key, $value] = $moment;
	$server = smtp_server(smtp_greeting() . smtp_transaction() . "any\n");
	$m = client($server)->setTimeout(1);
	pcntl_signal(SIGTERM, fn () => $m->doInterrupt());
	/* Before queue_dir() registers its own. */
	register_shutdown_function(function () use (&$m, &$dir, &$names) {
		if ($GLOBALS['argc'] > 1) {
			echo 'exit, ', fates($m), $names === [] ? '' : ', ' . queue_states($dir, $names);
		}
		/* The object and its callback are a ring (see client.inc), which nobody can collect while this function or the signal's hold it. */
		pcntl_signal(SIGTERM, SIG_DFL);
		$m = null;
		gc_collect_cycles();
	});
	$dir = queue_dir();
	$names = $way === 'ProcessQueue' ? queue_messages($dir, 1, $m) : [];
	$m->on($event, function (array $param) use ($m, $deed, $key, $value) {
		if ((string) $param[$key] === $value) {
			$deed($m);
		}
	});
	perform($m, fn () => $way === 'Send' ? $m->doSend() : $m->doProcessQueue($dir));
	echo $names === [] ? '' : ', ' . queue_states($dir, $names);
	$m->on($event, null);
	$m->doDisconnect();
	$server->wait();
	echo ', ', $server->messages(), " messages\n";
}

if ($argc > 1) {
	run($argv[1], MOMENTS[$argv[2]], $deeds['exits']);
}
foreach (['Send', 'ProcessQueue'] as $way) {
	foreach (MOMENTS as $name => $moment) {
		foreach ($deeds as $what => $deed) {
			echo "$way, $name, $what: ";
			if ($what !== 'exits') {
				run($way, $moment, $deed);
				continue;
			}
			$command = getenv('TEST_PHP_EXECUTABLE') . ' ' . getenv('TEST_PHP_EXTRA_ARGS');
			exec("$command " . implode(' ', array_map('escapeshellarg', [__FILE__, $way, $name])), $output, $status);
			echo implode("\n", $output), ", status $status\n";
			$output = [];
		}
	}
}
?>
--EXPECT--
Send, before the end, throws: its exception, accepted, 0 messages
Send, before the end, exits: exit, accepted, status 7
Send, before the end, ends its Fiber: ended, accepted, 0 messages
Send, before the end, interrupts: 301, accepted, 0 messages
Send, before the end, gets a signal: 301, accepted, 0 messages
Send, before the end, is slow: ok, delivered, 1 messages
Send, final reply, throws: its exception, delivered, 1 messages
Send, final reply, exits: exit, delivered, status 7
Send, final reply, ends its Fiber: ended, delivered, 1 messages
Send, final reply, interrupts: ok, delivered, 1 messages
Send, final reply, gets a signal: ok, delivered, 1 messages
Send, final reply, is slow: ok, delivered, 1 messages
Send, QUIT, throws: its exception, delivered, 1 messages
Send, QUIT, exits: exit, delivered, status 7
Send, QUIT, ends its Fiber: ended, delivered, 1 messages
Send, QUIT, interrupts: ok, delivered, 1 messages
Send, QUIT, gets a signal: ok, delivered, 1 messages
Send, QUIT, is slow: ok, delivered, 1 messages
Send, closed, throws: its exception, delivered, 1 messages
Send, closed, exits: exit, delivered, status 7
Send, closed, ends its Fiber: ended, delivered, 1 messages
Send, closed, interrupts: ok, delivered, 1 messages
Send, closed, gets a signal: ok, delivered, 1 messages
Send, closed, is slow: ok, delivered, 1 messages
ProcessQueue, before the end, throws: its exception, accepted, m0 queued, 0 messages
ProcessQueue, before the end, exits: exit, accepted, m0 queued, status 7
ProcessQueue, before the end, ends its Fiber: ended, accepted, m0 queued, 0 messages
ProcessQueue, before the end, interrupts: 301, accepted, m0 queued, 0 messages
ProcessQueue, before the end, gets a signal: 301, accepted, m0 queued, 0 messages
ProcessQueue, before the end, is slow: ok, delivered, m0 gone, 1 messages
ProcessQueue, final reply, throws: its exception, delivered, m0 gone, 1 messages
ProcessQueue, final reply, exits: exit, delivered, m0 gone, status 7
ProcessQueue, final reply, ends its Fiber: ended, delivered, m0 gone, 1 messages
ProcessQueue, final reply, interrupts: ok, delivered, m0 gone, 1 messages
ProcessQueue, final reply, gets a signal: ok, delivered, m0 gone, 1 messages
ProcessQueue, final reply, is slow: ok, delivered, m0 gone, 1 messages
ProcessQueue, QUIT, throws: its exception, delivered, m0 gone, 1 messages
ProcessQueue, QUIT, exits: exit, delivered, m0 gone, status 7
ProcessQueue, QUIT, ends its Fiber: ended, delivered, m0 gone, 1 messages
ProcessQueue, QUIT, interrupts: ok, delivered, m0 gone, 1 messages
ProcessQueue, QUIT, gets a signal: ok, delivered, m0 gone, 1 messages
ProcessQueue, QUIT, is slow: ok, delivered, m0 gone, 1 messages
ProcessQueue, closed, throws: its exception, delivered, m0 gone, 1 messages
ProcessQueue, closed, exits: exit, delivered, m0 gone, status 7
ProcessQueue, closed, ends its Fiber: ended, delivered, m0 gone, 1 messages
ProcessQueue, closed, interrupts: ok, delivered, m0 gone, 1 messages
ProcessQueue, closed, gets a signal: ok, delivered, m0 gone, 1 messages
ProcessQueue, closed, is slow: ok, delivered, m0 gone, 1 messages
