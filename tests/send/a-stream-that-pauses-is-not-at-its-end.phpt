--TEST--
A non-blocking stream that has nothing to give for the moment is an error, never half a message
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

/** [the end to read, non-blocking and holding half a message; whatever keeps the other end open] */
function pausing(string $kind): array
{
	$half = "the first half\r\n";
	if ($kind === 'socket') {
		[$read, $write] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
		fwrite($write, $half);
		$keep = [$write];
	} else {
		/* cat gives the half on, and waits for more that never comes. */
		$process = proc_open(['cat'], [['pipe', 'r'], ['pipe', 'w']], $pipes);
		fwrite($pipes[0], $half);
		$read = $pipes[1];
		$keep = [$pipes[0], $process];
	}
	stream_set_blocking($read, false);
	$ready = [$read];
	$none = null;
	stream_select($ready, $none, $none, 20);
	return [$read, $keep];
}

by_both_interfaces(function (callable $do, string $interface) {
	foreach (['pipe', 'socket'] as $kind) {
		[$read, $keep] = pausing($kind);
		$server = smtp_server(smtp_greeting() . "C: MAIL*\nS: 250 ok\nC: RCPT*\nS: 250 ok\nC: DATA\nS: 354 go\nany\n");
		$m = client($server);
		echo "$interface, $kind: ", $do($m, 'SetMessageStream', $read), ' ', $do($m, 'Send'), ' ', $m->lastError(), ' ',
			$m->getDeliveryReport()['mayhavebeendelivered'] ? 'may have been delivered' : 'not delivered', "\n";
		/* Neither the dot nor a CRLF that a dot could follow. */
		echo preg_match('/^C: \.$/m', $server->wait()) ? "the dot was sent\n" : '';
		foreach ($keep as $end) {
			get_resource_type($end) === 'process' ? proc_terminate($end) : fclose($end);
		}
	}
	/* The same pipe with its other end closed is at its end. */
	[$read, $keep] = pausing('pipe');
	fclose($keep[0]);
	stream_set_blocking($read, true);
	$server = smtp_server(smtp_greeting() . smtp_transaction() . SMTP_QUIT);
	$m = client($server);
	echo "$interface, at its end: ", $do($m, 'SetMessageStream', $read), ' ', $do($m, 'Send'), ' ',
		str_ends_with($server->message(), "\r\n\r\nthe first half\r\n") ? 'whole' : 'differs', "\n";
});
?>
--EXPECT--
class, pipe: 0 302 The message stream has no more octets now but is not at its end: make it blocking, or raise its timeout. not delivered
class, socket: 0 302 The message stream has no more octets now but is not at its end: make it blocking, or raise its timeout. not delivered
class, at its end: 0 0 whole
functions, pipe: 0 302 The message stream has no more octets now but is not at its end: make it blocking, or raise its timeout. not delivered
functions, socket: 0 302 The message stream has no more octets now but is not at its end: make it blocking, or raise its timeout. not delivered
functions, at its end: 0 0 whole
