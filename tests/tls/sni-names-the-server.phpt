--TEST--
TLS: SNI carries MailServer, as A-label, and no address
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$certs = certificates();
$default = certificate('default', ['san' => 'DNS:default.example']);
foreach (['mx.example.com' => 'mx.example.com', 'bücher.example' => 'xn--bcher-kva.example', 'mx.example.com.' => 'mx.example.com'] as $host => $sni) {
	$bundle = certificate('sni', ['san' => "DNS:$sni"]);
	$server = smtp_server("C: CONNECT *:465 HTTP/1.1\nC: Host: *\nC: \nraw HTTP/1.1 200 OK\\r\\n\\r\\n\n"
		. tls_by_php($default, ['SNI_enabled' => true, 'SNI_server_certs' => [$sni => $bundle]]) . "S: 220 mx ready\n" . tls_hello() . SMTP_QUIT);
	$client = tls_client($server, TLS_IMPLICIT);
	$client->setFirewallType(1)->setFirewallHost('127.0.0.1')->setFirewallPort($server->port)->setMailPort(465)->setMailServer($host);
	echo "$host: ", tls_try($client), ' ', $client->getSSLServerCertSubjectAltNames(), "\n", strstr($server->wait(), '!!');
}
/* RFC 6066: literal addresses are not permitted; s_server would tell the name. */
$server = smtp_server(tls_by_openssl("$certs/server-bundle.pem", '-tlsextdebug') . "S: 220 mx ready\n" . tls_hello() . SMTP_QUIT);
$client = tls_client($server, TLS_IMPLICIT)->setMailServer('127.0.0.1');
echo '127.0.0.1: ', tls_try($client), ' ', preg_match('/server name/', $server->openssl()), "\n";
$server = smtp_server(tls_by_openssl("$certs/server-bundle.pem", '-tlsextdebug') . "S: 220 mx ready\n" . tls_hello() . SMTP_QUIT);
echo 'localhost: ', tls_try(tls_client($server, TLS_IMPLICIT)), ' ', preg_match('/server name/', $server->openssl()), "\n";
?>
--EXPECT--
mx.example.com: ok mx.example.com
bücher.example: ok xn--bcher-kva.example
mx.example.com.: ok mx.example.com
127.0.0.1: ok 0
localhost: ok 1
