/* TLS as a transport over any transport. OpenSSL is driven through a BIO that
 * reads and writes the lower transport. The handshake ends before the
 * certificate is judged: connect() is DONE, then the owner reads the verdict,
 * decides, and only then lets SMTP octets through. */
#ifndef SSMTP_CRYPTO_TLS_H
#define SSMTP_CRYPTO_TLS_H

#include "crypto/identity.h"
#include "crypto/trust.h"
#include "net/transport.h"

/* One TLS session kept for resumption (ReuseSSLSession), owned by the client. */
typedef struct ssmtp_tls_session ssmtp_tls_session;
void ssmtp_tls_session_free(ssmtp_tls_session **session);

typedef struct ssmtp_tls_options {
	const char *host;               /* SNI and name check; A-label; IP literal allowed */
	const char *accept_certificate; /* SSLAcceptServerCertEncoded, "" none */
	bool pinned_only;               /* SSLPinnedOnly: accept_certificate and no other */
	bool accept_any;                /* AcceptAnyServerCert */
	uint32_t security_flags;        /* SSLSecurityFlags */
	int enabled_protocols;          /* SSLEnabledProtocols */
	const char *context_protocol;   /* SSLContextProtocol */
	const char *cipher_list;        /* OpenSSLCipherList */
	const char *enabled_suites;     /* SSLEnabledCipherSuites */
	int cipher_strength;            /* SSLCipherStrength */
	const char *tls12_sigalgs, *tls13_sigalgs, *tls12_groups, *tls13_groups, *tls13_key_share_groups;
	bool enable_renegotiation;
	bool include_chain;          /* SSLIncludeCertChain */
	int check_crl, check_ocsp;   /* SSLCheckCRL, SSLCheckOCSP: 0, 1, 2, 3 */
	bool log_packets;            /* LogSSLPackets */
	const char *key_log_file;    /* SSLKeyLogFile */
	/* May this file be written (open_basedir)? NULL: yes. */
	bool (*file_allowed)(const char *path);
	const char *client_ca_certs; /* SSLCACerts: chain sent with the client certificate */
	ssmtp_identity *client;      /* borrowed; NULL none */
	ssmtp_trust *trust;          /* borrowed during _new */
	ssmtp_tls_session **session; /* where to look for and keep the session; NULL: no reuse */
	const char *session_key;     /* "host:port" */
	int64_t fetch_timeout_ms;    /* CRL and OCSP fetch */
	int64_t now_s;               /* wall clock; 0: the system's */
	/* Opens a transport to host:port for CRL/OCSP fetches (crypto has no sockets). */
	ssmtp_transport *(*dial)(void *context, const char *host, uint16_t port, ssmtp_error *error);
	void *dial_context;
} ssmtp_tls_options;

/* Copies the options; takes *lower (connected). Errors at once: 270, 10022, 272, 273, 274, 275, 276, 303. */
ssmtp_transport *ssmtp_tls_new_take(ssmtp_transport **lower, const ssmtp_tls_options *options, ssmtp_error *error);

typedef struct ssmtp_tls_verdict {
	ssmtp_slice certencoded; /* PEM, leaf or chain by SSLIncludeCertChain */
	ssmtp_slice certsubject;
	ssmtp_slice certissuer;
	ssmtp_slice status; /* "OK" or reasons joined by "; " */
	ssmtp_slice names;  /* a wrong name is among the reasons: the name asked for and those in the certificate */
	bool accept;        /* the recommendation */
	long verify_error;  /* X509_V_ERR_*; 0 OK */
} ssmtp_tls_verdict;
/* After connect() was DONE; slices live as long as the transport. */
const ssmtp_tls_verdict *ssmtp_tls_get_verdict(ssmtp_transport *tls);
/* The server's leaf; a new reference, NULL when there was none. */
ssmtp_certificate *ssmtp_tls_server_certificate(ssmtp_transport *tls);
/* Next SSLStatus line; false when there is none. Valid until the next call. */
bool ssmtp_tls_next_status(ssmtp_transport *tls, ssmtp_slice *message);

typedef struct ssmtp_tls_info {
	char cipher[64], suite[64], key_exchange[64], version[16];
	int cipher_bits, key_exchange_bits;
	bool resumed;
} ssmtp_tls_info;
void ssmtp_tls_get_info(ssmtp_transport *tls, ssmtp_tls_info *info);
/* "tls-exporter" (RFC 9266) or "tls-unique" (TLS 1.2 only); false when not available. */
bool ssmtp_tls_channel_binding(ssmtp_transport *tls, const char *type, ssmtp_buf *out);
/* OpenSSLPrngSeedData: adds, never replaces the system's seeding. */
void ssmtp_tls_seed(ssmtp_slice data);
/* Checks at set time (10022): cipher list, suites, group and signature algorithm names. */
bool ssmtp_tls_check_cipher_list(ssmtp_slice value, ssmtp_error *error);
bool ssmtp_tls_check_suites(ssmtp_slice value, ssmtp_error *error);
bool ssmtp_tls_check_groups(ssmtp_slice value, ssmtp_error *error);
bool ssmtp_tls_check_sigalgs(ssmtp_slice value, ssmtp_error *error);

#endif
