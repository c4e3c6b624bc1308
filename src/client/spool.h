/* The queue directory: messages on disk that survive a crash and are sent by
 * any number of processes of one machine.
 *
 * A file is <time>-<pid>-<random>.<state>; its states and who moves it:
 *   .part     being written by Queue(); left behind only by a crash, never sent
 *   .queued   complete, file and directory entry on disk
 *   .sending  claimed: the claimer holds a lock (flock) on the file. Without a
 *             lock its claimer died, and the next run takes it up again
 *   .sent     accepted by the server, kept because of KeepQueue
 *   .failed   refused or malformed, kept for a person
 * Nothing is deleted before the server's 2xx. Symbolic links, devices, files
 * with a second link and other people's files are left alone. */
#ifndef SSMTP_CLIENT_SPOOL_H
#define SSMTP_CLIENT_SPOOL_H

#include "base/buf.h"
#include "base/error.h"
#include "stream/source.h"

typedef struct ssmtp_spool_recipient {
	char *address;
	char *options; /* esmtp parameters of RCPT, "" if none */
	int type;      /* 0 To, 1 Cc, 2 BCc */
} ssmtp_spool_recipient;

typedef struct ssmtp_spool_envelope {
	char *from;    /* reverse-path, "" null */
	ssmtp_spool_recipient *recipients;
	size_t count;
	bool eight_bit; /* the content has octets above 127 */
} ssmtp_spool_envelope;

void ssmtp_spool_envelope_free(ssmtp_spool_envelope *envelope);
/* Appends the envelope lines and the blank line behind them. */
bool ssmtp_spool_envelope_write(ssmtp_buf *out, const ssmtp_spool_envelope *envelope, ssmtp_error *error);
/* Reads the envelope lines at the start of text; *content_at is where the
 * message begins. Error 303 names the malformed line. Free the envelope in every case. */
bool ssmtp_spool_envelope_parse(
	ssmtp_spool_envelope *envelope, ssmtp_slice text, size_t *content_at, ssmtp_error *error);

/* Writes one file; *name receives its name without directory once file and
 * directory entry are on disk. content is the message, CRLF line ends. Errors: 303 with the system's reason. */
bool ssmtp_spool_write(const char *dir, const ssmtp_spool_envelope *envelope, ssmtp_source *content, ssmtp_buf *name,
	ssmtp_error *error);

/* Error 303 when dir is not a directory, or not ours to write into. */
bool ssmtp_spool_is_directory(const char *dir, ssmtp_error *error);

typedef struct ssmtp_spool ssmtp_spool;

/* A claimed message. */
typedef struct ssmtp_spool_claim {
	ssmtp_spool_envelope envelope;
	ssmtp_buf header;   /* header section with the blank line; the claimer may consume it */
	ssmtp_source *body; /* owned by the claim; knows its size, can rewind */
	char *name;         /* without extension */
	int dir_fd;         /* of the spool, which must outlive the claim */
	int fd;             /* holds the lock; -1: nothing is claimed */
} ssmtp_spool_claim;

/* Lists what is there to send now, by name (oldest first); .sending files of
 * dead claimers stand among them. Error 303 when dir is not a directory. */
ssmtp_spool *ssmtp_spool_open(const char *dir, ssmtp_error *error);
void ssmtp_spool_free(ssmtp_spool **spool);
/* Names of the list not looked at yet. */
size_t ssmtp_spool_left(const ssmtp_spool *spool);
/* The list ends here. */
void ssmtp_spool_stop(ssmtp_spool *spool);
/* Claims the next file that nobody else has; *claim is filled anew. false with no error: the end.
 * false with error 303: that file is unreadable or malformed and now .failed. */
bool ssmtp_spool_next(ssmtp_spool *spool, ssmtp_spool_claim *claim, ssmtp_error *error);
/* What became of it. Each releases the claim; sent only after the server's 2xx.
 * false: 303, the record could not be made (sent: it says that the message is out all the same). */
bool ssmtp_spool_sent(ssmtp_spool_claim *claim, bool keep, ssmtp_error *error);
bool ssmtp_spool_failed(ssmtp_spool_claim *claim, ssmtp_error *error);
/* Back to .queued: nothing of it was tried. */
bool ssmtp_spool_release(ssmtp_spool_claim *claim, ssmtp_error *error);
/* Lets go of what the claim holds in this process and touches no file (a forked
 * child, whose parent goes on). The lock stays with the parent. */
void ssmtp_spool_forget(ssmtp_spool_claim *claim);

#endif
