/* message: the fields of a header section, their order, OtherHeaders. */
#include "base/alloc.h"
#include "mime/message.h"
#include "unit.h"

static const ssmtp_header_style style = { .max_line = 80, .charset = "" };

static void message_free(ssmtp_message_fields *fields)
{
	ssmtp_mailbox_list_free(&fields->to);
	ssmtp_mailbox_list_free(&fields->cc);
}

static bool message_full(ssmtp_message_fields *fields, ssmtp_error *error)
{
	*fields = (ssmtp_message_fields){ .date = SSMTP_SLICE("Sun, 22 Nov 2026 08:00:00 +0000"),
		.from = SSMTP_SLICE("\"M\xc3\xbcller, A\" <a@b.example>, c@d.example"),
		.reply_to = SSMTP_SLICE("r@b.example"),
		.subject = SSMTP_SLICE("Rechnung f\xc3\xbcr November"),
		.subject_set = true,
		.message_id = SSMTP_SLICE("1@b.example"),
		.importance = 1,
		.priority = 2,
		.sensitivity = 3,
		.read_receipt_to = SSMTP_SLICE("a@b.example"),
		.delivery_notification_to = SSMTP_SLICE("a@b.example"),
		.other_headers =
			SSMTP_SLICE("X-A: 1\nBcc: secret@b.example\nResent-BCC: secret@b.example,\n secret2@b.example\n"
						"X-B: gr\xc3\xbcn\r\nContent-Type: text/plain\nSender: a@b.example") };
	return ssmtp_mailbox_list_parse(&fields->to, SSMTP_SLICE("t@b.example, u@b.example"), error) &&
		   ssmtp_mailbox_list_parse(&fields->cc, SSMTP_SLICE("C C <cc@b.example>"), error);
}

static const char full[] = "Date: Sun, 22 Nov 2026 08:00:00 +0000\r\n"
						   "From: =?utf-8?Q?M=C3=BCller=2C_A?= <a@b.example>, c@d.example\r\n"
						   "To: t@b.example, u@b.example\r\n"
						   "Cc: C C <cc@b.example>\r\n"
						   "Reply-To: r@b.example\r\n"
						   "Subject: Rechnung =?utf-8?Q?f=C3=BCr?= November\r\n"
						   "Message-Id: <1@b.example>\r\n"
						   "Importance: High\r\n"
						   "Priority: urgent\r\n"
						   "Sensitivity: Company-Confidential\r\n"
						   "Disposition-Notification-To: a@b.example\r\n"
						   "Return-Receipt-To: a@b.example\r\n"
						   "X-A: 1\r\n"
						   "X-B: =?utf-8?B?Z3LDvG4=?=\r\n"
						   "Content-Type: text/plain\r\n"
						   "Sender: a@b.example\r\n"
						   "MIME-Version: 1.0\r\n";

static void test_full(void)
{
	ssmtp_message_fields fields;
	ssmtp_error error = { 0 };
	ssmtp_buf out;

	ssmtp_buf_init(&out, 10000);
	CHECK(message_full(&fields, &error));
	CHECK(ssmtp_message_write_header(&out, &fields, &style, &error), "%s", error.text);
	CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&out), SSMTP_SLICE(full)), "%s", ssmtp_buf_cstr(&out));
	message_free(&fields);
	ssmtp_buf_free(&out);
}

static const struct {
	const char *from;
	const char *subject; /* NULL: not set */
	const char *message_id;
	const char *other;
	const char *expected; /* NULL: refused with code and a text that has the word */
	int code;
	const char *word;
} cases[] = {
	{ "", NULL, "", "", "", 0, "" },
	{ "", "", "", "", "Subject:\r\n", 0, "" },
	{ "", NULL, "<x@y>", "", "Message-Id: <x@y>\r\n", 0, "" },
	{ "a@b.example", "x", "", "\r\nX: 1\nBcc: b@b.example\r\n y\r\nZ: \xfc", "X: 1\r\nZ: \xfc\r\n", 0, "" },
	{ "", NULL, "", "MIME-Version: 1.0\r\ncontent-id: <x>", "MIME-Version: 1.0\r\ncontent-id: <x>\r\n", 0, "" },
	{ "", NULL, "", "From: twice@b.example", "From: twice@b.example\r\n", 0, "" },
	{ "", NULL, "", "Sender: \xc3\xbc <a@b.example>", "Sender: =?utf-8?B?w7w=?= <a@b.example>\r\n", 0, "" },
	/* A line that fits is not touched, a longer one is folded. */
	{ "", NULL, "", "X: a\r\n b\r\n", "X: a\r\n b\r\n", 0, "" },
	{ "", NULL, "", "X: 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789",
		"X: 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789\r\n 0123456789\r\n", 0, "" },
	{ "a@b.example\r\nBcc: x@y.example", NULL, "", "", NULL, 10022, "From" },
	{ "A B", NULL, "", "", NULL, 10022, "From" },
	{ "", "a\r\nb", "", "", NULL, 10022, "Subject" },
	{ "", "\xfc", "", "", NULL, 434, "Charset" },
	{ "", NULL, "x\ry", "", NULL, 10022, "Message-Id" },
	{ "", NULL, "", "no colon", NULL, 10022, "OtherHeaders" },
	{ "", NULL, "", "X: 1\r\n\r\nbody", NULL, 10022, "OtherHeaders" },
	{ "", NULL, "", "\r\n\r\nbody", NULL, 10022, "OtherHeaders" },
	{ "", NULL, "", "X-\xc3\xbc: 1", NULL, 10022, "OtherHeaders" },
	{ "", NULL, "", "X: \xfc", NULL, 434, "X " },
	{ "", NULL, "", "Content-Type: text/plain; name=\xc3\xbc", NULL, 434, "Content-Type" },
	{ "", NULL, "", "Sender: \xc3\xbc", NULL, 10022, "Sender" },
	/* RFC 5322 3.6: once each, Date and Message-ID by their grammar, one sender. */
	{ "a@b.example", NULL, "", "From: c@d.example", NULL, 10022, "From twice" },
	{ "", "x", "", "subject: y", NULL, 10022, "Subject twice" },
	{ "", NULL, "<a@b>", "Message-ID: <c@d>", NULL, 10022, "Message-ID twice" },
	{ "", NULL, "", "To: a@b.example\nTo: c@d.example", NULL, 10022, "To twice" },
	{ "", NULL, "", "Content-Type: a/b\nContent-Type: c/d", NULL, 10022, "Content-Type twice" },
	{ "", NULL, "", "\r\nFrom: a@b.example\r\nFrom: c@d.example", NULL, 10022, "From twice" },
	{ "", NULL, "", "Received: x\r\nReceived: y\r\nComments: x\r\nComments: y\r\n",
		"Received: x\r\nReceived: y\r\nComments: x\r\nComments: y\r\n", 0, "" },
	{ "", NULL, "", "Date: yesterday", NULL, 10022, "Date is not" },
	{ "", NULL, "", "Message-ID: <a b@c>", NULL, 10022, "Message-ID is not" },
	{ "", NULL, "a b@c> <d", "", NULL, 10022, "Message-ID is not" },
	{ "a@b.example, c@d.example", NULL, "", "", NULL, 10022, "Sender in OtherHeaders" },
	{ "a@b.example, c@d.example", NULL, "", "Sender: a@b.example",
		"From: a@b.example, c@d.example\r\nSender: a@b.example\r\n", 0, "" },
	{ "a@b.example, c@d.example", NULL, "", "Sender: a@b.example, c@d.example", NULL, 10022, "more than one" },
	{ "\"a, b\" <a@b.example>", NULL, "", "", "From: \"a, b\" <a@b.example>\r\n", 0, "" },
	{ "", NULL, "", "\r\nFrom: a@b.example, c@d.example", NULL, 10022, "Sender in OtherHeaders" },
};

static void test_cases(void)
{
	ssmtp_buf out;

	ssmtp_buf_init(&out, 10000);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		ssmtp_message_fields fields = { .from = ssmtp_slice_str(cases[i].from),
			.subject = ssmtp_slice_str(cases[i].subject),
			.subject_set = cases[i].subject != NULL,
			.message_id = ssmtp_slice_str(cases[i].message_id),
			.other_headers = ssmtp_slice_str(cases[i].other) };
		ssmtp_error error = { 0 };
		bool ok;

		ssmtp_buf_clear(&out);
		ok = ssmtp_message_write_header(&out, &fields, &style, &error);
		CHECK(ok == (cases[i].expected != NULL) && error.code == cases[i].code, "case %zu: %d %s", i, error.code,
			error.text);
		CHECK(strstr(error.text, cases[i].word) != NULL, "case %zu: %s", i, error.text);
		CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&out), ssmtp_slice_str(cases[i].expected)), "case %zu: %s", i,
			ssmtp_buf_cstr(&out));
	}
	ssmtp_buf_free(&out);
}

static void test_numbers(void)
{
	ssmtp_message_fields fields = { .importance = 4 };
	ssmtp_error error = { 0 };
	ssmtp_buf out;

	ssmtp_buf_init(&out, 1000);
	CHECK(!ssmtp_message_write_header(&out, &fields, &style, &error) && error.code == 10022);
	ssmtp_buf_free(&out);
}

static void test_allocation_failure(void)
{
	bool ok = false;

	for (unsigned long n = 1; !ok && n < 5000; n++) {
		ssmtp_message_fields fields;
		ssmtp_error error = { 0 };
		ssmtp_buf out;

		ssmtp_buf_init(&out, 10000);
		ssmtp_alloc_fail_at(n);
		ok = message_full(&fields, &error) && ssmtp_message_write_header(&out, &fields, &style, &error);
		ssmtp_alloc_fail_at(0);
		CHECK(ok || (error.kind == SSMTP_ERROR_NOMEM && ssmtp_buf_len(&out) == 0), "%lu: %s", n, error.text);
		CHECK(!ok || ssmtp_slice_equal(ssmtp_buf_slice(&out), SSMTP_SLICE(full)));
		message_free(&fields);
		ssmtp_buf_free(&out);
	}
	CHECK(ok);
}

int main(void)
{
	test_full();
	test_cases();
	test_numbers();
	test_allocation_failure();
	return unit_summary("message");
}
