--TEST--
The header section has the fields of the specification in their order, is computed on read, and frozen by Send
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

function show(SSMTP $m): void
{
	echo preg_replace(['/^Date: .*, \d\d .* \d{4} .*\r$/m', '/<[0-9a-f]{32,64}@/'], ["Date: now\r", '<HASH@'], $m->getMessageHeadersString());
}

$m = new SSMTP();
$m->setFrom('"Ann, A." <ann@example.org>')->setSendTo('Bob <bob@example.com>, carol@example.com')->setCc('dave@example.com')
	->setBCc('eve@example.net')->setReplyTo('replies@example.org')->setSubject('All fields')->setImportance(SSMTP::MI_HIGH)
	->setPriority(SSMTP::EP_URGENT)->setSensitivity(SSMTP::ES_COMPANY_CONFIDENTIAL)->setReadReceiptTo('ann@example.org')
	->setDeliveryNotificationTo('<ann@example.org>')->setOtherHeaders("X-One: 1\nX-Two: 2\r\n continued\r\n")->setReturnPath('bounces@example.org');
show($m);
foreach ([['Importance', [1, 2, 3]], ['Priority', [1, 2, 3]], ['Sensitivity', [1, 2, 3]]] as [$name, $values]) {
	foreach ($values as $value) {
		$m->{"set$name"}($value);
		preg_match("/^$name: .*(?=\r)/m", $m->getMessageHeadersString(), $match);
		echo $match[0], '; ';
	}
}
echo "\n--\n";
$m = new SSMTP();
$m->setFrom('a@example.org')->setMessageDate('')->setMessageId('');
show($m);
$m->setSubject('')->setMessageDate('Thu, 01 Jan 2026 00:00:00 +0000')->setMessageId('id@x');
show($m);
echo "--\n";
$m->setMessageId('<kept@x>')->setOtherHeaders("\r\nX-Mine: only\r\nSubject: mine");
show($m);
$m->setOtherHeaders("Long: a\r\n\tb\r\nShort: c");
for ($i = 0; $i < $m->getMessageHeaderCount(); $i++) {
	echo json_encode([$m->getMessageHeaderField($i), $m->getMessageHeaderValue($i), ssmtp_get($m, 32, $i), ssmtp_get($m, 33, $i)]), "\n";
}
echo code(fn () => $m->getMessageHeaderField($i)), ' ', json_encode(ssmtp_get($m, 33, -1)), ' ', ssmtp_get_last_error_code($m), "\n";
foreach (["no colon", "A: b\n\nbody", "A: b\r\n\r\nbody", ": x", "A B: c", "A: b\r\nno colon", "\r\nno colon", " begins: folded", "\r\n\tfolded: x", "A: b\r\n \r\nC: d", "A: \0", "A: b\rno colon", "A: b\rC: d"] as $other) {
	echo json_encode($other), ' ', code(fn () => $m->setOtherHeaders($other)), ' ', json_encode($m->getOtherHeaders()), "\n";
}

$m->setOtherHeaders("A: b\rC: d\nE: f");
show($m);

/* Frozen by Send until a field changes, and what is seen is what was sent. */
$server = smtp_server(smtp_greeting() . smtp_transaction() . smtp_transaction() . SMTP_QUIT);
$m = client($server);
$m->doConnect();
$before = $m->getMessageHeadersString();
$m->doSend();
$sent = $m->getMessageHeadersString();
var_dump($before !== $sent, $sent === $m->getMessageHeadersString(), $sent === $m->doConfig('MessageHeadersString'));
$m->setMessageText('another');
/* A body may need another label. */
var_dump($sent === $m->getMessageHeadersString());
$m->setSubject('changed');
var_dump($sent !== $m->getMessageHeadersString());
$m->doSend();
$m->doDisconnect();
foreach ([$sent, $m->getMessageHeadersString()] as $i => $headers) {
	var_dump(str_starts_with($server->message($i), "$headers\r\n"));
}
var_dump($m->getMessageHeaderCount() === substr_count($m->getMessageHeadersString(), "\r\n"));
foreach (['MD5' => 32, 'SHA1' => 40, 'SHA256' => 64] as $algorithm => $digits) {
	$m->doConfig("MessageIdAlgorithm=$algorithm");
	$m->setSubject('x');
	echo preg_match("/^Message-Id: <[0-9a-f]{{$digits}}@example.org>\r$/m", $m->getMessageHeadersString()), ' ';
}
echo code(fn () => $m->doConfig('MessageIdAlgorithm=CRC32')), "\n";
?>
--EXPECT--
Date: now
From: "Ann, A." <ann@example.org>
To: Bob <bob@example.com>, carol@example.com
Cc: dave@example.com
Reply-To: replies@example.org
Subject: All fields
Message-Id: <HASH@example.org>
Importance: High
Priority: urgent
Sensitivity: Company-Confidential
Disposition-Notification-To: ann@example.org
Return-Receipt-To: ann@example.org
X-One: 1
X-Two: 2
 continued
Importance: High; Importance: Normal; Importance: Low; Priority: normal; Priority: urgent; Priority: non-urgent; Sensitivity: Personal; Sensitivity: Private; Sensitivity: Company-Confidential; 
--
From: a@example.org
Date: now
From: a@example.org
Subject:
Message-Id: <id@x>
--
X-Mine: only
Subject: mine
["Date","Thu, 01 Jan 2026 00:00:00 +0000","Date","Thu, 01 Jan 2026 00:00:00 +0000"]
["From","a@example.org","From","a@example.org"]
["Subject","","Subject",""]
["Message-Id","<kept@x>","Message-Id","<kept@x>"]
["Long","a\tb","Long","a\tb"]
["Short","c","Short","c"]
10022 null 10022
"no colon" 10022 "Long: a\r\n\tb\r\nShort: c"
"A: b\n\nbody" 10022 "Long: a\r\n\tb\r\nShort: c"
"A: b\r\n\r\nbody" 10022 "Long: a\r\n\tb\r\nShort: c"
": x" 10022 "Long: a\r\n\tb\r\nShort: c"
"A B: c" 10022 "Long: a\r\n\tb\r\nShort: c"
"A: b\r\nno colon" 10022 "Long: a\r\n\tb\r\nShort: c"
"\r\nno colon" 10022 "Long: a\r\n\tb\r\nShort: c"
" begins: folded" 10022 "Long: a\r\n\tb\r\nShort: c"
"\r\n\tfolded: x" 10022 "Long: a\r\n\tb\r\nShort: c"
"A: b\r\n \r\nC: d" 10022 "Long: a\r\n\tb\r\nShort: c"
"A: \u0000" 10022 "Long: a\r\n\tb\r\nShort: c"
"A: b\rno colon" 10022 "Long: a\r\n\tb\r\nShort: c"
"A: b\rC: d" 0 "A: b\rC: d"
Date: now
From: a@example.org
Subject:
Message-Id: <kept@x>
A: b
C: d
E: f
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
bool(true)
bool(true)
bool(true)
1 1 1 10022
