--TEST--
A message in several mail transactions: whatever ends a later one, exception, report and file tell who has it, and the next run asks the others only
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/queue.inc';

$greeting = smtp_greeting('LIMITS RCPTMAX=1');
$mail = "C: MAIL FROM:*\nS: 250 ok\n";
$rcpt = fn (string $name, string $reply) => "C: RCPT TO:<$name@example.com>\nS: $reply\n";
$data = fn (string $end) => "C: DATA\nS: 354 go\ndata\n$end";
$first = $mail . $rcpt('a', '250 ok') . $data("S: 250 2.0.0 Ok: queued as Q1\n");
$rest = $mail . $rcpt('b', '250 ok') . $data("S: 250 2.0.0 Ok: queued as Q2\n")
	. $mail . $rcpt('c', '250 ok') . $data("S: 250 2.0.0 Ok: queued as Q3\n");
$cases = [
	'RCPT refused' => $mail . $rcpt('b', '550 5.1.1 no') . "C: RSET\nS: 250 ok\n" . SMTP_QUIT,
	'message refused' => $mail . $rcpt('b', '250 ok') . $data("S: 554 5.7.1 spam\n") . SMTP_QUIT,
	'no reply to the message' => $mail . $rcpt('b', '250 ok') . $data("close\n"),
	'dropped at DATA' => $mail . $rcpt('b', '250 ok') . "C: DATA\nclose\n" . "accept\nS: 554 no\n" . SMTP_QUIT,
	'dropped at MAIL' => "C: MAIL FROM:*\nclose\naccept\nS: 554 no\n" . SMTP_QUIT,
	'a callback throws' => $mail . $rcpt('b', '250 ok') . "C: DATA\nS: 354 go\nany\n",
];
foreach ($cases as $name => $script) {
	$dir = queue_dir();
	$names = queue_messages($dir, 1, client()->setSendTo('a@example.com, b@example.com')->setCc('c@example.com'));
	$server = smtp_server($greeting . $first . $script);
	$m = client($server);
	$transfers = 0;
	$m->on('StartTransfer', function () use ($name, &$transfers) {
		if (++$transfers === 2 && $name === 'a callback throws') {
			throw new DomainException('out');
		}
	});
	try {
		$m->doProcessQueue($dir);
		$outcome = 'ok';
	} catch (SSMTPException $e) {
		$outcome = $e->getCode() . ($e->mayHaveBeenDelivered() ? ', may have been delivered' : '');
	} catch (DomainException $e) {
		$outcome = 'its exception';
	}
	echo "$name: $outcome\n  ";
	foreach ($m->getDeliveryReport()['recipients'] as $r) {
		echo strtok($r['address'], '@'), " $r[fate], ";
	}
	echo queue_states($dir, $names), "\n";
	unset($m);
	echo str_contains($transcript = $server->wait(), '!!') ? $transcript : '';
	foreach (glob("$dir/*.failed") as $file) {
		rename($file, substr($file, 0, -6) . 'queued');
	}
	foreach (glob("$dir/*.report") as $file) {
		echo preg_replace('/^/m', '    ', trim(implode("\n", preg_grep('/^(Date|Message)/', explode("\n", file_get_contents($file)), PREG_GREP_INVERT)))), "\n";
		unlink($file);
	}
	$server = smtp_server($greeting . $rest . SMTP_QUIT);
	client($server)->doProcessQueue($dir);
	echo '  again: ', queue_states($dir, $names), "\n";
	echo str_contains($transcript = $server->wait(), '!!') ? $transcript : '';
}
?>
--EXPECT--
RCPT refused: 161, may have been delivered
  a delivered, b refused, c not tried, m0 failed+report
    Error: 161 SMTP protocol error: 550 5.1.1 no (reply to RCPT TO:<b@example.com>)
    Recipients marked X-SSMTP-Done in the file have it; it is sent again to the others only.
    Recipient: To <a@example.com> delivered: 250 ok
    Recipient: To <b@example.com> refused: 550 5.1.1 no
    Recipient: Cc <c@example.com> not tried
  again: m0 gone
message refused: 161, may have been delivered
  a delivered, b accepted, c not tried, m0 failed+report
    Error: 161 SMTP protocol error: 554 5.7.1 spam (reply to the message)
    Recipients marked X-SSMTP-Done in the file have it; it is sent again to the others only.
    Recipient: To <a@example.com> delivered: 250 ok
    Recipient: To <b@example.com> accepted: 250 ok
    Recipient: Cc <c@example.com> not tried
  again: m0 gone
no reply to the message: 1120, may have been delivered
  a delivered, b unknown, c not tried, m0 failed+report
    Error: 1120 The connection was dropped by the remote host.
    It may have been delivered: ask the server's log before it is sent again.
    Recipients marked X-SSMTP-Done in the file have it; it is sent again to the others only.
    Recipient: To <a@example.com> delivered: 250 ok
    Recipient: To <b@example.com> unknown: 250 ok
    Recipient: Cc <c@example.com> not tried
  again: m0 gone
dropped at DATA: 161, may have been delivered
  a delivered, b accepted, c not tried, m0 failed+report
    Error: 161 SMTP protocol error: 554 no (reply to the connection)
    Recipients marked X-SSMTP-Done in the file have it; it is sent again to the others only.
    Recipient: To <a@example.com> delivered: 250 ok
    Recipient: To <b@example.com> accepted: 250 ok
    Recipient: Cc <c@example.com> not tried
  again: m0 gone
dropped at MAIL: 161, may have been delivered
  a delivered, b not tried, c not tried, m0 queued
  again: m0 gone
a callback throws: its exception
  a delivered, b accepted, c not tried, m0 queued
  again: m0 gone
