/* The pull side of S/MIME: octets of a stage on demand, in constant memory. */
#include "crypto/smime_frame.h"

#include <openssl/err.h>

#include "base/alloc.h"

#define FRAME_CHUNK 16384

typedef enum frame_phase { FRAME_NEW, FRAME_FIRST, FRAME_CONTENT, FRAME_END } frame_phase;

typedef struct frame {
	ssmtp_source source;
	ssmtp_stage *stage;
	ssmtp_source *content;
	ssmtp_buf pending; /* head, tail, and content that found no room */
	uint8_t *chunk;    /* FRAME_CHUNK octets; NULL for a transparent stage */
	frame_phase phase;
	ssmtp_error failure; /* of a size() that could not tell; the next read does */
} frame;

typedef struct entity {
	ssmtp_source source;
	ssmtp_buf prefix; /* the cursor is `offset`, so that a rewind costs nothing */
	size_t offset;
	ssmtp_source *body;
} entity;

void ssmtp_stage_free(ssmtp_stage **stage)
{
	if (*stage != NULL) {
		(*stage)->vtable->free(*stage);
		*stage = NULL;
	}
}

static bool frame_prepare(frame *self, ssmtp_error *error)
{
	if (self->phase != FRAME_NEW) {
		return true;
	}
	if (ssmtp_error_is_set(&self->failure) ||
		!self->stage->vtable->prepare(self->stage, self->content, &self->failure)) {
		if (error != NULL && !ssmtp_error_is_set(error)) {
			*error = self->failure;
		}
		return false;
	}
	self->phase = FRAME_FIRST;
	return true;
}

/* Octets for the reader that came from the stage's buffers. */
static size_t frame_take_pending(frame *self, uint8_t *dst, size_t room)
{
	ssmtp_slice octets = ssmtp_slice_head(ssmtp_buf_slice(&self->pending), room);

	if (octets.len != 0) {
		memcpy(dst, octets.ptr, octets.len);
		ssmtp_buf_consume(&self->pending, octets.len);
	}
	return octets.len;
}

static bool frame_end(frame *self, ssmtp_error *error)
{
	self->phase = FRAME_END;
	return self->stage->vtable->end(self->stage, &self->pending, error);
}

/* The content is read straight into the reader's room. */
static bool frame_pass_through(frame *self, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	size_t written;

	if (!ssmtp_source_read(self->content, dst, room, n, error)) {
		return false;
	}
	return *n == 0 ? frame_end(self, error) : self->stage->vtable->pass(self->stage, dst, *n, NULL, &written, error);
}

/* The stage writes to the reader's room where that is large enough, else to pending. */
static bool frame_pass_changed(frame *self, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	bool direct = room >= 4 * SSMTP_STAGE_SLACK;
	size_t want = direct && room - SSMTP_STAGE_SLACK < FRAME_CHUNK ? room - SSMTP_STAGE_SLACK : FRAME_CHUNK;
	size_t got, tail_room;

	if (!ssmtp_source_read(self->content, self->chunk, want, &got, error)) {
		return false;
	}
	if (got == 0) {
		return frame_end(self, error);
	}
	if (direct) {
		return self->stage->vtable->pass(self->stage, self->chunk, got, dst, n, error);
	}
	if (!ssmtp_buf_reserve(&self->pending, got + SSMTP_STAGE_SLACK)) {
		return ssmtp_error_nomem(error);
	}
	if (!self->stage->vtable->pass(
			self->stage, self->chunk, got, ssmtp_buf_tail(&self->pending, &tail_room), &got, error)) {
		return false;
	}
	ssmtp_buf_commit(&self->pending, got);
	return true;
}

static bool frame_step(frame *self, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	switch (self->phase) {
	case FRAME_NEW:
		return frame_prepare(self, error);
	case FRAME_FIRST:
		self->phase = FRAME_CONTENT;
		return self->stage->vtable->begin(self->stage, &self->pending, error);
	case FRAME_CONTENT:
		return self->stage->vtable->transparent ? frame_pass_through(self, dst, room, n, error)
												: frame_pass_changed(self, dst, room, n, error);
	case FRAME_END:
		break;
	}
	return true;
}

static bool frame_read(ssmtp_source *source, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	frame *self = (frame *) source;
	bool ok = true;

	ERR_set_mark();
	*n = frame_take_pending(self, dst, room);
	while (ok && *n == 0) {
		bool ended = self->phase == FRAME_END;

		ok = frame_step(self, dst, room, n, error);
		if (*n == 0) {
			*n = frame_take_pending(self, dst, room);
		}
		if (ended) {
			break;
		}
	}
	ERR_pop_to_mark();
	return ok;
}

static bool frame_rewind(ssmtp_source *source, ssmtp_error *error)
{
	frame *self = (frame *) source;

	ssmtp_buf_clear(&self->pending);
	if (self->phase == FRAME_NEW) {
		return true;
	}
	self->phase = FRAME_FIRST;
	return ssmtp_source_rewind(self->content, error);
}

static bool frame_size(ssmtp_source *source, uint64_t *size_octets)
{
	frame *self = (frame *) source;
	bool ok;

	ERR_set_mark();
	ok = frame_prepare(self, NULL);
	ERR_pop_to_mark();
	if (ok) {
		*size_octets = self->stage->vtable->size(self->stage);
	}
	return ok;
}

static ssmtp_again frame_again(const ssmtp_source *source)
{
	const frame *self = (const frame *) source;
	ssmtp_again content = ssmtp_source_again(self->content);

	return content == SSMTP_AGAIN_SAME && self->stage->vtable->renewed ? SSMTP_AGAIN_ANEW : content;
}

static void frame_free(ssmtp_source *source)
{
	frame *self = (frame *) source;

	ERR_set_mark();
	ssmtp_stage_free(&self->stage);
	ERR_pop_to_mark();
	ssmtp_source_free(&self->content);
	ssmtp_buf_free(&self->pending);
	ssmtp_free(self->chunk);
	ssmtp_free(self);
}

static const ssmtp_source_vtable frame_vtable = {
	.name = "smime",
	.read = frame_read,
	.rewind = frame_rewind,
	.size = frame_size,
	.free = frame_free,
	.again = frame_again,
};

ssmtp_source *ssmtp_smime_frame_new_take(ssmtp_stage **stage, ssmtp_source **content, ssmtp_error *error)
{
	frame *self = ssmtp_alloc_zero(sizeof(*self));

	if (self == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	self->source.vtable = &frame_vtable;
	ssmtp_buf_init(&self->pending, SSMTP_BUF_MAX_DEFAULT);
	if (!(*stage)->vtable->transparent && (self->chunk = ssmtp_alloc(FRAME_CHUNK)) == NULL) {
		ssmtp_error_nomem(error);
		ssmtp_free(self);
		return NULL;
	}
	self->stage = *stage;
	self->content = *content;
	*stage = NULL;
	*content = NULL;
	return &self->source;
}

static bool entity_read(ssmtp_source *source, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	entity *self = (entity *) source;
	ssmtp_slice left = ssmtp_slice_skip(ssmtp_buf_slice(&self->prefix), self->offset);

	if (left.len == 0) {
		return ssmtp_source_read(self->body, dst, room, n, error);
	}
	*n = left.len < room ? left.len : room;
	memcpy(dst, left.ptr, *n);
	self->offset += *n;
	return true;
}

static bool entity_rewind(ssmtp_source *source, ssmtp_error *error)
{
	entity *self = (entity *) source;

	self->offset = 0;
	return ssmtp_source_rewind(self->body, error);
}

static bool entity_size(ssmtp_source *source, uint64_t *size_octets)
{
	entity *self = (entity *) source;

	if (!ssmtp_source_size(self->body, size_octets)) {
		return false;
	}
	*size_octets += ssmtp_buf_len(&self->prefix);
	return true;
}

static ssmtp_again entity_again(const ssmtp_source *source)
{
	return ssmtp_source_again(((const entity *) source)->body);
}

static void entity_free(ssmtp_source *source)
{
	entity *self = (entity *) source;

	ssmtp_buf_free(&self->prefix);
	ssmtp_source_free(&self->body);
	ssmtp_free(self);
}

static const ssmtp_source_vtable entity_vtable = {
	.name = "entity",
	.read = entity_read,
	.rewind = entity_rewind,
	.size = entity_size,
	.free = entity_free,
	.again = entity_again,
};

ssmtp_source *ssmtp_smime_entity_new(ssmtp_slice fields, ssmtp_error *error)
{
	entity *self = ssmtp_alloc_zero(sizeof(*self));

	if (self != NULL) {
		self->source.vtable = &entity_vtable;
		ssmtp_buf_init(&self->prefix, SSMTP_BUF_MAX_DEFAULT);
		if (ssmtp_buf_append_slice(&self->prefix, fields) && ssmtp_buf_append_str(&self->prefix, "\r\n")) {
			return &self->source;
		}
		entity_free(&self->source);
	}
	ssmtp_error_nomem(error);
	return NULL;
}

void ssmtp_smime_entity_attach_take(ssmtp_source *source, ssmtp_source **body)
{
	entity *self = (entity *) source;

	self->body = *body;
	*body = NULL;
}

bool ssmtp_smime_content_changed(ssmtp_error *error)
{
	return ssmtp_error_set(error, SSMTP_ERROR_MESSAGE, SSMTP_E_STREAM,
		"The content changed while it was being signed or encrypted; pass a file that nobody writes to.");
}

bool ssmtp_smime_measure(ssmtp_source *content, uint64_t *octets, ssmtp_error *error)
{
	uint8_t chunk[FRAME_CHUNK];
	size_t n;

	if (ssmtp_source_size(content, octets)) {
		return true;
	}
	*octets = 0;
	do {
		if (!ssmtp_source_read(content, chunk, sizeof(chunk), &n, error)) {
			return false;
		}
		*octets += n;
	} while (n != 0);
	return ssmtp_source_rewind(content, error);
}
