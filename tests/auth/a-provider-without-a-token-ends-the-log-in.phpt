--TEST--
What a token provider does instead of returning a token ends the log-in before AUTH
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/auth.inc';
$m = null;
$cases = [
	'empty string' => fn () => '',
	'null' => fn () => null,
	'a number' => fn () => 42,
	'an exception' => fn () => throw new DomainException('the token server is down'),
	'a line end' => fn () => "tok\r\nen",
	'another method' => function () use (&$m) { echo outcome(fn () => $m->doConnect()), "\n"; return ""; },
	'letting go of itself' => function () use (&$m) { $m->setTokenProvider(null); return ''; },
	'interrupting' => function () use (&$m) { $m->doInterrupt(); return 'token'; },
];
foreach ($cases as $case => $provider) {
	$server = smtp_server(smtp_greeting('AUTH XOAUTH2') . "C: *\nS: 221 bye\nany\n");
	$m = auth_client($server, 'XOAUTH2')->setTokenProvider($provider);
	try {
		echo "$case: ", outcome(fn () => $m->doConnect()), "\n";
	} catch (DomainException $e) {
		echo get_class($e), ': ', $e->getMessage(), "\n";
	}
	var_dump($m->getConnected());
	$m = null;
	var_dump(str_contains($server->received(), 'AUTH'));
}

/* exit() in it ends the script in order. */
$server = smtp_server(smtp_greeting('AUTH XOAUTH2') . "C: *\nS: 221 bye\nany\n");
$m = auth_client($server, 'XOAUTH2')->setTokenProvider(fn () => exit("exit\n"));
$m->doConnect();
?>
--EXPECT--
empty string: 273: The token provider returned no token: it has to return a non-empty string.
bool(false)
bool(false)
null: 273: The token provider returned no token: it has to return a non-empty string.
bool(false)
bool(false)
a number: 273: The token provider returned no token: it has to return a non-empty string.
bool(false)
bool(false)
an exception: DomainException: the token server is down
bool(false)
bool(false)
a line end: 10022: The access token holds a control octet and cannot be sent by XOAUTH2.
bool(false)
bool(false)
another method: 1105: Already connecting: Connect cannot be called from an event callback of Connect.
273: The token provider returned no token: it has to return a non-empty string.
bool(false)
bool(false)
letting go of itself: 273: The token provider returned no token: it has to return a non-empty string.
bool(false)
bool(false)
interrupting: 301: The operation was interrupted.
bool(false)
bool(false)
exit
