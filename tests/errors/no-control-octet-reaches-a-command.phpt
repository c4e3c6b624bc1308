--TEST--
No setter lets one of 33 controls, U+0085, U+2028 or an overlong line end into a command or a field
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

const BINARY = ['CertEncoded', 'CertStore', 'Message', 'MessageText', 'SSLAcceptServerCertEncoded', 'SSLAcceptServerCertStore',
	'SSLCertEncoded', 'SSLCertStore', 'RecipientCertEncoded'];
/* What only names a file, opens a store, or is encoded before it leaves. */
const NOT_SENT = '/^(Cert|SSL)|Password$|Connected$|^Command$/';

$octets = array_map('chr', [...range(0, 31), 127]);
$octets += [33 => "\u{85}", "\u{2028}", "\u{2029}", "\xc0\x8d\xc0\x8a", "\xe0\x80\x8d\xe0\x80\x8a", "\xf0\x80\x80\x8a", "\x8d", "\xff"];
$settings = ['ReturnPath', 'OtherHeaders', 'Charset'];

/** All that would leave, envelope and header section, in its lines; a line end within one is a fault. */
function faults(SSMTP $m): string
{
	try {
		[$content] = explode("\r\n\r\nhello\r\n", $m->doQueue('*'));
	} catch (SSMTPException) {
		return '';
	}
	[$envelope, $header] = explode("\r\n\r\n", $content, 2);
	$wrong = '/[\0-\10\13\14\16-\37\177]|\r(?!\n)|(?<!\r)\n|\r\n(?![\w-]+:|[ \t]|\z)/';
	/* Nothing but text of one line may stand in a command. */
	$worse = '/[\0-\11\177]|\xc2\x85|\xe2\x80[\xa8\xa9]|[\xc0\xe0\xf0]\x80|\xff/';
	return preg_match($wrong, "$envelope\r\n$header") || preg_match($worse, $envelope) ? addcslashes($content, "\0..\37\177..\377") : '';
}

$tried = $taken = 0;
foreach ((new ReflectionClass('SSMTP'))->getMethods() as $method) {
	$name = substr($method->name, 3);
	if (!str_starts_with($method->name, 'set') || in_array($name, BINARY) || preg_match(NOT_SENT, $name)) {
		continue;
	}
	foreach ($octets as $octet) {
		$m = client();
		$m->setMessageRecipientCount(2);
		foreach (["a{$octet}b@example.com", "a@example.com$octet", "\"a{$octet}b\"@example.com", "\"x{$octet}y\" <a@example.com>"] as $value) {
			$tried++;
			try {
				$method->getNumberOfParameters() === 2 ? $m->{$method->name}(1, $value) : $m->{$method->name}($value);
			} catch (SSMTPException|TypeError) {
				continue;
			}
			$taken++;
			if (($fault = faults($m)) !== '') {
				echo "$name takes ", addcslashes($value, "\0..\37\177..\377"), ":\n$fault\n";
			}
		}
	}
}
foreach ($settings as $name) {
	foreach ($octets as $octet) {
		$m = client();
		if (code(fn () => $m->doConfig("$name=x{$octet}y: z")) !== 0) {
			continue;
		}
		$taken++;
		if (($fault = faults($m)) !== '') {
			echo "$name takes ", addcslashes($octet, "\0..\37\177..\377"), ":\n$fault\n";
		}
	}
}

/* What stands in no message: judged by what a server, or a proxy that refuses, receives. */
$dialogues = [
	'Hello' => ['x%sy.example', fn ($m) => null, "S: 220 ready\nC: *\nS: 550 no\nany\n"],
	'LocalHost' => ['127.0.0.1%s', fn ($m) => null, "S: 220 ready\nC: *\nS: 550 no\nany\n"],
	'User' => ['u%sser', fn ($m) => $m->setPassword('secret'), "S: 220 ready\nC: *\nS: 250-mx\nS: 250 AUTH PLAIN LOGIN\nC: *\nS: 535 no\nany\n"],
	'AuthorizationIdentity' => ['u%sser', fn ($m) => $m->setUser('user')->setPassword('secret'),
		"S: 220 ready\nC: *\nS: 250-mx\nS: 250 AUTH PLAIN\nC: *\nS: 535 no\nany\n"],
	'FirewallUser' => ['u%sser', fn ($m) => $m->setFirewallPassword('secret'), 'proxy'],
	'FirewallPassword' => ['se%scret', fn ($m) => $m->setFirewallUser('user'), 'proxy'],
	'FirewallData' => ['X-Name: a%sb', fn ($m) => null, 'proxy'],
	'MailServer' => ['mx%s.example.com', fn ($m) => null, 'proxy'],
];
$sent = $lines = [];
foreach ($dialogues as $name => [$value, $prepare, $script]) {
	foreach (['', ...$octets] as $octet) {
		$m = client();
		$text = sprintf($value, $octet);
		if (code(fn () => method_exists($m, "set$name") ? $m->{"set$name"}($text) : $m->doConfig("$name=$text")) !== 0) {
			continue;
		}
		$prepare($m);
		$server = smtp_server($script === 'proxy' ? "C: CONNECT *\nraw HTTP/1.1 403 no\\r\\n\\r\\nany\n" : $script);
		$script === 'proxy'
			? $m->setFirewallType(SSMTP::FW_TUNNEL)->setFirewallHost('127.0.0.1')->setFirewallPort($server->port)
			: $m->setMailPort($server->port);
		code(fn () => $m->doConnect());
		unset($m);
		/* What is refused before anything is connected leaves a server that waits. */
		fclose(stream_socket_client("tcp://127.0.0.1:$server->port"));
		$received = $server->received();
		if ($received === '') {
			continue;
		}
		$sent[$name] = ($sent[$name] ?? 0) + 1;
		if (preg_match('/[\0-\11\13\14\16-\37\177]|\r(?!\n)|(?<!\r)\n|\xc2\x85|\xe2\x80[\xa8\xa9]|[\xc0\xe0\xf0]\x80/', $received)
			|| $octet !== '' && substr_count($received, "\n") > $lines[$name]) {
			echo "$name takes ", addcslashes($octet, "\0..\37\177..\377"), ":\n", addcslashes($received, "\0..\37\177..\377"), "\n";
		}
		$lines[$name] ??= substr_count($received, "\n");
	}
}
echo 'a server or proxy saw: ', implode(' ', array_keys($sent)), "\n";
echo $tried > 4000 ? 'thousands' : $tried, ' tried, ', $taken > 0 ? 'some' : 'none', " harmless\n";

/* Arguments of methods. */
$server = smtp_server(smtp_greeting() . SMTP_QUIT);
$m = client($server);
$m->doConnect();
foreach (['Expand', 'Verify', 'SendCommand'] as $method) {
	foreach ($octets as $octet) {
		$code = code(fn () => $m->{"do$method"}("a{$octet}b"));
		if ($code !== 10022) {
			echo "$method ", json_encode($octet, JSON_INVALID_UTF8_SUBSTITUTE), " $code\n";
		}
	}
}
$m->doDisconnect();
echo preg_match('/^!!.*/m', $server->wait(), $match) ? $match[0] : 'nothing was sent', "\n";
?>
--EXPECT--
thousands tried, some harmless
nothing was sent
