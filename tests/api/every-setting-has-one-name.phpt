--TEST--
every setting is reached by its name only; a name that is none is error 10022
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; ?>
--FILE--
<?php
require __DIR__ . '/walk.inc';

$m = new SSMTP();
foreach (rows() as $row) {
	if ($row['config']) {
		check(ssmtp_get($m, $row['id']) === null && ssmtp_get_last_error_code($m) === 10022, "{$row['name']} has no id");
		check(ssmtp_set($m, $row['id'], 'x') === 10022, "{$row['name']} has no id to set");
		check($row['name'] === 'SSLProvider' || !method_exists($m, 'get' . $row['name']), "{$row['name']} has no method");
	} elseif (!$row['named'] && $row['name'] !== 'SSLProvider') {
		check(config_code($m, $row['name']) === 10022, "{$row['name']} is no setting");
	}
}
foreach (['', '=', '=x', ' ', 'Nobody', 'Nobody=1', 'SSLNegotiatedCipher[1]', "Hello\0", 'Password=canary'] as $text) {
	check(config_code($m, $text) === 10022, var_export($text, true));
	check(!str_contains(ssmtp_get_last_error($m), 'canary'), 'no value is shown');
}
/* split at the first =, value as it is */
check($m->doConfig('Hello= a=b ') === '' && $m->doConfig('Hello') === ' a=b ', 'the value is taken verbatim');
/* the same storage under both names */
$m->doConfig('FirewallType=3');
check($m->getFirewallType() === 3 && $m->getFirewallPort() === 1080, 'FirewallType');
$m->setFirewallHost('proxy.example.org');
check($m->doConfig('firewallhost') === 'proxy.example.org', 'FirewallHost');
$m->doConfig('DetachedSignature=no');
check($m->getDetachedSignature() === false, 'DetachedSignature');
$m->doConfig('SSLProvider=Platform');
check($m->getSSLProvider() === SSMTP::SSLP_PLATFORM, 'SSLProvider');
walked(400);
?>
--EXPECT--
done
