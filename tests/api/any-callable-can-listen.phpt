--TEST--
Any callable can listen: function name, closure, static and private method, __call()
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

function by_name(array $param)
{
	echo 'function ', $param['connectionevent'], "\n";
}

class Listener
{
	public function listen(SSMTP $m): void
	{
		$m->on('connectionstatus', [$this, 'hidden']);
	}

	private function hidden(array $param)
	{
		echo 'private ', $param['connectionevent'], "\n";
	}

	public static function fixed(array $param)
	{
		echo 'static ', $param['connectionevent'], "\n";
	}

	public function __call($name, $args)
	{
		echo "__call $name ", $args[0]['connectionevent'], "\n";
	}

	public function __invoke(array $param)
	{
		echo '__invoke ', $param['connectionevent'], "\n";
	}
}

class Overrides extends SSMTP
{
	public function FIRECONNECTIONSTATUS($param)
	{
		echo 'override ', $param['connectionevent'], "\n";
		return parent::fireConnectionStatus($param);
	}
}

$m = client(null, new Overrides());
$listener = new Listener();
$attempt = fn () => outcome(fn () => $m->doConnect());
$attempt();
foreach (['by_name', fn ($p) => by_name($p), by_name(...), 'Listener::fixed', ['Listener', 'fixed'], [$listener, 'anything'], $listener] as $callable) {
	var_dump(ssmtp_register_callback($m, 1, $callable));
	$attempt();
}
$listener->listen($m);
$attempt();
ssmtp_register_callback($m, 1, null);
$attempt();

var_dump(ssmtp_register_callback($m, 1, 'no_such_function'), ssmtp_get_last_error_code($m));
var_dump(ssmtp_register_callback($m, 10, 'by_name'), ssmtp_register_callback($m, 0, 'by_name'), ssmtp_register_callback($m, 1, 5));
foreach ([['NoEvent', 'by_name'], ['PITrail', 'no_such_function']] as $args) {
	try {
		$m->on(...$args);
	} catch (Error $e) {
		echo get_class($e), ': ', $e->getMessage(), "\n";
	}
}
?>
--EXPECT--
override Remote host disconnected.
int(0)
function Remote host disconnected.
int(0)
function Remote host disconnected.
int(0)
function Remote host disconnected.
int(0)
static Remote host disconnected.
int(0)
static Remote host disconnected.
int(0)
__call anything Remote host disconnected.
int(0)
__invoke Remote host disconnected.
private Remote host disconnected.
override Remote host disconnected.
int(10022)
int(10022)
int(10022)
int(10022)
int(10022)
ValueError: SSMTP::on(): Argument #1 ($event) must be the name of an event, such as PITrail
TypeError: SSMTP::on(): Argument #2 ($callback) must be a valid callback or null
