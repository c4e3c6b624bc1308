--TEST--
every property reads its default, by method and by id
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; ?>
--FILE--
<?php
require __DIR__ . '/walk.inc';

$m = new SSMTP();
$elsewhere = [ // the value is made at reading
	'LocalHost' => fn ($v) => $v === gethostname(),
	'MessageHeaderCount' => fn ($v) => $v >= 2,
];
foreach (properties() as $row) {
	if ($row['indexed'] || $row['name'] === 'MessageHeadersString') {
		continue; // each reading makes a new Message-Id
	}
	$value = get_both($m, $row);
	check(get_debug_type($value) === php_type($row), "{$row['name']} is " . get_debug_type($value));
	check(isset($elsewhere[$row['name']]) ? $elsewhere[$row['name']]($value) : $value === $row['default'],
		"{$row['name']} is by default " . var_export($value, true));
	check(ssmtp_get($m, $row['id'], 7) === $value || isset($elsewhere[$row['name']]), "{$row['name']} ignores an index");
	check(ssmtp_get_last_error_code($m) === 0, "{$row['name']} leaves no error");
}
foreach ([$m->getMessageHeadersString(), ssmtp_get($m, 34), $m->doConfig('MessageHeadersString')] as $section) {
	check(preg_match('/^Date: .*\r\n(.*\r\n)*Message-Id: <.*>\r\n/', $section) === 1 && str_ends_with($section, "\r\n"), $section);
}
check(is_string(ssmtp_get($m, 0)) && ssmtp_get($m, 0) === $m->VERSION(), 'id 0 is the version');
walked(600);
?>
--EXPECT--
done
