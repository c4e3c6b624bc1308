--TEST--
Postfix delivers mail signed with a PFX and encrypted for a PEM certificate, and only its recipients read it
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
require_program('postfix', 'postfix');
require_function('posix_kill', 'php-common (posix)');
if (posix_geteuid() !== 0) die('skip Postfix starts as root only');
?>
--EXTENSIONS--
posix
--FILE--
<?php
require __DIR__ . '/../client.inc';
require __DIR__ . '/../postfix.inc';
require __DIR__ . '/../readers.inc';
require __DIR__ . '/../contents.inc';

$certs = certificates();
$postfix = new PostfixServer();
$text = "Sehr geehrte Frau Köhler,\r\n.\r\nIhre Rechnung über 128,40 € liegt bei.\r\n";
$mail = new SSMTP();
$mail->setMailServer('127.0.0.1')->setMailPort($postfix->port)->setTimeout(60);
$mail->setFrom('Alice <alice@example.org>')->setSendTo('bob@example.org, "Dave D." <dave@example.org>');
$mail->setSubject('Rechnung über 128,40 €')->setMessageText($text);
$mail->setCertStoreType(SSMTP::CST_PFXFILE)->setCertStore("$certs/alice.pfx")->setCertStorePassword('secret')->setCertSubject('*');
foreach (['bob', 'dave'] as $name) {
	$mail->doAddRecipientCert(file_get_contents("$certs/$name.pem"));
}
$mail->doSignAndEncrypt();
$mail->doSend();
$report = $mail->getDeliveryReport();
foreach ($report['recipients'] as $recipient) {
	echo $recipient['address'], ' ', $recipient['fate'], ' ', $recipient['replycode'], "\n";
}
echo $report['queueid'] !== '' && str_contains($postfix->log(), $report['queueid']) ? "queue id known\n" : "queue id unknown\n";

foreach (['bob', 'dave'] as $name) {
	[$message] = $postfix->mailbox($name);
	preg_match('/^Subject: (.*)$/m', $message, $match);
	echo decoded_words($match[1]), "\n";
	$inner = openssl_decrypted($message, $certs, $name);
	$content = openssl_verified($inner, $certs);
	echo $name, ': ', decoded_body((string) $content) === $text ? 'decrypted and verified' : 'FAILED', "\n";
	echo "somebody else: ", openssl_decrypted($message, $certs, 'server') === null ? 'cannot read' : 'READS', "\n";
	echo str_contains($message, '128,40') ? 'TEXT IN CLEAR' : 'no text in clear', "\n";
}
?>
--EXPECT--
bob@example.org delivered 250
dave@example.org delivered 250
queue id known
Rechnung über 128,40 €
bob: decrypted and verified
somebody else: cannot read
no text in clear
Rechnung über 128,40 €
dave: decrypted and verified
somebody else: cannot read
no text in clear
