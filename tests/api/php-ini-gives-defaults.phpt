--TEST--
php.ini and ini_set() give defaults to new objects and after Reset
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--INI--
ssmtp.mail_server=mail.example.org
ssmtp.mail_port=587
ssmtp.hello=client.example.org
--FILE--
<?php
$m = new SSMTP();
var_dump($m->getMailServer(), $m->getMailPort(), $m->doConfig('Hello'), $m->getTimeout());
$m->setMailServer('other.example.org')->setMailPort(25);
ini_set('ssmtp.timeout', '7');
var_dump($m->getTimeout());
$m->doReset();
var_dump($m->getMailServer(), $m->getMailPort(), $m->getTimeout());
var_dump(ini_set('ssmtp.timeout', 'soon'), ini_get('ssmtp.timeout'));
foreach (array_keys(ini_get_all('ssmtp')) as $name) {
	if (stripos($name, 'password') !== false) {
		echo "a secret in php.ini: $name\n";
	}
}
?>
--EXPECTF--
string(16) "mail.example.org"
int(587)
string(18) "client.example.org"
int(60)
int(60)
string(16) "mail.example.org"
int(587)
int(7)

Warning: %Sssmtp.timeout is not changed: %s in %s on line %d
bool(false)
string(1) "7"
