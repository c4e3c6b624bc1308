--TEST--
Protection is done to each message at Send and Queue, whatever the order of calls; what was written stays
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; require_program('openssl', 'openssl'); ?>
--FILE--
<?php
require __DIR__ . '/smime.inc';

function read(string $mail): string
{
	$certs = certificates();
	$said = '';
	if (str_contains(strstr($mail, "\r\n\r\n", true), 'smime-type=enveloped-data')) {
		$mail = (string) openssl_decrypted($mail, $certs, 'bob');
		$said = 'encrypted ';
	}
	$inner = openssl_verified($mail, $certs);
	return $said . ($inner === null ? $mail : 'signed ') . json_encode(substr(strrchr(rtrim((string) $inner), "\n"), 1));
}
function queued(SSMTP $m): string
{
	return preg_replace('/\A.*?\r\n\r\n/s', '', $m->doQueue('*'));
}

$server = smtp_server(smtp_greeting() . str_repeat(smtp_transaction(), 4) . SMTP_QUIT);
$m = new SSMTP();
$m->setProtection(SSMTP::SIGN | SSMTP::ENCRYPT);
mail_to('bob@example.org', $server);
client($server, $m)->setFrom('alice@example.org')->setSendTo('bob@example.org')->setOtherHeaders("X-Job: 1\r\n");
$m->setMessageText("Hello Bob\r\n");
recipients(signer($m), 'bob');
$m->doConnect();
$m->doSend();
$m->setSubject('Again');
$m->doSend();
$m->setMessage("raw\r\n");
$m->doSend();
$stream = fopen('php://memory', 'w+');
fwrite($stream, "streamed\r\n");
rewind($stream);
$m->doSetMessageStream($stream);
$m->doSend();
$m->doDisconnect();
for ($i = 0; $i < 4; $i++) {
	echo read($server->message($i)), "\n";
}
var_dump($server->message(0) === $server->message(1));

echo "What was written stays\n";
$m = recipients(signer(mail_to()), 'bob')->setProtection(SSMTP::SIGN);
$m->setOtherHeaders("Content-Type: text/x-report\r\nX-Job: 1\r\n");
echo read(queued($m)), "\n";
echo json_encode([$m->getMessageText(), $m->getOtherHeaders(), $m->getProtection()]), "\n";
$m->setProtection(SSMTP::ENCRYPT);
echo preg_match('/^Content-Type: text\/x-report/m', (string) openssl_decrypted(queued($m), certificates(), 'bob')), "\n";
$m->setProtection(0);
echo preg_match('/^Content-Type: text\/x-report\r\nX-Job: 1/m', queued($m)), "\n";

echo "What cannot be done stops the message, and nothing is owed behind it\n";
$m = mail_to()->setProtection(SSMTP::ENCRYPT);
echo outcome(fn () => $m->doSend()), "\n", outcome(fn () => $m->doQueue('*')), "\n";
$m->setProtection(SSMTP::SIGN);
echo outcome(fn () => $m->doQueue('*')), "\n";
recipients(signer($m), 'carol')->setProtection(SSMTP::ENCRYPT);
echo outcome(fn () => $m->doQueue('*')), "\n";
$m->setProtection(0);
echo outcome(fn () => $m->doQueue('*')), "\n";
echo outcome(fn () => $m->setProtection(4)), "\n";

echo "Beside the calls\n";
$m = recipients(signer(mail_to()), 'bob')->setProtection(SSMTP::SIGN);
$m->doSign();
echo read(queued($m)), "\n";
$m->setProtection(SSMTP::ENCRYPT);
echo outcome(fn () => $m->doQueue('*')), "\n";

echo "A large body is made while it is read; each message is an envelope of its own\n";
$server = smtp_server(smtp_greeting() . str_repeat(smtp_transaction(), 2) . SMTP_QUIT);
$m = recipients(mail_to('bob@example.org', $server), 'bob')->setProtection(SSMTP::ENCRYPT);
$m->setMessageText(str_repeat("A line of the report.\r\n", 100000));
$m->on('StartTransfer', fn () => $m->setMessageText("next\r\n"));
$m->doConnect();
$m->doSend();
$m->doSend();
$m->doDisconnect();
echo strlen((string) openssl_decrypted($server->message(0), certificates(), 'bob')), ' ',
	strlen((string) openssl_decrypted($server->message(1), certificates(), 'bob')), "\n";

echo "Copies for BCc, and HeaderProtection\n";
$server = smtp_server(smtp_greeting() . str_repeat(smtp_transaction(), 2) . SMTP_QUIT);
$m = recipients(mail_to('bob@example.org', $server), 'bob', 'dave')->setBCc('dave@example.org')->setProtection(SSMTP::ENCRYPT);
$m->doConfig('BccEncryption=Separate');
$m->doConfig('HeaderProtection=True');
$m->doSend();
foreach (['bob', 'dave'] as $i => $name) {
	echo json_encode(envelope_names($server->message($i), 'bob', 'dave')), ' ',
		substr_count((string) openssl_decrypted($server->message($i), certificates(), $name), 'Subject: Offer 17'), ' ',
		substr_count($server->message($i), 'Subject: [...]'), "\n";
}
?>
--EXPECT--
encrypted signed "Hello Bob"
encrypted signed "Hello Bob"
encrypted signed "raw"
encrypted signed "streamed"
bool(false)
What was written stays
signed "Hello Bob"
["Hello Bob\r\n","Content-Type: text\/x-report\r\nX-Job: 1\r\n",1]
1
1
What cannot be done stops the message, and nothing is owed behind it
10202: No recipient certificate was added: call AddRecipientCert first.
10202: No recipient certificate was added: call AddRecipientCert first.
10199: No signing certificate with a private key is selected: set CertStoreType, CertStore, CertStorePassword and then CertSubject.
10202: No recipient certificate names bob@example.org: add it with AddRecipientCert before Encrypt, or set RecipientCertCheck=Basic.
ok
10022: Protection must be from 0 to 3; 4 was given.
Beside the calls
signed "Hello Bob"
211: Protection asks for more than Sign or Encrypt did to this message: set the body anew and leave the calls out.
A large body is made while it is read; each message is an envelope of its own
2300079 85
Copies for BCc, and HeaderProtection
["bob",1] 2 1
["dave",1] 2 1
