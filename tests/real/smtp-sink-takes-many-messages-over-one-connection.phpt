--TEST--
smtp-sink takes a thousand messages over one connection, with and without PIPELINING
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
require_program('smtp-sink', 'postfix');
?>
--FILE--
<?php
require __DIR__ . '/../client.inc';
require __DIR__ . '/../readers.inc';

/** The sink has no way to tell a port of its own choice: ports are tried. */
function sink(array $options, ?int &$port)
{
	for ($try = 0; $try < 20; $try++) {
		$socket = stream_socket_server('tcp://127.0.0.1:0');
		$port = (int) substr(strrchr(stream_socket_get_name($socket, false), ':'), 1);
		fclose($socket);
		$process = proc_open(['smtp-sink', '-u', 'nobody', '-c', ...$options, "127.0.0.1:$port", '100'],
			[['file', '/dev/null', 'r'], ['file', '/dev/null', 'w'], ['file', '/dev/null', 'w']], $pipes, null,
			array_diff_key(getenv(), ['LD_PRELOAD' => 1]));
		for ($i = 0; $i < 200; $i++) {
			if (!proc_get_status($process)['running']) {
				break;
			}
			if ($connection = @stream_socket_client("tcp://127.0.0.1:$port")) {
				fclose($connection);
				return $process;
			}
			usleep(10000);
		}
		proc_terminate($process);
		proc_close($process);
	}
	throw new RuntimeException('smtp-sink did not start');
}

putenv('PATH=' . getenv('PATH') . ':/usr/sbin');
foreach (['PIPELINING' => [], 'no PIPELINING' => ['-p'], 'no ESMTP' => ['-e']] as $name => $options) {
	$sink = sink($options, $port);
	$mail = new SSMTP();
	$mail->setMailServer('127.0.0.1')->setMailPort($port)->setTimeout(30);
	$mail->setFrom('alice@example.org')->setSendTo('bob@example.org')->setSubject('one of many')->setMessageText(str_repeat("text\r\n", 150));
	$mail->doConnect();
	for ($i = 0; $i < 1000; $i++) {
		$mail->doSend();
	}
	$mail->doDisconnect();
	proc_terminate($sink);
	proc_close($sink);
	echo "$name: $i sent, ", $mail->getConnected() ? 'connected' : 'disconnected', "\n";
}
?>
--EXPECT--
PIPELINING: 1000 sent, disconnected
no PIPELINING: 1000 sent, disconnected
no ESMTP: 1000 sent, disconnected
