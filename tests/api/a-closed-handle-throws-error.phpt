--TEST--
A closed handle throws Error, whatever it is used for
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
$m = ssmtp_open();
var_dump(ssmtp_close($m));
$attempts = [
	fn () => ssmtp_close($m),
	fn () => ssmtp_do_send($m),
	fn () => $m->doSend(),
	fn () => $m->getFrom(),
	fn () => $m->setFrom('a@example.org'),
	fn () => ssmtp_get($m, 20),
	fn () => ssmtp_set($m, 20, 'a@example.org'),
	fn () => ssmtp_register_callback($m, 5, null),
	fn () => $m->on('PITrail', null),
	fn () => ssmtp_get_last_error($m),
	fn () => $m->lastErrorCode(),
	fn () => $m->getDeliveryReport(),
	fn () => $m->doConfig('Hello'),
	fn () => $m->doInterrupt(),
];
foreach ($attempts as $attempt) {
	try {
		$attempt();
		echo "allowed\n";
	} catch (Error $e) {
		$texts[] = $e->getMessage();
	}
}
echo count($texts), ' ', implode(array_unique($texts)), "\n";
var_dump($m);
?>
--EXPECTF--
int(0)
14 The SSMTP handle is closed
object(SSMTP)#%d (0) {
}
