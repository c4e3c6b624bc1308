--TEST--
TLS: octets behind the 220 to STARTTLS are fatal, in the same segment and split
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$begin = smtp_greeting('STARTTLS') . "C: STARTTLS\n";
$replies = [
	'same segment' => 'raw 220 go\r\n250 ok\r\n',
	'one octet' => 'raw 220 go\r\nX',
	'an empty line' => 'raw 220 go\r\n\r\n',
	'reply in two segments' => "raw 220 go\\r\ndelay 50\nraw \\n250 ok\\r\\n",
	'many replies' => 'raw 220 go\r\n250 1\r\n250 2\r\n235 3\r\n354 4\r\n',
];
foreach ($replies as $name => $reply) {
	$server = smtp_server("$begin$reply\nany\n");
	$client = tls_client($server);
	echo "$name: ", outcome(fn () => $client->doConnect()), "\n";
	/* Not one octet follows STARTTLS: no ClientHello, no QUIT. */
	echo strstr($server->wait(), '!!'), str_ends_with($server->received(), "STARTTLS\r\n") ? '' : "octets followed\n";
}
/* In a segment of its own it is read as TLS, and is none. */
$server = smtp_server("{$begin}raw 220 go\\r\\n\ndelay 200\nraw 250 ok\\r\\n\nany\n");
echo 'later: ', code(fn () => tls_client($server)->doConnect()), "\n";
echo preg_match('/^(EHLO|QUIT|MAIL)/m', strstr($server->received(), 'STARTTLS')), "\n";
?>
--EXPECTF--
same segment: 161: %s
one octet: 161: %s
an empty line: 161: %s
reply in two segments: 161: %s
many replies: 161: %s
later: 276
0
