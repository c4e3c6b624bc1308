/* What the files of the spool share. Not for others. */
#ifndef SSMTP_SPOOL_INTERNAL_H
#define SSMTP_SPOOL_INTERNAL_H

#include "queue/spool.h"

/* Envelope and header section together. */
#define SSMTP_SPOOL_HEAD_MAX (16u << 20)
#define SSMTP_SPOOL_CHUNK 65536

/* X-SSMTP-Rcpt becomes X-SSMTP-Done where it stands; half of it, written by a machine that died, is neither. */
#define SSMTP_SPOOL_OPEN "Rcpt"
#define SSMTP_SPOOL_DONE "Done"
#define SSMTP_SPOOL_MARK_AT (sizeof("X-SSMTP-") - 1)
#define SSMTP_SPOOL_MARK_LEN (sizeof(SSMTP_SPOOL_DONE) - 1)

/* "what name: reason of the system." */
bool ssmtp_spool_error(ssmtp_error *error, const char *what, const char *name);
/* name and extension in one; number above 1 stands between them. */
bool ssmtp_spool_name(
	char file[SSMTP_SPOOL_NAME_MAX], const char *name, unsigned number, const char *extension, ssmtp_error *error);
bool ssmtp_spool_sync_folder(const ssmtp_folder *folder, const char *name, ssmtp_error *error);

/* Reads envelope and header section of the claimed file of that size, and holds the file against its check. */
bool ssmtp_spool_load(ssmtp_spool_claim *claim, uint64_t size_octets, ssmtp_error *error);

#endif
