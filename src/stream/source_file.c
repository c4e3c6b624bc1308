/* A regular file as a source, opened late (see source.h). The size found when
 * it was opened holds until the end: SIZE= and S/MIME lengths rest on it. */
#include "base/alloc.h"
#include "stream/plain_file.h"
#include "stream/source.h"

typedef struct file_source {
	ssmtp_source source;
	char *path;
	int file;
	uint64_t size_octets; /* when it was opened */
	uint64_t at;
} file_source;

static bool file_changed(const file_source *self, ssmtp_error *error)
{
	return ssmtp_error_set(error, SSMTP_ERROR_FILE, SSMTP_E_STREAM,
		"%s changed its size while it was read: send a file that nobody is writing to.", self->path);
}

static bool file_open(file_source *self, ssmtp_error *error)
{
	if (self->file != SSMTP_PLAIN_FILE_NONE) {
		return true;
	}
	self->file = ssmtp_plain_file_open(self->path, &self->size_octets, error);
	self->at = 0;
	return self->file != SSMTP_PLAIN_FILE_NONE;
}

static bool file_read(ssmtp_source *source, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	file_source *self = (file_source *) source;

	if (!file_open(self, error) || !ssmtp_plain_file_read(self->file, dst, room, n, error)) {
		return false;
	}
	self->at += *n;
	if (self->at > self->size_octets || (*n == 0 && self->at < self->size_octets)) {
		*n = 0;
		return file_changed(self, error);
	}
	return true;
}

static bool file_rewind(ssmtp_source *source, ssmtp_error *error)
{
	file_source *self = (file_source *) source;
	uint64_t now;

	if (self->file == SSMTP_PLAIN_FILE_NONE) {
		return true;
	}
	if (!ssmtp_plain_file_size(self->file, &now, error) || !ssmtp_plain_file_seek(self->file, 0, error)) {
		return false;
	}
	self->at = 0;
	return now == self->size_octets || file_changed(self, error);
}

static bool file_size(ssmtp_source *source, uint64_t *size_octets)
{
	file_source *self = (file_source *) source;

	/* The reason of a failure is told by the read that follows. */
	if (!file_open(self, NULL)) {
		return false;
	}
	*size_octets = self->size_octets;
	return true;
}

static void file_free(ssmtp_source *source)
{
	file_source *self = (file_source *) source;

	ssmtp_plain_file_close(&self->file);
	ssmtp_free(self->path);
	ssmtp_free(self);
}

static const ssmtp_source_vtable file_vtable = {
	.name = "file", .read = file_read, .rewind = file_rewind, .size = file_size, .free = file_free
};

ssmtp_source *ssmtp_source_file_new(const char *path, ssmtp_error *error)
{
	file_source *self = ssmtp_alloc_zero(sizeof(*self));
	char *copy = ssmtp_strndup(path, strlen(path));

	if (self == NULL || copy == NULL) {
		ssmtp_error_nomem(error);
		ssmtp_free(self);
		ssmtp_free(copy);
		return NULL;
	}
	self->source.vtable = &file_vtable;
	self->path = copy;
	self->file = SSMTP_PLAIN_FILE_NONE;
	return &self->source;
}
