--TEST--
Every field of the signing, accepted, client and server certificate is what openssl reads in it
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
require_function('openssl_x509_parse', 'the extension openssl');
?>
--ENV--
TZ=UTC
--FILE--
<?php
require __DIR__ . '/../tls.inc';
require_once __DIR__ . '/../readers.inc';

/** The public key of a certificate or a private key. A PHP with its debug checks dies of Ed25519 in openssl_pkey_get_details(). */
function public_key(string $pem): string
{
	$command = str_contains($pem, 'CERTIFICATE') ? ['openssl', 'x509', '-pubkey', '-noout'] : ['openssl', 'pkey', '-pubout'];
	return run_program($command, $pem);
}

function key_bits(string $public): int
{
	$text = run_program(['openssl', 'pkey', '-pubin', '-text', '-noout'], $public);
	return str_contains($text, 'ED25519') ? 256 : (preg_match('/\((\d+) bit/', $text, $match) ? (int) $match[1] : 0);
}

/** What the fields must be, from PHP's own view of the certificate. */
function fields_of(string $pem, ?string $key, bool $subject): array
{
	$x509 = openssl_x509_parse($pem);
	$public = public_key($pem);
	$hash = fn (string $name) => openssl_x509_fingerprint($pem, $name);
	$pairs = fn (string $hex) => implode(':', str_split($hex, 2));
	$names = ['Digital Signature' => 0x80, 'Non Repudiation' => 0x40, 'Key Encipherment' => 0x20, 'Data Encipherment' => 0x10,
		'Key Agreement' => 0x08, 'Certificate Sign' => 0x04, 'CRL Sign' => 0x02, 'Encipher Only' => 0x01];
	$usage = array_filter(explode(', ', $x509['extensions']['keyUsage'] ?? ''));
	$purposes = ['E-mail Protection' => '1.3.6.1.5.5.7.3.4', 'TLS Web Client Authentication' => '1.3.6.1.5.5.7.3.2',
		'TLS Web Server Authentication' => '1.3.6.1.5.5.7.3.1'];
	return [
		'EffectiveDate' => date('d-M-Y H:i:s', $x509['validFrom_time_t']),
		'ExpirationDate' => date('d-M-Y H:i:s', $x509['validTo_time_t']),
		'ExtendedKeyUsage' => implode(',', array_map(fn ($p) => $purposes[$p], array_filter(explode(', ', $x509['extensions']['extendedKeyUsage'] ?? '')))),
		'Fingerprint' => $pairs($hash('md5')),
		'FingerprintSHA1' => $pairs($hash('sha1')),
		'FingerprintSHA256' => $pairs($hash('sha256')),
		'PrivateKeyAvailable' => $key !== null,
		'PrivateKeyContainer' => '',
		'PublicKey' => trim($public),
		'PublicKeyLength' => key_bits($public),
		'SerialNumber' => strtoupper($x509['serialNumberHex']),
		'SubjectAltNames' => preg_replace('/(^|, ?)(email|DNS|IP Address|URI):/', '$1', str_replace(', ', ',', $x509['extensions']['subjectAltName'] ?? '')),
		'ThumbprintMD5' => strtoupper($hash('md5')),
		'ThumbprintSHA1' => strtoupper($hash('sha1')),
		'ThumbprintSHA256' => strtoupper($hash('sha256')),
		'UsageFlags' => array_sum(array_map(fn ($u) => $names[$u], $usage)),
		'Version' => 'V' . ($x509['version'] + 1),
		'Issuer CN' => $x509['issuer']['CN'],
		'Subject CN' => $subject ? $x509['subject']['CN'] : null,
		'key' => $key === null ? '' : public_key($key),
	];
}

function check(SSMTP $m, string $prefix, string $pem, ?string $key, bool $subject): void
{
	$read = fn (string $field) => $m->{"get$prefix$field"}();
	$common = fn (string $dn) => preg_match('/CN=("[^"]*"|[^,]*)/', $dn, $match) ? trim($match[1], '"') : $dn;
	foreach (fields_of($pem, $key, $subject) as $field => $expected) {
		$found = match ($field) {
			'Issuer CN' => $common($read('Issuer')),
			'Subject CN' => $common($read('Subject')),
			'PublicKey' => trim($read('PublicKey')),
			'key' => $read('PrivateKey') === '' ? '' : public_key($read('PrivateKey')),
			default => $read($field),
		};
		if ($expected !== null && $found !== $expected) {
			echo "$prefix$field: ", json_encode($found), ' instead of ', json_encode($expected), "\n";
		}
	}
	echo "$prefix: ", $read('PublicKeyAlgorithm'), ' ', $read('SignatureAlgorithm'), ' ', $read('Usage'), "\n";
	openssl_x509_export($read('Encoded'), $encoded);
	openssl_x509_export($pem, $same);
	echo $encoded === $same ? '' : "$prefix: Encoded is another certificate\n";
}

$certs = certificates();
$read = fn (string $name) => file_get_contents("$certs/$name");
foreach (['alice', 'p384', 'ed25519', 'pss'] as $name) {
	$m = new SSMTP();
	$m->setCertStoreType(2)->setCertStore("$certs/$name.pfx")->setCertStorePassword('secret')->setCertSubject('*');
	check($m, 'Cert', $read("$name.pem"), $read("$name.key"), false);
}
$m = new SSMTP();
$m->setSSLCertStoreType(2)->setSSLCertStore("$certs/client.pfx")->setSSLCertStorePassword('secret')->setSSLCertSubject('*');
check($m, 'SSLCert', $read('client.pem'), $read('client.key'), false);
$m->setSSLAcceptServerCertEncoded($read('server.pem'));
check($m, 'SSLAcceptServerCert', $read('server.pem'), null, true);
$m = new SSMTP();
$m->setSSLAcceptServerCertStoreType(8)->setSSLAcceptServerCertStore("$certs/server.pem");
check($m, 'SSLAcceptServerCert', $read('server.pem'), null, true);

$server = smtp_server(tls_explicit(tls_by_php("$certs/server-bundle.pem")) . "C: QUIT\nS: 221 bye\n");
$m = tls_client($server);
$m->doConnect();
check($m, 'SSLServerCert', $read('server.pem'), null, true);
$m->doDisconnect();
?>
--EXPECT--
Cert: RSA ecdsa-with-SHA256 Digital Signature,Key Encipherment
Cert: EC ecdsa-with-SHA256 Digital Signature,Key Agreement
Cert: ED25519 ecdsa-with-SHA256 Digital Signature
Cert: RSA-PSS ecdsa-with-SHA256 Digital Signature
SSLCert: EC ecdsa-with-SHA256 Digital Signature
SSLAcceptServerCert: EC ecdsa-with-SHA256 Digital Signature
SSLAcceptServerCert: EC ecdsa-with-SHA256 Digital Signature
SSLServerCert: EC ecdsa-with-SHA256 Digital Signature
