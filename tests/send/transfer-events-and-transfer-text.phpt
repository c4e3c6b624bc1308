--TEST--
Transfer events tell the body in chunks of at most 8192 octets, TransferText the chunk within and the whole body after
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

function transfer(string $name, callable $prepare): void
{
	$server = smtp_server(smtp_greeting() . smtp_transaction() . SMTP_QUIT);
	$m = client($server);
	$told = '';
	$events = [];
	$percent = [];
	$faults = [];
	$last = 0;
	$m->on('StartTransfer', function (array $p) use (&$events) { $events[] = "Start $p[direction]"; });
	$m->on('EndTransfer', function (array $p) use (&$events) { $events[] = "End $p[direction]"; });
	$m->on('Transfer', function (array $p) use (&$events, &$told, &$percent, &$faults, &$last, $m) {
		$told .= $p['text'];
		$percent[] = $p['percentdone'];
		if ($m->doConfig('TransferText') !== $p['text']) {
			$faults[] = 'TransferText differs';
		}
		if ($p['bytestransferred'] !== strlen($told) || strlen($p['text']) > 8192 || $p['direction'] !== 0 || $p['text'] === '') {
			$faults[] = "$p[bytestransferred] octets";
		}
		if (end($events) !== 'Transfer') {
			$events[] = 'Transfer';
		}
	});
	$prepare($m);
	$code = code(fn () => $m->doSend());
	[, $body] = explode("\r\n\r\n", $server->message(), 2);
	$body = preg_replace('/^\./m', '', $body);
	/* What was given may lack the line end that the mail data must have. */
	$same = $body === $told || $body === "$told\r\n";
	echo "$name: $code ", implode(' ', $events), ' ', count($percent) > 1 ? 'several' : count($percent), ' ', $percent === [] ? '' : min($percent) . '..' . max($percent), ' ',
		count(array_keys($percent, 100)), 'x100 ', $same ? 'whole' : 'not the body', ' ', $m->doConfig('TransferText') === $told ? 'same after' : 'differs after',
		$faults === [] ? '' : ' ' . implode(', ', array_unique($faults)), "\n";
}

$long = str_repeat("0123456789 .\r\n", 5000);
$stream = function (bool $known) use ($long) {
	$stream = $known ? tmpfile() : popen('i=0; while [ $i -lt 3000 ]; do echo line $i; i=$((i+1)); done', 'r');
	if ($known) {
		fwrite($stream, $long);
		rewind($stream);
	}
	return $stream;
};
transfer('short', fn ($m) => $m->setMessageText("hello\r\n"));
transfer('long', fn ($m) => $m->setMessageText($long));
transfer('dots', fn ($m) => $m->setMessageText(".\r\n..\r\n"));
transfer('raw', fn ($m) => $m->setMessage($long));
transfer('file', fn ($m) => $m->doSetMessageStream($stream(true)));
transfer('pipe', fn ($m) => $m->doSetMessageStream($stream(false)));
transfer('empty', fn ($m) => $m->setMessageText('')->doConfig('AllowEmptyBody=True'));

$m = new SSMTP();
echo json_encode($m->doConfig('TransferText')), ' ', code(fn () => $m->doConfig('TransferText=x')), "\n";

/* MaxTransferRate: 20,000 octets at 20,000 a second, the first chunk free. */
$server = smtp_server(smtp_greeting() . smtp_transaction() . SMTP_QUIT);
$m = client($server);
$m->setMessageText(str_repeat("0123456789012345678\n", 1000));
$m->doConfig('MaxTransferRate=20000');
$begin = hrtime(true);
$m->doSend();
$seconds = (hrtime(true) - $begin) / 1e9;
echo $seconds > 0.5 ? 'slowed' : "not slowed: $seconds s", "\n";
?>
--EXPECT--
short: 0 Start 0 Transfer End 0 1 100..100 1x100 whole same after
long: 0 Start 0 Transfer End 0 several 11..100 1x100 whole same after
dots: 0 Start 0 Transfer End 0 1 100..100 1x100 whole same after
raw: 0 Start 0 Transfer End 0 several 11..100 1x100 whole same after
file: 0 Start 0 Transfer End 0 several 11..100 1x100 whole same after
pipe: 0 Start 0 Transfer End 0 several -1..-1 0x100 whole same after
empty: 0  0  0x100 whole same after
"" 211
slowed
