--TEST--
accept is read back from the returned array or a reference; everything else changes nothing
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/scenario.inc';

$answers = [
	'nothing' => function (array $param) {},
	'true' => fn (array $param) => true,
	'false' => fn (array $param) => false,
	'the array' => fn (array $param) => $param,
	'an array without the key' => fn (array $param) => ['status' => 'OK'],
	'accept true' => fn (array $param) => ['accept' => true] + $param,
	'accept false' => fn (array $param) => ['accept' => false] + $param,
	'accept "yes"' => fn (array $param) => ['accept' => 'yes'],
	'accept 0' => fn (array $param) => ['accept' => 0],
	'by reference true' => function (array &$param) { $param['accept'] = true; },
	'by reference false' => function (array &$param) { $param['accept'] = false; },
	'by reference, no array' => function (&$param) { $param = null; },
	'by value, not returned' => function (array $param) { $param['accept'] = !$param['accept']; },
	'no callback' => null,
];
foreach ($answers as $name => $answer) {
	echo "$name: ";
	foreach ([true, false] as $trusted) {
		$server = scenario_server();
		$m = scenario_client($server);
		if (!$trusted) {
			$m->doConfig('OpenSSLCAFile=' . certificates() . '/stranger-root.pem');
		}
		$m->on('SSLServerAuthentication', $answer);
		echo code(fn () => $m->doConnect()), ' ';
	}
	echo "\n";
}
?>
--EXPECT--
nothing: 0 280 
true: 0 280 
false: 0 280 
the array: 0 280 
an array without the key: 0 280 
accept true: 0 0 
accept false: 280 280 
accept "yes": 0 0 
accept 0: 280 280 
by reference true: 0 0 
by reference false: 280 280 
by reference, no array: 0 280 
by value, not returned: 0 280 
no callback: 0 280 
