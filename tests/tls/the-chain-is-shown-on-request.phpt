--TEST--
TLS: SSLIncludeCertChain puts all certificates of the server into certencoded, leaf first
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$certs = certificates();
foreach (['False', 'True'] as $chain) {
	$server = smtp_server(tls_by_php("$certs/server-bundle.pem") . "eof\n");
	$client = tls_client($server, TLS_IMPLICIT);
	$client->doConfig("SSLIncludeCertChain=$chain");
	ssmtp_register_callback($client, 6, function ($param) {
		preg_match_all('/-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----/s', $param['certencoded'], $match);
		foreach ($match[0] as $pem) {
			echo openssl_x509_parse($pem)['name'], "\n";
		}
		echo "$param[certsubject] | $param[certissuer]\n";
		return ['accept' => false];
	});
	echo code(fn () => $client->doConnect()), "\n", strstr($server->wait(), '!!');
}
?>
--EXPECT--
/CN=localhost
CN=localhost | C=DE, O=Example, CN=Test intermediate
280
/CN=localhost
/C=DE/O=Example/CN=Test intermediate
/C=DE/O=Example/CN=Test root
CN=localhost | C=DE, O=Example, CN=Test intermediate
280
