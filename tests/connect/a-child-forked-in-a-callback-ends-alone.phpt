--TEST--
a child that is forked in a callback and exits there leaves the running method of its parent alone
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
require_function('pcntl_fork', 'the extension pcntl');
?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

/* Forks once; the child exits where it is. */
function fork_once(int &$forks): void
{
	if ($forks++ > 0) {
		return;
	}
	$pid = pcntl_fork();
	if ($pid === 0) {
		exit(0);
	}
	pcntl_waitpid($pid, $status);
	echo pcntl_wifexited($status) ? '' : 'killed by ' . pcntl_wtermsig($status) . "\n";
}
$when = [
	'MAIL FROM' => ['PITrail', 'MAIL FROM:'],
	'beginning of the body' => ['StartTransfer', null],
	'end of the body' => ['EndTransfer', null],
	'a signal while the reply is awaited' => [null, null],
];
pcntl_async_signals(true);
foreach ($when as $name => [$event, $line]) {
	$server = smtp_server(smtp_greeting()
		. ($event !== null ? smtp_transaction() : str_replace("data\n", "data\ndelay 2000\n", smtp_transaction())) . SMTP_QUIT);
	$m = client($server);
	$forks = 0;
	if ($event !== null) {
		$m->on($event, function ($param) use ($line, &$forks) {
			if ($line === null || str_starts_with($param['message'], $line)) {
				fork_once($forks);
			}
		});
	} else {
		pcntl_signal(SIGALRM, function () use (&$forks) {
			fork_once($forks);
		});
		pcntl_alarm(1);
	}
	$outcome = outcome(fn () => $m->doSend());
	echo "$name: $outcome, ",
		preg_match('/^!!.*/m', $server->wait(), $match) ? $server->wait() : 'the server saw one client', "\n";
}
?>
--EXPECT--
MAIL FROM: ok, the server saw one client
beginning of the body: ok, the server saw one client
end of the body: ok, the server saw one client
a signal while the reply is awaited: ok, the server saw one client
