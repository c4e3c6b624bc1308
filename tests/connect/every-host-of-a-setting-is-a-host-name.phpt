--TEST--
FirewallHost, LocalHost and SSLServerName are host names: blanks around them are left out, a port, a scheme or a user is told and no password shown
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

$set = [
	'FirewallHost' => fn (SSMTP $m, string $name) => $m->setFirewallType(SSMTP::FW_TUNNEL)->setFirewallHost($name)->setFirewallPort(1),
	'LocalHost' => fn (SSMTP $m, string $name) => $m->setLocalHost($name),
	'SSLServerName' => fn (SSMTP $m, string $name) => $m->doConfig("SSLServerName=$name"),
];
$try = fn (string $setting, string $name) => outcome(function () use ($set, $setting, $name) {
	$set[$setting]($m = client(), $name);
	$m->doConnect();
});
foreach (['localhost:3128', '[::1]:3128', 'me:kanarie@localhost', 'a host', 'localhost/'] as $name) {
	foreach ($set as $setting => $ignored) {
		echo $try($setting, $name), "\n";
	}
}
foreach (['http://127.0.0.1:3128', 'socks4://127.0.0.1', 'socks4a://127.0.0.1', 'SOCKS5://127.0.0.1', 'socks5h://127.0.0.1', 'https://127.0.0.1', 'socks5://me:kanarie@127.0.0.1'] as $name) {
	echo $try('FirewallHost', $name), "\n";
}
echo $try('LocalHost', '::1'), "\n", $try('SSLServerName', 'smtps://mx.example.com'), "\n";

/* Blanks do not count. */
$server = smtp_server(smtp_greeting() . SMTP_QUIT);
$m = client($server)->setLocalHost(' 127.0.0.1 ');
echo outcome(fn () => $m->doConnect()), ' ', $m->getLocalHost(), "\n";
$m->doDisconnect();
$m = client()->setMailServer(' *mx.example.com')->setFirewallType(SSMTP::FW_SOCKS5)->setFirewallHost(' 127.0.0.1 ')->setFirewallPort(1);
echo outcome(fn () => $m->doConnect()), "\n";
?>
--EXPECT--
10022: FirewallHost is a host name without a port: FirewallHost is "localhost" and FirewallPort is 3128?
10022: LocalHost is a host name without a port: LocalHost is "localhost" and LocalPort is 3128?
10022: SSLServerName is a host name without a port: SSLServerName is "localhost"?
10022: FirewallHost is a host name without a port: FirewallHost is "::1" and FirewallPort is 3128?
10022: LocalHost is a host name without a port: LocalHost is "::1" and LocalPort is 3128?
10022: SSLServerName is a host name without a port: SSLServerName is "::1"?
10022: FirewallHost is not a host name or an address: write it without scheme, user, port and path, as "proxy.example.com".
10022: LocalHost is not a host name or an address: write it without scheme, user, port and path, as "192.0.2.1".
10022: SSLServerName is not a host name or an address: write it without scheme, user, port and path, as "mail.example.com".
10022: FirewallHost is not a host name or an address: write it without scheme, user, port and path, as "proxy.example.com".
10022: LocalHost is not a host name or an address: write it without scheme, user, port and path, as "192.0.2.1".
10022: SSLServerName is not a host name or an address: write it without scheme, user, port and path, as "mail.example.com".
10022: FirewallHost is not a host name or an address: write it without scheme, user, port and path, as "proxy.example.com".
10022: LocalHost is not a host name or an address: write it without scheme, user, port and path, as "192.0.2.1".
10022: SSLServerName is not a host name or an address: write it without scheme, user, port and path, as "mail.example.com".
10022: FirewallHost is a host name without "http://": FirewallHost is "127.0.0.1", FirewallType is 1 (HTTP tunnel)?
10022: FirewallHost is a host name without "socks4://": FirewallHost is "127.0.0.1", FirewallType is 2 (SOCKS 4)?
10022: FirewallHost is a host name without "socks4a://": FirewallHost is "127.0.0.1", FirewallType is 10 (SOCKS 4A)?
10022: FirewallHost is a host name without "socks5://": FirewallHost is "127.0.0.1", FirewallType is 3 (SOCKS 5)?
10022: FirewallHost is a host name without "socks5h://": FirewallHost is "127.0.0.1", FirewallType is 3 (SOCKS 5) with MailServer "*name"?
10022: FirewallHost is not a host name or an address: write it without scheme, user, port and path, as "proxy.example.com".
10022: FirewallHost is not a host name or an address: write it without scheme, user, port and path, as "proxy.example.com".
10047: [10047] ::1 is an IPv6 address, which UseIPv6=0 leaves out: set Config UseIPv6=2.
10022: SSLServerName is a host name without "smtps://": SSLServerName is "mx.example.com", SSLStartMode is 1 (implicit TLS)?
ok 127.0.0.1
10061: [10061] Connection refused. (connecting to 127.0.0.1 port 1)