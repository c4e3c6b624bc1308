/* Octets in memory as a source: copied, moved or borrowed (see source.h). */
#include "base/alloc.h"
#include "stream/source.h"

typedef struct mem_source {
	ssmtp_source source;
	ssmtp_slice octets;
	size_t at;
	ssmtp_buf owned; /* empty when the octets are borrowed */
} mem_source;

static bool mem_read(ssmtp_source *source, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	mem_source *mem = (mem_source *) source;
	size_t left = mem->octets.len - mem->at;

	(void) error;
	*n = left < room ? left : room;
	if (*n > 0) {
		memcpy(dst, mem->octets.ptr + mem->at, *n);
		mem->at += *n;
	}
	return true;
}

static bool mem_rewind(ssmtp_source *source, ssmtp_error *error)
{
	(void) error;
	((mem_source *) source)->at = 0;
	return true;
}

static bool mem_size(ssmtp_source *source, uint64_t *size_octets)
{
	*size_octets = ((mem_source *) source)->octets.len;
	return true;
}

static void mem_free(ssmtp_source *source)
{
	ssmtp_buf_free(&((mem_source *) source)->owned);
	ssmtp_free(source);
}

static const ssmtp_source_vtable mem_vtable = {
	.name = "memory", .read = mem_read, .rewind = mem_rewind, .size = mem_size, .free = mem_free
};

static mem_source *mem_new(ssmtp_slice octets, ssmtp_error *error)
{
	mem_source *mem = ssmtp_alloc_zero(sizeof(*mem));

	if (mem == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	mem->source.vtable = &mem_vtable;
	mem->octets = octets;
	ssmtp_buf_init(&mem->owned, 0);
	return mem;
}

ssmtp_source *ssmtp_source_borrow_new(ssmtp_slice octets, ssmtp_error *error)
{
	return (ssmtp_source *) mem_new(octets, error);
}

ssmtp_source *ssmtp_source_mem_new_take(ssmtp_buf *octets, ssmtp_error *error)
{
	mem_source *mem = mem_new(ssmtp_buf_slice(octets), error);
	size_t max = octets->max;
	bool secret = octets->secret;

	if (mem == NULL) {
		return NULL;
	}
	mem->owned = *octets;
	ssmtp_buf_init(octets, max);
	octets->secret = secret;
	return &mem->source;
}

ssmtp_source *ssmtp_source_mem_new(ssmtp_slice octets, ssmtp_error *error)
{
	ssmtp_source *source;
	ssmtp_buf copy;

	ssmtp_buf_init(&copy, SSMTP_BUF_MAX_DEFAULT);
	if (!ssmtp_buf_append_slice(&copy, octets)) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	source = ssmtp_source_mem_new_take(&copy, error);
	ssmtp_buf_free(&copy);
	return source;
}

bool ssmtp_source_mem_octets(const ssmtp_source *source, ssmtp_slice *octets)
{
	if (source == NULL || source->vtable != &mem_vtable) {
		return false;
	}
	*octets = ((const mem_source *) source)->octets;
	return true;
}
