--TEST--
the end of a message stream may run PHP code that closes the handle or gives another stream
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; ?>
--FILE--
<?php
class Wrapper
{
	public $context;
	public static $at_end;
	private bool $read = false;
	public function stream_open($path, $mode, $options, &$opened): bool
	{
		return true;
	}
	public function stream_read(int $count): string
	{
		$this->read = true;
		return "text\r\n";
	}
	public function stream_eof(): bool
	{
		return $this->read;
	}
	public function stream_close(): void
	{
		(self::$at_end)();
	}
}
stream_wrapper_register('test', Wrapper::class);
function tried(string $what, callable $begin, callable $at_end): void
{
	$m = new SSMTP();
	$m->setFrom('a@example.org')->setSendTo('b@example.org');
	Wrapper::$at_end = function () use ($m, $at_end, $what) {
		Wrapper::$at_end = fn () => null;
		try {
			$at_end($m);
			echo "$what: possible\n";
		} catch (Error $e) {
			echo "$what: ", $e->getMessage(), "\n";
		}
	};
	$m->doSetMessageStream(fopen('test://', 'r'));
	$queued = $begin($m);
	echo strpos((string) $queued, "\r\ntext\r\n") > 0 ? "  the text is returned\n" : '';
}
$queue = fn ($m) => $m->doQueue('*');
tried('close at Reset', fn ($m) => $m->doReset(), fn ($m) => ssmtp_close($m));
tried('close at Queue', $queue, fn ($m) => ssmtp_close($m));
tried('Config at Queue', $queue, fn ($m) => $m->doConfig('Hello'));
tried('another stream at Queue', $queue, fn ($m) => $m->doSetMessageStream(fopen('test://', 'r')));

/* A stream that replaces another while that one ends stays. */
$other = fopen('php://memory', 'w+');
fwrite($other, "text\r\n");
rewind($other);
tried('another stream at SetMessageStream', function ($m) use ($queue) {
	$m->doSetMessageStream(null);
	$m->doConfig('AllowEmptyBody=True');
	return $queue($m->setMessageText(''));
}, fn ($m) => $m->doSetMessageStream($other));
echo gettype($other), "\n";
?>
--EXPECT--
close at Reset: The SSMTP handle cannot be used while it reads its message stream
close at Queue: The SSMTP handle cannot be used while it reads its message stream
  the text is returned
Config at Queue: The SSMTP handle cannot be used while it reads its message stream
  the text is returned
another stream at Queue: The SSMTP handle cannot be used while it reads its message stream
  the text is returned
another stream at SetMessageStream: The SSMTP handle cannot be used while it reads its message stream
resource
