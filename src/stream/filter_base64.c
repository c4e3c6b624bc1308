/* The base64 transfer encoding (RFC 2045 section 6.8) in lines of 76 columns,
 * each ended by CRLF. 76 is the length at which a relay that wraps base64 anew
 * changes nothing (docs/internals/stream.md). */
#include "base/base64.h"
#include "stream/filter.h"

#define LINE_IN 57
#define LINE_OUT (SSMTP_BASE64_LEN(LINE_IN) + 2)

typedef struct base64_filter {
	ssmtp_filter filter;
	size_t line_at; /* what of line is still to be handed out */
	size_t line_end;
	uint8_t line[LINE_OUT];
} base64_filter;

static size_t base64_line(ssmtp_filter *filter, uint8_t *dst)
{
	size_t held = filter->end - filter->at;
	size_t len = held < LINE_IN ? held : LINE_IN;
	size_t out = ssmtp_base64_encode(dst, filter->in + filter->at, len);

	filter->at += len;
	dst[out++] = '\r';
	dst[out++] = '\n';
	return out;
}

/* Hands out what is left of the line that did not fit. */
static size_t base64_drain(base64_filter *self, uint8_t *dst, size_t room)
{
	size_t left = self->line_end - self->line_at;
	size_t n = left < room ? left : room;

	memcpy(dst, self->line + self->line_at, n);
	self->line_at += n;
	return n;
}

static bool base64_read(ssmtp_source *source, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	base64_filter *self = (base64_filter *) source;
	ssmtp_filter *filter = &self->filter;
	size_t out;

	if (!ssmtp_filter_ready(filter, error)) {
		return false;
	}
	out = base64_drain(self, dst, room);
	while (out < room) {
		if (filter->end - filter->at < LINE_IN && !filter->ended) {
			/* What is ready goes out before upstream is asked again. */
			if (out > 0) {
				break;
			}
			if (!ssmtp_filter_fill(filter, LINE_IN, error)) {
				return false;
			}
		}
		if (filter->at == filter->end) {
			break;
		}
		if (room - out >= LINE_OUT) {
			out += base64_line(filter, dst + out);
			continue;
		}
		self->line_end = base64_line(filter, self->line);
		self->line_at = 0;
		out += base64_drain(self, dst + out, room - out);
	}
	*n = out;
	return true;
}

static bool base64_size(ssmtp_source *source, uint64_t *size_octets)
{
	uint64_t octets;

	if (!ssmtp_source_size(((ssmtp_filter *) source)->upstream, &octets)) {
		return false;
	}
	*size_octets = octets / LINE_IN * LINE_OUT;
	if (octets % LINE_IN > 0) {
		*size_octets += SSMTP_BASE64_LEN(octets % LINE_IN) + 2;
	}
	return true;
}

static const ssmtp_source_vtable base64_vtable = { .name = "base64",
	.read = base64_read,
	.rewind = ssmtp_filter_rewind,
	.size = base64_size,
	.free = ssmtp_filter_free,
	.again = ssmtp_filter_again };

ssmtp_source *ssmtp_filter_base64_new_take(ssmtp_source **upstream, ssmtp_error *error)
{
	return (ssmtp_source *) ssmtp_filter_new_take(sizeof(base64_filter), &base64_vtable, upstream, error);
}
