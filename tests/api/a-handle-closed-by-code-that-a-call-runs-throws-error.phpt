--TEST--
code that a call runs before it begins (__toString(), an error handler, an autoloader) may close the handle: Error, no crash
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; ?>
--FILE--
<?php
class Closes
{
	public function __toString(): string
	{
		ssmtp_close($GLOBALS['m']);
		return 'mail.example.org';
	}
}
function tried(string $what, callable $call): void
{
	$GLOBALS['m'] = new SSMTP();
	try {
		$call($GLOBALS['m']);
		echo "$what: no error\n";
	} catch (Error $e) {
		echo "$what: ", $e->getMessage(), "\n";
	}
}
tried('value', fn ($m) => ssmtp_set($m, 38, new Closes()));
tried('index and value', fn ($m) => ssmtp_set($m, 38, 0, new Closes()));
tried('command', fn ($m) => ssmtp_set($m, 10, new Closes()));
tried('setter', fn ($m) => $m->setMailServer(new Closes()));
set_error_handler(function () {
	ssmtp_close($GLOBALS['m']);
	return true;
});
tried('index', fn ($m) => ssmtp_set($m, 38, new stdClass(), 'x'));
restore_error_handler();
spl_autoload_register(fn () => ssmtp_close($GLOBALS['m']));
/* A PHP with its debug checks looks for the class before the call, so that this finds the handle closed. */
tried('on', fn ($m) => $m->on('PITrail', 'No\Such::method'));
spl_autoload_register(function () {
	eval('class Late { public static function call() {} }');
});
tried('on, loaded', fn ($m) => $m->on('PITrail', 'Late::call'));
?>
--EXPECTREGEX--
value: The SSMTP handle is closed
index and value: The SSMTP handle is closed
command: The SSMTP handle is closed
setter: The SSMTP handle is closed
index: The SSMTP handle is closed
on: (SSMTP::on\(\): Argument #2 \(\$callback\) must be a valid callback or null|The SSMTP handle is closed)
on, loaded: The SSMTP handle is closed
