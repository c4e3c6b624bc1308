--TEST--
Setters take what the stub says, return the object, and throw TypeError for the rest
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
$m = new SSMTP();
var_dump($m->setMailPort('587')->setSSLEnabled('Yes')->setFrom('a@example.org') === $m);
var_dump($m->getMailPort(), $m->getSSLEnabled(), $m->getFrom());
var_dump($m->setSSLEnabled(false)->getSSLEnabled(), $m->setTimeout(30.0)->getTimeout());

class Text
{
	public function __toString(): string
	{
		return 'text@example.org';
	}
}
var_dump($m->setFrom(new Text())->getFrom());

foreach ([[], null, new stdClass(), STDIN] as $wrong) {
	try {
		$m->setFrom($wrong);
	} catch (TypeError $e) {
		echo $e->getMessage(), "\n";
	}
}
try {
	$m->setMessageRecipientAddress(0, []);
} catch (TypeError $e) {
	echo $e->getMessage(), "\n";
}
foreach (['maybe', 2] as $wrong) {
	try {
		$m->setSSLEnabled($wrong);
	} catch (SSMTPException $e) {
		echo $e->getCode(), "\n";
	}
}
try {
	$m->setFrom();
} catch (ArgumentCountError $e) {
	echo $e->getMessage(), "\n";
}
?>
--EXPECT--
bool(true)
int(587)
bool(true)
string(13) "a@example.org"
bool(false)
int(30)
string(16) "text@example.org"
SSMTP::setFrom(): Argument #1 ($value) must be of type int|float|string, array given
SSMTP::setFrom(): Argument #1 ($value) must be of type int|float|string, null given
SSMTP::setFrom(): Argument #1 ($value) must be of type int|float|string, stdClass given
SSMTP::setFrom(): Argument #1 ($value) must be of type int|float|string, resource given
SSMTP::setMessageRecipientAddress(): Argument #2 ($value) must be of type int|float|string, array given
10022
10022
SSMTP::setFrom() expects exactly 1 argument, 0 given
