--TEST--
Bad certificates, passwords and content are errors with the code of the specification, and nothing is half done
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

$certs = certificates();
$alice = fn ($m) => $m->setCertStoreType(SSMTP::CST_PFXFILE)->setCertStore("$certs/alice.pfx")->setCertStorePassword('secret')->setCertSubject('*');
$bob = fn ($m) => $m->doAddRecipientCert(file_get_contents("$certs/bob.pem"));

function state(SSMTP $m): array
{
	return [$m->getMessageText(), $m->getMessage(), $m->getOtherHeaders(), $m->getCertSubject(), $m->getRecipientCertCount(), $m->getSubject()];
}

function attempt(string $name, callable $prepare, callable $call): void
{
	foreach (['class', 'functions'] as $interface) {
		$m = client();
		$m->setOtherHeaders('X-Kept: yes');
		$prepare($m);
		$before = state($m);
		/* Where the files are differs from one machine to the next. */
		$outcome = $interface === 'class' ? str_replace([__FILE__, certificates()], ['FILE', 'CERTS'], outcome(fn () => $call($m))) : (string) code(fn () => $call($m));
		echo $interface === 'class' ? "$name: $outcome\n" : '', state($m) === $before ? '' : "  changed: " . json_encode(array_diff_assoc(state($m), $before)) . "\n";
	}
}

$pfx = fn (string $file, string $password) => fn ($m) => $m->setCertStoreType(SSMTP::CST_PFXFILE)->setCertStore($file)->setCertStorePassword($password);
$select = fn ($m) => $m->setCertSubject('*');
attempt('no such file', $pfx('/nonexistent/x.pfx', 'secret'), $select);
attempt('wrong password', $pfx("$certs/alice.pfx", 'wrong'), $select);
attempt('no password', $pfx("$certs/alice.pfx", ''), $select);
attempt('not a PFX', $pfx(__FILE__, 'secret'), $select);
attempt('a folder', $pfx($certs, 'secret'), $select);
attempt('an empty store', fn ($m) => $m->setCertStoreType(SSMTP::CST_PFXBLOB)->setCertStore(''), $select);
attempt('cut short', fn ($m) => $m->setCertStoreType(SSMTP::CST_PFXBLOB)->setCertStore(substr(file_get_contents("$certs/alice.pfx"), 0, 500))->setCertStorePassword('secret'), $select);
attempt('no such subject', $pfx("$certs/alice.pfx", 'secret'), fn ($m) => $m->setCertSubject('nobody at all'));
attempt('encrypted key, wrong password', fn ($m) => $m->setCertStoreType(SSMTP::CST_PEMKEY_BLOB)
	->setCertStore(file_get_contents("$certs/alice-enckey.pem") . file_get_contents("$certs/alice.pem"))->setCertStorePassword('wrong'), $select);
attempt('encrypted key, no password', fn ($m) => $m->setCertStoreType(SSMTP::CST_PEMKEY_BLOB)
	->setCertStore(file_get_contents("$certs/alice-enckey.pem") . file_get_contents("$certs/alice.pem")), $select);
attempt('not a certificate', fn ($m) => null, fn ($m) => $m->setCertEncoded('nonsense'));
attempt('recipient not a certificate', fn ($m) => null, fn ($m) => $m->doAddRecipientCert('nonsense'));
attempt('recipient empty', fn ($m) => null, fn ($m) => $m->doAddRecipientCert(''));
attempt('recipient broken', fn ($m) => null, fn ($m) => $m->doAddRecipientCert("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"));
attempt('sign without certificate', fn ($m) => null, fn ($m) => $m->doSign());
attempt('sign without key', fn ($m) => $m->setCertEncoded(file_get_contents("$certs/alice.pem")), fn ($m) => $m->doSign());
attempt('encrypt to nobody', $alice, fn ($m) => $m->doEncrypt());
attempt('sign and encrypt to nobody', $alice, fn ($m) => $m->doSignAndEncrypt());
attempt('sign and encrypt without certificate', $bob, fn ($m) => $m->doSignAndEncrypt());
foreach (['expired', 'notyet', 'wrongku', 'wrongeku'] as $name) {
	attempt("$name signer", fn ($m) => $m->setCertStoreType(SSMTP::CST_PFXFILE)->setCertStore("$certs/$name.pfx")->setCertStorePassword('secret')->setCertSubject('*'),
		fn ($m) => $m->doSign());
}
attempt('Ed25519 recipient', fn ($m) => $m->doAddRecipientCert(file_get_contents("$certs/ed25519.pem")), fn ($m) => $m->doEncrypt());
attempt('recipient that forbids it', fn ($m) => $m->doAddRecipientCert(file_get_contents("$certs/wrongku.pem")), fn ($m) => $m->doEncrypt());
attempt('unknown algorithm', fn ($m) => null, fn ($m) => $m->setEncryptingAlgorithm('ROT13'));
attempt('unknown digest', fn ($m) => null, fn ($m) => $m->setSigningAlgorithm('CRC32'));

/* A failed Encrypt does not let the plain text go, until it is encrypted or set anew. */
$server = smtp_server(smtp_greeting() . smtp_transaction() . SMTP_QUIT);
$m = client($server)->setSendTo('bob@example.org');
$m->setMessageText("top secret\r\n");
echo code(fn () => $m->doEncrypt()), ' ', code(fn () => $m->doSend()), ' ', $m->lastError(), "\n";
$bob($m);
echo code(fn () => $m->doEncrypt()), ' ', code(fn () => $m->doSend()), "\n";
$server->wait();
var_dump(!str_contains($server->received(), 'secret'), str_contains($server->received(), 'enveloped-data'));
$m->doResetHeaders();
$m->setMessageText("public\r\n");
echo code(fn () => $m->doEncrypt()), ' ', $m->getRecipientCertCount(), ' ', json_encode($m->getOtherHeaders()), "\n";
$server = smtp_server(smtp_greeting() . smtp_transaction() . SMTP_QUIT);
client($server, $m)->setMessageText("public\r\n");
echo code(fn () => $m->doSend()), "\n";
$m->doNewMessage();
client($server, $m)->setMessageText("public\r\n");
echo code(fn () => $m->doSend()), ' ', str_contains($server->message(), "\r\n\r\npublic\r\n") ? 'plain' : 'not plain', "\n";
?>
--EXPECT--
no such file: 271: The certificate store /nonexistent/x.pfx cannot be opened: No such file or directory.
wrong password: 271: The certificate store CERTS/alice.pfx cannot be opened: wrong password.
no password: 271: The certificate store CERTS/alice.pfx cannot be opened: it is protected by a password and none is set.
not a PFX: 271: The certificate store FILE cannot be opened: it is PEM; set the store type that fits, or 99 to find out.
a folder: 271: The certificate store CERTS cannot be opened: it is not a regular file.
an empty store: 271: The certificate store (PFX) cannot be opened: CertStore is empty.
cut short: 271: The certificate store (PFX in memory) cannot be opened: its DER is damaged or of another kind than the store type says.
no such subject: 272: None of the 3 certificates of the store matches the subject "nobody at all".
encrypted key, wrong password: 271: The certificate store (PEM in memory) cannot be opened: wrong password (the private key cannot be decrypted with it).
encrypted key, no password: 271: The certificate store (PEM in memory) cannot be opened: the private key is encrypted and no password is set.
not a certificate: 272: The text holds no certificate: PEM, DER or base64 of DER is expected.
recipient not a certificate: 272: The text holds no certificate: PEM, DER or base64 of DER is expected.
recipient empty: 272: The text holds no certificate: PEM, DER or base64 of DER is expected.
recipient broken: 10192: The certificate cannot be decoded: nested asn1 error (Type=X509).
sign without certificate: 10199: No signing certificate with a private key is selected: set CertStoreType, CertStore, CertStorePassword and then CertSubject.
sign without key: 273: The private key is missing: nothing in CertStore belongs to the signing certificate "C=DE, O="Example, Inc.", OU=Mail, CN=alice"; set CertStore and CertStorePassword to what holds its key, then CertSubject.
encrypt to nobody: 10202: No recipient certificate was added: call AddRecipientCert first.
sign and encrypt to nobody: 10202: No recipient certificate was added: call AddRecipientCert first.
sign and encrypt without certificate: 10199: No signing certificate with a private key is selected: set CertStoreType, CertStore, CertStorePassword and then CertSubject.
expired signer: 10201: The signing certificate "C=DE, O="Example, Inc.", OU=Mail, CN=expired" expired at 2021-01-01 00:00:00 UTC; choose a certificate issued for signing e-mail.
notyet signer: 10201: The signing certificate "C=DE, O="Example, Inc.", OU=Mail, CN=notyet" is not valid before 2098-01-01 00:00:00 UTC; choose a certificate issued for signing e-mail.
wrongku signer: 10201: The signing certificate "C=DE, O="Example, Inc.", OU=Mail, CN=wrongku" has a key usage without digitalSignature; choose a certificate issued for signing e-mail.
wrongeku signer: 10201: The signing certificate "C=DE, O="Example, Inc.", OU=Mail, CN=wrongeku" has an extended key usage without emailProtection; choose a certificate issued for signing e-mail.
Ed25519 recipient: 10223: The recipient certificate "C=DE, O="Example, Inc.", OU=Mail, CN=ed25519" has a key of type ED25519 256 bits, but mail can be encrypted to RSA and to EC P-256, P-384 and P-521; ask the recipient for a certificate issued for encrypting e-mail.
recipient that forbids it: 10201: The recipient certificate "C=DE, O="Example, Inc.", OU=Mail, CN=wrongku" has a key usage without keyEncipherment; ask the recipient for a certificate issued for encrypting e-mail.
unknown algorithm: 10194: EncryptingAlgorithm: The encrypting algorithm "ROT13" is unknown; use AESCBC256, AESCBC192, AESCBC128, AESGCM256, AESGCM128 or 3DES.
unknown digest: 10194: SigningAlgorithm: The signing algorithm "CRC32" is unknown; use SHA256, SHA384, SHA512, SHA224 or SHA1.
10202 211 The message is not encrypted and does not leave: No recipient certificate was added: call AddRecipientCert first. Do it, set Protection, or begin a message without it by NewMessage, Reset, or ResetHeaders and a new body.
0 0
bool(true)
bool(true)
10202 0 ""
211
0 plain
