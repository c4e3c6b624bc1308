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

/* In the dialogue, and when the end of mail data has left. */
foreach (['MAIL FROM' => 5, 'before the body' => 8, 'end of the body' => 2] as $when => $event) {
	$server = smtp_server(smtp_greeting() . smtp_transaction() . SMTP_QUIT);
	$m = client($server);
	$m->on((string) ['5' => 'PITrail', '8' => 'StartTransfer', '2' => 'EndTransfer'][$event], function ($p) use ($when, $event) {
		if ($event === 5 && !str_starts_with($p['message'], $when)) {
			return;
		}
		$pid = pcntl_fork();
		if ($pid === 0) {
			exit(0);
		}
		pcntl_waitpid($pid, $status);
		echo pcntl_wifexited($status) ? 'exited' : 'killed by ' . pcntl_wtermsig($status), "\n";
	});
	echo "$when: ", outcome(fn () => $m->doSend()), "\n";
	echo preg_match('/^!!.*/m', $server->wait(), $match) ? $server->wait() : 'the server saw one client', "\n";
}
?>
--EXPECT--
exited
MAIL FROM: ok
the server saw one client
exited
before the body: ok
the server saw one client
exited
end of the body: ok
the server saw one client
