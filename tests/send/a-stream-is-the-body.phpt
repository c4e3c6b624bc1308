--TEST--
A stream is the body, from where it stands to its end; it is closed afterwards or kept where it then stands
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

function body(string $message): string
{
	return substr($message, strpos($message, "\r\n\r\n") + 4);
}

by_both_interfaces(function (callable $do, string $interface) {
	$server = smtp_server(smtp_greeting() . str_repeat(smtp_transaction(), 3) . SMTP_QUIT);
	$m = client($server);
	$m->setMessage('not this')->doConnect();

	$stream = fopen('php://memory', 'w+');
	fwrite($stream, "skipped\nfirst\n.dot\n");
	fseek($stream, 8);
	echo "$interface: ", $do($m, 'SetMessageStream', $stream), $do($m, 'Send'), ' ', get_debug_type($stream), "\n";

	$m->doConfig('CloseStreamAfterTransfer=False');
	$stream = fopen(__FILE__, 'r');
	fseek($stream, -20, SEEK_END);
	echo $do($m, 'SetMessageStream', $stream), $do($m, 'Send'), ' ', get_debug_type($stream), ' ', feof($stream) ? 'at the end' : 'before the end', "\n";
	rewind($stream);
	fread($stream, filesize(__FILE__) - 6);
	echo $do($m, 'Send'), "\n";
	$m->doDisconnect();
	for ($i = 0; $i < 3; $i++) {
		echo json_encode(body($server->message($i))), "\n";
	}
	fclose($stream);
});

$m = client();
foreach ([fopen('php://output', 'w'), 'a string', 5, new stdClass(), stream_context_create()] as $wrong) {
	echo code(fn () => $m->doSetMessageStream($wrong)), ' ', ssmtp_do_setmessagestream($m, $wrong), "\n";
}
fclose($closed = fopen(__FILE__, 'r'));
echo code(fn () => $m->doSetMessageStream($closed)), ' ', $m->doSetMessageStream(null), "\n";
?>
--EXPECT--
class: 00 resource (closed)
00 resource (stream) at the end
0
"first\r\n..dot\r\n"
"eam(null), \"\\n\";\r\n?>\r\n"
"\";\r\n?>\r\n"
functions: 00 resource (closed)
00 resource (stream) at the end
0
"first\r\n..dot\r\n"
"eam(null), \"\\n\";\r\n?>\r\n"
"\";\r\n?>\r\n"
302 302
302 302
302 302
302 302
302 302
302 0
