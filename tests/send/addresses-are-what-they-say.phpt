--TEST--
Header field and forward-path come from one reading of an address; what is ambiguous or malformed is refused
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
ob_start();
phpinfo(INFO_MODULES);
if (!preg_match('/idn/i', ob_get_clean())) {
	die('skip this build makes no A-labels (libidn2)');
}
?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

$lists = [
	'bob@example.com', '<bob@example.com>', 'Bob <bob@example.com>', '"Bob, B." <bob@example.com>', 'bob@example.com (Bob)', 'Bob (the (second)) <bob@example.com>',
	'bob@example.com,, carol@example.com ,', 'Friends: bob@example.com, carol@example.com;', 'Nobody:;', '"bob b"@example.com', '"a@b"@example.com', '"a@b" <c@example.com>',
	'a@b <c@example.com>', 'bob@example.com> NOTIFY=NEVER', '<bob@example.com> NOTIFY=NEVER', '<bob@example.com> <eve@example.net>', 'bob@example.com eve@example.net', 'bob@example.com;eve@example.net',
	'<@relay.example:bob@example.com>', 'bob@exa mple.com', 'bob@', '@example.com', 'bob@@example.com', 'bob@[192.0.2.1]', 'bob@[IPv6:2001:db8::1]', 'bob@[x', '"unclosed <bob@example.com>',
	'(unclosed bob@example.com', 'bob(comment)@example.com', 'bob@(comment)example.com', '"\\"q\\\\" <bob@example.com>', 'b..b@example.com', '.b@example.com', 'postmaster', 
	"bob@b\u{fc}cher.example", 'bob@xn--bcher-kva.example', "bob@example\u{ff0e}com", "bob@exam\u{ad}ple.com", 'bob@example.com.', 'bob@-example.com', 'BOB@EXAMPLE.COM', '=?utf-8?q?eve=40example.net?= <bob@example.com>',
	'<>', '""@example.com', 'a%b@example.com', 'a!b@example.com', str_repeat('a', 65) . '@example.com', 'a@' . str_repeat('b', 64) . '.com',
];
foreach ($lists as $list) {
	$m = client();
	$m->setMessageDate('')->setMessageId('')->setSubject('x');
	$code = code(fn () => $m->setSendTo($list));
	if ($code === 0) {
		$paths = [];
		for ($i = 0; $i < $m->getMessageRecipientCount(); $i++) {
			$paths[] = $m->getMessageRecipientAddress($i);
		}
		$header = outcome(function () use ($m, &$text) { $text = $m->getMessageHeadersString(); });
		if ($header !== 'ok') {
			echo "$list => ", $header, "\n";
			continue;
		}
		preg_match('/^To: (.*(?:\r\n[ \t].*)*)\r$/m', $text, $match);
		$again = client();
		$again->setSendTo($match[1] ?? '');
		$same = $again->getMessageRecipientCount() === count($paths);
		for ($i = 0; $same && $i < count($paths); $i++) {
			$same = $again->getMessageRecipientAddress($i) === $paths[$i];
		}
		/* Queue checks what RCPT could not say. */
		$queued = code(fn () => $m->doQueue('*'));
	}
	echo strlen($list) > 60 ? substr($list, 0, 20) . '...' : $list, ' => ', $code ?: implode(' + ', array_map(fn ($p) => strlen($p) > 60 ? '...' : "[$p]", $paths)) . ($same ? '' : ' DIFFERS ' . ($match[1] ?? ''))
		. ($queued ? " refused $queued" : ''), "\n";
}
/* RFC 6531: SMTPUTF8 where it is offered and needed, A-labels for the domain alone, else an error before the address leaves. */
foreach ([['SMTPUTF8', '8BITMIME'], ['8BITMIME']] as $capabilities) {
	foreach (["b\u{f6}b@example.com", "bob@b\u{fc}cher.example"] as $address) {
		$server = smtp_server(smtp_greeting(...$capabilities) . "C: MAIL*\nS: 250 ok\nC: RCPT*\nS: 250 ok\nC: DATA\nS: 354 go\ndata\nS: 250 ok\n" . SMTP_QUIT);
		$m = client($server);
		$m->setSendTo($address);
		echo "$address: ", outcome(fn () => $m->doSend()), "\n";
		$m->doDisconnect();
		preg_match_all('/^(C: (?:MAIL|RCPT).*)$/m', $server->wait(), $lines);
		echo $server->messages() ? '  ' . implode(' ', $lines[1]) . ' ' . strtok(strstr($server->message(), 'To:'), "\r") . "\n" : '';
	}
}
?>
--EXPECT--
bob@example.com => [bob@example.com]
<bob@example.com> => [bob@example.com]
Bob <bob@example.com> => [bob@example.com]
"Bob, B." <bob@example.com> => [bob@example.com]
bob@example.com (Bob) => [bob@example.com]
Bob (the (second)) <bob@example.com> => [bob@example.com]
bob@example.com,, carol@example.com , => [bob@example.com] + [carol@example.com]
Friends: bob@example.com, carol@example.com; => [bob@example.com] + [carol@example.com]
Nobody:; => [] refused 165
"bob b"@example.com => ["bob b"@example.com]
"a@b"@example.com => ["a@b"@example.com]
"a@b" <c@example.com> => [c@example.com]
a@b <c@example.com> => 10022
bob@example.com> NOTIFY=NEVER => 10022
<bob@example.com> NOTIFY=NEVER => 10022
<bob@example.com> <eve@example.net> => 10022
bob@example.com eve@example.net => 10022
bob@example.com;eve@example.net => 10022
<@relay.example:bob@example.com> => 10022
bob@exa mple.com => 10022
bob@ => 10022
@example.com => 10022
bob@@example.com => 10022
bob@[192.0.2.1] => [bob@[192.0.2.1]]
bob@[IPv6:2001:db8::1] => [bob@[IPv6:2001:db8::1]]
bob@[x => 10022
"unclosed <bob@example.com> => 10022
(unclosed bob@example.com => 10022
bob(comment)@example.com => [bob@example.com]
bob@(comment)example.com => [bob@example.com]
"\"q\\" <bob@example.com> => [bob@example.com]
b..b@example.com => 10022
.b@example.com => 10022
postmaster => [postmaster]
bob@bücher.example => [bob@bücher.example] DIFFERS bob@xn--bcher-kva.example
bob@xn--bcher-kva.example => [bob@xn--bcher-kva.example]
bob@example．com => [bob@example．com] DIFFERS bob@example.com
bob@exam­ple.com => 10022
bob@example.com. => 10022
bob@-example.com => 10022
BOB@EXAMPLE.COM => [BOB@EXAMPLE.COM]
=?utf-8?q?eve=40example.net?= <bob@example.com> => [bob@example.com]
<> => 10022
""@example.com => [""@example.com]
a%b@example.com => [a%b@example.com]
a!b@example.com => [a!b@example.com]
aaaaaaaaaaaaaaaaaaaa... => ...
a@bbbbbbbbbbbbbbbbbb... => 10022
böb@example.com: ok
  C: MAIL FROM:<sender@example.org> BODY=8BITMIME SMTPUTF8 C: RCPT TO:<böb@example.com> To: böb@example.com
bob@bücher.example: ok
  C: MAIL FROM:<sender@example.org> C: RCPT TO:<bob@xn--bcher-kva.example> To: bob@xn--bcher-kva.example
böb@example.com: 161: SMTP protocol error: the header section needs SMTPUTF8 (RFC 6531), which the server does not offer.
bob@bücher.example: ok
  C: MAIL FROM:<sender@example.org> C: RCPT TO:<bob@xn--bcher-kva.example> To: bob@xn--bcher-kva.example
