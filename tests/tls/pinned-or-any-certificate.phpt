--TEST--
TLS: SSLAcceptServerCertEncoded accepts one certificate, AcceptAnyServerCert any; the event fires and may refuse
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$certs = certificates();
$bad = certificate('other.example', ['issuer' => '', 'chain' => [], 'san' => 'DNS:other.example']);
$settings = [
	'nothing' => fn ($c) => null,
	'this certificate, PEM' => fn ($c) => $c->setSSLAcceptServerCertEncoded(preg_replace('/^.*(?=-----BEGIN CERT)/s', '', file_get_contents($bad))),
	'this certificate, DER in base64' => fn ($c) => $c->setSSLAcceptServerCertEncoded(base64_encode(
		base64_decode(preg_replace('/^.*-----BEGIN CERTIFICATE-----|-----END.*$/s', '', file_get_contents($bad))))),
	'another certificate' => fn ($c) => $c->setSSLAcceptServerCertEncoded(file_get_contents("$certs/server.pem")),
	'AcceptAnyServerCert' => fn ($c) => $c->doConfig('AcceptAnyServerCert=True'),
	'cleared' => function ($c) use ($bad) {
		$c->setSSLAcceptServerCertEncoded(file_get_contents($bad));
		$c->setSSLAcceptServerCertEncoded('');
	},
];
foreach ($settings as $name => $set) {
	foreach ([false, true] as $refuse) {
		$server = smtp_server(tls_by_php($bad) . "S: 220 mx ready\nC: EHLO *\nS: 250 mx\nany\n");
		$client = tls_client($server, TLS_IMPLICIT);
		$set($client);
		$seen = '';
		ssmtp_register_callback($client, 6, function ($param) use ($refuse, &$seen) {
			$seen .= "$param[status] " . json_encode($param['accept']);
			return $refuse ? ['accept' => false] : null;
		});
		ssmtp_register_callback($client, 1, function ($param) use (&$seen) {
			$seen .= $param['connectionevent'] === 'SSL handshake complete.' ? ' complete' : '';
		});
		$code = code(fn () => $client->doConnect());
		echo $name, $refuse ? ', refused by the callback' : '', ": $seen ", $code === 0 ? 'accepted' : $code, "\n";
		if ($name === 'nothing') {
			break;
		}
	}
}
echo outcome(fn () => (new SSMTP())->setSSLAcceptServerCertEncoded('no certificate')), "\n";
?>
--EXPECT--
nothing: self-signed certificate; hostname mismatch false 280
this certificate, PEM: OK true complete accepted
this certificate, PEM, refused by the callback: OK true 280
this certificate, DER in base64: OK true complete accepted
this certificate, DER in base64, refused by the callback: OK true 280
another certificate: self-signed certificate; hostname mismatch false 280
another certificate, refused by the callback: self-signed certificate; hostname mismatch false 280
AcceptAnyServerCert: self-signed certificate; hostname mismatch true complete accepted
AcceptAnyServerCert, refused by the callback: self-signed certificate; hostname mismatch true 280
cleared: self-signed certificate; hostname mismatch false 280
cleared, refused by the callback: self-signed certificate; hostname mismatch false 280
272: SSLAcceptServerCertEncoded: The text holds no certificate: PEM, DER or base64 of DER is expected.
