<?php
/* The main job, as scripts/demo runs it: four messages to a local server.
 * php -d extension=ssmtp.so demo.php PORT CERTS */

[, $port, $certs] = $argv;
$text = "Sehr geehrte Frau Köhler,\r\n\r\nIhre Rechnung Nr. 4711 über 128,40 € liegt bei.\r\n.\r\nMit freundlichen Grüßen\r\n";

$mail = new class extends SSMTP {
	public function firePITrail(array $param): array
	{
		static $mark = ['C: ', 'S: ', '   '];
		echo '    ', $mark[$param['direction']], $param['message'], "\n";
		return $param;
	}
};
$mail->setMailServer('127.0.0.1')->setMailPort((int) $port);
$mail->setCertStoreType(SSMTP::CST_PFXFILE)->setCertStore("$certs/alice.pfx")->setCertStorePassword('secret')->setCertSubject('*');
$mail->doConnect();

$jobs = [
	'plain' => 0,
	'signed' => SSMTP::SIGN,
	'encrypted' => SSMTP::ENCRYPT,
	'signed and encrypted' => SSMTP::SIGN | SSMTP::ENCRYPT,
];
foreach ($jobs as $name => $protection) {
	echo "\n  $name\n";
	$mail->doNewMessage();
	$mail->setFrom('Alice Bauer <alice@example.org>')->setSendTo('"Köhler, Bob" <bob@example.org>');
	$mail->setSubject("Rechnung Nr. 4711 über 128,40 € ($name)")->setMessageText($text);
	$mail->doAddRecipientCert(file_get_contents("$certs/bob.pem"));
	$mail->setProtection($protection)->doSend();
	$report = $mail->getDeliveryReport();
	echo "    => {$report['recipients'][0]['address']}: {$report['text']}\n";
}
$mail->doDisconnect();
