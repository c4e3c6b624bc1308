--TEST--
No sequence around a dot ends the mail data: the server sees the octets of one message and no second one
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

const EVIL = "MAIL FROM:<evil@example.net>\r\nRCPT TO:<victim@example.com>\r\nDATA\r\nSubject: smuggled\r\n\r\nx\r\n.\r\n";

/* The 15 forms <x>.<y>: bare LF, bare CR, CRLF, CR CR LF and NUL CRLF before the dot, bare LF, bare CR and CRLF behind it. */
$forms = [];
foreach (["\n", "\r", "\r\n", "\r\r\n", "\0\r\n"] as $before) {
	foreach (["\n", "\r", "\r\n"] as $after) {
		$forms[] = "$before.$after";
	}
}
$lines = fn (string $text) => preg_replace('/\r\n|\r|\n/', "\r\n", $text);
$dots = fn (string $text) => preg_replace('/^\./m', '..', $lines($text));
$sets = [
	'MessageText' => fn ($m, $text) => $m->setMessageText($text),
	'Message' => fn ($m, $text) => $m->setMessage($text),
	'stream' => function ($m, $text) {
		$stream = fopen('php://memory', 'w+');
		fwrite($stream, $text);
		rewind($stream);
		$m->doSetMessageStream($stream);
	},
];
foreach ($sets as $name => $set) {
	foreach (['DATA' => [[], 'Auto', "C: DATA\nS: 354 go\ndata\n", $dots], 'CHUNKING, Never' => [['CHUNKING'], 'Never', "C: DATA\nS: 354 go\ndata\n", $dots], 'BDAT' => [['CHUNKING'], 'Always', "chunks\n", $lines]] as $verb => [$capabilities, $use, $body, $expected]) {
		/* One connection for all the forms: a smuggled command would be seen as one. */
		$server = smtp_server(smtp_greeting('PIPELINING', ...$capabilities) . str_repeat(
			"C: MAIL FROM:<sender@example.org>*\nS: 250 ok\nC: RCPT TO:<recipient@example.com>\nS: 250 ok\n{$body}S: 250 ok\n",
			count($forms)) . SMTP_QUIT);
		$m = client($server);
		$m->doConfig("UseChunking=$use");
		$m->doConnect();
		foreach ($forms as $form) {
			$text = "first$form" . EVIL . "last\r\n";
			$set($m, $text);
			echo code(fn () => $m->doSend()) ?: '';
		}
		$m->doDisconnect();
		$wrong = preg_match_all('/^!!.*/m', $server->wait(), $match) ? $match[0] : [];
		foreach ($forms as $i => $form) {
			[$head, $body] = explode("\r\n\r\n", $server->message($i), 2);
			/* A MessageText with NUL is base64 (RFC 5322 section 2.3). */
			if (str_contains($head, 'Content-Transfer-Encoding: base64')) {
				$body = $expected(base64_decode($body));
			}
			if ($body !== $expected("first$form" . EVIL . "last\r\n")) {
				$wrong[] = addcslashes("$form became $body", "\0..\37");
			}
		}
		echo "$name $verb: ", $server->messages(), ' messages, ', $wrong === [] ? 'all as they were given' : implode("\n", $wrong), "\n";
	}
}

/* What begins, ends or is only dots; cut at every octet by a userland stream. */
class Slow
{
	public static string $text;
	public $context;
	private int $at = 0;

	public function stream_open() { return true; }
	public function stream_stat() { return []; }
	public function stream_eof() { return $this->at >= strlen(self::$text); }
	public function stream_read(int $count) { return substr(self::$text, $this->at++, 1); }
}
stream_wrapper_register('slow', 'Slow');
$texts = ['.', '..', ".\r\n.", "\r\n.\r\n", "a\r\n.", "a\r\n.\r", "\r.\r", ".\n.\n", "\r\n\r\n", "a\r", str_repeat(".\r\n", 3000)];
$server = smtp_server(smtp_greeting() . str_repeat(smtp_transaction(), 2 * count($texts)) . SMTP_QUIT);
$m = client($server);
$m->doConnect();
foreach ($texts as $text) {
	$m->setMessageText($text)->doSend();
	Slow::$text = $text;
	$m->doSetMessageStream(fopen('slow://', 'r'));
	$m->doSend();
}
$m->doDisconnect();
foreach ($texts as $i => $text) {
	$want = $dots($text) . (preg_match('/[\r\n]$/D', $text) ? '' : "\r\n");
	foreach ([2 * $i, 2 * $i + 1] as $n) {
		[, $body] = explode("\r\n\r\n", $server->message($n), 2);
		if ($body !== $want) {
			echo addcslashes(substr("$text became $body", 0, 80), "\0..\37"), "\n";
		}
	}
}
echo preg_match('/^!!.*/m', $server->wait(), $match) ? $match[0] : 'no octet differs', "\n";
?>
--EXPECT--
MessageText DATA: 15 messages, all as they were given
MessageText CHUNKING, Never: 15 messages, all as they were given
MessageText BDAT: 15 messages, all as they were given
Message DATA: 15 messages, all as they were given
Message CHUNKING, Never: 15 messages, all as they were given
Message BDAT: 15 messages, all as they were given
stream DATA: 15 messages, all as they were given
stream CHUNKING, Never: 15 messages, all as they were given
stream BDAT: 15 messages, all as they were given
no octet differs
