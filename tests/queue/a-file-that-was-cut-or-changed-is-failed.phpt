--TEST--
A queue file that was cut, lengthened or changed at any octet is .failed and never sent; the former format is
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/queue.inc';

/** What ProcessQueue makes of a file: its code, and what is there then. Nothing is sent unless it says so. */
function processed(string $content, string $script): string
{
	$dir = queue_dir();
	file_put_contents("$dir/1.queued", $content);
	$server = smtp_server(smtp_greeting() . $script . SMTP_QUIT);
	$code = code(fn () => client($server)->doProcessQueue($dir));
	$transcript = $server->wait();
	$there = implode(' ', array_map('basename', glob("$dir/*"))) ?: 'gone';
	return "$code $there" . (str_contains($transcript, 'MAIL') ? ', sent' : '') . (str_contains($transcript, '!!') ? $transcript : '');
}

$m = client()->setMessageText(str_repeat("line of the body\r\n", 20000));
$text = $m->doQueue('*');
$envelope = strpos($text, "\r\n\r\n") + 4;
$length = strlen($text);
echo 'untouched: ', processed($text, smtp_transaction()), "\n";
$outcomes = [];
foreach ([1, 17, 60, 130, $envelope - 1, $envelope, $envelope + 10, $length - 20000, $length - 3, $length - 1] as $cut) {
	$outcomes[] = processed(substr($text, 0, $cut), '');
}
echo 'cut: ', implode(', ', array_unique($outcomes)), "\n";
$outcomes = [];
foreach ([25, 50, 100, $envelope - 10, $envelope + 3, $length - 300000, $length - 5] as $at) {
	$changed = $text;
	$changed[$at] = $changed[$at] === 'x' ? 'y' : 'x';
	$outcomes[] = processed($changed, '');
}
echo 'changed: ', implode(', ', array_unique($outcomes)), "\n";
echo 'lengthened: ', processed("$text.", ''), "\n";
$former = preg_replace('/^.*\r\n.*\r\n/', "X-SSMTP-Queue: 1\r\n", $text);
echo 'the former format: ', processed($former, smtp_transaction()), "\n";

/* The reason stands in the exception and beside the file. */
foreach (['cut' => substr($text, 0, -2), 'changed' => str_replace('the body', 'THE BODY', $text)] as $content) {
	$dir = queue_dir();
	file_put_contents("$dir/1.queued", $content);
	$server = smtp_server(smtp_greeting() . SMTP_QUIT);
	try {
		client($server)->doProcessQueue($dir);
	} catch (SSMTPException $e) {
		echo $e->getQueueFile(), ' ', $e->getMessage(), "\n";
		echo str_contains(file_get_contents("$dir/1.report"), 'Error: ' . str_replace('303: ', '303 ', $e->getMessage())) ? 'reported' : 'no report', "\n";
	}
	$server->wait();
}
?>
--EXPECTF--
untouched: 0 gone, sent
cut: 303 1.failed 1.report
changed: 303 1.failed 1.report
lengthened: 303 1.failed 1.report
the former format: 0 gone, sent
1.failed 303: 1.queued: The queue file has 360%d octets and had 360%d when it was queued: it was cut or changed.
reported
1.failed 303: 1.queued: The queue file was changed since it was queued: its digest is another one.
reported
