--TEST--
TLS: manual mode: a StartTLS that fails ends the connection, nothing follows in clear
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$failures = [
	'refused for now' => "C: STARTTLS\nS: 454 4.7.0 TLS not available\nC: QUIT\nS: 221 bye\neof\n",
	'refused' => "C: STARTTLS\nS: 502 5.5.1 no\nC: QUIT\nS: 221 bye\neof\n",
	'octets behind 220' => "C: STARTTLS\nraw 220 go\\r\\n250 injected\\r\\n\neof\n",
	'no TLS behind 220' => "C: STARTTLS\nS: 220 go\nhello\nraw 250 not TLS at all\\r\\n\nany\n",
];
foreach ($failures as $name => $script) {
	$server = smtp_server(smtp_greeting('STARTTLS', 'AUTH PLAIN') . $script);
	$client = tls_client($server, TLS_MANUAL);
	$client->setUser('alice')->setPassword('secret')->doConnect();
	echo "$name: ", code(fn () => $client->doStartTLS()), $client->getConnected() ? ' connected' : ' closed', "\n";
	echo strstr($server->wait(), '!!');
	echo strpos($server->received(), 'AUTH') === false && strpos($server->received(), 'MAIL') === false ? '' : "leaked\n";
}
?>
--EXPECT--
refused for now: 161 closed
refused: 161 closed
octets behind 220: 161 closed
no TLS behind 220: 276 closed
