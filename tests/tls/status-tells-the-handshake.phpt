--TEST--
TLS: SSLStatus: the handshake's states and its outcome; LogSSLPackets the messages, but no password
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$bundle = certificates() . '/server-bundle.pem';
$script = tls_implicit(tls_by_php($bundle), 'AUTH PLAIN') . "C: AUTH PLAIN *\nS: 235 ok\n" . SMTP_QUIT;
foreach (['False', 'True'] as $packets) {
	$server = smtp_server($script);
	$client = tls_client($server, TLS_IMPLICIT)->setUser('alice')->setPassword('canary-4711')->setAuthMechanism(4);
	$client->doConfig("LogSSLPackets=$packets");
	$lines = [];
	record($client, $lines, 'SSLStatus');
	echo tls_try($client), "\n", strstr($server->wait(), '!!');
	$all = implode("\n", $lines);
	$has = fn ($pattern) => json_encode((bool) preg_match($pattern, $all));
	echo 'first: ', $lines[0], "\n";
	echo 'states: ', $has('/write client hello/'), $has('/read server hello/'), $has('/read finished/'), "\n";
	echo 'outcome: ', $has('/TLSv1\.3 with TLS_\w+, \d+ bits, key exchange \w+\.$/m'), $has('/Server certificate: OK$/m'), "\n";
	echo 'packets: ', $has('/^SSLStatus Sent handshake, \d+ octets: 01[0-9a-f]+$/m'), $has('/Received handshake, \d+ octets: 02/'), "\n";
	echo 'longest hex: ', max(array_map('strlen', preg_split('/\s/', $all))) > 1024 ? 'too long' : 'limited', "\n";
	foreach (['canary-4711', bin2hex('canary-4711'), base64_encode("\0alice\0canary-4711"), bin2hex("AUTH PLAIN")] as $secret) {
		echo str_contains($all, $secret) ? "$secret leaked\n" : '';
	}
}
/* An alert is told. */
$server = smtp_server(tls_by_openssl($bundle, '-tls1_2 -cipher ECDHE-ECDSA-AES128-GCM-SHA256'));
$client = tls_client($server, TLS_IMPLICIT);
$client->doConfig('OpenSSLCipherList=ECDHE-ECDSA-AES256-GCM-SHA384');
$lines = [];
record($client, $lines, 'SSLStatus');
echo code(fn () => $client->doConnect()), "\n", implode("\n", preg_grep('/Alert/', $lines)), "\n";
?>
--EXPECT--
ok
first: SSLStatus Connecting TLS...
states: truetruetrue
outcome: truetrue
packets: falsefalse
longest hex: limited
ok
first: SSLStatus Connecting TLS...
states: truetruetrue
outcome: truetrue
packets: truetrue
longest hex: limited
276
SSLStatus Alert received: fatal, handshake failure.
