--TEST--
every property has its methods, types and attributes, and the class has no others
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; ?>
--FILE--
<?php
require __DIR__ . '/walk.inc';

$class = new ReflectionClass(SSMTP::class);
$expected = [];
foreach (properties() as $row) {
	foreach (['get' => 'readable', 'set' => 'writable'] as $prefix => $access) {
		$name = $prefix . $row['name'];
		check($class->hasMethod($name) === $row[$access], "$name exists: " . var_export($row[$access], true));
		if (!$row[$access] || !$class->hasMethod($name)) {
			continue;
		}
		$expected[] = strtolower($name);
		$method = $class->getMethod($name);
		check($method->getName() === $name, "$name is spelt so");
		check($method->isPublic() && !$method->isStatic(), "$name is public");
		check($method->getNumberOfParameters() === $row['indexed'] + ($prefix === 'set'), "$name: number of arguments");
		check($method->getNumberOfRequiredParameters() === $method->getNumberOfParameters(), "$name: all arguments are needed");
		check((string) $method->getReturnType() === ($prefix === 'set' ? 'static' : php_type($row)), "$name returns " . $method->getReturnType());
		$parameters = $method->getParameters();
		if ($row['indexed']) {
			check($parameters[0]->getName() === 'index' && (string) $parameters[0]->getType() === 'int', "$name: the index comes first");
		}
		if ($prefix === 'set') {
			$value = end($parameters);
			check($value->getName() === 'value', "$name: the value is named so");
			$secret = count($value->getAttributes(SensitiveParameter::class)) === 1;
			/* Stores and certificates may hold a private key, a command a log-in. */
			$may = in_array($row['name'], ['CertStore', 'CertEncoded', 'SSLCertStore', 'SSLCertEncoded', 'Command'], true);
			check($secret === ($row['type'] === 'SECRET' || $may), "$name: SensitiveParameter");
		}
	}
}
$others = ['getdeliveryreport', 'settokenprovider'];
foreach ($class->getMethods() as $method) {
	$name = strtolower($method->getName());
	if (preg_match('/^[gs]et/', $name) && !in_array($name, $others, true)) {
		check(in_array($name, $expected, true), "$name belongs to a property");
	}
}
check(count(array_filter(properties(), fn ($row) => $row['id'] <= 62)) === 62, 'the reference interface has 62 properties');
check(count(array_filter(properties(), fn ($row) => $row['id'] > 62)) === 103, 'beyond it there are 103');
walked(1500);
?>
--EXPECT--
done
