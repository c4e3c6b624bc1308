--TEST--
TLS: the trust store is parsed once a process and shared by all objects; a bundle that changed is parsed again
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); require_program("strace", "strace");
if (getenv("SSMTP_SANITIZED") !== false || getenv("SSMTP_VALGRIND") !== false) die("skip a process that is watched already cannot be traced");
exec("strace -o /dev/null true 2>&1", $output, $status); if ($status !== 0) die("skip this user may not trace a process"); ?>
--FILE--
<?php
require __DIR__ . '/../tls.inc';
$bundle = own_folder() . '/bundle.pem';
copy(certificates() . '/root.pem', $bundle);
$trace = own_folder() . '/trace';
$script = tls_implicit(tls_by_php(certificates() . '/server-bundle.pem')) . SMTP_QUIT;
$server = smtp_server(implode("accept\n", array_fill(0, 7, $script)));
/* What is traced is a process of its own: the server's reads do not count. */
$code = '[, $port, $bundle] = $argv;
function one(string $setting, ?SSMTP $m = null): SSMTP {
	global $port, $bundle;
	$m ??= new SSMTP();
	$m->setMailServer("localhost")->setMailPort((int) $port)->setSSLStartMode(1);
	$m->doConfig("$setting=$bundle");
	$m->doConnect();
	$m->doDisconnect();
	return $m;
}
$first = one("OpenSSLCAFile");          /* parsed */
one("OpenSSLCAFile", $first);
unset($first);                          /* nobody uses it now, it stays */
one("OpenSSLCAFile");
$other = one("OpenSSLCAFile");
one("SSLCACertFilePaths");              /* parsed: another meaning of the file */
file_put_contents($bundle, "\n", FILE_APPEND);
usleep(100000);                         /* what was written within a tick of the clock is read again */
one("OpenSSLCAFile", $other);           /* parsed: it changed */
one("OpenSSLCAFile");
';
file_put_contents(own_folder() . '/traced.php', "<?php\n$code");
run('strace', '-f', '-e', 'trace=openat', '-o', $trace, PHP_BINARY, '-n', '-d', 'extension=' . getenv('SSMTP_SO'), own_folder() . '/traced.php',
	(string) $server->port, $bundle);
echo count(preg_grep('/bundle\.pem.*O_RDONLY/', file($trace))), " of 7\n", strstr($server->wait(), '!!');
?>
--EXPECT--
3 of 7
