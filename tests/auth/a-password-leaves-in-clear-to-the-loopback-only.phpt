--TEST--
A password leaves in clear to nobody but the loopback, unless AllowInsecureAuth says so
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
require __DIR__ . '/auth.inc';
if (own_address() === null) die('skip this machine has no IPv4 address but the loopback\'s');
?>
--FILE--
<?php
require __DIR__ . '/auth.inc';
$address = own_address();
$all = 'AUTH LOGIN PLAIN XOAUTH2 OAUTHBEARER CRAM-MD5';
$cases = [['USER_PASSWORD', $all], ['USER_PASSWORD', 'SIZE'], ['PLAIN', $all], ['XOAUTH2', $all], ['OAUTHBEARER', $all], ['AUTO', 'AUTH PLAIN LOGIN']];
foreach ($cases as [$mechanism, $offered]) {
	$server = smtp_server(smtp_greeting($offered) . SMTP_QUIT, ['SMTP_LISTEN' => $address]);
	$m = auth_client($server, $mechanism)->setMailServer($address);
	$m->doConfig('AuthorizationIdentity=' . (str_contains($mechanism, 'OAUTH') ? 'canary-token' : ''));
	$m->doConfig('AuthWithoutOffer=True');
	echo "$mechanism: ", outcome(fn () => $m->doSend()), "\n";
	var_dump($m->getConnected());
	$received = $server->received();
	/* Nothing but EHLO and QUIT arrived. */
	echo $received === "EHLO client.example.org\r\nQUIT\r\n" ? '' : $server->wait();
}

/* A provider is not even asked. */
$server = smtp_server(smtp_greeting('AUTH XOAUTH2') . SMTP_QUIT, ['SMTP_LISTEN' => $address]);
$m = auth_client($server, 'XOAUTH2')->setMailServer($address)->setTokenProvider(fn () => print("asked\n"));
echo 'provider: ', code(fn () => $m->doConnect()), "\n";

/* What shows no password may pass; so may all when it was allowed, and all to the loopback. */
$server = smtp_server(smtp_greeting($all) . "C: AUTH CRAM-MD5\nS: 334 PDFAbXg+\nC: *\nS: 235 ok\n" . SMTP_QUIT, ['SMTP_LISTEN' => $address]);
$m = auth_client($server, 'AUTO')->setMailServer($address);
echo 'AUTO: ', outcome(fn () => $m->doConnect()), "\n";
$server = smtp_server(smtp_greeting($all) . "C: AUTH PLAIN *\nS: 235 ok\n" . SMTP_QUIT, ['SMTP_LISTEN' => $address]);
$m = auth_client($server, 'PLAIN')->setMailServer($address);
$m->doConfig('AllowInsecureAuth=True');
echo 'AllowInsecureAuth: ', outcome(fn () => $m->doConnect()), "\n";
$server = smtp_server(smtp_greeting($all) . "C: AUTH PLAIN *\nS: 235 ok\n" . SMTP_QUIT);
echo 'loopback: ', outcome(fn () => auth_client($server, 'PLAIN')->doConnect()), "\n";
?>
--EXPECT--
USER_PASSWORD: 211: AUTH LOGIN would send the password in clear: set SSLStartMode to 2 (STARTTLS) or 1 (implicit TLS), or Config AllowInsecureAuth=True.
bool(false)
USER_PASSWORD: 211: AUTH LOGIN would send the password in clear: set SSLStartMode to 2 (STARTTLS) or 1 (implicit TLS), or Config AllowInsecureAuth=True.
bool(false)
PLAIN: 211: AUTH PLAIN would send the password in clear: set SSLStartMode to 2 (STARTTLS) or 1 (implicit TLS), or Config AllowInsecureAuth=True.
bool(false)
XOAUTH2: 211: AUTH XOAUTH2 would send the token in clear: set SSLStartMode to 2 (STARTTLS) or 1 (implicit TLS), or Config AllowInsecureAuth=True.
bool(false)
OAUTHBEARER: 211: AUTH OAUTHBEARER would send the token in clear: set SSLStartMode to 2 (STARTTLS) or 1 (implicit TLS), or Config AllowInsecureAuth=True.
bool(false)
AUTO: 211: AUTH PLAIN would send the password in clear: set SSLStartMode to 2 (STARTTLS) or 1 (implicit TLS), or Config AllowInsecureAuth=True.
bool(false)
provider: 211
AUTO: ok
AllowInsecureAuth: ok
loopback: ok
