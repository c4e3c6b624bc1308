/* entity: what a body holds, and the canonical form that is signed. */
#include "base/alloc.h"
#include "mime/entity.h"
#include "mime/multipart.h"
#include "unit.h"

enum { EIGHT = 1, NUL = 2, LONG = 4, FRAGILE = 8, BARE = 16, OPEN = 32 };

static const struct {
	ssmtp_slice body;
	int traits;
	unsigned octets;
} scan_cases[] = {
#define CASE(body, traits, octets) { SSMTP_SLICE(body), traits, octets },
	CASE("", 0, 0)
	CASE("a\r\n", 0, 3)
	CASE("a", OPEN, 1)
	CASE("a\n", BARE, 3)
	CASE("a\r", BARE, 3)
	CASE("a\rb\r\n", BARE, 6)
	CASE("\r\r\n\n", BARE, 6)
	CASE("\xc3\xbc\r\n", EIGHT, 4)
	CASE("a\0b\r\n", NUL, 5)
	CASE("a \r\n", FRAGILE, 4)
	CASE("a\t", FRAGILE | OPEN, 2)
	CASE(".\r\n", FRAGILE, 3)
	CASE("..\r\n", 0, 4)
	CASE(".", FRAGILE | OPEN, 1)
	CASE("From a\r\n", FRAGILE, 8)
	CASE("xFrom a\r\n", 0, 9)
	CASE("From: a\r\n", 0, 9)
	CASE("a\nFrom ", FRAGILE | BARE | OPEN, 8)
#undef CASE
};

static int traits_of(const ssmtp_body_traits *traits)
{
	return (traits->eight_bit ? EIGHT : 0) | (traits->has_nul ? NUL : 0) | (traits->long_line ? LONG : 0) |
		(traits->fragile ? FRAGILE : 0) | (traits->bare_line_end ? BARE : 0) | (traits->no_final_newline ? OPEN : 0);
}

static void test_scan(void)
{
	for (size_t i = 0; i < sizeof(scan_cases) / sizeof(scan_cases[0]); i++) {
		/* At every split into two sources, which come as two reads. */
		for (size_t split = 0; split <= scan_cases[i].body.len; split++) {
			ssmtp_error error = { 0 };
			ssmtp_source *parts[2] = { ssmtp_source_borrow_new(ssmtp_slice_head(scan_cases[i].body, split), &error),
				ssmtp_source_borrow_new(ssmtp_slice_skip(scan_cases[i].body, split), &error) };
			ssmtp_source *source = ssmtp_source_concat_new_take(parts, 2, &error);
			ssmtp_body_traits traits;

			CHECK(ssmtp_body_scan(source, &traits, &error));
			CHECK(traits_of(&traits) == scan_cases[i].traits && traits.octets == scan_cases[i].octets,
				"case %zu: %d, %u octets", i, traits_of(&traits), (unsigned) traits.octets);
			ssmtp_source_free(&source);
		}
	}
}

static void test_scan_long(void)
{
	char line[1002];

	for (size_t len = 997; len <= 999; len++) {
		ssmtp_source *source;
		ssmtp_body_traits traits;

		memset(line, 'x', sizeof(line));
		line[len] = '\n';
		source = ssmtp_source_borrow_new(ssmtp_slice_of(line, len + 1), NULL);
		CHECK(ssmtp_body_scan(source, &traits, NULL) && traits.long_line == (len > 998));
		ssmtp_source_free(&source);
	}
}

#define TEXT7 "Content-Type: text/plain; charset=us-ascii\r\nContent-Transfer-Encoding: 7bit\r\n"
#define TEXTQ(charset)                                                                                                 \
	"Content-Type: text/plain; charset=" charset "\r\nContent-Transfer-Encoding: quoted-printable\r\n"
#define MIXED "Content-Type: multipart/mixed; boundary=\"b\"\r\n"

static const struct {
	const char *fields;
	const char *charset;
	bool raw;
	ssmtp_slice body;
	const char *out_fields; /* NULL: refused with code and a text that has the word */
	ssmtp_slice out_body;
	int code;
	const char *word;
} cases[] = {
#define OK(fields, charset, raw, body, out_fields, out_body) \
	{ fields, charset, raw, SSMTP_SLICE(body), out_fields, SSMTP_SLICE(out_body), 0, "" },
#define REFUSED(fields, raw, body, code, word)                                                                         \
	{ fields, "", raw, SSMTP_SLICE(body), NULL, SSMTP_SLICE(""), code, word },
	OK("", "", false, "", TEXT7, "") OK("", "", false, "a\nb\rc\r\n", TEXT7, "a\r\nb\r\nc\r\n")
		OK("", "", false, "no final newline", TEXT7, "no final newline") OK("", "", false, "gr\xc3\xbcn\n",
			TEXTQ("utf-8"), "gr=C3=BCn\r\n") OK("", "iso-8859-1", false, "gr\xfcn", TEXTQ("iso-8859-1"), "gr=FCn")
			OK("", "", false, "a \n.\nFrom x\n", TEXTQ("us-ascii"), "a=20\r\n=2E\r\n=46rom x\r\n") OK(
				"content-type: text/html;\r\n charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\nContent-ID: <x>\r\n",
				"", false, "<b>\xc3\xbc</b>",
				"content-type: text/html;\r\n charset=utf-8\r\nContent-ID: <x>\r\n"
				"Content-Transfer-Encoding: quoted-printable\r\n",
				"<b>=C3=BC</b>") OK("Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n", "", false,
				"plain", "Content-Type: text/html\r\nContent-Transfer-Encoding: 7bit\r\n", "plain")
	/* What is not text keeps its octets. */
	OK("Content-Type: application/pdf\r\n", "", false, "a\nb\xff",
		"Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n", "YQpi/w==\r\n")
		OK("Content-Type: application/x\r\n", "", false, "a\nb",
			"Content-Type: application/x\r\nContent-Transfer-Encoding: base64\r\n", "YQpi\r\n")
			OK("Content-Type: application/x\r\n", "", false, "a\r\nb",
				"Content-Type: application/x\r\nContent-Transfer-Encoding: 7bit\r\n", "a\r\nb")
				OK("Content-Type: text/plain; charset=utf-16\r\n", "", false, "a\0\n\0",
					"Content-Type: text/plain; charset=utf-16\r\nContent-Transfer-Encoding: base64\r\n", "YQAKAA==\r\n")
	/* An encoding that is there already stays. */
	OK("Content-Type: application/x\r\nContent-Transfer-Encoding: BASE64\r\n", "", false, "YQ==\n",
		"Content-Type: application/x\r\nContent-Transfer-Encoding: BASE64\r\n", "YQ==\r\n")
		OK("Content-Transfer-Encoding: quoted-printable\r\n", "", false, "=C3=BC",
			"Content-Type: text/plain; charset=us-ascii\r\nContent-Transfer-Encoding: quoted-printable\r\n", "=C3=BC")
			REFUSED("Content-Transfer-Encoding: quoted-printable\r\n", false, "\xc3\xbc", 10022, "The body")
	/* Message as it is, or base64. */
	OK("", "", true, "a\r\nb\r\n", TEXT7, "a\r\nb\r\n") OK("", "", true, "a\nb\n",
		"Content-Type: text/plain; charset=us-ascii\r\nContent-Transfer-Encoding: base64\r\n", "YQpiCg==\r\n")
		OK(MIXED, "", true, "--b\r\n\r\nx\r\n--b--\r\n", MIXED, "--b\r\n\r\nx\r\n--b--\r\n")
			REFUSED(MIXED, true, "--b\n\nx\n--b--\n", 10022, "Message")
	/* Multiparts. */
	OK(MIXED, "", false, "--b\n\nx\n--b--\n", MIXED, "--b\r\n\r\nx\r\n--b--\r\n") OK(MIXED, "", false,
		"pre\n--b\n\n\xc3\xbc\n--b\nContent-Type: image/png\nContent-Transfer-Encoding: 8bit\nX: "
		"y\n\n\xff\n\n--b--\npost",
		MIXED,
		"pre\r\n--b\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=C3=BC\r\n"
		"--b\r\nContent-Type: image/png\r\nX: y\r\nContent-Transfer-Encoding: base64\r\n\r\n/w0K\r\n\r\n--b--\r\npost")
		OK(MIXED, "", false,
			"--b\nContent-Type: multipart/alternative; boundary=bb\n\n--bb\n\nplain\n--bb\nContent-Type: "
			"text/html\n\n\xc3\xbc\n--bb--\n\n"
			"--b\nContent-Transfer-Encoding: base64\n\nYQ==\n--b--\n",
			MIXED,
			"--b\r\nContent-Type: multipart/alternative; boundary=bb\r\n\r\n--bb\r\n\r\nplain\r\n--bb\r\n"
			"Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=C3=BC\r\n--bb--\r\n\r\n"
			"--b\r\nContent-Transfer-Encoding: base64\r\n\r\nYQ==\r\n--b--\r\n")
	/* The outer delimiter ends an inner multipart that was not closed. */
	OK(MIXED, "", false, "--b\nContent-Type: multipart/x; boundary=c\n\n--c\n\n\xc3\xbc\n--b--\n", MIXED,
		"--b\r\nContent-Type: multipart/x; boundary=c\r\n\r\n--c\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
		"=C3=BC\r\n--b--\r\n") OK(MIXED, "", false, "--b\n\nx \n--b --\n--bx\n--b\n\n\xc3\xbc\n--b-- \n", MIXED,
		"--b\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nx=20\r\n--b --\r\n--bx\r\n"
		"--b\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=C3=BC\r\n--b-- \r\n") OK(MIXED, "", false,
		"--b\n\n--b\n\n\xc3\xbc\n--b--\n", MIXED,
		"--b\r\n\r\n--b\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=C3=BC\r\n--b--\r\n")
		REFUSED(MIXED, false, "--b\n\n\xc3\xbc\n", 10283, "closing") REFUSED(
			MIXED, false, "\xc3\xbc\n--b\n\nx\n--b--\n", 10022, "outside of all parts") REFUSED(MIXED, false,
			"--b\n\nx\n--b\nContent-Transfer-Encoding: base64\n\n\xc3\xbc\n--b--\n", 10022, "Part 2 (text/plain)")
			REFUSED(MIXED, false, "--b\nContent-Type: message/rfc822\n\nSubject: \xc3\xbc\n\n\n--b--\n", 10022,
				"Part 1 of the multipart has fields") REFUSED(MIXED, false,
				"--b\nContent-Type: multipart/signed; boundary=c\n\n--c\n\n\xc3\xbc\n--c--\n\n--b--\n", 10022,
				"Part 1 (multipart/signed)") REFUSED(MIXED, false, "--b\nX: \xc3\xbc\n\nx\n--b--\n", 10022, "Part 1")
				REFUSED(MIXED, false, "--b\nX: y\n--b\n\n\xc3\xbc\n--b--\n", 10022, "empty line")
					REFUSED(MIXED, false, "--b\nContent-Type: multipart/x\n\n\xc3\xbc\n--b--\n", 10283, "Part 1")
						REFUSED("Content-Type: multipart/mixed\r\n", false, "x", 10283, "boundary")
							REFUSED("Content-Type: multipart/signed; boundary=b\r\n", false, "\xc3\xbc", 10022,
								"signed already") REFUSED("Content-Type: text\r\n", false, "x", 10281, "Content-Type")
								REFUSED("Content-Type: text/plain; x\r\n", false, "x", 10281, "Content-Type")
									REFUSED("Content-Type: text/plain; name=\"\xc3\xbc\"\r\n", false, "x", 434, "ASCII")
	/* A message that is a part: its leaves are encoded where they must be, and nothing else is touched. */
	OK(MIXED, "", false,
		"--b\nContent-Type: message/rfc822\nContent-Transfer-Encoding: 8bit\n\nSubject: x\n\n\xc3\xbc \n--b--\n", MIXED,
		"--b\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: 7bit\r\n\r\nSubject: x\r\n"
		"Content-Transfer-Encoding: quoted-printable\r\nMIME-Version: 1.0\r\n\r\n=C3=BC=20\r\n--b--\r\n")
	OK(MIXED, "", false,
		"--b\n\n\xc3\xbc\n--b\nContent-Type: message/rfc822\n\nSubject: x\n\nfragile \nFrom x\n--b--\n", MIXED,
		"--b\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=C3=BC\r\n"
		"--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\nfragile \r\nFrom x\r\n--b--\r\n")
	OK(MIXED, "", false,
		"--b\nContent-Type: message/rfc822\n\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=c\n"
		"Content-Transfer-Encoding: 8bit\n\n--c\n\nplain\n--c\nContent-Type: application/x\n\n\xff\n--c\n"
		"Content-Type: message/rfc822\n\nSubject: y\n\n\xc3\xbc\n--c--\n--b\n\nlast \n--b--\n",
		MIXED,
		"--b\r\nContent-Type: message/rfc822\r\n\r\nMIME-Version: 1.0\r\n"
		"Content-Type: multipart/mixed; boundary=c\r\nContent-Transfer-Encoding: 7bit\r\n\r\n"
		"--c\r\n\r\nplain\r\n--c\r\nContent-Type: application/x\r\nContent-Transfer-Encoding: base64\r\n\r\n"
		"/w==\r\n\r\n--c\r\nContent-Type: message/rfc822\r\n\r\nSubject: y\r\n"
		"Content-Transfer-Encoding: quoted-printable\r\nMIME-Version: 1.0\r\n\r\n=C3=BC\r\n--c--\r\n"
		"--b\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nlast=20\r\n--b--\r\n")
	/* Signed and 7-bit: octet for octet, beside a leaf that is encoded; signed and 8-bit: named. */
	OK(MIXED, "", false,
		"--b\n\n\xc3\xbc\n--b\nContent-Type: message/rfc822\n\nContent-Type: multipart/signed; boundary=c\n\n"
		"--c\n\nsigned \n--c--\n--b--\n",
		MIXED,
		"--b\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=C3=BC\r\n--b\r\nContent-Type: message/rfc822\r\n"
		"\r\nContent-Type: multipart/signed; boundary=c\r\n\r\n--c\r\n\r\nsigned \r\n--c--\r\n--b--\r\n")
	REFUSED(MIXED, false,
		"--b\nContent-Type: message/rfc822\n\nContent-Type: multipart/signed; boundary=c\n\n--c\n\n\xc3\xbc\n--c--\n"
		"--b--\n",
		10022, "Part 1 (multipart/signed)")
	REFUSED(MIXED, false,
		"--b\n\nx\n--b\nContent-Type: multipart/encrypted; boundary=c\n\n--c\n\n\xc3\xbc\n--c--\n\n--b--\n", 10022,
		"Part 2 (multipart/encrypted)")
	/* A digest's parts are messages; a message may have no body, or be the whole entity. */
	OK("Content-Type: multipart/digest; boundary=b\r\n", "", false,
		"--b\n\nSubject: x\n\n\xc3\xbc\n--b\n\nSubject: alone\n--b--\n",
		"Content-Type: multipart/digest; boundary=b\r\n",
		"--b\r\n\r\nSubject: x\r\nContent-Transfer-Encoding: quoted-printable\r\nMIME-Version: 1.0\r\n\r\n=C3=BC\r\n"
		"--b\r\n\r\nSubject: alone\r\n--b--\r\n")
	OK("Content-Type: message/rfc822\r\nContent-Transfer-Encoding: 8bit\r\n", "", false, "Subject: x\n\n\xc3\xbc\n",
		"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: 7bit\r\n",
		"Subject: x\r\nContent-Transfer-Encoding: quoted-printable\r\nMIME-Version: 1.0\r\n\r\n=C3=BC\r\n")
	OK("Content-Type: message/rfc822\r\n", "", false,
		"Content-Type: multipart/mixed; boundary=c\nMIME-Version: 1.0\n\n--c\n\n\xc3\xbc\n--c--\nend\n",
		"Content-Type: message/rfc822\r\n",
		"Content-Type: multipart/mixed; boundary=c\r\nMIME-Version: 1.0\r\n\r\n--c\r\n"
		"Content-Transfer-Encoding: quoted-printable\r\n\r\n=C3=BC\r\n--c--\r\nend\r\n")
#undef OK
#undef REFUSED
};

static ssmtp_source *body_of(size_t row, size_t split)
{
	ssmtp_source *parts[2] = { ssmtp_source_borrow_new(ssmtp_slice_head(cases[row].body, split), NULL),
		ssmtp_source_borrow_new(ssmtp_slice_skip(cases[row].body, split), NULL) };

	return ssmtp_source_concat_new_take(parts, 2, NULL);
}

static void check_case(size_t row, size_t split)
{
	ssmtp_source *body = body_of(row, split);
	ssmtp_error error = { 0 };
	ssmtp_buf fields, out;
	uint64_t size_octets;
	bool ok;

	ssmtp_buf_init(&fields, 4096);
	ssmtp_buf_init(&out, 4096);
	ssmtp_buf_append_str(&fields, cases[row].fields);
	ok = ssmtp_entity_canonical(&fields, &body, cases[row].charset, cases[row].raw, &error);
	CHECK(ok == (cases[row].out_fields != NULL) && error.code == cases[row].code, "row %zu: %d %s", row, error.code,
		error.text);
	CHECK(strstr(error.text, cases[row].word) != NULL, "row %zu: %s", row, error.text);
	CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&fields), ssmtp_slice_str(ok ? cases[row].out_fields : cases[row].fields)),
		"row %zu: %s", row, ssmtp_buf_cstr(&fields));
	if (split % 2 == 0 && ok) {
		CHECK(ssmtp_source_size(body, &size_octets) && size_octets == cases[row].out_body.len, "row %zu", row);
	}
	ssmtp_error_clear(&error);
	for (int pass = 0; pass < 2; pass++) {
		ssmtp_slice expected = ok ? cases[row].out_body : cases[row].body;

		ssmtp_buf_clear(&out);
		CHECK(ssmtp_source_read_all(body, &out, &error), "row %zu: %s", row, error.text);
		CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&out), expected), "row %zu: %s", row, ssmtp_buf_cstr(&out));
		CHECK(ssmtp_source_rewind(body, &error));
	}
	ssmtp_source_free(&body);
	ssmtp_buf_free(&fields);
	ssmtp_buf_free(&out);
}

static void test_canonical(void)
{
	for (size_t row = 0; row < sizeof(cases) / sizeof(cases[0]); row++) {
		for (size_t split = 0; split <= cases[row].body.len; split++) {
			check_case(row, split);
		}
	}
}

static const struct {
	const char *in;
	const char *content; /* NULL: refused */
	const char *rest;
} split_cases[] = {
	{ "", "", "" },
	{ "X: 1\nContent-Type: a/b;\n c=d\nMIME-Version: 1.0\nY: 2", "Content-Type: a/b;\r\n c=d\r\n", "X: 1\r\nY: 2\r\n" },
	{ "\r\nFrom: a\r\ncontent-id: <x>\r\n", "content-id: <x>\r\n", "\r\nFrom: a\r\n" },
	{ "nonsense", NULL, "" },
};

static void test_split(void)
{
	for (size_t i = 0; i < sizeof(split_cases) / sizeof(split_cases[0]); i++) {
		ssmtp_error error = { 0 };
		ssmtp_buf content, rest;
		bool ok;

		ssmtp_buf_init(&content, 1000);
		ssmtp_buf_init(&rest, 1000);
		ok = ssmtp_entity_split_fields(ssmtp_slice_str(split_cases[i].in), &content, &rest, &error);
		CHECK(ok == (split_cases[i].content != NULL) && error.code == (ok ? 0 : 10022));
		CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&content), ssmtp_slice_str(split_cases[i].content)));
		CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&rest), ssmtp_slice_str(split_cases[i].rest)));
		ssmtp_buf_free(&content);
		ssmtp_buf_free(&rest);
	}
}

/* The last part that is allowed, and one more. */
static void test_part_limit(void)
{
	for (unsigned parts = SSMTP_MULTIPART_PARTS_MAX; parts <= SSMTP_MULTIPART_PARTS_MAX + 1; parts++) {
		ssmtp_error error = { 0 };
		ssmtp_source *body;
		ssmtp_buf text, fields;
		bool ok;

		ssmtp_buf_init(&text, 1 << 20);
		ssmtp_buf_init(&fields, 4096);
		for (unsigned i = 0; i < parts; i++) {
			ssmtp_buf_append_str(&text, i + 1 < parts ? "--b\n\nx\n" : "--b\n\n\xc3\xbc\n");
		}
		ssmtp_buf_append_str(&text, "--b--\n");
		ssmtp_buf_append_str(&fields, MIXED);
		body = ssmtp_source_borrow_new(ssmtp_buf_slice(&text), NULL);
		ok = ssmtp_entity_canonical(&fields, &body, "", false, &error);
		CHECK(ok == (parts <= SSMTP_MULTIPART_PARTS_MAX), "%u parts: %s", parts, error.text);
		CHECK(ok || (error.code == 10022 && strstr(error.text, "Part 10001") != NULL), "%s", error.text);
		ssmtp_source_free(&body);
		ssmtp_buf_free(&text);
		ssmtp_buf_free(&fields);
	}
}

/* After a failure at any allocation the caller still has what he gave. */
static void test_allocation_failure(void)
{
	for (size_t row = 0; row < sizeof(cases) / sizeof(cases[0]); row++) {
		bool ok = cases[row].out_fields == NULL;

		for (unsigned long n = 1; !ok && n < 1000; n++) {
			ssmtp_source *body = body_of(row, 0);
			ssmtp_error error = { 0 };
			ssmtp_buf fields, out;

			ssmtp_buf_init(&fields, 4096);
			ssmtp_buf_init(&out, 4096);
			ssmtp_buf_append_str(&fields, cases[row].fields);
			ssmtp_alloc_fail_at(n);
			ok = ssmtp_entity_canonical(&fields, &body, cases[row].charset, cases[row].raw, &error);
			ssmtp_alloc_fail_at(0);
			CHECK(ok || error.kind == SSMTP_ERROR_NOMEM, "row %zu: %s", row, error.text);
			CHECK(ssmtp_source_read_all(body, &out, NULL));
			CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&out), ok ? cases[row].out_body : cases[row].body), "row %zu", row);
			ssmtp_source_free(&body);
			ssmtp_buf_free(&fields);
			ssmtp_buf_free(&out);
		}
		CHECK(ok);
	}
}

int main(void)
{
	test_scan();
	test_scan_long();
	test_canonical();
	test_split();
	test_part_limit();
	test_allocation_failure();
	return unit_summary("entity");
}
