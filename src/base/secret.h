/* A string that is wiped when it is replaced or released: passwords, tokens,
 * key passwords. Never printed, never copied but into another secret. */
#ifndef SSMTP_BASE_SECRET_H
#define SSMTP_BASE_SECRET_H

#include "base/slice.h"

typedef struct ssmtp_secret {
	char *ptr; /* NUL-terminated, NULL when empty and never set */
	size_t len;
} ssmtp_secret;

/* Replaces the content by a copy of value; false without memory, content unchanged. */
bool ssmtp_secret_set(ssmtp_secret *secret, ssmtp_slice value);
void ssmtp_secret_free(ssmtp_secret *secret);

static inline ssmtp_slice ssmtp_secret_slice(const ssmtp_secret *secret)
{
	return ssmtp_slice_of(secret->ptr, secret->len);
}

/* Equal in time that depends on the lengths only. */
bool ssmtp_secret_equal(const ssmtp_secret *secret, ssmtp_slice other);

#endif
