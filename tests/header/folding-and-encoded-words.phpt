--TEST--
Long fields fold at MaxHeaderLength, other text becomes encoded-words of Charset, and it reads as it was written
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';
require __DIR__ . '/../contents.inc';

function header_of(SSMTP $m): string
{
	$m->setMessageDate('')->setMessageId('');
	return $m->getMessageHeadersString();
}

function unfolded(string $header): string
{
	return preg_replace('/\r\n(?=[ \t])/', '', $header);
}

$to = implode(', ', array_map(fn ($i) => "\"Person Number $i\" <person$i@example.com>", range(1, 12)));
$long = 'The quick brown fox jumps over the lazy dog again and again until the line is far too long for anyone to read it at once';
foreach ([20, 40, 80, 200, 0] as $max) {
	foreach (['True', 'False'] as $fold) {
		$m = client();
		$m->doConfig("MaxHeaderLength=$max");
		$m->doConfig("FoldHeaders=$fold");
		$m->setSendTo($to)->setSubject($long);
		$lines = explode("\r\n", header_of($m));
		$longest = max(array_map('strlen', $lines));
		$folded = $max > 0 && $fold === 'True';
		/* A word that is longer than the limit stays whole. */
		echo "$max $fold ", $folded ? ($longest <= max($max, 30) ? 'within' : "$longest octets") : ($longest > 200 ? 'one line each' : 'folded'), ' ',
			str_contains(unfolded(header_of($m)), "Subject: $long\r\n") ? 'same' : 'changed', "\n";
	}
}
foreach ([-1, 1, 19] as $max) {
	echo code(fn () => $m->doConfig("MaxHeaderLength=$max")), ' ';
}
echo "\n--\n";
$m = client();
$m->setSubject("Gr\u{fc}\u{df}e, 128,40 \u{20ac}")->setFrom("J\u{f6}rg M\u{fc}ller <joerg@example.org>")->setSendTo("\"\u{c4}rzte, K\u{f6}ln\" <a@example.com>")
	->setOtherHeaders("X-Note: na\u{ef}ve\r\nX-Plain: yes");
echo header_of($m);
foreach (['utf-8', 'iso-8859-15', 'us-ascii', 'nonsense-7'] as $charset) {
	$code = code(fn () => $m->doConfig("Charset=$charset"));
	echo "$charset $code ", code(fn () => header_of($m)), "\n";
	if ($code === 0 && code(fn () => header_of($m)) === 0) {
		echo header_of($m);
	}
}
$m->doConfig('Charset=utf-8');
$subject = str_repeat("\u{43f}\u{440}\u{438}\u{432}\u{435}\u{442} \u{1f600} ", 30) . 'end';
$m->setSubject($subject);
$header = header_of($m);
preg_match_all('/=\?[^ \r\n]*\?=/', $header, $words);
$decoded = decoded_words(preg_replace('/(\?=)\s+(?==\?)/', '$1', unfolded($header)));
var_dump(max(array_map('strlen', $words[0])) <= 75, str_contains($decoded, "Subject: $subject\r\n"));
/* Every encoded-word is whole by itself: no character is cut. */
foreach ($words[0] as $word) {
	if (!preg_match('//u', decoded_words($word))) {
		echo "cut: $word\n";
	}
}
$m->setSubject("looks like =?utf-8?q?an encoded-word?=");
echo header_of($m);
foreach (["fold\r\n ed", "fold\r\n\ted"] as $subject) {
	echo json_encode($m->setSubject($subject)->getSubject()), ' ';
}
foreach (["a\r\nb", "a\nb", "a\r\n", "a\r\n \r\nb", "a\0b", "a\r b"] as $subject) {
	echo code(fn () => $m->setSubject($subject)), ' ';
}
?>
--EXPECT--
20 True within same
20 False one line each same
40 True within same
40 False one line each same
80 True within same
80 False one line each same
200 True within same
200 False one line each same
0 True one line each same
0 False one line each same
10022 10022 10022 
--
From: =?utf-8?B?SsO2cmcgTcO8bGxlcg==?= <joerg@example.org>
To: =?utf-8?B?w4RyenRlLCBLw7Zsbg==?= <a@example.com>
Subject: =?utf-8?B?R3LDvMOfZSwgMTI4LDQwIOKCrA==?=
X-Note: =?utf-8?B?bmHDr3Zl?=
X-Plain: yes
utf-8 0 0
From: =?utf-8?B?SsO2cmcgTcO8bGxlcg==?= <joerg@example.org>
To: =?utf-8?B?w4RyenRlLCBLw7Zsbg==?= <a@example.com>
Subject: =?utf-8?B?R3LDvMOfZSwgMTI4LDQwIOKCrA==?=
X-Note: =?utf-8?B?bmHDr3Zl?=
X-Plain: yes
iso-8859-15 0 0
From: =?iso-8859-15?Q?J=F6rg_M=FCller?= <joerg@example.org>
To: =?iso-8859-15?B?xHJ6dGUsIEv2bG4=?= <a@example.com>
Subject: =?iso-8859-15?B?R3L832UsIDEyOCw0MCCk?=
X-Note: =?iso-8859-15?Q?na=EFve?=
X-Plain: yes
us-ascii 0 434
nonsense-7 434 434
bool(true)
bool(true)
From: =?utf-8?B?SsO2cmcgTcO8bGxlcg==?= <joerg@example.org>
To: =?utf-8?B?w4RyenRlLCBLw7Zsbg==?= <a@example.com>
Subject: looks like =?utf-8?q?an encoded-word?=
X-Note: =?utf-8?B?bmHDr3Zl?=
X-Plain: yes
"fold ed" "fold\ted" 10022 10022 10022 10022 10022 10022 
