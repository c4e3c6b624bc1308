/* CRAM-MD5 (RFC 2195): the user and an HMAC over the server's challenge. The
 * hash comes in as a function, this layer knows no cryptography. */
#include "base/alloc.h"
#include "smtp/sasl.h"

typedef struct sasl_cram {
	ssmtp_sasl sasl;
	ssmtp_secret user;
	ssmtp_secret password;
	bool (*hmac_md5)(ssmtp_slice key, ssmtp_slice data, uint8_t out[16]);
} sasl_cram;

static ssmtp_sasl_status cram_step(ssmtp_sasl *sasl, ssmtp_slice challenge, ssmtp_buf *response, ssmtp_error *error)
{
	const sasl_cram *cram = (const sasl_cram *) sasl;
	uint8_t digest[16];
	bool ok;

	if (!cram->hmac_md5(ssmtp_secret_slice(&cram->password), challenge, digest)) {
		ssmtp_error_set(error, SSMTP_ERROR_AUTH, SSMTP_E_NO_PROVIDER,
			"CRAM-MD5 is not possible: the cryptographic library refuses HMAC-MD5 (FIPS mode?).");
		return SSMTP_SASL_FAILED;
	}
	ok = ssmtp_buf_append_slice(response, ssmtp_secret_slice(&cram->user)) && ssmtp_buf_append_octet(response, ' ');
	for (size_t i = 0; ok && i < sizeof(digest); i++) {
		ok = ssmtp_buf_printf(response, "%02x", digest[i]);
	}
	ssmtp_wipe(digest, sizeof(digest));
	if (!ok) {
		ssmtp_error_nomem(error);
		return SSMTP_SASL_FAILED;
	}
	return SSMTP_SASL_DONE;
}

static void cram_free(ssmtp_sasl *sasl)
{
	sasl_cram *cram = (sasl_cram *) sasl;

	ssmtp_secret_free(&cram->user);
	ssmtp_secret_free(&cram->password);
	ssmtp_free(cram);
}

static const ssmtp_sasl_vtable sasl_cram_md5 = { "CRAM-MD5", 0, cram_step, NULL, cram_free };

ssmtp_sasl *ssmtp_sasl_cram_md5_new(const ssmtp_sasl_credentials *credentials, ssmtp_error *error)
{
	sasl_cram *cram;

	if (credentials->hmac_md5 == NULL) {
		ssmtp_error_set(
			error, SSMTP_ERROR_STATE, SSMTP_E_INVALID_STATE, "CRAM-MD5 needs HMAC-MD5, which this build lacks.");
		return NULL;
	}
	cram = ssmtp_alloc_zero(sizeof(*cram));
	if (cram == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	cram->sasl.vtable = &sasl_cram_md5;
	cram->hmac_md5 = credentials->hmac_md5;
	if (!ssmtp_secret_set(&cram->user, credentials->user) ||
		!ssmtp_secret_set(&cram->password, credentials->password)) {
		ssmtp_error_nomem(error);
		cram_free(&cram->sasl);
		return NULL;
	}
	return &cram->sasl;
}
