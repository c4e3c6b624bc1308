--TEST--
TLS: SSLCheckCRL: good, revoked, stale, foreign and missing lists at levels 0, 1 and 2
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; require_program("openssl", "openssl"); ?>
--FILE--
<?php
require __DIR__ . '/revocation.inc';
$port = start_www();
$point = fn (string $url) => ['extensions' => "crlDistributionPoints = URI:$url"];
$url = "http://127.0.0.1:$port";
$good = certificate('good', $point("$url/good.crl"));
$revoked = certificate('revoked', $point("$url/revoked.crl"));
$cases = [
	'good' => $good,
	'revoked' => $revoked,
	'stale list' => certificate('stale', $point("$url/stale.crl")),
	'list of another CA' => certificate('foreign', $point("$url/foreign.crl")),
	'no list there' => certificate('missing', $point("$url/missing.crl")),
	'nobody there' => certificate('nobody', $point('http://127.0.0.1:1/x.crl')),
	'not a list' => certificate('page', $point("$url/page.crl")),
	'no point named' => certificate('none'),
	'ldap only' => certificate('ldap', $point('ldap://127.0.0.1/x')),
	'second point' => certificate('second', ['extensions' => "crlDistributionPoints = URI:$url/missing.crl, URI:$url/good.crl"]),
];
make_crl('good.crl', [serial($revoked) => true]);
make_crl('revoked.crl', [serial($revoked) => true, '1234' => true]);
make_crl('stale.crl', [], 'intermediate', ['-crl_lastupdate', '20200101000000Z', '-crl_nextupdate', '20200201000000Z']);
make_crl('foreign.crl', [], 'stranger-root');
file_put_contents(www() . '/page.crl', '<html>not a list</html>');
foreach ($cases as $name => $bundle) {
	foreach ([0, 1, 2] as $level) {
		echo "$name, level $level: ", revocation_try(tls_by_php($bundle), "SSLCheckCRL=$level");
	}
}
echo 'waived: ', revocation_try(tls_by_php($cases['no point named']), 'SSLCheckCRL=2', 'SSLSecurityFlags=0x100');
echo 'revoked is not waived: ', revocation_try(tls_by_php($revoked), 'SSLCheckCRL=1', 'SSLSecurityFlags=0xF37');
?>
--EXPECT--
good, level 0: ok
good, level 1: ok | Fetching URL/good.crl
good, level 2: ok | Fetching URL/good.crl
revoked, level 0: ok
revoked, level 1: 280: certificate revoked | Fetching URL/revoked.crl
revoked, level 2: 280: certificate revoked | Fetching URL/revoked.crl
stale list, level 0: ok
stale list, level 1: 280: CRL has expired | Fetching URL/stale.crl
stale list, level 2: 280: CRL has expired | Fetching URL/stale.crl
list of another CA, level 0: ok
list of another CA, level 1: 280: unable to get certificate CRL | Fetching URL/foreign.crl
list of another CA, level 2: 280: unable to get certificate CRL | Fetching URL/foreign.crl
no list there, level 0: ok
no list there, level 1: ok | Fetching URL/missing.crl | Fetching URL/missing.crl failed | SSLCheckCRL: the revocation status could not be found out.
no list there, level 2: 280: unable to get certificate CRL | Fetching URL/missing.crl | Fetching URL/missing.crl failed | SSLCheckCRL: the revocation status could not be found out.
nobody there, level 0: ok
nobody there, level 1: ok | Fetching URL/x.crl | Fetching URL/x.crl failed | SSLCheckCRL: the revocation status could not be found out.
nobody there, level 2: 280: unable to get certificate CRL | Fetching URL/x.crl | Fetching URL/x.crl failed | SSLCheckCRL: the revocation status could not be found out.
not a list, level 0: ok
not a list, level 1: ok | Fetching URL/page.crl | Fetching URL/page.crl failed | SSLCheckCRL: the revocation status could not be found out.
not a list, level 2: 280: unable to get certificate CRL | Fetching URL/page.crl | Fetching URL/page.crl failed | SSLCheckCRL: the revocation status could not be found out.
no point named, level 0: ok
no point named, level 1: ok | SSLCheckCRL: the revocation status could not be found out.
no point named, level 2: 280: unable to get certificate CRL | SSLCheckCRL: the revocation status could not be found out.
ldap only, level 0: ok
ldap only, level 1: ok | SSLCheckCRL: the revocation status could not be found out.
ldap only, level 2: 280: unable to get certificate CRL | SSLCheckCRL: the revocation status could not be found out.
second point, level 0: ok
second point, level 1: ok | Fetching URL/missing.crl | Fetching URL/missing.crl failed | Fetching URL/good.crl
second point, level 2: ok | Fetching URL/missing.crl | Fetching URL/missing.crl failed | Fetching URL/good.crl
waived: ok | SSLCheckCRL: the revocation status could not be found out.
revoked is not waived: 280: certificate revoked | Fetching URL/revoked.crl
