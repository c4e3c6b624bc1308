/* A PHP stream as a source. A user's stream wrapper runs PHP code while the
 * engine reads: the one place where that happens. What the engine holds then
 * hangs on the object, so an exception or exit there loses nothing. */
#include "php/php_source.h"

#include "base/alloc.h"
#include "php/compat.h"

/* A stream that gives nothing this often, yet is not at its end, is non-blocking or timed out. */
#define EMPTY_READS_MAX 16

typedef struct stream_source {
	ssmtp_source base;
	zend_resource *resource; /* counted: the stream may be closed meanwhile, the resource stays */
	zend_off_t start;        /* where the content begins; -1: where the stream stands when it is first used */
} stream_source;

/* NULL when PHP code closed it. */
static php_stream *stream_of(zend_resource *resource)
{
	return zend_fetch_resource2(resource, NULL, php_file_le_stream(), php_file_le_pstream());
}

static void stream_begin(stream_source *self, php_stream *stream)
{
	if (self->start < 0) {
		self->start = php_stream_tell(stream);
	}
}

static bool stream_failed(ssmtp_error *error, const char *what)
{
	return ssmtp_error_set(error, SSMTP_ERROR_FILE, SSMTP_E_STREAM, "The message stream %s.", what);
}

static bool stream_read(ssmtp_source *source, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	php_stream *stream = stream_of(((stream_source *) source)->resource);

	if (stream == NULL) {
		return stream_failed(error, "was closed before it was sent");
	}
	stream_begin((stream_source *) source, stream);
	/* Behind its end a user's wrapper may go on giving. */
	if (php_stream_eof(stream)) {
		*n = 0;
		return true;
	}
	for (int empty = 0; empty < EMPTY_READS_MAX; empty++) {
		ssize_t got = php_stream_read(stream, (char *) dst, room);

		if (EG(exception) != NULL || got < 0) {
			return stream_failed(error, "cannot be read");
		}
		if (got > 0 || php_stream_eof(stream)) {
			*n = (size_t) got;
			return true;
		}
	}
	/* Never taken for the end: that would be half a message. */
	return stream_failed(error, "has no more octets now but is not at its end: make it blocking, or raise its timeout");
}

static bool stream_rewind(ssmtp_source *source, ssmtp_error *error)
{
	stream_source *self = (stream_source *) source;
	php_stream *stream = stream_of(self->resource);

	if (stream == NULL) {
		return stream_failed(error, "was closed before it was sent");
	}
	stream_begin(self, stream);
	if (php_stream_seek(stream, self->start, SEEK_SET) != 0) {
		return stream_failed(error, "cannot be read a second time");
	}
	return true;
}

static bool stream_size(ssmtp_source *source, uint64_t *size_octets)
{
	stream_source *self = (stream_source *) source;
	php_stream *stream = stream_of(self->resource);
	php_stream_statbuf info;

	if (stream == NULL) {
		return false;
	}
	stream_begin(self, stream);
	if (php_stream_stat(stream, &info) != 0 || info.sb.st_size < self->start) {
		return false;
	}
	*size_octets = (uint64_t) (info.sb.st_size - self->start);
	return true;
}

static void stream_free(ssmtp_source *source);

static const ssmtp_source_vtable stream_file_vtable = {
	.name = "PHP stream",
	.read = stream_read,
	.rewind = stream_rewind,
	.size = stream_size,
	.free = stream_free,
};
static const ssmtp_source_vtable stream_pipe_vtable = {
	.name = "PHP stream",
	.read = stream_read,
	.free = stream_free,
};

/* Other streams may say that they seek and then do not, and with a filter positions of the stream are not
 * positions of the content: the engine keeps what it needs twice. */
static const ssmtp_source_vtable *vtable_of(php_stream *stream)
{
	bool file = php_stream_is(stream, PHP_STREAM_IS_STDIO) || php_stream_is(stream, &php_stream_memory_ops)
		|| php_stream_is(stream, &php_stream_temp_ops);

	return file && stream->readfilters.head == NULL && (stream->flags & PHP_STREAM_FLAG_NO_SEEK) == 0
		? &stream_file_vtable
		: &stream_pipe_vtable;
}

/* Ends with the last count what ends without PHP code and without waiting: files and memory. This runs below the
 * engine and while objects are freed, so other streams are left to the end of the request, where PHP closes them. */
static void stream_free(ssmtp_source *source)
{
	zend_resource *resource = ((stream_source *) source)->resource;
	php_stream *stream = stream_of(resource);

	ssmtp_free(source);
	if (GC_DELREF(resource) == 0
		&& (stream == NULL || (vtable_of(stream) == &stream_file_vtable && stream->writefilters.head == NULL))) {
		zend_list_free(resource);
	}
}

static ssmtp_source *source_new(zval *resource, ssmtp_error *error)
{
	php_stream *stream = Z_TYPE_P(resource) == IS_RESOURCE ? stream_of(Z_RES_P(resource)) : NULL;
	stream_source *self;

	if (stream == NULL) {
		stream_failed(error, "is not an open stream");
		return NULL;
	}
	if (strpbrk(stream->mode, "r+") == NULL) {
		stream_failed(error, "is not open for reading");
		return NULL;
	}
	self = ssmtp_alloc(sizeof(*self));
	if (self == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	self->base.vtable = vtable_of(stream);
	self->resource = Z_RES_P(resource);
	self->start = php_stream_tell(stream);
	GC_ADDREF(self->resource);
	return &self->base;
}

/* NULL for none; may be object->stream itself. The end of a user's stream runs PHP code, to which the object is as
 * busy as while it reads. */
static void stream_replace(php_ssmtp_object *object, zval *stream)
{
	zval old;

	ZVAL_COPY_VALUE(&old, &object->stream);
	if (stream != NULL) {
		ZVAL_COPY(&object->stream, stream);
	} else {
		ZVAL_UNDEF(&object->stream);
	}
	object->inside = true;
	zval_ptr_dtor(&old);
	object->inside = false;
}

void php_ssmtp_stream_forget(php_ssmtp_object *object)
{
	stream_replace(object, NULL);
}

bool php_ssmtp_stream_set(php_ssmtp_object *object, zval *resource)
{
	ssmtp_source *source = NULL;

	if (resource != NULL && (source = source_new(resource, &object->error)) == NULL) {
		return false;
	}
	if (!ssmtp_client_set_message_stream(object->client, &source, &object->error)) {
		ssmtp_source_free(&source);
		return false;
	}
	stream_replace(object, resource);
	return true;
}

static void stream_keep(php_ssmtp_object *object)
{
	ssmtp_error error = { 0 };
	ssmtp_source *source = source_new(&object->stream, &error);

	if (source != NULL) {
		((stream_source *) source)->start = -1;
		ssmtp_client_keep_message_stream(object->client, &source);
	}
	ssmtp_source_free(&source);
}

void php_ssmtp_stream_sent(php_ssmtp_object *object)
{
	if (Z_ISUNDEF(object->stream)) {
		return;
	}
	if (ssmtp_client_settings(object->client)->close_stream_after_transfer) {
		object->inside = true;
		zend_list_close(Z_RES(object->stream));
		object->inside = false;
		(void) php_ssmtp_stream_set(object, NULL);
	} else if (stream_of(Z_RES(object->stream)) != NULL) {
		/* The next message begins where this one ended, or where the caller goes. */
		stream_keep(object);
	}
}
