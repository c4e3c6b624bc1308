/* Character classes of the mail standards: ASCII only, whatever the locale. */
#ifndef SSMTP_BASE_ASCII_H
#define SSMTP_BASE_ASCII_H

#include "base/slice.h"

static inline bool ssmtp_is_digit(uint8_t c) { return c >= '0' && c <= '9'; }
static inline bool ssmtp_is_upper(uint8_t c) { return c >= 'A' && c <= 'Z'; }
static inline bool ssmtp_is_alpha(uint8_t c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
static inline bool ssmtp_is_alnum(uint8_t c) { return ssmtp_is_digit(c) || ssmtp_is_alpha(c); }
/* RFC 5234: WSP is space or horizontal tab. */
static inline bool ssmtp_is_wsp(uint8_t c) { return c == ' ' || c == '\t'; }
/* The octets that may never stand in a command or a field value (C0 and DEL). */
static inline bool ssmtp_is_control(uint8_t c) { return c < 0x20 || c == 0x7f; }
static inline uint8_t ssmtp_lower(uint8_t c) { return ssmtp_is_upper(c) ? (uint8_t) (c | 0x20) : c; }
static inline uint8_t ssmtp_upper(uint8_t c) { return (c >= 'a' && c <= 'z') ? (uint8_t) (c & ~0x20) : c; }

/* Value of a hexadecimal digit, -1 for any other octet. */
static inline int ssmtp_hex_value(uint8_t c)
{
	if (ssmtp_is_digit(c)) {
		return c - '0';
	}
	c = ssmtp_lower(c);
	return (c >= 'a' && c <= 'f') ? c - 'a' + 10 : -1;
}

static inline bool ssmtp_slice_equal_nocase(ssmtp_slice a, ssmtp_slice b)
{
	if (a.len != b.len) {
		return false;
	}
	for (size_t i = 0; i < a.len; i++) {
		if (ssmtp_lower(a.ptr[i]) != ssmtp_lower(b.ptr[i])) {
			return false;
		}
	}
	return true;
}

static inline ssmtp_slice ssmtp_slice_trim(ssmtp_slice s)
{
	while (s.len > 0 && ssmtp_is_wsp(s.ptr[0])) {
		s.ptr++;
		s.len--;
	}
	while (s.len > 0 && ssmtp_is_wsp(s.ptr[s.len - 1])) {
		s.len--;
	}
	return s;
}

static inline bool ssmtp_slice_has_control(ssmtp_slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		if (ssmtp_is_control(s.ptr[i])) {
			return true;
		}
	}
	return false;
}

static inline bool ssmtp_slice_is_ascii(ssmtp_slice s)
{
	uint64_t eight;
	uint8_t high = 0;

	for (; s.len >= sizeof(eight); s.ptr += sizeof(eight), s.len -= sizeof(eight)) {
		memcpy(&eight, s.ptr, sizeof(eight));
		if (eight & UINT64_C(0x8080808080808080)) {
			return false;
		}
	}
	while (s.len > 0) {
		high |= s.ptr[--s.len];
	}
	return high < 0x80;
}

/* Blank to tilde only: no control octet, none above 127. Eight at once: what is below a blank, 127 or above raises the
 * highest bit of its octet. */
static inline bool ssmtp_slice_is_printable(ssmtp_slice s)
{
	uint64_t eight, raised = 0;

	for (; s.len >= sizeof(eight); s.ptr += sizeof(eight), s.len -= sizeof(eight)) {
		memcpy(&eight, s.ptr, sizeof(eight));
		raised |= (eight - UINT64_C(0x2020202020202020)) & ~eight;
		raised |= eight | (eight + UINT64_C(0x0101010101010101));
	}
	if (raised & UINT64_C(0x8080808080808080)) {
		return false;
	}
	while (s.len > 0) {
		uint8_t c = s.ptr[--s.len];

		if (c < 0x20 || c > 0x7e) {
			return false;
		}
	}
	return true;
}

#endif
