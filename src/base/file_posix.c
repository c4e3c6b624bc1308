/* The POSIX half of base/file.h. */
#if !defined(_WIN32)
/* Files beyond 2 GiB and times beyond 2038 where long has 32 bits; what the system's headers make of it stays in
 * here. */
#undef _FILE_OFFSET_BITS
#define _FILE_OFFSET_BITS 64
#undef _TIME_BITS
#define _TIME_BITS 64
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"

#define PRIVATE_MODE (S_IRUSR | S_IWUSR)
/* What one system call takes: below every system's limit. */
#define TRANSFER_MAX ((size_t) 1 << 30)
#define APPEND_FLAGS (O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)

#if defined(__APPLE__)
#define MODIFIED(status) (status)->st_mtimespec
#define CHANGED(status) (status)->st_ctimespec
#else
#define MODIFIED(status) (status)->st_mtim
#define CHANGED(status) (status)->st_ctim
#endif

struct ssmtp_folder {
	int file;
};

static bool file_info_fill(ssmtp_file_info *info, const struct stat *status)
{
	*info = (ssmtp_file_info){
		.regular = S_ISREG(status->st_mode),
		.directory = S_ISDIR(status->st_mode),
		.ours = status->st_uid == geteuid(),
		.others = (status->st_mode & (S_IRWXG | S_IRWXO)) != 0,
		.size_octets = (uint64_t) status->st_size,
		.links = (uint64_t) status->st_nlink,
		.device = (uint64_t) status->st_dev,
		.inode = (uint64_t) status->st_ino,
		.seconds = MODIFIED(status).tv_sec,
		.nanoseconds = MODIFIED(status).tv_nsec,
		.changed_seconds = CHANGED(status).tv_sec,
		.changed_nanoseconds = CHANGED(status).tv_nsec,
	};
	return true;
}

bool ssmtp_file_info_of(const char *path, ssmtp_file_info *info)
{
	char full[SSMTP_FILE_NAME_MAX];
	struct stat status;

	path = ssmtp_file_absolute(path, full, sizeof(full));
	return path != NULL && stat(path, &status) == 0 && file_info_fill(info, &status);
}

bool ssmtp_file_info_open(int file, ssmtp_file_info *info)
{
	struct stat status;

	return fstat(file, &status) == 0 && file_info_fill(info, &status);
}

int ssmtp_file_open(const char *path)
{
	char full[SSMTP_FILE_NAME_MAX];

	path = ssmtp_file_absolute(path, full, sizeof(full));
	return path == NULL ? SSMTP_FILE_NONE : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
}

int ssmtp_file_open_append(const char *path)
{
	char full[SSMTP_FILE_NAME_MAX];

	path = ssmtp_file_absolute(path, full, sizeof(full));
	return path == NULL ? SSMTP_FILE_NONE : open(path, APPEND_FLAGS, PRIVATE_MODE);
}

/* Without a name from the start where kernel and file system have such files; else the name goes at once. What is
 * refused for its own sake (a full disk, no right to write) is refused either way. */
int ssmtp_file_open_temporary(const char *folder)
{
	char full[SSMTP_FILE_NAME_MAX], path[SSMTP_FILE_NAME_MAX];
	int len, file;

	folder = ssmtp_file_absolute(folder, full, sizeof(full));
	if (folder == NULL) {
		return SSMTP_FILE_NONE;
	}
#if defined(O_TMPFILE)
	file = open(folder, O_RDWR | O_TMPFILE | O_EXCL | O_CLOEXEC, PRIVATE_MODE);
	if (file >= 0) {
		return file;
	}
#endif
	len = snprintf(path, sizeof(path), "%s/ssmtp-XXXXXXXXXX", folder);
	if (len < 0 || (size_t) len >= sizeof(path)) {
		errno = ENAMETOOLONG;
		return SSMTP_FILE_NONE;
	}
	file = mkostemp(path, O_CLOEXEC);
	if (file >= 0) {
		unlink(path);
	}
	return file;
}

bool ssmtp_file_temporary_folder(char *path, size_t room)
{
	int len = snprintf(path, room, "/tmp");

	return len > 0 && (size_t) len < room;
}

bool ssmtp_file_read(int file, void *dst, size_t room, size_t *n)
{
	ssize_t got;

	do {
		got = read(file, dst, room < TRANSFER_MAX ? room : TRANSFER_MAX);
	} while (got < 0 && errno == EINTR);
	*n = got < 0 ? 0 : (size_t) got;
	return got >= 0;
}

bool ssmtp_file_write(int file, const void *src, size_t len)
{
	const uint8_t *octets = src;

	while (len > 0) {
		ssize_t put = write(file, octets, len < TRANSFER_MAX ? len : TRANSFER_MAX);

		if (put < 0 && errno == EINTR) {
			continue;
		}
		if (put <= 0) {
			errno = put == 0 ? ENOSPC : errno;
			return false;
		}
		octets += put;
		len -= (size_t) put;
	}
	return true;
}

bool ssmtp_file_seek(int file, uint64_t offset)
{
	return lseek(file, (off_t) offset, SEEK_SET) == (off_t) offset;
}

bool ssmtp_file_sync(int file)
{
	return fsync(file) == 0;
}

bool ssmtp_file_close(int *file)
{
	int closing = *file;

	*file = SSMTP_FILE_NONE;
	return closing < 0 || close(closing) == 0;
}

long ssmtp_file_process_id(void)
{
	return (long) getpid();
}

/* ---- locks ---- */

/* flock() belongs to the open file, which a forked child has as well: without this the lock of a process that died
 * would live on in its child. The list is walked in the child, before anything else runs there. */
static pthread_once_t holds_once = PTHREAD_ONCE_INIT;
static pthread_mutex_t holds_lock = PTHREAD_MUTEX_INITIALIZER;
static ssmtp_file_hold *holds;

static void holds_before_fork(void)
{
	pthread_mutex_lock(&holds_lock);
}

static void holds_in_parent(void)
{
	pthread_mutex_unlock(&holds_lock);
}

static void holds_in_child(void)
{
	while (holds != NULL) {
		ssmtp_file_hold *hold = holds;

		holds = hold->next;
		hold->next = hold->previous = NULL;
		close(hold->file);
		hold->file = SSMTP_FILE_NONE;
	}
	pthread_mutex_unlock(&holds_lock);
}

static void holds_begin(void)
{
	(void) pthread_atfork(holds_before_fork, holds_in_parent, holds_in_child);
}

bool ssmtp_file_hold_take(ssmtp_file_hold *hold, int file)
{
	pthread_once(&holds_once, holds_begin);
	pthread_mutex_lock(&holds_lock);
	*hold = (ssmtp_file_hold){ .file = file, .next = holds };
	if (holds != NULL) {
		holds->previous = hold;
	}
	holds = hold;
	pthread_mutex_unlock(&holds_lock);
	return flock(file, LOCK_EX | LOCK_NB) == 0;
}

void ssmtp_file_hold_end(ssmtp_file_hold *hold)
{
	if (hold->file < 0) {
		return;
	}
	pthread_mutex_lock(&holds_lock);
	if (hold->previous != NULL) {
		hold->previous->next = hold->next;
	} else {
		holds = hold->next;
	}
	if (hold->next != NULL) {
		hold->next->previous = hold->previous;
	}
	pthread_mutex_unlock(&holds_lock);
	(void) ssmtp_file_close(&hold->file);
}

/* ---- folders ---- */

ssmtp_folder *ssmtp_folder_open(const char *path)
{
	char full[SSMTP_FILE_NAME_MAX];
	ssmtp_folder *folder;
	int file;

	path = ssmtp_file_absolute(path, full, sizeof(full));
	file = path == NULL ? SSMTP_FILE_NONE : open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (file < 0) {
		return NULL;
	}
	folder = ssmtp_alloc(sizeof(*folder));
	if (folder == NULL) {
		close(file);
		errno = ENOMEM;
		return NULL;
	}
	folder->file = file;
	return folder;
}

void ssmtp_folder_close(ssmtp_folder **folder)
{
	if (*folder != NULL) {
		close((*folder)->file);
	}
	ssmtp_free(*folder);
	*folder = NULL;
}

bool ssmtp_folder_is_writable(const char *path)
{
	char full[SSMTP_FILE_NAME_MAX];

	path = ssmtp_file_absolute(path, full, sizeof(full));
	return path != NULL && access(path, W_OK | X_OK) == 0;
}

bool ssmtp_folder_list(const char *path, bool (*visit)(void *context, const char *name), void *context)
{
	char full[SSMTP_FILE_NAME_MAX];
	DIR *directory;
	struct dirent *entry;
	bool ok = true;
	int reason;

	path = ssmtp_file_absolute(path, full, sizeof(full));
	directory = path == NULL ? NULL : opendir(path);
	if (directory == NULL) {
		return false;
	}
	/* readdir() tells the end from a failure by errno, which visit() may set as well. */
	while (ok && (errno = 0, entry = readdir(directory)) != NULL) {
		ok = visit(context, entry->d_name);
	}
	ok = ok && errno == 0;
	reason = errno;
	closedir(directory);
	errno = reason;
	return ok;
}

bool ssmtp_folder_info(const ssmtp_folder *folder, const char *name, ssmtp_file_info *info)
{
	struct stat status;

	return fstatat(folder->file, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && file_info_fill(info, &status);
}

int ssmtp_folder_open_file(const ssmtp_folder *folder, const char *name)
{
	/* O_NONBLOCK: a FIFO must not hold us. */
	return openat(folder->file, name, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
}

int ssmtp_folder_create(const ssmtp_folder *folder, const char *name)
{
	return openat(folder->file, name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, PRIVATE_MODE);
}

int ssmtp_folder_append(const ssmtp_folder *folder, const char *name)
{
	return openat(folder->file, name, APPEND_FLAGS, PRIVATE_MODE);
}

/* Where the system or the file system cannot rename without replacing (NFS): link() does not replace either. */
static bool folder_rename_by_link(const ssmtp_folder *folder, const char *from, const char *to)
{
	if (linkat(folder->file, from, folder->file, to, 0) != 0) {
		return false;
	}
	if (unlinkat(folder->file, from, 0) == 0) {
		return true;
	}
	int reason = errno;

	unlinkat(folder->file, to, 0);
	errno = reason;
	return false;
}

bool ssmtp_folder_rename(const ssmtp_folder *folder, const char *from, const char *to)
{
#if defined(RENAME_NOREPLACE)
	if (renameat2(folder->file, from, folder->file, to, RENAME_NOREPLACE) == 0) {
		return true;
	}
#elif defined(RENAME_EXCL)
	if (renameatx_np(folder->file, from, folder->file, to, RENAME_EXCL) == 0) {
		return true;
	}
#else
	errno = ENOSYS;
#endif
	return (errno == ENOSYS || errno == EINVAL || errno == ENOTSUP) && folder_rename_by_link(folder, from, to);
}

bool ssmtp_folder_remove(const ssmtp_folder *folder, const char *name)
{
	return unlinkat(folder->file, name, 0) == 0;
}

bool ssmtp_folder_sync(const ssmtp_folder *folder)
{
	return fsync(folder->file) == 0;
}
#endif
