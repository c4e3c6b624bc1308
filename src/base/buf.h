/* Growable octet buffer with a hard maximum and two cursors: octets are
 * appended at the end and consumed at the start. */
#ifndef SSMTP_BASE_BUF_H
#define SSMTP_BASE_BUF_H

#include "base/slice.h"

typedef struct ssmtp_buf {
	uint8_t *data; /* NULL until the first octet */
	size_t start;  /* first octet not yet consumed */
	size_t end;    /* behind the last octet */
	size_t room;   /* octets allocated */
	size_t max;    /* more than this is refused */
	bool secret;   /* wipe what is released or moved */
} ssmtp_buf;

/* As good as no limit: half of what a size can say. */
#define SSMTP_BUF_MAX_DEFAULT (SIZE_MAX / 2)

/* A zeroed struct is not valid: call one of these first. Neither allocates. */
void ssmtp_buf_init(ssmtp_buf *buf, size_t max);
void ssmtp_buf_init_secret(ssmtp_buf *buf, size_t max);
/* Releases the memory; the buffer is empty and usable afterwards. */
void ssmtp_buf_free(ssmtp_buf *buf);

static inline size_t ssmtp_buf_len(const ssmtp_buf *buf) { return buf->end - buf->start; }
static inline ssmtp_slice ssmtp_buf_slice(const ssmtp_buf *buf)
{
	return buf->data == NULL ? SSMTP_SLICE_EMPTY : ssmtp_slice_of(buf->data + buf->start, buf->end - buf->start);
}

/* Makes sure that n octets can be written behind the end; false when the
 * maximum would be passed or memory is exhausted, the content unchanged. */
bool ssmtp_buf_reserve(ssmtp_buf *buf, size_t n);
/* Where to write after a reserve; *room receives the octets available. */
uint8_t *ssmtp_buf_tail(ssmtp_buf *buf, size_t *room);
/* Tells how many octets were written at the tail. */
void ssmtp_buf_commit(ssmtp_buf *buf, size_t n);
void ssmtp_buf_consume(ssmtp_buf *buf, size_t n);
/* Forgets the content and keeps the memory. */
void ssmtp_buf_clear(ssmtp_buf *buf);
/* Keeps the first n octets of the content. */
void ssmtp_buf_truncate(ssmtp_buf *buf, size_t n);

/* Overwrites len octets of the content from offset on; they must be there. */
void ssmtp_buf_overwrite(ssmtp_buf *buf, size_t offset, const void *ptr, size_t len);
bool ssmtp_buf_append(ssmtp_buf *buf, const void *ptr, size_t len);
bool ssmtp_buf_append_slice(ssmtp_buf *buf, ssmtp_slice s);
bool ssmtp_buf_append_str(ssmtp_buf *buf, const char *text);
bool ssmtp_buf_append_octet(ssmtp_buf *buf, uint8_t c);
/* In decimal digits, without the cost of a format. */
bool ssmtp_buf_append_number(ssmtp_buf *buf, uint64_t number);
bool ssmtp_buf_printf(ssmtp_buf *buf, const char *format, ...)
#if defined(__GNUC__)
	__attribute__((format(printf, 2, 3)))
#endif
	;
/* The content as a C string: appends a NUL that is not counted. NULL without memory. */
const char *ssmtp_buf_cstr(ssmtp_buf *buf);

#endif
