--TEST--
The name in EHLO is Hello, else the host name if it is a full one, else the address literal of the local end
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

function hello(string $config): string
{
	$server = smtp_server(smtp_greeting() . SMTP_QUIT);
	$m = client($server);
	$code = code(fn () => $m->doConfig($config));
	if ($code !== 0) {
		return (string) $code;
	}
	$outcome = outcome(fn () => $m->doConnect());
	if ($outcome !== 'ok') {
		return $outcome;
	}
	$m->doDisconnect();
	return substr(explode("\n", $server->wait())[1], 8);
}

$host = gethostname();
echo hello('Hello=') === (str_contains($host, '.') ? $host : '[127.0.0.1]') ? 'as the machine is called' : hello('Hello='), "\n";
foreach (['mail.example.org', 'localhost', '[192.0.2.7]', '[IPv6:2001:db8::1]', 'under_score.example'] as $name) {
	echo hello("Hello=$name"), "\n";
}
foreach (['two words', 'a<b', 'a>b', "x\r\nMAIL FROM:<>", "x\0y", 'a..b', '[', '[]', "b\u{fc}cher.example", 'a;b'] as $name) {
	echo json_encode($name), ' ', hello("Hello=$name"), "\n";
}
?>
--EXPECT--
as the machine is called
mail.example.org
localhost
[192.0.2.7]
[IPv6:2001:db8::1]
under_score.example
"two words" 10022: Hello: "two words" is neither a domain nor an address literal: it cannot stand in EHLO.
"a<b" 10022: Hello: "a<b" is neither a domain nor an address literal: it cannot stand in EHLO.
"a>b" 10022: Hello: "a>b" is neither a domain nor an address literal: it cannot stand in EHLO.
"x\r\nMAIL FROM:<>" 10022
"x\u0000y" 10022
"a..b" 10022: Hello: "a..b" is neither a domain nor an address literal: it cannot stand in EHLO.
"[" 10022: Hello: "[" is neither a domain nor an address literal: it cannot stand in EHLO.
"[]" 10022: Hello: "[]" is neither a domain nor an address literal: it cannot stand in EHLO.
"b\u00fccher.example" xn--bcher-kva.example
"a;b" 10022: Hello: "a;b" is neither a domain nor an address literal: it cannot stand in EHLO.
