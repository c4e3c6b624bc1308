/* Header protection (RFC 9788; see protect.h): which fields, and what the outer
 * header section shows of them. */
#include "mime/protect.h"

#include <stdio.h>

#include "base/alloc.h"
#include "base/ascii.h"

/* The outer fields are written anew: the length that RFC 5322 2.1.1 recommends. */
static const ssmtp_header_style protect_style = { .max_line = 78, .charset = "" };

ssmtp_protect_policy ssmtp_protect_policy_of(const char *name)
{
	if (strcmp(name, "Shy") == 0) {
		return SSMTP_PROTECT_SHY;
	}
	return strcmp(name, "None") == 0 ? SSMTP_PROTECT_NONE : SSMTP_PROTECT_BASELINE;
}

/* RFC 9788 section 1.1.1: MIME-Version and Content-* describe the structure, not the message. */
static bool field_is_structural(ssmtp_slice name)
{
	return ssmtp_slice_equal_nocase(ssmtp_slice_head(name, 8), SSMTP_SLICE("Content-")) ||
		   ssmtp_slice_equal_nocase(name, SSMTP_SLICE("MIME-Version"));
}

static bool next_field(ssmtp_slice *section, ssmtp_header_field *field)
{
	while (ssmtp_header_next(section, field)) {
		if (!field_is_structural(field->name)) {
			return true;
		}
	}
	return false;
}

/* What a policy does with a field. */
typedef struct outer_rule {
	const char *name;
	ssmtp_protect_policy from; /* from this policy on */
	bool (*write)(ssmtp_buf *out, const ssmtp_header_field *field, ssmtp_error *error);
} outer_rule;

static bool outer_leave_out(ssmtp_buf *out, const ssmtp_header_field *field, ssmtp_error *error)
{
	(void) out, (void) field, (void) error;
	return true;
}

static bool outer_subject(ssmtp_buf *out, const ssmtp_header_field *field, ssmtp_error *error)
{
	(void) field;
	return ssmtp_buf_append_str(out, "Subject: [...]\r\n") || ssmtp_error_nomem(error);
}

static bool outer_as_it_is(ssmtp_buf *out, const ssmtp_header_field *field, ssmtp_error *error)
{
	return ssmtp_buf_append_slice(out, field->whole) || ssmtp_error_nomem(error);
}

static bool outer_mailbox_list(
	ssmtp_buf *out, const ssmtp_header_field *field, const ssmtp_mailbox_list *list, ssmtp_error *error)
{
	char name[64];

	snprintf(name, sizeof(name), "%.*s", SSMTP_SLICE_FMT(field->name));
	/* The name of a group says as much of its members as theirs do. */
	for (size_t i = 0; i < list->count; i++) {
		list->items[i].name[0] = '\0';
		if (list->items[i].address[0] != '\0') {
			ssmtp_free(list->items[i].group);
			list->items[i].group = NULL;
		}
	}
	return ssmtp_header_write_mailboxes(out, &protect_style, name, list, error);
}

/* The addresses without their display names. */
static bool outer_mailboxes(ssmtp_buf *out, const ssmtp_header_field *field, ssmtp_error *error)
{
	ssmtp_mailbox_list list = { 0 };
	ssmtp_error local = { 0 };
	bool ok;

	/* What is no mailbox-list (an empty group) has no names to hide. */
	ok = ssmtp_mailbox_list_parse(&list, field->value, &local) && list.count > 0
			 ? outer_mailbox_list(out, field, &list, error)
			 : outer_as_it_is(out, field, error);
	ssmtp_mailbox_list_free(&list);
	return ok;
}

static const char month_names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
static const char day_names[] = "SunMonTueWedThuFriSat";

/* Days since 1970-01-01 of a date of the Gregorian calendar (years from 0 on). */
static long long days_of_date(long long year, int month, int day)
{
	long long y = month <= 2 ? year - 1 : year;
	long long era = y / 400, of_era = y % 400;
	long long of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static bool append_utc(ssmtp_buf *out, long long minutes, int second)
{
	long long days = minutes / 1440, z = days + 719468, rest = minutes % 1440;
	long long era = z / 146097, of_era = z % 146097;
	long long year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	long long of_year = of_era - (365 * year + year / 4 - year / 100);
	int shifted = (int) ((5 * of_year + 2) / 153);
	int month = shifted < 10 ? shifted + 3 : shifted - 9;

	return ssmtp_buf_printf(out, "Date: %.3s, %02d %.3s %04lld %02lld:%02lld:%02d +0000\r\n",
		day_names + 3 * ((days + 4) % 7), (int) (of_year - (153 * shifted + 2) / 5 + 1), month_names + 3 * (month - 1),
		year + era * 400 + (month <= 2 ? 1 : 0), rest / 60, rest % 60, second);
}

/* RFC 5322 3.3 date-time with a numeric zone; minutes since 1970 in UTC. */
static bool parse_date(const char *text, long long *minutes, int *second)
{
	int day, year, hour, minute, zone, n = 0;
	char month[4], sign[2];
	const char *comma = strchr(text, ',');
	const char *found;

	*second = 0;
	if (sscanf(comma == NULL ? text : comma + 1, "%2d %3[A-Za-z] %4d %2d:%2d%n", &day, month, &year, &hour, &minute,
			&n) < 5) {
		return false;
	}
	text = (comma == NULL ? text : comma + 1) + n;
	if (*text == ':' && sscanf(text, ":%2d%n", second, &n) == 1) {
		text += n;
	}
	found = strstr(month_names, month);
	if (sscanf(text, " %1[+-]%4d", sign, &zone) != 2 || strlen(month) != 3 || found == NULL ||
		(found - month_names) % 3 != 0 || year < 1970) {
		return false;
	}
	zone = zone / 100 * 60 + zone % 100;
	*minutes = days_of_date(year, (int) ((found - month_names) / 3) + 1, day) * 1440 + hour * 60 + minute +
			   (sign[0] == '-' ? zone : -zone);
	return *minutes >= 0;
}

static bool outer_date(ssmtp_buf *out, const ssmtp_header_field *field, ssmtp_error *error)
{
	long long minutes;
	ssmtp_buf value;
	bool parsed;
	int second;

	ssmtp_buf_init(&value, 65536);
	if (!ssmtp_header_unfold(&value, field->value) || ssmtp_buf_cstr(&value) == NULL) {
		ssmtp_buf_free(&value);
		return ssmtp_error_nomem(error);
	}
	parsed = parse_date(ssmtp_buf_cstr(&value), &minutes, &second);
	ssmtp_buf_free(&value);
	if (!parsed) {
		return outer_as_it_is(out, field, error);
	}
	return append_utc(out, minutes, second) || ssmtp_error_nomem(error);
}

/* RFC 9788 sections 3.2.1 and 3.2.2. */
static const outer_rule outer_rules[] = {
	{ "Subject", SSMTP_PROTECT_BASELINE, outer_subject },
	{ "Comments", SSMTP_PROTECT_BASELINE, outer_leave_out },
	{ "Keywords", SSMTP_PROTECT_BASELINE, outer_leave_out },
	{ "From", SSMTP_PROTECT_SHY, outer_mailboxes },
	{ "To", SSMTP_PROTECT_SHY, outer_mailboxes },
	{ "Cc", SSMTP_PROTECT_SHY, outer_mailboxes },
	{ "Date", SSMTP_PROTECT_SHY, outer_date },
};

static bool outer_field(
	ssmtp_buf *out, const ssmtp_header_field *field, ssmtp_protect_policy policy, ssmtp_error *error)
{
	for (size_t i = 0; i < sizeof(outer_rules) / sizeof(outer_rules[0]); i++) {
		if (policy >= outer_rules[i].from &&
			ssmtp_slice_equal_nocase(field->name, ssmtp_slice_str(outer_rules[i].name))) {
			return outer_rules[i].write(out, field, error);
		}
	}
	return outer_as_it_is(out, field, error);
}

bool ssmtp_protect_outer(ssmtp_buf *out, ssmtp_slice section, ssmtp_protect_policy policy, ssmtp_error *error)
{
	size_t before = ssmtp_buf_len(out);
	ssmtp_header_field field;

	while (next_field(&section, &field)) {
		if (!outer_field(out, &field, policy, error)) {
			ssmtp_buf_truncate(out, before);
			return false;
		}
	}
	return true;
}

bool ssmtp_protect_copy(ssmtp_buf *out, ssmtp_slice section, ssmtp_error *error)
{
	return ssmtp_protect_outer(out, section, SSMTP_PROTECT_NONE, error);
}

static bool section_names(ssmtp_slice section, ssmtp_slice name)
{
	ssmtp_header_field field;

	while (ssmtp_header_next(&section, &field)) {
		if (ssmtp_slice_equal_nocase(field.name, name)) {
			return true;
		}
	}
	return false;
}

ssmtp_slice ssmtp_protect_difference(ssmtp_slice a, ssmtp_slice b)
{
	ssmtp_slice rest_a = a, rest_b = b;
	ssmtp_header_field left, right;

	for (;;) {
		bool more = next_field(&rest_a, &left), others = next_field(&rest_b, &right);

		if (!more || !others) {
			return more ? left.name : others ? right.name : SSMTP_SLICE_EMPTY;
		}
		if (!ssmtp_slice_equal(left.whole, right.whole)) {
			/* A field that only one of them has is the one to name. */
			return section_names(a, right.name) ? left.name : right.name;
		}
	}
}

/* Without it older programs that know the Autocrypt way of protection do not show the Subject. */
#define PROTECT_V1 ";\r\n protected-headers=\"v1\"; hp=\"%s\"\r\n"

/* A parameter list may end in ";" and blanks: what follows brings its own. */
static ssmtp_slice without_end(ssmtp_slice whole)
{
	while (whole.len > 0 && strchr("\r\n\t ;", whole.ptr[whole.len - 1]) != NULL) {
		whole.len--;
	}
	return whole;
}

/* The entity's own fields, Content-Type with the parameter hp (RFC 9788 section 2.1.1). */
static bool append_own_fields(ssmtp_buf *out, ssmtp_slice fields, const char *hp)
{
	ssmtp_header_field field;

	while (ssmtp_header_next(&fields, &field)) {
		bool type = ssmtp_slice_equal_nocase(field.name, SSMTP_SLICE("Content-Type"));

		if (!ssmtp_buf_append_slice(out, type ? without_end(field.whole) : field.whole) ||
			(type && !ssmtp_buf_printf(out, PROTECT_V1, hp))) {
			return false;
		}
	}
	return true;
}

/* RFC 9788 section 2.2: what the outer header section said when the message was made. */
static bool append_hp_outer(ssmtp_buf *out, ssmtp_slice outer)
{
	ssmtp_header_field field;

	while (next_field(&outer, &field)) {
		if (!ssmtp_buf_append_str(out, "HP-Outer: ") || !ssmtp_buf_append_slice(out, field.whole)) {
			return false;
		}
	}
	return true;
}

static bool protect_fields(
	ssmtp_buf *fields, ssmtp_slice section, const ssmtp_slice *outer, const char *hp, ssmtp_error *error)
{
	ssmtp_buf out;

	ssmtp_buf_init(&out, fields->max);
	if (!ssmtp_protect_copy(&out, section, error) || (outer != NULL && !append_hp_outer(&out, *outer)) ||
		!append_own_fields(&out, ssmtp_buf_slice(fields), hp)) {
		ssmtp_buf_free(&out);
		return ssmtp_error_nomem(error);
	}
	ssmtp_buf_free(fields);
	*fields = out;
	return true;
}

bool ssmtp_protect_clear(ssmtp_buf *fields, ssmtp_slice section, ssmtp_error *error)
{
	return protect_fields(fields, section, NULL, "clear", error);
}

bool ssmtp_protect_cipher(ssmtp_buf *fields, ssmtp_slice section, ssmtp_slice outer, ssmtp_error *error)
{
	return protect_fields(fields, section, &outer, "cipher", error);
}
