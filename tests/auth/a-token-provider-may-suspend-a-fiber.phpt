--TEST--
A token provider may suspend a Fiber, and one that holds its object is collected
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/auth.inc';
$server = smtp_server(smtp_greeting('AUTH OAUTHBEARER') . "C: AUTH OAUTHBEARER *\nS: 235 welcome\n" . SMTP_QUIT);
$m = auth_client($server, 'OAUTHBEARER')->setTokenProvider(fn () => Fiber::suspend('token, please'));
$fiber = new Fiber(fn () => outcome(fn () => $m->doConnect()));
echo $fiber->start(), "\n";
$fiber->resume('from outside');
echo $fiber->getReturn(), "\n";
$m->doDisconnect();
preg_match('/AUTH OAUTHBEARER (\S+)/', $server->received(), $match);
echo strtr(preg_replace('/port=\d+/', 'port=PORT', base64_decode($match[1])), "\1", '|'), "\n";

/* A Fiber that ends while the provider is suspended closes the connection. */
$server = smtp_server(smtp_greeting('AUTH XOAUTH2') . "any\n");
$m = auth_client($server, 'XOAUTH2')->setTokenProvider(fn () => Fiber::suspend());
$fiber = new Fiber(fn () => $m->doConnect());
$fiber->start();
unset($fiber);
gc_collect_cycles();
var_dump($m->getConnected(), str_contains($server->received(), 'AUTH'));

class Watched extends SSMTP
{
	public function __destruct()
	{
		echo "collected\n";
	}
}
(function () {
	$m = new Watched();
	$m->setTokenProvider(fn () => $m->getUser());
})();
gc_collect_cycles();
echo "end\n";
?>
--EXPECT--
token, please
ok
n,a=user@example.org,|host=127.0.0.1|port=PORT|auth=Bearer from outside||
bool(false)
bool(false)
collected
end
