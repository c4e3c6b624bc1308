--TEST--
properties that hang together change together
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; ?>
--FILE--
<?php
require __DIR__ . '/walk.inc';

$m = new SSMTP();
foreach ([1 => 80, 2 => 1080, 3 => 1080, 10 => 1080] as $type => $port) {
	check($m->setFirewallType($type)->getFirewallPort() === $port, "FirewallType $type sets port $port");
}
check($m->setFirewallPort(3128)->setFirewallType(0)->getFirewallPort() === 3128, 'FirewallType 0 leaves the port');
check($m->setSSLEnabled(true)->getSSLStartMode() === SSMTP::SSL_AUTOMATIC, 'SSLEnabled turns none into automatic');
check($m->setSSLStartMode(2)->setSSLEnabled(true)->getSSLStartMode() === 2, 'and leaves another mode');
check($m->setSSLStartMode(4)->getSSLEnabled() === true, 'every mode but none is enabled');
check($m->setSSLEnabled(false)->getSSLStartMode() === SSMTP::SSL_NONE, 'SSLEnabled false sets none');
$m->setMessageText('text')->setMessage('raw');
check($m->getMessageText() === '' && $m->getMessage() === 'raw', 'Message clears MessageText');
$m->setMessageText("\0text");
check($m->getMessageText() === "\0text" && $m->getMessage() === '', 'MessageText clears Message');
$m->setMessage('');
check($m->getMessageText() === "\0text", 'an empty value clears nothing');
$m->setSendTo('a@example.org, "B, C" <b@example.org>')->setCc('c@example.org')->setBCc('d@example.org');
check($m->getMessageRecipientCount() === 4, 'four recipients');
check($m->getMessageRecipientName(1) === 'B, C' && $m->getMessageRecipientAddress(1) === 'b@example.org', 'the second');
check($m->getMessageRecipientType(2) === SSMTP::RT_CC && $m->getMessageRecipientType(3) === SSMTP::RT_BCC, 'types');
$m->setSendTo('e@example.org');
check($m->getSendTo() === 'e@example.org' && $m->getCc() === 'c@example.org' && $m->getBCc() === 'd@example.org', 'a list replaces its own type');
check(code_of(fn () => $m->setSendTo('broken <')) === 10022 && $m->getSendTo() === 'e@example.org', 'a broken list changes nothing');
$m->setMessageRecipientCount(4)->setMessageRecipientAddress(3, 'f@example.org')->setMessageRecipientType(3, 1);
check($m->getCc() === 'c@example.org, f@example.org', 'an entry shows in its list: ' . $m->getCc());
$m->setCertStorePassword('store');
check($m->getCertKeyPassword() === 'store', 'KeyPassword reads StorePassword until set');
check($m->setCertKeyPassword('key')->getCertKeyPassword() === 'key', 'then itself');
check($m->setCertKeyPassword('')->getCertKeyPassword() === 'store', 'empty clears');
$m->doConfig('KeepAliveTime=1000');
check($m->doConfig('TCPKeepAlive') === 'True', 'KeepAliveTime switches TCPKeepAlive on');
$m->doConfig('Profile=Modern');
check($m->getEncryptingAlgorithm() === 'AESGCM256' && $m->doConfig('UsePSS') === 'True' && $m->doConfig('UseOAEP') === 'True', 'Profile');
$m->setPriority(2)->setMessageDate('today')->setSubject('s')->setUser('u')->doResetHeaders();
check($m->getMessageRecipientCount() === 0 && $m->getPriority() === 0 && $m->getMessageDate() === '*' && $m->getSubject() === '', 'ResetHeaders');
check($m->getUser() === 'u' && $m->getMessageText() === "\0text", 'ResetHeaders leaves the rest');
$m->doReset();
foreach (properties() as $row) {
	if (!$row['indexed'] && !in_array($row['name'], ['LocalHost', 'MessageHeaderCount', 'MessageHeadersString'], true)) {
		check(get_both($m, $row) === $row['default'], "Reset restores {$row['name']}");
	}
}
check($m->doConfig('Profile') === '' && $m->doConfig('TCPKeepAlive') === 'False', 'Reset restores settings');
walked(180);
?>
--EXPECT--
done
