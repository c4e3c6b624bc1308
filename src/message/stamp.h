/* The two fields that are new in every message: Date and Message-ID (RFC 5322 sections 3.6.1 and 3.6.4). */
#ifndef SSMTP_MESSAGE_STAMP_H
#define SSMTP_MESSAGE_STAMP_H

#include "base/buf.h"
#include "base/error.h"

/* What is made once for many messages: random octets and a digest for the ids, the text of the second for the dates.
 * All zero at first. */
typedef struct ssmtp_stamp {
	uint8_t random[16];
	uint64_t count;      /* of ids; 0: random is not filled yet */
	struct ssmtp_hash *hash;
	char algorithm[24];  /* of the hash */
	char date[40];
	int64_t date_s;
	int date_zone;
} ssmtp_stamp;

void ssmtp_stamp_free(ssmtp_stamp *stamp);

/* Appends the date-time of now_s (Unix time). zone_minutes tells how far east of UTC a time is, NULL: the system's
 * zone. False without memory. */
bool ssmtp_stamp_date(ssmtp_stamp *stamp, int64_t now_s, int (*zone_minutes)(int64_t unix_s), ssmtp_buf *out);

/* Appends "<...@domain>", another one at each call, in every process. algorithm: a digest by name; error 10022 when
 * there is no such digest. */
bool ssmtp_stamp_id(ssmtp_stamp *stamp, const char *algorithm, int64_t now_us, ssmtp_slice domain, ssmtp_buf *out,
	ssmtp_error *error);

#endif
