--TEST--
The class cannot be cloned, serialized or given properties; subclasses may declare their own
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
class Child extends SSMTP
{
	public int $own = 1;
}

foreach ([new SSMTP(), new Child(), ssmtp_open()] as $m) {
	$attempts = [
		fn () => clone $m,
		fn () => serialize($m),
		fn () => unserialize(sprintf('O:%d:"%s":0:{}', strlen($m::class), $m::class)),
	];
	if ($m::class === 'SSMTP') {
		$attempts[] = fn () => $m->surprise = 1;
	}
	foreach ($attempts as $attempt) {
		try {
			$attempt();
			echo "allowed\n";
		} catch (Throwable $e) {
			echo get_class($e), ': ', $e->getMessage(), "\n";
		}
	}
}
$child = new Child();
$child->own = 2;
var_dump($child->own, (new ReflectionClass('SSMTP'))->isCloneable());
?>
--EXPECT--
Error: Trying to clone an uncloneable object of class SSMTP
Exception: Serialization of 'SSMTP' is not allowed
Exception: Unserialization of 'SSMTP' is not allowed
Error: Cannot create dynamic property SSMTP::$surprise
Error: Trying to clone an uncloneable object of class Child
Exception: Serialization of 'Child' is not allowed
Exception: Unserialization of 'Child' is not allowed
Error: Trying to clone an uncloneable object of class SSMTP
Exception: Serialization of 'SSMTP' is not allowed
Exception: Unserialization of 'SSMTP' is not allowed
Error: Cannot create dynamic property SSMTP::$surprise
int(2)
bool(false)
