--TEST--
TLS: Timeout, ConnectionTimeout and Interrupt hold inside STARTTLS and the handshake
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$starttls = smtp_greeting('STARTTLS') . "C: STARTTLS\n";
$cases = [
	'no reply to STARTTLS' => [TLS_EXPLICIT, "{$starttls}any\n"],
	'half a reply to STARTTLS' => [TLS_EXPLICIT, "{$starttls}raw 220 g\nany\n"],
	'no ServerHello, explicit' => [TLS_EXPLICIT, "{$starttls}S: 220 go\nany\n"],
	'no ServerHello, implicit' => [TLS_IMPLICIT, "any\n"],
	'octets now and then' => [TLS_IMPLICIT, "hello\nraw \\x16\\x03\\x03\\x00\\x7a\ndelay 400\nraw \\x02\ndelay 400\nraw \\x00\ndelay 400\nraw \\x00\ndelay 400\nraw \\x76\nany\n"],
];
foreach ($cases as $name => [$mode, $script]) {
	foreach (['Timeout', 'ConnectionTimeout', 'AbsoluteTimeout'] as $limit) {
		$server = smtp_server($script);
		$client = tls_client($server, $mode)->setTimeout($limit === 'ConnectionTimeout' && $mode === TLS_IMPLICIT ? 20 : 1);
		if ($limit !== 'Timeout') {
			$client->doConfig($limit . ($limit === 'AbsoluteTimeout' ? '=True' : '=1'));
		}
		$begin = hrtime(true);
		$code = code(fn () => $client->doConnect());
		$taken = (hrtime(true) - $begin) / 1e9;
		echo "$name, $limit: $code ", $taken > 0.9 && $taken < 15 ? 'in time' : "after $taken s", ' ', json_encode($client->getConnected()), ' ', $client->doConfig('SSLError'), "\n";
	}
}
/* Interrupt from an event inside the handshake */
foreach ([TLS_EXPLICIT => "{$starttls}S: 220 go\n" . tls_by_php(certificates() . '/server-bundle.pem') . "any\n",
	TLS_IMPLICIT => "any\n"] as $mode => $script) {
	$server = smtp_server($script);
	$client = tls_client($server, $mode);
	ssmtp_register_callback($client, 7, function ($param) use (&$client) {
		if (str_contains($param['message'], 'client hello')) {
			$client->doInterrupt();
		}
	});
	echo code(fn () => $client->doConnect()), ' ', json_encode($client->getConnected()), "\n";
}
/* Its callback holds the object (see client.inc). */
unset($client);
gc_collect_cycles();
?>
--EXPECT--
no reply to STARTTLS, Timeout: 201 in time false 0
no reply to STARTTLS, ConnectionTimeout: 201 in time false 0
no reply to STARTTLS, AbsoluteTimeout: 201 in time false 0
half a reply to STARTTLS, Timeout: 201 in time false 0
half a reply to STARTTLS, ConnectionTimeout: 201 in time false 0
half a reply to STARTTLS, AbsoluteTimeout: 201 in time false 0
no ServerHello, explicit, Timeout: 201 in time false 276
no ServerHello, explicit, ConnectionTimeout: 201 in time false 276
no ServerHello, explicit, AbsoluteTimeout: 201 in time false 276
no ServerHello, implicit, Timeout: 201 in time false 276
no ServerHello, implicit, ConnectionTimeout: 201 in time false 276
no ServerHello, implicit, AbsoluteTimeout: 201 in time false 276
octets now and then, Timeout: 201 in time false 276
octets now and then, ConnectionTimeout: 201 in time false 276
octets now and then, AbsoluteTimeout: 201 in time false 276
301 false
301 false
