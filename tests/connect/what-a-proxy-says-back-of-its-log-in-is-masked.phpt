--TEST--
FirewallPassword and credentials in FirewallData are masked when the proxy says them back: in the refusal, and as a reply through the tunnel
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';
require __DIR__ . '/../proxy.inc';

const SECRETS = ['hunter2secret', 'aHVudGVyMnNlY3JldA', 'YW5uOmh1bnRlcjJzZWNyZXQ=', 'tok.en-4711-and-more'];
$echoed = implode(' ', SECRETS);
$answers = [
	[SSMTP::FW_TUNNEL, "HTTP/1.1 407 no: $echoed\r\n\r\n"],
	[SSMTP::FW_TUNNEL, "HTTP/1.1 200 OK\r\n\r\n554 no: $echoed\r\n"],
	[SSMTP::FW_TUNNEL, "HTTP/1.1 200 OK\r\n\r\n554-no\r\n554 $echoed\r\n"],
	[SSMTP::FW_TUNNEL, "HTTP/1.1 200 OK\r\n\r\nno reply: $echoed\r\n"],
	[SSMTP::FW_SOCKS5, "\5\2\1\0\5\0\0\1\0\0\0\0\0\0" . "554 no: hunter2secret aHVudGVyMnNlY3JldA\r\n"],
	[SSMTP::FW_SOCKS4A, "\0\x5a\0\0\0\0\0\0" . "554 no: hunter2secret\r\n"],
];
foreach ($answers as [$type, $answer]) {
	$proxy = proxy(answer: $answer);
	$m = client();
	$m->setFirewallType($type)->setFirewallHost('127.0.0.1')->setFirewallPort($proxy->port);
	$m->setFirewallUser('ann')->setFirewallPassword('hunter2secret');
	if ($type === SSMTP::FW_TUNNEL) {
		$m->doConfig("FirewallData=X-A: b\r\nProxy-Authorization: Bearer tok.en-4711-and-more\r\n");
	}
	$trail = '';
	$m->on('PITrail', function (array $param) use (&$trail) { $trail .= "$param[message]\n"; });
	$m->on('ConnectionStatus', function (array $param) use (&$trail) { $trail .= "$param[description]\n"; });
	$m->on('Error', function (array $param) use (&$trail) { $trail .= "$param[description]\n"; });
	$outcome = outcome(fn () => $m->doConnect());
	echo $outcome, ' | ', str_replace("\r\n", '/', $m->getLastReply()), "\n";
	foreach (SECRETS as $secret) {
		if (str_contains($outcome . $trail . $m->getLastReply(), $secret)) {
			echo "  shows $secret\n$trail";
		}
	}
}
?>
--EXPECT--
118: Firewall error: the HTTP proxy answered HTTP/1.1 407 no: ***** ***** ***** ***** | 
161: SMTP protocol error: 554 no: ***** ***** ***** ***** (reply to the connection) | 554 no: ***** ***** ***** *****
161: SMTP protocol error: 554-no  554 ***** ***** ***** ***** (reply to the connection) | 554-no/554 ***** ***** ***** *****
161: SMTP protocol error: this is not a reply: "no reply: ***** ***** ***** *****". | 
161: SMTP protocol error: 554 no: ***** ***** (reply to the connection) | 554 no: ***** *****
161: SMTP protocol error: 554 no: ***** (reply to the connection) | 554 no: *****
