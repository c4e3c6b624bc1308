/* Plain files for sources (see plain_file.h). */
#include "stream/plain_file.h"

#if defined(_WIN32)
#define _CRT_RAND_S
#endif
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#if defined(_WIN32)
#include <io.h>
#define FILE_FLAGS (_O_BINARY | _O_NOINHERIT)
/* _O_TEMPORARY removes the file when it is closed. */
#define TEMPORARY_FLAGS (FILE_FLAGS | _O_TEMPORARY)
#define TEMPORARY_TRIES 100
#define TEMPORARY_MODE (_S_IREAD | _S_IWRITE)
#define open _open
#define read _read
#define write _write
#define close _close
#define lseek _lseeki64
#define stat _stat64
#define fstat _fstat64
#define S_ISREG(mode) (((mode) &_S_IFMT) == _S_IFREG)
#define FALLBACK_FOLDER "."
#else
#include <unistd.h>
/* Not blocking: a FIFO that took the place of the file must not stop us. */
#define FILE_FLAGS (O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
#define TEMPORARY_MODE (S_IRUSR | S_IWUSR)
#define FALLBACK_FOLDER "/tmp"
#endif

/* What one system call takes: below every system's limit. */
#define TRANSFER_MAX ((size_t) 1 << 30)

static bool file_failed(ssmtp_error *error, int code, const char *what, const char *path)
{
	int value = errno;

	ssmtp_error_set(error, SSMTP_ERROR_FILE, code, "%s %s: %s.", what, path, strerror(value));
	if (error != NULL && error->system == 0) {
		error->system = value;
	}
	return false;
}

static bool file_not_regular(ssmtp_error *error, const char *path)
{
	return ssmtp_error_set(
		error, SSMTP_ERROR_FILE, SSMTP_E_FILE, "%s is not a regular file: only regular files can be sent.", path);
}

int ssmtp_plain_file_open(const char *path, uint64_t *size_octets, ssmtp_error *error)
{
	struct stat found;
	int file;

	/* Looked at before it is opened, as opening a device can act on it, and
	 * after, as the name may have changed hands in between. */
	if (stat(path, &found) != 0) {
		file_failed(error, SSMTP_E_FILE, "Cannot open", path);
		return SSMTP_PLAIN_FILE_NONE;
	}
	if (!S_ISREG(found.st_mode)) {
		file_not_regular(error, path);
		return SSMTP_PLAIN_FILE_NONE;
	}
	file = open(path, O_RDONLY | FILE_FLAGS);
	if (file < 0 || fstat(file, &found) != 0) {
		file_failed(error, SSMTP_E_FILE, "Cannot open", path);
		ssmtp_plain_file_close(&file);
		return SSMTP_PLAIN_FILE_NONE;
	}
	if (!S_ISREG(found.st_mode)) {
		file_not_regular(error, path);
		ssmtp_plain_file_close(&file);
		return SSMTP_PLAIN_FILE_NONE;
	}
	*size_octets = (uint64_t) found.st_size;
	return file;
}

static bool (*temporary_folder_allowed)(const char *path);

void ssmtp_plain_file_allow_folders(bool (*allowed)(const char *path))
{
	temporary_folder_allowed = allowed;
}

#if defined(_WIN32)
/* O_EXCL makes a guessed name harmless: it costs one more try. */
static int temporary_open(const char *folder)
{
	char path[1024];

	for (unsigned i = 0; i < TEMPORARY_TRIES; i++) {
		unsigned high = 0, low = 0;
		int len, file;

		if (rand_s(&high) != 0 || rand_s(&low) != 0) {
			errno = EIO;
			return -1;
		}
		len = snprintf(path, sizeof(path), "%s/ssmtp-%08x%08x", folder, high, low);
		if (len < 0 || (size_t) len >= sizeof(path)) {
			errno = ENAMETOOLONG;
			return -1;
		}
		file = open(path, O_RDWR | O_CREAT | O_EXCL | TEMPORARY_FLAGS, TEMPORARY_MODE);
		if (file >= 0 || errno != EEXIST) {
			return file;
		}
	}
	return -1;
}
#else
/* A file that never has a name, where kernel and file system have such; else one whose name is random and goes at
 * once. Refused for its own sake (a full disk, no right to write) it is refused either way. */
static int temporary_open(const char *folder)
{
	char path[1024];
	int len, file;

#if defined(O_TMPFILE)
	file = open(folder, O_RDWR | O_TMPFILE | O_EXCL | O_CLOEXEC, TEMPORARY_MODE);
	if (file >= 0) {
		return file;
	}
#endif
	len = snprintf(path, sizeof(path), "%s/ssmtp-XXXXXXXXXX", folder);
	if (len < 0 || (size_t) len >= sizeof(path)) {
		errno = ENAMETOOLONG;
		return -1;
	}
	file = mkostemp(path, O_CLOEXEC);
	if (file >= 0) {
		unlink(path);
	}
	return file;
}
#endif

int ssmtp_plain_file_open_temporary(ssmtp_error *error)
{
	const char *folder = getenv("TMPDIR");
	int file;

	if (folder == NULL || *folder == '\0') {
		folder = FALLBACK_FOLDER;
	} else if (temporary_folder_allowed != NULL && !temporary_folder_allowed(folder)) {
		/* A script may set the variable; the system's own folder is not its choice. */
		ssmtp_error_set(error, SSMTP_ERROR_FILE, SSMTP_E_STREAM,
			"open_basedir forbids temporary files in TMPDIR (%.300s): unset TMPDIR, or allow the folder.", folder);
		return SSMTP_PLAIN_FILE_NONE;
	}
	file = temporary_open(folder);
	if (file < 0) {
		file_failed(error, SSMTP_E_STREAM, "Cannot create a temporary file in", folder);
		return SSMTP_PLAIN_FILE_NONE;
	}
	return file;
}

bool ssmtp_plain_file_read(int file, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	for (;;) {
		long long got = read(file, dst, room < TRANSFER_MAX ? room : TRANSFER_MAX);

		if (got >= 0) {
			*n = (size_t) got;
			return true;
		}
		if (errno != EINTR) {
			return file_failed(error, SSMTP_E_STREAM, "Cannot read", "the file");
		}
	}
}

bool ssmtp_plain_file_write(int file, const uint8_t *src, size_t len, ssmtp_error *error)
{
	while (len > 0) {
		long long put = write(file, src, len < TRANSFER_MAX ? len : TRANSFER_MAX);

		if (put < 0 && errno == EINTR) {
			continue;
		}
		if (put <= 0) {
			errno = put == 0 ? ENOSPC : errno;
			return file_failed(error, SSMTP_E_STREAM, "Cannot write", "the temporary file (is TMPDIR full?)");
		}
		src += put;
		len -= (size_t) put;
	}
	return true;
}

bool ssmtp_plain_file_seek(int file, uint64_t offset, ssmtp_error *error)
{
	if (lseek(file, (long long) offset, SEEK_SET) < 0) {
		return file_failed(error, SSMTP_E_STREAM, "Cannot seek in", "the file");
	}
	return true;
}

bool ssmtp_plain_file_size(int file, uint64_t *size_octets, ssmtp_error *error)
{
	struct stat found;

	if (fstat(file, &found) != 0) {
		return file_failed(error, SSMTP_E_STREAM, "Cannot measure", "the file");
	}
	*size_octets = (uint64_t) found.st_size;
	return true;
}

void ssmtp_plain_file_close(int *file)
{
	if (*file >= 0) {
		close(*file);
	}
	*file = SSMTP_PLAIN_FILE_NONE;
}
