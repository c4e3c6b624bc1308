/* Coercion (spec properties 1.3) and the checks that settings.def names. A
 * refusal names the setting, shows what was given unless it is secret, and
 * says what is allowed. */
#include "settings/settings_internal.h"

#include <stdio.h>

#include "base/ascii.h"

/* What was given, for a text: at most 40 octets of it, and nothing of a secret. */
static void describe(const ssmtp_setting_row *row, const ssmtp_value *given, char *out, size_t room)
{
	if (given->type == SSMTP_VALUE_OTHER) {
		snprintf(out, room, "a value of type %.*s", SSMTP_SLICE_FMT(ssmtp_slice_head(given->text, 40)));
	} else if (row->type == SSMTP_TYPE_SECRET) {
		snprintf(out, room, "a secret value");
	} else if (given->type == SSMTP_VALUE_BOOL) {
		snprintf(out, room, given->number ? "true" : "false");
	} else if (given->type == SSMTP_VALUE_INT) {
		snprintf(out, room, "%lld", (long long) given->number);
	} else if (given->text.len > 40) {
		snprintf(out, room, "text of %zu octets", given->text.len);
	} else {
		snprintf(out, room, "text \"%.*s\"", SSMTP_SLICE_FMT(given->text));
	}
}

/* "MailPort must be ...": a refusal that names the row and shows the value unless it is secret. */
static bool setting_refuse(
	const ssmtp_setting_row *row, const ssmtp_value *given, int code, ssmtp_error *error, const char *allowed)
{
	char shown[80];

	describe(row, given, shown, sizeof(shown));
	return ssmtp_error_set(
		error, SSMTP_ERROR_ARGUMENT, code, "%s must be %s; %s was given.", row->name, allowed, shown);
}

static bool refuse(const ssmtp_setting_row *row, const ssmtp_value *given, ssmtp_error *error, const char *allowed)
{
	return setting_refuse(row, given, SSMTP_E_INVAL, error, allowed);
}

/* Decimal, or with 0x hexadecimal where the row takes it; blanks around are ignored. */
static bool parse_number(ssmtp_slice text, bool hex, int64_t *number)
{
	uint64_t magnitude = 0, base = 10;
	bool negative = false;

	text = ssmtp_slice_trim(text);
	if (text.len > 0 && (text.ptr[0] == '-' || text.ptr[0] == '+')) {
		negative = text.ptr[0] == '-';
		text = ssmtp_slice_skip(text, 1);
	}
	if (hex && text.len > 2 && text.ptr[0] == '0' && ssmtp_lower(text.ptr[1]) == 'x') {
		base = 16;
		text = ssmtp_slice_skip(text, 2);
	}
	if (text.len == 0) {
		return false;
	}
	for (size_t i = 0; i < text.len; i++) {
		int digit = ssmtp_hex_value(text.ptr[i]);

		if (digit < 0 || (uint64_t) digit >= base || magnitude > ((uint64_t) INT64_MAX - (uint64_t) digit) / base) {
			return false;
		}
		magnitude = magnitude * base + (uint64_t) digit;
	}
	*number = negative ? -(int64_t) magnitude : (int64_t) magnitude;
	return true;
}

static const struct {
	const char *word;
	bool value;
} bool_words[] = {
	{ "true", true },
	{ "false", false },
	{ "yes", true },
	{ "no", false },
	{ "1", true },
	{ "0", false },
};

static bool parse_bool(ssmtp_slice text, int64_t *number)
{
	for (size_t i = 0; i < sizeof(bool_words) / sizeof(bool_words[0]); i++) {
		if (ssmtp_slice_equal_nocase(text, ssmtp_slice_str(bool_words[i].word))) {
			*number = bool_words[i].value;
			return true;
		}
	}
	return false;
}

static bool coerce_bool(const ssmtp_setting_row *row, const ssmtp_value *value, ssmtp_value *clean, ssmtp_error *error)
{
	bool fits = (value->type == SSMTP_VALUE_BOOL) ||
				(value->type == SSMTP_VALUE_INT && (value->number == 0 || value->number == 1)) ||
				(value->type == SSMTP_VALUE_STRING && parse_bool(ssmtp_slice_trim(value->text), &clean->number));

	clean->type = SSMTP_VALUE_BOOL;
	if (value->type != SSMTP_VALUE_STRING) {
		clean->number = value->number != 0;
	}
	return fits || refuse(row, value, error, "a boolean (true, false, 0, 1, \"True\", \"False\", \"Yes\" or \"No\")");
}

static bool coerce_number(
	const ssmtp_setting_row *row, const ssmtp_value *value, ssmtp_value *clean, ssmtp_error *error)
{
	bool numbered = (row->flags & SSMTP_FLAG_NUMBERED) != 0;
	bool fits = (value->type == SSMTP_VALUE_INT) || (numbered && value->type == SSMTP_VALUE_BOOL);

	clean->type = SSMTP_VALUE_INT;
	clean->number = value->number;
	if (value->type == SSMTP_VALUE_STRING) {
		fits = parse_number(value->text, (row->flags & SSMTP_FLAG_HEX) != 0, &clean->number) ||
			   (numbered && parse_bool(ssmtp_slice_trim(value->text), &clean->number));
	}
	return fits || refuse(row, value, error, "an integer");
}

static bool coerce_text(const ssmtp_setting_row *row, const ssmtp_value *value, char digits[SSMTP_COERCE_DIGITS],
	ssmtp_value *clean, ssmtp_error *error)
{
	clean->type = SSMTP_VALUE_STRING;
	clean->number = 0;
	if (value->type == SSMTP_VALUE_INT) {
		int len = snprintf(digits, SSMTP_COERCE_DIGITS, "%lld", (long long) value->number);

		clean->text = ssmtp_slice_of(digits, (size_t) len);
		return true;
	}
	if (value->type != SSMTP_VALUE_STRING) {
		return refuse(row, value, error, "text");
	}
	clean->text = value->text;
	if (row->type != SSMTP_TYPE_BINARY && ssmtp_slice_find(value->text, '\0') < value->text.len) {
		return ssmtp_error_argument(error, "%s must not contain a NUL octet; one stands at offset %zu.", row->name,
			ssmtp_slice_find(value->text, '\0'));
	}
	return true;
}

bool ssmtp_setting_coerce(const ssmtp_setting_row *row, const ssmtp_value *value, char digits[SSMTP_COERCE_DIGITS],
	ssmtp_value *clean, ssmtp_error *error)
{
	memset(clean, 0, sizeof(*clean));
	switch (row->type) {
	case SSMTP_TYPE_BOOL:
		return coerce_bool(row, value, clean, error);
	case SSMTP_TYPE_INT:
	case SSMTP_TYPE_ENUM:
		return coerce_number(row, value, clean, error);
	case SSMTP_TYPE_STRING:
	case SSMTP_TYPE_BINARY:
	case SSMTP_TYPE_SECRET:
		break;
	}
	return coerce_text(row, value, digits, clean, error);
}

bool ssmtp_check_any(ssmtp_settings *settings, const ssmtp_setting_row *row, ssmtp_value *value, ssmtp_error *error)
{
	(void) settings, (void) row, (void) value, (void) error;
	return true;
}

bool ssmtp_check_range(ssmtp_settings *settings, const ssmtp_setting_row *row, ssmtp_value *value, ssmtp_error *error)
{
	char allowed[80];

	(void) settings;
	if (value->number >= row->low && value->number <= row->high) {
		return true;
	}
	snprintf(allowed, sizeof(allowed), "from %lld to %lld", (long long) row->low, (long long) row->high);
	return refuse(row, value, error, allowed);
}

bool ssmtp_check_one_of(ssmtp_settings *settings, const ssmtp_setting_row *row, ssmtp_value *value, ssmtp_error *error)
{
	char allowed[200] = "one of";
	size_t used = strlen(allowed);

	(void) settings;
	if (ssmtp_constant_name(row->group, value->number) != NULL) {
		return true;
	}
	for (size_t i = 0; i < ssmtp_constant_row_count && used + 24 < sizeof(allowed); i++) {
		if (ssmtp_constant_rows[i].group == row->group) {
			used += (size_t) snprintf(
				allowed + used, sizeof(allowed) - used, " %lld", (long long) ssmtp_constant_rows[i].value);
		}
	}
	return refuse(row, value, error, allowed);
}

/* The given spelling is replaced by the table's. */
bool ssmtp_check_words(ssmtp_settings *settings, const ssmtp_setting_row *row, ssmtp_value *value, ssmtp_error *error)
{
	ssmtp_slice rest = ssmtp_slice_str(row->words);
	char allowed[160] = "one of";
	size_t used = strlen(allowed);

	(void) settings;
	for (;;) {
		ssmtp_slice word = ssmtp_slice_head(rest, ssmtp_slice_find(rest, '|'));

		if (ssmtp_slice_equal_nocase(word, value->text)) {
			value->text = word;
			return true;
		}
		used += (size_t) snprintf(allowed + used, sizeof(allowed) - used, " %.*s%s", SSMTP_SLICE_FMT(word),
			word.len == 0         ? "empty,"
			: word.len < rest.len ? ","
								  : "");
		if (word.len == rest.len) {
			break;
		}
		rest = ssmtp_slice_skip(rest, word.len + 1);
	}
	return refuse(row, value, error, allowed);
}

/* A CR, LF or NUL here would begin another command or field (spec properties 1.5). TAB is harmless. */
bool ssmtp_check_line(ssmtp_settings *settings, const ssmtp_setting_row *row, ssmtp_value *value, ssmtp_error *error)
{
	(void) settings;
	for (size_t i = 0; i < value->text.len; i++) {
		uint8_t octet = value->text.ptr[i];

		if (ssmtp_is_control(octet) && octet != '\t') {
			return ssmtp_error_argument(error,
				"%s must not contain control characters such as CR or LF; octet 0x%02X stands at offset %zu.",
				row->name, octet, i);
		}
	}
	return true;
}

static bool fold_at(ssmtp_slice text, size_t i)
{
	return i + 2 < text.len && text.ptr[i] == '\r' && text.ptr[i + 1] == '\n' && ssmtp_is_wsp(text.ptr[i + 2]);
}

/* RFC 5322 section 2.2.3: unfolding removes the CRLF in front of white space. */
bool ssmtp_check_folded(ssmtp_settings *settings, const ssmtp_setting_row *row, ssmtp_value *value, ssmtp_error *error)
{
	ssmtp_slice text = value->text;
	size_t from = 0;

	if (ssmtp_slice_find(text, '\r') == text.len) {
		return ssmtp_check_line(settings, row, value, error);
	}
	ssmtp_buf_clear(&settings->scratch);
	for (size_t i = 0; i < text.len; i++) {
		if (fold_at(text, i)) {
			if (!ssmtp_buf_append(&settings->scratch, text.ptr + from, i - from)) {
				return ssmtp_error_nomem(error);
			}
			from = i + 2;
			i++;
		}
	}
	if (!ssmtp_buf_append(&settings->scratch, text.ptr + from, text.len - from)) {
		return ssmtp_error_nomem(error);
	}
	value->text = ssmtp_buf_slice(&settings->scratch);
	return ssmtp_check_line(settings, row, value, error);
}

static ssmtp_slice take_line(ssmtp_slice *text)
{
	size_t end = 0;

	while (end < text->len && text->ptr[end] != '\r' && text->ptr[end] != '\n') {
		end++;
	}
	ssmtp_slice line = ssmtp_slice_head(*text, end);

	*text = ssmtp_slice_skip(*text, end);
	if (text->len >= 2 && text->ptr[0] == '\r' && text->ptr[1] == '\n') {
		*text = ssmtp_slice_skip(*text, 2);
	} else {
		*text = ssmtp_slice_skip(*text, 1);
	}
	return line;
}

/* "Name: value", or white space and what continues the line above; a line of
 * white space alone looks like the end of the header section to some readers. */
static bool header_line_allowed(ssmtp_slice line, bool first)
{
	size_t colon = ssmtp_slice_find(line, ':');

	if (line.len > 0 && ssmtp_is_wsp(line.ptr[0])) {
		return !first && ssmtp_slice_trim(line).len > 0;
	}
	return colon > 0 && colon < line.len;
}

/* An empty line would end the header section, except the first, which says
 * that the rest replaces it. */
bool ssmtp_check_header_lines(
	ssmtp_settings *settings, const ssmtp_setting_row *row, ssmtp_value *value, ssmtp_error *error)
{
	ssmtp_slice text = value->text;
	size_t number = 1;
	bool first = true;

	(void) settings;
	if (text.len >= 2 && memcmp(text.ptr, "\r\n", 2) == 0) {
		text = ssmtp_slice_skip(text, 2);
		number++;
	}
	for (; text.len > 0; number++, first = false) {
		if (!header_line_allowed(take_line(&text), first)) {
			return ssmtp_error_argument(error,
				"Line %zu of %s is no header line: it must be \"Name: value\", or begin with a blank and continue the "
				"line above.", number, row->name);
		}
	}
	return true;
}

/* Settings of other platforms: the one value that is true here. */
static const struct {
	ssmtp_setting_id id;
	int code;
	const char *allowed;
} fixed_values[] = {
	{ SSMTP_ID_FIREWALL_LISTENER, SSMTP_E_INVAL, "False, as an SMTP client never listens" },
	{ SSMTP_ID_SSL_CLIENT_CA_CERTS, SSMTP_E_INVAL, "empty, as an SMTP client does not validate client certificates" },
	{ SSMTP_ID_CODE_PAGE, SSMTP_E_CODE_PAGE, "65001, as PHP strings are octets and text is UTF-8" },
	{ SSMTP_ID_GUI_AVAILABLE, SSMTP_E_INVAL, "False, as PHP has no message loop" },
	{ SSMTP_ID_PROCESS_IDLE_EVENTS, SSMTP_E_INVAL, "False, as events occur inside calls; use DoEvents" },
	{ SSMTP_ID_SIGNING_THREADS, SSMTP_E_INVAL, "0, as every method signs one message, in the calling thread" },
	{ SSMTP_ID_USE_DAEMON_THREADS, SSMTP_E_INVAL, "False, as no daemon threads are created" },
	{ SSMTP_ID_USE_INTERNAL_SECURITY_API, SSMTP_E_SECURITY_LIBRARY, "False, as OpenSSL is the only implementation" },
};

bool ssmtp_check_fixed(ssmtp_settings *settings, const ssmtp_setting_row *row, ssmtp_value *value, ssmtp_error *error)
{
	(void) settings;
	if (value->number == row->default_number && value->text.len == 0) {
		return true;
	}
	for (size_t i = 0; i < sizeof(fixed_values) / sizeof(fixed_values[0]); i++) {
		if ((int) fixed_values[i].id == row->id) {
			return setting_refuse(row, value, fixed_values[i].code, error, fixed_values[i].allowed);
		}
	}
	return refuse(row, value, error, "left at its default");
}

bool ssmtp_check_ssl_provider(
	ssmtp_settings *settings, const ssmtp_setting_row *row, ssmtp_value *value, ssmtp_error *error)
{
	(void) settings;
	if (value->number == SSMTP_SSLP_AUTOMATIC || value->number == SSMTP_SSLP_PLATFORM) {
		return true;
	}
	return setting_refuse(row, value,
		value->number == SSMTP_SSLP_INTERNAL ? SSMTP_E_SECURITY_LIBRARY : SSMTP_E_INVAL, error,
		"0 or 1, as OpenSSL is the only implementation");
}

bool ssmtp_check_ssl_provider_name(
	ssmtp_settings *settings, const ssmtp_setting_row *row, ssmtp_value *value, ssmtp_error *error)
{
	static const char *const names[] = { "", "*", "0", "Automatic", "1", "Platform", "OpenSSL" };

	(void) settings;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (ssmtp_slice_equal_nocase(value->text, ssmtp_slice_str(names[i]))) {
			return true;
		}
	}
	return setting_refuse(row, value, SSMTP_E_SECURITY_LIBRARY, error, "OpenSSL, the only implementation");
}

bool ssmtp_check_max_header_length(
	ssmtp_settings *settings, const ssmtp_setting_row *row, ssmtp_value *value, ssmtp_error *error)
{
	(void) settings;
	/* RFC 5322 section 2.1.1: no line is longer than 998 octets. */
	return value->number == 0 || (value->number >= 20 && value->number <= 998) ||
		   refuse(row, value, error, "0 (no folding) or from 20 to 998");
}

bool ssmtp_check_protocols(
	ssmtp_settings *settings, const ssmtp_setting_row *row, ssmtp_value *value, ssmtp_error *error)
{
	const int64_t known = 12 | 48 | 192 | 768 | 3072 | 12288;

	(void) settings;
	return (value->number > 0 && (value->number & ~known) == 0) ||
		   refuse(row, value, error,
			   "a sum of 12 (SSL 2), 48 (SSL 3), 192 (TLS 1.0), 768 (TLS 1.1), 3072 (TLS 1.2) and 12288 (TLS 1.3), not "
			   "0");
}

bool ssmtp_check_security_flags(
	ssmtp_settings *settings, const ssmtp_setting_row *row, ssmtp_value *value, ssmtp_error *error)
{
	const int64_t known = 0x1 | 0x2 | 0x4 | 0x10 | 0x20 | 0xF00 | 0x4000 | 0x8000 | 0x80000000LL;

	(void) settings;
	return (value->number >= 0 && (value->number & ~known) == 0) ||
		   refuse(row, value, error,
			   "a sum of 0x1, 0x2, 0x4, 0x10, 0x20, 0x100, 0x200, 0x400, 0x800, 0x4000, 0x8000 and 0x80000000");
}

void ssmtp_setting_name_in(const ssmtp_setting_row *row, ssmtp_error *error)
{
	if (error != NULL && strstr(error->text, row->name) == NULL) {
		ssmtp_error_prefix(error, row->name);
	}
}

/* A judgement of the layers below; its text shall name the setting. */
static bool ask(bool (*hook)(ssmtp_slice value, ssmtp_error *error), const ssmtp_setting_row *row, ssmtp_slice value,
	ssmtp_error *error)
{
	if (hook == NULL || hook(value, error)) {
		return true;
	}
	ssmtp_setting_name_in(row, error);
	return false;
}

/* Empty restores the default, and reads as it (spec properties 3.9). */
bool ssmtp_check_cipher(ssmtp_settings *settings, const ssmtp_setting_row *row, ssmtp_value *value, ssmtp_error *error)
{
	if (value->text.len == 0) {
		value->text = ssmtp_slice_str(row->default_text);
		return true;
	}
	return ask(settings->hooks->cipher, row, value->text, error);
}

bool ssmtp_check_digest(ssmtp_settings *settings, const ssmtp_setting_row *row, ssmtp_value *value, ssmtp_error *error)
{
	if (value->text.len == 0) {
		value->text = ssmtp_slice_str(row->default_text);
		return true;
	}
	return ask(settings->hooks->digest, row, value->text, error);
}

bool ssmtp_check_capabilities(
	ssmtp_settings *settings, const ssmtp_setting_row *row, ssmtp_value *value, ssmtp_error *error)
{
	ssmtp_slice rest = value->text;

	while (rest.len > 0) {
		ssmtp_slice name = ssmtp_slice_head(rest, ssmtp_slice_find(rest, ','));

		if (!ask(settings->hooks->cipher, row, ssmtp_slice_trim(name), error)) {
			return false;
		}
		rest = ssmtp_slice_skip(rest, name.len + 1);
	}
	return ssmtp_check_line(settings, row, value, error);
}

bool ssmtp_check_cipher_list(
	ssmtp_settings *settings, const ssmtp_setting_row *row, ssmtp_value *value, ssmtp_error *error)
{
	return ask(settings->hooks->cipher_list, row, value->text, error);
}

bool ssmtp_check_suites(ssmtp_settings *settings, const ssmtp_setting_row *row, ssmtp_value *value, ssmtp_error *error)
{
	return ask(settings->hooks->suites, row, value->text, error);
}

bool ssmtp_check_groups(ssmtp_settings *settings, const ssmtp_setting_row *row, ssmtp_value *value, ssmtp_error *error)
{
	return ask(settings->hooks->groups, row, value->text, error);
}

bool ssmtp_check_sigalgs(ssmtp_settings *settings, const ssmtp_setting_row *row, ssmtp_value *value, ssmtp_error *error)
{
	return value->text.len == 0 || ask(settings->hooks->sigalgs, row, value->text, error);
}

bool ssmtp_check_certificate(
	ssmtp_settings *settings, const ssmtp_setting_row *row, ssmtp_value *value, ssmtp_error *error)
{
	return value->text.len == 0 || ask(settings->hooks->certificate, row, value->text, error);
}

bool ssmtp_check_ca_certs(
	ssmtp_settings *settings, const ssmtp_setting_row *row, ssmtp_value *value, ssmtp_error *error)
{
	return value->text.len == 0 || ask(settings->hooks->ca_certs, row, value->text, error);
}

bool ssmtp_check_charset(ssmtp_settings *settings, const ssmtp_setting_row *row, ssmtp_value *value, ssmtp_error *error)
{
	return value->text.len == 0 ||
		   (ssmtp_check_line(settings, row, value, error) && ask(settings->hooks->charset, row, value->text, error));
}
