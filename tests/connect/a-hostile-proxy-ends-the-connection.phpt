--TEST--
A hostile or broken proxy is 118 with its text, and nothing of the mail goes to it
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';
require __DIR__ . '/../proxy.inc';

$answers = [
	[SSMTP::FW_TUNNEL, "HTTP/1.1 403 Forbidden by policy\r\n\r\n"],
	[SSMTP::FW_TUNNEL, "HTTP/1.1 302 Found\r\nLocation: http://elsewhere/\r\n\r\n"],
	[SSMTP::FW_TUNNEL, "220 mx.example.com ESMTP\r\n"],
	[SSMTP::FW_TUNNEL, "HTTP/1.1 2x0 no\r\n\r\n"],
	[SSMTP::FW_TUNNEL, "HTTP/1.1 200 OK\r\n" . str_repeat('X: ' . str_repeat('y', 1000) . "\r\n", 200)],
	[SSMTP::FW_TUNNEL, str_repeat('HTTP/1.1 200 ', 20000)],
	[SSMTP::FW_TUNNEL, "HTTP/1.1 200 OK\r\n", 'and silence'],
	[SSMTP::FW_TUNNEL, ''],
	[SSMTP::FW_TUNNEL, "HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 400 Bad Request\r\n"],
	[SSMTP::FW_TUNNEL, "HTTP/1.1 503 \e[31m\0\7\x80" . "\r\n\r\n"],
	[SSMTP::FW_SOCKS4, "\0\x5b\0\0\0\0\0\0"],
	[SSMTP::FW_SOCKS4, "\0\x5c\0\0\0\0\0\0"],
	[SSMTP::FW_SOCKS4, "\x04\x5a\0\0\0\0\0\0"],
	[SSMTP::FW_SOCKS4, "\0", 'and silence'],
	[SSMTP::FW_SOCKS4A, "HTTP/1.1 200 OK\r\n\r\n"],
	[SSMTP::FW_SOCKS5, "\x04\0"],
	[SSMTP::FW_SOCKS5, "\x05\xff"],
	[SSMTP::FW_SOCKS5, "\x05\x02"],
	[SSMTP::FW_SOCKS5, "\x05\x01"],
	[SSMTP::FW_SOCKS5, "\x05\0\x05\x02\0\x01\0\0\0\0\0\0"],
	[SSMTP::FW_SOCKS5, "\x05\0\x05\x05\0\x01\0\0\0\0\0\0"],
	[SSMTP::FW_SOCKS5, "\x05\0\x05\0\0\x09\0\0\0\0\0\0"],
	[SSMTP::FW_SOCKS5, "\x05\0\x05\0\0\x03\xff" . str_repeat('a', 10), 'and silence'],
];
foreach ($answers as $row) {
	[$type, $answer] = $row;
	/* A proxy that says nothing at all is one that closes at once. */
	$server = $answer === '' ? smtp_server("close\n") : null;
	$proxy = $server ?? proxy(answer: $answer);
	$m = client();
	$m->setFirewallType($type)->setFirewallHost('127.0.0.1')->setFirewallPort($proxy->port)->setTimeout(isset($row[2]) ? 1 : 20)
		->setFirewallUser('')->setUser('user')->setPassword('secret');
	$outcome = outcome(fn () => $m->doSend());
	/* Whether the end of the connection is met by a read, by a write or as a reset is a matter of moments. */
	$outcome = preg_replace('/^(10054|1120): .*/', '118: Firewall error: the proxy closed the connection.', $outcome);
	echo "$type ", addcslashes(substr($answer, 0, 24), "\0..\37\177..\377"), "\n  ", addcslashes($outcome, "\0..\37\177..\377"),
		' ', $m->getConnected() ? 'connected' : 'closed', "\n";
}

/* The proxy's port is closed: that is a TCP/IP code. */
$m = client();
$m->setFirewallType(SSMTP::FW_SOCKS5)->setFirewallHost('127.0.0.1')->setFirewallPort(1);
echo code(fn () => $m->doConnect()), "\n";

/* What cannot stand in a request is refused before anything is connected. */
foreach ([SSMTP::FW_TUNNEL, SSMTP::FW_SOCKS4A, SSMTP::FW_SOCKS5] as $type) {
	$m->setFirewallType($type)->setFirewallPort(1)->setFirewallUser('')->setFirewallPassword('');
	foreach (['a b', 'a/b', 'a@b', "a\tb", str_repeat('a', 256), 'a,b', 'a:b'] as $host) {
		echo code(fn () => $m->setMailServer("*$host")) ?: code(fn () => $m->doConnect()), ' ';
	}
	$m->setMailServer('127.0.0.1');
	foreach (['a:b', str_repeat('u', 256), "a\r\nX: y"] as $user) {
		echo code(fn () => $m->setFirewallUser($user)) ?: code(fn () => $m->doConnect()), ' ';
	}
	$m->setFirewallUser('u');
	foreach ([str_repeat('p', 256), "p\r\nX: y"] as $password) {
		echo code(fn () => $m->setFirewallPassword($password)) ?: code(fn () => $m->doConnect()), ' ';
	}
	echo "\n";
}
?>
--EXPECT--
1 HTTP/1.1 403 Forbidden b
  118: Firewall error: the HTTP proxy answered HTTP/1.1 403 Forbidden by policy closed
1 HTTP/1.1 302 Found\r\nLoca
  118: Firewall error: the HTTP proxy answered HTTP/1.1 302 Found closed
1 220 mx.example.com ESMTP
  118: Firewall error: the answer is not one of an HTTP proxy. closed
1 HTTP/1.1 2x0 no\r\n\r\n
  118: Firewall error: the HTTP proxy answered HTTP/1.1 2x0 no closed
1 HTTP/1.1 200 OK\r\nX: yyyy
  118: Firewall error: the proxy's answer is too long. closed
1 HTTP/1.1 200 HTTP/1.1 20
  118: Firewall error: the proxy's answer is too long. closed
1 HTTP/1.1 200 OK\r\n
  201: No connection to 127.0.0.1 through the proxy within the time limit (Timeout=1 seconds). closed
1 
  118: Firewall error: the proxy closed the connection. closed
1 HTTP/1.1 200 OK\r\n\r\nHTTP/
  161: SMTP protocol error: this is not a reply: "HTTP/1.1 400 Bad Request". closed
1 HTTP/1.1 503 \033[31m\000\a\200\r\n\r
  118: Firewall error: the HTTP proxy answered HTTP/1.1 503  [31m closed
2 \000[\000\000\000\000\000\000
  118: Firewall error: the SOCKS proxy refused or failed. closed
2 \000\\000\000\000\000\000\000
  118: Firewall error: the SOCKS proxy cannot reach identd on this host. closed
2 \004Z\000\000\000\000\000\000
  118: Firewall error: the answer is not one of a SOCKS 4 proxy. closed
2 \000
  201: No connection to 127.0.0.1 through the proxy within the time limit (Timeout=1 seconds). closed
10 HTTP/1.1 200 OK\r\n\r\n
  118: Firewall error: the answer is not one of a SOCKS 4 proxy. closed
3 \004\000
  118: Firewall error: the answer is not one of a SOCKS 5 proxy. closed
3 \005\377
  118: Firewall error: the SOCKS proxy accepts none of our ways to log in: check FirewallUser and FirewallPassword. closed
3 \005\002
  118: Firewall error: the SOCKS proxy asks for a log-in that was not offered. closed
3 \005\001
  118: Firewall error: the SOCKS proxy asks for a log-in that was not offered. closed
3 \005\000\005\002\000\001\000\000\000\000\000\000
  118: Firewall error: the SOCKS proxy's rules forbid the connection. closed
3 \005\000\005\005\000\001\000\000\000\000\000\000
  118: Firewall error: the SOCKS proxy says: connection refused. closed
3 \005\000\005\000\000\t\000\000\000\000\000\000
  118: Firewall error: the SOCKS proxy answered with an unknown kind of address. closed
3 \005\000\005\000\000\003\377aaaaaaaaaa
  201: No connection to 127.0.0.1 through the proxy within the time limit (Timeout=1 seconds). closed
10061
10022 10022 10022 10022 10022 10022 10022 10022 10061 10022 10061 10022 
10022 10022 10022 10022 10022 10022 10022 10061 10022 10022 10022 10022 
10022 10022 10022 10022 10022 10022 10022 10061 10022 10022 10022 10022 
