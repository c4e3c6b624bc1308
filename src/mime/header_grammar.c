/* What a header section must not say (see header_grammar.h). */
#include "mime/header_grammar.h"

#include "base/ascii.h"

/* White space, folds and comments; false when a comment is not closed. */
static bool skip_cfws(ssmtp_slice *text)
{
	unsigned depth = 0;

	while (text->len > 0) {
		uint8_t c = text->ptr[0];

		if (depth == 0 && !ssmtp_is_wsp(c) && c != '\r' && c != '\n' && c != '(') {
			break;
		}
		depth += c == '(';
		depth -= c == ')' && depth > 0;
		*text = ssmtp_slice_skip(*text, c == '\\' ? 2 : 1);
	}
	return depth == 0;
}

/* Decimal digits, from least to most of them. */
static bool take_number(ssmtp_slice *text, size_t least, size_t most, int *number)
{
	size_t n = 0;

	*number = 0;
	while (n < text->len && n < most && text->ptr[n] >= '0' && text->ptr[n] <= '9') {
		*number = *number * 10 + (text->ptr[n++] - '0');
	}
	*text = ssmtp_slice_skip(*text, n);
	return n >= least && (text->len == 0 || text->ptr[0] < '0' || text->ptr[0] > '9');
}

static bool take_octet(ssmtp_slice *text, uint8_t octet)
{
	bool found = text->len > 0 && text->ptr[0] == octet;

	*text = ssmtp_slice_skip(*text, found);
	return found;
}

/* A name of three letters: its index. */
static bool take_name(ssmtp_slice *text, const char *names, int *index)
{
	for (*index = 0; names[*index * 3] != '\0'; ++*index) {
		if (ssmtp_slice_equal_nocase(ssmtp_slice_head(*text, 3), ssmtp_slice_of(names + *index * 3, 3))) {
			*text = ssmtp_slice_skip(*text, 3);
			return text->len == 0 || !ssmtp_is_alnum(text->ptr[0]);
		}
	}
	return false;
}

static bool take_clock(ssmtp_slice *text)
{
	int hour, minute, second = 0, zone;

	if (!take_number(text, 2, 2, &hour) || !skip_cfws(text) || !take_octet(text, ':') || !skip_cfws(text) ||
		!take_number(text, 2, 2, &minute) || !skip_cfws(text)) {
		return false;
	}
	if (take_octet(text, ':') && (!skip_cfws(text) || !take_number(text, 2, 2, &second) || !skip_cfws(text))) {
		return false;
	}
	/* 60: a leap second. */
	return hour < 24 && minute < 60 && second <= 60 && (take_octet(text, '+') || take_octet(text, '-')) &&
		   take_number(text, 4, 4, &zone) && zone % 100 < 60;
}

/* 0 is Sunday (Sakamoto's rule for the Gregorian calendar). */
static int weekday_of(int year, int month, int day)
{
	static const int shifts[] = { 0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4 };

	year -= month < 2;
	return (year + year / 4 - year / 100 + year / 400 + shifts[month] + day) % 7;
}

static int days_of(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month] + (month == 1 && leap);
}

bool ssmtp_header_is_date(ssmtp_slice value)
{
	int weekday, day, month, year;
	bool named = false;

	if (!skip_cfws(&value)) {
		return false;
	}
	if (take_name(&value, "SunMonTueWedThuFriSat", &weekday)) {
		named = true;
		if (!skip_cfws(&value) || !take_octet(&value, ',') || !skip_cfws(&value)) {
			return false;
		}
	}
	if (!take_number(&value, 1, 2, &day) || !skip_cfws(&value) ||
		!take_name(&value, "JanFebMarAprMayJunJulAugSepOctNovDec", &month) || !skip_cfws(&value) ||
		!take_number(&value, 4, 4, &year) || !skip_cfws(&value) || !take_clock(&value) || !skip_cfws(&value)) {
		return false;
	}
	return value.len == 0 && year >= 1900 && day >= 1 && day <= days_of(year, month) &&
		   (!named || weekday == weekday_of(year, month, day));
}

/* dot-atom-text up to the octet `end`, which is taken. */
static bool take_dot_atom(ssmtp_slice *text, uint8_t end)
{
	bool word = false;

	for (size_t i = 0; i < text->len; i++) {
		uint8_t c = text->ptr[i];

		if (c == end) {
			*text = ssmtp_slice_skip(*text, i + 1);
			return word;
		}
		if (c == '.' ? !word : c >= 0x80 || !ssmtp_is_atext(c)) {
			return false;
		}
		word = c != '.';
	}
	return false;
}

/* id-right: dot-atom-text or no-fold-literal, and ">". */
static bool take_id_right(ssmtp_slice *text)
{
	size_t end;

	if (!take_octet(text, '[')) {
		return take_dot_atom(text, '>');
	}
	end = ssmtp_slice_find(*text, ']');
	for (size_t i = 0; i < end; i++) {
		if (text->ptr[i] <= ' ' || text->ptr[i] >= 0x7f || text->ptr[i] == '[' || text->ptr[i] == '\\') {
			return false;
		}
	}
	*text = ssmtp_slice_skip(*text, end);
	return take_octet(text, ']') && take_octet(text, '>');
}

bool ssmtp_header_is_msgid(ssmtp_slice value)
{
	return skip_cfws(&value) && take_octet(&value, '<') && take_dot_atom(&value, '@') && take_id_right(&value) &&
		   skip_cfws(&value) && value.len == 0;
}

/* What stands once in a section, and the grammar of its value. */
static const struct {
	const char *name;
	bool (*is_valid)(ssmtp_slice value);
	const char *form;
} single_rows[] = {
	{ "Date", ssmtp_header_is_date,
		"a date-time of RFC 5322 section 3.3: write Fri, 27 Nov 2026 07:30:00 +0000, or set MessageDate to *" },
	{ "From", NULL, NULL },
	{ "Sender", NULL, NULL },
	{ "Reply-To", NULL, NULL },
	{ "To", NULL, NULL },
	{ "Cc", NULL, NULL },
	{ "Message-ID", ssmtp_header_is_msgid,
		"a msg-id of RFC 5322 section 3.6.4: write <left@right> without blanks, or set MessageId to *" },
	{ "In-Reply-To", NULL, NULL },
	{ "References", NULL, NULL },
	{ "Subject", NULL, NULL },
	{ "MIME-Version", NULL, NULL },
	{ "Content-Type", NULL, NULL },
	{ "Content-Transfer-Encoding", NULL, NULL },
	{ "Content-ID", NULL, NULL },
	{ "Content-Description", NULL, NULL },
	{ "Content-Disposition", NULL, NULL },
};
#define SINGLE_COUNT (sizeof(single_rows) / sizeof(single_rows[0]))
#define SINGLE_FROM 1
#define SINGLE_SENDER 2

static size_t single_row_of(ssmtp_slice name)
{
	size_t row = 0;

	while (row < SINGLE_COUNT && !ssmtp_slice_equal_nocase(name, ssmtp_slice_str(single_rows[row].name))) {
		row++;
	}
	return row;
}

/* Mailboxes in the value; 0 when it is malformed, which is not judged here. */
static size_t count_mailboxes(ssmtp_slice value)
{
	ssmtp_mailbox_list list;
	size_t count = 0;

	if (ssmtp_mailbox_list_parse(&list, value, NULL)) {
		for (size_t i = 0; i < list.count; i++) {
			count += list.items[i].address[0] != '\0';
		}
	}
	ssmtp_mailbox_list_free(&list);
	return count;
}

/* RFC 5322 3.6.2: several authors need a Sender, who is one. */
static bool check_senders(ssmtp_slice from, ssmtp_slice sender, ssmtp_error *error)
{
	if (sender.ptr != NULL && count_mailboxes(sender) > 1) {
		return ssmtp_error_argument(error, "Sender has more than one mailbox: it names the one who sends.");
	}
	/* Without a comma there is one mailbox at most. */
	if (sender.ptr == NULL && memchr(from.ptr == NULL ? (const uint8_t *) "" : from.ptr, ',', from.len) != NULL &&
		count_mailboxes(from) > 1) {
		return ssmtp_error_argument(error,
			"From has more than one mailbox: name the one who sends as Sender in OtherHeaders (Sender: "
			"ann@example.org), or set one in From.");
	}
	return true;
}

bool ssmtp_header_check_section(ssmtp_slice section, ssmtp_error *error)
{
	ssmtp_slice values[SINGLE_COUNT] = { { NULL, 0 } };
	ssmtp_header_field field;

	while (ssmtp_header_next(&section, &field)) {
		size_t row = single_row_of(field.name);

		if (row == SINGLE_COUNT) {
			continue;
		}
		if (values[row].ptr != NULL) {
			return ssmtp_error_argument(error,
				"The header section would have %s twice, which RFC 5322 section 3.6 forbids: take it out of "
				"OtherHeaders, or leave the property of that field empty.",
				single_rows[row].name);
		}
		if (single_rows[row].is_valid != NULL && !single_rows[row].is_valid(field.value)) {
			return ssmtp_error_argument(error, "%s is not %s.", single_rows[row].name, single_rows[row].form);
		}
		values[row] = field.value;
	}
	return check_senders(values[SINGLE_FROM], values[SINGLE_SENDER], error);
}
