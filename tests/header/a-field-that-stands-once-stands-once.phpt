--TEST--
What RFC 5322 3.6 forbids is refused before a connection is made, with what to do about it; Date is in PHP's zone
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--INI--
date.timezone=Asia/Kathmandu
--FILE--
<?php
require __DIR__ . '/../client.inc';

function attempt(string $name, callable $prepare): void
{
	/* Nobody listens on port 1: what is refused is refused before. */
	echo "$name: ", strtok(outcome(function () use ($prepare) { $prepare($m = client()); $m->doSend(); }), ':') . strtok(''), "\n";
}

attempt('two authors', fn ($m) => $m->setFrom('a@example.org, b@example.org'));
attempt('doubled From', fn ($m) => $m->setOtherHeaders('From: b@example.org'));
attempt('doubled To', fn ($m) => $m->setOtherHeaders('To: b@example.org'));
attempt('doubled Date', fn ($m) => $m->setOtherHeaders('Date: Fri, 27 Nov 2026 07:30:00 +0000'));
attempt('doubled Message-ID', fn ($m) => $m->setOtherHeaders('Message-ID: <a@b>'));
attempt('yesterday', fn ($m) => $m->setMessageDate('')->setOtherHeaders('Date: yesterday'));
attempt('gestern', fn ($m) => $m->setMessageDate('Fr, 27 Nov 2026 07:30:00 +0000'));
attempt('MessageId', fn ($m) => $m->setMessageId('a b@c> <d'));
attempt('no body', fn ($m) => $m->setMessageText(''));
echo code(fn () => client()->setMessageText('')->doSign()), "\n";
echo preg_match('/^Date: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0545\r$/m', client()->getMessageHeadersString()), ' ';
preg_match('/^Date: (.*)\r$/m', client()->getMessageHeadersString(), $match);
echo abs(strtotime($match[1]) - time()) < 60 ? 'now' : $match[1], "\n";
date_default_timezone_set('America/New_York');
echo preg_match('/^Date: .* -0[45]00\r$/m', client()->getMessageHeadersString()), "\n";

/* What is asked for goes. */
$server = smtp_server(smtp_greeting() . smtp_transaction('<a@example.org>') . SMTP_QUIT);
$m = client($server);
$m->doConfig('AllowEmptyBody=True');
$m->setFrom('a@example.org, b@example.org')->setOtherHeaders('Sender: b@example.org')->setMessageText('')->setMessageDate('Fri, 27 Nov 2026 07:30:00 +0000')->setMessageId('a@b');
echo outcome(fn () => $m->doSend()), "\n", preg_replace('/^(?!Date|Sender|Message-Id).*\n/m', '', $server->message());
$m->doDisconnect();

/* Raw octets in a section of the caller's own: encoded-words where the grammar has a place for them. */
foreach (['Encode', 'Refuse'] as $choice) {
	$server = smtp_server(smtp_greeting('8BITMIME') . ($choice === 'Encode' ? smtp_transaction() : '') . SMTP_QUIT);
	$m = client($server);
	$m->doConfig("RawHeader8bit=$choice");
	$m->setOtherHeaders("\r\nFrom: J\u{fc}rgen <j@example.org>\r\nSubject: Gr\u{fc}n\r\nX-Plain: x");
	echo outcome(fn () => $m->doSend()), "\n", $choice === 'Encode' ? strstr($server->message(), "\r\n\r\n", true) . "\n" : '';
	$m->doDisconnect();
}
echo strtok(outcome(fn () => client()->setOtherHeaders("\r\nContent-Type: text/plain; name=\"\u{fc}\"")->getMessageHeadersString()), '('), "\n";
?>
--EXPECT--
two authors: 10022 From has more than one mailbox: name the one who sends as Sender in OtherHeaders (Sender: ann@example.org), or set one in From.
doubled From: 10022 The header section would have From twice, which RFC 5322 section 3.6 forbids: take it out of OtherHeaders, or leave the property of that field empty.
doubled To: 10022 The header section would have To twice, which RFC 5322 section 3.6 forbids: take it out of OtherHeaders, or leave the property of that field empty.
doubled Date: 10022 The header section would have Date twice, which RFC 5322 section 3.6 forbids: take it out of OtherHeaders, or leave the property of that field empty.
doubled Message-ID: 10022 The header section would have Message-ID twice, which RFC 5322 section 3.6 forbids: take it out of OtherHeaders, or leave the property of that field empty.
yesterday: 10022 Date is not a date-time of RFC 5322 section 3.3: write Fri, 27 Nov 2026 07:30:00 +0000, or set MessageDate to *.
gestern: 10022 Date is not a date-time of RFC 5322 section 3.3: write Fri, 27 Nov 2026 07:30:00 +0000, or set MessageDate to *.
MessageId: 10022 Message-ID is not a msg-id of RFC 5322 section 3.6.4: write <left@right> without blanks, or set MessageId to *.
no body: 10022 The message has no body: set MessageText, Message or SetMessageStream, or Config AllowEmptyBody=True.
10022
1 now
1
ok
Date: Fri, 27 Nov 2026 07:30:00 +0000
Message-Id: <a@b>
Sender: b@example.org
ok
From: =?utf-8?Q?J=C3=BCrgen?= <j@example.org>
Subject: =?utf-8?B?R3LDvG4=?=
X-Plain: x
161: SMTP protocol error: the header section needs SMTPUTF8 (RFC 6531), which the server does not offer.
434: Content-Type in OtherHeaders must be ASCII: write parameters by RFC 2231
