/* Transparency and line ends: the 15 forms of "<x>.<y>", chunks cut anywhere. */
#include "smtp/data.h"

#include "base/alloc.h"
#include "smtp/path.h"
#include "unit.h"

/* Writes text in chunks of the given size (0: whole). */
static void write_chunks(ssmtp_buf *out, ssmtp_slice text, bool transparency, size_t chunk)
{
	ssmtp_data_writer writer;
	size_t room;

	ssmtp_data_begin(&writer, transparency);
	while (text.len > 0) {
		size_t n = chunk == 0 || chunk > text.len ? text.len : chunk;
		uint8_t *at = ssmtp_data_room(out, &room);

		CHECK(at != NULL && room == SSMTP_DATA_CHUNK_OCTETS);
		memcpy(at, text.ptr, n);
		ssmtp_data_commit(&writer, out, n);
		text = ssmtp_slice_skip(text, n);
	}
	CHECK(ssmtp_data_finish(&writer, out));
}

static const struct {
	const char *body;
	const char *data;
	const char *bdat;
} cases[] = {
	{ "", ".\r\n", "" },
	{ "a", "a\r\n.\r\n", "a\r\n" },
	{ "a\r\n", "a\r\n.\r\n", "a\r\n" },
	{ "a\r\n\r\n", "a\r\n\r\n.\r\n", "a\r\n\r\n" },
	{ ".", "..\r\n.\r\n", ".\r\n" },
	{ ".\r\n", "..\r\n.\r\n", ".\r\n" },
	{ "..a\r\n.b", "...a\r\n..b\r\n.\r\n", "..a\r\n.b\r\n" },
	{ "a.b\r\n", "a.b\r\n.\r\n", "a.b\r\n" },
	{ "a\r", "a\r\n.\r\n", "a\r\n" },
	{ "a\n", "a\r\n.\r\n", "a\r\n" },
	{ "\r\r\n\n", "\r\n\r\n\r\n.\r\n", "\r\n\r\n\r\n" },
	{ "\n\r", "\r\n\r\n.\r\n", "\r\n\r\n" },
	{ ".\n.\n.", "..\r\n..\r\n..\r\n.\r\n", ".\r\n.\r\n.\r\n" },
};

static void test_cases(void)
{
	ssmtp_buf out;

	ssmtp_buf_init(&out, SSMTP_BUF_MAX_DEFAULT);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		for (size_t chunk = 0; chunk <= strlen(cases[i].body); chunk++) {
			ssmtp_buf_clear(&out);
			write_chunks(&out, ssmtp_slice_str(cases[i].body), true, chunk);
			CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&out), ssmtp_slice_str(cases[i].data)), "case %zu chunk %zu", i,
				chunk);
			ssmtp_buf_clear(&out);
			write_chunks(&out, ssmtp_slice_str(cases[i].body), false, chunk);
			CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&out), ssmtp_slice_str(cases[i].bdat)), "case %zu chunk %zu", i,
				chunk);
		}
	}
	ssmtp_buf_free(&out);
}

/* The chunk that fills the buffer: behind a CR at the end of the chunk before it, every octet becomes two and one LF
 * more is owed. The room is asked for beforehand, nothing grows while it is written. */
static void test_fullest_chunk(void)
{
	ssmtp_data_writer writer;
	ssmtp_buf before, out;
	size_t room, all;
	uint8_t *at;

	ssmtp_buf_init(&before, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&out, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_data_begin(&writer, true);
	at = ssmtp_data_room(&before, &room);
	at[0] = '\r';
	ssmtp_data_commit(&writer, &before, 1);
	at = ssmtp_data_room(&out, &room);
	CHECK(at == ssmtp_buf_tail(&out, &all) && all >= 2 * room + 1, "%zu of %zu", all, 2 * room + 1);
	for (size_t i = 0; i < room; i++) {
		at[i] = i % 2 == 0 ? '.' : '\n';
	}
	ssmtp_data_commit(&writer, &out, room);
	CHECK(ssmtp_buf_len(&out) == 2 * room + 1, "%zu", ssmtp_buf_len(&out));
	CHECK(ssmtp_slice_equal(ssmtp_slice_head(ssmtp_buf_slice(&out), 5), SSMTP_SLICE("\n..\r\n")));
	CHECK(ssmtp_slice_equal(ssmtp_slice_skip(ssmtp_buf_slice(&out), 2 * room + 1 - 4), SSMTP_SLICE("..\r\n")));
	ssmtp_buf_free(&before);
	ssmtp_buf_free(&out);
}

/* SMTP smuggling (CVE-2023-51764 and others): CR, LF, CRLF or nothing on
 * either side of a dot; all but the empty pair are 15. None may put a line of a
 * lone dot on the wire before ours, whichever of the three ends a line there. */
static size_t lone_dots(ssmtp_slice s)
{
	size_t count = 0;

	for (size_t i = 0; i < s.len; i++) {
		bool before = i == 0 || s.ptr[i - 1] == '\n' || s.ptr[i - 1] == '\r';
		bool after = i + 1 < s.len && (s.ptr[i + 1] == '\r' || s.ptr[i + 1] == '\n');

		count += s.ptr[i] == '.' && before && after ? 1 : 0;
	}
	return count;
}

static void test_smuggling(void)
{
	static const char *const ends[] = { "", "\r", "\n", "\r\n" };
	ssmtp_buf body;
	ssmtp_buf out;

	ssmtp_buf_init(&body, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&out, SSMTP_BUF_MAX_DEFAULT);
	for (size_t form = 1; form < 16; form++) {
		ssmtp_buf_clear(&body);
		ssmtp_buf_printf(&body, "x%s.%sMAIL FROM:<evil@example.org>\r\n", ends[form / 4], ends[form % 4]);
		for (size_t chunk = 0; chunk < 6; chunk++) {
			ssmtp_buf_clear(&out);
			write_chunks(&out, ssmtp_buf_slice(&body), true, chunk);
			CHECK(lone_dots(ssmtp_buf_slice(&out)) == 1, "form %zu chunk %zu", form, chunk);
			CHECK(strcmp(ssmtp_buf_cstr(&out) + ssmtp_buf_len(&out) - 5, "\r\n.\r\n") == 0);
		}
	}
	ssmtp_buf_free(&body);
	ssmtp_buf_free(&out);
}

/* The worst that can be inserted fits, and so does what follows. */
static void test_worst(void)
{
	ssmtp_data_writer writer;
	ssmtp_buf out;
	size_t room;
	uint8_t *at;

	ssmtp_buf_init(&out, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_data_begin(&writer, true);
	at = ssmtp_data_room(&out, &room);
	*at = '\r';
	ssmtp_data_commit(&writer, &out, 1);
	at = ssmtp_data_room(&out, &room);
	for (size_t i = 0; i < room; i++) {
		at[i] = i % 2 == 0 ? '.' : '\n';
	}
	ssmtp_data_commit(&writer, &out, room);
	CHECK(ssmtp_buf_len(&out) == 2 * room + 2);
	for (size_t i = 2; i < ssmtp_buf_len(&out); i += 4) {
		CHECK(memcmp(out.data + out.start + i, "..\r\n", 4) == 0);
	}
	ssmtp_buf_free(&out);
	ssmtp_alloc_fail_at(1);
	CHECK(ssmtp_data_room(&out, &room) == NULL && room == 0);
	ssmtp_alloc_fail_at(1);
	CHECK(!ssmtp_data_finish(&writer, &out) && ssmtp_buf_len(&out) == 0);
	ssmtp_alloc_fail_at(0);
}

/* ---- paths ---- */

static bool to_ascii(ssmtp_slice domain, ssmtp_buf *out)
{
	return ssmtp_slice_equal(domain, SSMTP_SLICE("ex\xc3\xa4mple.net"))
			   ? ssmtp_buf_append_str(out, "xn--exmple-cua.net")
		   : ssmtp_slice_equal(domain, SSMTP_SLICE("\xc3\xb6")) ? ssmtp_buf_append_str(out, "a> X")
																: false;
}

static const struct {
	const char *address;
	const char *path; /* NULL: refused */
	bool smtputf8;
	bool idn;
	bool needs_utf8;
} paths[] = {
	{ "a@b.example", "<a@b.example>", false, false, false }, { "", "<>", false, false, false },
	{ "postmaster", "<postmaster>", false, false, false },
	{ "a.b+c=d@[192.0.2.1]", "<a.b+c=d@[192.0.2.1]>", false, false, false },
	{ "a@[IPv6:2001:db8::1]", "<a@[IPv6:2001:db8::1]>", false, false, false },
	{ "\"a b\"@c", "<\"a b\"@c>", false, false, false },
	{ "\"a\\\"b>c@d\"@e", "<\"a\\\"b>c@d\"@e>", false, false, false }, { "\"a\\", NULL, false, false, false },
	{ "\"a", NULL, false, false, false }, { "\"a\r\nRCPT TO:<x>\"@e", NULL, false, false, false },
	{ "\"a\tb\"@e", NULL, false, false, false }, { "\"a\"b@e", NULL, false, false, false },
	{ "a b@c", NULL, false, false, false }, { "a@b>", NULL, false, false, false },
	{ "a@b> NOTIFY=NEVER", NULL, false, false, false }, { "<a@b>", NULL, false, false, false },
	{ "@x:a@b", NULL, false, false, false }, { "a@b@c", NULL, false, false, false },
	{ "a@", NULL, false, false, false }, { "@b", NULL, false, false, false }, { "a@b..c", NULL, false, false, false },
	{ "a@.b", NULL, false, false, false }, { "a@b c", NULL, false, false, false },
	{ "a@[1.2.3.4", NULL, false, false, false }, { "a@[1] x]", NULL, false, false, false },
	{ "a\x7f@b", NULL, false, false, false }, { "a\xc0\x8a@b", NULL, true, true, false }, /* overlong LF */
	{ "a\xe0\x80\x8d@b", NULL, true, true, false },                                       /* overlong CR */
	{ "a\xc2\x85@b", NULL, true, true, false },                                           /* U+0085 */
	{ "a\xe2\x80\xa8@b", NULL, true, true, false },                                       /* U+2028 */
	{ "a\x7f@b", NULL, true, true, false },                                               /* U+007F */
	{ "a\xc2\x80@b", NULL, true, true, false },                                           /* U+0080 */
	{ "a\xc2\x9f@b", NULL, true, true, false },                                           /* U+009F */
	{ "a\xc2\xa0@b", NULL, true, true, false },                                           /* U+00A0: invisible */
	{ "a\xc2\xa1@b", "<a\xc2\xa1@b>", true, true, true },                                 /* U+00A1 */
	{ "a\xed\xa0\x80@b", NULL, true, true, false },                                       /* a surrogate */
	{ "a\xff@b", NULL, true, true, false }, { "a\xc3", NULL, true, true, false },
	{ "\xc3\xb6@b", "<\xc3\xb6@b>", true, true, true }, { "\xc3\xb6@b", NULL, false, true, true },
	{ "a@ex\xc3\xa4mple.net", "<a@xn--exmple-cua.net>", false, true, false },
	{ "a@ex\xc3\xa4mple.net", "<a@ex\xc3\xa4mple.net>", true, false, true },
	{ "a@ex\xc3\xa4mple.net", NULL, false, false, true }, { "a@\xc3\xa9", NULL, true, true, false },
	{ "a@\xc3\xb6", NULL, true, true, false }, /* what comes back is checked as well */
};

static void test_paths(void)
{
	ssmtp_buf out;

	ssmtp_buf_init(&out, SSMTP_BUF_MAX_DEFAULT);
	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		ssmtp_path_rules rules = { paths[i].idn ? to_ascii : NULL, paths[i].smtputf8, true };
		ssmtp_error error = { 0 };
		bool utf8 = false;
		bool ok = ssmtp_path_append(NULL, ssmtp_slice_str(paths[i].address), &rules, &utf8, &error);

		CHECK(ok == (paths[i].path != NULL), "%s", paths[i].address);
		CHECK(ok == !ssmtp_error_is_set(&error));
		CHECK(utf8 == paths[i].needs_utf8, "%s", paths[i].address);
		ssmtp_buf_clear(&out);
		if (ok && ssmtp_path_append(&out, ssmtp_slice_str(paths[i].address), &rules, &utf8, &error)) {
			CHECK(strcmp(ssmtp_buf_cstr(&out), paths[i].path) == 0, "%s", ssmtp_buf_cstr(&out));
		}
	}
	ssmtp_buf_free(&out);
}

/* Every control octet, at every place of an address. */
static void test_path_controls(void)
{
	static const char *const models[] = { "ab@cd.example", "\"ab\"@cd", "ab" };
	ssmtp_path_rules rules = { NULL, true, true };

	for (size_t m = 0; m < 3; m++) {
		for (size_t at = 0; at <= strlen(models[m]); at++) {
			for (int c = 0; c < 33; c++) {
				char address[32];
				size_t len = strlen(models[m]);
				bool utf8 = false;

				memcpy(address, models[m], at);
				address[at] = (char) (c == 32 ? 0x7f : c);
				memcpy(address + at + 1, models[m] + at, len - at);
				CHECK(!ssmtp_path_append(NULL, ssmtp_slice_of(address, len + 1), &rules, &utf8, NULL));
			}
		}
	}
}

static const struct {
	const char *text;
	const char *wire; /* NULL: refused */
} parameters[] = {
	{ "", "" },
	{ "NOTIFY=SUCCESS,FAILURE", " NOTIFY=SUCCESS,FAILURE" },
	{ "NOTIFY SUCCESS,FAILURE,DELAY", " NOTIFY=SUCCESS,FAILURE,DELAY" },
	{ "NOTIFY=NEVER ORCPT=rfc822;a+2Bb", " NOTIFY=NEVER ORCPT=rfc822;a+2Bb" },
	{ "SMTPUTF8", " SMTPUTF8" },
	{ "NOTIFY", " NOTIFY" },
	{ " NOTIFY=NEVER", NULL },
	{ "NOTIFY=NEVER ", NULL },
	{ "NOTIFY  NEVER", NULL },
	{ "NOTIFY=", NULL },
	{ "=x", NULL },
	{ "-A=x", NULL },
	{ "A=b=c", NULL },
	{ "A=b\r\nDATA", NULL },
	{ "A=b\tc", NULL },
	{ "A=\x80", NULL },
	{ "A>=x", NULL },
};

static void test_parameters(void)
{
	ssmtp_buf out;

	ssmtp_buf_init(&out, SSMTP_BUF_MAX_DEFAULT);
	for (size_t i = 0; i < sizeof(parameters) / sizeof(parameters[0]); i++) {
		bool ok;

		ssmtp_buf_clear(&out);
		ok = ssmtp_path_append_parameters(&out, ssmtp_slice_str(parameters[i].text), NULL);
		CHECK(ok == (parameters[i].wire != NULL), "%s", parameters[i].text);
		CHECK(!ok || strcmp(ssmtp_buf_cstr(&out), parameters[i].wire) == 0, "%s", parameters[i].text);
	}
	CHECK(ssmtp_path_has_parameter(SSMTP_SLICE("RET=HDRS size=5"), "SIZE"));
	CHECK(!ssmtp_path_has_parameter(SSMTP_SLICE("RET=SIZE SIZEX=5"), "SIZE"));
	ssmtp_buf_free(&out);
}

int main(void)
{
	test_cases();
	test_fullest_chunk();
	test_smuggling();
	test_worst();
	test_paths();
	test_path_controls();
	test_parameters();
	return unit_summary("data");
}
