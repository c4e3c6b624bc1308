--TEST--
TLS: versions, suites, strength, groups and signature algorithms: each honoured
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$ec = certificates() . '/server-bundle.pem';
$rsa = certificate('rsa', ['key' => 'RSA -pkeyopt rsa_keygen_bits:2048']);
$old = '-cipher ALL:@SECLEVEL=0';
$cases = [
	/* settings, server, what is asked of the connection */
	[[], "$ec ", 'Version'],
	[['SSLEnabledProtocols=3072'], "$ec ", 'Version'],
	[['SSLEnabledProtocols=12288'], "$ec ", 'Version'],
	[['SSLEnabledProtocols=12288'], "$ec -tls1_2", 'Version'],
	[['SSLEnabledProtocols=3072'], "$ec -tls1_3", 'Version'],
	[[], "$ec -tls1_1 $old", 'Version'],
	[[], "$ec -tls1 $old", 'Version'],
	[['SSLEnabledProtocols=768'], "$ec $old", 'Version'],
	[['SSLEnabledProtocols=4032'], "$ec $old", 'Version'],
	[['SSLEnabledProtocols=140'], "$ec $old", 'Version'],
	[['SSLEnabledProtocols=12480'], "$ec -tls1_2 $old", 'Version'],
	[['SSLContextProtocol=TLSv1.2'], "$ec ", 'Version'],
	[['OpenSSLCipherList=ECDHE-ECDSA-AES128-GCM-SHA256', 'SSLEnabledProtocols=3072'], "$ec ", 'Cipher'],
	[['SSLEnabledCipherSuites=TLS_AES_128_GCM_SHA256'], "$ec ", 'CipherSuite'],
	[['SSLEnabledCipherSuites=TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'], "$ec ", 'CipherSuite'],
	[['SSLEnabledCipherSuites= SSL_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 ; TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'], "$ec ", 'CipherSuite'],
	[['SSLEnabledCipherSuites=SSL_RSA_WITH_RC4_128_SHA;TLS_AES_256_GCM_SHA384'], "$ec ", 'CipherSuite'],
	[['SSLEnabledCipherSuites=SSL_RSA_WITH_RC4_128_SHA'], "$ec ", 'CipherSuite'],
	[['SSLCipherStrength=256'], "$ec -tls1_2 -cipher ECDHE-ECDSA-AES128-GCM-SHA256", 'Cipher'],
	[['SSLCipherStrength=256'], "$ec -ciphersuites TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384", 'Cipher'],
	[['SSLCipherStrength=256', 'SSLEnabledProtocols=3072', 'OpenSSLCipherList=ECDHE-ECDSA-AES128-GCM-SHA256'], "$ec ", 'Cipher'],
	[['TLS13SupportedGroups=ecdhe_secp384r1', 'SSLEnabledProtocols=12288'], "$ec ", 'KeyExchange'],
	[['TLS13SupportedGroups=ffdhe_2048', 'SSLEnabledProtocols=12288'], "$ec ", 'KeyExchange'],
	[['TLS13SupportedGroups=ecdhe_x25519', 'SSLEnabledProtocols=12288'], "$ec -groups P-256", 'KeyExchange'],
	[['TLS13KeyShareGroups=ecdhe_secp256r1'], "$ec ", 'KeyExchange'],
	[['TLS12SupportedGroups=ecdhe_secp521r1', 'SSLEnabledProtocols=3072', 'SSLEnabledCipherSuites=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384'], "$rsa ", 'KeyExchange'],
	[['TLS13SignatureAlgorithms=ed25519,rsa_pss_sha256', 'SSLEnabledProtocols=12288'], "$ec ", 'Version'],
	[['TLS13SignatureAlgorithms=ecdsa_secp256r1_sha256', 'SSLEnabledProtocols=12288'], "$ec ", 'Version'],
	[['TLS12SignatureAlgorithms=sha256-ecdsa', 'SSLEnabledProtocols=3072'], "$ec ", 'Version'],
	[['TLS12SignatureAlgorithms=sha512-rsa', 'SSLEnabledProtocols=3072'], "$ec ", 'Version'],
	[['TLS12SignatureAlgorithms=sha512-rsa', 'SSLEnabledProtocols=3072'], "$rsa ", 'Version'],
];
foreach ($cases as [$settings, $arguments, $asked]) {
	[$bundle, $more] = explode(' ', $arguments, 2);
	$server = smtp_server(tls_by_openssl($bundle, $more) . "S: 220 mx ready\n" . tls_hello() . SMTP_QUIT);
	$client = tls_client($server, TLS_IMPLICIT);
	foreach ($settings as $setting) {
		$client->doConfig($setting);
	}
	$outcome = preg_replace('~(sslv3|tlsv1|ssl/tls) alert~', 'alert', tls_try($client));
	echo implode(' ', $settings) ?: 'defaults', ' | ', basename($bundle, '-bundle.pem'), " $more: ",
		$outcome === 'ok' ? $client->doConfig("SSLNegotiated$asked") : $outcome, "\n";
}
?>
--EXPECTF--
defaults | server : TLSv1.3
SSLEnabledProtocols=3072 | server : TLSv1.2
SSLEnabledProtocols=12288 | server : TLSv1.3
SSLEnabledProtocols=12288 | server -tls1_2: 276: TLS handshake with localhost: the server accepts no TLS version that SSLEnabledProtocols allows.
SSLEnabledProtocols=3072 | server -tls1_3: 276: TLS handshake with localhost: the server accepts no TLS version that SSLEnabledProtocols allows.
defaults | server -tls1_1 -cipher ALL:@SECLEVEL=0: 276: TLS handshake with localhost: the server accepts no TLS version that SSLEnabledProtocols allows.
defaults | server -tls1 -cipher ALL:@SECLEVEL=0: 276: TLS handshake with localhost: the server accepts no TLS version that SSLEnabledProtocols allows.
SSLEnabledProtocols=768 | server -cipher ALL:@SECLEVEL=0: TLSv1.1
SSLEnabledProtocols=4032 | server -cipher ALL:@SECLEVEL=0: TLSv1.2
SSLEnabledProtocols=140 | server -cipher ALL:@SECLEVEL=0: TLSv1
SSLEnabledProtocols=12480 | server -tls1_2 -cipher ALL:@SECLEVEL=0: 276: TLS handshake with localhost: the server accepts no TLS version that SSLEnabledProtocols allows.
SSLContextProtocol=TLSv1.2 | server : TLSv1.2
OpenSSLCipherList=ECDHE-ECDSA-AES128-GCM-SHA256 SSLEnabledProtocols=3072 | server : ECDHE-ECDSA-AES128-GCM-SHA256
SSLEnabledCipherSuites=TLS_AES_128_GCM_SHA256 | server : TLS_AES_128_GCM_SHA256
SSLEnabledCipherSuites=TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 | server : TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
SSLEnabledCipherSuites= SSL_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 ; TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 | server : TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
SSLEnabledCipherSuites=SSL_RSA_WITH_RC4_128_SHA;TLS_AES_256_GCM_SHA384 | server : TLS_AES_256_GCM_SHA384
SSLEnabledCipherSuites=SSL_RSA_WITH_RC4_128_SHA | server : 276: SSLEnabledCipherSuites leaves no cipher suite that OpenSSL has.
SSLCipherStrength=256 | server -tls1_2 -cipher ECDHE-ECDSA-AES128-GCM-SHA256: 276: TLS handshake with localhost: alert handshake failure; mostly no cipher suite, group or signature algorithm is common. Offered: TLS 1.2 to TLS 1.3 with %s
SSLCipherStrength=256 | server -ciphersuites TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384: TLS_AES_256_GCM_SHA384
SSLCipherStrength=256 SSLEnabledProtocols=3072 OpenSSLCipherList=ECDHE-ECDSA-AES128-GCM-SHA256 | server : 276: SSLCipherStrength leaves no cipher suite that OpenSSL has.
TLS13SupportedGroups=ecdhe_secp384r1 SSLEnabledProtocols=12288 | server : secp384r1
TLS13SupportedGroups=ffdhe_2048 SSLEnabledProtocols=12288 | server : ffdhe2048
TLS13SupportedGroups=ecdhe_x25519 SSLEnabledProtocols=12288 | server -groups P-256: 276: TLS handshake with localhost: alert handshake failure; mostly no cipher suite, group or signature algorithm is common. Offered: TLS 1.3 with %s
TLS13KeyShareGroups=ecdhe_secp256r1 | server : prime256v1
TLS12SupportedGroups=ecdhe_secp521r1 SSLEnabledProtocols=3072 SSLEnabledCipherSuites=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 | rsa : secp521r1
TLS13SignatureAlgorithms=ed25519,rsa_pss_sha256 SSLEnabledProtocols=12288 | server : 276: TLS handshake with localhost: alert handshake failure; mostly no cipher suite, group or signature algorithm is common. Offered: TLS 1.3 with %s
TLS13SignatureAlgorithms=ecdsa_secp256r1_sha256 SSLEnabledProtocols=12288 | server : TLSv1.3
TLS12SignatureAlgorithms=sha256-ecdsa SSLEnabledProtocols=3072 | server : TLSv1.2
TLS12SignatureAlgorithms=sha512-rsa SSLEnabledProtocols=3072 | server : 276: TLS handshake with localhost: alert handshake failure; mostly no cipher suite, group or signature algorithm is common. Offered: TLS 1.2 with %s
TLS12SignatureAlgorithms=sha512-rsa SSLEnabledProtocols=3072 | rsa : 280: The server's certificate was not accepted: signature algorithm not allowed by the settings: ecdsa-with-SHA256
