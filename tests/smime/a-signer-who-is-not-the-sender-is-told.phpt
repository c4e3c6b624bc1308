--TEST--
From that is not a mailbox of the signing certificate is no error but a line of PITrail
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/smime.inc';

foreach (['alice@example.org', 'Sales <sales@example.org>'] as $from) {
	$server = smtp_server(smtp_greeting() . smtp_transaction() . SMTP_QUIT);
	$m = mail_to('bob@example.org', $server)->setFrom($from);
	signer($m)->on('PITrail', function (array $param) {
		if ($param['direction'] === 2 && str_contains($param['message'], 'certificate')) {
			echo "  $param[message]\n";
		}
	});
	$m->doSign();
	echo "$from\n", outcome(fn () => $m->doSend()), "\n";
	$m->doDisconnect();
}
?>
--EXPECT--
alice@example.org
ok
Sales <sales@example.org>
  From (sales@example.org) is not a mailbox of the signing certificate "C=DE, O="Example, Inc.", OU=Mail, CN=alice": mail programs may warn of that.
ok
