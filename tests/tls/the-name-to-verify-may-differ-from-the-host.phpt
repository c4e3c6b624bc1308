--TEST--
TLS: SSLServerName is asked for by SNI and verified in place of MailServer; a wrong one is told with both sides
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$bundle = certificate('tunnelled', ['san' => 'DNS:mx.example.com,DNS:xn--bcher-kva.example']);
$sni = fn (string $log) => preg_match('/Hostname in TLS extension: "(.*?)"/', $log, $match) ? $match[1] : 'none';
foreach (['', 'mx.example.com', 'bücher.example', 'MX.Example.com.', 'mx.example.net'] as $name) {
	$server = smtp_server(tls_implicit(tls_by_openssl($bundle, "-servername x -cert2 $bundle -key2 $bundle")) . SMTP_QUIT);
	$client = tls_client($server, TLS_IMPLICIT)->setMailServer('127.0.0.1')->setTimeout(5);
	$client->doConfig("SSLServerName=$name");
	echo "'$name': ", tls_try($client), ' | SNI ', $sni($server->openssl()), "\n";
}
/* A session is one of a name: the other name's is not taken for it. */
$server = smtp_server(implode("accept\n", array_fill(0, 3, tls_implicit(tls_by_openssl($bundle)) . SMTP_QUIT)));
$client = tls_client($server, TLS_IMPLICIT)->setMailServer('127.0.0.1');
$client->doConfig('ReuseSSLSession=True');
$client->doConfig('WaitForQuit=True'); /* one server after the other has the port: none may have a reply left to say */
foreach (['mx.example.com', 'mx.example.com', 'xn--bcher-kva.example'] as $name) {
	$client->doConfig("SSLServerName=$name");
	echo tls_try($client), ' ';
}
echo preg_match_all('/^Reused session-id/m', $server->openssl()), "\n";
?>
--EXPECT--
'': 280: The server's certificate was not accepted: IP address mismatch (asked for 127.0.0.1, the certificate is for mx.example.com,xn--bcher-kva.example). | SNI none
'mx.example.com': ok | SNI mx.example.com
'bücher.example': ok | SNI xn--bcher-kva.example
'MX.Example.com.': ok | SNI MX.Example.com
'mx.example.net': 280: The server's certificate was not accepted: hostname mismatch (asked for mx.example.net, the certificate is for mx.example.com,xn--bcher-kva.example). | SNI mx.example.net
ok ok ok 0
