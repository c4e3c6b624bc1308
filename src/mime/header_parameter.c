/* Parameters of a field (RFC 2045 section 5.1, RFC 2231; see header.h). */
#include "base/ascii.h"
#include "mime/header_line.h"

/* With the name, a plain parameter of this length still fits on a line. */
#define PLAIN_MAX 70
#define SEGMENT_LINE 72
#define SEGMENT_MIN 24

/* RFC 2231 section 7: attribute-char, a token without "*", "'" and "%". */
static bool is_attribute_char(uint8_t c)
{
	return ssmtp_is_alnum(c) || (c != 0 && strchr("!#$&+-.^_`{|}~", c) != NULL);
}

/* The octets of one segment, percent-encoded, at most room octets. Returns
 * what it took of text. */
static size_t append_segment(ssmtp_buf *segment, ssmtp_slice text, size_t room, bool *ok)
{
	size_t i = 0;

	for (*ok = true; *ok && i < text.len; i++) {
		size_t need = is_attribute_char(text.ptr[i]) ? 1 : 3;

		if (ssmtp_buf_len(segment) + need > room) {
			break;
		}
		*ok =
			need == 1 ? ssmtp_buf_append_octet(segment, text.ptr[i]) : ssmtp_buf_printf(segment, "%%%02X", text.ptr[i]);
	}
	return i;
}

static bool append_extended(ssmtp_buf *value, const char *name, ssmtp_slice text)
{
	size_t used = strlen(name) + 10;
	size_t room = used + SEGMENT_MIN < SEGMENT_LINE ? SEGMENT_LINE - used : SEGMENT_MIN;
	ssmtp_buf segment;
	bool ok = true;

	ssmtp_buf_init(&segment, room);
	for (unsigned i = 0; ok && (text.len > 0 || i == 0); i++) {
		size_t taken;

		ssmtp_buf_clear(&segment);
		ok = i > 0 || ssmtp_buf_append_str(&segment, "utf-8''");
		if (!ok) {
			break;
		}
		taken = append_segment(&segment, text, room, &ok);
		/* All that fits in one segment needs no number. */
		ok = ok &&
			 (i == 0 && taken == text.len ? ssmtp_buf_printf(value, "; %s*=", name)
										  : ssmtp_buf_printf(value, "; %s*%u*=", name, i)) &&
			 ssmtp_buf_append_slice(value, ssmtp_buf_slice(&segment));
		text = ssmtp_slice_skip(text, taken);
	}
	ssmtp_buf_free(&segment);
	return ok;
}

bool ssmtp_header_append_parameter(ssmtp_buf *value, const char *name, ssmtp_slice text, ssmtp_error *error)
{
	size_t before = ssmtp_buf_len(value);
	bool ok;

	if (!ssmtp_header_is_token(ssmtp_slice_str(name))) {
		return ssmtp_error_argument(error, "\"%.80s\" is not a parameter name: use letters, digits and hyphens.", name);
	}
	if (!ssmtp_header_check_text(name, text, error)) {
		return false;
	}
	if (!ssmtp_slice_is_ascii(text) || strlen(name) + text.len > PLAIN_MAX) {
		ok = append_extended(value, name, text);
	} else {
		ok = ssmtp_buf_printf(value, "; %s=", name) &&
			 (ssmtp_header_is_token(text) ? ssmtp_buf_append_slice(value, text)
										  : ssmtp_mailbox_append_quoted(value, text));
	}
	if (!ok) {
		ssmtp_buf_truncate(value, before);
		return ssmtp_error_nomem(error);
	}
	return true;
}
