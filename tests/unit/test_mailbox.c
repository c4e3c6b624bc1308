/* mailbox: lists, one mailbox, the strict address check, cost, memory. */
#include "base/alloc.h"
#include "mime/mailbox.h"
#include "unit.h"

/* What a list becomes: "group:name|address;" a mailbox, or NULL for a refusal. */
static const struct {
	const char *text;
	const char *expected;
} list_cases[] = {
	{ "", "" },
	{ " , ,", "" },
	{ "a@b.example", "|a@b.example;" },
	{ "<a@b.example>", "|a@b.example;" },
	{ "postmaster", "|postmaster;" },
	{ "<postmaster>, root", "|postmaster;|root;" },
	{ "A B <a@b.example>", "A B|a@b.example;" },
	{ "\"B, A\" <a@b.example>,c@d.example", "B, A|a@b.example;|c@d.example;" },
	{ "\"say \\\"hi\\\" \\\\\" <a@b.example>", "say \"hi\" \\|a@b.example;" },
	{ "John Q. Public <john@one.example>", "John Q. Public|john@one.example;" },
	{ "J\xc3\xbcrgen <j@b.example>", "J\xc3\xbcrgen|j@b.example;" },
	{ "a@b.example (Anna)", "Anna|a@b.example;" },
	{ "(c1) Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>",
		"Pete (c1) (A nice ) chap) (his account) (his host)|pete@silly.test;" },
	{ "Matt (staging) <a@m.example>", "Matt (staging)|a@m.example;" },
	{ "<a@m.example> (one) () (two (2))", "one (two (2))|a@m.example;" },
	{ "A Group(Some people): Chris Jones <c@(Chris's host.)public.example>, joe@example.org,\r\n John <jdoe@one.test>;",
		"A Group (Some people):Chris Jones (Chris's host.)|c@public.example;"
		"A Group (Some people):|joe@example.org;A Group (Some people):John|jdoe@one.test;" },
	{ "Undisclosed recipients:;", "Undisclosed recipients:|;" },
	{ "a:;, a:;, b: , x@y.example, ;", "a:|;a:|;b:|x@y.example;" },
	{ "g: a@b.example;, c@d.example", "g:|a@b.example;|c@d.example;" },
	{ "\"g, h\": a@b.example;, g: c@d.example;", "g, h:|a@b.example;g:|c@d.example;" },
	{ "a . b @ c . example", "|a.b@c.example;" },
	{ "\"a b\"@c.example", "|\"a b\"@c.example;" },
	{ "\"plain\"@c.example", "|plain@c.example;" },
	{ "\"a@b.example\"@c.example", "|\"a@b.example\"@c.example;" },
	{ "\"\"@c.example", "|\"\"@c.example;" },
	{ "\"a\\\"b\"@c.example", "|\"a\\\"b\"@c.example;" },
	{ "\"xclow@notgmail.com x\"@internal.domain", "|\"xclow@notgmail.com x\"@internal.domain;" },
	{ "a@[192.0.2.1], b@[IPv6:2001:db8::1]", "|a@[192.0.2.1];|b@[IPv6:2001:db8::1];" },
	{ "a@b.example,\r\n\tc@d.example", "|a@b.example;|c@d.example;" },
	{ "M\xc3\xbcller@b\xc3\xbc"
	  "cher.example",
		"|M\xc3\xbcller@b\xc3\xbc"
		"cher.example;" },
	{ "(just a comment), a@b.example", "|a@b.example;" },
	/* Refusals. */
	{ "A B", NULL },
	{ "a@b.example c@d.example", NULL },
	{ "<a@b.example> <c@d.example>", NULL },
	{ "<a@b.example> NOTIFY=NEVER", NULL },
	{ "a@b.example> NOTIFY=NEVER", NULL },
	{ "<a@b.example", NULL },
	{ "<>", NULL },
	{ "Name <>", NULL },
	{ "\"open <a@b.example>", NULL },
	{ "(open <a@b.example>", NULL },
	{ "a)b@c.example", NULL },
	{ "trusted@bank.example <evil@x.example>", NULL },
	{ "a@b@c.example", NULL },
	{ "<@route.example:a@b.example>", NULL },
	{ "a..b@c.example", NULL },
	{ ".a@c.example", NULL },
	{ "a.@c.example", NULL },
	{ "a@", NULL },
	{ "@b.example", NULL },
	{ "a@b..example", NULL },
	{ "a@b.example.", NULL },
	{ "a@-b.example", NULL },
	{ "a@b_example!", NULL },
	{ "a@[1.2.3.4", NULL },
	{ "a@x[1.2.3.4]", NULL },
	{ "a@b.example; c@d.example", NULL },
	{ "g: h: a@b.example;;", NULL },
	{ "g: a@b.example", NULL },
	{ ": a@b.example;", NULL },
	{ "a@b.example\r\nBcc: c@d.example", NULL },
	{ "a@b.example\r\n c@d.example", NULL },
	{ "\"a\nb\"@c.example", NULL },
	{ "\"a\r\nRCPT TO:<x@y.example>\"@c.example", NULL },
	{ "\"a\\\r\nb\"@c.example", NULL },
	{ "(a\rb) a@c.example", NULL },
	{ "a\x7f@c.example", NULL },
	{ "a\xc2\x85@c.example", NULL },     /* U+0085 */
	{ "a\xe2\x80\xa8@c.example", NULL }, /* U+2028 */
	/* What nobody sees, or what turns the text around. */
	{ "\xe2\x80\x8b" "a@c.example", NULL },     /* zero-width space, pasted in front */
	{ "\xc2\xa0" "a@c.example", NULL },         /* no-break space */
	{ "\xef\xbb\xbf" "a@c.example", NULL },     /* byte order mark */
	{ "a@c\xe2\x80\x8e.example", NULL },        /* left-to-right mark */
	{ "a\xe2\x80\x8d@c.example", NULL },        /* zero-width joiner in a local part */
	{ "a@c\xc2\xad.example", NULL },            /* soft hyphen */
	{ "a\xf3\xa0\x81\x81@c.example", NULL },    /* a tag */
	{ "Bob\xe2\x80\xae <a@c.example>", NULL },  /* right-to-left override */
	{ "g\xe2\x81\xa6: a@c.example;", NULL },    /* left-to-right isolate */
	{ "a@c\xe2\x80\x8c\xe2\x80\x8d.example", "|a@c\xe2\x80\x8c\xe2\x80\x8d.example;" }, /* joiners: IDNA judges */
	{ "Zo\xc3\xab\xc2\xa0X\xe2\x80\x8d <a@c.example>", "Zo\xc3\xab\xc2\xa0X\xe2\x80\x8d|a@c.example;" },
	{ "a\xc0\x8a@c.example", NULL },     /* LF in an overlong form */
	{ "a\xff@c.example", NULL },
	{ "\"\\", NULL },
};

static void list_show(const ssmtp_mailbox_list *list, ssmtp_buf *out)
{
	ssmtp_buf_clear(out);
	for (size_t i = 0; i < list->count; i++) {
		ssmtp_buf_printf(out, "%s%s%s|%s;", list->items[i].group == NULL ? "" : list->items[i].group,
			list->items[i].group == NULL ? "" : ":", list->items[i].name, list->items[i].address);
	}
}

static void test_lists(void)
{
	ssmtp_buf shown;

	ssmtp_buf_init(&shown, 4096);
	for (size_t i = 0; i < sizeof(list_cases) / sizeof(list_cases[0]); i++) {
		ssmtp_mailbox_list list;
		ssmtp_error error = { 0 };
		bool ok = ssmtp_mailbox_list_parse(&list, ssmtp_slice_str(list_cases[i].text), &error);

		list_show(&list, &shown);
		CHECK(ok == (list_cases[i].expected != NULL), "%s: %s", list_cases[i].text, error.text);
		CHECK(ok == !ssmtp_error_is_set(&error) && (ok || (error.code == 10022 && list.count == 0)));
		if (ok && list_cases[i].expected != NULL) {
			CHECK(strcmp(ssmtp_buf_cstr(&shown), list_cases[i].expected) == 0, "%s: %s", list_cases[i].text,
				ssmtp_buf_cstr(&shown));
		}
		ssmtp_mailbox_list_free(&list);
	}
	ssmtp_buf_free(&shown);
}

/* Written from the parsed parts and parsed again, a list is the same: nothing
 * can move from the name into the address or behind it (rule 4). */
static void test_round_trip(void)
{
	ssmtp_buf text, before, after;

	ssmtp_buf_init(&text, 4096);
	ssmtp_buf_init(&before, 4096);
	ssmtp_buf_init(&after, 4096);
	for (size_t i = 0; i < sizeof(list_cases) / sizeof(list_cases[0]); i++) {
		ssmtp_mailbox_list list;
		ssmtp_error error = { 0 };

		if (!ssmtp_mailbox_list_parse(&list, ssmtp_slice_str(list_cases[i].text), NULL)) {
			continue;
		}
		list_show(&list, &before);
		ssmtp_buf_clear(&text);
		CHECK(ssmtp_mailbox_list_append(&text, &list));
		for (size_t item = 0; item < list.count; item++) {
			CHECK(list.items[item].address[0] == '\0' ||
					  ssmtp_address_check(ssmtp_slice_str(list.items[item].address), &error),
				"%s", error.text);
		}
		ssmtp_mailbox_list_free(&list);
		CHECK(ssmtp_mailbox_list_parse(&list, ssmtp_buf_slice(&text), &error), "%s", error.text);
		list_show(&list, &after);
		CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&before), ssmtp_buf_slice(&after)), "%s", list_cases[i].text);
		ssmtp_mailbox_list_free(&list);
	}
	ssmtp_buf_free(&text);
	ssmtp_buf_free(&before);
	ssmtp_buf_free(&after);
}

/* Lists as properties read them back; NULL: as it was given. */
static const struct {
	const char *text;
	const char *shown;
} append_cases[] = {
	{ "", NULL },
	{ "a@b.example", NULL },
	{ "A B <a@b.example>, \"C, D\" <c@d.example>", NULL },
	{ "Matt (staging) <a@m.example>", "\"Matt (staging)\" <a@m.example>" },
	{ "Team: a@b.example, B <b@b.example>;, c@d.example", NULL },
	{ "x@y.example, Team: a@b.example;, Other: c@d.example;", NULL },
	{ "undisclosed-recipients:;", NULL },
	{ "a:;, a:;, a: b@c.example;, x@y.example", NULL },
	{ "\"a, b\": c@d.example;", NULL },
};

static void test_append(void)
{
	ssmtp_buf text;

	ssmtp_buf_init(&text, 4096);
	for (size_t i = 0; i < sizeof(append_cases) / sizeof(append_cases[0]); i++) {
		const char *shown = append_cases[i].shown == NULL ? append_cases[i].text : append_cases[i].shown;
		ssmtp_mailbox_list list;

		ssmtp_buf_clear(&text);
		CHECK(ssmtp_mailbox_list_parse(&list, ssmtp_slice_str(append_cases[i].text), NULL));
		CHECK(ssmtp_mailbox_list_append(&text, &list) &&
				  ssmtp_slice_equal(ssmtp_buf_slice(&text), ssmtp_slice_str(shown)),
			"%s: %.*s", shown, SSMTP_SLICE_FMT(ssmtp_buf_slice(&text)));
		ssmtp_mailbox_list_free(&list);
	}
	ssmtp_buf_free(&text);
}

/* RFC 5321 4.1.1.3: the one mailbox without a domain. */
static const struct {
	const char *address;
	bool allowed;
} domain_cases[] = {
	{ "a@b.example", true },
	{ "postmaster", true },
	{ "PostMaster", true },
	{ "postmasters", false },
	{ "Doe", false },
	{ "\"a@b.example\"", false },
	{ "\"a@b\"@c.example", true },
};

static void test_domains(void)
{
	for (size_t i = 0; i < sizeof(domain_cases) / sizeof(domain_cases[0]); i++) {
		ssmtp_error error = { 0 };
		bool ok = ssmtp_address_check_domain(ssmtp_slice_str(domain_cases[i].address), &error);

		CHECK(ok == domain_cases[i].allowed, "%s", domain_cases[i].address);
		CHECK(ok || (error.code == 10022 && strstr(error.text, "in quotes") != NULL), "%s", error.text);
	}
}

/* The code point is named. */
static void test_hidden(void)
{
	ssmtp_error error = { 0 };

	CHECK(!ssmtp_address_check(ssmtp_slice_str("\xe2\x80\x8bx@b.example"), &error), "%s", error.text);
	CHECK(strstr(error.text, "U+200B") != NULL, "%s", error.text);
	ssmtp_error_clear(&error);
	CHECK(!ssmtp_mailbox_check_name(ssmtp_slice_str("x\xe2\x80\xae"), &error), "%s", error.text);
	CHECK(strstr(error.text, "U+202E") != NULL, "%s", error.text);
}

static const struct {
	const char *text;
	bool null_allowed;
	const char *address; /* NULL: refused */
} one_cases[] = {
	{ "a@b.example", false, "a@b.example" },
	{ "X <a@b.example>", false, "a@b.example" },
	{ "<>", true, "" },
	{ " <> ", true, "" },
	{ "<>", false, NULL },
	{ "X <>", true, NULL },
	{ "", true, NULL },
	{ "a@b.example, c@d.example", false, NULL },
	{ "g: a@b.example;", false, NULL },
};

static void test_one(void)
{
	for (size_t i = 0; i < sizeof(one_cases) / sizeof(one_cases[0]); i++) {
		ssmtp_mailbox mailbox;
		ssmtp_error error = { 0 };
		bool ok =
			ssmtp_mailbox_parse_one(&mailbox, ssmtp_slice_str(one_cases[i].text), one_cases[i].null_allowed, &error);

		CHECK(ok == (one_cases[i].address != NULL), "%s: %s", one_cases[i].text, error.text);
		CHECK(ok ? strcmp(mailbox.address, one_cases[i].address) == 0 : error.code == 10022);
		ssmtp_mailbox_free(&mailbox);
	}
}

/* Every control in every place of an address is refused. */
static void test_controls(void)
{
	static const char *const shapes[] = { "%c", "a%c@b.example", "a@b%c.example", "\"a%c\"@b.example",
		"x %c<a@b.example>", "\"x%cy\" <a@b.example>", "(%c) a@b.example", "a@[1%c]", "a@b.example%c",
		"<a@b.example>%c", "<a@b.example%c>" };

	for (size_t shape = 0; shape < sizeof(shapes) / sizeof(shapes[0]); shape++) {
		for (int c = 0; c < 128; c = c == 31 ? 127 : c + 1) {
			ssmtp_mailbox_list list;
			char text[64];
			int len = snprintf(text, sizeof(text), shapes[shape], c);

			/* A tab is white space, where that may stand. */
			if (c == '\t') {
				continue;
			}
			CHECK(!ssmtp_mailbox_list_parse(&list, ssmtp_slice_of(text, (size_t) len), NULL), "shape %zu octet %d",
				shape, c);
		}
	}
}

static const char *const hostile[] = { "(", ")", "\"", "<", ">", ",", ";", ":", "@", "a@", "[", "\\", "a ", "a,", "()",
	"(\\", "\"\\", "\"\" ", "a:;", "<a@b>,", "a.", "\r\n ", "g:a;", "(((())))", "\xc3\xbc", "a@b (c),", "x <" };

/* Cost grows with the length only: octets looked at per octet of text. */
static void test_cost(void)
{
	enum { LEN = 1 << 20 };
	char *text = malloc(LEN);
	size_t total = 0;

	for (size_t i = 0; i < sizeof(hostile) / sizeof(hostile[0]); i++) {
		size_t unit = strlen(hostile[i]);
		size_t steps;
		ssmtp_mailbox_list list;

		for (size_t at = 0; at < LEN; at++) {
			text[at] = hostile[i][at % unit];
		}
		ssmtp_mailbox_list_parse_counted(&list, ssmtp_slice_of(text, LEN), &steps, NULL);
		total += steps;
		CHECK(steps <= 4u * LEN, "%s: %zu steps", hostile[i], steps);
		ssmtp_mailbox_list_free(&list);
	}
	CHECK(total >= LEN); /* the counter counts */
	free(text);
}

static void test_comment_depth(void)
{
	for (int depth = 31; depth <= 34; depth++) {
		char text[128] = "";
		ssmtp_mailbox_list list;

		memset(text, '(', (size_t) depth);
		memset(text + depth, ')', (size_t) depth);
		strcat(text, "a@b.example");
		CHECK(ssmtp_mailbox_list_parse(&list, ssmtp_slice_str(text), NULL) == (depth <= SSMTP_COMMENT_DEPTH_MAX));
		ssmtp_mailbox_list_free(&list);
	}
}

static void test_allocation_failure(void)
{
	bool ok = false;

	for (unsigned long n = 1; !ok && n < 1000; n++) {
		ssmtp_mailbox_list list;
		ssmtp_error error = { 0 };

		ssmtp_alloc_fail_at(n);
		ok = ssmtp_mailbox_list_parse(
			&list, SSMTP_SLICE("g: \"A B\" <\"a b\"@c.example>, d@e.example (x) (y), f; h@i.example, e:;"), &error);
		ssmtp_alloc_fail_at(0);
		CHECK(ok ? list.count == 5 : list.count == 0 && error.kind == SSMTP_ERROR_NOMEM, "%lu: %s", n, error.text);
		ssmtp_mailbox_list_free(&list);
	}
	CHECK(ok);
}

int main(void)
{
	test_lists();
	test_round_trip();
	test_append();
	test_domains();
	test_hidden();
	test_one();
	test_controls();
	test_cost();
	test_comment_depth();
	test_allocation_failure();
	return unit_summary("mailbox");
}
