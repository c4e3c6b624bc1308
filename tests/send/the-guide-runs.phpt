--TEST--
Every example of docs/guide.md runs
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; require_program('openssl', 'openssl'); ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

chdir(certificates());
$guide = dirname(__DIR__, 2) . '/docs/guide.md';
preg_match_all('/^```php\n(.*?)^```$/ms', file_get_contents($guide), $examples);
foreach ($examples[1] as $n => $example) {
	$server = smtp_server(smtp_greeting()
		. match (true) {
			str_contains($example, 'foreach ([\'bob') => smtp_transaction() . smtp_transaction(),
			str_contains($example, 'doSend()') => smtp_transaction(),
			default => "C: NOOP\nS: 250 2.0.0 ok\n",
		} . SMTP_QUIT);
	echo '-- ', $n + 1, "\n";
	/* Each has its own variables, and this machine's server in place of the example's. */
	ob_start(fn (string $output) => preg_replace(['/port \d+/', '/EHLO .*/'], ['port N', 'EHLO name'], $output));
	(function () use ($example, $server) {
		eval(preg_replace(["/'mail\.example\.org'/", '/\(587\)/'], ["'127.0.0.1'", "($server->port)"], $example));
	})();
	ob_end_flush();
	if (str_contains($example, '587')) {
		echo preg_match('/^!!.*/m', $server->wait(), $match) ? "$match[0]\n" : "as in the script\n";
	}
}
?>
--EXPECT--
-- 1
as in the script
-- 2
as in the script
-- 3
as in the script
-- 4
as in the script
-- 5
0 bob@example.com
0 carol@example.com
2 archive@example.org
-- 6
100 %
as in the script
-- 7
queued as 4XyZ1q
bob@example.com: delivered 250 2.1.5
transaction 0: 250 4XyZ1q
as in the script
-- 8
163 No server: set MailServer.
-- 9
3128
-- 10
   Connecting to 127.0.0.1 port N.
   Connected to 127.0.0.1.
S: 220 mx.example.com ready
C: EHLO name
S: 250 mx.example.com
C: NOOP
S: 250 2.0.0 ok
250 2.0.0 ok
C: QUIT
as in the script
