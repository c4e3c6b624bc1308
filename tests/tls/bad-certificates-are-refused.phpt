--TEST--
TLS: certificates that must be refused are refused, with the reason and not one octet of SMTP
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$certs = certificates();
$dir = own_folder();
$intermediate = "$certs/intermediate.pem";
$catalogue = [
	'good' => "$certs/server-bundle.pem",
	'expired' => "$certs/server-expired-bundle.pem",
	'not yet valid' => "$certs/server-notyet-bundle.pem",
	'wrong host' => certificate('wrong-host', ['san' => 'DNS:mx.example.com']),
	'no name but CN' => certificate('cn', ['san' => 'DNS:mx.example.com', 'subject' => '/CN=localhost']),
	'self-signed' => certificate('self', ['issuer' => '', 'chain' => []]),
	'unknown CA' => certificate('unknown', ['issuer' => 'stranger-root', 'chain' => ["$certs/stranger-root.pem"]]),
	'missing intermediate' => certificate('alone', ['chain' => []]),
	'weak key' => certificate('weak', ['key' => 'RSA -pkeyopt rsa_keygen_bits:1024']),
	'weak signature' => certificate('sha1', ['digest' => 'sha1']),
	'for clients' => certificate('client', ['extensions' => 'extendedKeyUsage = clientAuth']),
	'issued by a leaf' => certificate('leaf', ['issuer' => "$certs/server", 'chain' => ["$certs/server.pem", $intermediate]]),
	'NUL in the name' => certificate('nul', ['san' => 'DER:30:18:82:16:6c:6f:63:61:6c:68:6f:73:74:00:2e:65:76:69:6c:2e:65:78:61:6d:70:6c']),
	'wildcard over all' => certificate('star', ['san' => 'DNS:*']),
	'e-mail in place of a host' => certificate('mail', ['san' => 'email:localhost@localhost']),
	'URI in place of a host' => certificate('uri', ['san' => 'URI:smtp://localhost']),
];
foreach ($catalogue as $name => $bundle) {
	$server = smtp_server(tls_by_openssl($bundle, '-cipher DEFAULT@SECLEVEL=0') . ($name === 'good' ? "S: 220 mx ready\n" . tls_hello() . SMTP_QUIT : "eof\n"));
	$client = tls_client($server, TLS_IMPLICIT);
	$lines = [];
	record($client, $lines, 'SSLServerAuthentication');
	echo "$name: ", tls_try($client), ' ', $client->doConfig('SSLError'), ' ', $client->doConfig('SSLSpecificError'), "\n",
		count($lines) === 1 ? '' : 'events: ' . count($lines) . "\n",
		$client->getSSLServerCertEncoded() === '' ? "no certificate\n" : '';
	echo strstr($server->wait(), '!!');
}
?>
--EXPECT--
good: ok 0 0
expired: 280: The server's certificate was not accepted: certificate has expired 280 10
not yet valid: 280: The server's certificate was not accepted: certificate is not yet valid 280 9
wrong host: 280: The server's certificate was not accepted: hostname mismatch (asked for localhost, the certificate is for mx.example.com). 280 62
no name but CN: 280: The server's certificate was not accepted: hostname mismatch (asked for localhost, the certificate is for mx.example.com). 280 62
self-signed: 280: The server's certificate was not accepted: self-signed certificate 280 18
unknown CA: 280: The server's certificate was not accepted: self-signed certificate in certificate chain 280 19
missing intermediate: 280: The server's certificate was not accepted: unable to get local issuer certificate; unable to verify the first certificate 280 20
weak key: 280: The server's certificate was not accepted: EE certificate key too weak 280 66
weak signature: 280: The server's certificate was not accepted: CA signature digest algorithm too weak; signature algorithm not allowed by the settings: ecdsa-with-SHA1 280 68
for clients: 280: The server's certificate was not accepted: unsuitable certificate purpose 280 26
issued by a leaf: 280: The server's certificate was not accepted: invalid CA certificate; unsuitable certificate purpose; key usage does not include certificate signing 280 79
NUL in the name: 280: The server's certificate was not accepted: hostname mismatch (asked for localhost, the certificate is for localhost?.evil.exampl). 280 62
wildcard over all: 280: The server's certificate was not accepted: hostname mismatch (asked for localhost, the certificate is for *). 280 62
e-mail in place of a host: 280: The server's certificate was not accepted: hostname mismatch (asked for localhost, the certificate is for localhost@localhost). 280 62
URI in place of a host: 280: The server's certificate was not accepted: hostname mismatch (asked for localhost, the certificate is for smtp://localhost). 280 62
