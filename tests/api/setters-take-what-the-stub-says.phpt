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
$wrong = [
	fn () => $m->setMessageRecipientAddress(0, []),
	fn () => $m->setMailPort('smtp'),
	fn () => $m->setMailPort(null),
	fn () => $m->setSSLEnabled([]),
];
foreach ($wrong as $call) {
	try {
		$call();
	} catch (TypeError $e) {
		echo $e->getMessage(), "\n";
	}
}
/* PHP says itself what it makes of a fraction; ssmtp_set() takes anything and refuses it as the reference interface does. */
echo $m->setTimeout(2.5)->getTimeout(), ' ', ssmtp_set($m, SSMTP::PROP_TIMEOUT, 2.5), ' ', ssmtp_set($m, SSMTP::PROP_TIMEOUT, '2x'), "\n";
/* What programs of the reference interface pass. */
echo json_encode([$m->setTimeout('9')->getTimeout(), $m->setTimeout(true)->getTimeout(), $m->setSSLEnabled('False')->getSSLEnabled(),
	$m->setSSLEnabled(1)->getSSLEnabled(), $m->setSSLEnabled('no')->getSSLEnabled(), $m->setSubject(42)->getSubject()]), "\n";
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
--EXPECTF--
bool(true)
int(587)
bool(true)
string(13) "a@example.org"
bool(false)
int(30)
string(16) "text@example.org"
SSMTP::setFrom(): Argument #1 ($value) must be of type string, array given
SSMTP::setFrom(): Argument #1 ($value) must be of type string, null given
SSMTP::setFrom(): Argument #1 ($value) must be of type string, stdClass given
SSMTP::setFrom(): Argument #1 ($value) must be of type string, resource given
SSMTP::setMessageRecipientAddress(): Argument #2 ($value) must be of type string, array given
SSMTP::setMailPort(): Argument #1 ($value) must be of type int, string given
SSMTP::setMailPort(): Argument #1 ($value) must be of type int, null given
SSMTP::setSSLEnabled(): Argument #1 ($value) must be of type string|int|bool, array given

Deprecated: Implicit conversion from float 2.5 to int loses precision in %s on line %d
2 10022 10022
[9,1,false,true,false,"42"]
10022
10022
SSMTP::setFrom() expects exactly 1 argument, 0 given
