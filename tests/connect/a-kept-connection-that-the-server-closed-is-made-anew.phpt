--TEST--
Connect: a kept connection that the server closed is made anew, once, before an octet of a message has left
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . "/../tls.inc";
const ACCEPTED = "S: 250 2.0.0 Ok: queued as 4XyZ1q\n";
$one = substr(smtp_transaction(), 0, -strlen(ACCEPTED));
$ways = [
	'421 behind the 250' => [ACCEPTED . "S: 421 4.4.2 too many messages\nclose\n", ''],
	'421 that waits' => [ACCEPTED . "delay 0\nS: 421 4.4.2 timeout exceeded\nclose\n", ''],
	'a 421 in two parts' => [ACCEPTED . "raw 421 4.4\ndelay 5\nraw .2 bye\\r\\n\nclose\n", ''],
	'FIN, close_notify in TLS' => [ACCEPTED . "delay 0\nclose\n", ''],
	'RST' => [ACCEPTED . "delay 0\nrst\n", ''],
	'421 to MAIL' => [ACCEPTED, "C: MAIL FROM:*\nS: 421 4.7.0 come again\nclose\n"],
	'451 4.4.2 to MAIL' => [ACCEPTED, "C: MAIL FROM:*\nS: 451 4.4.2 timeout\nclose\n"],
	'FIN behind MAIL' => [ACCEPTED, "C: MAIL FROM:*\nclose\n"],
	'RST behind RCPT' => [ACCEPTED, "C: MAIL FROM:*\nS: 250 ok\nC: RCPT TO:*\nrst\n"],
];
$tls = tls_by_php(certificates() . '/server-bundle.pem');
$login = "C: AUTH PLAIN *\nS: 235 2.7.0 in\n";
$hellos = [
	'clear' => smtp_greeting('8BITMIME'),
	'groups' => smtp_greeting('PIPELINING'),
	'TLS and log-in' => tls_explicit($tls, 'AUTH PLAIN') . $login,
];
$methods = ['doSend', 'doSendToTerminalAndEmail'];

foreach ($hellos as $kind => $hello) {
	foreach ($ways as $way => [$end, $then]) {
		$first = $one;
		if ($kind === 'groups') {
			$first = str_replace(["\nS: 250 2.1.0 sender ok", "\nS: 250 2.1.5 recipient ok"], '', $one);
			$first = str_replace("S: 354", "S: 250 ok\nS: 250 ok\nS: 354", $first);
			$then = $then === '' ? '' : preg_replace('/^C: MAIL.*\n(S: 250 ok\nC: RCPT.*\n)?/', "C: MAIL FROM:*\nC: RCPT *\nC: DATA\n", $then);
			$then = str_replace('451 4.4.2 timeout', "451 4.4.2 timeout\nS: 503 x\nS: 503 x", $then);
		}
		$server = smtp_server($hello . $first . $end . $then . "accept\n" . $hello . $first . ACCEPTED . SMTP_QUIT);
		$client = $kind === 'TLS and log-in' ? tls_client($server)->setUser('ann')->setPassword('secret') : client($server);
		$told = 0;
		$client->on('PITrail', function (array $p) use (&$told) { $told += str_contains($p['message'], 'closed the kept connection'); });
		$client->doConnect();
		$client->doSend();
		for ($i = 0; $then === '' && $client->getConnected() && $i < 5000; $i++) {
			usleep(1000);
		}
		$seen = $then === '' ? ($client->getConnected() ? 'still connected' : 'seen') : 'not seen';
		$outcome = outcome(fn () => $client->setSubject('second')->doSend());
		$report = $client->getDeliveryReport();
		$kept = $client->getConnected() ? 'kept' : 'closed';
		$client->doDisconnect();
		$wire = $server->wait();
		echo "$kind, $way: $seen, $outcome, $kept, told $told, {$server->messages()} messages, ",
			count($report['recipients']), ' ', $report['recipients'][0]['fate'], ' ', $report['queueid'], "\n",
			str_contains($wire, '!!') ? $wire : '';
	}
}

/* Once; never behind an octet of the message; never what was refused for another reason; never in clear what was under TLS. */
$hello = smtp_greeting('8BITMIME');
$refusals = [
	'the new one is left as well' => $hello . $one . ACCEPTED . "close\naccept\n" . $hello . "C: MAIL FROM:*\nS: 421 4.7.0 still not\nclose\n",
	'451 4.4.2 over the new one as well' => $hello . $one . ACCEPTED . "C: MAIL FROM:*\nS: 451 4.4.2 timeout\nclose\naccept\n" . $hello . "C: MAIL FROM:*\nS: 451 4.4.2 timeout\nclose\n",
	'closed behind 354' => $hello . $one . ACCEPTED . "C: MAIL FROM:*\nS: 250 ok\nC: RCPT TO:*\nS: 250 ok\nC: DATA\nS: 354 go\nclose\n",
	'closed behind the end of mail data' => $hello . $one . ACCEPTED . $one . "close\n",
	'451 for another reason' => $hello . $one . ACCEPTED . "C: MAIL FROM:*\nS: 451 4.7.1 greylisted\nany\n",
	'a connection of its own' => $hello . "C: MAIL FROM:*\nS: 421 4.7.0 come again\nclose\n",
];
foreach ($refusals as $name => $script) {
	$server = smtp_server($script);
	$client = client($server);
	if ($name !== 'a connection of its own') {
		$client->doConnect();
		$client->doSend();
	}
	try {
		$client->doSend();
	} catch (SSMTPException $e) {
		printf("%s: %s, reply %d, %s%s\n", $name, in_array($e->getCode(), [1120, 10054]) ? 'dropped' : $e->getCode(), $e->getReplyCode(), $e->isTransient() ? 'transient' : 'permanent',
			($e->mayHaveBeenDelivered() ? ', may have been delivered' : '')
			. (str_contains($e->getMessage(), 'connecting again') ? ', tried once more' : ''));
	}
	unset($client, $e);
	echo str_contains($wire = $server->wait(), '!!') ? $wire : '';
}
$server = smtp_server(smtp_greeting('STARTTLS') . "C: STARTTLS\nS: 220 go\n" . $tls . tls_hello() . $one . ACCEPTED . "close\n");
$client = tls_client($server);
$client->doConnect();
$client->doSend();
$client->setSSLStartMode(SSMTP::SSL_NONE);
echo 'TLS was switched off: ', outcome(fn () => $client->doSend()), "\n";
?>
--EXPECT--
clear, 421 behind the 250: seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
clear, 421 that waits: seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
clear, a 421 in two parts: seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
clear, FIN, close_notify in TLS: seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
clear, RST: seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
clear, 421 to MAIL: not seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
clear, 451 4.4.2 to MAIL: not seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
clear, FIN behind MAIL: not seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
clear, RST behind RCPT: not seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
groups, 421 behind the 250: seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
groups, 421 that waits: seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
groups, a 421 in two parts: seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
groups, FIN, close_notify in TLS: seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
groups, RST: seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
groups, 421 to MAIL: not seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
groups, 451 4.4.2 to MAIL: not seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
groups, FIN behind MAIL: not seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
groups, RST behind RCPT: not seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
TLS and log-in, 421 behind the 250: seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
TLS and log-in, 421 that waits: seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
TLS and log-in, a 421 in two parts: seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
TLS and log-in, FIN, close_notify in TLS: seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
TLS and log-in, RST: seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
TLS and log-in, 421 to MAIL: not seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
TLS and log-in, 451 4.4.2 to MAIL: not seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
TLS and log-in, FIN behind MAIL: not seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
TLS and log-in, RST behind RCPT: not seen, ok, kept, told 1, 2 messages, 1 delivered 4XyZ1q
the new one is left as well: 161, reply 421, transient
451 4.4.2 over the new one as well: 161, reply 451, transient
closed behind 354: dropped, reply 0, transient, may have been delivered
closed behind the end of mail data: dropped, reply 0, transient, may have been delivered
451 for another reason: 161, reply 451, transient
a connection of its own: 161, reply 421, transient
TLS was switched off: 1120: The connection was dropped by the remote host.
