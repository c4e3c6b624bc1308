--TEST--
The module is linked read-only after relocation, bound at once, with checked stacks and copies, and looks into no folder of its own
--SKIPIF--
<?php
require __DIR__ . '/../skipif.inc';
if (PHP_OS_FAMILY !== 'Linux') die('skip ELF is looked at');
if (PHP_DEBUG) die('skip a PHP with its debug checks builds its modules without optimization, which FORTIFY wants');
if (getenv('SSMTP_SANITIZED')) die('skip a sanitizer has checks of its own');
if (!is_file((string) getenv('SSMTP_SO'))) die('skip SSMTP_SO does not name the module');
exec('readelf --version 2>&1', $output, $status);
if ($status !== 0) die('skip on Debian: apt-get install binutils');
?>
--FILE--
<?php
require __DIR__ . '/../client.inc';
$so = escapeshellarg(getenv('SSMTP_SO'));
$dynamic = shell_exec("LC_ALL=C readelf -dW $so");
$segments = shell_exec("LC_ALL=C readelf -lW $so");
$symbols = shell_exec("LC_ALL=C readelf --dyn-syms -W $so");
preg_match_all('/NEEDED.*\[(.*)\]/', $dynamic, $needed);
$found = [
	'GNU_RELRO' => str_contains($segments, 'GNU_RELRO'),
	'BIND_NOW' => preg_match('/BIND_NOW|FLAGS_1.*NOW/', $dynamic) === 1,
	'stack protector' => str_contains($symbols, '__stack_chk_fail'),
	'FORTIFY' => preg_match('/__\w+_chk\b/', $symbols) === 1,
	'no RUNPATH' => preg_match('/RUNPATH|RPATH/', $dynamic) === 0,
	'stack not executable' => preg_match('/GNU_STACK.* RWE /', $segments) === 0,
	'GNU SASL and GSS-API are opened at first use' => preg_grep('/gsasl|gssapi/', $needed[1]) === [],
];
foreach ($found as $what => $is) {
	echo $is ? '' : "$what: missing\n";
}
echo "done\n";
/* Nothing before a log-in has opened them. */
client();
echo preg_match('/libgsasl|libgssapi/', file_get_contents('/proc/self/maps')) ? "open already\n" : "not open yet\n";
?>
--EXPECT--
done
not open yet
