--TEST--
TLS: capabilities told before TLS do not count behind it
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$server = smtp_server(smtp_greeting('STARTTLS', 'SIZE 10', 'PIPELINING', 'AUTH PLAIN', '8BITMIME')
	. "C: STARTTLS\nS: 220 go\n" . tls_by_php(certificates() . '/server-bundle.pem') . tls_hello('STARTTLS')
	. "C: MAIL FROM:<sender@example.org>\nS: 250 ok\nC: RCPT TO:<recipient@example.com>\nS: 250 ok\nC: DATA\nS: 354 go\ndata\nS: 250 ok\n" . SMTP_QUIT);
$client = tls_client($server);
echo outcome(fn () => $client->doSend()), "\n", strstr($server->wait(), '!!');
/* AUTH was offered in clear only: the log-in fails, with nothing of it sent. */
$server = smtp_server(smtp_greeting('STARTTLS', 'AUTH PLAIN') . "C: STARTTLS\nS: 220 go\n"
	. tls_by_php(certificates() . '/server-bundle.pem') . tls_hello() . SMTP_QUIT);
$client = tls_client($server)->setUser('alice')->setPassword('secret')->setAuthMechanism(4);
echo code(fn () => $client->doSend()), "\n", strstr($server->wait(), '!!');
?>
--EXPECT--
ok
161
