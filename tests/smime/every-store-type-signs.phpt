--TEST--
A certificate out of every store type that holds a key signs a mail that openssl verifies
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
require_function('openssl_pkey_get_details', 'the extension openssl');
require_program('openssl', 'openssl');
?>
--FILE--
<?php
require __DIR__ . '/smime.inc';

$folder = new Folder();
$certs = certificates();
$read = fn (string $name) => file_get_contents("$certs/$name");
$rsa = openssl_pkey_get_details(openssl_pkey_get_private($read('alice.key')))['rsa'];
$url = fn (string $octets) => rtrim(strtr(base64_encode($octets), '+/', '-_'), '=');
openssl_x509_export($read('alice.pem'), $pem);
$der = base64_encode(base64_decode(preg_replace('/-----.*?-----/', '', $pem)));
$names = ['n' => 'Modulus', 'e' => 'Exponent', 'd' => 'D', 'p' => 'P', 'q' => 'Q', 'dmp1' => 'DP', 'dmq1' => 'DQ', 'iqmp' => 'InverseQ'];
$xml = "<RSAKeyValue>";
$jwk = ['kty' => 'RSA'];
foreach ($names as $name => $element) {
	$xml .= "<$element>" . base64_encode($rsa[$name]) . "</$element>";
	$jwk[['dmp1' => 'dp', 'dmq1' => 'dq', 'iqmp' => 'qi'][$name] ?? $name] = $url($rsa[$name]);
}
$xml = "<Keys>$xml</RSAKeyValue><X509Certificate>$der</X509Certificate></Keys>";
$jwk = json_encode($jwk + ['x5c' => [$der]]);

$stores = [
	'PFX' => [SSMTP::CST_PFXFILE, SSMTP::CST_PFXBLOB, $read('alice.pfx'), 'secret'],
	'PFX of old algorithms' => [SSMTP::CST_PFXFILE, SSMTP::CST_PFXBLOB, $read('alice-legacy.pfx'), 'secret'],
	'PEM' => [SSMTP::CST_PEMKEY_FILE, SSMTP::CST_PEMKEY_BLOB, $read('alice-bundle.pem'), ''],
	'PEM, encrypted key' => [SSMTP::CST_PEMKEY_FILE, SSMTP::CST_PEMKEY_BLOB, $read('alice-enckey.pem') . $read('alice.pem'), 'secret'],
	'XML' => [SSMTP::CST_XMLFILE, SSMTP::CST_XMLBLOB, $xml, ''],
	'JWK' => [SSMTP::CST_JWKFILE, SSMTP::CST_JWKBLOB, $jwk, ''],
];

function signs(SSMTP $m, string $subject = '*'): string
{
	return outcome(function () use ($m, $subject) {
		$m->setCertSubject($subject);
		$m->doSign();
		if (!str_contains((string) openssl_verified(whole($m), certificates()), 'Hello Bob')) {
			throw new SSMTPException('openssl does not verify it');
		}
	});
}

foreach ($stores as $name => [$file, $blob, $octets, $password]) {
	$path = $folder->put(preg_replace('/\W+/', '-', $name), $octets);
	foreach (['file' => [$file, $path], 'octets' => [$blob, $octets], 'file found out' => [SSMTP::CST_AUTO, $path],
		'octets found out' => [SSMTP::CST_AUTO, $octets], 'base64' => [$blob, base64_encode($octets)]] as $how => [$type, $store]) {
		$outcome = signs(mail_to()->setCertStoreType($type)->setCertStore($store)->setCertStorePassword($password));
		echo $outcome === 'ok' ? '' : "$name as $how: $outcome\n";
	}
}

/* A folder, by the address of the sender. */
mkdir("$folder->path/folder");
copy("$certs/bob-bundle.pem", "$folder->path/folder/a.pem");
copy("$certs/alice-bundle.pem", "$folder->path/folder/b.pem");
foreach ([SSMTP::CST_USER, SSMTP::CST_MACHINE] as $type) {
	echo 'folder: ', signs(mail_to()->setCertStoreType($type)->setCertStore("$folder->path/folder"), 'alice@example.org'), "\n";
}

/* A bare key beside its certificate. */
$m = mail_to()->setCertStoreType(SSMTP::CST_PEMKEY_BLOB)->setCertStore($read('alice.key'))->setCertEncoded($read('alice.pem'));
$m->doSign();
echo 'key and CertEncoded: ', json_encode(openssl_verified(whole($m), $certs) !== null), "\n";

/* Stores of public certificates: selected, but they cannot sign. */
foreach ([[SSMTP::CST_PUBLIC_KEY_BLOB, $read('alice.pem')], [SSMTP::CST_P7BBLOB, $read('alice.p7b')]] as [$type, $octets]) {
	echo "no key: ", signs(mail_to()->setCertStoreType($type)->setCertStore($octets)), "\n";
}
?>
--EXPECT--
folder: ok
folder: ok
key and CertEncoded: true
no key: 273: The private key is missing: nothing in CertStore belongs to the signing certificate "C=DE, O="Example, Inc.", OU=Mail, CN=alice"; set CertStore and CertStorePassword to what holds its key, then CertSubject.
no key: 273: The private key is missing: nothing in CertStore belongs to the signing certificate "C=DE, O="Example, Inc.", OU=Mail, CN=alice"; set CertStore and CertStorePassword to what holds its key, then CertSubject.
