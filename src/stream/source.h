/* Pull interface for content of any size: the reader asks for octets. A filter
 * is a source that owns the source it reads from. */
#ifndef SSMTP_STREAM_SOURCE_H
#define SSMTP_STREAM_SOURCE_H

#include "base/buf.h"
#include "base/error.h"

typedef struct ssmtp_source ssmtp_source;

/* What a second pass gives. */
typedef enum ssmtp_again {
	SSMTP_AGAIN_NOTHING, /* read once */
	SSMTP_AGAIN_ANEW,    /* as many octets with the same meaning: an envelope takes a new key for each pass */
	SSMTP_AGAIN_SAME
} ssmtp_again;

typedef struct ssmtp_source_vtable {
	const char *name;
	/* Writes at most room (> 0) octets to dst and their number to *n; *n == 0
	 * means the end, then and at every later call. false: *error is filled
	 * and the source must only be freed. */
	bool (*read)(ssmtp_source *source, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error);
	/* Back to the first octet. false with no error set: cannot (NULL: never can). */
	bool (*rewind)(ssmtp_source *source, ssmtp_error *error);
	/* Exact number of octets from the first to the end; false: unknown (NULL: never known).
	 * May be called at any time, costs at most one pass over a rewindable upstream
	 * and leaves the read position as it was only when nothing was read yet. */
	bool (*size)(ssmtp_source *source, uint64_t *size_octets);
	void (*free)(ssmtp_source *source);
	/* What it would be behind a rewind (NULL: the same, when there is a rewind). */
	ssmtp_again (*again)(const ssmtp_source *source);
} ssmtp_source_vtable;

/* First member of every source. */
struct ssmtp_source {
	const ssmtp_source_vtable *vtable;
};

bool ssmtp_source_read(ssmtp_source *source, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error);
/* False with error: "the content cannot be read twice" when the source cannot rewind. */
bool ssmtp_source_rewind(ssmtp_source *source, ssmtp_error *error);
ssmtp_again ssmtp_source_again(const ssmtp_source *source);
bool ssmtp_source_can_rewind(const ssmtp_source *source);
bool ssmtp_source_size(ssmtp_source *source, uint64_t *size_octets);
void ssmtp_source_free(ssmtp_source **source);
/* Reads to the end and appends everything to out (bounded by out->max). */
bool ssmtp_source_read_all(ssmtp_source *source, ssmtp_buf *out, ssmtp_error *error);

/* Constructors return NULL without memory (or with *error filled). */
ssmtp_source *ssmtp_source_mem_new(ssmtp_slice octets, ssmtp_error *error);     /* copies */
ssmtp_source *ssmtp_source_mem_new_take(ssmtp_buf *octets, ssmtp_error *error); /* moves the buffer's memory */
ssmtp_source *ssmtp_source_borrow_new(ssmtp_slice octets, ssmtp_error *error);  /* octets must outlive it */
ssmtp_source *ssmtp_source_text_new(ssmtp_slice text, ssmtp_error *error);      /* the same, its line ends as CRLF */
/* All octets of a source of the three kinds above, wherever it was read to; they live as long as it. false: another. */
bool ssmtp_source_mem_octets(const ssmtp_source *source, ssmtp_slice *octets);
/* A regular file, opened at the first read or size. A file that is shorter or
 * longer than when it was opened ends in error 302. */
ssmtp_source *ssmtp_source_file_new(const char *path, ssmtp_error *error);
/* The sources one after another; takes all of them on success (entries become NULL). */
ssmtp_source *ssmtp_source_concat_new_take(ssmtp_source **sources, size_t count, ssmtp_error *error);
/* upstream, kept in a temporary file (mode 0600, unlinked at once, directory
 * from TMPDIR or /tmp) as it passes, so that it can be read twice. Up to
 * memory_max octets stay in memory and touch no file. */
ssmtp_source *ssmtp_source_spool_new_take(ssmtp_source **upstream, size_t memory_max, ssmtp_error *error);

/* Filters. Each takes *upstream on success. */
ssmtp_source *ssmtp_filter_crlf_new_take(ssmtp_source **upstream, ssmtp_error *error); /* bare CR, bare LF -> CRLF */
ssmtp_source *ssmtp_filter_base64_new_take(
	ssmtp_source **upstream, ssmtp_error *error); /* 76 columns, every line ends in CRLF */
/* RFC 2045 6.7, lines of at most 76; input has CRLF line ends (a bare CR or LF
 * becomes =0D or =0A); the last blank of a line, "From " and a dot at the start
 * of a line are encoded, and the output never ends in a soft line break. */
ssmtp_source *ssmtp_filter_qp_new_take(ssmtp_source **upstream, ssmtp_error *error);

#endif
