--TEST--
RecipientCertCheck and BccEncryption refuse a certificate by its subject, the rule, and what to do
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; require_program('openssl', 'openssl'); ?>
--FILE--
<?php
require __DIR__ . '/smime.inc';

function attempt(string $label, array $config, array $certificates, string $cc = '', string $bcc = ''): void
{
	$m = mail_to()->setCc($cc)->setBCc($bcc);
	signer($m);
	foreach ($config as $setting) {
		$m->doConfig($setting);
	}
	recipients($m, ...$certificates);
	echo "$label: ", str_replace(certificates(), 'CERTS', outcome(fn () => $m->doEncrypt())), "\n";
}

/** A revocation list of the intermediate with these serial numbers. */
function revocation_list(Folder $folder, string ...$names): string
{
	$index = '';
	foreach ($names as $name) {
		$serial = openssl_x509_parse(file_get_contents(certificates() . "/$name.pem"))['serialNumberHex'];
		$index .= "R\t991231235959Z\t250101000000Z\t$serial\tunknown\t/CN=$name\n";
	}
	$folder->put('index.txt', $index);
	$config = $folder->put('ca.cnf', "[ca]\ndefault_ca=any\n[any]\ndatabase=$folder->path/index.txt\ndefault_md=sha256\ndefault_crl_days=3650\n");
	run_program(['openssl', 'ca', '-gencrl', '-config', $config, '-cert', certificates() . '/intermediate.pem', '-keyfile',
		certificates() . '/intermediate.key', '-out', "$folder->path/crl.pem"]);
	return file_get_contents("$folder->path/crl.pem");
}

$certs = certificates();
$ca = 'SMIMECACerts=' . file_get_contents("$certs/ca.pem");
$folder = new Folder();
$clean = $ca . revocation_list($folder, 'dave');
$revoked = $ca . revocation_list($folder, 'dave', 'bob');

attempt('no certificate', [], []);
attempt('expired', [], ['expired']);
attempt('Match refuses a stranger', [], ['bob', 'stranger']);
attempt('Match takes one that names nobody', [], ['nomail']);
attempt('Match, nobody for two', [], ['nomail'], 'carol@example.org');
attempt('Basic takes a stranger', ['RecipientCertCheck=Basic'], ['stranger']);
attempt('Match, ok', ['RecipientCertCheck=Match'], ['bob', 'carol'], 'carol@example.org');
attempt('Match, nobody for Cc', ['RecipientCertCheck=Match'], ['bob'], 'carol@example.org');
attempt('Match, one too many', ['RecipientCertCheck=Match'], ['bob', 'dave']);
attempt('Chain, ok', ['RecipientCertCheck=Chain', $ca], ['bob']);
attempt('Chain, by file', ['RecipientCertCheck=Chain', "SMIMECACerts=$certs/ca.pem"], ['bob']);
attempt('Chain, includes Match', ['RecipientCertCheck=Chain', $ca], ['carol']);
attempt('Chain, other root', ['RecipientCertCheck=Chain', 'SMIMECACerts=' . file_get_contents("$certs/stranger-root.pem")], ['bob']);
attempt('Chain, the system', ['RecipientCertCheck=Chain'], ['bob']);
attempt('Chain, no file', ['RecipientCertCheck=Chain', 'SMIMECACerts=/nowhere/ca.pem'], ['bob']);
attempt('Revocation, no list', ['RecipientCertCheck=Revocation', $ca], ['bob']);
attempt('Revocation, ok', ['RecipientCertCheck=Revocation', $clean], ['bob']);
attempt('Revocation, revoked', ['RecipientCertCheck=Revocation', $revoked], ['bob']);
attempt('Chain does not ask lists', ['RecipientCertCheck=Chain', $revoked], ['bob']);
attempt('Bcc, Error', [], ['bob', 'dave'], '', 'dave@example.org');
attempt('Bcc, Error, unknown owner', [], ['bob', 'nomail'], '', 'dave@example.org');
attempt('Bcc, Error, no certificate of it', [], ['bob'], '', 'dave@example.org');
attempt('Bcc, also in To', [], ['bob'], '', 'bob@example.org');
attempt('Bcc, Reveal', ['BccEncryption=Reveal'], ['bob', 'dave'], '', 'dave@example.org');
attempt('Bcc, Separate, none for it', ['BccEncryption=Separate'], ['bob'], '', 'dave@example.org');
attempt('Bcc, Separate, unknown owner', ['BccEncryption=Separate'], ['bob', 'dave', 'nomail'], '', 'dave@example.org');
attempt('Bcc, Separate, none for To', ['BccEncryption=Separate'], ['dave'], '', 'dave@example.org');
echo outcome(fn () => mail_to()->doConfig('SMIMECACerts=nonsense')), "\n";
echo outcome(fn () => mail_to()->doConfig("SMIMECACerts=-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")), "\n";

echo "EncryptToSelf\n";
$m = mail_to();
recipients($m, 'bob')->doConfig('EncryptToSelf=True');
echo outcome(fn () => $m->doEncrypt()), "\n";
signer($m, 'expired');
echo outcome(fn () => $m->doEncrypt()), "\n";
signer($m)->doEncrypt();
echo json_encode(envelope_names(whole($m), 'alice', 'bob')), "\n";

echo "The list\n";
$m = recipients(mail_to(), 'bob', 'carol', 'dave');
echo $m->getRecipientCertCount(), ' ', $m->getRecipientCertSubject(1), "\n";
$m->setRecipientCertEncoded(1, file_get_contents("$certs/r00.pem"));
$m->setRecipientCertCount(2);
echo $m->getRecipientCertCount(), ' ', $m->getRecipientCertSubject(1), "\n";
echo outcome(fn () => $m->getRecipientCertSubject(2)), "\n";
echo outcome(fn () => $m->doAddRecipientCert('nonsense')), ' ', $m->getRecipientCertCount(), "\n";
$m->setRecipientCertCount(0);
echo outcome(fn () => $m->doEncrypt()), "\n";
?>
--EXPECT--
no certificate: 10202: No recipient certificate was added: call AddRecipientCert first.
expired: 10201: The recipient certificate "C=DE, O="Example, Inc.", OU=Mail, CN=expired" expired at 2021-01-01 00:00:00 UTC; ask the recipient for a certificate issued for encrypting e-mail.
Match refuses a stranger: 10202: The recipient certificate "CN=stranger" names no recipient of the message: remove it, add the recipient it names, or set RecipientCertCheck=Basic.
Match takes one that names nobody: ok
Match, nobody for two: 10202: No recipient certificate names carol@example.org: add it with AddRecipientCert before Encrypt, or set RecipientCertCheck=Basic.
Basic takes a stranger: ok
Match, ok: ok
Match, nobody for Cc: 10202: No recipient certificate names carol@example.org: add it with AddRecipientCert before Encrypt, or set RecipientCertCheck=Basic.
Match, one too many: 10202: The recipient certificate "C=DE, O="Example, Inc.", OU=Mail, CN=dave" names no recipient of the message: remove it, add the recipient it names, or set RecipientCertCheck=Basic.
Chain, ok: ok
Chain, by file: ok
Chain, includes Match: 10202: No recipient certificate names bob@example.org: add it with AddRecipientCert before Encrypt, or set RecipientCertCheck=Basic.
Chain, other root: 10201: The recipient certificate "C=DE, O="Example, Inc.", OU=Mail, CN=bob" fails the chain check: unable to get local issuer certificate, at depth 0 "C=DE, O="Example, Inc.", OU=Mail, CN=bob"; put the certificates of its issuers into SMIMECACerts if you trust them.
Chain, the system: 10201: The recipient certificate "C=DE, O="Example, Inc.", OU=Mail, CN=bob" fails the chain check: unable to get local issuer certificate, at depth 0 "C=DE, O="Example, Inc.", OU=Mail, CN=bob"; put the certificates of its issuers into SMIMECACerts if you trust them.
Chain, no file: 271: The certificate store /nowhere/ca.pem cannot be opened: No such file or directory.
Revocation, no list: 10201: The recipient certificate "C=DE, O="Example, Inc.", OU=Mail, CN=bob" fails the chain check: unable to get certificate CRL, at depth 0 "C=DE, O="Example, Inc.", OU=Mail, CN=bob"; put the current revocation list of its issuer into SMIMECACerts.
Revocation, ok: ok
Revocation, revoked: 10201: The recipient certificate "C=DE, O="Example, Inc.", OU=Mail, CN=bob" fails the chain check: certificate revoked, at depth 0 "C=DE, O="Example, Inc.", OU=Mail, CN=bob"; ask the recipient for another certificate.
Chain does not ask lists: ok
Bcc, Error: 211: The recipient certificate "C=DE, O="Example, Inc.", OU=Mail, CN=dave" belongs to the BCc recipient dave@example.org, and all who get the message could read that: set BccEncryption=Separate, or Reveal if they may.
Bcc, Error, unknown owner: 211: The recipient certificate "C=DE, O=Example, CN=nomail" names neither a To nor a Cc recipient and may be that of dave@example.org (BCc), and all who get the message could read that: set BccEncryption=Reveal if they may.
Bcc, Error, no certificate of it: ok
Bcc, also in To: ok
Bcc, Reveal: ok
Bcc, Separate, none for it: 10202: No recipient certificate names the BCc recipient dave@example.org: add it with AddRecipientCert (BccEncryption=Separate).
Bcc, Separate, unknown owner: 10202: The recipient certificate "C=DE, O=Example, CN=nomail" names no recipient: BccEncryption=Separate cannot tell whose copy it belongs to. Remove it, or add the recipient it names.
Bcc, Separate, none for To: 10202: No recipient certificate names bob@example.org: add it with AddRecipientCert before Encrypt, or set RecipientCertCheck=Basic.
272: SMIMECACerts: the value is neither PEM text nor the path of a file.
272: SMIMECACerts cannot be read: ASN1 lib.
EncryptToSelf
10199: No signing certificate with a private key is selected: set CertStoreType, CertStore, CertStorePassword and then CertSubject.
10201: The recipient certificate "C=DE, O="Example, Inc.", OU=Mail, CN=expired" expired at 2021-01-01 00:00:00 UTC; ask the recipient for a certificate issued for encrypting e-mail.
["alice","bob",2]
The list
3 C=DE, O="Example, Inc.", OU=Mail, CN=carol
2 CN=r00
10022: RecipientCertSubject: the index 2 is outside the array, which has 2 entries.
272: The text holds no certificate: PEM, DER or base64 of DER is expected. 2
10202: No recipient certificate was added: call AddRecipientCert first.
