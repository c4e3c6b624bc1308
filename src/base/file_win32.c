/* The Windows half of base/file.h: names are UTF-16, files are shared with
 * deletion, so that a file can be renamed while it is open, as POSIX allows. */
#if defined(_WIN32)
#define _CRT_RAND_S
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "base/alloc.h"

/* What one system call takes. */
#define TRANSFER_MAX ((size_t) 1 << 30)
#define TEMPORARY_TRIES 100
#define SHARED (FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE)

struct ssmtp_folder {
	wchar_t *path; /* ends with a backslash */
};

static const struct {
	DWORD system;
	int value;
} win_errors[] = {
	{ ERROR_FILE_NOT_FOUND, ENOENT },
	{ ERROR_PATH_NOT_FOUND, ENOENT },
	{ ERROR_INVALID_NAME, ENOENT },
	{ ERROR_BAD_NETPATH, ENOENT },
	{ ERROR_BAD_NET_NAME, ENOENT },
	{ ERROR_DIRECTORY, ENOTDIR },
	{ ERROR_TOO_MANY_OPEN_FILES, EMFILE },
	{ ERROR_ACCESS_DENIED, EACCES },
	{ ERROR_SHARING_VIOLATION, EACCES },
	{ ERROR_WRITE_PROTECT, EROFS },
	{ ERROR_INVALID_HANDLE, EBADF },
	{ ERROR_NOT_ENOUGH_MEMORY, ENOMEM },
	{ ERROR_OUTOFMEMORY, ENOMEM },
	{ ERROR_FILE_EXISTS, EEXIST },
	{ ERROR_ALREADY_EXISTS, EEXIST },
	{ ERROR_DISK_FULL, ENOSPC },
	{ ERROR_HANDLE_DISK_FULL, ENOSPC },
	{ ERROR_FILENAME_EXCED_RANGE, ENAMETOOLONG },
	{ ERROR_LOCK_VIOLATION, EWOULDBLOCK },
	{ ERROR_IO_PENDING, EWOULDBLOCK },
};

static bool win_fail(void)
{
	DWORD system = GetLastError();

	errno = EIO;
	for (size_t i = 0; i < sizeof(win_errors) / sizeof(win_errors[0]); i++) {
		if (win_errors[i].system == system) {
			errno = win_errors[i].value;
		}
	}
	return false;
}

static bool win_ok(BOOL done)
{
	return done ? true : win_fail();
}

/* UTF-8 to UTF-16; folder, which may be NULL, stands before it. */
static wchar_t *win_path(const wchar_t *folder, const char *name)
{
	size_t before = folder == NULL ? 0 : wcslen(folder);
	int len = MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, name, -1, NULL, 0);
	wchar_t *path = len <= 0 ? NULL : ssmtp_alloc((before + (size_t) len + 1) * sizeof(wchar_t));

	if (path == NULL) {
		errno = len <= 0 ? ENOENT : ENOMEM;
		return NULL;
	}
	if (before > 0) {
		memcpy(path, folder, before * sizeof(wchar_t));
	}
	MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, name, -1, path + before, len);
	return path;
}

static wchar_t *win_named(const char *path)
{
	char full[SSMTP_FILE_NAME_MAX];

	path = ssmtp_file_absolute(path, full, sizeof(full));
	return path == NULL ? NULL : win_path(NULL, path);
}

/* Takes path. */
static HANDLE win_open(wchar_t *path, DWORD access, DWORD create, DWORD flags)
{
	HANDLE handle = INVALID_HANDLE_VALUE;

	if (path == NULL) {
		return INVALID_HANDLE_VALUE;
	}
	handle = CreateFileW(path, access, SHARED, NULL, create, FILE_ATTRIBUTE_NORMAL | flags, NULL);
	if (handle == INVALID_HANDLE_VALUE) {
		win_fail();
	}
	ssmtp_free(path);
	return handle;
}

static int win_file(HANDLE handle, int mode)
{
	int file;

	if (handle == INVALID_HANDLE_VALUE) {
		return SSMTP_FILE_NONE;
	}
	file = _open_osfhandle((intptr_t) handle, mode | _O_BINARY | _O_NOINHERIT);
	if (file < 0) {
		CloseHandle(handle);
		return SSMTP_FILE_NONE;
	}
	return file;
}

static HANDLE win_handle(int file)
{
	return (HANDLE) _get_osfhandle(file);
}

/* 100 ns since 1601 as a time of POSIX. */
static void win_time(const FILETIME *time, int64_t *seconds, int64_t *nanoseconds)
{
	int64_t ticks = (int64_t) (((uint64_t) time->dwHighDateTime << 32) | time->dwLowDateTime);

	*seconds = ticks / 10000000 - INT64_C(11644473600);
	*nanoseconds = ticks % 10000000 * 100;
}

static bool win_info(HANDLE handle, ssmtp_file_info *info)
{
	BY_HANDLE_FILE_INFORMATION found;

	memset(info, 0, sizeof(*info));
	if (!GetFileInformationByHandle(handle, &found)) {
		return win_fail();
	}
	info->directory = (found.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
	info->regular = GetFileType(handle) == FILE_TYPE_DISK && !info->directory &&
					(found.dwFileAttributes & (FILE_ATTRIBUTE_REPARSE_POINT | FILE_ATTRIBUTE_DEVICE)) == 0;
	/* Who may do what is a matter of the folder's access list here. */
	info->ours = true;
	info->size_octets = ((uint64_t) found.nFileSizeHigh << 32) | found.nFileSizeLow;
	info->links = found.nNumberOfLinks;
	info->device = found.dwVolumeSerialNumber;
	info->inode = ((uint64_t) found.nFileIndexHigh << 32) | found.nFileIndexLow;
	win_time(&found.ftLastWriteTime, &info->seconds, &info->nanoseconds);
	info->changed_seconds = info->seconds;
	info->changed_nanoseconds = info->nanoseconds;
	return true;
}

static bool win_info_of(wchar_t *path, DWORD flags, ssmtp_file_info *info)
{
	/* A directory is opened like a file with this flag. */
	HANDLE handle = win_open(path, FILE_READ_ATTRIBUTES, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS | flags);
	bool ok = handle != INVALID_HANDLE_VALUE && win_info(handle, info);

	if (handle != INVALID_HANDLE_VALUE) {
		CloseHandle(handle);
	}
	return ok;
}

bool ssmtp_file_info_of(const char *path, ssmtp_file_info *info)
{
	return win_info_of(win_named(path), 0, info);
}

bool ssmtp_file_info_open(int file, ssmtp_file_info *info)
{
	return win_info(win_handle(file), info);
}

int ssmtp_file_open(const char *path)
{
	return win_file(win_open(win_named(path), GENERIC_READ, OPEN_EXISTING, 0), _O_RDONLY);
}

int ssmtp_file_open_append(const char *path)
{
	return win_file(win_open(win_named(path), FILE_APPEND_DATA | FILE_READ_ATTRIBUTES, OPEN_ALWAYS,
						FILE_FLAG_OPEN_REPARSE_POINT),
		_O_WRONLY | _O_APPEND);
}

static int win_open_vanishing(const char *path)
{
	return win_file(
		win_open(win_named(path), GENERIC_READ | GENERIC_WRITE | DELETE, CREATE_NEW, FILE_FLAG_DELETE_ON_CLOSE),
		_O_RDWR);
}

/* CREATE_NEW makes a guessed name harmless: it costs one more try. */
int ssmtp_file_open_temporary(const char *folder)
{
	char path[1024];

	for (unsigned i = 0; i < TEMPORARY_TRIES; i++) {
		unsigned high = 0, low = 0;
		int len, file;

		if (rand_s(&high) != 0 || rand_s(&low) != 0) {
			errno = EIO;
			return SSMTP_FILE_NONE;
		}
		len = snprintf(path, sizeof(path), "%s/ssmtp-%08x%08x", folder, high, low);
		if (len < 0 || (size_t) len >= sizeof(path)) {
			errno = ENAMETOOLONG;
			return SSMTP_FILE_NONE;
		}
		file = win_open_vanishing(path);
		if (file >= 0 || errno != EEXIST) {
			return file;
		}
	}
	return SSMTP_FILE_NONE;
}

bool ssmtp_file_temporary_folder(char *path, size_t room)
{
	wchar_t wide[MAX_PATH + 1];
	DWORD len = GetTempPathW(MAX_PATH + 1, wide);

	return len > 0 && len <= MAX_PATH &&
		   WideCharToMultiByte(CP_UTF8, WC_ERR_INVALID_CHARS, wide, -1, path, (int) room, NULL, NULL) > 0;
}

bool ssmtp_file_read(int file, void *dst, size_t room, size_t *n)
{
	int got = _read(file, dst, (unsigned) (room < TRANSFER_MAX ? room : TRANSFER_MAX));

	*n = got < 0 ? 0 : (size_t) got;
	return got >= 0;
}

bool ssmtp_file_write(int file, const void *src, size_t len)
{
	const uint8_t *octets = src;

	while (len > 0) {
		int put = _write(file, octets, (unsigned) (len < TRANSFER_MAX ? len : TRANSFER_MAX));

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
	return _lseeki64(file, (long long) offset, SEEK_SET) == (long long) offset;
}

bool ssmtp_file_sync(int file)
{
	return win_ok(FlushFileBuffers(win_handle(file)));
}

bool ssmtp_file_close(int *file)
{
	int closing = *file;

	*file = SSMTP_FILE_NONE;
	return closing < 0 || _close(closing) == 0;
}

long ssmtp_file_process_id(void)
{
	return (long) GetCurrentProcessId();
}

/* ---- locks: nobody forks here ---- */

bool ssmtp_file_hold_take(ssmtp_file_hold *hold, int file)
{
	/* Behind every octet a file can have: other processes may read what is locked. */
	OVERLAPPED at = { .Offset = 0, .OffsetHigh = 0x7fffffff };

	*hold = (ssmtp_file_hold){ .file = file };
	return win_ok(
		LockFileEx(win_handle(file), LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &at));
}

void ssmtp_file_hold_end(ssmtp_file_hold *hold)
{
	(void) ssmtp_file_close(&hold->file);
}

/* ---- folders ---- */

ssmtp_folder *ssmtp_folder_open(const char *path)
{
	ssmtp_file_info info;
	ssmtp_folder *folder;
	size_t len;

	if (!ssmtp_file_info_of(path, &info)) {
		return NULL;
	}
	if (!info.directory) {
		errno = ENOTDIR;
		return NULL;
	}
	folder = ssmtp_alloc(sizeof(*folder));
	if (folder == NULL) {
		errno = ENOMEM;
		return NULL;
	}
	folder->path = win_named(path);
	if (folder->path == NULL) {
		ssmtp_free(folder);
		return NULL;
	}
	/* win_path() leaves room for it. */
	len = wcslen(folder->path);
	if (len > 0 && folder->path[len - 1] != L'\\' && folder->path[len - 1] != L'/') {
		folder->path[len] = L'\\';
		folder->path[len + 1] = L'\0';
	}
	return folder;
}

void ssmtp_folder_close(ssmtp_folder **folder)
{
	if (*folder != NULL) {
		ssmtp_free((*folder)->path);
	}
	ssmtp_free(*folder);
	*folder = NULL;
}

/* Access lists are asked by doing. */
bool ssmtp_folder_is_writable(const char *path)
{
	ssmtp_file_info info;

	return ssmtp_file_info_of(path, &info) && info.directory;
}

static bool win_visit(
	bool (*visit)(void *context, const char *name), void *context, const WIN32_FIND_DATAW *found)
{
	char name[4 * MAX_PATH];
	/* What is no UTF-16 is none of our files. */
	int len =
		WideCharToMultiByte(CP_UTF8, WC_ERR_INVALID_CHARS, found->cFileName, -1, name, sizeof(name), NULL, NULL);

	return len <= 0 || visit(context, name);
}

bool ssmtp_folder_list(const char *path, bool (*visit)(void *context, const char *name), void *context)
{
	ssmtp_folder *folder = ssmtp_folder_open(path);
	wchar_t *pattern = folder == NULL ? NULL : win_path(folder->path, "*");
	WIN32_FIND_DATAW found;
	HANDLE search = INVALID_HANDLE_VALUE;
	bool ok = false;

	if (pattern != NULL) {
		search = FindFirstFileW(pattern, &found);
		ok = search != INVALID_HANDLE_VALUE || win_fail();
	}
	while (ok) {
		ok = win_visit(visit, context, &found);
		if (ok && !FindNextFileW(search, &found)) {
			ok = GetLastError() == ERROR_NO_MORE_FILES || win_fail();
			break;
		}
	}
	if (search != INVALID_HANDLE_VALUE) {
		FindClose(search);
	}
	ssmtp_free(pattern);
	ssmtp_folder_close(&folder);
	return ok;
}

bool ssmtp_folder_info(const ssmtp_folder *folder, const char *name, ssmtp_file_info *info)
{
	return win_info_of(win_path(folder->path, name), FILE_FLAG_OPEN_REPARSE_POINT, info);
}

int ssmtp_folder_open_file(const ssmtp_folder *folder, const char *name)
{
	return win_file(win_open(win_path(folder->path, name), GENERIC_READ | GENERIC_WRITE, OPEN_EXISTING,
						FILE_FLAG_OPEN_REPARSE_POINT),
		_O_RDWR);
}

int ssmtp_folder_create(const ssmtp_folder *folder, const char *name)
{
	return win_file(win_open(win_path(folder->path, name), GENERIC_READ | GENERIC_WRITE, CREATE_NEW, 0), _O_RDWR);
}

int ssmtp_folder_append(const ssmtp_folder *folder, const char *name)
{
	return win_file(win_open(win_path(folder->path, name), FILE_APPEND_DATA, OPEN_ALWAYS,
						FILE_FLAG_OPEN_REPARSE_POINT),
		_O_WRONLY | _O_APPEND);
}

/* Without MOVEFILE_REPLACE_EXISTING; MOVEFILE_WRITE_THROUGH returns when the name is on the disk. */
bool ssmtp_folder_rename(const ssmtp_folder *folder, const char *from, const char *to)
{
	wchar_t *source = win_path(folder->path, from);
	wchar_t *target = source == NULL ? NULL : win_path(folder->path, to);
	bool ok = target != NULL && win_ok(MoveFileExW(source, target, MOVEFILE_WRITE_THROUGH));
	int reason = errno;

	ssmtp_free(source);
	ssmtp_free(target);
	errno = reason;
	return ok;
}

bool ssmtp_folder_remove(const ssmtp_folder *folder, const char *name)
{
	wchar_t *path = win_path(folder->path, name);
	bool ok = path != NULL && win_ok(DeleteFileW(path));
	int reason = errno;

	ssmtp_free(path);
	errno = reason;
	return ok;
}

/* A folder cannot be synchronised; renames are written through, and NTFS logs removals in order. */
bool ssmtp_folder_sync(const ssmtp_folder *folder)
{
	(void) folder;
	return true;
}
#endif
