--TEST--
every property takes what its type and range allow and refuses the rest unchanged
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; ?>
--FILE--
<?php
require __DIR__ . '/walk.inc';

foreach (properties() as $row) {
	if (!$row['writable'] || isset(ACTION_CODES[$row['name']]) || $row['id'] === 66) {
		continue;
	}
	$m = new SSMTP();
	$m->setMessageRecipientCount(2);
	foreach (samples($row) as $sample) {
		[$given, $code] = $sample;
		$before = get_both($m, $row, 1);
		$got = set_both($m, $row, $given, 1);
		$after = get_both($m, $row, 1);
		$shown = var_export($given, true);
		check($got === $code, "{$row['name']} = $shown gives $got, not $code");
		check($after === ($code === 0 ? $sample[2] : $before), "{$row['name']} = $shown reads then as " . var_export($after, true));
	}
	foreach ([null, [1]] as $odd) {
		$before = get_both($m, $row, 1);
		$got = $row['indexed'] ? ssmtp_set($m, $row['id'], 1, $odd) : ssmtp_set($m, $row['id'], $odd);
		check($got === 10022, "{$row['name']} refuses " . get_debug_type($odd) . " with $got");
		check(get_both($m, $row, 1) === $before, "{$row['name']} is unchanged");
	}
	if ($row['readable'] && !$row['indexed']) {
		$method = 'set' . $row['name'];
		check($m->$method($row['default']) === $m, "$method() returns the object");
	}
}
walked(2000);
?>
--EXPECT--
done
