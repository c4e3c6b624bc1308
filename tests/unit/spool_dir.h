/* The folder of a queue test: counting and removing its files. */
#ifndef SSMTP_TESTS_SPOOL_DIR_H
#define SSMTP_TESTS_SPOOL_DIR_H

#include <dirent.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

static char dir[64];

/* Number of files whose name ends in extension ("" counts all); remove unlinks them. */
static int dir_count(const char *extension, bool remove_files)
{
	DIR *handle = opendir(dir);
	struct dirent *entry;
	int count = 0;

	while ((entry = readdir(handle)) != NULL) {
		size_t len = strlen(entry->d_name), tail = strlen(extension);

		if (entry->d_name[0] != '.' && len >= tail && strcmp(entry->d_name + len - tail, extension) == 0) {
			count++;
			if (remove_files) {
				unlinkat(dirfd(handle), entry->d_name, 0);
			}
		}
	}
	closedir(handle);
	return count;
}

#endif
