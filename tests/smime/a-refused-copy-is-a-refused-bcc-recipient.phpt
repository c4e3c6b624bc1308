--TEST--
BccEncryption=Separate: a copy that is refused is a BCc recipient that is refused, and the report keeps every transaction
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; require_program('openssl', 'openssl'); ?>
--FILE--
<?php
require __DIR__ . '/smime.inc';

$part = fn (string $name, string $end) => "C: MAIL FROM:*\nS: 250 ok\nC: RCPT TO:<$name@*>\nS: 250 2.1.5 ok\nC: DATA\nS: 354 go\ndata\n$end";
$queued = fn (string $id) => "S: 250 2.0.0 Ok: queued as $id\n";
$ways = [
	'at its end of data' => $part('dave', "S: 554 5.7.1 no\n"),
	'at RCPT' => "C: MAIL FROM:*\nS: 250 ok\nC: RCPT TO:<dave@*>\nS: 550 5.1.1 no\nC: RSET\nS: 250 ok\n",
	'at MAIL' => "C: MAIL FROM:*\nS: 450 4.7.1 slower\n",
];
foreach ($ways as $way => $refusal) {
	foreach (['False', 'True'] as $stop) {
		$script = smtp_greeting('8BITMIME') . $part('bob', $queued('B1')) . $refusal . ($stop === 'True' ? '' : $part('r00', $queued('R1')));
		$server = smtp_server("$script" . SMTP_QUIT);
		$m = mail_to('bob@example.org', $server)->setBCc('dave@example.org, r00@example.org');
		recipients($m, 'bob', 'dave', 'r00')->doConfig('BccEncryption=Separate');
		$m->doConfig("StopOnBccErrors=$stop");
		$m->on('Error', function (array $p) { echo "  Error $p[errorcode] $p[description]\n"; });
		$m->doEncrypt();
		echo "$way, StopOnBccErrors=$stop\n";
		try {
			$m->doSend();
			echo "  ok\n";
		} catch (SSMTPException $e) {
			echo '  ', $e->getMessage(), $e->mayHaveBeenDelivered() ? ' (may have been delivered)' : '', "\n";
		}
		$report = $m->getDeliveryReport();
		echo "  $report[replycode] $report[queueid]:";
		foreach ($report['transactions'] as $t) {
			echo " $t[replycode]/$t[queueid]";
		}
		echo "\n ";
		foreach ($report['recipients'] as $r) {
			echo ' ', strtok($r['address'], '@'), " $r[fate] $r[replycode] ", var_export($r['transaction'], true), ',';
		}
		echo "\n";
		unset($m, $e);
		echo str_contains($wire = $server->wait(), '!!') ? $wire : '';
	}
}
?>
--EXPECT--
at its end of data, StopOnBccErrors=False
  Error 161 SMTP protocol error: 554 5.7.1 no (reply to the message)
  ok
  250 B1: 250/B1 554/ 250/R1
  bob delivered 250 0, dave refused 554 1, r00 delivered 250 2,
at its end of data, StopOnBccErrors=True
  161: A copy for BCc (BccEncryption=Separate): SMTP protocol error: 554 5.7.1 no (reply to the message) (may have been delivered)
  250 B1: 250/B1 554/
  bob delivered 250 0, dave refused 554 1, r00 not tried 0 NULL,
at RCPT, StopOnBccErrors=False
  Error 161 SMTP protocol error: RCPT TO:<dave@example.org> refused: 550 5.1.1 no
  ok
  250 B1: 250/B1 0/ 250/R1
  bob delivered 250 0, dave refused 550 1, r00 delivered 250 2,
at RCPT, StopOnBccErrors=True
  161: A copy for BCc (BccEncryption=Separate): SMTP protocol error: 550 5.1.1 no (reply to RCPT TO:<dave@example.org>) (may have been delivered)
  250 B1: 250/B1 0/
  bob delivered 250 0, dave refused 550 1, r00 not tried 0 NULL,
at MAIL, StopOnBccErrors=False
  Error 161 SMTP protocol error: 450 4.7.1 slower (reply to MAIL FROM:<alice@example.org>)
  ok
  250 B1: 250/B1 0/ 250/R1
  bob delivered 250 0, dave refused 450 1, r00 delivered 250 2,
at MAIL, StopOnBccErrors=True
  161: A copy for BCc (BccEncryption=Separate): SMTP protocol error: 450 4.7.1 slower (reply to MAIL FROM:<alice@example.org>) (may have been delivered)
  250 B1: 250/B1 0/
  bob delivered 250 0, dave refused 450 1, r00 not tried 0 NULL,
