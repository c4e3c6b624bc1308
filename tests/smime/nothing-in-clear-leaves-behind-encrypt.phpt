--TEST--
Once Encrypt was called nothing in clear leaves, and nothing unsigned behind a failed Sign, until a whole new message begins
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/smime.inc';

/** What leaves: by Queue, and by Send where a server takes part. */
function leaves(SSMTP $m): string
{
	try {
		$text = $m->doQueue('*');
	} catch (SSMTPException $e) {
		return (string) $e->getCode();
	}
	return (preg_match('/^Content-Type: (\S+);?( smime-type=\S+;)?/m', $text, $found) ? trim($found[0], ';') : 'no Content-Type')
		. (str_contains($text, "Hello Bob\r\n") ? ' (clear)' : '');
}

function show(string $label, SSMTP $m, callable ...$steps): void
{
	foreach ($steps as $step) {
		try {
			$step($m);
		} catch (SSMTPException) {
			$label .= ' !';
		}
	}
	echo "$label: ", leaves($m), "\n";
}

$secret = "Hello Bob\r\n";
$failing = fn ($m) => $m->setRecipientCertCount(0) && $m->doEncrypt();
$working = fn ($m) => recipients($m, 'bob')->doEncrypt();
$both = fn ($m) => recipients(signer($m), 'bob')->doSignAndEncrypt();
$sign = fn ($m) => signer($m)->doSign();
$reset = fn ($m) => $m->doResetHeaders() || $m->setFrom('alice@example.org')->setSendTo('bob@example.org');
$new = fn ($m) => $m->doNewMessage() || $m->setFrom('alice@example.org')->setSendTo('bob@example.org');
$text = fn ($m) => $m->setMessageText($secret);
$headers = fn ($m) => $m->setOtherHeaders("X-Job: 1\r\n");
$callback = function ($m) {
	$m->on('PITrail', function () use ($m) {
		static $once;
		$once ??= code(fn () => $m->doEncrypt()) === 166;
	});
	code(fn () => $m->doConnect());
	$m->on('PITrail', null);
};

echo "A failed Encrypt\n";
show('at once', mail_to(), $failing);
show('other headers', mail_to(), $failing, $headers);
show('signed', mail_to(), $failing, $sign);
show('ResetHeaders', mail_to(), $failing, $reset);
show('the text again', mail_to(), $failing, $text);
show('the text, then ResetHeaders', mail_to(), $failing, $text, $reset);
show('ResetHeaders, then the text', mail_to(), $failing, $reset, $text);
show('NewMessage', mail_to(), $failing, $new, $text);
show('encrypted', mail_to(), $failing, $working);
show('a stream forgotten', mail_to(), $failing, $reset, fn ($m) => $m->doSetMessageStream(null));
show('an empty Message', mail_to(), $failing, $reset, fn ($m) => $m->setMessage(''));
echo "Refused in a callback\n";
show('166', mail_to(), $callback);
show('166, NewMessage', mail_to(), $callback, $new, $text);
echo "A successful one\n";
show('another text', mail_to(), $both, $text);
show('another stream', mail_to(), $both, fn ($m) => $m->doSetMessageStream(fopen('data:,' . rawurlencode($secret), 'r')));
show('another text, signed', mail_to(), $both, $text, $sign);
show('another text, encrypted', mail_to(), $both, $text, fn ($m) => $m->doEncrypt());
show('another text, Protection', mail_to(), $both, $text, fn ($m) => $m->setProtection(SSMTP::ENCRYPT));
show('ResetHeaders and text', mail_to(), $both, $reset, $text);
show('Reset', mail_to(), $both, fn ($m) => $m->doReset(), fn ($m) => $m->setFrom('a@example.org')->setSendTo('b@example.org'), $text);
echo "A failed Sign\n";
show('at once', mail_to(), fn ($m) => $m->doSign());
show('encrypted only', mail_to(), fn ($m) => $m->doSign(), $working);
show('the text again', mail_to(), fn ($m) => $m->doSign(), $text);
show('signed', mail_to(), fn ($m) => $m->doSign(), $sign);
show('signed, then another text', mail_to(), fn ($m) => $m->doSign(), $sign, $text);
show('NewMessage', mail_to(), fn ($m) => $m->doSign(), $new, $text);

echo "What it says\n";
$m = mail_to();
echo outcome(fn () => $m->doEncrypt()), "\n", outcome(fn () => $m->doSend()), "\n", outcome(fn () => $m->doQueue('*')), "\n";
$m = mail_to();
$both($m);
$m->setMessageText($secret);
echo outcome(fn () => $m->doSend()), "\n";
$m = mail_to();
code(fn () => $m->doSign());
echo outcome(fn () => $m->doSend()), "\n";
?>
--EXPECT--
A failed Encrypt
at once !: 211
other headers !: 211
signed !: 211
ResetHeaders !: 211
the text again !: 211
the text, then ResetHeaders !: 211
ResetHeaders, then the text !: no Content-Type (clear)
NewMessage !: no Content-Type (clear)
encrypted !: Content-Type: application/pkcs7-mime; smime-type=enveloped-data
a stream forgotten !: 211
an empty Message !: 211
Refused in a callback
166: 211
166, NewMessage: no Content-Type (clear)
A successful one
another text: 211
another stream: 211
another text, signed: 211
another text, encrypted: Content-Type: application/pkcs7-mime; smime-type=enveloped-data
another text, Protection: Content-Type: application/pkcs7-mime; smime-type=enveloped-data
ResetHeaders and text: no Content-Type (clear)
Reset: no Content-Type (clear)
A failed Sign
at once !: 211
encrypted only !: 211
the text again !: 211
signed !: Content-Type: multipart/signed (clear)
signed, then another text !: no Content-Type (clear)
NewMessage !: no Content-Type (clear)
What it says
10202: No recipient certificate was added: call AddRecipientCert first.
211: The message is not encrypted and does not leave: No recipient certificate was added: call AddRecipientCert first. Do it, set Protection, or begin a message without it by NewMessage, Reset, or ResetHeaders and a new body.
211: The message is not encrypted and does not leave: No recipient certificate was added: call AddRecipientCert first. Do it, set Protection, or begin a message without it by NewMessage, Reset, or ResetHeaders and a new body.
211: The message is not encrypted and does not leave: it was asked for on this object. Do it, set Protection, or begin a message without it by NewMessage, Reset, or ResetHeaders and a new body.
211: The message is not signed and does not leave: No signing certificate with a private key is selected: set CertStoreType, CertStore, CertStorePassword and then CertSubject. Do it, set Protection, or begin a message without it by NewMessage, Reset, or ResetHeaders and a new body.
