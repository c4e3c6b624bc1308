--TEST--
Exception, Error event and delivery report name the queue file, and a .report beside it keeps what the server said
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/queue.inc';

function show(string $dir, string $name, string $text): string
{
	return preg_replace('/Date: [A-Z][a-z]{2}, \d\d? [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}/', 'Date: ...', str_replace($name, 'NAME', $text));
}

foreach ([1, 2] as $connections) {
	/* Refused: the reasons stand beside the file, also those of an earlier try. */
	$dir = queue_dir();
	$one = client()->setSendTo('bob@example.net')->setCc('cy@example.net');
	$name = basename($one->doQueue($dir), '.queued');
	foreach (['550 5.1.1 no such user', "554 5.7.1 not you"] as $reply) {
		$server = smtp_server(smtp_greeting('ENHANCEDSTATUSCODES') . "C: MAIL *\nS: 250 ok\nC: RCPT *\nS: 250 2.1.5 ok\nC: RCPT *\nS: $reply\nC: RSET\nS: 250 ok\n" . SMTP_QUIT);
		$m = client($server);
		$m->doConfig("MaxConnections=$connections");
		try {
			$m->doProcessQueue($dir);
		} catch (SSMTPException $e) {
			echo show($dir, $name, $e->getQueueFile() . ', ' . $m->getDeliveryReport()['queuefile'] . ', ' . $e->getMessage()), "\n";
		}
		echo str_contains($transcript = $server->wait(), '!!') ? $transcript : '';
		rename("$dir/$name.failed", "$dir/$name.queued");
	}
	echo show($dir, $name, file_get_contents("$dir/$name.report"));
	printf("%o\n", fileperms("$dir/$name.report") & 07777);

	/* A refused BCc recipient does not stop the message, and does not vanish with its file. */
	$dir = queue_dir();
	$name = basename(client()->setBCc('eve@example.com')->doQueue($dir), '.queued');
	$server = smtp_server(smtp_greeting() . "C: MAIL *\nS: 250 ok\nC: RCPT *\nS: 250 ok\nC: RCPT *eve*\nS: 550 no such eve\nC: DATA\nS: 354 go\ndata\nS: 250 ok\n" . SMTP_QUIT);
	$m = client($server)->on('Error', fn ($p) => print show($dir, $name, "$p[errorcode] $p[description]\n"));
	$m->doConfig("MaxConnections=$connections");
	echo outcome(fn () => $m->doProcessQueue($dir)), ' ', show($dir, $name, $m->getDeliveryReport()['queuefile']), ' ',
		show($dir, $name, implode(' ', array_map('basename', glob("$dir/*")))), "\n";
	echo str_contains($transcript = $server->wait(), '!!') ? $transcript : '';
	echo show($dir, $name, file_get_contents("$dir/$name.report"));
}

/* What has no file names none. */
$server = smtp_server("S: 554 no\n" . SMTP_QUIT);
queue_messages($dir, 1);
try {
	client($server)->doProcessQueue($dir);
} catch (SSMTPException $e) {
	var_dump($e->getQueueFile());
}
$server->wait();
var_dump((new SSMTPException('x'))->getQueueFile());
?>
--EXPECT--
NAME.failed, NAME.failed, 161: SMTP protocol error: 550 5.1.1 no such user (reply to RCPT TO:<cy@example.net>)
NAME.failed, NAME.failed, 161: SMTP protocol error: 554 5.7.1 not you (reply to RCPT TO:<cy@example.net>)
Date: ...
Error: 161 SMTP protocol error: 550 5.1.1 no such user (reply to RCPT TO:<cy@example.net>)
Recipient: To <bob@example.net> accepted: 250 2.1.5 ok
Recipient: Cc <cy@example.net> refused: 550 5.1.1 no such user

Date: ...
Error: 161 SMTP protocol error: 554 5.7.1 not you (reply to RCPT TO:<cy@example.net>)
Recipient: To <bob@example.net> accepted: 250 2.1.5 ok
Recipient: Cc <cy@example.net> refused: 554 5.7.1 not you

600
161 NAME.queued: SMTP protocol error: RCPT TO:<eve@example.com> refused: 550 no such eve
ok NAME.queued NAME.report
Date: ...
Message: 250 ok
Recipient: To <recipient@example.com> delivered: 250 ok
Recipient: BCc <eve@example.com> refused: 550 no such eve

NAME.failed, NAME.failed, 161: SMTP protocol error: 550 5.1.1 no such user (reply to RCPT TO:<cy@example.net>)
NAME.failed, NAME.failed, 161: SMTP protocol error: 554 5.7.1 not you (reply to RCPT TO:<cy@example.net>)
Date: ...
Error: 161 SMTP protocol error: 550 5.1.1 no such user (reply to RCPT TO:<cy@example.net>)
Recipient: To <bob@example.net> accepted: 250 2.1.5 ok
Recipient: Cc <cy@example.net> refused: 550 5.1.1 no such user

Date: ...
Error: 161 SMTP protocol error: 554 5.7.1 not you (reply to RCPT TO:<cy@example.net>)
Recipient: To <bob@example.net> accepted: 250 2.1.5 ok
Recipient: Cc <cy@example.net> refused: 554 5.7.1 not you

600
161 NAME.queued: SMTP protocol error: RCPT TO:<eve@example.com> refused: 550 no such eve
ok NAME.queued NAME.report
Date: ...
Message: 250 ok
Recipient: To <recipient@example.com> delivered: 250 ok
Recipient: BCc <eve@example.com> refused: 550 no such eve

string(0) ""
string(0) ""
