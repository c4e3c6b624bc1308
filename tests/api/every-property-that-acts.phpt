--TEST--
every property that acts when set tells what is missing
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; ?>
--FILE--
<?php
require __DIR__ . '/walk.inc';

foreach (properties() as $row) {
	foreach (ACTION_CODES[$row['name']] ?? [] as [$given, $code]) {
		$m = new SSMTP();
		$before = get_both($m, $row);
		$method = 'set' . $row['name'];
		$shown = "{$row['name']} = " . var_export($given, true);
		$got = code_of(fn () => $m->$method($given));
		check($got === $code, "$shown: the method gives $got, not $code");
		$got = ssmtp_set($m, $row['id'], $given);
		check($got === $code, "$shown: ssmtp_set() gives $got, not $code");
		check($code === 0 || strlen(ssmtp_get_last_error($m)) > 10, "$shown: the error has a text");
		check($row['name'] === 'Command' || get_both($m, $row) === $before, "$shown: reads as before");
	}
}
check(ssmtp_get(new SSMTP(), 10) === '', 'Command reads as empty');
walked(60);
?>
--EXPECT--
done
