/* client/spool on a disk that fails: every system call once with EIO and
 * ENOSPC, interrupted, and short; and which calls there are, in which order,
 * when none fails. The linker puts these wrappers in between. */
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "queue/spool.h"
#include "spool_dir.h"
#include "unit.h"

static long calls;    /* since the last fault_at() */
static long fail_at;  /* which one fails; 0: none */
static int fail_with; /* errno; 0: a short count */
static bool reached;  /* there was such a call */

static bool rename_is_plain;  /* the file system knows no rename that replaces nothing */
static int lock_fails;        /* errno of every lock; 0: locks hold */
static char call_log[1024];   /* what was called, since it was emptied */

static void note(const char *call, int fd)
{
	size_t len = strlen(call_log);
	struct stat status;
	bool folder = fd >= 0 && fstat(fd, &status) == 0 && S_ISDIR(status.st_mode);

	snprintf(call_log + len, sizeof(call_log) - len, "%s%s ", call, folder ? "-folder" : "");
}

static void fault_at(long n, int with)
{
	calls = 0;
	fail_at = n;
	fail_with = with;
	reached = false;
}

static bool fault(bool can_be_short)
{
	if (fail_at == 0 || ++calls != fail_at) {
		return false;
	}
	reached = true;
	errno = fail_with;
	return fail_with != 0 || can_be_short;
}

int __real_openat64(int dir, const char *name, int flags, ...);
ssize_t __real_write(int fd, const void *src, size_t len);
ssize_t __real_read(int fd, void *dst, size_t len);
int __real_fsync(int fd);
int __real_close(int fd);
int __real_renameat2(int from_dir, const char *from, int to_dir, const char *to, unsigned flags);
int __real_linkat(int from_dir, const char *from, int to_dir, const char *to, int flags);
int __real_unlinkat(int dir, const char *name, int flags);
int __real_flock(int fd, int operation);
int __wrap_openat64(int dir, const char *name, int flags, ...);
ssize_t __wrap_write(int fd, const void *src, size_t len);
ssize_t __wrap_read(int fd, void *dst, size_t len);
int __wrap_fsync(int fd);
int __wrap_close(int fd);
int __wrap_renameat2(int from_dir, const char *from, int to_dir, const char *to, unsigned flags);
int __wrap_linkat(int from_dir, const char *from, int to_dir, const char *to, int flags);
int __wrap_unlinkat(int dir, const char *name, int flags);
int __wrap_flock(int fd, int operation);

/* What openat() is with files beyond 2 GiB. */
int __wrap_openat64(int handle, const char *name, int flags, ...)
{
	return fault(false) ? -1 : __real_openat64(handle, name, flags, 0600);
}

ssize_t __wrap_write(int fd, const void *src, size_t len)
{
	note("write", fd);
	if (!fault(true)) {
		return __real_write(fd, src, len);
	}
	return fail_with == 0 ? __real_write(fd, src, (len + 1) / 2) : -1;
}

ssize_t __wrap_read(int fd, void *dst, size_t len)
{
	if (!fault(true)) {
		return __real_read(fd, dst, len);
	}
	return fail_with == 0 ? __real_read(fd, dst, (len + 1) / 2) : -1;
}

int __wrap_fsync(int fd)
{
	note("fsync", fd);
	return fault(false) ? -1 : __real_fsync(fd);
}

/* The descriptor is gone even when close() reports an error. */
int __wrap_close(int fd)
{
	int result;

	if (fcntl(fd, F_GETFL) >= 0 && (fcntl(fd, F_GETFL) & O_ACCMODE) != O_RDONLY) {
		note("close", fd);
	}
	result = __real_close(fd);
	return fault(false) ? -1 : result;
}

int __wrap_renameat2(int from_dir, const char *from, int to_dir, const char *to, unsigned flags)
{
	note("rename", -1);
	CHECK(flags == RENAME_NOREPLACE, "a rename that replaces");
	if (rename_is_plain) {
		errno = EINVAL;
		return -1;
	}
	return fault(false) ? -1 : __real_renameat2(from_dir, from, to_dir, to, flags);
}

int __wrap_linkat(int from_dir, const char *from, int to_dir, const char *to, int flags)
{
	note("link", -1);
	return fault(false) ? -1 : __real_linkat(from_dir, from, to_dir, to, flags);
}

int __wrap_unlinkat(int handle, const char *name, int flags)
{
	note("unlink", -1);
	return fault(false) ? -1 : __real_unlinkat(handle, name, flags);
}

/* flock() of NFS is a lock of fcntl(), which wants a file that is open for writing. */
int __wrap_flock(int fd, int operation)
{
	note("lock", fd);
	CHECK((fcntl(fd, F_GETFL) & O_ACCMODE) == O_RDWR, "a lock that NFS would refuse");
	if (lock_fails != 0) {
		errno = lock_fails;
		return -1;
	}
	return fault(false) ? -1 : __real_flock(fd, operation);
}

static const char content_text[] = "Subject: x\r\n\r\nhello\r\n";
static ssmtp_spool_recipient recipients[] = { { .address = (char *) "bob@example.org", .options = (char *) "" } };
static const ssmtp_spool_envelope envelope = { (char *) "alice@example.org", recipients, 1, false, 0, 0, { 0 } };

static bool queue_one(ssmtp_error *error)
{
	ssmtp_source *content = ssmtp_source_borrow_new(SSMTP_SLICE(content_text), error);
	ssmtp_buf name;
	bool ok;

	ssmtp_buf_init(&name, 4096);
	ok = content != NULL && ssmtp_spool_write(dir, &envelope, content, &name, error);
	CHECK(ok == (ssmtp_buf_len(&name) > 0));
	ssmtp_source_free(&content);
	ssmtp_buf_free(&name);
	return ok;
}

/* What is queued reads back whole. */
static void check_readable(long n)
{
	ssmtp_error error = { 0 };
	ssmtp_spool_claim claim;
	ssmtp_spool *spool = ssmtp_spool_open(dir, &error);
	ssmtp_buf text;

	ssmtp_buf_init(&text, 4096);
	CHECK(spool != NULL && ssmtp_spool_next(spool, &claim, &error) == SSMTP_SPOOL_CLAIMED, "call %ld: %s", n,
		error.text);
	CHECK(ssmtp_buf_append_slice(&text, ssmtp_buf_slice(&claim.header)) &&
		  ssmtp_source_read_all(claim.body, &text, &error));
	CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&text), SSMTP_SLICE(content_text)), "call %ld", n);
	CHECK(ssmtp_spool_release(&claim, NULL, &error));
	ssmtp_spool_free(&spool);
	ssmtp_buf_free(&text);
}

/* Told as failed, nothing that would be sent is there; told as done, it is there whole. */
static void test_write(int with)
{
	long n = 1;

	do {
		ssmtp_error error = { 0 };
		bool ok;

		fault_at(n, with);
		ok = queue_one(&error);
		fail_at = 0;
		CHECK(ok || error.code == 303, "call %ld: %d", n, error.code);
		CHECK(dir_count(".queued", false) == (ok ? 1 : 0), "call %ld", n);
		CHECK(dir_count(".part", false) == 0, "call %ld", n);
		if (ok) {
			check_readable(n);
		}
		dir_count("", true);
		n++;
	} while (reached);
	CHECK(n > 6, "the calls are not wrapped");
}

typedef bool finish(ssmtp_spool_claim *claim, ssmtp_error *error);

static bool finish_sent(ssmtp_spool_claim *claim, ssmtp_error *error)
{
	return ssmtp_spool_sent(claim, false, SSMTP_SLICE_EMPTY, NULL, error);
}

static bool finish_kept(ssmtp_spool_claim *claim, ssmtp_error *error)
{
	return ssmtp_spool_sent(claim, true, SSMTP_SLICE_EMPTY, NULL, error);
}

static bool finish_told(ssmtp_spool_claim *claim, ssmtp_error *error)
{
	return ssmtp_spool_sent(claim, false, SSMTP_SLICE("Recipient: refused\n"), NULL, error);
}

static bool finish_failed(ssmtp_spool_claim *claim, ssmtp_error *error)
{
	return ssmtp_spool_failed(claim, SSMTP_SLICE("Error: refused\n"), NULL, error);
}

static bool finish_release(ssmtp_spool_claim *claim, ssmtp_error *error)
{
	return ssmtp_spool_release(claim, NULL, error);
}

static bool finish_marked(ssmtp_spool_claim *claim, ssmtp_error *error)
{
	claim->envelope.recipients[0].done = true;
	return ssmtp_spool_mark(claim, error) ? ssmtp_spool_release(claim, NULL, error)
										  : ssmtp_spool_failed(claim, SSMTP_SLICE_EMPTY, NULL, NULL) && false;
}

/* calls: from the claim on. The name is on the disk before the claim is let go of, a report before the file goes. */
static const struct {
	const char *name;
	finish *run;
	bool sent;
	int left; /* files */
	const char *calls;
} ends[] = {
	{ "sent", finish_sent, true, 0, "unlink fsync-folder close " },
	{ "kept", finish_kept, true, 1, "rename fsync-folder close " },
	{ "told", finish_told, true, 1, "rename fsync-folder write fsync close unlink fsync-folder close " },
	{ "failed", finish_failed, false, 2, "rename write fsync close fsync-folder close " },
	{ "marked", finish_marked, false, 1, "write fsync rename fsync-folder close " },
	{ "release", finish_release, false, 1, "rename fsync-folder close " },
};

static bool claim_and_finish(size_t end, ssmtp_error *error)
{
	ssmtp_spool_claim claim;
	ssmtp_spool *spool = ssmtp_spool_open(dir, error);
	bool claimed = spool != NULL && ssmtp_spool_next(spool, &claim, error) == SSMTP_SPOOL_CLAIMED;

	if (claimed) {
		ends[end].run(&claim, error);
	}
	ssmtp_spool_free(&spool);
	return claimed;
}

/* A message that was sent is never sent again; one that was not is never lost. */
static void test_finish(size_t end, int with)
{
	long n = 1;

	do {
		ssmtp_error error = { 0 };
		bool claimed;
		int again;

		CHECK(queue_one(&error), "%s", error.text);
		fault_at(n, with);
		claimed = claim_and_finish(end, &error);
		fail_at = 0;
		again = dir_count(".queued", false) + dir_count(".sending", false);
		if (claimed && ends[end].sent) {
			CHECK(again == 0, "%s, call %ld: would be sent again", ends[end].name, n);
		} else {
			CHECK(dir_count("", false) - dir_count(".report", false) == 1, "%s, call %ld: lost", ends[end].name, n);
		}
		CHECK(!ssmtp_error_is_set(&error) || error.code == 303, "%s, call %ld: %d", ends[end].name, n, error.code);
		dir_count("", true);
		n++;
	} while (reached);
}

/* A power cut must find content before its name, and the name before it is told. */
static void test_order(void)
{
	static const char write_calls[] = "write write write fsync close rename fsync-folder ";

	for (size_t end = 0; end < sizeof(ends) / sizeof(ends[0]); end++) {
		ssmtp_error error = { 0 };
		ssmtp_spool_claim claim;
		ssmtp_spool *spool;

		call_log[0] = '\0';
		CHECK(queue_one(&error), "%s", error.text);
		CHECK(strcmp(call_log, write_calls) == 0, "%s", call_log);
		spool = ssmtp_spool_open(dir, &error);
		call_log[0] = '\0';
		CHECK(ssmtp_spool_next(spool, &claim, &error) == SSMTP_SPOOL_CLAIMED, "%s", error.text);
		CHECK(strcmp(call_log, "lock rename ") == 0, "%s", call_log);
		call_log[0] = '\0';
		CHECK(ends[end].run(&claim, &error), "%s: %s", ends[end].name, error.text);
		CHECK(strcmp(call_log, ends[end].calls) == 0, "%s: %s", ends[end].name, call_log);
		CHECK(dir_count("", false) == ends[end].left, "%s", ends[end].name);
		ssmtp_spool_free(&spool);
		dir_count("", true);
	}
}

/* Without RENAME_NOREPLACE (NFS) a link does it: the same states, and a name that is taken is not replaced. */
static void test_plain_rename(void)
{
	rename_is_plain = true;
	for (size_t end = 0; end < sizeof(ends) / sizeof(ends[0]); end++) {
		ssmtp_error error = { 0 };

		CHECK(queue_one(&error) && claim_and_finish(end, &error), "%s: %s", ends[end].name, error.text);
		CHECK(dir_count("", false) == ends[end].left, "%s", ends[end].name);
		dir_count("", true);
	}
	rename_is_plain = false;
}

/* A directory without locks: every file is left alone and told, and nothing is sent. */
static void test_no_locks(void)
{
	static const int errors[] = { ENOLCK, EOPNOTSUPP, EBADF };

	for (size_t i = 0; i < sizeof(errors) / sizeof(errors[0]); i++) {
		ssmtp_error error = { 0 };
		ssmtp_spool_claim claim;
		ssmtp_spool *spool;

		CHECK(queue_one(&error) && queue_one(&error));
		spool = ssmtp_spool_open(dir, &error);
		lock_fails = errors[i];
		CHECK(ssmtp_spool_peek(spool, &error) == SSMTP_SPOOL_PASSED && error.system == errors[i], "%s", error.text);
		ssmtp_error_clear(&error);
		CHECK(ssmtp_spool_next(spool, &claim, &error) == SSMTP_SPOOL_PASSED && error.code == 303, "%s", error.text);
		CHECK(strstr(error.text, "cannot be locked") != NULL, "%s", error.text);
		ssmtp_error_clear(&error);
		CHECK(ssmtp_spool_next(spool, &claim, &error) == SSMTP_SPOOL_END);
		CHECK(ssmtp_spool_all_barred(spool, &error) && error.code == 303);
		lock_fails = 0;
		CHECK(dir_count(".queued", false) == 2);
		ssmtp_spool_free(&spool);
		dir_count("", true);
	}
}

int main(void)
{
	static const int faults[] = { EIO, ENOSPC, EINTR, 0 };

	strcpy(dir, "/tmp/ssmtp-faults-XXXXXX");
	CHECK(mkdtemp(dir) != NULL);
	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++) {
		test_write(faults[i]);
		for (size_t end = 0; end < sizeof(ends) / sizeof(ends[0]); end++) {
			test_finish(end, faults[i]);
		}
	}
	test_order();
	test_plain_rename();
	test_no_locks();
	CHECK(rmdir(dir) == 0);
	return unit_summary("spool_faults");
}
