<?php
/* Sends a body of SIZE MiB from a file and prints by how many MiB the resident
 * size grew. php -d extension=ssmtp.so memory.php PORT SIZE plain|secure CERTS */

[, $port, $size, $mode, $certs] = $argv;
$file = sys_get_temp_dir() . '/ssmtp-memory-' . getmypid();
$out = fopen($file, 'w');
$chunk = str_repeat("the quick brown fox jumps over the lazy dog, again and again,\r\n", 16512);
for ($left = (int) $size * 1048576; $left > 0; $left -= strlen($chunk)) {
	fwrite($out, $left < strlen($chunk) ? substr($chunk, 0, $left) : $chunk);
}
fclose($out);

function status(string $name): float
{
	preg_match("/^$name:\s+(\d+)/m", file_get_contents('/proc/self/status'), $match);
	return $match[1] / 1024;
}

$mail = new SSMTP();
$mail->setMailServer('127.0.0.1')->setMailPort((int) $port)->setTimeout(600);
$mail->setFrom('alice@example.org')->setSendTo('bob@example.org')->setSubject('large');
$mail->doConnect();
$idle = status('VmRSS');
$mail->doSetMessageStream(fopen($file, 'rb'));
unlink($file);
$begin = hrtime(true);
if ($mode === 'secure') {
	$mail->setCertStoreType(SSMTP::CST_PEMKEY_FILE)->setCertStore("$certs/alice-bundle.pem")->setCertSubject('*');
	$mail->doAddRecipientCert(file_get_contents("$certs/bob.pem"));
	$mail->doSignAndEncrypt();
}
$mail->doSend();
printf("%.1f MiB above the idle size, %.1f s\n", status('VmHWM') - $idle, (hrtime(true) - $begin) / 1e9);
