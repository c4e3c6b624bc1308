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
	check(array_key_exists($name, $expected) || str_starts_with($name, 'PROP_'), "SSMTP::$name is in the table");
}
/* PROP_ names the id of every property for ssmtp_get() and ssmtp_set(). */
$ids = array_filter((new ReflectionClass(SSMTP::class))->getConstants(), fn ($name) => str_starts_with($name, 'PROP_'), ARRAY_FILTER_USE_KEY);
check(count($ids) === count(properties()), 'as many PROP_ constants as properties');
foreach (properties() as $row) {
	$name = array_search($row['id'], $ids, true);
	check(str_replace('_', '', (string) $name) === 'PROP' . strtoupper($row['name']), "PROP_ of {$row['name']} is $name");
}
foreach (get_defined_constants(true)['ssmtp'] ?? [] as $name => $value) {
	check(array_key_exists(substr($name, 6), $expected), "$name is in the table");
}
walked(500);
?>
--EXPECT--
done
