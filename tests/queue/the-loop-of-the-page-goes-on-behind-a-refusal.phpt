--TEST--
The loop that docs/queue.md shows sends what is behind a refused message, and ends when the server is not reached
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/queue.inc';

preg_match('/^do \{.*?^\} while.*?$/ms', file_get_contents(dirname(__DIR__, 2) . '/docs/queue.md'), $match);
$dir = queue_dir();
$loop = str_replace('/var/spool/ssmtp', $dir, $match[0]);
queue_messages($dir, 3);
$server = smtp_server(smtp_greeting()
	. "C: MAIL FROM:*\nS: 250 2.1.0 sender ok\nC: RCPT TO:*\nS: 550 5.1.1 no such user\nC: RSET\nS: 250 2.0.0 ok\n" . SMTP_QUIT
	. "accept\n" . smtp_greeting() . smtp_transaction() . smtp_transaction() . SMTP_QUIT);
$m = client($server);
$states = fn () => implode(' ', array_map(fn ($file) => pathinfo($file, PATHINFO_EXTENSION), glob("$dir/*"))) . "\n";
ob_start(fn (string $output) => preg_replace('/[\w-]+(?=\.failed)/', 'NAME', $output));
eval($loop);
ob_end_flush();
echo $states();
echo preg_match('/^!!.*/m', $server->wait(), $match) ? "$match[0]\n" : "as in the script\n";

queue_messages($dir, 1);
$m->setMailServer('mx.invalid');
try {
	eval($loop);
} catch (SSMTPException $e) {
	echo 'thrown, scope ', $e->getScope(), ": \"{$e->getQueueFile()}\"\n", $states();
}
?>
--EXPECT--
NAME.failed: 161: SMTP protocol error: 550 5.1.1 no such user (reply to RCPT TO:<recipient@example.com>)
failed report
as in the script
thrown, scope 4: ""
failed report queued
