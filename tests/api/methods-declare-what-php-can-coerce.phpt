--TEST--
Methods declare the types that PHP can coerce; what the stub says and what the module is are the same
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/walk.inc';

$parameter = fn (ReflectionFunctionAbstract $f, string $name) => (string) array_column(array_map(
	fn ($p) => [$p->name, $p->getType()], $f->getParameters()), 1, 0)[$name];

/* Properties: int is int and text is text; a bool is read by the engine, as the word "False" is true to PHP. */
foreach (properties() as $row) {
	if ($row['readable']) {
		$get = new ReflectionMethod('SSMTP', "get{$row['name']}");
		check((string) $get->getReturnType() === php_type($row), "get{$row['name']}() returns " . $get->getReturnType());
	}
	if ($row['writable']) {
		$set = new ReflectionMethod('SSMTP', "set{$row['name']}");
		$type = php_type($row) === 'bool' ? 'string|int|bool' : php_type($row);
		check($parameter($set, 'value') === $type, "set{$row['name']}() takes " . $parameter($set, 'value') . ", not $type");
		check((string) $set->getReturnType() === 'static', "set{$row['name']}() returns " . $set->getReturnType());
	}
	if ($row['indexed']) {
		check($parameter($get, 'index') === 'int', "get{$row['name']}() takes an int index");
	}
}

/* Every other method: a type each, but where PHP has no word for it or listeners may leave it out. */
$untyped = ['doSetMessageStream' => 'stream'];
$nothing = ['doCertsOnly', 'doNewMessage'];
foreach ((new ReflectionClass('SSMTP'))->getMethods() as $method) {
	foreach ($method->getParameters() as $p) {
		check($p->hasType() xor ($untyped[$method->name] ?? '') === $p->name, "{$method->name}(\${$p->name}) has a type");
	}
	if (str_starts_with($method->name, 'do')) {
		$returns = in_array($method->name, $nothing, true) ? 'void' : (in_array($method->name, ['doConfig', 'doQueue'], true) ? 'string' : 'int');
		check((string) $method->getReturnType() === $returns, "{$method->name}() returns " . $method->getReturnType() . ", not $returns");
	}
	$fires = str_starts_with($method->name, 'fire');
	check($method->hasReturnType() xor ($fires || $method->isConstructor()), "{$method->name}() says what it returns");
}
foreach (['on' => 'callback', 'setTokenProvider' => 'provider'] as $name => $argument) {
	$method = new ReflectionMethod('SSMTP', $name);
	check($parameter($method, $argument) === '?callable' && (string) $method->getReturnType() === 'static', "$name()");
}

/* What they return is what they say. */
$m = new SSMTP();
check($m->doNewMessage() === null && ssmtp_do_newmessage($m) === 0, 'NewMessage: nothing, 0');
check($m->on('Error', null) === $m && $m->setTokenProvider(null) === $m, 'on() and setTokenProvider() return the object');
try {
	ssmtp_set_token_provider($m, 'no_such_function');
	check(false, 'a token provider that cannot be called');
} catch (TypeError $e) {
	check(str_contains($e->getMessage(), 'valid callback or null'), $e->getMessage());
}

/* The stub names the values of an enumeration and the bits of a mask for analysers. */
$stub = file_get_contents(__DIR__ . '/../../ssmtp.stub.php');
$named = function (string $signature) use ($stub): string {
	preg_match('~@phpstan-(?:param|return) ([^\n$]+?)(?: \$value)?\n\s+\*/\n\s+public function ' . preg_quote($signature) . '~', $stub, $found);
	return $found[1] ?? '';
};
$enumerations = 0;
foreach (properties() as $row) {
	if ($row['type'] !== 'ENUM') {
		continue;
	}
	$enumerations++;
	$of_get = $row['readable'] ? $named("get{$row['name']}(") : null;
	$of_set = $named("set{$row['name']}(");
	check($of_set !== '' && $of_set === $of_get, "{$row['name']}: \"$of_set\" and \"$of_get\"");
	$known = array_map(fn ($name) => constant($name), explode('|', $of_set));
	/* Each value named is taken, and no other number below a hundred. */
	for ($number = 0; $number < 100; $number++) {
		if ($row['name'] === 'SSLProvider' && $number === SSMTP::SSLP_INTERNAL) {
			continue; /* has a name and is refused with 270 */
		}
		$object = new SSMTP();
		$object->setMessageRecipientCount(1);
		$code = $row['indexed'] ? ssmtp_set($object, $row['id'], 0, $number) : ssmtp_set($object, $row['id'], $number);
		check(($code === 0) === in_array($number, $known, true), "{$row['name']} = $number gives $code");
	}
}
check($enumerations >= 9, "$enumerations enumerations");
check($named('setProtection(') === 'int-mask<SSMTP::SIGN, SSMTP::ENCRYPT>' && $named('getProtection(') === $named('setProtection('), 'Protection is a mask');
walked(1000);
?>
--EXPECT--
done
