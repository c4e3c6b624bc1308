/* A claimed queue file: envelope, header section, and the body as a source;
 * held against its check before an octet of it is sent (see spool.h). */
#include "queue/spool_internal.h"

#include "base/alloc.h"
#include "base/ascii.h"
#include "crypto/digest.h"

#define READ_AT_ONCE 8192

static bool read_failed(ssmtp_error *error)
{
	return ssmtp_spool_error(error, "Cannot read", "the queue file");
}

/* ---- the body ---- */

typedef struct spool_body {
	ssmtp_source base;
	ssmtp_buf rest; /* read together with the header section and not yet handed out */
	const ssmtp_file_hold *hold;
	uint64_t begin, end, left;
} spool_body;

static bool spool_body_read(ssmtp_source *source, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	spool_body *body = (spool_body *) source;
	ssmtp_slice rest = ssmtp_slice_head(ssmtp_buf_slice(&body->rest), room);

	if (rest.len > 0) {
		memcpy(dst, rest.ptr, rest.len);
		ssmtp_buf_consume(&body->rest, rest.len);
	}
	*n = rest.len;
	body->left -= rest.len < body->left ? rest.len : body->left;
	if (rest.len > 0 || body->left == 0) {
		return true;
	}
	if (!ssmtp_file_read(body->hold->file, dst, room < body->left ? room : (size_t) body->left, n)) {
		return read_failed(error);
	}
	if (*n == 0) {
		return ssmtp_error_set(
			error, SSMTP_ERROR_FILE, SSMTP_E_FILE, "The queue file became shorter while it was sent.");
	}
	body->left -= *n;
	return true;
}

static bool spool_body_rewind(ssmtp_source *source, ssmtp_error *error)
{
	spool_body *body = (spool_body *) source;

	ssmtp_buf_clear(&body->rest);
	body->left = body->end - body->begin;
	return ssmtp_file_seek(body->hold->file, body->begin) ||
		   ssmtp_spool_error(error, "Cannot rewind", "the queue file");
}

static bool spool_body_size(ssmtp_source *source, uint64_t *size_octets)
{
	spool_body *body = (spool_body *) source;

	*size_octets = body->end - body->begin;
	return true;
}

static void spool_body_free(ssmtp_source *source)
{
	ssmtp_buf_free(&((spool_body *) source)->rest);
	ssmtp_free(source);
}

static const ssmtp_source_vtable spool_body_vtable = {
	.name = "queue file",
	.read = spool_body_read,
	.rewind = spool_body_rewind,
	.size = spool_body_size,
	.free = spool_body_free,
};

/* rest: the octets from begin on that are read already. */
static ssmtp_source *spool_body_new(
	const ssmtp_file_hold *hold, uint64_t size, size_t begin, ssmtp_slice rest, ssmtp_error *error)
{
	spool_body *body = ssmtp_alloc_zero(sizeof(*body));

	if (body == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	body->base.vtable = &spool_body_vtable;
	ssmtp_buf_init(&body->rest, SSMTP_SPOOL_HEAD_MAX);
	body->hold = hold;
	body->begin = begin;
	body->end = size < begin ? begin : size;
	body->left = body->end - body->begin;
	if (!ssmtp_buf_append_slice(&body->rest, rest)) {
		ssmtp_error_nomem(error);
		spool_body_free(&body->base);
		return NULL;
	}
	return &body->base;
}

/* ---- envelope and header section ---- */

/* One more read; *n 0 at the end of the file. */
static bool read_more(int file, ssmtp_buf *head, size_t *n, ssmtp_error *error)
{
	size_t room;

	if (ssmtp_buf_len(head) > SSMTP_SPOOL_HEAD_MAX - READ_AT_ONCE) {
		return ssmtp_error_set(
			error, SSMTP_ERROR_FILE, SSMTP_E_FILE, "The envelope or the header section of the queue file is too long.");
	}
	if (!ssmtp_buf_reserve(head, READ_AT_ONCE)) {
		return ssmtp_error_nomem(error);
	}
	if (!ssmtp_file_read(file, ssmtp_buf_tail(head, &room), READ_AT_ONCE, n)) {
		return read_failed(error);
	}
	ssmtp_buf_commit(head, *n);
	return true;
}

/* Where "CR LF CR LF" begins, or the length. */
static size_t read_find_blank(ssmtp_slice text)
{
	for (size_t at = 0; at + 4 <= text.len; at++) {
		at += ssmtp_slice_find(ssmtp_slice_skip(text, at), '\r');
		if (at + 4 <= text.len && memcmp(text.ptr + at, "\r\n\r\n", 4) == 0) {
			return at;
		}
	}
	return text.len;
}

/* Reads until the first blank line whose line end before it stands at or behind from; *end is behind it, the
 * end of the file when there is none. */
static bool read_section(int file, ssmtp_buf *head, size_t from, size_t *end, ssmtp_error *error)
{
	size_t n = 1;

	for (;;) {
		ssmtp_slice text = ssmtp_slice_skip(ssmtp_buf_slice(head), from);
		size_t blank = read_find_blank(text);

		if (blank < text.len) {
			*end = from + blank + 4;
			return true;
		}
		/* The blank line may straddle two reads. */
		from += text.len < 3 ? 0 : text.len - 3;
		if (n == 0) {
			*end = ssmtp_buf_len(head);
			return true;
		}
		if (!read_more(file, head, &n, error)) {
			return false;
		}
	}
}

static bool read_message(
	ssmtp_spool_claim *claim, uint64_t size, ssmtp_buf *head, size_t begin, ssmtp_error *error)
{
	ssmtp_slice text;
	size_t end;

	/* The header section may be empty: its blank line then follows the envelope's at once. */
	if (!read_section(claim->hold.file, head, begin - 2, &end, error)) {
		return false;
	}
	text = ssmtp_buf_slice(head);
	if (end < begin + 2 || memcmp(text.ptr + end - 4, "\r\n\r\n", 4) != 0) {
		return ssmtp_error_set(
			error, SSMTP_ERROR_FILE, SSMTP_E_FILE, "The queue file is malformed: the header section has no end.");
	}
	if (!ssmtp_buf_append_slice(&claim->header, ssmtp_slice_skip(ssmtp_slice_head(text, end), begin))) {
		return ssmtp_error_nomem(error);
	}
	claim->body = spool_body_new(&claim->hold, size, end, ssmtp_slice_skip(text, end), error);
	return claim->body != NULL;
}

/* ---- the check ---- */

static bool check_size(const ssmtp_spool_envelope *envelope, uint64_t size, ssmtp_error *error)
{
	return envelope->version == 1 || size == envelope->check.size_octets ||
		   ssmtp_error_set(error, SSMTP_ERROR_FILE, SSMTP_E_FILE,
			   "The queue file has %llu octets and had %llu when it was queued: it was cut or changed.",
			   (unsigned long long) size, (unsigned long long) envelope->check.size_octets);
}

/* Adds what stands behind the octets that were read already, and comes back to that place. */
static bool check_add_rest(ssmtp_hash *hash, int file, uint64_t at, uint64_t size, ssmtp_error *error)
{
	uint8_t *chunk;
	size_t n = 1;
	bool ok = true;

	if (at >= size) {
		return true;
	}
	chunk = ssmtp_alloc(SSMTP_SPOOL_CHUNK);
	if (chunk == NULL) {
		return ssmtp_error_nomem(error);
	}
	while (ok && n > 0) {
		ok = (ssmtp_file_read(file, chunk, SSMTP_SPOOL_CHUNK, &n) || read_failed(error)) &&
			 (ssmtp_hash_add(hash, ssmtp_slice_of(chunk, n)) || ssmtp_error_nomem(error));
	}
	ssmtp_free(chunk);
	return ok && (ssmtp_file_seek(file, at) || read_failed(error));
}

static bool check_digest(const ssmtp_spool_claim *claim, uint64_t size, ssmtp_slice head, ssmtp_error *error)
{
	const ssmtp_spool_envelope *envelope = &claim->envelope;
	uint8_t digest[SSMTP_DIGEST_MAX];
	ssmtp_hash *hash;
	size_t len;
	bool ok;

	if (envelope->version == 1) {
		return true;
	}
	hash = ssmtp_hash_new("SHA256", error);
	ok = hash != NULL && ssmtp_hash_add(hash, ssmtp_slice_skip(head, envelope->covered_at)) &&
		 check_add_rest(hash, claim->hold.file, head.len, size, error) &&
		 (ssmtp_hash_end(hash, digest, &len) || ssmtp_error_nomem(error)) &&
		 (memcmp(digest, envelope->check.digest, sizeof(envelope->check.digest)) == 0 ||
			 ssmtp_error_set(error, SSMTP_ERROR_FILE, SSMTP_E_FILE,
				 "The queue file was changed since it was queued: its digest is another one."));
	ssmtp_hash_free(&hash);
	return ok;
}

bool ssmtp_spool_load(ssmtp_spool_claim *claim, uint64_t size_octets, ssmtp_error *error)
{
	ssmtp_buf head;
	size_t end;
	bool ok;

	ssmtp_buf_init(&head, SSMTP_SPOOL_HEAD_MAX);
	ok = read_section(claim->hold.file, &head, 0, &end, error) &&
		 ssmtp_spool_envelope_parse(&claim->envelope, ssmtp_buf_slice(&head), &end, error) &&
		 check_size(&claim->envelope, size_octets, error) && read_message(claim, size_octets, &head, end, error);
	if (ok) {
		ssmtp_spool_envelope_unmark(&head, end);
		ok = check_digest(claim, size_octets, ssmtp_buf_slice(&head), error);
	}
	ssmtp_buf_free(&head);
	return ok;
}
