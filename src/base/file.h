/* Files and folders as the system calls them: one header, a half for POSIX and
 * one for Windows, where names are UTF-8 and become UTF-16. What fails answers
 * false, NULL or SSMTP_FILE_NONE and leaves the reason in errno. No file is
 * inherited by a program that is started. */
#ifndef SSMTP_BASE_FILE_H
#define SSMTP_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SSMTP_FILE_NONE (-1)
#define SSMTP_FILE_NAME_MAX 4096

/* Once, before the first file: where relative names begin, asked in the thread that names one; NULL: in the current
 * folder of the process. A thread-safe PHP keeps a folder for each thread, and open_basedir is judged by it. */
void ssmtp_file_relative_to(bool (*folder)(char *path, size_t room));
/* For a library that opens files by itself: path, or the whole of it in full; NULL when it does not fit (ENAMETOOLONG).
 * Everything below does this by itself. */
const char *ssmtp_file_absolute(const char *path, char *full, size_t room);

typedef struct ssmtp_file_info {
	bool regular, directory;
	bool ours; /* the owner is the effective user; true where owners are not compared */
	bool others; /* others may read, write or execute it by its mode; false where files have none */
	uint64_t size_octets, links, device, inode;
	int64_t seconds, nanoseconds;                 /* when the content changed */
	int64_t changed_seconds, changed_nanoseconds; /* when content, name or mode changed */
} ssmtp_file_info;

/* What stands behind path, links followed. */
bool ssmtp_file_info_of(const char *path, ssmtp_file_info *info);
bool ssmtp_file_info_open(int file, ssmtp_file_info *info);

/* For reading. A FIFO does not hold the caller; whether it is a regular file is for the caller to look. */
int ssmtp_file_open(const char *path);
/* For writing behind what is there; made with mode 0600 when there is none. A link is refused (ELOOP), a FIFO does not
 * hold the caller; whether it is a regular file is for the caller to look. */
int ssmtp_file_open_append(const char *path);
/* A new file in folder for reading and writing, mode 0600, of a name nobody can foresee, or of none at all: it is gone
 * when it is closed, or when the process ends. */
int ssmtp_file_open_temporary(const char *folder);
/* The folder for temporary files when the environment names none. */
bool ssmtp_file_temporary_folder(char *path, size_t room);
/* *n is 0 at the end. */
bool ssmtp_file_read(int file, void *dst, size_t room, size_t *n);
/* The whole of it. */
bool ssmtp_file_write(int file, const void *src, size_t len);
bool ssmtp_file_seek(int file, uint64_t offset);
/* Content and size are on the disk. */
bool ssmtp_file_sync(int file);
/* Closes and sets to SSMTP_FILE_NONE; some file systems tell only here that the disk is full. */
bool ssmtp_file_close(int *file);
long ssmtp_file_process_id(void);

/* An exclusive lock that ends with the process that took it, at the latest. The
 * holder stays where it is while it is held; in a forked child file becomes
 * SSMTP_FILE_NONE, so that the lock never outlives the parent by its child. */
typedef struct ssmtp_file_hold {
	int file;
	struct ssmtp_file_hold *next, *previous;
} ssmtp_file_hold;

/* Takes file in any case. false: not locked; EWOULDBLOCK when another one has it. */
bool ssmtp_file_hold_take(ssmtp_file_hold *hold, int file);
/* Closes; nothing to do when nothing is held. */
void ssmtp_file_hold_end(ssmtp_file_hold *hold);

/* A folder whose files are reached by name, also when the folder itself is renamed (POSIX). */
typedef struct ssmtp_folder ssmtp_folder;

ssmtp_folder *ssmtp_folder_open(const char *path);
void ssmtp_folder_close(ssmtp_folder **folder);
bool ssmtp_folder_is_writable(const char *path);
/* Every name, in no order, until visit answers false (then so does this). */
bool ssmtp_folder_list(const char *path, bool (*visit)(void *context, const char *name), void *context);
/* Of the name itself: a link is not followed. */
bool ssmtp_folder_info(const ssmtp_folder *folder, const char *name, ssmtp_file_info *info);
/* For reading and writing; locks of NFS need the latter. A link is refused. */
int ssmtp_folder_open_file(const ssmtp_folder *folder, const char *name);
/* A new file for reading and writing, mode 0600. */
int ssmtp_folder_create(const ssmtp_folder *folder, const char *name);
/* For writing behind what is there, made with mode 0600 when there is none. */
int ssmtp_folder_append(const ssmtp_folder *folder, const char *name);
/* Never replaces a file: EEXIST when there is one of that name. */
bool ssmtp_folder_rename(const ssmtp_folder *folder, const char *from, const char *to);
bool ssmtp_folder_remove(const ssmtp_folder *folder, const char *name);
/* Names are on the disk. */
bool ssmtp_folder_sync(const ssmtp_folder *folder);

#endif
