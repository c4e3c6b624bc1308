--TEST--
every setting takes what its type and range allow and refuses the rest unchanged
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; ?>
--FILE--
<?php
require __DIR__ . '/walk.inc';

foreach (config_rows() as $row) {
	$m = new SSMTP();
	if (!$row['writable']) {
		check(config_code($m, "{$row['name']}=x") === 211, "{$row['name']} is read-only");
		check(str_contains(ssmtp_get_last_error($m), $row['name']), 'the text names it');
		continue;
	}
	if (!$row['readable']) {
		check(config_code($m, "{$row['name']}=x") === 0, "{$row['name']} takes a value");
		check(config_read($m, $row['name']) === '', "{$row['name']} reads as empty");
		continue;
	}
	foreach (samples($row) as $sample) {
		[$given, $code] = $sample;
		$given = config_text($given);
		if ($row['type'] === 'BOOL' && $given === '2') {
			continue; // as text it is no integer
		}
		$before = config_read($m, $row['name']);
		$got = config_code($m, "{$row['name']}=$given");
		$after = config_read($m, $row['name']);
		check($got === $code, "{$row['name']}=$given gives $got, not $code");
		check($after === ($code === 0 ? config_text($sample[2]) : $before), "{$row['name']}=$given reads then as $after");
		if ($code !== 0) {
			check(code_of(fn () => $m->doConfig("{$row['name']}=$given")) === $code, 'again');
			check(str_contains($m->lastError(), $row['name']), "{$row['name']} is named in: " . $m->lastError());
		}
	}
}
walked(1200);
?>
--EXPECT--
done
