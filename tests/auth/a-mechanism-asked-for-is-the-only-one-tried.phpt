--TEST--
A mechanism that was asked for is the only one tried
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/auth.inc';
$others = ['LOGIN', 'PLAIN', 'CRAM-MD5', 'NTLM', 'DIGEST-MD5', 'GSSAPI', 'XOAUTH2', 'OAUTHBEARER', 'SCRAM-SHA-1', 'SCRAM-SHA-256', 'EXTERNAL'];
foreach (MECHANISMS as $name => $value) {
	if ($name === 'AUTO' || $name === 'USER_PASSWORD' || !mechanism_is_built($name)) {
		continue;
	}
	/* Every other one is offered; what asks for SCRAM may not take its weaker sister either. */
	$offered = implode(' ', array_diff($others, [$name]));
	$server = smtp_server(smtp_greeting("AUTH $offered") . SMTP_QUIT);
	$m = auth_client($server, $name);
	$m->doConfig('AuthorizationIdentity=token');
	$result = outcome(fn () => $m->doConnect());
	$expected = "161: The server offers no mechanism that AuthMechanism=$value allows (it offers: $offered ).";
	echo $result === $expected && !str_contains($server->wait(), '!!') && !$m->getConnected() ? '' : "$name: $result\n" . $server->wait();

	/* Offered, and refused with 504 or 534: nothing else follows. */
	if (in_array($name, ['GSSAPI', 'NTLM'], true)) {
		continue;
	}
	foreach (['504 5.5.4 not this one', '534 5.7.9 too weak', '535 5.7.8 no', '454 4.7.0 later'] as $reply) {
		$server = smtp_server(smtp_greeting("AUTH $offered $name") . "C: AUTH $name*\nS: $reply\n" . SMTP_QUIT);
		$m = auth_client($server, $name);
		$m->doConfig('AuthorizationIdentity=token');
		$result = outcome(fn () => $m->doSend());
		$said = str_starts_with($result, '161: ') && str_contains($result, $reply);
		echo $said && !str_contains($server->wait(), '!!') ? '' : "$name: $result\n" . $server->wait();
	}
}
echo "done\n";
?>
--EXPECT--
done
