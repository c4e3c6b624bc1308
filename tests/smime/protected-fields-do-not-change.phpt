--TEST--
HeaderProtection: a field that was changed behind Sign or Encrypt is refused before anything is sent
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/smime.inc';

foreach (['Subject' => 'Other', 'SendTo' => 'carol@example.org', 'From' => 'eve@example.org', 'Cc' => 'carol@example.org',
	'MessageDate' => 'Sun, 22 Nov 2026 01:30:05 +0530', 'MessageId' => 'x@y', 'Importance' => 1] as $name => $value) {
	$m = mail_to();
	recipients(signer($m), 'bob')->doConfig('HeaderProtection=True');
	$m->doEncrypt();
	$m->{"set$name"}($value);
	echo "$name: ", outcome(fn () => $m->doSend()), "\n";
}
$m = mail_to();
signer($m)->doConfig('HeaderProtection=True');
$m->doSign();
$m->setOtherHeaders($m->getOtherHeaders() . "X-New: 1\r\n");
echo outcome(fn () => $m->doSend()), "\n";
$m->setOtherHeaders("Content-Type: text/plain\r\n");
echo outcome(fn () => $m->doSend()), "\n";

echo "Setting it back heals it; Date and Message-Id are those inside\n";
$m = mail_to();
signer($m)->doConfig('HeaderProtection=True');
$m->doSign();
$m->setSubject('x')->setSubject('Offer 17');
preg_match_all('/^(Date|Message-Id): .*$/m', whole($m), $match);
var_dump(count($match[0]), $match[0][0] === $match[0][2], $match[0][1] === $match[0][3]);
$before = whole($m);
$m->setMessageText($m->getMessageText());
var_dump(whole($m) === $before);

echo "Another message\n";
$m->doResetHeaders();
$m->setFrom('alice@example.org')->setSendTo('bob@example.org')->setSubject('Second')->setMessageText('two');
$m->doSign();
var_dump(substr_count(whole($m), 'Subject: Second'));
$m->setOtherHeaders('')->setMessageText('three')->setSubject('Third');
$m->doSign();
var_dump(substr_count(whole($m), 'Subject: Third'));

echo "Sign and then Encrypt\n";
$m = mail_to();
recipients(signer($m), 'bob')->doConfig('HeaderProtection=True');
$m->doSign();
echo outcome(fn () => $m->doEncrypt()), "\n";
$m->doConfig('HeaderConfidentiality=None');
echo outcome(fn () => $m->doEncrypt()), "\n";
$m = mail_to();
recipients(signer($m), 'bob')->doSign();
$m->doConfig('HeaderProtection=True');
echo outcome(fn () => $m->doEncrypt()), "\n";
?>
--EXPECT--
Subject: 211: Subject is not as Sign or Encrypt protected it: set every header field before, then the message anew, and sign or encrypt again (HeaderProtection).
SendTo: 211: To is not as Sign or Encrypt protected it: set every header field before, then the message anew, and sign or encrypt again (HeaderProtection).
From: 211: From is not as Sign or Encrypt protected it: set every header field before, then the message anew, and sign or encrypt again (HeaderProtection).
Cc: 211: Cc is not as Sign or Encrypt protected it: set every header field before, then the message anew, and sign or encrypt again (HeaderProtection).
MessageDate: 211: Date is not as Sign or Encrypt protected it: set every header field before, then the message anew, and sign or encrypt again (HeaderProtection).
MessageId: 211: Message-Id is not as Sign or Encrypt protected it: set every header field before, then the message anew, and sign or encrypt again (HeaderProtection).
Importance: 211: Importance is not as Sign or Encrypt protected it: set every header field before, then the message anew, and sign or encrypt again (HeaderProtection).
211: X-New is not as Sign or Encrypt protected it: set every header field before, then the message anew, and sign or encrypt again (HeaderProtection).
211: The Content-* fields of OtherHeaders do not describe the body that Sign or Encrypt made: leave them out, or set the body anew.
Setting it back heals it; Date and Message-Id are those inside
int(4)
bool(true)
bool(true)
bool(true)
Another message
int(2)
int(2)
Sign and then Encrypt
211: Sign protected the header fields without hiding them: call SignAndEncrypt on the message instead of Sign and Encrypt, or set HeaderConfidentiality=None.
ok
211: The message is signed or encrypted already, without its header fields: set HeaderProtection before the first Sign or Encrypt.
