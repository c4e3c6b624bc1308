/* Hashes, HMAC and random octets for the layers that may not include OpenSSL. */
#ifndef SSMTP_CRYPTO_DIGEST_H
#define SSMTP_CRYPTO_DIGEST_H

#include "base/buf.h"
#include "base/error.h"

#define SSMTP_DIGEST_MAX 64
/* name: "MD5", "SHA1", "SHA256"...; error 10022 when the library refuses it. */
bool ssmtp_digest(const char *name, ssmtp_slice data, uint8_t out[SSMTP_DIGEST_MAX], size_t *len, ssmtp_error *error);
/* The same over octets that come piece by piece. NULL with the error as above. */
typedef struct ssmtp_hash ssmtp_hash;
ssmtp_hash *ssmtp_hash_new(const char *name, ssmtp_error *error);
bool ssmtp_hash_add(ssmtp_hash *hash, ssmtp_slice data);
bool ssmtp_hash_end(ssmtp_hash *hash, uint8_t out[SSMTP_DIGEST_MAX], size_t *len);
/* Begins anew after the end, which spares looking the digest up. */
bool ssmtp_hash_again(ssmtp_hash *hash);
void ssmtp_hash_free(ssmtp_hash **hash);
bool ssmtp_hmac_md5(ssmtp_slice key, ssmtp_slice data, uint8_t out[16]);
bool ssmtp_random(uint8_t *out, size_t len, ssmtp_error *error);
/* "OpenSSL 3.0.22 ..." at run time and at compile time, for phpinfo and BuildInfo. */
const char *ssmtp_ossl_version_runtime(void);
const char *ssmtp_ossl_version_compiled(void);
/* A sentence when the running version is below the floors of decision 12, else NULL. */
const char *ssmtp_ossl_version_warning(void);
const char *ssmtp_ossl_version_warning_for(unsigned major, unsigned minor, unsigned patch);

/* A sentence when the library that runs is older than the one whose headers were compiled (3.5 against 3.0), or of
 * another major version, else NULL. A newer minor version keeps its promises (OpenSSL's policy for 3 and later). */
const char *ssmtp_ossl_version_mismatch(void);
const char *ssmtp_ossl_version_mismatch_for(
	unsigned compiled_major, unsigned compiled_minor, unsigned major, unsigned minor);

#endif
