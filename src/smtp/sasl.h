/* SASL mechanisms as the session sees them (RFC 4422, RFC 4954): octets in,
 * octets out. Base64 and "AUTH" are the session's. */
#ifndef SSMTP_SMTP_SASL_H
#define SSMTP_SMTP_SASL_H

#include "base/buf.h"
#include "base/error.h"
#include "base/secret.h"

typedef struct ssmtp_sasl ssmtp_sasl;

enum {
	SSMTP_SASL_REVEALS_SECRET = 1 << 0, /* PLAIN, LOGIN, XOAUTH2, OAUTHBEARER: not without TLS */
	SSMTP_SASL_CLIENT_FIRST = 1 << 1,   /* has an initial response */
	SSMTP_SASL_PROVES_SERVER = 1 << 2   /* a 235 before the server's proof is a failure */
};

typedef enum ssmtp_sasl_status {
	SSMTP_SASL_CONTINUE, /* response is to be sent; more may come */
	SSMTP_SASL_DONE,     /* response (may be empty) is the last one */
	SSMTP_SASL_FAILED    /* cancel the exchange with "*" (RFC 4954 section 4); *error says why */
} ssmtp_sasl_status;

typedef struct ssmtp_sasl_vtable {
	const char *name; /* as in the EHLO reply: "SCRAM-SHA-256-PLUS" */
	unsigned flags;
	/* challenge is decoded; for the initial response it has ptr NULL, an empty
	 * challenge has not. Appends to response. After DONE it is not called again.
	 * DONE with an *error: the challenge said why the server is about to refuse. */
	ssmtp_sasl_status (*step)(ssmtp_sasl *sasl, ssmtp_slice challenge, ssmtp_buf *response, ssmtp_error *error);
	/* The server may end the exchange with 235: with PROVES_SERVER its proof was verified.
	 * NULL: when step() said DONE. */
	bool (*complete)(const ssmtp_sasl *sasl);
	void (*free)(ssmtp_sasl *sasl);
} ssmtp_sasl_vtable;

struct ssmtp_sasl {
	const ssmtp_sasl_vtable *vtable;
};

/* Credentials and hooks a mechanism may need; borrowed during _new only, a
 * mechanism copies what it keeps into ssmtp_secret. */
typedef struct ssmtp_sasl_credentials {
	ssmtp_slice user;
	ssmtp_slice password;
	ssmtp_slice authzid; /* AuthorizationIdentity; for XOAUTH2/OAUTHBEARER the token, which is password when empty */
	ssmtp_slice host;    /* server name as configured, for host-based service names */
	uint16_t port;
	/* Channel binding of the TLS connection; both empty without TLS. */
	ssmtp_slice tls_exporter;
	ssmtp_slice tls_unique;
	/* HMAC-MD5 of data with key, 16 octets to out (crypto/digest). */
	bool (*hmac_md5)(ssmtp_slice key, ssmtp_slice data, uint8_t out[16]);
	bool ntlm_v2; /* UseNTLMv2 */
} ssmtp_sasl_credentials;

/* Mechanisms of this layer: sasl_plain.c (PLAIN, LOGIN, EXTERNAL), sasl_oauth.c, sasl_cram.c.
 * Same signature for those of crypto/ (sasl_gsasl.c, sasl_ntlm.c). NULL: *error filled. */
typedef ssmtp_sasl *(*ssmtp_sasl_factory)(const ssmtp_sasl_credentials *credentials, ssmtp_error *error);
ssmtp_sasl *ssmtp_sasl_plain_new(const ssmtp_sasl_credentials *credentials, ssmtp_error *error);
ssmtp_sasl *ssmtp_sasl_login_new(const ssmtp_sasl_credentials *credentials, ssmtp_error *error);
ssmtp_sasl *ssmtp_sasl_external_new(const ssmtp_sasl_credentials *credentials, ssmtp_error *error);
ssmtp_sasl *ssmtp_sasl_cram_md5_new(const ssmtp_sasl_credentials *credentials, ssmtp_error *error);
ssmtp_sasl *ssmtp_sasl_xoauth2_new(const ssmtp_sasl_credentials *credentials, ssmtp_error *error);
ssmtp_sasl *ssmtp_sasl_oauthbearer_new(const ssmtp_sasl_credentials *credentials, ssmtp_error *error);

static inline void ssmtp_sasl_free(ssmtp_sasl **sasl)
{
	if (*sasl != NULL) {
		(*sasl)->vtable->free(*sasl);
		*sasl = NULL;
	}
}

#endif
