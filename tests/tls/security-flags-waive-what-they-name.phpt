--TEST--
TLS: SSLSecurityFlags waive exactly what the table names
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$certs = certificates();
$bad = [
	'expired' => "$certs/server-expired-bundle.pem",
	'not yet' => "$certs/server-notyet-bundle.pem",
	'unknown CA' => certificate('unknown', ['issuer' => 'stranger-root', 'chain' => ["$certs/stranger-root.pem"]]),
	'alone' => certificate('alone', ['chain' => []]),
	'self-signed' => certificate('self', ['issuer' => '', 'chain' => []]),
	'for clients' => certificate('client', ['extensions' => 'extendedKeyUsage = clientAuth']),
	'wrong host' => certificate('wrong', ['san' => 'DNS:mx.example.com']),
	'weak key' => certificate('weak', ['key' => 'RSA -pkeyopt rsa_keygen_bits:1024']),
];
$flags = ['0x1', '0x2', '0x4', '0x10', '0x20', '0x100', '0x200', '0x400', '0x800', '0x4000', '0x8000', '0x80000000', '0x8000CF37'];
foreach ($bad as $name => $bundle) {
	$waived = [];
	$server = smtp_server(implode("accept\n", array_fill(0, count($flags), tls_by_php($bundle, ['security_level' => 0]) . "eof\n")));
	$client = tls_client($server, TLS_IMPLICIT);
	ssmtp_register_callback($client, 6, function ($param) use (&$waived, &$flag) {
		if ($param['accept']) {
			$waived[] = $flag;
		}
		return ['accept' => false];
	});
	foreach ($flags as $flag) {
		$client->doConfig("SSLSecurityFlags=$flag");
		code(fn () => $client->doConnect());
	}
	echo "$name: ", implode(' ', $waived), "\n", strstr($server->wait(), '!!');
}
foreach (['0x40', '0x1000', '-1', '0x100000000', 'x'] as $flag) {
	echo "$flag: ", code(fn () => $client->doConfig("SSLSecurityFlags=$flag")), "\n";
}
?>
--EXPECT--
expired: 0x1 0x8000CF37
not yet: 0x1 0x8000CF37
unknown CA: 0x10 0x4000 0x8000 0x8000CF37
alone: 0x10 0x8000CF37
self-signed: 0x10 0x4000 0x8000 0x8000CF37
for clients: 0x20 0x8000CF37
wrong host: 0x80000000 0x8000CF37
weak key: 
0x40: 10022
0x1000: 10022
-1: 10022
0x100000000: 10022
x: 10022
