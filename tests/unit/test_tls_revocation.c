/* crypto/tls_revocation: CRL and OCSP, stapled and fetched through a transport
 * whose other end is a few lines of HTTP in this file. */
#include "tls_peer.h"

#include <openssl/ocsp.h>

#include "crypto/bio_transport.h"

#define CRL_URL "http://pki.example.com/root.crl"
#define OCSP_URL "http://ocsp.example.com:8080/"

static pki_cert root, leaf, plain_leaf, responder, impostor;
static ssmtp_trust *trust;

/* -- the HTTP server -- */

typedef struct web {
	ssmtp_buf answer; /* what every connection gets */
	char host[64];    /* asked for last */
	uint16_t port;
	unsigned dialled;
	char request[4096]; /* received last */
	size_t chunk;
	bool silent; /* never answers */
	bool refuse; /* dial fails */
	bool flood;  /* header fields without end */
	size_t given; /* octets handed out, all in all */
} web;

typedef struct web_transport {
	ssmtp_transport base;
	web *site;
	size_t given;
	unsigned calls;
	size_t request_len;
} web_transport;

static ssmtp_io web_connect(ssmtp_transport *transport, int64_t now_ms, ssmtp_error *error)
{
	(void) now_ms;
	(void) error;
	return ((web_transport *) transport)->calls++ == 0 ? SSMTP_IO_WAIT : SSMTP_IO_DONE;
}

/* A good beginning, and then header fields for ever, as fast as anybody reads. */
static size_t web_flood(web_transport *http, uint8_t *dst, size_t room)
{
	static const char begin[] = "HTTP/1.0 200 OK\r\n", field[] = "X-Field: y\r\n";

	for (size_t i = 0; i < room; i++, http->given++) {
		dst[i] = (uint8_t) (http->given < sizeof(begin) - 1
								? begin[http->given]
								: field[(http->given - (sizeof(begin) - 1)) % (sizeof(field) - 1)]);
	}
	http->site->given += room;
	return room;
}

static ssmtp_io web_read(ssmtp_transport *transport, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	web_transport *http = (web_transport *) transport;
	ssmtp_slice rest = ssmtp_slice_skip(ssmtp_buf_slice(&http->site->answer), http->given);

	(void) error;
	if (http->site->flood) {
		*n = web_flood(http, dst, room);
		return SSMTP_IO_DONE;
	}
	if (http->site->silent || http->calls++ % 2 == 0) {
		return SSMTP_IO_WANT_READ;
	}
	if (rest.len == 0) {
		return SSMTP_IO_END;
	}
	*n = rest.len < room ? rest.len : room;
	if (http->site->chunk != 0 && *n > http->site->chunk) {
		*n = http->site->chunk;
	}
	memcpy(dst, rest.ptr, *n);
	http->given += *n;
	http->site->given += *n;
	return SSMTP_IO_DONE;
}

static ssmtp_io web_write(ssmtp_transport *transport, const uint8_t *src, size_t len, size_t *n, ssmtp_error *error)
{
	web_transport *http = (web_transport *) transport;

	(void) error;
	*n = len;
	for (size_t i = 0; i < len && http->request_len + 1 < sizeof(http->site->request); i++) {
		http->site->request[http->request_len++] = (char) src[i];
	}
	http->site->request[http->request_len] = '\0';
	return SSMTP_IO_DONE;
}

static void web_free(ssmtp_transport *transport)
{
	free(transport);
}

static const ssmtp_transport_vtable web_vtable = { .name = "web",
	.connect = web_connect,
	.read = web_read,
	.write = web_write,
	.want = pipe_want,
	.shutdown = pipe_shutdown,
	.describe = pipe_describe,
	.free = web_free };

static ssmtp_transport *web_dial(void *context, const char *host, uint16_t port, ssmtp_error *error)
{
	web *site = context;
	web_transport *http;

	site->dialled++;
	if (site->refuse) {
		ssmtp_error_set(error, SSMTP_ERROR_CONNECT, 10061, "refused.");
		return NULL;
	}
	snprintf(site->host, sizeof(site->host), "%s", host);
	site->port = port;
	http = calloc(1, sizeof(*http));
	http->base.vtable = &web_vtable;
	http->site = site;
	return &http->base;
}

static void web_answer(web *site, const char *status, const uint8_t *der, size_t len)
{
	memset(site, 0, sizeof(*site));
	ssmtp_buf_init(&site->answer, 64 << 20);
	ssmtp_buf_printf(&site->answer,
		"HTTP/1.0 %s\r\nContent-Type: application/octet-stream\r\nContent-Length: %zu\r\n\r\n", status, len);
	ssmtp_buf_append(&site->answer, der, len);
}

static void web_crl(web *site, X509_CRL *crl)
{
	unsigned char *der = NULL;
	int len = i2d_X509_CRL(crl, &der);

	web_answer(site, "200 OK", der, (size_t) len);
	OPENSSL_free(der);
	X509_CRL_free(crl);
}

/* -- OCSP answers -- */

typedef struct ocsp_spec {
	const pki_cert *signer; /* with its certificate in the answer */
	X509 *about;
	int status;          /* V_OCSP_CERTSTATUS_* */
	long this_s, next_s; /* relative to now; next_s 0: none */
	const char *digest;  /* NULL: SHA256 */
	X509 *issuer;        /* NULL: the root */
} ocsp_spec;

static size_t ocsp_make(const ocsp_spec *spec, unsigned char **der)
{
	OCSP_BASICRESP *basic = OCSP_BASICRESP_new();
	OCSP_CERTID *id = OCSP_cert_to_id(EVP_sha256(), spec->about, spec->issuer != NULL ? spec->issuer : root.x509);
	ASN1_TIME *this_update = X509_gmtime_adj(NULL, spec->this_s);
	ASN1_TIME *next_update = spec->next_s == 0 ? NULL : X509_gmtime_adj(NULL, spec->next_s);
	const EVP_MD *digest = EVP_get_digestbyname(spec->digest != NULL ? spec->digest : "SHA256");
	OCSP_RESPONSE *response;
	int len;

	OCSP_basic_add1_status(basic, id, spec->status, OCSP_REVOKED_STATUS_KEYCOMPROMISE,
		spec->status == V_OCSP_CERTSTATUS_REVOKED ? this_update : NULL, this_update, next_update);
	OCSP_basic_sign(basic, spec->signer->x509, spec->signer->key, digest, NULL, 0);
	response = OCSP_response_create(OCSP_RESPONSE_STATUS_SUCCESSFUL, basic);
	*der = NULL;
	len = i2d_OCSP_RESPONSE(response, der);
	OCSP_RESPONSE_free(response);
	OCSP_BASICRESP_free(basic);
	OCSP_CERTID_free(id);
	ASN1_TIME_free(this_update);
	ASN1_TIME_free(next_update);
	return (size_t) len;
}

static int staple(SSL *ssl, void *spec)
{
	unsigned char *der;
	size_t len = ocsp_make(spec, &der);

	SSL_set_tlsext_status_ocsp_resp(ssl, der, (long) len);
	return SSL_TLSEXT_ERR_OK;
}

/* -- one handshake -- */

typedef struct outcome {
	bool done, accept;
	long error;
	bool status_seen; /* the status line that was asked for */
	int64_t waited;   /* steps that answered WAIT */
} outcome;

static outcome run(
	const pki_cert *cert, ocsp_spec *stapled, web *site, int crl, int ocsp, uint32_t flags, const char *line)
{
	ssmtp_tls_options options = peer_options(trust);
	SSL_CTX *ctx = peer_context(cert);
	outcome result = { 0 };
	ssmtp_slice status;
	int64_t now_ms = 1000;
	peer p;

	if (stapled != NULL) {
		SSL_CTX_set_tlsext_status_cb(ctx, staple);
		SSL_CTX_set_tlsext_status_arg(ctx, stapled);
	}
	options.check_crl = crl;
	options.check_ocsp = ocsp;
	options.security_flags = flags;
	options.dial = site != NULL ? web_dial : NULL;
	options.dial_context = site;
	CHECK(peer_open(&p, ctx, &options), "%s", p.error.text);
	for (int i = 0; i < 100000; i++) {
		p.last = p.tls->vtable->connect(p.tls, now_ms, &p.error);
		if (p.last == SSMTP_IO_DONE || p.last == SSMTP_IO_ERROR) {
			break;
		}
		if (p.last == SSMTP_IO_WAIT) {
			ssmtp_wait wait = { .deadline_ms = SSMTP_DEADLINE_NEVER };

			p.tls->vtable->want(p.tls, p.last, &wait);
			CHECK(wait.deadline_ms == 6000 || result.waited++ > 0);
			result.waited++;
			now_ms += site->silent || site->flood ? 1000 : 0;
		}
		SSL_do_handshake(p.ssl);
		ERR_clear_error();
	}
	result.done = p.last == SSMTP_IO_DONE;
	CHECK(result.done, "%s", p.error.text);
	result.accept = ssmtp_tls_get_verdict(p.tls)->accept;
	result.error = ssmtp_tls_get_verdict(p.tls)->verify_error;
	while (ssmtp_tls_next_status(p.tls, &status)) {
		char text[2048];

		snprintf(text, sizeof(text), "%.*s", SSMTP_SLICE_FMT(status));
		result.status_seen = result.status_seen || strstr(text, line) != NULL;
	}
	CHECK(result.status_seen, "no status \"%s\"", line);
	CHECK(ERR_peek_error() == 0);
	peer_close(&p);
	SSL_CTX_free(ctx);
	return result;
}

static void expect(outcome result, bool accept, long error, int line)
{
	CHECK(result.accept == accept && result.error == error, "from line %d: accept %d error %ld %s", line, result.accept,
		result.error, X509_verify_cert_error_string(result.error));
}
#define EXPECT(result, accept, error) expect(result, accept, error, __LINE__)

static void test_crl(void)
{
	web site;

	web_crl(&site, pki_crl(&root, NULL, 5));
	site.chunk = 7;
	EXPECT(run(&leaf, NULL, &site, 1, 0, 0, "Fetching " CRL_URL), true, 0);
	CHECK(strcmp(site.host, "pki.example.com") == 0 && site.port == 80);
	CHECK(strncmp(site.request, "GET /root.crl HTTP/1.0\r\n", 24) == 0, "%s", site.request);
	CHECK(strstr(site.request, "\r\nHost: pki.example.com\r\n") != NULL);
	EXPECT(run(&leaf, NULL, &site, 2, 0, 0, "OK"), true, 0);
	ssmtp_buf_free(&site.answer);

	web_crl(&site, pki_crl(&root, leaf.x509, 5));
	EXPECT(run(&leaf, NULL, &site, 1, 0, 0, "revoked"), false, X509_V_ERR_CERT_REVOKED);
	EXPECT(run(&leaf, NULL, &site, 2, 0, 0x100, "revoked"), false, X509_V_ERR_CERT_REVOKED);
	EXPECT(run(&leaf, NULL, &site, 0, 0, 0, "OK"), true, 0);
	ssmtp_buf_free(&site.answer);

	web_crl(&site, pki_crl(&root, NULL, -1));
	EXPECT(run(&leaf, NULL, &site, 1, 0, 0, "expired"), false, X509_V_ERR_CRL_HAS_EXPIRED);
	EXPECT(run(&leaf, NULL, &site, 1, 0, 0x100, "OK"), true, 0);
	ssmtp_buf_free(&site.answer);

	web_crl(&site, pki_crl(&impostor, leaf.x509, 5));
	EXPECT(run(&leaf, NULL, &site, 1, 0, 0x100, "CRL"), false, X509_V_ERR_CRL_SIGNATURE_FAILURE);
	ssmtp_buf_free(&site.answer);
}

/* Where the list cannot be had: level 1 goes on, level 2 refuses, flag 0x100 waives. */
static void unknown_crl(web *site, const char *line)
{
	EXPECT(run(&leaf, NULL, site, 1, 0, 0, line), true, 0);
	EXPECT(run(&leaf, NULL, site, 2, 0, 0, line), false, X509_V_ERR_UNABLE_TO_GET_CRL);
	EXPECT(run(&leaf, NULL, site, 2, 0, 0x100, line), true, 0);
	ssmtp_buf_free(&site->answer);
}

static void test_crl_unknown(void)
{
	uint8_t big[64] = { 0x30, 0x84, 0x01, 0x00, 0x00, 0x00 }; /* announces 16 MiB */
	web site;
	outcome result;

	web_answer(&site, "404 Not Found", (const uint8_t *) "x", 1);
	unknown_crl(&site, "failed");
	web_answer(&site, "200 OK", (const uint8_t *) "no list", 7);
	unknown_crl(&site, "could not be found out");
	web_answer(&site, "200 OK", big, sizeof(big));
	unknown_crl(&site, "failed");
	web_answer(&site, "200 OK", (const uint8_t *) "\x30\x82\x01\x00", 4);
	unknown_crl(&site, "ended too early");
	web_answer(&site, "200 OK", (const uint8_t *) "", 0);
	ssmtp_buf_clear(&site.answer);
	unknown_crl(&site, "failed");
	web_answer(&site, "200 OK", (const uint8_t *) "x", 1);
	site.refuse = true;
	unknown_crl(&site, "refused.");
	web_answer(&site, "200 OK", (const uint8_t *) "x", 1);
	site.silent = true;
	result = run(&leaf, NULL, &site, 2, 0, 0, "took too long");
	EXPECT(result, false, X509_V_ERR_UNABLE_TO_GET_CRL);
	CHECK(result.waited > 3);
	ssmtp_buf_free(&site.answer);
	/* A certificate that names no list, and nobody who could fetch. */
	web_answer(&site, "200 OK", (const uint8_t *) "x", 1);
	EXPECT(run(&plain_leaf, NULL, &site, 1, 0, 0, "could not be found out"), true, 0);
	EXPECT(run(&plain_leaf, NULL, &site, 2, 0, 0, "could not be found out"), false, X509_V_ERR_UNABLE_TO_GET_CRL);
	CHECK(site.dialled == 0);
	ssmtp_buf_free(&site.answer);
	EXPECT(run(&leaf, NULL, NULL, 1, 0, 0, "could not be found out"), true, 0);
}

static const struct {
	const pki_cert *signer;
	int status;
	long this_s, next_s;
	bool level1, level2;
	long error2;
	const char *line;
} ocsp_cases[] = {
	{ &root, V_OCSP_CERTSTATUS_GOOD, -60, 3600, true, true, 0, "OCSP answer stapled: good." },
	{ &responder, V_OCSP_CERTSTATUS_GOOD, -60, 3600, true, true, 0, "OCSP answer stapled: good." },
	{ &root, V_OCSP_CERTSTATUS_REVOKED, -60, 3600, false, false, X509_V_ERR_CERT_REVOKED,
		"OCSP answer stapled: revoked." },
	{ &root, V_OCSP_CERTSTATUS_UNKNOWN, -60, 3600, true, false, X509_V_ERR_OCSP_VERIFY_NEEDED, "stapled: of no use" },
	{ &root, V_OCSP_CERTSTATUS_GOOD, -7200, -3600, true, false, X509_V_ERR_OCSP_VERIFY_NEEDED, "stapled: of no use" },
	{ &root, V_OCSP_CERTSTATUS_GOOD, 7200, 9000, true, false, X509_V_ERR_OCSP_VERIFY_NEEDED, "stapled: of no use" },
	{ &impostor, V_OCSP_CERTSTATUS_GOOD, -60, 3600, true, false, X509_V_ERR_OCSP_VERIFY_NEEDED, "stapled: of no use" },
	{ &plain_leaf, V_OCSP_CERTSTATUS_GOOD, -60, 3600, true, false, X509_V_ERR_OCSP_VERIFY_NEEDED,
		"stapled: of no use" },
};

static void test_stapled(void)
{
	for (size_t i = 0; i < sizeof(ocsp_cases) / sizeof(ocsp_cases[0]); i++) {
		ocsp_spec spec = { .signer = ocsp_cases[i].signer, leaf.x509, ocsp_cases[i].status, ocsp_cases[i].this_s,
			ocsp_cases[i].next_s };

		EXPECT(run(&leaf, &spec, NULL, 0, 1, 0, ocsp_cases[i].line), ocsp_cases[i].level1,
			ocsp_cases[i].level1 ? 0 : ocsp_cases[i].error2);
		EXPECT(run(&leaf, &spec, NULL, 0, 2, 0, ocsp_cases[i].line), ocsp_cases[i].level2, ocsp_cases[i].error2);
	}
	/* One without nextUpdate is taken for seven days. */
	for (int late = -60; late <= 60; late += 120) {
		ocsp_spec open_end = { .signer = &root, leaf.x509, V_OCSP_CERTSTATUS_GOOD, -7 * 86400L - late, 0 };

		EXPECT(run(&leaf, &open_end, NULL, 0, 2, 0, late > 0 ? "stapled: of no use" : "stapled: good"), late < 0,
			late < 0 ? 0 : X509_V_ERR_OCSP_VERIFY_NEEDED);
	}
	/* An answer about another certificate. */
	ocsp_spec other = { .signer = &root, plain_leaf.x509, V_OCSP_CERTSTATUS_GOOD, -60, 3600 };
	EXPECT(run(&leaf, &other, NULL, 0, 2, 0, "stapled: of no use"), false, X509_V_ERR_OCSP_VERIFY_NEEDED);
}

static void web_ocsp(web *site, const ocsp_spec *spec)
{
	unsigned char *der;
	size_t len = ocsp_make(spec, &der);

	web_answer(site, "200 OK", der, len);
	OPENSSL_free(der);
}

static void test_fetched(void)
{
	ocsp_spec good = { .signer = &responder, leaf.x509, V_OCSP_CERTSTATUS_GOOD, -60, 3600 };
	ocsp_spec revoked = { .signer = &responder, leaf.x509, V_OCSP_CERTSTATUS_REVOKED, -60, 3600 };
	ocsp_spec stale = { .signer = &root, leaf.x509, V_OCSP_CERTSTATUS_GOOD, -7200, -3600 };
	web site;

	web_ocsp(&site, &good);
	EXPECT(run(&leaf, NULL, &site, 0, 2, 0, "OCSP answer fetched: good."), true, 0);
	CHECK(strcmp(site.host, "ocsp.example.com") == 0 && site.port == 8080);
	CHECK(strncmp(site.request, "POST / HTTP/1.0\r\n", 17) == 0, "%s", site.request);
	CHECK(strstr(site.request, "\r\nHost: ocsp.example.com:8080\r\n") != NULL);
	CHECK(strstr(site.request, "Content-Type: application/ocsp-request\r\n") != NULL);
	/* A stapled answer that is out of date is asked for again; a good one is not. */
	EXPECT(run(&leaf, &stale, &site, 0, 2, 0, "OCSP answer fetched: good."), true, 0);
	site.dialled = 0;
	EXPECT(run(&leaf, &good, &site, 0, 2, 0, "OCSP answer stapled: good."), true, 0);
	CHECK(site.dialled == 0);
	ssmtp_buf_free(&site.answer);
	web_ocsp(&site, &revoked);
	site.chunk = 1;
	EXPECT(run(&leaf, NULL, &site, 0, 1, 0, "OCSP answer fetched: revoked."), false, X509_V_ERR_CERT_REVOKED);
	/* Nothing is fetched for a certificate that is refused anyway. */
	site.dialled = 0;
	EXPECT(run(&impostor, NULL, &site, 2, 2, 0, "Server certificate"), false, X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT);
	CHECK(site.dialled == 0);
	ssmtp_buf_free(&site.answer);
}

/* RFC 8550 section 4.3, RFC 5280: lists and answers that anybody could have signed count for nothing. */
static void test_weak_signatures(void)
{
	pki_cert weak = pki_make(&root, &(pki_spec){ .name = "OCSP", .usage = "OCSPSigning", .rsa_bits = 1024 });
	ocsp_spec rows[] = {
		{ .signer = &root, leaf.x509, V_OCSP_CERTSTATUS_REVOKED, -60, 3600, "SHA1" },
		{ .signer = &responder, leaf.x509, V_OCSP_CERTSTATUS_GOOD, -60, 3600, "SHA1" },
		{ .signer = &weak, leaf.x509, V_OCSP_CERTSTATUS_GOOD, -60, 3600, NULL },
	};
	X509_CRL *crl = pki_crl(&root, NULL, 5);
	web site;

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		EXPECT(run(&leaf, &rows[i], NULL, 0, 2, 0, "stapled: of no use"), false, X509_V_ERR_OCSP_VERIFY_NEEDED);
	}
	X509_CRL_sign(crl, root.key, EVP_sha1());
	web_crl(&site, crl);
	EXPECT(run(&leaf, NULL, &site, 1, 0, 0, "too weak"), true, 0);
	EXPECT(run(&leaf, NULL, &site, 2, 0, 0, "too weak"), false, X509_V_ERR_UNABLE_TO_GET_CRL);
	ssmtp_buf_free(&site.answer);
	pki_free(&weak);
}

/* What the settings wave through is vouched for by nobody, and so are the addresses in it. */
static void test_waived_chain(void)
{
	pki_cert stranger = pki_make(NULL, &(pki_spec){ .name = "Stranger", .ca = true });
	pki_cert unknown = pki_make(
		&stranger, &(pki_spec){ .name = "x", .dns = "mx.example.com", .crl_url = CRL_URL, .ocsp_url = OCSP_URL });
	pki_cert other =
		pki_make(&root, &(pki_spec){ .name = "x", .dns = "a.example", .crl_url = CRL_URL, .ocsp_url = OCSP_URL });
	web site;

	web_crl(&site, pki_crl(&stranger, NULL, 5));
	EXPECT(run(&unknown, NULL, &site, 1, 1, 0x10, "whose chain does not stand"), true, 0);
	EXPECT(run(&unknown, NULL, &site, 2, 0, 0x10, "whose chain does not stand"), false, X509_V_ERR_UNABLE_TO_GET_CRL);
	EXPECT(run(&unknown, NULL, &site, 0, 2, 0x10, "could not be found out"), false, X509_V_ERR_OCSP_VERIFY_NEEDED);
	EXPECT(run(&unknown, NULL, &site, 2, 2, 0x110, "whose chain does not"), true, 0);
	CHECK(site.dialled == 0, "%u", site.dialled);
	ssmtp_buf_free(&site.answer);
	/* A waived name is another matter: the CA vouches for the rest. */
	web_crl(&site, pki_crl(&root, other.x509, 5));
	EXPECT(run(&other, NULL, &site, 1, 0, 0x80000000u, "revoked"), false, X509_V_ERR_CERT_REVOKED);
	CHECK(site.dialled == 1);
	ssmtp_buf_free(&site.answer);
	pki_free(&other);
	pki_free(&unknown);
	pki_free(&stranger);
}

/* Header fields without end: the time limit holds, and so does the limit of octets. */
static void test_flood(void)
{
	web site;

	web_answer(&site, "200 OK", (const uint8_t *) "x", 1);
	site.flood = true;
	EXPECT(run(&leaf, NULL, &site, 1, 0, 0, "could not be found out"), true, 0);
	CHECK(site.given <= 10 * SSMTP_BIO_TURN_OCTETS, "%zu octets", site.given);
	EXPECT(run(&leaf, NULL, &site, 0, 2, 0, "could not be found out"), false, X509_V_ERR_OCSP_VERIFY_NEEDED);
	ssmtp_buf_free(&site.answer);
}

/* -- level 3: the whole chain -- */

typedef struct chain_case {
	bool upper_list;    /* of the root, about the intermediate */
	bool lower_list;    /* of the intermediate, about the leaf */
	bool upper_revoked;
	uint32_t flags;
	long error2, error3; /* on level 2 and 3 */
} chain_case;

static const chain_case chain_cases[] = {
	{ true, true, false, 0, 0, 0 },
	{ true, true, true, 0, 0, X509_V_ERR_CERT_REVOKED },
	{ false, true, false, 0, 0, X509_V_ERR_UNABLE_TO_GET_CRL },
	{ true, false, false, 0, X509_V_ERR_UNABLE_TO_GET_CRL, X509_V_ERR_UNABLE_TO_GET_CRL },
	{ false, true, false, 0x400 | 0x800, 0, 0 },
};

/* Answers by what is asked for. */
typedef struct chain_site {
	web lower, upper;
} chain_site;

static ssmtp_transport *chain_dial(void *context, const char *host, uint16_t port, ssmtp_error *error)
{
	chain_site *sites = context;

	return web_dial(strncmp(host, "upper", 5) == 0 ? &sites->upper : &sites->lower, host, port, error);
}

static long chain_run(
	const pki_cert *cert, const pki_cert *middle, chain_site *sites, int crl, int ocsp, uint32_t flags)
{
	ssmtp_tls_options options = peer_options(trust);
	SSL_CTX *ctx = peer_context(cert);
	long error;
	peer p;

	SSL_CTX_add1_chain_cert(ctx, middle->x509);
	options.check_crl = crl;
	options.check_ocsp = ocsp;
	options.security_flags = flags;
	options.dial = chain_dial;
	options.dial_context = sites;
	CHECK(peer_run(&p, ctx, &options), "%s", p.error.text);
	error = ssmtp_tls_get_verdict(p.tls)->verify_error;
	peer_close(&p);
	SSL_CTX_free(ctx);
	return error;
}

static void chain_serve(web *site, bool served, X509_CRL *crl)
{
	if (served) {
		web_crl(site, crl);
	} else {
		X509_CRL_free(crl);
		web_answer(site, "404 Not Found", (const uint8_t *) "x", 1);
	}
}

static void test_whole_chain(void)
{
	pki_cert middle = pki_make(&root, &(pki_spec){ .name = "Middle",
										  .ca = true,
										  .crl_url = "http://upper.example.com/root.crl",
										  .ocsp_url = "http://upper.example.com/ocsp" });
	pki_cert below = pki_make(&middle, &(pki_spec){ .name = "x",
										   .dns = "mx.example.com",
										   .crl_url = "http://lower.example.com/middle.crl",
										   .ocsp_url = "http://lower.example.com/ocsp" });
	chain_site sites;

	for (size_t i = 0; i < sizeof(chain_cases) / sizeof(chain_cases[0]); i++) {
		const chain_case *row = &chain_cases[i];
		long error;

		chain_serve(&sites.lower, row->lower_list, pki_crl(&middle, NULL, 5));
		chain_serve(&sites.upper, row->upper_list, pki_crl(&root, row->upper_revoked ? middle.x509 : NULL, 5));
		error = chain_run(&below, &middle, &sites, 2, 0, row->flags);
		CHECK(error == row->error2, "row %zu level 2: %s", i, X509_verify_cert_error_string(error));
		CHECK(sites.upper.dialled == 0, "row %zu", i);
		error = chain_run(&below, &middle, &sites, 3, 0, row->flags);
		CHECK(error == row->error3, "row %zu level 3: %s", i, X509_verify_cert_error_string(error));
		CHECK(sites.upper.dialled == 1, "row %zu", i);
		ssmtp_buf_free(&sites.lower.answer);
		ssmtp_buf_free(&sites.upper.answer);
	}
	for (int revoked = 0; revoked < 2; revoked++) {
		ocsp_spec lower = { .signer = &middle, below.x509, V_OCSP_CERTSTATUS_GOOD, -60, 3600, NULL, middle.x509 };
		ocsp_spec upper = { .signer = &root, middle.x509,
			revoked ? V_OCSP_CERTSTATUS_REVOKED : V_OCSP_CERTSTATUS_GOOD, -60, 3600 };
		long error;

		web_ocsp(&sites.lower, &lower);
		web_ocsp(&sites.upper, &upper);
		error = chain_run(&below, &middle, &sites, 0, 2, 0);
		CHECK(error == 0 && sites.upper.dialled == 0, "level 2: %s", X509_verify_cert_error_string(error));
		error = chain_run(&below, &middle, &sites, 0, 3, 0);
		CHECK(error == (revoked ? X509_V_ERR_CERT_REVOKED : 0) && sites.upper.dialled == 1, "level 3: %s",
			X509_verify_cert_error_string(error));
		ssmtp_buf_free(&sites.lower.answer);
		ssmtp_buf_free(&sites.upper.answer);
	}
	pki_free(&below);
	pki_free(&middle);
}

/* Addresses that would split the request or are not HTTP are never dialled. */
static void test_addresses(void)
{
	static const char *const urls[] = { "http://x.example.com/a\r\nX: y", "https://x.example.com/", "ldap://x/",
		"file:///etc/passwd", "http://x.example.com/ b" };

	for (size_t i = 0; i < sizeof(urls) / sizeof(urls[0]); i++) {
		pki_cert cert = pki_make(&root, &(pki_spec){ .name = "x", .dns = "mx.example.com", .crl_raw = urls[i] });
		web site;

		web_answer(&site, "200 OK", (const uint8_t *) "x", 1);
		EXPECT(run(&cert, NULL, &site, 1, 0, 0, "could not be found out"), true, 0);
		CHECK(site.dialled == 0, "%s", urls[i]);
		ssmtp_buf_free(&site.answer);
		pki_free(&cert);
	}
}

/* Whichever allocation fails: a revoked certificate is never accepted where the check is required. */
static void test_memory(void)
{
	bool whole = false;
	web site;

	web_crl(&site, pki_crl(&root, leaf.x509, 5));
	for (unsigned long n = 1; n < 500 && !whole; n++) {
		ssmtp_tls_options options = peer_options(trust);
		SSL_CTX *ctx = peer_context(&leaf);
		peer p;

		options.check_crl = 2;
		options.dial = web_dial;
		options.dial_context = &site;
		ssmtp_alloc_fail_at(n);
		if (peer_open(&p, ctx, &options) && peer_handshake(&p) == SSMTP_IO_DONE) {
			CHECK(!ssmtp_tls_get_verdict(p.tls)->accept, "n=%lu", n);
			whole = ssmtp_tls_get_verdict(p.tls)->verify_error == X509_V_ERR_CERT_REVOKED && ssmtp_alloc_count() < n;
		} else {
			CHECK(p.error.kind == SSMTP_ERROR_NOMEM, "n=%lu %s", n, p.error.text);
		}
		ssmtp_alloc_fail_at(0);
		peer_close(&p);
		SSL_CTX_free(ctx);
	}
	CHECK(whole);
	ssmtp_buf_free(&site.answer);
}

int main(void)
{
	ssmtp_trust_options options = { 0 };
	ssmtp_error error = { 0 };
	char *pem;

	root = pki_make(NULL, &(pki_spec){ .name = "Test Root", .ca = true });
	leaf =
		pki_make(&root, &(pki_spec){ .name = "x", .dns = "mx.example.com", .crl_url = CRL_URL, .ocsp_url = OCSP_URL });
	plain_leaf = pki_make(&root, &(pki_spec){ .name = "y", .dns = "mx.example.com" });
	responder = pki_make(&root, &(pki_spec){ .name = "OCSP", .usage = "OCSPSigning" });
	impostor = pki_make(NULL, &(pki_spec){ .name = "Test Root", .dns = "mx.example.com", .ca = true });
	options.server_ca_certs = pem = pki_pem(root.x509);
	trust = ssmtp_trust_open(&options, &error);
	CHECK(trust != NULL, "%s", error.text);
	test_crl();
	test_crl_unknown();
	test_stapled();
	test_fetched();
	test_addresses();
	test_weak_signatures();
	test_waived_chain();
	test_flood();
	test_whole_chain();
	test_memory();
	free(pem);
	ssmtp_trust_free(&trust);
	ssmtp_trust_shutdown();
	pki_free(&impostor);
	pki_free(&responder);
	pki_free(&plain_leaf);
	pki_free(&leaf);
	pki_free(&root);
	return unit_summary("tls_revocation");
}
