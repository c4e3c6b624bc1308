--TEST--
TLS: trust anchors come from OpenSSLCAFile, OpenSSLCADir and SSLServerCACerts, and from nowhere else when one of them is set
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$certs = certificates();
$hashed = own_folder() . '/hashed';
mkdir($hashed);
copy("$certs/root.pem", "$hashed/root.pem");
run('openssl', 'rehash', $hashed);
$root = file_get_contents("$certs/root.pem");
$stranger = file_get_contents("$certs/stranger-root.pem");
$cases = [
	'file' => ["OpenSSLCAFile=$certs/root.pem"],
	'directory' => ["OpenSSLCADir=$hashed"],
	'text' => ["SSLServerCACerts=$root"],
	'text of two' => ["SSLServerCACerts=$stranger$root"],
	'first path that exists' => ["SSLCACertFilePaths=/nonexistent;$certs/root.pem;$certs/stranger-root.pem"],
	'another path first' => ["SSLCACertFilePaths=$certs/stranger-root.pem;$certs/root.pem"],
	'text beside a file' => ["OpenSSLCAFile=$certs/root.pem", "SSLServerCACerts=$stranger"],
	'another text' => ["SSLServerCACerts=$stranger", "SSLCACertFilePaths=$certs/root.pem"],
	'another file' => ["OpenSSLCAFile=$certs/stranger-root.pem", "SSLCACertFilePaths=$certs/root.pem"],
	'an intermediate is no anchor' => ["OpenSSLCAFile=$certs/intermediate.pem"],
	'the defaults' => [],
	'no bundle, no default' => ['SSLCACertFilePaths=/nonexistent'],
];
$server = smtp_server(implode("accept\n", array_fill(0, count($cases), tls_by_php("$certs/server-bundle.pem") . "eof\n")));
foreach ($cases as $name => $settings) {
	$client = client($server)->setMailServer('localhost')->setSSLStartMode(TLS_IMPLICIT)->setTimeout(20);
	foreach ($settings as $setting) {
		$client->doConfig($setting);
	}
	$status = '';
	ssmtp_register_callback($client, 6, function ($param) use (&$status) {
		$status = $param['status'];
		return ['accept' => false];
	});
	code(fn () => $client->doConnect());
	echo "$name: $status\n";
}
?>
--EXPECT--
file: OK
directory: OK
text: OK
text of two: OK
first path that exists: OK
another path first: self-signed certificate in certificate chain
text beside a file: OK
another text: self-signed certificate in certificate chain
another file: self-signed certificate in certificate chain
an intermediate is no anchor: unable to get issuer certificate
the defaults: self-signed certificate in certificate chain
no bundle, no default: self-signed certificate in certificate chain
