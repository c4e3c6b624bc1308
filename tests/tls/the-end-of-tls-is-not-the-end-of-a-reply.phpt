--TEST--
TLS: an end without close_notify, an alert or broken records in the dialogue: each with its code
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$bundle = certificates() . '/server-bundle.pem';
$cases = [
	'closed after EHLO' => "C: EHLO *\nclose\n",
	'closed inside a reply' => "C: EHLO *\nraw 250-mx.example.com\\r\\n250-SI\nclose\n",
	'silence' => "C: EHLO *\nS: 250 mx\nC: NOOP\nany\n",
];
foreach ($cases as $name => $script) {
	$server = smtp_server(tls_by_php($bundle) . "S: 220 mx ready\n$script");
	$client = tls_client($server, TLS_IMPLICIT)->setTimeout(20);
	$lines = [];
	record($client, $lines, 'ConnectionStatus');
	$code = code(fn () => $client->doConnect());
	if ($code === 0) {
		$code = code(fn () => $client->setTimeout(1)->doSendCommand('NOOP'));
	}
	echo "$name: $code\n\t", implode("\n\t", array_slice($lines, 2)), "\n";
}
/* A record below TLS that was not made with its keys. */
$server = smtp_server(tls_by_openssl($bundle) . "S: 220 mx ready\nC: EHLO *\ngarbage\nany\n");
$client = tls_client($server, TLS_IMPLICIT)->setTimeout(20);
echo 'garbage: ', code(fn () => $client->doConnect()), "\n";
?>
--EXPECT--
closed after EHLO: 1120
	ConnectionStatus SSL connection broken. 1120
	ConnectionStatus Remote host disconnected. 1120
closed inside a reply: 1120
	ConnectionStatus SSL connection broken. 1120
	ConnectionStatus Remote host disconnected. 1120
silence: 201
	ConnectionStatus SSL connection broken. 201
	ConnectionStatus Remote host disconnected. 201
garbage: 284
