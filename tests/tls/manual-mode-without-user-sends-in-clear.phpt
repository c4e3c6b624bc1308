--TEST--
TLS: manual mode without User sends in clear, and StartTLS belongs to mode 4 only
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$server = smtp_server(smtp_greeting('STARTTLS') . smtp_transaction() . SMTP_QUIT);
$client = tls_client($server, TLS_MANUAL);
echo 'Send: ', outcome(fn () => $client->doSend()), "\n";
echo strstr($server->wait(), '!!') ?: "in clear\n";
foreach ([0 => 'tls_implicit', TLS_IMPLICIT => 'tls_implicit', TLS_EXPLICIT => 'tls_explicit'] as $mode => $script) {
	$server = smtp_server($script(tls_by_php(certificates() . '/server-bundle.pem')) . SMTP_QUIT);
	$client = tls_client($server, $mode);
	$client->doConnect();
	echo "StartTLS in mode $mode: ", outcome(fn () => $client->doStartTLS()), "\n";
	$client->doDisconnect();
	echo strstr($server->wait(), '!!');
}
$server = smtp_server(smtp_greeting('STARTTLS') . SMTP_QUIT);
$client = tls_client($server, 3);
$client->doConnect();
echo 'StartTLS in mode 3: ', outcome(fn () => $client->doStartTLS()), "\n";
$client->doDisconnect();
echo strstr($server->wait(), '!!');
?>
--EXPECT--
Send: ok
in clear
StartTLS in mode 0: 211: StartTLS belongs to SSLStartMode 4, once, while TLS is off.
StartTLS in mode 1: 211: StartTLS belongs to SSLStartMode 4, once, while TLS is off.
StartTLS in mode 2: 211: StartTLS belongs to SSLStartMode 4, once, while TLS is off.
StartTLS in mode 3: 211: StartTLS belongs to SSLStartMode 4, once, while TLS is off.
