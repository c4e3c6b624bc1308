--TEST--
Symbolic links, FIFOs and second links are left alone; a malformed file is .failed and ends the run
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
if (PHP_OS_FAMILY === 'Windows') {
	die('skip FIFOs are for POSIX');
}
?>
--FILE--
<?php
require __DIR__ . '/queue.inc';

$dir = queue_dir();
$text = client()->doQueue('*');
file_put_contents("$dir/target", $text);
symlink("$dir/target", "$dir/1.queued");
link("$dir/target", "$dir/2.queued");
exec('mkfifo ' . escapeshellarg("$dir/3.queued"));
file_put_contents("$dir/4.part", $text);
$server = smtp_server(smtp_greeting() . SMTP_QUIT);
echo outcome(fn () => client($server)->doProcessQueue($dir)), ' ', implode(' ', array_map('basename', glob("$dir/*"))), "\n";
$server->wait();

$malformed = [
	'empty' => '',
	'no envelope' => "Subject: x\r\n\r\nhello\r\n",
	'another version' => str_replace('Queue: 1', 'Queue: 2', $text),
	'LF line ends' => str_replace("\r\n", "\n", $text),
	'cut in the envelope' => substr($text, 0, 40),
	'cut in the header section' => substr($text, 0, strpos($text, 'Subject')),
	'an address with a line end' => str_replace('<sender@', "<se\rnder@", $text),
	'parameters with a control' => str_replace('<recipient@example.com>', "<recipient@example.com> NOTIFY=\x01", $text),
];
foreach ($malformed as $what => $content) {
	$dir = queue_dir();
	file_put_contents("$dir/1.queued", $text);
	file_put_contents("$dir/2.queued", $content);
	file_put_contents("$dir/3.queued", $text);
	$server = smtp_server(smtp_greeting() . queue_accepted(1) . SMTP_QUIT);
	echo "$what: ", code(fn () => client($server)->doProcessQueue($dir)), ' ', implode(' ', array_map('basename', glob("$dir/*"))), "\n";
	echo str_contains($server->wait(), '!!') ? $server->wait() : '';
}
?>
--EXPECT--
ok 1.queued 2.queued 3.queued 4.part target
empty: 303 2.failed 3.queued
no envelope: 303 2.failed 3.queued
another version: 303 2.failed 3.queued
LF line ends: 303 2.failed 3.queued
cut in the envelope: 303 2.failed 3.queued
cut in the header section: 303 2.failed 3.queued
an address with a line end: 303 2.failed 3.queued
parameters with a control: 303 2.failed 3.queued
