/* UTF-8 (see utf8.h). */
#include "base/utf8.h"

#include "base/ascii.h"

/* RFC 3629 section 4: what may begin a character, and its second octet. */
static const struct {
	uint8_t first, last; /* of the first octet */
	uint8_t second_min, second_max;
	uint8_t len;
} utf8_rows[] = {
	{ 0x00, 0x7f, 0, 0, 1 },
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
	while (text.ptr[0] < utf8_rows[row].first || text.ptr[0] > utf8_rows[row].last) {
		if (++row == sizeof(utf8_rows) / sizeof(utf8_rows[0])) {
			return 0;
		}
	}
	if (text.len < utf8_rows[row].len) {
		return 0;
	}
	value = utf8_rows[row].len == 1 ? text.ptr[0] : text.ptr[0] & (0x7fu >> utf8_rows[row].len);
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

bool ssmtp_utf8_has_control(ssmtp_slice text, bool separators)
{
	while (text.len > 0) {
		uint32_t code = 0;
		size_t len = ssmtp_utf8_next(text, &code);

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
