/* One pass over a body, fed by pieces (behind entity.h). */
#ifndef SSMTP_MIME_BODY_SCAN_H
#define SSMTP_MIME_BODY_SCAN_H

#include "mime/entity.h"

typedef struct ssmtp_line_scan {
	ssmtp_body_traits traits;
	size_t column;   /* octets on this line so far */
	uint8_t head[5]; /* the first of them */
	uint8_t last;    /* and the last */
	bool after_cr;
} ssmtp_line_scan;

/* Begin with { 0 }. */
void ssmtp_line_scan_feed(ssmtp_line_scan *scan, ssmtp_slice octets);
void ssmtp_line_scan_end(ssmtp_line_scan *scan);

#endif
