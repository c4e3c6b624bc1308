/* HTTP/1.0 by OpenSSL's OSSL_HTTP_REQ_CTX over a transport (see tls_fetch.h). */
#include "crypto/tls_fetch.h"

#include <openssl/err.h>

#include "base/alloc.h"

/* What a certificate says is not trusted to be a URL: anything below or above
 * printable ASCII could split the request. */
static bool url_usable(const char *url)
{
	size_t len = strlen(url);

	if (len > SSMTP_FETCH_URL_LEN_MAX || strncmp(url, "http://", 7) != 0) {
		return false;
	}
	for (size_t i = 0; i < len; i++) {
		if (url[i] <= ' ' || url[i] > '~') {
			return false;
		}
	}
	return true;
}

void ssmtp_fetch_add_url(ssmtp_fetch *fetch, const char *url)
{
	if (url != NULL && fetch->url_count < SSMTP_FETCH_URLS_MAX && url_usable(url)) {
		char *copy = ssmtp_strndup(url, strlen(url));

		if (copy != NULL) {
			fetch->urls[fetch->url_count++] = copy;
		}
	}
}

static void fetch_close(ssmtp_fetch *fetch)
{
	OSSL_HTTP_REQ_CTX_free(fetch->request);
	BIO_free(fetch->bio);
	ssmtp_bio_link_close(&fetch->link);
	ssmtp_transport_free(&fetch->transport);
	OPENSSL_free(fetch->path);
	ssmtp_free(fetch->host_field);
	fetch->request = NULL;
	fetch->bio = NULL;
	fetch->path = NULL;
	fetch->host_field = NULL;
	fetch->connected = false;
	fetch->link.yielded = false;
}

void ssmtp_fetch_reset(ssmtp_fetch *fetch)
{
	fetch_close(fetch);
	for (size_t i = 0; i < fetch->url_count; i++) {
		ssmtp_free(fetch->urls[i]);
	}
	fetch->url_count = 0;
	fetch->next_url = 0;
}

static char *fetch_host_field(const char *host, int port)
{
	ssmtp_buf text;
	char *copy = NULL;

	ssmtp_buf_init(&text, SSMTP_FETCH_URL_LEN_MAX + 16);
	if (ssmtp_buf_printf(&text, port == 80 ? "%s" : "%s:%d", host, port)) {
		copy = ssmtp_strndup(ssmtp_buf_slice(&text).ptr, ssmtp_buf_len(&text));
	}
	ssmtp_buf_free(&text);
	return copy;
}

/* Opens the transport of the next address; false: that address is of no use. */
static bool fetch_open(ssmtp_fetch *fetch, ssmtp_tls *tls, const char *url)
{
	ssmtp_error error = { 0 };
	char *host = NULL;
	int use_tls = 0;
	int port = 0;

	if (!OSSL_HTTP_parse_url(url, &use_tls, NULL, &host, NULL, &port, &fetch->path, NULL, NULL)) {
		ERR_clear_error();
		ssmtp_tls_status_add(tls, "Fetching %s: not a usable address.", url);
		return false;
	}
	fetch->host_field = fetch_host_field(host, port);
	if (fetch->host_field != NULL) {
		fetch->transport = tls->options.dial(tls->options.dial_context, host, (uint16_t) port, &error);
	}
	OPENSSL_free(host);
	if (fetch->transport == NULL) {
		ssmtp_tls_status_add(tls, "Fetching %s: %s", url, error.text);
		return false;
	}
	ssmtp_tls_status_add(tls, "Fetching %s", url);
	return true;
}

static bool fetch_prepare(ssmtp_fetch *fetch)
{
	fetch->bio = ssmtp_bio_link_open(&fetch->link, fetch->transport);
	if (fetch->bio == NULL || (fetch->request = OSSL_HTTP_REQ_CTX_new(fetch->bio, fetch->bio, 0)) == NULL) {
		return false;
	}
	fetch->link.octets_max = SSMTP_FETCH_OCTETS_MAX + SSMTP_FETCH_HEADER_OCTETS_MAX;
	OSSL_HTTP_REQ_CTX_set_max_response_length(fetch->request, SSMTP_FETCH_OCTETS_MAX);
	return OSSL_HTTP_REQ_CTX_set_request_line(fetch->request, fetch->post != NULL, NULL, NULL, fetch->path) &&
		   OSSL_HTTP_REQ_CTX_add1_header(fetch->request, "Host", fetch->host_field) &&
		   OSSL_HTTP_REQ_CTX_set_expected(fetch->request, NULL, 1, 0, 0) &&
		   (fetch->post == NULL || OSSL_HTTP_REQ_CTX_set1_req(fetch->request, "application/ocsp-request",
									   ASN1_ITEM_rptr(OCSP_REQUEST), (const ASN1_VALUE *) fetch->post));
}

static ssmtp_io fetch_failed(ssmtp_fetch *fetch, ssmtp_tls *tls, const char *reason)
{
	ssmtp_tls_status_add(tls, "Fetching %s failed: %s", fetch->urls[fetch->next_url - 1], reason);
	ERR_clear_error();
	fetch_close(fetch);
	return SSMTP_IO_ERROR;
}

static ssmtp_io fetch_connect(ssmtp_fetch *fetch, ssmtp_tls *tls, int64_t now_ms)
{
	ssmtp_error error = { 0 };

	fetch->io = fetch->transport->vtable->connect(fetch->transport, now_ms, &error);
	if (fetch->io == SSMTP_IO_WANT_READ || fetch->io == SSMTP_IO_WANT_WRITE || fetch->io == SSMTP_IO_WAIT) {
		return SSMTP_IO_WAIT;
	}
	if (fetch->io != SSMTP_IO_DONE) {
		return fetch_failed(fetch, tls, error.text);
	}
	if (!fetch_prepare(fetch)) {
		return fetch_failed(fetch, tls, "the request cannot be made.");
	}
	fetch->connected = true;
	return SSMTP_IO_DONE;
}

static ssmtp_io fetch_exchange(ssmtp_fetch *fetch, ssmtp_tls *tls, BIO **der)
{
	const char *reason;
	int result;

	ssmtp_bio_link_begin(&fetch->link);
	result = OSSL_HTTP_REQ_CTX_nbio(fetch->request);
	if (result == 1) {
		*der = OSSL_HTTP_REQ_CTX_get0_mem_bio(fetch->request);
		return SSMTP_IO_DONE;
	}
	if (result == -1 && ssmtp_bio_link_waits(&fetch->link)) {
		fetch->io = fetch->link.io;
		return SSMTP_IO_WAIT;
	}
	reason = ERR_reason_error_string(ERR_peek_last_error());
	if (fetch->link.failed) {
		reason = fetch->link.error.text;
	} else if (fetch->link.ended || reason == NULL) {
		reason = "the connection ended too early.";
	}
	return fetch_failed(fetch, tls, reason);
}

static ssmtp_io fetch_attempt(ssmtp_fetch *fetch, ssmtp_tls *tls, int64_t now_ms, BIO **der)
{
	if (!fetch->connected) {
		ssmtp_io io = fetch_connect(fetch, tls, now_ms);

		if (io != SSMTP_IO_DONE) {
			return io;
		}
	}
	return fetch_exchange(fetch, tls, der);
}

ssmtp_io ssmtp_fetch_step(ssmtp_fetch *fetch, ssmtp_tls *tls, int64_t now_ms, BIO **der)
{
	for (;;) {
		if (fetch->transport == NULL) {
			if (tls->options.dial == NULL || fetch->next_url >= fetch->url_count) {
				return SSMTP_IO_END;
			}
			if (!fetch_open(fetch, tls, fetch->urls[fetch->next_url++])) {
				fetch_close(fetch);
				continue;
			}
		}
		ssmtp_io io = fetch_attempt(fetch, tls, now_ms, der);

		if (io != SSMTP_IO_ERROR) {
			return io;
		}
	}
}

void ssmtp_fetch_want(ssmtp_fetch *fetch, ssmtp_wait *wait)
{
	if (fetch->transport != NULL) {
		fetch->transport->vtable->want(fetch->transport, fetch->io, wait);
		ssmtp_bio_link_want(&fetch->link, wait);
	}
}
