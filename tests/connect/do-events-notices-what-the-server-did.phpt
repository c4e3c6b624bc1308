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
		$server = smtp_server(smtp_greeting() . "C: NOOP\nS: 250 ok\n" . $end);
		client($server, $m);
		$m->doConfig('SelectWaitMillis=' . ($name === 'nothing' ? 50 : 10000));
		$m->doConnect();
		$m->doSendCommand('NOOP');
		$m->on('PITrail', function (array $p) { echo "  $p[direction] $p[message]\n"; });
		$m->on('ConnectionStatus', function (array $p) { echo "  $p[connectionevent] $p[statuscode] $p[description]\n"; });
		echo "$name:\n";
		$code = $do($m, 'DoEvents');
		echo '  ', $code, ' ', $m->lastErrorCode(), ' ', $m->getConnected() ? 'connected' : 'closed', ' ', json_encode($m->getLastReply()), "\n";
		$m->on('PITrail', null)->on('ConnectionStatus', null);
		$m->doDisconnect();
		if (str_contains($server->wait(), '!!')) {
			echo $server->wait();
		}
	}
});
?>
--EXPECT--
class
0

Fatal error: Uncaught SSMTPException: 161: SMTP protocol error: a reply nobody asked for: 421 4.3.2 shutting down in /work/wt/found/tests/connect/do-events-notices-what-the-server-did.php:21
Stack trace:
#0 /work/wt/found/tests/connect/do-events-notices-what-the-server-did.php(21): SSMTP->doSendCommand(Object(SensitiveParameterValue))
#1 /work/wt/found/tests/client.inc(42): {closure}(Object(Closure), 'class')
#2 /work/wt/found/tests/connect/do-events-notices-what-the-server-did.php(12): by_both_interfaces(Object(Closure))
#3 {main}
  thrown in /work/wt/found/tests/connect/do-events-notices-what-the-server-did.php on line 21
