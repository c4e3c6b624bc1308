--TEST--
Profile= decides digest, signature scheme, key encryption and cipher as openssl prints them
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; require_program('openssl', 'openssl'); ?>
--FILE--
<?php
require __DIR__ . '/smime.inc';

foreach (['Compatible', 'Modern', 'Outlook', 'BDEW'] as $profile) {
	$m = mail_to();
	recipients(signer($m), 'bob')->doConfig("Profile=$profile");
	$m->doSignAndEncrypt();
	$envelope = run_program(['openssl', 'cms', '-cmsout', '-print', '-noout'], whole($m));
	$signed = openssl_decrypted(whole($m), certificates(), 'bob');
	$signature = run_program(['openssl', 'cms', '-cmsout', '-print', '-noout', '-inform', 'DER'], signed_parts($signed)[1]);
	preg_match('/keyEncryptionAlgorithm: \s*algorithm: (\S+)/', $envelope, $key);
	preg_match('/contentEncryptionAlgorithm: \s*algorithm: (\S+)/', $envelope, $cipher);
	preg_match('/signatureAlgorithm: \s*algorithm: (\S+) \(\S+\)\s+parameter: (?:NULL|SEQUENCE)[^\0]*?\z/', $signature, $rest);
	preg_match_all('/signatureAlgorithm: \s*algorithm: (\S+)/', $signature, $scheme);
	preg_match('/digestAlgorithms:\s*algorithm: (\S+)/', $signature, $digest);
	preg_match('/micalg=(\S+?);/', $signed, $micalg);
	echo "$profile: $digest[1] $micalg[1] ", end($scheme[1]), " $key[1] $cipher[1] ",
		json_encode(openssl_verified($signed, certificates()) !== null), "\n";
}
echo mail_to()->doConfig('Profile'), outcome(fn () => mail_to()->doConfig('Profile=Other')), "\n";
?>
--EXPECT--
Compatible: sha256 sha-256 rsaEncryption rsaEncryption aes-256-cbc true
Modern: sha256 sha-256 rsassaPss rsaesOaep aes-256-gcm true
Outlook: sha256 sha-256 rsaEncryption rsaEncryption aes-256-cbc true
BDEW: sha256 sha-256 rsassaPss rsaesOaep aes-256-cbc true
10022: Profile must be one of empty, Compatible, Modern, Outlook, BDEW; text "Other" was given.
