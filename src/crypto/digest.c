/* EVP behind four functions, and the versions of the library (see digest.h). */
#include "crypto/digest.h"

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/opensslv.h>
#include <openssl/rand.h>

#include "crypto/ossl.h"

bool ssmtp_digest(const char *name, ssmtp_slice data, uint8_t out[SSMTP_DIGEST_MAX], size_t *len, ssmtp_error *error)
{
	bool ok;

	ERR_set_mark();
	ok = EVP_Q_digest(NULL, name, NULL, data.len ? data.ptr : (const uint8_t *) "", data.len, out, len) == 1;
	if (!ok) {
		ssmtp_ossl_error(error, SSMTP_ERROR_ARGUMENT, SSMTP_E_INVAL, name);
		ssmtp_error_prefix(error, "The digest is not available");
	}
	ERR_pop_to_mark();
	return ok;
}

/* The context of the library under a name of ours. */
ssmtp_hash *ssmtp_hash_new(const char *name, ssmtp_error *error)
{
	EVP_MD *algorithm;
	EVP_MD_CTX *context = EVP_MD_CTX_new();

	if (context == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	ERR_set_mark();
	algorithm = EVP_MD_fetch(NULL, name, NULL);
	if (algorithm == NULL || EVP_DigestInit_ex2(context, algorithm, NULL) != 1) {
		ssmtp_ossl_error(error, SSMTP_ERROR_ARGUMENT, SSMTP_E_INVAL, name);
		ssmtp_error_prefix(error, "The digest is not available");
		EVP_MD_CTX_free(context);
		context = NULL;
	}
	EVP_MD_free(algorithm);
	ERR_pop_to_mark();
	return (ssmtp_hash *) context;
}

bool ssmtp_hash_add(ssmtp_hash *hash, ssmtp_slice data)
{
	return data.len == 0 || EVP_DigestUpdate((EVP_MD_CTX *) hash, data.ptr, data.len) == 1;
}

bool ssmtp_hash_end(ssmtp_hash *hash, uint8_t out[SSMTP_DIGEST_MAX], size_t *len)
{
	unsigned written = 0;
	bool ok = EVP_DigestFinal_ex((EVP_MD_CTX *) hash, out, &written) == 1;

	*len = written;
	return ok;
}

bool ssmtp_hash_again(ssmtp_hash *hash)
{
	return EVP_DigestInit_ex2((EVP_MD_CTX *) hash, NULL, NULL) == 1;
}

void ssmtp_hash_free(ssmtp_hash **hash)
{
	EVP_MD_CTX_free((EVP_MD_CTX *) *hash);
	*hash = NULL;
}

bool ssmtp_hmac_md5(ssmtp_slice key, ssmtp_slice data, uint8_t out[16])
{
	size_t len = 0;
	bool ok;

	ERR_set_mark();
	ok = EVP_Q_mac(NULL, "HMAC", NULL, "MD5", NULL, key.len ? key.ptr : (const uint8_t *) "", key.len,
			 data.len ? data.ptr : (const uint8_t *) "", data.len, out, 16, &len) != NULL &&
		 len == 16;
	ERR_pop_to_mark();
	return ok;
}

bool ssmtp_random(uint8_t *out, size_t len, ssmtp_error *error)
{
	bool ok;

	ERR_set_mark();
	ok = RAND_bytes_ex(NULL, out, len, 0) == 1;
	if (!ok) {
		ssmtp_ossl_error(error, SSMTP_ERROR_STATE, SSMTP_E_INTERNAL, "The random generator failed");
	}
	ERR_pop_to_mark();
	return ok;
}

const char *ssmtp_ossl_version_runtime(void)
{
	return OpenSSL_version(OPENSSL_VERSION);
}

const char *ssmtp_ossl_version_compiled(void)
{
	return OPENSSL_VERSION_TEXT;
}

const char *ssmtp_ossl_version_warning_for(unsigned major, unsigned minor, unsigned patch)
{
	if (major < 3 || (major == 3 && minor == 0 && patch < 21)) {
		return "This OpenSSL is older than 3.0.21 and has known defects in CMS and PKCS#12: update it.";
	}
	if (major == 3 && minor == 5 && patch < 7) {
		return "This OpenSSL is older than 3.5.7 and has known defects in CMS and PKCS#12: update it.";
	}
	return NULL;
}

const char *ssmtp_ossl_version_warning(void)
{
	return ssmtp_ossl_version_warning_for(OPENSSL_version_major(), OPENSSL_version_minor(), OPENSSL_version_patch());
}

const char *ssmtp_ossl_version_mismatch_for(
	unsigned compiled_major, unsigned compiled_minor, unsigned major, unsigned minor)
{
	if (major == compiled_major && minor >= compiled_minor) {
		return NULL;
	}
	return "ssmtp was compiled against another OpenSSL than the one that is loaded: build it again on this system";
}

const char *ssmtp_ossl_version_mismatch(void)
{
	return ssmtp_ossl_version_mismatch_for(
		OPENSSL_VERSION_MAJOR, OPENSSL_VERSION_MINOR, OPENSSL_version_major(), OPENSSL_version_minor());
}
