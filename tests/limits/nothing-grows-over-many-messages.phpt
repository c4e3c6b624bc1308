--TEST--
Memory and descriptors stay as they are over 20,000 messages, 300 connections and 300 signed and encrypted ones
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
if (!is_readable('/proc/self/statm')) {
	die('skip there is no /proc here');
}
if (getenv('SSMTP_SANITIZED') || getenv('SSMTP_VALGRIND')) die('skip a checker keeps freed memory');
?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

/* A sink that answers in groups, in a child process: 20,000 messages must not take minutes. */
const SINK = <<<'PHP'
	$listener = stream_socket_server('tcp://127.0.0.1:0', context: stream_context_create(['socket' => ['tcp_nodelay' => true]]));
	echo substr(strrchr(stream_socket_get_name($listener, false), ':'), 1), "\n";
	while ($connection = @stream_socket_accept($listener, 60)) {
		stream_set_write_buffer($connection, 0);
		fwrite($connection, "220 sink\r\n");
		for ($data = false; ($line = fgets($connection)) !== false;) {
			if ($data) {
				if ($line === ".\r\n") {
					$data = false;
					fwrite($connection, "250 2.0.0 taken\r\n");
				}
				continue;
			}
			$data = $line === "DATA\r\n";
			fwrite($connection, match (substr($line, 0, 4)) {
				'EHLO' => "250-sink\r\n250 PIPELINING\r\n",
				'DATA' => "354 go\r\n",
				'QUIT' => "221 bye\r\n",
				default => "250 ok\r\n",
			});
		}
		fclose($connection);
	}
	PHP;

$sink = proc_open([PHP_BINARY, '-r', SINK], [['file', '/dev/null', 'r'], ['pipe', 'w'], ['file', '/dev/null', 'w']], $pipes, null,
	array_diff_key(getenv(), ['LD_PRELOAD' => 1, 'USE_ZEND_ALLOC' => 1]));
$port = (int) fgets($pipes[1]);

function resident(): int
{
	return (int) explode(' ', file_get_contents('/proc/self/statm'))[1] * 4;
}

function descriptors(): int
{
	return count(scandir('/proc/self/fd'));
}

function watch(string $name, int $times, callable $once): void
{
	/* What is allocated once is there after some rounds. */
	for ($i = 0; $i < $times / 10; $i++) {
		$once();
	}
	[$kib, $open] = [resident(), descriptors()];
	for ($i = 0; $i < $times; $i++) {
		$once();
	}
	$grown = resident() - $kib;
	echo "$name: ", $grown > 1024 ? "$grown KiB more" : 'no growth', ', ', descriptors() - $open, " descriptors more\n";
}

$m = client();
$m->setMailPort($port)->setTimeout(30);
$m->doConnect();
watch('one connection', 20000, fn () => $m->doSend());
$m->doDisconnect();
watch('a connection each', 300, fn () => $m->doSend());
watch('an object each', 300, function () use ($port) {
	$m = client();
	$m->setMailPort($port);
	$m->on('PITrail', fn () => $m->getSubject());
	$m->doConnect();
	/* The callback holds the object: only the collector lets go of it, and of its connection. */
	unset($m);
	gc_collect_cycles();
});
$certs = certificates();
$m->setCertStoreType(SSMTP::CST_PFXFILE)->setCertStore("$certs/carol.pfx")->setCertStorePassword('secret')->setCertSubject('*');
$m->doConnect();
watch('signed and encrypted', 300, function () use ($m, $certs) {
	$m->doResetHeaders();
	$m->setFrom('carol@example.org')->setSendTo('bob@example.org')->setMessageText("secret\r\n");
	$m->doAddRecipientCert(file_get_contents("$certs/bob.pem"));
	$m->doSignAndEncrypt();
	$m->doSend();
});
watch('refused', 300, function () use ($m) {
	try {
		$m->setSendTo('not an address')->doSend();
	} catch (SSMTPException) {
	}
});
$m->doDisconnect();
proc_terminate($sink);
?>
--EXPECT--
one connection: no growth, 0 descriptors more
a connection each: no growth, 0 descriptors more
an object each: no growth, 0 descriptors more
signed and encrypted: no growth, 0 descriptors more
refused: no growth, 0 descriptors more
