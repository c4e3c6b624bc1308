/* crypto/tls: handshake, octets, sessions, errors, what was negotiated. */
#include <sys/stat.h>
#include <unistd.h>

#include "tls_peer.h"

static pki_cert root;
static pki_cert leaf;
static char *root_pem;
static ssmtp_trust *trust;
static SSL_CTX *server;

static void set_up(void)
{
	ssmtp_trust_options options = { 0 };
	ssmtp_error error = { 0 };

	root = pki_make(NULL, &(pki_spec){ .name = "Test Root", .ca = true });
	leaf = pki_make(&root, &(pki_spec){ .name = "mx.example.com", .dns = "mx.example.com" });
	root_pem = pki_pem(root.x509);
	options.server_ca_certs = root_pem;
	trust = ssmtp_trust_open(&options, &error);
	CHECK(trust != NULL, "%s", error.text);
	server = peer_context(&leaf);
}

static void tear_down(void)
{
	SSL_CTX_free(server);
	ssmtp_trust_free(&trust);
	ssmtp_trust_shutdown();
	free(root_pem);
	pki_free(&leaf);
	pki_free(&root);
}

/* Every chunk size, and with calls that are not ready in between. */
static void test_splits(void)
{
	static const size_t chunks[] = { 0, 1, 2, 3, 5, 16, 517, 4096 };

	for (size_t i = 0; i < 2 * sizeof(chunks) / sizeof(chunks[0]); i++) {
		ssmtp_tls_options options = peer_options(trust);
		char text[64];
		char got[64];
		peer p;

		CHECK(peer_open(&p, server, &options), "%s", p.error.text);
		p.pipe->chunk = chunks[i / 2];
		p.pipe->stutter = i % 2;
		CHECK(peer_handshake(&p) == SSMTP_IO_DONE, "chunk %zu: %s", p.pipe->chunk, p.error.text);
		CHECK(ssmtp_tls_get_verdict(p.tls)->accept);
		CHECK(ssmtp_slice_equal(ssmtp_tls_get_verdict(p.tls)->status, SSMTP_SLICE("OK")), "%.*s",
			SSMTP_SLICE_FMT(ssmtp_tls_get_verdict(p.tls)->status));
		CHECK(SSL_do_handshake(p.ssl) == 1);
		CHECK(SSL_write(p.ssl, "220 mx.example.com\r\n", 20) == 20);
		peer_read(&p, got, sizeof(got));
		CHECK(strcmp(got, "220 mx.example.com\r\n") == 0, "got %s", got);
		CHECK(peer_write(&p, "EHLO client.example.org\r\n"));
		CHECK(SSL_read(p.ssl, text, sizeof(text)) == 25);
		CHECK(ERR_peek_error() == 0);
		peer_close(&p);
	}
}

int main(void)
{
	set_up();
	test_splits();
	tear_down();
	return unit_summary("tls");
}
