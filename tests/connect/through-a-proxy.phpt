--TEST--
HTTP CONNECT, SOCKS 4, 4A and 5 lead to the server, with and without credentials
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';
require __DIR__ . '/../proxy.inc';

const TYPES = ['http' => SSMTP::FW_TUNNEL, 'socks4' => SSMTP::FW_SOCKS4, 'socks4a' => SSMTP::FW_SOCKS4A, 'socks5' => SSMTP::FW_SOCKS5];

function through(string $name, int $type, callable $do, string $host, string $user, string $password, string $wanted_user, string $wanted): void
{
	$server = smtp_server(smtp_greeting() . smtp_transaction() . SMTP_QUIT);
	$proxy = proxy($wanted_user, $wanted);
	$m = client($server);
	$m->setMailServer($host)->setFirewallType($type)->setFirewallHost('127.0.0.1')->setFirewallPort($proxy->port)
		->setFirewallUser($user)->setFirewallPassword($password);
	$status = [];
	$m->on('ConnectionStatus', function (array $p) use (&$status) { $status[] = $p['connectionevent']; });
	$code = $do($m, 'Send');
	$asked = $proxy->asked()[0] ?? '';
	/* The port is the server's; its two octets differ each time. */
	$asked = str_replace([":$server->port", pack('n', $server->port)], [':PORT', '[port]'], $asked);
	echo "$name $host: ", $code >= 11001 && $code <= 11004 ? 'not found ' : "$code ", $code === 0 ? $server->messages() . ' message' : ($code < 11000 ? $m->lastError() : ''), ' ',
		addcslashes($asked, "\0..\37\177..\377"), "\n  ", implode(' ', $status), "\n";
}

by_both_interfaces(function (callable $do, string $interface) {
	echo "$interface\n";
	foreach (TYPES as $name => $type) {
		through($name, $type, $do, '127.0.0.1', '', '', '', '');
		if ($interface === 'class') {
			through($name, $type, $do, 'mx.invalid', '', '', '', '');
			through($name, $type, $do, '*mx.invalid', '', '', '', '');
			through($name, $type, $do, '127.0.0.1', 'me', 'secret', 'me', 'secret');
			through($name, $type, $do, '127.0.0.1', 'me', 'wrong', 'me', 'secret');
			through($name, $type, $do, '127.0.0.1', '', '', 'me', 'secret');
		}
	}
});
?>
--EXPECT--
class
http 127.0.0.1: 0 1 message CONNECT 127.0.0.1:PORT HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n
  Firewall connection complete. Remote host connection complete. Remote host disconnected. Firewall host disconnected.
http mx.invalid: 0 1 message CONNECT mx.invalid:PORT HTTP/1.1\r\nHost: mx.invalid:PORT\r\n\r\n
  Firewall connection complete. Remote host connection complete. Remote host disconnected. Firewall host disconnected.
http *mx.invalid: 0 1 message CONNECT mx.invalid:PORT HTTP/1.1\r\nHost: mx.invalid:PORT\r\n\r\n
  Firewall connection complete. Remote host connection complete. Remote host disconnected. Firewall host disconnected.
http 127.0.0.1: 0 1 message CONNECT 127.0.0.1:PORT HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nProxy-Authorization: Basic bWU6c2VjcmV0\r\n\r\n
  Firewall connection complete. Remote host connection complete. Remote host disconnected. Firewall host disconnected.
http 127.0.0.1: 118 Firewall error: the HTTP proxy answered HTTP/1.1 407 Proxy Authentication Required CONNECT 127.0.0.1:PORT HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nProxy-Authorization: Basic bWU6d3Jvbmc=\r\n\r\n
  Remote host disconnected.
http 127.0.0.1: 118 Firewall error: the HTTP proxy answered HTTP/1.1 407 Proxy Authentication Required CONNECT 127.0.0.1:PORT HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n
  Remote host disconnected.
socks4 127.0.0.1: 0 1 message \004\001[port]\177\000\000\001\000
  Firewall connection complete. Remote host connection complete. Remote host disconnected. Firewall host disconnected.
socks4 mx.invalid: not found  
  Remote host disconnected.
socks4 *mx.invalid: 0 1 message \004\001[port]\000\000\000\001\000mx.invalid\000
  Firewall connection complete. Remote host connection complete. Remote host disconnected. Firewall host disconnected.
socks4 127.0.0.1: 0 1 message \004\001[port]\177\000\000\001me\000
  Firewall connection complete. Remote host connection complete. Remote host disconnected. Firewall host disconnected.
socks4 127.0.0.1: 0 1 message \004\001[port]\177\000\000\001me\000
  Firewall connection complete. Remote host connection complete. Remote host disconnected. Firewall host disconnected.
socks4 127.0.0.1: 118 Firewall error: the SOCKS proxy refused or failed. \004\001[port]\177\000\000\001\000
  Remote host disconnected.
socks4a 127.0.0.1: 0 1 message \004\001[port]\177\000\000\001\000
  Firewall connection complete. Remote host connection complete. Remote host disconnected. Firewall host disconnected.
socks4a mx.invalid: 0 1 message \004\001[port]\000\000\000\001\000mx.invalid\000
  Firewall connection complete. Remote host connection complete. Remote host disconnected. Firewall host disconnected.
socks4a *mx.invalid: 0 1 message \004\001[port]\000\000\000\001\000mx.invalid\000
  Firewall connection complete. Remote host connection complete. Remote host disconnected. Firewall host disconnected.
socks4a 127.0.0.1: 0 1 message \004\001[port]\177\000\000\001me\000
  Firewall connection complete. Remote host connection complete. Remote host disconnected. Firewall host disconnected.
socks4a 127.0.0.1: 0 1 message \004\001[port]\177\000\000\001me\000
  Firewall connection complete. Remote host connection complete. Remote host disconnected. Firewall host disconnected.
socks4a 127.0.0.1: 118 Firewall error: the SOCKS proxy refused or failed. \004\001[port]\177\000\000\001\000
  Remote host disconnected.
socks5 127.0.0.1: 0 1 message \005\001\000\005\001\000\001\177\000\000\001[port]
  Firewall connection complete. Remote host connection complete. Remote host disconnected. Firewall host disconnected.
socks5 mx.invalid: not found  
  Remote host disconnected.
socks5 *mx.invalid: 0 1 message \005\001\000\005\001\000\003\nmx.invalid[port]
  Firewall connection complete. Remote host connection complete. Remote host disconnected. Firewall host disconnected.
socks5 127.0.0.1: 0 1 message \005\002\000\002\001\002me\006secret\005\001\000\001\177\000\000\001[port]
  Firewall connection complete. Remote host connection complete. Remote host disconnected. Firewall host disconnected.
socks5 127.0.0.1: 118 Firewall error: the SOCKS proxy refused FirewallUser and FirewallPassword. \005\002\000\002\001\002me\005wrong
  Remote host disconnected.
socks5 127.0.0.1: 118 Firewall error: the SOCKS proxy accepts none of our ways to log in: check FirewallUser and FirewallPassword. \005\001\000
  Remote host disconnected.
functions
http 127.0.0.1: 0 1 message CONNECT 127.0.0.1:PORT HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n
  Firewall connection complete. Remote host connection complete. Remote host disconnected. Firewall host disconnected.
socks4 127.0.0.1: 0 1 message \004\001[port]\177\000\000\001\000
  Firewall connection complete. Remote host connection complete. Remote host disconnected. Firewall host disconnected.
socks4a 127.0.0.1: 0 1 message \004\001[port]\177\000\000\001\000
  Firewall connection complete. Remote host connection complete. Remote host disconnected. Firewall host disconnected.
socks5 127.0.0.1: 0 1 message \005\001\000\005\001\000\001\177\000\000\001[port]
  Firewall connection complete. Remote host connection complete. Remote host disconnected. Firewall host disconnected.
