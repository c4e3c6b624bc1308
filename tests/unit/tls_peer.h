/* A TLS server in the same process, behind a pair of memory pipes: no socket,
 * no clock, every split of the octets possible. */
#ifndef SSMTP_TESTS_TLS_PEER_H
#define SSMTP_TESTS_TLS_PEER_H

#include <openssl/err.h>
#include <openssl/ssl.h>

#include "base/alloc.h"
#include "crypto/tls.h"
#include "tls_pki.h"

/* The lower transport: reads what the server wrote, writes what it will read. */
typedef struct pipe_transport {
	ssmtp_transport base;
	BIO *to_server, *to_client; /* owned by the server's SSL, or by the pipe */
	bool own_bios;
	size_t chunk; /* most octets moved at once; 0: no limit */
	bool stutter; /* every second call is not ready */
	unsigned calls;
	size_t cut_after; /* END after that many octets; SIZE_MAX: never */
	size_t received;
	FILE *trace; /* what text2pcap -D reads; NULL none */
} pipe_transport;

static inline ssmtp_io pipe_connect(ssmtp_transport *transport, int64_t now_ms, ssmtp_error *error)
{
	(void) transport;
	(void) now_ms;
	(void) error;
	return SSMTP_IO_DONE;
}

static inline void pipe_trace(pipe_transport *pipe, char direction, const uint8_t *octets, size_t len)
{
	if (pipe->trace != NULL) {
		fprintf(pipe->trace, "%c\n000000", direction);
		for (size_t i = 0; i < len; i++) {
			fprintf(pipe->trace, " %02x", octets[i]);
		}
		fprintf(pipe->trace, "\n");
	}
}

static inline size_t pipe_room(pipe_transport *pipe, size_t room)
{
	return pipe->chunk != 0 && room > pipe->chunk ? pipe->chunk : room;
}

static inline ssmtp_io pipe_read(ssmtp_transport *transport, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	pipe_transport *pipe = (pipe_transport *) transport;
	int got;

	(void) error;
	if (pipe->stutter && pipe->calls++ % 2 == 0) {
		return SSMTP_IO_WANT_READ;
	}
	room = pipe_room(pipe, room);
	if (pipe->cut_after != SIZE_MAX && pipe->received + room > pipe->cut_after) {
		room = pipe->cut_after - pipe->received;
		if (room == 0) {
			return SSMTP_IO_END;
		}
	}
	got = BIO_read(pipe->to_client, dst, (int) room);
	if (got <= 0) {
		return SSMTP_IO_WANT_READ;
	}
	pipe_trace(pipe, 'I', dst, (size_t) got);
	pipe->received += (size_t) got;
	*n = (size_t) got;
	return SSMTP_IO_DONE;
}

static inline ssmtp_io pipe_write(
	ssmtp_transport *transport, const uint8_t *src, size_t len, size_t *n, ssmtp_error *error)
{
	pipe_transport *pipe = (pipe_transport *) transport;

	(void) error;
	if (pipe->stutter && pipe->calls++ % 2 == 0) {
		return SSMTP_IO_WANT_WRITE;
	}
	*n = pipe_room(pipe, len);
	pipe_trace(pipe, 'O', src, *n);
	BIO_write(pipe->to_server, src, (int) *n);
	return SSMTP_IO_DONE;
}

static inline void pipe_want(ssmtp_transport *transport, ssmtp_io last, ssmtp_wait *wait)
{
	(void) transport;
	(void) last;
	(void) wait;
}

static inline ssmtp_io pipe_shutdown(ssmtp_transport *transport, ssmtp_error *error)
{
	(void) transport;
	(void) error;
	return SSMTP_IO_DONE;
}

static inline void pipe_describe(const ssmtp_transport *transport, ssmtp_buf *out)
{
	(void) transport;
	ssmtp_buf_append_str(out, "pipe");
}

static inline void pipe_free(ssmtp_transport *transport)
{
	pipe_transport *pipe = (pipe_transport *) transport;

	if (pipe->own_bios) {
		BIO_free(pipe->to_server);
		BIO_free(pipe->to_client);
	}
	free(pipe);
}

static const ssmtp_transport_vtable pipe_vtable = { .name = "pipe",
	.connect = pipe_connect,
	.read = pipe_read,
	.write = pipe_write,
	.want = pipe_want,
	.shutdown = pipe_shutdown,
	.describe = pipe_describe,
	.free = pipe_free };

static inline pipe_transport *pipe_new(void)
{
	pipe_transport *pipe = calloc(1, sizeof(*pipe));

	pipe->base.vtable = &pipe_vtable;
	pipe->to_server = BIO_new(BIO_s_mem());
	pipe->to_client = BIO_new(BIO_s_mem());
	BIO_set_mem_eof_return(pipe->to_server, -1);
	BIO_set_mem_eof_return(pipe->to_client, -1);
	pipe->own_bios = true;
	pipe->cut_after = SIZE_MAX;
	return pipe;
}

/* -- the server -- */

typedef struct peer {
	SSL_CTX *ctx;
	SSL *ssl;
	pipe_transport *pipe;
	ssmtp_transport *tls; /* the client under test; takes the pipe */
	ssmtp_io last;
	ssmtp_error error;
} peer;

static inline SSL_CTX *peer_context(const pki_cert *cert)
{
	SSL_CTX *ctx = SSL_CTX_new(TLS_server_method());

	SSL_CTX_set_security_level(ctx, 0);
	SSL_CTX_use_certificate(ctx, cert->x509);
	SSL_CTX_use_PrivateKey(ctx, cert->key);
	SSL_CTX_set_session_id_context(ctx, (const unsigned char *) "t", 1);
	SSL_CTX_set_mode(ctx, SSL_MODE_NO_AUTO_CHAIN);
	return ctx;
}

static inline ssmtp_tls_options peer_options(ssmtp_trust *trust)
{
	return (ssmtp_tls_options){ .host = "mx.example.com",
		.enabled_protocols = 15360,
		.context_protocol = "TLS",
		.cipher_list = "DEFAULT",
		.enabled_suites = "*",
		.tls12_groups = "ecdhe_secp256r1,ecdhe_secp384r1,ecdhe_secp521r1",
		.tls13_key_share_groups = "ecdhe_x25519,ecdhe_secp256r1,ecdhe_secp384r1,ffdhe_2048,ffdhe_3072",
		.tls12_sigalgs =
			"sha512-ecdsa,sha512-rsa,sha512-dsa,sha384-ecdsa,sha384-rsa,sha384-dsa,sha256-ecdsa,sha256-rsa,"
			"sha256-dsa,sha224-ecdsa,sha224-rsa,sha224-dsa,sha1-ecdsa,sha1-rsa,sha1-dsa",
		.tls13_sigalgs =
			"ed25519,ed448,ecdsa_secp256r1_sha256,ecdsa_secp384r1_sha384,ecdsa_secp521r1_sha512,"
			"rsa_pkcs1_sha256,rsa_pkcs1_sha384,rsa_pkcs1_sha512,rsa_pss_sha256,rsa_pss_sha384,rsa_pss_sha512",
		.tls13_groups = "ecdhe_x25519,ecdhe_x448,ecdhe_secp256r1,ecdhe_secp384r1,ecdhe_secp521r1,ffdhe_2048,ffdhe_3072,"
						"ffdhe_4096,ffdhe_6144,ffdhe_8192",
		.session_key = "mx.example.com:25",
		.fetch_timeout_ms = 5000,
		.trust = trust };
}

static inline bool peer_open(peer *p, SSL_CTX *ctx, const ssmtp_tls_options *options)
{
	ssmtp_transport *lower;

	memset(p, 0, sizeof(*p));
	p->ctx = ctx;
	p->pipe = pipe_new();
	p->ssl = SSL_new(ctx);
	BIO_up_ref(p->pipe->to_server);
	BIO_up_ref(p->pipe->to_client);
	SSL_set_bio(p->ssl, p->pipe->to_server, p->pipe->to_client);
	SSL_set_accept_state(p->ssl);
	lower = &p->pipe->base;
	p->tls = ssmtp_tls_new_take(&lower, options, &p->error);
	if (p->tls == NULL) {
		ssmtp_transport_free(&lower);
	}
	return p->tls != NULL;
}

static inline void peer_close(peer *p)
{
	ssmtp_transport_free(&p->tls);
	SSL_free(p->ssl);
	ERR_clear_error();
}

/* Client and server in turn until the client is done or nobody moves. */
static inline ssmtp_io peer_handshake(peer *p)
{
	for (int i = 0; i < 200000; i++) {
		p->last = p->tls->vtable->connect(p->tls, 0, &p->error);
		if (p->last == SSMTP_IO_DONE || p->last == SSMTP_IO_ERROR) {
			break;
		}
		ERR_clear_error();
		SSL_do_handshake(p->ssl);
		ERR_clear_error();
	}
	return p->last;
}

/* One handshake with a fresh pair; true when the client's connect() was DONE. */
static inline bool peer_run(peer *p, SSL_CTX *ctx, const ssmtp_tls_options *options)
{
	return peer_open(p, ctx, options) && peer_handshake(p) == SSMTP_IO_DONE;
}

/* The server's octets as the client reads them; out is NUL-terminated. */
static inline ssmtp_io peer_read(peer *p, char *out, size_t room)
{
	size_t total = 0;
	size_t n;
	ssmtp_io io = SSMTP_IO_WANT_READ;

	for (int i = 0; i < 100000 && total + 1 < room; i++) {
		io = p->tls->vtable->read(p->tls, (uint8_t *) out + total, room - 1 - total, &n, &p->error);
		if (io == SSMTP_IO_DONE) {
			total += n;
		} else if (io == SSMTP_IO_WANT_WRITE || (io == SSMTP_IO_WANT_READ && p->pipe->stutter && i < 50000)) {
			continue;
		} else {
			break;
		}
	}
	out[total] = '\0';
	return io;
}

static inline bool peer_write(peer *p, const char *text)
{
	size_t len = strlen(text);
	size_t n;

	while (len > 0) {
		ssmtp_io io = p->tls->vtable->write(p->tls, (const uint8_t *) text, len, &n, &p->error);

		if (io == SSMTP_IO_ERROR || io == SSMTP_IO_END) {
			return false;
		}
		if (io == SSMTP_IO_DONE) {
			text += n;
			len -= n;
		}
	}
	return true;
}

#endif
