--TEST--
TLS: ReuseSSLSession resumes TLS 1.2 and 1.3, as the server confirms; not without it, nor after other settings
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$bundle = certificates() . '/server-bundle.pem';
$one = fn (string $handshake) => tls_implicit($handshake) . SMTP_QUIT;
foreach (['-tls1_2', '-tls1_3', '-tls1_2 -no_ticket'] as $version) {
	foreach (['False', 'True'] as $reuse) {
		$handshake = tls_by_openssl($bundle, $version);
		$server = smtp_server(implode("accept\n", array_fill(0, 4, $one($handshake))));
		$client = tls_client($server, TLS_IMPLICIT);
		$client->doConfig("ReuseSSLSession=$reuse");
		/* One s_server has all connections: a reply nobody awaits would be the next one's. */
		$client->doConfig('WaitForQuit=True');
		$lines = [];
		record($client, $lines, 'SSLStatus', 'SSLServerAuthentication');
		$outcomes = [];
		for ($i = 0; $i < 4; $i++) {
			if ($i === 3) {
				$client->doConfig('SSLCipherStrength=1'); /* other settings: a new session */
			}
			$outcomes[] = tls_try($client);
		}
		echo "$version reuse $reuse: ", implode(' ', $outcomes), ', client: ', count(preg_grep('/session resumed/', $lines)),
			', server: ', preg_match_all('/^Reused session-id/m', $server->openssl()),
			', judged: ', count(preg_grep('/^SSLServerAuthentication CN=localhost OK true/', $lines)), "\n", strstr($server->wait(), '!!');
	}
}
/* By STARTTLS, too; Reset forgets. */
$handshake = tls_by_openssl($bundle);
$server = smtp_server(implode("accept\n", array_fill(0, 3, tls_explicit($handshake) . SMTP_QUIT)));
$client = tls_client($server);
$client->doConfig('ReuseSSLSession=True');
$client->doConfig('WaitForQuit=True');
tls_try($client);
tls_try($client);
$client->doReset();
tls_client($server, TLS_EXPLICIT, $client)->doConfig('ReuseSSLSession=True');
tls_try($client);
echo 'STARTTLS: ', preg_match_all('/^Reused session-id/m', $server->openssl()), "\n", strstr($server->wait(), '!!');
/* A resumed session is judged again. */
$server = smtp_server(implode("accept\n", [tls_implicit($handshake) . SMTP_QUIT, "{$handshake}eof\n"]));
$client = tls_client($server, TLS_IMPLICIT);
$client->doConfig('ReuseSSLSession=True');
$client->doConfig('WaitForQuit=True');
echo tls_try($client), ' ';
ssmtp_register_callback($client, 6, fn () => ['accept' => false]);
echo code(fn () => $client->doConnect()), ' ', preg_match_all('/^Reused session-id/m', $server->openssl()), strstr($server->wait(), '!!'), "\n";
?>
--EXPECT--
-tls1_2 reuse False: ok ok ok ok, client: 0, server: 0, judged: 4
-tls1_2 reuse True: ok ok ok ok, client: 2, server: 2, judged: 4
-tls1_3 reuse False: ok ok ok ok, client: 0, server: 0, judged: 4
-tls1_3 reuse True: ok ok ok ok, client: 2, server: 2, judged: 4
-tls1_2 -no_ticket reuse False: ok ok ok ok, client: 0, server: 0, judged: 4
-tls1_2 -no_ticket reuse True: ok ok ok ok, client: 2, server: 2, judged: 4
STARTTLS: 1
ok 280 1
