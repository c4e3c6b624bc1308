/* A string that is wiped when it is replaced or released (see secret.h). */
#include "base/secret.h"

#include "base/alloc.h"

bool ssmtp_secret_set(ssmtp_secret *secret, ssmtp_slice value)
{
	char *copy = ssmtp_strndup(value.ptr, value.len);

	if (copy == NULL) {
		return false;
	}
	ssmtp_secret_free(secret);
	secret->ptr = copy;
	secret->len = value.len;
	return true;
}

void ssmtp_secret_free(ssmtp_secret *secret)
{
	if (secret->ptr != NULL) {
		ssmtp_wipe(secret->ptr, secret->len);
	}
	ssmtp_free(secret->ptr);
	secret->ptr = NULL;
	secret->len = 0;
}

bool ssmtp_secret_equal(const ssmtp_secret *secret, ssmtp_slice other)
{
	uint8_t difference = 0;

	if (secret->len != other.len) {
		return false;
	}
	for (size_t i = 0; i < other.len; i++) {
		difference |= (uint8_t) secret->ptr[i] ^ other.ptr[i];
	}
	return difference == 0;
}
