--TEST--
What each outcome of ProcessQueue leaves in the directory
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/queue.inc';

$plain = smtp_greeting();
$pipelined = smtp_greeting('PIPELINING');
$mail = "C: MAIL *\nS: 250 ok\n";
$rcpt = "C: RCPT *\nS: 250 ok\n";
$cases = [
	'all accepted' => [$plain . queue_accepted(3) . SMTP_QUIT],
	'all accepted, KeepQueue' => [$plain . queue_accepted(3) . SMTP_QUIT, 'KeepQueue=True'],
	'greeting refused' => ["S: 554 no\n" . SMTP_QUIT],
	'closed in place of a greeting' => ["close\n"],
	'421 to MAIL' => [$plain . queue_accepted(1) . "C: MAIL *\nS: 421 too many messages\nclose\n"],
	'dropped at MAIL' => [$plain . "C: MAIL *\nclose\n"],
	'MAIL refused' => [$plain . queue_accepted(1) . "C: MAIL *\nS: 550 no\n" . SMTP_QUIT],
	'RCPT refused' => [$plain . queue_accepted(1) . $mail . "C: RCPT *\nS: 550 no\nC: RSET\nS: 250 ok\n" . SMTP_QUIT],
	'DATA refused' => [$plain . $mail . $rcpt . "C: DATA\nS: 451 no\nC: RSET\nS: 250 ok\n" . SMTP_QUIT],
	'message refused' => [$plain . $mail . $rcpt . "C: DATA\nS: 354 go\ndata\nS: 554 no\n" . SMTP_QUIT],
	'dropped behind RCPT' => [$plain . $mail . $rcpt . "C: DATA\nclose\n"],
	'dropped behind the end of mail data' => [$plain . $mail . $rcpt . "C: DATA\nS: 354 go\ndata\nclose\n"],
	'batch: message refused' => [$pipelined . QUEUE_COMMANDS . QUEUE_REPLIES . "data\n" . QUEUE_COMMANDS . "S: 554 no\n" . QUEUE_REPLIES . "any\n"],
	'batch: dropped behind the end of mail data' => [$pipelined . QUEUE_COMMANDS . QUEUE_REPLIES . "data\n" . QUEUE_COMMANDS . "close\n"],
	'batch: dropped behind the reply' => [$pipelined . QUEUE_COMMANDS . QUEUE_REPLIES . "data\n" . QUEUE_COMMANDS . "S: 250 ok\nclose\n"],
	'batch: the second refused' => [$pipelined . QUEUE_COMMANDS . QUEUE_REPLIES . "data\n" . QUEUE_COMMANDS
		. "S: 250 ok\nS: 250 ok\nS: 550 no\nS: 503 no\nC: RSET\nS: 250 ok\n" . SMTP_QUIT],
];
foreach ($cases as $name => $case) {
	[$script, $config] = $case + [1 => null];
	$dir = queue_dir();
	$names = queue_messages($dir, 3);
	$server = smtp_server($script);
	$m = client($server);
	$config !== null && $m->doConfig($config);
	$maybe = '';
	try {
		$code = $m->doProcessQueue($dir);
	} catch (SSMTPException $e) {
		[$code, $maybe] = [$e->getCode(), $e->mayHaveBeenDelivered() ? ', may have been delivered' : ''];
	}
	echo "$name: $code$maybe\n    ", queue_states($dir, $names), $m->getConnected() ? ', connected' : '', "\n";
	unset($m);
	echo str_contains($transcript = $server->wait(), '!!') ? $transcript : '';
}
?>
--EXPECT--
all accepted: 0
    m0 gone, m1 gone, m2 gone
all accepted, KeepQueue: 0
    m0 sent, m1 sent, m2 sent
greeting refused: 161
    m0 queued, m1 queued, m2 queued
closed in place of a greeting: 1120
    m0 queued, m1 queued, m2 queued
421 to MAIL: 161
    m0 gone, m1 queued, m2 queued
dropped at MAIL: 1120
    m0 queued, m1 queued, m2 queued
MAIL refused: 161
    m0 gone, m1 failed+report, m2 queued
RCPT refused: 161
    m0 gone, m1 failed+report, m2 queued
DATA refused: 161
    m0 failed+report, m1 queued, m2 queued
message refused: 161
    m0 failed+report, m1 queued, m2 queued
dropped behind RCPT: 1120
    m0 failed+report, m1 queued, m2 queued
dropped behind the end of mail data: 1120, may have been delivered
    m0 failed+report, m1 queued, m2 queued
batch: message refused: 161
    m0 failed+report, m1 queued, m2 queued
batch: dropped behind the end of mail data: 1120, may have been delivered
    m0 failed+report, m1 queued, m2 queued
batch: dropped behind the reply: 1120
    m0 gone, m1 queued, m2 queued
batch: the second refused: 161
    m0 gone, m1 failed+report, m2 queued
