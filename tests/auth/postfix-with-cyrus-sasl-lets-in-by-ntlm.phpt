--TEST--
Postfix with Cyrus SASL lets in by NTLM and the mechanisms that keep the password
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
require __DIR__ . '/auth.inc';
require_program('postfix', 'postfix');
require_program('saslpasswd2', 'sasl2-bin');
require_function('posix_kill', 'php-common (posix)');
if (getenv('SSMTP_SANITIZED')) die('skip gss-ntlmssp leaks in every exchange; unit test_sasl_crypto runs under the sanitizer with that library suppressed');
if (posix_geteuid() !== 0) die('skip Postfix starts as root only');
if (!glob('/usr/lib/*/sasl2/libntlm.so')) die('skip Cyrus SASL has no NTLM; on Debian: apt-get install libsasl2-modules');
if (!mechanism_is_built('NTLM') || !mechanism_is_built('SCRAM-SHA-1')) die('skip this build has not both GSS-API and GNU SASL');
if (!glob('/usr/lib/*/gssntlmssp/gssntlmssp.so')) die('skip on Debian: apt-get install gss-ntlmssp');
?>
--EXTENSIONS--
posix
--FILE--
<?php
require __DIR__ . '/auth.inc';
require __DIR__ . '/../postfix.inc';
$folder = sys_get_temp_dir() . '/ssmtp-cyrus-' . getmypid();
mkdir($folder, 0755);
exec('echo secret | saslpasswd2 -p -c -f ' . escapeshellarg("$folder/sasldb") . ' -u example.org user');
chmod("$folder/sasldb", 0644);
$certs = certificates();
$postfix = new PostfixServer([
	'smtpd_sasl_auth_enable' => 'yes',
	'smtpd_sasl_type' => 'cyrus',
	'smtpd_sasl_path' => 'smtpd',
	'smtpd_sasl_local_domain' => 'example.org',
	'smtpd_relay_restrictions' => 'permit_sasl_authenticated, reject',
	'smtpd_tls_security_level' => 'may',
	'smtpd_tls_chain_files' => "$certs/server-bundle.pem",
	'smtpd_error_sleep_time' => '0',
], [], ['sasl/smtpd.conf' => "pwcheck_method: auxprop\nauxprop_plugin: sasldb\nsasldb_path: $folder/sasldb\n"
	. "mech_list: NTLM DIGEST-MD5 CRAM-MD5 SCRAM-SHA-1 SCRAM-SHA-256 PLAIN LOGIN\n"]);
foreach (['DIGEST-MD5', 'CRAM-MD5', 'SCRAM-SHA-1', 'SCRAM-SHA-256', 'PLAIN', 'USER_PASSWORD'] as $mechanism) {
	echo "$mechanism: ", outcome(fn () => tls_client($postfix->port, $mechanism)->setUser('user')->doConnect()), "\n";
}
foreach (['False', 'True'] as $v2) {
	$m = tls_client($postfix->port, 'NTLM')->setUser('user')->setSendTo('someone@example.org');
	$m->doConfig("UseNTLMv2=$v2");
	echo "UseNTLMv2=$v2: ", outcome(fn () => $m->doSend()), "\n";
}
$m->setPassword('wrong');
echo 'wrong password: ', code(fn () => $m->doSend()), "\n";
echo count($postfix->mailbox('someone', 2)), "\n";
preg_match_all('/sasl_method=NTLM, sasl_username=(\S+)/', $postfix->log(), $match);
print_r($match[1]);
/* What allows version 1 in the environment contradicts UseNTLMv2. */
putenv('LM_COMPAT_LEVEL=1');
echo outcome(fn () => $m->doSend()), "\n";
unset($postfix);
array_map('unlink', glob("$folder/*"));
rmdir($folder);
?>
--EXPECT--
DIGEST-MD5: ok
CRAM-MD5: ok
SCRAM-SHA-1: ok
SCRAM-SHA-256: ok
PLAIN: ok
USER_PASSWORD: ok
UseNTLMv2=False: ok
UseNTLMv2=True: ok
wrong password: 161
2
Array
(
    [0] => user@example.org
    [1] => user@example.org
)
273: UseNTLMv2 is set, but the environment variable LM_COMPAT_LEVEL=1 allows NTLM version 1.
