--TEST--
Exchanges that a server breaks are cancelled, and a failed log-in is never followed by MAIL
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/auth.inc';
$cases = [
	'not Base64' => "C: AUTH CRAM-MD5\nS: 334 %%%\nC: *\nS: 501 5.5.2 cancelled\n" . SMTP_QUIT,
	'one challenge too many' => "C: AUTH CRAM-MD5\nS: 334 PDFAbXg+\nC: *\nS: 334 PDJAbXg+\nC: *\nS: 501 5.5.2 cancelled\n" . SMTP_QUIT,
	'235 to the cancellation' => "C: AUTH CRAM-MD5\nS: 334 %%%\nC: *\nS: 235 2.7.0 welcome\nany\n",
	'250 instead of 235' => "C: AUTH CRAM-MD5\nS: 334 PDFAbXg+\nC: *\nS: 250 2.7.0 welcome\nany\n",
	'235 at once' => "C: AUTH CRAM-MD5\nS: 235 2.7.0 welcome\nany\n",
	'535 of two lines' => "C: AUTH CRAM-MD5\nS: 334 PDFAbXg+\nC: *\nS: 535-5.7.8 no\nS: 535 5.7.8 really\n" . SMTP_QUIT,
	'421' => "C: AUTH CRAM-MD5\nS: 421 4.7.0 closing\nclose\n",
	'close' => "C: AUTH CRAM-MD5\nS: 334 PDFAbXg+\nC: *\nclose\n",
];
foreach ($cases as $case => $exchange) {
	$server = smtp_server(smtp_greeting('AUTH CRAM-MD5') . $exchange);
	$m = auth_client($server, 'CRAM-MD5');
	echo "$case: ", outcome(fn () => $m->doSend()), "\n";
	echo str_contains($server->wait(), '!!') ? $server->wait() : '';
	echo str_contains($server->received(), 'MAIL') ? "MAIL was said\n" : '';
	echo $m->getConnected() ? "connected\n" : '';
}
?>
--EXPECT--
not Base64: 161: SMTP protocol error: AUTH CRAM-MD5: the server's challenge is not Base64.
one challenge too many: 161: SMTP protocol error: AUTH CRAM-MD5: the server asks for more than the mechanism has.
235 to the cancellation: 161: SMTP protocol error: the server accepts an AUTH exchange that was cancelled: 235 2.7.0 welcome
250 instead of 235: 161: SMTP protocol error: this reply may not stand in an AUTH exchange: 250 2.7.0 welcome
235 at once: 161: SMTP protocol error: the server ended the AUTH exchange before it had the credentials: 235 2.7.0 welcome
535 of two lines: 161: SMTP protocol error: 535-5.7.8 no  535 5.7.8 really (reply to AUTH CRAM-MD5)
421: 161: SMTP protocol error: 421 4.7.0 closing
close: 1120: The connection was dropped by the remote host.
