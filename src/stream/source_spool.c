/* A source that keeps what passes, so that it can be read twice: in memory
 * first, in a temporary file beyond memory_max (see source.h). */
#include "base/alloc.h"
#include "stream/plain_file.h"
#include "stream/source.h"

typedef struct spool_source {
	ssmtp_source source;
	ssmtp_source *upstream;
	ssmtp_buf memory; /* all that was kept, until there is a file */
	size_t memory_max;
	int file;
	uint64_t file_at;    /* where the file's own cursor stands */
	uint64_t kept;       /* octets kept */
	uint64_t at;         /* next octet to hand out */
	bool complete;       /* upstream has ended */
	ssmtp_error failure; /* of upstream or of keeping; told by every read that follows */
} spool_source;

static bool spool_seek(spool_source *self, uint64_t offset, ssmtp_error *error)
{
	if (self->file_at != offset && !ssmtp_plain_file_seek(self->file, offset, error)) {
		return false;
	}
	self->file_at = offset;
	return true;
}

static bool spool_write(spool_source *self, const uint8_t *octets, size_t len, ssmtp_error *error)
{
	if (!spool_seek(self, self->kept, error) || !ssmtp_plain_file_write(self->file, octets, len, error)) {
		return false;
	}
	self->file_at += len;
	self->kept += len;
	return true;
}

/* Memory is full: what it holds moves to a file. */
static bool spool_open_file(spool_source *self, ssmtp_error *error)
{
	ssmtp_slice held = ssmtp_buf_slice(&self->memory);

	self->file = ssmtp_plain_file_open_temporary(error);
	if (self->file == SSMTP_PLAIN_FILE_NONE) {
		return false;
	}
	self->kept = 0;
	if (!spool_write(self, held.ptr, held.len, error)) {
		return false;
	}
	ssmtp_buf_free(&self->memory);
	return true;
}

static bool spool_keep(spool_source *self, const uint8_t *octets, size_t len, ssmtp_error *error)
{
	if (self->file == SSMTP_PLAIN_FILE_NONE) {
		if (len <= self->memory_max - (size_t) self->kept) {
			if (!ssmtp_buf_append(&self->memory, octets, len)) {
				return ssmtp_error_nomem(error);
			}
			self->kept += len;
			return true;
		}
		if (!spool_open_file(self, error)) {
			return false;
		}
	}
	return spool_write(self, octets, len, error);
}

/* Tells the error of the pass that failed. */
static bool spool_failed(const spool_source *self, ssmtp_error *error)
{
	if (error != NULL && !ssmtp_error_is_set(error)) {
		*error = self->failure;
	}
	return false;
}

/* What upstream gave is lost when it finds no place, and an upstream that failed may have lost something: from then
 * on every read tells so, instead of the rest without it. */
static bool spool_pull(spool_source *self, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	if (ssmtp_source_read(self->upstream, dst, room, n, &self->failure) && spool_keep(self, dst, *n, &self->failure)) {
		self->complete = *n == 0;
		return true;
	}
	*n = 0;
	return spool_failed(self, error);
}

static bool spool_replay(spool_source *self, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	uint64_t left = self->kept - self->at;

	room = left < room ? (size_t) left : room;
	if (self->file == SSMTP_PLAIN_FILE_NONE) {
		memcpy(dst, ssmtp_buf_slice(&self->memory).ptr + self->at, room);
		*n = room;
		return true;
	}
	if (!spool_seek(self, self->at, error) || !ssmtp_plain_file_read(self->file, dst, room, n, error)) {
		return false;
	}
	self->file_at += *n;
	return *n > 0 || ssmtp_error_set(error, SSMTP_ERROR_FILE, SSMTP_E_STREAM, "The temporary file was cut short.");
}

static bool spool_read(ssmtp_source *source, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	spool_source *self = (spool_source *) source;
	bool ok = true;

	if (ssmtp_error_is_set(&self->failure)) {
		return spool_failed(self, error);
	}
	*n = 0;
	if (self->at < self->kept) {
		ok = spool_replay(self, dst, room, n, error);
	} else if (!self->complete) {
		ok = spool_pull(self, dst, room, n, error);
	}
	self->at += *n;
	return ok;
}

static bool spool_rewind(ssmtp_source *source, ssmtp_error *error)
{
	(void) error;
	((spool_source *) source)->at = 0;
	return true;
}

static bool spool_size(ssmtp_source *source, uint64_t *size_octets)
{
	spool_source *self = (spool_source *) source;
	uint8_t chunk[4096];
	size_t n;

	if (!self->complete && !ssmtp_error_is_set(&self->failure) && ssmtp_source_size(self->upstream, size_octets)) {
		return true;
	}
	while (!self->complete && !ssmtp_error_is_set(&self->failure)) {
		spool_pull(self, chunk, sizeof(chunk), &n, NULL);
	}
	*size_octets = self->kept;
	return self->complete;
}

static void spool_free(ssmtp_source *source)
{
	spool_source *self = (spool_source *) source;

	ssmtp_plain_file_close(&self->file);
	ssmtp_buf_free(&self->memory);
	ssmtp_source_free(&self->upstream);
	ssmtp_free(self);
}

static const ssmtp_source_vtable spool_vtable = {
	.name = "spool", .read = spool_read, .rewind = spool_rewind, .size = spool_size, .free = spool_free
};

ssmtp_source *ssmtp_source_spool_new_take(ssmtp_source **upstream, size_t memory_max, ssmtp_error *error)
{
	spool_source *self = ssmtp_alloc_zero(sizeof(*self));

	if (self == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	self->source.vtable = &spool_vtable;
	ssmtp_buf_init(&self->memory, memory_max);
	self->memory_max = memory_max;
	self->file = SSMTP_PLAIN_FILE_NONE;
	self->upstream = *upstream;
	*upstream = NULL;
	return &self->source;
}
