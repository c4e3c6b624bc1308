/* A certs-only message (RFC 8551 section 3.7): SignedData that signs nothing. */
#include <openssl/err.h>
#include <openssl/pkcs7.h>

#include "crypto/ossl.h"
#include "crypto/smime_stage.h"
#include "crypto/smime_template.h"

static bool certs_failed(ssmtp_error *error)
{
	return ssmtp_ossl_error(error, SSMTP_ERROR_SMIME, SSMTP_E_NO_PROVIDER, "The certificates cannot be packed");
}

static PKCS7 *certs_structure(const ssmtp_recipient_certs *certificates)
{
	PKCS7 *p7 = PKCS7_new();
	bool ok = p7 != NULL && PKCS7_set_type(p7, NID_pkcs7_signed) == 1 && PKCS7_content_new(p7, NID_pkcs7_data) == 1 &&
			  PKCS7_set_detached(p7, 1) == 1;

	for (size_t i = 0; ok && i < certificates->count; i++) {
		ok = PKCS7_add_certificate(p7, ssmtp_certificate_x509(certificates->items[i])) == 1;
	}
	if (!ok) {
		PKCS7_free(p7);
		return NULL;
	}
	ssmtp_smime_sort_certificates(p7->d.sign->cert);
	return p7;
}

static ssmtp_source *certs_body(const ssmtp_recipient_certs *certificates, ssmtp_error *error)
{
	PKCS7 *p7 = certs_structure(certificates);
	uint8_t *der = NULL;
	int len = p7 == NULL ? -1 : i2d_PKCS7(p7, &der);
	ssmtp_source *plain = NULL, *body;

	if (len > 0) {
		plain = ssmtp_source_mem_new(ssmtp_slice_of(der, (size_t) len), error);
	} else {
		certs_failed(error);
	}
	OPENSSL_free(der);
	PKCS7_free(p7);
	body = plain == NULL ? NULL : ssmtp_filter_base64_new_take(&plain, error);
	ssmtp_source_free(&plain);
	return body;
}

ssmtp_source *ssmtp_smime_certs_only(const ssmtp_recipient_certs *certificates, ssmtp_buf *fields, ssmtp_error *error)
{
	size_t before = ssmtp_buf_len(fields);
	ssmtp_source *body;

	if (certificates->count == 0) {
		ssmtp_error_set(error, SSMTP_ERROR_CERTIFICATE, SSMTP_E_CERT_NOT_FOUND,
			"A message of certificates needs at least one certificate.");
		return NULL;
	}
	ERR_set_mark();
	body = certs_body(certificates, error);
	ERR_pop_to_mark();
	if (body != NULL && !ssmtp_smime_pkcs7_fields(fields, "certs-only", "smime.p7c", error)) {
		ssmtp_buf_truncate(fields, before);
		ssmtp_source_free(&body);
	}
	return body;
}
