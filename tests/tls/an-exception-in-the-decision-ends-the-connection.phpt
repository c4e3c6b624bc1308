--TEST--
TLS: an exception, exit or Interrupt in SSLServerAuthentication leaves no octet of SMTP behind
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$bundle = certificates() . '/server-bundle.pem';
foreach (['tls_explicit' => TLS_EXPLICIT, 'tls_implicit' => TLS_IMPLICIT] as $way => $mode) {
	$handshake = tls_by_php($bundle);
	$begin = strstr($way($handshake), $handshake, true) . $handshake;
	$server = smtp_server($begin . "eof\n");
	$client = tls_client($server, $mode);
	ssmtp_register_callback($client, 6, fn () => throw new DomainException('mine'));
	try {
		$client->doConnect();
	} catch (DomainException $e) {
		echo get_class($e), ' ', $e->getMessage(), ' ', json_encode($client->getConnected()), "\n";
	}
	echo strstr($server->wait(), '!!');
	$server = smtp_server($begin . "eof\n");
	$client = tls_client($server, $mode);
	ssmtp_register_callback($client, 6, function () use (&$client) {
		$client->doInterrupt();
	});
	echo 'Interrupt: ', code(fn () => $client->doConnect()), ' ', json_encode($client->getConnected()), "\n";
	echo strstr($server->wait(), '!!');
	/* A second operation is refused, the first goes on. */
	$server = smtp_server($way($handshake) . SMTP_QUIT);
	$client = tls_client($server, $mode);
	ssmtp_register_callback($client, 6, function () use (&$client) {
		echo 'inside: ', code(fn () => $client->doConnect()), ' ', code(fn () => $client->doSend()), ' ', code(fn () => $client->doStartTLS()), "\n";
	});
	echo tls_try($client), "\n", strstr($server->wait(), '!!');
}
/* exit, in a process of its own */
$server = smtp_server(strstr(tls_explicit($handshake), $handshake, true) . $handshake . "eof\n");
$code = 'require "' . dirname(__DIR__) . '/tls.inc"; $m = new SSMTP(); $m->setMailServer("localhost")->setMailPort(' . $server->port . ')->setSSLStartMode(2);'
	. '$m->doConfig("OpenSSLCAFile=' . certificates() . '/ca.pem"); ssmtp_register_callback($m, 6, function () { exit(7); }); $m->doConnect(); echo "never";';
passthru(escapeshellarg(getenv('TEST_PHP_EXECUTABLE') ?: PHP_BINARY) . ' -n -d extension=' . escapeshellarg(getenv('SSMTP_SO')) . ' -r ' . escapeshellarg($code), $status);
echo "exit $status\n", strstr($server->wait(), '!!');
/* Its callback holds the object (see client.inc). */
unset($client);
gc_collect_cycles();
?>
--EXPECT--
DomainException mine false
Interrupt: 301 false
inside: 1105 166 166
ok
DomainException mine false
Interrupt: 301 false
inside: 1105 166 166
ok
exit 7
