/* The reply parser and the EHLO keywords, whole, at every split, octet by octet. */
#include "smtp/ehlo.h"
#include "smtp/reply.h"

#include "base/alloc.h"
#include "unit.h"

/* A row of the table leaves out what is 0. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

static const struct {
	const char *wire;
	const char *text; /* of the first reply; NULL: an error */
	unsigned code;
	size_t lines;
	unsigned status[3];
	const char *rest;
} cases[] = {
	{ "250 ok\r\n", "250 ok", 250, 1, { 0, 0, 0 }, "" },
	{ "250\r\n", "250", 250, 1, { 0, 0, 0 }, "" },
	{ "250 \r\n", "250 ", 250, 1, { 0, 0, 0 }, "" },
	{ "250 bare\n", "250 bare", 250, 1, { 0, 0, 0 }, "" },
	{ "250 two CR\r\r\n", "250 two CR", 250, 1, { 0, 0, 0 }, "" },
	{ "250-a\r\n250-\r\n250 c\r\n220 x\r\n", "250-a\r\n250-\r\n250 c", 250, 3, { 0, 0, 0 }, "220 x\r\n" },
	{ "250-a\n250 c\n", "250-a\r\n250 c", 250, 2, { 0, 0, 0 }, "" },
	{ "550 5.1.1 no\r\n", "550 5.1.1 no", 550, 1, { 5, 1, 1 }, "" },
	{ "550 5.123.456\r\n", "550 5.123.456", 550, 1, { 5, 123, 456 }, "" },
	{ "550 5.1.1234 no\r\n", "550 5.1.1234 no", 550, 1, { 0, 0, 0 }, "" },
	{ "550 4.1.1 no\r\n", "550 4.1.1 no", 550, 1, { 0, 0, 0 }, "" },
	{ "550 5.1 no\r\n", "550 5.1 no", 550, 1, { 0, 0, 0 }, "" },
	{ "550 5.1.1x\r\n", "550 5.1.1x", 550, 1, { 0, 0, 0 }, "" },
	{ "550-5.7.1 a\r\n550 5.7.1 b\r\n", "550-5.7.1 a\r\n550 5.7.1 b", 550, 2, { 5, 7, 1 }, "" },
	{ "354 go\r\n", "354 go", 354, 1, { 0, 0, 0 }, "" },
	{ "550 5.1.1 \x1b[31mred\x7f\t\x01\r\n", "550 5.1.1  [31mred   ", 550, 1, { 5, 1, 1 }, "" },
	{ "250-\x1b]0;x\x07\r\n250 \xc2\x9b\x32J\xc3\xa9\r\n", "250- ]0;x \r\n250   2J\xc3\xa9", 250, 2, { 0, 0, 0 }, "" },
	{ "250-a\r\n251 b\r\n", NULL, 0, 0, { 0, 0, 0 }, "" },
	{ "150 a\r\n", NULL, 0, 0, { 0, 0, 0 }, "" },
	{ "600 a\r\n", NULL, 0, 0, { 0, 0, 0 }, "" },
	{ "25 a\r\n", NULL, 0, 0, { 0, 0, 0 }, "" },
	{ "2x0 a\r\n", NULL, 0, 0, { 0, 0, 0 }, "" },
	{ "2500 a\r\n", NULL, 0, 0, { 0, 0, 0 }, "" },
	{ "250\ta\r\n", NULL, 0, 0, { 0, 0, 0 }, "" },
	{ " 250 a\r\n", NULL, 0, 0, { 0, 0, 0 }, "" },
	{ "\r\n", NULL, 0, 0, { 0, 0, 0 }, "" },
	{ "250 a\rb\r\n", NULL, 0, 0, { 0, 0, 0 }, "" },
	{ "SSH-2.0\r\n", NULL, 0, 0, { 0, 0, 0 }, "" },
};

/* Feeds wire in two parts; octet by octet when cut is SIZE_MAX. */
static bool feed(
	ssmtp_reply_parser *parser, ssmtp_slice wire, size_t cut, ssmtp_reply *reply, ssmtp_slice *rest, ssmtp_error *error)
{
	while (wire.len > 0) {
		size_t n = cut == SIZE_MAX ? 1 : cut == 0 || cut > wire.len ? wire.len : cut;
		ssmtp_slice part = ssmtp_slice_head(wire, n);
		bool whole = ssmtp_reply_feed(parser, &part, reply, error);

		const uint8_t *behind = wire.ptr + n;

		wire = ssmtp_slice_skip(wire, n);
		cut = cut == SIZE_MAX ? cut : 0;
		if (whole) {
			*rest = ssmtp_slice_of(behind - part.len, part.len + wire.len);
			return true;
		}
		if (ssmtp_error_is_set(error)) {
			return false;
		}
	}
	return false;
}

static void check_case(size_t i, size_t cut)
{
	ssmtp_reply_parser parser;
	ssmtp_reply reply = { 0 };
	ssmtp_error error = { 0 };
	ssmtp_slice rest = SSMTP_SLICE_EMPTY;
	bool whole;

	ssmtp_reply_parser_init(&parser, 0);
	whole = feed(&parser, ssmtp_slice_str(cases[i].wire), cut, &reply, &rest, &error);
	CHECK(whole == (cases[i].text != NULL), "%s cut %zu", cases[i].wire, cut);
	CHECK(whole || (error.kind == SSMTP_ERROR_PROTOCOL && error.code == SSMTP_E_PROTOCOL), "%s", cases[i].wire);
	if (whole && cases[i].text != NULL) {
		CHECK(ssmtp_slice_equal(reply.text, ssmtp_slice_str(cases[i].text)), "%s", cases[i].wire);
		CHECK(reply.code == cases[i].code && reply.lines == cases[i].lines);
		for (unsigned s = 0; s < 3; s++) {
			CHECK(reply.status[s] == cases[i].status[s], "%s", cases[i].wire);
		}
		CHECK(ssmtp_slice_equal(rest, ssmtp_slice_str(cases[i].rest)), "%s cut %zu", cases[i].wire, cut);
		CHECK(ssmtp_reply_parser_is_empty(&parser));
	}
	ssmtp_reply_parser_free(&parser);
}

static void test_cases(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		for (size_t cut = 0; cut < strlen(cases[i].wire); cut++) {
			check_case(i, cut);
		}
		check_case(i, SIZE_MAX);
	}
}

/* line_len octets before CRLF, lines of them. True: taken. */
static bool fits(size_t line_max, size_t line_len, size_t lines, bool crlf)
{
	ssmtp_reply_parser parser;
	ssmtp_reply reply;
	ssmtp_error error = { 0 };
	ssmtp_buf wire;
	ssmtp_slice input;
	bool whole;

	ssmtp_buf_init(&wire, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_reply_parser_init(&parser, line_max);
	for (size_t i = 0; i < lines; i++) {
		ssmtp_buf_append_str(&wire, i + 1 == lines ? "250 " : "250-");
		for (size_t n = 4; n < line_len; n++) {
			ssmtp_buf_append_octet(&wire, 'x');
		}
		ssmtp_buf_append_str(&wire, crlf ? "\r\n" : "");
	}
	input = ssmtp_buf_slice(&wire);
	whole = ssmtp_reply_feed(&parser, &input, &reply, &error);
	CHECK(whole || error.kind == SSMTP_ERROR_PROTOCOL || !crlf);
	whole = whole || (!crlf && !ssmtp_error_is_set(&error));
	ssmtp_reply_parser_free(&parser);
	ssmtp_buf_free(&wire);
	return whole;
}

static void test_limits(void)
{
	CHECK(fits(0, 4096, 1, true));
	CHECK(!fits(0, 4098, 1, true));
	CHECK(!fits(0, 4098, 1, false));
	CHECK(fits(2048, 2048, 1, true));
	CHECK(!fits(2048, 2050, 1, true));
	CHECK(fits(0, 10, 1000, true));
	CHECK(!fits(0, 10, 1001, true));
	CHECK(fits(0, 1000, 900, true));
	CHECK(!fits(0, 1100, 1000, true));
}

static void test_without_memory(void)
{
	ssmtp_reply_parser parser;
	ssmtp_reply reply;
	ssmtp_error error = { 0 };
	ssmtp_slice input = SSMTP_SLICE("250 ok\r\n");

	ssmtp_reply_parser_init(&parser, 0);
	ssmtp_alloc_fail_at(1);
	CHECK(!ssmtp_reply_feed(&parser, &input, &reply, &error) && error.kind == SSMTP_ERROR_NOMEM);
	ssmtp_alloc_fail_at(0);
	ssmtp_reply_parser_free(&parser);
}

static void test_lines(void)
{
	ssmtp_slice rest = SSMTP_SLICE("250-a b\r\n250-\r\n250");
	ssmtp_slice line;

	CHECK(ssmtp_reply_next_line(&rest, &line) && ssmtp_slice_equal(line, SSMTP_SLICE("a b")));
	CHECK(ssmtp_reply_next_line(&rest, &line) && line.len == 0);
	CHECK(ssmtp_reply_next_line(&rest, &line) && line.len == 0);
	CHECK(!ssmtp_reply_next_line(&rest, &line));
}

static const struct {
	const char *line;
	uint32_t flags;
	uint64_t size_max;
	const char *auth;
	uint64_t rcpt_max;
} keywords[] = {
	{ "PIPELINING", SSMTP_CAP_PIPELINING, 0, "" },
	{ "pipelining", SSMTP_CAP_PIPELINING, 0, "" },
	{ "PIPELINING2", 0, 0, "" },
	{ "", 0, 0, "" },
	{ "SIZE", SSMTP_CAP_SIZE, 0, "" },
	{ "SIZE 12345", SSMTP_CAP_SIZE, 12345, "" },
	{ "SIZE 0", SSMTP_CAP_SIZE, 0, "" },
	{ "SIZE -1", SSMTP_CAP_SIZE, 0, "" },
	{ "SIZE 99999999999999999999999", SSMTP_CAP_SIZE, 0, "" },
	{ "SIZE 9999999999999999999", SSMTP_CAP_SIZE, 9999999999999999999u, "" },
	{ "AUTH", SSMTP_CAP_AUTH, 0, "" },
	{ "AUTH plain  LOGIN ", SSMTP_CAP_AUTH, 0, " PLAIN LOGIN " },
	{ "AUTH=PLAIN LOGIN", SSMTP_CAP_AUTH, 0, " PLAIN LOGIN " },
	{ "AUTH SCRAM-SHA-256-PLUS x\x01y TOO-LONG-FOR-A-MECHANISM", SSMTP_CAP_AUTH, 0, " SCRAM-SHA-256-PLUS " },
	{ "STARTTLS", SSMTP_CAP_STARTTLS, 0, "" },
	{ "8BITMIME", SSMTP_CAP_8BITMIME, 0, "" },
	{ "ENHANCEDSTATUSCODES", SSMTP_CAP_ENHANCEDSTATUSCODES, 0, "" },
	{ "DSN", SSMTP_CAP_DSN, 0, "" },
	{ "CHUNKING", SSMTP_CAP_CHUNKING, 0, "" },
	{ "BINARYMIME", SSMTP_CAP_BINARYMIME, 0, "" },
	{ "SMTPUTF8", SSMTP_CAP_SMTPUTF8, 0, "" },
	{ "LIMITS MAILMAX=5 RCPTMAX=100 RCPTDOMAINMAX=1", SSMTP_CAP_LIMITS, 0, "", 100 },
	{ "LIMITS rcptmax=1", SSMTP_CAP_LIMITS, 0, "", 1 },
	{ "LIMITS RCPTMAX=x", SSMTP_CAP_LIMITS, 0, "", 0 },
	{ "LIMITS RCPTMAX", SSMTP_CAP_LIMITS, 0, "", 0 },
	{ "XCLIENT NAME ADDR", 0, 0, "" },
};

static void test_keywords(void)
{
	ssmtp_capabilities capabilities;

	for (size_t i = 0; i < sizeof(keywords) / sizeof(keywords[0]); i++) {
		ssmtp_capabilities_reset(&capabilities);
		ssmtp_capabilities_add_line(&capabilities, ssmtp_slice_str(keywords[i].line));
		CHECK(capabilities.flags == keywords[i].flags, "%s", keywords[i].line);
		CHECK(capabilities.size_max == keywords[i].size_max, "%s", keywords[i].line);
		CHECK(capabilities.rcpt_max == keywords[i].rcpt_max, "%s", keywords[i].line);
		CHECK(strcmp(capabilities.auth, keywords[i].auth) == 0, "%s: %s", keywords[i].line, capabilities.auth);
	}
	ssmtp_capabilities_reset(&capabilities);
	for (int i = 0; i < 100; i++) {
		ssmtp_capabilities_add_line(&capabilities, SSMTP_SLICE("AUTH PLAIN LOGIN CRAM-MD5"));
	}
	CHECK(strlen(capabilities.auth) < sizeof(capabilities.auth));
	CHECK(ssmtp_capabilities_has_mechanism(&capabilities, "CRAM-MD5"));
	CHECK(!ssmtp_capabilities_has_mechanism(&capabilities, "CRAM"));
	CHECK(!ssmtp_capabilities_has_mechanism(&capabilities, ""));
}

int main(void)
{
	test_cases();
	test_limits();
	test_without_memory();
	test_lines();
	test_keywords();
	return unit_summary("reply");
}
