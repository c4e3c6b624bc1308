--TEST--
MailServer is a host name: blanks around it are left out, a port, a scheme or a user in it is told with what was meant
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';
foreach ([' 127.0.0.1 ', "\t*127.0.0.1"] as $name) {
	$server = smtp_server(smtp_greeting() . SMTP_QUIT);
	$m = client($server)->setMailServer($name);
	echo json_encode($name), ': ', outcome(fn () => $m->doConnect()), "\n";
	$m->doDisconnect();
}
foreach (['localhost:2608', 'smtp://localhost', 'ssl://localhost:465', 'tls://localhost', 'smtp://me:kanarie@localhost', 'me:kanarie@localhost',
	'a host', 'localhost/', '  '] as $name) {
	echo "$name: ", outcome(fn () => client()->setMailServer($name)->doConnect()), "\n";
}
foreach ([['::1', 0], ['[::1]', 0], ['127.0.0.1', 1]] as [$name, $ipv6]) {
	$m = client()->setMailServer($name);
	$m->doConfig("UseIPv6=$ipv6");
	echo "$name: ", outcome(fn () => $m->doConnect()), "\n";
}
echo '[::1]:25: ', outcome(fn () => client()->setMailServer('[::1]:25')->doConnect()), "\n";
?>
--EXPECT--
" 127.0.0.1 ": ok
"\t*127.0.0.1": ok
localhost:2608: 10022: MailServer is a host name without a port: MailServer is "localhost" and MailPort is 2608?
smtp://localhost: 10022: MailServer is a host name without "smtp://": MailServer is "localhost"?
ssl://localhost:465: 10022: MailServer is a host name without "ssl://": MailServer is "localhost", SSLStartMode is 1 (implicit TLS)?
tls://localhost: 10022: MailServer is a host name without "tls://": MailServer is "localhost", SSLStartMode is 2 (STARTTLS), or 1 (implicit TLS) on port 465?
smtp://me:kanarie@localhost: 10022: MailServer is not a host name or an address: write it without scheme, user, port and path, as "mail.example.com".
me:kanarie@localhost: 10022: MailServer is not a host name or an address: write it without scheme, user, port and path, as "mail.example.com".
a host: 10022: MailServer is not a host name or an address: write it without scheme, user, port and path, as "mail.example.com".
localhost/: 10022: MailServer is not a host name or an address: write it without scheme, user, port and path, as "mail.example.com".
  : 163: No server: set MailServer.
::1: 10047: [10047] ::1 is an IPv6 address, which UseIPv6=0 leaves out: set Config UseIPv6=2.
[::1]: 10047: [10047] ::1 is an IPv6 address, which UseIPv6=0 leaves out: set Config UseIPv6=2.
127.0.0.1: 10047: [10047] 127.0.0.1 is an IPv4 address, which UseIPv6=1 leaves out: set Config UseIPv6=2.
[::1]:25: 10022: MailServer is a host name without a port: MailServer is "::1" and MailPort is 25?
