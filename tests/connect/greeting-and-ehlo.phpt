--TEST--
Only 220 greets; a 5xx to EHLO falls back to HELO, nothing else does; without AllowExtensions only HELO is said
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

const SCRIPTS = [
	'HELO fallback' => "S: 220 ready\nC: EHLO client.example.org\nS: 502 what?\nC: HELO client.example.org\nS: 250 hello\nC: QUIT\nS: 221 bye\neof",
	'EHLO 500' => "S: 220 ready\nC: EHLO *\nS: 500 what?\nC: HELO *\nS: 250 hello\nC: QUIT\nS: 221 bye\neof",
	'EHLO 550, HELO 550' => "S: 220 ready\nC: EHLO *\nS: 550 no\nC: HELO *\nS: 550 no\nC: QUIT\nS: 221 bye\neof",
	'EHLO 451' => "S: 220 ready\nC: EHLO *\nS: 451 later\nC: QUIT\nS: 221 bye\neof",
	'EHLO 421' => "S: 220 ready\nC: EHLO *\nS: 421 closing\nclose",
	'EHLO 220' => "S: 220 ready\nC: EHLO *\nS: 220 hello\nC: QUIT\nS: 221 bye\neof",
	'HELO 251' => "S: 220 ready\nC: EHLO *\nS: 502 what?\nC: HELO *\nS: 251 hello\nC: QUIT\nS: 221 bye\neof",
	'greeting 554' => "S: 554 no\nC: QUIT\nS: 221 bye\neof",
	'greeting 421' => "S: 421 busy\nclose",
	'greeting 250' => "S: 250 hello\nC: QUIT\nS: 221 bye\neof",
	'greeting 2200' => "S: 2200 hello\nany",
	'greeting of HTTP' => "S: HTTP/1.1 400 Bad Request\nany",
	'greeting of SSH' => "S: SSH-2.0-OpenSSH_9.2\nany",
	'greeting twice' => "raw 220 ready\\r\\n220 again\\r\\n\nany",
	'QUIT unanswered' => "S: 220 ready\nC: EHLO *\nS: 250 hello\nC: QUIT\nclose",
	'QUIT refused' => "S: 220 ready\nC: EHLO *\nS: 250 hello\nC: QUIT\nS: 500 no\neof",
];
const BARE = "S: 220 ready\nC: HELO client.example.org\nS: 250 hello\nC: MAIL FROM:<sender@example.org>\nS: 250 ok\nC: RCPT TO:<recipient@example.com>\n"
	. "S: 250 ok\nC: DATA\nS: 354 go\ndata\nS: 250 ok\nC: QUIT\nS: 221 bye\neof";

by_both_interfaces(function (callable $do, string $interface) {
	echo "$interface\n";
	foreach (SCRIPTS as $name => $script) {
		$server = smtp_server($script);
		$m = client($server);
		echo "$name: ", $do($m, 'Connect'), ' ', json_encode($m->lastError()), ' ', $m->getConnected() ? 'connected' : 'closed',
			' ', $do($m, 'Disconnect'), "\n";
		echo preg_match('/^!!.*/m', $server->wait(), $match) ? "$match[0]\n" : '';
	}
	$server = smtp_server(BARE);
	$m = client($server);
	$m->setAllowExtensions(false)->setMessageText("Gr\u{fc}\u{df}e\r\n");
	echo 'without extensions: ', $do($m, 'Send'), ' ', $server->wait();
	$m->setMessageRecipientOptions(0, 'NOTIFY=NEVER');
	echo $do($m, 'Send'), ' ', $m->lastError(), "\n";
	$m->setMessageRecipientOptions(0, '')->setUser('me')->setPassword('x');
	echo $do($m, 'Send'), ' ', $m->lastError(), "\n";
	$m->setUser('')->setSSLStartMode(SSMTP::SSL_EXPLICIT);
	echo $do($m, 'Send'), ' ', $m->lastError(), "\n";
});
?>
--EXPECT--
class
HELO fallback: 0 "" connected 0
EHLO 500: 0 "" connected 0
EHLO 550, HELO 550: 161 "SMTP protocol error: 550 no (reply to HELO)" closed 0
EHLO 451: 161 "SMTP protocol error: 451 later (reply to EHLO)" closed 0
EHLO 421: 161 "SMTP protocol error: 421 closing" closed 0
EHLO 220: 161 "SMTP protocol error: 220 hello (reply to EHLO)" closed 0
HELO 251: 161 "SMTP protocol error: 251 hello (reply to HELO)" closed 0
greeting 554: 161 "SMTP protocol error: 554 no (reply to the connection)" closed 0
greeting 421: 161 "SMTP protocol error: 421 busy" closed 0
greeting 250: 161 "SMTP protocol error: 250 hello (reply to the connection)" closed 0
greeting 2200: 161 "SMTP protocol error: this is not a reply: \"2200 hello\"." closed 0
greeting of HTTP: 161 "SMTP protocol error: this is not a reply: \"HTTP\/1.1 400 Bad Request\"." closed 0
greeting of SSH: 161 "SMTP protocol error: this is not a reply: \"SSH-2.0-OpenSSH_9.2\"." closed 0
greeting twice: 161 "SMTP protocol error: octets nobody asked for behind a reply." closed 0
QUIT unanswered: 0 "" connected 0
QUIT refused: 0 "" connected 0
without extensions: 0 S: 220 ready
C: HELO client.example.org
S: 250 hello
C: MAIL FROM:<sender@example.org>
S: 250 ok
C: RCPT TO:<recipient@example.com>
S: 250 ok
C: DATA
S: 354 go
(mail data)
S: 250 ok
C: QUIT
S: 221 bye
(client closed)
211 MessageRecipientOptions need EHLO: set AllowExtensions to true.
211 STARTTLS and AUTH need EHLO: set AllowExtensions to true.
211 STARTTLS and AUTH need EHLO: set AllowExtensions to true.
functions
HELO fallback: 0 "" connected 0
EHLO 500: 0 "" connected 0
EHLO 550, HELO 550: 161 "SMTP protocol error: 550 no (reply to HELO)" closed 0
EHLO 451: 161 "SMTP protocol error: 451 later (reply to EHLO)" closed 0
EHLO 421: 161 "SMTP protocol error: 421 closing" closed 0
EHLO 220: 161 "SMTP protocol error: 220 hello (reply to EHLO)" closed 0
HELO 251: 161 "SMTP protocol error: 251 hello (reply to HELO)" closed 0
greeting 554: 161 "SMTP protocol error: 554 no (reply to the connection)" closed 0
greeting 421: 161 "SMTP protocol error: 421 busy" closed 0
greeting 250: 161 "SMTP protocol error: 250 hello (reply to the connection)" closed 0
greeting 2200: 161 "SMTP protocol error: this is not a reply: \"2200 hello\"." closed 0
greeting of HTTP: 161 "SMTP protocol error: this is not a reply: \"HTTP\/1.1 400 Bad Request\"." closed 0
greeting of SSH: 161 "SMTP protocol error: this is not a reply: \"SSH-2.0-OpenSSH_9.2\"." closed 0
greeting twice: 161 "SMTP protocol error: octets nobody asked for behind a reply." closed 0
QUIT unanswered: 0 "" connected 0
QUIT refused: 0 "" connected 0
without extensions: 0 S: 220 ready
C: HELO client.example.org
S: 250 hello
C: MAIL FROM:<sender@example.org>
S: 250 ok
C: RCPT TO:<recipient@example.com>
S: 250 ok
C: DATA
S: 354 go
(mail data)
S: 250 ok
C: QUIT
S: 221 bye
(client closed)
211 MessageRecipientOptions need EHLO: set AllowExtensions to true.
211 STARTTLS and AUTH need EHLO: set AllowExtensions to true.
211 STARTTLS and AUTH need EHLO: set AllowExtensions to true.
