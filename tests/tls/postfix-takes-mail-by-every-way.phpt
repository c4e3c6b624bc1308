--TEST--
TLS: a real Postfix takes mail by STARTTLS and smtps, with and without a client certificate
--EXTENSIONS--
posix
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); require_program("postfix", "postfix");
if (posix_getuid() !== 0) die("skip Postfix wants to be started by root"); ?>
--FILE--
<?php
require __DIR__ . '/../tls.inc';
require __DIR__ . '/../postfix.inc';
$certs = certificates();
$smtps = PostfixServer::freePort();
$mutual = PostfixServer::freePort();
$postfix = new PostfixServer([
	'smtpd_tls_chain_files' => "$certs/server-bundle.pem",
	'smtpd_tls_security_level' => 'may',
	'smtpd_tls_CAfile' => "$certs/root.pem",
	'smtpd_tls_received_header' => 'yes',
	'smtpd_tls_loglevel' => '1',
], [
	"127.0.0.1:$smtps inet n - n - - smtpd -o smtpd_tls_wrappermode=yes",
	"127.0.0.1:$mutual inet n - n - - smtpd -o smtpd_tls_wrappermode=yes -o smtpd_tls_req_ccert=yes",
]);
$send = function (int $port, int $mode, string $subject, string ...$settings) use ($certs): string {
	$client = new SSMTP();
	$client->setMailServer('localhost')->setMailPort($port)->setSSLStartMode($mode)->setTimeout(20);
	$client->setFrom('sender@example.org')->setSendTo('inbox@example.org')->setSubject($subject)->setMessageText("hello\r\n");
	$client->doConfig("OpenSSLCAFile=$certs/root.pem");
	foreach ($settings as $setting) {
		$setting === 'certificate' ? $client->setSSLCertStoreType(2)->setSSLCertStore("$certs/client.pfx")->setSSLCertStorePassword('secret')
			->setSSLCertSubject('*') : $client->doConfig($setting);
	}
	return outcome(fn () => $client->doSend());
};
$ways = [
	'clear' => [$postfix->port, 3],
	'explicit' => [$postfix->port, 2],
	'explicit, TLS 1.2' => [$postfix->port, 2, 'SSLEnabledProtocols=3072'],
	'implicit' => [$smtps, 1],
	'implicit, TLS 1.2' => [$smtps, 1, 'SSLEnabledProtocols=3072'],
	'client certificate' => [$mutual, 1, 'certificate'],
	'client certificate, TLS 1.2' => [$mutual, 1, 'certificate', 'SSLEnabledProtocols=3072'],
	'client certificate missing' => [$mutual, 1],
	'implicit to a port in clear' => [$postfix->port, 1],
];
foreach ($ways as $name => $way) {
	echo "$name: ", $send($way[0], $way[1], $name, ...array_slice($way, 2)), "\n";
}
foreach ($postfix->mailbox('inbox', 7) as $mail) {
	preg_match('/^Subject: (.*)$/m', $mail, $subject);
	$with = preg_match('/\(using (TLSv1\.[23]) with cipher/', $mail, $match) ? $match[1] : 'clear';
	$client = preg_match('/\(Client CN "client"[^(]*\(verified OK\)/s', $mail) ? ', client verified' : '';
	$received[] = "$subject[1]: $with$client";
}
sort($received);
echo implode("\n", $received), "\n";
?>
--EXPECT--
clear: ok
explicit: ok
explicit, TLS 1.2: ok
implicit: ok
implicit, TLS 1.2: ok
client certificate: ok
client certificate, TLS 1.2: ok
client certificate missing: 161: SMTP protocol error: 421 4.7.1 mx.example.org Error: No client certificate presented
implicit to a port in clear: 276: TLS handshake with localhost: the server did not answer with TLS; does this port begin in clear (STARTTLS)?
clear: clear
client certificate, TLS 1.2: TLSv1.2, client verified
client certificate: TLSv1.3, client verified
explicit, TLS 1.2: TLSv1.2
explicit: TLSv1.3
implicit, TLS 1.2: TLSv1.2
implicit: TLSv1.3
