/* The queue directory: messages on disk that survive a crash and are sent by
 * any number of processes.
 *
 * A file is <time>-<pid>-<random>.<state>; its states and who moves it:
 *   .part     being written by Queue(); left behind only by a crash, never sent
 *   .queued   complete, file and directory entry on disk
 *   .sending  claimed: the claimer holds a lock on the file. Without a lock its
 *             claimer died, and the next run takes it up again
 *   .sent     accepted by the server, kept because of KeepQueue
 *   .failed   refused, malformed or changed since it was queued, kept for a person
 *   .report   beside one of them: why it failed, or who refused it
 * Nothing is deleted before the server's 2xx, and no file is ever replaced: where
 * a name is taken the next of name, name-2, name-3 ... is used. Symbolic links,
 * devices, files with a second link and other people's files are left alone. */
#ifndef SSMTP_SPOOL_H
#define SSMTP_SPOOL_H

#include "base/buf.h"
#include "base/error.h"
#include "base/file.h"
#include "stream/source.h"

#define SSMTP_SPOOL_NAME_MAX 256
#define SSMTP_SPOOL_DIGEST 32       /* SHA-256 */
#define SSMTP_SPOOL_CHECK_AT 18     /* where the line of the check begins in a file of version 2 */
#define SSMTP_SPOOL_CHECK_LINE 109  /* its length with the line end */

typedef struct ssmtp_spool_recipient {
	char *address;
	char *options; /* esmtp parameters of RCPT, "" if none */
	int type;      /* 0 To, 1 Cc, 2 BCc */
	bool done;     /* has the message: another transaction is for the others */
	bool marked;   /* and its line in the claimed file says so */
	size_t line_at; /* where that line begins */
} ssmtp_spool_recipient;

/* Size of the whole file; digest of what stands behind the line that says so. */
typedef struct ssmtp_spool_check {
	uint64_t size_octets;
	uint8_t digest[SSMTP_SPOOL_DIGEST];
} ssmtp_spool_check;

typedef struct ssmtp_spool_envelope {
	char *from;    /* reverse-path, "" null */
	ssmtp_spool_recipient *recipients;
	size_t count;
	bool eight_bit; /* the content has octets above 127 */
	int version;    /* 1: without check, as older releases wrote it and people write it by hand */
	size_t covered_at; /* version 2: the digest is of what stands from here on */
	ssmtp_spool_check check;
} ssmtp_spool_envelope;

void ssmtp_spool_envelope_free(ssmtp_spool_envelope *envelope);
/* Appends the envelope lines of version 2 and the blank line behind them; the check says nothing yet. */
bool ssmtp_spool_envelope_write(ssmtp_buf *out, const ssmtp_spool_envelope *envelope, ssmtp_error *error);
void ssmtp_spool_check_line(char line[SSMTP_SPOOL_CHECK_LINE + 1], const ssmtp_spool_check *check);
/* Writes the check over that of a whole file in memory, which begins at offset. */
bool ssmtp_spool_seal(ssmtp_buf *file, size_t offset, ssmtp_error *error);
/* X-SSMTP-Done was X-SSMTP-Rcpt when the file was queued: the digest is of that. end: where the message begins. */
void ssmtp_spool_envelope_unmark(ssmtp_buf *head, size_t end);
/* Reads the envelope lines at the start of text, those of recipients who have the message left out; *content_at is
 * where the message begins. Error 303 names the malformed line. Free the envelope in every case. */
bool ssmtp_spool_envelope_parse(
	ssmtp_spool_envelope *envelope, ssmtp_slice text, size_t *content_at, ssmtp_error *error);

/* Writes one file; *name receives its name without directory once file and
 * directory entry are on disk. content is the message, CRLF line ends. Errors: 303 with the system's reason. */
bool ssmtp_spool_write(const char *dir, const ssmtp_spool_envelope *envelope, ssmtp_source *content, ssmtp_buf *name,
	ssmtp_error *error);

/* Error 303 when dir is not a directory, or not ours to write into. */
bool ssmtp_spool_is_directory(const char *dir, ssmtp_error *error);

typedef struct ssmtp_spool ssmtp_spool;

/* A claimed message. Stays where it is while it is claimed: its body and its lock point into it. */
typedef struct ssmtp_spool_claim {
	ssmtp_spool_envelope envelope;
	ssmtp_buf header;   /* header section with the blank line; the claimer may consume it */
	ssmtp_source *body; /* owned by the claim; knows its size, can rewind */
	char *name;         /* without extension */
	char listed[SSMTP_SPOOL_NAME_MAX];  /* the name it was found under */
	char sending[SSMTP_SPOOL_NAME_MAX]; /* its name while it is claimed */
	const ssmtp_folder *folder; /* of the spool, which must outlive the claim */
	ssmtp_file_hold hold;       /* file is SSMTP_FILE_NONE when nothing is claimed */
} ssmtp_spool_claim;

/* Lists what is there to send now, by name (oldest first); .sending files of
 * dead claimers stand among them. Error 303 when dir is not a directory. */
ssmtp_spool *ssmtp_spool_open(const char *dir, ssmtp_error *error);
void ssmtp_spool_free(ssmtp_spool **spool);
/* Names of the list not looked at yet. */
size_t ssmtp_spool_left(const ssmtp_spool *spool);
/* The list ends here. */
void ssmtp_spool_stop(ssmtp_spool *spool);

typedef enum ssmtp_spool_step {
	SSMTP_SPOOL_END,
	SSMTP_SPOOL_CLAIMED,
	SSMTP_SPOOL_PASSED, /* left alone, error 303 tells which file and why: the next call goes on behind it */
	SSMTP_SPOOL_FAILED  /* unreadable, malformed or changed, now .failed (303); or out of memory */
} ssmtp_spool_step;

/* Claims the next file that nobody else has; *claim is filled anew. */
ssmtp_spool_step ssmtp_spool_next(ssmtp_spool *spool, ssmtp_spool_claim *claim, ssmtp_error *error);
/* Goes on to the first file that could be claimed and leaves it there: CLAIMED, without a claim. */
ssmtp_spool_step ssmtp_spool_peek(ssmtp_spool *spool, ssmtp_error *error);
/* Files were there, and every one of them is left alone for want of a right or a lock: the first one's reason. */
bool ssmtp_spool_all_barred(const ssmtp_spool *spool, ssmtp_error *why);

/* Marks in the file the recipients that are done, on the disk when it returns; the body is to be rewound. */
bool ssmtp_spool_mark(ssmtp_spool_claim *claim, ssmtp_error *error);

/* What became of it. Each releases the claim and writes the name the file has now (or had last) to name, if that is
 * not NULL. report goes to the file .report, "" to none.
 * false: 303, the record could not be made (sent: it says that the message is out all the same). */
bool ssmtp_spool_sent(ssmtp_spool_claim *claim, bool keep, ssmtp_slice report, char *name, ssmtp_error *error);
bool ssmtp_spool_failed(ssmtp_spool_claim *claim, ssmtp_slice report, char *name, ssmtp_error *error);
/* Back to .queued: nothing of it was tried. */
bool ssmtp_spool_release(ssmtp_spool_claim *claim, char *name, ssmtp_error *error);
/* Lets go of what the claim holds in this process and touches no file (a forked
 * child, whose parent goes on). The lock stays with the parent. */
void ssmtp_spool_forget(ssmtp_spool_claim *claim);

#endif
