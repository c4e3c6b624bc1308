<?php
/* What every thread does with objects of its own: messages plain, signed and encrypted over TLS, whose trust store,
 * sessions and signer templates a process shares; a refusal; a callback that ends the connection by an exception. */
$certificates = getenv('SSMTP_TEST_CERTS');
$port = (int) getenv('SSMTP_THREADS_PORT');
/* The folder of this thread alone: that of the process is another one. */
chdir($certificates);

function wanted(bool $holds, string $what): void
{
	if (!$holds) {
		echo "FAIL threads.php: $what\n";
		exit(1);
	}
}

function new_mail(): SSMTP
{
	global $port;
	$m = new SSMTP();
	$m->setMailServer('localhost')->setMailPort($port)->setSSLStartMode(SSMTP::SSL_IMPLICIT);
	$m->doConfig('OpenSSLCAFile=root.pem');
	return $m->setFrom('alice@example.org')->setSendTo('bob@example.org')->setSubject("Gr\u{fc}\u{df}e")
		->setMessageText(str_repeat("Hello Bob\r\n", 50));
}

function signer(SSMTP $m): SSMTP
{
	return $m->setCertStoreType(SSMTP::CST_PFXFILE)->setCertStore('alice.pfx')->setCertStorePassword('secret')
		->setCertSubject('*');
}

foreach ([null, SSMTP::SIGN, SSMTP::ENCRYPT] as $protection) {
	$m = new_mail();
	if ($protection !== null) {
		signer($m)->doAddRecipientCert(file_get_contents('bob.pem'));
		$m->setProtection($protection);
	}
	$m->doSend();
	$m->doSend();
	wanted($m->getDeliveryReport() !== [], 'no report');
}

try {
	new_mail()->setMailServer('')->doSend();
	wanted(false, 'no server was refused');
} catch (SSMTPException $e) {
	wanted($e->getCode() !== 0, 'an exception without a code');
}

$m = new_mail();
$m->on('SSLServerAuthentication', fn () => throw new LogicException('not this one'));
try {
	$m->doConnect();
	wanted(false, 'the callback did not end the connection');
} catch (LogicException $e) {
	wanted($e->getMessage() === 'not this one', $e->getMessage());
}

ob_start();
phpinfo(INFO_MODULES);
wanted(str_contains(ob_get_clean(), 'SASL mechanisms'), 'no phpinfo()');
