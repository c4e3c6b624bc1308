--TEST--
Every PHP example of README.md and docs/ runs: the calls exist, take what they are given, and mail to a remote server is under TLS
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; require_program('openssl', 'openssl'); ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

/* The guide has a test of its own that compares what its examples print: send/the-guide-runs. */
$top = dirname(__DIR__, 2);
$certs = certificates();
$folder = sys_get_temp_dir() . '/ssmtp-examples-' . getmypid();
mkdir("$folder/spool", 0700, true);
foreach (['alice.pfx', 'billing.pfx', 'client.pfx'] as $name) {
	copy("$certs/alice.pfx", "$folder/$name");
}
foreach (['bob.pem', 'customer.pem'] as $name) {
	copy("$certs/bob.pem", "$folder/$name");
}
copy("$certs/server.pem", "$folder/server.pem");
copy("$certs/ca.pem", "$folder/our-ca.pem");
chdir($folder);
define('PINNED', []);
putenv('SMTP_PASSWORD=secret');

/** What an example takes for granted. */
final class Page extends SSMTP
{
	public object $cache;

	private function fresh(): SSMTP
	{
		$m = new SSMTP();
		$m->doConfig('RecipientCertCheck=Basic');
		return $m;
	}

	public function run(string $code): string
	{
		$m = $mail = $handle = $this;
		$password = $pfxPassword = $secret = 'secret';
		$text = "text\n";
		$token = 'ya29.token';
		$callable = fn (array $param) => null;
		try {
			/* The certificates at hand name other people than the examples' recipients. */
			eval(str_replace('new SSMTP()', '$this->fresh()', $code));
			return 'ran';
		} catch (SSMTPException $e) {
			return $e->getCode() . substr($e->getMessage(), strlen((string) $e->getCode()), 70);
		}
	}
}

foreach (array_merge(["$top/README.md"], glob("$top/docs/*.md")) as $page) {
	if (basename($page) === 'guide.md') {
		continue;
	}
	preg_match_all('/^```php\n(.*?)^```$/ms', file_get_contents($page), $examples);
	foreach ($examples[1] as $n => $example) {
		/* A name that no resolver knows: what is refused before connecting is refused, all else ends at the name. */
		$code = preg_replace(["~'(?:mail|smtp)\.example\.(?:org|com)'~", '~/var/spool/ssmtp~', '~/etc/mail/our-ca\.pem~', '~/etc/mail/client\.pfx~'],
			["'mx.invalid'", "$folder/spool", "$folder/our-ca.pem", "$folder/client.pfx"], $example);
		$said = (new Page())->run($code);
		$network = preg_match('/doSend\(\)|doProcessQueue|doConnect/', $code);
		$right = $network ? preg_match('/^11\d{3}:/', $said) : $said === 'ran';
		echo $right ? '' : basename($page) . ', example ' . ($n + 1) . ": $said\n$example";
		$count[basename($page)] = $n + 1;
	}
}
echo implode(', ', array_map(fn ($page, $n) => "$page $n", array_keys($count), $count)), "\n";
exec('rm -rf ' . escapeshellarg($folder));
?>
--EXPECT--
README.md 1, authentication.md 4, events.md 1, queue.md 2, smime.md 2, tls.md 6
