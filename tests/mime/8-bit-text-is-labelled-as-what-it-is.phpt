--TEST--
An 8-bit MessageText is labelled with its character set, unless the caller labels it or it is ASCII
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

function labels(string $text, string $other = '', string $charset = ''): string
{
	$mail = client();
	$mail->setOtherHeaders($other)->setMessageText($text);
	$mail->doConfig("Charset=$charset");
	preg_match_all('/^(?:MIME-Version|Content-[a-z-]+|X-[a-z]+):.*$/mi', $mail->getMessageHeadersString(), $match);
	return implode(' | ', array_map('rtrim', $match[0])) ?: 'none';
}

echo labels("hello\r\n"), "\n";
echo labels("grüße\r\n"), "\n";
echo labels("grüße\r\n", "X-Mark: 1\r\n"), "\n";
echo labels("gr\xfc\xdfe\r\n"), "\n";
echo labels("gr\xfc\xdfe\r\n", '', 'ISO-8859-1'), "\n";
echo labels("grüße\r\n", "MIME-Version: 1.0\r\n"), "\n";
echo labels("grüße\r\n", "Content-Transfer-Encoding: 8bit\r\n"), "\n";
echo labels("<p>grüße", "Content-Type: text/html; charset=utf-8\r\n"), "\n";
echo labels("grüße", "\r\nX-Whole: section\r\n"), "\n";
?>
--EXPECT--
none
MIME-Version: 1.0 | Content-Type: text/plain; charset=utf-8 | Content-Transfer-Encoding: 8bit
MIME-Version: 1.0 | Content-Type: text/plain; charset=utf-8 | Content-Transfer-Encoding: 8bit | X-Mark: 1
MIME-Version: 1.0 | Content-Type: text/plain; charset=unknown-8bit | Content-Transfer-Encoding: 8bit
MIME-Version: 1.0 | Content-Type: text/plain; charset=ISO-8859-1 | Content-Transfer-Encoding: 8bit
MIME-Version: 1.0 | Content-Type: text/plain; charset=utf-8 | Content-Transfer-Encoding: 8bit
MIME-Version: 1.0 | Content-Transfer-Encoding: 8bit | Content-Type: text/plain; charset=utf-8
MIME-Version: 1.0 | Content-Type: text/html; charset=utf-8 | Content-Transfer-Encoding: 8bit
X-Whole: section
