--TEST--
A server that closes or resets at any step is an error, and the object can be used again
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

const SESSION = ["S: 220 mx.example.com ready", "C: EHLO *", "S: 250-mx.example.com", "S: 250 SIZE 1000", "C: MAIL FROM:<*>*",
	"S: 250 ok", "C: RCPT TO:<*>", "S: 250 ok", "C: DATA", "S: 354 go ahead", "data", "S: 250 queued", "C: QUIT"];

$m = new SSMTP();
for ($steps = 0; $steps < count(SESSION); $steps++) {
	foreach (['close', 'rst'] as $end) {
		$server = smtp_server(implode("\n", array_slice(SESSION, 0, $steps)) . "\n$end");
		client($server, $m);
		try {
			$m->doSend();
			echo "$steps $end: sent\n";
		} catch (SSMTPException $e) {
			/* Closed while something unread was there, a connection ends as if it were reset. */
			$code = $e->getCode() === 10054 ? 1120 : $e->getCode();
			$codes[$end][$code][] = $steps . ($e->mayHaveBeenDelivered() ? '!' : '');
			if ($m->getConnected()) {
				echo "$steps $end: still connected\n";
			}
		}
		$server->wait();
		if (preg_match('/!!.*bare/', $server->wait())) {
			echo $server->wait();
		}
	}
}
foreach ($codes as $end => $list) {
	foreach ($list as $code => $at) {
		echo "$end $code: ", implode(' ', $at), "\n";
	}
}
?>
--EXPECT--
12 close: sent
12 rst: sent
close 1120: 0 1 2 3 4 5 6 7 8 9 10! 11!
rst 1120: 0 1 2 3 4 5 6 7 8 9 10! 11!
