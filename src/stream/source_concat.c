/* Sources one after another (see source.h). */
#include "base/alloc.h"
#include "stream/source.h"

typedef struct concat_source {
	ssmtp_source source;
	ssmtp_source **parts;
	size_t count;
	size_t at; /* the part being read; count at the end */
} concat_source;

static bool concat_read(ssmtp_source *source, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	concat_source *self = (concat_source *) source;

	*n = 0;
	while (self->at < self->count) {
		if (!ssmtp_source_read(self->parts[self->at], dst, room, n, error)) {
			return false;
		}
		if (*n > 0) {
			return true;
		}
		self->at++;
	}
	return true;
}

static bool concat_rewind(ssmtp_source *source, ssmtp_error *error)
{
	concat_source *self = (concat_source *) source;

	for (size_t i = 0; i < self->count && i <= self->at; i++) {
		if (!ssmtp_source_rewind(self->parts[i], error)) {
			return false;
		}
	}
	self->at = 0;
	return true;
}

static ssmtp_again concat_again(const ssmtp_source *source)
{
	const concat_source *self = (const concat_source *) source;
	ssmtp_again least = SSMTP_AGAIN_SAME;

	for (size_t i = 0; i < self->count; i++) {
		ssmtp_again part = ssmtp_source_again(self->parts[i]);

		least = part < least ? part : least;
	}
	return least;
}

static bool concat_size(ssmtp_source *source, uint64_t *size_octets)
{
	concat_source *self = (concat_source *) source;
	uint64_t sum = 0;

	for (size_t i = 0; i < self->count; i++) {
		uint64_t part;

		if (!ssmtp_source_size(self->parts[i], &part)) {
			return false;
		}
		sum += part;
	}
	*size_octets = sum;
	return true;
}

static void concat_free(ssmtp_source *source)
{
	concat_source *self = (concat_source *) source;

	for (size_t i = 0; i < self->count; i++) {
		ssmtp_source_free(&self->parts[i]);
	}
	ssmtp_free(self->parts);
	ssmtp_free(self);
}

static const ssmtp_source_vtable concat_vtable = { .name = "concatenation",
	.read = concat_read,
	.rewind = concat_rewind,
	.size = concat_size,
	.free = concat_free,
	.again = concat_again };

ssmtp_source *ssmtp_source_concat_new_take(ssmtp_source **sources, size_t count, ssmtp_error *error)
{
	concat_source *self = ssmtp_alloc_zero(sizeof(*self));
	ssmtp_source **parts = ssmtp_alloc(count * sizeof(*parts));

	if (self == NULL || parts == NULL) {
		ssmtp_error_nomem(error);
		ssmtp_free(self);
		ssmtp_free(parts);
		return NULL;
	}
	self->source.vtable = &concat_vtable;
	self->parts = parts;
	self->count = count;
	for (size_t i = 0; i < count; i++) {
		parts[i] = sources[i];
		sources[i] = NULL;
	}
	return &self->source;
}
