--TEST--
open_basedir holds for the files of TLS, for every store type, and behind symbolic links
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

$certs = certificates();
$inside = sys_get_temp_dir() . '/ssmtp-inside-' . getmypid();
$outside = sys_get_temp_dir() . '/ssmtp-outside-' . getmypid();
mkdir($inside);
mkdir($outside);
foreach (['alice.pfx', 'alice-bundle.pem', 'alice.p7b', 'alice.pem', 'ca.pem'] as $name) {
	copy("$certs/$name", "$outside/$name");
	symlink("$outside/$name", "$inside/link-$name");
	copy("$certs/$name", "$inside/$name");
}
ini_set('open_basedir', $inside . PATH_SEPARATOR . dirname(__DIR__));

$types = [SSMTP::CST_PFXFILE => 'alice.pfx', SSMTP::CST_PEMKEY_FILE => 'alice-bundle.pem', SSMTP::CST_PUBLIC_KEY_FILE => 'alice.pem',
	SSMTP::CST_P7BFILE => 'alice.p7b', SSMTP::CST_AUTO => 'alice.pfx'];
foreach ($types as $type => $name) {
	foreach (["$inside/$name", "$outside/$name", "$inside/link-$name", "$inside/../" . basename($outside) . "/$name", "file://$inside/$name",
		"php://filter/resource=$inside/$name", "data://text/plain;base64,AAAA", "compress.zlib://$inside/$name", "phar://$inside/$name"] as $i => $path) {
		$m = new SSMTP();
		$code = code(fn () => $m->setCertStoreType($type)->setCertStorePassword('secret')->setCertStore($path)->setCertSubject('*'));
		echo $code, $i === 8 ? "\n" : ' ';
	}
	$accept = new SSMTP();
	$code = code(fn () => $accept->setSSLAcceptServerCertStoreType($type)->setSSLAcceptServerCertStorePassword('secret')->setSSLAcceptServerCertStore("$outside/$name"));
	echo "accept $code\n";
}
foreach (["OpenSSLCAFile=$outside/ca.pem", "OpenSSLCAFile=$inside/link-ca.pem", "OpenSSLCADir=$outside", "SSLKeyLogFile=$outside/keys", "OpenSSLCAFile=http://127.0.0.1/ca.pem", "SSLKeyLogFile=$inside/keys"] as $config) {
	/* The one on the inside is right, so that only the path can be wrong. */
	$m = client(smtp_server("S: 220 ready\nC: EHLO *\nS: 250-hi\nS: 250 STARTTLS\nC: STARTTLS\nS: 220 go\nstarttls $certs/server-bundle.pem\nC: EHLO *\nS: 250 hi\nany\n"));
	$m->setSSLStartMode(SSMTP::SSL_EXPLICIT)->setTimeout(3);
	$m->doConfig("OpenSSLCAFile=$inside/ca.pem");
	$code = code(fn () => $m->doConfig($config)) ?: code(fn () => $m->doConnect());
	echo explode('=', $config)[0], " $code\n";
}
clearstatcache();
var_dump(file_exists("$inside/keys"));
exec('rm -r ' . escapeshellarg($outside) . ' ' . escapeshellarg($inside));
?>
--EXPECT--
0 271 271 271 271 271 271 271 271
accept 271
0 271 271 271 271 271 271 271 271
accept 271
0 271 271 271 271 271 271 271 271
accept 271
0 271 271 271 271 271 271 271 271
accept 271
0 271 271 271 271 271 271 271 271
accept 271
OpenSSLCAFile 271
OpenSSLCAFile 271
OpenSSLCADir 271
SSLKeyLogFile 303
OpenSSLCAFile 271
SSLKeyLogFile 0
bool(true)
