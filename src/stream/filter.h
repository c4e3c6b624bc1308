/* What the filters of this layer share: an upstream read by chunks, rewinding,
 * and the size found by one pass. */
#ifndef SSMTP_STREAM_FILTER_H
#define SSMTP_STREAM_FILTER_H

#include "stream/source.h"

#define SSMTP_FILTER_CHUNK 16384

typedef struct ssmtp_filter ssmtp_filter;

/* First member of a filter. What a filter keeps behind it must be plain state
 * that is zero at the first octet. */
struct ssmtp_filter {
	ssmtp_source source;
	ssmtp_source *upstream;
	size_t state_size; /* octets of the filter's own state behind this struct */
	size_t at;         /* next octet of in to convert */
	size_t end;        /* behind the last octet of in */
	bool ended;        /* upstream has ended */
	bool misplaced;    /* a pass made by size() must be undone first */
	bool size_known;
	uint64_t size_octets;
	uint8_t in[SSMTP_FILTER_CHUNK];
};

/* Allocates a filter of total octets; takes *upstream on success. */
ssmtp_filter *ssmtp_filter_new_take(
	size_t total, const ssmtp_source_vtable *vtable, ssmtp_source **upstream, ssmtp_error *error);

/* Frees the filter and gives back its upstream, rewound when it can be. */
ssmtp_source *ssmtp_filter_unwrap(ssmtp_source **filter);

/* Makes sure that want (<= SSMTP_FILTER_CHUNK) octets stand at in + at, or all that are left. */
bool ssmtp_filter_fill(ssmtp_filter *filter, size_t want, ssmtp_error *error);
/* First call of every read: undoes what a failed pass of size() left behind. */
bool ssmtp_filter_ready(ssmtp_filter *filter, ssmtp_error *error);

/* Entries for the vtable. */
bool ssmtp_filter_rewind(ssmtp_source *source, ssmtp_error *error);
ssmtp_again ssmtp_filter_again(const ssmtp_source *source);
/* Size by reading the whole output once; unknown when upstream cannot rewind. */
bool ssmtp_filter_measure(ssmtp_source *source, uint64_t *size_octets);
void ssmtp_filter_free(ssmtp_source *source);

#endif
