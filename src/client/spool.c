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

/* Envelope and header section together. */
#define SPOOL_HEAD_MAX (16u << 20)
#define SPOOL_HEAD_READ 8192
#define SPOOL_CHUNK 65536
#define SPOOL_NAME_MAX 300

struct ssmtp_spool {
	char *dir;
	int dir_fd;
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

static bool spool_name(char file[SPOOL_NAME_MAX], const char *name, const char *extension, ssmtp_error *error)
{
	int len = snprintf(file, SPOOL_NAME_MAX, "%s%s", name, extension);

	return (len > 0 && len < SPOOL_NAME_MAX) ||
		   ssmtp_error_set(error, SSMTP_ERROR_FILE, SSMTP_E_FILE, "The name of the queue file is too long.");
}

static int spool_open_dir(const char *dir, ssmtp_error *error)
{
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0) {
		spool_error(error, "Cannot open the queue directory", dir);
	}
	return fd;
}

/* A directory entry is on disk only after its directory was synchronised. */
static bool spool_sync_dir(int dir_fd, const char *name, ssmtp_error *error)
{
	return fsync(dir_fd) == 0 || spool_error(error, "Cannot synchronise the queue directory with", name);
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

static bool spool_fill(
	int fd, const ssmtp_spool_envelope *envelope, ssmtp_source *content, const char *name, ssmtp_error *error)
{
	ssmtp_buf head;
	bool ok;

	ssmtp_buf_init(&head, SPOOL_HEAD_MAX);
	ok = ssmtp_spool_envelope_write(&head, envelope, error) &&
		 (spool_write_all(fd, ssmtp_buf_slice(&head).ptr, ssmtp_buf_len(&head)) ||
			 spool_error(error, "Cannot write the queue file", name)) &&
		 spool_copy_content(fd, content, name, error) &&
		 (fsync(fd) == 0 || spool_error(error, "Cannot synchronise the queue file", name));
	ssmtp_buf_free(&head);
	return ok;
}

static bool spool_write_in(
	int dir_fd, const ssmtp_spool_envelope *envelope, ssmtp_source *content, ssmtp_buf *name, ssmtp_error *error)
{
	char base[64], part[SPOOL_NAME_MAX], queued[SPOOL_NAME_MAX];
	bool ok;
	int fd;

	if (!spool_make_name(base, error) || !spool_name(part, base, ".part", error) ||
		!spool_name(queued, base, ".queued", error)) {
		return false;
	}
	fd = openat(dir_fd, part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0) {
		return spool_error(error, "Cannot create in the queue directory the file", part);
	}
	ok = spool_fill(fd, envelope, content, base, error);
	/* Some file systems report a full disk only here. */
	ok = (close(fd) == 0 || (ok && spool_error(error, "Cannot close the queue file", base))) && ok;
	ok =
		ok && (renameat(dir_fd, part, dir_fd, queued) == 0 || spool_error(error, "Cannot rename the queue file", base));
	if (!ok) {
		unlinkat(dir_fd, part, 0);
		return false;
	}
	if (!spool_sync_dir(dir_fd, queued, error) || !(ssmtp_buf_append_str(name, queued) || ssmtp_error_nomem(error))) {
		/* Told as failed, it must not be sent all the same. */
		unlinkat(dir_fd, queued, 0);
		return false;
	}
	return true;
}

bool ssmtp_spool_write(
	const char *dir, const ssmtp_spool_envelope *envelope, ssmtp_source *content, ssmtp_buf *name, ssmtp_error *error)
{
	int dir_fd = spool_open_dir(dir, error);
	bool ok = dir_fd >= 0 && spool_write_in(dir_fd, envelope, content, name, error);

	if (dir_fd >= 0) {
		close(dir_fd);
	}
	return ok;
}

bool ssmtp_spool_is_directory(const char *dir, ssmtp_error *error)
{
	int fd = spool_open_dir(dir, error);

	if (fd < 0) {
		return false;
	}
	close(fd);
	return access(dir, W_OK | X_OK) == 0 || spool_error(error, "Cannot write in the queue directory", dir);
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

	if (spool == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	spool->dir_fd = -1;
	spool->dir = ssmtp_strndup(dir, strlen(dir));
	if (spool->dir == NULL) {
		ssmtp_error_nomem(error);
		ssmtp_spool_free(&spool);
	} else if ((spool->dir_fd = spool_open_dir(dir, error)) < 0 || !spool_list(spool, error)) {
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
	if ((*spool)->dir_fd >= 0) {
		close((*spool)->dir_fd);
	}
	ssmtp_free(*spool);
	*spool = NULL;
}

size_t ssmtp_spool_left(const ssmtp_spool *spool)
{
	return spool->count - spool->next;
}

void ssmtp_spool_stop(ssmtp_spool *spool)
{
	spool->next = spool->count;
}

/* The body in a claimed file; the claim keeps the descriptor. */
typedef struct spool_body {
	ssmtp_source base;
	ssmtp_buf rest; /* read together with the header section and not yet handed out */
	int fd;
	off_t begin, end, left;
} spool_body;

static bool spool_body_read(ssmtp_source *source, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	spool_body *body = (spool_body *) source;
	ssmtp_slice rest = ssmtp_slice_head(ssmtp_buf_slice(&body->rest), room);
	ssize_t got;

	if (rest.len > 0) {
		memcpy(dst, rest.ptr, rest.len);
		ssmtp_buf_consume(&body->rest, rest.len);
	}
	*n = rest.len;
	body->left -= (off_t) rest.len;
	if (rest.len > 0 || body->left <= 0) {
		return true;
	}
	do {
		got = read(body->fd, dst, (off_t) room < body->left ? room : (size_t) body->left);
	} while (got < 0 && errno == EINTR);
	if (got < 0) {
		return spool_error(error, "Cannot read", "the queue file");
	}
	if (got == 0) {
		return ssmtp_error_set(
			error, SSMTP_ERROR_FILE, SSMTP_E_FILE, "The queue file became shorter while it was sent.");
	}
	*n = (size_t) got;
	body->left -= got;
	return true;
}

static bool spool_body_rewind(ssmtp_source *source, ssmtp_error *error)
{
	spool_body *body = (spool_body *) source;

	ssmtp_buf_clear(&body->rest);
	body->left = body->end - body->begin;
	return lseek(body->fd, body->begin, SEEK_SET) == body->begin ||
		   spool_error(error, "Cannot rewind", "the queue file");
}

static bool spool_body_size(ssmtp_source *source, uint64_t *size_octets)
{
	spool_body *body = (spool_body *) source;

	*size_octets = (uint64_t) (body->end - body->begin);
	return body->end >= body->begin;
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
static ssmtp_source *spool_body_new(int fd, off_t size, size_t begin, ssmtp_slice rest, ssmtp_error *error)
{
	spool_body *body = ssmtp_alloc_zero(sizeof(*body));

	if (body == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	body->base.vtable = &spool_body_vtable;
	ssmtp_buf_init(&body->rest, SPOOL_HEAD_MAX);
	body->fd = fd;
	body->begin = (off_t) begin;
	body->end = size;
	body->left = size - (off_t) begin;
	if (!ssmtp_buf_append_slice(&body->rest, rest)) {
		ssmtp_error_nomem(error);
		spool_body_free(&body->base);
		return NULL;
	}
	return &body->base;
}

/* One more read; *n 0 at the end of the file. */
static bool spool_read_more(int fd, ssmtp_buf *head, size_t *n, ssmtp_error *error)
{
	size_t room;
	ssize_t got;

	if (!ssmtp_buf_reserve(head, SPOOL_HEAD_READ)) {
		return ssmtp_error_set(
			error, SSMTP_ERROR_FILE, SSMTP_E_FILE, "The envelope or the header section of the queue file is too long.");
	}
	do {
		got = read(fd, ssmtp_buf_tail(head, &room), SPOOL_HEAD_READ);
	} while (got < 0 && errno == EINTR);
	if (got < 0) {
		return spool_error(error, "Cannot read", "the queue file");
	}
	ssmtp_buf_commit(head, (size_t) got);
	*n = (size_t) got;
	return true;
}

/* Reads until the first blank line whose line end before it stands at or behind from; *end is behind it, the
 * end of the file when there is none. */
static bool spool_read_section(int fd, ssmtp_buf *head, size_t from, size_t *end, ssmtp_error *error)
{
	size_t n = 1;

	for (;;) {
		ssmtp_slice text = ssmtp_slice_skip(ssmtp_buf_slice(head), from);
		const uint8_t *blank = text.len < 4 ? NULL : memmem(text.ptr, text.len, "\r\n\r\n", 4);

		if (blank != NULL) {
			*end = from + (size_t) (blank - text.ptr) + 4;
			return true;
		}
		/* The blank line may straddle two reads. */
		from += text.len < 3 ? 0 : text.len - 3;
		if (n == 0) {
			*end = ssmtp_buf_len(head);
			return true;
		}
		if (!spool_read_more(fd, head, &n, error)) {
			return false;
		}
	}
}

static bool spool_load_message(ssmtp_spool_claim *claim, off_t size, ssmtp_buf *head, size_t begin, ssmtp_error *error)
{
	ssmtp_slice text;
	size_t end;

	/* The header section may be empty: its blank line then follows the envelope's at once. */
	if (!spool_read_section(claim->fd, head, begin - 2, &end, error)) {
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
	claim->body = spool_body_new(claim->fd, size, end, ssmtp_slice_skip(text, end), error);
	return claim->body != NULL;
}

static bool spool_load(ssmtp_spool_claim *claim, off_t size, ssmtp_error *error)
{
	ssmtp_buf head;
	size_t end;
	bool ok;

	ssmtp_buf_init(&head, SPOOL_HEAD_MAX);
	ok = spool_read_section(claim->fd, &head, 0, &end, error) &&
		 ssmtp_spool_envelope_parse(&claim->envelope, ssmtp_buf_slice(&head), &end, error) &&
		 spool_load_message(claim, size, &head, end, error);
	ssmtp_buf_free(&head);
	return ok;
}

/* A regular file of ours with one name, locked by us, and still what file names
 * (between open and lock another process may have finished it). */
static bool spool_lock(int dir_fd, int fd, const char *file, off_t *size)
{
	struct stat opened, named;

	if (fstat(fd, &opened) != 0) {
		return false;
	}
	*size = opened.st_size;
	return S_ISREG(opened.st_mode) && opened.st_nlink == 1 && opened.st_uid == geteuid() &&
		   flock(fd, LOCK_EX | LOCK_NB) == 0 && fstatat(dir_fd, file, &named, AT_SYMLINK_NOFOLLOW) == 0 &&
		   named.st_ino == opened.st_ino && named.st_dev == opened.st_dev && named.st_nlink == 1;
}

void ssmtp_spool_forget(ssmtp_spool_claim *claim)
{
	ssmtp_source_free(&claim->body);
	ssmtp_buf_free(&claim->header);
	ssmtp_spool_envelope_free(&claim->envelope);
	ssmtp_free(claim->name);
	claim->name = NULL;
	if (claim->fd >= 0) {
		close(claim->fd);
	}
	claim->fd = -1;
}

/* Opens, locks and renames; false: somebody else has it, or it is none of ours. */
static bool spool_claim_file(ssmtp_spool_claim *claim, const char *file, off_t *size)
{
	char sending[SPOOL_NAME_MAX];

	if (!spool_name(sending, claim->name, ".sending", NULL)) {
		return false;
	}
	/* O_NONBLOCK: a FIFO must not hold us. */
	claim->fd = openat(claim->dir_fd, file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	return claim->fd >= 0 && spool_lock(claim->dir_fd, claim->fd, file, size) &&
		   (strcmp(file, sending) == 0 || renameat(claim->dir_fd, file, claim->dir_fd, sending) == 0);
}

static bool spool_claim_begin(ssmtp_spool_claim *claim, const ssmtp_spool *spool, const char *file)
{
	size_t extension = strlen(spool_has_extension(file, ".queued") ? ".queued" : ".sending");

	memset(claim, 0, sizeof(*claim));
	ssmtp_buf_init(&claim->header, SPOOL_HEAD_MAX);
	claim->dir_fd = spool->dir_fd;
	claim->fd = -1;
	claim->name = ssmtp_strndup(file, strlen(file) - extension);
	return claim->name != NULL;
}

/* The claimed file cannot be sent. Lack of memory is not its fault. */
static bool spool_reject(ssmtp_spool_claim *claim, const char *file, const ssmtp_error *why, ssmtp_error *error)
{
	ssmtp_error told = *why;

	ssmtp_error_prefix(&told, file);
	if (told.kind == SSMTP_ERROR_NOMEM) {
		ssmtp_spool_release(claim, NULL);
	} else {
		ssmtp_spool_failed(claim, NULL);
	}
	if (error != NULL) {
		*error = told;
	}
	return false;
}

bool ssmtp_spool_next(ssmtp_spool *spool, ssmtp_spool_claim *claim, ssmtp_error *error)
{
	while (spool->next < spool->count) {
		const char *file = spool->names[spool->next++];
		ssmtp_error why = { 0 };
		off_t size = 0;

		if (!spool_claim_begin(claim, spool, file)) {
			return ssmtp_error_nomem(error);
		}
		if (!spool_claim_file(claim, file, &size)) {
			ssmtp_spool_forget(claim);
			continue;
		}
		return spool_load(claim, size, &why) || spool_reject(claim, file, &why, error);
	}
	return false;
}

static bool spool_rename(const ssmtp_spool_claim *claim, const char *extension, ssmtp_error *error)
{
	char sending[SPOOL_NAME_MAX], target[SPOOL_NAME_MAX];

	return spool_name(sending, claim->name, ".sending", error) && spool_name(target, claim->name, extension, error) &&
		   (renameat(claim->dir_fd, sending, claim->dir_fd, target) == 0 ||
			   spool_error(error, "Cannot rename the queue file", sending));
}

static bool spool_remove(const ssmtp_spool_claim *claim, ssmtp_error *error)
{
	char sending[SPOOL_NAME_MAX];

	return spool_name(sending, claim->name, ".sending", error) &&
		   (unlinkat(claim->dir_fd, sending, 0) == 0 || spool_error(error, "Cannot remove the queue file", sending));
}

/* The record must not be lost by a power cut: the message would go twice. */
static bool spool_record(ssmtp_spool_claim *claim, const char *extension, ssmtp_error *error)
{
	bool ok = spool_rename(claim, extension, error) && spool_sync_dir(claim->dir_fd, claim->name, error);

	ssmtp_spool_forget(claim);
	return ok;
}

bool ssmtp_spool_sent(ssmtp_spool_claim *claim, bool keep, ssmtp_error *error)
{
	bool ok = keep ? spool_rename(claim, ".sent", error) : spool_remove(claim, error);

	if (ok) {
		ok = spool_sync_dir(claim->dir_fd, claim->name, error);
	} else if (keep ? spool_remove(claim, NULL) : spool_rename(claim, ".sent", NULL)) {
		/* Any record will do that keeps the next run from sending it again. */
		fsync(claim->dir_fd);
	}
	if (!ok) {
		ssmtp_error_prefix(error, "The message was sent, but its record failed");
	}
	ssmtp_spool_forget(claim);
	return ok;
}

bool ssmtp_spool_failed(ssmtp_spool_claim *claim, ssmtp_error *error)
{
	return spool_record(claim, ".failed", error);
}

bool ssmtp_spool_release(ssmtp_spool_claim *claim, ssmtp_error *error)
{
	return spool_record(claim, ".queued", error);
}
