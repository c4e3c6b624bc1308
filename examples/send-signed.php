<?php
/* Sends one signed message: php -d extension=ssmtp.so send-signed.php SERVER[:PORT] SIGNER.pfx PASSWORD FROM TO */

if ($argc !== 6) {
	fwrite(STDERR, "usage: php {$argv[0]} SERVER[:PORT] SIGNER.pfx PASSWORD FROM TO\n");
	exit(2);
}
[, $server, $pfx, $password, $from, $to] = $argv;
[$host, $port] = explode(':', $server) + [1 => 25];

try {
	$mail = new SSMTP();
	$mail->setMailServer($host)->setMailPort((int) $port);
	$mail->setFrom($from)->setSendTo($to)->setSubject('A signed message')->setMessageText("Signed, sealed, delivered.\n");
	$mail->setCertStoreType(SSMTP::CST_PFXFILE)->setCertStore($pfx)->setCertStorePassword($password)->setCertSubject('*');
	$mail->setProtection(SSMTP::SIGN);
	$mail->doSend();
	echo "sent: ", $mail->getDeliveryReport()['text'], "\n";
} catch (SSMTPException $e) {
	fwrite(STDERR, "not sent: {$e->getMessage()}\n");
	exit(1);
}
