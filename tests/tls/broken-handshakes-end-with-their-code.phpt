--TEST--
TLS: alerts, ends and nonsense in the handshake: each with its code, and in time
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$bundle = certificates() . '/server-bundle.pem';
$cases = [
	'closed at once' => "hello\nclose\n",
	'reset at once' => "hello\nrst\n",
	'a greeting in clear' => "hello\nraw 220 mx.example.com ready\\r\\n\nany\n",
	'HTTP' => "hello\nraw HTTP/1.0 400 Bad Request\\r\\n\\r\\n\nany\n",
	'alert handshake_failure' => "hello\nraw \\x15\\x03\\x03\\x00\\x02\\x02\\x28\nany\n",
	'alert close_notify' => "hello\nraw \\x15\\x03\\x03\\x00\\x02\\x01\\x00\nclose\n",
	'half a record header' => "hello\nraw \\x16\\x03\nclose\n",
	'half a record' => "hello\nraw \\x16\\x03\\x03\\x00\\x7a\\x02\\x00\\x00\nclose\n",
	'a record that is too long' => "hello\nraw \\x16\\x03\\x03\\xff\\xff\\x02\\x00\nany\n",
	'SSL 3 ServerHello' => "hello\nraw \\x16\\x03\\x00\\x00\\x2a\\x02\\x00\\x00\\x26\\x03\\x00" . str_repeat('\\x11', 32) . "\\x00\\x00\\x2f\\x00\nany\n",
	'silence' => "any\n",
	'half a record, then silence' => "hello\nraw \\x16\\x03\\x03\\x00\\x7a\\x02\\x00\\x00\nany\n",
	'no common suite' => tls_by_openssl($bundle, '-tls1_2 -cipher AES128-SHA'),
	'no certificate' => "openssl -nocert -tls1_2 -cipher ADH-AES256-SHA256:@SECLEVEL=0\nany\n",
];
foreach ($cases as $name => $script) {
	$server = smtp_server($script);
	$client = tls_client($server, TLS_IMPLICIT)->setTimeout(str_contains($name, 'silence') ? 1 : 30);
	if ($name === 'no certificate') {
		$client->doConfig('OpenSSLCipherList=ADH-AES256-SHA256:@SECLEVEL=0');
	}
	$begin = hrtime(true);
	/* As OpenSSL 3.5 says it. */
	$outcome = preg_replace(['~(sslv3|tlsv1|ssl/tls) alert~', '~packet length~'], ['alert', 'data length'], tls_try($client));
	$seconds = (hrtime(true) - $begin) / 1e9;
	echo "$name: ", preg_replace(['/localhost port \d+/', '/with TLS_[^.]* and \d+ more/'], ['localhost port N', 'with SUITES'], $outcome), ' | ', $client->doConfig('SSLError'), ' ',
		$client->doConfig('SSLSpecificError') !== '0' ? 'specific' : '0', $seconds > 20 ? " late: $seconds" : '', "\n";
	echo preg_match('/EHLO|QUIT|MAIL/', $server->received()) ? "SMTP was sent\n" : '';
}
?>
--EXPECT--
closed at once: 276: TLS handshake with localhost: the server closed the connection. | 276 0
reset at once: 10054: [10054] Connection reset by peer. (reading from the server) | 276 specific
a greeting in clear: 276: TLS handshake with localhost: the server did not answer with TLS; does this port begin in clear (STARTTLS)? | 276 specific
HTTP: 276: TLS handshake with localhost: the server did not answer with TLS; does this port begin in clear (STARTTLS)? | 276 specific
alert handshake_failure: 276: TLS handshake with localhost: alert handshake failure; mostly no cipher suite, group or signature algorithm is common. Offered: TLS 1.2 to TLS 1.3 with SUITES. | 276 specific
alert close_notify: 276: TLS handshake with localhost: the server closed the connection. | 276 0
half a record header: 276: TLS handshake with localhost: the server closed the connection. | 276 0
half a record: 276: TLS handshake with localhost: the server closed the connection. | 276 0
a record that is too long: 276: TLS handshake with localhost: data length too long. | 276 specific
SSL 3 ServerHello: 276: TLS handshake with localhost: the server offers no TLS version that SSLEnabledProtocols allows. | 276 specific
silence: 201: No end of the TLS handshake with localhost within the time limit (Timeout=1 seconds). | 276 0
half a record, then silence: 201: No end of the TLS handshake with localhost within the time limit (Timeout=1 seconds). | 276 0
no common suite: 276: TLS handshake with localhost: alert handshake failure; mostly no cipher suite, group or signature algorithm is common. Offered: TLS 1.2 to TLS 1.3 with SUITES. | 276 specific
no certificate: 282: localhost showed no certificate. | 282 0
