/* Queue(): a message becomes a file of the queue directory (see spool.h). */
#include "queue/spool_internal.h"

#include <stdio.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "crypto/digest.h"

/* Sorts by time of queueing; the random part makes it unique over processes. */
static bool write_make_name(char name[64], ssmtp_error *error)
{
	int64_t now_us = ssmtp_clock_us();
	uint8_t random[6];

	if (!ssmtp_random(random, sizeof(random), error)) {
		return false;
	}
	snprintf(name, 64, "%016lld-%ld-%02x%02x%02x%02x%02x%02x", (long long) now_us, ssmtp_file_process_id(),
		 random[0], random[1], random[2], random[3], random[4], random[5]);
	return true;
}

/* A file under way, with what its check will say. */
typedef struct write_file {
	int file;
	const char *name;
	ssmtp_hash *hash;
	uint64_t size;
} write_file;

static bool write_octets(write_file *out, ssmtp_slice octets, ssmtp_error *error)
{
	out->size += octets.len;
	return ssmtp_file_write(out->file, octets.ptr, octets.len) ||
		   ssmtp_spool_error(error, "Cannot write the queue file", out->name);
}

static bool write_covered(write_file *out, ssmtp_slice octets, ssmtp_error *error)
{
	return (ssmtp_hash_add(out->hash, octets) || ssmtp_error_nomem(error)) && write_octets(out, octets, error);
}

static bool write_content(write_file *out, ssmtp_source *content, ssmtp_error *error)
{
	uint8_t *chunk = ssmtp_alloc(SSMTP_SPOOL_CHUNK);
	size_t n = 1;
	bool ok = chunk != NULL || ssmtp_error_nomem(error);

	while (ok && n > 0) {
		ok = ssmtp_source_read(content, chunk, SSMTP_SPOOL_CHUNK, &n, error) &&
			 write_covered(out, ssmtp_slice_of(chunk, n), error);
	}
	ssmtp_free(chunk);
	return ok;
}

/* Over the line that was written first: a file that was cut, also by a crash, says another size. */
static bool write_check(write_file *out, ssmtp_error *error)
{
	ssmtp_spool_check check = { .size_octets = out->size };
	char line[SSMTP_SPOOL_CHECK_LINE + 1];
	uint8_t digest[SSMTP_DIGEST_MAX];
	size_t len;

	if (!ssmtp_hash_end(out->hash, digest, &len)) {
		return ssmtp_error_nomem(error);
	}
	memcpy(check.digest, digest, sizeof(check.digest));
	ssmtp_spool_check_line(line, &check);
	return (ssmtp_file_seek(out->file, SSMTP_SPOOL_CHECK_AT) &&
			   ssmtp_file_write(out->file, line, SSMTP_SPOOL_CHECK_LINE)) ||
		   ssmtp_spool_error(error, "Cannot write the queue file", out->name);
}

static bool write_all(write_file *out, const ssmtp_spool_envelope *envelope, ssmtp_source *content, ssmtp_error *error)
{
	const size_t open = SSMTP_SPOOL_CHECK_AT + SSMTP_SPOOL_CHECK_LINE;
	ssmtp_buf head;
	bool ok;

	ssmtp_buf_init(&head, SSMTP_SPOOL_HEAD_MAX);
	out->hash = ssmtp_hash_new("SHA256", error);
	ok = out->hash != NULL && ssmtp_spool_envelope_write(&head, envelope, error) &&
		 ssmtp_hash_add(out->hash, ssmtp_slice_skip(ssmtp_buf_slice(&head), open)) &&
		 write_octets(out, ssmtp_buf_slice(&head), error) && write_content(out, content, error) &&
		 write_check(out, error) &&
		 (ssmtp_file_sync(out->file) || ssmtp_spool_error(error, "Cannot synchronise the queue file", out->name));
	ssmtp_hash_free(&out->hash);
	ssmtp_buf_free(&head);
	return ok;
}

static bool write_in(const ssmtp_folder *folder, const ssmtp_spool_envelope *envelope, ssmtp_source *content,
	ssmtp_buf *name, ssmtp_error *error)
{
	char base[64], part[SSMTP_SPOOL_NAME_MAX], queued[SSMTP_SPOOL_NAME_MAX];
	write_file out = { .name = base };
	bool ok;

	if (!write_make_name(base, error) || !ssmtp_spool_name(part, base, 1, ".part", error) ||
		!ssmtp_spool_name(queued, base, 1, ".queued", error)) {
		return false;
	}
	out.file = ssmtp_folder_create(folder, part);
	if (out.file == SSMTP_FILE_NONE) {
		return ssmtp_spool_error(error, "Cannot create in the queue directory the file", part);
	}
	ok = write_all(&out, envelope, content, error);
	/* Some file systems report a full disk only here. */
	ok = (ssmtp_file_close(&out.file) || (ok && ssmtp_spool_error(error, "Cannot close the queue file", base))) && ok;
	ok = ok &&
		 (ssmtp_folder_rename(folder, part, queued) || ssmtp_spool_error(error, "Cannot rename the queue file", base));
	if (!ok) {
		ssmtp_folder_remove(folder, part);
		return false;
	}
	if (!ssmtp_spool_sync_folder(folder, queued, error) ||
		!(ssmtp_buf_append_str(name, queued) || ssmtp_error_nomem(error))) {
		/* Told as failed, it must not be sent all the same. */
		ssmtp_folder_remove(folder, queued);
		return false;
	}
	return true;
}

bool ssmtp_spool_write(
	const char *dir, const ssmtp_spool_envelope *envelope, ssmtp_source *content, ssmtp_buf *name, ssmtp_error *error)
{
	ssmtp_folder *folder = ssmtp_folder_open(dir);
	bool ok = (folder != NULL || ssmtp_spool_error(error, "Cannot open the queue directory", dir)) &&
			  write_in(folder, envelope, content, name, error);

	ssmtp_folder_close(&folder);
	return ok;
}

bool ssmtp_spool_seal(ssmtp_buf *file, size_t offset, ssmtp_error *error)
{
	ssmtp_slice whole = ssmtp_slice_skip(ssmtp_buf_slice(file), offset);
	ssmtp_spool_check check = { .size_octets = whole.len };
	char line[SSMTP_SPOOL_CHECK_LINE + 1];
	uint8_t digest[SSMTP_DIGEST_MAX];
	size_t len;

	if (!ssmtp_digest(
			"SHA256", ssmtp_slice_skip(whole, SSMTP_SPOOL_CHECK_AT + SSMTP_SPOOL_CHECK_LINE), digest, &len, error)) {
		return false;
	}
	memcpy(check.digest, digest, sizeof(check.digest));
	ssmtp_spool_check_line(line, &check);
	ssmtp_buf_overwrite(file, offset + SSMTP_SPOOL_CHECK_AT, line, SSMTP_SPOOL_CHECK_LINE);
	return true;
}
