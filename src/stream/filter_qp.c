/* The quoted-printable transfer encoding (RFC 2045 section 6.7), made so that no
 * relay has a reason to touch it: no line ends in a blank, none begins with
 * "From " or a dot, and the last line does not end in a soft line break. */
#include "base/ascii.h"
#include "stream/filter.h"

#define QP_LOOKAHEAD 5 /* "From " */
#define QP_LINE_MAX 75 /* and the "=" of a soft line break */
#define QP_STEP_MAX 6  /* "=CRLF" and "=XX" */

typedef struct qp_filter {
	ssmtp_filter filter;
	size_t column;  /* octets on the current output line */
	size_t step_at; /* what of step is still to be handed out */
	size_t step_end;
	uint8_t step[QP_STEP_MAX];
} qp_filter;

/* Is the octet at in[0] an ordinary one that may stand for itself here? */
static bool qp_is_literal(const uint8_t *in, size_t held, size_t column)
{
	uint8_t c = in[0];

	if (ssmtp_is_wsp(c)) {
		return held > 1 && in[1] != '\r' && in[1] != '\n';
	}
	if (ssmtp_is_control(c) || c == '=' || c > 126) {
		return false;
	}
	if (column > 0) {
		return true;
	}
	return c != '.' && !(held >= QP_LOOKAHEAD && memcmp(in, "From ", QP_LOOKAHEAD) == 0);
}

/* Writes the next step of at most QP_STEP_MAX octets to dst and returns their
 * number. At least QP_LOOKAHEAD octets are held, or all that are left. */
static size_t qp_step(qp_filter *self, uint8_t *dst)
{
	static const char digits[] = "0123456789ABCDEF";
	ssmtp_filter *filter = &self->filter;
	const uint8_t *in = filter->in + filter->at;
	size_t held = filter->end - filter->at;
	size_t out = 0;
	bool literal;

	if (in[0] == '\r' && held > 1 && in[1] == '\n') {
		filter->at += 2;
		self->column = 0;
		memcpy(dst, "\r\n", 2);
		return 2;
	}
	literal = qp_is_literal(in, held, self->column);
	if (self->column + (literal ? 1 : 3) > QP_LINE_MAX) {
		memcpy(dst, "=\r\n", 3);
		out = 3;
		self->column = 0;
		literal = qp_is_literal(in, held, 0);
	}
	filter->at++;
	if (literal) {
		dst[out++] = in[0];
		self->column++;
		return out;
	}
	dst[out++] = '=';
	dst[out++] = (uint8_t) digits[in[0] >> 4];
	dst[out++] = (uint8_t) digits[in[0] & 15];
	self->column += 3;
	return out;
}

static size_t qp_drain(qp_filter *self, uint8_t *dst, size_t room)
{
	size_t left = self->step_end - self->step_at;
	size_t n = left < room ? left : room;

	memcpy(dst, self->step + self->step_at, n);
	self->step_at += n;
	return n;
}

static bool qp_read(ssmtp_source *source, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	qp_filter *self = (qp_filter *) source;
	ssmtp_filter *filter = &self->filter;
	size_t out;

	if (!ssmtp_filter_ready(filter, error)) {
		return false;
	}
	out = qp_drain(self, dst, room);
	while (out < room) {
		if (filter->end - filter->at < QP_LOOKAHEAD && !filter->ended) {
			if (out > 0) {
				break;
			}
			if (!ssmtp_filter_fill(filter, QP_LOOKAHEAD, error)) {
				return false;
			}
		}
		if (filter->at == filter->end) {
			break;
		}
		if (room - out >= QP_STEP_MAX) {
			out += qp_step(self, dst + out);
			continue;
		}
		self->step_end = qp_step(self, self->step);
		self->step_at = 0;
		out += qp_drain(self, dst + out, room - out);
	}
	*n = out;
	return true;
}

static const ssmtp_source_vtable qp_vtable = { .name = "quoted-printable",
	.read = qp_read,
	.rewind = ssmtp_filter_rewind,
	.size = ssmtp_filter_measure,
	.free = ssmtp_filter_free,
	.again = ssmtp_filter_again };

ssmtp_source *ssmtp_filter_qp_new_take(ssmtp_source **upstream, ssmtp_error *error)
{
	return (ssmtp_source *) ssmtp_filter_new_take(sizeof(qp_filter), &qp_vtable, upstream, error);
}
