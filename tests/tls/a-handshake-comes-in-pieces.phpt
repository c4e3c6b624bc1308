--TEST--
TLS: a handshake octet by octet, and replies in records of one octet
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$bundle = certificates() . '/server-bundle.pem';
foreach (['tls_implicit' => TLS_IMPLICIT, 'tls_explicit' => TLS_EXPLICIT] as $way => $mode) {
	$handshake = tls_by_openssl($bundle, '-tls1_3') ;
	$server = smtp_server("pieces 1\n" . $way($handshake) . smtp_transaction() . SMTP_QUIT);
	$client = tls_client($server, $mode);
	echo outcome(fn () => $client->doSend()), "\n", strstr($server->wait(), '!!');
}
?>
--EXPECT--
ok
ok
