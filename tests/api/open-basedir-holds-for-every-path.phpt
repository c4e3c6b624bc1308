--TEST--
open_basedir holds for every path that a property or method takes
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

$certificates = certificates();
$inside = sys_get_temp_dir() . '/ssmtp-basedir-' . getmypid();
mkdir($inside);
copy("$certificates/alice.pfx", "$inside/alice.pfx");
ini_set('open_basedir', $inside . PATH_SEPARATOR . dirname(__DIR__));

$paths = [
	'CertStore' => fn (SSMTP $m) => $m->setCertStoreType(SSMTP::CST_PFXFILE)->setCertStorePassword('secret')->setCertStore("$certificates/alice.pfx")
		->setCertSubject('*'),
	'SSLCertStore' => fn (SSMTP $m) => $m->setSSLCertStoreType(SSMTP::CST_PEMKEY_FILE)->setSSLCertStore("$certificates/server-bundle.pem")
		->setSSLCertSubject('*'),
	'Queue' => fn (SSMTP $m) => client(null, $m)->doQueue('/tmp'),
	'ProcessQueue' => fn (SSMTP $m) => client(null, $m)->doProcessQueue('/tmp'),
	'phar' => fn (SSMTP $m) => $m->setCertStoreType(SSMTP::CST_PFXFILE)->setCertStore("phar://$inside/alice.pfx")->setCertSubject('*'),
	'http' => fn (SSMTP $m) => $m->setCertStoreType(SSMTP::CST_PFXFILE)->setCertStore('http://127.0.0.1/x.pfx')->setCertSubject('*'),
];
foreach ($paths as $name => $use) {
	echo "$name: ", code(fn () => $use(new SSMTP())), "\n";
}
$m = new SSMTP();
$m->setCertStoreType(SSMTP::CST_PFXFILE)->setCertStorePassword('secret')->setCertStore("$inside/alice.pfx")->setCertSubject('*');
echo $m->getCertSubject() !== '' ? 'inside: found' : 'inside: nothing', "\n";
unlink("$inside/alice.pfx");
rmdir($inside);
?>
--EXPECT--
CertStore: 271
SSLCertStore: 271
Queue: 303
ProcessQueue: 303
phar: 271
http: 271
inside: found
