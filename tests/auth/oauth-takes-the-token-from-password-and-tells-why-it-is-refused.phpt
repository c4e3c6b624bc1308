--TEST--
XOAUTH2 and OAUTHBEARER take Password as the token where AuthorizationIdentity is empty, and tell the server's reason
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/auth.inc';

foreach (['XOAUTH2', 'OAUTHBEARER'] as $mechanism) {
	foreach ([['', 'auth=Bearer secret'], ['given', 'auth=Bearer given']] as [$identity, $expected]) {
		$server = smtp_server(smtp_greeting("AUTH $mechanism") . "C: AUTH $mechanism *\nS: 235 in\n" . SMTP_QUIT);
		$m = auth_client($server, $mechanism);
		$m->doConfig("AuthorizationIdentity=$identity");
		echo outcome(fn () => $m->doConnect()), ' ';
		$m->doDisconnect();
		preg_match("/AUTH $mechanism (\S+)/", $server->received(), $match);
		echo $mechanism, ' ', str_contains(base64_decode($match[1]), $expected) ? 'as expected' : base64_decode($match[1]), "\n";
	}
	foreach ([
		'{"status":"invalid_token","scope":"example_scope","openid-configuration":"https://example.com/.well-known/openid-configuration"}',
		'{"status":"401","schemes":"bearer","scope":"https:\/\/mail.google.com\/"}',
		' { "status" : 401 , "more" : {"status":"inner", "a":[1,2,{"b":"}"}]}, "x":null, "error_description":"a \"b\"\r\nEvil: \u00e4\ud83d\ude00" } ',
		'{"status":"cut',
		'nothing of the kind',
		'[]',
	] as $json) {
		$server = smtp_server(smtp_greeting("AUTH $mechanism") . "C: AUTH $mechanism *\nS: 334 " . base64_encode($json) . "\nC: *\nS: 535 5.7.8 no\n" . SMTP_QUIT);
		$m = auth_client($server, $mechanism);
		echo outcome(fn () => $m->doConnect()), "\n";
	}
}
?>
--EXPECT--
ok XOAUTH2 as expected
ok XOAUTH2 as expected
161: SMTP protocol error: 535 5.7.8 no (reply to AUTH XOAUTH2): status invalid_token, scope example_scope, openid-configuration https://example.com/.well-known/openid-configuration
161: SMTP protocol error: 535 5.7.8 no (reply to AUTH XOAUTH2): status 401, schemes bearer, scope https://mail.google.com/
161: SMTP protocol error: 535 5.7.8 no (reply to AUTH XOAUTH2): status 401, error_description a "b"  Evil: ä😀
161: SMTP protocol error: 535 5.7.8 no (reply to AUTH XOAUTH2)
161: SMTP protocol error: 535 5.7.8 no (reply to AUTH XOAUTH2)
161: SMTP protocol error: 535 5.7.8 no (reply to AUTH XOAUTH2)
ok OAUTHBEARER as expected
ok OAUTHBEARER as expected
161: SMTP protocol error: 535 5.7.8 no (reply to AUTH OAUTHBEARER): status invalid_token, scope example_scope, openid-configuration https://example.com/.well-known/openid-configuration
161: SMTP protocol error: 535 5.7.8 no (reply to AUTH OAUTHBEARER): status 401, schemes bearer, scope https://mail.google.com/
161: SMTP protocol error: 535 5.7.8 no (reply to AUTH OAUTHBEARER): status 401, error_description a "b"  Evil: ä😀
161: SMTP protocol error: 535 5.7.8 no (reply to AUTH OAUTHBEARER)
161: SMTP protocol error: 535 5.7.8 no (reply to AUTH OAUTHBEARER)
161: SMTP protocol error: 535 5.7.8 no (reply to AUTH OAUTHBEARER)
