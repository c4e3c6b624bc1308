--TEST--
CloseStreamAfterTransfer=False keeps the stream message after message, and True ends it
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; ?>
--FILE--
<?php
$m = new SSMTP();
$m->setFrom('a@example.org')->setSendTo('b@example.org');
$m->doConfig('CloseStreamAfterTransfer=False');
$stream = fopen('php://memory', 'w+');
$m->doSetMessageStream($stream);
foreach (['one', 'two', 'three', 'four'] as $text) {
	$at = ftell($stream);
	fwrite($stream, "$text\r\n");
	fseek($stream, $at);
	if ($text === 'four') {
		$m->doConfig('CloseStreamAfterTransfer=True');
	}
	echo substr($m->doQueue('*'), -strlen("\r\n$text\r\n")) === "\r\n$text\r\n" ? 'sent' : 'other', ' ',
		get_debug_type($stream), "\n";
}
?>
--EXPECT--
sent resource (stream)
sent resource (stream)
sent resource (stream)
sent resource (closed)
