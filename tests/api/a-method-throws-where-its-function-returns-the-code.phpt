--TEST--
A method throws where its function returns the code
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
$m = new SSMTP();
try {
	$m->doSend();
} catch (RuntimeException $e) {
	echo get_class($e), ' ', $e->getCode(), ' ', $e->getMessage(), "\n";
}
var_dump($e->getMessage() === $m->lastErrorCode() . ': ' . $m->lastError());

$h = ssmtp_open('a licence is not asked for');
var_dump(ssmtp_do_send($h), ssmtp_get_last_error_code($h));
var_dump(ssmtp_get_last_error($h) === $m->lastError());

/* One handle, both interfaces. */
var_dump(ssmtp_do_connect($m), $h->doDisconnect());

/* A text that cannot be had is an exception of the method, "" of the function. */
try {
	$m->doConfig('NoSuchSetting');
} catch (SSMTPException $e) {
	echo $e->getCode(), "\n";
}
var_dump(ssmtp_do_config($h, 'NoSuchSetting'), ssmtp_get_last_error_code($h));
var_dump(ssmtp_do_config($h, 'FoldHeaders'), ssmtp_get_last_error_code($h));
?>
--EXPECTF--
SSMTPException 163 163: %s
bool(true)
int(163)
int(163)
bool(true)
int(163)
int(0)
10022
string(0) ""
int(10022)
string(4) "True"
int(0)
