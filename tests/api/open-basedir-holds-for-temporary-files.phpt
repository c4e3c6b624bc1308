--TEST--
open_basedir: a script cannot lead temporary files out of it by TMPDIR
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

$inside = sys_get_temp_dir() . '/ssmtp-basedir-' . getmypid();
mkdir($inside);
mkdir("$inside/tmp");
$text = str_repeat(str_repeat('x', 70) . "\r\n", 60000); /* more than is kept in memory */
file_put_contents("$inside/body", $text);
copy(certificates() . '/alice-bundle.pem', "$inside/alice.pem");
ini_set('open_basedir', $inside . PATH_SEPARATOR . dirname(__DIR__));

function sign(string $inside): string
{
	return outcome(function () use ($inside) {
		$m = new SSMTP();
		$m->setFrom('alice@example.org')->setSendTo('bob@example.org');
		$m->setCertStoreType(SSMTP::CST_PEMKEY_FILE)->setCertStore("$inside/alice.pem")->setCertSubject('*');
		$m->doSetMessageStream(popen('exec cat 2>/dev/null ' . escapeshellarg("$inside/body"), 'r'));
		$m->doSign();
	});
}
foreach (["$inside/tmp", '/var/tmp', "$inside/missing"] as $folder) {
	putenv("TMPDIR=$folder");
	echo str_replace($inside, 'INSIDE', "$folder: " . sign($inside)), "\n";
}
putenv('TMPDIR');
echo 'unset: ', sign($inside), "\n";
echo count(scandir("$inside/tmp")) - 2, " left\n";
unlink("$inside/body");
unlink("$inside/alice.pem");
rmdir("$inside/tmp");
rmdir($inside);
?>
--EXPECT--
INSIDE/tmp: ok
/var/tmp: 302: open_basedir forbids temporary files in TMPDIR (/var/tmp): unset TMPDIR, or allow the folder.
INSIDE/missing: 302: Cannot create a temporary file in INSIDE/missing: No such file or directory.
unset: ok
0 left
