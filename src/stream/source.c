/* Calls through the vtable of a source, and reading one to its end (see source.h). */
#include "stream/source.h"

bool ssmtp_source_read(ssmtp_source *source, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	*n = 0;
	return source->vtable->read(source, dst, room, n, error);
}

bool ssmtp_source_rewind(ssmtp_source *source, ssmtp_error *error)
{
	ssmtp_error local = { 0 };
	ssmtp_error *report = error == NULL ? &local : error;

	if (source->vtable->rewind != NULL && source->vtable->rewind(source, report)) {
		return true;
	}
	return ssmtp_error_set(report, SSMTP_ERROR_MESSAGE, SSMTP_E_STREAM,
		"The content cannot be read twice: give it as a string or a file.");
}

ssmtp_again ssmtp_source_again(const ssmtp_source *source)
{
	if (source->vtable->rewind == NULL) {
		return SSMTP_AGAIN_NOTHING;
	}
	return source->vtable->again == NULL ? SSMTP_AGAIN_SAME : source->vtable->again(source);
}

bool ssmtp_source_can_rewind(const ssmtp_source *source)
{
	return ssmtp_source_again(source) != SSMTP_AGAIN_NOTHING;
}

bool ssmtp_source_size(ssmtp_source *source, uint64_t *size_octets)
{
	return source->vtable->size != NULL && source->vtable->size(source, size_octets);
}

void ssmtp_source_free(ssmtp_source **source)
{
	if (*source != NULL) {
		(*source)->vtable->free(*source);
		*source = NULL;
	}
}

#define READ_ALL_CHUNK 16384

bool ssmtp_source_read_all(ssmtp_source *source, ssmtp_buf *out, ssmtp_error *error)
{
	size_t n = 1;

	while (n > 0) {
		uint8_t past;
		uint8_t *tail;
		size_t room;

		/* At the maximum one octet tells the end from too much. */
		if (ssmtp_buf_len(out) == out->max) {
			if (!ssmtp_source_read(source, &past, 1, &n, error)) {
				return false;
			}
			return n == 0 || ssmtp_error_set(error, SSMTP_ERROR_MESSAGE, SSMTP_E_STREAM,
								 "The content exceeds %zu octets.", out->max);
		}
		room = out->max - ssmtp_buf_len(out);
		if (!ssmtp_buf_reserve(out, room < READ_ALL_CHUNK ? room : READ_ALL_CHUNK)) {
			return ssmtp_error_nomem(error);
		}
		tail = ssmtp_buf_tail(out, &room);
		if (!ssmtp_source_read(source, tail, room, &n, error)) {
			return false;
		}
		ssmtp_buf_commit(out, n);
	}
	return true;
}
