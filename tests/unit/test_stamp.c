/* Date, Message-ID, the sender and the draft of a header section (src/message). */
#include "unit.h"

#include <sys/wait.h>
#include <unistd.h>

#include "base/alloc.h"
#include "client/setting_hooks.h"
#include "message/draft.h"
#include "message/sender.h"
#include "message/stamp.h"

static int zone_answer;

static int zone_given(int64_t unix_s)
{
	(void) unix_s;
	return zone_answer;
}

static void test_dates(void)
{
	static const struct {
		int64_t now_s;
		int zone;
		const char *text;
	} cases[] = {
		{ 0, 0, "Thu, 01 Jan 1970 00:00:00 +0000" },
		{ 0, 60, "Thu, 01 Jan 1970 01:00:00 +0100" }, /* the same second in another zone */
		{ 0, -330, "Wed, 31 Dec 1969 18:30:00 -0530" },
		{ 1, -330, "Wed, 31 Dec 1969 18:30:01 -0530" },
	};
	ssmtp_stamp stamp = { .count = 0 };
	ssmtp_buf out;

	ssmtp_buf_init(&out, 100);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		for (int again = 0; again < 2; again++) {
			ssmtp_buf_clear(&out);
			zone_answer = cases[i].zone;
			CHECK(ssmtp_stamp_date(&stamp, cases[i].now_s, zone_given, &out));
			CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&out), ssmtp_slice_str(cases[i].text)), "case %zu: %s", i,
				ssmtp_buf_cstr(&out));
		}
	}
	ssmtp_buf_free(&out);
	ssmtp_stamp_free(&stamp);
}

static void id_make(ssmtp_stamp *stamp, const char *algorithm, char id[128])
{
	ssmtp_error error = { 0 };
	ssmtp_buf out;

	ssmtp_buf_init(&out, 127);
	CHECK(ssmtp_stamp_id(stamp, algorithm, 1, SSMTP_SLICE("example.org"), &out, &error), "%s", error.text);
	snprintf(id, 128, "%.*s", SSMTP_SLICE_FMT(ssmtp_buf_slice(&out)));
	ssmtp_buf_free(&out);
}

/* The clock stands: what differs is the count, or the process. */
static void test_ids(void)
{
	static const struct {
		const char *name;
		size_t len;
	} algorithms[] = { { "MD5", 32 }, { "SHA1", 40 }, { "SHA256", 64 }, { "MD5", 32 } };
	ssmtp_stamp stamp = { .count = 0 };
	char id[128], before[128] = "", child[128] = "";
	ssmtp_error error = { 0 };
	ssmtp_buf out;
	int ends[2];

	for (size_t i = 0; i < sizeof(algorithms) / sizeof(algorithms[0]); i++) {
		for (int n = 0; n < 100; n++) {
			id_make(&stamp, algorithms[i].name, id);
			CHECK(strlen(id) == algorithms[i].len + strlen("<@example.org>"), "%s", id);
			CHECK(strcmp(id, before) != 0);
			memcpy(before, id, sizeof(id));
		}
	}
	CHECK(pipe(ends) == 0);
	if (fork() == 0) {
		id_make(&stamp, "SHA1", child);
		_exit(write(ends[1], child, sizeof(child)) == (ssize_t) sizeof(child) ? 0 : 1);
	}
	id_make(&stamp, "SHA1", id);
	CHECK(read(ends[0], child, sizeof(child)) == (ssize_t) sizeof(child));
	wait(NULL);
	CHECK(child[0] == '<' && strcmp(id, child) != 0, "parent and child both made %s", id);
	close(ends[0]);
	close(ends[1]);
	ssmtp_buf_init(&out, 100);
	CHECK(!ssmtp_stamp_id(&stamp, "NO-SUCH", 1, SSMTP_SLICE("x"), &out, &error) && error.code == 10022);
	CHECK(ssmtp_stamp_id(&stamp, "SHA1", 1, SSMTP_SLICE("x"), &out, &error));
	ssmtp_buf_free(&out);
	ssmtp_stamp_free(&stamp);
}

static void set(ssmtp_settings *settings, ssmtp_setting_id id, const char *text)
{
	ssmtp_value value = { SSMTP_VALUE_STRING, 0, ssmtp_slice_str(text) };
	ssmtp_error error = { 0 };

	CHECK(ssmtp_settings_set(settings, ssmtp_settings_row(id), 0, &value, &error), "%s", error.text);
}

static void test_sender(void)
{
	static const struct {
		const char *from, *return_path, *address, *reverse_path, *word;
		bool local;
	} cases[] = {
		{ "Ann <ann@example.org>, b@example.org", "", "ann@example.org", "ann@example.org", "", false },
		{ "Ann <ann@example.org>, b@example.org", "<>", "ann@example.org", "", "", false },
		{ "Ann <ann@example.org>, b@example.org", "bounces@example.net", "ann@example.org", "bounces@example.net", "",
			false },
		{ "Team: b@example.org, c@example.org;", "", "b@example.org", "b@example.org", "", false },
		{ "Team:;", "", "", NULL, "No sender: From names no mailbox", false },
		{ "Team:;", "x@example.net", "", "x@example.net", "", false },
		{ "a@example.org", "local", "a@example.org", NULL, "ReturnPath", false },
		{ "a@example.org", "local", "a@example.org", "local", "", true },
		{ "a@example.org", "local", "a@example.org", NULL, "ReturnPath", false },
		{ "a@example.org", "a b", "a@example.org", NULL, "ReturnPath", false },
		{ "a b c", "", NULL, NULL, "From", false },
		{ "a@example.org", "", "a@example.org", "a@example.org", "", false },
	};
	ssmtp_settings *settings = ssmtp_settings_new(&ssmtp_setting_hooks);
	ssmtp_sender sender = { .from_text = NULL };

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		/* Twice: read, and read already. */
		for (int again = 0; again < 2; again++) {
			ssmtp_error error = { 0 };
			const char *reverse_path;
			bool read;

			set(settings, SSMTP_ID_FROM, cases[i].from);
			set(settings, SSMTP_ID_RETURN_PATH, cases[i].return_path);
			settings->allow_local_addresses = cases[i].local;
			read = ssmtp_sender_read(&sender, settings, &error);
			CHECK(read == (cases[i].address != NULL), "case %zu: %s", i, error.text);
			CHECK(!read || strcmp(ssmtp_sender_address(&sender), cases[i].address) == 0, "case %zu", i);
			ssmtp_error_clear(&error);
			reverse_path = ssmtp_sender_reverse_path(&sender, settings, &error);
			CHECK((reverse_path == NULL) == (cases[i].reverse_path == NULL)
					  && (reverse_path == NULL || strcmp(reverse_path, cases[i].reverse_path) == 0),
				"case %zu: %s", i, reverse_path == NULL ? error.text : reverse_path);
			CHECK(strstr(error.text, cases[i].word) != NULL, "case %zu: %s", i, error.text);
		}
	}
	ssmtp_sender_free(&sender);
	ssmtp_settings_free(&settings);
}

/* Whatever allocation fails, the next call reads as if nothing had been. */
static void test_sender_without_memory(void)
{
	ssmtp_settings *settings = ssmtp_settings_new(&ssmtp_setting_hooks);
	bool ok = false;

	set(settings, SSMTP_ID_FROM, "Ann <ann@example.org>");
	set(settings, SSMTP_ID_RETURN_PATH, "r@example.org");
	for (unsigned long n = 1; !ok && n < 1000; n++) {
		ssmtp_sender sender = { .from_text = NULL };
		ssmtp_error error = { 0 };

		ssmtp_alloc_fail_at(n);
		ok = ssmtp_sender_read(&sender, settings, &error)
			&& ssmtp_sender_reverse_path(&sender, settings, &error) != NULL;
		ssmtp_alloc_fail_at(0);
		CHECK(ok || error.kind == SSMTP_ERROR_NOMEM, "%lu: %s", n, error.text);
		ssmtp_error_clear(&error);
		CHECK(ssmtp_sender_read(&sender, settings, &error)
			&& strcmp(ssmtp_sender_reverse_path(&sender, settings, &error), "r@example.org") == 0, "%lu", n);
		CHECK(strcmp(ssmtp_sender_address(&sender), "ann@example.org") == 0);
		ssmtp_sender_free(&sender);
	}
	CHECK(ok);
	ssmtp_settings_free(&settings);
}

#define SECTION(date, id) "Date: " date "\r\nFrom: a@example.org\r\nMessage-Id: " id "\r\nX-Copy: " date " " id "\r\n"

static void test_draft(void)
{
	static const struct {
		const char *section, *date, *id;
		bool kept;
	} cases[] = {
		{ SECTION("D1", "<I1>"), "D1", "<I1>", true },
		{ SECTION("D1", "<I1>"), "", "<I1>", true },
		{ SECTION("D1", "<I1>"), "D1", "", true },
		{ SECTION("D1", "<I1>"), "", "", true },
		{ SECTION("D1", "\r\n <I1>"), "D1", "<I1>", false }, /* folded */
		{ SECTION("D1", "<I1>"), "D2", "<I1>", false },
		{ "", "D1", "", false },
	};
	ssmtp_draft draft;

	ssmtp_draft_init(&draft);
	CHECK(!ssmtp_draft_fits(&draft, 0, 0));
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		ssmtp_draft_keep(&draft, 7, 1, ssmtp_slice_str(cases[i].section), ssmtp_slice_str(cases[i].date),
			ssmtp_slice_str(cases[i].id));
		CHECK(ssmtp_draft_fits(&draft, 7, 1) == cases[i].kept, "case %zu", i);
		CHECK(!ssmtp_draft_fits(&draft, 8, 1) && !ssmtp_draft_fits(&draft, 7, 0));
	}
	ssmtp_draft_keep(
		&draft, 7, 1, SSMTP_SLICE(SECTION("D1", "<I1>")), SSMTP_SLICE("D1"), SSMTP_SLICE("<I1>"));
	CHECK(!ssmtp_draft_renew(&draft, SSMTP_SLICE("D22"), SSMTP_SLICE("<I2>")));
	CHECK(!ssmtp_draft_renew(&draft, SSMTP_SLICE("D2"), SSMTP_SLICE("<I22>")));
	CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&draft.section), SSMTP_SLICE(SECTION("D1", "<I1>"))));
	CHECK(ssmtp_draft_renew(&draft, SSMTP_SLICE("D2"), SSMTP_SLICE("<I2>")));
	CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&draft.section),
			  SSMTP_SLICE("Date: D2\r\nFrom: a@example.org\r\nMessage-Id: <I2>\r\nX-Copy: D1 <I1>\r\n")),
		"%s", ssmtp_buf_cstr(&draft.section));
	ssmtp_draft_free(&draft);
	CHECK(!ssmtp_draft_fits(&draft, 7, 1));
}

int main(void)
{
	test_dates();
	test_ids();
	test_sender();
	test_sender_without_memory();
	test_draft();
	return unit_summary("stamp");
}
