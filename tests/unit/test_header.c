/* header: the folding writer, encoded-words, parameters, reading a section. */
#include "base/alloc.h"
#include "mime/header.h"
#include "mime/header_grammar.h"
#include "mime/msgid.h"
#include "unit.h"

#define UMLAUTS "\xc3\xa4\xc3\xb6\xc3\xbc"

static const ssmtp_header_style style_default = { .max_line = 80, .charset = "" };

typedef enum how { TEXT, RAW, BOXES } how;

static bool write_field(
	ssmtp_buf *out, how kind, const ssmtp_header_style *style, const char *name, ssmtp_slice value, ssmtp_error *error)
{
	ssmtp_mailbox_list list = { 0 };
	bool ok;

	if (kind == TEXT) {
		return ssmtp_header_write_text(out, style, name, value, error);
	}
	if (kind == RAW) {
		return ssmtp_header_write_raw(out, style, name, value, error);
	}
	ok = ssmtp_mailbox_list_parse(&list, value, error) && ssmtp_header_write_mailboxes(out, style, name, &list, error);
	ssmtp_mailbox_list_free(&list);
	return ok;
}

static const struct {
	how kind;
	unsigned max_line;
	const char *charset;
	const char *name;
	const char *value;
	const char *expected; /* NULL: refused with code */
	int code;
} write_cases[] = {
	{ TEXT, 80, "", "Subject", "hello", "Subject: hello\r\n", 0 },
	{ TEXT, 80, "", "Subject", "", "Subject:\r\n", 0 },
	{ TEXT, 80, "", "Subject", "  a  b\t ", "Subject: a  b\r\n", 0 },
	{ TEXT, 20, "", "Subject", "one two three four five", "Subject: one two\r\n three four five\r\n", 0 },
	{ TEXT, 20, "", "Subject", "one  two\t\tthree", "Subject: one  two\r\n\t\tthree\r\n", 0 },
	{ TEXT, 0, "", "Subject", "one two three four five", "Subject: one two three four five\r\n", 0 },
	{ TEXT, 20, "", "Subject", "averylongwordthatdoesnotfit b", "Subject: averylongwordthatdoesnotfit\r\n b\r\n", 0 },
	{ TEXT, 80, "", "Subject", "gr\xc3\xbcsse", "Subject: =?utf-8?Q?gr=C3=BCsse?=\r\n", 0 },
	{ TEXT, 80, "utf-8", "Subject", "a \xc3\xbc b \xc3\xbc c", "Subject: a =?utf-8?B?w7wgYiDDvA==?= c\r\n", 0 },
	{ TEXT, 80, "", "Subject", UMLAUTS, "Subject: =?utf-8?B?w6TDtsO8?=\r\n", 0 },
	{ TEXT, 80, "iso-8859-1", "Subject", UMLAUTS " abc", "Subject: =?iso-8859-1?B?5Pb8?= abc\r\n", 0 },
	{ TEXT, 80, "iso-8859-1", "Subject", "plain", "Subject: plain\r\n", 0 },
	/* A caller's own encoded-word passes; beside real ones it is text. */
	{ TEXT, 80, "", "Subject", "=?utf-8?Q?x?= y", "Subject: =?utf-8?Q?x?= y\r\n", 0 },
	{ TEXT, 80, "", "Subject", "=?x?Q?y?= \xc3\xbc", "Subject: =?utf-8?B?PT94P1E/eT89IMO8?=\r\n", 0 },
	{ TEXT, 80, "", "Subject", "a\nb", NULL, 10022 },
	{ TEXT, 80, "", "Subject", "a\r\n b", NULL, 10022 },
	{ TEXT, 80, "", "Subject",
		"a\xc2\x85"
		"b",
		NULL, 10022 },
	{ TEXT, 80, "", "Subject",
		"gr\xfc\xdf"
		"e",
		NULL, 434 },
	{ TEXT, 80, "", "Subject",
		"a\xc0\x8a"
		"b",
		NULL, 434 },
	{ TEXT, 80, "iso-8859-1", "Subject", "\xe2\x82\xac", NULL, 434 },
	{ TEXT, 80, "no-such-set", "Subject", "\xc3\xbc", NULL, 434 },
	{ TEXT, 80, "iso-8859-1//TRANSLIT", "Subject", "\xe2\x82\xac", NULL, 434 },
	{ TEXT, 80, "", "X Y", "v", NULL, 10022 },
	{ TEXT, 80, "", "X:Y", "v", NULL, 10022 },
	{ TEXT, 80, "", "X\r\nY", "v", NULL, 10022 },
	{ TEXT, 80, "", "", "v", NULL, 10022 },
	{ RAW, 80, "", "Date", "Sun, 22 Nov 2026 08:00:00 +0000", "Date: Sun, 22 Nov 2026 08:00:00 +0000\r\n", 0 },
	{ RAW, 80, "", "Date", "\xc3\xbc", NULL, 434 },
	{ RAW, 80, "", "Date", "a\r\nBcc: x", NULL, 10022 },
	{ BOXES, 80, "", "To", "a@b.example, C D <c@d.example>", "To: a@b.example, C D <c@d.example>\r\n", 0 },
	{ BOXES, 80, "", "To", "", "", 0 },
	{ BOXES, 80, "", "To", "\"D, C\" <c@d.example>", "To: \"D, C\" <c@d.example>\r\n", 0 },
	{ BOXES, 80, "", "To", "John Q. Public <c@d.example>", "To: \"John Q. Public\" <c@d.example>\r\n", 0 },
	{ BOXES, 80, "", "To", "J\xc3\xbcrgen <c@d.example>", "To: =?utf-8?Q?J=C3=BCrgen?= <c@d.example>\r\n", 0 },
	/* RFC 2047 section 5 rule 3: nothing but !*+-/ and alphanumerics beside =XX. */
	{ BOXES, 80, "", "To", "\"\xc3\xbc.,\\\"(a)\" <c@d.example>", "To: =?utf-8?B?w7wuLCIoYSk=?= <c@d.example>\r\n", 0 },
	{ BOXES, 30, "", "To", "a@b.example, c@d.example, e@f.example", "To: a@b.example, c@d.example,\r\n e@f.example\r\n",
		0 },
	{ BOXES, 80, "", "To", "Team: a@b.example, B <b@b.example>;, c@d.example",
		"To: Team: a@b.example, B <b@b.example>;, c@d.example\r\n", 0 },
	{ BOXES, 80, "", "To", "undisclosed-recipients:;", "To: undisclosed-recipients:;\r\n", 0 },
	{ BOXES, 80, "", "To", "\"a, b\":;, c@d.example", "To: \"a, b\":;, c@d.example\r\n", 0 },
	{ BOXES, 80, "", "To", "Gr\xc3\xbcn: a@b.example; , \xc3\xbc:;",
		"To: =?utf-8?B?R3LDvG4=?= : a@b.example;, =?utf-8?B?w7w=?= :;\r\n", 0 },
	{ BOXES, 80, "", "To", "Matt (staging) <a@m.example>", "To: \"Matt (staging)\" <a@m.example>\r\n", 0 },
	{ BOXES, 26, "", "To", "Team: a@b.example, b@b.example;", "To: Team: a@b.example,\r\n b@b.example;\r\n", 0 },
	{ BOXES, 80, "", "To", "\xc3\xbc@b.example", NULL, 10022 },
	{ BOXES, 80, "", "To", "a@b\xc3\xbc.example", NULL, 10022 },
	{ BOXES, 80, "", "To", "\"\xfc\" <a@b.example>", NULL, 434 },
};

static void test_write(void)
{
	ssmtp_buf out;

	ssmtp_buf_init(&out, 4096);
	for (size_t i = 0; i < sizeof(write_cases) / sizeof(write_cases[0]); i++) {
		ssmtp_header_style style = { .max_line = write_cases[i].max_line, .charset = write_cases[i].charset };
		ssmtp_error error = { 0 };
		bool ok;

		ssmtp_buf_clear(&out);
		ok = write_field(
			&out, write_cases[i].kind, &style, write_cases[i].name, ssmtp_slice_str(write_cases[i].value), &error);
		CHECK(ok == (write_cases[i].expected != NULL) && error.code == write_cases[i].code, "%s: %d %s",
			write_cases[i].value, error.code, error.text);
		CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&out), ssmtp_slice_str(write_cases[i].expected)), "%s: %.*s",
			write_cases[i].value, SSMTP_SLICE_FMT(ssmtp_buf_slice(&out)));
	}
	ssmtp_buf_free(&out);
}

/* What holds for every field: lines end in CRLF, none is blank, none too long,
 * an encoded-word has at most 75 octets and its line 76. */
static void check_lines(ssmtp_slice field, size_t limit)
{
	while (field.len > 0) {
		size_t lf = ssmtp_slice_find(field, '\n');
		ssmtp_slice line = ssmtp_slice_head(field, lf);
		bool blank = true;

		CHECK(lf < field.len && lf > 0 && line.ptr[lf - 1] == '\r' && memchr(line.ptr, '\r', lf - 1) == NULL);
		line.len--;
		for (size_t i = 0; i < line.len; i++) {
			blank = blank && (line.ptr[i] == ' ' || line.ptr[i] == '\t');
			if (line.ptr[i] == '=' && i + 1 < line.len && line.ptr[i + 1] == '?') {
				limit = limit < 998 && limit > 76 ? 76 : limit;
			}
		}
		CHECK(!blank && line.len <= limit, "line of %zu octets: %.*s", line.len, SSMTP_SLICE_FMT(line));
		field = ssmtp_slice_skip(field, lf + 1);
	}
}

static const struct {
	const char *value;
	bool valid;
} date_forms[] = {
	{ "Fri, 27 Nov 2026 07:30:00 +0000", true },
	{ " fri,\r\n 27 nov 2026 07:30 -1159 (a \\) comment)", true },
	{ "27 Nov 2026 07:30:60 +0530", true },
	{ "1 Jan 2000 00:00:00 +0000", true },
	{ "Tue, 29 Feb 2028 23:59:59 +1400", true },
	{ "Sat, 01 Jan 2000 00:00:00 +0000", true },
	{ "", false },
	{ "yesterday", false },
	{ "Thu, 27 Nov 2026 07:30:00 +0000", false }, /* a Friday */
	{ "Fri, 27 Nov 2026 07:30:00", false },
	{ "Fri, 27 Nov 2026 07:30:00 GMT", false },
	{ "Fri, 27 Nov 2026 07:30:00 +00:00", false },
	{ "Fri, 27 Nov 2026 07:30:00 +0060", false },
	{ "Fri, 27 Nov 2026 24:00:00 +0000", false },
	{ "Fri, 27 Nov 2026 07:60:00 +0000", false },
	{ "Fri, 27 Nov 2026 07:30:61 +0000", false },
	{ "Fri, 27 Nov 2026 7:30:00 +0000", false },
	{ "Fri, 27 Nov 26 07:30:00 +0000", false },
	{ "Fr, 27 Nov 2026 07:30:00 +0000", false },
	{ "Fre, 27 Nov 2026 07:30:00 +0000", false },
	{ "Friday, 27 Nov 2026 07:30:00 +0000", false },
	{ "Sat, 27 Dez 2026 07:30:00 +0000", false },
	{ "31 Apr 2026 07:30:00 +0000", false },
	{ "29 Feb 2026 07:30:00 +0000", false },
	{ "29 Feb 2100 07:30:00 +0000", false },
	{ "00 Jan 2026 07:30:00 +0000", false },
	{ "001 Jan 2026 07:30:00 +0000", false },
	{ "1 Jan 1899 07:30:00 +0000", false },
	{ "Fri, 27 Nov 2026 07:30:00 +0000 x", false },
	{ "Fri, 27 Nov 2026 07:30:00 +0000 (open", false },
	{ "2026-11-27T07:30:00+00:00", false },
};

static const struct {
	const char *value;
	bool valid;
} msgid_forms[] = {
	{ "<a@b>", true },
	{ " <a.b+c=d$1@mail.example.org> ", true },
	{ "<a@[192.0.2.1]>", true },
	{ "<a@[]>", true },
	{ "", false },
	{ "a@b", false },
	{ "<a>", false },
	{ "<@b>", false },
	{ "<a@>", false },
	{ "<a b@c>", false },
	{ "<a b@c> <d>", false },
	{ "<a@b> <c@d>", false },
	{ "<a@b@c>", false },
	{ "<a..b@c>", false },
	{ "<a.@c>", false },
	{ "<a@b", false },
	{ "<a@[b>", false },
	{ "<\xc3\xbc@b>", false },
};

static void test_grammar(void)
{
	for (size_t i = 0; i < sizeof(date_forms) / sizeof(date_forms[0]); i++) {
		CHECK(ssmtp_header_is_date(ssmtp_slice_str(date_forms[i].value)) == date_forms[i].valid, "%s",
			date_forms[i].value);
	}
	for (size_t i = 0; i < sizeof(msgid_forms) / sizeof(msgid_forms[0]); i++) {
		CHECK(ssmtp_header_is_msgid(ssmtp_slice_str(msgid_forms[i].value)) == msgid_forms[i].valid, "%s",
			msgid_forms[i].value);
	}
}

/* What is written is what is asked of others, in every zone. */
static void test_date_zones(void)
{
	static const int zones[] = { 0, 60, -210, 345, 840, -720 };
	ssmtp_buf out;

	ssmtp_buf_init(&out, 1000);
	for (size_t i = 0; i < sizeof(zones) / sizeof(zones[0]); i++) {
		ssmtp_buf_clear(&out);
		CHECK(ssmtp_date_append_in(&out, 1795764600, zones[i]) && ssmtp_header_is_date(ssmtp_buf_slice(&out)), "%s",
			ssmtp_buf_cstr(&out));
	}
	ssmtp_buf_clear(&out);
	CHECK(ssmtp_date_append_in(&out, 1795764600, -570), "%s", ssmtp_buf_cstr(&out));
	CHECK(strcmp(ssmtp_buf_cstr(&out), "Thu, 26 Nov 2026 22:00:00 -0930") == 0, "%s", ssmtp_buf_cstr(&out));
	ssmtp_buf_free(&out);
}

/* A word that ends in the last column the limit allows stays on its line; one octet more folds. */
static void test_columns(void)
{
	static const unsigned limits[] = { 20, 78, 80, 997, 998 };
	ssmtp_buf text, out;

	ssmtp_buf_init(&text, 4096);
	ssmtp_buf_init(&out, 8192);
	for (size_t i = 0; i < sizeof(limits) / sizeof(limits[0]); i++) {
		ssmtp_header_style style = { .max_line = limits[i], .charset = "" };

		for (unsigned extra = 0; extra < 2; extra++) {
			size_t first = 0;

			/* "Subject: a " has 11 octets; words of two octets and a blank follow, and one that fills the line. */
			ssmtp_buf_clear(&text);
			ssmtp_buf_clear(&out);
			ssmtp_buf_append_str(&text, "a ");
			while (ssmtp_buf_len(&text) + 9 + 3 + extra <= limits[i] - 2) {
				ssmtp_buf_append_str(&text, "bb ");
			}
			while (ssmtp_buf_len(&text) + 9 < limits[i] + extra) {
				ssmtp_buf_append_octet(&text, 'c');
			}
			CHECK(ssmtp_header_write_text(&out, &style, "Subject", ssmtp_buf_slice(&text), NULL));
			first = ssmtp_slice_find(ssmtp_buf_slice(&out), '\r');
			CHECK(extra == 0 ? first == limits[i] : first < limits[i], "limit %u + %u: line of %zu", limits[i], extra,
				first);
			CHECK((first + 2 == ssmtp_buf_len(&out)) == (extra == 0), "limit %u + %u", limits[i], extra);
		}
	}
	ssmtp_buf_free(&text);
	ssmtp_buf_free(&out);
}

/* Every length of text at every limit: the lines hold, nothing is split. */
static void test_lengths(void)
{
	static const char *const charsets[] = { "", "iso-8859-1", "iso-2022-jp" };
	ssmtp_buf text, out;

	ssmtp_buf_init(&text, 4096);
	ssmtp_buf_init(&out, 8192);
	for (size_t charset = 0; charset < 3; charset++) {
		for (unsigned limit = 76; limit <= 80; limit++) {
			ssmtp_header_style style = { .max_line = limit, .charset = charsets[charset] };

			ssmtp_buf_clear(&text);
			for (int i = 0; i < 120; i++) {
				ssmtp_error error = { 0 };

				ssmtp_buf_append_str(&text, charset == 2 ? "\xe3\x81\x82"
											: i % 3 == 0 ? "\xc3\xbc"
											: i % 7      ? "x"
														 : " ");
				ssmtp_buf_clear(&out);
				CHECK(
					ssmtp_header_write_text(&out, &style, "Subject", ssmtp_buf_slice(&text), &error), "%s", error.text);
				check_lines(ssmtp_buf_slice(&out), limit);
			}
		}
	}
	ssmtp_buf_free(&text);
	ssmtp_buf_free(&out);
}

/* 1 MiB of anything: no line above 998, and a cost that lets this test end. */
static void test_large(void)
{
	static const char *const units[] = { "a", "a ", " ", "\xc3\xbc", "\xc3\xbc ", "=?", "a\t", "\xf0\x9f\x98\x80",
		"x     " };
	enum { LEN = 1 << 20 };
	ssmtp_buf text, out;

	ssmtp_buf_init(&text, 2 * LEN);
	ssmtp_buf_init(&out, 16 * LEN);
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		for (int folded = 0; folded < 2; folded++) {
			ssmtp_header_style style = { .max_line = folded ? 80 : 0, .charset = "" };
			ssmtp_error error = { 0 };

			ssmtp_buf_clear(&text);
			ssmtp_buf_clear(&out);
			ssmtp_buf_append_str(&text, "x");
			while (ssmtp_buf_len(&text) < LEN) {
				ssmtp_buf_append_str(&text, units[i]);
			}
			ssmtp_buf_append_str(&text, "y");
			CHECK(ssmtp_header_write_text(&out, &style, "Subject", ssmtp_buf_slice(&text), &error), "%s: %s", units[i],
				error.text);
			check_lines(ssmtp_buf_slice(&out), 998);
		}
	}
	ssmtp_buf_free(&text);
	ssmtp_buf_free(&out);
}

static bool fake_to_ascii(ssmtp_slice domain, ssmtp_buf *out)
{
	return domain.len > 0 && ssmtp_buf_append_str(out, "xn--bcher-kva.example");
}

static void test_addresses(void)
{
	ssmtp_header_style style = { .max_line = 80, .charset = "", .to_ascii = fake_to_ascii };
	ssmtp_error error = { 0 };
	ssmtp_buf out;

	ssmtp_buf_init(&out, 4096);
	CHECK(write_field(&out, BOXES, &style, "To",
		SSMTP_SLICE("a@b\xc3\xbc"
					"cher.example"),
		&error));
	CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&out), SSMTP_SLICE("To: a@xn--bcher-kva.example\r\n")));
	CHECK(!write_field(&out, BOXES, &style, "To", SSMTP_SLICE("\xc3\xbc@b.example"), &error));
	CHECK(error.code == 10022 && strstr(error.text, "SMTPUTF8") != NULL);
	ssmtp_buf_clear(&out);
	ssmtp_error_clear(&error);
	style.utf8_addresses = true;
	CHECK(write_field(&out, BOXES, &style, "To", SSMTP_SLICE("\xc3\xbc@b\xc3\xbc.example"), &error));
	CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&out), SSMTP_SLICE("To: \xc3\xbc@b\xc3\xbc.example\r\n")));
	ssmtp_buf_free(&out);
}

/* Every control in every kind of field is refused, and names the field. */
static void test_controls(void)
{
	ssmtp_buf out;

	ssmtp_buf_init(&out, 4096);
	for (int kind = TEXT; kind <= RAW; kind++) {
		for (int c = 0; c < 128; c = c == 31 ? 127 : c + 1) {
			char text[4] = { 'a', (char) c, 'b' };
			ssmtp_error error = { 0 };

			CHECK(write_field(&out, kind, &style_default, "X-Field", ssmtp_slice_of(text, 3), &error) == (c == '\t'));
			CHECK(c == '\t' || (error.code == 10022 && strstr(error.text, "X-Field") != NULL));
		}
	}
	ssmtp_buf_free(&out);
}

static const struct {
	const char *name;
	const char *text;
	const char *expected;
} parameter_cases[] = {
	{ "charset", "utf-8", "; charset=utf-8" },
	{ "name", "a b.txt", "; name=\"a b.txt\"" },
	{ "name", "", "; name=\"\"" },
	{ "name", "a\"b\\c", "; name=\"a\\\"b\\\\c\"" },
	{ "filename", UMLAUTS ".pdf", "; filename*=utf-8''%C3%A4%C3%B6%C3%BC.pdf" },
	{ "filename", "0123456789012345678901234567890123456789012345678901234567890123456789.txt",
		"; filename*0*=utf-8''01234567890123456789012345678901234567890123456; "
		"filename*1*=78901234567890123456789.txt" },
	{ "name", "a\r\nX: y", NULL },
	{ "na me", "x", NULL },
	{ "name", "\xfc", NULL },
};

static void test_parameters(void)
{
	ssmtp_buf out;

	ssmtp_buf_init(&out, 4096);
	for (size_t i = 0; i < sizeof(parameter_cases) / sizeof(parameter_cases[0]); i++) {
		ssmtp_error error = { 0 };
		bool ok;

		ssmtp_buf_clear(&out);
		ok = ssmtp_header_append_parameter(
			&out, parameter_cases[i].name, ssmtp_slice_str(parameter_cases[i].text), &error);
		CHECK(ok == (parameter_cases[i].expected != NULL));
		CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&out), ssmtp_slice_str(parameter_cases[i].expected)), "%s: %.*s",
			parameter_cases[i].text, SSMTP_SLICE_FMT(ssmtp_buf_slice(&out)));
	}
	ssmtp_buf_free(&out);
}

static void test_read(void)
{
	ssmtp_slice section = SSMTP_SLICE("A: 1\r\nB : 2\r\n\tmore\r\n  end \r\nbroken\nC:\n\r\nbody: x\r\n");
	ssmtp_header_field field;
	ssmtp_buf value;

	ssmtp_buf_init(&value, 100);
	CHECK(ssmtp_header_find(section, "b", &field) && ssmtp_slice_equal(field.name, SSMTP_SLICE("B")));
	CHECK(ssmtp_slice_equal(field.whole, SSMTP_SLICE("B : 2\r\n\tmore\r\n  end \r\n")));
	CHECK(ssmtp_header_unfold(&value, field.value));
	CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&value), SSMTP_SLICE("2\tmore  end")));
	CHECK(!ssmtp_header_find(section, "body", &field));
	CHECK(ssmtp_header_next(&section, &field) && ssmtp_slice_equal(field.value, SSMTP_SLICE(" 1")));
	CHECK(ssmtp_header_next(&section, &field));
	CHECK(ssmtp_header_next(&section, &field) && field.name.len == 0);
	CHECK(ssmtp_header_next(&section, &field) && field.value.len == 0);
	CHECK(!ssmtp_header_next(&section, &field) && section.len == 11);
	ssmtp_buf_free(&value);
}

static const struct {
	const char *in;
	const char *out; /* NULL: refused */
} normalise_cases[] = {
	{ "", "" },
	{ "A: 1", "A: 1\r\n" },
	{ "A: 1\nB: 2\r C\r\n", "A: 1\r\nB: 2\r\n C\r\n" },
	{ "A: 1\r\n \t\r\n b\r\n", "A: 1\r\n b\r\n" },
	{ " A: 1", NULL },
	{ "A 1", NULL },
	{ "A : 1", NULL },
	{ ": 1", NULL },
	{ "A: 1\r\n\r\nbody", NULL },
	{ "A: 1\r\n\r\n", NULL },
	{ "A: \x01", NULL },
	{ "A\xc3\xbc: 1", NULL },
};

static void test_normalise(void)
{
	ssmtp_buf out;

	ssmtp_buf_init(&out, 100);
	for (size_t i = 0; i < sizeof(normalise_cases) / sizeof(normalise_cases[0]); i++) {
		ssmtp_error error = { 0 };
		bool ok;

		ssmtp_buf_clear(&out);
		ok = ssmtp_header_normalise(&out, ssmtp_slice_str(normalise_cases[i].in), &error);
		CHECK(ok == (normalise_cases[i].out != NULL) && error.code == (ok ? 0 : 10022), "%s", normalise_cases[i].in);
		CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&out), ssmtp_slice_str(normalise_cases[i].out)), "%s",
			normalise_cases[i].in);
	}
	ssmtp_buf_free(&out);
}

static const struct {
	const char *zone;
	time_t now;
	const char *expected;
} date_cases[] = {
	{ "UTC0", 0, "Thu, 01 Jan 1970 00:00:00 +0000" },
	{ "UTC0", 1795334400, "Sun, 22 Nov 2026 08:00:00 +0000" },
	{ "CET-1CEST,M3.5.0,M10.5.0/3", 1782900000, "Wed, 01 Jul 2026 12:00:00 +0200" },
	{ "NST3:30", 1798763400, "Thu, 31 Dec 2026 21:00:00 -0330" },
	{ "XXX-14", 1798758000, "Fri, 01 Jan 2027 13:00:00 +1400" },
	{ "YYY12", 1798758000, "Thu, 31 Dec 2026 11:00:00 -1200" },
	{ "UTC0", 951782400, "Tue, 29 Feb 2000 00:00:00 +0000" },
};

static void test_date(void)
{
	ssmtp_buf out;

	ssmtp_buf_init(&out, 200);
	for (size_t i = 0; i < sizeof(date_cases) / sizeof(date_cases[0]); i++) {
		ssmtp_buf_clear(&out);
		setenv("TZ", date_cases[i].zone, 1);
		tzset();
		CHECK(ssmtp_date_append(&out, date_cases[i].now));
		CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&out), ssmtp_slice_str(date_cases[i].expected)), "%s: %s",
			date_cases[i].expected, ssmtp_buf_cstr(&out));
	}
	ssmtp_buf_clear(&out);
	CHECK(ssmtp_msgid_append(&out, SSMTP_SLICE("\x01\xfe"), SSMTP_SLICE("a.example")));
	CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&out), SSMTP_SLICE("<01fe@a.example>")));
	ssmtp_buf_free(&out);
}

static void test_allocation_failure(void)
{
	bool ok = false;

	for (unsigned long n = 1; !ok && n < 1000; n++) {
		ssmtp_header_style style = { .max_line = 40, .charset = "iso-8859-1" };
		ssmtp_error error = { 0 };
		ssmtp_buf out;

		ssmtp_buf_init(&out, 4096);
		ssmtp_alloc_fail_at(n);
		ok =
			write_field(
				&out, TEXT, &style, "Subject", SSMTP_SLICE("some " UMLAUTS " text " UMLAUTS UMLAUTS UMLAUTS), &error) &&
			write_field(&out, BOXES, &style, "To", SSMTP_SLICE("\"a.b\" <a@b.example>, \"" UMLAUTS "\" <c@d>"), &error);
		if (ok && !ssmtp_header_append_parameter(&out, "name", SSMTP_SLICE(UMLAUTS), &error)) {
			ok = false;
		}
		ssmtp_alloc_fail_at(0);
		CHECK(ok || error.kind == SSMTP_ERROR_NOMEM, "%lu: %s", n, error.text);
		ssmtp_buf_free(&out);
	}
	CHECK(ok);
}

int main(void)
{
	test_write();
	test_grammar();
	test_date_zones();
	test_columns();
	test_lengths();
	test_large();
	test_addresses();
	test_controls();
	test_parameters();
	test_read();
	test_normalise();
	test_date();
	test_allocation_failure();
	return unit_summary("header");
}
