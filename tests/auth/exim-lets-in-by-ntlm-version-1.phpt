--TEST--
Exim, which knows NTLM version 1 only, lets in where UseNTLMv2 is False
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
require __DIR__ . '/auth.inc';
require __DIR__ . '/../exim.inc';
require_function('posix_geteuid', 'php-common (posix)');
if (!mechanism_is_built('NTLM') || !mechanism_is_built('SCRAM-SHA-1')) die('skip this build has no GNU SASL');
if (($why = EximServer::missing()) !== '') die("skip $why");
?>
--EXTENSIONS--
posix
--FILE--
<?php
require __DIR__ . '/auth.inc';
require __DIR__ . '/../exim.inc';
$exim = new EximServer('secret');
foreach (['user', 'EXAMPLE\\user', 'user@EXAMPLE'] as $user) {
	$m = auth_client(null, 'NTLM')->setMailServer('127.0.0.1')->setMailPort($exim->port)->setUser($user);
	echo "$user: ", outcome(fn () => $m->doSend()), "\n";
}
$m->setPassword('wrong');
echo 'wrong password: ', outcome(fn () => $m->doSend()), "\n";
$m->setPassword('secret')->setUser('somebody');
echo 'wrong user: ', code(fn () => $m->doSend()), "\n";
echo substr_count($exim->log(), 'A=spa:user'), " log-ins\n";
?>
--EXPECTF--
user: ok
EXAMPLE\user: ok
user@EXAMPLE: ok
wrong password: 161: SMTP protocol error: 535 Incorrect authentication data (reply to AUTH NTLM)
wrong user: 161
3 log-ins
