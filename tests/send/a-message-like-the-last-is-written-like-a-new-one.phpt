--TEST--
What is kept of the last message is never used for a message that any setting makes another one
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

/* Each of these makes another message of the same object; whatever else differs between the two servers is a draft
 * that outlived its settings. */
$changes = [
	fn ($m) => $m->setSubject('another'),
	fn ($m) => $m->setSubject("gr\u{fc}n"),
	fn ($m) => $m->doConfig('Charset=iso-8859-1'),
	fn ($m) => $m->setFrom('Ann <ann@example.net>'),
	fn ($m) => $m->setReplyTo('replies@example.org'),
	fn ($m) => $m->setImportance(SSMTP::MI_HIGH),
	fn ($m) => $m->setPriority(SSMTP::EP_URGENT),
	fn ($m) => $m->setSensitivity(SSMTP::ES_PRIVATE),
	fn ($m) => $m->setReadReceiptTo('ann@example.net'),
	fn ($m) => $m->setDeliveryNotificationTo('ann@example.net'),
	fn ($m) => $m->setOtherHeaders("X-One: 1\r\n"),
	fn ($m) => $m->setOtherHeaders(''),
	fn ($m) => $m->setReturnPath('bounces@example.org'),
	fn ($m) => $m->setReturnPath(''),
	fn ($m) => $m->setMessageText("another text\nof two lines"),
	fn ($m) => $m->setMessageText("gr\u{fc}n\r\n"),
	fn ($m) => $m->setMessageText(str_repeat('x', 1200)),
	fn ($m) => $m->setMessageText("plain again\r\n"),
	fn ($m) => $m->setMessage("a raw body\n"),
	fn ($m) => $m->setMessageText("and a text\r\n"),
	fn ($m) => $m->setSendTo('Carol <carol@example.com>')->setMessageText("for carol\r\n"),
	fn ($m) => $m->setCc('dave@example.com')->setMessageText("for both\r\n"),
	fn ($m) => $m->setBCc('eve@example.com')->setMessageText("for three\r\n"),
	fn ($m) => $m->setMessageRecipientType(1, SSMTP::RT_TO)->setMessageText("types\r\n"),
	fn ($m) => $m->setMessageRecipientName(0, 'Carola')->setMessageText("names\r\n"),
	fn ($m) => $m->doConfig('MaxHeaderLength=40'),
	fn ($m) => $m->setOtherHeaders('X-Long: ' . str_repeat('word ', 20)),
	fn ($m) => $m->doConfig('FoldHeaders=False'),
	fn ($m) => $m->setMessageId('<fixed@example.org>'),
	fn ($m) => $m->setMessageDate('Thu, 01 Jan 2026 00:00:00 +0000'),
	fn ($m) => $m->setMessageId('*'),
	fn ($m) => $m->doConfig('MessageIdAlgorithm=SHA256'),
	fn ($m) => $m->setMessageDate('*'),
	fn ($m) => date_default_timezone_set('America/New_York'),
	fn ($m) => $m->setOtherHeaders("\r\nSubject: mine alone\r\n"),
	fn ($m) => [$m->doResetHeaders(), $m][1]->setFrom('z@example.org')->setSendTo('b@example.com')->setMessageText("after\r\n"),
];

/** Without what is new in every message. */
function stripped(string $mail): string
{
	return preg_replace(['/^Date: .*( [-+]\d{4})\r$/m', '/<[0-9a-f]{32,64}@/'], ["Date: now\$1\r", '<HASH@'], $mail);
}

function fresh(SmtpServer $server): SSMTP
{
	date_default_timezone_set('UTC');
	$m = client($server);
	$m->doConfig('KeepBody=True');
	return $m;
}

/** An object that was never sent with, changed so far. */
function changed(array $changes, int $count, SmtpServer $server): SSMTP
{
	$m = fresh($server);
	for ($i = 0; $i < $count; $i++) {
		$changes[$i]($m);
	}
	return $m;
}

function recipients(SSMTP $m): array
{
	return array_fill(0, $m->getMessageRecipientCount(), '*');
}

$none = smtp_server('');
$transactions = smtp_transaction('*', '*');
for ($i = 1; $i <= count($changes); $i++) {
	$transactions .= str_repeat(smtp_transaction('*', ...recipients(changed($changes, $i, $none))), 2);
}
$server = smtp_server(smtp_greeting('8BITMIME') . $transactions . SMTP_QUIT);
$m = fresh($server);
$m->doConnect();
$m->doSend();
foreach ($changes as $change) {
	$change($m);
	$m->doSend();
	$m->doSend();
}
$m->doDisconnect();
$server->wait();
$ids = [];
foreach ($changes as $i => $change) {
	$alone = smtp_server(smtp_greeting('8BITMIME') . smtp_transaction('*', ...recipients(changed($changes, $i + 1, $none))) . SMTP_QUIT);
	changed($changes, $i + 1, $alone)->doSend();
	$alone->wait();
	foreach ([1, 2] as $n) {
		$mail = $server->message(2 * $i + $n);
		if (stripped($mail) !== stripped($alone->message())) {
			echo "change $i, message $n:\n", stripped($mail), "instead of\n", stripped($alone->message());
		}
		if (preg_match('/^Message-Id: +(<\w{32,}@.*>)/mi', $mail, $match)) {
			$ids[] = $match[1];
		}
	}
}
echo count($ids) > 60 ? count($ids) - count(array_unique($ids)) . " ids twice\n" : count($ids) . " ids only\n";
?>
--EXPECT--
0 ids twice
