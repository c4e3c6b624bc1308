--TEST--
destructors and streams that end with the object cannot reach it by a WeakReference
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; ?>
--FILE--
<?php
class Listener
{
	public ?WeakReference $of = null;
	public function heard(array $param): void
	{
	}
	public function __destruct()
	{
		echo 'destructor: ';
		var_dump($this->of->get());
	}
}
class Wrapper
{
	public $context;
	public static ?WeakReference $of = null;
	public function stream_open($path, $mode, $options, &$opened): bool
	{
		return true;
	}
	public function stream_read(int $count): string
	{
		return '';
	}
	public function stream_eof(): bool
	{
		return true;
	}
	public function stream_close(): void
	{
		echo 'stream: ';
		var_dump(self::$of->get());
	}
}
stream_wrapper_register('test', Wrapper::class);

$m = new SSMTP();
$listener = new Listener();
$listener->of = WeakReference::create($m);
$m->on('PITrail', [$listener, 'heard']);
unset($listener, $m);

$m = new SSMTP();
Wrapper::$of = WeakReference::create($m);
$m->doSetMessageStream(fopen('test://', 'r'));
unset($m);
?>
--EXPECT--
destructor: NULL
stream: NULL
