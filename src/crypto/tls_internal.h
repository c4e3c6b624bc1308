/* What the files of the TLS transport share with each other; no other layer
 * includes this header. */
#ifndef SSMTP_CRYPTO_TLS_INTERNAL_H
#define SSMTP_CRYPTO_TLS_INTERNAL_H

#include <openssl/ssl.h>

#include "crypto/bio_transport.h"
#include "crypto/ossl.h"
#include "crypto/shared.h"
#include "crypto/tls.h"

/* -- trust.c -- */
X509_STORE *ssmtp_trust_store(const ssmtp_trust *trust); /* borrowed */
ssmtp_trust *ssmtp_trust_ref(ssmtp_trust *trust);
/* Most certificates that SSLServerCACerts and SSLCACerts may hold. */
#define SSMTP_TLS_CHAIN_MAX 512

/* -- tls_names.c: names of suites, groups and signature algorithms -- */
/* OpenSSL's list for the versions in force; "" when nothing is restricted. Error 10022 names the item. */
bool ssmtp_tls_group_list(const ssmtp_tls_options *options, bool tls12, bool tls13, ssmtp_buf *out, ssmtp_error *error);
bool ssmtp_tls_sigalg_list(
	const ssmtp_tls_options *options, bool tls12, bool tls13, ssmtp_buf *out, ssmtp_error *error);
/* Splits SSLEnabledCipherSuites into OpenSSL's two lists; names this OpenSSL lacks go to skipped. Error 10022. */
bool ssmtp_tls_suite_lists(
	ssmtp_slice names, ssmtp_buf *tls13, ssmtp_buf *older, ssmtp_buf *skipped, ssmtp_error *error);
/* May a certificate be signed so, by a list of TLS12SignatureAlgorithms or TLS13SignatureAlgorithms? */
bool ssmtp_tls_sigalg_allowed(ssmtp_slice names, int digest_nid, int key_nid);

/* -- tls_context.c: options to SSL_CTX, shared by connections with equal options -- */
typedef struct ssmtp_tls_context {
	ssmtp_shared shared;
	SSL_CTX *ctx;
	int auth_level;  /* security level certificates are judged by */
	ssmtp_buf notes; /* SSLStatus lines of the building, each with LF */
} ssmtp_tls_context;
ssmtp_tls_context *ssmtp_tls_context_open(const ssmtp_tls_options *options, ssmtp_error *error);
void ssmtp_tls_context_free(ssmtp_tls_context **context);

/* -- the transport -- */
typedef enum ssmtp_tls_state {
	SSMTP_TLS_HANDSHAKE,
	SSMTP_TLS_REVOCATION, /* CRL or OCSP being fetched */
	SSMTP_TLS_OPEN,
	SSMTP_TLS_FAILED
} ssmtp_tls_state;

#define SSMTP_TLS_REASONS_MAX 16

typedef struct ssmtp_tls_reason {
	int code; /* X509_V_ERR_* */
	int depth;
} ssmtp_tls_reason;

typedef struct ssmtp_revocation ssmtp_revocation;

/* That a verification found nothing wrong, and under which conditions. */
typedef struct ssmtp_tls_proof {
	STACK_OF(X509) * chain; /* as verified, leaf first; NULL: nothing is proved */
	ssmtp_trust *trust;
	char *host;
	int auth_level;
} ssmtp_tls_proof;

typedef struct ssmtp_tls {
	ssmtp_transport base;
	ssmtp_tls_state state;
	ssmtp_bio_link link;
	ssmtp_tls_context *context;
	ssmtp_trust *trust;
	SSL *ssl;
	int key_log; /* a file of base/file.h */
	ssmtp_error failure; /* state FAILED: every further call answers this */
	bool drained;        /* the last read found no whole record */
	bool client_certificate_asked;

	ssmtp_tls_options options; /* strings below are the transport's own copies; others are NULL */
	char *host;
	char *session_key;
	char *tls12_sigalgs;
	char *tls13_sigalgs;
	X509 *accept; /* SSLAcceptServerCertEncoded */

	ssmtp_buf status;    /* SSLStatus lines not yet taken, each with LF */
	size_t status_taken; /* octets of the line handed out last */

	/* What verification found. */
	ssmtp_tls_reason reasons[SSMTP_TLS_REASONS_MAX];
	size_t reason_count;
	X509 *leaf;
	STACK_OF(X509) * chain; /* as verified, leaf first */
	ssmtp_revocation *revocation;
	ssmtp_tls_proof proof;  /* of the session offered, then of this connection */
	bool signature_refused; /* leaf signed by an algorithm that is not in the list */
	bool chain_stands;      /* nothing but the name was found wrong, waived or not */
	ssmtp_tls_verdict verdict;
	ssmtp_buf certencoded, certsubject, certissuer, reason_text, names_text;
} ssmtp_tls;

/* The wall clock that certificates are held against. */
int64_t ssmtp_tls_now(const ssmtp_tls *tls);

/* -- tls_info.c -- */
/* Versions and suites that the handshake offered, the beginning of a long list. */
bool ssmtp_tls_offered(const ssmtp_tls *tls, ssmtp_buf *out);

/* -- tls_status.c -- */
void ssmtp_tls_status_add(ssmtp_tls *tls, const char *format, ...)
#if defined(__GNUC__)
	__attribute__((format(printf, 2, 3)))
#endif
	;
/* Keylog callback of the context; silent without SSLKeyLogFile. */
void ssmtp_tls_key_log_line(const SSL *ssl, const char *line);
/* Attaches the callbacks that report the handshake, and the key log. Error 303. */
bool ssmtp_tls_status_attach(ssmtp_tls *tls, const ssmtp_tls_options *options, ssmtp_error *error);

/* -- tls_client.c -- */
/* Certificate, key and chain to show when the server asks. Errors 281, 273, 272, 274, 275. */
bool ssmtp_tls_client_attach(SSL *ssl, const ssmtp_tls_options *options, ssmtp_error *error);

/* -- tls_session.c -- */
/* Installs the callback that keeps new sessions; offers the kept one. */
void ssmtp_tls_session_attach(SSL_CTX *ctx);
void ssmtp_tls_session_offer(ssmtp_tls *tls);
void ssmtp_tls_session_forget(ssmtp_tls *tls);
/* The connection resumes a session whose chain was found good under the same
 * conditions, and no certificate of it has expired since: it need not be
 * validated again. Never with CRL or OCSP asked for. */
bool ssmtp_tls_session_proves(const ssmtp_tls *tls);
/* The verdict is known. A clean one proves something with the sessions of this connection; any other takes proof and
 * session away, however the settings or the owner decide. */
void ssmtp_tls_session_conclude(ssmtp_tls *tls, bool clean);
void ssmtp_tls_proof_free(ssmtp_tls_proof *proof);

/* -- tls_verify.c -- */
#define SSMTP_TLS_SECURITY_FLAGS 0x8000CF37u
/* Verifies the chain the server sent; lists: what to hold the leaf, or with all every certificate, against; NULL:
 * nothing. Replaces reasons and chain. */
bool ssmtp_tls_verify_chain(ssmtp_tls *tls, STACK_OF(X509_CRL) * lists, bool all, ssmtp_error *error);
void ssmtp_tls_verify_add(ssmtp_tls *tls, int code, int depth);
/* Nothing found that the settings do not waive. */
bool ssmtp_tls_verify_accepts(const ssmtp_tls *tls);
bool ssmtp_tls_verify_conclude(ssmtp_tls *tls, ssmtp_error *error);

/* -- tls_revocation.c -- */
/* DONE: every check that was asked for is made. WAIT: a fetch is under way, see _want. ERROR: no memory. */
ssmtp_io ssmtp_tls_revocation_step(ssmtp_tls *tls, int64_t now_ms, ssmtp_error *error);
void ssmtp_tls_revocation_want(ssmtp_tls *tls, ssmtp_wait *wait);
void ssmtp_tls_revocation_free(ssmtp_revocation **revocation);

#endif
