--TEST--
A forked child closes nothing of its parent's, and cannot speak on its connection
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
require_function('pcntl_fork', 'the extension pcntl');
?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = smtp_server(smtp_greeting() . "C: NOOP before\nS: 250 ok\nC: NOOP behind\nS: 250 ok\n" . smtp_transaction() . SMTP_QUIT);
$m = client($server);
$m->doConnect();
$m->doSendCommand('NOOP before');
$children = [
	'ends' => fn () => null,
	'frees the object' => function () use (&$m) { $m = null; },
	'disconnects' => fn () => $m->doDisconnect(),
	'resets' => fn () => $m->doReset(),
	'sends a command' => fn () => $m->doSendCommand('NOOP child'),
	'asks' => fn () => $m->getConnected(),
];
foreach ($children as $name => $child) {
	$pid = pcntl_fork();
	if ($pid === 0) {
		$outcome = outcome($child);
		echo "$name: $outcome\n";
		exit(0);
	}
	pcntl_waitpid($pid, $status);
	echo pcntl_wifexited($status) ? '' : "$name: killed by " . pcntl_wtermsig($status) . "\n";
}
$m->doSendCommand('NOOP behind');
echo code(fn () => $m->doSend()), ' ', $m->getConnected() ? 'connected' : 'closed', "\n";
$m->doDisconnect();
echo preg_match('/^!!.*/m', $server->wait(), $match) ? $server->wait() : 'the server saw one client', "\n";
?>
--EXPECT--
ends: ok
frees the object: ok
disconnects: ok
resets: ok
sends a command: 1117: Not connected: call Connect first.
asks: ok
0 connected
the server saw one client
