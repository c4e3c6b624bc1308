--TEST--
TLS: SSLServerCert* tell the certificate of the last connection and are cleared at the next one
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$server = smtp_server(tls_implicit(tls_by_php(certificates() . '/server-bundle.pem')) . SMTP_QUIT
	. "accept\n" . smtp_greeting('SIZE') . SMTP_QUIT);
$client = tls_client($server, TLS_IMPLICIT);
$fields = ['Encoded', 'EffectiveDate', 'ExpirationDate', 'ExtendedKeyUsage', 'Fingerprint', 'FingerprintSHA1', 'FingerprintSHA256', 'Issuer',
	'PublicKey', 'PublicKeyAlgorithm', 'PublicKeyLength', 'SerialNumber', 'SignatureAlgorithm', 'SubjectAltNames', 'ThumbprintMD5',
	'ThumbprintSHA1', 'ThumbprintSHA256', 'Usage', 'UsageFlags', 'Version', 'Subject', 'PrivateKey', 'PrivateKeyAvailable'];
$read = fn () => array_combine($fields, array_map(fn ($field) => $client->{"getSSLServerCert$field"}(), $fields));
$empty = $read();
echo tls_try($client), "\n";
$got = $read();
$pem = file_get_contents(certificates() . '/server.pem');
$x509 = openssl_x509_parse($pem);
var_dump(openssl_x509_fingerprint($got['Encoded'], 'sha256') === openssl_x509_fingerprint($pem, 'sha256'));
var_dump($got['ThumbprintSHA1'] === strtoupper(openssl_x509_fingerprint($pem, 'sha1')));
var_dump($got['FingerprintSHA256'] === implode(':', str_split(openssl_x509_fingerprint($pem, 'sha256'), 2)));
var_dump($got['SerialNumber'] === $x509['serialNumberHex']);
var_dump(strtotime($got['ExpirationDate']) === $x509['validTo_time_t']);
foreach (['Subject', 'Issuer', 'ExtendedKeyUsage', 'PublicKeyAlgorithm', 'PublicKeyLength', 'SubjectAltNames', 'Usage', 'UsageFlags', 'Version',
	'SignatureAlgorithm', 'PrivateKey', 'PrivateKeyAvailable'] as $field) {
	echo "$field: ", json_encode($got[$field], JSON_UNESCAPED_SLASHES), "\n";
}
foreach (['Cipher', 'CipherStrength', 'CipherSuite', 'KeyExchange', 'KeyExchangeStrength', 'Version'] as $name) {
	echo "SSLNegotiated$name: ", $client->doConfig("SSLNegotiated$name"), ' ', code(fn () => $client->doConfig("SSLNegotiated$name=x")), "\n";
}
$client->setSSLStartMode(3);
echo tls_try($client), ' ', strstr($server->wait(), '!!'), "\n";
var_dump($read() === $empty);
foreach (['Cipher', 'CipherStrength', 'CipherSuite', 'KeyExchange', 'KeyExchangeStrength', 'Version'] as $name) {
	echo json_encode($client->doConfig("SSLNegotiated$name")), ' ';
}
?>
--EXPECT--
ok
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
Subject: "CN=localhost"
Issuer: "C=DE, O=Example, CN=Test intermediate"
ExtendedKeyUsage: "1.3.6.1.5.5.7.3.1"
PublicKeyAlgorithm: "EC"
PublicKeyLength: 256
SubjectAltNames: "localhost,mx.example.com,127.0.0.1"
Usage: "Digital Signature"
UsageFlags: 128
Version: "V3"
SignatureAlgorithm: "ecdsa-with-SHA256"
PrivateKey: ""
PrivateKeyAvailable: false
SSLNegotiatedCipher: TLS_AES_256_GCM_SHA384 211
SSLNegotiatedCipherStrength: 256 211
SSLNegotiatedCipherSuite: TLS_AES_256_GCM_SHA384 211
SSLNegotiatedKeyExchange: X25519 211
SSLNegotiatedKeyExchangeStrength: 253 211
SSLNegotiatedVersion: TLSv1.3 211
ok 
bool(true)
"" "0" "" "" "0" ""
