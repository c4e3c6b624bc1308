--TEST--
Comments and group names of addresses are kept, half a display name is no address, and what nobody sees is refused by its code point
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

function to(string $list, string ...$config): string
{
	$m = client();
	$m->setMessageDate('')->setMessageId('');
	foreach ($config as $line) {
		$m->doConfig($line);
	}
	return outcome(function () use ($m, $list, &$shown) {
		$m->setSendTo($list);
		preg_match('/^To: (.*)\r$/m', $m->getMessageHeadersString(), $match);
		$shown = [$m->getSendTo(), $match[1] ?? 'no To'];
	}) . ($shown ? ' ' . implode(' | ', array_unique($shown)) : '');
}

echo to('Matt (staging) <a@m.example>'), "\n";
echo to('Team: a@m.example, Bob <b@m.example>;, c@m.example'), "\n";
echo to('undisclosed-recipients:;'), "\n";
echo to("\"Gr\u{fc}ne, alle\": a@m.example;"), "\n";
echo "--\n";
foreach (['Doe, John <john@example.com>', 'john@example.com, Doe', 'Doe', 'john@example.com;Doe', 'postmaster', 'Postmaster, john@example.com'] as $list) {
	echo to($list), "\n";
}
echo to('root, Doe <doe>', 'AllowLocalAddresses=True'), "\n";
/* Wherever an address may stand, and set one by one as well. */
foreach (['From', 'ReplyTo', 'ReturnPath', 'ReadReceiptTo', 'DeliveryNotificationTo', 'Cc', 'BCc'] as $property) {
	echo $property, ' ', strtok(outcome(fn () => client()->{"set$property"}('Doe')->doSend()), '.'), "\n";
}
echo strtok(outcome(fn () => client()->setMessageRecipientAddress(0, 'Doe')->doSend()), '.'), "\n";
echo "--\n";
foreach (["\u{200b}bob@example.com", "bob\u{ad}@example.com", "bob@example\u{2060}.com", "\u{a0}bob@example.com", "Bob \u{202e}moc <bob@example.com>"] as $list) {
	echo to($list), "\n";
}
echo strtok(outcome(fn () => client()->setBCc('')->setMessageRecipientCount(2)->setMessageRecipientType(1, 2)->setMessageRecipientAddress(1, "\u{200b}x@example.com")->doSend()), ':'), "\n";
/* Nobody is named, the blind copies get it. */
$m = client($server = smtp_server(smtp_greeting() . smtp_transaction('<sender@example.org>', '<b@example.com>') . SMTP_QUIT));
$m->setSendTo('undisclosed-recipients:;')->setBCc('b@example.com');
echo outcome(fn () => $m->doSend()), ' ', preg_match('/^To: .*(?=\r)/m', $server->message(), $match) ? $match[0] : 'no To', ' ', count($m->getDeliveryReport()['recipients']), "\n";
$m->doDisconnect();
$server->wait();
echo code(fn () => client()->setSendTo('undisclosed-recipients:;')->doSend()), "\n";
?>
--EXPECT--
ok "Matt (staging)" <a@m.example>
ok Team: a@m.example, Bob <b@m.example>;, c@m.example
ok undisclosed-recipients:;
ok "Grüne, alle": a@m.example; | =?utf-8?B?R3LDvG5lLCBhbGxl?= : a@m.example;
--
10022: SendTo: "Doe" is no address, as it has no @domain. Put a display name with a comma in quotes: "Doe, John" <john@example.org>. Config AllowLocalAddresses=True allows mailboxes without domain.
10022: SendTo: "Doe" is no address, as it has no @domain. Put a display name with a comma in quotes: "Doe, John" <john@example.org>. Config AllowLocalAddresses=True allows mailboxes without domain.
10022: SendTo: "Doe" is no address, as it has no @domain. Put a display name with a comma in quotes: "Doe, John" <john@example.org>. Config AllowLocalAddresses=True allows mailboxes without domain.
10022: SendTo: The address list is malformed at position 17: separate addresses with commas, not semicolons.
ok postmaster
ok Postmaster, john@example.com
ok root, Doe <doe>
From 10022: From: "Doe" is no address, as it has no @domain
ReplyTo 10022: Reply-To: "Doe" is no address, as it has no @domain
ReturnPath 10022: ReturnPath: "Doe" is no address, as it has no @domain
ReadReceiptTo 10022: Disposition-Notification-To: "Doe" is no address, as it has no @domain
DeliveryNotificationTo 10022: Return-Receipt-To: "Doe" is no address, as it has no @domain
Cc 10022: Cc: "Doe" is no address, as it has no @domain
BCc 10022: BCc: "Doe" is no address, as it has no @domain
10022: "Doe" is no address, as it has no @domain
--
10022: SendTo: The address holds the invisible character U+200B: delete it, or type the address anew.
10022: SendTo: The address holds the invisible character U+00AD: delete it, or type the address anew.
10022: SendTo: The address holds the invisible character U+2060: delete it, or type the address anew.
10022: SendTo: The address holds the invisible character U+00A0: delete it, or type the address anew.
10022: SendTo: A display name holds the character U+202E, which changes the direction of what stands behind it: delete it.
10022
ok To: undisclosed-recipients:; 1
165
