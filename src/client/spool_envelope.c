/* The envelope lines of a queue file (see spool.h): X-SSMTP-Queue, -From, -Body, -Rcpt. */
#include "client/spool.h"

#include "base/alloc.h"
#include "base/ascii.h"

#define SPOOL_RECIPIENTS_MAX 100000

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

bool ssmtp_spool_envelope_write(ssmtp_buf *out, const ssmtp_spool_envelope *envelope, ssmtp_error *error)
{
	bool ok = ssmtp_buf_printf(out, "X-SSMTP-Queue: 1\r\nX-SSMTP-From: <%s>\r\n", envelope->from);

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
	added->type = type;
	added->address = ssmtp_strndup(path.ptr, path.len);
	added->options = ssmtp_strndup(options.ptr, options.len);
	envelope->count++;
	return added->address != NULL && added->options != NULL;
}

static bool envelope_parse_recipient(ssmtp_spool_envelope *envelope, ssmtp_slice value, ssmtp_error *error)
{
	ssmtp_slice path;
	int type;

	if (value.len < 2 || value.ptr[0] < '0' || value.ptr[0] > '2' || value.ptr[1] != ' ') {
		return spool_malformed(error, "X-SSMTP-Rcpt has no type");
	}
	type = value.ptr[0] - '0';
	value = ssmtp_slice_skip(value, 2);
	if (!envelope_take_path(&value, &path) || path.len == 0 || (value.len > 0 && value.ptr[0] != ' ')) {
		return spool_malformed(error, "X-SSMTP-Rcpt is not <address> and options");
	}
	if (ssmtp_slice_has_control(value) || envelope->count >= SPOOL_RECIPIENTS_MAX) {
		return spool_malformed(error, "X-SSMTP-Rcpt has a control character, or there are too many");
	}
	return envelope_add_recipient(envelope, type, path, ssmtp_slice_trim(value)) || ssmtp_error_nomem(error);
}

static bool envelope_parse_version(ssmtp_spool_envelope *envelope, ssmtp_slice value, ssmtp_error *error)
{
	(void) envelope;
	return ssmtp_slice_equal(value, SSMTP_SLICE("1")) || spool_malformed(error, "its version is not 1");
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
	{ "X-SSMTP-From: ", envelope_parse_from },
	{ "X-SSMTP-Body: ", envelope_parse_body },
	{ "X-SSMTP-Rcpt: ", envelope_parse_recipient },
};

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
		if (!envelope_parse_line(envelope, line, error)) {
			return false;
		}
	}
	*content_at = text.len - rest.len;
	return (envelope->from != NULL && envelope->count > 0) ||
		   spool_malformed(error, "sender or recipients are missing");
}
