--TEST--
Send asks the rules of the recipients' certificates again, upon those of the envelope, whatever became of the list
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/smime.inc';

function attempt(string $label, callable $behind, string $to = 'bob@example.org, carol@example.org', array $config = []): void
{
	$m = mail_to($to);
	foreach ($config as $setting) {
		$m->doConfig($setting);
	}
	recipients($m, 'bob', 'carol')->doEncrypt();
	$behind($m);
	echo "$label: ", outcome(fn () => $m->doQueue('*')), "\n";
}

attempt('unchanged', fn ($m) => null);
attempt('the list is gone', fn ($m) => $m->setRecipientCertCount(0));
attempt('moved to BCc', fn ($m) => $m->setRecipientCertCount(0)->setSendTo('bob@example.org')->setBCc('carol@example.org'));
attempt('moved to BCc, Reveal', fn ($m) => $m->setRecipientCertCount(0)->setSendTo('bob@example.org')->setBCc('carol@example.org')->doConfig('BccEncryption=Reveal'));
attempt('one more', fn ($m) => $m->setCc('dave@example.org'));
attempt('one more, certificate added too late', fn ($m) => recipients($m->setCc('dave@example.org'), 'dave'));
attempt('one less', fn ($m) => $m->setSendTo('bob@example.org'));
attempt('Basic does not ask', fn ($m) => $m->setCc('dave@example.org'), config: ['RecipientCertCheck=Basic']);
attempt('recipients behind Encrypt', fn ($m) => $m->setSendTo('bob@example.org')->addCc('carol@example.org'), '');
attempt('others behind Encrypt', fn ($m) => $m->setSendTo('dave@example.org'), '');

echo "A certificate that names nobody is told\n";
$server = smtp_server(smtp_greeting() . smtp_transaction() . SMTP_QUIT);
$m = recipients(mail_to('bob@example.org', $server), 'nomail');
$m->on('PITrail', function (array $param) {
	if (str_contains($param['message'], 'mailbox')) {
		echo "$param[direction] $param[message]\n";
	}
});
$m->doEncrypt();
echo outcome(fn () => $m->doSend()), "\n";
?>
--EXPECT--
unchanged: ok
the list is gone: ok
moved to BCc: 211: The recipient certificate "C=DE, O="Example, Inc.", OU=Mail, CN=carol" belongs to the BCc recipient carol@example.org, and all who get the message could read that: set BccEncryption=Separate, or Reveal if they may.
moved to BCc, Reveal: ok
one more: 10202: No recipient certificate names dave@example.org: add it with AddRecipientCert before Encrypt, or set RecipientCertCheck=Basic.
one more, certificate added too late: 10202: No recipient certificate names dave@example.org: add it with AddRecipientCert before Encrypt, or set RecipientCertCheck=Basic.
one less: 10202: The recipient certificate "C=DE, O="Example, Inc.", OU=Mail, CN=carol" names no recipient of the message: remove it, add the recipient it names, or set RecipientCertCheck=Basic.
Basic does not ask: ok
recipients behind Encrypt: ok
others behind Encrypt: 10202: No recipient certificate names dave@example.org: add it with AddRecipientCert before Encrypt, or set RecipientCertCheck=Basic.
A certificate that names nobody is told
2 The recipient certificate "C=DE, O=Example, CN=nomail" names no mailbox: whose it is cannot be checked.
ok
