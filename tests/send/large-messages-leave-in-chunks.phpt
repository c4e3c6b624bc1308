--TEST--
Where CHUNKING is offered a large message leaves by BDAT and a small one by DATA; both arrive the same
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

$text = str_repeat("a line\n.\n..dot\rend\n", 8000);
$expected = preg_replace('/\r\n|\r|\n/', "\r\n", $text);
foreach (['small' => 'hello', 'large' => $text] as $size => $body) {
	foreach (['CHUNKING', 'BINARYMIME'] as $capability) {
		$chunked = $size === 'large' && $capability === 'CHUNKING';
		$begin = "C: MAIL FROM:<sender@example.org>*\nS: 250 ok\nC: RCPT TO:<recipient@example.com>\nS: 250 ok\n";
		$server = smtp_server(smtp_greeting($capability) . $begin . ($chunked ? "chunks\n" : "C: DATA\nS: 354 go\ndata\n") . "S: 250 2.0.0 Ok: queued as 1\n" . SMTP_QUIT);
		$m = client($server);
		$m->setMessageText($body);
		echo "$size $capability: ", outcome(fn () => $m->doSend());
		$message = $chunked ? $server->message() : preg_replace('/^\./m', '', $server->message());
		echo ' ', rtrim(explode("\r\n\r\n", $message, 2)[1]) === rtrim($size === 'large' ? $expected : $body) ? 'arrived' : 'differs', ' ',
			preg_match('/^!!.*/m', $server->wait(), $match) ? $match[0] : '', "\n";
	}
}
/* A chunk that is refused ends the message. */
$server = smtp_server(smtp_greeting('CHUNKING') . $begin . "C: BDAT *\nraw 552 5.3.4 too large\\r\\n\nany\n");
$m = client($server);
$m->setMessageText($text)->setTimeout(1);
echo outcome(fn () => $m->doSend()), ' ', $m->getDeliveryReport()['recipients'][0]['fate'], "\n";
?>
--EXPECT--
small CHUNKING: ok arrived 
small BINARYMIME: ok arrived 
large CHUNKING: ok arrived 
large BINARYMIME: ok arrived 
161: SMTP protocol error: 552 5.3.4 too large (reply to BDAT) accepted
