/* Revocation of the server's leaf certificate: CRL (RFC 5280 section 6.3) and
 * OCSP (RFC 6960), the stapled answer (RFC 6066 section 8) first. Nothing is
 * fetched for a certificate that was refused already: whoever made it would
 * choose the address. */
#include "crypto/tls_internal.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>

#include "base/alloc.h"
#include "crypto/tls_fetch.h"

#define OCSP_CLOCK_SKEW_S 300
#define OCSP_AGE_MAX_S (7 * 86400) /* an answer without nextUpdate */

typedef enum revocation_phase {
	PHASE_CRL_BEGIN,
	PHASE_CRL_FETCH,
	PHASE_OCSP_BEGIN,
	PHASE_OCSP_FETCH,
	PHASE_DONE
} revocation_phase;

typedef enum ocsp_status { OCSP_STATUS_UNKNOWN, OCSP_STATUS_GOOD, OCSP_STATUS_REVOKED } ocsp_status;

struct ssmtp_revocation {
	revocation_phase phase;
	int64_t deadline_ms;
	ssmtp_fetch fetch;
	OCSP_REQUEST *request;
};

void ssmtp_tls_revocation_free(ssmtp_revocation **revocation)
{
	if (*revocation == NULL) {
		return;
	}
	ssmtp_fetch_reset(&(*revocation)->fetch);
	OCSP_REQUEST_free((*revocation)->request);
	ssmtp_free(*revocation);
	*revocation = NULL;
}

/* A check without result: level 1 goes on and says so, level 2 refuses. */
static void revocation_unknown(ssmtp_tls *tls, int level, const char *what, int code)
{
	ssmtp_tls_status_add(tls, "%s: the revocation status could not be found out.", what);
	if (level >= 2) {
		ssmtp_tls_verify_add(tls, code, 0);
	}
}

/* A fetch that is out of time counts as one that failed. */
static ssmtp_io revocation_fetch(ssmtp_tls *tls, int64_t now_ms, BIO **der)
{
	ssmtp_revocation *revocation = tls->revocation;
	ssmtp_io io = ssmtp_fetch_step(&revocation->fetch, tls, now_ms, der);

	if (io == SSMTP_IO_WAIT && ssmtp_deadline_passed(revocation->deadline_ms, now_ms)) {
		ssmtp_tls_status_add(tls, "Fetching the revocation status took too long.");
		return SSMTP_IO_END;
	}
	return io;
}

/* -- CRL -- */

static void crl_add_point(ssmtp_fetch *fetch, const DIST_POINT *point)
{
	GENERAL_NAMES *names;

	if (point->distpoint == NULL || point->distpoint->type != 0 || point->reasons != NULL) {
		return;
	}
	names = point->distpoint->name.fullname;
	for (int i = 0; i < sk_GENERAL_NAME_num(names); i++) {
		const GENERAL_NAME *name = sk_GENERAL_NAME_value(names, i);
		const ASN1_IA5STRING *uri = name->d.uniformResourceIdentifier;
		char url[SSMTP_FETCH_URL_LEN_MAX + 1];
		int len = name->type == GEN_URI ? ASN1_STRING_length(uri) : 0;

		if (len > 0 && len <= SSMTP_FETCH_URL_LEN_MAX &&
			memchr(ASN1_STRING_get0_data(uri), '\0', (size_t) len) == NULL) {
			memcpy(url, ASN1_STRING_get0_data(uri), (size_t) len);
			url[len] = '\0';
			ssmtp_fetch_add_url(fetch, url);
		}
	}
}

static ssmtp_io crl_begin(ssmtp_tls *tls)
{
	STACK_OF(DIST_POINT) * points;

	if (tls->options.check_crl <= 0) {
		tls->revocation->phase = PHASE_OCSP_BEGIN;
		return SSMTP_IO_DONE;
	}
	points = X509_get_ext_d2i(tls->leaf, NID_crl_distribution_points, NULL, NULL);
	for (int i = 0; i < sk_DIST_POINT_num(points); i++) {
		crl_add_point(&tls->revocation->fetch, sk_DIST_POINT_value(points, i));
	}
	sk_DIST_POINT_pop_free(points, DIST_POINT_free);
	tls->revocation->phase = PHASE_CRL_FETCH;
	return SSMTP_IO_DONE;
}

static ssmtp_io crl_fetch(ssmtp_tls *tls, int64_t now_ms, ssmtp_error *error)
{
	BIO *der = NULL;
	ssmtp_io io = revocation_fetch(tls, now_ms, &der);
	X509_CRL *crl;
	bool ok = true;

	if (io == SSMTP_IO_WAIT) {
		return io;
	}
	crl = io == SSMTP_IO_DONE ? d2i_X509_CRL_bio(der, NULL) : NULL;
	ssmtp_fetch_reset(&tls->revocation->fetch);
	tls->revocation->phase = PHASE_OCSP_BEGIN;
	if (crl == NULL) {
		revocation_unknown(tls, tls->options.check_crl, "SSLCheckCRL", X509_V_ERR_UNABLE_TO_GET_CRL);
	} else {
		ok = ssmtp_tls_verify_chain(tls, crl, error);
	}
	X509_CRL_free(crl);
	return ok ? SSMTP_IO_DONE : SSMTP_IO_ERROR;
}

/* -- OCSP -- */

/* The answer about this certificate, whatever hash its CertID was made with; NULL if there is none. */
static OCSP_SINGLERESP *ocsp_find(OCSP_BASICRESP *basic, X509 *leaf, X509 *issuer)
{
	for (int i = 0; i < OCSP_resp_count(basic); i++) {
		OCSP_SINGLERESP *single = OCSP_resp_get0(basic, i);
		const OCSP_CERTID *theirs = OCSP_SINGLERESP_get0_id(single);
		ASN1_OBJECT *algorithm = NULL;
		const EVP_MD *digest;
		OCSP_CERTID *ours;
		int differs;

		OCSP_id_get0_info(NULL, &algorithm, NULL, NULL, (OCSP_CERTID *) theirs);
		digest = algorithm == NULL ? NULL : EVP_get_digestbyobj(algorithm);
		ours = digest == NULL ? NULL : OCSP_cert_to_id(digest, leaf, issuer);
		if (ours == NULL) {
			continue;
		}
		differs = OCSP_id_cmp(ours, theirs);
		OCSP_CERTID_free(ours);
		if (differs == 0) {
			return single;
		}
	}
	return NULL;
}

static ocsp_status ocsp_judge_single(OCSP_SINGLERESP *single)
{
	ASN1_GENERALIZEDTIME *this_update = NULL;
	ASN1_GENERALIZEDTIME *next_update = NULL;
	int status = OCSP_single_get0_status(single, NULL, NULL, &this_update, &next_update);

	if (!OCSP_check_validity(this_update, next_update, OCSP_CLOCK_SKEW_S, next_update == NULL ? OCSP_AGE_MAX_S : -1)) {
		return OCSP_STATUS_UNKNOWN;
	}
	if (status == V_OCSP_CERTSTATUS_REVOKED) {
		return OCSP_STATUS_REVOKED;
	}
	return status == V_OCSP_CERTSTATUS_GOOD ? OCSP_STATUS_GOOD : OCSP_STATUS_UNKNOWN;
}

static ocsp_status ocsp_judge(ssmtp_tls *tls, OCSP_RESPONSE *response, const char *source)
{
	OCSP_BASICRESP *basic = NULL;
	OCSP_SINGLERESP *single = NULL;
	ocsp_status status = OCSP_STATUS_UNKNOWN;

	if (response != NULL && OCSP_response_status(response) == OCSP_RESPONSE_STATUS_SUCCESSFUL) {
		basic = OCSP_response_get1_basic(response);
	}
	if (basic != NULL && OCSP_basic_verify(basic, tls->chain, ssmtp_trust_store(tls->trust), 0) == 1) {
		single = ocsp_find(basic, tls->leaf, sk_X509_value(tls->chain, 1));
	}
	if (single != NULL) {
		status = ocsp_judge_single(single);
	}
	OCSP_BASICRESP_free(basic);
	ERR_clear_error();
	ssmtp_tls_status_add(tls, "OCSP answer %s: %s.", source,
		status == OCSP_STATUS_GOOD      ? "good"
		: status == OCSP_STATUS_REVOKED ? "revoked"
										: "of no use");
	return status;
}

static ocsp_status ocsp_judge_stapled(ssmtp_tls *tls)
{
	const unsigned char *der = NULL;
	long len = SSL_get_tlsext_status_ocsp_resp(tls->ssl, &der);
	OCSP_RESPONSE *response;
	ocsp_status status;

	if (len <= 0 || der == NULL) {
		return OCSP_STATUS_UNKNOWN;
	}
	response = d2i_OCSP_RESPONSE(NULL, &der, len);
	status = ocsp_judge(tls, response, "stapled");
	OCSP_RESPONSE_free(response);
	return status;
}

static void ocsp_end(ssmtp_tls *tls, ocsp_status status)
{
	ssmtp_fetch_reset(&tls->revocation->fetch);
	tls->revocation->phase = PHASE_DONE;
	if (status == OCSP_STATUS_REVOKED) {
		ssmtp_tls_verify_add(tls, X509_V_ERR_CERT_REVOKED, 0);
	} else if (status == OCSP_STATUS_UNKNOWN) {
		revocation_unknown(tls, tls->options.check_ocsp, "SSLCheckOCSP", X509_V_ERR_OCSP_VERIFY_NEEDED);
	}
}

static bool ocsp_make_request(ssmtp_tls *tls)
{
	OCSP_CERTID *id = OCSP_cert_to_id(NULL, tls->leaf, sk_X509_value(tls->chain, 1));

	tls->revocation->request = OCSP_REQUEST_new();
	if (id == NULL || tls->revocation->request == NULL || !OCSP_request_add0_id(tls->revocation->request, id)) {
		OCSP_CERTID_free(id);
		return false;
	}
	return true;
}

static ssmtp_io ocsp_begin(ssmtp_tls *tls, ssmtp_error *error)
{
	ocsp_status status;
	STACK_OF(OPENSSL_STRING) * urls;

	if (tls->options.check_ocsp <= 0 || !ssmtp_tls_verify_accepts(tls)) {
		tls->revocation->phase = PHASE_DONE;
		return SSMTP_IO_DONE;
	}
	/* Without the issuer no answer can be matched. */
	status = sk_X509_num(tls->chain) > 1 ? ocsp_judge_stapled(tls) : OCSP_STATUS_UNKNOWN;
	if (status != OCSP_STATUS_UNKNOWN || sk_X509_num(tls->chain) < 2) {
		ocsp_end(tls, status);
		return SSMTP_IO_DONE;
	}
	if (!ocsp_make_request(tls)) {
		ssmtp_error_nomem(error);
		return SSMTP_IO_ERROR;
	}
	urls = X509_get1_ocsp(tls->leaf);
	for (int i = 0; i < sk_OPENSSL_STRING_num(urls); i++) {
		ssmtp_fetch_add_url(&tls->revocation->fetch, sk_OPENSSL_STRING_value(urls, i));
	}
	X509_email_free(urls);
	tls->revocation->fetch.post = tls->revocation->request;
	tls->revocation->phase = PHASE_OCSP_FETCH;
	return SSMTP_IO_DONE;
}

static ssmtp_io ocsp_fetch(ssmtp_tls *tls, int64_t now_ms)
{
	BIO *der = NULL;
	ssmtp_io io = revocation_fetch(tls, now_ms, &der);
	OCSP_RESPONSE *response;
	ocsp_status status = OCSP_STATUS_UNKNOWN;

	if (io == SSMTP_IO_WAIT) {
		return io;
	}
	if (io == SSMTP_IO_DONE) {
		response = d2i_OCSP_RESPONSE_bio(der, NULL);
		status = ocsp_judge(tls, response, "fetched");
		OCSP_RESPONSE_free(response);
	}
	ocsp_end(tls, status);
	return SSMTP_IO_DONE;
}

/* -- the sequence -- */

static bool revocation_begin(ssmtp_tls *tls, int64_t now_ms, ssmtp_error *error)
{
	if (tls->revocation != NULL) {
		return true;
	}
	tls->revocation = ssmtp_alloc_zero(sizeof(*tls->revocation));
	if (tls->revocation == NULL) {
		return ssmtp_error_nomem(error);
	}
	tls->revocation->deadline_ms = ssmtp_deadline_after(now_ms, tls->options.fetch_timeout_ms);
	tls->revocation->phase = ssmtp_tls_verify_accepts(tls) ? PHASE_CRL_BEGIN : PHASE_DONE;
	return true;
}

static ssmtp_io revocation_phase_step(ssmtp_tls *tls, int64_t now_ms, ssmtp_error *error)
{
	switch (tls->revocation->phase) {
	case PHASE_CRL_BEGIN:
		return crl_begin(tls);
	case PHASE_CRL_FETCH:
		return crl_fetch(tls, now_ms, error);
	case PHASE_OCSP_BEGIN:
		return ocsp_begin(tls, error);
	case PHASE_OCSP_FETCH:
		return ocsp_fetch(tls, now_ms);
	case PHASE_DONE:
		break;
	}
	return SSMTP_IO_DONE;
}

ssmtp_io ssmtp_tls_revocation_step(ssmtp_tls *tls, int64_t now_ms, ssmtp_error *error)
{
	if (tls->options.check_crl <= 0 && tls->options.check_ocsp <= 0) {
		return SSMTP_IO_DONE;
	}
	if (!revocation_begin(tls, now_ms, error)) {
		return SSMTP_IO_ERROR;
	}
	while (tls->revocation->phase != PHASE_DONE) {
		ssmtp_io io = revocation_phase_step(tls, now_ms, error);

		if (io != SSMTP_IO_DONE) {
			return io;
		}
	}
	return SSMTP_IO_DONE;
}

void ssmtp_tls_revocation_want(ssmtp_tls *tls, ssmtp_wait *wait)
{
	wait->deadline_ms = ssmtp_deadline_earlier(wait->deadline_ms, tls->revocation->deadline_ms);
	ssmtp_fetch_want(&tls->revocation->fetch, wait);
}
