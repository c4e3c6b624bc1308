/* Octets somewhere else: a pointer and a length that never own. */
#ifndef SSMTP_BASE_SLICE_H
#define SSMTP_BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct ssmtp_slice {
	const uint8_t *ptr; /* may be NULL when len is 0 */
	size_t len;
} ssmtp_slice;

#define SSMTP_SLICE_EMPTY ((ssmtp_slice) { NULL, 0 })
/* A string literal as a slice. */
#define SSMTP_SLICE(literal) ((ssmtp_slice) { (const uint8_t *) (literal), sizeof(literal) - 1 })
/* Arguments for "%.*s". */
#define SSMTP_SLICE_FMT(s) ((int) (s).len), ((s).len ? (const char *) (s).ptr : "")

static inline ssmtp_slice ssmtp_slice_of(const void *ptr, size_t len)
{
	return (ssmtp_slice) { ptr, len };
}

static inline ssmtp_slice ssmtp_slice_str(const char *text)
{
	return (ssmtp_slice) { (const uint8_t *) text, text == NULL ? 0 : strlen(text) };
}

static inline bool ssmtp_slice_equal(ssmtp_slice a, ssmtp_slice b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static inline ssmtp_slice ssmtp_slice_skip(ssmtp_slice s, size_t n)
{
	return n >= s.len ? SSMTP_SLICE_EMPTY : (ssmtp_slice) { s.ptr + n, s.len - n };
}

static inline ssmtp_slice ssmtp_slice_head(ssmtp_slice s, size_t n)
{
	return (ssmtp_slice) { s.ptr, n < s.len ? n : s.len };
}

/* Position of the first octet c, or len when there is none. */
static inline size_t ssmtp_slice_find(ssmtp_slice s, uint8_t c)
{
	const uint8_t *at = s.len ? memchr(s.ptr, c, s.len) : NULL;

	return at == NULL ? s.len : (size_t) (at - s.ptr);
}

#endif
