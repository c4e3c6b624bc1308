/* Line ends become CRLF: a bare CR or a bare LF counts as one (RFC 5321
 * section 2.3.8, RFC 8551 section 3.1.1). Text that is canonical already passes
 * by memchr and memcpy. */
#include "stream/filter.h"

#include "base/alloc.h"

typedef struct crlf_state {
	bool owes_lf;  /* the CR of a line end is out, its LF is not */
	bool after_cr; /* the last octet converted was a CR: an LF now belongs to it */
} crlf_state;

typedef struct crlf_filter {
	ssmtp_filter filter;
	crlf_state state;
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

/* Converts what fits from in, which moves on, into dst; returns the octets written. */
static size_t crlf_convert(crlf_state *state, ssmtp_slice *in, uint8_t *dst, size_t room)
{
	size_t out = 0;

	while (out < room && (state->owes_lf || in->len > 0)) {
		size_t run;

		if (state->owes_lf) {
			dst[out++] = '\n';
			state->owes_lf = false;
			continue;
		}
		if (state->after_cr) {
			state->after_cr = false;
			*in = ssmtp_slice_skip(*in, in->ptr[0] == '\n');
			continue;
		}
		run = crlf_canonical_run(in->ptr, in->len < room - out ? in->len : room - out);
		memcpy(dst + out, in->ptr, run);
		out += run;
		*in = ssmtp_slice_skip(*in, run);
		if (in->len > 0 && out < room) {
			dst[out++] = '\r';
			state->owes_lf = true;
			state->after_cr = in->ptr[0] == '\r';
			*in = ssmtp_slice_skip(*in, 1);
		}
	}
	return out;
}

static bool crlf_read(ssmtp_source *source, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	crlf_filter *self = (crlf_filter *) source;
	ssmtp_filter *filter = &self->filter;

	*n = 0;
	if (!ssmtp_filter_ready(filter, error)) {
		return false;
	}
	while (*n == 0) {
		ssmtp_slice in;

		if (!self->state.owes_lf && !ssmtp_filter_fill(filter, 1, error)) {
			return false;
		}
		in = ssmtp_slice_of(filter->in + filter->at, filter->end - filter->at);
		*n = crlf_convert(&self->state, &in, dst, room);
		filter->at = filter->end - in.len;
		if (filter->ended && in.len == 0 && !self->state.owes_lf) {
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

/* ---- a text in memory: the same without a chunk between, and with its size by counting ---- */

typedef struct text_source {
	ssmtp_source source;
	ssmtp_slice text;
	ssmtp_slice rest; /* not yet converted */
	crlf_state state;
	uint64_t size_octets;
} text_source;

/* Each bare CR and each bare LF becomes one octet more. */
static uint64_t text_measure(ssmtp_slice text)
{
	uint64_t size = text.len;

	while (text.len > 0) {
		size_t run = crlf_canonical_run(text.ptr, text.len);
		bool pair = run + 1 < text.len && text.ptr[run] == '\r' && text.ptr[run + 1] == '\n';

		size += run < text.len && !pair;
		text = ssmtp_slice_skip(text, run + (pair ? 2 : 1));
	}
	return size;
}

static bool text_read(ssmtp_source *source, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	text_source *self = (text_source *) source;

	(void) error;
	if (self->size_octets == self->text.len) {
		/* Nothing is to be converted. */
		*n = self->rest.len < room ? self->rest.len : room;
		if (*n > 0) {
			memcpy(dst, self->rest.ptr, *n);
		}
		self->rest = ssmtp_slice_skip(self->rest, *n);
		return true;
	}
	*n = crlf_convert(&self->state, &self->rest, dst, room);
	return true;
}

static bool text_rewind(ssmtp_source *source, ssmtp_error *error)
{
	text_source *self = (text_source *) source;

	(void) error;
	self->rest = self->text;
	memset(&self->state, 0, sizeof(self->state));
	return true;
}

static bool text_size(ssmtp_source *source, uint64_t *size_octets)
{
	*size_octets = ((text_source *) source)->size_octets;
	return true;
}

static void text_free(ssmtp_source *source)
{
	ssmtp_free(source);
}

static const ssmtp_source_vtable text_vtable = {
	.name = "text", .read = text_read, .rewind = text_rewind, .size = text_size, .free = text_free
};

ssmtp_source *ssmtp_source_text_new(ssmtp_slice text, ssmtp_error *error)
{
	text_source *self = ssmtp_alloc_zero(sizeof(*self));

	if (self == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	self->source.vtable = &text_vtable;
	self->text = self->rest = text;
	self->size_octets = text_measure(text);
	return &self->source;
}
