/* UTF-8 (see utf8.h). */
#include "base/utf8.h"

#include "base/ascii.h"

/* RFC 3629 section 4: what may begin a character, and its second octet. */
static const struct {
	uint8_t first, last; /* of the first octet */
	uint8_t second_min, second_max;
	uint8_t len;
} utf8_rows[] = {
	{ 0xc2, 0xdf, 0x80, 0xbf, 2 },
	{ 0xe0, 0xe0, 0xa0, 0xbf, 3 },
	{ 0xe1, 0xec, 0x80, 0xbf, 3 },
	{ 0xed, 0xed, 0x80, 0x9f, 3 },
	{ 0xee, 0xef, 0x80, 0xbf, 3 },
	{ 0xf0, 0xf0, 0x90, 0xbf, 4 },
	{ 0xf1, 0xf3, 0x80, 0xbf, 4 },
	{ 0xf4, 0xf4, 0x80, 0x8f, 4 },
};

size_t ssmtp_utf8_next(ssmtp_slice text, uint32_t *code)
{
	uint32_t value;
	size_t row = 0;

	if (text.len == 0) {
		return 0;
	}
	if (text.ptr[0] < 0x80) {
		if (code != NULL) {
			*code = text.ptr[0];
		}
		return 1;
	}
	while (text.ptr[0] < utf8_rows[row].first || text.ptr[0] > utf8_rows[row].last) {
		if (++row == sizeof(utf8_rows) / sizeof(utf8_rows[0])) {
			return 0;
		}
	}
	if (text.len < utf8_rows[row].len) {
		return 0;
	}
	value = text.ptr[0] & (0x7fu >> utf8_rows[row].len);
	for (size_t i = 1; i < utf8_rows[row].len; i++) {
		uint8_t min = i == 1 ? utf8_rows[row].second_min : 0x80;
		uint8_t max = i == 1 ? utf8_rows[row].second_max : 0xbf;

		if (text.ptr[i] < min || text.ptr[i] > max) {
			return 0;
		}
		value = value << 6 | (text.ptr[i] & 0x3f);
	}
	if (code != NULL) {
		*code = value;
	}
	return utf8_rows[row].len;
}

bool ssmtp_utf8_is_valid(ssmtp_slice text)
{
	while (text.len > 0) {
		size_t len = ssmtp_utf8_next(text, NULL);

		if (len == 0) {
			return false;
		}
		text = ssmtp_slice_skip(text, len);
	}
	return true;
}

/* Default_Ignorable_Code_Point and Zs of Unicode, the Braille blank and interlinear annotation; in order. */
static const struct {
	uint32_t first, last;
	ssmtp_utf8_hidden kind;
} hidden_rows[] = {
	{ 0xa0, 0xa0, SSMTP_UTF8_INVISIBLE },     /* no-break space */
	{ 0xad, 0xad, SSMTP_UTF8_INVISIBLE },     /* soft hyphen */
	{ 0x34f, 0x34f, SSMTP_UTF8_INVISIBLE },
	{ 0x61c, 0x61c, SSMTP_UTF8_INVISIBLE },   /* Arabic letter mark */
	{ 0x115f, 0x1160, SSMTP_UTF8_INVISIBLE },
	{ 0x1680, 0x1680, SSMTP_UTF8_INVISIBLE },
	{ 0x17b4, 0x17b5, SSMTP_UTF8_INVISIBLE },
	{ 0x180b, 0x180f, SSMTP_UTF8_INVISIBLE },
	{ 0x2000, 0x200b, SSMTP_UTF8_INVISIBLE }, /* spaces, the zero-width one last */
	{ 0x200c, 0x200d, SSMTP_UTF8_JOINER },
	{ 0x200e, 0x200f, SSMTP_UTF8_INVISIBLE }, /* marks of direction */
	{ 0x2028, 0x2029, SSMTP_UTF8_INVISIBLE },
	{ 0x202a, 0x202e, SSMTP_UTF8_DIRECTION },
	{ 0x202f, 0x202f, SSMTP_UTF8_INVISIBLE },
	{ 0x205f, 0x2065, SSMTP_UTF8_INVISIBLE }, /* word joiner among them */
	{ 0x2066, 0x2069, SSMTP_UTF8_DIRECTION },
	{ 0x206a, 0x206f, SSMTP_UTF8_INVISIBLE },
	{ 0x2800, 0x2800, SSMTP_UTF8_INVISIBLE },
	{ 0x3000, 0x3000, SSMTP_UTF8_INVISIBLE },
	{ 0x3164, 0x3164, SSMTP_UTF8_INVISIBLE },
	{ 0xfe00, 0xfe0f, SSMTP_UTF8_INVISIBLE }, /* variation selectors */
	{ 0xfeff, 0xfeff, SSMTP_UTF8_INVISIBLE }, /* byte order mark */
	{ 0xffa0, 0xffa0, SSMTP_UTF8_INVISIBLE },
	{ 0xfff0, 0xfffb, SSMTP_UTF8_INVISIBLE },
	{ 0x1bca0, 0x1bca3, SSMTP_UTF8_INVISIBLE },
	{ 0x1d173, 0x1d17a, SSMTP_UTF8_INVISIBLE },
	{ 0xe0000, 0xe0fff, SSMTP_UTF8_INVISIBLE }, /* tags */
};

static unsigned hidden_kind(uint32_t code)
{
	for (size_t i = 0; i < sizeof(hidden_rows) / sizeof(hidden_rows[0]) && code >= hidden_rows[i].first; i++) {
		if (code <= hidden_rows[i].last) {
			return hidden_rows[i].kind;
		}
	}
	return 0;
}

uint32_t ssmtp_utf8_find_hidden(ssmtp_slice text, unsigned kinds)
{
	if (ssmtp_slice_is_ascii(text)) {
		return 0;
	}
	while (text.len > 0) {
		uint32_t code = 0;
		size_t len = ssmtp_utf8_next(text, &code);

		if (len == 0) {
			return 0;
		}
		if (code >= 0x80 && (hidden_kind(code) & kinds) != 0) {
			return code;
		}
		text = ssmtp_slice_skip(text, len);
	}
	return 0;
}

bool ssmtp_utf8_has_control(ssmtp_slice text, bool separators)
{
	while (text.len > 0) {
		uint32_t code = 0;
		size_t len;

		if (text.ptr[0] >= 0x20 && text.ptr[0] < 0x7f) {
			text = ssmtp_slice_skip(text, 1);
			continue;
		}
		len = ssmtp_utf8_next(text, &code);
		if (len == 0 || code < 0x20 || (code >= 0x7f && code < 0xa0)) {
			return true;
		}
		if (separators && (code == 0x2028 || code == 0x2029)) {
			return true;
		}
		text = ssmtp_slice_skip(text, len);
	}
	return false;
}
