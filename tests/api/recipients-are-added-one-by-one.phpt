--TEST--
addTo, addCc and addBCc put one recipient behind those there are; var_dump() shows what was set, Config included
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';
$m = new SSMTP();
var_dump($m->setSendTo('ann@example.org')->addTo('bob@example.com', 'Bob Doe')->addTo('Carol <carol@example.com>') === $m);
$m->addCc('dan@example.com')->addBCc('eve@example.com', 'Eve');
echo $m->getSendTo(), ' | ', $m->getCc(), ' | ', $m->getBCc(), ' | ', $m->getMessageRecipientCount(), "\n";
foreach (['', "x@example.com\r\nRCPT TO:<y@example.com>", 'a@example.com, b@example.com'] as $wrong) {
	echo code(fn () => $m->addTo($wrong)), ' ';
}
echo code(fn () => $m->addTo('x@example.com', "a\r\nb")), ' ', $m->getMessageRecipientCount(), "\n";

$m->setPassword('hidden')->setProtection(SSMTP::SIGN);
$m->doConfig('KeepBody=True');
$m->doConfig('AuthorizationIdentity=hidden');
$m->doConfig('FirewallData=Proxy-Authorization: hidden');
ob_start();
var_dump($m);
$shown = ob_get_clean();
foreach (['SendTo', 'BCc', 'Password', 'Protection', 'KeepBody', 'AuthorizationIdentity', 'FirewallData', 'hidden', 'Timeout'] as $name) {
	echo $name, ' ', str_contains($shown, $name) ? 'shown' : 'not shown', "\n";
}
?>
--EXPECT--
bool(true)
ann@example.org, Bob Doe <bob@example.com>, Carol <carol@example.com> | dan@example.com | Eve <eve@example.com> | 5
10022 10022 10022 10022 5
SendTo shown
BCc shown
Password shown
Protection shown
KeepBody shown
AuthorizationIdentity shown
FirewallData shown
hidden not shown
Timeout not shown
