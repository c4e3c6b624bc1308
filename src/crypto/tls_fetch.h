/* Fetches one DER object over HTTP (RFC 5280 section 4.2.1.13, RFC 6960 appendix A)
 * through a transport that the owner opens; never blocks. */
#ifndef SSMTP_CRYPTO_TLS_FETCH_H
#define SSMTP_CRYPTO_TLS_FETCH_H

#include <openssl/http.h>
#include <openssl/ocsp.h>

#include "crypto/tls_internal.h"

#define SSMTP_FETCH_URLS_MAX 4
#define SSMTP_FETCH_URL_LEN_MAX 2048
#define SSMTP_FETCH_OCTETS_MAX ((size_t) 10 << 20)
#define SSMTP_FETCH_HEADER_OCTETS_MAX ((size_t) 1 << 16)

typedef struct ssmtp_fetch {
	char *urls[SSMTP_FETCH_URLS_MAX]; /* tried in order */
	size_t url_count;
	size_t next_url;
	OCSP_REQUEST *post;         /* borrowed; NULL: GET */
	ssmtp_transport *transport; /* NULL: no attempt is under way */
	bool connected;
	ssmtp_bio_link link;
	BIO *bio;
	OSSL_HTTP_REQ_CTX *request;
	char *path;
	char *host_field;
	ssmtp_io io; /* what the transport waits for */
} ssmtp_fetch;

/* Adds an address from a certificate; one that is not plain http is passed over. */
void ssmtp_fetch_add_url(ssmtp_fetch *fetch, const char *url);
/* DONE: *der holds the object (borrowed until the next call). WAIT: later. END: no address gave it; each failure was
 * reported as an SSLStatus line. */
ssmtp_io ssmtp_fetch_step(ssmtp_fetch *fetch, ssmtp_tls *tls, int64_t now_ms, BIO **der);
void ssmtp_fetch_want(ssmtp_fetch *fetch, ssmtp_wait *wait);
/* Ends what is under way and forgets the addresses. */
void ssmtp_fetch_reset(ssmtp_fetch *fetch);

#endif
