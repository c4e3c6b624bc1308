/* Plain files for sources: base/file.h with this layer's errors. They are not
 * inherited by child processes. */
#ifndef SSMTP_STREAM_PLAIN_FILE_H
#define SSMTP_STREAM_PLAIN_FILE_H

#include "base/error.h"

#define SSMTP_PLAIN_FILE_NONE (-1) /* that of base/file.h */

/* Opens a regular file (also behind a symbolic link) for reading; a FIFO, a
 * device, a socket and a directory are refused without being opened. Returns
 * SSMTP_PLAIN_FILE_NONE with error 303. */
int ssmtp_plain_file_open(const char *path, uint64_t *size_octets, ssmtp_error *error);
/* A new file without a name, mode 0600, in the folder TMPDIR or the system's own. */
int ssmtp_plain_file_open_temporary(ssmtp_error *error);
/* Once, before the first object: may temporary files be made in the folder that TMPDIR names? NULL: in any. */
void ssmtp_plain_file_allow_folders(bool (*allowed)(const char *path));
/* *n == 0 means the end. */
bool ssmtp_plain_file_read(int file, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error);
bool ssmtp_plain_file_write(int file, const uint8_t *src, size_t len, ssmtp_error *error);
bool ssmtp_plain_file_seek(int file, uint64_t offset, ssmtp_error *error);
bool ssmtp_plain_file_size(int file, uint64_t *size_octets, ssmtp_error *error);
/* Closes and sets to SSMTP_PLAIN_FILE_NONE. */
void ssmtp_plain_file_close(int *file);

#endif
