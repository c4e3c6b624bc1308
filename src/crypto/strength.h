/* How strong the signature of a revocation list or an OCSP answer must be. OpenSSL
 * holds certificates of a chain against a security level, but not these. */
#ifndef SSMTP_CRYPTO_STRENGTH_H
#define SSMTP_CRYPTO_STRENGTH_H

#include <openssl/x509.h>

#include "base/slice.h"

/* 112 bits: neither MD5 nor SHA-1, RSA from 2048 bits on (RFC 8550 section 4.3). */
#define SSMTP_SECURITY_LEVEL 2

/* Does the digest of this signature reach OpenSSL's security level 0 to 5 (SSL_CTX_set_security_level(3))? An
 * algorithm with a digest of its own (EdDSA, ML-DSA) does; the key is judged with its certificate. */
bool ssmtp_signature_is_strong(const X509_ALGOR *algorithm, int level);

#endif
