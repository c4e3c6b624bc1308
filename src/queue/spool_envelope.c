/* The envelope lines of a queue file (see spool.h): X-SSMTP-Queue, -Check, -From, -Body, -Rcpt, -Done. */
#include "queue/spool_internal.h"

#include <stdio.h>

#include "base/alloc.h"
#include "base/ascii.h"

#define SPOOL_RECIPIENTS_MAX 100000
#define SPOOL_VERSION_LINE "X-SSMTP-Queue: 2\r\n"
#define SPOOL_CHECK_NAME "X-SSMTP-Check: "
#define SPOOL_SIZE_DIGITS 20

void ssmtp_spool_envelope_free(ssmtp_spool_envelope *envelope)
{
	for (size_t i = 0; i < envelope->count; i++) {
		ssmtp_free(envelope->recipients[i].address);
		ssmtp_free(envelope->recipients[i].options);
	}
	ssmtp_free(envelope->recipients);
	ssmtp_free(envelope->from);
	memset(envelope, 0, sizeof(*envelope));
}

/* Of one length whatever it says: written when the content is known, over the one that was written first. */
void ssmtp_spool_check_line(char line[SSMTP_SPOOL_CHECK_LINE + 1], const ssmtp_spool_check *check)
{
	int at = snprintf(line, SSMTP_SPOOL_CHECK_LINE + 1, SPOOL_CHECK_NAME "%0*llu sha256=", SPOOL_SIZE_DIGITS,
		(unsigned long long) check->size_octets);

	for (size_t i = 0; i < sizeof(check->digest); i++) {
		at += snprintf(line + at, 3, "%02x", check->digest[i]);
	}
	memcpy(line + at, "\r\n", 3);
}

bool ssmtp_spool_envelope_write(ssmtp_buf *out, const ssmtp_spool_envelope *envelope, ssmtp_error *error)
{
	static const ssmtp_spool_check open = { 0 };
	char check[SSMTP_SPOOL_CHECK_LINE + 1];
	bool ok;

	ssmtp_spool_check_line(check, &open);
	ok = ssmtp_buf_append_str(out, SPOOL_VERSION_LINE) && ssmtp_buf_append(out, check, SSMTP_SPOOL_CHECK_LINE) &&
		 ssmtp_buf_printf(out, "X-SSMTP-From: <%s>\r\n", envelope->from);

	if (envelope->eight_bit) {
		ok = ok && ssmtp_buf_append_str(out, "X-SSMTP-Body: 8BITMIME\r\n");
	}
	for (size_t i = 0; ok && i < envelope->count; i++) {
		const ssmtp_spool_recipient *recipient = &envelope->recipients[i];

		ok = ssmtp_buf_printf(out, "X-SSMTP-Rcpt: %d <%s>%s%s\r\n", recipient->type, recipient->address,
			*recipient->options ? " " : "", recipient->options);
	}
	return (ok && ssmtp_buf_append_str(out, "\r\n")) || ssmtp_error_nomem(error);
}

static bool spool_malformed(ssmtp_error *error, const char *what)
{
	return ssmtp_error_set(error, SSMTP_ERROR_FILE, SSMTP_E_FILE, "The queue file is malformed: %s.", what);
}

/* Takes "<address>" from the front of *text; a control or a second bracket outside quotes is malformed. */
static bool envelope_take_path(ssmtp_slice *text, ssmtp_slice *path)
{
	bool quoted = false;

	if (text->len == 0 || text->ptr[0] != '<') {
		return false;
	}
	for (size_t i = 1; i < text->len; i++) {
		uint8_t c = text->ptr[i];

		if (ssmtp_is_control(c)) {
			return false;
		}
		if (quoted && c == '\\') {
			i++;
		} else if (c == '"') {
			quoted = !quoted;
		} else if (c == '>' && !quoted) {
			*path = ssmtp_slice_of(text->ptr + 1, i - 1);
			*text = ssmtp_slice_skip(*text, i + 1);
			return true;
		}
	}
	return false;
}

static bool envelope_parse_from(ssmtp_spool_envelope *envelope, ssmtp_slice value, ssmtp_error *error)
{
	ssmtp_slice path;

	if (envelope->from != NULL || !envelope_take_path(&value, &path) || value.len > 0) {
		return spool_malformed(error, "X-SSMTP-From is not one <address>");
	}
	envelope->from = ssmtp_strndup(path.ptr, path.len);
	return envelope->from != NULL || ssmtp_error_nomem(error);
}

static bool envelope_add_recipient(ssmtp_spool_envelope *envelope, int type, ssmtp_slice path, ssmtp_slice options)
{
	ssmtp_spool_recipient *recipients =
		ssmtp_realloc(envelope->recipients, (envelope->count + 1) * sizeof(ssmtp_spool_recipient));
	ssmtp_spool_recipient *added;

	if (recipients == NULL) {
		return false;
	}
	envelope->recipients = recipients;
	added = &recipients[envelope->count];
	memset(added, 0, sizeof(*added));
	added->type = type;
	added->address = ssmtp_strndup(path.ptr, path.len);
	added->options = ssmtp_strndup(options.ptr, options.len);
	envelope->count++;
	return added->address != NULL && added->options != NULL;
}

static bool envelope_take_recipient(ssmtp_slice value, int *type, ssmtp_slice *path, ssmtp_slice *options,
	ssmtp_error *error)
{
	if (value.len < 2 || value.ptr[0] < '0' || value.ptr[0] > '2' || value.ptr[1] != ' ') {
		return spool_malformed(error, "X-SSMTP-Rcpt has no type");
	}
	*type = value.ptr[0] - '0';
	value = ssmtp_slice_skip(value, 2);
	if (!envelope_take_path(&value, path) || path->len == 0 || (value.len > 0 && value.ptr[0] != ' ')) {
		return spool_malformed(error, "X-SSMTP-Rcpt is not <address> and options");
	}
	*options = ssmtp_slice_trim(value);
	return !ssmtp_slice_has_control(value) || spool_malformed(error, "X-SSMTP-Rcpt has a control character");
}

static bool envelope_parse_recipient(ssmtp_spool_envelope *envelope, ssmtp_slice value, ssmtp_error *error)
{
	ssmtp_slice path, options;
	int type;

	if (!envelope_take_recipient(value, &type, &path, &options, error)) {
		return false;
	}
	if (envelope->count >= SPOOL_RECIPIENTS_MAX) {
		return spool_malformed(error, "there are too many recipients");
	}
	return envelope_add_recipient(envelope, type, path, options) || ssmtp_error_nomem(error);
}

/* Has the message. */
static bool envelope_parse_done(ssmtp_spool_envelope *envelope, ssmtp_slice value, ssmtp_error *error)
{
	ssmtp_slice path, options;
	int type;

	(void) envelope;
	return envelope_take_recipient(value, &type, &path, &options, error);
}

static bool envelope_parse_version(ssmtp_spool_envelope *envelope, ssmtp_slice value, ssmtp_error *error)
{
	if (envelope->version != 0 || value.len != 1 || (value.ptr[0] != '1' && value.ptr[0] != '2')) {
		return spool_malformed(error, "its version is neither 1 nor 2");
	}
	envelope->version = value.ptr[0] - '0';
	return true;
}

static int envelope_hex(uint8_t c)
{
	return ssmtp_is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool envelope_read_digest(uint8_t digest[SSMTP_SPOOL_DIGEST], ssmtp_slice hex)
{
	for (size_t i = 0; i < SSMTP_SPOOL_DIGEST; i++) {
		int high = envelope_hex(hex.ptr[2 * i]), low = envelope_hex(hex.ptr[2 * i + 1]);

		if (high < 0 || low < 0) {
			return false;
		}
		digest[i] = (uint8_t) (high << 4 | low);
	}
	return true;
}

/* The second line of version 2: "<size of the file> sha256=<of what stands behind this line>". */
static bool envelope_parse_check(ssmtp_spool_envelope *envelope, ssmtp_slice value, ssmtp_error *error)
{
	const ssmtp_slice label = SSMTP_SLICE(" sha256=");
	ssmtp_slice digits = ssmtp_slice_head(value, SPOOL_SIZE_DIGITS);
	uint64_t size = 0;

	if (envelope->version != 2 || envelope->covered_at != 0 || envelope->from != NULL || envelope->count > 0 ||
		envelope->eight_bit || value.len != SPOOL_SIZE_DIGITS + label.len + 2 * SSMTP_SPOOL_DIGEST ||
		!ssmtp_slice_equal(ssmtp_slice_head(ssmtp_slice_skip(value, digits.len), label.len), label) ||
		!envelope_read_digest(envelope->check.digest, ssmtp_slice_skip(value, digits.len + label.len))) {
		return spool_malformed(error, "X-SSMTP-Check is not the size and the digest, in its second line");
	}
	for (size_t i = 0; i < digits.len; i++) {
		if (!ssmtp_is_digit(digits.ptr[i]) || size > (UINT64_MAX - 9) / 10) {
			return spool_malformed(error, "X-SSMTP-Check has no size");
		}
		size = size * 10 + (uint64_t) (digits.ptr[i] - '0');
	}
	envelope->check.size_octets = size;
	envelope->covered_at = SSMTP_SPOOL_CHECK_AT + SSMTP_SPOOL_CHECK_LINE;
	return true;
}

static bool envelope_parse_body(ssmtp_spool_envelope *envelope, ssmtp_slice value, ssmtp_error *error)
{
	envelope->eight_bit = ssmtp_slice_equal(value, SSMTP_SLICE("8BITMIME"));
	return envelope->eight_bit || spool_malformed(error, "X-SSMTP-Body is not 8BITMIME");
}

static const struct {
	const char *name; /* with colon and blank */
	bool (*parse)(ssmtp_spool_envelope *, ssmtp_slice, ssmtp_error *);
} envelope_lines[] = {
	{ "X-SSMTP-Queue: ", envelope_parse_version },
	{ SPOOL_CHECK_NAME, envelope_parse_check },
	{ "X-SSMTP-From: ", envelope_parse_from },
	{ "X-SSMTP-Body: ", envelope_parse_body },
	{ "X-SSMTP-" SSMTP_SPOOL_OPEN ": ", envelope_parse_recipient },
	{ "X-SSMTP-" SSMTP_SPOOL_DONE ": ", envelope_parse_done },
};

void ssmtp_spool_envelope_unmark(ssmtp_buf *head, size_t end)
{
	const ssmtp_slice mark = SSMTP_SLICE("X-SSMTP-" SSMTP_SPOOL_DONE ": ");
	ssmtp_slice text = ssmtp_slice_head(ssmtp_buf_slice(head), end);

	for (size_t at = 0; at < text.len; at += ssmtp_slice_find(ssmtp_slice_skip(text, at), '\n') + 1) {
		if (ssmtp_slice_equal(ssmtp_slice_head(ssmtp_slice_skip(text, at), mark.len), mark)) {
			ssmtp_buf_overwrite(head, at + SSMTP_SPOOL_MARK_AT, SSMTP_SPOOL_OPEN, SSMTP_SPOOL_MARK_LEN);
		}
	}
}

static bool envelope_parse_line(ssmtp_spool_envelope *envelope, ssmtp_slice line, ssmtp_error *error)
{
	for (size_t i = 0; i < sizeof(envelope_lines) / sizeof(envelope_lines[0]); i++) {
		ssmtp_slice name = ssmtp_slice_str(envelope_lines[i].name);

		if (ssmtp_slice_equal(ssmtp_slice_head(line, name.len), name)) {
			return envelope_lines[i].parse(envelope, ssmtp_slice_skip(line, name.len), error);
		}
	}
	return spool_malformed(error, "an envelope line is unknown");
}

bool ssmtp_spool_envelope_parse(
	ssmtp_spool_envelope *envelope, ssmtp_slice text, size_t *content_at, ssmtp_error *error)
{
	ssmtp_slice rest = text;
	size_t count;

	memset(envelope, 0, sizeof(*envelope));
	if (!ssmtp_slice_equal(ssmtp_slice_head(text, 15), SSMTP_SLICE("X-SSMTP-Queue: "))) {
		return spool_malformed(error, "it does not begin with X-SSMTP-Queue");
	}
	for (;;) {
		size_t len = ssmtp_slice_find(rest, '\n');
		ssmtp_slice line;

		if (len == rest.len || len == 0 || rest.ptr[len - 1] != '\r') {
			return spool_malformed(error, "the envelope has no end");
		}
		line = ssmtp_slice_of(rest.ptr, len - 1);
		rest = ssmtp_slice_skip(rest, len + 1);
		if (line.len == 0) {
			break;
		}
		count = envelope->count;
		if (!envelope_parse_line(envelope, line, error)) {
			return false;
		}
		if (envelope->count > count) {
			envelope->recipients[count].line_at = (size_t) (line.ptr - text.ptr);
		}
	}
	*content_at = text.len - rest.len;
	if (envelope->version == 2 && envelope->covered_at == 0) {
		return spool_malformed(error, "X-SSMTP-Check is missing");
	}
	return (envelope->from != NULL && envelope->count > 0) ||
		   spool_malformed(error, "sender or recipients are missing");
}
