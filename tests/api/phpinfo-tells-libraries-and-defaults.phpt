--TEST--
phpinfo() tells the libraries, the mechanisms and the php.ini defaults
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--INI--
ssmtp.mail_server=mail.example.org
--FILE--
<?php
ob_start();
(new ReflectionExtension('ssmtp'))->info();
$info = ob_get_clean();
foreach (['ssmtp => \d', 'OpenSSL compiled against => OpenSSL 3', 'OpenSSL running => OpenSSL 3', 'SASL mechanisms => .*PLAIN',
		'GNU SASL => (yes|no)', 'GSS-API => (yes|no)', 'libidn2 => (yes|no)', 'zlib => (yes|no)',
		'ssmtp.mail_server => mail.example.org'] as $pattern) {
	if (!preg_match("/^$pattern/m", $info)) {
		echo "missing: $pattern\n$info\n";
	}
}
?>
done
--EXPECT--
done
