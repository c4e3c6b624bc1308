--TEST--
Secrets do not show in var_dump(), print_r(), var_export(), casts or backtraces
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
$canary = 'kanarienvogel-' . bin2hex(random_bytes(4));
$m = new SSMTP();
$m->setPassword($canary)->setFirewallPassword($canary)->setCertStorePassword($canary)->setSSLCertStorePassword($canary)
	->setCertKeyPassword($canary)->setSSLCertKeyPassword($canary)->setCertStore($canary)->setSSLCertStore($canary);
ob_start();
var_dump($m);
print_r($m);
var_export($m);
var_dump((array) $m);
echo json_encode($m);
$shown = ob_get_clean();
foreach ([$canary, base64_encode($canary), bin2hex($canary), urlencode($canary)] as $form) {
	var_dump(str_contains($shown, $form));
}
echo preg_match_all('/\["Password"\]=>\s+string\(5\) "\*\*\*\*\*"/', $shown), "\n";

/* A setter that fails leaves its argument in no trace. */
foreach (['setPassword', 'setCertStorePassword', 'setFirewallPassword'] as $setter) {
	try {
		$m->$setter("$canary\0");
		echo "not refused\n";
	} catch (SSMTPException $e) {
		var_dump(str_contains(print_r($e->getTrace(), true) . $e->getMessage(), $canary));
		echo get_class($e->getTrace()[0]['args'][0]), "\n";
	}
}

/* The same for what may hold a private key or a log-in, and for the functions. */
$closed = ssmtp_open();
ssmtp_close($closed);
$calls = [
	fn () => $m->setCertEncoded($canary),
	fn () => $m->setSSLCertEncoded($canary),
	fn () => $m->setCommand("AUTH PLAIN $canary"),
	fn () => $m->doSendCommand("AUTH PLAIN $canary"),
	fn () => ssmtp_set($closed, 43, $canary),
	fn () => ssmtp_set($closed, 43, 0, $canary),
];
foreach ($calls as $i => $call) {
	try {
		$call();
		echo "not refused\n";
	} catch (SSMTPException | Error $e) {
		echo $i, str_contains(print_r($e->getTrace()[0], true) . $e->getMessage(), $canary) ? ' shows it' : ' hides it', "\n";
	}
}
?>
--INI--
zend.exception_ignore_args=0
--EXPECT--
bool(false)
bool(false)
bool(false)
bool(false)
1
bool(false)
SensitiveParameterValue
bool(false)
SensitiveParameterValue
bool(false)
SensitiveParameterValue
0 hides it
1 hides it
2 hides it
3 hides it
4 hides it
5 hides it
