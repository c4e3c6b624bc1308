--TEST--
TLS: implicit and explicit TLS deliver a message, each status in its order
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$bundle = certificates() . '/server-bundle.pem';
foreach ([TLS_IMPLICIT => 'tls_implicit', TLS_EXPLICIT => 'tls_explicit'] as $mode => $script) {
	$server = smtp_server($script(tls_by_php($bundle)) . smtp_transaction() . SMTP_QUIT);
	$client = tls_client($server, $mode);
	$lines = [];
	record($client, $lines, 'ConnectionStatus', 'SSLServerAuthentication');
	echo "mode $mode: ", outcome(fn () => $client->doSend()), "\n", implode("\n", $lines), "\n";
	echo str_contains($server->wait(), '!!') ? $server->wait() : '';
	echo substr($server->message(), -9);
}
?>
--EXPECT--
mode 1: ok
SSLServerAuthentication CN=localhost OK true
ConnectionStatus SSL handshake complete. 0
ConnectionStatus Remote host connection complete. 0
ConnectionStatus SSL connection broken. 0
ConnectionStatus Remote host disconnected. 0

hello
mode 2: ok
ConnectionStatus Remote host connection complete. 0
SSLServerAuthentication CN=localhost OK true
ConnectionStatus SSL handshake complete. 0
ConnectionStatus SSL connection broken. 0
ConnectionStatus Remote host disconnected. 0

hello
