--TEST--
a text set in a callback is the next message's: signed content that is being sent goes on to its end
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; ?>
--FILE--
<?php
require __DIR__ . '/../smime/smime.inc';

foreach (['sign', 'separate copies'] as $how) {
	$server = smtp_server(smtp_greeting() . str_repeat(smtp_transaction(), 2) . SMTP_QUIT);
	$m = mail_to('bob@example.org', $server);
	$m->setMessageText(str_repeat("A line of the report.\r\n", 100000));
	if ($how === 'sign') {
		signer($m)->doSign();
	} else {
		$m->setBCc('carol@example.org')->doConfig('BccEncryption=Separate');
		recipients($m, 'bob', 'carol')->doEncrypt();
	}
	$m->on('StartTransfer', fn () => $m->setMessageText("next\r\n")->setOtherHeaders(''));
	$m->doConnect();
	echo "$how: ", outcome(fn () => $m->doSend()), "\n";
	$m->on('StartTransfer', null);
	$m->setBCc('');
	/* Behind Encrypt nothing in clear leaves. */
	echo 'next: ', $how === 'sign' ? outcome(fn () => $m->doSend()) : code(fn () => $m->doSend()), ' ', json_encode($m->getMessageText()), "\n";
	$m->doDisconnect();
	$server->wait();
	for ($i = 0; $i < 2; $i++) {
		echo strlen($server->message($i)) > 2000000 ? 'whole' : json_encode(substr($server->message($i), -6)), "\n";
	}
}
?>
--EXPECT--
sign: ok
next: ok "next\r\n"
whole
"next\r\n"
separate copies: ok
next: 211 "next\r\n"
whole
whole
