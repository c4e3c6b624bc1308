/* TLS (RFC 8446, RFC 5246) as a transport over any transport (see tls.h). */
#include "crypto/tls_internal.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/file.h"

#define STATUS_MAX ((size_t) 1 << 20)
#define CERTIFICATES_MAX ((size_t) 1 << 22)

/* Reasons that say more as a sentence about mail servers. */
static const struct {
	int reason;
	const char *text;
} tls_sentences[] = {
	{ SSL_R_WRONG_VERSION_NUMBER, "the server did not answer with TLS; does this port begin in clear (STARTTLS)?" },
	{ SSL_R_HTTP_REQUEST, "the server did not answer with TLS." },
	{ SSL_R_UNSUPPORTED_PROTOCOL, "the server offers no TLS version that SSLEnabledProtocols allows." },
	{ SSL_R_TLSV1_ALERT_PROTOCOL_VERSION, "the server accepts no TLS version that SSLEnabledProtocols allows." },
	{ SSL_R_DH_KEY_TOO_SMALL, "the server's Diffie-Hellman key is too small." },
};

/* Alerts by which a server says that it wants a client certificate (RFC 8446 section 6.2). */
static const int tls_client_alerts[] = { SSL_R_TLSV13_ALERT_CERTIFICATE_REQUIRED, SSL_R_SSLV3_ALERT_HANDSHAKE_FAILURE,
	SSL_R_SSLV3_ALERT_NO_CERTIFICATE };

static bool tls_wants_client_certificate(const ssmtp_tls *tls, int reason)
{
	if (!tls->client_certificate_asked || tls->options.client != NULL) {
		return false;
	}
	for (size_t i = 0; i < sizeof(tls_client_alerts) / sizeof(tls_client_alerts[0]); i++) {
		if (tls_client_alerts[i] == reason) {
			return true;
		}
	}
	return false;
}

/* Alerts by which a server says that it found nothing in common. It may have other reasons: both are told. */
static bool tls_fill_nothing_common(ssmtp_tls *tls, int reason, int code, const char *what)
{
	ssmtp_buf offered;

	if (tls->state != SSMTP_TLS_HANDSHAKE ||
		(reason != SSL_R_SSLV3_ALERT_HANDSHAKE_FAILURE && reason != SSL_R_TLSV1_ALERT_INSUFFICIENT_SECURITY)) {
		return false;
	}
	ssmtp_buf_init(&offered, 4096);
	if (ssmtp_tls_offered(tls, &offered)) {
		ssmtp_error_set(&tls->failure, SSMTP_ERROR_TLS, code,
			"%s: %s; mostly no cipher suite, group or signature algorithm is common. Offered: %.*s.", what,
			ERR_reason_error_string(ERR_PACK(ERR_LIB_SSL, 0, reason)), SSMTP_SLICE_FMT(ssmtp_buf_slice(&offered)));
	}
	ssmtp_buf_free(&offered);
	return ssmtp_error_is_set(&tls->failure);
}

static void tls_fill_failure(ssmtp_tls *tls, int code, const char *what)
{
	ssmtp_error *failure = &tls->failure;
	unsigned long last = ERR_peek_error();
	int reason = ERR_GET_REASON(last);

	if (tls_wants_client_certificate(tls, reason)) {
		ssmtp_error_set(failure, SSMTP_ERROR_TLS, SSMTP_E_CLIENT_CERT,
			"%s requires a client certificate, and none is selected (SSLCertSubject).", tls->host);
	}
	for (size_t i = 0; i < sizeof(tls_sentences) / sizeof(tls_sentences[0]); i++) {
		if (tls_sentences[i].reason == reason) {
			ssmtp_error_set(failure, SSMTP_ERROR_TLS, code, "%s: %s", what, tls_sentences[i].text);
		}
	}
	if (!ssmtp_error_is_set(failure) && !tls_fill_nothing_common(tls, reason, code, what)) {
		ssmtp_ossl_error(failure, SSMTP_ERROR_TLS, code, what);
	}
	failure->system = (long) last;
}

/* Whatever went wrong below or inside TLS, as one error that stays. */
static ssmtp_io tls_fail(ssmtp_tls *tls, int code, ssmtp_error *error)
{
	char what[300];
	bool opening = tls->state == SSMTP_TLS_HANDSHAKE;

	snprintf(what, sizeof(what), "%s %.200s",
		opening                           ? "TLS handshake with"
		: code == SSMTP_E_ENCRYPTING_DATA ? "TLS: sending to"
										  : "TLS: receiving from",
		tls->host);
	if (tls->link.failed) {
		tls->failure = tls->link.error;
	} else if (tls->link.ended && opening) {
		ssmtp_error_set(
			&tls->failure, SSMTP_ERROR_TLS, SSMTP_E_HANDSHAKE, "%s: the server closed the connection.", what);
	} else if (tls->link.ended) {
		ssmtp_error_set(&tls->failure, SSMTP_ERROR_DROPPED, SSMTP_E_DROPPED,
			"The connection was dropped by %s without the end of TLS.", tls->host);
	} else {
		tls_fill_failure(tls, code, what);
	}
	if (!ssmtp_error_is_set(&tls->failure)) {
		ssmtp_error_set(&tls->failure, SSMTP_ERROR_TLS, code, "%s failed.", what);
	}
	ERR_clear_error();
	if (opening) {
		/* A session the server chokes on is not offered again. */
		ssmtp_tls_session_forget(tls);
	}
	tls->state = SSMTP_TLS_FAILED;
	if (error != NULL && !ssmtp_error_is_set(error)) {
		*error = tls->failure;
	}
	return SSMTP_IO_ERROR;
}

static ssmtp_io tls_failed_before(const ssmtp_tls *tls, ssmtp_error *error)
{
	if (error != NULL && !ssmtp_error_is_set(error)) {
		*error = tls->failure;
	}
	return SSMTP_IO_ERROR;
}

/* The error that was already filled becomes the transport's. */
static ssmtp_io tls_give_up(ssmtp_tls *tls, const ssmtp_error *local, ssmtp_error *error)
{
	tls->failure = *local;
	tls->state = SSMTP_TLS_FAILED;
	ERR_clear_error();
	return tls_failed_before(tls, error);
}

static void tls_begin_call(ssmtp_tls *tls)
{
	/* SSL_get_error() reads the thread's queue: what others left there is not ours. */
	ERR_clear_error();
	ssmtp_bio_link_begin(&tls->link);
}

/* What an OpenSSL call that did not succeed means. */
static ssmtp_io tls_outcome(ssmtp_tls *tls, int result, int code, ssmtp_error *error)
{
	int why = SSL_get_error(tls->ssl, result);

	if (why == SSL_ERROR_WANT_READ || why == SSL_ERROR_WANT_WRITE) {
		ERR_clear_error();
		if (ssmtp_bio_link_waits(&tls->link)) {
			return tls->link.io;
		}
		return why == SSL_ERROR_WANT_READ ? SSMTP_IO_WANT_READ : SSMTP_IO_WANT_WRITE;
	}
	if (why == SSL_ERROR_ZERO_RETURN) {
		ERR_clear_error();
		return SSMTP_IO_END;
	}
	return tls_fail(tls, code, error);
}

/* -- handshake -- */

int64_t ssmtp_tls_now(const ssmtp_tls *tls)
{
	return tls->options.now_s != 0 ? tls->options.now_s : ssmtp_clock_s();
}

static void tls_report(ssmtp_tls *tls)
{
	ssmtp_tls_info info;

	ssmtp_tls_get_info(&tls->base, &info);
	ssmtp_tls_status_add(tls, "%s with %s, %d bits, key exchange %s%s.", info.version, info.suite, info.cipher_bits,
		info.key_exchange, info.resumed ? ", session resumed" : "");
}

static ssmtp_io tls_after_handshake(ssmtp_tls *tls, ssmtp_error *error)
{
	ssmtp_error local = { 0 };

	tls->leaf = SSL_get1_peer_certificate(tls->ssl);
	if (tls->leaf == NULL) {
		ssmtp_error_set(&local, SSMTP_ERROR_TLS, SSMTP_E_SERVER_CERT, "%s showed no certificate.", tls->host);
		return tls_give_up(tls, &local, error);
	}
	tls_report(tls);
	if (!ssmtp_tls_verify_chain(tls, NULL, false, &local)) {
		return tls_give_up(tls, &local, error);
	}
	tls->state = SSMTP_TLS_REVOCATION;
	return SSMTP_IO_DONE;
}

static ssmtp_io tls_handshake(ssmtp_tls *tls, ssmtp_error *error)
{
	int result;

	tls_begin_call(tls);
	result = SSL_do_handshake(tls->ssl);
	return result == 1 ? tls_after_handshake(tls, error) : tls_outcome(tls, result, SSMTP_E_HANDSHAKE, error);
}

static ssmtp_io tls_conclude(ssmtp_tls *tls, int64_t now_ms, ssmtp_error *error)
{
	ssmtp_error local = { 0 };
	ssmtp_io io = ssmtp_tls_revocation_step(tls, now_ms, &local);

	if (io == SSMTP_IO_WAIT) {
		return io;
	}
	if (io != SSMTP_IO_DONE || !ssmtp_tls_verify_conclude(tls, &local)) {
		return tls_give_up(tls, &local, error);
	}
	ssmtp_tls_revocation_free(&tls->revocation);
	ssmtp_tls_status_add(tls, "Server certificate: %.*s", SSMTP_SLICE_FMT(tls->verdict.status));
	tls->state = SSMTP_TLS_OPEN;
	return SSMTP_IO_DONE;
}

static ssmtp_io tls_connect(ssmtp_transport *transport, int64_t now_ms, ssmtp_error *error)
{
	ssmtp_tls *tls = (ssmtp_tls *) transport;

	if (tls->state == SSMTP_TLS_HANDSHAKE) {
		ssmtp_io io = tls_handshake(tls, error);

		if (io == SSMTP_IO_END) {
			tls->link.ended = true;
			return tls_fail(tls, SSMTP_E_HANDSHAKE, error);
		}
		if (io != SSMTP_IO_DONE) {
			return io;
		}
	}
	if (tls->state == SSMTP_TLS_REVOCATION) {
		return tls_conclude(tls, now_ms, error);
	}
	return tls->state == SSMTP_TLS_OPEN ? SSMTP_IO_DONE : tls_failed_before(tls, error);
}

/* -- octets -- */

static ssmtp_io tls_not_open(const ssmtp_tls *tls, ssmtp_error *error)
{
	if (tls->state == SSMTP_TLS_FAILED) {
		return tls_failed_before(tls, error);
	}
	ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_INVALID_STATE, "The TLS handshake is not complete.");
	return SSMTP_IO_ERROR;
}

static ssmtp_io tls_read(ssmtp_transport *transport, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	ssmtp_tls *tls = (ssmtp_tls *) transport;
	ssmtp_io io;
	int result;

	*n = 0;
	if (tls->state != SSMTP_TLS_OPEN) {
		return tls_not_open(tls, error);
	}
	tls_begin_call(tls);
	result = SSL_read_ex(tls->ssl, dst, room, n);
	if (result == 1) {
		tls->drained = false;
		return SSMTP_IO_DONE;
	}
	io = tls_outcome(tls, result, SSMTP_E_DECRYPTING_DATA, error);
	tls->drained = io != SSMTP_IO_ERROR;
	return io;
}

static ssmtp_io tls_write(ssmtp_transport *transport, const uint8_t *src, size_t len, size_t *n, ssmtp_error *error)
{
	ssmtp_tls *tls = (ssmtp_tls *) transport;
	int result;

	*n = 0;
	if (tls->state != SSMTP_TLS_OPEN) {
		return tls_not_open(tls, error);
	}
	if (len == 0) {
		return SSMTP_IO_DONE;
	}
	tls_begin_call(tls);
	result = SSL_write_ex(tls->ssl, src, len, n);
	return result == 1 ? SSMTP_IO_DONE : tls_outcome(tls, result, SSMTP_E_ENCRYPTING_DATA, error);
}

static bool tls_pending(const ssmtp_transport *transport)
{
	const ssmtp_tls *tls = (const ssmtp_tls *) transport;

	/* A record read ahead only in part does not count: no octets would come of it. */
	return tls->state == SSMTP_TLS_OPEN && (SSL_pending(tls->ssl) > 0 || (!tls->drained && SSL_has_pending(tls->ssl)));
}

static void tls_want(ssmtp_transport *transport, ssmtp_io last, ssmtp_wait *wait)
{
	ssmtp_tls *tls = (ssmtp_tls *) transport;

	if (tls->state == SSMTP_TLS_REVOCATION && tls->revocation != NULL) {
		ssmtp_tls_revocation_want(tls, wait);
		return;
	}
	transport->lower->vtable->want(transport->lower, last, wait);
	ssmtp_bio_link_want(&tls->link, wait);
}

static ssmtp_io tls_shutdown(ssmtp_transport *transport, ssmtp_error *error)
{
	ssmtp_tls *tls = (ssmtp_tls *) transport;

	/* RFC 8446 section 6.1: close_notify, without waiting for the peer's. */
	if (tls->state == SSMTP_TLS_OPEN && !(SSL_get_shutdown(tls->ssl) & SSL_SENT_SHUTDOWN)) {
		int result;

		tls_begin_call(tls);
		result = SSL_shutdown(tls->ssl);
		if (result < 0 && ssmtp_bio_link_waits(&tls->link)) {
			ERR_clear_error();
			return tls->link.io;
		}
		ERR_clear_error();
	}
	return transport->lower->vtable->shutdown(transport->lower, error);
}

static void tls_describe(const ssmtp_transport *transport, ssmtp_buf *out)
{
	const ssmtp_tls *tls = (const ssmtp_tls *) transport;

	(void) ssmtp_buf_printf(out, "%s over ", tls->state == SSMTP_TLS_OPEN ? SSL_get_version(tls->ssl) : "TLS");
	transport->lower->vtable->describe(transport->lower, out);
}

static void tls_free(ssmtp_transport *transport)
{
	ssmtp_tls *tls = (ssmtp_tls *) transport;

	ssmtp_tls_revocation_free(&tls->revocation);
	if (tls->ssl != NULL) {
		/* Without close_notify OpenSSL would mark the session as not resumable. */
		SSL_set_shutdown(tls->ssl, SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN);
	}
	SSL_free(tls->ssl);
	ssmtp_bio_link_close(&tls->link);
	ssmtp_transport_free(&transport->lower);
	(void) ssmtp_file_close(&tls->key_log);
	X509_free(tls->accept);
	X509_free(tls->leaf);
	sk_X509_pop_free(tls->chain, X509_free);
	ssmtp_tls_context_free(&tls->context);
	ssmtp_tls_proof_free(&tls->proof);
	ssmtp_trust_free(&tls->trust);
	ssmtp_buf_free(&tls->certencoded);
	ssmtp_buf_free(&tls->certsubject);
	ssmtp_buf_free(&tls->certissuer);
	ssmtp_buf_free(&tls->reason_text);
	ssmtp_buf_free(&tls->names_text);
	ssmtp_buf_free(&tls->status);
	ssmtp_free(tls->host);
	ssmtp_free(tls->session_key);
	ssmtp_free(tls->tls12_sigalgs);
	ssmtp_free(tls->tls13_sigalgs);
	ssmtp_free(tls);
	ERR_clear_error();
}

static const ssmtp_transport_vtable tls_vtable = { .name = "tls",
	.connect = tls_connect,
	.read = tls_read,
	.write = tls_write,
	.want = tls_want,
	.shutdown = tls_shutdown,
	.describe = tls_describe,
	.free = tls_free,
	.pending = tls_pending };

/* -- construction -- */

static char *tls_copy(const char *text)
{
	return ssmtp_strndup(text == NULL ? "" : text, text == NULL ? 0 : strlen(text));
}

/* RFC 1034 section 3.1: the final dot says absolute and is not part of the name. */
static char *tls_copy_host(const char *host)
{
	size_t len = strlen(host);

	return ssmtp_strndup(host, len > 1 && host[len - 1] == '.' ? len - 1 : len);
}

/* A name that would switch the name check off or widen it is refused here. */
static bool tls_check_options(const ssmtp_tls_options *options, ssmtp_error *error)
{
	if (options->host == NULL || *options->host == '\0' || *options->host == '.') {
		return ssmtp_error_argument(
			error, "TLS needs the name of the server, not \"%s\".", options->host == NULL ? "" : options->host);
	}
	if (options->pinned_only && (options->accept_certificate == NULL || *options->accept_certificate == '\0')) {
		return ssmtp_error_argument(error, "SSLPinnedOnly needs the certificate: set SSLAcceptServerCertEncoded.");
	}
	if (options->security_flags & ~SSMTP_TLS_SECURITY_FLAGS) {
		return ssmtp_error_argument(
			error, "SSLSecurityFlags 0x%lx has an unknown bit.", (unsigned long) options->security_flags);
	}
	return true;
}

static bool tls_copy_options(ssmtp_tls *tls, const ssmtp_tls_options *options, ssmtp_error *error)
{
	tls->host = tls_copy_host(options->host);
	tls->session_key = tls_copy(options->session_key);
	tls->tls12_sigalgs = tls_copy(options->tls12_sigalgs);
	tls->tls13_sigalgs = tls_copy(options->tls13_sigalgs);
	if (tls->host == NULL || tls->session_key == NULL || tls->tls12_sigalgs == NULL || tls->tls13_sigalgs == NULL) {
		return ssmtp_error_nomem(error);
	}
	tls->options = (ssmtp_tls_options){ .accept_any = options->accept_any,
		.pinned_only = options->pinned_only,
		.security_flags = options->security_flags,
		.include_chain = options->include_chain,
		.check_crl = options->check_crl,
		.check_ocsp = options->check_ocsp,
		.client = options->client, /* only compared with NULL */
		.session = options->session,
		.fetch_timeout_ms = options->fetch_timeout_ms,
		.now_s = options->now_s,
		.dial = options->dial,
		.dial_context = options->dial_context };
	return true;
}

static bool tls_copy_accepted(ssmtp_tls *tls, const ssmtp_tls_options *options, ssmtp_error *error)
{
	ssmtp_certificate *certificate;

	if (options->accept_certificate == NULL || *options->accept_certificate == '\0') {
		return true;
	}
	certificate = ssmtp_certificate_parse(ssmtp_slice_str(options->accept_certificate), error);
	if (certificate == NULL) {
		return false;
	}
	tls->accept = ssmtp_certificate_x509(certificate);
	X509_up_ref(tls->accept);
	ssmtp_certificate_free(&certificate);
	return true;
}

static bool tls_is_literal(const char *host)
{
	ASN1_OCTET_STRING *address = a2i_IPADDRESS(host);
	bool literal = address != NULL;

	ASN1_OCTET_STRING_free(address);
	ERR_clear_error();
	return literal;
}

static bool tls_library_failed(ssmtp_error *error)
{
	return ssmtp_ossl_error(error, SSMTP_ERROR_TLS, SSMTP_E_SECURITY_LIBRARY, "TLS cannot be set up");
}

static bool tls_make_ssl(ssmtp_tls *tls, ssmtp_transport *lower, const ssmtp_tls_options *options, ssmtp_error *error)
{
	BIO *bio;

	tls->ssl = SSL_new(tls->context->ctx);
	if (tls->ssl == NULL) {
		return tls_library_failed(error);
	}
	SSL_set_app_data(tls->ssl, tls);
	bio = ssmtp_bio_link_open(&tls->link, lower);
	if (bio == NULL) {
		return tls_library_failed(error);
	}
	SSL_set_bio(tls->ssl, bio, bio);
	SSL_set_connect_state(tls->ssl);
	/* RFC 6066 section 3: literal addresses are not permitted in server_name. */
	if (!tls_is_literal(tls->host) && !SSL_set_tlsext_host_name(tls->ssl, tls->host)) {
		return ssmtp_ossl_error(error, SSMTP_ERROR_TLS, SSMTP_E_INVAL, "the server's name cannot be sent in TLS");
	}
	if (options->check_ocsp > 0 && !SSL_set_tlsext_status_type(tls->ssl, TLSEXT_STATUSTYPE_ocsp)) {
		return tls_library_failed(error);
	}
	return ssmtp_tls_client_attach(tls->ssl, options, error) && ssmtp_tls_status_attach(tls, options, error);
}

static bool tls_build(ssmtp_tls *tls, ssmtp_transport *lower, const ssmtp_tls_options *options, ssmtp_error *error)
{
	if (!tls_check_options(options, error) || !tls_copy_options(tls, options, error) ||
		!tls_copy_accepted(tls, options, error)) {
		return false;
	}
	tls->context = ssmtp_tls_context_open(options, error);
	if (tls->context == NULL || !tls_make_ssl(tls, lower, options, error)) {
		return false;
	}
	ssmtp_tls_session_offer(tls);
	ssmtp_tls_status_add(tls, "Connecting TLS...");
	(void) ssmtp_buf_append_slice(&tls->status, ssmtp_buf_slice(&tls->context->notes));
	if (options->security_flags & (0x2 | 0x4)) {
		ssmtp_tls_status_add(tls, "SSLSecurityFlags 0x2 and 0x4 have no effect.");
	}
	return true;
}

ssmtp_transport *ssmtp_tls_new_take(ssmtp_transport **lower, const ssmtp_tls_options *options, ssmtp_error *error)
{
	ssmtp_tls *tls = ssmtp_alloc_zero(sizeof(*tls));
	ssmtp_transport *made;

	if (tls == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	tls->base.vtable = &tls_vtable;
	tls->key_log = SSMTP_FILE_NONE;
	tls->trust = ssmtp_trust_ref(options->trust);
	ssmtp_buf_init(&tls->status, STATUS_MAX);
	ssmtp_buf_init(&tls->certencoded, CERTIFICATES_MAX);
	ssmtp_buf_init(&tls->certsubject, CERTIFICATES_MAX);
	ssmtp_buf_init(&tls->certissuer, CERTIFICATES_MAX);
	ssmtp_buf_init(&tls->reason_text, CERTIFICATES_MAX);
	ssmtp_buf_init(&tls->names_text, CERTIFICATES_MAX);
	made = &tls->base;
	ERR_clear_error();
	if (!tls_build(tls, *lower, options, error)) {
		tls->base.lower = NULL; /* stays the caller's */
		ssmtp_transport_free(&made);
		return NULL;
	}
	made->lower = *lower;
	*lower = NULL;
	ERR_clear_error();
	return made;
}
