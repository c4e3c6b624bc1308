<?php
/* A new connection for each message of 1 KiB; prints messages a second.
 * php -d extension=ssmtp.so tls.php ssmtp|streams PORT plain|starttls|implicit COUNT CAFILE [resume] */

[, $by, $port, $way, $count, $ca] = $argv;
$text = str_repeat("the quick brown fox jumps over the lazy dog, again and again,\r\n", 14);

if ($by === 'ssmtp') {
	$mail = new SSMTP();
	$mail->setMailServer('127.0.0.1')->setMailPort((int) $port)->setSSLStartMode(['plain' => 3, 'starttls' => 2, 'implicit' => 1][$way]);
	$mail->setFrom('alice@example.org')->setSendTo('bob@example.org')->setSubject('bench')->setMessageText($text);
	/* The dialogue of the C program. */
	$mail->doConfig('Hello=bench.example');
	$mail->doConfig('SendRSET=False');
	$mail->doConfig("OpenSSLCAFile=$ca");
	$mail->doConfig('ReuseSSLSession=' . (isset($argv[6]) ? 'True' : 'False'));
	$send = fn () => $mail->doSend();
} else {
	$message = "Date: Sun, 22 Nov 2026 08:00:00 +0000\r\nFrom: alice@example.org\r\nTo: bob@example.org\r\n"
		. "Subject: bench\r\nMessage-Id: <1@example.org>\r\n\r\n$text.\r\n";
	$context = stream_context_create(['ssl' => ['cafile' => $ca, 'peer_name' => '127.0.0.1', 'SNI_enabled' => false]]);
	$send = fn () => by_streams((int) $port, $way, $message, $context);
}
$send(); /* anchors and, if asked for, a session are there now */
$begin = hrtime(true);
for ($i = 0; $i < $count; $i++) {
	$send();
}
printf("%.0f\n", $count / ((hrtime(true) - $begin) / 1e9));

function by_streams(int $port, string $way, string $message, $context): void
{
	$scheme = $way === 'implicit' ? 'tls' : 'tcp';
	$stream = stream_socket_client("$scheme://127.0.0.1:$port", $errno, $error, 10, STREAM_CLIENT_CONNECT, $context) or exit(1);
	$get = function (int $replies) use ($stream): void {
		while ($replies > 0) {
			$line = fgets($stream);
			$line !== false && ($line[0] === '2' || $line[0] === '3') || exit("refused: $line\n");
			$replies -= (int) ($line[3] === ' ');
		}
	};
	$get(1);
	fwrite($stream, "EHLO bench.example\r\n");
	$get(1);
	if ($way === 'starttls') {
		fwrite($stream, "STARTTLS\r\n");
		$get(1);
		stream_socket_enable_crypto($stream, true, STREAM_CRYPTO_METHOD_TLS_CLIENT) || exit(1);
		fwrite($stream, "EHLO bench.example\r\n");
		$get(1);
	}
	fwrite($stream, "MAIL FROM:<alice@example.org>\r\nRCPT TO:<bob@example.org>\r\nDATA\r\n");
	$get(3);
	fwrite($stream, $message);
	$get(1);
	fwrite($stream, "QUIT\r\n");
	$get(1);
	fclose($stream);
}
