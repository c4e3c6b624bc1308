--TEST--
MessageText and OtherHeaders read after Sign are sent octet for octet, from text, files, pipes and userland streams, by every kind of signer
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';
require __DIR__ . '/../readers.inc';

$certs = certificates();
$blob = fn (string $name) => file_get_contents("$certs/$name");
$signers = [];
foreach (['alice', 'pss', 'carol', 'p384', 'p521', 'ed25519'] as $name) {
	$signers["$name PFX file"] = fn ($m) => $m->setCertStoreType(SSMTP::CST_PFXFILE)->setCertStore("$certs/$name.pfx")->setCertStorePassword('secret')->setCertSubject('*');
}
$signers += [
	'alice PFX blob' => fn ($m) => $m->setCertStoreType(SSMTP::CST_PFXBLOB)->setCertStore($blob('alice.pfx'))->setCertStorePassword('secret')->setCertSubject('CN=alice'),
	'alice PFX base64' => fn ($m) => $m->setCertStoreType(SSMTP::CST_PFXBLOB)->setCertStore(base64_encode($blob('alice.pfx')))->setCertStorePassword('secret')->setCertSubject('alice'),
	'carol PEM file' => fn ($m) => $m->setCertStoreType(SSMTP::CST_PEMKEY_FILE)->setCertStore("$certs/carol-bundle.pem")->setCertSubject('*'),
	'carol PEM blob' => fn ($m) => $m->setCertStoreType(SSMTP::CST_PEMKEY_BLOB)->setCertStore($blob('carol-bundle.pem'))->setCertSubject('*'),
	'encrypted key' => fn ($m) => $m->setCertStoreType(SSMTP::CST_PEMKEY_BLOB)->setCertStore($blob('alice-enckey.pem') . $blob('alice.pem') . $blob('ca.pem'))
		->setCertStorePassword('secret')->setCertSubject('*'),
	'CertEncoded with key' => fn ($m) => $m->setCertEncoded($blob('alice-bundle.pem')),
	'CertEncoded, key from the store' => fn ($m) => $m->setCertStoreType(SSMTP::CST_PEMKEY_BLOB)->setCertStore($blob('alice.key'))->setCertEncoded($blob('alice.pem')),
];

class Produced
{
	public $context;
	private array $lines = ["one\n", "t\u{ff}wo\r\n", "three"];

	public function stream_open() { return true; }
	public function stream_stat() { return []; }
	public function stream_eof() { return $this->lines === []; }
	public function stream_read(int $count) { return array_shift($this->lines) ?? ''; }
}
stream_wrapper_register('produced', 'Produced');
$file = function () {
	$stream = tmpfile();
	fwrite($stream, "skipped\nfrom a file\n.dot\n");
	fseek($stream, 8);
	return $stream;
};
$contents = [
	'MessageText' => fn ($m) => $m->setMessageText("Gr\u{fc}\u{df}e\n.\nFrom here  \nend"),
	'Message' => fn ($m) => $m->setMessage("raw\r\ntext\r\n"),
	'file' => fn ($m) => $m->doSetMessageStream($file()),
	'pipe' => fn ($m) => $m->doSetMessageStream(popen('printf "from a pipe\nend"', 'r')),
	'userland' => fn ($m) => $m->doSetMessageStream(fopen('produced://', 'r')),
	'nothing' => fn ($m) => $m->doConfig('AllowEmptyBody=True'),
];

function signed(string $name, callable $signer, callable $content, string $certs, bool $detached): void
{
	$server = smtp_server(smtp_greeting('8BITMIME') . smtp_transaction() . SMTP_QUIT);
	$m = client($server);
	$signer($m);
	$content($m);
	$m->setDetachedSignature($detached);
	$m->setOtherHeaders('X-Kept: yes');
	$code = code(fn () => $m->doSign());
	$text = $m->getMessageText();
	$fields = $m->getOtherHeaders();
	$code = $code ?: code(fn () => $m->doSend());
	if ($code !== 0) {
		echo "$name: ", $m->lastErrorCode(), ' ', $m->lastError(), "\n";
		return;
	}
	$mail = $server->message();
	[$header, $body] = explode("\r\n\r\n", $mail, 2);
	$same = preg_replace('/^\./m', '', $body) === $text && str_ends_with("$header\r\n", rtrim($fields) . "\r\n");
	/* OpenSSL reads Ed25519 in CMS from 3.5 on. */
	$content = str_starts_with($name, 'ed25519 ') ? '' : openssl_verified(preg_replace('/^\.\./m', '.', $mail), $certs);
	echo "$name: ", $same ? 'same' : 'differs', ', ', $content === null ? 'not verified' : 'verified', $m->getMessage() === '' ? '' : ', Message left', "\n";
}

foreach ($signers as $name => $signer) {
	signed($name, $signer, $contents['MessageText'], $certs, true);
}
foreach ($contents as $name => $content) {
	signed("$name, detached", $signers['alice PFX file'], $content, $certs, true);
	signed("$name, opaque", $signers['alice PFX file'], $content, $certs, false);
}
?>
--EXPECT--
alice PFX file: same, verified
pss PFX file: same, verified
carol PFX file: same, verified
p384 PFX file: same, verified
p521 PFX file: same, verified
ed25519 PFX file: same, verified
alice PFX blob: same, verified
alice PFX base64: same, verified
carol PEM file: same, verified
carol PEM blob: same, verified
encrypted key: same, verified
CertEncoded with key: same, verified
CertEncoded, key from the store: same, verified
MessageText, detached: same, verified
MessageText, opaque: same, verified
Message, detached: same, verified
Message, opaque: same, verified
file, detached: same, verified
file, opaque: same, verified
pipe, detached: same, verified
pipe, opaque: same, verified
userland, detached: same, verified
userland, opaque: same, verified
nothing, detached: same, verified
nothing, opaque: same, verified
