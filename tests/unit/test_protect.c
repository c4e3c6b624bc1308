/* protect: header protection, what is inside, what is outside, legacy display. */
#include "base/alloc.h"
#include "mime/protect.h"
#include "unit.h"

#define SECTION                                                                                                        \
	"Date: Sun, 22 Nov 2026 01:30:05 +0530\r\nFrom: \"A, B\" <a@example.org>\r\n"                                      \
	"To: =?utf-8?Q?J=C3=BCrgen?= <j@example.org>,\r\n c@example.org\r\nCc: team: d@example.org;\r\n"                   \
	"Subject: A long subject that was\r\n folded\r\nMessage-Id: <1@example.org>\r\nComments: c\r\nKeywords: k\r\n"     \
	"X-Own: 1\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n"

static const struct {
	ssmtp_protect_policy policy;
	const char *section, *outer;
} outer_cases[] = {
	{ SSMTP_PROTECT_NONE, "Subject: a\r\nComments: b\r\nContent-Type: text/plain\r\n",
		"Subject: a\r\nComments: b\r\n" },
	{ SSMTP_PROTECT_BASELINE, SECTION,
		"Date: Sun, 22 Nov 2026 01:30:05 +0530\r\nFrom: \"A, B\" <a@example.org>\r\n"
		"To: =?utf-8?Q?J=C3=BCrgen?= <j@example.org>,\r\n c@example.org\r\nCc: team: d@example.org;\r\n"
		"Subject: [...]\r\nMessage-Id: <1@example.org>\r\nX-Own: 1\r\n" },
	{ SSMTP_PROTECT_SHY, SECTION,
		"Date: Sat, 21 Nov 2026 20:00:05 +0000\r\nFrom: a@example.org\r\nTo: j@example.org, c@example.org\r\n"
		"Cc: d@example.org\r\nSubject: [...]\r\nMessage-Id: <1@example.org>\r\nX-Own: 1\r\n" },
	{ SSMTP_PROTECT_SHY, "Date: 1 Mar 2024 00:10 +0100\r\n", "Date: Thu, 29 Feb 2024 23:10:00 +0000\r\n" },
	{ SSMTP_PROTECT_SHY, "Date: Thu, 31 Dec 2026 23:59:60 -0800\r\n", "Date: Fri, 01 Jan 2027 07:59:60 +0000\r\n" },
	{ SSMTP_PROTECT_SHY, "Date: yesterday\r\nTo: undisclosed-recipients:;\r\n",
		"Date: yesterday\r\nTo: undisclosed-recipients:;\r\n" },
	{ SSMTP_PROTECT_SHY, "Date: Thu, 31 Dec 2026 23:59:60 EST\r\n", "Date: Thu, 31 Dec 2026 23:59:60 EST\r\n" },
	{ SSMTP_PROTECT_BASELINE, "subject: x\r\ncomments: y\r\n", "Subject: [...]\r\n" },
	{ SSMTP_PROTECT_BASELINE, "", "" },
};

static ssmtp_slice text(const char *octets)
{
	return ssmtp_slice_str(octets);
}

static bool equals(const ssmtp_buf *buf, const char *expected)
{
	return ssmtp_slice_equal(ssmtp_buf_slice(buf), ssmtp_slice_str(expected));
}

static void check_outer(void)
{
	for (size_t i = 0; i < sizeof(outer_cases) / sizeof(outer_cases[0]); i++) {
		ssmtp_error error = { 0 };
		ssmtp_buf out;

		ssmtp_buf_init(&out, SSMTP_BUF_MAX_DEFAULT);
		CHECK(ssmtp_protect_outer(&out, text(outer_cases[i].section), outer_cases[i].policy, &error));
		CHECK(equals(&out, outer_cases[i].outer), "%zu: %.*s", i, SSMTP_SLICE_FMT(ssmtp_buf_slice(&out)));
		ssmtp_buf_free(&out);
	}
	CHECK(ssmtp_protect_policy_of("Shy") == SSMTP_PROTECT_SHY);
	CHECK(ssmtp_protect_policy_of("None") == SSMTP_PROTECT_NONE);
	CHECK(ssmtp_protect_policy_of("Baseline") == SSMTP_PROTECT_BASELINE);
}

static void check_fields(void)
{
	ssmtp_error error = { 0 };
	ssmtp_buf fields;

	ssmtp_buf_init(&fields, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_append_str(&fields, "Content-Type: text/plain; charset=utf-8 ;\r\nContent-Transfer-Encoding: 7bit\r\n");
	CHECK(ssmtp_protect_clear(&fields, text("Subject: a\r\nMIME-Version: 1.0\r\n"), &error));
	CHECK(equals(&fields,
			  "Subject: a\r\nContent-Type: text/plain; charset=utf-8;\r\n protected-headers=\"v1\"; hp=\"clear\"\r\n"
			  "Content-Transfer-Encoding: 7bit\r\n"),
		"%s", ssmtp_buf_cstr(&fields));
	ssmtp_buf_clear(&fields);
	ssmtp_buf_append_str(&fields, "Content-Type: text/plain\r\n");
	CHECK(ssmtp_protect_cipher(
		&fields, text("Subject: a\r\nFrom: b@c\r\n"), text("Subject: [...]\r\nFrom: b@c\r\n"), &error));
	CHECK(equals(&fields, "Subject: a\r\nFrom: b@c\r\nHP-Outer: Subject: [...]\r\nHP-Outer: From: b@c\r\n"
						  "Content-Type: text/plain;\r\n protected-headers=\"v1\"; hp=\"cipher\"\r\n"),
		"%s", ssmtp_buf_cstr(&fields));
	ssmtp_buf_free(&fields);
}

static const struct {
	const char *a, *b, *name;
} difference_cases[] = {
	{ "Subject: a\r\n", "Subject: a\r\n", "" },
	{ "Subject: a\r\nMIME-Version: 1.0\r\n", "Subject: a\r\nContent-Type: x/y\r\n", "" },
	{ "Subject: a\r\n", "Subject: b\r\n", "Subject" },
	{ "Subject: a\r\n", "Subject: a\r\nX-New: 1\r\n", "X-New" },
	{ "Subject: a\r\nCc: b@c\r\n", "Subject: a\r\n", "Cc" },
	{ "To: a@b\r\nSubject: a\r\n", "To: a@b\r\nCc: b@c\r\nSubject: a\r\n", "Cc" },
	{ "To: a@b\r\nCc: b@c\r\nSubject: a\r\n", "To: a@b\r\nSubject: a\r\n", "Cc" },
};

static void check_difference(void)
{
	for (size_t i = 0; i < sizeof(difference_cases) / sizeof(difference_cases[0]); i++) {
		ssmtp_slice name = ssmtp_protect_difference(text(difference_cases[i].a), text(difference_cases[i].b));

		CHECK(ssmtp_slice_equal(name, text(difference_cases[i].name)), "%zu: %.*s", i, SSMTP_SLICE_FMT(name));
	}
}

static const struct {
	const char *value, *decoded;
} decode_cases[] = {
	{ " plain", "plain" },
	{ " =?utf-8?Q?J=C3=BCrgen_A?=", "J\xc3\xbcrgen A" },
	{ " =?UTF-8?B?w7w=?=\r\n =?utf-8*de?q?x?= y", "\xc3\xbcx y" },
	{ " =?iso-8859-1?Q?=FC?=", "=?iso-8859-1?Q?=FC?=" },
	{ " =?utf-8?B?###?= a", "=?utf-8?B?###?= a" },
	{ " =?utf-8?Q?a=0D=0Ab?=", "a  b" },
	{ " =?utf-8?Q?a", "=?utf-8?Q?a" },
	{ " =?utf-8?", "=?utf-8?" },
	{ " a =?", "a =?" },
};

static void check_decode(void)
{
	for (size_t i = 0; i < sizeof(decode_cases) / sizeof(decode_cases[0]); i++) {
		ssmtp_buf out;

		ssmtp_buf_init(&out, SSMTP_BUF_MAX_DEFAULT);
		CHECK(ssmtp_header_decode(&out, text(decode_cases[i].value)));
		CHECK(equals(&out, decode_cases[i].decoded), "%zu: %.*s", i, SSMTP_SLICE_FMT(ssmtp_buf_slice(&out)));
		ssmtp_buf_free(&out);
	}
}

#define HIDDEN "Subject: [...]\r\n"
#define MARK "hp-legacy-display=\"1\"\r\n"

static const struct {
	const char *section, *fields, *body, *new_fields, *new_body; /* new_body NULL: nothing changes */
} display_cases[] = {
	{ "Subject: Offer\r\n", "", "Hello", "Content-Type: text/plain; charset=utf-8; " MARK,
		"Subject: Offer\r\n\r\nHello" },
	{ "Subject: Offer\r\n", "", "", "Content-Type: text/plain; charset=utf-8; " MARK, "Subject: Offer\r\n\r\n" },
	{ "Subject: [...]\r\n", "", "Hello", "", NULL },
	{ "Comments: x\r\n", "", "Hello", "", NULL },
	{ "Subject: =?utf-8?Q?=C3=BC?=\r\n", "Content-Type: text/plain; charset=utf-8\r\n", "a",
		"Content-Type: text/plain; charset=utf-8; " MARK, "Subject: \xc3\xbc\r\n\r\na" },
	{ "Subject: =?utf-8?Q?=C3=BC?=\r\n", "Content-Type: text/plain; charset=iso-8859-1\r\n", "a",
		"Content-Type: text/plain; charset=iso-8859-1; " MARK, "Subject: \xfc\r\n\r\na" },
	{ "Subject: =?utf-8?B?4oKs?=\r\n", "Content-Type: text/plain; charset=us-ascii\r\n", "a", "", NULL },
	{ "Subject: =?utf-8?B?4oKs?=\r\n", "Content-Type: text/plain; charset=iso-8859-1\r\n", "a", "", NULL },
	{ "Subject: a\r\n", "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n", "SGVsbG8=\r\n",
		"Content-Type: text/plain; " MARK "Content-Transfer-Encoding: base64\r\n",
		"U3ViamVjdDogYSANCg0K\r\nSGVsbG8=\r\n" },
	{ "Subject: a=b\r\n", "Content-Type: text/plain\r\nContent-Transfer-Encoding: Quoted-Printable\r\n", "x=3Dy",
		"Content-Type: text/plain; " MARK "Content-Transfer-Encoding: Quoted-Printable\r\n",
		"Subject: a=3Db\r\n\r\nx=3Dy" },
	{ "Subject: a\r\n", "Content-Type: text/plain\r\nContent-Transfer-Encoding: x-own\r\n", "a", "", NULL },
	{ "Subject: a\r\n", "Content-Type: application/pdf\r\n", "a", "", NULL },
	{ "Subject: a\r\n", "Content-Type: text/plain\r\nContent-Disposition: attachment; filename=a\r\n", "a", "", NULL },
	{ "Subject: <a&b>\r\n", "Content-Type: text/html\r\n", "<html><BODY class=x><p>a</p>",
		"Content-Type: text/html; " MARK,
		"<html><BODY class=x><div class=\"header-protection-legacy-display\"><pre>Subject: &lt;a&amp;b&gt;</pre></div>"
		"\r\n<p>a</p>" },
	{ "Subject: a\r\n", "Content-Type: multipart/mixed; boundary=b\r\n",
		"x\n--b\nContent-Type: text/plain\n\nHello\n--b\nContent-Type: text/plain\n\nsecond\n--b--\n", NULL,
		"x\n--b\nContent-Type: text/plain; " MARK
		"\nSubject: a\r\n\r\nHello\n--b\nContent-Type: text/plain\n\nsecond\n--b--\n" },
	{ "Subject: a\r\n", "Content-Type: multipart/mixed; boundary=b\r\n", "--b\r\n\r\nHello\r\n--b--\r\n", NULL,
		"--b\r\nContent-Type: text/plain; " MARK "\r\nSubject: a\r\n\r\nHello\r\n--b--\r\n" },
	{ "Subject: a\r\n", "Content-Type: multipart/mixed; boundary=b\r\n",
		"--b\r\nContent-Type: multipart/alternative; boundary=bb\r\n\r\n--bb\r\nContent-Type: text/plain\r\n\r\nT\r\n"
		"--bb\r\nContent-Type: text/html\r\n\r\n<body>H</body>\r\n--bb--\r\n--b\r\nContent-Type: "
		"text/plain\r\n\r\nA\r\n--b--\r\n",
		NULL,
		"--b\r\nContent-Type: multipart/alternative; boundary=bb\r\n\r\n--bb\r\nContent-Type: text/plain; " MARK
		"\r\nSubject: a\r\n\r\nT\r\n--bb\r\nContent-Type: text/html; " MARK
		"\r\n<body><div class=\"header-protection-legacy-display\"><pre>Subject: "
		"a</pre></div>\r\nH</body>\r\n--bb--\r\n"
		"--b\r\nContent-Type: text/plain\r\n\r\nA\r\n--b--\r\n" },
	{ "Subject: a\r\n", "Content-Type: multipart/mixed; boundary=b\r\n",
		"--b\r\nContent-Type: application/pdf\r\n\r\nx\r\n--b\r\nContent-Type: text/plain\r\n\r\nA\r\n--b--\r\n", "",
		NULL },
	{ "Subject: a\r\n", "Content-Type: multipart/mixed; boundary=b\r\n", "--b\r\nContent-Type: text/plain\r\n", "",
		NULL },
	{ "Subject: a\r\n", "Content-Type: multipart/signed; boundary=b; protocol=x; micalg=y\r\n",
		"--b\r\nContent-Type: text/plain\r\n\r\nA\r\n--b--\r\n", "", NULL },
	{ "Subject: a\r\n", "Content-Type: multipart/mixed\r\n", "--b\r\n\r\nA\r\n--b--\r\n", "", NULL },
};

/* The body twice, from its start; its size is what is read. */
static void check_body(size_t i, ssmtp_source *body, const char *expected)
{
	ssmtp_error error = { 0 };

	for (int pass = 0; pass < 2; pass++) {
		uint64_t size;
		ssmtp_buf out;

		ssmtp_buf_init(&out, SSMTP_BUF_MAX_DEFAULT);
		CHECK(ssmtp_source_rewind(body, &error) && ssmtp_source_read_all(body, &out, &error), "%zu", i);
		CHECK(ssmtp_buf_len(&out) >= strlen(expected) &&
				  memcmp(ssmtp_buf_slice(&out).ptr, expected, strlen(expected)) == 0,
			"%zu: %.*s", i, SSMTP_SLICE_FMT(ssmtp_buf_slice(&out)));
		CHECK(ssmtp_source_size(body, &size) && size == ssmtp_buf_len(&out), "%zu", i);
		ssmtp_buf_free(&out);
	}
}

static bool run_display(size_t i, ssmtp_buf *fields, ssmtp_source **body, ssmtp_error *error)
{
	return ssmtp_protect_display(fields, body, text(display_cases[i].section), text(HIDDEN), "", error);
}

static void check_display(void)
{
	for (size_t i = 0; i < sizeof(display_cases) / sizeof(display_cases[0]); i++) {
		bool changes = display_cases[i].new_body != NULL;
		const char *fields_text =
			changes && display_cases[i].new_fields != NULL ? display_cases[i].new_fields : display_cases[i].fields;
		ssmtp_error error = { 0 };
		ssmtp_source *body = ssmtp_source_mem_new(text(display_cases[i].body), &error);
		ssmtp_buf fields;

		ssmtp_buf_init(&fields, SSMTP_BUF_MAX_DEFAULT);
		ssmtp_buf_append_str(&fields, display_cases[i].fields);
		CHECK(run_display(i, &fields, &body, &error), "%zu: %s", i, error.text);
		CHECK(equals(&fields, fields_text), "%zu: %s", i, ssmtp_buf_cstr(&fields));
		check_body(i, body, changes ? display_cases[i].new_body : display_cases[i].body);
		ssmtp_source_free(&body);
		ssmtp_buf_free(&fields);
	}
}

static void check_shy_display(void)
{
	ssmtp_error error = { 0 };
	ssmtp_source *body = ssmtp_source_mem_new(text("Hi\r\n"), &error);
	ssmtp_buf fields, outer;

	ssmtp_buf_init(&fields, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&outer, SSMTP_BUF_MAX_DEFAULT);
	CHECK(ssmtp_protect_outer(&outer, text(SECTION), SSMTP_PROTECT_SHY, &error));
	CHECK(ssmtp_protect_display(&fields, &body, text(SECTION), ssmtp_buf_slice(&outer), "", &error));
	check_body(0, body,
		"Date: Sun, 22 Nov 2026 01:30:05 +0530\r\nFrom: \"A, B\" <a@example.org>\r\n"
		"To: J\xc3\xbcrgen <j@example.org>, c@example.org\r\nCc: team: d@example.org;\r\n"
		"Subject: A long subject that was folded\r\n\r\nHi\r\n");
	ssmtp_source_free(&body);
	ssmtp_buf_free(&fields);
	ssmtp_buf_free(&outer);
}

/* Every allocation fails once: the fields and the body stay as they were. */
static void check_memory(size_t i)
{
	bool done = false;

	for (unsigned long n = 1; !done && n < 500; n++) {
		ssmtp_error error = { 0 };
		ssmtp_source *body = ssmtp_source_mem_new(text(display_cases[i].body), &error);
		ssmtp_buf fields;

		ssmtp_buf_init(&fields, SSMTP_BUF_MAX_DEFAULT);
		ssmtp_buf_append_str(&fields, display_cases[i].fields);
		ssmtp_alloc_fail_at(n);
		done = run_display(i, &fields, &body, &error) &&
			   ssmtp_protect_cipher(&fields, text(SECTION), text(HIDDEN), &error);
		ssmtp_alloc_fail_at(0);
		if (!done) {
			CHECK(ssmtp_error_is_set(&error));
			CHECK(body != NULL);
		}
		ssmtp_source_free(&body);
		ssmtp_buf_free(&fields);
	}
	CHECK(done);
}

int main(void)
{
	check_outer();
	check_fields();
	check_difference();
	check_decode();
	check_display();
	check_shy_display();
	for (size_t i = 0; i < sizeof(display_cases) / sizeof(display_cases[0]); i++) {
		check_memory(i);
	}
	return unit_summary("protect");
}
