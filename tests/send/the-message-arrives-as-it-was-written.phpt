--TEST--
The message arrives as it was written, and the server's queue id can be read
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

by_both_interfaces(function (callable $do, string $interface) {
	$server = smtp_server(smtp_greeting('PIPELINING', '8BITMIME', 'SIZE 10000000')
		. "C: MAIL FROM:<sender@example.org>*\nS: 250 2.1.0 ok\nC: RCPT TO:<recipient@example.com>\nS: 250 2.1.5 ok\n"
		. "C: RCPT TO:<copy@example.com>\nS: 250 2.1.5 ok\nC: RCPT TO:<blind@example.com>\nS: 250 2.1.5 ok\n"
		. "C: DATA\nS: 354 go ahead\ndata\nS: 250 2.0.0 Ok: queued as 4XyZ1q\n" . SMTP_QUIT);
	$m = client($server);
	$m->setCc('Copy <copy@example.com>')->setBCc('blind@example.com')->setMessageDate('Mon, 02 Feb 2026 10:00:00 +0100')
		->setMessageId('<id@example.org>')->setMessageText("one\n.\n..two\r\nthree\rfour");
	echo "$interface: ", $do($m, 'Send'), ' ', $m->getLastReply(), ' ', $m->getDeliveryReport()['queueid'], "\n";
	echo $server->wait();
	echo str_replace("\r\n", "|\n", $server->message());
});
?>
--EXPECT--
class: 0 250 2.0.0 Ok: queued as 4XyZ1q 4XyZ1q
S: 220 mx.example.com ready
C: EHLO client.example.org
S: 250-mx.example.com
S: 250-PIPELINING
S: 250-8BITMIME
S: 250 SIZE 10000000
C: MAIL FROM:<sender@example.org> SIZE=194
S: 250 2.1.0 ok
C: RCPT TO:<recipient@example.com>
S: 250 2.1.5 ok
C: RCPT TO:<copy@example.com>
S: 250 2.1.5 ok
C: RCPT TO:<blind@example.com>
S: 250 2.1.5 ok
C: DATA
S: 354 go ahead
(mail data)
S: 250 2.0.0 Ok: queued as 4XyZ1q
C: QUIT
S: 221 2.0.0 bye
(client closed)
Date: Mon, 02 Feb 2026 10:00:00 +0100|
From: sender@example.org|
To: recipient@example.com|
Cc: Copy <copy@example.com>|
Subject: test|
Message-Id: <id@example.org>|
|
one|
..|
...two|
three|
four|
functions: 0 250 2.0.0 Ok: queued as 4XyZ1q 4XyZ1q
S: 220 mx.example.com ready
C: EHLO client.example.org
S: 250-mx.example.com
S: 250-PIPELINING
S: 250-8BITMIME
S: 250 SIZE 10000000
C: MAIL FROM:<sender@example.org> SIZE=194
S: 250 2.1.0 ok
C: RCPT TO:<recipient@example.com>
S: 250 2.1.5 ok
C: RCPT TO:<copy@example.com>
S: 250 2.1.5 ok
C: RCPT TO:<blind@example.com>
S: 250 2.1.5 ok
C: DATA
S: 354 go ahead
(mail data)
S: 250 2.0.0 Ok: queued as 4XyZ1q
C: QUIT
S: 221 2.0.0 bye
(client closed)
Date: Mon, 02 Feb 2026 10:00:00 +0100|
From: sender@example.org|
To: recipient@example.com|
Cc: Copy <copy@example.com>|
Subject: test|
Message-Id: <id@example.org>|
|
one|
..|
...two|
three|
four|
