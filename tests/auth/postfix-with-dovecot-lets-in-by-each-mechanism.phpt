--TEST--
Postfix with Dovecot's SASL lets in by each mechanism, over STARTTLS and implicit TLS, and refuses what is wrong
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
$dovecot = new DovecotServer();
$smtps = PostfixServer::freePort();
$postfix = new PostfixServer($dovecot->postfix(), ["127.0.0.1:$smtps inet n - n - - smtpd\n  -o smtpd_tls_wrappermode=yes"]);

/** Who was let in by what, as Postfix says. */
function methods(PostfixServer $postfix): array
{
	preg_match_all('/sasl_method=(\S+), sasl_username=(\S+)/', $postfix->log(), $match);
	return array_map(fn ($method, $user) => "$method $user", $match[1], $match[2]);
}

function logs_in(int $port, int $mode, string $mechanism, bool $right): SSMTP
{
	$m = tls_client($port, $mechanism, $mode)->setPassword($right ? 'secret' : 'wrong')->setSendTo('someone@example.org');
	if (str_contains($mechanism, 'OAUTH')) {
		$m->setUser('token@example.org');
		$m->doConfig('AuthorizationIdentity=' . dovecot_token('token@example.org', $right ? 3600 : -3600));
	}
	return $m;
}

$expected = [];
foreach (['STARTTLS' => [$postfix->port, SSMTP::SSL_EXPLICIT], 'implicit TLS' => [$smtps, SSMTP::SSL_IMPLICIT]] as $how => [$port, $mode]) {
	foreach (array_keys(MECHANISMS) as $mechanism) {
		if (in_array($mechanism, ['GSSAPI', 'EXTERNAL', 'NTLM'], true) || ($mechanism !== 'AUTO' && $mechanism !== 'USER_PASSWORD' && !mechanism_is_built($mechanism))) {
			continue;
		}
		$result = outcome(fn () => logs_in($port, $mode, $mechanism, true)->doSend());
		echo $result === 'ok' ? '' : "$how $mechanism: $result\n";
		$strongest = mechanism_is_built('SCRAM-SHA-256') ? 'SCRAM-SHA-256' : 'CRAM-MD5';
		$expected[] = (['AUTO' => $strongest, 'USER_PASSWORD' => 'LOGIN'][$mechanism] ?? $mechanism)
			. (str_contains($mechanism, 'OAUTH') ? ' token@example.org' : ' user@example.org');
		$result = outcome(fn () => logs_in($port, $mode, $mechanism, false)->doSend());
		echo preg_match('/^161: .*535 5\.7\.8/', $result) ? '' : "$how $mechanism, wrong: $result\n";
	}
}
/* The log may lag behind. */
for ($i = 0; $i < 200 && count(methods($postfix)) < count($expected); $i++) {
	usleep(20000);
}
var_dump(methods($postfix) === $expected);
echo methods($postfix) === $expected ? '' : print_r([$expected, methods($postfix)], true) . $dovecot->log();
var_dump(count($postfix->mailbox('someone', count($expected))) === count($expected));

/* Another user on the same object; the authorization identity is the server's to allow. */
$m = tls_client($postfix->port, 'PLAIN');
$m->doConnect();
$m->doDisconnect();
$m->setUser('other@example.org')->setPassword('anders');
$m->doConnect();
$m->doDisconnect();
$m->setPassword('secret');
echo outcome(fn () => $m->doConnect()), "\n";
var_dump($m->getConnected());

/* An expired token is asked for again; a long one passes. */
$m = tls_client($postfix->port, 'XOAUTH2')->setUser('token@example.org')->setTokenProvider(function (string $user, bool $refused) {
	echo $refused ? "again\n" : "first\n";
	return dovecot_token($user, $refused ? 60 : -60, $refused ? 8192 : 0);
});
echo outcome(fn () => $m->doConnect()), "\n";
?>
--EXPECT--
bool(true)
bool(true)
161: SMTP protocol error: 535 5.7.8 Error: authentication failed: (reason unavailable) (reply to AUTH PLAIN)
bool(false)
first
again
ok
