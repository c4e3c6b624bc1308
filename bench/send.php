<?php
/* Submits COUNT messages of 1 KiB over one kept connection; prints messages a second.
 * php -d extension=ssmtp.so send.php PORT COUNT [queue: through ProcessQueue; new: another subject and text each;
 * many: to 1,000 recipients] */

[, $port, $count] = $argv;
$way = $argv[3] ?? '';
$text = str_repeat("the quick brown fox jumps over the lazy dog, again and again,\r\n", 14);
$mail = new SSMTP();
$mail->setMailServer('127.0.0.1')->setMailPort((int) $port);
$mail->setFrom('alice@example.org')->setSendTo('bob@example.org')->setSubject('bench')->setMessageText($text);

$queue = null;
if ($way === 'many') {
	$mail->setSendTo(implode(', ', array_map(fn ($i) => "user$i@example.org", range(1, 1000))))->doConfig('StopOnToErrors=False');
}
if ($way === 'queue') {
	$queue = sys_get_temp_dir() . '/ssmtp-bench-' . getmypid();
	mkdir($queue, 0700);
	for ($i = 0; $i < $count; $i++) {
		$mail->doQueue($queue);
	}
}
$mail->doConnect();
$begin = hrtime(true);
if ($queue !== null) {
	$mail->doProcessQueue($queue);
} else {
	for ($i = 0; $i < $count; $i++) {
		if ($way === 'new') {
			$mail->setSubject("bench $i")->setSendTo("bob$i@example.org")->setMessageText($text);
		}
		$mail->doSend();
	}
}
$seconds = (hrtime(true) - $begin) / 1e9;
$mail->doDisconnect();
if ($queue !== null) {
	rmdir($queue);
}
printf("%.0f\n", $count / $seconds);
