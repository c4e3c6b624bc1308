--TEST--
TLS: ConnectionStatus through a proxy: firewall, TLS and host in their order, both ways, and back
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$bundle = certificates() . '/server-bundle.pem';
foreach ([TLS_IMPLICIT => 'tls_implicit', TLS_EXPLICIT => 'tls_explicit'] as $mode => $script) {
	$server = smtp_server("C: CONNECT localhost:4711 HTTP/1.1\nC: Host: *\nC: \nraw HTTP/1.1 200 OK\\r\\n\\r\\n\n" . $script(tls_by_php($bundle)) . SMTP_QUIT);
	$client = tls_client($server, $mode);
	$client->setFirewallType(1)->setFirewallHost('127.0.0.1')->setFirewallPort($server->port)->setMailPort(4711);
	$lines = [];
	record($client, $lines, 'ConnectionStatus');
	echo "$mode: ", tls_try($client), "\n", implode("\n", $lines), "\n", strstr($server->wait(), '!!');
}
?>
--EXPECT--
1: ok
ConnectionStatus Firewall connection complete. 0
ConnectionStatus SSL handshake complete. 0
ConnectionStatus Remote host connection complete. 0
ConnectionStatus SSL connection broken. 0
ConnectionStatus Remote host disconnected. 0
ConnectionStatus Firewall host disconnected. 0
2: ok
ConnectionStatus Firewall connection complete. 0
ConnectionStatus Remote host connection complete. 0
ConnectionStatus SSL handshake complete. 0
ConnectionStatus SSL connection broken. 0
ConnectionStatus Remote host disconnected. 0
ConnectionStatus Firewall host disconnected. 0
