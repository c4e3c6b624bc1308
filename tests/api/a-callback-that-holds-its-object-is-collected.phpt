--TEST--
A callback that holds its object is collected as a cycle
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
gc_collect_cycles();
for ($i = 1; $i <= 9; $i++) {
	$m = new SSMTP();
	ssmtp_register_callback($m, $i, function () use ($m) {});
	$weak[$i] = WeakReference::create($m);
	unset($m);
}
gc_collect_cycles();
var_dump(array_filter($weak, fn ($w) => $w->get() !== null));
?>
--EXPECT--
array(0) {
}
