--TEST--
A signal handler runs while the client waits; it may interrupt the method or throw
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
require_function('pcntl_alarm', 'the extension pcntl');
?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

pcntl_async_signals(true);
$handlers = [
	'goes on' => function () { echo 'handled, '; },
	'interrupts' => function () use (&$m) { echo 'handled, '; $m->doInterrupt(); },
	'throws' => function () { echo 'handled, '; throw new DomainException('out'); },
];
foreach ($handlers as $name => $handler) {
	/* Slower than the alarm, far faster than Timeout. */
	$server = smtp_server("S: 220 mx.example.com ready\nC: EHLO *\ndelay 2000\nS: 250 mx.example.com\nany\n");
	$m = client($server);
	$m->setTimeout(60);
	pcntl_signal(SIGALRM, $handler);
	pcntl_alarm(1);
	echo "$name: ";
	try {
		echo $m->doConnect();
	} catch (Exception $e) {
		echo get_class($e), ' ', $e->getCode(), ', ', $m->getConnected() ? 'connected' : 'closed';
	}
	echo "\n";
	pcntl_alarm(0);
	unset($server);
}
?>
--EXPECT--
goes on: handled, 0
interrupts: handled, SSMTPException 301, closed
throws: handled, DomainException 0, closed
