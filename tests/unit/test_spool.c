/* client/spool: the states of a queue file and who may move it. */
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/alloc.h"
#include "queue/spool.h"
#include "spool_dir.h"
#include "unit.h"

#define HEADER_TEXT "Subject: x\r\n\r\n"
#define BODY_TEXT "hello\r\n"
static const char content_text[] = HEADER_TEXT BODY_TEXT;

static void dir_make(void)
{
	strcpy(dir, "/tmp/ssmtp-spool-XXXXXX");
	CHECK(mkdtemp(dir) != NULL);
}

static void dir_remove(void)
{
	dir_count("", true);
	CHECK(rmdir(dir) == 0);
}

static ssmtp_spool_recipient recipients[] = {
	{ (char *) "bob@example.org", (char *) "NOTIFY=FAILURE", .type = 0 },
	{ (char *) "\"a>b\"@example.org", (char *) "", .type = 2 },
};
static const ssmtp_spool_envelope envelope = { (char *) "alice@example.org", recipients, 2, true, 0, 0, { 0 } };

static bool queue_one(ssmtp_buf *name, ssmtp_error *error)
{
	ssmtp_source *content = ssmtp_source_borrow_new(SSMTP_SLICE(content_text), error);
	bool ok = content != NULL && ssmtp_spool_write(dir, &envelope, content, name, error);

	ssmtp_source_free(&content);
	return ok;
}

static void queue_count(int count)
{
	while (count-- > 0) {
		ssmtp_error error = { 0 };
		ssmtp_buf name;

		ssmtp_buf_init(&name, 4096);
		CHECK(queue_one(&name, &error), "%s", error.text);
		ssmtp_buf_free(&name);
	}
}

static bool claim_next(ssmtp_spool *spool, ssmtp_spool_claim *claim, ssmtp_error *error)
{
	return ssmtp_spool_next(spool, claim, error) == SSMTP_SPOOL_CLAIMED;
}

static void check_claim(ssmtp_spool_claim *claim)
{
	ssmtp_error error = { 0 };
	ssmtp_buf text;
	uint64_t size = 0;

	ssmtp_buf_init(&text, 4096);
	CHECK(strcmp(claim->envelope.from, "alice@example.org") == 0 && claim->envelope.eight_bit);
	CHECK(claim->envelope.count == 2);
	CHECK(strcmp(claim->envelope.recipients[1].address, "\"a>b\"@example.org") == 0);
	CHECK(strcmp(claim->envelope.recipients[0].options, "NOTIFY=FAILURE") == 0);
	CHECK(ssmtp_source_size(claim->body, &size) && size == sizeof(BODY_TEXT) - 1);
	CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&claim->header), SSMTP_SLICE(HEADER_TEXT)));
	for (int pass = 0; pass < 2; pass++) {
		ssmtp_buf_clear(&text);
		CHECK(ssmtp_source_read_all(claim->body, &text, &error));
		CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&text), SSMTP_SLICE(BODY_TEXT)));
		CHECK(ssmtp_source_rewind(claim->body, &error));
	}
	ssmtp_buf_free(&text);
}

static void test_write_claim_finish(void)
{
	ssmtp_error error = { 0 };
	ssmtp_spool_claim claim, other;
	ssmtp_spool *spool, *second, *late;
	struct stat st;
	ssmtp_buf name;
	char path[256];

	dir_make();
	ssmtp_buf_init(&name, 4096);
	CHECK(queue_one(&name, &error), "%s", error.text);
	snprintf(path, sizeof(path), "%s/%s", dir, ssmtp_buf_cstr(&name));
	CHECK(stat(path, &st) == 0 && (st.st_mode & 07777) == 0600);
	queue_count(2);
	spool = ssmtp_spool_open(dir, &error);
	second = ssmtp_spool_open(dir, &error);
	CHECK(claim_next(spool, &claim, &error), "%s", error.text);
	check_claim(&claim);
	/* A second reader goes past what is claimed, also when it lists later and finds it as .sending. */
	late = ssmtp_spool_open(dir, &error);
	CHECK(ssmtp_spool_left(late) == 3);
	CHECK(ssmtp_spool_peek(late, &error) == SSMTP_SPOOL_CLAIMED && ssmtp_spool_left(late) == 2);
	ssmtp_spool_free(&late);
	CHECK(claim_next(second, &other, &error) && strcmp(other.name, claim.name) != 0);
	CHECK(ssmtp_spool_sent(&other, true, SSMTP_SLICE_EMPTY, NULL, &error) && dir_count(".sent", false) == 1);
	CHECK(ssmtp_spool_sent(&claim, false, SSMTP_SLICE_EMPTY, NULL, &error) && dir_count("", false) == 2);
	CHECK(claim_next(spool, &claim, &error));
	CHECK(ssmtp_spool_failed(&claim, SSMTP_SLICE_EMPTY, NULL, &error) && dir_count(".failed", false) == 1);
	CHECK(!claim_next(spool, &claim, &error) && !ssmtp_error_is_set(&error));
	CHECK(!claim_next(second, &claim, &error) && !ssmtp_error_is_set(&error));
	ssmtp_spool_free(&spool);
	ssmtp_spool_free(&second);
	ssmtp_buf_free(&name);
	dir_remove();
}

/* The one file of that extension gets another: a person does that. */
static void dir_rename(const char *from, const char *to)
{
	DIR *handle = opendir(dir);
	struct dirent *entry;

	while ((entry = readdir(handle)) != NULL) {
		const char *extension = strstr(entry->d_name, from);

		if (extension != NULL) {
			char old[512], renamed[512];

			snprintf(old, sizeof(old), "%s/%s", dir, entry->d_name);
			snprintf(renamed, sizeof(renamed), "%s/%.*s%s", dir, (int) (extension - entry->d_name), entry->d_name, to);
			CHECK(rename(old, renamed) == 0);
			break;
		}
	}
	closedir(handle);
}

/* Whoever has the message is marked, and left out by whoever takes the file up; the digest stays that of
 * the queued file. */
static void test_marks(void)
{
	ssmtp_error error = { 0 };
	ssmtp_spool_claim claim;
	ssmtp_spool *spool;
	ssmtp_buf text;

	dir_make();
	ssmtp_buf_init(&text, 4096);
	queue_count(1);
	spool = ssmtp_spool_open(dir, &error);
	CHECK(claim_next(spool, &claim, &error), "%s", error.text);
	CHECK(ssmtp_source_read_all(claim.body, &text, &error));
	claim.envelope.recipients[0].done = true;
	CHECK(ssmtp_spool_mark(&claim, &error) && claim.envelope.recipients[0].marked, "%s", error.text);
	CHECK(!claim.envelope.recipients[1].marked);
	/* The same body follows to the rest. */
	ssmtp_buf_clear(&text);
	CHECK(ssmtp_source_rewind(claim.body, &error) && ssmtp_source_read_all(claim.body, &text, &error));
	CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&text), SSMTP_SLICE(BODY_TEXT)));
	CHECK(ssmtp_spool_failed(&claim, SSMTP_SLICE_EMPTY, NULL, &error));
	ssmtp_spool_free(&spool);
	dir_rename(".failed", ".queued");
	spool = ssmtp_spool_open(dir, &error);
	CHECK(claim_next(spool, &claim, &error), "%s", error.text);
	CHECK(claim.envelope.count == 1 && strcmp(claim.envelope.recipients[0].address, "\"a>b\"@example.org") == 0);
	claim.envelope.recipients[0].done = true;
	CHECK(ssmtp_spool_mark(&claim, &error), "%s", error.text);
	CHECK(ssmtp_spool_release(&claim, NULL, &error));
	ssmtp_spool_free(&spool);
	/* Everybody has it: nothing to send, and a person is told. */
	spool = ssmtp_spool_open(dir, &error);
	CHECK(ssmtp_spool_next(spool, &claim, &error) == SSMTP_SPOOL_FAILED && error.code == 303, "%s", error.text);
	CHECK(dir_count(".failed", false) == 1);
	ssmtp_spool_free(&spool);
	ssmtp_buf_free(&text);
	dir_remove();
}

/* A process that dies with a claim leaves .sending behind: the next run takes it up. */
static void test_dead_claimer(void)
{
	ssmtp_error error = { 0 };
	ssmtp_spool_claim claim;
	ssmtp_spool *spool;
	int status;
	pid_t pid;

	dir_make();
	queue_count(1);
	pid = fork();
	if (pid == 0) {
		spool = ssmtp_spool_open(dir, &error);
		_exit(claim_next(spool, &claim, &error) ? 0 : 1);
	}
	CHECK(waitpid(pid, &status, 0) == pid && status == 0);
	CHECK(dir_count(".sending", false) == 1);
	spool = ssmtp_spool_open(dir, &error);
	CHECK(claim_next(spool, &claim, &error));
	check_claim(&claim);
	CHECK(ssmtp_spool_release(&claim, NULL, &error) && dir_count(".queued", false) == 1);
	ssmtp_spool_free(&spool);
	dir_remove();
}

/* Many processes: every message exactly once. */
static void test_many_processes(void)
{
	enum { MESSAGES = 200, PROCESSES = 6 };
	pid_t pids[PROCESSES];
	int total = 0;

	dir_make();
	queue_count(MESSAGES);
	for (int i = 0; i < PROCESSES; i++) {
		pids[i] = fork();
		if (pids[i] == 0) {
			ssmtp_error error = { 0 };
			ssmtp_spool_claim claim;
			ssmtp_spool *spool = ssmtp_spool_open(dir, &error);
			int sent = 0;

			while (claim_next(spool, &claim, &error)) {
				sent += ssmtp_spool_sent(&claim, true, SSMTP_SLICE_EMPTY, NULL, &error);
			}
			_exit(sent > MESSAGES ? 255 : sent);
		}
	}
	for (int i = 0; i < PROCESSES; i++) {
		int status;

		waitpid(pids[i], &status, 0);
		total += WEXITSTATUS(status);
	}
	CHECK(total == MESSAGES, "%d", total);
	CHECK(dir_count(".sent", false) == MESSAGES && dir_count("", false) == MESSAGES);
	dir_remove();
}

static void put_file(const char *name, const char *text)
{
	char path[256];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	file = fopen(path, "w");
	fputs(text, file);
	fclose(file);
}

static void test_foreign_files(void)
{
	ssmtp_error error = { 0 };
	ssmtp_spool_claim claim;
	ssmtp_spool *spool;
	static const char *const reasons[] = { "symbolic link", "second name", "regular file" };
	char path[256], link_path[256];

	dir_make();
	put_file("target", "X-SSMTP-Queue: 1\r\nX-SSMTP-From: <a@b>\r\nX-SSMTP-Rcpt: 0 <c@d>\r\n\r\nx\r\n");
	snprintf(path, sizeof(path), "%s/target", dir);
	snprintf(link_path, sizeof(link_path), "%s/1.queued", dir);
	CHECK(symlink(path, link_path) == 0);
	snprintf(link_path, sizeof(link_path), "%s/2.queued", dir);
	CHECK(link(path, link_path) == 0);
	snprintf(link_path, sizeof(link_path), "%s/3.queued", dir);
	CHECK(mkfifo(link_path, 0600) == 0);
	put_file("4.part", "half");
	spool = ssmtp_spool_open(dir, &error);
	for (size_t i = 0; i < 3; i++) {
		ssmtp_error_clear(&error);
		CHECK(ssmtp_spool_next(spool, &claim, &error) == SSMTP_SPOOL_PASSED && error.code == 303);
		CHECK(error.queue_file[0] == (char) ('1' + i) && strstr(error.text, reasons[i]) != NULL, "%s", error.text);
	}
	ssmtp_error_clear(&error);
	CHECK(ssmtp_spool_next(spool, &claim, &error) == SSMTP_SPOOL_END && !ssmtp_error_is_set(&error));
	CHECK(!ssmtp_spool_all_barred(spool, &error));
	CHECK(dir_count(".queued", false) == 3);
	ssmtp_spool_free(&spool);
	CHECK(ssmtp_spool_open("/nonexistent/queue", &error) == NULL && error.code == 303);
	dir_remove();
}

/* A file that was given to another user is told, by whoever may open it. */
static void test_another_user(void)
{
	ssmtp_error error = { 0 };
	ssmtp_spool_claim claim;
	ssmtp_spool *spool;
	char path[256];

	if (geteuid() != 0) {
		SKIP("giving files to another user is for root");
		return;
	}
	dir_make();
	put_file("1.queued", "X-SSMTP-Queue: 1\r\nX-SSMTP-From: <a@b>\r\nX-SSMTP-Rcpt: 0 <c@d>\r\n\r\nx: y\r\n\r\n");
	snprintf(path, sizeof(path), "%s/1.queued", dir);
	CHECK(chown(path, 65534, (gid_t) -1) == 0);
	spool = ssmtp_spool_open(dir, &error);
	CHECK(ssmtp_spool_next(spool, &claim, &error) == SSMTP_SPOOL_PASSED, "a file of another user was taken");
	CHECK(strstr(error.text, "another user") != NULL && ssmtp_spool_all_barred(spool, &error));
	CHECK(dir_count(".queued", false) == 1);
	ssmtp_spool_free(&spool);
	dir_remove();
}

/* The lock of a claim is its process's own: a forked child has let go of it before it runs. */
static void test_forked_child(void)
{
	ssmtp_error error = { 0 };
	ssmtp_spool_claim claims[3], unused;
	ssmtp_spool *spool, *second;
	int status;
	pid_t pid;

	dir_make();
	queue_count(3);
	spool = ssmtp_spool_open(dir, &error);
	for (size_t i = 0; i < 3; i++) {
		CHECK(claim_next(spool, &claims[i], &error), "%s", error.text);
	}
	/* From the middle, the end and the front of what is held. */
	CHECK(ssmtp_spool_release(&claims[1], NULL, &error));
	pid = fork();
	if (pid == 0) {
		_exit(claims[0].hold.file == SSMTP_FILE_NONE && claims[2].hold.file == SSMTP_FILE_NONE ? 0 : 1);
	}
	CHECK(waitpid(pid, &status, 0) == pid && status == 0, "a child has its parent's lock");
	second = ssmtp_spool_open(dir, &error);
	CHECK(claim_next(second, &claims[1], &error), "%s", error.text);
	CHECK(ssmtp_spool_next(second, &unused, &error) == SSMTP_SPOOL_END, "a fork cost the parent its lock");
	ssmtp_spool_forget(&claims[1]);
	ssmtp_spool_forget(&claims[0]);
	ssmtp_spool_forget(&claims[2]);
	ssmtp_spool_free(&second);
	ssmtp_spool_free(&spool);
	dir_remove();
}

static const char *const malformed[] = {
	"", "hello", "X-SSMTP-Queue: 3\r\n\r\n", "X-SSMTP-Queue: 2\r\n\r\n",
	"X-SSMTP-Queue: 1\r\n", "X-SSMTP-Queue: 1\r\n\r\n",
	"X-SSMTP-Queue: 1\nX-SSMTP-From: <a@b>\n\n",
	"X-SSMTP-Queue: 1\r\nX-SSMTP-From: <a@b>\r\n\r\n",
	"X-SSMTP-Queue: 1\r\nX-SSMTP-From: <a@b>\r\nX-SSMTP-From: <a@b>\r\nX-SSMTP-Rcpt: 0 <c@d>\r\n\r\n",
	"X-SSMTP-Queue: 1\r\nX-SSMTP-From: a@b\r\nX-SSMTP-Rcpt: 0 <c@d>\r\n\r\n",
	"X-SSMTP-Queue: 1\r\nX-SSMTP-From: <a@b>\r\nX-SSMTP-Rcpt: 3 <c@d>\r\n\r\n",
	"X-SSMTP-Queue: 1\r\nX-SSMTP-From: <a@b>\r\nX-SSMTP-Rcpt: 0 <>\r\n\r\n",
	"X-SSMTP-Queue: 1\r\nX-SSMTP-From: <a@b>\r\nX-SSMTP-Rcpt: 0 <c@d>NOTIFY=NEVER\r\n\r\n",
	"X-SSMTP-Queue: 1\r\nX-SSMTP-From: <a\rb>\r\nX-SSMTP-Rcpt: 0 <c@d>\r\n\r\n",
	"X-SSMTP-Queue: 1\r\nX-SSMTP-From: <a@b>\r\nX-SSMTP-Evil: 0\r\nX-SSMTP-Rcpt: 0 <c@d>\r\n\r\n",
};

static void test_malformed(void)
{
	for (size_t i = 0; i < sizeof(malformed) / sizeof(malformed[0]); i++) {
		ssmtp_error error = { 0 };
		ssmtp_spool_claim claim;
		ssmtp_spool *spool;

		dir_make();
		put_file("1.queued", malformed[i]);
		spool = ssmtp_spool_open(dir, &error);
		CHECK(!claim_next(spool, &claim, &error) && error.code == 303, "case %zu", i);
		CHECK(dir_count(".failed", false) == 1 && dir_count(".report", false) == 1, "case %zu", i);
		CHECK(strcmp(error.queue_file, "1.failed") == 0, "case %zu: %s", i, error.queue_file);
		ssmtp_spool_free(&spool);
		dir_remove();
	}
}

/* Every allocation fails once: nothing leaks, nothing is half there. */
static void test_nomem(void)
{
	bool done = false;

	for (unsigned long n = 1; !done; n++) {
		ssmtp_error error = { 0 };
		ssmtp_spool_claim claim;
		ssmtp_spool *spool;
		ssmtp_buf name;

		dir_make();
		ssmtp_buf_init(&name, 4096);
		ssmtp_alloc_fail_at(n);
		if (!queue_one(&name, &error)) {
			CHECK(dir_count("", false) == 0, "allocation %lu", n);
		} else if ((spool = ssmtp_spool_open(dir, &error)) != NULL) {
			if (claim_next(spool, &claim, &error)) {
				done = ssmtp_spool_sent(&claim, false, SSMTP_SLICE_EMPTY, NULL, &error);
			} else {
				CHECK(dir_count("", false) == 1, "allocation %lu", n);
			}
			ssmtp_spool_free(&spool);
		}
		ssmtp_alloc_fail_at(0);
		ssmtp_buf_free(&name);
		dir_remove();
	}
}

int main(void)
{
	test_write_claim_finish();
	test_marks();
	test_dead_claimer();
	test_many_processes();
	test_foreign_files();
	test_another_user();
	test_forked_child();
	test_malformed();
	test_nomem();
	return unit_summary("spool");
}
