--TEST--
A body goes to those it was set for: others need it set again or KeepBody, a stream is sent once, and NewMessage begins another message
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

function body(SSMTP $m): string
{
	try {
		$text = $m->doQueue('*');
	} catch (SSMTPException $e) {
		return (string) $e->getCode();
	}
	return json_encode(preg_replace('/\A.*?\r\n\r\n.*?\r\n\r\n/s', '', $text));
}
function stream(string $text)
{
	$stream = fopen('php://memory', 'w+');
	fwrite($stream, $text);
	rewind($stream);
	return $stream;
}

echo "Texts\n";
$m = client()->setMessageText("for A\r\n");
echo body($m), ' ', body($m), ' again to the same', "\n";
$m->setSubject('Another');
echo body($m), " with another subject\n";
$m->setSendTo('b@example.com');
echo body($m), ' ', outcome(fn () => $m->doQueue('*')), "\n";
$m->setSendTo('recipient@example.com');
echo body($m), " back to the first\n";
foreach (['setCc', 'setBCc', 'setReturnPath', 'setFrom'] as $setter) {
	$m = client()->setMessageText("for A\r\n");
	body($m);
	$m->$setter('c@example.com');
	echo "$setter: ", body($m), "\n";
}
$m->doResetHeaders();
$m->setFrom('a@example.org')->setSendTo('b@example.com');
echo body($m), " behind ResetHeaders\n";
$m->setMessageText("for A\r\n");
echo body($m), " set again\n";
$m->doConfig('KeepBody=True');
$m->setSendTo('c@example.com');
echo body($m), " KeepBody\n";

echo "Not sent yet\n";
$m = client()->setMessageText("x\r\n");
code(fn () => $m->setSendTo('')->doQueue('*'));
echo body($m->setSendTo('b@example.com')), "\n";

echo "By Send\n";
$server = smtp_server(smtp_greeting() . smtp_transaction() . SMTP_QUIT);
$m = client($server);
echo outcome(fn () => $m->doSend()), ' ', body($m), ' ', body($m->setSendTo('b@example.com')), "\n";

echo "Streams\n";
$m = client()->setMessageText('not this');
$m->doSetMessageStream(stream("streamed\r\n"));
echo body($m), ' ', outcome(fn () => $m->doQueue('*')), "\n";
echo body($m->setMessageText("text\r\n")), "\n";
$m->doSetMessageStream(stream("streamed\r\n"));
$m->doSetMessageStream(null);
echo body($m), " forgotten\n";
$m->doConfig('CloseStreamAfterTransfer=False');
$m->doSetMessageStream($kept = stream("kept\r\n"));
echo body($m), ' ', outcome(fn () => $m->doQueue('*')), "\n";
rewind($kept);
echo body($m), "\n";
echo body($m->setMessageText("text\r\n")), "\n";

echo "A stream that a message that failed has read\n";
$server = smtp_server(smtp_greeting() . "C: MAIL *\nS: 250 ok\nC: RCPT *\nS: 250 ok\nC: DATA\nS: 354 go\ndata\nS: 451 4.3.0 later\n"
	. smtp_transaction() . SMTP_QUIT);
$m = client($server);
$m->doSetMessageStream(stream(str_repeat("a line\r\n", 10)));
$m->doConnect();
echo code(fn () => $m->doSend()), ' ', code(fn () => $m->doSend()), ' ', substr_count($server->message(1), 'a line'), " lines\n";
$m->doDisconnect();

echo "NewMessage\n";
$m = client()->setCc('c@example.com')->setOtherHeaders('X-Job: 1')->setImportance(1)->setPassword('kept')->setUser('kept')->setProtection(0);
$m->doNewMessage();
echo json_encode([$m->getFrom(), $m->getSendTo(), $m->getCc(), $m->getSubject(), $m->getOtherHeaders(), $m->getImportance(),
	$m->getMessageText(), $m->getMailServer(), $m->getUser(), $m->getTimeout()]), ' ', ssmtp_do_newmessage($m), "\n";
?>
--EXPECT--
Texts
"for A\r\n" "for A\r\n" again to the same
"for A\r\n" with another subject
211 211: This body went to other recipients, or from another sender, and was not set since: set it for this message, or Config KeepBody=True to send one body to many.
"for A\r\n" back to the first
setCc: 211
setBCc: 211
setReturnPath: 211
setFrom: 211
211 behind ResetHeaders
"for A\r\n" set again
"for A\r\n" KeepBody
Not sent yet
"x\r\n"
By Send
ok "hello\r\n" 211
Streams
"streamed\r\n" 211: The body was used: a stream is sent once, and ResetHeaders drops what Sign or Encrypt made. Set MessageText, Message or SetMessageStream.
"text\r\n"
211 forgotten
"kept\r\n" 211: The stream is at its end, its content was sent: rewind it, or set another body.
"kept\r\n"
"text\r\n"
A stream that a message that failed has read
161 0 10 lines
NewMessage
["","","","","",0,"","127.0.0.1","kept",10] 0
