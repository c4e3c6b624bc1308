--TEST--
A text that nobody signs leaves as its transport can take it: long lines, NUL and 8-bit octets are encoded, a label of the caller's own is believed or refused
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
exec('python3 --version 2>/dev/null', $out, $status);
if ($status !== 0) {
	die('skip python3 reads the messages');
}
?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

/** What Python's email makes of the message: "type charset encoding md5" of each leaf. */
function leaves(string $message): string
{
	$script = <<<'PY'
import email, email.policy, hashlib, sys
message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.SMTP)
for part in message.walk():
	if not part.is_multipart():
		body = part.get_payload(decode=True).replace(b"\r\n", b"\n")
		print(part.get_content_type(), part.get_content_charset(), part["Content-Transfer-Encoding"], hashlib.md5(body.rstrip(b"\n")).hexdigest()[:6])
PY;
	$process = proc_open(['python3', '-c', $script], [['pipe', 'r'], ['pipe', 'w']], $pipes);
	fwrite($pipes[0], $message);
	fclose($pipes[0]);
	return trim(stream_get_contents($pipes[1]));
}

function sent(string $name, string $text, string $other = '', array $capabilities = ['8BITMIME']): void
{
	$server = smtp_server(smtp_greeting(...$capabilities, ...['HELP']) . smtp_transaction() . SMTP_QUIT);
	$m = client($server);
	$m->setMessageText($text)->setOtherHeaders($other);
	$outcome = outcome(fn () => $m->doSend());
	if ($outcome !== 'ok') {
		echo "$name: ", preg_replace('/(?<=[a-z]):.*/s', '', $outcome), "\n";
		return;
	}
	$whole = $m->doConfig('TransferText');
	$m->doDisconnect();
	preg_match('/BODY=\S+/', $server->wait(), $body);
	$message = $server->message();
	$lines = explode("\r\n", $message);
	$longest = max(array_map('strlen', $lines));
	$content = substr($message, strpos($message, "\r\n\r\n") + 4);
	echo "$name: ", str_replace("\n", ' + ', leaves($message)), ' ', $body[0] ?? '-', $longest > 998 ? ' LONG' : '', preg_match('/[\x80-\xff]/', $message) ? ' 8-bit' : ' 7-bit',
		str_contains($message, "\0") ? ' NUL' : '', rtrim($whole) === rtrim($content) ? '' : ' TransferText differs',
		str_contains(leaves($message), substr(md5(rtrim(str_replace("\r\n", "\n", $text), "\n")), 0, 6)) ? ' same' : '', "\n";
}

$long = str_repeat('word ', 300) . "end\n";
$html = '<p>' . str_repeat("<b>gr\u{fc}n</b>", 200) . "</p>\n";
$typed = "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8";
sent('short', "hello\nworld\n");
sent('998', str_repeat('x', 998) . "\n");
sent('999', str_repeat('x', 999) . "\n");
sent('long', $long);
sent('NUL', "a\0b\n");
sent('long html', $html, $typed);
sent('8-bit', "gr\u{fc}n\n");
sent('8-bit, 7-bit server', "gr\u{fc}n\n", '', []);
sent('MIME-Version alone', "gr\u{fc}n\n", 'MIME-Version: 1.0', []);
sent('html, 7-bit server', "<p>gr\u{fc}n\n", $typed, []);
sent('latin-1, 7-bit server', "gr\xfcn\n", '', []);
sent('labelled 8bit', "gr\u{fc}n\n", "$typed\r\nContent-Transfer-Encoding: 8bit");
sent('labelled 8bit, 7-bit server', "gr\u{fc}n\n", "$typed\r\nContent-Transfer-Encoding: 8bit", []);
sent('labelled long', $long, "$typed\r\nContent-Transfer-Encoding: 7bit");
sent('labelled base64', chunk_split(base64_encode($html)), "$typed\r\nContent-Transfer-Encoding: base64", []);
sent('whole section', "gr\u{fc}n\n", "\r\nSubject: x\r\nFrom: a@example.org", []);
$parts = "--b\nContent-Type: text/plain; charset=utf-8\n\ngr\u{fc}n\n--b\nContent-Type: text/html\n\n$long\n--b--\n";
sent('multipart', $parts, 'Content-Type: multipart/alternative; boundary=b');

/* Which server takes a queue file is not known yet. */
$m = client();
echo preg_match('/^X-SSMTP-Body|[\x80-\xff]/m', $m->setMessageText("gr\u{fc}n")->doQueue('*')) ? '8-bit' : '7-bit', ' ',
	preg_match('/^X-SSMTP-Body/m', $m->setOtherHeaders("$typed\r\nContent-Transfer-Encoding: 8bit")->doQueue('*')) ? '8-bit' : '7-bit', "\n";
?>
--EXPECT--
short: text/plain None None 9195d0 - 7-bit same
998: text/plain None None 8cb6de - 7-bit same
999: text/plain us-ascii quoted-printable d2f7ee - 7-bit same
long: text/plain us-ascii quoted-printable 665086 - 7-bit same
NUL: text/plain us-ascii base64 70350f - 7-bit same
long html: text/html utf-8 quoted-printable 987326 - 7-bit same
8-bit: text/plain utf-8 8bit 7b934a BODY=8BITMIME 8-bit same
8-bit, 7-bit server: text/plain utf-8 quoted-printable 7b934a - 7-bit same
MIME-Version alone: text/plain utf-8 quoted-printable 7b934a - 7-bit same
html, 7-bit server: text/html utf-8 quoted-printable 620041 - 7-bit same
latin-1, 7-bit server: text/plain unknown-8bit quoted-printable 3b3c72 - 7-bit same
labelled 8bit: text/html utf-8 8bit 7b934a BODY=8BITMIME 8-bit same
labelled 8bit, 7-bit server: 10022: MessageText holds octets above 127, which the server does not take (8BITMIME), and OtherHeaders says how it is encoded
labelled long: 10022: MessageText holds lines above 998 octets, and OtherHeaders says how it is encoded
labelled base64: text/html utf-8 base64 987326 - 7-bit
whole section: 10022: MessageText holds octets above 127, which the server does not take (8BITMIME), and OtherHeaders says how it is encoded, as it is the whole header section
multipart: text/plain utf-8 quoted-printable 7b934a + text/html None quoted-printable 665086 - 7-bit
7-bit 8-bit
