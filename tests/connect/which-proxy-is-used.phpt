--TEST--
FirewallAutoDetect reads the environment, exceptions go direct, an explicit FirewallHost wins; FirewallData is sent along
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';
require __DIR__ . '/../proxy.inc';

/** Sends through a proxy that the configuration leads to, or directly. */
function attempt(array $environment, array $config = [], string $host = '127.0.0.1', array $firewall = []): void
{
	$server = smtp_server(smtp_greeting() . SMTP_QUIT);
	$proxy = proxy();
	foreach (['all_proxy', 'ALL_PROXY', 'https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY', 'no_proxy', 'NO_PROXY'] as $name) {
		putenv($name);
	}
	foreach ($environment as $name => $value) {
		putenv("$name=" . str_replace('PROXY', "127.0.0.1:$proxy->port", $value));
	}
	$m = client($server);
	$m->setMailServer($host);
	foreach ($config as $name => $value) {
		$m->doConfig("$name=$value");
	}
	foreach ($firewall as $name => $value) {
		$m->{"setFirewall$name"}($value === 'PORT' ? $proxy->port : $value);
	}
	$code = code(fn () => $m->doConnect());
	echo json_encode($environment + $config + $firewall, JSON_UNESCAPED_SLASHES), " $host: ", $code >= 11001 && $code <= 11004 ? "not found\n" : ($code === 0 ? '' : "$code {$m->lastError()}\n");
	$m->doDisconnect();
	if ($code !== 0) {
		return;
	}
	/* A proxy that was not asked is asked now, so that it ends. */
	$direct = @stream_socket_client("tcp://127.0.0.1:$proxy->port");
	if ($direct) {
		fwrite($direct, "end\r\n\r\n");
		stream_socket_shutdown($direct, STREAM_SHUT_WR);
	}
	$asked = str_replace([":$server->port", pack('n', $server->port)], [':PORT', '[port]'], $proxy->asked()[0] ?? '');
	echo $asked === "end\r\n\r\n" ? 'direct' : addcslashes($asked, "\0..\37\177..\377"), "\n";
}

$auto = ['FirewallAutoDetect' => 'True'];
attempt(['all_proxy' => 'http://PROXY'], []);
attempt([], $auto);
attempt(['all_proxy' => 'http://PROXY/'], $auto);
attempt(['ALL_PROXY' => 'http://us%65r:pass%3aword@PROXY'], $auto, 'mx.invalid');
attempt(['https_proxy' => 'http://PROXY'], $auto);
attempt(['http_proxy' => 'http://PROXY'], $auto);
attempt(['all_proxy' => 'http://PROXY', 'https_proxy' => 'http://127.0.0.1:1'], $auto);
attempt(['all_proxy' => 'socks4://PROXY'], $auto);
attempt(['all_proxy' => 'socks4a://PROXY'], $auto, 'mx.invalid');
attempt(['all_proxy' => 'socks5://PROXY'], $auto);
attempt(['all_proxy' => 'socks5h://PROXY'], $auto, 'mx.invalid');
attempt(['all_proxy' => 'ftp://PROXY'], $auto);
attempt(['all_proxy' => 'nonsense'], $auto);
attempt(['all_proxy' => 'http://127.0.0.1:99999'], $auto);
attempt(['all_proxy' => 'http://PROXY', 'no_proxy' => '127.0.0.1'], $auto);
attempt(['all_proxy' => 'http://PROXY', 'NO_PROXY' => 'example.com, LocalHost'], $auto, 'localhost');
attempt(['all_proxy' => 'http://PROXY', 'no_proxy' => '*'], $auto);
attempt(['all_proxy' => 'http://PROXY'], $auto + ['ProxyExceptionsList' => 'other;LOCALHOST'], 'localhost');
attempt(['all_proxy' => 'http://PROXY'], $auto + ['ProxyExceptionsList' => '*.example.com'], 'mx.example.com');
attempt(['all_proxy' => 'http://127.0.0.1:1'], $auto, '127.0.0.1', ['Type' => SSMTP::FW_TUNNEL, 'Host' => '127.0.0.1', 'Port' => 'PORT']);

const TUNNEL = ['Type' => SSMTP::FW_TUNNEL, 'Host' => '127.0.0.1', 'Port' => 'PORT'];
attempt([], ['ProxyExceptionsList' => '127.0.0.1'], '127.0.0.1', TUNNEL);
attempt([], ['ProxyExceptionsList' => '.0.0.1;10.0.0.0'], 'localhost', TUNNEL);
attempt([], [], 'localhost', ['Host' => ''] + TUNNEL);
attempt([], [], 'localhost', ['Type' => SSMTP::FW_NONE] + TUNNEL);
attempt([], ['FirewallData' => "User-Agent: mailer\r\nX-Trace: 7"], '127.0.0.1', TUNNEL);
attempt([], ['FirewallData' => "no colon"], '127.0.0.1', TUNNEL);

$m = new SSMTP();
foreach ([SSMTP::FW_TUNNEL, SSMTP::FW_SOCKS4, SSMTP::FW_SOCKS5, SSMTP::FW_SOCKS4A] as $type) {
	echo $m->setFirewallType($type)->getFirewallPort(), ' ';
}
echo $m->setFirewallPort(3128)->setFirewallType(SSMTP::FW_TUNNEL)->getFirewallPort(), ' ';
echo code(fn () => $m->setFirewallPort(65536)), ' ', code(fn () => $m->setFirewallPort(-1)), ' ', code(fn () => $m->setFirewallType(4)), ' ',
	code(fn () => $m->doConfig('FirewallListener=True')), ' ', $m->doConfig('FirewallListener'), "\n";
$m->setMailServer('*localhost');
echo $m->getMailServer(), "\n";
$server = smtp_server(smtp_greeting() . SMTP_QUIT);
client($server, $m)->setMailServer('*127.0.0.1')->setFirewallType(SSMTP::FW_NONE);
echo outcome(fn () => $m->doConnect()), ' ', $m->getMailServer(), "\n";
foreach (['Type' => 0, 'Host' => 'x', 'Port' => 1, 'User' => 'x', 'Password' => 'x', 'AutoDetect' => true] as $name => $value) {
	echo code(fn () => $m->{"setFirewall$name"}($value)), ' ';
}
?>
--EXPECT--
{"all_proxy":"http://PROXY"} 127.0.0.1: direct
{"FirewallAutoDetect":"True"} 127.0.0.1: direct
{"all_proxy":"http://PROXY/","FirewallAutoDetect":"True"} 127.0.0.1: CONNECT 127.0.0.1:PORT HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n
{"ALL_PROXY":"http://us%65r:pass%3aword@PROXY","FirewallAutoDetect":"True"} mx.invalid: CONNECT mx.invalid:PORT HTTP/1.1\r\nHost: mx.invalid:PORT\r\nProxy-Authorization: Basic dXNlcjpwYXNzOndvcmQ=\r\n\r\n
{"https_proxy":"http://PROXY","FirewallAutoDetect":"True"} 127.0.0.1: CONNECT 127.0.0.1:PORT HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n
{"http_proxy":"http://PROXY","FirewallAutoDetect":"True"} 127.0.0.1: CONNECT 127.0.0.1:PORT HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n
{"all_proxy":"http://PROXY","https_proxy":"http://127.0.0.1:1","FirewallAutoDetect":"True"} 127.0.0.1: CONNECT 127.0.0.1:PORT HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n
{"all_proxy":"socks4://PROXY","FirewallAutoDetect":"True"} 127.0.0.1: \004\001[port]\177\000\000\001\000
{"all_proxy":"socks4a://PROXY","FirewallAutoDetect":"True"} mx.invalid: \004\001[port]\000\000\000\001\000mx.invalid\000
{"all_proxy":"socks5://PROXY","FirewallAutoDetect":"True"} 127.0.0.1: \005\001\000\005\001\000\001\177\000\000\001[port]
{"all_proxy":"socks5h://PROXY","FirewallAutoDetect":"True"} mx.invalid: \005\001\000\005\001\000\003\nmx.invalid[port]
{"all_proxy":"ftp://PROXY","FirewallAutoDetect":"True"} 127.0.0.1: 118 The proxy in the environment has a scheme other than http, socks4, socks4a, socks5 and socks5h.
{"all_proxy":"nonsense","FirewallAutoDetect":"True"} 127.0.0.1: 118 The proxy in the environment has a scheme other than http, socks4, socks4a, socks5 and socks5h.
{"all_proxy":"http://127.0.0.1:99999","FirewallAutoDetect":"True"} 127.0.0.1: 118 The proxy in the environment is not scheme://host:port: correct it, or set FirewallAutoDetect to false.
{"all_proxy":"http://PROXY","no_proxy":"127.0.0.1","FirewallAutoDetect":"True"} 127.0.0.1: direct
{"all_proxy":"http://PROXY","NO_PROXY":"example.com, LocalHost","FirewallAutoDetect":"True"} localhost: direct
{"all_proxy":"http://PROXY","no_proxy":"*","FirewallAutoDetect":"True"} 127.0.0.1: direct
{"all_proxy":"http://PROXY","FirewallAutoDetect":"True","ProxyExceptionsList":"other;LOCALHOST"} localhost: direct
{"all_proxy":"http://PROXY","FirewallAutoDetect":"True","ProxyExceptionsList":"*.example.com"} mx.example.com: not found
{"all_proxy":"http://127.0.0.1:1","FirewallAutoDetect":"True","Type":1,"Host":"127.0.0.1","Port":"PORT"} 127.0.0.1: CONNECT 127.0.0.1:PORT HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n
{"ProxyExceptionsList":"127.0.0.1","Type":1,"Host":"127.0.0.1","Port":"PORT"} 127.0.0.1: direct
{"ProxyExceptionsList":".0.0.1;10.0.0.0","Type":1,"Host":"127.0.0.1","Port":"PORT"} localhost: CONNECT localhost:PORT HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n
{"Host":"","Type":1,"Port":"PORT"} localhost: direct
{"Type":0,"Host":"127.0.0.1","Port":"PORT"} localhost: direct
{"FirewallData":"User-Agent: mailer\r\nX-Trace: 7","Type":1,"Host":"127.0.0.1","Port":"PORT"} 127.0.0.1: CONNECT 127.0.0.1:PORT HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nUser-Agent: mailer\r\nX-Trace: 7\r\n\r\n
{"FirewallData":"no colon","Type":1,"Host":"127.0.0.1","Port":"PORT"} 127.0.0.1: 10022 FirewallData has a line that is not "Name: value".
80 1080 1080 1080 80 10022 10022 10022 10022 False
*localhost
ok *127.0.0.1
211 211 211 211 211 211 
