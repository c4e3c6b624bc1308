--TEST--
Each value of AuthMechanism says its own AUTH
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/auth.inc';
/* offered; what the server does; AuthMechanism; AuthorizationIdentity */
$cases = [
	['LOGIN PLAIN', "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: dXNlckBleGFtcGxlLm9yZw==\nS: 334 UGFzc3dvcmQ6\nC: c2VjcmV0\n", 'USER_PASSWORD', ''],
	['PLAIN CRAM-MD5', "C: AUTH PLAIN AHVzZXJAZXhhbXBsZS5vcmcAc2VjcmV0\n", 'USER_PASSWORD', ''],
	['CRAM-MD5', "C: AUTH LOGIN\nS: 334 anything\nC: dXNlckBleGFtcGxlLm9yZw==\nS: 334 \nC: c2VjcmV0\n", 'USER_PASSWORD', ''],
	[null, "C: AUTH LOGIN\nS: 334 \nC: dXNlckBleGFtcGxlLm9yZw==\nS: 334 \nC: c2VjcmV0\n", 'USER_PASSWORD', ''],
	['LOGIN PLAIN', 'C: AUTH PLAIN ' . base64_encode("else@example.org\0user@example.org\0secret") . "\n", 'PLAIN', 'else@example.org'],
	['PLAIN CRAM-MD5', "C: AUTH CRAM-MD5\nS: 334 " . base64_encode('<1896.697170952@mx.example.com>') . "\nC: "
		. base64_encode('user@example.org ' . hash_hmac('md5', '<1896.697170952@mx.example.com>', 'secret')) . "\n", 'CRAM-MD5', ''],
	['XOAUTH2', 'C: AUTH XOAUTH2 ' . base64_encode("user=user@example.org\1auth=Bearer ya29.token\1\1") . "\n", 'XOAUTH2', 'ya29.token'],
	['XOAUTH2', 'C: AUTH XOAUTH2 ' . base64_encode("user=user@example.org\1auth=bearer ya29.token\1\1") . "\n", 'XOAUTH2', 'bearer ya29.token'],
	['EXTERNAL', "C: AUTH EXTERNAL =\n", 'EXTERNAL', ''],
	['EXTERNAL', "C: AUTH EXTERNAL bWU=\n", 'EXTERNAL', 'me'],
];
foreach ($cases as [$offered, $exchange, $mechanism, $identity]) {
	$server = smtp_server(smtp_greeting(...($offered === null ? ['SIZE'] : ["AUTH $offered"])) . $exchange . "S: 235 welcome\n" . SMTP_QUIT);
	$m = auth_client($server, $mechanism);
	$m->doConfig("AuthorizationIdentity=$identity");
	$m->doConfig('AuthWithoutOffer=True');
	echo "$mechanism of '$offered': ", outcome(fn () => $m->doConnect()), "\n";
	$m->getConnected() && $m->doDisconnect();
	echo str_contains($server->wait(), '!!') ? $server->wait() : '';
}

/* No User, no AUTH; with EXTERNAL the certificate is who one is. */
$server = smtp_server(smtp_greeting('AUTH LOGIN') . SMTP_QUIT);
$m = auth_client($server, 'USER_PASSWORD')->setUser('');
echo 'no User: ', outcome(fn () => $m->doConnect()), "\n";
$m->doDisconnect();
echo str_contains($server->wait(), '!!') ? $server->wait() : '';
$server = smtp_server(smtp_greeting('AUTH EXTERNAL') . "C: AUTH EXTERNAL =\nS: 235 welcome\n" . SMTP_QUIT);
$m = auth_client($server, 'EXTERNAL')->setUser('');
$m->doConnect();
$m->doDisconnect();
echo 'no User, EXTERNAL: ', auth_lines($server->wait());

/* An empty password is one; one without a mechanism is not even connected for. */
$server = smtp_server(smtp_greeting('AUTH PLAIN') . 'C: AUTH PLAIN ' . base64_encode("\0user@example.org\0") . "\nS: 535 5.7.8 no\n" . SMTP_QUIT);
$m = auth_client($server, 'PLAIN')->setPassword('');
echo 'no Password: ', outcome(fn () => $m->doConnect()), "\n";
$m = client()->setUser('user')->setAuthMechanism(SSMTP::AM_APOP);
echo 'APOP: ', outcome(fn () => $m->doConnect()), "\n";
?>
--EXPECT--
USER_PASSWORD of 'LOGIN PLAIN': ok
USER_PASSWORD of 'PLAIN CRAM-MD5': ok
USER_PASSWORD of 'CRAM-MD5': ok
USER_PASSWORD of '': ok
PLAIN of 'LOGIN PLAIN': ok
CRAM-MD5 of 'PLAIN CRAM-MD5': ok
XOAUTH2 of 'XOAUTH2': ok
XOAUTH2 of 'XOAUTH2': ok
EXTERNAL of 'EXTERNAL': ok
EXTERNAL of 'EXTERNAL': ok
no User: ok
no User, EXTERNAL: C: AUTH EXTERNAL =
S: 235 welcome
C: QUIT
S: 221 2.0.0 bye
(client closed)
no Password: 161: SMTP protocol error: 535 5.7.8 no (reply to AUTH PLAIN)
APOP: 211: APOP is a mechanism of POP3: choose another AuthMechanism.
