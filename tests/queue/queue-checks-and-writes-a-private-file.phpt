--TEST--
Queue: its checks, the mode of the file, no secret in it, BCc in the envelope only, frozen headers
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/queue.inc';

$dir = queue_dir();
umask(0);
$m = client()->setFrom('');
echo json_encode(ssmtp_do_queue($m, $dir)), ' ', ssmtp_get_last_error_code($m), "\n";
$bad = [
	'no sender' => [client()->setFrom(''), $dir],
	'no recipient' => [client()->setSendTo(''), $dir],
	'no directory' => [client(), "$dir/none"],
	'a file' => [client(), __FILE__],
	'no name' => [client(), ''],
	'a NUL' => [client(), "$dir\0x"],
];
foreach ($bad as $what => [$m, $where]) {
	echo "$what: ", code(fn () => $m->doQueue($where)), ' ', code(fn () => $m->setMailServer('')->doProcessQueue($where)), "\n";
}
echo 'files: ', count(glob("$dir/*")), "\n";

$m = client()->setMailServer('')->setUser('user')->setPassword('hidden-1')->setSSLCertStorePassword('hidden-2')
	->setCertStorePassword('hidden-3')->setFirewallPassword('hidden-4')->setBCc('eve@example.com');
$name = $m->doQueue($dir);
printf("%s %o\n", preg_match('/^\d+-\d+-[0-9a-f]+\.queued$/', $name) ? 'a name' : $name, fileperms("$dir/$name") & 07777);
$text = file_get_contents("$dir/$name");
[$envelope, $header] = explode("\r\n\r\n", $text);
var_dump(str_contains($text, 'hidden'), str_contains($envelope, "X-SSMTP-Rcpt: 2 <eve@example.com>"),
	str_contains(substr($text, strlen($envelope)), 'eve'), $m->getMessageHeadersString() === "$header\r\n");

echo 'no server: ', code(fn () => $m->doProcessQueue($dir)), "\n";
/* What the object holds is neither sent nor changed. */
$m->setMailServer("127.0.0.1")->setFrom('other@example.org')->setSendTo('other@example.org')
	->setMessageText('other')->setUser('');
$server = smtp_server(smtp_greeting() . smtp_transaction('*', '*recipient*', '*eve*') . SMTP_QUIT);
$m->setMailPort($server->port);
echo outcome(fn () => $m->doProcessQueue($dir)), ' ', $m->getFrom(), ' ', $m->getSendTo(), ' ', $m->getMessageText(), "\n";
echo str_contains($server->wait(), '!!') ? $server->wait() : '';
var_dump("$header\r\n\r\nhello\r\n" === $server->message());
?>
--EXPECT--
"" 164
no sender: 164 163
no recipient: 165 163
no directory: 303 303
a file: 303 303
no name: 303 303
a NUL: 303 303
files: 0
a name 600
bool(false)
bool(true)
bool(false)
bool(true)
no server: 163
ok other@example.org other@example.org other
bool(true)
