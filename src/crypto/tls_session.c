/* Session resumption (ReuseSSLSession): RFC 5246 section 7.3, RFC 8446 section 2.2.
 * Of an owner those for the host they were made with, the newest first: one of TLS 1.2, several tickets of TLS 1.3. */
#include "crypto/tls_internal.h"

#include "base/alloc.h"

#define SESSION_AGE_MAX_S (10 * 3600)
#define SESSIONS_MAX 4

struct ssmtp_tls_session {
	ssmtp_tls_session *next; /* older */
	SSL_SESSION *session;
	char *key;
	ssmtp_tls_proof proof;
};

void ssmtp_tls_proof_free(ssmtp_tls_proof *proof)
{
	sk_X509_pop_free(proof->chain, X509_free);
	ssmtp_trust_free(&proof->trust);
	ssmtp_free(proof->host);
	memset(proof, 0, sizeof(*proof));
}

/* Conditions and all, as they were when it was made. Without memory the copy proves nothing, which is no error. */
static void proof_copy(ssmtp_tls_proof *to, const ssmtp_tls_proof *from)
{
	ssmtp_tls_proof made = { NULL, NULL, NULL, 0 };

	if (from->chain != NULL) {
		made.host = ssmtp_strndup(from->host, strlen(from->host));
		made.chain = made.host == NULL ? NULL : X509_chain_up_ref(from->chain);
		made.trust = ssmtp_trust_ref(from->trust);
		made.auth_level = from->auth_level;
	}
	if (made.chain == NULL) {
		ssmtp_tls_proof_free(&made);
	}
	ssmtp_tls_proof_free(to);
	*to = made;
}

/* The first one of the list goes. */
static void session_drop(ssmtp_tls_session **session)
{
	ssmtp_tls_session *gone = *session;

	*session = gone->next;
	SSL_SESSION_free(gone->session);
	ssmtp_tls_proof_free(&gone->proof);
	ssmtp_free(gone->key);
	ssmtp_free(gone);
}

void ssmtp_tls_session_free(ssmtp_tls_session **session)
{
	while (*session != NULL) {
		session_drop(session);
	}
}

/* RFC 8446 appendix C.4: a ticket is used once, lest connections can be linked; the server gives several. */
static bool session_is_ticket(const SSL_SESSION *session)
{
	return SSL_SESSION_get_protocol_version(session) >= TLS1_3_VERSION;
}

/* To the front; what was there stays where both are tickets for one host. */
static void session_keep_take(ssmtp_tls_session **list, ssmtp_tls_session *kept)
{
	ssmtp_tls_session **end = &kept->next;

	if (*list != NULL && (strcmp((*list)->key, kept->key) != 0 || !session_is_ticket((*list)->session) ||
							 !session_is_ticket(kept->session))) {
		ssmtp_tls_session_free(list);
	}
	kept->next = *list;
	*list = kept;
	for (int i = 1; i < SESSIONS_MAX && *end != NULL; i++) {
		end = &(*end)->next;
	}
	ssmtp_tls_session_free(end);
}

/* Takes the reference of the session when it answers 1. */
static int session_on_new(SSL *ssl, SSL_SESSION *session)
{
	ssmtp_tls *tls = SSL_get_app_data(ssl);
	ssmtp_tls_session *kept;

	/* TLS 1.3 sends its tickets behind the verdict: where that was not clean, none is kept. */
	if (tls->options.session == NULL || !SSL_SESSION_is_resumable(session) ||
		(tls->state == SSMTP_TLS_OPEN && tls->proof.chain == NULL)) {
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
	/* TLS 1.2 makes its session before the verdict (see _conclude): until then it proves nothing. */
	if (tls->state == SSMTP_TLS_OPEN) {
		proof_copy(&kept->proof, &tls->proof);
	}
	session_keep_take(tls->options.session, kept);
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

static bool session_offer(ssmtp_tls *tls, const ssmtp_tls_session *kept)
{
	int64_t age = ssmtp_tls_now(tls) - session_made_at(kept->session);

	return strcmp(kept->key, tls->session_key) == 0 && age >= 0 && age <= SESSION_AGE_MAX_S &&
		   SSL_SESSION_is_resumable(kept->session) && SSL_set_session(tls->ssl, kept->session);
}

void ssmtp_tls_session_offer(ssmtp_tls *tls)
{
	ssmtp_tls_session **list = tls->options.session;

	while (list != NULL && *list != NULL && !session_offer(tls, *list)) {
		session_drop(list);
	}
	if (list == NULL || *list == NULL) {
		return;
	}
	tls->proof = (*list)->proof;
	memset(&(*list)->proof, 0, sizeof((*list)->proof));
	if (session_is_ticket((*list)->session)) {
		session_drop(list);
	}
}

void ssmtp_tls_session_forget(ssmtp_tls *tls)
{
	if (tls->options.session != NULL) {
		ssmtp_tls_session_free(tls->options.session);
	}
}

/* A time that cannot be read is in the past. */
static bool proof_is_current(const ssmtp_tls_proof *proof, int64_t now_s)
{
	int64_t end_s;

	for (int i = 0; i < sk_X509_num(proof->chain); i++) {
		if (!ssmtp_ossl_time(X509_get0_notAfter(sk_X509_value(proof->chain, i)), &end_s) || end_s <= now_s) {
			return false;
		}
	}
	return true;
}

bool ssmtp_tls_session_proves(const ssmtp_tls *tls)
{
	const ssmtp_tls_proof *proof = &tls->proof;

	return SSL_session_reused(tls->ssl) && proof->chain != NULL && tls->options.check_crl == 0 &&
		tls->options.check_ocsp == 0 && proof->trust == tls->trust && strcmp(proof->host, tls->host) == 0 &&
		proof->auth_level == tls->context->auth_level && X509_cmp(sk_X509_value(proof->chain, 0), tls->leaf) == 0 &&
		proof_is_current(proof, ssmtp_tls_now(tls));
}

/* As proof_copy() where nothing was proved before. */
static void proof_make(ssmtp_tls *tls)
{
	ssmtp_tls_proof made = { tls->chain, tls->trust, tls->host, tls->context->auth_level };

	proof_copy(&tls->proof, &made);
}

void ssmtp_tls_session_conclude(ssmtp_tls *tls, bool clean)
{
	if (!clean) {
		ssmtp_tls_proof_free(&tls->proof);
		ssmtp_tls_session_forget(tls);
		return;
	}
	if (!ssmtp_tls_session_proves(tls)) {
		proof_make(tls);
	}
	/* A ticket has the proof of the connection that it came over; those of this one are still to come. */
	if (tls->options.session != NULL && *tls->options.session != NULL &&
		!session_is_ticket((*tls->options.session)->session)) {
		proof_copy(&(*tls->options.session)->proof, &tls->proof);
	}
}
