--TEST--
A file that is refused before its MAIL, while the one before it is on its way: exception, report and delivery report are its own
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/queue.inc';

$dir = queue_dir();
$names = queue_messages($dir, 1, client()->setSendTo('first@example.com, second@example.com'));
$large = client()->setSendTo('third@example.com')->setMessageText(str_repeat("large\r\n", 1000));
$names[] = basename($large->doQueue($dir), '.queued');
$server = smtp_server(smtp_greeting('PIPELINING', 'SIZE 2000')
	. "C: MAIL *\nC: RCPT *\nC: RCPT *\nS: 250 ok\nS: 250 ok\nS: 250 ok\nC: DATA\nS: 354 go ahead\ndata\nS: 250 ok\n" . SMTP_QUIT);
$m = client($server);
try {
	$m->doProcessQueue($dir);
} catch (SSMTPException $e) {
	echo $e->getCode(), ' ', str_replace($names[1], 'm1', $e->getQueueFile()), $e->mayHaveBeenDelivered() ? ' maybe' : '', "\n";
}
echo queue_states($dir, $names), "\n";
foreach ($m->getDeliveryReport()['recipients'] as $r) {
	echo "$r[address] $r[fate]\n";
}
echo implode("\n", preg_grep('/^Recipient/', file("$dir/$names[1].report", FILE_IGNORE_NEW_LINES))), "\n";
unset($m);
echo str_contains($transcript = $server->wait(), '!!') ? $transcript : '';
?>
--EXPECT--
161 m1.failed
m0 gone, m1 failed+report
third@example.com not tried
Recipient: To <third@example.com> not tried
