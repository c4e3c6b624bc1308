--TEST--
AM_AUTO takes the strongest mechanism, stops at 535, and goes on after 504 and 534 but never to one that shows the password
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/auth.inc';
$strong = mechanism_is_built('SCRAM-SHA-256') ? ['SCRAM-SHA-256', 'SCRAM-SHA-1', 'DIGEST-MD5', 'CRAM-MD5'] : ['CRAM-MD5'];
$weak = ['PLAIN', 'LOGIN'];

/** The mechanisms that were tried, and how it ended. */
function tried(array $offered, array $replies, string $password = 'secret', string $token = ''): string
{
	$script = smtp_greeting('AUTH ' . implode(' ', $offered));
	foreach ($replies as $reply) {
		$script .= "C: AUTH *\nS: $reply\n";
	}
	$server = smtp_server($script . SMTP_QUIT);
	$m = auth_client($server, 'AUTO')->setPassword($password);
	$m->doConfig("AuthorizationIdentity=$token");
	$result = outcome(fn () => $m->doConnect());
	$m->getConnected() && $m->doDisconnect();
	preg_match_all('/^AUTH ([\w-]+)/m', $server->received(), $match);
	return implode(',', $match[1]) . ' ' . substr(explode(';', $result)[0], 0, 68);
}

/* The order: whatever stands first in the reply, the strongest that is offered. */
for ($left = $strong; $left !== []; array_shift($left)) {
	$result = tried(array_reverse(array_merge($left, $weak)), ['535 5.7.8 no']);
	echo str_starts_with($result, "$left[0] 161: SMTP protocol error: 535 5.7.8 no") ? '' : "$left[0] was expected: $result\n";
}
/* Each weaker one in turn, and there it ends. */
$result = tried(array_merge($weak, $strong), array_fill(0, count($strong), '504 5.5.4 no such thing'));
echo str_starts_with($result, implode(',', $strong) . ' 161: SMTP protocol error: 504 5.5.4 no such thing') ? '' : "$result\n";
$result = tried(array_merge($weak, $strong), array_fill(0, count($strong), '534 5.7.9 too weak'));
echo str_starts_with($result, implode(',', $strong) . ' 161: ') ? '' : "$result\n";

echo tried(['LOGIN', 'PLAIN'], ['535 5.7.8 no']), "\n";
echo tried(['LOGIN', 'PLAIN'], ['504 5.5.4 no', '535 5.7.8 no']), "\n";
echo tried(['LOGIN', 'PLAIN'], ['454 4.7.0 later']), "\n";
echo tried(['CRAM-MD5', 'PLAIN'], ['454 4.7.0 later']), "\n";
echo tried(['PLAIN', 'XOAUTH2', 'OAUTHBEARER'], ['504 5.5.4 no', '535 5.7.8 no'], '', 'token'), "\n";
echo tried(['PLAIN', 'XOAUTH2'], ['535 5.7.8 no'], 'secret', 'else@example.org'), "\n";
echo tried(['XOAUTH2'], []), "\n";
?>
--EXPECT--
PLAIN 161: SMTP protocol error: 535 5.7.8 no (reply to AUTH PLAIN)
PLAIN,LOGIN 161: SMTP protocol error: 535 5.7.8 no (reply to AUTH LOGIN)
PLAIN 161: SMTP protocol error: 454 4.7.0 later (reply to AUTH PLAIN)
CRAM-MD5 161: SMTP protocol error: 454 4.7.0 later (reply to AUTH CRAM-MD5)
OAUTHBEARER,XOAUTH2 161: SMTP protocol error: 535 5.7.8 no (reply to AUTH XOAUTH2)
PLAIN 161: SMTP protocol error: 535 5.7.8 no (reply to AUTH PLAIN)
 161: The server offers no mechanism that AuthMechanism=99 allows (it
