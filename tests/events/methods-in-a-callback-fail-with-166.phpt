--TEST--
Methods in a callback fail with 166, Connect within Connect with 1105; Interrupt, Config and DoEvents do not
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/scenario.inc';

$methods = [
	'AddRecipientCert' => ['x'], 'CertsOnly' => [], 'Connect' => [], 'Disconnect' => [], 'Encrypt' => [], 'Expand' => ['staff'],
	'NewMessage' => [], 'ProcessQueue' => ['.'],
	'Queue' => ['*'], 'Reset' => [], 'ResetHeaders' => [], 'Send' => [], 'SendToTerminalAndEmail' => [], 'SendToTerminalOnly' => [],
	'SendToTerminalOrEmail' => [], 'Sign' => [], 'SignAndEncrypt' => [], 'Verify' => ['ann'], 'SendCommand' => ['NOOP'],
	'SetMessageStream' => [null], 'StartTLS' => [],
];
foreach (get_class_methods('SSMTP') as $method) {
	if (preg_match('/^do(?!(Interrupt|Config|DoEvents)$)(.*)/', $method, $found) && !isset($methods[$found[2]])) {
		echo "$method() is not tried\n";
	}
}

foreach (EVENTS as $event) {
	$server = scenario_server();
	$m = scenario_client($server);
	$codes = [];
	$m->on($event, function () use ($m, $methods, &$codes) {
		if ($codes !== []) {
			return;
		}
		foreach ($methods as $method => $args) {
			$code = code(fn () => $m->{"do$method"}(...$args));
			$function = ('ssmtp_do_' . strtolower($method))($m, ...$args);
			$codes[in_array($method, ['Queue']) ? ssmtp_get_last_error_code($m) : $function][] = $method;
			$codes[$code][] = $method;
		}
		$codes['ssmtp_close'] = [ssmtp_close($m)];
		$codes['Connected'] = [ssmtp_set($m, 11, !$m->getConnected()), code(fn () => $m->setConnected(!$m->getConnected()))];
		$codes['others'] = [$m->doDoEvents(), $m->doConfig('Hello'), ssmtp_do_doevents($m), $m->getSubject()];
	});
	$m->doConnect();
	$m->doExpand('staff');
	if ($codes !== []) {
		/* Sign and Encrypt were refused: nothing leaves without them until another message begins. */
		$m->doResetHeaders();
		$m->setFrom('sender@example.org')->setSendTo('recipient@example.com')->setBCc('nobody@example.com')->setSubject('test')
			->setMessageText("hello\r\n");
	}
	$m->doSend();
	$m->doDisconnect();
	echo "$event: ";
	foreach ($codes as $code => $names) {
		echo is_int($code) ? "$code " . count($names) . ($code === 166 ? '' : ' ' . $names[0]) : "$code " . implode(' ', $names), ', ';
	}
	echo $server->messages(), " message\n";
	/* The callback holds its object: PHP itself would look for such rings only among ten thousand. */
	unset($m);
	gc_collect_cycles();
}
?>
--EXPECT--
ConnectionStatus: 166 40, 1105 2 Connect, ssmtp_close 166, Connected 1105 1105, others 0 client.example.org 0 test, 1 message
EndTransfer: 166 42, ssmtp_close 166, Connected 166 166, others 0 client.example.org 0 test, 1 message
Error: 166 42, ssmtp_close 166, Connected 166 166, others 0 client.example.org 0 test, 1 message
Expand: 166 42, ssmtp_close 166, Connected 166 166, others 0 client.example.org 0 test, 1 message
PITrail: 166 40, 1105 2 Connect, ssmtp_close 166, Connected 1105 1105, others 0 client.example.org 0 test, 1 message
SSLServerAuthentication: 166 40, 1105 2 Connect, ssmtp_close 166, Connected 1105 1105, others 0 client.example.org 0 test, 1 message
SSLStatus: 166 40, 1105 2 Connect, ssmtp_close 166, Connected 1105 1105, others 0 client.example.org 0 test, 1 message
StartTransfer: 166 42, ssmtp_close 166, Connected 166 166, others 0 client.example.org 0 test, 1 message
Transfer: 166 42, ssmtp_close 166, Connected 166 166, others 0 client.example.org 0 test, 1 message
