/* One JSON object (RFC 8259) of RFC 7628 section 3.2.2, read for its texts and numbers; what is nested is passed
 * over. */
#include "smtp/oauth_reason.h"

#include "base/ascii.h"
#include "base/buf.h"

/* What an error's text has room for beside the reply. */
#define REASON_MAX 300
/* An object that nests deeper tells nothing. */
#define DEPTH_MAX 16

static void json_skip_blank(ssmtp_slice *json)
{
	while (json->len > 0 && (ssmtp_is_wsp(json->ptr[0]) || json->ptr[0] == '\r' || json->ptr[0] == '\n')) {
		*json = ssmtp_slice_skip(*json, 1);
	}
}

/* Takes the octet, blanks before it included. */
static bool json_take(ssmtp_slice *json, uint8_t octet)
{
	json_skip_blank(json);
	if (json->len == 0 || json->ptr[0] != octet) {
		return false;
	}
	*json = ssmtp_slice_skip(*json, 1);
	return true;
}

static bool json_append_utf8(ssmtp_buf *out, uint32_t c)
{
	if (c < 0x80) {
		return ssmtp_buf_append_octet(out, (uint8_t) c);
	}
	if (c < 0x800) {
		return ssmtp_buf_append_octet(out, (uint8_t) (0xc0 | c >> 6)) &&
			   ssmtp_buf_append_octet(out, (uint8_t) (0x80 | (c & 0x3f)));
	}
	if (c < 0x10000) {
		return ssmtp_buf_append_octet(out, (uint8_t) (0xe0 | c >> 12)) &&
			   ssmtp_buf_append_octet(out, (uint8_t) (0x80 | (c >> 6 & 0x3f))) &&
			   ssmtp_buf_append_octet(out, (uint8_t) (0x80 | (c & 0x3f)));
	}
	return ssmtp_buf_append_octet(out, (uint8_t) (0xf0 | c >> 18)) &&
		   ssmtp_buf_append_octet(out, (uint8_t) (0x80 | (c >> 12 & 0x3f))) &&
		   ssmtp_buf_append_octet(out, (uint8_t) (0x80 | (c >> 6 & 0x3f))) &&
		   ssmtp_buf_append_octet(out, (uint8_t) (0x80 | (c & 0x3f)));
}

/* The four digits behind "\\u". */
static bool json_take_unit(ssmtp_slice *json, uint32_t *unit)
{
	*unit = 0;
	for (size_t i = 0; i < 4; i++) {
		int digit = i < json->len ? ssmtp_hex_value(json->ptr[i]) : -1;

		if (digit < 0) {
			return false;
		}
		*unit = *unit * 16 + (uint32_t) digit;
	}
	*json = ssmtp_slice_skip(*json, 4);
	return true;
}

/* RFC 8259 section 7: what lies beyond the first plane is a pair of surrogates; half a pair is no character. */
static bool json_take_character(ssmtp_slice *json, uint32_t *c)
{
	uint32_t low;

	if (!json_take_unit(json, c) || (*c >= 0xdc00 && *c < 0xe000)) {
		return false;
	}
	if (*c < 0xd800 || *c >= 0xe000) {
		return true;
	}
	if (json->len < 2 || json->ptr[0] != '\\' || json->ptr[1] != 'u') {
		return false;
	}
	*json = ssmtp_slice_skip(*json, 2);
	if (!json_take_unit(json, &low) || low < 0xdc00 || low >= 0xe000) {
		return false;
	}
	*c = 0x10000 + ((*c - 0xd800) << 10) + (low - 0xdc00);
	return true;
}

static bool json_take_escape(ssmtp_slice *json, ssmtp_buf *out)
{
	static const char escapes[] = "\"\"\\\\//b\bf\fn\nr\rt\t";
	uint8_t letter = json->len > 0 ? json->ptr[0] : 0;
	uint32_t c;

	*json = ssmtp_slice_skip(*json, 1);
	if (letter == 'u') {
		return json_take_character(json, &c) && json_append_utf8(out, c);
	}
	for (size_t i = 0; i + 1 < sizeof(escapes); i += 2) {
		if ((uint8_t) escapes[i] == letter) {
			return ssmtp_buf_append_octet(out, (uint8_t) escapes[i + 1]);
		}
	}
	return false;
}

/* A string, decoded behind what out has; a longer one than out takes is none. */
static bool json_take_string(ssmtp_slice *json, ssmtp_buf *out)
{
	if (!json_take(json, '"')) {
		return false;
	}
	while (json->len > 0) {
		uint8_t octet = json->ptr[0];

		*json = ssmtp_slice_skip(*json, 1);
		if (octet == '"') {
			return true;
		}
		if (octet < 0x20 || !(octet == '\\' ? json_take_escape(json, out) : ssmtp_buf_append_octet(out, octet))) {
			return false;
		}
	}
	return false;
}

/* true, false, null or a number, as it is written. */
static ssmtp_slice json_take_word(ssmtp_slice *json)
{
	ssmtp_slice word;
	size_t len = 0;

	while (len < json->len && (ssmtp_is_alnum(json->ptr[len]) || strchr("+-.", json->ptr[len]) != NULL) &&
		   json->ptr[len] != 0) {
		len++;
	}
	word = ssmtp_slice_head(*json, len);
	*json = ssmtp_slice_skip(*json, len);
	return word;
}

/* Passes over an object or an array; strings inside may hold brackets. */
static bool json_skip_nested(ssmtp_slice *json)
{
	unsigned depth = 0;
	ssmtp_buf ignored;
	bool ok = true;

	ssmtp_buf_init(&ignored, SSMTP_BUF_MAX_DEFAULT);
	do {
		uint8_t octet = json->len > 0 ? json->ptr[0] : 0;

		if (octet == '"') {
			ok = json_take_string(json, &ignored);
			continue;
		}
		depth += octet == '{' || octet == '[' ? 1 : 0;
		depth -= octet == '}' || octet == ']' ? 1 : 0;
		ok = json->len > 0 && depth <= DEPTH_MAX;
		*json = ssmtp_slice_skip(*json, 1);
	} while (ok && depth > 0);
	ssmtp_buf_free(&ignored);
	return ok;
}

/* The value behind name: its text into reason, unless it is none of the two kinds. */
static bool reason_take_value(ssmtp_slice *json, ssmtp_slice name, ssmtp_buf *reason)
{
	size_t before = ssmtp_buf_len(reason);
	bool told = ssmtp_buf_append_str(reason, before > 0 ? ", " : "") && ssmtp_buf_append_slice(reason, name) &&
				ssmtp_buf_append_octet(reason, ' ');
	ssmtp_slice word;

	json_skip_blank(json);
	if (told && json->len > 0 && json->ptr[0] == '"') {
		return json_take_string(json, reason);
	}
	if (json->len > 0 && (json->ptr[0] == '{' || json->ptr[0] == '[')) {
		ssmtp_buf_truncate(reason, before);
		return json_skip_nested(json);
	}
	word = json_take_word(json);
	if (!told || word.len == 0) {
		return false;
	}
	if (ssmtp_is_alpha(word.ptr[0])) {
		ssmtp_buf_truncate(reason, before);
		return true;
	}
	return ssmtp_buf_append_slice(reason, word);
}

static bool reason_read(ssmtp_slice json, ssmtp_buf *name, ssmtp_buf *reason)
{
	if (!json_take(&json, '{')) {
		return false;
	}
	do {
		ssmtp_buf_clear(name);
		if (!json_take_string(&json, name) || !json_take(&json, ':') ||
			!reason_take_value(&json, ssmtp_buf_slice(name), reason)) {
			return false;
		}
	} while (json_take(&json, ','));
	return json_take(&json, '}');
}

void ssmtp_oauth_reason(ssmtp_slice json, ssmtp_error *error)
{
	ssmtp_buf name;
	ssmtp_buf reason;

	ssmtp_buf_init(&name, 64);
	/* A server may have put the token there. */
	ssmtp_buf_init_secret(&reason, REASON_MAX);
	if (reason_read(json, &name, &reason) && ssmtp_buf_len(&reason) > 0) {
		ssmtp_slice text = ssmtp_buf_slice(&reason);

		ssmtp_error_set(error, SSMTP_ERROR_AUTH, SSMTP_E_PROTOCOL, "%.*s", SSMTP_SLICE_FMT(text));
	}
	ssmtp_buf_free(&name);
	ssmtp_buf_free(&reason);
}
