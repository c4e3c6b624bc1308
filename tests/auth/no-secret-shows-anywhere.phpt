--TEST--
No password, token or key password shows in events, exceptions, dumps, traces, phpinfo() or queue files
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--INI--
zend.exception_ignore_args=0
--FILE--
<?php
require __DIR__ . '/auth.inc';
$canaries = [];
foreach (['password', 'token', 'proxy', 'sslkey', 'sslstore', 'signkey', 'signstore'] as $name) {
	$canaries[$name] = "kanarie+$name/" . bin2hex(random_bytes(6));
}

/** Names of the canaries that stand in text: raw, hex, URL-encoded, or Base64 at any of its three alignments. */
function found(string $text): array
{
	$found = [];
	foreach ($GLOBALS['canaries'] as $name => $canary) {
		$forms = [$canary, bin2hex($canary), strtoupper(bin2hex($canary)), urlencode($canary), rawurlencode($canary), strrev($canary)];
		for ($shift = 0; $shift < 3; $shift++) {
			/* The octets at both ends depend on the neighbours. */
			$forms[] = substr(base64_encode(str_repeat('.', $shift) . $canary), 4, -4);
		}
		foreach ($forms as $form) {
			if (str_contains($text, $form)) {
				$found[$name] = true;
			}
		}
	}
	return array_keys($found);
}

/** All that one log-in shows. */
function shown(string $mechanism, string $script, bool $mask = true): array
{
	global $canaries;
	$server = smtp_server(smtp_greeting('AUTH ' . ($mechanism === 'USER_PASSWORD' ? 'LOGIN' : $mechanism)) . $script);
	$m = auth_client($server, $mechanism)->setPassword($canaries['password'])->setFirewallPassword($canaries['proxy'])
		->setSSLCertStorePassword($canaries['sslstore'])->setSSLCertKeyPassword($canaries['sslkey'])
		->setCertStorePassword($canaries['signstore'])->setCertKeyPassword($canaries['signkey']);
	if (str_contains($mechanism, 'OAUTH')) {
		$m->setTokenProvider(fn () => $canaries['token']);
	}
	$m->doConfig('MaskSensitiveData=' . ($mask ? 'True' : 'False'));
	$trail = $rest = '';
	foreach (['PITrail', 'ConnectionStatus', 'Error', 'SSLStatus', 'StartTransfer', 'EndTransfer', 'Transfer', 'Expand'] as $event) {
		$m->on($event, function (array $param) use (&$trail, &$rest, $event, $mask) {
			$event === 'PITrail' ? $trail .= $param['message'] . "\n" : $rest .= implode("\n", $param) . "\n";
			/* It shows the callback's own argument too. */
			$rest .= $event !== 'PITrail' || $mask ? print_r(debug_backtrace(), true) : '';
		});
	}
	try {
		$m->doSend();
		$rest .= $m->doQueue($GLOBALS['folder']);
		foreach (glob($GLOBALS['folder'] . '/*') as $file) {
			$rest .= file_get_contents($file);
			unlink($file);
		}
	} catch (SSMTPException $e) {
		$rest .= "$e" . print_r($e, true) . print_r($e->getTrace(), true);
	}
	ob_start();
	var_dump($m);
	print_r($m);
	phpinfo(INFO_MODULES | INFO_CONFIGURATION);
	$rest .= ob_get_clean() . $m->lastError() . $m->getLastReply() . $m->getMessageHeadersString() . print_r($m->getDeliveryReport(), true)
		. ssmtp_get_last_error($m);
	/* The server must have got it, or the test shows nothing. */
	return [found($server->received()), found($trail), found($rest)];
}

$folder = sys_get_temp_dir() . '/ssmtp-canary-' . getmypid();
mkdir($folder);
$ok = "S: 235 welcome\n" . smtp_transaction() . SMTP_QUIT;
$no = "S: 535 5.7.8 no\n" . SMTP_QUIT;
$exchanges = [
	'PLAIN' => "C: AUTH PLAIN *\n",
	'USER_PASSWORD' => "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: *\nS: 334 UGFzc3dvcmQ6\nC: *\n",
	'XOAUTH2' => "C: AUTH XOAUTH2 *\n",
	'OAUTHBEARER' => "C: AUTH OAUTHBEARER *\n",
	'CRAM-MD5' => "C: AUTH CRAM-MD5\nS: 334 PDFAbXg+\nC: *\n",
];
foreach ($exchanges as $mechanism => $exchange) {
	foreach (['let in' => $ok, 'refused' => $mechanism === 'XOAUTH2' || $mechanism === 'OAUTHBEARER' ? "S: 535 5.7.8 no\n$exchange$no" : $no] as $case => $end) {
		[$sent, $trail, $rest] = shown($mechanism, $exchange . $end);
		echo "$mechanism, $case: sent ", implode(',', $sent) ?: 'nothing', '; trail ', implode(',', $trail) ?: 'nothing', '; elsewhere ', implode(',', $rest) ?: 'nothing', "\n";
	}
	[$sent, $trail, $rest] = shown($mechanism, $exchange . $ok, false);
	echo "$mechanism, not masked: sent ", implode(',', $sent) ?: 'nothing', '; trail ', implode(',', $trail) ?: 'nothing', '; elsewhere ', implode(',', $rest) ?: 'nothing', "\n";
}
rmdir($folder);
?>
--EXPECT--
PLAIN, let in: sent password; trail nothing; elsewhere nothing
PLAIN, refused: sent password; trail nothing; elsewhere nothing
PLAIN, not masked: sent password; trail password; elsewhere nothing
USER_PASSWORD, let in: sent password; trail nothing; elsewhere nothing
USER_PASSWORD, refused: sent password; trail nothing; elsewhere nothing
USER_PASSWORD, not masked: sent password; trail password; elsewhere nothing
XOAUTH2, let in: sent token; trail nothing; elsewhere nothing
XOAUTH2, refused: sent token; trail nothing; elsewhere nothing
XOAUTH2, not masked: sent token; trail token; elsewhere nothing
OAUTHBEARER, let in: sent token; trail nothing; elsewhere nothing
OAUTHBEARER, refused: sent token; trail nothing; elsewhere nothing
OAUTHBEARER, not masked: sent token; trail token; elsewhere nothing
CRAM-MD5, let in: sent nothing; trail nothing; elsewhere nothing
CRAM-MD5, refused: sent nothing; trail nothing; elsewhere nothing
CRAM-MD5, not masked: sent nothing; trail nothing; elsewhere nothing
