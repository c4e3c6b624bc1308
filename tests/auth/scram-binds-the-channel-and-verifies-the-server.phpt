--TEST--
SCRAM binds the TLS channel where the server can, verifies the server's signature and minds the iteration count
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
require __DIR__ . '/auth.inc';
require_program('gcc', 'gcc');
if (!mechanism_is_built('SCRAM-SHA-256')) die('skip this build has no GNU SASL');
?>
--FILE--
<?php
require __DIR__ . '/auth.inc';
/* Compiler and server are not what a sanitizer is to watch. */
putenv('LD_PRELOAD');
$program = sys_get_temp_dir() . '/ssmtp-gsasl-' . getmypid();
exec('gcc -Wall -o ' . escapeshellarg($program) . ' ' . escapeshellarg(__DIR__ . '/../real/gsasl_server.c') . ' -lgsasl -lssl -lcrypto 2>&1', $output, $status);
echo $status === 0 ? '' : implode("\n", $output);

/** One Connect at the server; what both say. */
function log_in(string $program, string $offered, string $fault, string $mechanism, array $config = [], bool $tls = true): void
{
	$server = proc_open([$program, certificates() . '/server-bundle.pem', $offered, $fault], [1 => ['pipe', 'w']], $pipes);
	$port = (int) fgets($pipes[1]);
	$m = tls_client($port, $mechanism, $tls ? SSMTP::SSL_EXPLICIT : SSMTP::SSL_NONE);
	foreach ($config as $setting) {
		$m->doConfig($setting);
	}
	$result = outcome(fn () => $m->doConnect());
	$m->getConnected() && $m->doDisconnect();
	$said = [];
	while (($line = fgets($pipes[1])) !== false && $line !== "closed\n") {
		$said[] = rtrim($line);
	}
	proc_terminate($server);
	proc_close($server);
	echo "$mechanism, $fault: $result\n    ", implode('; ', $said), "\n";
}

$all = 'SCRAM-SHA-1 SCRAM-SHA-1-PLUS SCRAM-SHA-256 SCRAM-SHA-256-PLUS';
$tls12 = ['SSLEnabledProtocols=3072'];
echo "-- bound\n";
foreach (['SCRAM-SHA-256', 'SCRAM-SHA-1', 'AUTO'] as $mechanism) {
	log_in($program, $all, 'none', $mechanism);
	log_in($program, $all, 'none', $mechanism, $tls12);
}
log_in($program, $all, 'binding', 'SCRAM-SHA-256');
log_in($program, $all, 'binding', 'SCRAM-SHA-1', $tls12);
echo "-- not bound\n";
log_in($program, 'SCRAM-SHA-1 SCRAM-SHA-256', 'none', 'SCRAM-SHA-256');
log_in($program, $all, 'none', 'SCRAM-SHA-256', [], false);
log_in($program, 'DIGEST-MD5', 'none', 'DIGEST-MD5', [], false);
echo "-- faults\n";
foreach (['signature', 'early', 'cheap', 'dear'] as $fault) {
	foreach (['SCRAM-SHA-1', 'SCRAM-SHA-256'] as $mechanism) {
		log_in($program, $all, $fault, $mechanism);
	}
}
unlink($program);
?>
--EXPECT--
-- bound
SCRAM-SHA-256, none: ok
    TLSv1.3; SCRAM-SHA-256-PLUS of user@example.org: GSASL_OK
SCRAM-SHA-256, none: ok
    TLSv1.2; SCRAM-SHA-256-PLUS of user@example.org: GSASL_OK
SCRAM-SHA-1, none: ok
    TLSv1.3; SCRAM-SHA-1-PLUS of user@example.org: GSASL_OK
SCRAM-SHA-1, none: ok
    TLSv1.2; SCRAM-SHA-1-PLUS of user@example.org: GSASL_OK
AUTO, none: ok
    TLSv1.3; SCRAM-SHA-256-PLUS of user@example.org: GSASL_OK
AUTO, none: ok
    TLSv1.2; SCRAM-SHA-256-PLUS of user@example.org: GSASL_OK
SCRAM-SHA-256, binding: 161: SMTP protocol error: 535 5.7.8 no (reply to AUTH SCRAM-SHA-256-PLUS)
    TLSv1.3; SCRAM-SHA-256-PLUS of user@example.org: GSASL_AUTHENTICATION_ERROR
SCRAM-SHA-1, binding: 161: SMTP protocol error: 535 5.7.8 no (reply to AUTH SCRAM-SHA-1-PLUS)
    TLSv1.2; SCRAM-SHA-1-PLUS of user@example.org: GSASL_AUTHENTICATION_ERROR
-- not bound
SCRAM-SHA-256, none: ok
    TLSv1.3; SCRAM-SHA-256 of user@example.org: GSASL_OK
SCRAM-SHA-256, none: ok
    SCRAM-SHA-256 of user@example.org: GSASL_OK
DIGEST-MD5, none: ok
    DIGEST-MD5 of user@example.org: GSASL_OK
-- faults
SCRAM-SHA-1, signature: 161: SCRAM-SHA-1-PLUS: the server did not prove that it knows the password.
    TLSv1.3; SCRAM-SHA-1-PLUS: cancelled
SCRAM-SHA-256, signature: 161: SCRAM-SHA-256-PLUS: the server did not prove that it knows the password.
    TLSv1.3; SCRAM-SHA-256-PLUS: cancelled
SCRAM-SHA-1, early: 161: SMTP protocol error: the server ended the AUTH exchange without proving that it knows the password: 235 2.7.0 welcome
    TLSv1.3; SCRAM-SHA-1-PLUS: ended early
SCRAM-SHA-256, early: 161: SMTP protocol error: the server ended the AUTH exchange without proving that it knows the password: 235 2.7.0 welcome
    TLSv1.3; SCRAM-SHA-256-PLUS: ended early
SCRAM-SHA-1, cheap: 161: SCRAM-SHA-1-PLUS: the server's iteration count 100 is not between 4096 and 1000000.
    TLSv1.3; SCRAM-SHA-1-PLUS: cancelled
SCRAM-SHA-256, cheap: 161: SCRAM-SHA-256-PLUS: the server's iteration count 100 is not between 4096 and 1000000.
    TLSv1.3; SCRAM-SHA-256-PLUS: cancelled
SCRAM-SHA-1, dear: 161: SCRAM-SHA-1-PLUS: the server's iteration count 2000000 is not between 4096 and 1000000.
    TLSv1.3; SCRAM-SHA-1-PLUS: cancelled
SCRAM-SHA-256, dear: 161: SCRAM-SHA-256-PLUS: the server's iteration count 2000000 is not between 4096 and 1000000.
    TLSv1.3; SCRAM-SHA-256-PLUS: cancelled
