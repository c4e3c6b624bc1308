--TEST--
TLS: SSLPinnedOnly accepts the certificate of SSLAcceptServerCertEncoded and no other, whoever signed it
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$certs = certificates();
$alone = certificate('alone', ['issuer' => '', 'chain' => []]);
$leaf = fn (string $file) => preg_replace('/^.*?(?=-----BEGIN CERT)/s', '', file_get_contents($file));
$cases = [
	'pinned and shown' => ["$certs/server-bundle.pem", "$certs/server.pem", false],
	'pinned and shown, self-signed' => [$alone, $alone, false],
	'another of a known CA' => ["$certs/server-bundle.pem", $alone, false],
	'another, any allowed' => ["$certs/server-bundle.pem", $alone, true],
	'nothing pinned' => ["$certs/server-bundle.pem", null, false],
];
foreach ($cases as $name => [$shown, $pinned, $any]) {
	foreach (['True', 'False'] as $only) {
		$server = smtp_server(tls_implicit(tls_by_php($shown)) . SMTP_QUIT);
		$client = tls_client($server, TLS_IMPLICIT);
		$client->setSSLAcceptServerCertEncoded($pinned === null ? '' : $leaf($pinned));
		$client->doConfig("SSLPinnedOnly=$only");
		$client->doConfig('AcceptAnyServerCert=' . ($any ? 'True' : 'False'));
		echo "$name, $only: ", tls_try($client), "\n";
	}
}
?>
--EXPECT--
pinned and shown, True: ok
pinned and shown, False: ok
pinned and shown, self-signed, True: ok
pinned and shown, self-signed, False: ok
another of a known CA, True: 280: The server's certificate was not accepted: not the certificate of SSLAcceptServerCertEncoded, and SSLPinnedOnly allows no other
another of a known CA, False: ok
another, any allowed, True: 280: The server's certificate was not accepted: not the certificate of SSLAcceptServerCertEncoded, and SSLPinnedOnly allows no other
another, any allowed, False: ok
nothing pinned, True: 10022: SSLPinnedOnly needs the certificate: set SSLAcceptServerCertEncoded.
nothing pinned, False: ok
