--TEST--
Where CHUNKING and PIPELINING are offered a small message leaves in one write with its commands, and every answer is told as it is
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

/* The server asks for all of it before it answers at all: whoever waited for a reply would wait for ever. */
$one = "C: MAIL FROM:<sender@example.org>*\nC: RCPT TO:<recipient@example.com>\nchunks\n";
$two = "C: MAIL FROM:*\nC: RCPT TO:<one@example.com>\nC: RCPT TO:<two@example.com>\nchunks\n";
$hello = smtp_greeting('PIPELINING', '8BITMIME', 'SIZE', 'CHUNKING');
$ok = "S: 250 2.1.0 sender ok\nS: 250 2.1.5 recipient ok\nS: 250 2.0.0 Ok: queued as 4XyZ1q\n";
$rset = "C: RSET\nS: 250 2.0.0 reset\n";

function tell(string $name, SmtpServer $server, callable ...$sends): void
{
	$m = client($server);
	$m->doConfig('KeepBody=True');
	$m->setMessageText("hello\n.\n..dots\rand bare line ends")->doConnect();
	echo "$name:\n";
	foreach ($sends as $send) {
		try {
			$send($m);
			echo '  sent';
		} catch (SSMTPException $e) {
			echo "  {$e->getMessage()}", $e->mayHaveBeenDelivered() ? ', may have been delivered' : '';
		}
		foreach ($m->getDeliveryReport()['recipients'] as $recipient) {
			echo "; {$recipient['address']} {$recipient['fate']}";
		}
		echo $m->getConnected() ? '' : '; closed', "\n";
	}
	$m->getConnected() && $m->doDisconnect();
	unset($m);
	echo preg_match('/^!!.*/m', $server->wait(), $match) ? "  $match[0]\n" : '';
}

$send = fn ($m) => $m->doSend();
$toTwo = fn ($m) => $m->setSendTo('one@example.com, two@example.com')->doSend();
$stopsNot = fn ($m) => $m->doConfig('StopOnToErrors=False') . $toTwo($m);
tell('again and again', $server = smtp_server($hello . str_repeat($one . $ok, 3) . SMTP_QUIT), $send, $send, $send);
echo "  the same three times: ", var_export(array_unique([0 => explode("\r\n\r\n", $server->message(0), 2)[1], 1 => explode("\r\n\r\n", $server->message(1), 2)[1], 2 => explode("\r\n\r\n", $server->message(2), 2)[1]])
	=== ["hello\r\n.\r\n..dots\r\nand bare line ends\r\n"], true), "\n";
tell('the sender is refused', smtp_server($hello . $one . "S: 550 5.1.8 no such sender\nS: 503 5.5.1 MAIL first\nS: 503 5.5.1 MAIL first\n" . $one . $ok . SMTP_QUIT), $send, $send);
tell('the recipient is refused', smtp_server($hello . $one . "S: 250 ok\nS: 550 5.1.1 no such user\nS: 554 5.5.1 no valid recipients\n$rset" . $one . $ok . SMTP_QUIT), $send, $send);
tell('the message is refused', smtp_server($hello . $one . "S: 250 ok\nS: 250 ok\nS: 554 5.7.1 spam\n$rset" . $one . $ok . SMTP_QUIT), $send, $send);
tell('one of two is refused', smtp_server($hello . $two . "S: 250 ok\nS: 250 ok\nS: 550 5.1.1 no such user\nS: 250 2.0.0 Ok: queued as 2\n" . SMTP_QUIT), $stopsNot);
tell('one of two would stop it', smtp_server($hello . "C: MAIL FROM:*\nC: RCPT TO:*\nC: RCPT TO:*\nS: 250 ok\nS: 250 ok\nS: 550 5.1.1 no such user\n$rset" . SMTP_QUIT), $toTwo);
tell('cut before any answer', smtp_server($hello . $one . "close\n"), $send);
tell('cut behind the recipient', smtp_server($hello . $one . "S: 250 ok\nS: 250 ok\nclose\n"), $send);
tell('421 at MAIL', smtp_server($hello . $one . $ok . $one . "S: 421 4.7.0 enough\nclose\naccept\n" . $hello . "C: MAIL FROM:*\nC: RCPT TO:*\nC: DATA\nS: 250 ok\nS: 250 ok\nS: 354 go\ndata\nS: 250 2.0.0 Ok: queued as 2\n" . SMTP_QUIT), $send, $send);
tell('accepted though everybody was refused', smtp_server($hello . $one . "S: 250 ok\nS: 550 5.1.1 no such user\nS: 250 2.0.0 Ok: queued as 3\nany\n"), $send);
tell('neither yes nor no', smtp_server($hello . $one . "S: 250 ok\nS: 250 ok\nS: 354 go\nany\n"), $send);

/* What asks for more than that. */
$data = "C: MAIL FROM:*\nC: RCPT TO:*\nC: DATA\nS: 250 ok\nS: 250 ok\nS: 354 go\ndata\nS: 250 ok\n";
tell('UseChunking=Never', smtp_server($hello . $data . SMTP_QUIT), fn ($m) => $m->doConfig('UseChunking=Never') . $m->doSend());
tell('MaxTransferRate', smtp_server($hello . $data . SMTP_QUIT), fn ($m) => $m->doConfig('MaxTransferRate=1000000') . $m->doSend());
tell('without PIPELINING', smtp_server(smtp_greeting('CHUNKING') . "C: MAIL FROM:*\nS: 250 ok\nC: RCPT TO:*\nS: 250 ok\nC: DATA\nS: 354 go\ndata\nS: 250 ok\n" . SMTP_QUIT), $send);
tell('without PIPELINING, Always', smtp_server(smtp_greeting('CHUNKING') . "C: MAIL FROM:*\nS: 250 ok\nC: RCPT TO:*\nS: 250 ok\nchunks\nS: 250 ok\n" . SMTP_QUIT), fn ($m) => $m->doConfig('UseChunking=Always') . $m->doSend());
tell('a callback throws', smtp_server($hello . 'any'), function ($m) {
	$m->on('EndTransfer', fn () => throw new SSMTPException('I changed my mind', 7));
	$m->doSend();
});
?>
--EXPECT--
again and again:
  sent; recipient@example.com delivered
  sent; recipient@example.com delivered
  sent; recipient@example.com delivered
  the same three times: true
the sender is refused:
  161: SMTP protocol error: 550 5.1.8 no such sender (reply to MAIL FROM:<sender@example.org>); recipient@example.com not tried
  sent; recipient@example.com delivered
the recipient is refused:
  161: SMTP protocol error: 550 5.1.1 no such user (reply to RCPT TO:<recipient@example.com>); recipient@example.com refused
  sent; recipient@example.com delivered
the message is refused:
  161: SMTP protocol error: 554 5.7.1 spam (reply to the message); recipient@example.com accepted
  sent; recipient@example.com delivered
one of two is refused:
  sent; one@example.com delivered; two@example.com refused
one of two would stop it:
  161: SMTP protocol error: 550 5.1.1 no such user (reply to RCPT TO:<two@example.com>); one@example.com accepted; two@example.com refused
cut before any answer:
  1120: The connection was dropped by the remote host., may have been delivered; recipient@example.com unknown; closed
cut behind the recipient:
  1120: The connection was dropped by the remote host., may have been delivered; recipient@example.com unknown; closed
421 at MAIL:
  sent; recipient@example.com delivered
  sent; recipient@example.com delivered
accepted though everybody was refused:
  161: SMTP protocol error: the server refused a part of the transaction and accepted the end of the message., may have been delivered; recipient@example.com refused; closed
neither yes nor no:
  161: SMTP protocol error: an intermediate reply may not stand here: 354 go, may have been delivered; recipient@example.com unknown; closed
UseChunking=Never:
  sent; recipient@example.com delivered
MaxTransferRate:
  sent; recipient@example.com delivered
without PIPELINING:
  sent; recipient@example.com delivered
without PIPELINING, Always:
  sent; recipient@example.com delivered
a callback throws:
  I changed my mind; recipient@example.com not tried; closed
