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
$m = client($server)->on('Error', fn ($p) => print "$p[errorcode] $p[description]\n");
echo outcome(fn () => $m->doProcessQueue($dir)), ' ', implode(' ', array_map('basename', glob("$dir/*"))), "\n";
$server->wait();

$malformed = [
	'empty' => '',
	'no envelope' => "Subject: x\r\n\r\nhello\r\n",
	'another version' => str_replace('Queue: 2', 'Queue: 3', $text),
	'no check' => preg_replace('/X-SSMTP-Check.*\r\n/', '', $text),
	'a check in version 1' => str_replace('Queue: 2', 'Queue: 1', $text),
	'a check without a digest' => preg_replace('/ sha256=.*\r/', "\r", $text),
	'a check behind the sender' => preg_replace('/(X-SSMTP-Check.*\r\n)(X-SSMTP-From.*\r\n)/', '$2$1', $text),
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
303 The queue file 1.queued is left alone: it is a symbolic link.
303 The queue file 2.queued is left alone: it has a second name.
303 The queue file 3.queued is left alone: it is not a regular file.
ok 1.queued 2.queued 3.queued 4.part target
empty: 303 2.failed 2.report 3.queued
no envelope: 303 2.failed 2.report 3.queued
another version: 303 2.failed 2.report 3.queued
no check: 303 2.failed 2.report 3.queued
a check in version 1: 303 2.failed 2.report 3.queued
a check without a digest: 303 2.failed 2.report 3.queued
a check behind the sender: 303 2.failed 2.report 3.queued
LF line ends: 303 2.failed 2.report 3.queued
cut in the envelope: 303 2.failed 2.report 3.queued
cut in the header section: 303 2.failed 2.report 3.queued
an address with a line end: 303 2.failed 2.report 3.queued
parameters with a control: 303 2.failed 2.report 3.queued
