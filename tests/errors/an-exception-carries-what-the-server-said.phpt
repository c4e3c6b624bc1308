--TEST--
An exception carries reply code, enhanced status code, recipient and whether the message may have been delivered
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

const MAIL = "C: MAIL FROM:<*>\nS: 250 2.1.0 ok\n";
const RCPT = "C: RCPT TO:<*>\nS: 250 2.1.5 ok\n";
const RSET = "C: RSET\nS: 250 2.0.0 ok\nany\n";

$scripts = [
	'MAIL refused' => "C: MAIL FROM:<*>\nS: 451 4.7.1 greylisted\nany\n",
	'RCPT refused' => MAIL . "C: RCPT TO:<*>\nS: 550 5.1.1 no such user\n" . RSET,
	'RCPT deferred' => MAIL . "C: RCPT TO:<*>\nS: 450-4.2.1 mailbox busy\nS: 450 4.2.1 try later\n" . RSET,
	'DATA refused' => MAIL . RCPT . "C: DATA\nS: 554 no valid recipients\n" . RSET,
	'message refused' => MAIL . RCPT . "C: DATA\nS: 354 go ahead\ndata\nS: 552 5.3.4 too big\n" . RSET,
	'RCPT refused, RSET unanswered' => MAIL . "C: RCPT TO:<*>\nS: 550 5.1.1 no such user\nC: RSET\nany\n",
	'cut before the end' => MAIL . RCPT . "C: DATA\nclose\n",
	'cut behind the end' => MAIL . RCPT . "C: DATA\nS: 354 go ahead\ndata\nclose\n",
	'service closing' => "C: MAIL FROM:<*>\nS: 421 4.3.2 shutting down\nclose\n",
];
foreach ($scripts as $name => $script) {
	$server = smtp_server(smtp_greeting() . $script);
	$m = client($server);
	$m->setTimeout(str_contains($name, 'unanswered') ? 1 : 10);
	try {
		$m->doSend();
		echo "$name: ok\n";
	} catch (SSMTPException $e) {
		printf("%s: %s\n  %d %s%s%s%s\n", $name, $e->getMessage(), $e->getReplyCode(), $e->getEnhancedCode() ?: '-',
			$e->isTransient() ? ' transient' : '', $e->getRecipient() === '' ? '' : ' for ' . $e->getRecipient(),
			$e->mayHaveBeenDelivered() ? ' may have been delivered' : '');
		if ($e->getCode() !== $m->lastErrorCode() || $e->mayHaveBeenDelivered() !== $m->getDeliveryReport()['mayhavebeendelivered']) {
			echo "  the object says something else\n";
		}
	}
}
foreach ([fn ($m) => $m->setMailServer(''), fn ($m) => $m->setFrom(''), fn ($m) => $m->setSendTo('')] as $spoil) {
	$m = client();
	$spoil($m);
	echo outcome(fn () => $m->doSend()), "\n";
}
?>
--EXPECT--
MAIL refused: 161: SMTP protocol error: 451 4.7.1 greylisted (reply to MAIL FROM:<sender@example.org>)
  451 4.7.1 transient
RCPT refused: 161: SMTP protocol error: 550 5.1.1 no such user (reply to RCPT TO:<recipient@example.com>)
  550 5.1.1 for recipient@example.com
RCPT deferred: 161: SMTP protocol error: 450-4.2.1 mailbox busy  450 4.2.1 try later (reply to RCPT TO:<recipient@example.com>)
  450 4.2.1 transient for recipient@example.com
DATA refused: 161: SMTP protocol error: 554 no valid recipients (reply to DATA)
  554 -
message refused: 161: SMTP protocol error: 552 5.3.4 too big (reply to the message)
  552 5.3.4
RCPT refused, RSET unanswered: 161: SMTP protocol error: 550 5.1.1 no such user (reply to RCPT TO:<recipient@example.com>)
  550 5.1.1 for recipient@example.com
cut before the end: 1120: The connection was dropped by the remote host.
  0 4.4.2 transient
cut behind the end: 1120: The connection was dropped by the remote host.
  0 4.4.2 transient may have been delivered
service closing: 161: SMTP protocol error: 421 4.3.2 shutting down
  421 4.3.2 transient
163: No server: set MailServer.
164: No sender: set From.
165: No recipient: set SendTo.
