/* The second pass: a source that copies, replaces and encodes stretches of the
 * body in order (see multipart.h). */
#include "mime/multipart.h"

#include "base/alloc.h"
#include "mime/multipart_plan.h"

/* A stretch of a source as a source of its own: what the encoders read from. */
typedef struct stretch_source {
	ssmtp_source source;
	ssmtp_source *whole; /* borrowed */
	uint64_t left;
} stretch_source;

typedef struct multipart_source {
	ssmtp_source source;
	ssmtp_source *body;
	ssmtp_multipart_plan plan;
	size_t at;             /* stretch being read */
	bool entered;          /* its beginning is behind us */
	uint64_t left;         /* octets of it: to copy, or of the new text to hand out */
	ssmtp_source *encoder; /* of a stretch that is encoded */
	bool misplaced;        /* a pass of size() must be undone */
	bool size_known;
	uint64_t size_octets;
} multipart_source;

/* The body was read to its end before: less than then means that it changed. */
static bool read_exact(ssmtp_source *whole, uint8_t *dst, size_t room, uint64_t *left, size_t *n, ssmtp_error *error)
{
	room = *left < room ? (size_t) *left : room;
	if (!ssmtp_source_read(whole, dst, room, n, error)) {
		return false;
	}
	*left -= *n;
	return *n > 0 || ssmtp_error_set(error, SSMTP_ERROR_MESSAGE, SSMTP_E_STREAM, "The body changed while it was read.");
}

static bool stretch_read(ssmtp_source *source, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	stretch_source *self = (stretch_source *) source;

	*n = 0;
	return self->left == 0 || read_exact(self->whole, dst, room, &self->left, n, error);
}

static void stretch_free(ssmtp_source *source)
{
	ssmtp_free(source);
}

static const ssmtp_source_vtable stretch_vtable = { .name = "stretch", .read = stretch_read, .free = stretch_free };

static bool multipart_start_encoder(multipart_source *self, const ssmtp_stretch *stretch, ssmtp_error *error)
{
	stretch_source *leaf = ssmtp_alloc_zero(sizeof(*leaf));
	ssmtp_source *source = (ssmtp_source *) leaf;

	if (leaf == NULL) {
		return ssmtp_error_nomem(error);
	}
	leaf->source.vtable = &stretch_vtable;
	leaf->whole = self->body;
	leaf->left = stretch->len;
	self->encoder = stretch->kind == SSMTP_STRETCH_QP ? ssmtp_filter_qp_new_take(&source, error)
													  : ssmtp_filter_base64_new_take(&source, error);
	ssmtp_source_free(&source);
	return self->encoder != NULL;
}

static bool multipart_skip(multipart_source *self, uint64_t len, ssmtp_error *error)
{
	uint8_t chunk[1024];
	size_t n;

	while (len > 0) {
		if (!read_exact(self->body, chunk, sizeof(chunk), &len, &n, error)) {
			return false;
		}
	}
	return true;
}

static bool multipart_enter(multipart_source *self, const ssmtp_stretch *stretch, ssmtp_error *error)
{
	self->entered = true;
	self->left = stretch->len;
	if (stretch->kind == SSMTP_STRETCH_COPY) {
		return true;
	}
	if (stretch->kind == SSMTP_STRETCH_REPLACE) {
		self->left = stretch->text_len;
		return multipart_skip(self, stretch->len, error);
	}
	return multipart_start_encoder(self, stretch, error);
}

/* Octets of the current stretch; *n == 0 at its end. */
static bool multipart_pull(
	multipart_source *self, const ssmtp_stretch *stretch, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	*n = 0;
	if (self->encoder != NULL) {
		return ssmtp_source_read(self->encoder, dst, room, n, error);
	}
	if (self->left == 0) {
		return true;
	}
	if (stretch->kind == SSMTP_STRETCH_COPY) {
		return read_exact(self->body, dst, room, &self->left, n, error);
	}
	*n = self->left < room ? (size_t) self->left : room;
	memcpy(dst, ssmtp_buf_slice(&self->plan.text).ptr + stretch->text_at + (stretch->text_len - self->left), *n);
	self->left -= *n;
	return true;
}

static bool multipart_rewind(ssmtp_source *source, ssmtp_error *error)
{
	multipart_source *self = (multipart_source *) source;

	ssmtp_source_free(&self->encoder);
	self->at = 0;
	self->entered = false;
	self->misplaced = false;
	return ssmtp_source_rewind(self->body, error);
}

static bool multipart_read(ssmtp_source *source, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	multipart_source *self = (multipart_source *) source;

	*n = 0;
	if (self->misplaced && !multipart_rewind(source, error)) {
		return false;
	}
	while (self->at < self->plan.count) {
		const ssmtp_stretch *stretch = &self->plan.stretches[self->at];

		if ((!self->entered && !multipart_enter(self, stretch, error)) ||
			!multipart_pull(self, stretch, dst, room, n, error)) {
			return false;
		}
		if (*n > 0) {
			return true;
		}
		ssmtp_source_free(&self->encoder);
		self->entered = false;
		self->at++;
	}
	return true;
}

static ssmtp_again multipart_again(const ssmtp_source *source)
{
	return ssmtp_source_again(((const multipart_source *) source)->body);
}

static bool multipart_size(ssmtp_source *source, uint64_t *size_octets)
{
	multipart_source *self = (multipart_source *) source;
	uint8_t chunk[4096];
	size_t n = 1;

	if (!self->size_known && multipart_rewind(source, NULL)) {
		self->size_octets = 0;
		while (n > 0 && ssmtp_source_read(source, chunk, sizeof(chunk), &n, NULL)) {
			self->size_octets += n;
			self->size_known = n == 0;
		}
		self->misplaced = true;
	}
	*size_octets = self->size_octets;
	return self->size_known;
}

static void multipart_free(ssmtp_source *source)
{
	multipart_source *self = (multipart_source *) source;

	ssmtp_source_free(&self->encoder);
	ssmtp_source_free(&self->body);
	ssmtp_multipart_plan_free(&self->plan);
	ssmtp_free(self);
}

static const ssmtp_source_vtable multipart_vtable = { .name = "multipart",
	.read = multipart_read,
	.rewind = multipart_rewind,
	.size = multipart_size,
	.free = multipart_free,
	.again = multipart_again };

ssmtp_source *ssmtp_multipart_new_take(ssmtp_source **body, const ssmtp_content_type *type, ssmtp_error *error)
{
	multipart_source *self = ssmtp_alloc_zero(sizeof(*self));
	bool ok;

	if (self == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	self->source.vtable = &multipart_vtable;
	ok = ssmtp_multipart_plan_make(&self->plan, *body, type, error);
	ok = ssmtp_source_rewind(*body, error) && ok;
	if (!ok) {
		multipart_free(&self->source);
		return NULL;
	}
	self->body = *body;
	*body = NULL;
	return &self->source;
}
