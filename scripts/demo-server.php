<?php
/* The receiving end of scripts/demo: a small SMTP server on a free port of the
 * loopback that writes each message to DIR/<n>.eml. It prints its port first
 * and ends when its standard input does. */

[, $dir] = $argv;
$server = stream_socket_server('tcp://127.0.0.1:0', $errno, $error) or exit("$error\n");
echo substr(strrchr(stream_socket_get_name($server, false), ':'), 1), "\n";

/** Reads up to the lone dot and undoes transparency (RFC 5321 4.5.2). */
function read_message($client): string
{
	$message = '';
	while (($line = fgets($client)) !== false && $line !== ".\r\n") {
		$message .= $line[0] === '.' ? substr($line, 1) : $line;
	}
	return $message;
}

function serve($client, string $dir, int &$count): void
{
	fwrite($client, "220 demo.example ESMTP\r\n");
	while (($line = fgets($client)) !== false) {
		switch (strtoupper(strtok(rtrim($line), ' '))) {
			case 'EHLO':
				fwrite($client, "250-demo.example\r\n250-PIPELINING\r\n250-SIZE 52428800\r\n250 8BITMIME\r\n");
				break;
			case 'DATA':
				fwrite($client, "354 end with a lone dot\r\n");
				file_put_contents("$dir/" . ++$count . '.eml', read_message($client));
				fwrite($client, "250 2.0.0 queued as DEMO$count\r\n");
				break;
			case 'QUIT':
				fwrite($client, "221 2.0.0 bye\r\n");
				return;
			default:
				fwrite($client, "250 2.0.0 ok\r\n");
		}
	}
}

$count = 0;
while (true) {
	$read = [$server, STDIN];
	$none = null;
	if (stream_select($read, $none, $none, null) === false || in_array(STDIN, $read, true)) {
		exit(0);
	}
	if ($client = stream_socket_accept($server, 0)) {
		serve($client, $dir, $count);
		fclose($client);
	}
}
