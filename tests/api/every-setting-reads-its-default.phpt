--TEST--
every setting reads its default through Config(), in any case of its name
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; ?>
--FILE--
<?php
require __DIR__ . '/walk.inc';

$m = new SSMTP();
$elsewhere = [
	'LocalHost' => fn ($v) => $v === gethostname(),
	'BuildInfo' => fn ($v) => str_contains($v, 'OpenSSL'),
	'LicenseInfo' => fn ($v) => str_contains($v, 'License Type:'),
];
$names = [];
foreach (config_rows() as $row) {
	foreach ([$row['name'], strtolower($row['name']), ' ' . strtoupper($row['name']) . ' '] as $name) {
		if ($row['name'] === 'MessageHeadersString') {
			check(str_contains($m->doConfig($name), 'Date: '), "$name reads"); // each reading makes a new Message-Id
			continue;
		}
		$value = config_read($m, $name);
		check(isset($elsewhere[$row['name']]) ? $elsewhere[$row['name']]($value) : $value === config_text($row['default']),
			"$name reads " . var_export($value, true));
	}
	check(!isset($names[strtolower($row['name'])]), "{$row['name']} stands once");
	$names[strtolower($row['name'])] = true;
}
/* The settings of the reference interfaces: 85. */
$reference = 'AllowEmptyTo AuthorizationIdentity Charset FoldHeaders Hello KeepQueue MaxHeaderLength MessageHeadersString
	MessageIdAlgorithm OtherHeaders ReturnPath SendRSET StopOnBccErrors StopOnCcErrors StopOnToErrors TransferText DetachedSignature
	CloseStreamAfterTransfer ConnectionTimeout FirewallAutoDetect FirewallHost FirewallListener FirewallPassword FirewallPort
	FirewallType FirewallUser KeepAliveInterval KeepAliveTime Linger LingerTime LocalHost LocalPort MaxLineLength MaxTransferRate
	ProxyExceptionsList TCPKeepAlive TcpNoDelay UseIPv6 UseNTLMv2 AcceptAnyServerCert LogSSLPackets OpenSSLCADir OpenSSLCAFile
	OpenSSLCipherList OpenSSLPrngSeedData ReuseSSLSession SSLCACertFilePaths SSLCACerts SSLCheckCRL SSLCheckOCSP SSLCipherStrength
	SSLClientCACerts SSLContextProtocol SSLEnabledCipherSuites SSLEnabledProtocols SSLEnableRenegotiation SSLIncludeCertChain
	SSLKeyLogFile SSLNegotiatedCipher SSLNegotiatedCipherStrength SSLNegotiatedCipherSuite SSLNegotiatedKeyExchange
	SSLNegotiatedKeyExchangeStrength SSLNegotiatedVersion SSLProvider SSLSecurityFlags SSLServerCACerts
	SSLTrustManagerFactoryAlgorithm TLS12SignatureAlgorithms TLS12SupportedGroups TLS13KeyShareGroups TLS13SignatureAlgorithms
	TLS13SupportedGroups SSLError SSLSpecificError AbsoluteTimeout FirewallData InBufferSize OutBufferSize BuildInfo CodePage
	GUIAvailable LicenseInfo MaskSensitiveData ProcessIdleEvents SelectWaitMillis UseDaemonThreads UseInternalSecurityAPI';
foreach (preg_split('/\s+/', $reference) as $name) {
	check(isset($names[strtolower($name)]), "$name exists");
}
walked(600);
?>
--EXPECT--
done
