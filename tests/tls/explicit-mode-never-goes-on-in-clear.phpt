--TEST--
TLS: the tricks by which TLS is stripped end the connection before AUTH and MAIL
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$bye = "C: QUIT\nS: 221 bye\neof\n";
$greeting = "S: 220 mx.example.com ready\n";
$tricks = [
	'STARTTLS not offered' => smtp_greeting('AUTH PLAIN') . $bye,
	'EHLO refused, HELO accepted' => $greeting . "C: EHLO *\nS: 502 5.5.1 no\nC: HELO *\nS: 250 mx.example.com\n$bye",
	'STARTTLS in another line' => smtp_greeting('XSTARTTLS', 'AUTH PLAIN STARTTLS') . $bye,
	'454 to STARTTLS' => smtp_greeting('STARTTLS', 'AUTH PLAIN') . "C: STARTTLS\nS: 454 4.7.0 later\n$bye",
	'502 to STARTTLS' => smtp_greeting('STARTTLS', 'AUTH PLAIN') . "C: STARTTLS\nS: 502 5.5.1 no\n$bye",
	'250 to STARTTLS' => smtp_greeting('STARTTLS', 'AUTH PLAIN') . "C: STARTTLS\nS: 250 ok\nany\n",
	'235 to STARTTLS' => smtp_greeting('STARTTLS', 'AUTH PLAIN') . "C: STARTTLS\nS: 235 2.7.0 already authenticated\nany\n",
	'the connection ends at STARTTLS' => smtp_greeting('STARTTLS', 'AUTH PLAIN') . "C: STARTTLS\nclose\n",
	'220 without TLS behind it' => smtp_greeting('STARTTLS', 'AUTH PLAIN') . "C: STARTTLS\nS: 220 go\nhello\nraw 250-mx\\r\\n250 AUTH PLAIN\\r\\n\nany\n",
	'reply to EHLO sent ahead' => "raw 220 mx ready\\r\\n250-mx\\r\\n250 AUTH PLAIN\\r\\n\nany\n",
	'421 in place of the greeting' => "S: 421 4.3.2 later\nany\n",
];
foreach ($tricks as $name => $script) {
	$server = smtp_server($script);
	$client = tls_client($server);
	$client->setUser('alice')->setPassword('secret');
	echo "$name: ", code(fn () => $client->doSend()), $client->getConnected() ? ' connected' : '', "\n";
	echo strstr($server->wait(), '!!');
	if (preg_match('/^(AUTH|MAIL|RCPT|DATA|BDAT)/m', $server->received(), $match)) {
		echo "LEAKED $match[0]\n";
	}
}
?>
--EXPECT--
STARTTLS not offered: 161
EHLO refused, HELO accepted: 161
STARTTLS in another line: 161
454 to STARTTLS: 161
502 to STARTTLS: 161
250 to STARTTLS: 161
235 to STARTTLS: 161
the connection ends at STARTTLS: 1120
220 without TLS behind it: 276
reply to EHLO sent ahead: 161
421 in place of the greeting: 161
