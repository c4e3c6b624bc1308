--TEST--
Limits: max_execution_time and a client that went away end the wait for a silent server
--FILE--
<?php
require __DIR__ . '/../client.inc';

/* A fatal error jumps over every frame; what they held goes with the process. */
putenv('ASAN_OPTIONS=' . getenv('ASAN_OPTIONS') . ':detect_leaks=0');
$told = tempnam(sys_get_temp_dir(), 'limits');
$scripts = [
	'time limit' => 'set_time_limit(1); $m->setTimeout(60); $m->doConnect(); tell("no end");',
	'time limit, inside a Fiber' => 'set_time_limit(1); $m->setTimeout(60); (new Fiber(fn () => $m->doConnect()))->start(); tell("no end");',
	'no limit' => 'set_time_limit(0); $m->setTimeout(2); try { $m->doConnect(); } catch (SSMTPException $e) { tell("Timeout " . $e->getCode()); }',
	'longer limit' => 'set_time_limit(30); $m->setTimeout(2); try { $m->doConnect(); } catch (SSMTPException $e) { tell("Timeout " . $e->getCode()); }',
	'client gone' => 'ignore_user_abort(true); gone(); ignore_user_abort(false); $m->setTimeout(60); $m->doConnect(); tell("no end");',
	'client gone, ignored' => 'ignore_user_abort(true); gone(); $m->setTimeout(2); try { $m->doConnect(); } catch (SSMTPException $e) { tell("Timeout " . $e->getCode()); }',
];
$head = 'function tell($text) { file_put_contents($GLOBALS["argv"][2], $text); }'
	. 'function gone() { while (!connection_aborted()) { echo str_repeat("x", 100000); flush(); } }'
	. 'register_shutdown_function(function () { $e = error_get_last()["message"] ?? ""; if ($e !== "") { tell(strtok($e, "\n")); } });'
	. '$m = new SSMTP(); $m->setMailServer("127.0.0.1")->setMailPort((int) $argv[1]);';
foreach ($scripts as $name => $script) {
	$server = smtp_server("any\n");
	file_put_contents($told, 'ended without a word');
	$begun = hrtime(true);
	$process = proc_open([getenv('TEST_PHP_EXECUTABLE') ?: PHP_BINARY, '-n', '-d', 'display_errors=0', '-d', 'log_errors=0', '-d',
		'extension=' . getenv('SSMTP_SO'), '-r', $head . $script, (string) $server->port, $told],
		/* The sanitizers remark that a fatal error leaves the stack of a Fiber. */
		[1 => ['pipe', 'w'], 2 => ['file', '/dev/null', 'w']], $pipes);
	fclose($pipes[1]);
	proc_close($process);
	echo "$name: ", file_get_contents($told), hrtime(true) - $begun < 40e9 ? '' : ', late', "\n";
}
unlink($told);
?>
--EXPECT--
time limit: Maximum execution time of 1 second exceeded
time limit, inside a Fiber: Maximum execution time of 1 second exceeded
no limit: Timeout 201
longer limit: Timeout 201
client gone: ended without a word
client gone, ignored: Timeout 201
