--TEST--
TLS: manual mode: clear until StartTLS, then EHLO and AUTH under TLS
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$server = smtp_server(smtp_greeting('STARTTLS', 'AUTH PLAIN') . "C: STARTTLS\nS: 220 go ahead\n"
	. tls_by_php(certificates() . '/server-bundle.pem') . tls_hello('AUTH PLAIN')
	. "C: AUTH PLAIN AGFsaWNlAHNlY3JldA==\nS: 235 2.7.0 welcome\n" . smtp_transaction() . SMTP_QUIT);
$client = tls_client($server, TLS_MANUAL);
$client->setUser('alice')->setPassword('secret');
var_dump($client->getSSLEnabled());
echo 'StartTLS before Connect: ', outcome(fn () => $client->doStartTLS()), "\n";
echo 'Send before StartTLS: ', outcome(fn () => $client->doSend()), "\n";
echo 'Connect: ', outcome(fn () => $client->doConnect()), "\n";
var_dump($client->getConnected());
foreach (['Send', 'Expand', 'Verify', 'SendToTerminalOnly'] as $method) {
	$arguments = in_array($method, ['Expand', 'Verify']) ? ['postmaster'] : [];
	echo "$method before StartTLS: ", outcome(fn () => $client->{"do$method"}(...$arguments)), "\n";
}
echo 'StartTLS: ', outcome(fn () => $client->doStartTLS()), "\n";
echo 'StartTLS again: ', outcome(fn () => $client->doStartTLS()), "\n";
echo 'Send: ', outcome(fn () => $client->doSend()), "\n";
$client->doDisconnect();
echo $server->wait();
?>
--EXPECT--
bool(true)
StartTLS before Connect: 1117: Not connected: call Connect first.
Send before StartTLS: 211: User is set and SSLStartMode is 4: call Connect and StartTLS first.
Connect: ok
bool(true)
Send before StartTLS: 211: User is set and SSLStartMode is 4: call Connect and StartTLS first.
Expand before StartTLS: 211: User is set and SSLStartMode is 4: call Connect and StartTLS first.
Verify before StartTLS: 211: User is set and SSLStartMode is 4: call Connect and StartTLS first.
SendToTerminalOnly before StartTLS: 211: User is set and SSLStartMode is 4: call Connect and StartTLS first.
StartTLS: ok
StartTLS again: 211: StartTLS belongs to SSLStartMode 4, once, while TLS is off.
Send: ok
S: 220 mx.example.com ready
C: EHLO client.example.org
S: 250-mx.example.com
S: 250-STARTTLS
S: 250 AUTH PLAIN
C: STARTTLS
S: 220 go ahead
(TLS)
C: EHLO client.example.org
S: 250-mx.example.com
S: 250-AUTH PLAIN
S: 250 ENHANCEDSTATUSCODES
C: AUTH PLAIN AGFsaWNlAHNlY3JldA==
S: 235 2.7.0 welcome
C: MAIL FROM:<sender@example.org>
S: 250 2.1.0 sender ok
C: RCPT TO:<recipient@example.com>
S: 250 2.1.5 recipient ok
C: DATA
S: 354 go ahead
(mail data)
S: 250 2.0.0 Ok: queued as 4XyZ1q
C: QUIT
S: 221 2.0.0 bye
(client closed)
