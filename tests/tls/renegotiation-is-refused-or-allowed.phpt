--TEST--
TLS: TLS 1.2: a server's renegotiation is refused by default, allowed by SSLEnableRenegotiation, and judged once
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
/* A line that begins with r makes s_server renegotiate. */
foreach (['False', 'True'] as $allowed) {
	$server = smtp_server(tls_by_openssl(certificates() . '/server-bundle.pem', '-tls1_2') . "S: 220 mx ready\n" . tls_hello()
		. "C: NOOP\nS: r\nS: 250 2.0.0 ok\n" . SMTP_QUIT);
	$client = tls_client($server, TLS_IMPLICIT);
	$client->doConfig("SSLEnableRenegotiation=$allowed");
	$lines = [];
	record($client, $lines, 'SSLServerAuthentication');
	echo "$allowed: ", outcome(fn () => $client->doConnect());
	code(fn () => $client->doSendCommand('NOOP'));
	code(fn () => $client->doDisconnect());
	$server->wait();
	echo preg_match('/no renegotiation/', $server->openssl()) ? ', refused' : ', done', ', judged ', count($lines), "\n";
}
?>
--EXPECT--
False: ok, refused, judged 1
True: ok, done, judged 1
