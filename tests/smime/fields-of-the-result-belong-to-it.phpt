--TEST--
The Content-* fields that Sign and Encrypt wrote belong to their result: OtherHeaders shows them, cannot lose them, and a new body drops them
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; require_program('openssl', 'openssl'); ?>
--FILE--
<?php
require __DIR__ . '/smime.inc';

function queued(SSMTP $m): string
{
	return preg_replace('/\A.*?\r\n\r\n/s', '', $m->doQueue('*'));
}
function types(string $mail): string
{
	preg_match_all('/^(MIME-Version|Content-[\w-]+): ([\w\/.-]+)/mi', strstr($mail, "\r\n\r\n", true), $found);
	return implode(', ', array_map(fn ($name, $value) => "$name $value", $found[1], $found[2]));
}
function verified(string $mail): string
{
	return openssl_verified($mail, certificates()) === null ? 'not verified' : 'verified';
}

echo "Set behind Sign\n";
$m = signer(mail_to());
$m->doSign();
$m->setOtherHeaders("X-Job: 1\r\n");
echo json_encode(str_starts_with($m->getOtherHeaders(), "X-Job: 1\r\nMIME-Version: 1.0\r\nContent-Type: multipart/signed;")), "\n";
$mail = queued($m);
echo types($mail), ', ', verified($mail), "\n";

echo "Read, added to, set\n";
$m = signer(mail_to());
$m->doSign();
$m->setOtherHeaders("X-First: 1\r\n" . $m->getOtherHeaders() . "X-Last: 1\r\n");
$mail = queued($m);
echo types($mail), ', ', preg_match_all('/^X-/m', $mail), ', ', verified($mail), "\n";

echo "Others than the result's\n";
$m->setOtherHeaders("Content-Type: text/csv\r\n");
echo outcome(fn () => $m->doQueue('*')), "\n", outcome(fn () => $m->doSign()), "\n";

echo "Sign, send, another text\n";
$m = signer(mail_to());
$m->doSign();
queued($m);
$m->setMessageText("two\r\n");
echo types(queued($m)), ' ', json_encode($m->getOtherHeaders()), "\n";
$m->doSign();
$mail = queued($m);
echo types($mail), ', ', verified($mail), ', ', substr_count($mail, 'boundary='), "\n";

echo "Encrypted, then OtherHeaders\n";
$m = recipients(mail_to(), 'bob');
$m->doEncrypt();
$m->setOtherHeaders("X-Job: 1\r\n");
echo types(queued($m)), "\n";

echo "Handed over to another object\n";
$signed = signer(mail_to());
$signed->doSign();
$m = mail_to()->setMessageText($signed->getMessageText())->setOtherHeaders($signed->getOtherHeaders());
echo types(queued($m)), ', ', verified(queued($m)), "\n";
echo "Assigned back, with other fields set\n";
$text = $signed->getMessageText();
$signed->setMessageText($text)->setSubject('Again')->setSendTo('carol@example.org');
echo types(queued($signed)), ', ', verified(queued($signed)), "\n";
?>
--EXPECT--
Set behind Sign
true
MIME-Version 1.0, Content-Type multipart/signed, verified
Read, added to, set
MIME-Version 1.0, Content-Type multipart/signed, 2, verified
Others than the result's
211: The Content-* fields of OtherHeaders do not describe the body that Sign or Encrypt made: leave them out, or set the body anew.
211: The Content-* fields of OtherHeaders do not describe the body that Sign or Encrypt made: leave them out, or set the body anew.
Sign, send, another text
 ""
MIME-Version 1.0, Content-Type multipart/signed, verified, 1
Encrypted, then OtherHeaders
MIME-Version 1.0, Content-Type application/pkcs7-mime, Content-Transfer-Encoding base64, Content-Disposition attachment
Handed over to another object
MIME-Version 1.0, Content-Type multipart/signed, verified
Assigned back, with other fields set
MIME-Version 1.0, Content-Type multipart/signed, verified
