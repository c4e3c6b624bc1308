--TEST--
S/MIME: CertSubject before the store says what to set first; a key without certificate and the reverse say what is missing
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; ?>
--FILE--
<?php
require __DIR__ . "/../client.inc";
chdir(sys_get_temp_dir()); /* no file MY here */
$certs = certificates();
$m = new SSMTP();
foreach (['setCertSubject', 'setSSLCertSubject'] as $set) {
	echo outcome(fn () => $m->$set('alice@example.org')), "\n";
}
$m->setFrom('alice@example.org')->setSendTo('bob@example.org')->setMessageText('x');
echo outcome(fn () => $m->doSign()), "\n";
$m->setCertStoreType(SSMTP::CST_PEMKEY_FILE)->setCertStore("$certs/alice.key")->setCertSubject('*');
echo outcome(fn () => $m->doSign()), "\n";
$m->setCertStore("$certs/alice.pem")->setCertSubject('*');
echo outcome(fn () => $m->doSign()), "\n";
$m->setCertStore("$certs/alice-bundle.pem")->setCertSubject('*');
echo outcome(fn () => $m->doSign()), "\n";
?>
--EXPECT--
271: There is no certificate store to look in: set CertStoreType, CertStore and CertStorePassword first, then CertSubject.
271: There is no certificate store to look in: set SSLCertStoreType, SSLCertStore and SSLCertStorePassword first, then SSLCertSubject.
10199: No signing certificate with a private key is selected: set CertStoreType, CertStore, CertStorePassword and then CertSubject.
273: The certificate is missing: CertStore holds a private key only; set CertEncoded to its certificate.
273: The private key is missing: nothing in CertStore belongs to the signing certificate "C=DE, O="Example, Inc.", OU=Mail, CN=alice"; set CertStore and CertStorePassword to what holds its key, then CertSubject.
ok
