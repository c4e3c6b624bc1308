<?php
/* Submits FILE as a stream COUNT times over one kept connection; prints messages a second.
 * php -d extension=ssmtp.so stream.php PORT COUNT FILE */

[, $port, $count, $file] = $argv;
$mail = new SSMTP();
$mail->setMailServer('127.0.0.1')->setMailPort((int) $port);
$mail->setFrom('alice@example.org')->setSendTo('bob@example.org')->setSubject('bench');
$mail->doConnect();
$begin = hrtime(true);
for ($i = 0; $i < $count; $i++) {
	$mail->doSetMessageStream(fopen($file, 'r'));
	$mail->doSend();
}
printf("%.2f\n", $count * 1e9 / (hrtime(true) - $begin));
$mail->doDisconnect();
