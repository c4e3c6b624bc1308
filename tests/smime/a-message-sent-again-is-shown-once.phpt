--TEST--
A signed message that left with its commands and is sent again over another connection: TransferText shows its body once
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/smime.inc';

$hello = smtp_greeting('PIPELINING', '8BITMIME', 'SIZE', 'CHUNKING');
$group = "C: MAIL FROM:*\nC: RCPT TO:*\n";
$server = smtp_server("$hello{$group}chunks\nS: 250 ok\nS: 250 ok\nS: 250 2.0.0 Ok: queued as 1\n"
	. "{$group}chunks\nS: 421 4.7.0 enough\nclose\naccept\n"
	. "$hello{$group}C: DATA\nS: 250 ok\nS: 250 ok\nS: 354 go\ndata\nS: 250 2.0.0 Ok: queued as 2\n" . SMTP_QUIT);
$m = signer(mail_to('bob@example.org', $server));
$m->doSign();
$m->doConnect();
$m->doSend();
$m->setMessageText("Sent again\r\n");
$m->doSign();
$m->doSend();
$shown = $m->doConfig('TransferText');
$m->doDisconnect();
echo preg_match('/^!!.*/m', $server->wait(), $match) ? "$match[0]\n" : '';
echo $server->messages(), ' messages, shown ', substr_count($shown, 'Sent again'), " time\n";
foreach ([1, 2] as $i) {
	var_dump($shown === explode("\r\n\r\n", $server->message($i), 2)[1]);
}
?>
--EXPECT--
3 messages, shown 1 time
bool(true)
bool(true)
