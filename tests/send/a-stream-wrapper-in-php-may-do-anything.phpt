--TEST--
A stream wrapper in PHP may throw, use the object, close the stream or stop giving octets while it is read
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

class Wrapper
{
	public static $read;
	public $context;
	private int $calls = 0;

	public function stream_open() { return true; }
	public function stream_eof() { return $this->calls > 2; }
	public function stream_stat() { return []; }
	public function stream_close() { echo 'closed, '; }
	public function stream_read(int $count) { return (self::$read)(++$this->calls); }
}
stream_wrapper_register('test', 'Wrapper');

$reads = [
	'gives octets' => fn ($call) => "line $call\n",
	'throws' => fn ($call) => throw new DomainException('from the stream'),
	'uses the object' => fn ($call) => $GLOBALS['m']->getSubject(),
	'sends within' => fn ($call) => (string) ssmtp_do_send($GLOBALS['m']),
	'lets go of the object' => function ($call) { $GLOBALS['m'] = null; return "line $call\n"; },
	'gives nothing' => fn ($call) => '',
];
foreach ($reads as $name => $read) {
	Wrapper::$read = $read;
	$server = smtp_server(smtp_greeting() . smtp_transaction() . SMTP_QUIT);
	$m = client($server);
	echo "$name: ";
	try {
		$m->doSetMessageStream(fopen('test://x', 'r'));
		$m->doSend();
		echo 'sent';
	} catch (Throwable $e) {
		echo get_class($e), ' ', $e->getCode(), ' ', $e->getMessage();
	}
	/* A trace holds the object too. */
	unset($e);
	$m = null;
	$server->wait();
	echo ', ', $server->messages(), " message\n";
}
?>
--EXPECT--
gives octets: closed, sent, 1 message
throws: DomainException 0 from the streamclosed, , 0 message
uses the object: Error 0 The SSMTP handle cannot be used while it reads its message streamclosed, , 0 message
sends within: Error 0 The SSMTP handle cannot be used while it reads its message streamclosed, , 0 message
lets go of the object: closed, sent, 1 message
gives nothing: closed, sent, 1 message
