--TEST--
every constant exists in the class and globally, with its value, and there are no others
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; ?>
--FILE--
<?php
require __DIR__ . '/walk.inc';

$expected = require __DIR__ . '/constants.inc';
foreach ($expected as $name => $value) {
	check(defined("SSMTP::$name") && constant("SSMTP::$name") === $value, "SSMTP::$name");
	check(defined("SSMTP_$name") && constant("SSMTP_$name") === $value, "SSMTP_$name");
}
foreach ((new ReflectionClass(SSMTP::class))->getConstants() as $name => $value) {
	check(array_key_exists($name, $expected), "SSMTP::$name is in the table");
}
foreach (get_defined_constants(true)['ssmtp'] ?? [] as $name => $value) {
	check(array_key_exists(substr($name, 6), $expected), "$name is in the table");
}
walked(500);
?>
--EXPECT--
done
