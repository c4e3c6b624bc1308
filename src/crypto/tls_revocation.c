/* Revocation of the server's certificate, and on level 3 of those between it and the
 * anchor: CRL (RFC 5280 section 6.3) and OCSP (RFC 6960), the stapled answer (RFC 6066
 * section 8) first. Nothing is fetched unless the chain stands with nothing waived:
 * whoever made the certificate would choose the address. */
#include "crypto/tls_internal.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>

#include "base/alloc.h"
#include "crypto/strength.h"
#include "crypto/tls_fetch.h"

#define OCSP_CLOCK_SKEW_S 300
#define OCSP_AGE_MAX_S (7 * 86400) /* an answer without nextUpdate */
#define LEVEL_REQUIRED 2
#define LEVEL_CHAIN 3 /* as required, for the whole chain */

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
	int depth; /* of the certificate that is looked at */
	ssmtp_fetch fetch;
	STACK_OF(X509_CRL) * lists;
	OCSP_REQUEST *request;
};

void ssmtp_tls_revocation_free(ssmtp_revocation **revocation)
{
	if (*revocation == NULL) {
		return;
	}
	ssmtp_fetch_reset(&(*revocation)->fetch);
	OCSP_REQUEST_free((*revocation)->request);
	sk_X509_CRL_pop_free((*revocation)->lists, X509_CRL_free);
	ssmtp_free(*revocation);
	*revocation = NULL;
}

/* A check without result: level 1 goes on and says so, level 2 refuses. */
static void revocation_unknown(ssmtp_tls *tls, int level, const char *what, int code)
{
	ssmtp_tls_status_add(tls, "%s: the revocation status could not be found out.", what);
	if (level >= LEVEL_REQUIRED) {
		ssmtp_tls_verify_add(tls, code, tls->revocation->depth);
	}
}

/* Depth of the last certificate to look at: an anchor is trusted by being there. */
static int revocation_last(const ssmtp_tls *tls, int level)
{
	int between = sk_X509_num(tls->chain) - 2;

	return level >= LEVEL_CHAIN && between > 0 ? between : 0;
}

static X509 *revocation_certificate(const ssmtp_tls *tls)
{
	return tls->revocation->depth == 0 ? tls->leaf : sk_X509_value(tls->chain, tls->revocation->depth);
}

/* May the addresses in the certificate be used? */
static bool revocation_may_fetch(ssmtp_tls *tls)
{
	if (!tls->chain_stands) {
		ssmtp_tls_status_add(tls, "Nothing is fetched for a certificate whose chain does not stand by itself.");
	}
	return tls->chain_stands;
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
	if (!revocation_may_fetch(tls)) {
		revocation_unknown(tls, tls->options.check_crl, "SSLCheckCRL", X509_V_ERR_UNABLE_TO_GET_CRL);
		tls->revocation->phase = PHASE_OCSP_BEGIN;
		return SSMTP_IO_DONE;
	}
	points = X509_get_ext_d2i(revocation_certificate(tls), NID_crl_distribution_points, NULL, NULL);
	for (int i = 0; i < sk_DIST_POINT_num(points); i++) {
		crl_add_point(&tls->revocation->fetch, sk_DIST_POINT_value(points, i));
	}
	sk_DIST_POINT_pop_free(points, DIST_POINT_free);
	tls->revocation->phase = PHASE_CRL_FETCH;
	return SSMTP_IO_DONE;
}

/* What was fetched, if it is a list and signed strongly enough. */
static X509_CRL *crl_decode(ssmtp_tls *tls, BIO *der)
{
	X509_CRL *crl = d2i_X509_CRL_bio(der, NULL);
	const X509_ALGOR *algorithm = NULL;

	if (crl != NULL) {
		X509_CRL_get0_signature(crl, NULL, &algorithm);
	}
	if (crl != NULL && !ssmtp_signature_is_strong(algorithm, tls->context->auth_level)) {
		ssmtp_tls_status_add(tls, "The revocation list is of no use: it is signed with a digest that is too weak.");
		X509_CRL_free(crl);
		crl = NULL;
	}
	return crl;
}

static bool crl_keep(ssmtp_tls *tls, X509_CRL *crl, ssmtp_error *error)
{
	if (tls->revocation->lists == NULL) {
		tls->revocation->lists = sk_X509_CRL_new_null();
	}
	if (tls->revocation->lists != NULL && (crl == NULL || sk_X509_CRL_push(tls->revocation->lists, crl) > 0)) {
		return true;
	}
	X509_CRL_free(crl);
	return ssmtp_error_nomem(error);
}

/* On level 3 OpenSSL tells which list is missing, and where. */
static bool crl_judge(ssmtp_tls *tls, ssmtp_error *error)
{
	bool all = tls->options.check_crl >= LEVEL_CHAIN;

	tls->revocation->depth = 0;
	tls->revocation->phase = PHASE_OCSP_BEGIN;
	if (!all && sk_X509_CRL_num(tls->revocation->lists) == 0) {
		revocation_unknown(tls, tls->options.check_crl, "SSLCheckCRL", X509_V_ERR_UNABLE_TO_GET_CRL);
		return true;
	}
	return ssmtp_tls_verify_chain(tls, tls->revocation->lists, all, error);
}

static ssmtp_io crl_fetch(ssmtp_tls *tls, int64_t now_ms, ssmtp_error *error)
{
	BIO *der = NULL;
	ssmtp_io io = revocation_fetch(tls, now_ms, &der);
	bool ok;

	if (io == SSMTP_IO_WAIT) {
		return io;
	}
	ok = crl_keep(tls, io == SSMTP_IO_DONE ? crl_decode(tls, der) : NULL, error);
	ssmtp_fetch_reset(&tls->revocation->fetch);
	if (ok && tls->revocation->depth < revocation_last(tls, tls->options.check_crl)) {
		tls->revocation->depth++;
		tls->revocation->phase = PHASE_CRL_BEGIN;
		return SSMTP_IO_DONE;
	}
	return ok && crl_judge(tls, error) ? SSMTP_IO_DONE : SSMTP_IO_ERROR;
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

/* RFC 6960 section 4.2.2.1, with some allowance for clocks. Without nextUpdate newer answers may always be there. */
static bool ocsp_is_current(const ASN1_TIME *this_update, const ASN1_TIME *next_update, int64_t now_s)
{
	int64_t this_s, next_s;

	if (!ssmtp_ossl_time(this_update, &this_s) || this_s > now_s + OCSP_CLOCK_SKEW_S) {
		return false;
	}
	if (next_update == NULL) {
		return this_s >= now_s - OCSP_AGE_MAX_S;
	}
	return ssmtp_ossl_time(next_update, &next_s) && next_s >= this_s && next_s >= now_s - OCSP_CLOCK_SKEW_S;
}

static ocsp_status ocsp_judge_single(OCSP_SINGLERESP *single, int64_t now_s)
{
	ASN1_GENERALIZEDTIME *this_update = NULL;
	ASN1_GENERALIZEDTIME *next_update = NULL;
	int status = OCSP_single_get0_status(single, NULL, NULL, &this_update, &next_update);

	if (!ocsp_is_current(this_update, next_update, now_s)) {
		return OCSP_STATUS_UNKNOWN;
	}
	if (status == V_OCSP_CERTSTATUS_REVOKED) {
		return OCSP_STATUS_REVOKED;
	}
	return status == V_OCSP_CERTSTATUS_GOOD ? OCSP_STATUS_GOOD : OCSP_STATUS_UNKNOWN;
}

/* The chain of who signed the answer, by the same security level as the server's: OCSP_basic_verify() has none. */
static bool ocsp_signer_is_strong(ssmtp_tls *tls, OCSP_BASICRESP *basic)
{
	X509_STORE_CTX *store = X509_STORE_CTX_new();
	STACK_OF(X509) *known = sk_X509_dup(tls->chain);
	const STACK_OF(X509) *sent = OCSP_resp_get0_certs(basic);
	X509 *signer = NULL;
	bool ok = store != NULL && known != NULL && OCSP_resp_get0_signer(basic, &signer, tls->chain) == 1;

	for (int i = 0; ok && i < sk_X509_num(sent); i++) {
		ok = sk_X509_push(known, sk_X509_value(sent, i)) > 0;
	}
	ok = ok && X509_STORE_CTX_init(store, ssmtp_trust_store(tls->trust), signer, known);
	if (ok) {
		X509_VERIFY_PARAM_set_auth_level(X509_STORE_CTX_get0_param(store), tls->context->auth_level);
		ok = X509_verify_cert(store) == 1;
	}
	sk_X509_free(known);
	X509_STORE_CTX_free(store);
	return ok;
}

static bool ocsp_is_signed(ssmtp_tls *tls, OCSP_BASICRESP *basic)
{
	return OCSP_basic_verify(basic, tls->chain, ssmtp_trust_store(tls->trust), 0) == 1 &&
		   ssmtp_signature_is_strong(OCSP_resp_get0_tbs_sigalg(basic), tls->context->auth_level) &&
		   ocsp_signer_is_strong(tls, basic);
}

static ocsp_status ocsp_judge(ssmtp_tls *tls, OCSP_RESPONSE *response, const char *source)
{
	OCSP_BASICRESP *basic = NULL;
	OCSP_SINGLERESP *single = NULL;
	ocsp_status status = OCSP_STATUS_UNKNOWN;

	if (response != NULL && OCSP_response_status(response) == OCSP_RESPONSE_STATUS_SUCCESSFUL) {
		basic = OCSP_response_get1_basic(response);
	}
	if (basic != NULL && ocsp_is_signed(tls, basic)) {
		single = ocsp_find(basic, revocation_certificate(tls), sk_X509_value(tls->chain, tls->revocation->depth + 1));
	}
	if (single != NULL) {
		status = ocsp_judge_single(single, ssmtp_tls_now(tls));
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

/* One certificate is looked at; the next above it, or the end. */
static void ocsp_end(ssmtp_tls *tls, ocsp_status status)
{
	ssmtp_revocation *revocation = tls->revocation;

	ssmtp_fetch_reset(&revocation->fetch);
	revocation->phase = PHASE_DONE;
	if (status == OCSP_STATUS_REVOKED) {
		ssmtp_tls_verify_add(tls, X509_V_ERR_CERT_REVOKED, revocation->depth);
		return;
	}
	if (status == OCSP_STATUS_UNKNOWN) {
		revocation_unknown(tls, tls->options.check_ocsp, "SSLCheckOCSP", X509_V_ERR_OCSP_VERIFY_NEEDED);
	}
	if (revocation->depth < revocation_last(tls, tls->options.check_ocsp)) {
		revocation->depth++;
		revocation->phase = PHASE_OCSP_BEGIN;
	}
}

static bool ocsp_make_request(ssmtp_tls *tls)
{
	ssmtp_revocation *revocation = tls->revocation;
	OCSP_CERTID *id =
		OCSP_cert_to_id(NULL, revocation_certificate(tls), sk_X509_value(tls->chain, revocation->depth + 1));

	OCSP_REQUEST_free(revocation->request);
	revocation->request = OCSP_REQUEST_new();
	if (id == NULL || revocation->request == NULL || !OCSP_request_add0_id(revocation->request, id)) {
		OCSP_CERTID_free(id);
		return false;
	}
	return true;
}

static void ocsp_add_addresses(ssmtp_tls *tls)
{
	STACK_OF(OPENSSL_STRING) *urls = X509_get1_ocsp(revocation_certificate(tls));

	for (int i = 0; i < sk_OPENSSL_STRING_num(urls); i++) {
		ssmtp_fetch_add_url(&tls->revocation->fetch, sk_OPENSSL_STRING_value(urls, i));
	}
	X509_email_free(urls);
}

static ssmtp_io ocsp_begin(ssmtp_tls *tls, ssmtp_error *error)
{
	ocsp_status status = OCSP_STATUS_UNKNOWN;
	bool issued = sk_X509_num(tls->chain) > tls->revocation->depth + 1;

	if (tls->options.check_ocsp <= 0 || !ssmtp_tls_verify_accepts(tls)) {
		tls->revocation->phase = PHASE_DONE;
		return SSMTP_IO_DONE;
	}
	/* Without the issuer no answer can be matched; what is stapled is about the leaf. */
	if (issued && tls->revocation->depth == 0) {
		status = ocsp_judge_stapled(tls);
	}
	if (status != OCSP_STATUS_UNKNOWN || !issued || !revocation_may_fetch(tls)) {
		ocsp_end(tls, status);
		return SSMTP_IO_DONE;
	}
	if (!ocsp_make_request(tls)) {
		ssmtp_error_nomem(error);
		return SSMTP_IO_ERROR;
	}
	ocsp_add_addresses(tls);
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
