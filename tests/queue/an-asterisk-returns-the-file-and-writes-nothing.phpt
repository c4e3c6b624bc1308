--TEST--
Queue("*") returns the queue file's content and writes nothing
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/queue.inc';

chdir($dir = queue_dir());
$m = client()->setFrom('Ann <ann@example.org>')->setSendTo('Bob <bob@example.net>')->setCc('cy@example.net')
	->setBCc('eve@example.com')->setMessageDate('Sun, 22 Nov 2026 08:00:00 +0000')->setMessageId('<1@example.org>')
	->setMessageText("one\n.two\r\rthree");
$m->setMessageRecipientOptions(0, 'NOTIFY=FAILURE');
$text = $m->doQueue('*');
echo str_replace("\r\n", "\n", $text), "\n--\n";
var_dump(preg_match('/(?<!\r)\n|\r(?!\n)/', $text), ssmtp_do_queue($m, '*') === $text, scandir($dir));
echo $m->getMessageHeadersString() === explode("\r\n\r\n", $text)[1] . "\r\n" ? 'headers frozen' : 'headers differ', "\n";
?>
--EXPECT--
X-SSMTP-Queue: 2
X-SSMTP-Check: 00000000000000000460 sha256=e8a264aea2e2852aa14e67ef0558b5df9cdea335e734b579e35d33259731d2f8
X-SSMTP-From: <ann@example.org>
X-SSMTP-Rcpt: 0 <bob@example.net> NOTIFY=FAILURE
X-SSMTP-Rcpt: 1 <cy@example.net>
X-SSMTP-Rcpt: 2 <eve@example.com>

Date: Sun, 22 Nov 2026 08:00:00 +0000
From: Ann <ann@example.org>
To: Bob <bob@example.net>
Cc: cy@example.net
Subject: test
Message-Id: <1@example.org>

one
.two

three
--
int(0)
bool(true)
array(2) {
  [0]=>
  string(1) "."
  [1]=>
  string(2) ".."
}
headers frozen
