/* The queue directory on a POSIX file system (see spool.h for the states). The
 * claim is the rename; the lock only tells whether the claimer lives. */
#include "client/spool.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/ascii.h"
#include "crypto/digest.h"

#define SPOOL_ENVELOPE_MAX (8u << 20)
#define SPOOL_CHUNK 65536
#define SPOOL_PATH_MAX 4096

struct ssmtp_spool {
	char *dir;
	char **names; /* with extension, sorted */
	size_t count;
	size_t next;
};

static bool spool_error(ssmtp_error *error, const char *what, const char *name)
{
	int saved = errno;

	ssmtp_error_set(error, SSMTP_ERROR_FILE, SSMTP_E_FILE, "%s %s: %s.", what, name, strerror(saved));
	if (error != NULL) {
		error->system = saved;
	}
	return false;
}

static bool spool_path(char path[SPOOL_PATH_MAX], const char *dir, const char *name, const char *extension,
	ssmtp_error *error)
{
	int len = snprintf(path, SPOOL_PATH_MAX, "%s/%s%s", dir, name, extension);

	return (len > 0 && len < SPOOL_PATH_MAX) ||
		ssmtp_error_set(error, SSMTP_ERROR_FILE, SSMTP_E_FILE, "The path of the queue directory is too long.");
}

/* A directory entry is on disk only after its directory was synchronised. */
static bool spool_sync_dir(const char *dir, ssmtp_error *error)
{
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool ok = fd >= 0 && fsync(fd) == 0;

	if (!ok) {
		spool_error(error, "Cannot synchronise the queue directory", dir);
	}
	if (fd >= 0) {
		close(fd);
	}
	return ok;
}

static bool spool_write_all(int fd, const uint8_t *src, size_t len)
{
	while (len > 0) {
		ssize_t n = write(fd, src, len);

		if (n < 0 && errno == EINTR) {
			continue;
		}
		if (n <= 0) {
			return false;
		}
		src += n;
		len -= (size_t) n;
	}
	return true;
}

/* Sorts by time of queueing; the random part makes it unique over processes. */
static bool spool_make_name(char name[64], ssmtp_error *error)
{
	struct timespec now;
	uint8_t random[6];

	if (timespec_get(&now, TIME_UTC) != TIME_UTC || !ssmtp_random(random, sizeof(random), error)) {
		return false;
	}
	snprintf(name, 64, "%010lld%06ld-%ld-%02x%02x%02x%02x%02x%02x", (long long) now.tv_sec, now.tv_nsec / 1000,
		(long) getpid(), random[0], random[1], random[2], random[3], random[4], random[5]);
	return true;
}

static bool spool_copy_content(int fd, ssmtp_source *content, const char *name, ssmtp_error *error)
{
	uint8_t *chunk = ssmtp_alloc(SPOOL_CHUNK);
	size_t n = 1;
	bool ok = chunk != NULL || ssmtp_error_nomem(error);

	while (ok && n > 0) {
		ok = ssmtp_source_read(content, chunk, SPOOL_CHUNK, &n, error) &&
			(spool_write_all(fd, chunk, n) || spool_error(error, "Cannot write the queue file", name));
	}
	ssmtp_free(chunk);
	return ok;
}

static bool spool_fill(int fd, const ssmtp_spool_envelope *envelope, ssmtp_source *content, const char *name,
	ssmtp_error *error)
{
	ssmtp_buf head;
	bool ok;

	ssmtp_buf_init(&head, SPOOL_ENVELOPE_MAX);
	ok = ssmtp_spool_envelope_write(&head, envelope, error) &&
		(spool_write_all(fd, ssmtp_buf_slice(&head).ptr, ssmtp_buf_len(&head)) ||
			spool_error(error, "Cannot write the queue file", name)) &&
		spool_copy_content(fd, content, name, error) &&
		(fsync(fd) == 0 || spool_error(error, "Cannot synchronise the queue file", name));
	ssmtp_buf_free(&head);
	return ok;
}

bool ssmtp_spool_write(const char *dir, const ssmtp_spool_envelope *envelope, ssmtp_source *content, ssmtp_buf *name,
	ssmtp_error *error)
{
	char base[64], part[SPOOL_PATH_MAX], queued[SPOOL_PATH_MAX];
	bool ok;
	int fd;

	if (!spool_make_name(base, error) || !spool_path(part, dir, base, ".part", error) ||
		!spool_path(queued, dir, base, ".queued", error)) {
		return false;
	}
	fd = open(part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0) {
		return spool_error(error, "Cannot create a file in the queue directory", dir);
	}
	ok = spool_fill(fd, envelope, content, base, error);
	/* Some file systems report a full disk only here. */
	ok = (close(fd) == 0 || spool_error(error, "Cannot close the queue file", base)) && ok;
	ok = ok && (rename(part, queued) == 0 || spool_error(error, "Cannot rename the queue file", base));
	if (!ok) {
		unlink(part);
		return false;
	}
	if (!spool_sync_dir(dir, error) || !(ssmtp_buf_printf(name, "%s.queued", base) || ssmtp_error_nomem(error))) {
		/* Told as failed, it must not be sent all the same. */
		unlink(queued);
		return false;
	}
	return true;
}

static bool spool_has_extension(const char *name, const char *extension)
{
	size_t len = strlen(name), tail = strlen(extension);

	return len > tail && name[0] != '.' && strcmp(name + len - tail, extension) == 0;
}

static int spool_compare(const void *a, const void *b)
{
	return strcmp(*(char *const *) a, *(char *const *) b);
}

static bool spool_add_name(ssmtp_spool *spool, const char *name)
{
	char **names;

	/* Doubles at every power of two: 20,000 files cost 15 moves. */
	if ((spool->count & (spool->count - 1)) == 0) {
		names = ssmtp_realloc(spool->names, (spool->count ? spool->count * 2 : 1) * sizeof(char *));
		if (names == NULL) {
			return false;
		}
		spool->names = names;
	}
	spool->names[spool->count] = ssmtp_strndup(name, strlen(name));
	return spool->names[spool->count] != NULL && ++spool->count > 0;
}

static bool spool_list(ssmtp_spool *spool, ssmtp_error *error)
{
	DIR *dir = opendir(spool->dir);
	struct dirent *entry;
	bool ok = true;

	if (dir == NULL) {
		return spool_error(error, "Cannot read the queue directory", spool->dir);
	}
	while (ok && (entry = readdir(dir)) != NULL) {
		if (spool_has_extension(entry->d_name, ".queued") || spool_has_extension(entry->d_name, ".sending")) {
			ok = spool_add_name(spool, entry->d_name) || ssmtp_error_nomem(error);
		}
	}
	closedir(dir);
	if (spool->count > 1) {
		qsort(spool->names, spool->count, sizeof(char *), spool_compare);
	}
	return ok;
}

ssmtp_spool *ssmtp_spool_open(const char *dir, ssmtp_error *error)
{
	ssmtp_spool *spool = ssmtp_alloc_zero(sizeof(*spool));

	if (spool == NULL || (spool->dir = ssmtp_strndup(dir, strlen(dir))) == NULL) {
		ssmtp_error_nomem(error);
		ssmtp_spool_free(&spool);
		return NULL;
	}
	if (!spool_list(spool, error)) {
		ssmtp_spool_free(&spool);
	}
	return spool;
}

void ssmtp_spool_free(ssmtp_spool **spool)
{
	if (*spool == NULL) {
		return;
	}
	for (size_t i = 0; i < (*spool)->count; i++) {
		ssmtp_free((*spool)->names[i]);
	}
	ssmtp_free((*spool)->names);
	ssmtp_free((*spool)->dir);
	ssmtp_free(*spool);
	*spool = NULL;
}

bool ssmtp_spool_is_empty(const ssmtp_spool *spool)
{
	return spool->next >= spool->count;
}

/* The content of a claimed file, from where the envelope ends; the claim keeps the descriptor. */
typedef struct spool_content {
	ssmtp_source base;
	int fd;
	off_t begin;
} spool_content;

static bool spool_content_read(ssmtp_source *source, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	ssize_t got;

	do {
		got = read(((spool_content *) source)->fd, dst, room);
	} while (got < 0 && errno == EINTR);
	*n = got > 0 ? (size_t) got : 0;
	return got >= 0 || spool_error(error, "Cannot read", "the queue file");
}

static bool spool_content_rewind(ssmtp_source *source, ssmtp_error *error)
{
	spool_content *content = (spool_content *) source;

	return lseek(content->fd, content->begin, SEEK_SET) == content->begin ||
		spool_error(error, "Cannot rewind", "the queue file");
}

static bool spool_content_size(ssmtp_source *source, uint64_t *size_octets)
{
	spool_content *content = (spool_content *) source;
	struct stat st;

	if (fstat(content->fd, &st) != 0 || st.st_size < content->begin) {
		return false;
	}
	*size_octets = (uint64_t) (st.st_size - content->begin);
	return true;
}

static void spool_content_free(ssmtp_source *source)
{
	ssmtp_free(source);
}

static const ssmtp_source_vtable spool_content_vtable = {
	.name = "queue file",
	.read = spool_content_read,
	.rewind = spool_content_rewind,
	.size = spool_content_size,
	.free = spool_content_free,
};

static ssmtp_source *spool_content_new(int fd, size_t begin, ssmtp_error *error)
{
	spool_content *content = ssmtp_alloc_zero(sizeof(*content));

	if (content == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	content->base.vtable = &spool_content_vtable;
	content->fd = fd;
	content->begin = (off_t) begin;
	if (!ssmtp_source_rewind(&content->base, error)) {
		ssmtp_free(content);
		return NULL;
	}
	return &content->base;
}

/* Reads up to the blank line that ends the envelope (or to the limit). */
static bool spool_read_head(int fd, ssmtp_buf *head, ssmtp_error *error)
{
	for (;;) {
		size_t before = ssmtp_buf_len(head), room;
		uint8_t *tail;
		ssize_t n;

		if (!ssmtp_buf_reserve(head, 8192)) {
			return ssmtp_error_set(error, SSMTP_ERROR_FILE, SSMTP_E_FILE, "The envelope of the queue file is too long.");
		}
		tail = ssmtp_buf_tail(head, &room);
		n = read(fd, tail, 8192);
		if (n < 0 && errno == EINTR) {
			continue;
		}
		if (n < 0) {
			return spool_error(error, "Cannot read", "the queue file");
		}
		ssmtp_buf_commit(head, (size_t) n);
		/* The end may straddle two reads. */
		before = before < 3 ? 0 : before - 3;
		if (n == 0 || memmem(head->data + before, head->end - before, "\r\n\r\n", 4) != NULL) {
			return true;
		}
	}
}

static bool spool_load(ssmtp_spool_claim *claim, ssmtp_error *error)
{
	ssmtp_buf head;
	size_t content_at;
	bool ok;

	ssmtp_buf_init(&head, SPOOL_ENVELOPE_MAX);
	ok = spool_read_head(claim->fd, &head, error) &&
		ssmtp_spool_envelope_parse(&claim->envelope, ssmtp_buf_slice(&head), &content_at, error) &&
		(claim->content = spool_content_new(claim->fd, content_at, error)) != NULL;
	ssmtp_buf_free(&head);
	return ok;
}

/* A regular file of ours with one name, locked by us, and still what path names
 * (between open and lock another process may have finished it). */
static bool spool_lock(int fd, const char *path)
{
	struct stat opened, named;

	return fstat(fd, &opened) == 0 && S_ISREG(opened.st_mode) && opened.st_nlink == 1 &&
		opened.st_uid == geteuid() && flock(fd, LOCK_EX | LOCK_NB) == 0 && lstat(path, &named) == 0 &&
		named.st_ino == opened.st_ino && named.st_dev == opened.st_dev && named.st_nlink == 1;
}

static void spool_claim_clear(ssmtp_spool_claim *claim)
{
	ssmtp_source_free(&claim->content);
	ssmtp_spool_envelope_free(&claim->envelope);
	ssmtp_free(claim->name);
	claim->name = NULL;
	if (claim->fd >= 0) {
		close(claim->fd);
	}
	claim->fd = -1;
}

/* Opens, locks and renames; false: somebody else has it, or it is none of ours. */
static bool spool_claim_file(ssmtp_spool_claim *claim, const char *dir, const char *file)
{
	char path[SPOOL_PATH_MAX], sending[SPOOL_PATH_MAX];
	size_t base = strlen(file) - (spool_has_extension(file, ".queued") ? strlen(".queued") : strlen(".sending"));

	memset(claim, 0, sizeof(*claim));
	claim->dir = dir;
	claim->fd = -1;
	claim->name = ssmtp_strndup(file, base);
	if (claim->name != NULL && spool_path(path, dir, file, "", NULL) &&
		spool_path(sending, dir, claim->name, ".sending", NULL)) {
		/* O_NONBLOCK: a FIFO must not hold us. */
		claim->fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
		if (claim->fd >= 0 && spool_lock(claim->fd, path) && rename(path, sending) == 0) {
			return true;
		}
	}
	spool_claim_clear(claim);
	return false;
}

bool ssmtp_spool_next(ssmtp_spool *spool, ssmtp_spool_claim *claim, ssmtp_error *error)
{
	while (spool->next < spool->count) {
		const char *file = spool->names[spool->next++];

		if (!spool_claim_file(claim, spool->dir, file)) {
			continue;
		}
		if (spool_load(claim, error)) {
			return true;
		}
		ssmtp_error_prefix(error, file);
		ssmtp_spool_failed(claim, NULL);
		return false;
	}
	return false;
}

static bool spool_finish(ssmtp_spool_claim *claim, const char *extension, ssmtp_error *error)
{
	char sending[SPOOL_PATH_MAX], target[SPOOL_PATH_MAX];
	bool ok = spool_path(sending, claim->dir, claim->name, ".sending", error);

	if (ok && extension == NULL) {
		ok = unlink(sending) == 0 || spool_error(error, "Cannot remove the sent queue file", claim->name);
	} else if (ok) {
		ok = spool_path(target, claim->dir, claim->name, extension, error) &&
			(rename(sending, target) == 0 || spool_error(error, "Cannot rename the queue file", claim->name));
	}
	/* The record must not be lost by a power cut: the message would go twice. */
	ok = ok && spool_sync_dir(claim->dir, error);
	spool_claim_clear(claim);
	return ok;
}

bool ssmtp_spool_sent(ssmtp_spool_claim *claim, bool keep, ssmtp_error *error)
{
	return spool_finish(claim, keep ? ".sent" : NULL, error);
}

bool ssmtp_spool_failed(ssmtp_spool_claim *claim, ssmtp_error *error)
{
	return spool_finish(claim, ".failed", error);
}

bool ssmtp_spool_release(ssmtp_spool_claim *claim, ssmtp_error *error)
{
	return spool_finish(claim, ".queued", error);
}
