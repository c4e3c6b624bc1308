--TEST--
DoEvents waits SelectWaitMillis, notices a 421 or the end of the connection, and is no error
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

const ENDS = [
	'421' => "S: 421 4.3.2 shutting down\nclose\n",
	'closed' => "close\n",
	'unasked reply' => "S: 250 nobody asked\nany\n",
	'half a reply' => "raw 421-clos\nclose\n",
	'nothing' => SMTP_QUIT,
];

by_both_interfaces(function (callable $do, string $interface) {
	echo "$interface\n";
	$m = new SSMTP();
	echo $do($m, 'DoEvents'), "\n";
	foreach (ENDS as $name => $end) {
		/* What the server does must not arrive together with the reply to NOOP. */
		$go = tempnam(sys_get_temp_dir(), 'ssmtp-test-');
		unlink($go);
		$server = smtp_server(smtp_greeting() . "C: NOOP\nS: 250 ok\nuntil $go\n" . $end);
		client($server, $m);
		$m->doConfig('SelectWaitMillis=' . ($name === 'nothing' ? 50 : 10000));
		$m->doConnect();
		$m->doSendCommand('NOOP');
		touch($go);
		$m->on('PITrail', function (array $p) { echo "  $p[direction] $p[message]\n"; });
		$m->on('ConnectionStatus', function (array $p) { echo "  $p[connectionevent] $p[statuscode] $p[description]\n"; });
		echo "$name:\n";
		$code = $do($m, 'DoEvents');
		echo '  ', $code, ' ', $m->lastErrorCode(), ' ', $m->getConnected() ? 'connected' : 'closed', ' ', json_encode($m->getLastReply()), "\n";
		$m->on('PITrail', null)->on('ConnectionStatus', null);
		$m->doDisconnect();
		unlink($go);
		if (str_contains($server->wait(), '!!')) {
			echo $server->wait();
		}
	}
});
?>
--EXPECT--
class
0
421:
  1 421 4.3.2 shutting down
  Remote host disconnected. 161 SMTP protocol error: 421 4.3.2 shutting down
  0 0 closed "421 4.3.2 shutting down"
closed:
  Remote host disconnected. 1120 The connection was dropped by the remote host.
  0 0 closed "250 ok"
unasked reply:
  1 250 nobody asked
  Remote host disconnected. 161 SMTP protocol error: a reply nobody asked for: 250 nobody asked
  0 0 closed "250 nobody asked"
half a reply:
  Remote host disconnected. 1120 The connection was dropped by the remote host.
  0 0 closed "250 ok"
nothing:
  0 0 connected "250 ok"
functions
0
421:
  1 421 4.3.2 shutting down
  Remote host disconnected. 161 SMTP protocol error: 421 4.3.2 shutting down
  0 0 closed "421 4.3.2 shutting down"
closed:
  Remote host disconnected. 1120 The connection was dropped by the remote host.
  0 0 closed "250 ok"
unasked reply:
  1 250 nobody asked
  Remote host disconnected. 161 SMTP protocol error: a reply nobody asked for: 250 nobody asked
  0 0 closed "250 nobody asked"
half a reply:
  Remote host disconnected. 1120 The connection was dropped by the remote host.
  0 0 closed "250 ok"
nothing:
  0 0 connected "250 ok"
