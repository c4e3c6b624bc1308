--TEST--
TLS: host name check: wildcards, IDN, addresses, SNI (every name through a proxy)
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
/* MailServer, subjectAltName of the server that is chosen by SNI, expected result. */
$cases = [
	['mx.example.com', 'DNS:mx.example.com', 'ok'],
	['MX.Example.COM', 'DNS:mx.example.com', 'ok'],
	['mx.example.com.', 'DNS:mx.example.com', 'ok'],
	['mx.example.com', 'DNS:*.example.com', 'ok'],
	['a.mx.example.com', 'DNS:*.example.com', '280'],
	['example.com', 'DNS:*.example.com', '280'],
	['mx.example.com', 'DNS:m*.example.com', '280'],
	['mx.example.com', 'DNS:*x.example.com', '280'],
	['mx.example.com', 'DNS:mx.*.com', '280'],
	['mx.example.com', 'DNS:*.com', '280'],
	['mx.example.com', 'DNS:*.*.com', '280'],
	['xmx.example.com', 'DNS:mx.example.com', '280'],
	['bücher.example', 'DNS:xn--bcher-kva.example', 'ok'],
	['xn--bcher-kva.example', 'DNS:xn--bcher-kva.example', 'ok'],
	['xn--bcher-kva.example', 'DNS:*.example', '280'],
	['192.0.2.7', 'IP:192.0.2.7', 'ok'],
	['192.0.2.7', 'IP:192.0.2.8', '280'],
	['192.0.2.7', 'DNS:192.0.2.7', '280'],
	['mx.example.com', 'IP:192.0.2.7', '280'],
	['mx.example.com', '', '280', 'mx.example.com'], /* a common name alone is no name of a host */
	['192.0.2.7', '', '280', '192.0.2.7'],
];
foreach ($cases as $i => $case) {
	[$host, $san, $expected] = $case;
	$bundle = certificate("name$i", ['san' => $san, 'subject' => '/CN=' . ($case[3] ?? "name$i")]);
	$server = smtp_server("C: CONNECT *:465 HTTP/1.1\nC: Host: *\nC: \nraw HTTP/1.1 200 OK\\r\\n\\r\\n\n"
		. tls_by_php($bundle) . ($expected === 'ok' ? "S: 220 mx ready\n" . tls_hello() . SMTP_QUIT : "eof\n"));
	$client = tls_client($server, TLS_IMPLICIT);
	$client->setFirewallType(1)->setFirewallHost('127.0.0.1')->setFirewallPort($server->port)->setMailPort(465)->setMailServer($host);
	$got = strtok(tls_try($client), ':');
	echo "$host by $san: $got", $got === $expected ? '' : " (expected $expected)", "\n", strstr($server->wait(), '!!');
}
?>
--EXPECT--
mx.example.com by DNS:mx.example.com: ok
MX.Example.COM by DNS:mx.example.com: ok
mx.example.com. by DNS:mx.example.com: ok
mx.example.com by DNS:*.example.com: ok
a.mx.example.com by DNS:*.example.com: 280
example.com by DNS:*.example.com: 280
mx.example.com by DNS:m*.example.com: 280
mx.example.com by DNS:*x.example.com: 280
mx.example.com by DNS:mx.*.com: 280
mx.example.com by DNS:*.com: 280
mx.example.com by DNS:*.*.com: 280
xmx.example.com by DNS:mx.example.com: 280
bücher.example by DNS:xn--bcher-kva.example: ok
xn--bcher-kva.example by DNS:xn--bcher-kva.example: ok
xn--bcher-kva.example by DNS:*.example: 280
192.0.2.7 by IP:192.0.2.7: ok
192.0.2.7 by IP:192.0.2.8: 280
192.0.2.7 by DNS:192.0.2.7: 280
mx.example.com by IP:192.0.2.7: 280
mx.example.com by : 280
192.0.2.7 by : 280
