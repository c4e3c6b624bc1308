/* The verdict on the server's certificate: path validation (RFC 5280), name of
 * the server (RFC 9525), signature algorithm, and what the settings waive. It
 * runs when the handshake is over; OpenSSL's callback only records. */
#include "crypto/tls_internal.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>

#define CERTIFICATE_NAMES_MAX ((size_t) 1 << 22)
#define NAMES_SHOWN_MAX ((size_t) 200)

void ssmtp_tls_verify_add(ssmtp_tls *tls, int code, int depth)
{
	for (size_t i = 0; i < tls->reason_count; i++) {
		if (tls->reasons[i].code == code && tls->reasons[i].depth == depth) {
			return;
		}
	}
	if (tls->reason_count < SSMTP_TLS_REASONS_MAX) {
		tls->reasons[tls->reason_count++] = (ssmtp_tls_reason){ code, depth };
	} else {
		/* A long chain of faults that are waived must not hide the one that is not: nobody waives this. */
		tls->reasons[SSMTP_TLS_REASONS_MAX - 1] = (ssmtp_tls_reason){ X509_V_ERR_UNSPECIFIED, depth };
	}
}

static bool verify_is_name(int code)
{
	return code == X509_V_ERR_HOSTNAME_MISMATCH || code == X509_V_ERR_IP_ADDRESS_MISMATCH;
}

static int verify_ex_index(void)
{
	return SSL_get_ex_data_X509_STORE_CTX_idx();
}

/* Records what was found wrong and lets the validation go on to the end. */
static int verify_on_step(int holds, X509_STORE_CTX *store)
{
	if (!holds) {
		ssmtp_tls *tls = SSL_get_app_data(X509_STORE_CTX_get_ex_data(store, verify_ex_index()));

		ssmtp_tls_verify_add(tls, X509_STORE_CTX_get_error(store), X509_STORE_CTX_get_error_depth(store));
	}
	return 1;
}

/* RFC 9525: the common name is no name of a host (section 2); a wildcard is the whole left-most label (6.3). */
static bool verify_set_name(X509_VERIFY_PARAM *param, const char *host)
{
	if (X509_VERIFY_PARAM_set1_ip_asc(param, host)) {
		return true;
	}
	ERR_clear_error();
	X509_VERIFY_PARAM_set_hostflags(
		param, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS | X509_CHECK_FLAG_NEVER_CHECK_SUBJECT);
	return X509_VERIFY_PARAM_set1_host(param, host, 0);
}

static bool verify_prepare(ssmtp_tls *tls, X509_STORE_CTX *store, STACK_OF(X509_CRL) * lists, bool all)
{
	X509_VERIFY_PARAM *param;

	if (!X509_STORE_CTX_init(store, ssmtp_trust_store(tls->trust), tls->leaf, SSL_get_peer_cert_chain(tls->ssl)) ||
		!X509_STORE_CTX_set_default(store, "ssl_server") ||
		!X509_STORE_CTX_set_ex_data(store, verify_ex_index(), tls->ssl)) {
		return false;
	}
	param = X509_STORE_CTX_get0_param(store);
	X509_VERIFY_PARAM_set_auth_level(param, tls->context->auth_level);
	if (tls->options.now_s != 0) {
		X509_VERIFY_PARAM_set_time(param, (time_t) tls->options.now_s);
	}
	if (!verify_set_name(param, tls->host)) {
		return false;
	}
	if (lists != NULL) {
		X509_STORE_CTX_set0_crls(store, lists);
		X509_VERIFY_PARAM_set_flags(param, X509_V_FLAG_CRL_CHECK | (all ? X509_V_FLAG_CRL_CHECK_ALL : 0));
	}
	X509_STORE_CTX_set_verify_cb(store, verify_on_step);
	return true;
}

/* The leaf's own signature by the list of the negotiated version. */
static void verify_signature(ssmtp_tls *tls)
{
	const char *names = SSL_version(tls->ssl) >= TLS1_3_VERSION ? tls->tls13_sigalgs : tls->tls12_sigalgs;
	int digest_nid = NID_undef;
	int key_nid = NID_undef;

	X509_get_signature_info(tls->leaf, &digest_nid, &key_nid, NULL, NULL);
	tls->signature_refused = !ssmtp_tls_sigalg_allowed(ssmtp_slice_str(names), digest_nid, key_nid);
}

/* Is the name the only thing that was found wrong? */
static bool verify_stands(const ssmtp_tls *tls)
{
	for (size_t i = 0; i < tls->reason_count; i++) {
		if (!verify_is_name(tls->reasons[i].code)) {
			return false;
		}
	}
	return !tls->signature_refused;
}

bool ssmtp_tls_verify_chain(ssmtp_tls *tls, STACK_OF(X509_CRL) * lists, bool all, ssmtp_error *error)
{
	X509_STORE_CTX *store = X509_STORE_CTX_new();
	bool ok = false;

	tls->reason_count = 0;
	sk_X509_pop_free(tls->chain, X509_free);
	tls->chain = NULL;
	if (lists == NULL && ssmtp_tls_session_proves(tls)) {
		tls->chain = X509_chain_up_ref(tls->proof.chain);
		verify_signature(tls);
		ok = true;
		goto done;
	}
	if (store == NULL || !verify_prepare(tls, store, lists, all)) {
		ssmtp_ossl_error(error, SSMTP_ERROR_TLS, SSMTP_E_HANDSHAKE, "the server certificate cannot be verified");
		goto done;
	}
	/* verify_on_step() lets everything pass: 0 or less means that the validation itself broke. */
	if (X509_verify_cert(store) <= 0) {
		ssmtp_tls_verify_add(tls, X509_V_ERR_UNSPECIFIED, 0);
	}
	tls->chain = X509_STORE_CTX_get1_chain(store);
	verify_signature(tls);
	ok = true;
done:
	if (ok && lists == NULL) {
		tls->chain_stands = verify_stands(tls);
	}
	ERR_clear_error();
	X509_STORE_CTX_free(store);
	return ok;
}

/* -- SSLSecurityFlags -- */

enum { DEPTH_ANY, DEPTH_LEAF, DEPTH_BETWEEN, DEPTH_ROOT };
enum { FLAGS_UNKNOWN_CA = 0x10 | 0x4000 | 0x8000 };

static const struct {
	int code;
	uint32_t flags;
	int where;
} waivers[] = {
	{ X509_V_ERR_CERT_HAS_EXPIRED, 0x1, DEPTH_ANY },
	{ X509_V_ERR_CERT_NOT_YET_VALID, 0x1, DEPTH_ANY },
	{ X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, 0x10, DEPTH_ANY },
	{ X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY, 0x10, DEPTH_ANY },
	{ X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, 0x10, DEPTH_ANY },
	{ X509_V_ERR_CERT_UNTRUSTED, 0x10, DEPTH_ANY },
	{ X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN, FLAGS_UNKNOWN_CA, DEPTH_ANY },
	{ X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, FLAGS_UNKNOWN_CA, DEPTH_ANY },
	{ X509_V_ERR_INVALID_PURPOSE, 0x20, DEPTH_ANY },
	{ X509_V_ERR_UNABLE_TO_GET_CRL, 0x100, DEPTH_LEAF },
	{ X509_V_ERR_CRL_HAS_EXPIRED, 0x100, DEPTH_LEAF },
	{ X509_V_ERR_CRL_NOT_YET_VALID, 0x100, DEPTH_LEAF },
	{ X509_V_ERR_OCSP_VERIFY_NEEDED, 0x100, DEPTH_LEAF },
	{ X509_V_ERR_OCSP_VERIFY_NEEDED, 0x400, DEPTH_BETWEEN },
	{ X509_V_ERR_UNABLE_TO_GET_CRL, 0x400, DEPTH_BETWEEN },
	{ X509_V_ERR_CRL_HAS_EXPIRED, 0x400, DEPTH_BETWEEN },
	{ X509_V_ERR_CRL_NOT_YET_VALID, 0x400, DEPTH_BETWEEN },
	{ X509_V_ERR_UNABLE_TO_GET_CRL, 0x800, DEPTH_ROOT },
	{ X509_V_ERR_CRL_HAS_EXPIRED, 0x800, DEPTH_ROOT },
	{ X509_V_ERR_CRL_NOT_YET_VALID, 0x800, DEPTH_ROOT },
	{ X509_V_ERR_HOSTNAME_MISMATCH, 0x80000000u, DEPTH_ANY },
	{ X509_V_ERR_IP_ADDRESS_MISMATCH, 0x80000000u, DEPTH_ANY },
};

static int verify_where(const ssmtp_tls *tls, int depth)
{
	if (depth == 0) {
		return DEPTH_LEAF;
	}
	return depth + 1 >= sk_X509_num(tls->chain) ? DEPTH_ROOT : DEPTH_BETWEEN;
}

static bool verify_waived(const ssmtp_tls *tls, const ssmtp_tls_reason *reason)
{
	int where = verify_where(tls, reason->depth);

	for (size_t i = 0; i < sizeof(waivers) / sizeof(waivers[0]); i++) {
		if (waivers[i].code == reason->code && (waivers[i].where == DEPTH_ANY || waivers[i].where == where) &&
			(waivers[i].flags & tls->options.security_flags) != 0) {
			return true;
		}
	}
	return false;
}

bool ssmtp_tls_verify_accepts(const ssmtp_tls *tls)
{
	for (size_t i = 0; i < tls->reason_count; i++) {
		if (!verify_waived(tls, &tls->reasons[i])) {
			return false;
		}
	}
	return !tls->signature_refused;
}

/* -- the verdict -- */

static bool verify_join(ssmtp_tls *tls, const char *text)
{
	return ssmtp_buf_printf(&tls->reason_text, "%s%s", ssmtp_buf_len(&tls->reason_text) == 0 ? "" : "; ", text);
}

static bool verify_listed_before(const ssmtp_tls *tls, size_t index)
{
	for (size_t i = 0; i < index; i++) {
		if (tls->reasons[i].code == tls->reasons[index].code && !verify_waived(tls, &tls->reasons[i])) {
			return true;
		}
	}
	return false;
}

/* Reasons that count: those of the chain, or those of the name. */
static bool verify_join_reasons(ssmtp_tls *tls, bool names)
{
	for (size_t i = 0; i < tls->reason_count; i++) {
		int code = tls->reasons[i].code;

		if (verify_is_name(code) != names || verify_waived(tls, &tls->reasons[i]) || verify_listed_before(tls, i)) {
			continue;
		}
		if (!verify_join(tls, X509_verify_cert_error_string(code))) {
			return false;
		}
		if (tls->verdict.verify_error == X509_V_OK) {
			tls->verdict.verify_error = code;
		}
	}
	return true;
}

static bool verify_join_signature(ssmtp_tls *tls)
{
	if (!tls->signature_refused) {
		return true;
	}
	if (tls->verdict.verify_error == X509_V_OK) {
		tls->verdict.verify_error = X509_V_ERR_APPLICATION_VERIFICATION;
	}
	return verify_join(tls, "signature algorithm not allowed by the settings: ") &&
		   ssmtp_buf_append_str(&tls->reason_text, OBJ_nid2ln(X509_get_signature_nid(tls->leaf)));
}

static bool verify_join_pin(ssmtp_tls *tls)
{
	if (tls->verdict.verify_error == X509_V_OK) {
		tls->verdict.verify_error = X509_V_ERR_APPLICATION_VERIFICATION;
	}
	return verify_join(tls, "not the certificate of SSLAcceptServerCertEncoded, and SSLPinnedOnly allows no other");
}

static bool verify_pinned(const ssmtp_tls *tls)
{
	return tls->accept != NULL && X509_cmp(tls->accept, tls->leaf) == 0;
}

static bool verify_status(ssmtp_tls *tls)
{
	bool pinned = verify_pinned(tls);
	bool other = tls->options.pinned_only && !pinned;

	if (!pinned &&
		(!verify_join_reasons(tls, false) || !verify_join_signature(tls) || !verify_join_reasons(tls, true))) {
		return false;
	}
	if (other && !verify_join_pin(tls)) {
		return false;
	}
	tls->verdict.accept = (tls->options.accept_any && !other) || tls->verdict.verify_error == X509_V_OK;
	return tls->verdict.verify_error != X509_V_OK || ssmtp_buf_append_str(&tls->reason_text, "OK");
}

/* Nothing was found wrong, be it waived or not. */
static bool verify_clean(const ssmtp_tls *tls)
{
	return tls->reason_count == 0 && !tls->signature_refused && (!tls->options.pinned_only || verify_pinned(tls));
}

static bool verify_name_counts(const ssmtp_tls *tls)
{
	for (size_t i = 0; i < tls->reason_count; i++) {
		if (verify_is_name(tls->reasons[i].code) && !verify_waived(tls, &tls->reasons[i])) {
			return !verify_pinned(tls);
		}
	}
	return false;
}

/* What a certificate names may hold any octet: only what can be shown is, and the beginning of a long list. */
static bool verify_append_shown(ssmtp_buf *out, ssmtp_slice names)
{
	bool ok = true;

	for (size_t i = 0; ok && i < names.len && i < NAMES_SHOWN_MAX; i++) {
		ok = ssmtp_buf_append_octet(out, names.ptr[i] < ' ' || names.ptr[i] > '~' ? '?' : names.ptr[i]);
	}
	return ok && (names.len <= NAMES_SHOWN_MAX || ssmtp_buf_append_str(out, "..."));
}

/* Both sides of a wrong name. */
static bool verify_names(ssmtp_tls *tls, const ssmtp_certificate *certificate)
{
	bool ok;
	ssmtp_buf names;

	if (!verify_name_counts(tls)) {
		return true;
	}
	ssmtp_buf_init(&names, CERTIFICATE_NAMES_MAX);
	ok = ssmtp_certificate_text(certificate, SSMTP_CF_SUBJECT_ALT_NAMES, &names) &&
		 ssmtp_buf_printf(&tls->names_text, "asked for %.200s, the certificate is for ", tls->host) &&
		 verify_append_shown(&tls->names_text, ssmtp_buf_slice(&names)) &&
		 (ssmtp_buf_len(&names) > 0 ||
			 ssmtp_buf_append_str(&tls->names_text, "no host at all (a common name does not count)"));
	ssmtp_buf_free(&names);
	return ok;
}

static bool verify_encode(ssmtp_tls *tls, X509 *x509, ssmtp_error *error)
{
	ssmtp_certificate *certificate = ssmtp_certificate_new_x509(x509, error);
	bool ok;

	if (certificate == NULL) {
		return false;
	}
	ok = ssmtp_certificate_text(certificate, SSMTP_CF_ENCODED, &tls->certencoded);
	if (ok && x509 == tls->leaf) {
		ok = ssmtp_certificate_text(certificate, SSMTP_CF_SUBJECT, &tls->certsubject) &&
			 ssmtp_certificate_text(certificate, SSMTP_CF_ISSUER, &tls->certissuer) && verify_names(tls, certificate);
	}
	ssmtp_certificate_free(&certificate);
	return ok || ssmtp_error_nomem(error);
}

/* The leaf, and with SSLIncludeCertChain what the server sent behind it. */
static bool verify_encode_all(ssmtp_tls *tls, ssmtp_error *error)
{
	STACK_OF(X509) *sent = SSL_get_peer_cert_chain(tls->ssl);

	if (!verify_encode(tls, tls->leaf, error)) {
		return false;
	}
	for (int i = 1; tls->options.include_chain && i < sk_X509_num(sent); i++) {
		if (!verify_encode(tls, sk_X509_value(sent, i), error)) {
			return false;
		}
	}
	return true;
}

bool ssmtp_tls_verify_conclude(ssmtp_tls *tls, ssmtp_error *error)
{
	if (!verify_encode_all(tls, error)) {
		return false;
	}
	if (!verify_status(tls)) {
		return ssmtp_error_nomem(error);
	}
	ssmtp_tls_session_conclude(tls, verify_clean(tls));
	tls->verdict.certencoded = ssmtp_buf_slice(&tls->certencoded);
	tls->verdict.certsubject = ssmtp_buf_slice(&tls->certsubject);
	tls->verdict.certissuer = ssmtp_buf_slice(&tls->certissuer);
	tls->verdict.status = ssmtp_buf_slice(&tls->reason_text);
	tls->verdict.names = ssmtp_buf_slice(&tls->names_text);
	return true;
}

const ssmtp_tls_verdict *ssmtp_tls_get_verdict(ssmtp_transport *transport)
{
	return &((ssmtp_tls *) transport)->verdict;
}

ssmtp_certificate *ssmtp_tls_server_certificate(ssmtp_transport *transport)
{
	ssmtp_tls *tls = (ssmtp_tls *) transport;

	return tls->leaf == NULL ? NULL : ssmtp_certificate_new_x509(tls->leaf, NULL);
}
