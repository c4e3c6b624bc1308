--TEST--
The delivery report has the queue id of the usual servers, and the fate of every recipient
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

const REPLIES = [
	'Postfix' => '250 2.0.0 Ok: queued as 4XyZ1q2b3Tz9',
	'Postfix, short id' => '250 2.0.0 Ok: queued as 9F2A23E0A1',
	'Exim' => '250 OK id=1rTzBX-000000001Zc-2xYq',
	'sendmail' => '250 2.0.0 41A9xxyz012345 Message accepted for delivery',
	'Exchange' => '250 2.6.0 <abc@example.org> [InternalId=12345678901234, Hostname=MX1.example.com] 1234 bytes in 0.123, 9.876 KB/sec Queued mail for delivery',
	'OpenSMTPD' => '250 2.0.0 5f1e2d3c Message accepted for delivery',
	'Gmail' => '250 2.0.0 OK  1700000000 a1-20020a170906abcd00b00a12345si1234567ejc.123 - gsmtp',
	'qmail' => '250 ok 1700000000 qp 12345',
	'Amazon SES' => '250 Ok 0102018c1234abcd-12345678-1234-1234-1234-123456789abc-000000',
	'nothing' => '250 OK',
	'hostile' => "250 2.0.0 Ok: queued as \x1b[2J<script>",
];
foreach (REPLIES as $name => $reply) {
	$server = smtp_server(smtp_greeting() . "C: MAIL*\nS: 250 ok\nC: RCPT*\nS: 250 2.1.5 fine\nC: DATA\nS: 354 go\ndata\nS: $reply\n" . SMTP_QUIT);
	$m = client($server);
	echo "$name: ", outcome(fn () => $m->doSend()), ' ', json_encode($m->getDeliveryReport()['queueid']), "\n";
}
echo json_encode($m->getDeliveryReport()['recipients']), "\n";
echo implode(' ', array_keys($m->getDeliveryReport())), "\n";
?>
--EXPECT--
Postfix: ok "4XyZ1q2b3Tz9"
Postfix, short id: ok "9F2A23E0A1"
Exim: ok "1rTzBX-000000001Zc-2xYq"
sendmail: ok "41A9xxyz012345"
Exchange: ok "12345678901234"
OpenSMTPD: ok "5f1e2d3c"
Gmail: ok ""
qmail: ok ""
Amazon SES: ok ""
nothing: ok ""
hostile: ok ""
[{"address":"recipient@example.com","type":0,"fate":"delivered","replycode":250,"enhancedcode":"2.1.5","text":"250 2.1.5 fine","transaction":0}]
replycode enhancedcode text queueid queuefile mayhavebeendelivered recipients transactions
