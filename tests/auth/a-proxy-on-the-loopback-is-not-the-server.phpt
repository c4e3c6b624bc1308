--TEST--
A proxy on the loopback leads elsewhere: no password in clear through it
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/auth.inc';
require __DIR__ . '/../proxy.inc';
foreach (['PLAIN', 'USER_PASSWORD', 'XOAUTH2', 'AUTO'] as $mechanism) {
	$server = smtp_server(smtp_greeting('AUTH PLAIN LOGIN XOAUTH2') . "any\n");
	$proxy = proxy();
	$m = auth_client($server, $mechanism)->setMailServer('mx.invalid')
		->setFirewallType(SSMTP::FW_TUNNEL)->setFirewallHost('127.0.0.1')->setFirewallPort($proxy->port);
	echo "$mechanism: ", code(fn () => $m->doSend()), ' ', str_contains($server->received(), 'AUTH') ? 'AUTH was sent' : 'no AUTH', ', ',
		str_contains($server->received(), 'EHLO') ? 'through the proxy' : 'not connected', "\n";
}
$server = smtp_server(smtp_greeting('CRAM-MD5', 'AUTH CRAM-MD5') . "C: AUTH CRAM-MD5\nS: 334 PDFAbXg+\nC: *\nS: 235 in\n" . SMTP_QUIT);
$proxy = proxy();
$m = auth_client($server, 'CRAM-MD5')->setMailServer('mx.invalid')
	->setFirewallType(SSMTP::FW_TUNNEL)->setFirewallHost('127.0.0.1')->setFirewallPort($proxy->port);
echo 'CRAM-MD5: ', outcome(fn () => $m->doConnect()), "\n";
$m->doDisconnect();
?>
--EXPECT--
PLAIN: 211 no AUTH, through the proxy
USER_PASSWORD: 211 no AUTH, through the proxy
XOAUTH2: 211 no AUTH, through the proxy
AUTO: 211 no AUTH, through the proxy
CRAM-MD5: ok
