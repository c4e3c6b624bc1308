--TEST--
Replies that are here are judged in order, whatever follows: the outcome is the same wherever they are cut into packets, and however the connection ends behind them
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../queue/queue.inc';

const COMMANDS = "C: MAIL *\nC: RCPT *\nC: DATA\n";
$body = fn (string $raw) => COMMANDS . "raw 250 ok\\r\\n250 ok\\r\\n354 go\\r\\n\ndata\n" . $raw;
$group = fn (string $raw) => COMMANDS . $raw;
/* What the server says before it goes, and where in the conversation. */
$cases = [
	'RCPT refused' => [$group, "250 2.1.0 ok\r\n550 5.1.1 no such user\r\n503 5.5.1 no recipients\r\n"],
	'RCPT put off' => [$group, "250 2.1.0 ok\r\n450-4.2.1 busy\r\n450 4.2.1 later\r\n503 5.5.1 no recipients\r\n"],
	'MAIL refused' => [$group, "550 5.7.1 not you\r\n503 5.5.1 no\r\n503 5.5.1 no\r\n"],
	'DATA refused' => [$group, "250 ok\r\n250 ok\r\n554 5.3.0 no data\r\n"],
	'message refused' => [$body, "554 5.7.1 spam\r\n"],
	'message accepted' => [$body, "250 2.0.0 Ok: queued as 4XyZ1q\r\n"],
];
$raw = fn (string $octets) => $octets === '' ? '' : 'raw ' . addcslashes($octets, "\r\n") . "\ndelay 0\n";

foreach ($cases as $name => [$conversation, $replies]) {
	foreach (['close', 'rst'] as $end) {
		/* Every place around a line end and in a reply code, and a few in the text. */
		$cuts = array_filter(range(0, strlen($replies)), fn ($at) => $at % 5 === 0 || preg_match('/[\r\n]/', substr($replies, max(0, $at - 3), 6)));
		$ways = ['Send' => [], 'ProcessQueue' => []];
		foreach ($ways as $way => $outcomes) {
			$script = [];
			foreach ($cuts as $at) {
				$script[] = smtp_greeting('PIPELINING') . $conversation($raw(substr($replies, 0, $at)) . $raw(substr($replies, $at))) . "$end\n";
			}
			$server = smtp_server(implode("accept\n", $script));
			foreach ($cuts as $at) {
				$m = client($server);
				$dir = queue_dir();
				$names = queue_messages($dir, 1, $m);
				try {
					$way === 'Send' ? $m->doSend() : $m->doProcessQueue($dir);
					$outcome = 'ok';
				} catch (SSMTPException $e) {
					$outcome = "{$e->getCode()}, {$e->getReplyCode()} {$e->getEnhancedCode()}" . ($e->isTransient() ? ', transient' : '')
						. ($e->mayHaveBeenDelivered() ? ', may have been delivered' : '');
				}
				$fates = array_column($m->getDeliveryReport()['recipients'], 'fate');
				$outcome .= ', ' . implode(' ', $fates) . ($way === 'Send' ? '' : ', ' . queue_states($dir, $names));
				$ways[$way][$outcome][] = $at;
				unset($m, $e);
			}
			echo str_contains($transcript = $server->wait(), '!!') ? $transcript : '';
		}
		foreach ($ways as $way => $outcomes) {
			echo "$name, $end, $way: ", count($outcomes) === 1 ? key($outcomes) : json_encode($outcomes), "\n";
		}
	}
}
?>
--EXPECT--
RCPT refused, close, Send: 161, 550 5.1.1, refused
RCPT refused, close, ProcessQueue: 161, 550 5.1.1, refused, m0 failed+report
RCPT refused, rst, Send: 161, 550 5.1.1, refused
RCPT refused, rst, ProcessQueue: 161, 550 5.1.1, refused, m0 failed+report
RCPT put off, close, Send: 161, 450 4.2.1, transient, refused
RCPT put off, close, ProcessQueue: 161, 450 4.2.1, transient, refused, m0 failed+report
RCPT put off, rst, Send: 161, 450 4.2.1, transient, refused
RCPT put off, rst, ProcessQueue: 161, 450 4.2.1, transient, refused, m0 failed+report
MAIL refused, close, Send: 161, 550 5.7.1, not tried
MAIL refused, close, ProcessQueue: 161, 550 5.7.1, not tried, m0 failed+report
MAIL refused, rst, Send: 161, 550 5.7.1, not tried
MAIL refused, rst, ProcessQueue: 161, 550 5.7.1, not tried, m0 failed+report
DATA refused, close, Send: 161, 554 5.3.0, accepted
DATA refused, close, ProcessQueue: 161, 554 5.3.0, accepted, m0 failed+report
DATA refused, rst, Send: 161, 554 5.3.0, accepted
DATA refused, rst, ProcessQueue: 161, 554 5.3.0, accepted, m0 failed+report
message refused, close, Send: 161, 554 5.7.1, accepted
message refused, close, ProcessQueue: 161, 554 5.7.1, accepted, m0 failed+report
message refused, rst, Send: 161, 554 5.7.1, accepted
message refused, rst, ProcessQueue: 161, 554 5.7.1, accepted, m0 failed+report
message accepted, close, Send: ok, delivered
message accepted, close, ProcessQueue: ok, delivered, m0 gone
message accepted, rst, Send: ok, delivered
message accepted, rst, ProcessQueue: ok, delivered, m0 gone