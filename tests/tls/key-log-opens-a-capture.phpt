--TEST--
TLS: SSLKeyLogFile: with it tshark reads the SMTP dialogue out of a capture of this connection
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); require_program("tshark", "tshark"); require_program("dumpcap", "tshark");
if (!str_contains((string) shell_exec("dumpcap -D 2>&1"), "lo")) die("skip this user may not capture packets on the loopback interface"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
/* One capture a version of TLS, on the port of the test's own server. */
$bundle = certificates() . '/server-bundle.pem';
foreach ([3072, 12288] as $protocols) {
	$server = smtp_server(tls_implicit(tls_by_php($bundle)) . smtp_transaction() . SMTP_QUIT);
	$keys = own_folder() . "/keys$protocols";
	$pcap = own_folder() . "/pcap$protocols";
	$dump = proc_open(['dumpcap', '-i', 'lo', '-q', '-w', $pcap, '-f', "tcp port $server->port"], [['file', '/dev/null', 'r'], ['file', '/dev/null', 'w'], ['pipe', 'w']], $pipes);
	while (($line = fgets($pipes[2])) !== false && !str_starts_with($line, 'File:')) {
	}
	$client = tls_client($server, TLS_IMPLICIT);
	$client->doConfig("SSLEnabledProtocols=$protocols");
	$client->doConfig("SSLKeyLogFile=$keys");
	$client->setMessageText("a body that only the key log can show\r\n");
	echo outcome(fn () => $client->doSend()), ' ', decoct(fileperms($keys) & 0777), ' ', count(file($keys)) > 0 ? 'keys' : 'no keys', "\n";
	$server->wait();
	for ($i = 0; $i < 100; $i++) {
		usleep(50000);
		$packets = (string) shell_exec("tshark -r $pcap -o tls.keylog_file:$keys -d tcp.port==$server->port,tls -Y tls.app_data -T fields -e tls.app_data 2>/dev/null | wc -l");
		if ((int) $packets > 5) {
			break;
		}
	}
	proc_terminate($dump, SIGINT);
	proc_close($dump);
	$text = shell_exec("tshark -r $pcap -o tls.keylog_file:$keys -d tcp.port==$server->port,tls -q -z follow,tls,ascii,0 2>/dev/null");
	foreach (['EHLO client.example.org', 'MAIL FROM:<sender@example.org>', 'a body that only the key log can show', '221 2.0.0 bye'] as $needle) {
		echo str_contains((string) $text, $needle) ? '' : "not in the capture: $needle\n$text";
	}
	$without = shell_exec("tshark -r $pcap -d tcp.port==$server->port,tls -q -z follow,tls,ascii,0 2>/dev/null");
	echo str_contains((string) $without, 'MAIL FROM') ? "readable without keys\n" : "only with keys\n";
}
?>
--EXPECT--
ok 600 keys
only with keys
ok 600 keys
only with keys
