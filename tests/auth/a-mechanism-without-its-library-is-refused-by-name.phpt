--TEST--
A mechanism whose library this build lacks is refused before connecting, with the name of the library
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
require __DIR__ . '/auth.inc';
if (mechanism_is_built('SCRAM-SHA-256') || mechanism_is_built('GSSAPI')) die('skip this build has both libraries; scripts/test minimal runs one without');
?>
--FILE--
<?php
require __DIR__ . '/auth.inc';
foreach (['NTLM', 'DIGEST-MD5', 'GSSAPI', 'SCRAM-SHA-1', 'SCRAM-SHA-256', 'CRAM-MD5'] as $mechanism) {
	/* Port 1: an attempt to connect would say 10061. */
	echo "$mechanism: ", outcome(fn () => auth_client(null, $mechanism)->doConnect()), "\n";
}
/* AM_AUTO takes the best of what is left. */
$server = smtp_server(smtp_greeting('AUTH SCRAM-SHA-256 DIGEST-MD5 CRAM-MD5 PLAIN') . "C: AUTH CRAM-MD5\nS: 334 PDFAbXg+\nC: *\nS: 235 ok\n" . SMTP_QUIT);
echo 'AUTO: ', outcome(fn () => auth_client($server, 'AUTO')->doConnect()), "\n";
?>
--EXPECT--
NTLM: 273: AUTH NTLM needs GSS-API or GNU SASL, which this build does not have.
DIGEST-MD5: 273: AUTH DIGEST-MD5 needs GNU SASL, which this build does not have.
GSSAPI: 211: AUTH GSSAPI needs GSS-API, which this build does not have.
SCRAM-SHA-1: 273: AUTH SCRAM-SHA-1 needs GNU SASL, which this build does not have.
SCRAM-SHA-256: 273: AUTH SCRAM-SHA-256 needs GNU SASL, which this build does not have.
CRAM-MD5: 10061: [10061] Connection refused. (connecting to 127.0.0.1 port 1)
AUTO: ok
