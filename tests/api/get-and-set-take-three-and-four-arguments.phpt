--TEST--
ssmtp_get() and ssmtp_set() take an index before the value
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
$m = ssmtp_open();
echo ssmtp_get($m, 0), ' ', $m->VERSION(), "\n";
var_dump(ssmtp_set($m, 20, 'a@example.org'), ssmtp_get($m, 20), ssmtp_get($m, 20, 7));
var_dump(ssmtp_set($m, 20, 0, 'b@example.org'), $m->getFrom());
var_dump(ssmtp_set($m, 36, 2), ssmtp_set($m, 37, 1, 'c@example.org'), ssmtp_get($m, 37, 1));
foreach ([-1, 2, PHP_INT_MIN, PHP_INT_MAX] as $index) {
	var_dump(ssmtp_set($m, 37, $index, 'd@example.org'), ssmtp_get($m, 37, $index), ssmtp_get_last_error_code($m));
}
foreach ([-1, 63000, PHP_INT_MAX, PHP_INT_MIN, (1 << 32) + 20] as $id) {
	var_dump(ssmtp_get($m, $id), ssmtp_get_last_error_code($m), ssmtp_set($m, $id, 1));
}
var_dump(ssmtp_set($m, 21, true), ssmtp_set($m, 20, ['an array']), ssmtp_set($m, 20, null), $m->getFrom());
?>
--EXPECT--
ssmtp 0.1.0 [build 1] ssmtp 0.1.0 [build 1]
int(0)
string(13) "a@example.org"
string(13) "a@example.org"
int(0)
string(13) "b@example.org"
int(0)
int(0)
string(13) "c@example.org"
int(10022)
NULL
int(10022)
int(10022)
NULL
int(10022)
int(10022)
NULL
int(10022)
int(10022)
NULL
int(10022)
NULL
int(10022)
int(10022)
NULL
int(10022)
int(10022)
NULL
int(10022)
int(10022)
NULL
int(10022)
int(10022)
NULL
int(10022)
int(10022)
int(211)
int(10022)
int(10022)
string(13) "b@example.org"
