--TEST--
Postfix delivers signed mail that openssl, gpgsm and cmsutil verify, whatever the text holds
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
require_program('postfix', 'postfix');
require_program('gpgsm', 'gpgsm');
require_program('cmsutil', 'libnss3-tools');
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
$mail = new SSMTP();
$mail->setMailServer('127.0.0.1')->setMailPort($postfix->port)->setTimeout(60);
$mail->setCertStoreType(SSMTP::CST_PFXFILE)->setCertStore("$certs/alice.pfx")->setCertStorePassword('secret')->setCertSubject('*');
$mail->doConfig('AllowEmptyBody=True');
$mail->doConnect();
foreach (CONTENTS as $name => $ignored) {
	$mail->doResetHeaders();
	$mail->setFrom('alice@example.org')->setSendTo('bob@example.org')->setSubject($name)->setMessageText(content($name));
	$mail->doSign();
	$mail->doSend();
}
$mail->doDisconnect();

$received = [];
foreach ($postfix->mailbox('bob', count(CONTENTS)) as $message) {
	preg_match('/^Subject: (.*)$/m', $message, $match);
	$received[$match[1]] = $message;
}
foreach (CONTENTS as $name => $ignored) {
	[$content, $signature] = signed_parts($received[$name]);
	$verified = openssl_verified($received[$name], $certs);
	printf("%s: %s, %s, %s, %s\n", $name,
		$verified !== null ? 'openssl' : '-',
		gpgsm_verifies($content, $signature, $certs) ? 'gpgsm' : '-',
		cmsutil_verifies($content, $signature, $certs) ? 'cmsutil' : '-',
		decoded_body((string) $verified) === canonical(content($name)) ? 'same text' : 'OTHER TEXT ' . json_encode(decoded_body((string) $verified)));
}
?>
--EXPECT--
plain text: openssl, gpgsm, cmsutil, same text
8-bit text: openssl, gpgsm, cmsutil, same text
lines over 998: openssl, gpgsm, cmsutil, same text
trailing blanks: openssl, gpgsm, cmsutil, same text
lone dots: openssl, gpgsm, cmsutil, same text
From at line start: openssl, gpgsm, cmsutil, same text
empty body: openssl, gpgsm, cmsutil, same text
no final newline: openssl, gpgsm, cmsutil, same text
CR only: openssl, gpgsm, cmsutil, same text
LF only: openssl, gpgsm, cmsutil, same text
