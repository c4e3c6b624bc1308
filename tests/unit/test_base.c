/* base: buffer, base64, UTF-8, secret, error. */
#include <errno.h>

#include "base/ascii.h"
#include "base/alloc.h"
#include "base/base64.h"
#include "base/error.h"
#include "base/secret.h"
#include "base/utf8.h"
#include "unit.h"

static const struct {
	const char *plain;
	const char *encoded;
} base64_cases[] = { /* RFC 4648 section 10 */
	{ "", "" }, { "f", "Zg==" }, { "fo", "Zm8=" }, { "foo", "Zm9v" }, { "foob", "Zm9vYg==" },
	{ "fooba", "Zm9vYmE=" }, { "foobar", "Zm9vYmFy" }
};

static const char *const base64_malformed[] = { "Z", "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "=m9v", "Zg==Zg==", "Zm 9v",
	"Zm9v\n", "Z$9v" };

static void test_base64(void)
{
	ssmtp_buf out;

	ssmtp_buf_init(&out, 4096);
	for (size_t i = 0; i < sizeof(base64_cases) / sizeof(base64_cases[0]); i++) {
		ssmtp_buf_clear(&out);
		CHECK(ssmtp_base64_append(&out, ssmtp_slice_str(base64_cases[i].plain)));
		CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&out), ssmtp_slice_str(base64_cases[i].encoded)));
		ssmtp_buf_clear(&out);
		CHECK(ssmtp_base64_decode(&out, ssmtp_slice_str(base64_cases[i].encoded)));
		CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&out), ssmtp_slice_str(base64_cases[i].plain)));
	}
	for (size_t i = 0; i < sizeof(base64_malformed) / sizeof(base64_malformed[0]); i++) {
		ssmtp_buf_clear(&out);
		CHECK(!ssmtp_base64_decode(&out, ssmtp_slice_str(base64_malformed[i])), "%s", base64_malformed[i]);
		CHECK(ssmtp_buf_len(&out) == 0);
	}
	CHECK(ssmtp_base64_decode_text(&out, SSMTP_SLICE(" Zm9v\r\nYg =\n=")));
	CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&out), SSMTP_SLICE("foob")));
	ssmtp_buf_free(&out);
}

static void test_buf(void)
{
	ssmtp_buf buf;

	ssmtp_buf_init(&buf, 10);
	CHECK(ssmtp_buf_append_str(&buf, "0123456789"));
	CHECK(!ssmtp_buf_append_octet(&buf, 'x'));
	ssmtp_buf_consume(&buf, 4);
	CHECK(ssmtp_buf_append_str(&buf, "abcd"));
	CHECK(!ssmtp_buf_append_octet(&buf, 'x'));
	CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&buf), SSMTP_SLICE("456789abcd")));
	/* Nothing is nothing, wherever it stands (UBSan looks on). */
	ssmtp_buf_overwrite(&buf, 0, NULL, 0);
	ssmtp_buf_truncate(&buf, 3);
	CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&buf), SSMTP_SLICE("456")));
	CHECK(strcmp(ssmtp_buf_cstr(&buf), "456") == 0);
	ssmtp_buf_free(&buf);
	ssmtp_buf_init_secret(&buf, 1 << 20);
	for (int i = 0; i < 5000; i++) {
		CHECK(ssmtp_buf_printf(&buf, "%d,", i % 10));
		if (i % 3 == 0) {
			ssmtp_buf_consume(&buf, 2);
		}
	}
	ssmtp_buf_free(&buf);
	ssmtp_buf_init(&buf, 4096);
	ssmtp_alloc_fail_at(1);
	CHECK(!ssmtp_buf_append_str(&buf, "x"));
	ssmtp_alloc_fail_at(0);
	ssmtp_buf_free(&buf);
}

static void test_secret(void)
{
	ssmtp_secret secret = { NULL, 0 };

	CHECK(ssmtp_secret_set(&secret, SSMTP_SLICE("hunter2")));
	CHECK(ssmtp_secret_equal(&secret, SSMTP_SLICE("hunter2")));
	CHECK(!ssmtp_secret_equal(&secret, SSMTP_SLICE("hunter3")));
	CHECK(!ssmtp_secret_equal(&secret, SSMTP_SLICE("hunter")));
	ssmtp_secret_free(&secret);
	CHECK(secret.ptr == NULL && secret.len == 0);
}

static void test_error(void)
{
	ssmtp_error error = { 0 };

	CHECK(!ssmtp_error_set(&error, SSMTP_ERROR_REPLY, SSMTP_E_PROTOCOL, "first\r\nline"));
	CHECK(!ssmtp_error_set(&error, SSMTP_ERROR_REPLY, SSMTP_E_TIMEOUT, "second"));
	CHECK(error.code == 161 && strcmp(error.text, "first  line") == 0);
	ssmtp_error_prefix(&error, "RCPT");
	CHECK(strcmp(error.text, "RCPT: first  line") == 0);
	ssmtp_error_clear(&error);
	ssmtp_error_errno(&error, SSMTP_ERROR_CONNECT, ECONNREFUSED, "connect to 192.0.2.1 port 25");
	CHECK(error.code == 10061 && strncmp(error.text, "[10061] Connection refused.", 27) == 0);
	CHECK(strcmp(ssmtp_error_sentence(163), "No MailServer is set.") == 0);
	CHECK(ssmtp_error_sentence(9) == NULL);
	for (size_t i = 1; i < ssmtp_error_row_count; i++) {
		CHECK(ssmtp_error_rows[i - 1].number < ssmtp_error_rows[i].number);
	}
}

/* RFC 3629 section 4 at both sides of every limit: len is 0 where the text is malformed. */
static const struct {
	const char *text;
	size_t len;
	uint32_t code;
} utf8_cases[] = {
	{ "", 0, 0 },
	{ "a", 1, 'a' },
	{ "\x7f", 1, 0x7f },
	{ "\x80", 0, 0 },
	{ "\xbf", 0, 0 },
	{ "\xc0\x80", 0, 0 },
	{ "\xc1\xbf", 0, 0 },
	{ "\xc2\x80", 2, 0x80 },
	{ "\xc2\x7f", 0, 0 },
	{ "\xc2\xc0", 0, 0 },
	{ "\xc2", 0, 0 },
	{ "\xdf\xbf", 2, 0x7ff },
	{ "\xe0\x9f\xbf", 0, 0 },
	{ "\xe0\xa0\x80", 3, 0x800 },
	{ "\xe0\xa0", 0, 0 },
	{ "\xec\xbf\xbf", 3, 0xcfff },
	{ "\xed\x80\x80", 3, 0xd000 },
	{ "\xed\x9f\xbf", 3, 0xd7ff },
	{ "\xed\xa0\x80", 0, 0 }, /* U+D800: the surrogates */
	{ "\xed\xaf\xbf", 0, 0 },
	{ "\xed\xb0\x80", 0, 0 },
	{ "\xed\xbf\xbf", 0, 0 }, /* U+DFFF */
	{ "\xee\x80\x80", 3, 0xe000 },
	{ "\xef\xbf\xbf", 3, 0xffff },
	{ "\xf0\x8f\xbf\xbf", 0, 0 },
	{ "\xf0\x90\x80\x80", 4, 0x10000 },
	{ "\xf0\x90\x80", 0, 0 },
	{ "\xf3\xbf\xbf\xbf", 4, 0xfffff },
	{ "\xf4\x8f\xbf\xbf", 4, 0x10ffff },
	{ "\xf4\x90\x80\x80", 0, 0 },
	{ "\xf5\x80\x80\x80", 0, 0 },
	{ "\xff", 0, 0 },
};

/* C0, DEL and C1 to their last, and the two line ends of Unicode. */
static const struct {
	const char *text;
	enum { NEVER, SEPARATORS, ALWAYS } found;
} control_cases[] = {
	{ "a ", NEVER },
	{ "a\x1f", ALWAYS },
	{ "~", NEVER },
	{ "\x7f", ALWAYS },
	{ "\xc2\x80", ALWAYS },
	{ "\xc2\x9f", ALWAYS },
	{ "\xc2\xa0", NEVER },
	{ "\xe2\x80\xa7", NEVER },
	{ "\xe2\x80\xa8", SEPARATORS },
	{ "\xe2\x80\xa9", SEPARATORS },
	{ "\xe2\x80\xaa", NEVER },
	{ "\xed\xa0\x80", ALWAYS }, /* malformed */
};

static void test_utf8(void)
{
	for (size_t i = 0; i < sizeof(utf8_cases) / sizeof(utf8_cases[0]); i++) {
		ssmtp_slice text = ssmtp_slice_str(utf8_cases[i].text);
		uint32_t code = 0;
		size_t len = ssmtp_utf8_next(text, &code);

		CHECK(len == utf8_cases[i].len, "row %zu: %zu octets", i, len);
		CHECK(len == 0 || code == utf8_cases[i].code, "row %zu: U+%04X", i, (unsigned) code);
		CHECK(ssmtp_utf8_is_valid(text) == (len > 0 || text.len == 0), "row %zu", i);
	}
	for (size_t i = 0; i < sizeof(control_cases) / sizeof(control_cases[0]); i++) {
		ssmtp_slice text = ssmtp_slice_str(control_cases[i].text);

		CHECK(ssmtp_utf8_has_control(text, false) == (control_cases[i].found == ALWAYS), "control %zu", i);
		CHECK(ssmtp_utf8_has_control(text, true) == (control_cases[i].found != NEVER), "control %zu", i);
	}
}

/* Whom a reply concerns: what the command was about, unless the code or the enhanced status tells otherwise. */
static const struct {
	ssmtp_error_scope asked;
	uint16_t code;
	uint16_t status[3];
	ssmtp_error_scope scope;
	bool transient;
} error_reply_cases[] = {
	{ SSMTP_SCOPE_RECIPIENT, 550, { 5, 1, 1 }, SSMTP_SCOPE_RECIPIENT, false },
	{ SSMTP_SCOPE_RECIPIENT, 450, { 0, 0, 0 }, SSMTP_SCOPE_RECIPIENT, true },
	{ SSMTP_SCOPE_RECIPIENT, 421, { 4, 7, 0 }, SSMTP_SCOPE_SERVER, true },
	{ SSMTP_SCOPE_RECIPIENT, 521, { 0, 0, 0 }, SSMTP_SCOPE_SERVER, false },
	{ SSMTP_SCOPE_RECIPIENT, 550, { 5, 1, 7 }, SSMTP_SCOPE_MESSAGE, false },
	{ SSMTP_SCOPE_RECIPIENT, 452, { 4, 5, 3 }, SSMTP_SCOPE_RECIPIENT, true },
	{ SSMTP_SCOPE_RECIPIENT, 452, { 4, 3, 1 }, SSMTP_SCOPE_RECIPIENT, true },
	{ SSMTP_SCOPE_MESSAGE, 452, { 4, 3, 1 }, SSMTP_SCOPE_SERVER, true },
	{ SSMTP_SCOPE_MESSAGE, 552, { 5, 3, 4 }, SSMTP_SCOPE_MESSAGE, false },
	{ SSMTP_SCOPE_MESSAGE, 530, { 5, 7, 0 }, SSMTP_SCOPE_LOGIN, false },
	{ SSMTP_SCOPE_MESSAGE, 554, { 0, 0, 0 }, SSMTP_SCOPE_MESSAGE, false },
	{ SSMTP_SCOPE_LOGIN, 454, { 4, 7, 0 }, SSMTP_SCOPE_LOGIN, true },
	{ SSMTP_SCOPE_LOGIN, 432, { 4, 7, 12 }, SSMTP_SCOPE_LOGIN, true },
	{ SSMTP_SCOPE_SERVER, 535, { 5, 7, 8 }, SSMTP_SCOPE_LOGIN, false },
	{ SSMTP_SCOPE_SERVER, 250, { 0, 0, 0 }, SSMTP_SCOPE_SERVER, false },
};

static const struct {
	ssmtp_error_kind kind;
	int code;
	ssmtp_error_scope scope;
	bool transient;
} error_kind_cases[] = {
	{ SSMTP_ERROR_RESOLVE, SSMTP_E_HOST_NOT_FOUND, SSMTP_SCOPE_SERVER, false },
	{ SSMTP_ERROR_RESOLVE, 11002, SSMTP_SCOPE_CONNECTION, true },
	{ SSMTP_ERROR_CONNECT, 10061, SSMTP_SCOPE_CONNECTION, true },
	{ SSMTP_ERROR_TIMEOUT, SSMTP_E_TIMEOUT, SSMTP_SCOPE_CONNECTION, true },
	{ SSMTP_ERROR_DROPPED, SSMTP_E_DROPPED, SSMTP_SCOPE_CONNECTION, true },
	{ SSMTP_ERROR_PROXY, SSMTP_E_FIREWALL, SSMTP_SCOPE_CONNECTION, false },
	{ SSMTP_ERROR_CERTIFICATE, 280, SSMTP_SCOPE_SERVER, false },
	{ SSMTP_ERROR_AUTH, SSMTP_E_INVALID_STATE, SSMTP_SCOPE_LOGIN, false },
	{ SSMTP_ERROR_SMIME, 10202, SSMTP_SCOPE_MESSAGE, false },
	{ SSMTP_ERROR_FILE, 303, SSMTP_SCOPE_LOCAL, false },
	{ SSMTP_ERROR_NOMEM, SSMTP_E_INTERNAL, SSMTP_SCOPE_LOCAL, false },
};

static void test_error_scope(void)
{
	for (size_t i = 0; i < sizeof(error_reply_cases) / sizeof(error_reply_cases[0]); i++) {
		ssmtp_error error = { 0 };

		ssmtp_error_set(&error, SSMTP_ERROR_REPLY, SSMTP_E_PROTOCOL, "refused");
		ssmtp_error_set_reply(
			&error, error_reply_cases[i].asked, error_reply_cases[i].code, error_reply_cases[i].status);
		CHECK(error.scope == error_reply_cases[i].scope && error.transient == error_reply_cases[i].transient,
			"row %zu: scope %u, transient %d", i, error.scope, error.transient);
		CHECK(error.reply == error_reply_cases[i].code && error.status[2] == error_reply_cases[i].status[2]);
	}
	for (size_t i = 0; i < sizeof(error_kind_cases) / sizeof(error_kind_cases[0]); i++) {
		ssmtp_error error = { 0 };

		ssmtp_error_set(&error, error_kind_cases[i].kind, error_kind_cases[i].code, "failed");
		CHECK(error.scope == error_kind_cases[i].scope && error.transient == error_kind_cases[i].transient,
			"kind %d: scope %u, transient %d", error.kind, error.scope, error.transient);
	}
}

static void test_error_append(void)
{
	ssmtp_error error = { 0 };

	ssmtp_error_set(&error, SSMTP_ERROR_AUTH, SSMTP_E_PROTOCOL, "refused");
	ssmtp_error_append(&error, ": %s", "a\r\nb");
	CHECK(strcmp(error.text, "refused: a  b") == 0, "%s", error.text);
	for (unsigned i = 0; i < SSMTP_ERROR_TEXT_MAX; i++) {
		ssmtp_error_append(&error, "xy");
	}
	CHECK(strlen(error.text) == SSMTP_ERROR_TEXT_MAX - 1);
}

/* Each octet at each place of texts around the width of a word, against the octets one by one. */
static void test_printable(void)
{
	for (size_t len = 0; len <= 18; len++) {
		for (size_t at = 0; at < len; at++) {
			for (unsigned c = 0; c < 256; c++) {
				uint8_t text[18];

				memset(text, 'x', sizeof(text));
				text[at] = (uint8_t) c;
				if (ssmtp_slice_is_printable(ssmtp_slice_of(text, len)) != (c >= 0x20 && c <= 0x7e)
					|| ssmtp_slice_is_ascii(ssmtp_slice_of(text, len)) != (c < 0x80)) {
					CHECK(false, "%u at %zu of %zu", c, at, len);
				}
			}
		}
		CHECK(ssmtp_slice_is_printable(ssmtp_slice_of("                  ", len)));
	}
	/* A borrow or a carry of one octet must not hide another. */
	CHECK(!ssmtp_slice_is_printable(SSMTP_SLICE("\0xxxxxxx")) && !ssmtp_slice_is_printable(SSMTP_SLICE("\x1f       ")));
	CHECK(!ssmtp_slice_is_printable(SSMTP_SLICE("\xff\0      ")));
	CHECK(!ssmtp_slice_is_printable(SSMTP_SLICE("\x7f~~~~~~~")));
}

int main(void)
{
	test_printable();
	test_utf8();
	test_base64();
	test_buf();
	test_secret();
	test_error();
	test_error_scope();
	test_error_append();
	return unit_summary("base");
}
