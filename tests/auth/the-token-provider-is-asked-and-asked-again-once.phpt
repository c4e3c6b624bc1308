--TEST--
A token provider gives the token when XOAUTH2 or OAUTHBEARER logs in, and is asked again once after a refusal
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/auth.inc';
$json = base64_encode('{"status":"401","schemes":"bearer","scope":"https://mail.example.com/"}');
foreach (['XOAUTH2' => '', 'OAUTHBEARER' => 'AQ=='] as $mechanism => $answer) {
	foreach (['one refusal' => "S: 235 2.7.0 welcome\n" . SMTP_QUIT, 'two refusals' => "S: 535 5.7.8 no\n" . SMTP_QUIT] as $case => $end) {
		$server = smtp_server(smtp_greeting("AUTH $mechanism PLAIN LOGIN")
			. "C: AUTH $mechanism *\nS: 334 $json\nC: $answer\nS: 535 5.7.8 the token has expired\nC: AUTH $mechanism *\n$end");
		$m = auth_client($server, $mechanism)->setTokenProvider(function (string $user, bool $refused) {
			echo "asked for $user, ", $refused ? 'again' : 'first', "\n";
			return $refused ? 'Bearer two' : 'one';
		});
		$m->doConfig('AuthorizationIdentity=not this one');
		echo "-- $mechanism, $case: ", outcome(fn () => $m->doConnect()), "\n";
		$case === 'one refusal' && $m->doDisconnect();
		foreach (explode("\n", auth_lines($server->wait())) as $line) {
			echo preg_match('/^C: AUTH \S+ (\S+)$/', $line, $match)
				? 'C: AUTH ' . strtr(str_replace((string) $server->port, 'PORT', base64_decode($match[1])), "\1", '|') : $line, "\n";
		}
	}
}

/* The function does the same. */
$m = new SSMTP();
var_dump(ssmtp_set_token_provider($m, fn () => ''), ssmtp_set_token_provider($m, null));
foreach ([fn ($no) => ssmtp_set_token_provider($m, $no), fn ($no) => $m->setTokenProvider($no)] as $set) {
	try {
		$set('no_such_function');
	} catch (TypeError $e) {
		echo $e->getMessage(), "\n";
	}
}
?>
--EXPECT--
-- XOAUTH2, one refusal: asked for user@example.org, first
asked for user@example.org, again
ok
C: AUTH user=user@example.org|auth=Bearer one||
S: 334 eyJzdGF0dXMiOiI0MDEiLCJzY2hlbWVzIjoiYmVhcmVyIiwic2NvcGUiOiJodHRwczovL21haWwuZXhhbXBsZS5jb20vIn0=
C: 
S: 535 5.7.8 the token has expired
C: AUTH user=user@example.org|auth=Bearer two||
S: 235 2.7.0 welcome
C: QUIT
S: 221 2.0.0 bye
(client closed)

-- XOAUTH2, two refusals: asked for user@example.org, first
asked for user@example.org, again
161: SMTP protocol error: 535 5.7.8 no (reply to AUTH XOAUTH2)
C: AUTH user=user@example.org|auth=Bearer one||
S: 334 eyJzdGF0dXMiOiI0MDEiLCJzY2hlbWVzIjoiYmVhcmVyIiwic2NvcGUiOiJodHRwczovL21haWwuZXhhbXBsZS5jb20vIn0=
C: 
S: 535 5.7.8 the token has expired
C: AUTH user=user@example.org|auth=Bearer two||
S: 535 5.7.8 no
C: QUIT
S: 221 2.0.0 bye
(client closed)

-- OAUTHBEARER, one refusal: asked for user@example.org, first
asked for user@example.org, again
ok
C: AUTH n,a=user@example.org,|host=127.0.0.1|port=PORT|auth=Bearer one||
S: 334 eyJzdGF0dXMiOiI0MDEiLCJzY2hlbWVzIjoiYmVhcmVyIiwic2NvcGUiOiJodHRwczovL21haWwuZXhhbXBsZS5jb20vIn0=
C: AQ==
S: 535 5.7.8 the token has expired
C: AUTH n,a=user@example.org,|host=127.0.0.1|port=PORT|auth=Bearer two||
S: 235 2.7.0 welcome
C: QUIT
S: 221 2.0.0 bye
(client closed)

-- OAUTHBEARER, two refusals: asked for user@example.org, first
asked for user@example.org, again
161: SMTP protocol error: 535 5.7.8 no (reply to AUTH OAUTHBEARER)
C: AUTH n,a=user@example.org,|host=127.0.0.1|port=PORT|auth=Bearer one||
S: 334 eyJzdGF0dXMiOiI0MDEiLCJzY2hlbWVzIjoiYmVhcmVyIiwic2NvcGUiOiJodHRwczovL21haWwuZXhhbXBsZS5jb20vIn0=
C: AQ==
S: 535 5.7.8 the token has expired
C: AUTH n,a=user@example.org,|host=127.0.0.1|port=PORT|auth=Bearer two||
S: 535 5.7.8 no
C: QUIT
S: 221 2.0.0 bye
(client closed)

int(0)
int(0)
ssmtp_set_token_provider(): Argument #2 ($provider) must be a valid callback or null
SSMTP::setTokenProvider(): Argument #1 ($provider) must be a valid callback or null
