--TEST--
TLS: SSLCheckOCSP: stapled first, then the responder; good, revoked, unknown, forged and missing answers
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . '/revocation.inc';
$certs = certificates();
certificate('responder', ['extensions' => 'extendedKeyUsage = OCSPSigning', 'san' => '']);
certificate('impostor', ['san' => '']);
$responder = own_folder() . '/responder';
$impostor = own_folder() . '/impostor';
$aia = fn (int $port) => ['extensions' => "authorityInfoAccess = OCSP;URI:http://127.0.0.1:$port/"];
$good = certificate('good');
$revoked = certificate('revoked');
$index = [serial($good) => false, serial($revoked) => true];
/* Answers for stapling, made beforehand. */
$staple = function (string $bundle, string $name, string $signer, string ...$options) use ($index, $certs): string {
	$file = own_folder() . "/$name.ocsp";
	run('openssl', 'ocsp', '-sha256', '-issuer', "$certs/intermediate.pem", '-serial', '0x' . serial($bundle), '-reqout', "$file.req", '-no_nonce');
	run('openssl', 'ocsp', '-index', ca_index($index), '-CA', "$certs/intermediate.pem", '-rsigner', "$signer.pem", '-rkey', "$signer.key",
		'-reqin', "$file.req", '-respout', $file, ...$options);
	return $file;
};
$stapled = [
	'good' => [$good, $staple($good, 'good', $responder, '-nmin', '60')],
	'good, by the CA itself' => [$good, $staple($good, 'ca', "$certs/intermediate", '-nmin', '60')],
	'revoked' => [$revoked, $staple($revoked, 'revoked', $responder, '-nmin', '60')],
	'good, for another certificate' => [$revoked, $staple($good, 'other', $responder, '-nmin', '60')],
	'good, by an impostor' => [$revoked, $staple($good, 'impostor', $impostor, '-nmin', '60')],
	'nothing' => [$good, null],
];
foreach ($stapled as $name => [$bundle, $file]) {
	foreach ([0, 1, 2] as $level) {
		echo "stapled $name, level $level: ", revocation_try(tls_by_openssl($bundle, $file === null ? '' : "-status_file $file -CAfile $certs/ca.pem"), "SSLCheckOCSP=$level");
	}
}
/* Fetched */
$port = free_port();
$fetched = ['good' => certificate('fetched-good', $aia($port)), 'revoked' => certificate('fetched-revoked', $aia($port)),
	'unknown' => certificate('fetched-unknown', $aia($port))];
$index = [serial($fetched['good']) => false, serial($fetched['revoked']) => true];
start_ocsp($port, $index, $responder);
foreach ($fetched as $name => $bundle) {
	foreach ([1, 2] as $level) {
		echo "fetched $name, level $level: ", revocation_try(tls_by_php($bundle), "SSLCheckOCSP=$level");
	}
}
/* A responder that never answers costs its own deadline only. */
$silent = stream_socket_server('tcp://127.0.0.1:0');
$bundle = certificate('silent', $aia((int) substr(strrchr(stream_socket_get_name($silent, false), ':'), 1)));
foreach ([1, 2] as $level) {
	echo "silent, level $level: ", revocation_try(tls_by_php($bundle), "SSLCheckOCSP=$level", 'ConnectionTimeout=1');
}
?>
--EXPECT--
stapled good, level 0: ok
stapled good, level 1: ok | OCSP answer stapled: good.
stapled good, level 2: ok | OCSP answer stapled: good.
stapled good, by the CA itself, level 0: ok
stapled good, by the CA itself, level 1: ok | OCSP answer stapled: good.
stapled good, by the CA itself, level 2: ok | OCSP answer stapled: good.
stapled revoked, level 0: ok
stapled revoked, level 1: 280: certificate revoked | OCSP answer stapled: revoked.
stapled revoked, level 2: 280: certificate revoked | OCSP answer stapled: revoked.
stapled good, for another certificate, level 0: ok
stapled good, for another certificate, level 1: ok | OCSP answer stapled: of no use. | SSLCheckOCSP: the revocation status could not be found out.
stapled good, for another certificate, level 2: 280: OCSP verification needed | OCSP answer stapled: of no use. | SSLCheckOCSP: the revocation status could not be found out.
stapled good, by an impostor, level 0: ok
stapled good, by an impostor, level 1: ok | OCSP answer stapled: of no use. | SSLCheckOCSP: the revocation status could not be found out.
stapled good, by an impostor, level 2: 280: OCSP verification needed | OCSP answer stapled: of no use. | SSLCheckOCSP: the revocation status could not be found out.
stapled nothing, level 0: ok
stapled nothing, level 1: ok | SSLCheckOCSP: the revocation status could not be found out.
stapled nothing, level 2: 280: OCSP verification needed | SSLCheckOCSP: the revocation status could not be found out.
fetched good, level 1: ok | Fetching URL/ | OCSP answer fetched: good.
fetched good, level 2: ok | Fetching URL/ | OCSP answer fetched: good.
fetched revoked, level 1: 280: certificate revoked | Fetching URL/ | OCSP answer fetched: revoked.
fetched revoked, level 2: 280: certificate revoked | Fetching URL/ | OCSP answer fetched: revoked.
fetched unknown, level 1: ok | Fetching URL/ | OCSP answer fetched: of no use. | SSLCheckOCSP: the revocation status could not be found out.
fetched unknown, level 2: 280: OCSP verification needed | Fetching URL/ | OCSP answer fetched: of no use. | SSLCheckOCSP: the revocation status could not be found out.
silent, level 1: ok | Fetching URL/ | Fetching the revocation status took too long. | SSLCheckOCSP: the revocation status could not be found out.
silent, level 2: 280: OCSP verification needed | Fetching URL/ | Fetching the revocation status took too long. | SSLCheckOCSP: the revocation status could not be found out.
