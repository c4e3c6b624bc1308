--TEST--
A signed message of a stream goes into the file and to the server as it was signed, in constant memory
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
if (getenv('SSMTP_VALGRIND') || getenv('SSMTP_SANITIZED')) {
	die('skip memory is not measured under a checker');
}
?>
--FILE--
<?php
require __DIR__ . '/queue.inc';
require __DIR__ . '/sink.inc';

/** Octets the process has resident at most, as the kernel counts. */
function peak(): int
{
	return preg_match('/VmHWM:\s+(\d+) kB/', (string) @file_get_contents('/proc/self/status'), $m) ? 1024 * (int) $m[1] : 0;
}

$dir = queue_dir();
$m = client();
$m->setCertStoreType(SSMTP::CST_PFXFILE)->setCertStore(certificates() . '/alice.pfx')->setCertStorePassword('secret')->setCertSubject('*');
$file = fopen("$dir/body", 'w+');
for ($i = 0; $i < 32 * 1024; $i++) {
	fwrite($file, str_repeat(sprintf("line %058d\r\n", $i), 16));
}
rewind($file);
$before = peak();
$m->doSetMessageStream($file);
$m->doSign();
$name = $m->doQueue($dir);
echo filesize("$dir/$name") > 32 << 20 ? 'large' : 'small', "\n";
$sink = new QueueSink("$dir/log", 'PIPELINING');
$m->setMailPort($sink->port)->doProcessQueue($dir);
echo peak() - $before < 24 << 20 ? 'constant memory' : 'memory grew by ' . (peak() - $before), "\n";
echo count($sink->delivered()), " delivered\n";
unset($sink);

$m = client();
$m->setCertStoreType(SSMTP::CST_PFXFILE)->setCertStore(certificates() . '/alice.pfx')->setCertStorePassword('secret')->setCertSubject('*')
	->setMessageText("Grüße\nzwei\n")->doSign();
$name = $m->doQueue($dir);
$content = explode("\r\n\r\n", file_get_contents("$dir/$name"), 2)[1];
$server = smtp_server(smtp_greeting() . queue_accepted(1) . SMTP_QUIT);
$m->setMailPort($server->port)->doProcessQueue($dir);
$server->wait();
var_dump($server->message() === $content);
file_put_contents("$dir/mail", $content);
exec('openssl cms -verify -in ' . escapeshellarg("$dir/mail") . ' -CAfile ' . escapeshellarg(certificates() . '/ca.pem') . ' 2>&1 >/dev/null', $said);
echo implode("\n", $said), "\n";
?>
--EXPECT--
large
constant memory
1 delivered
bool(true)
CMS Verification successful
