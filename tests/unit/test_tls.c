/* crypto/tls: handshake, octets, sessions, errors, what was negotiated. */
#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "crypto/ossl.h"
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

/* -- handshakes that fail -- */

/* What the server says instead of TLS, then it may close. */
static const struct {
	const char *label;
	const char *octets;
	size_t len;
	bool close;
	int code;
	const char *text;
} openings[] = {
	{ "closed at once", "", 0, true, 276, "closed the connection" },
	{ "SMTP greeting", "220 mx.example.com ESMTP\r\n", 26, false, 276, "STARTTLS" },
	{ "alert handshake_failure", "\x15\x03\x03\x00\x02\x02\x28", 7, false, 276, "handshake failure" },
	{ "alert handshake_failure", "\x15\x03\x03\x00\x02\x02\x28", 7, false, 276,
		"Offered: TLS 1.2 to TLS 1.3 with TLS_AES_256_GCM_SHA384, " },
	{ "alert insufficient_security", "\x15\x03\x03\x00\x02\x02\x47", 7, false, 276, "Offered: TLS 1.2 to TLS 1.3" },
	{ "alert protocol_version", "\x15\x03\x01\x00\x02\x02\x46", 7, false, 276, "SSLEnabledProtocols" },
	{ "alert close_notify", "\x15\x03\x03\x00\x02\x01\x00", 7, true, 276, "TLS handshake" },
	{ "half a record header", "\x16\x03", 2, true, 276, "closed the connection" },
	{ "half a record", "\x16\x03\x03\x00\x40\x02\x00\x00", 8, true, 276, "closed the connection" },
	{ "empty handshake record", "\x16\x03\x03\x00\x00", 5, true, 276, "TLS handshake" },
	/* "packet length too long", or since OpenSSL 3.2 "data length too long" */
	{ "overlong record", "\x16\x03\x03\xff\xff", 5, true, 276, " length too long" },
	{ "application data", "\x17\x03\x03\x00\x01x", 6, true, 276, "TLS handshake" },
};

static void test_openings(void)
{
	for (size_t i = 0; i < sizeof(openings) / sizeof(openings[0]); i++) {
		ssmtp_tls_options options = peer_options(trust);
		ssmtp_error again = { 0 };
		ssmtp_io io = SSMTP_IO_WANT_READ;
		size_t n;
		uint8_t octet;
		peer p;

		CHECK(peer_open(&p, server, &options));
		BIO_write(p.pipe->to_client, openings[i].octets, (int) openings[i].len);
		p.pipe->cut_after = openings[i].close ? openings[i].len : SIZE_MAX;
		p.pipe->chunk = i % 2 ? 1 : 0;
		for (int turn = 0; turn < 100 && io != SSMTP_IO_ERROR; turn++) {
			io = p.tls->vtable->connect(p.tls, 0, &p.error);
		}
		CHECK(io == SSMTP_IO_ERROR, "%s", openings[i].label);
		CHECK(p.error.code == openings[i].code, "%s: %d %s", openings[i].label, p.error.code, p.error.text);
		CHECK(p.error.kind == SSMTP_ERROR_TLS, "%s", openings[i].label);
		CHECK(strstr(p.error.text, openings[i].text) != NULL, "%s: %s", openings[i].label, p.error.text);
		CHECK(p.tls->vtable->read(p.tls, &octet, 1, &n, &again) == SSMTP_IO_ERROR && again.code == openings[i].code);
		CHECK(ERR_peek_error() == 0);
		peer_close(&p);
	}
}

/* The server's flight ends at every position: never a crash, never success. */
static void test_cut_everywhere(void)
{
	ssmtp_tls_options options = peer_options(trust);
	size_t whole;
	peer p;

	CHECK(peer_run(&p, server, &options));
	whole = p.pipe->received;
	peer_close(&p);
	CHECK(whole > 500);
	for (size_t cut = 0; cut < whole; cut += cut < 40 ? 1 : 23) {
		ssmtp_io io;

		CHECK(peer_open(&p, server, &options));
		p.pipe->cut_after = cut;
		io = peer_handshake(&p);
		CHECK(io == SSMTP_IO_ERROR && p.error.code == 276, "cut %zu: %d %s", cut, p.error.code, p.error.text);
		peer_close(&p);
	}
}

/* -- versions -- */

static const struct {
	int enabled;
	const char *context;
	int server_version;  /* the only one the server speaks */
	const char *version; /* NULL: 276 */
} versions[] = {
	{ 15360, "TLS", TLS1_3_VERSION, "TLSv1.3" },
	{ 15360, "TLS", TLS1_2_VERSION, "TLSv1.2" },
	{ 15360, "TLS", TLS1_1_VERSION, NULL },
	{ 15360, "TLS", TLS1_VERSION, NULL },
	{ 16320, "TLS", TLS1_1_VERSION, "TLSv1.1" },
	{ 16320, "TLS", TLS1_VERSION, "TLSv1" },
	{ 140, "TLS", TLS1_VERSION, "TLSv1" }, /* what old programs pass */
	{ 140, "TLS", TLS1_2_VERSION, NULL },
	{ 15360, "TLSv1.2", TLS1_3_VERSION, NULL },
	{ 15360, "TLSv1.2", TLS1_2_VERSION, "TLSv1.2" },
	{ 12288 | 768, "TLS", TLS1_2_VERSION, NULL }, /* a hole */
	{ 12288, "", TLS1_3_VERSION, "TLSv1.3" },
};

static void test_versions(void)
{
	for (size_t i = 0; i < sizeof(versions) / sizeof(versions[0]); i++) {
		ssmtp_tls_options options = peer_options(trust);
		SSL_CTX *ctx = peer_context(&leaf);
		ssmtp_tls_info info;
		bool done;
		peer p;

		SSL_CTX_set_min_proto_version(ctx, versions[i].server_version);
		SSL_CTX_set_max_proto_version(ctx, versions[i].server_version);
		options.enabled_protocols = versions[i].enabled;
		options.context_protocol = versions[i].context;
		done = peer_run(&p, ctx, &options);
		CHECK(done == (versions[i].version != NULL), "row %zu: %s", i, p.error.text);
		if (done) {
			ssmtp_tls_get_info(p.tls, &info);
			CHECK(strcmp(info.version, versions[i].version) == 0, "row %zu: %s", i, info.version);
			CHECK(ssmtp_tls_get_verdict(p.tls)->accept, "row %zu", i);
		} else {
			CHECK(p.error.code == 276, "row %zu: %d %s", i, p.error.code, p.error.text);
		}
		peer_close(&p);
		SSL_CTX_free(ctx);
	}
}

/* -- settings that are errors at once -- */

typedef struct option_case {
	const char *label;
	int code;
	const char *text; /* must be named */
	void (*set)(ssmtp_tls_options *options);
} option_case;

static void set_no_protocol(ssmtp_tls_options *o)
{
	o->enabled_protocols = 0;
}
static void set_server_bits(ssmtp_tls_options *o)
{
	o->enabled_protocols = 64;
}
static void set_ssl3(ssmtp_tls_options *o)
{
	o->enabled_protocols = 48;
}
static void set_context(ssmtp_tls_options *o)
{
	o->context_protocol = "TLSv9";
}
static void set_list(ssmtp_tls_options *o)
{
	o->cipher_list = "NONSENSE";
}
static void set_suite(ssmtp_tls_options *o)
{
	o->enabled_suites = "TLS_NONSENSE_WITH_NOTHING";
}
static void set_old_suite(ssmtp_tls_options *o)
{
	o->enabled_suites = "SSL_RSA_WITH_RC4_128_MD5";
}
static void set_strength(ssmtp_tls_options *o)
{
	o->cipher_strength = 512;
}
static void set_group(ssmtp_tls_options *o)
{
	o->tls13_groups = "ecdhe_x25519,ecdhe_secp160r1";
}
static void set_share(ssmtp_tls_options *o)
{
	o->tls13_key_share_groups = "nothing";
}
static void set_sigalg(ssmtp_tls_options *o)
{
	o->tls12_sigalgs = "sha256-rsa,md5-rsa";
}
static void set_flags(ssmtp_tls_options *o)
{
	o->security_flags = 0x40;
}
static void set_host(ssmtp_tls_options *o)
{
	o->host = "";
}
static void set_dot_host(ssmtp_tls_options *o)
{
	o->host = ".example.com";
}
static void set_key_log(ssmtp_tls_options *o)
{
	o->key_log_file = "/nonexistent/key.log";
}

static bool no_file_allowed(const char *path)
{
	(void) path;
	return false;
}
static void set_forbidden_key_log(ssmtp_tls_options *o)
{
	o->key_log_file = "/tmp/key.log";
	o->file_allowed = no_file_allowed;
}

static const option_case option_cases[] = {
	{ "no protocol", 10022, "SSLEnabledProtocols", set_no_protocol },
	{ "server bits only", 276, "SSLEnabledProtocols", set_server_bits },
	{ "SSL 3 only", 276, "SSLEnabledProtocols", set_ssl3 },
	{ "context protocol", 10022, "TLSv9", set_context },
	{ "cipher list", 10022, "OpenSSLCipherList", set_list },
	{ "suite", 10022, "TLS_NONSENSE_WITH_NOTHING", set_suite },
	{ "suite that is gone", 276, "SSLEnabledCipherSuites", set_old_suite },
	{ "strength", 276, "SSLCipherStrength", set_strength },
	{ "group", 10022, "ecdhe_secp160r1", set_group },
	{ "key share", 10022, "nothing", set_share },
	{ "signature algorithm", 10022, "md5-rsa", set_sigalg },
	{ "security flag", 10022, "0x40", set_flags },
	{ "empty host", 10022, "name of the server", set_host },
	{ "host that would widen the check", 10022, ".example.com", set_dot_host },
	{ "key log that open_basedir forbids", 303, "open_basedir", set_forbidden_key_log },
	{ "key log", 303, "/nonexistent/key.log", set_key_log },
};

static void test_options(void)
{
	for (size_t i = 0; i < sizeof(option_cases) / sizeof(option_cases[0]); i++) {
		ssmtp_tls_options options = peer_options(trust);
		peer p;

		option_cases[i].set(&options);
		CHECK(!peer_open(&p, server, &options), "%s", option_cases[i].label);
		CHECK(p.error.code == option_cases[i].code, "%s: %d %s", option_cases[i].label, p.error.code, p.error.text);
		CHECK(strstr(p.error.text, option_cases[i].text) != NULL, "%s: %s", option_cases[i].label, p.error.text);
		CHECK(ERR_peek_error() == 0, "%s", option_cases[i].label);
		peer_close(&p);
	}
}

static void test_checks(void)
{
	ssmtp_error error = { 0 };

	CHECK(ssmtp_tls_check_suites(SSMTP_SLICE(" * "), &error));
	CHECK(ssmtp_tls_check_suites(SSMTP_SLICE("TLS_AES_128_GCM_SHA256; SSL_RSA_WITH_RC4_128_SHA"), &error), "%s",
		error.text);
	CHECK(!ssmtp_tls_check_suites(SSMTP_SLICE("x"), &error) && error.code == 10022);
	ssmtp_error_clear(&error);
	CHECK(ssmtp_tls_check_cipher_list(SSMTP_SLICE("HIGH:!aNULL@SECLEVEL=1"), &error));
	CHECK(!ssmtp_tls_check_cipher_list(SSMTP_SLICE("x"), &error) && error.code == 10022);
	ssmtp_error_clear(&error);
	CHECK(ssmtp_tls_check_groups(SSMTP_SLICE("ecdhe_x448, ffdhe_8192"), &error), "%s", error.text);
	CHECK(!ssmtp_tls_check_groups(SSMTP_SLICE("P-256"), &error) && error.code == 10022);
	ssmtp_error_clear(&error);
	CHECK(ssmtp_tls_check_sigalgs(SSMTP_SLICE(""), &error) &&
			  ssmtp_tls_check_sigalgs(SSMTP_SLICE("sha224-dsa,ed448"), &error),
		"%s", error.text);
	CHECK(!ssmtp_tls_check_sigalgs(SSMTP_SLICE("rsa"), &error) && error.code == 10022);
	/* A name that the library is too old for is refused where it is set, not in the handshake. */
	ssmtp_error_clear(&error);
	CHECK(ssmtp_tls_check_sigalgs(SSMTP_SLICE("mldsa44,mldsa65,mldsa87"), &error) ==
			  (OpenSSL_version_num() >= 0x30500000UL),
		"%s", error.text);
	CHECK(ERR_peek_error() == 0);
}

/* -- what was negotiated -- */

static const struct {
	int protocols;
	const char *suites, *groups, *shares;
	const char *suite, *exchange;
	int cipher_bits, exchange_bits;
} negotiations[] = {
	{ 12288, "TLS_AES_128_GCM_SHA256", "ecdhe_x25519", "ecdhe_x25519", "TLS_AES_128_GCM_SHA256", "X25519", 128, 253 },
	{ 12288, "TLS_CHACHA20_POLY1305_SHA256", "ecdhe_x25519,ecdhe_secp384r1", "ecdhe_secp384r1",
		"TLS_CHACHA20_POLY1305_SHA256", "secp384r1", 256, 384 },
	{ 12288, "*", "ffdhe_2048", "", "TLS_AES_256_GCM_SHA384", "ffdhe2048", 256, 2048 },
	{ 3072, "SSL_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "ecdhe_secp256r1", "", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
		"prime256v1", 128, 256 },
	{ 15360, "ECDHE-ECDSA-AES256-GCM-SHA384;TLS_RSA_WITH_RC4_128_MD5", "ecdhe_secp521r1,ecdhe_secp256r1", "",
		"TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384", "secp521r1", 256, 521 },
};

static void test_negotiated(void)
{
	for (size_t i = 0; i < sizeof(negotiations) / sizeof(negotiations[0]); i++) {
		ssmtp_tls_options options = peer_options(trust);
		SSL_CTX *ctx = peer_context(&leaf);
		ssmtp_tls_info info;
		peer p;

		SSL_CTX_set1_groups_list(ctx, "X25519:P-256:P-384:P-521:ffdhe2048");
		options.enabled_protocols = negotiations[i].protocols;
		options.enabled_suites = negotiations[i].suites;
		options.tls12_groups = options.tls13_groups = negotiations[i].groups;
		options.tls13_key_share_groups = negotiations[i].shares;
		CHECK(peer_run(&p, ctx, &options), "row %zu: %s", i, p.error.text);
		ssmtp_tls_get_info(p.tls, &info);
		CHECK(strcmp(info.suite, negotiations[i].suite) == 0, "row %zu: %s", i, info.suite);
		CHECK(strcmp(info.key_exchange, negotiations[i].exchange) == 0, "row %zu: %s", i, info.key_exchange);
		CHECK(
			info.cipher_bits == negotiations[i].cipher_bits && info.key_exchange_bits == negotiations[i].exchange_bits,
			"row %zu: %d %d", i, info.cipher_bits, info.key_exchange_bits);
		CHECK(!info.resumed && info.cipher[0] != '\0');
		peer_close(&p);
		SSL_CTX_free(ctx);
	}
}

static void test_rsa_key_transport(void)
{
	pki_cert rsa = pki_make(&root, &(pki_spec){ .name = "x", .dns = "mx.example.com", .rsa_bits = 2048 });
	SSL_CTX *ctx = peer_context(&rsa);
	ssmtp_tls_options options = peer_options(trust);
	ssmtp_tls_info info;
	peer p;

	options.enabled_suites = "TLS_RSA_WITH_AES_128_GCM_SHA256";
	CHECK(peer_run(&p, ctx, &options), "%s", p.error.text);
	ssmtp_tls_get_info(p.tls, &info);
	CHECK(strcmp(info.key_exchange, "RSA") == 0 && info.key_exchange_bits == 2048, "%s %d", info.key_exchange,
		info.key_exchange_bits);
	peer_close(&p);
	SSL_CTX_free(ctx);
	pki_free(&rsa);
}

/* RFC 5705 over the server's side must give the same octets. */
static void test_channel_bindings(void)
{
	static const int protocols[] = { 12288, 3072 };

	for (size_t i = 0; i < 2; i++) {
		ssmtp_tls_options options = peer_options(trust);
		uint8_t theirs[64];
		ssmtp_buf ours;
		size_t len = 32;
		bool new_version = protocols[i] == 12288;
		peer p;

		options.enabled_protocols = protocols[i];
		ssmtp_buf_init(&ours, 1024);
		CHECK(peer_open(&p, server, &options));
		CHECK(!ssmtp_tls_channel_binding(p.tls, "tls-exporter", &ours));
		CHECK(peer_handshake(&p) == SSMTP_IO_DONE && SSL_do_handshake(p.ssl) == 1);
		CHECK(ssmtp_tls_channel_binding(p.tls, "tls-exporter", &ours) == new_version);
		if (new_version) {
			SSL_export_keying_material(
				p.ssl, theirs, 32, "EXPORTER-Channel-Binding", 24, (const unsigned char *) "", 0, 1);
		}
		CHECK(ssmtp_tls_channel_binding(p.tls, "tls-unique", &ours) == !new_version);
		if (!new_version) {
			len = SSL_get_peer_finished(p.ssl, theirs, sizeof(theirs));
		}
		CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&ours), ssmtp_slice_of(theirs, len)));
		CHECK(!ssmtp_tls_channel_binding(p.tls, "tls-server-end-point", &ours));
		ssmtp_buf_free(&ours);
		peer_close(&p);
	}
}

/* -- sessions -- */

static void resume_once(SSL_CTX *ctx, const ssmtp_tls_options *options, bool expected, const char *label)
{
	ssmtp_tls_info info;
	char text[16];
	peer p;

	CHECK(peer_run(&p, ctx, options), "%s: %s", label, p.error.text);
	SSL_do_handshake(p.ssl);
	SSL_write(p.ssl, "220 x\r\n", 7);
	peer_read(&p, text, sizeof(text));
	CHECK(strcmp(text, "220 x\r\n") == 0);
	ssmtp_tls_get_info(p.tls, &info);
	CHECK(info.resumed == expected && SSL_session_reused(p.ssl) == expected, "%s", label);
	CHECK(ssmtp_tls_get_verdict(p.tls)->accept, "%s", label);
	CHECK(ssmtp_tls_get_verdict(p.tls)->certencoded.len > 100, "%s", label);
	CHECK(info.key_exchange[0] != '\0', "%s", label);
	peer_close(&p);
}

static void test_resumption(void)
{
	static const int protocols[] = { 3072, 12288 };

	for (size_t i = 0; i < 2; i++) {
		ssmtp_tls_session *session = NULL;
		ssmtp_tls_options options = peer_options(trust);

		options.enabled_protocols = protocols[i];
		resume_once(server, &options, false, "no reuse");
		CHECK(session == NULL);
		options.session = &session;
		resume_once(server, &options, false, "first");
		CHECK(session != NULL);
		resume_once(server, &options, true, "second");
		resume_once(server, &options, true, "third");
		options.session_key = "mx.example.com:465";
		resume_once(server, &options, false, "another port");
		resume_once(server, &options, true, "the other port again");
		ssmtp_tls_session_free(&session);
		resume_once(server, &options, false, "forgotten");
		ssmtp_tls_session_free(&session);
	}
}

/* A resumed session is judged again: what was fine for one object may not be for another. */
static void test_resumed_is_judged(void)
{
	ssmtp_tls_session *session = NULL;
	ssmtp_tls_options options = peer_options(trust);
	peer p;

	options.session = &session;
	resume_once(server, &options, false, "first");
	options.host = "mx.example.net";
	CHECK(peer_run(&p, server, &options));
	CHECK(SSL_session_reused(p.ssl));
	CHECK(!ssmtp_tls_get_verdict(p.tls)->accept);
	peer_close(&p);
	ssmtp_tls_session_free(&session);
}

/* What is expected of one connection of a series that shares a session slot. */
typedef struct session_step {
	bool accept;  /* the recommendation */
	bool resumed;
	bool kept;    /* a session is there afterwards */
} session_step;

static void session_expect(SSL_CTX *ctx, const ssmtp_tls_options *options, session_step step, const char *label)
{
	char text[16];
	peer p;

	CHECK(peer_run(&p, ctx, options), "%s: %s", label, p.error.text);
	CHECK(SSL_session_reused(p.ssl) == step.resumed, "%s: resumed %d", label, SSL_session_reused(p.ssl));
	CHECK(ssmtp_tls_get_verdict(p.tls)->accept == step.accept, "%s: %.*s", label,
		SSMTP_SLICE_FMT(ssmtp_tls_get_verdict(p.tls)->status));
	/* Whatever the owner decides, and the tickets of TLS 1.3 that arrive because he reads on. */
	SSL_do_handshake(p.ssl);
	SSL_write(p.ssl, "220 x\r\n", 7);
	peer_read(&p, text, sizeof(text));
	CHECK((*options->session != NULL) == step.kept, "%s: kept %d", label, *options->session != NULL);
	peer_close(&p);
	ERR_clear_error();
}

static ssmtp_trust *trust_another(void)
{
	ssmtp_error error = { 0 };
	pki_cert stranger = pki_make(NULL, &(pki_spec){ .name = "Another Root", .ca = true });
	char *pem = pki_pem(stranger.x509);
	ssmtp_trust_options anchors = { .server_ca_certs = pem };
	ssmtp_trust *other = ssmtp_trust_open(&anchors, &error);

	CHECK(other != NULL, "%s", error.text);
	free(pem);
	pki_free(&stranger);
	return other;
}

/* What was proved with one set of anchors is no proof with another, not even the second time. */
static void test_resumed_needs_the_same_anchors(void)
{
	static const int protocols[] = { 3072, 12288 };
	ssmtp_trust *other = trust_another();

	for (size_t i = 0; i < 2; i++) {
		ssmtp_tls_session *session = NULL;
		ssmtp_tls_options options = peer_options(trust);

		options.enabled_protocols = protocols[i];
		options.session = &session;
		session_expect(server, &options, (session_step){ true, false, true }, "first");
		session_expect(server, &options, (session_step){ true, true, true }, "second");
		options.trust = other;
		session_expect(server, &options, (session_step){ false, true, false }, "the CA was taken out");
		session_expect(server, &options, (session_step){ false, false, false }, "third");
		session_expect(server, &options, (session_step){ false, false, false }, "fourth");
		options.trust = trust;
		session_expect(server, &options, (session_step){ true, false, true }, "the CA is back");
		session_expect(server, &options, (session_step){ true, true, true }, "and resumes");
		ssmtp_tls_session_free(&session);
	}
	ssmtp_trust_free(&other);
}

/* What the settings wave through proves nothing: no session is kept of it. */
static void test_only_a_clean_verdict_is_resumed(void)
{
	static const int protocols[] = { 3072, 12288 };
	ssmtp_trust *other = trust_another();
	char *pem = pki_pem(leaf.x509);

	for (size_t i = 0; i < 2; i++) {
		ssmtp_tls_session *session = NULL;
		ssmtp_tls_options options = peer_options(other);

		options.enabled_protocols = protocols[i];
		options.session = &session;
		options.accept_any = true;
		session_expect(server, &options, (session_step){ true, false, false }, "any");
		session_expect(server, &options, (session_step){ true, false, false }, "any again");
		options.accept_any = false;
		session_expect(server, &options, (session_step){ false, false, false }, "none");
		options.security_flags = 0x10;
		session_expect(server, &options, (session_step){ true, false, false }, "waived");
		options.security_flags = 0;
		options.accept_certificate = pem;
		session_expect(server, &options, (session_step){ true, false, false }, "pinned");
		ssmtp_tls_session_free(&session);
	}
	free(pem);
	ssmtp_trust_free(&other);
}

/* A proof ends with the certificate that expires first. */
static void test_resumed_behind_the_end_of_the_chain(void)
{
	static const int protocols[] = { 3072, 12288 };
	pki_cert short_lived = pki_make(&root, &(pki_spec){ .name = "x", .dns = "mx.example.com", .to_seconds = 1800 });
	SSL_CTX *ctx = peer_context(&short_lived);
	int64_t now = (int64_t) time(NULL);

	for (size_t i = 0; i < 2; i++) {
		ssmtp_tls_session *session = NULL;
		ssmtp_tls_options options = peer_options(trust);

		options.enabled_protocols = protocols[i];
		options.session = &session;
		options.now_s = now;
		session_expect(ctx, &options, (session_step){ true, false, true }, "first");
		options.now_s = now + 1700;
		session_expect(ctx, &options, (session_step){ true, true, true }, "still valid");
		options.now_s = now + 1900;
		session_expect(ctx, &options, (session_step){ false, true, false }, "expired");
		CHECK(session == NULL);
	}
	SSL_CTX_free(ctx);
	pki_free(&short_lived);
}

/* -- after the handshake -- */

static void open_up(peer *p, const ssmtp_tls_options *options)
{
	CHECK(peer_run(p, server, options), "%s", p->error.text);
	CHECK(SSL_do_handshake(p->ssl) == 1);
}

static void test_endings(void)
{
	ssmtp_tls_options options = peer_options(trust);
	char text[16];
	peer p;

	open_up(&p, &options);
	SSL_shutdown(p.ssl);
	CHECK(peer_read(&p, text, sizeof(text)) == SSMTP_IO_END);
	peer_close(&p);

	open_up(&p, &options);
	while (peer_read(&p, text, sizeof(text)) == SSMTP_IO_DONE) {
	}
	p.pipe->cut_after = p.pipe->received;
	CHECK(peer_read(&p, text, sizeof(text)) == SSMTP_IO_ERROR && p.error.code == 1120, "%d %s", p.error.code,
		p.error.text);
	CHECK(p.error.kind == SSMTP_ERROR_DROPPED);
	peer_close(&p);

	open_up(&p, &options);
	BIO_write(p.pipe->to_client,
		"\x17\x03\x03\x00\x14"
		"this was not encrypt",
		25);
	CHECK(peer_read(&p, text, sizeof(text)) == SSMTP_IO_ERROR && p.error.code == 284, "%d %s", p.error.code,
		p.error.text);
	CHECK(p.tls->vtable->shutdown(p.tls, NULL) == SSMTP_IO_DONE);
	peer_close(&p);

	open_up(&p, &options);
	CHECK(p.tls->vtable->shutdown(p.tls, NULL) == SSMTP_IO_DONE);
	CHECK(SSL_read(p.ssl, text, 1) <= 0 && (SSL_get_shutdown(p.ssl) & SSL_RECEIVED_SHUTDOWN) != 0);
	peer_close(&p);
}

/* Octets before the verdict are impossible. */
static void test_not_before_connect(void)
{
	ssmtp_tls_options options = peer_options(trust);
	size_t n;
	peer p;

	CHECK(peer_open(&p, server, &options));
	CHECK(p.tls->vtable->write(p.tls, (const uint8_t *) "x", 1, &n, &p.error) == SSMTP_IO_ERROR && p.error.code == 211);
	CHECK(!p.tls->vtable->pending(p.tls));
	peer_close(&p);
}

static void test_pending(void)
{
	ssmtp_tls_options options = peer_options(trust);
	uint8_t octet;
	size_t n;
	peer p;

	open_up(&p, &options);
	SSL_write(p.ssl, "ab", 2);
	SSL_write(p.ssl, "c", 1);
	CHECK(p.tls->vtable->read(p.tls, &octet, 1, &n, &p.error) == SSMTP_IO_DONE && octet == 'a');
	CHECK(p.tls->vtable->pending(p.tls));
	CHECK(p.tls->vtable->read(p.tls, &octet, 1, &n, &p.error) == SSMTP_IO_DONE && octet == 'b');
	CHECK(p.tls->vtable->pending(p.tls)); /* the second record was read ahead */
	CHECK(p.tls->vtable->read(p.tls, &octet, 1, &n, &p.error) == SSMTP_IO_DONE && octet == 'c');
	CHECK(p.tls->vtable->read(p.tls, &octet, 1, &n, &p.error) == SSMTP_IO_WANT_READ);
	CHECK(!p.tls->vtable->pending(p.tls));
	peer_close(&p);
}

/* TLS 1.2: the server asks for another handshake. */
static void renegotiate(bool allowed)
{
	ssmtp_tls_options options = peer_options(trust);
	char text[16];
	peer p;

	options.enabled_protocols = 3072;
	options.enable_renegotiation = allowed;
	open_up(&p, &options);
	CHECK(SSL_renegotiate(p.ssl) == 1);
	for (int i = 0; i < 20 && SSL_renegotiate_pending(p.ssl); i++) {
		SSL_do_handshake(p.ssl);
		peer_read(&p, text, sizeof(text));
		ERR_clear_error();
		SSL_read(p.ssl, text, sizeof(text));
		ERR_clear_error();
	}
	CHECK(SSL_renegotiate_pending(p.ssl) == !allowed);
	ssmtp_error_clear(&p.error);
	if (allowed) {
		CHECK(SSL_write(p.ssl, "250 x\r\n", 7) == 7);
		CHECK(peer_read(&p, text, sizeof(text)) != SSMTP_IO_ERROR, "%s", p.error.text);
		CHECK(strcmp(text, "250 x\r\n") == 0, "%s", text);
	}
	peer_close(&p);
}

/* -- client certificate, anonymous server -- */

static void test_client_certificate_missing(void)
{
	static const int protocols[] = { 3072, 12288 };

	for (size_t i = 0; i < 2; i++) {
		ssmtp_tls_options options = peer_options(trust);
		SSL_CTX *ctx = peer_context(&leaf);
		char text[16];
		peer p;

		SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, NULL);
		options.enabled_protocols = protocols[i];
		CHECK(peer_open(&p, ctx, &options));
		if (peer_handshake(&p) == SSMTP_IO_DONE) { /* TLS 1.3: the refusal comes behind our Finished */
			SSL_do_handshake(p.ssl);
			ERR_clear_error();
			CHECK(peer_read(&p, text, sizeof(text)) == SSMTP_IO_ERROR);
		}
		CHECK(p.error.code == 281, "%d %s", p.error.code, p.error.text);
		peer_close(&p);
		SSL_CTX_free(ctx);
	}
}

static char *pem_with_key(const pki_cert *cert)
{
	BIO *bio = BIO_new(BIO_s_mem());
	char *data;
	char *copy;
	long len;

	PEM_write_bio_X509(bio, cert->x509);
	PEM_write_bio_PrivateKey(bio, cert->key, NULL, NULL, 0, NULL, NULL);
	len = BIO_get_mem_data(bio, &data);
	copy = malloc((size_t) len + 1);
	memcpy(copy, data, (size_t) len);
	copy[len] = '\0';
	BIO_free(bio);
	return copy;
}

static ssmtp_identity *identity_of(const char *pem, bool need_key)
{
	ssmtp_store_request request = {
		.type = SSMTP_STORE_PEM_BLOB, .store = ssmtp_slice_str(pem), .subject = SSMTP_SLICE("*"), .need_key = need_key
	};
	ssmtp_error error = { 0 };
	ssmtp_identity *identity = ssmtp_identity_open(&request, &error);

	CHECK(identity != NULL, "%s", error.text);
	return identity;
}

static void test_client_certificate(void)
{
	pki_cert middle = pki_make(&root, &(pki_spec){ .name = "Client CA", .ca = true });
	pki_cert client = pki_make(&middle, &(pki_spec){ .name = "client", .usage = "clientAuth" });
	char *pem = pem_with_key(&client);
	char *bare = pki_pem(client.x509);
	char *middle_pem = pki_pem(middle.x509);
	ssmtp_identity *identity = identity_of(pem, true);
	ssmtp_identity *keyless = identity_of(bare, false);
	SSL_CTX *ctx = peer_context(&leaf);
	ssmtp_tls_options options = peer_options(trust);
	peer p;

	SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, NULL);
	X509_STORE_add_cert(SSL_CTX_get_cert_store(ctx), root.x509);
	options.client = identity;
	options.client_ca_certs = middle_pem;
	CHECK(peer_run(&p, ctx, &options), "%s", p.error.text);
	CHECK(SSL_do_handshake(p.ssl) == 1);
	{
		X509 *seen = SSL_get1_peer_certificate(p.ssl);

		CHECK(seen != NULL && X509_cmp(seen, client.x509) == 0);
		X509_free(seen);
	}
	peer_close(&p);
	options.client_ca_certs = root_pem;
	CHECK(!peer_open(&p, ctx, &options) && p.error.code == 274, "%d %s", p.error.code, p.error.text);
	peer_close(&p);
	options.client_ca_certs = "junk";
	CHECK(!peer_open(&p, ctx, &options) && p.error.code == 272, "%d %s", p.error.code, p.error.text);
	peer_close(&p);
	options.client_ca_certs = NULL;
	options.client = keyless;
	CHECK(!peer_open(&p, ctx, &options) && p.error.code == 281, "%d %s", p.error.code, p.error.text);
	peer_close(&p);
	SSL_CTX_free(ctx);
	ssmtp_identity_free(&keyless);
	ssmtp_identity_free(&identity);
	free(middle_pem);
	free(bare);
	free(pem);
	pki_free(&client);
	pki_free(&middle);
}

static void test_anonymous_server(void)
{
	ssmtp_tls_options options = peer_options(trust);
	SSL_CTX *ctx = peer_context(&leaf);
	peer p;

	SSL_CTX_set_cipher_list(ctx, "aNULL@SECLEVEL=0");
	SSL_CTX_set_max_proto_version(ctx, TLS1_2_VERSION);
	options.cipher_list = "aNULL:@SECLEVEL=0";
	options.enabled_protocols = 3072;
	CHECK(!peer_run(&p, ctx, &options) && p.error.code == 282, "%d %s", p.error.code, p.error.text);
	peer_close(&p);
	SSL_CTX_free(ctx);
}

/* -- key log, status, trust, memory -- */

static void test_key_log(void)
{
	char path[] = "/tmp/ssmtp-keylog-XXXXXX";
	int fd = mkstemp(path);
	ssmtp_tls_options options = peer_options(trust);
	char line[512];
	struct stat about;
	size_t lines = 0;
	FILE *file;
	peer p;

	close(fd);
	unlink(path);
	options.key_log_file = path;
	for (int i = 0; i < 2; i++) {
		open_up(&p, &options);
		peer_close(&p);
	}
	CHECK(stat(path, &about) == 0 && (about.st_mode & 0777) == 0600);
	file = fopen(path, "r");
	while (file != NULL && fgets(line, sizeof(line), file) != NULL) {
		char label[64], random[80], secret[200];

		CHECK(sscanf(line, "%63s %79s %199s", label, random, secret) == 3, "%s", line);
		CHECK(strlen(random) == 64 && strspn(random, "0123456789abcdef") == 64);
		lines += strcmp(label, "CLIENT_TRAFFIC_SECRET_0") == 0;
	}
	CHECK(lines == 2, "%zu", lines);
	fclose(file);
	unlink(path);
}

static void test_status(void)
{
	ssmtp_tls_options options = peer_options(trust);
	ssmtp_slice line;
	size_t lines = 0;
	size_t longest = 0;
	bool packets = false, negotiated = false, skipped = false;
	peer p;

	options.log_packets = true;
	options.enabled_protocols = 15360 | 48;
	CHECK(peer_run(&p, server, &options));
	CHECK(ssmtp_tls_next_status(p.tls, &line) && ssmtp_slice_equal(line, SSMTP_SLICE("Connecting TLS...")));
	while (ssmtp_tls_next_status(p.tls, &line)) {
		char text[2048];

		snprintf(text, sizeof(text), "%.*s", SSMTP_SLICE_FMT(line));
		lines++;
		longest = line.len > longest ? line.len : longest;
		packets = packets || strstr(text, "Sent handshake") != NULL;
		negotiated = negotiated || strncmp(text, "TLSv1.3 with TLS_AES_256_GCM_SHA384, 256 bits", 45) == 0;
		skipped = skipped || strcmp(text, "SSL3 is not available and was skipped.") == 0;
	}
	CHECK(packets && negotiated && skipped && lines > 10, "%zu lines", lines);
	CHECK(longest < 1024 + 100);
	CHECK(!ssmtp_tls_next_status(p.tls, &line));
	peer_close(&p);
}

/* Secrets are not appended to what somebody else laid there or may read. */
static void test_key_log_refused(void)
{
	static const struct {
		const char *name, *text;
	} rows[] = {
		{ "link", "symbolic link" },
		{ "hard", "second name" },
		{ "readable", "0600" },
		{ "writable", "0600" },
		{ "fifo", "" },
		{ ".", "" },
	};
	char folder[] = "/tmp/ssmtp-keylog-XXXXXX";
	char path[80], target[80];

	CHECK(mkdtemp(folder) != NULL);
	snprintf(target, sizeof(target), "%s/target", folder);
	close(open(target, O_CREAT | O_WRONLY, 0600));
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ssmtp_tls_options options = peer_options(trust);
		struct stat about;
		peer p;

		snprintf(path, sizeof(path), "%s/%s", folder, rows[i].name);
		if (i == 0) {
			CHECK(symlink(target, path) == 0);
		} else if (i == 1) {
			CHECK(link(target, path) == 0);
		} else if (i < 4) {
			close(open(path, O_CREAT | O_WRONLY, 0600));
			CHECK(chmod(path, i == 2 ? 0644 : 0620) == 0);
		} else if (i == 4) {
			CHECK(mkfifo(path, 0600) == 0);
		}
		options.key_log_file = path;
		CHECK(!peer_open(&p, server, &options) && p.error.code == 303, "%s: %d", rows[i].name, p.error.code);
		CHECK(strstr(p.error.text, rows[i].text) != NULL && strstr(p.error.text, path) != NULL, "%s: %s", rows[i].name,
			p.error.text);
		peer_close(&p);
		CHECK(stat(target, &about) == 0 && about.st_size == 0);
		if (i != 5) {
			unlink(path);
		}
	}
	unlink(target);
	rmdir(folder);
}

/* The error that tells something, where OpenSSL 3.2 and later queue a general one behind it. */
static void test_telling_error(void)
{
	ssmtp_error error = { 0 };

	ERR_raise(ERR_LIB_SSL, SSL_R_PACKET_LENGTH_TOO_LONG);
	ERR_raise(ERR_LIB_SSL, 313); /* record layer failure */
	ssmtp_ossl_error(&error, SSMTP_ERROR_TLS, 284, "TLS");
	CHECK(strstr(error.text, "packet length too long") != NULL, "%s", error.text);
	ERR_clear_error();
	ssmtp_error_clear(&error);
	ERR_raise(ERR_LIB_SSL, 313);
	ssmtp_ossl_error(&error, SSMTP_ERROR_TLS, 284, "TLS");
	CHECK(error.code == 284 && error.system != 0, "%s", error.text);
	ERR_clear_error();
}

/* Is the server accepted with these anchors? */
static bool accepted_with(const ssmtp_trust_options *trust_options)
{
	ssmtp_error error = { 0 };
	ssmtp_trust *own = ssmtp_trust_open(trust_options, &error);
	ssmtp_tls_options options = peer_options(own);
	bool accepted;
	peer p;

	CHECK(own != NULL, "%s", error.text);
	if (own == NULL) {
		return false;
	}
	CHECK(peer_run(&p, server, &options));
	accepted = ssmtp_tls_get_verdict(p.tls)->accept;
	peer_close(&p);
	ssmtp_trust_free(&own);
	return accepted;
}

static void test_trust_sources(void)
{
	char folder[] = "/tmp/ssmtp-anchors-XXXXXX";
	char file[64], hashed[64], list[160];
	FILE *out;

	CHECK(mkdtemp(folder) != NULL);
	snprintf(file, sizeof(file), "%s/root.pem", folder);
	snprintf(hashed, sizeof(hashed), "%s/%08lx.0", folder,
		X509_NAME_hash_ex(X509_get_subject_name(root.x509), NULL, NULL, NULL));
	snprintf(list, sizeof(list), "/nonexistent.pem;%s;/nonexistent2.pem", file);
	CHECK(!accepted_with(&(ssmtp_trust_options){ .ca_dir = folder }));
	out = fopen(file, "w");
	fputs(root_pem, out);
	fclose(out);
	CHECK(link(file, hashed) == 0);
	CHECK(accepted_with(&(ssmtp_trust_options){ .ca_file = file }));
	CHECK(accepted_with(&(ssmtp_trust_options){ .ca_dir = folder }));
	CHECK(accepted_with(&(ssmtp_trust_options){ .ca_file_paths = list }));
	/* Named anchors replace the system's. */
	setenv("SSL_CERT_DIR", "/nonexistent", 1);
	setenv("SSL_CERT_FILE", "/nonexistent", 1);
	CHECK(!accepted_with(&(ssmtp_trust_options){ .ca_file_paths = "" }));
	setenv("SSL_CERT_FILE", file, 1);
	CHECK(accepted_with(&(ssmtp_trust_options){ .ca_file_paths = "" }));
	CHECK(!accepted_with(&(ssmtp_trust_options){ .ca_file_paths = list, .ca_dir = "/tmp" }));
	unsetenv("SSL_CERT_FILE");
	unsetenv("SSL_CERT_DIR");
	unlink(hashed);
	unlink(file);
	rmdir(folder);
}

/* Writes other octets of the same length over the file, and puts its mtime back. */
static void rewrite_in_place(const char *path, const char *text, const struct stat *before)
{
	struct timespec times[2] = { before->st_atim, before->st_mtim };
	int fd = open(path, O_WRONLY);

	CHECK(write(fd, text, strlen(text)) == (ssize_t) strlen(text));
	close(fd);
	CHECK(utimensat(AT_FDCWD, path, times, 0) == 0);
}

/* A CA that is taken out of its file is trusted no more, whatever the file's size and time say. */
static void test_trust_rewritten(void)
{
	char path[] = "/tmp/ssmtp-trust-XXXXXX";
	int fd = mkstemp(path);
	pki_cert stranger = pki_make(NULL, &(pki_spec){ .name = "Test Roos", .ca = true });
	char *other = pki_pem(stranger.x509);
	size_t len = strlen(root_pem) > strlen(other) ? strlen(root_pem) : strlen(other);
	char *texts[2] = { calloc(1, len + 1), calloc(1, len + 1) };
	struct stat before, after;

	memset(texts[0], '\n', len);
	memset(texts[1], '\n', len);
	memcpy(texts[0], root_pem, strlen(root_pem));
	memcpy(texts[1], other, strlen(other));
	CHECK(write(fd, texts[0], len) == (ssize_t) len && fstat(fd, &before) == 0);
	close(fd);
	/* Without a pause: what is read in the tick of the change is not kept. Then with one: the change is seen. */
	for (int64_t later_ms = 0; later_ms <= 10000; later_ms += 10000) {
		ssmtp_trust_options options = { .ca_file = path, .now_ms = (int64_t) time(NULL) * 1000 + 1 + later_ms };

		if (later_ms == 0) {
			options.now_ms = before.st_ctim.tv_sec * (int64_t) 1000 + before.st_ctim.tv_nsec / 1000000;
		}
		CHECK(accepted_with(&options));
		rewrite_in_place(path, texts[1], &before);
		CHECK(!accepted_with(&options), "%lld ms later", (long long) later_ms);
		rewrite_in_place(path, texts[0], &before);
		CHECK(accepted_with(&options));
		CHECK(stat(path, &after) == 0 && after.st_size == before.st_size &&
			  after.st_mtim.tv_nsec == before.st_mtim.tv_nsec);
	}
	unlink(path);
	free(texts[0]);
	free(texts[1]);
	free(other);
	pki_free(&stranger);
}

/* OpenSSL keeps what it read of a directory: another target of a link counts a minute later. */
static void test_trust_directory_ages(void)
{
	char folder[] = "/tmp/ssmtp-anchors-XXXXXX";
	char file[64], hashed[64];
	int64_t now_ms = (int64_t) 1000 * 60 * 1000 * 1000; /* the beginning of a minute */
	FILE *out;

	CHECK(mkdtemp(folder) != NULL);
	snprintf(file, sizeof(file), "%s/root.pem", folder);
	snprintf(hashed, sizeof(hashed), "%s/%08lx.0", folder,
		X509_NAME_hash_ex(X509_get_subject_name(root.x509), NULL, NULL, NULL));
	out = fopen(file, "w");
	fputs(root_pem, out);
	fclose(out);
	CHECK(symlink(file, hashed) == 0);
	CHECK(accepted_with(&(ssmtp_trust_options){ .ca_dir = folder, .now_ms = now_ms }));
	out = fopen(file, "w");
	fclose(out);
	CHECK(accepted_with(&(ssmtp_trust_options){ .ca_dir = folder, .now_ms = now_ms + 59999 }));
	CHECK(!accepted_with(&(ssmtp_trust_options){ .ca_dir = folder, .now_ms = now_ms + 60000 }));
	unlink(hashed);
	unlink(file);
	rmdir(folder);
}

static void test_trust(void)
{
	ssmtp_error error = { 0 };
	ssmtp_trust_options options = { .server_ca_certs = root_pem };
	ssmtp_trust *again = ssmtp_trust_open(&options, &error);
	char path[] = "/tmp/ssmtp-trust-XXXXXX";
	int fd = mkstemp(path);
	ssmtp_trust *first, *second;

	CHECK(again == trust);
	ssmtp_trust_free(&again);
	CHECK(again == NULL);
	CHECK(write(fd, root_pem, strlen(root_pem)) == (ssize_t) strlen(root_pem));
	/* Nothing is shared of a file that changed a moment ago. */
	options = (ssmtp_trust_options){ .ca_file = path, .now_ms = (int64_t) time(NULL) * 1000 + 10000 };
	first = ssmtp_trust_open(&options, &error);
	second = ssmtp_trust_open(&options, &error);
	CHECK(first != NULL && first == second, "%s", error.text);
	ssmtp_trust_free(&second);
	CHECK(write(fd, "\n", 1) == 1);
	second = ssmtp_trust_open(&options, &error);
	CHECK(second != NULL && second != first);
	ssmtp_trust_free(&second);
	ssmtp_trust_free(&first);
	options = (ssmtp_trust_options){ .ca_file_paths = "/nonexistent/a.pem;/tmp/none/b.pem;" };
	first = ssmtp_trust_open(&options, &error);
	CHECK(first != NULL, "%s", error.text);
	ssmtp_trust_free(&first);
	CHECK(ftruncate(fd, 0) == 0);
	options = (ssmtp_trust_options){ .ca_file = path };
	CHECK(ssmtp_trust_open(&options, &error) == NULL && error.code == 271 && strstr(error.text, path) != NULL, "%s",
		error.text);
	close(fd);
	unlink(path);
}

static bool nothing_allowed(const char *path)
{
	(void) path;
	return false;
}

static const struct {
	ssmtp_trust_options options;
	int code;
	const char *text;
} trust_errors[] = {
	{ { .ca_file = "/nonexistent/ca.pem" }, 271, "OpenSSLCAFile" },
	{ { .ca_file = "/tmp" }, 271, "OpenSSLCAFile" },
	{ { .ca_dir = "/nonexistent" }, 271, "OpenSSLCADir" },
	{ { .ca_dir = "/etc/passwd" }, 271, "OpenSSLCADir" },
	{ { .ca_dir = "/tmp", .file_allowed = nothing_allowed }, 271, "open_basedir" },
	{ { .server_ca_certs = "junk" }, 272, "SSLServerCACerts" },
};

static void test_trust_errors(void)
{
	for (size_t i = 0; i < sizeof(trust_errors) / sizeof(trust_errors[0]); i++) {
		ssmtp_error error = { 0 };

		CHECK(ssmtp_trust_open(&trust_errors[i].options, &error) == NULL);
		CHECK(error.code == trust_errors[i].code && strstr(error.text, trust_errors[i].text) != NULL, "row %zu: %d %s",
			i, error.code, error.text);
		CHECK(ERR_peek_error() == 0);
	}
}

/* Every allocation of ours fails once; then the handshake succeeds. */
static void test_memory(void)
{
	bool done = false;

	for (unsigned long n = 1; n < 500 && !done; n++) {
		ssmtp_tls_session *session = NULL;
		ssmtp_trust_options trust_options = { .server_ca_certs = root_pem };
		ssmtp_error error = { 0 };
		ssmtp_trust *own;
		peer p;

		ssmtp_trust_shutdown(); /* nothing is shared: the building is part of the scenario */
		ssmtp_alloc_fail_at(n);
		own = ssmtp_trust_open(&trust_options, &error);
		if (own != NULL) {
			ssmtp_tls_options options = peer_options(own);

			options.session = &session;
			options.accept_certificate = root_pem;
			done = peer_run(&p, server, &options) && ssmtp_tls_get_verdict(p.tls)->accept && ssmtp_alloc_count() < n;
			ssmtp_alloc_fail_at(0);
			CHECK(done || p.tls != NULL || p.error.kind == SSMTP_ERROR_NOMEM, "n=%lu %s", n, p.error.text);
			peer_close(&p);
		}
		ssmtp_alloc_fail_at(0);
		CHECK(own != NULL || error.kind == SSMTP_ERROR_NOMEM, "n=%lu %s", n, error.text);
		ssmtp_trust_free(&own);
		ssmtp_tls_session_free(&session);
	}
	CHECK(done);
}

int main(void)
{
	set_up();
	test_splits();
	test_openings();
	test_cut_everywhere();
	test_versions();
	test_options();
	test_checks();
	test_negotiated();
	test_rsa_key_transport();
	test_channel_bindings();
	test_resumption();
	test_resumed_is_judged();
	test_resumed_needs_the_same_anchors();
	test_only_a_clean_verdict_is_resumed();
	test_resumed_behind_the_end_of_the_chain();
	test_endings();
	test_not_before_connect();
	test_pending();
	renegotiate(false);
	renegotiate(true);
	test_client_certificate_missing();
	test_client_certificate();
	test_anonymous_server();
	test_key_log();
	test_key_log_refused();
	test_telling_error();
	test_status();
	test_trust();
	test_trust_rewritten();
	test_trust_directory_ages();
	test_trust_sources();
	test_trust_errors();
	test_memory();
	tear_down();
	return unit_summary("tls");
}
