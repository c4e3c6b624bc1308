--TEST--
TLS: a value that OpenSSL cannot honour is an error that names it
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$client = new SSMTP();
foreach (['SSLEnabledProtocols=0', 'SSLEnabledProtocols=x', 'SSLContextProtocol=TLSv9', 'OpenSSLCipherList=NONSENSE', 'SSLEnabledCipherSuites=TLS_NONSENSE',
	'TLS12SupportedGroups=ecdhe_nonsense', 'TLS13SupportedGroups=ecdhe_x25519,nonsense', 'TLS13KeyShareGroups=nonsense', 'TLS12SignatureAlgorithms=sha256-nonsense',
	'TLS13SignatureAlgorithms=nonsense', 'SSLCipherStrength=-1', 'SSLCheckCRL=4', 'SSLCheckOCSP=9', 'SSLProvider=Internal', 'UseInternalSecurityAPI=True',
	'SSLClientCACerts=x', 'SSLTrustManagerFactoryAlgorithm=X'] as $setting) {
	echo "$setting\n\t", outcome(fn () => $client->doConfig($setting)), "\n";
}
/* What can only be known at the handshake. */
$certs = certificates();
foreach (['SSLEnabledProtocols=48', 'SSLEnabledProtocols=12', 'OpenSSLCAFile=/nonexistent/ca.pem', "OpenSSLCAFile=$certs/server.key", 'OpenSSLCADir=/nonexistent',
	"OpenSSLCADir=$certs/root.pem", 'SSLServerCACerts=nonsense', 'SSLKeyLogFile=/nonexistent/keys', 'SSLKeyLogFile=/'] as $setting) {
	$server = smtp_server("any\n");
	$client = tls_client($server, TLS_IMPLICIT);
	echo $setting === "OpenSSLCADir=$certs/root.pem" ? 'OpenSSLCADir=a file' : str_replace($certs, 'certs', $setting), "\n\t",
		str_replace($certs, 'certs', outcome(function () use ($client, $setting) {
			$client->doConfig($setting);
			$client->doConnect();
		})), ' | SSLError ', $client->doConfig('SSLError'), "\n";
	echo $server->received() === '' ? '' : "octets were sent\n";
}
?>
--EXPECT--
SSLEnabledProtocols=0
	10022: SSLEnabledProtocols must be a sum of 12 (SSL 2), 48 (SSL 3), 192 (TLS 1.0), 768 (TLS 1.1), 3072 (TLS 1.2) and 12288 (TLS 1.3), not 0; 0 was given.
SSLEnabledProtocols=x
	10022: SSLEnabledProtocols must be an integer; text "x" was given.
SSLContextProtocol=TLSv9
	10022: SSLContextProtocol must be one of TLS, SSL, TLSv1, TLSv1.1, TLSv1.2, TLSv1.3; text "TLSv9" was given.
OpenSSLCipherList=NONSENSE
	10022: OpenSSLCipherList: OpenSSL does not accept "NONSENSE".
SSLEnabledCipherSuites=TLS_NONSENSE
	10022: SSLEnabledCipherSuites: "TLS_NONSENSE" is not the name of a cipher suite.
TLS12SupportedGroups=ecdhe_nonsense
	10022: TLS12SupportedGroups: "ecdhe_nonsense" is not the name of a TLS group.
TLS13SupportedGroups=ecdhe_x25519,nonsense
	10022: TLS13SupportedGroups: "nonsense" is not the name of a TLS group.
TLS13KeyShareGroups=nonsense
	10022: TLS13KeyShareGroups: "nonsense" is not the name of a TLS group.
TLS12SignatureAlgorithms=sha256-nonsense
	10022: TLS12SignatureAlgorithms: "sha256-nonsense" is not the name of a TLS signature algorithm.
TLS13SignatureAlgorithms=nonsense
	10022: TLS13SignatureAlgorithms: "nonsense" is not the name of a TLS signature algorithm.
SSLCipherStrength=-1
	10022: SSLCipherStrength must be from 0 to 256; -1 was given.
SSLCheckCRL=4
	10022: SSLCheckCRL must be from 0 to 3; 4 was given.
SSLCheckOCSP=9
	10022: SSLCheckOCSP must be from 0 to 3; 9 was given.
SSLProvider=Internal
	270: SSLProvider must be OpenSSL, the only implementation; text "Internal" was given.
UseInternalSecurityAPI=True
	270: UseInternalSecurityAPI must be False, as OpenSSL is the only implementation; true was given.
SSLClientCACerts=x
	10022: SSLClientCACerts must be empty, as an SMTP client does not validate client certificates; text "x" was given.
SSLTrustManagerFactoryAlgorithm=X
	10022: SSLTrustManagerFactoryAlgorithm must be one of empty, PKIX; text "X" was given.
SSLEnabledProtocols=48
	276: SSLEnabledProtocols 48 leaves no TLS version that OpenSSL has. | SSLError 276
SSLEnabledProtocols=12
	276: SSLEnabledProtocols 12 leaves no TLS version that OpenSSL has. | SSLError 276
OpenSSLCAFile=/nonexistent/ca.pem
	271: OpenSSLCAFile: "/nonexistent/ca.pem" does not exist. | SSLError 271
OpenSSLCAFile=certs/server.key
	271: OpenSSLCAFile: "certs/server.key" cannot be used: no certificate or crl found. | SSLError 271
OpenSSLCADir=/nonexistent
	271: OpenSSLCADir: "/nonexistent" does not exist. | SSLError 271
OpenSSLCADir=a file
	271: OpenSSLCADir: "certs/root.pem" is not a directory. | SSLError 271
SSLServerCACerts=nonsense
	272: SSLServerCACerts: The text holds no certificate: PEM, DER or base64 of DER is expected. | SSLError 0
SSLKeyLogFile=/nonexistent/keys
	303: SSLKeyLogFile "/nonexistent/keys" cannot be used: No such file or directory. | SSLError 276
SSLKeyLogFile=/
	303: SSLKeyLogFile "/" cannot be used: Is a directory. | SSLError 276
