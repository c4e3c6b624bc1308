/* Files and directories of certificate stores, by way of base/file.h. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/ascii.h"
#include "base/file.h"
#include "crypto/store.h"

#define STAMP_TICK_MS 20
#define STAMP_COARSE_MS 2000

static bool file_refuse(ssmtp_error *error, const char *path, const char *reason)
{
	return ssmtp_error_set(error, SSMTP_ERROR_CERTIFICATE, SSMTP_E_CERT_STORE,
		"The certificate store %.300s cannot be opened: %s.", path, reason);
}

static bool file_refuse_errno(ssmtp_error *error, const char *path)
{
	int number = errno;

	if (error != NULL && !ssmtp_error_is_set(error)) {
		file_refuse(error, path, strerror(number));
		error->system = number;
	}
	return false;
}

static bool file_read_all(ssmtp_buf *out, int file, const char *path, ssmtp_error *error)
{
	for (;;) {
		size_t room, n;
		uint8_t *tail;

		if (ssmtp_buf_len(out) == SSMTP_STORE_OCTETS_MAX) {
			return file_refuse(error, path, "it is larger than 16 MiB");
		}
		if (!ssmtp_buf_reserve(out, 1)) {
			return ssmtp_error_nomem(error);
		}
		tail = ssmtp_buf_tail(out, &room);
		if (!ssmtp_file_read(file, tail, room, &n)) {
			return file_refuse_errno(error, path);
		}
		if (n == 0) {
			return true;
		}
		ssmtp_buf_commit(out, n);
	}
}

bool ssmtp_store_read_file(ssmtp_buf *out, const char *path, const ssmtp_store_request *request, ssmtp_error *error)
{
	ssmtp_file_info about;
	bool ok = false;
	int file;

	if (request->file_allowed != NULL && !request->file_allowed(path)) {
		return file_refuse(error, path, "open_basedir does not allow this path");
	}
	file = ssmtp_file_open(path);
	if (file == SSMTP_FILE_NONE) {
		return file_refuse_errno(error, path);
	}
	if (!ssmtp_file_info_open(file, &about)) {
		file_refuse_errno(error, path);
	} else if (!about.regular) {
		file_refuse(error, path, "it is not a regular file");
	} else if (about.size_octets > SSMTP_STORE_OCTETS_MAX) {
		file_refuse(error, path, "it is larger than 16 MiB");
	} else {
		ok = file_read_all(out, file, path, error);
	}
	(void) ssmtp_file_close(&file);
	return ok;
}

bool ssmtp_store_is_directory(const char *path)
{
	ssmtp_file_info about;

	return ssmtp_file_info_of(path, &about) && about.directory;
}

bool ssmtp_store_exists(const char *path)
{
	ssmtp_file_info about;

	return ssmtp_file_info_of(path, &about);
}

ssmtp_store_stamp ssmtp_store_stamp_of(const char *path)
{
	ssmtp_store_stamp stamp = { 0 };
	ssmtp_file_info about;

	if (ssmtp_file_info_of(path, &about)) {
		stamp.exists = true;
		stamp.directory = about.directory;
		stamp.size = (int64_t) about.size_octets;
		stamp.seconds = about.seconds;
		stamp.nanoseconds = about.nanoseconds;
		stamp.changed_seconds = about.changed_seconds;
		stamp.changed_nanoseconds = about.changed_nanoseconds;
		stamp.device = about.device;
		stamp.inode = about.inode;
	}
	return stamp;
}

bool ssmtp_store_stamp_equal(const ssmtp_store_stamp *a, const ssmtp_store_stamp *b)
{
	return a->exists == b->exists && a->size == b->size && a->seconds == b->seconds &&
		   a->nanoseconds == b->nanoseconds && a->changed_seconds == b->changed_seconds &&
		   a->changed_nanoseconds == b->changed_nanoseconds && a->device == b->device && a->inode == b->inode;
}

/* Systems stamp by a clock that ticks every 1 to 10 ms, some file systems by whole seconds or two. */
bool ssmtp_store_stamp_is_fresh(const ssmtp_store_stamp *stamp, int64_t now_ms)
{
	bool coarse = stamp->nanoseconds == 0 && stamp->changed_nanoseconds == 0;
	int64_t changed_ms = stamp->changed_seconds * 1000 + stamp->changed_nanoseconds / 1000000;

	/* A stamp of the far future is that of another clock, which tells one change from the next as well. */
	return stamp->exists && changed_ms > now_ms - (coarse ? STAMP_COARSE_MS : STAMP_TICK_MS) &&
		   changed_ms <= now_ms + STAMP_COARSE_MS;
}

/* --- directories ---------------------------------------------------------------- */

/* The links that c_rehash makes (8 hex digits, dot, number) name the same files once more. */
static bool name_is_store(const char *name)
{
	static const char *const ends[] = { ".pem", ".crt", ".cer", ".der", ".key", ".pfx", ".p12", ".p7b", ".p7c" };
	ssmtp_slice slice = ssmtp_slice_str(name);

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		if (slice.len > 4 &&
			ssmtp_slice_equal_nocase(ssmtp_slice_skip(slice, slice.len - 4), ssmtp_slice_str(ends[i]))) {
			return true;
		}
	}
	return false;
}

typedef struct name_list {
	char **items;
	size_t count, room;
} name_list;

static bool name_list_add(name_list *list, const char *name)
{
	if (list->count == list->room) {
		size_t room = list->room ? list->room * 2 : 64;
		char **items = ssmtp_realloc(list->items, room * sizeof(*items));

		if (items == NULL) {
			return false;
		}
		list->items = items;
		list->room = room;
	}
	list->items[list->count] = ssmtp_strndup(name, strlen(name));
	return list->items[list->count] != NULL && ++list->count > 0;
}

static void name_list_free(name_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		ssmtp_free(list->items[i]);
	}
	ssmtp_free(list->items);
}

static int name_compare(const void *a, const void *b)
{
	return strcmp(*(char *const *) a, *(char *const *) b);
}

typedef struct name_search {
	name_list *list;
	ssmtp_error *error;
} name_search;

static bool name_search_visit(void *context, const char *name)
{
	name_search *search = context;

	return !name_is_store(name) || name_list_add(search->list, name) || ssmtp_error_nomem(search->error);
}

bool ssmtp_store_walk(
	const char *path, bool (*visit)(void *context, const char *file), void *context, ssmtp_error *error)
{
	name_list list = { NULL, 0, 0 };
	name_search search = { &list, error };
	bool ok = ssmtp_folder_list(path, name_search_visit, &search) || file_refuse_errno(error, path);

	/* A folder is listed in no order; the same directory must always choose the same certificate. */
	if (ok && list.count > 1) {
		qsort(list.items, list.count, sizeof(*list.items), name_compare);
	}
	for (size_t i = 0; ok && i < list.count; i++) {
		char file[4096];
		int len = snprintf(file, sizeof(file), "%s/%s", path, list.items[i]);

		ok = len < 0 || (size_t) len >= sizeof(file) || visit(context, file);
	}
	name_list_free(&list);
	return ok;
}
