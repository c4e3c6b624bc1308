--TEST--
Endless, long, mixed or binary replies end the connection with 161 in bounded memory and time
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

const TO_EHLO = "S: 220 ready\nC: EHLO *\n";

$replies = [
	'a line of 4096 octets' => 'raw 250 ' . str_repeat('a', 5000) . '\r\n',
	'a line without end' => 'raw 250 ' . str_repeat('a', 200000),
	'2000 lines' => 'raw ' . str_repeat('250-x\r\n', 2000) . '250 end\r\n',
	'900 lines' => 'raw ' . str_repeat('250-x\r\n', 900) . '250 end\r\n',
	'more than 1 MiB' => 'raw ' . str_repeat('250-' . str_repeat('y', 1900) . '\r\n', 600) . '250 end\r\n',
	'codes change' => 'raw 250-one\r\n251 two\r\n',
	'two digits' => 'raw 25 x\r\n',
	'no digits' => 'raw abc\r\n',
	'code 000' => 'raw 000 x\r\n',
	'code 999' => 'raw 999 x\r\n',
	'code 199' => 'raw 199 x\r\n',
	'no separator' => 'raw 250x\r\n',
	'bare LF' => 'raw 250-a\n250 b\n',
	'bare CR' => 'raw 250 a\rb\r\n',
	'NUL' => 'raw 250 a\000b\r\n',
	'escapes' => 'raw 450 \033[2Jgone\r\n',
	'8 bits' => 'raw 450 \200\377\r\n',
	'empty line' => 'raw \r\n',
	'354 to EHLO' => 'raw 354 go\r\n',
	'334 to EHLO' => 'raw 334 \r\n',
];
foreach ($replies as $name => $reply) {
	$server = smtp_server(TO_EHLO . $reply . "\nany\n");
	$m = client($server);
	$m->setTimeout(20);
	$outcome = outcome(fn () => $m->doConnect());
	echo "$name: ", addcslashes($outcome, "\177..\377"), ' ', $m->getConnected() ? 'connected' : 'closed', "\n";
	if (preg_match('/[\0-\37\177]/', $m->lastError())) {
		echo "a control octet in the text\n";
	}
	unset($m);
}
$m = new SSMTP();
foreach ([256, 300] as $max) {
	$server = smtp_server(TO_EHLO . 'S: 250 ' . str_repeat('b', 260) . "\nany\n");
	client($server, $m)->doConfig("MaxLineLength=$max");
	echo "MaxLineLength=$max: ", code(fn () => $m->doConnect()), ' ', preg_match('/too long|\d+ octets/', $m->lastError(), $match) ? $match[0] : '', "\n";
	$m->doDisconnect();
}
echo code(fn () => $m->doConfig('MaxLineLength=255')), "\n";

/* Replies behind replies, in every state of a transaction. */
$steps = ["C: MAIL*", "C: RCPT*", "C: DATA", "data"];
foreach (['S: 250 ok', 'S: 250 ok', 'S: 354 go', 'S: 250 done'] as $at => $reply) {
	$script = smtp_greeting();
	for ($i = 0; $i <= $at; $i++) {
		$right = ['250 ok', '250 ok', '354 go', '250 done'][$i];
		$script .= $steps[$i] . "\n" . ($i === $at ? 'raw ' . $right . '\r\n' . '250 nobody asked\r\n' : "S: $right") . "\n";
	}
	$server = smtp_server($script . "any\n");
	$m = client($server);
	if ($at === 3) {
		$m->doConnect();
	}
	echo "behind $steps[$at]: ", code(fn () => $m->doSend()), ' ', $m->getConnected() ? 'connected' : 'closed', ' ',
		$m->getDeliveryReport()['recipients'][0]['fate'] ?? '',
		$m->getDeliveryReport()['mayhavebeendelivered'] ? ', may have been delivered' : '', "\n";
	if ($at === 3) {
		/* It was accepted; what came behind it ends the connection before anything else is said. */
		echo code(fn () => $m->doSend()), ' ', $m->getConnected() ? 'connected' : 'closed', "\n";
	}
}
?>
--EXPECT--
a line of 4096 octets: 161: SMTP protocol error: reply line too long (limit 2048). closed
a line without end: 161: SMTP protocol error: reply line too long (limit 2048). closed
2000 lines: 161: SMTP protocol error: the reply has too many lines (limit 1000). closed
900 lines: ok connected
more than 1 MiB: 161: SMTP protocol error: the reply has too many octets (limit 1048576). closed
codes change: 161: SMTP protocol error: the reply code changes inside the reply: "251 two". closed
two digits: 161: SMTP protocol error: this is not a reply: "25 x". closed
no digits: 161: SMTP protocol error: this is not a reply: "abc". closed
code 000: 161: SMTP protocol error: this is not a reply: "000 x". closed
code 999: 161: SMTP protocol error: this is not a reply: "999 x". closed
code 199: 161: SMTP protocol error: this is not a reply: "199 x". closed
no separator: 161: SMTP protocol error: this is not a reply: "250x". closed
bare LF: ok connected
bare CR: 161: SMTP protocol error: the reply holds a bare CR or a NUL: "250 a b". closed
NUL: 161: SMTP protocol error: the reply holds a bare CR or a NUL: "250 a". closed
escapes: 161: SMTP protocol error: 450  [2Jgone (reply to EHLO) closed
8 bits: 161: SMTP protocol error: 450 \200\377 (reply to EHLO) closed
empty line: 161: SMTP protocol error: this is not a reply: "". closed
354 to EHLO: 161: SMTP protocol error: an intermediate reply may not stand here: 354 go closed
334 to EHLO: 161: SMTP protocol error: an intermediate reply may not stand here: 334  closed
MaxLineLength=256: 161 too long
MaxLineLength=300: 0 
10022
behind C: MAIL*: 161 closed not tried
behind C: RCPT*: 161 closed accepted
behind C: DATA: 161 closed accepted
behind data: 0 connected delivered
161 closed
