--TEST--
Send and ProcessQueue: recipients beyond what the server takes at once go in further mail transactions, with one report
--FILE--
<?php
require __DIR__ . "/../queue/queue.inc";
const OK = "S: 250 ok\n";
const MORE = "S: 452 4.5.3 too many recipients\n";

/** A mail transaction: MAIL, then each recipient with its reply, then the message. */
function part(array $recipients, string $end, bool $groups = false): string
{
	$commands = "C: MAIL FROM:*\n";
	$replies = OK;
	foreach ($recipients as $name => $reply) {
		[$commands, $replies] = [$commands . "C: RCPT TO:<$name@example.com>\n", $replies . $reply];
	}
	if ($groups) {
		return "$commands$replies" . ($end === '' ? '' : "C: DATA\nS: 354 go\ndata\n$end");
	}
	preg_match_all('/^[CS]: .*\n/m', $commands, $c);
	preg_match_all('/^[CS]: .*\n/m', $replies, $s);
	return implode('', array_map(fn ($a, $b) => $a . $b, $c[0], $s[0])) . ($end === '' ? '' : "C: DATA\nS: 354 go\ndata\n$end");
}
function queued(string $id): string
{
	return "S: 250 2.0.0 Ok: queued as $id\n";
}
function report(SSMTP $m): void
{
	$report = $m->getDeliveryReport();
	echo "  first: $report[replycode] $report[queueid]; transactions:";
	foreach ($report['transactions'] as $t) {
		echo " $t[replycode]/$t[queueid]";
	}
	echo "\n  ";
	foreach ($report['recipients'] as $r) {
		echo strtok($r['address'], '@'), ' ', $r['fate'], ' ', $r['replycode'], '/', var_export($r['transaction'], true), ' ';
	}
	echo "\n";
}

$three = fn (bool $g) => part(['a' => OK, 'b' => OK, 'c' => MORE, 'd' => MORE, 'e' => MORE], queued('Q1'), $g)
	. part(['c' => OK, 'd' => OK, 'e' => MORE], queued('Q2'), $g) . part(['e' => OK], queued('Q3'), $g);
$limits = fn (bool $g) => part(['a' => OK, 'b' => OK], queued('Q1'), $g) . part(['c' => OK, 'd' => OK], queued('Q2'), $g)
	. part(['e' => OK], queued('Q3'), $g);
$refused = "S: 550 5.1.1 no\n";
$cases = [
	'452 4.5.3' => [smtp_greeting('8BITMIME') . $three(false), []],
	'452 4.5.3, PIPELINING' => [smtp_greeting('PIPELINING') . $three(true), []],
	'LIMITS RCPTMAX=2' => [smtp_greeting('LIMITS RCPTMAX=2') . $limits(false), []],
	'LIMITS RCPTMAX=2, PIPELINING' => [smtp_greeting('PIPELINING', 'LIMITS MAILMAX=9 RCPTMAX=2') . $limits(true), []],
	'the rest is refused at RCPT' => [smtp_greeting('8BITMIME') . part(['a' => OK, 'b' => MORE, 'c' => MORE, 'd' => MORE, 'e' => MORE], queued('Q1'))
		. part(['b' => $refused, 'c' => $refused, 'd' => $refused, 'e' => $refused], '') . "C: RSET\n" . OK, ['StopOnToErrors=False']],
	'the rest is refused at its end of data' => [smtp_greeting('8BITMIME') . part(['a' => OK, 'b' => OK, 'c' => MORE, 'd' => MORE, 'e' => MORE], queued('Q1'))
		. part(['c' => OK, 'd' => OK, 'e' => OK], "S: 554 5.7.1 spam\n"), []],
	'452 for the very first is a refusal' => [smtp_greeting('8BITMIME') . "C: MAIL FROM:*\n" . OK . "C: RCPT TO:<a@*\n" . MORE . "C: RSET\n" . OK, []],
];
$accepted = smtp_greeting('8BITMIME');
$cases['the server leaves in between'] = [$accepted . part(['a' => OK, 'b' => OK, 'c' => MORE, 'd' => MORE, 'e' => MORE], queued('Q1') . "S: 421 4.4.2 enough\nclose\n")
	. "accept\n" . $accepted . part(['c' => OK, 'd' => OK, 'e' => OK], queued('Q2')), []];
foreach ($cases as $name => [$script, $config]) {
	$server = smtp_server($script . SMTP_QUIT);
	$m = client($server)->setSendTo('a@example.com, b@example.com, c@example.com, d@example.com, e@example.com');
	array_map($m->doConfig(...), $config);
	try {
		$m->doSend();
		echo "$name: ok\n";
	} catch (SSMTPException $e) {
		echo "$name: {$e->getMessage()}", $e->mayHaveBeenDelivered() ? ' (may have been delivered)' : '', "\n";
	}
	report($m);
	unset($m, $e);
	echo str_contains($wire = $server->wait(), '!!') ? $wire : '';
	$same = array_unique(array_map(fn ($i) => $server->message($i), $server->messages() > 0 ? range(0, $server->messages() - 1) : []));
	echo '  ', $server->messages(), ' messages, ', count($same), " different\n";
}

/** A body that can be read once, or again; longer than what is kept in memory when it is large. */
function stream(bool $rewinds, bool $large)
{
	$octets = str_repeat(str_repeat('x', 70) . "\r\n", $large ? 20000 : 1);
	if ($rewinds) {
		$stream = fopen('php://memory', 'w+');
		fwrite($stream, $octets);
		rewind($stream);
		return $stream;
	}
	return popen(PHP_BINARY . ' -n -r ' . escapeshellarg('echo str_repeat(str_repeat("x", 70) . "\r\n", ' . ($large ? 20000 : 1) . ');'), 'r');
}
echo "A stream\n";
foreach (['8BITMIME' => $three(false), 'PIPELINING' => $three(true), 'LIMITS RCPTMAX=2' => $limits(false),
	'CHUNKING' => str_replace("C: DATA\nS: 354 go\ndata\n", "chunks\n", $three(false))] as $keyword => $script) {
	foreach ([[true, true], [false, false], [false, true]] as [$rewinds, $large]) {
		if ($keyword === 'CHUNKING' && !$large) {
			continue; /* the size is known the second time, and a small message leaves by DATA */
		}
		$server = smtp_server(smtp_greeting($keyword) . $script . SMTP_QUIT);
		$m = client($server)->setSendTo('a@example.com, b@example.com, c@example.com, d@example.com, e@example.com');
		$m->doSetMessageStream(stream($rewinds, $large));
		echo $keyword, $rewinds ? ', rewinds' : ', is read once', $large ? ', large: ' : ': ', outcome(fn () => $m->doSend()), ', ';
		echo implode(' ', array_count_values(array_column($m->getDeliveryReport()['recipients'], 'fate'))), ' delivered, ';
		unset($m);
		echo str_contains($wire = $server->wait(), '!!') ? $wire : '';
		$bodies = array_map(fn ($i) => explode("\r\n\r\n", $server->message($i), 2)[1], [0, 1, 2]);
		echo $server->messages(), ' messages of ', strlen($bodies[0]), ' octets, ', count(array_unique($bodies)), " different\n";
	}
}

echo "ProcessQueue\n";
foreach ([false, true] as $groups) {
	$script = $three($groups) . part(['a' => OK], queued('Q4'), $groups);
	$server = smtp_server(smtp_greeting($groups ? 'PIPELINING' : '8BITMIME') . $script . SMTP_QUIT);
	$dir = queue_dir();
	$m = client($server);
	$m->doConfig('KeepBody=True');
	$names = [basename($m->setSendTo('a@example.com, b@example.com, c@example.com, d@example.com, e@example.com')->doQueue($dir), '.queued')];
	$names[] = basename($m->setSendTo('a@example.com')->doQueue($dir), '.queued');
	echo outcome(fn () => $m->doProcessQueue($dir)), ' ', queue_states($dir, $names), "\n";
	unset($m);
	echo str_contains($wire = $server->wait(), '!!') ? $wire : '';
	echo $server->messages(), ' messages, ', strlen($server->message(0)) === strlen($server->message(2)) && $server->message(0) === $server->message(1) ? 'the same' : 'different', "\n";
}
?>
--EXPECT--
452 4.5.3: ok
  first: 250 Q1; transactions: 250/Q1 250/Q2 250/Q3
  a delivered 250/0 b delivered 250/0 c delivered 250/1 d delivered 250/1 e delivered 250/2 
  3 messages, 1 different
452 4.5.3, PIPELINING: ok
  first: 250 Q1; transactions: 250/Q1 250/Q2 250/Q3
  a delivered 250/0 b delivered 250/0 c delivered 250/1 d delivered 250/1 e delivered 250/2 
  3 messages, 1 different
LIMITS RCPTMAX=2: ok
  first: 250 Q1; transactions: 250/Q1 250/Q2 250/Q3
  a delivered 250/0 b delivered 250/0 c delivered 250/1 d delivered 250/1 e delivered 250/2 
  3 messages, 1 different
LIMITS RCPTMAX=2, PIPELINING: ok
  first: 250 Q1; transactions: 250/Q1 250/Q2 250/Q3
  a delivered 250/0 b delivered 250/0 c delivered 250/1 d delivered 250/1 e delivered 250/2 
  3 messages, 1 different
the rest is refused at RCPT: ok
  first: 250 Q1; transactions: 250/Q1 0/
  a delivered 250/0 b refused 550/1 c refused 550/1 d refused 550/1 e refused 550/1 
  1 messages, 1 different
the rest is refused at its end of data: 161: SMTP protocol error: 554 5.7.1 spam (reply to the message) (may have been delivered)
  first: 250 Q1; transactions: 250/Q1 554/
  a delivered 250/0 b delivered 250/0 c accepted 250/1 d accepted 250/1 e accepted 250/1 
  2 messages, 1 different
452 for the very first is a refusal: 161: SMTP protocol error: 452 4.5.3 too many recipients (reply to RCPT TO:<a@example.com>)
  first: 0 ; transactions: 0/
  a refused 452/0 b not tried 0/NULL c not tried 0/NULL d not tried 0/NULL e not tried 0/NULL 
  0 messages, 0 different
the server leaves in between: ok
  first: 250 Q1; transactions: 250/Q1 250/Q2
  a delivered 250/0 b delivered 250/0 c delivered 250/1 d delivered 250/1 e delivered 250/1 
  2 messages, 1 different
A stream
8BITMIME, rewinds, large: ok, 5 delivered, 3 messages of 1440000 octets, 1 different
8BITMIME, is read once: ok, 5 delivered, 3 messages of 72 octets, 1 different
8BITMIME, is read once, large: ok, 5 delivered, 3 messages of 1440000 octets, 1 different
PIPELINING, rewinds, large: ok, 5 delivered, 3 messages of 1440000 octets, 1 different
PIPELINING, is read once: ok, 5 delivered, 3 messages of 72 octets, 1 different
PIPELINING, is read once, large: ok, 5 delivered, 3 messages of 1440000 octets, 1 different
LIMITS RCPTMAX=2, rewinds, large: ok, 5 delivered, 3 messages of 1440000 octets, 1 different
LIMITS RCPTMAX=2, is read once: ok, 5 delivered, 3 messages of 72 octets, 1 different
LIMITS RCPTMAX=2, is read once, large: ok, 5 delivered, 3 messages of 1440000 octets, 1 different
CHUNKING, rewinds, large: ok, 5 delivered, 3 messages of 1440000 octets, 1 different
CHUNKING, is read once, large: ok, 5 delivered, 3 messages of 1440000 octets, 1 different
ProcessQueue
ok m0 gone, m1 gone
4 messages, the same
ok m0 gone, m1 gone
4 messages, the same
