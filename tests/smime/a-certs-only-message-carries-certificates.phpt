--TEST--
A certs-only message carries the signing certificate and those that were added, and nothing of the text
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
require_program('openssl', 'openssl');
?>
--FILE--
<?php
require __DIR__ . '/../client.inc';
require __DIR__ . '/../readers.inc';

$certs = certificates();
$m = client();
echo outcome(fn () => $m->doCertsOnly()), "\n";
echo $m->getMessageText();
$m->setCertStoreType(SSMTP::CST_PFXFILE)->setCertStore("$certs/alice.pfx")->setCertStorePassword('secret')->setCertSubject('*');
$m->doAddRecipientCert(file_get_contents("$certs/carol.pem"));
$m->setOtherHeaders("X-Mark: kept\r\nContent-Type: text/html\r\n");
echo ssmtp_do_certsonly($m), "\n", preg_replace('/\r\n[ \t]+/', ' ', $m->getOtherHeaders());
$der = base64_decode($m->getMessageText());
$text = run_program(['openssl', 'pkcs7', '-inform', 'DER', '-print_certs', '-noout'], $der);
preg_match_all('/^subject=.*CN ?= ?([^,\n]+)/m', $text, $names);
sort($names[1]);
echo implode(', ', $names[1]), "\n";
echo str_contains($der, 'hello') ? 'TEXT' : 'no text', "\n";
?>
--EXPECTF--
272: %s
hello
0
X-Mark: kept
MIME-Version: 1.0
Content-Type: application/pkcs7-mime; smime-type=certs-only; name="smime.p7c"
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="smime.p7c"
%s, %s
no text
