/* Which certificates may sign and which may receive (RFC 8550 section 4.4). */
#ifndef SSMTP_CRYPTO_SMIME_CHECK_H
#define SSMTP_CRYPTO_SMIME_CHECK_H

#include "crypto/smime_algorithms.h"

/* The subject for an error text, at most room octets with the NUL. */
void ssmtp_smime_subject(const ssmtp_certificate *certificate, char *out, size_t room);

#endif
