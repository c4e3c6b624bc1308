--TEST--
SendToTerminalOrEmail, -Only and -AndEmail send SOML, SEND and SAML; without EHLO they are 211
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

const VERBS = ['SendToTerminalOrEmail' => 'SOML', 'SendToTerminalOnly' => 'SEND', 'SendToTerminalAndEmail' => 'SAML'];

by_both_interfaces(function (callable $do, string $interface) {
	echo "$interface\n";
	foreach (VERBS as $method => $verb) {
		$server = smtp_server(smtp_greeting('SIZE 1000', '8BITMIME')
			. "C: $verb FROM:<sender@example.org>*\nS: 250 ok\nC: RCPT TO:<recipient@example.com>\nS: 250 ok\nC: DATA\nS: 354 go\ndata\nS: 250 done\n"
			. "C: $verb FROM:<sender@example.org>*\nS: 502 5.5.1 not here\n" . SMTP_QUIT);
		$m = client($server);
		$do($m, 'Connect');
		echo $do($m, $method), ' ', $do($m, $method), ' ', $m->getLastReply(), ' ', $m->getConnected() ? 'connected' : 'closed', "\n";
		$do($m, 'Disconnect');
		echo preg_match('/^!!.*/m', $server->wait(), $match) ? $match[0] : 'as in the script', "\n";
		$m->setAllowExtensions(false);
		echo $do($m, $method), ' ', $m->lastError(), "\n";
	}
});
?>
--EXPECT--
class
0 161 502 5.5.1 not here connected
as in the script
211 SendToTerminal methods need AllowExtensions.
0 161 502 5.5.1 not here connected
as in the script
211 SendToTerminal methods need AllowExtensions.
0 161 502 5.5.1 not here connected
as in the script
211 SendToTerminal methods need AllowExtensions.
functions
0 161 502 5.5.1 not here connected
as in the script
211 SendToTerminal methods need AllowExtensions.
0 161 502 5.5.1 not here connected
as in the script
211 SendToTerminal methods need AllowExtensions.
0 161 502 5.5.1 not here connected
as in the script
211 SendToTerminal methods need AllowExtensions.
