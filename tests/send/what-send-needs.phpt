--TEST--
Send needs a server, a sender and a recipient, says which is missing, and touches no network before
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

by_both_interfaces(function (callable $do, string $interface) {
	$cases = [
		'nothing' => [[], 163], 'no server' => [['MailServer' => ''], 163], 'no sender' => [['From' => ''], 164], 'no recipient' => [['SendTo' => ''], 165],
		'Cc only' => [['SendTo' => '', 'Cc' => 'c@example.com'], 165], 'BCc only' => [['SendTo' => '', 'BCc' => 'c@example.com'], 165],
		'ReturnPath is no sender' => [['From' => '', 'ReturnPath' => 'a@example.org'], 164], 'port 0' => [['MailPort' => 0], 116],
	];
	foreach ($cases as $name => [$set, $code]) {
		$m = $name === 'nothing' ? new SSMTP() : client();
		foreach ($set as $property => $value) {
			$m->{"set$property"}($value);
		}
		$got = $do($m, 'Send');
		echo $got === $code ? '' : "$interface $name: $got instead of $code\n";
	}
	$m = client($server = smtp_server(smtp_greeting() . smtp_transaction('<sender@example.org>', '<c@example.com>') . SMTP_QUIT));
	$m->setSendTo('')->setCc('c@example.com');
	$m->doConfig('AllowEmptyTo=True');
	echo $interface, ' ', $do($m, 'Send'), ' ', str_contains($server->message(), "\r\nTo:") ? 'with To' : 'without To', "\n";
	$m->setCc('');
	echo $do($m, 'Send'), "\n";

	/* ResetHeaders forgets the message's fields, Reset everything but the callbacks. */
	$m->setTimeout(5)->setSendTo('a@example.com')->setBCc('b@example.com')->setReplyTo('r@example.org')->setReturnPath('p@example.org')->setOtherHeaders('X: y')
		->setReadReceiptTo('r@example.org')->setDeliveryNotificationTo('d@example.org')->setImportance(1)->setPriority(1)->setSensitivity(1)
		->setMessageDate('x')->setMessageId('y')->setMessageText('kept');
	echo $do($m, 'ResetHeaders'), ' ', json_encode([$m->getFrom(), $m->getSendTo(), $m->getCc(), $m->getBCc(), $m->getReplyTo(), $m->getReturnPath(), $m->getSubject(),
		$m->getOtherHeaders(), $m->getReadReceiptTo(), $m->getDeliveryNotificationTo(), $m->getImportance(), $m->getPriority(), $m->getSensitivity(),
		$m->getMessageDate(), $m->getMessageId(), $m->getMessageRecipientCount(), $m->getMessageText(), $m->getTimeout()]), "\n";
	$heard = 0;
	$m = client($server = smtp_server(smtp_greeting() . SMTP_QUIT . "accept\n" . smtp_greeting() . SMTP_QUIT), $m);
	$m->on('PITrail', function () use (&$heard) { $heard++; });
	$m->doConnect();
	echo $do($m, 'Reset'), ' ', $m->getConnected() ? 'connected' : 'closed', ' ', json_encode([$m->getMailServer(), $m->getMailPort(), $m->getTimeout(), $m->getFrom(),
		$m->doConfig('Hello'), $m->getMessageText(), $m->getLastReply()]), "\n";
	$heard = 0;
	client($server, $m)->doConnect();
	$m->doDisconnect();
	echo $heard > 0 ? 'still heard' : 'not heard', ' ', preg_match('/^!!.*/m', $server->wait(), $match) ? $match[0] : '', "\n";
});
?>
--EXPECT--
class 0 without To
165
0 ["","","","","","","","","","",0,0,0,"*","*",0,"kept",5]
0 closed ["",25,60,"","","",""]
still heard 
functions 0 without To
165
0 ["","","","","","","","","","",0,0,0,"*","*",0,"kept",5]
0 closed ["",25,60,"","","",""]
still heard 
