/* Line ends become CRLF: a bare CR or a bare LF counts as one (RFC 5321
 * section 2.3.8, RFC 8551 section 3.1.1). Text that is canonical already passes
 * by memchr and memcpy. */
#include "stream/filter.h"

typedef struct crlf_filter {
	ssmtp_filter filter;
	bool owes_lf;  /* the CR of a line end is out, its LF is not */
	bool after_cr; /* the last octet converted was a CR: an LF now belongs to it */
} crlf_filter;

/* Length of the longest start of the octets that is canonical and does not end in CR. */
static size_t crlf_canonical_run(const uint8_t *octets, size_t len)
{
	size_t at = 0;

	while (at < len) {
		const uint8_t *lf = memchr(octets + at, '\n', len - at);
		size_t line = lf == NULL ? len - at : (size_t) (lf - octets) - at;
		const uint8_t *cr = memchr(octets + at, '\r', line);

		if (cr == NULL) {
			return lf == NULL ? len : at + line;
		}
		if (cr + 1 != lf) {
			return (size_t) (cr - octets);
		}
		at += line + 1;
	}
	return at;
}

/* Converts from the chunk into dst; returns the octets written. */
static size_t crlf_convert(crlf_filter *self, uint8_t *dst, size_t room)
{
	ssmtp_filter *filter = &self->filter;
	size_t out = 0;

	while (out < room && (self->owes_lf || filter->at < filter->end)) {
		const uint8_t *in = filter->in + filter->at;
		size_t held = filter->end - filter->at;
		size_t run;

		if (self->owes_lf) {
			dst[out++] = '\n';
			self->owes_lf = false;
			continue;
		}
		if (self->after_cr) {
			self->after_cr = false;
			filter->at += *in == '\n';
			continue;
		}
		run = crlf_canonical_run(in, held < room - out ? held : room - out);
		memcpy(dst + out, in, run);
		out += run;
		filter->at += run;
		if (run < held && out < room) {
			dst[out++] = '\r';
			self->owes_lf = true;
			self->after_cr = in[run] == '\r';
			filter->at++;
		}
	}
	return out;
}

static bool crlf_read(ssmtp_source *source, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	crlf_filter *self = (crlf_filter *) source;

	*n = 0;
	if (!ssmtp_filter_ready(&self->filter, error)) {
		return false;
	}
	while (*n == 0) {
		if (!self->owes_lf && !ssmtp_filter_fill(&self->filter, 1, error)) {
			return false;
		}
		*n = crlf_convert(self, dst, room);
		if (self->filter.ended && self->filter.at == self->filter.end && !self->owes_lf) {
			break;
		}
	}
	return true;
}

static const ssmtp_source_vtable crlf_vtable = { .name = "crlf",
	.read = crlf_read,
	.rewind = ssmtp_filter_rewind,
	.size = ssmtp_filter_measure,
	.free = ssmtp_filter_free,
	.again = ssmtp_filter_again };

ssmtp_source *ssmtp_filter_crlf_new_take(ssmtp_source **upstream, ssmtp_error *error)
{
	return (ssmtp_source *) ssmtp_filter_new_take(sizeof(crlf_filter), &crlf_vtable, upstream, error);
}
