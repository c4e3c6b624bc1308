/* Octets of a message on their way to the wire: transparency (RFC 5321 section
 * 4.5.2) and line ends. Whatever comes in, CR leaves only in front of LF and
 * LF only behind CR, so that no sequence of the body can end it (the 15 forms
 * of "<x>.<y>" with CR, LF or CRLF on either side). */
#ifndef SSMTP_SMTP_DATA_H
#define SSMTP_SMTP_DATA_H

#include "base/buf.h"

/* Octets a caller may write at once. */
#define SSMTP_DATA_CHUNK_OCTETS 65536

typedef enum ssmtp_data_position { SSMTP_DATA_LINE_START, SSMTP_DATA_IN_LINE, SSMTP_DATA_AFTER_CR } ssmtp_data_position;

typedef struct ssmtp_data_writer {
	ssmtp_data_position position; /* of the last octet written, over chunks */
	bool transparency;            /* DATA; false for BDAT (RFC 3030), where a dot means nothing */
} ssmtp_data_writer;

void ssmtp_data_begin(ssmtp_data_writer *writer, bool transparency);
/* Room for SSMTP_DATA_CHUNK_OCTETS behind the end of out, and as much again
 * for what may be inserted; NULL without memory. */
uint8_t *ssmtp_data_room(ssmtp_buf *out, size_t *room);
/* n octets were written there: they become part of out where they stand; only
 * where something is to be inserted octets move. */
void ssmtp_data_commit(ssmtp_data_writer *writer, ssmtp_buf *out, size_t n);
/* Completes the last line; with transparency the end of mail data follows. */
bool ssmtp_data_finish(ssmtp_data_writer *writer, ssmtp_buf *out);

#endif
