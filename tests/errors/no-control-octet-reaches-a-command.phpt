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
$settings = ['Hello', 'AuthorizationIdentity', 'ReturnPath', 'OtherHeaders', 'FirewallHost', 'FirewallUser', 'FirewallData', 'LocalHost', 'Charset'];

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
