--TEST--
every read-only property refuses with 211, unknown ids and indexes outside with 10022
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; ?>
--FILE--
<?php
require __DIR__ . '/walk.inc';

$m = new SSMTP();
$ids = array_column(properties(), 'id');
foreach (properties() as $row) {
	if (!$row['writable']) {
		$code = $row['indexed'] ? ssmtp_set($m, $row['id'], 0, 'x') : ssmtp_set($m, $row['id'], 'x');
		check($code === 211, "{$row['name']} is read-only: $code");
		check(str_contains(ssmtp_get_last_error($m), $row['name']), 'the text names it: ' . ssmtp_get_last_error($m));
	}
	if (!$row['indexed']) {
		continue;
	}
	foreach ([-1, 1000, PHP_INT_MAX, PHP_INT_MIN] as $index) {
		check(ssmtp_get($m, $row['id'], $index) === null, "{$row['name']}[$index] reads as null");
		check(ssmtp_get_last_error_code($m) === 10022, "{$row['name']}[$index]: " . ssmtp_get_last_error_code($m));
		$text = ssmtp_get_last_error($m);
		check(str_contains($text, $row['name']) && preg_match('/\d+ entr/', $text), "array and size are named: $text");
		$get = 'get' . $row['name'];
		check(code_of(fn () => $m->$get($index)) === 10022, "$get($index)");
		if ($row['writable']) {
			$value = $row['type'] === 'ENUM' ? 0 : '';
			check(ssmtp_set($m, $row['id'], $index, $value) === 10022, "ssmtp_set {$row['name']}[$index]");
			$set = 'set' . $row['name'];
			check(code_of(fn () => $m->$set($index, $value)) === 10022, "$set($index)");
		}
	}
}
foreach ([-1, 68, 69, 93, 99, 127, 153, 189, 200, 999, 1000, 1204, 5000, PHP_INT_MAX, PHP_INT_MIN] as $id) {
	check(!in_array($id, $ids, true), "$id is unknown");
	check(ssmtp_get($m, $id) === null && ssmtp_get_last_error_code($m) === 10022, "ssmtp_get of the unknown id $id");
	check(ssmtp_set($m, $id, 'x') === 10022 && ssmtp_get_last_error_code($m) === 10022, "ssmtp_set of the unknown id $id");
}
check(ssmtp_set($m, 0, 'x') !== 0, 'the version cannot be set');
walked(250);
?>
--EXPECT--
done
