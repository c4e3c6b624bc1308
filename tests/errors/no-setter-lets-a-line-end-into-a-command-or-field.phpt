--TEST--
No setter lets a line end or NUL into a command or field
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

/* Passwords may hold line ends; they leave encoded. */
const ENCODED = '/Password$/';
const INJECTED = 'RSET X-Injected: yes';

/* What may hold any octet: bodies and stores. */
const BINARY = ['CertEncoded', 'CertStore', 'Message', 'MessageText', 'SSLAcceptServerCertEncoded', 'SSLAcceptServerCertStore',
	'SSLCertEncoded', 'SSLCertStore', 'RecipientCertEncoded', /* a callable: */ 'TokenProvider'];

$breaks = ["\r\n", "\n", "\r", "\0", "\r\n\r\n", "\r\n.\r\n"];
$tried = $refused = 0;
foreach ((new ReflectionClass('SSMTP'))->getMethods() as $method) {
	if (!str_starts_with($method->name, 'set') || in_array(substr($method->name, 3), BINARY)) {
		continue;
	}
	foreach ($breaks as $break) {
		$m = client();
		$m->setMessageRecipientCount(2);
		$value = 'a@example.com' . $break . INJECTED;
		$args = $method->getNumberOfParameters() === 2 ? [0, $value] : [$value];
		$tried++;
		$before = method_exists($m, 'get' . substr($method->name, 3))
			? $m->{'get' . substr($method->name, 3)}(...array_slice($args, 0, -1)) : null;
		try {
			$m->{$method->name}(...$args);
		} catch (SSMTPException | TypeError $e) {
			$refused++;
			if (method_exists($m, 'get' . substr($method->name, 3)) && $before !== $m->{'get' . substr($method->name, 3)}(...array_slice($args, 0, -1))) {
				echo "{$method->name} was refused and changed\n";
			}
			continue;
		}
		/* What was taken must not be seen as a line of its own. */
		$text = $m->getMessageHeadersString();
		if (preg_match('/^(RSET|X-Injected)/m', $text) || str_contains($text, "\0") || preg_match('/(?<!\r)\n|\r(?!\n)/', $text)) {
			echo "{$method->name} takes ", json_encode($break), ":\n$text";
		}
		if (!preg_match(ENCODED, $method->name) || $break === "\0") {
			echo "taken: {$method->name} ", json_encode($break), "\n";
		}
	}
}
echo $tried > 150 ? 'many' : $tried, " tried\n";
?>
--EXPECT--
many tried
