--TEST--
What objects share is freed at the end of the process: trust anchors, TLS sessions, the signer's choices
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); require_program("valgrind", "valgrind");
if (getenv("SSMTP_SANITIZED") !== false || getenv("SSMTP_VALGRIND") !== false) die("skip a process that is watched already cannot be watched"); ?>
--FILE--
<?php
require __DIR__ . '/../tls.inc';
require_once __DIR__ . '/../readers.inc';
$server = smtp_server(tls_implicit(tls_by_php(certificates() . '/server-bundle.pem')) . smtp_transaction() . SMTP_QUIT);
file_put_contents(own_folder() . '/watched.php', '<?php
[, $port, $certificates] = $argv;
$m = new SSMTP();
$m->setMailServer("localhost")->setMailPort((int) $port)->setSSLStartMode(SSMTP::SSL_IMPLICIT);
$m->doConfig("OpenSSLCAFile=$certificates/root.pem");
$m->setFrom("alice@example.org")->setSendTo("bob@example.org")->setMessageText("hello\r\n");
$m->setCertStoreType(SSMTP::CST_PFXFILE)->setCertStore("$certificates/alice.pfx")->setCertStorePassword("secret")->setCertSubject("*");
$m->setProtection(SSMTP::SIGN)->doSend();
echo "sent\n";
');
putenv('USE_ZEND_ALLOC=0');
/* Unloaded, the module could not be named in what is left. */
putenv('ZEND_DONT_UNLOAD_MODULES=1');
$report = own_folder() . '/report';
echo run_program(['valgrind', "--log-file=$report", '--leak-check=full', '--show-leak-kinds=all', '--num-callers=40', PHP_BINARY, '-n',
	'-d', 'extension=' . getenv('SSMTP_SO'), own_folder() . '/watched.php', (string) $server->port, certificates()]);
echo strstr($server->wait(), '!!');
$blocks = preg_split('/^==\d+== \n/m', file_get_contents($report));
echo count(preg_grep('/HEAP SUMMARY/', $blocks)), " summary\n";
foreach (preg_grep('/in loss record/', $blocks) as $block) {
	/* What the dynamic linker keeps of the module is its own. */
	if (str_contains($block, 'ssmtp') && !preg_match('/dlopen|rtld-malloc/', $block)) {
		echo $block, "\n";
	}
}
?>
--EXPECT--
sent
1 summary
