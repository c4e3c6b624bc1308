--TEST--
Every method has its function, with the same parameters behind the handle
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
$functions = array_flip(get_extension_funcs('ssmtp'));
$count = 0;
foreach ((new ReflectionClass('SSMTP'))->getMethods() as $method) {
	if (!str_starts_with($method->name, 'do')) {
		continue;
	}
	$name = 'ssmtp_do_' . strtolower(substr($method->name, 2));
	if (!isset($functions[$name])) {
		echo "$name() is missing\n";
		continue;
	}
	unset($functions[$name]);
	$count++;
	$function = new ReflectionFunction($name);
	$signature = fn (array $parameters) => array_map(fn ($p) => $p->getType() . ' $' . $p->name, $parameters);
	$expected = array_merge(['SSMTP $handle'], $signature($method->getParameters()));
	/* A method that returns nothing throws; its function returns the code. */
	$returns = str_replace('void', 'int', (string) $method->getReturnType());
	if ($signature($function->getParameters()) !== $expected || (string) $function->getReturnType() !== $returns) {
		echo "$name() differs from SSMTP::{$method->name}()\n";
	}
}
echo "$count pairs\n";
echo implode("\n", array_keys($functions)), "\n";
?>
--EXPECT--
24 pairs
ssmtp_open
ssmtp_close
ssmtp_get
ssmtp_set
ssmtp_register_callback
ssmtp_set_token_provider
ssmtp_get_last_error
ssmtp_get_last_error_code
ssmtp_get_delivery_report
