--TEST--
A refused log-in tells code, transience and what the code means; AM_AUTO keeps the last refusal
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/auth.inc';

function refused(string $mechanism, string $offer, string ...$replies): void
{
	$script = smtp_greeting("AUTH $offer");
	foreach ($replies as $reply) {
		$script .= "C: AUTH *\nS: $reply\n";
	}
	$m = auth_client(smtp_server($script . SMTP_QUIT), $mechanism);
	try {
		$m->doConnect();
	} catch (SSMTPException $e) {
		echo $e->getReplyCode(), ' ', $e->getEnhancedCode() ?: '-', ' ', $e->isTransient() ? 'transient' : 'final', ' ', $e->getMessage(), "\n";
	}
}
foreach (['432 4.7.12 A password transition is needed', '454 4.7.0 Temporary authentication failure', '454 later',
		'534 5.7.9 Authentication mechanism is too weak', '538 5.7.11 Encryption required', '535 5.7.8 no'] as $reply) {
	refused('PLAIN', 'PLAIN', $reply);
}
refused('AUTO', 'CRAM-MD5 PLAIN', '534 5.7.9 Too weak');
refused('AUTO', 'PLAIN LOGIN', '504 5.5.4 Not PLAIN', '534 5.7.9 Not LOGIN');
?>
--EXPECT--
432 4.7.12 transient 161: SMTP protocol error: 432 4.7.12 A password transition is needed (reply to AUTH PLAIN); the account has to log in once with PLAIN or LOGIN under TLS before the server can use this mechanism.
454 4.7.0 transient 161: SMTP protocol error: 454 4.7.0 Temporary authentication failure (reply to AUTH PLAIN); the server cannot check passwords now: the password need not be wrong, try later.
454 - transient 161: SMTP protocol error: 454 later (reply to AUTH PLAIN); the server cannot check passwords now: the password need not be wrong, try later.
534 5.7.9 final 161: SMTP protocol error: 534 5.7.9 Authentication mechanism is too weak (reply to AUTH PLAIN); the server allows this account stronger mechanisms only: choose another AuthMechanism, or an application password.
538 5.7.11 final 161: SMTP protocol error: 538 5.7.11 Encryption required (reply to AUTH PLAIN); the server takes this mechanism under TLS only: set SSLStartMode to 2 (STARTTLS) or 1 (implicit TLS).
535 5.7.8 final 161: SMTP protocol error: 535 5.7.8 no (reply to AUTH PLAIN)
534 5.7.9 final 161: SMTP protocol error: 534 5.7.9 Too weak (reply to AUTH CRAM-MD5); the server allows this account stronger mechanisms only: choose another AuthMechanism, or an application password.
534 5.7.9 final 161: SMTP protocol error: 534 5.7.9 Not LOGIN (reply to AUTH LOGIN); the server allows this account stronger mechanisms only: choose another AuthMechanism, or an application password.
