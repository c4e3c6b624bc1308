<?php
/* S/MIME of PHP's openssl extension beside ssmtp's: php -d extension=ssmtp.so smime_php.php CERTS [ROUNDS]
 * Every contender signs or encrypts the same 10 KiB with keys and certificates that were read before. PHP's functions
 * take and give files, so theirs stand in a folder in memory where there is one. Contenders run in turn within one
 * round, so that what else the machine does hits all; a table of the medians of ROUNDS is printed. */
const REPEATS = 50;

[, $certs] = $argv;
$rounds = (int) ($argv[2] ?? 9);
$folder = (is_writable('/dev/shm') ? '/dev/shm' : sys_get_temp_dir()) . '/ssmtp-bench-' . bin2hex(random_bytes(8));
mkdir($folder, 0700);
$in = "$folder/in";
$out = "$folder/out";
$body = chunk_split(str_repeat('x', 10240), 70, "\r\n");
file_put_contents($in, "Content-Type: text/plain; charset=us-ascii\r\nContent-Transfer-Encoding: 7bit\r\n\r\n$body");

/* One object a signer, as a program that sends many mails has. */
function ssmtp(string $certs, string $who, int $recipients): SSMTP
{
	$mail = new SSMTP();
	$mail->setCertStoreType(SSMTP::CST_PEMKEY_FILE)->setCertStore("$certs/$who-bundle.pem")->setCertSubject('*');
	for ($i = 0; $i < $recipients; $i++) {
		$mail->doAddRecipientCert(file_get_contents(sprintf('%s/r%02d.pem', $certs, $i)));
	}
	return $mail;
}

/* @return array<string, callable> */
function signers(string $certs, string $who, string $in, string $out, string $body): array
{
	$mail = ssmtp($certs, $who, 0);
	$x509 = openssl_x509_read("file://$certs/$who.pem");
	$key = openssl_pkey_get_private("file://$certs/$who.key");
	return [
		'openssl_pkcs7_sign' => fn () => openssl_pkcs7_sign($in, $out, $x509, $key, [], PKCS7_DETACHED, "$certs/ca.pem"),
		// It refuses detached signatures in the S/MIME encoding: opaque.
		'openssl_cms_sign' => fn () => openssl_cms_sign($in, $out, $x509, $key, [], 0, OPENSSL_ENCODING_SMIME,
			"$certs/ca.pem"),
		'ssmtp' => fn () => $mail->setOtherHeaders('')->setMessageText($body)->doSign(),
	];
}

/* @return array<string, callable> */
function encrypters(string $certs, int $recipients, string $in, string $out, string $body): array
{
	$mail = ssmtp($certs, 'alice', $recipients);
	$to = [];
	for ($i = 0; $i < $recipients; $i++) {
		$to[] = openssl_x509_read(sprintf('file://%s/r%02d.pem', $certs, $i));
	}
	return [
		'openssl_pkcs7_encrypt' => fn () => openssl_pkcs7_encrypt($in, $out, $to, [], 0, OPENSSL_CIPHER_AES_256_CBC),
		'openssl_cms_encrypt' => fn () => openssl_cms_encrypt($in, $out, $to, [], 0, OPENSSL_ENCODING_SMIME,
			OPENSSL_CIPHER_AES_256_CBC),
		'ssmtp' => fn () => $mail->setOtherHeaders('')->setMessageText($body)->doEncrypt(),
	];
}

function median(array $values): float
{
	sort($values);
	return $values[intdiv(count($values), 2)];
}

/* Microseconds of each contender. */
function compete(array $contenders, int $rounds): array
{
	$took = [];
	for ($round = 0; $round < $rounds; $round++) {
		foreach ($contenders as $name => $run) {
			$begin = hrtime(true);
			for ($i = 0; $i < REPEATS; $i++) {
				if ($run() === false) {
					throw new RuntimeException("$name failed: " . openssl_error_string());
				}
			}
			$took[$name][] = (hrtime(true) - $begin) / REPEATS / 1000;
		}
	}
	return array_map(median(...), $took);
}

$cases = [
	'sign 10 KiB, RSA-2048' => signers($certs, 'alice', $in, $out, $body),
	'sign 10 KiB, P-256' => signers($certs, 'carol', $in, $out, $body),
	'encrypt 10 KiB, 1 recipient' => encrypters($certs, 1, $in, $out, $body),
	'encrypt 10 KiB, 10 recipients' => encrypters($certs, 10, $in, $out, $body),
];
print("| from PHP, us a mail | openssl_pkcs7_* | openssl_cms_* | ssmtp | ssmtp to the faster of both |\n|---|---|---|---|---|\n");
foreach ($cases as $name => $contenders) {
	[$pkcs7, $cms, $ssmtp] = array_values(compete($contenders, $rounds));
	printf("| %s | %.0f | %.0f | %.0f | %.2f |\n", $name, $pkcs7, $cms, $ssmtp, $ssmtp / min($pkcs7, $cms));
}
array_map(unlink(...), glob("$folder/*"));
rmdir($folder);
