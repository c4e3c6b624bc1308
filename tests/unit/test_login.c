/* What a log-in judges before it is sent and what it must not show: server's name, reasons of a refusal, the challenge
 * of NTLM, secrets that come back. */
#include "unit.h"

#include "base/base64.h"
#include "base/hidden.h"
#include "connection/proxy_choice.h"
#include "connection/server_name.h"
#include "client/setting_hooks.h"
#include "crypto/ntlm_challenge.h"
#include "smtp/oauth_reason.h"

#include <stdlib.h>

/* ---- MailServer ---- */

static const struct {
	const char *text;
	const char *name; /* NULL: refused with what the text has to hold */
	const char *hint;
} servers[] = {
	{ "mail.example.com", "mail.example.com", NULL },
	{ "  mail.example.com\t", "mail.example.com", NULL },
	{ "*mail.example.com", "mail.example.com", NULL },
	{ "_mx-1.example", "_mx-1.example", NULL },
	{ "m\xc3\xbcller.example", "m\xc3\xbcller.example", NULL },
	{ "::1", "::1", NULL },
	{ "[2001:db8::1]", "2001:db8::1", NULL },
	{ "fe80::1%eth0", "fe80::1%eth0", NULL },
	{ "192.0.2.1", "192.0.2.1", NULL },
	{ "localhost:2608", NULL, "MailServer is \"localhost\" and MailPort is 2608?" },
	{ "smtp://localhost", NULL, "MailServer is \"localhost\"?" },
	{ "SMTP://localhost:25", NULL, "MailServer is \"localhost\"?" },
	{ "ssl://mail.example.com", NULL, "SSLStartMode is 1" },
	{ "tls://mail.example.com:587", NULL, "STARTTLS" },
	{ "smtp://user:kanarie@host", NULL, "without scheme, user" },
	{ "user:kanarie@host", NULL, "without scheme, user" },
	{ "kanarie:", NULL, "without scheme, user" },
	{ "a b", NULL, "without scheme, user" },
	{ "host/path", NULL, "without scheme, user" },
	{ "host\x1b[31m", NULL, "without scheme, user" },
};

static void test_server_names(void)
{
	for (size_t i = 0; i < sizeof(servers) / sizeof(servers[0]); i++) {
		ssmtp_error error = { 0 };
		ssmtp_slice name;
		bool ok = ssmtp_server_name(SSMTP_HOST_MAIL_SERVER, ssmtp_slice_str(servers[i].text), &name, &error);

		CHECK(ok == (servers[i].name != NULL), "%s: %s", servers[i].text, error.text);
		if (ok) {
			CHECK(ssmtp_slice_equal(name, ssmtp_slice_str(servers[i].name)), "%s", servers[i].text);
		} else {
			CHECK(error.code == 10022 && strstr(error.text, servers[i].hint) != NULL, "%s: %s", servers[i].text,
				error.text);
			CHECK(strstr(error.text, "kanarie") == NULL, "%s", error.text);
		}
	}
}

static void test_families(void)
{
	static const struct {
		const char *name;
		int use_ipv6;
		bool ok;
	} rows[] = { { "::1", 0, false }, { "::1", 1, true }, { "::1", 2, true }, { "127.0.0.1", 0, true },
		{ "127.0.0.1", 1, false }, { "127.0.0.1", 2, true }, { "localhost", 0, true }, { "localhost", 1, true } };

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ssmtp_error error = { 0 };

		CHECK(ssmtp_server_name_check_family(ssmtp_slice_str(rows[i].name), rows[i].use_ipv6, &error) == rows[i].ok,
			"%s %d", rows[i].name, rows[i].use_ipv6);
		CHECK(rows[i].ok || strstr(error.text, "UseIPv6") != NULL, "%s", error.text);
	}
}

/* ---- the proxy of the environment ---- */

static const struct {
	const char *value;
	const char *host, *user, *password; /* host NULL: refused */
	unsigned port;
} proxies[] = {
	{ "socks5://proxy.example:1081", "proxy.example", "", "", 1081 },
	{ "http://u:p@proxy.example", "proxy.example", "u", "p", 80 },
	{ "socks5://u:kanarie@tail@proxy.example:1081", "proxy.example", "u", "kanarie@tail", 1081 },
	{ "socks5://u:kan/arie@proxy.example:1081/", "proxy.example", "u", "kan/arie", 1081 },
	{ "socks5://u:k%40n%2Frie@[::1]:1081", "::1", "u", "k@n/rie", 1081 },
	{ "socks5://u@v:p@proxy.example", "proxy.example", "u@v", "p", 1080 },
	{ "socks5://u:p@kanarie#tail", NULL, NULL, NULL, 0 },
	{ "socks5://kanarie word", NULL, NULL, NULL, 0 },
	{ "socks5://kanarie\x1btail:1", NULL, NULL, NULL, 0 },
	{ "socks5://u:p@", NULL, NULL, NULL, 0 },
};

static void test_proxies(void)
{
	for (size_t i = 0; i < sizeof(proxies) / sizeof(proxies[0]); i++) {
		ssmtp_error error = { 0 };
		ssmtp_settings *settings = ssmtp_settings_new(&ssmtp_setting_hooks);
		ssmtp_proxy_choice choice;
		bool ok;

		setenv("all_proxy", proxies[i].value, 1);
		unsetenv("no_proxy");
		unsetenv("NO_PROXY");
		settings->firewall_auto_detect = true;
		ok = ssmtp_proxy_choose(settings, "mx.example.com", &choice, &error);
		CHECK(ok == (proxies[i].host != NULL), "%s: %s", proxies[i].value, error.text);
		if (ok && proxies[i].host != NULL) {
			CHECK(strcmp(choice.host, proxies[i].host) == 0 && choice.port == proxies[i].port, "%s: %s",
				proxies[i].value, choice.host);
			CHECK(strcmp(choice.options.user, proxies[i].user) == 0, "%s", proxies[i].value);
			CHECK(ssmtp_slice_equal(choice.options.password, ssmtp_slice_str(proxies[i].password)), "%s",
				proxies[i].value);
		}
		CHECK(strstr(error.text, "kanarie") == NULL, "%s", error.text);
		ssmtp_proxy_choice_free(&choice);
		ssmtp_settings_free(&settings);
	}
	unsetenv("all_proxy");
}

/* ---- secrets that come back ---- */

static const struct {
	const char *secret;
	const char *text;
	const char *shown;
} returned[] = {
	{ "correct horse", "535 no correct horse here", "535 no ***** here" },
	{ "correct horse", "correct horse", "*****" },
	{ "correct horse", "cut off: correct hors", "cut off: *****" },
	{ "correct horse", "correct", "correct" },
	{ "hunter", "235 hunter, hello", "235 *****, hello" },
	{ "hunter", "235 hunters hunt", "235 hunters hunt" },
	{ "abc", "235 abc", "235 abc" },
	{ "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa b", "**********aaaa b" },
	{ "correct horse battery", "AUTH PLAIN AHVzZXIAY29ycmVjdCBob3JzZSBiYXR0ZXJ5", NULL },
	{ "correct horse battery", "AUTH PLAIN AHVzZQBjb3JyZWN0IGhvcnNlIGJhdHRlcnk=", NULL },
	{ "correct horse battery", "AUTH PLAIN AHVzAGNvcnJlY3QgaG9yc2UgYmF0dGVyeQ== and", NULL },
	{ "correct horse battery", "cut AHVzZXIAY29ycmVjdCBob3JzZ", NULL },
};

static void test_returned(void)
{
	for (size_t i = 0; i < sizeof(returned) / sizeof(returned[0]); i++) {
		ssmtp_hidden hidden = { 0 };
		char text[128];
		size_t len = strlen(returned[i].text);

		ssmtp_hidden_add(&hidden, ssmtp_slice_str(returned[i].secret));
		memcpy(text, returned[i].text, len + 1);
		ssmtp_hidden_mask_text(&hidden, text);
		if (returned[i].shown != NULL) {
			CHECK(strcmp(text, returned[i].shown) == 0, "%s: %s", returned[i].text, text);
		}
		CHECK(strlen(text) <= len);
		CHECK(strstr(text, "correct ho") == NULL && strstr(text, "aaaaaaaaaaaaaaaa") == NULL, "%s", text);
		/* Four octets of Base64 in a row would be three of the secret. */
		CHECK(strstr(text, "ycmVjdCBob3J") == NULL && strstr(text, "yZWN0IGhvcnN") == NULL, "%s", text);
		CHECK(strstr(text, "JlY3QgaG9yc2") == NULL, "%s", text);
	}
}

static void test_returned_lines(void)
{
	ssmtp_hidden hidden = { 0 };
	char text[200] = "500 AUTH PLAIN AHVzZXIAY29ycmVjdCBob3JzZQ== is unknown";
	char cut[200] = "500 AUTH PLAIN AHVzZXIAY29ycmV... is too long";

	ssmtp_hidden_add_encoded(&hidden, SSMTP_SLICE("AHVzZXIAY29ycmVjdCBob3JzZQ=="));
	ssmtp_hidden_mask_text(&hidden, text);
	CHECK(strcmp(text, "500 AUTH PLAIN ***** is unknown") == 0, "%s", text);
	ssmtp_hidden_mask_text(&hidden, cut);
	CHECK(strcmp(cut, "500 AUTH PLAIN *****... is too long") == 0, "%s", cut);
	/* More than there is room for: the newest stay. */
	for (unsigned i = 0; i < 3 * SSMTP_HIDDEN_ROWS; i++) {
		char line[32];

		snprintf(line, sizeof(line), "bGluZQ%06uAA==", i);
		ssmtp_hidden_add_encoded(&hidden, ssmtp_slice_str(line));
	}
	strcpy(text, "bGluZQ000071AA==");
	ssmtp_hidden_mask_text(&hidden, text);
	CHECK(strcmp(text, "*****") == 0, "%s", text);
}

/* ---- reasons of RFC 7628 ---- */

static const struct {
	const char *json;
	const char *reason; /* NULL: none */
} reasons[] = {
	{ "{\"status\":\"invalid_token\"}", "status invalid_token" },
	{ "{\"status\":401,\"n\":-1.5e3}", "status 401, n -1.5e3" },
	{ "{\"a\":[{\"b\":\"]}\"}],\"c\":\"d\"}", "c d" },
	{ "{\"a\":true,\"b\":null}", NULL },
	{ "{}", NULL },
	{ "{\"a\":\"\\ud83d\"}", NULL },
	{ "{\"a\":\"\\udc00\"}", NULL },
	{ "{\"a\":\"\\ud83d\\u0041\"}", NULL },
	{ "{\"a\":\"\\x\"}", NULL },
	{ "{\"a\":\"\\u12\"}", NULL },
	{ "{\"a\":\"b\",}", NULL },
	{ "{\"a\" \"b\"}", NULL },
	{ "{\"a\":\"b\"", NULL },
	{ "{\"a\":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}", NULL },
	{ "{\"a\":", NULL },
	{ "{\"a\":[", NULL },
	{ "", NULL },
};

static void test_reasons(void)
{
	for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++) {
		size_t len = strlen(reasons[i].json);
		/* In memory of its own: a sanitizer sees a step too far. */
		char *json = malloc(len + 1);
		ssmtp_error error = { 0 };

		memcpy(json, reasons[i].json, len);
		ssmtp_oauth_reason(ssmtp_slice_of(json, len), &error);
		CHECK(strcmp(error.text, reasons[i].reason == NULL ? "" : reasons[i].reason) == 0, "%s: %s", reasons[i].json,
			error.text);
		free(json);
	}
}

/* ---- the challenge of NTLM ---- */

/* As Windows sends it: 48 octets, version, target name "EX" in UTF-16, three AV pairs. */
static const uint8_t challenge_whole[] = {
	'N', 'T', 'L', 'M', 'S', 'S', 'P', 0, 2, 0, 0, 0,
	4, 0, 4, 0, 56, 0, 0, 0,                                            /* 12: target name */
	0x05, 0x02, 0x81, 0x02,                                             /* 20: UNICODE, DOMAIN, TARGET_INFO, VERSION */
	1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0, 0, 0, 0, 0,
	24, 0, 24, 0, 60, 0, 0, 0,                                          /* 40: target information */
	6, 1, 0xb1, 0x1d, 0, 0, 0, 15,                                      /* 48: version */
	'E', 0, 'X', 0,                                                     /* 56 */
	2, 0, 4, 0, 'E', 0, 'X', 0,                                         /* 60: MsvAvNbDomainName */
	7, 0, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8,                                 /* 68: MsvAvTimestamp */
	0, 0, 0, 0,                                                         /* 80: MsvAvEOL */
};

static const struct {
	const char *what;
	size_t at;
	uint8_t octet;
	bool ok;
} challenge_changes[] = {
	{ "nothing", 0, 'N', true },
	{ "signature", 6, 'X', false },
	{ "type", 8, 3, false },
	{ "name offset behind the end", 16, 200, false },
	{ "name offset far away", 19, 0x80, false },
	{ "name offset inside the header", 16, 40, false },
	{ "name length past the end", 12, 40, false },
	{ "name of odd length", 12, 3, false },
	{ "name length huge", 13, 0xff, false },
	{ "no name", 12, 0, true },
	{ "information past the end", 40, 25, false },
	{ "information empty", 40, 0, false },
	{ "information offset near 2^32", 47, 0xff, false },
	{ "information offset inside the header", 44, 20, false },
	{ "information without its end", 40, 20, false },
	{ "pair past the end", 62, 200, false },
	{ "pair of huge length", 63, 0xff, false },
	{ "text of odd length", 62, 3, false },
	{ "timestamp of four octets", 70, 4, false },
	{ "flags of eight octets", 68, 6, false },
	{ "end with a length", 82, 1, false },
	{ "end far too early", 60, 0, false },
};

static bool challenge_ok(const uint8_t *octets, size_t len)
{
	uint8_t *copy = malloc(len + (len == 0));
	ssmtp_error error = { 0 };
	bool ok;

	memcpy(copy, octets, len);
	ok = ssmtp_ntlm_check_challenge(ssmtp_slice_of(copy, len), &error);
	CHECK(ok || (error.code == 161 && strncmp(error.text, "NTLM: ", 6) == 0), "%s", error.text);
	free(copy);
	return ok;
}

static void test_ntlm_challenges(void)
{
	uint8_t changed[sizeof(challenge_whole)];

	for (size_t i = 0; i < sizeof(challenge_changes) / sizeof(challenge_changes[0]); i++) {
		memcpy(changed, challenge_whole, sizeof(changed));
		changed[challenge_changes[i].at] = challenge_changes[i].octet;
		CHECK(challenge_ok(changed, sizeof(changed)) == challenge_changes[i].ok, "%s", challenge_changes[i].what);
	}
	/* Version 2 does without target information, but not without a target name. */
	memcpy(changed, challenge_whole, sizeof(changed));
	CHECK(ssmtp_ntlm_check_challenge_v2(ssmtp_slice_of(changed, sizeof(changed)), NULL));
	changed[22] &= 0x7f;
	CHECK(challenge_ok(changed, sizeof(changed)));
	CHECK(ssmtp_ntlm_check_challenge_v2(ssmtp_slice_of(changed, sizeof(changed)), NULL));
	memcpy(changed, challenge_whole, sizeof(changed));
	changed[12] = changed[13] = 0;
	CHECK(challenge_ok(changed, sizeof(changed)));
	CHECK(!ssmtp_ntlm_check_challenge_v2(ssmtp_slice_of(changed, sizeof(changed)), NULL));
	/* Cut anywhere: never whole. */
	for (size_t len = 0; len < sizeof(challenge_whole); len++) {
		CHECK(!challenge_ok(challenge_whole, len), "%zu octets", len);
	}
	/* The form of before Windows 2000, and Exim's: no information, 32 octets and the name. */
	memcpy(changed, challenge_whole, sizeof(changed));
	changed[22] = 0x01;
	changed[16] = 32;
	CHECK(challenge_ok(changed, 36));
	CHECK(!challenge_ok(changed, 35));
}

int main(void)
{
	test_server_names();
	test_families();
	test_proxies();
	test_returned();
	test_returned_lines();
	test_reasons();
	test_ntlm_challenges();
	return unit_summary("login");
}
