--TEST--
The last error stays until the next call clears it
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
$m = ssmtp_open();
var_dump(ssmtp_get_last_error_code($m), ssmtp_get_last_error($m));
ssmtp_do_send($m);
var_dump(ssmtp_get_last_error_code($m), ssmtp_get_last_error($m) !== '');
$m->doInterrupt();
var_dump($m->lastErrorCode());
var_dump(ssmtp_do_disconnect($m), $m->lastErrorCode(), $m->lastError());
ssmtp_do_send($m);
ssmtp_do_config($m, 'FoldHeaders');
var_dump($m->lastErrorCode());
var_dump(ssmtp_get($m, 9999), $m->lastErrorCode());
var_dump(ssmtp_get($m, 20), $m->lastErrorCode());
?>
--EXPECT--
int(0)
string(0) ""
int(163)
bool(true)
int(163)
int(0)
int(0)
string(0) ""
int(0)
NULL
int(10022)
string(0) ""
int(0)
