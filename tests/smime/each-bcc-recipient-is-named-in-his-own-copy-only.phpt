--TEST--
BccEncryption=Separate: each BCc recipient gets a mail transaction and an envelope of his own
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; require_program('openssl', 'openssl'); ?>
--FILE--
<?php
require __DIR__ . '/smime.inc';

const TRANSACTION = "C: MAIL FROM:<alice@example.org>*\nS: 250 ok\n%sC: DATA\nS: 354 go\ndata\nS: 250 2.0.0 Ok: queued as 1\n";
const RCPT = "C: RCPT TO:<%s@example.org>\nS: 250 2.1.5 ok\n";

$server = smtp_server(smtp_greeting() . sprintf(TRANSACTION, sprintf(RCPT, 'bob') . sprintf(RCPT, 'carol'))
	. sprintf(TRANSACTION, sprintf(RCPT, 'dave')) . sprintf(TRANSACTION, sprintf(RCPT, 'r00')) . SMTP_QUIT);
$m = mail_to('bob@example.org', $server)->setCc('carol@example.org')->setBCc('dave@example.org, r00@example.org');
recipients(signer($m), 'bob', 'carol', 'dave', 'r00')->doConfig('BccEncryption=Separate');
$m->doConfig('EncryptToSelf=True');
$m->doSignAndEncrypt();
$shown = $m->getMessageText();
echo json_encode(envelope_names(whole($m), 'alice', 'bob', 'carol', 'dave', 'r00')), "\n";
$m->doSend();
$m->doDisconnect();
echo str_contains($server->wait(), '!!') ? $server->wait() : $server->messages() . " messages\n";
$subject = null;
for ($i = 0; $i < 3; $i++) {
	$mail = $server->message($i);
	echo json_encode(envelope_names($mail, 'alice', 'bob', 'carol', 'dave', 'r00')), "\n";
	$reader = ['bob', 'dave', 'r00'][$i];
	if ($reader !== 'r00') {
		$inner = openssl_decrypted($mail, certificates(), $reader);
		echo "  $reader reads it: ", json_encode(str_contains((string) openssl_verified($inner, certificates()), 'Hello Bob')), "\n";
	}
	[$fields] = explode("\r\n\r\n", $mail);
	var_dump(($fields_before ??= $fields) === $fields, stripos($fields, 'dave') || stripos($fields, 'r00'));
}
echo json_encode(explode("\r\n\r\n", $server->message(0), 2)[1] === $shown), " what MessageText showed went to To and Cc\n";
foreach ($m->getDeliveryReport()['recipients'] as $r) {
	echo "$r[type] $r[address] $r[fate]\n";
}

echo "A refused copy is told, and the next one goes out\n";
$refused = sprintf("C: MAIL FROM:*\nS: 250 ok\nC: RCPT TO:<dave@*>\nS: 550 5.1.1 no such user\nC: RSET\nS: 250 ok\n");
$server = smtp_server(smtp_greeting() . sprintf(TRANSACTION, sprintf(RCPT, 'bob')) . $refused
	. sprintf(TRANSACTION, sprintf(RCPT, 'r00')) . SMTP_QUIT);
$m = mail_to('bob@example.org', $server)->setBCc('dave@example.org, r00@example.org');
recipients($m, 'bob', 'dave', 'r00')->doConfig('BccEncryption=Separate');
$m->on('Error', function (array $param) {
	echo "Error $param[errorcode] $param[description]\n";
});
$m->doEncrypt();
echo outcome(fn () => $m->doSend()), "\n";
foreach ($m->getDeliveryReport()['recipients'] as $r) {
	echo "$r[type] $r[address] $r[fate]\n";
}
$m->doDisconnect();
echo str_contains($server->wait(), '!!') ? $server->wait() : $server->messages() . " messages\n";

echo "A stream is read once for every copy\n";
$server = smtp_server(smtp_greeting() . sprintf(TRANSACTION, sprintf(RCPT, 'bob')) . sprintf(TRANSACTION, sprintf(RCPT, 'dave')) . SMTP_QUIT);
$m = mail_to('bob@example.org', $server)->setBCc('dave@example.org');
recipients($m, 'bob', 'dave')->doConfig('BccEncryption=Separate');
$stream = fopen('php://memory', 'w+');
fwrite($stream, str_repeat("0123456789\r\n", 100000));
rewind($stream);
$m->doSetMessageStream($stream);
$m->doEncrypt();
$m->doSend();
$m->doDisconnect();
foreach (['bob', 'dave'] as $i => $name) {
	$mail = $server->message($i);
	echo json_encode(envelope_names($mail, 'bob', 'dave')), ' ', strlen(openssl_decrypted($mail, certificates(), $name)) > 1200000 ? "whole\n" : "cut\n";
}

echo "What cannot be done with copies says so\n";
$m = mail_to()->setBCc('dave@example.org');
recipients(signer($m), 'bob', 'dave')->doConfig('BccEncryption=Separate');
$m->doEncrypt();
echo outcome(fn () => $m->doQueue('*')), "\n";
$m->setBCc('dave@example.org, r01@example.org');
echo outcome(fn () => $m->doSend()), "\n";
echo outcome(fn () => $m->doSign()), "\n";
?>
--EXPECT--
["alice","bob","carol",3]
3 messages
["alice","bob","carol",3]
  bob reads it: true
bool(true)
bool(false)
["alice","dave",2]
  dave reads it: true
bool(true)
bool(false)
["alice","r00",2]
bool(true)
bool(false)
true what MessageText showed went to To and Cc
0 bob@example.org delivered
1 carol@example.org delivered
2 dave@example.org delivered
2 r00@example.org delivered
A refused copy is told, and the next one goes out
Error 161 SMTP protocol error: RCPT TO:<dave@example.org> refused: 550 5.1.1 no such user
ok
0 bob@example.org delivered
2 dave@example.org refused
2 r00@example.org delivered
2 messages
A stream is read once for every copy
["bob",1] whole
["dave",1] whole
What cannot be done with copies says so
211: A queue file holds one message, BccEncryption=Separate made several: Send it, or queue a message of its own for every BCc recipient.
211: There is no copy for the BCc recipient r01@example.org: set BCc before Encrypt (BccEncryption=Separate).
211: BccEncryption=Separate made copies of the message: it cannot be signed or encrypted once more.
