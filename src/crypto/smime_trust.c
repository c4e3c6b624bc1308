/* Chains of S/MIME certificates (RFC 8550 section 4; see smime_trust.h). */
#include "crypto/smime_trust.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "base/alloc.h"
#include "crypto/smime_check.h"
#include "crypto/smime_trust_ossl.h"
#include "crypto/store.h"
#include "crypto/strength.h"
#include "crypto/tls_internal.h"
#include "crypto/trust.h"

struct ssmtp_smime_trust {
	ssmtp_trust *system;
	X509_STORE *own;
	STACK_OF(X509) * certificates; /* of SMIMECACerts, anchors too */
	STACK_OF(X509_CRL) * lists;
	size_t weak_lists; /* passed over: what signs them can be forged */
	uint8_t digest[32]; /* SHA-256 of what was read */
	bool read;
};

static bool text_is_pem(ssmtp_slice text)
{
	static const char begin[] = "-----BEGIN ";

	for (size_t at = 0; at + sizeof(begin) - 1 <= text.len; at++) {
		if (memcmp(text.ptr + at, begin, sizeof(begin) - 1) == 0) {
			return true;
		}
	}
	return false;
}

static bool text_failed(ssmtp_error *error)
{
	return ssmtp_ossl_error(error, SSMTP_ERROR_CERTIFICATE, SSMTP_E_CERT_NOT_FOUND, "SMIMECACerts cannot be read");
}

/* Nobody is asked for a password: without a callback OpenSSL would ask the terminal. */
static int no_password(char *buf, int size, int writing, void *context)
{
	(void) buf, (void) size, (void) writing, (void) context;
	return -1;
}

/* Takes the list out of info, unless nobody can tell who made it. */
static bool trust_take_list(ssmtp_smime_trust *trust, X509_INFO *info)
{
	const X509_ALGOR *algorithm = NULL;

	if (info->crl == NULL) {
		return true;
	}
	X509_CRL_get0_signature(info->crl, NULL, &algorithm);
	if (!ssmtp_signature_is_strong(algorithm, SSMTP_SECURITY_LEVEL)) {
		trust->weak_lists++;
		return true;
	}
	if (sk_X509_CRL_push(trust->lists, info->crl) <= 0) {
		return false;
	}
	info->crl = NULL;
	return true;
}

/* Certificates and lists of the text; what else stands there is passed over. */
static bool trust_read(ssmtp_smime_trust *trust, ssmtp_slice text, ssmtp_error *error)
{
	BIO *bio = text.len > INT32_MAX ? NULL : BIO_new_mem_buf(text.ptr, (int) text.len);
	STACK_OF(X509_INFO) *infos = bio == NULL ? NULL : PEM_X509_INFO_read_bio(bio, NULL, no_password, NULL);
	bool ok = infos != NULL && EVP_Digest(text.ptr, text.len, trust->digest, NULL, EVP_sha256(), NULL) == 1;

	BIO_free(bio);
	for (int i = 0; ok && i < sk_X509_INFO_num(infos); i++) {
		X509_INFO *info = sk_X509_INFO_value(infos, i);

		ok = (info->x509 == NULL || sk_X509_push(trust->certificates, info->x509) > 0);
		info->x509 = ok ? NULL : info->x509;
		ok = ok && trust_take_list(trust, info);
	}
	trust->read = ok;
	ok = ok || text_failed(error);
	sk_X509_INFO_pop_free(infos, X509_INFO_free);
	if (ok && sk_X509_num(trust->certificates) + sk_X509_CRL_num(trust->lists) == 0 && trust->weak_lists == 0) {
		return ssmtp_error_set(error, SSMTP_ERROR_CERTIFICATE, SSMTP_E_CERT_NOT_FOUND,
			"SMIMECACerts holds neither a certificate nor a revocation list in PEM.");
	}
	return ok;
}

static bool trust_read_file(ssmtp_smime_trust *trust, const ssmtp_smime_trust_options *options, ssmtp_error *error)
{
	ssmtp_store_request request = { .file_allowed = options->file_allowed };
	ssmtp_buf octets;
	bool ok;

	ssmtp_buf_init(&octets, SSMTP_STORE_OCTETS_MAX);
	ok = ssmtp_store_read_file(&octets, options->ca_certs, &request, error) &&
		 trust_read(trust, ssmtp_buf_slice(&octets), error);
	ssmtp_buf_free(&octets);
	return ok;
}

static bool trust_system(ssmtp_smime_trust *trust, const ssmtp_smime_trust_options *options, ssmtp_error *error)
{
	ssmtp_trust_options system = { .ca_file_paths = options->ca_file_paths, .file_allowed = options->file_allowed };
	ssmtp_trust *opened = ssmtp_trust_open(&system, error);

	if (opened != NULL) {
		ssmtp_trust_free(&trust->system);
		trust->system = opened;
	}
	return opened != NULL;
}

bool ssmtp_smime_trust_refresh(
	ssmtp_smime_trust *trust, const ssmtp_smime_trust_options *options, ssmtp_error *error)
{
	bool ok;

	ERR_set_mark();
	ok = trust->system == NULL || trust_system(trust, options, error);
	ERR_pop_to_mark();
	return ok;
}

static bool trust_anchors(ssmtp_smime_trust *trust, const ssmtp_smime_trust_options *options, ssmtp_error *error)
{
	bool any = false;

	trust->own = X509_STORE_new();
	for (int i = 0; trust->own != NULL && i < sk_X509_num(trust->certificates); i++) {
		X509 *certificate = sk_X509_value(trust->certificates, i);

		if ((X509_get_extension_flags(certificate) & EXFLAG_SS) != 0) {
			any = true;
			if (X509_STORE_add_cert(trust->own, certificate) != 1) {
				return text_failed(error);
			}
		}
	}
	if (trust->own == NULL) {
		return ssmtp_error_nomem(error);
	}
	return any || trust_system(trust, options, error);
}

static bool trust_fill(ssmtp_smime_trust *trust, const ssmtp_smime_trust_options *options, ssmtp_error *error)
{
	ssmtp_slice text = ssmtp_slice_str(options->ca_certs);

	trust->certificates = sk_X509_new_null();
	trust->lists = sk_X509_CRL_new_null();
	if (trust->certificates == NULL || trust->lists == NULL) {
		return ssmtp_error_nomem(error);
	}
	if (text.len > 0 &&
		!(text_is_pem(text) ? trust_read(trust, text, error) : trust_read_file(trust, options, error))) {
		return false;
	}
	return trust_anchors(trust, options, error);
}

ssmtp_smime_trust *ssmtp_smime_trust_open(const ssmtp_smime_trust_options *options, ssmtp_error *error)
{
	ssmtp_smime_trust *trust = ssmtp_alloc_zero(sizeof(*trust));

	if (trust == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	ERR_set_mark();
	if (!trust_fill(trust, options, error)) {
		ssmtp_smime_trust_free(&trust);
	}
	ERR_pop_to_mark();
	return trust;
}

void ssmtp_smime_trust_free(ssmtp_smime_trust **trust)
{
	if (*trust == NULL) {
		return;
	}
	ssmtp_trust_free(&(*trust)->system);
	X509_STORE_free((*trust)->own);
	sk_X509_pop_free((*trust)->certificates, X509_free);
	sk_X509_CRL_pop_free((*trust)->lists, X509_CRL_free);
	ssmtp_free(*trust);
	*trust = NULL;
}

ssmtp_slice ssmtp_smime_trust_id(const ssmtp_smime_trust *trust)
{
	return trust == NULL || !trust->read ? SSMTP_SLICE_EMPTY : ssmtp_slice_of(trust->digest, sizeof(trust->digest));
}

STACK_OF(X509) * ssmtp_smime_trust_certificates(const ssmtp_smime_trust *trust)
{
	return trust == NULL ? NULL : trust->certificates;
}

static bool check_refused(const ssmtp_smime_trust *trust, const ssmtp_certificate *certificate,
	X509_STORE_CTX *context, ssmtp_error *error)
{
	int reason = X509_STORE_CTX_get_error(context);
	X509 *at = X509_STORE_CTX_get_current_cert(context);
	bool list = reason == X509_V_ERR_UNABLE_TO_GET_CRL || reason == X509_V_ERR_CRL_HAS_EXPIRED;
	bool weak = reason == X509_V_ERR_EE_KEY_TOO_SMALL || reason == X509_V_ERR_CA_KEY_TOO_SMALL ||
				reason == X509_V_ERR_CA_MD_TOO_WEAK;
	char subject[140], issuer[140] = "";
	ssmtp_buf name;

	ssmtp_smime_subject(certificate, subject, sizeof(subject));
	ssmtp_buf_init(&name, 65536);
	if (at != NULL && ssmtp_dn_append(&name, X509_get_subject_name(at))) {
		snprintf(issuer, sizeof(issuer), "%.*s", SSMTP_SLICE_FMT(ssmtp_buf_slice(&name)));
	}
	ssmtp_buf_free(&name);
	ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_WRONG_CERT,
		"The recipient certificate \"%s\" fails the chain check: %s, at depth %d \"%s\"; %s.", subject,
		X509_verify_cert_error_string(reason), X509_STORE_CTX_get_error_depth(context), issuer,
		reason == X509_V_ERR_CERT_REVOKED ? "ask the recipient for another certificate"
		: weak                            ? "its issuer must use a longer key and SHA-256 (RFC 8550 section 4.3)"
		: list && trust->weak_lists > 0   ? "a revocation list signed with MD5 or SHA-1 does not count: put a newer "
											"one into SMIMECACerts"
		: list                            ? "put the current revocation list of its issuer into SMIMECACerts"
										  : "put the certificates of its issuers into SMIMECACerts if you trust them");
	if (error != NULL) {
		error->system = reason;
	}
	return false;
}

bool ssmtp_smime_trust_check(const ssmtp_smime_trust *trust, const ssmtp_certificate *certificate, bool revocation,
	time_t now, ssmtp_error *error)
{
	X509_STORE *store = trust->system == NULL ? trust->own : ssmtp_trust_store(trust->system);
	X509_STORE_CTX *context = X509_STORE_CTX_new();
	X509_VERIFY_PARAM *param;
	bool ok;

	ERR_set_mark();
	ok = context != NULL &&
		 X509_STORE_CTX_init(context, store, ssmtp_certificate_x509(certificate), trust->certificates) == 1;
	if (!ok) {
		ssmtp_error_nomem(error);
		goto done;
	}
	/* Purpose ANY: S/MIME purposes ask keyEncipherment of every key; the usages were checked before. */
	param = X509_STORE_CTX_get0_param(context);
	X509_VERIFY_PARAM_set_purpose(param, X509_PURPOSE_ANY);
	X509_VERIFY_PARAM_set_trust(param, X509_TRUST_EMAIL);
	/* RFC 8550 section 4.3: neither MD5, SHA-1 nor RSA below 2048 bits, anywhere in the chain. */
	X509_VERIFY_PARAM_set_auth_level(param, SSMTP_SECURITY_LEVEL);
	X509_VERIFY_PARAM_set_flags(param, revocation ? X509_V_FLAG_CRL_CHECK : 0);
	if (now != 0) {
		X509_VERIFY_PARAM_set_time(param, now);
	}
	X509_STORE_CTX_set0_crls(context, trust->lists);
	ok = X509_verify_cert(context) == 1 || check_refused(trust, certificate, context, error);
done:
	X509_STORE_CTX_free(context);
	ERR_pop_to_mark();
	return ok;
}

bool ssmtp_smime_ca_certs_known(ssmtp_slice value, ssmtp_error *error)
{
	ssmtp_smime_trust trust = { NULL };
	bool ok = false;

	if (!text_is_pem(value)) {
		for (size_t i = 0; i < value.len; i++) {
			ok = ok || strchr("/\\.", value.ptr[i]) != NULL;
		}
		for (size_t i = 0; i < value.len; i++) {
			ok = ok && value.ptr[i] >= ' ';
		}
		return ok || ssmtp_error_set(error, SSMTP_ERROR_ARGUMENT, SSMTP_E_CERT_NOT_FOUND,
						 "the value is neither PEM text nor the path of a file.");
	}
	ERR_set_mark();
	trust.certificates = sk_X509_new_null();
	trust.lists = sk_X509_CRL_new_null();
	ok =
		trust.certificates != NULL && trust.lists != NULL ? trust_read(&trust, value, error) : ssmtp_error_nomem(error);
	sk_X509_pop_free(trust.certificates, X509_free);
	sk_X509_CRL_pop_free(trust.lists, X509_CRL_free);
	ERR_pop_to_mark();
	return ok;
}
