--TEST--
Dovecot's submission service lets in by each mechanism, EXTERNAL by a client certificate
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
require __DIR__ . '/../dovecot.inc';
require_dovecot();
?>
--EXTENSIONS--
posix
--FILE--
<?php
require __DIR__ . '/auth.inc';
require __DIR__ . '/../dovecot.inc';
$relay = new PostfixServer();
$dovecot = new DovecotServer([], [], $relay->port);
$certs = certificates();

foreach (['PLAIN', 'USER_PASSWORD', 'CRAM-MD5', 'DIGEST-MD5', 'SCRAM-SHA-1', 'SCRAM-SHA-256', 'XOAUTH2', 'OAUTHBEARER'] as $mechanism) {
	if ($mechanism !== 'USER_PASSWORD' && !mechanism_is_built($mechanism)) {
		continue;
	}
	foreach (['secret' => true, 'wrong' => false] as $password => $right) {
		$m = tls_client($dovecot->port, $mechanism)->setPassword($password);
		if (str_contains($mechanism, 'OAUTH')) {
			$m->setUser('token@example.org');
			$m->doConfig('AuthorizationIdentity=' . dovecot_token('token@example.org', $right ? 3600 : -3600));
		}
		$result = outcome(fn () => $m->doConnect());
		echo ($right ? $result === 'ok' : preg_match('/^161: .*535 5\.7\.8/', $result)) ? '' : "$mechanism, $password: $result\n";
	}
}

/* The certificate says who: "client" is its common name. */
$m = tls_client($dovecot->port, 'EXTERNAL')->setUser('')->setPassword('')->setSendTo('someone@example.org');
$m->setSSLCertStoreType(SSMTP::CST_PFXFILE)->setSSLCertStore("$certs/client.pfx")->setSSLCertStorePassword('secret')->setSSLCertSubject('*');
echo 'EXTERNAL: ', outcome(fn () => $m->doSend()), "\n";
echo 'mail: ', str_contains($relay->mailbox('someone')[0], 'Subject: test'), "\n";
for ($i = 0; $i < 100 && !str_contains($dovecot->log(), 'method=EXTERNAL'); $i++) {
	usleep(20000);
}
/* "Login: ", or since 2.4 "Logged in: " */
preg_match('/Log(?:in|ged in): (user=<\S+>, method=EXTERNAL)/', $dovecot->log(), $match);
echo $match[1] ?? $dovecot->log(), "\n";

/* Without a certificate there is nobody. */
$m = tls_client($dovecot->port, 'EXTERNAL')->setUser('');
echo 'EXTERNAL without a certificate: ', outcome(fn () => $m->doConnect()), "\n";
?>
--EXPECT--
EXTERNAL: ok
mail: 1
user=<client>, method=EXTERNAL
EXTERNAL without a certificate: 161: SMTP protocol error: 535 5.7.8 Authentication failed. (reply to AUTH EXTERNAL)
