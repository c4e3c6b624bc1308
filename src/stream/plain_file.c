/* Plain files for sources (see plain_file.h). */
#include "stream/plain_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

#define FOLDER_MAX 1024

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

static int file_open_regular(const char *path, ssmtp_file_info *found, ssmtp_error *error)
{
	int file;

	/* Looked at before it is opened, as opening a device can act on it, and
	 * after, as the name may have changed hands in between. */
	if (!ssmtp_file_info_of(path, found)) {
		file_failed(error, SSMTP_E_FILE, "Cannot open", path);
		return SSMTP_FILE_NONE;
	}
	if (!found->regular) {
		file_not_regular(error, path);
		return SSMTP_FILE_NONE;
	}
	file = ssmtp_file_open(path);
	if (file == SSMTP_FILE_NONE || !ssmtp_file_info_open(file, found)) {
		file_failed(error, SSMTP_E_FILE, "Cannot open", path);
		(void) ssmtp_file_close(&file);
	} else if (!found->regular) {
		file_not_regular(error, path);
		(void) ssmtp_file_close(&file);
	}
	return file;
}

int ssmtp_plain_file_open(const char *path, uint64_t *size_octets, ssmtp_error *error)
{
	ssmtp_file_info found;
	int file = file_open_regular(path, &found, error);

	if (file != SSMTP_FILE_NONE) {
		*size_octets = found.size_octets;
	}
	return file;
}

static bool (*temporary_folder_allowed)(const char *path);

void ssmtp_plain_file_allow_folders(bool (*allowed)(const char *path))
{
	temporary_folder_allowed = allowed;
}

/* The folder for temporary files, or NULL with an error: system is where the system's own is written. */
static const char *temporary_folder(char *system, size_t room, ssmtp_error *error)
{
	const char *folder = getenv("TMPDIR");

	if (folder == NULL || *folder == '\0') {
		if (ssmtp_file_temporary_folder(system, room)) {
			return system;
		}
		file_failed(error, SSMTP_E_STREAM, "Cannot find", "the system's folder for temporary files");
		return NULL;
	}
	if (temporary_folder_allowed != NULL && !temporary_folder_allowed(folder)) {
		/* A script may set the variable; the system's own folder is not its choice. */
		ssmtp_error_set(error, SSMTP_ERROR_FILE, SSMTP_E_STREAM,
			"open_basedir forbids temporary files in TMPDIR (%.300s): unset TMPDIR, or allow the folder.", folder);
		return NULL;
	}
	return folder;
}

int ssmtp_plain_file_open_temporary(ssmtp_error *error)
{
	char system[FOLDER_MAX];
	const char *folder = temporary_folder(system, sizeof(system), error);
	int file;

	if (folder == NULL) {
		return SSMTP_PLAIN_FILE_NONE;
	}
	file = ssmtp_file_open_temporary(folder);
	if (file == SSMTP_FILE_NONE) {
		file_failed(error, SSMTP_E_STREAM, "Cannot create a temporary file in", folder);
	}
	return file;
}

bool ssmtp_plain_file_read(int file, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	return ssmtp_file_read(file, dst, room, n) || file_failed(error, SSMTP_E_STREAM, "Cannot read", "the file");
}

bool ssmtp_plain_file_write(int file, const uint8_t *src, size_t len, ssmtp_error *error)
{
	return ssmtp_file_write(file, src, len) ||
		   file_failed(error, SSMTP_E_STREAM, "Cannot write", "the temporary file (is TMPDIR full?)");
}

bool ssmtp_plain_file_seek(int file, uint64_t offset, ssmtp_error *error)
{
	return ssmtp_file_seek(file, offset) || file_failed(error, SSMTP_E_STREAM, "Cannot seek in", "the file");
}

bool ssmtp_plain_file_size(int file, uint64_t *size_octets, ssmtp_error *error)
{
	ssmtp_file_info found;

	if (!ssmtp_file_info_open(file, &found)) {
		return file_failed(error, SSMTP_E_STREAM, "Cannot measure", "the file");
	}
	*size_octets = found.size_octets;
	return true;
}

void ssmtp_plain_file_close(int *file)
{
	(void) ssmtp_file_close(file);
}
