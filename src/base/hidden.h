/* What was said in secret and must not be shown when somebody says it back: kept as hashes of its beginning, so that
 * the secret itself need not live as long as the connection on which it was said. */
#ifndef SSMTP_BASE_HIDDEN_H
#define SSMTP_BASE_HIDDEN_H

#include "base/slice.h"

#define SSMTP_HIDDEN_ROWS 24

typedef struct ssmtp_hidden_row {
	uint64_t hash;  /* of the first head octets */
	uint64_t whole; /* of all len octets */
	size_t len;
	uint8_t head;
	bool alone;     /* short: only where no letter or digit stands beside it */
	bool encoded;   /* Base64: as far as its alphabet goes */
} ssmtp_hidden_row;

/* Zeroed is empty. */
typedef struct ssmtp_hidden {
	ssmtp_hidden_row rows[SSMTP_HIDDEN_ROWS];
	size_t count; /* ever added: the oldest make room */
} ssmtp_hidden;

/* A password or token, as it is and in Base64 wherever it stands inside what is encoded. What has less than four octets
 * stays visible: it stands in every other text. */
void ssmtp_hidden_add(ssmtp_hidden *hidden, ssmtp_slice secret);
/* A line in Base64. */
void ssmtp_hidden_add_encoded(ssmtp_hidden *hidden, ssmtp_slice line);
/* Puts "*****" in place of what is hidden, of what was cut off in its middle as well; returns the length that is left,
 * which is never more than len. */
size_t ssmtp_hidden_mask(const ssmtp_hidden *hidden, uint8_t *text, size_t len);
/* The same for a C string. */
void ssmtp_hidden_mask_text(const ssmtp_hidden *hidden, char *text);

#endif
