--TEST--
TLS: automatic mode: a port of the protocol begins in clear, any other one with TLS
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
/* The proxy takes any port for the one the script listens on. */
$bundle = certificates() . '/server-bundle.pem';
$script = ['tls_implicit' => tls_implicit(tls_by_php($bundle)), 'tls_explicit' => tls_explicit(tls_by_php($bundle))];
foreach ([25 => 'tls_explicit', 587 => 'tls_explicit', 465 => 'tls_implicit', 2525 => 'tls_implicit'] as $port => $way) {
	$server = smtp_server("C: CONNECT localhost:$port HTTP/1.1\nC: Host: *\nC: \nraw HTTP/1.1 200 OK\\r\\n\\r\\n\n" . $script[$way] . SMTP_QUIT);
	$client = tls_client($server, 0);
	$client->setFirewallType(1)->setFirewallHost('127.0.0.1')->setFirewallPort($server->port)->setMailPort($port);
	echo "$port: ", tls_try($client), ' ', strstr($server->wait(), '!!') ?: "as expected\n";
}
?>
--EXPECT--
25: ok as expected
587: ok as expected
465: ok as expected
2525: ok as expected
