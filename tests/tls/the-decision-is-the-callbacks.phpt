--TEST--
TLS: SSLServerAuthentication: once a handshake, decides both ways, before an octet of SMTP
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
$certs = certificates();
$bad = certificate('unknown', ['issuer' => 'stranger-root', 'chain' => ["$certs/stranger-root.pem"]]);
$good = "$certs/server-bundle.pem";
$flag = own_folder() . '/decided';
foreach (['tls_implicit' => TLS_IMPLICIT, 'tls_explicit' => TLS_EXPLICIT] as $way => $mode) {
	foreach (['good' => $good, 'bad' => $bad] as $kind => $bundle) {
		foreach ([true, false] as $accept) {
			/* What comes behind the handshake comes after the callback has written its file, or does not come. */
			$handshake = tls_by_php($bundle);
			[$before, $after] = explode($handshake, $way($handshake), 2);
			$after = preg_replace('/^(C: EHLO .*\n)/m', "$1exists $flag\n", $after, 1);
			$server = smtp_server($before . $handshake . ($accept ? $after . SMTP_QUIT : "eof\n"));
			$client = tls_client($server, $mode);
			$calls = 0;
			@unlink($flag);
			ssmtp_register_callback($client, 6, function (array $param) use ($accept, $flag, &$calls) {
				$calls++;
				usleep(20000);
				touch($flag);
				$recommended = $param['accept'];
				$param['accept'] = $accept;
				echo implode(',', array_keys($param)), ' ', $param['status'], ' ', json_encode($recommended), "\n";
				return $param;
			});
			$outcome = strtok(tls_try($client), ':');
			echo "$way $kind ", json_encode($accept), ": $outcome calls $calls, SSLError ",
				$client->doConfig('SSLError'), "\n", strstr($server->wait(), '!!');
		}
	}
}
?>
--EXPECT--
certencoded,certsubject,certissuer,status,accept OK true
tls_implicit good true: ok calls 1, SSLError 0
certencoded,certsubject,certissuer,status,accept OK true
tls_implicit good false: 280 calls 1, SSLError 280
certencoded,certsubject,certissuer,status,accept self-signed certificate in certificate chain false
tls_implicit bad true: ok calls 1, SSLError 0
certencoded,certsubject,certissuer,status,accept self-signed certificate in certificate chain false
tls_implicit bad false: 280 calls 1, SSLError 280
certencoded,certsubject,certissuer,status,accept OK true
tls_explicit good true: ok calls 1, SSLError 0
certencoded,certsubject,certissuer,status,accept OK true
tls_explicit good false: 280 calls 1, SSLError 280
certencoded,certsubject,certissuer,status,accept self-signed certificate in certificate chain false
tls_explicit bad true: ok calls 1, SSLError 0
certencoded,certsubject,certissuer,status,accept self-signed certificate in certificate chain false
tls_explicit bad false: 280 calls 1, SSLError 280
