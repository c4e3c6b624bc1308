/* What the filters of this layer share (see filter.h). */
#include "stream/filter.h"

#include "base/alloc.h"

ssmtp_filter *ssmtp_filter_new_take(
	size_t total, const ssmtp_source_vtable *vtable, ssmtp_source **upstream, ssmtp_error *error)
{
	ssmtp_filter *filter = ssmtp_alloc(total);

	if (filter == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	/* All but in: for a small body its clearing would cost more than its use. */
	memset(filter, 0, offsetof(ssmtp_filter, in));
	memset(filter + 1, 0, total - sizeof(*filter));
	filter->source.vtable = vtable;
	filter->state_size = total - sizeof(*filter);
	filter->upstream = *upstream;
	*upstream = NULL;
	return filter;
}

ssmtp_source *ssmtp_filter_unwrap(ssmtp_source **filter)
{
	ssmtp_source *upstream = ((ssmtp_filter *) *filter)->upstream;

	((ssmtp_filter *) *filter)->upstream = NULL;
	ssmtp_source_free(filter);
	ssmtp_source_rewind(upstream, NULL);
	return upstream;
}

bool ssmtp_filter_fill(ssmtp_filter *filter, size_t want, ssmtp_error *error)
{
	size_t held = filter->end - filter->at;

	if (held >= want || filter->ended) {
		return true;
	}
	memmove(filter->in, filter->in + filter->at, held);
	filter->at = 0;
	filter->end = held;
	while (filter->end < want && !filter->ended) {
		size_t n;

		if (!ssmtp_source_read(
				filter->upstream, filter->in + filter->end, SSMTP_FILTER_CHUNK - filter->end, &n, error)) {
			return false;
		}
		filter->end += n;
		filter->ended = n == 0;
	}
	return true;
}

bool ssmtp_filter_ready(ssmtp_filter *filter, ssmtp_error *error)
{
	return !filter->misplaced || ssmtp_filter_rewind(&filter->source, error);
}

bool ssmtp_filter_rewind(ssmtp_source *source, ssmtp_error *error)
{
	ssmtp_filter *filter = (ssmtp_filter *) source;

	if (!ssmtp_source_rewind(filter->upstream, error)) {
		return false;
	}
	memset(filter + 1, 0, filter->state_size);
	filter->at = filter->end = 0;
	filter->ended = false;
	filter->misplaced = false;
	return true;
}

ssmtp_again ssmtp_filter_again(const ssmtp_source *source)
{
	return ssmtp_source_again(((const ssmtp_filter *) source)->upstream);
}

static bool filter_count(ssmtp_filter *filter, uint64_t *size_octets)
{
	uint8_t chunk[4096];
	uint64_t count = 0;
	size_t n;

	do {
		if (!ssmtp_source_read(&filter->source, chunk, sizeof(chunk), &n, NULL)) {
			return false;
		}
		count += n;
	} while (n > 0);
	*size_octets = count;
	return true;
}

bool ssmtp_filter_measure(ssmtp_source *source, uint64_t *size_octets)
{
	ssmtp_filter *filter = (ssmtp_filter *) source;

	if (!filter->size_known) {
		if (!ssmtp_source_can_rewind(source) || !ssmtp_filter_rewind(source, NULL)) {
			return false;
		}
		filter->size_known = filter_count(filter, &filter->size_octets);
		filter->misplaced = true;
	}
	*size_octets = filter->size_octets;
	return filter->size_known;
}

void ssmtp_filter_free(ssmtp_source *source)
{
	ssmtp_filter *filter = (ssmtp_filter *) source;

	ssmtp_source_free(&filter->upstream);
	ssmtp_free(filter);
}
