/* base/file.h: what both halves promise. Written with that header alone, so that it runs on Windows as well
 * (scripts/check-windows.sh); what only POSIX has stands behind _WIN32. */
#include <errno.h>

#include "base/file.h"
#include "unit.h"

#if !defined(_WIN32)
#include <sys/stat.h>
#include <unistd.h>
#else
#include <direct.h>
#endif

/* Not in ASCII, and not in any single code page of Windows. */
#define NAME "\xc3\xa9\xd0\xb6\xe6\xbc\xa2.txt"
#define OTHER "other.txt"

static char folder_path[600];
static ssmtp_folder *folder;

/* A folder of this run's own. */
static void make_folder(void)
{
	char parent[512];
	bool made;

	CHECK(ssmtp_file_temporary_folder(parent, sizeof(parent)));
	CHECK(!ssmtp_file_temporary_folder(parent, 2));
	CHECK(ssmtp_file_temporary_folder(parent, sizeof(parent)));
	snprintf(folder_path, sizeof(folder_path), "%s/ssmtp-file-%ld", parent, ssmtp_file_process_id());
#if defined(_WIN32)
	made = _mkdir(folder_path) == 0;
#else
	made = mkdir(folder_path, 0700) == 0;
#endif
	CHECK(made, "%s", folder_path);
	folder = ssmtp_folder_open(folder_path);
	CHECK(folder != NULL && ssmtp_folder_is_writable(folder_path));
}

static void remove_folder(void)
{
	ssmtp_folder_close(&folder);
#if defined(_WIN32)
	CHECK(_rmdir(folder_path) == 0, "%s is not empty", folder_path);
#else
	CHECK(rmdir(folder_path) == 0, "%s is not empty", folder_path);
#endif
}

static const char *path_of(const char *name)
{
	static char path[700];

	snprintf(path, sizeof(path), "%s/%s", folder_path, name);
	return path;
}

/* Also where line ends would be translated: the octets are those that were written. */
static bool holds(int file, const char *text)
{
	char found[64];
	size_t n, len = 0;

	if (!ssmtp_file_seek(file, 0)) {
		return false;
	}
	while (len < sizeof(found) && ssmtp_file_read(file, found + len, sizeof(found) - len, &n) && n > 0) {
		len += n;
	}
	return len == strlen(text) && memcmp(found, text, len) == 0;
}

static void make_file(const char *name, const char *text)
{
	int file = ssmtp_folder_create(folder, name);

	CHECK(file != SSMTP_FILE_NONE, "%s: %s", name, strerror(errno));
	CHECK(ssmtp_file_write(file, text, strlen(text)) && ssmtp_file_sync(file) && ssmtp_folder_sync(folder));
	CHECK(holds(file, text), "%s", name);
	CHECK(ssmtp_file_close(&file) && file == SSMTP_FILE_NONE && ssmtp_file_close(&file));
}

static bool seen_name, seen_other;
static unsigned seen;

static bool see(void *context, const char *name)
{
	CHECK(context == &seen);
	seen_name = seen_name || strcmp(name, NAME) == 0;
	seen_other = seen_other || strcmp(name, OTHER) == 0;
	/* What the caller's own calls leave behind is no failure of the listing. */
	errno = EACCES;
	return ++seen > 0;
}

static bool see_one(void *context, const char *name)
{
	(void) context;
	(void) name;
	seen++;
	return false;
}

static void test_create_and_info(void)
{
	ssmtp_file_info by_path, by_file, by_name;
	int file;

	make_file(NAME, "one\r\ntwo\n\x1a end");
	CHECK(ssmtp_folder_create(folder, NAME) == SSMTP_FILE_NONE && errno == EEXIST, "%s", strerror(errno));
	file = ssmtp_file_open(path_of(NAME));
	CHECK(file != SSMTP_FILE_NONE && holds(file, "one\r\ntwo\n\x1a end"));
	CHECK(ssmtp_file_info_open(file, &by_file) && ssmtp_file_info_of(path_of(NAME), &by_path));
	CHECK(ssmtp_folder_info(folder, NAME, &by_name));
	CHECK(by_file.regular && !by_file.directory && by_file.size_octets == 14 && by_file.links == 1);
	CHECK(by_file.ours && !by_file.others);
	CHECK(by_file.seconds > 1600000000 && by_file.nanoseconds >= 0 && by_file.nanoseconds < 1000000000);
	CHECK(by_path.inode == by_file.inode && by_path.device == by_file.device && by_path.seconds == by_file.seconds);
	CHECK(by_name.inode == by_file.inode && by_name.regular);
	CHECK(!ssmtp_file_write(file, "x", 1), "it was opened for reading");
	CHECK(ssmtp_file_close(&file));
	CHECK(ssmtp_file_info_of(folder_path, &by_path) && by_path.directory && !by_path.regular);
	CHECK(!ssmtp_file_info_of(path_of("none"), &by_path) && errno == ENOENT, "%s", strerror(errno));
	CHECK(ssmtp_file_open(path_of("none")) == SSMTP_FILE_NONE && errno == ENOENT);
	CHECK(ssmtp_folder_open(path_of(NAME)) == NULL && errno == ENOTDIR, "%s", strerror(errno));
	CHECK(ssmtp_folder_open(path_of("none")) == NULL && errno == ENOENT);
}

static void test_append(void)
{
	int file = ssmtp_file_open_append(path_of(OTHER));
	int second = ssmtp_folder_append(folder, OTHER);

	CHECK(file != SSMTP_FILE_NONE && second != SSMTP_FILE_NONE);
	CHECK(ssmtp_file_write(file, "a", 1) && ssmtp_file_write(second, "b", 1) && ssmtp_file_write(file, "c", 1));
	CHECK(ssmtp_file_close(&file) && ssmtp_file_close(&second));
	file = ssmtp_folder_open_file(folder, OTHER);
	CHECK(file != SSMTP_FILE_NONE && holds(file, "abc"));
	CHECK(ssmtp_file_seek(file, 1) && ssmtp_file_write(file, "B", 1) && holds(file, "aBc"));
	CHECK(ssmtp_file_close(&file));
}

static void test_list(void)
{
	seen = 0;
	CHECK(ssmtp_folder_list(folder_path, see, &seen), "%s", strerror(errno));
	CHECK(seen_name && seen_other && seen >= 2, "%u", seen);
	seen = 0;
	CHECK(!ssmtp_folder_list(folder_path, see_one, NULL) && seen == 1);
	CHECK(!ssmtp_folder_list(path_of("none"), see, &seen) && errno == ENOENT, "%s", strerror(errno));
}

static void test_rename_and_remove(void)
{
	int open_all_along = ssmtp_file_open(path_of(NAME));

	CHECK(!ssmtp_folder_rename(folder, NAME, OTHER) && errno == EEXIST, "%s", strerror(errno));
	CHECK(ssmtp_folder_rename(folder, NAME, "third"), "%s", strerror(errno));
	CHECK(!ssmtp_folder_rename(folder, NAME, "third") && errno == ENOENT, "%s", strerror(errno));
	CHECK(holds(open_all_along, "one\r\ntwo\n\x1a end"));
	CHECK(ssmtp_file_close(&open_all_along));
	CHECK(ssmtp_folder_remove(folder, "third") && !ssmtp_folder_remove(folder, "third") && errno == ENOENT);
	CHECK(ssmtp_folder_remove(folder, OTHER));
}

static void test_temporary(void)
{
	int first = ssmtp_file_open_temporary(folder_path);
	int second = ssmtp_file_open_temporary(folder_path);
	ssmtp_file_info a, b;

	CHECK(first != SSMTP_FILE_NONE && second != SSMTP_FILE_NONE, "%s", strerror(errno));
	CHECK(ssmtp_file_info_open(first, &a) && ssmtp_file_info_open(second, &b) && a.inode != b.inode);
	CHECK(a.regular && !a.others);
	CHECK(ssmtp_file_write(first, "kept", 4) && holds(first, "kept") && holds(second, ""));
	CHECK(ssmtp_file_close(&first) && ssmtp_file_close(&second));
	CHECK(ssmtp_file_open_temporary(path_of("none")) == SSMTP_FILE_NONE && errno == ENOENT, "%s", strerror(errno));
	/* Nothing is left of them: remove_folder() finds the folder empty. */
}

static void test_hold(void)
{
	ssmtp_file_hold first, second;

	make_file(NAME, "");
	CHECK(ssmtp_file_hold_take(&first, ssmtp_folder_open_file(folder, NAME)), "%s", strerror(errno));
	CHECK(!ssmtp_file_hold_take(&second, ssmtp_folder_open_file(folder, NAME)) && errno == EWOULDBLOCK, "%s",
		strerror(errno));
	ssmtp_file_hold_end(&second);
	ssmtp_file_hold_end(&first);
	CHECK(first.file == SSMTP_FILE_NONE);
	CHECK(ssmtp_file_hold_take(&first, ssmtp_folder_open_file(folder, NAME)), "%s", strerror(errno));
	ssmtp_file_hold_end(&first);
	ssmtp_file_hold_end(&first);
	CHECK(ssmtp_folder_remove(folder, NAME));
}

static bool in_folder(char *path, size_t room)
{
	int len = snprintf(path, room, "%s", folder_path);

	return len > 0 && (size_t) len < room;
}

static bool nowhere(char *path, size_t room)
{
	(void) path;
	(void) room;
	return false;
}

/* Relative names begin where the caller says; absolute ones, and the empty one, are what they are. */
static void test_relative(void)
{
	char full[SSMTP_FILE_NAME_MAX], small[8];
	ssmtp_folder *same;
	ssmtp_file_info info;
	int file;

	CHECK(strcmp(ssmtp_file_absolute(NAME, full, sizeof(full)), NAME) == 0);
	ssmtp_file_relative_to(in_folder);
	CHECK(strcmp(ssmtp_file_absolute(NAME, full, sizeof(full)), path_of(NAME)) == 0, "%s", full);
	CHECK(strcmp(ssmtp_file_absolute("/x", full, sizeof(full)), "/x") == 0);
	CHECK(*ssmtp_file_absolute("", full, sizeof(full)) == '\0');
	CHECK(ssmtp_file_absolute(NAME, small, sizeof(small)) == NULL && errno == ENAMETOOLONG);
	file = ssmtp_file_open_append(NAME);
	CHECK(file != SSMTP_FILE_NONE && ssmtp_file_write(file, "x", 1) && ssmtp_file_close(&file));
	CHECK(ssmtp_file_info_of(NAME, &info) && info.regular && info.size_octets == 1);
	file = ssmtp_file_open(NAME);
	CHECK(file != SSMTP_FILE_NONE && holds(file, "x") && ssmtp_file_close(&file));
	file = ssmtp_file_open_temporary(".");
	CHECK(file != SSMTP_FILE_NONE && ssmtp_file_close(&file));
	seen = 0;
	CHECK(ssmtp_folder_is_writable(".") && ssmtp_folder_list(".", see, &seen) && seen >= 1);
	same = ssmtp_folder_open(".");
	CHECK(same != NULL && ssmtp_folder_remove(same, NAME));
	ssmtp_folder_close(&same);
	ssmtp_file_relative_to(nowhere);
	CHECK(ssmtp_file_open(NAME) == SSMTP_FILE_NONE && errno == ENAMETOOLONG);
	CHECK(!ssmtp_file_info_of(NAME, &info) && !ssmtp_folder_is_writable(".") && ssmtp_folder_open(".") == NULL);
	ssmtp_file_relative_to(NULL);
}

#if !defined(_WIN32)
/* A FIFO does not hold who opens it, a link is not written through. */
static void test_posix(void)
{
	ssmtp_file_info about;
	int file;

	CHECK(mkfifo(path_of("fifo"), 0600) == 0);
	file = ssmtp_file_open(path_of("fifo"));
	CHECK(file != SSMTP_FILE_NONE && ssmtp_file_info_open(file, &about) && !about.regular);
	CHECK(ssmtp_file_close(&file));
	CHECK(ssmtp_file_open_append(path_of("fifo")) == SSMTP_FILE_NONE && errno == ENXIO, "%s", strerror(errno));
	CHECK(ssmtp_folder_remove(folder, "fifo"));
	make_file(NAME, "");
	CHECK(symlink(NAME, path_of("link")) == 0);
	CHECK(ssmtp_file_open_append(path_of("link")) == SSMTP_FILE_NONE && errno == ELOOP, "%s", strerror(errno));
	CHECK(ssmtp_folder_append(folder, "link") == SSMTP_FILE_NONE && errno == ELOOP, "%s", strerror(errno));
	CHECK(ssmtp_folder_open_file(folder, "link") == SSMTP_FILE_NONE && errno == ELOOP, "%s", strerror(errno));
	CHECK(ssmtp_file_info_of(path_of("link"), &about) && about.regular);
	CHECK(ssmtp_folder_info(folder, "link", &about) && !about.regular);
	CHECK(ssmtp_folder_remove(folder, "link"));
	CHECK(chmod(path_of(NAME), 0640) == 0 && ssmtp_file_info_of(path_of(NAME), &about) && about.others);
	CHECK(ssmtp_folder_remove(folder, NAME));
}
#endif

int main(void)
{
	make_folder();
	test_create_and_info();
	test_append();
	test_list();
	test_rename_and_remove();
	test_temporary();
	test_hold();
	test_relative();
#if !defined(_WIN32)
	test_posix();
#endif
	remove_folder();
	return unit_summary("file");
}
