/* crypto/krb5_token: frames that are whole, and the same cut, lengthened and changed octet by octet. */
#include "crypto/krb5_token.h"
#include "unit.h"

#define OCTETS(literal) literal, sizeof(literal) - 1
#define MECHANISM "\x06\x09\x2a\x86\x48\x86\xf7\x12\x01\x02\x02"

typedef bool check(ssmtp_slice token, ssmtp_error *error);

static const struct {
	check *run;
	const char *token;
	size_t len;
	const char *fault; /* NULL: it is whole */
} rows[] = {
	{ ssmtp_krb5_check_context_token, OCTETS("\x60\x11" MECHANISM "\2\0\x6f\2\x30\0"), NULL },
	{ ssmtp_krb5_check_context_token, OCTETS("\x60\x11" MECHANISM "\3\0\x7e\2\x30\0"), NULL },
	{ ssmtp_krb5_check_context_token, OCTETS("\x60\x82\0\x12" MECHANISM "\2\0\x6f\x81\2\x30\0"), NULL },
	{ ssmtp_krb5_check_context_token, OCTETS("\x60\x11" MECHANISM "\2\0\x6f\3\x30\0"), "does not end" },
	{ ssmtp_krb5_check_context_token, OCTETS("\x60\x11" MECHANISM "\2\0\x6f\1\x30\0"), "does not end" },
	{ ssmtp_krb5_check_context_token, OCTETS("\x60\x11" MECHANISM "\2\0\x7e\2\x30\0"), "does not end" },
	{ ssmtp_krb5_check_context_token, OCTETS("\x60\x11" MECHANISM "\1\0\x6f\2\x30\0"), "neither" },
	{ ssmtp_krb5_check_context_token, OCTETS("\x60\x0b" MECHANISM), "neither" },
	{ ssmtp_krb5_check_context_token, OCTETS("\x60\x0d" MECHANISM "\2\0"), "does not end" },
	{ ssmtp_krb5_check_context_token, OCTETS("\x60\x80" MECHANISM "\2\0\x6f\2\x30\0"), "its length" },
	{ ssmtp_krb5_check_context_token, OCTETS("\x60\x84\xff\xff\xff\xff" MECHANISM), "its length" },
	{ ssmtp_krb5_check_context_token, OCTETS("\x60\x85\0\0\0\0\x0b" MECHANISM), "its length" },
	{ ssmtp_krb5_check_context_token, OCTETS("\x60\x84\0"), "its length" },
	{ ssmtp_krb5_check_context_token, OCTETS("\x60"), "its length" },
	{ ssmtp_krb5_check_context_token, OCTETS(""), "its length" },
	{ ssmtp_krb5_check_context_token, OCTETS("\x60\x06\6\4\x2a\x86\x48\x86"), "another mechanism" },
	{ ssmtp_krb5_check_context_token, OCTETS("\x60\x0c\6\x7f" "0123456789"), "another mechanism" },
	/* RFC 4121: header, the four octets, a checksum of twelve. */
	{ ssmtp_krb5_check_wrap_token, OCTETS("\5\4\1\xff\0\x0c\0\0" "12345678" "\7\0\xff\xff" "0123456789ab"), NULL },
	{ ssmtp_krb5_check_wrap_token, OCTETS("\5\4\5\xff\0\x0c\0\x0c" "12345678" "0123456789ab" "\7\0\xff\xff"), NULL },
	{ ssmtp_krb5_check_wrap_token, OCTETS("\5\4\3\xff\0\0\0\x1c" "12345678" "sealed, of a length of its own"), NULL },
	{ ssmtp_krb5_check_wrap_token,
		OCTETS("\5\4\0\xff\0\x0c\0\0" "12345678" "\7\0\xff\xff" "0123456789ab"), "header" },
	{ ssmtp_krb5_check_wrap_token, OCTETS("\5\4\x09\xff\0\x0c\0\0" "12345678" "1234" "0123456789ab"), "header" },
	{ ssmtp_krb5_check_wrap_token, OCTETS("\5\4\1\xfe\0\x0c\0\0" "12345678" "1234" "0123456789ab"), "header" },
	{ ssmtp_krb5_check_wrap_token, OCTETS("\5\4\1\xff\0\x11\0\0" "12345678" "1234" "0123456789ab"), "counts" },
	{ ssmtp_krb5_check_wrap_token, OCTETS("\5\4\1\xff\0\x0c\0\x11" "12345678" "1234" "0123456789ab"), "counts" },
	{ ssmtp_krb5_check_wrap_token, OCTETS("\5\4\3\xff\xff\xff\0\0" "12345678" "sealed"), "counts" },
	{ ssmtp_krb5_check_wrap_token,
		OCTETS("\5\4\1\xff\0\x0c\0\0" "12345678" "12345" "0123456789ab"), "security layers" },
	{ ssmtp_krb5_check_wrap_token, OCTETS("\5\4\1\xff\0\0\0\0" "1234567"), "too short" },
	{ ssmtp_krb5_check_wrap_token, OCTETS("\1\0\0\0"), "its length" },
	/* RFC 1964, as RC4 has it (RFC 4757). */
	{ ssmtp_krb5_check_wrap_token,
		OCTETS("\x60\x33" MECHANISM "\2\1\x11\0\xff\xff\xff\xff" "12345678" "12345678" "12345678"
		"\7\0\xff\xff\4\4\4\4"), NULL },
	{ ssmtp_krb5_check_wrap_token,
		OCTETS("\x60\x33" MECHANISM "\2\1\x11\0\xff\xff\xff\0" "12345678" "12345678" "12345678"
		"\7\0\xff\xff\4\4\4\4"), "header" },
	{ ssmtp_krb5_check_wrap_token,
		OCTETS("\x60\x2b" MECHANISM "\2\1\x11\0\xff\xff\xff\xff" "12345678" "12345678" "12345678"),
		"header" },
	{ ssmtp_krb5_check_wrap_token, OCTETS("\x60\x0d" MECHANISM "\2\1"), "header" },
};

/* A copy of its own length, so that one octet too far is seen by the tools. */
static bool run(check *how, const char *token, size_t len, ssmtp_error *error)
{
	uint8_t *copy = malloc(len + 1);
	bool whole;

	memcpy(copy, token, len);
	whole = how(ssmtp_slice_of(copy, len), error);
	free(copy);
	return whole;
}

/* Every beginning of a whole token is refused, and so is the token with one octet more. */
static void test_cut(size_t i)
{
	char longer[128];

	for (size_t len = 0; len < rows[i].len; len++) {
		/* What is sealed has no length of its own: it is whole down to its counts. */
		if (rows[i].len < 4 || rows[i].token[0] != 5 || (rows[i].token[2] & 2) == 0) {
			ssmtp_error error = { 0 };

			CHECK(!run(rows[i].run, rows[i].token, len, &error), "row %zu, %zu", i, len);
			CHECK(error.code == SSMTP_E_PROTOCOL);
		}
	}
	memcpy(longer, rows[i].token, rows[i].len);
	longer[rows[i].len] = 0;
	CHECK(!run(rows[i].run, longer, rows[i].len + 1, NULL) || (rows[i].token[0] == 5 && (rows[i].token[2] & 2) != 0),
		"row %zu", i);
}

/* Whatever an octet becomes, no other octet is looked at than those that are there. */
static void test_changed(size_t i)
{
	char changed[128];

	for (size_t at = 0; at < rows[i].len; at++) {
		memcpy(changed, rows[i].token, rows[i].len);
		for (int value = 0; value < 256; value++) {
			ssmtp_error error = { 0 };

			changed[at] = (char) value;
			CHECK(run(rows[i].run, changed, rows[i].len, &error) == !ssmtp_error_is_set(&error));
		}
	}
}

static void test_long(void)
{
	static char token[70000] = "\x60\x83\x01\x11\x6b" MECHANISM;
	ssmtp_error error = { 0 };

	CHECK(!run(ssmtp_krb5_check_context_token, token, sizeof(token), &error) && strstr(error.text, "too long") != NULL);
	ssmtp_error_clear(&error);
	CHECK(!run(ssmtp_krb5_check_wrap_token, token, sizeof(token), &error) && strstr(error.text, "too long") != NULL);
}

int main(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ssmtp_error error = { 0 };
		bool whole = run(rows[i].run, rows[i].token, rows[i].len, &error);

		CHECK(whole == (rows[i].fault == NULL), "row %zu: %s", i, error.text);
		CHECK(whole || (error.code == SSMTP_E_PROTOCOL && strstr(error.text, rows[i].fault) != NULL), "row %zu: %s", i,
			error.text);
		if (whole) {
			test_cut(i);
		}
		test_changed(i);
	}
	test_long();
	return unit_summary("krb5_token");
}
