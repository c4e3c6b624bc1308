--TEST--
Kerberos logs in at Postfix with Dovecot's SASL, with a ticket and with a password
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
require __DIR__ . '/auth.inc';
require __DIR__ . '/../dovecot.inc';
require_dovecot();
foreach (['krb5kdc' => 'krb5-kdc', 'kadmin.local' => 'krb5-admin-server', 'kinit' => 'krb5-user'] as $program => $package) {
	require_program($program, $package);
}
if (!glob('/usr/lib/dovecot/modules/auth/libmech_gssapi.so')) die('skip Dovecot has no GSSAPI; on Debian: apt-get install dovecot-gssapi');
if (!mechanism_is_built('GSSAPI')) die('skip this build has no GSS-API');
?>
--EXTENSIONS--
posix
--FILE--
<?php
require __DIR__ . '/auth.inc';
require __DIR__ . '/../dovecot.inc';
require __DIR__ . '/../kdc.inc';
$kdc = new KdcServer();
$dovecot = new DovecotServer([
	'auth_mechanisms' => 'gssapi plain',
	'auth_krb5_keytab' => "$kdc->dir/keytab",
	'auth_gssapi_hostname' => 'localhost',
], array_diff_key($kdc->environment(), ['KRB5CCNAME' => 1]));
$postfix = new PostfixServer($dovecot->postfix());
foreach ($kdc->environment() as $name => $value) {
	putenv("$name=$value");
}

/* No ticket, no password: told before AUTH. */
$m = tls_client($postfix->port, 'GSSAPI')->setUser('user')->setPassword('')->setSendTo('someone@example.org');
echo 'no ticket: ', code(fn () => $m->doSend()), "\n";

$kdc->kinit('user', 'secret');
echo 'ticket: ', outcome(fn () => $m->doSend()), "\n";
unlink("$kdc->dir/tickets");
$m->setPassword('secret');
echo 'password: ', outcome(fn () => $m->doSend()), "\n";
/* Asked for with the password, a ticket is the process's own. */
var_dump(file_exists("$kdc->dir/tickets"));
$m->setPassword('wrong');
echo 'wrong password: ', code(fn () => $m->doSend()), "\n";

for ($i = 0; $i < 200 && preg_match_all('/sasl_method=GSSAPI, sasl_username=(\S+)/', $postfix->log(), $match) < 2; $i++) {
	usleep(20000);
}
print_r($match[1]);
/* Another server's name has no key in the KDC. */
$m = tls_client($postfix->port, 'GSSAPI')->setUser('user')->setMailServer('127.0.0.1');
echo 'another name: ', code(fn () => $m->doConnect()), "\n";
/* AUTH GSSAPI where the server has none. */
$server = smtp_server(smtp_greeting('AUTH PLAIN') . SMTP_QUIT);
echo 'not offered: ', code(fn () => auth_client($server, 'GSSAPI')->doConnect()), "\n";
?>
--EXPECT--
no ticket: 161
ticket: ok
password: ok
bool(false)
wrong password: 273
Array
(
    [0] => user@example.test
    [1] => user@example.test
)
another name: 161
not offered: 161
