/* Growable octet buffer (see buf.h). */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/alloc.h"

#define BUF_FIRST_ROOM 256

static void buf_setup(ssmtp_buf *buf, size_t max, bool secret)
{
	memset(buf, 0, sizeof(*buf));
	buf->max = max;
	buf->secret = secret;
}

void ssmtp_buf_init(ssmtp_buf *buf, size_t max)
{
	buf_setup(buf, max, false);
}

void ssmtp_buf_init_secret(ssmtp_buf *buf, size_t max)
{
	buf_setup(buf, max, true);
}

void ssmtp_buf_free(ssmtp_buf *buf)
{
	if (buf->secret && buf->data != NULL) {
		ssmtp_wipe(buf->data, buf->room);
	}
	ssmtp_free(buf->data);
	buf_setup(buf, buf->max, buf->secret);
}

/* Moves the content to the front of the memory. */
static void buf_compact(ssmtp_buf *buf)
{
	size_t len = ssmtp_buf_len(buf);

	if (buf->start == 0) {
		return;
	}
	memmove(buf->data, buf->data + buf->start, len);
	if (buf->secret) {
		ssmtp_wipe(buf->data + len, buf->end - len);
	}
	buf->start = 0;
	buf->end = len;
}

static bool buf_grow(ssmtp_buf *buf, size_t need)
{
	size_t room = buf->room ? buf->room : BUF_FIRST_ROOM;
	uint8_t *data;

	while (room < need) {
		room = room > SIZE_MAX / 2 ? need : room * 2;
	}
	/* realloc would leave a copy of a secret behind. */
	data = buf->secret ? ssmtp_alloc(room) : ssmtp_realloc(buf->data, room);
	if (data == NULL) {
		return false;
	}
	if (buf->secret && buf->data != NULL) {
		memcpy(data, buf->data, buf->end);
		ssmtp_wipe(buf->data, buf->room);
		ssmtp_free(buf->data);
	}
	buf->data = data;
	buf->room = room;
	return true;
}

bool ssmtp_buf_reserve(ssmtp_buf *buf, size_t n)
{
	size_t len = ssmtp_buf_len(buf);

	if (buf->data != NULL && buf->room - buf->end >= n) {
		return len <= buf->max && n <= buf->max - len;
	}
	if (len > buf->max || n > buf->max - len) {
		return false;
	}
	/* Moving is cheap only while the consumed part is the larger one. */
	if (buf->start >= len) {
		buf_compact(buf);
		if (buf->data != NULL && buf->room - buf->end >= n) {
			return true;
		}
	}
	return buf_grow(buf, buf->end + n);
}

uint8_t *ssmtp_buf_tail(ssmtp_buf *buf, size_t *room)
{
	size_t allowed = buf->max - ssmtp_buf_len(buf);

	*room = buf->room - buf->end < allowed ? buf->room - buf->end : allowed;
	return buf->data == NULL ? NULL : buf->data + buf->end;
}

void ssmtp_buf_commit(ssmtp_buf *buf, size_t n)
{
	buf->end += n;
}

void ssmtp_buf_consume(ssmtp_buf *buf, size_t n)
{
	if (buf->secret) {
		ssmtp_wipe(buf->data + buf->start, n);
	}
	buf->start += n;
	if (buf->start == buf->end) {
		buf->start = buf->end = 0;
	}
}

void ssmtp_buf_clear(ssmtp_buf *buf)
{
	if (buf->secret && buf->data != NULL) {
		ssmtp_wipe(buf->data, buf->end);
	}
	buf->start = buf->end = 0;
}

void ssmtp_buf_truncate(ssmtp_buf *buf, size_t n)
{
	if (n >= ssmtp_buf_len(buf)) {
		return;
	}
	if (buf->secret) {
		ssmtp_wipe(buf->data + buf->start + n, ssmtp_buf_len(buf) - n);
	}
	buf->end = buf->start + n;
}

void ssmtp_buf_overwrite(ssmtp_buf *buf, size_t offset, const void *ptr, size_t len)
{
	if (len > 0 && offset <= ssmtp_buf_len(buf) && len <= ssmtp_buf_len(buf) - offset) {
		memcpy(buf->data + buf->start + offset, ptr, len);
	}
}

bool ssmtp_buf_append(ssmtp_buf *buf, const void *ptr, size_t len)
{
	if (len == 0) {
		return true;
	}
	if (!ssmtp_buf_reserve(buf, len)) {
		return false;
	}
	memcpy(buf->data + buf->end, ptr, len);
	buf->end += len;
	return true;
}

bool ssmtp_buf_append_slice(ssmtp_buf *buf, ssmtp_slice s)
{
	return ssmtp_buf_append(buf, s.ptr, s.len);
}

bool ssmtp_buf_append_str(ssmtp_buf *buf, const char *text)
{
	return ssmtp_buf_append(buf, text, strlen(text));
}

bool ssmtp_buf_append_octet(ssmtp_buf *buf, uint8_t c)
{
	return ssmtp_buf_append(buf, &c, 1);
}

bool ssmtp_buf_append_number(ssmtp_buf *buf, uint64_t number)
{
	char digits[20]; /* of UINT64_MAX */
	size_t at = sizeof(digits);

	do {
		digits[--at] = (char) ('0' + number % 10);
		number /= 10;
	} while (number > 0);
	return ssmtp_buf_append(buf, digits + at, sizeof(digits) - at);
}

bool ssmtp_buf_printf(ssmtp_buf *buf, const char *format, ...)
{
	va_list args;
	int len;

	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	/* One octet more: vsnprintf ends what it writes with a NUL. */
	if (len < 0 || !ssmtp_buf_reserve(buf, (size_t) len + 1)) {
		return false;
	}
	va_start(args, format);
	vsnprintf((char *) buf->data + buf->end, (size_t) len + 1, format, args);
	va_end(args);
	buf->end += (size_t) len;
	return true;
}

const char *ssmtp_buf_cstr(ssmtp_buf *buf)
{
	if (!ssmtp_buf_reserve(buf, 1)) {
		return NULL;
	}
	buf->data[buf->end] = '\0';
	return (const char *) buf->data + buf->start;
}
