/* The queue directory: who has which file, and what becomes of it (see spool.h).
 * The claim is the rename; the lock only tells whether the claimer lives. */
#include "queue/spool_internal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/ascii.h"
#include "queue/spool_report.h"

/* Names that are tried where one is taken. */
#define SPOOL_NUMBERS 1000

struct ssmtp_spool {
	char *dir;
	ssmtp_folder *folder;
	char **names; /* with extension, sorted */
	size_t count;
	size_t next;
	size_t claimed;
	size_t others;      /* had by another process, or gone meanwhile */
	ssmtp_error barred; /* the first file that we have no right to, or no lock on */
};

bool ssmtp_spool_error(ssmtp_error *error, const char *what, const char *name)
{
	int saved = errno;

	ssmtp_error_set(error, SSMTP_ERROR_FILE, SSMTP_E_FILE, "%s %s: %s.", what, name, strerror(saved));
	if (error != NULL) {
		error->system = saved;
	}
	return false;
}

bool ssmtp_spool_name(
	char file[SSMTP_SPOOL_NAME_MAX], const char *name, unsigned number, const char *extension, ssmtp_error *error)
{
	int len = number < 2 ? snprintf(file, SSMTP_SPOOL_NAME_MAX, "%s%s", name, extension)
						 : snprintf(file, SSMTP_SPOOL_NAME_MAX, "%s-%u%s", name, number, extension);

	return (len > 0 && len < SSMTP_SPOOL_NAME_MAX) ||
		   ssmtp_error_set(error, SSMTP_ERROR_FILE, SSMTP_E_FILE, "The name of the queue file is too long.");
}

/* A directory entry is on disk only after its directory was synchronised. */
bool ssmtp_spool_sync_folder(const ssmtp_folder *folder, const char *name, ssmtp_error *error)
{
	return ssmtp_folder_sync(folder) || ssmtp_spool_error(error, "Cannot synchronise the queue directory with", name);
}

bool ssmtp_spool_is_directory(const char *dir, ssmtp_error *error)
{
	ssmtp_folder *folder = ssmtp_folder_open(dir);

	if (folder == NULL) {
		return ssmtp_spool_error(error, "Cannot open the queue directory", dir);
	}
	ssmtp_folder_close(&folder);
	return ssmtp_folder_is_writable(dir) || ssmtp_spool_error(error, "Cannot write in the queue directory", dir);
}

/* ---- the list ---- */

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

static bool spool_visit(void *context, const char *name)
{
	if (!spool_has_extension(name, ".queued") && !spool_has_extension(name, ".sending")) {
		return true;
	}
	errno = ENOMEM;
	if (!spool_add_name(context, name)) {
		return false;
	}
	errno = 0;
	return true;
}

static bool spool_list(ssmtp_spool *spool, ssmtp_error *error)
{
	if (!ssmtp_folder_list(spool->dir, spool_visit, spool)) {
		return errno == ENOMEM ? ssmtp_error_nomem(error)
							   : ssmtp_spool_error(error, "Cannot read the queue directory", spool->dir);
	}
	if (spool->count > 1) {
		qsort(spool->names, spool->count, sizeof(char *), spool_compare);
	}
	return true;
}

ssmtp_spool *ssmtp_spool_open(const char *dir, ssmtp_error *error)
{
	ssmtp_spool *spool = ssmtp_alloc_zero(sizeof(*spool));

	if (spool == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	spool->dir = ssmtp_strndup(dir, strlen(dir));
	if (spool->dir == NULL) {
		ssmtp_error_nomem(error);
		ssmtp_spool_free(&spool);
	} else if ((spool->folder = ssmtp_folder_open(dir)) == NULL) {
		ssmtp_spool_error(error, "Cannot open the queue directory", dir);
		ssmtp_spool_free(&spool);
	} else if (!spool_list(spool, error)) {
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
	ssmtp_folder_close(&(*spool)->folder);
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

/* ---- taking a file ---- */

typedef enum spool_found {
	FOUND_OURS,
	FOUND_OTHERS,  /* another process has it, or has finished it */
	FOUND_STRANGE, /* no file that Queue() makes */
	FOUND_BARRED   /* we may not have it */
} spool_found;

static spool_found spool_pass(spool_found found, const char *file, const char *reason, ssmtp_error *why)
{
	ssmtp_error_set(why, SSMTP_ERROR_FILE, SSMTP_E_FILE, "The queue file %.200s is left alone: %s.", file, reason);
	snprintf(why->queue_file, sizeof(why->queue_file), "%s", file);
	return found;
}

static spool_found spool_not_opened(const char *file, ssmtp_error *why)
{
	switch (errno) {
	case ENOENT:
		return FOUND_OTHERS;
	case ELOOP:
		return spool_pass(FOUND_STRANGE, file, "it is a symbolic link", why);
	case EISDIR:
	case ENXIO:
		return spool_pass(FOUND_STRANGE, file, "it is not a regular file", why);
	default:
		why->system = errno;
		return spool_pass(FOUND_BARRED, file, strerror(errno), why);
	}
}

/* A regular file of ours with one name. */
static spool_found spool_judge(const ssmtp_file_info *info, const char *file, ssmtp_error *why)
{
	if (!info->regular) {
		return spool_pass(FOUND_STRANGE, file, "it is not a regular file", why);
	}
	if (!info->ours) {
		return spool_pass(FOUND_BARRED, file, "it belongs to another user", why);
	}
	if (info->links > 1) {
		return spool_pass(FOUND_STRANGE, file, "it has a second name", why);
	}
	return info->links == 0 ? FOUND_OTHERS : FOUND_OURS;
}

static spool_found spool_not_locked(const char *file, ssmtp_error *why)
{
	char reason[128];

	if (errno == EWOULDBLOCK) {
		return FOUND_OTHERS;
	}
	why->system = errno;
	snprintf(reason, sizeof(reason), "it cannot be locked (%s)", strerror(errno));
	return spool_pass(FOUND_BARRED, file, reason, why);
}

/* Opened and locked, and still what its name leads to: between open and lock another process may have finished it. */
static spool_found spool_take(
	const ssmtp_folder *folder, const char *file, ssmtp_file_hold *hold, uint64_t *size, ssmtp_error *why)
{
	ssmtp_file_info opened, named;
	int handle = ssmtp_folder_open_file(folder, file);
	spool_found found;
	bool locked;

	if (handle == SSMTP_FILE_NONE) {
		return spool_not_opened(file, why);
	}
	if (!ssmtp_file_info_open(handle, &opened)) {
		found = spool_not_opened(file, why);
		ssmtp_file_close(&handle);
		return found;
	}
	found = spool_judge(&opened, file, why);
	if (found != FOUND_OURS) {
		ssmtp_file_close(&handle);
		return found;
	}
	locked = ssmtp_file_hold_take(hold, handle);
	if (!locked) {
		return spool_not_locked(file, why);
	}
	if (!ssmtp_folder_info(folder, file, &named)) {
		return spool_not_opened(file, why);
	}
	*size = opened.size_octets;
	return named.inode == opened.inode && named.device == opened.device ? spool_judge(&named, file, why) : FOUND_OTHERS;
}

/* False: nothing to tell, the next file. */
static bool spool_tell_passed(ssmtp_spool *spool, spool_found found, const ssmtp_error *why, ssmtp_error *error)
{
	spool->others += found == FOUND_OTHERS;
	if (found == FOUND_OTHERS) {
		return false;
	}
	if (found == FOUND_BARRED && !ssmtp_error_is_set(&spool->barred)) {
		spool->barred = *why;
	}
	if (error != NULL) {
		*error = *why;
	}
	return true;
}

ssmtp_spool_step ssmtp_spool_peek(ssmtp_spool *spool, ssmtp_error *error)
{
	while (spool->next < spool->count) {
		ssmtp_file_hold hold = { .file = SSMTP_FILE_NONE };
		ssmtp_error why = { 0 };
		uint64_t size;
		spool_found found = spool_take(spool->folder, spool->names[spool->next], &hold, &size, &why);

		ssmtp_file_hold_end(&hold);
		if (found == FOUND_OURS) {
			return SSMTP_SPOOL_CLAIMED;
		}
		spool->next++;
		if (spool_tell_passed(spool, found, &why, error)) {
			return SSMTP_SPOOL_PASSED;
		}
	}
	return SSMTP_SPOOL_END;
}

bool ssmtp_spool_all_barred(const ssmtp_spool *spool, ssmtp_error *why)
{
	if (spool->claimed > 0 || spool->others > 0 || !ssmtp_error_is_set(&spool->barred)) {
		return false;
	}
	*why = spool->barred;
	return true;
}

void ssmtp_spool_forget(ssmtp_spool_claim *claim)
{
	ssmtp_source_free(&claim->body);
	ssmtp_buf_free(&claim->header);
	ssmtp_spool_envelope_free(&claim->envelope);
	ssmtp_free(claim->name);
	claim->name = NULL;
	ssmtp_file_hold_end(&claim->hold);
}

/* Renames from to the first name with that extension that is free; target receives it. */
static bool spool_move(const ssmtp_spool_claim *claim, const char *from, const char *extension,
	char target[SSMTP_SPOOL_NAME_MAX], ssmtp_error *error)
{
	for (unsigned number = 1; number <= SPOOL_NUMBERS; number++) {
		if (!ssmtp_spool_name(target, claim->name, number, extension, error)) {
			return false;
		}
		if (ssmtp_folder_rename(claim->folder, from, target)) {
			return true;
		}
		if (errno != EEXIST) {
			break;
		}
	}
	return ssmtp_spool_error(error, "Cannot rename the queue file", from);
}

static spool_found spool_claim_file(ssmtp_spool_claim *claim, uint64_t *size, ssmtp_error *why)
{
	spool_found found = spool_take(claim->folder, claim->listed, &claim->hold, size, why);

	if (found != FOUND_OURS) {
		return found;
	}
	if (spool_has_extension(claim->listed, ".sending")) {
		memcpy(claim->sending, claim->listed, sizeof(claim->sending));
		return FOUND_OURS;
	}
	if (spool_move(claim, claim->listed, ".sending", claim->sending, NULL)) {
		return FOUND_OURS;
	}
	return spool_not_opened(claim->listed, why);
}

static bool spool_claim_begin(ssmtp_spool_claim *claim, const ssmtp_spool *spool, const char *file)
{
	size_t extension = strlen(spool_has_extension(file, ".queued") ? ".queued" : ".sending");

	memset(claim, 0, sizeof(*claim));
	ssmtp_buf_init(&claim->header, SSMTP_SPOOL_HEAD_MAX);
	claim->folder = spool->folder;
	claim->hold.file = SSMTP_FILE_NONE;
	snprintf(claim->listed, sizeof(claim->listed), "%s", file);
	claim->name = ssmtp_strndup(file, strlen(file) - extension);
	return claim->name != NULL;
}

/* The claimed file cannot be sent. Lack of memory is not its fault. */
static ssmtp_spool_step spool_reject(ssmtp_spool_claim *claim, const ssmtp_error *why, ssmtp_error *error)
{
	ssmtp_error told = *why;
	ssmtp_buf report;

	ssmtp_error_prefix(&told, claim->listed);
	if (told.kind == SSMTP_ERROR_NOMEM) {
		ssmtp_spool_release(claim, told.queue_file, NULL);
	} else {
		ssmtp_buf_init(&report, 65536);
		(void) ssmtp_spool_report(&report, &told, NULL);
		ssmtp_spool_failed(claim, ssmtp_buf_slice(&report), told.queue_file, NULL);
		ssmtp_buf_free(&report);
	}
	if (error != NULL) {
		*error = told;
	}
	return SSMTP_SPOOL_FAILED;
}

ssmtp_spool_step ssmtp_spool_next(ssmtp_spool *spool, ssmtp_spool_claim *claim, ssmtp_error *error)
{
	while (spool->next < spool->count) {
		ssmtp_error why = { 0 };
		spool_found found;
		uint64_t size = 0;

		if (!spool_claim_begin(claim, spool, spool->names[spool->next++])) {
			ssmtp_error_nomem(error);
			return SSMTP_SPOOL_FAILED;
		}
		found = spool_claim_file(claim, &size, &why);
		if (found != FOUND_OURS) {
			ssmtp_spool_forget(claim);
			if (spool_tell_passed(spool, found, &why, error)) {
				return SSMTP_SPOOL_PASSED;
			}
			continue;
		}
		spool->claimed++;
		return ssmtp_spool_load(claim, size, &why) ? SSMTP_SPOOL_CLAIMED : spool_reject(claim, &why, error);
	}
	return SSMTP_SPOOL_END;
}

/* ---- what became of it ---- */

bool ssmtp_spool_mark(ssmtp_spool_claim *claim, ssmtp_error *error)
{
	bool ok = true;

	for (size_t i = 0; ok && i < claim->envelope.count; i++) {
		ssmtp_spool_recipient *recipient = &claim->envelope.recipients[i];

		if (recipient->done && !recipient->marked) {
			ok = ssmtp_file_seek(claim->hold.file, recipient->line_at + SSMTP_SPOOL_MARK_AT) &&
				 ssmtp_file_write(claim->hold.file, SSMTP_SPOOL_DONE, SSMTP_SPOOL_MARK_LEN);
		}
	}
	ok = ok && ssmtp_file_sync(claim->hold.file);
	for (size_t i = 0; ok && i < claim->envelope.count; i++) {
		claim->envelope.recipients[i].marked = claim->envelope.recipients[i].done;
	}
	return ok || ssmtp_spool_error(error, "Cannot mark who has the message in", claim->sending);
}

static bool spool_remove(const ssmtp_spool_claim *claim, const char *file, ssmtp_error *error)
{
	return ssmtp_folder_remove(claim->folder, file) ||
		   ssmtp_spool_error(error, "Cannot remove the queue file", file);
}

/* Behind what stands there already: the report of an earlier try is not lost by a later one. */
static bool spool_write_report(const ssmtp_spool_claim *claim, ssmtp_slice report, ssmtp_error *error)
{
	char file[SSMTP_SPOOL_NAME_MAX];
	int handle;
	bool ok;

	if (report.len == 0) {
		return true;
	}
	if (!ssmtp_spool_name(file, claim->name, 1, ".report", error)) {
		return false;
	}
	handle = ssmtp_folder_append(claim->folder, file);
	ok = handle != SSMTP_FILE_NONE && ssmtp_file_write(handle, report.ptr, report.len) && ssmtp_file_sync(handle);
	if (!ok) {
		ssmtp_spool_error(error, "Cannot write the report", file);
	}
	if (handle != SSMTP_FILE_NONE) {
		ssmtp_file_close(&handle);
	}
	return ok;
}

static void spool_show_name(char *name, const char *file)
{
	if (name != NULL) {
		memcpy(name, file, strlen(file) + 1);
	}
}

/* The record must not be lost by a power cut: the message would go twice. */
static bool spool_record(
	ssmtp_spool_claim *claim, const char *extension, ssmtp_slice report, char *name, ssmtp_error *error)
{
	char target[SSMTP_SPOOL_NAME_MAX];
	bool moved = spool_move(claim, claim->sending, extension, target, error);
	bool ok = moved && spool_write_report(claim, report, error);

	ok = (!moved || ssmtp_spool_sync_folder(claim->folder, target, error)) && ok;
	spool_show_name(name, moved ? target : claim->sending);
	ssmtp_spool_forget(claim);
	return ok;
}

/* The file is out of the way of the next run: .sent, or gone. */
static bool spool_settle(ssmtp_spool_claim *claim, bool keep, char sent[SSMTP_SPOOL_NAME_MAX], ssmtp_error *error)
{
	if (keep ? spool_move(claim, claim->sending, ".sent", sent, error) : spool_remove(claim, claim->sending, error)) {
		return ssmtp_spool_sync_folder(claim->folder, claim->name, error);
	}
	/* Any record will do that keeps the next run from sending it again. */
	if (keep ? spool_remove(claim, claim->sending, NULL) : spool_move(claim, claim->sending, ".sent", sent, NULL)) {
		(void) ssmtp_folder_sync(claim->folder);
	}
	return false;
}

/* With a report the file goes only when that is on the disk: what it says is nowhere else. */
bool ssmtp_spool_sent(ssmtp_spool_claim *claim, bool keep, ssmtp_slice report, char *name, ssmtp_error *error)
{
	char sent[SSMTP_SPOOL_NAME_MAX];
	bool ok;

	memcpy(sent, claim->listed, sizeof(sent));
	ok = spool_settle(claim, keep || report.len > 0, sent, error) && spool_write_report(claim, report, error);
	if (ok && report.len > 0) {
		ok = (keep || spool_remove(claim, sent, error)) &&
			 ssmtp_spool_sync_folder(claim->folder, claim->name, error);
		if (!keep) {
			memcpy(sent, claim->listed, sizeof(sent));
		}
	}
	if (!ok) {
		ssmtp_error_prefix(error, "The message was sent, but its record failed");
	}
	spool_show_name(name, sent);
	ssmtp_spool_forget(claim);
	return ok;
}

bool ssmtp_spool_failed(ssmtp_spool_claim *claim, ssmtp_slice report, char *name, ssmtp_error *error)
{
	return spool_record(claim, ".failed", report, name, error);
}

bool ssmtp_spool_release(ssmtp_spool_claim *claim, char *name, ssmtp_error *error)
{
	return spool_record(claim, ".queued", SSMTP_SLICE_EMPTY, name, error);
}
