/* Session resumption (ReuseSSLSession): RFC 5246 section 7.3, RFC 8446 section 2.2.
 * One session an owner, for the host it was made with. */
#include "crypto/tls_internal.h"

#include <time.h>

#include "base/alloc.h"

#define SESSION_AGE_MAX_S (10 * 3600)

struct ssmtp_tls_session {
	SSL_SESSION *session;
	char *key;
};

void ssmtp_tls_session_free(ssmtp_tls_session **session)
{
	if (*session == NULL) {
		return;
	}
	SSL_SESSION_free((*session)->session);
	ssmtp_free((*session)->key);
	ssmtp_free(*session);
	*session = NULL;
}

/* Takes the reference of the session when it answers 1. */
static int session_on_new(SSL *ssl, SSL_SESSION *session)
{
	ssmtp_tls *tls = SSL_get_app_data(ssl);
	ssmtp_tls_session *kept;

	if (tls->options.session == NULL || !SSL_SESSION_is_resumable(session)) {
		return 0;
	}
	kept = ssmtp_alloc_zero(sizeof(*kept));
	if (kept == NULL) {
		return 0;
	}
	kept->key = ssmtp_strndup(tls->session_key, strlen(tls->session_key));
	if (kept->key == NULL) {
		ssmtp_free(kept);
		return 0;
	}
	kept->session = session;
	ssmtp_tls_session_free(tls->options.session);
	*tls->options.session = kept;
	return 1;
}

void ssmtp_tls_session_attach(SSL_CTX *ctx)
{
	SSL_CTX_set_session_cache_mode(ctx, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
	SSL_CTX_sess_set_new_cb(ctx, session_on_new);
}

/* OpenSSL 3.3 brought the call that holds beyond 2038, 3.4 deprecates the older one. */
static int64_t session_made_at(const SSL_SESSION *session)
{
#if OPENSSL_VERSION_NUMBER >= 0x30300000L
	return (int64_t) SSL_SESSION_get_time_ex(session);
#else
	return SSL_SESSION_get_time(session);
#endif
}

void ssmtp_tls_session_offer(ssmtp_tls *tls)
{
	ssmtp_tls_session *kept = tls->options.session == NULL ? NULL : *tls->options.session;
	int64_t age;

	if (kept == NULL) {
		return;
	}
	age = (int64_t) time(NULL) - session_made_at(kept->session);
	if (strcmp(kept->key, tls->session_key) != 0 || age < 0 || age > SESSION_AGE_MAX_S ||
		!SSL_SESSION_is_resumable(kept->session) || !SSL_set_session(tls->ssl, kept->session)) {
		ssmtp_tls_session_forget(tls);
		return;
	}
	/* RFC 8446 appendix C.4: a ticket is used once, lest connections can be linked. */
	if (SSL_SESSION_get_protocol_version(kept->session) >= TLS1_3_VERSION) {
		ssmtp_tls_session_forget(tls);
	}
}

void ssmtp_tls_session_forget(ssmtp_tls *tls)
{
	if (tls->options.session != NULL) {
		ssmtp_tls_session_free(tls->options.session);
	}
}

void ssmtp_tls_set_session_slot(ssmtp_transport *transport, ssmtp_tls_session **session)
{
	((ssmtp_tls *) transport)->options.session = session;
}
