--TEST--
QUIT is said when the object goes, whatever was done before and however the script ends, and nobody waits for the reply
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

/* What was done, and what the server says meanwhile. */
const DONE = [
	'connected' => '',
	'sent' => 'TRANSACTION',
	'refused' => "C: MAIL *\nS: 250 ok\nC: RCPT *\nS: 550 no\nC: RSET\nS: 250 ok\n",
	'asked' => "C: VRFY *\nS: 250 <bob@example.com>\n",
];

function play(SSMTP $m, string $what): void
{
	$m->doConnect();
	match ($what) {
		'connected' => 0,
		'sent' => $m->doSend(),
		'refused' => code(fn () => $m->doSend()),
		'asked' => $m->doVerify('bob'),
	};
}

if (isset($argv[1])) {
	$m = client()->setMailPort((int) $argv[1]);
	play($m, $argv[2]);
	switch ($argv[3]) {
		case 'unset':
			unset($m);
			/* The connection has gone before this. */
			file_put_contents($argv[4], '');
			break;
		case 'exit':
			exit(0);
		case 'fatal error':
			ini_set('display_errors', '0');
			eval('final abstract class Unfit {}');
	}
	exit(0);
}
foreach (DONE as $what => $script) {
	foreach (['unset', 'end', 'exit', 'fatal error'] as $end) {
		$file = sys_get_temp_dir() . '/ssmtp-quit-' . getmypid();
		$server = smtp_server(smtp_greeting() . str_replace('TRANSACTION', smtp_transaction(), $script) . "C: QUIT\n"
			. ($end === 'unset' ? "until $file\n" : '') . "eof\n");
		exec(getenv('TEST_PHP_EXECUTABLE') . ' ' . getenv('TEST_PHP_EXTRA_ARGS') . ' '
			. implode(' ', array_map('escapeshellarg', [__FILE__, $server->port, $what, $end, $file])));
		echo "$what, $end: ", str_ends_with($server->wait(), "C: QUIT\n(client closed)\n") ? "QUIT\n" : $server->wait();
		@unlink($file);
	}
}
?>
--EXPECT--
connected, unset: QUIT
connected, end: QUIT
connected, exit: QUIT
connected, fatal error: QUIT
sent, unset: QUIT
sent, end: QUIT
sent, exit: QUIT
sent, fatal error: QUIT
refused, unset: QUIT
refused, end: QUIT
refused, exit: QUIT
refused, fatal error: QUIT
asked, unset: QUIT
asked, end: QUIT
asked, exit: QUIT
asked, fatal error: QUIT
