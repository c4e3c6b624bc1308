--TEST--
CompressedData: zlib gives back the entity, below a signature, below an envelope, and below both
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
require_program('openssl', 'openssl');
require_program('python3', 'python3');
if (str_contains(outcome_of_zlib(), '10194')) {
	die('skip this build is without zlib');
}
function outcome_of_zlib(): string
{
	try {
		(new SSMTP())->doConfig('CompressedData=True');
		return 'ok';
	} catch (SSMTPException $e) {
		return $e->getMessage();
	}
}
?>
--FILE--
<?php
require __DIR__ . '/smime.inc';

/** The entity inside compressed-data (RFC 3274): each element by hand, the content by zlib. */
function inflated(string $entity): string
{
	$script = <<<'PYTHON'
	import sys, base64, email, email.policy, zlib
	m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
	der = base64.b64decode(m.get_payload())
	def take(at):
	    n, at = der[at + 1], at + 2
	    if n > 127:
	        n, at = int.from_bytes(der[at:at + n - 128], "big"), at + n - 128
	    return at, at + n
	def children(at):
	    at, end = take(at)
	    while at < end:
	        yield at
	        at = take(at)[1]
	assert take(0)[1] == len(der)
	kind, content = children(0)
	data = list(children(next(children(content))))
	version, algorithm, encap = data
	inner = list(children(encap))
	octets = take(next(children(inner[1])))
	print(m.get_content_type(), m.get_param("smime-type"), m.get_filename(), der[kind:content].hex(), der[version:algorithm].hex(), file=sys.stderr)
	sys.stdout.buffer.write(zlib.decompress(der[octets[0]:octets[1]]))
	PYTHON;
	$process = proc_open(['python3', '-c', $script], [['pipe', 'r'], ['pipe', 'w'], ['pipe', 'w']], $pipes);
	fwrite($pipes[0], $entity);
	fclose($pipes[0]);
	$content = stream_get_contents($pipes[1]);
	echo stream_get_contents($pipes[2]);
	proc_close($process);
	return $content;
}

function compressing(int $lines): SSMTP
{
	$m = recipients(signer(mail_to()), 'bob');
	$m->setMessageText(str_repeat("The same line again.\r\n", $lines));
	$m->doConfig('CompressedData=True');
	return $m;
}

$unwrap = [
	'Sign' => fn ($mail) => openssl_verified($mail, certificates()),
	'Encrypt' => fn ($mail) => openssl_decrypted($mail, certificates(), 'bob'),
	'SignAndEncrypt' => fn ($mail) => openssl_verified(openssl_decrypted($mail, certificates(), 'bob'), certificates()),
];
foreach ($unwrap as $method => $read) {
	foreach ([1, 20000] as $lines) {
		$m = compressing($lines);
		$m->{"do$method"}();
		$mail = whole($m);
		$entity = inflated($read($mail));
		[, $text] = explode("\r\n\r\n", $entity, 2);
		echo "$method $lines: ", var_export(rtrim($text) === rtrim(str_repeat("The same line again.\r\n", $lines)), true),
			$lines > 1 ? ', smaller: ' . var_export(strlen($mail) < 22 * $lines / 10, true) : '', "\n";
	}
}
?>
--EXPECT--
application/pkcs7-mime compressed-data smime.p7z 060b2a864886f70d0109100109 020100
Sign 1: true
application/pkcs7-mime compressed-data smime.p7z 060b2a864886f70d0109100109 020100
Sign 20000: true, smaller: true
application/pkcs7-mime compressed-data smime.p7z 060b2a864886f70d0109100109 020100
Encrypt 1: true
application/pkcs7-mime compressed-data smime.p7z 060b2a864886f70d0109100109 020100
Encrypt 20000: true, smaller: true
application/pkcs7-mime compressed-data smime.p7z 060b2a864886f70d0109100109 020100
SignAndEncrypt 1: true
application/pkcs7-mime compressed-data smime.p7z 060b2a864886f70d0109100109 020100
SignAndEncrypt 20000: true, smaller: true
