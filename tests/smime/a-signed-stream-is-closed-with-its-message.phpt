--TEST--
a large file that was signed as a stream does not stay open behind its message
--SKIPIF--
<?php
require __DIR__ . "/../skipif.inc";
if (!is_dir('/proc/self/fd')) {
	die('skip there is no /proc here');
}
?>
--FILE--
<?php
require __DIR__ . '/smime.inc';

$large = tempnam(sys_get_temp_dir(), 'ssmtp');
file_put_contents($large, str_repeat("A line of the report.\r\n", 100000));
$m = signer(mail_to());
$counts = [];
for ($i = 0; $i < 8; $i++) {
	$m->doSetMessageStream(fopen($large, 'r'));
	$m->doSign();
	$m->setMessageText('the next message')->doResetHeaders();
	$counts[] = count(scandir('/proc/self/fd'));
}
unlink($large);
echo $counts[7] === $counts[0] ? 'as many descriptors as before' : implode(' ', $counts), "\n";
?>
--EXPECT--
as many descriptors as before
