--TEST--
TLS: a client certificate is shown when the server asks; required and missing: 281
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$certs = certificates();
$ca = "$certs/ca.pem";
$stores = [
	'none' => [],
	'PFX file' => [2, "$certs/client.pfx", 'secret'],
	'PFX blob' => [3, file_get_contents("$certs/client.pfx"), 'secret'],
	'PEM file' => [6, "$certs/client-bundle.pem", ''],
	'PEM blob' => [7, file_get_contents("$certs/client-bundle.pem"), ''],
	'PEM, key encrypted' => [7, file_get_contents("$certs/client-enckey.pem") . file_get_contents("$certs/client.pem") . file_get_contents("$certs/intermediate.pem"), 'secret'],
	'automatic' => [99, "$certs/client.pfx", 'secret'],
	'certificate without key' => [8, "$certs/client.pem", ''],
];
foreach (['-tls1_2', '-tls1_3'] as $version) {
	foreach ($stores as $name => $store) {
		$server = smtp_server(tls_by_openssl("$certs/server-bundle.pem", "$version -Verify 4 -verify_return_error -CAfile $certs/root.pem") . "S: 220 mx ready\n" . tls_hello() . SMTP_QUIT);
		$client = tls_client($server, TLS_IMPLICIT);
		if ($store !== []) {
			$client->setSSLCertStoreType($store[0])->setSSLCertStore($store[1])->setSSLCertStorePassword($store[2])->setSSLCertSubject('client');
		}
		echo "$version $name: ", tls_try($client), ' ', preg_match('/^subject=(.*)$/m', $server->openssl(), $match) ? str_replace(' = ', '=', $match[1]) : '', "\n";
	}
}
/* Not required: without one the log-in goes on. */
$server = smtp_server(tls_by_openssl("$certs/server-bundle.pem", "-verify 4 -CAfile $certs/root.pem") . "S: 220 mx ready\n" . tls_hello() . SMTP_QUIT);
echo 'asked, not required: ', tls_try(tls_client($server, TLS_IMPLICIT)), "\n";
/* A chain by SSLCACerts */
foreach (['intermediate' => 'intermediate', 'a stranger' => 'stranger-root'] as $what => $file) {
	$server = smtp_server(tls_by_openssl("$certs/server-bundle.pem", "-Verify 4 -verify_return_error -CAfile $certs/root.pem") . "S: 220 mx ready\n" . tls_hello() . SMTP_QUIT);
	$client = tls_client($server, TLS_IMPLICIT);
	$client->setSSLCertStoreType(7)->setSSLCertStore(file_get_contents("$certs/client.key") . file_get_contents("$certs/client.pem"))->setSSLCertSubject('*');
	$client->doConfig('SSLCACerts=' . file_get_contents("$certs/$file.pem"));
	echo "SSLCACerts with $what: ", tls_try($client), "\n";
}
?>
--EXPECT--
-tls1_2 none: 281: localhost requires a client certificate, and none is selected (SSLCertSubject). 
-tls1_2 PFX file: ok CN=client
-tls1_2 PFX blob: ok CN=client
-tls1_2 PEM file: ok CN=client
-tls1_2 PEM blob: ok CN=client
-tls1_2 PEM, key encrypted: ok CN=client
-tls1_2 automatic: ok CN=client
-tls1_2 certificate without key: 281: The selected TLS client certificate has no private key. 
-tls1_3 none: 281: localhost requires a client certificate, and none is selected (SSLCertSubject). 
-tls1_3 PFX file: ok CN=client
-tls1_3 PFX blob: ok CN=client
-tls1_3 PEM file: ok CN=client
-tls1_3 PEM blob: ok CN=client
-tls1_3 PEM, key encrypted: ok CN=client
-tls1_3 automatic: ok CN=client
-tls1_3 certificate without key: 281: The selected TLS client certificate has no private key. 
asked, not required: ok
SSLCACerts with intermediate: ok
SSLCACerts with a stranger: 274: SSLCACerts does not hold the issuer of the TLS client certificate.
