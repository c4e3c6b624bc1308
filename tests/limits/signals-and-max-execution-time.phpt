--TEST--
A storm of signals changes nothing, a broken pipe is no signal, and max_execution_time ends a waiting method
--EXTENSIONS--
posix
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
require_function('pcntl_fork', 'the extension pcntl');
?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

/* Signals every few milliseconds while a slow server is waited for and a large body is sent. */
pcntl_async_signals(true);
$handled = 0;
$many = tempnam(sys_get_temp_dir(), 'ssmtp-signals-');
unlink($many);
pcntl_signal(SIGUSR1, function () use (&$handled, $many) {
	if (++$handled === 50) {
		touch($many);
	}
});
$parent = getmypid();
$storm = pcntl_fork();
if ($storm === 0) {
	pcntl_async_signals(false);
	for ($i = 0; $i < 20000 && posix_kill($parent, SIGUSR1); $i++) {
		usleep(1000);
	}
	posix_kill(getmypid(), SIGKILL);
}
$server = smtp_server("S: 220 ready\nC: EHLO *\nuntil $many\nS: 250 hello\nC: MAIL*\ndelay 100\nS: 250 ok\nC: RCPT*\nS: 250 ok\nC: DATA\nS: 354 go\ndelay 200\ndata\n"
	. "delay 300\nS: 250 done\n" . SMTP_QUIT);
$m = client($server);
$body = str_repeat("0123456789abcdef0123456789abcdef\r\n", 30000);
$m->setMessageText($body);
echo code(fn () => $m->doSend()), ' ', $handled > 50 ? 'many signals' : $handled, ' ', str_ends_with($server->message(), "\r\n\r\n$body") ? 'whole' : 'differs', "\n";
posix_kill($storm, SIGKILL);
unlink($many);
pcntl_waitpid($storm, $status);

/* The server resets while the body leaves: an error, not SIGPIPE. */
pcntl_signal(SIGPIPE, SIG_DFL);
$server = smtp_server(smtp_greeting() . "C: MAIL*\nS: 250 ok\nC: RCPT*\nS: 250 ok\nC: DATA\nS: 354 go\nrst\n");
$m = client($server);
$m->setMessageText(str_repeat($body, 8));
echo in_array(code(fn () => $m->doSend()), [10054, 1120]) ? 'reset' : $m->lastError(), ' ', $m->getConnected() ? 'connected' : 'closed', "\n";

/* max_execution_time counts processor time here; a handler of the clock ends the wait all the same. */
$code = 'set_time_limit(1); $m = new SSMTP(); $m->setMailServer("127.0.0.1")->setMailPort((int) $argv[1])->setTimeout(60);'
	. '$m->on("PITrail", function () { while (true); });'
	. 'register_shutdown_function(function () { echo "shutdown, ", strpos(error_get_last()["message"] ?? "", "Maximum execution time") === 0 ? "time limit" : "no limit", "\n"; });'
	. '$m->doConnect(); echo "connected\n";';
$server = smtp_server("S: 220 ready\nany\n");
/* A fatal error jumps over every frame; what they held goes with the process. */
putenv('ASAN_OPTIONS=' . getenv('ASAN_OPTIONS') . ':detect_leaks=0');
$command = getenv('TEST_PHP_EXECUTABLE') ?: PHP_BINARY;
echo shell_exec("$command -n -d display_errors=0 -d log_errors=0 -d extension=" . escapeshellarg(getenv('SSMTP_SO')) . ' -r ' . escapeshellarg($code) . " $server->port");
?>
--EXPECT--
0 many signals whole
reset closed
shutdown, time limit
