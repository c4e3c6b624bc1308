/* crypto/tls_verify: the catalogue of bad certificates, and what waives what. */
#include "crypto/tls_internal.h"
#include "tls_peer.h"

static pki_cert root, intermediate, stranger;
static ssmtp_trust *trust;

typedef enum issued_by { BY_ROOT, BY_INTERMEDIATE, BY_STRANGER, BY_ITSELF } issued_by;

typedef struct verdict_case {
	const char *label;
	pki_spec leaf;
	issued_by issuer;
	bool without_chain; /* the server leaves the intermediate out */
	const char *host;   /* NULL: mx.example.com */
	long error;         /* X509_V_ERR_* or 0 */
	const char *status; /* must occur in the status */
	uint32_t waiver;    /* SSLSecurityFlags that make it acceptable; 0 none */
} verdict_case;

#define NAME "mx.example.com"
#define GOOD .name = NAME, .dns = NAME

static const verdict_case cases[] = {
	{ "good", { GOOD }, BY_ROOT, false, NULL, 0, "OK", 0 },
	{ "good behind an intermediate", { GOOD }, BY_INTERMEDIATE, false, NULL, 0, "OK", 0 },
	{ "name in other case", { .name = "x", .dns = "MX.Example.COM" }, BY_ROOT, false, NULL, 0, "OK", 0 },
	{ "final dot", { GOOD }, BY_ROOT, false, "mx.example.com.", 0, "OK", 0 },
	{ "wildcard", { .name = "x", .dns = "*.example.com" }, BY_ROOT, false, NULL, 0, "OK", 0 },
	{ "address", { .name = "x", .address = "192.0.2.1" }, BY_ROOT, false, "192.0.2.1", 0, "OK", 0 },
	{ "address of IPv6", { .name = "x", .address = "2001:db8::1" }, BY_ROOT, false, "2001:db8::1", 0, "OK", 0 },
	{ "common name without any subjectAltName", { .name = NAME }, BY_ROOT, false, NULL, X509_V_ERR_HOSTNAME_MISMATCH,
		"hostname mismatch", 0x80000000u },
	{ "common name beside an address", { .name = NAME, .address = "192.0.2.1" }, BY_ROOT, false, NULL,
		X509_V_ERR_HOSTNAME_MISMATCH, "hostname mismatch", 0x80000000u },
	{ "expired", { GOOD, .from_days = -30, .to_days = -1 }, BY_ROOT, false, NULL, X509_V_ERR_CERT_HAS_EXPIRED,
		"expired", 1 },
	{ "not yet valid", { GOOD, .from_days = 2, .to_days = 30 }, BY_ROOT, false, NULL, X509_V_ERR_CERT_NOT_YET_VALID,
		"not yet valid", 1 },
	{ "wrong host", { .name = "x", .dns = "mail.example.net" }, BY_ROOT, false, NULL, X509_V_ERR_HOSTNAME_MISMATCH,
		"hostname mismatch", 0x80000000u },
	{ "common name beside a subjectAltName", { .name = NAME, .dns = "mail.example.net" }, BY_ROOT, false, NULL,
		X509_V_ERR_HOSTNAME_MISMATCH, "hostname mismatch", 0x80000000u },
	{ "wrong address", { .name = "x", .address = "192.0.2.1" }, BY_ROOT, false, "192.0.2.2",
		X509_V_ERR_IP_ADDRESS_MISMATCH, "IP address mismatch", 0x80000000u },
	{ "address as a name", { .name = "192.0.2.1", .dns = "192.0.2.1" }, BY_ROOT, false, "192.0.2.1",
		X509_V_ERR_IP_ADDRESS_MISMATCH, "IP address mismatch", 0x80000000u },
	{ "NUL behind the name", { .name = "x", .dns = NAME "\0.evil.example", .dns_len = 28 }, BY_ROOT, false, NULL,
		X509_V_ERR_HOSTNAME_MISMATCH, "hostname mismatch", 0x80000000u },
	{ "NUL before the name", { .name = "x", .dns = "\0" NAME, .dns_len = 15 }, BY_ROOT, false, NULL,
		X509_V_ERR_HOSTNAME_MISMATCH, "hostname mismatch", 0x80000000u },
	{ "wildcard over two labels", { .name = "x", .dns = "*.com" }, BY_ROOT, false, NULL, X509_V_ERR_HOSTNAME_MISMATCH,
		"hostname mismatch", 0x80000000u },
	{ "wildcard alone", { .name = "x", .dns = "*" }, BY_ROOT, false, NULL, X509_V_ERR_HOSTNAME_MISMATCH,
		"hostname mismatch", 0x80000000u },
	{ "wildcard in part of a label", { .name = "x", .dns = "m*.example.com" }, BY_ROOT, false, NULL,
		X509_V_ERR_HOSTNAME_MISMATCH, "hostname mismatch", 0x80000000u },
	{ "wildcard in the second label", { .name = "x", .dns = "mx.*.com" }, BY_ROOT, false, NULL,
		X509_V_ERR_HOSTNAME_MISMATCH, "hostname mismatch", 0x80000000u },
	{ "self-signed", { GOOD }, BY_ITSELF, false, NULL, X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, "self-signed", 0x10 },
	{ "self-signed, test root allowed", { GOOD }, BY_ITSELF, false, NULL, X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT,
		"self-signed", 0x4000 },
	{ "unknown CA", { GOOD }, BY_STRANGER, false, NULL, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
		"issuer certificate", 0x10 },
	{ "missing intermediate", { GOOD }, BY_INTERMEDIATE, true, NULL, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
		"issuer certificate", 0x10 },
	{ "client certificate as a server's", { GOOD, .usage = "clientAuth" }, BY_ROOT, false, NULL,
		X509_V_ERR_INVALID_PURPOSE, "purpose", 0x20 },
	{ "weak key", { GOOD, .rsa_bits = 1024 }, BY_ROOT, false, NULL, X509_V_ERR_EE_KEY_TOO_SMALL, "key too weak", 0 },
	{ "weak signature", { GOOD, .digest = "SHA1" }, BY_ROOT, false, NULL, X509_V_ERR_CA_MD_TOO_WEAK, "too weak", 0 },
	{ "expired and wrong host", { .name = "x", .dns = "a.example", .from_days = -9, .to_days = -1 }, BY_ROOT, false,
		NULL, X509_V_ERR_CERT_HAS_EXPIRED, "expired; hostname mismatch", 0x80000001u },
};

static pki_cert case_issue(const verdict_case *row)
{
	const pki_cert *const issuers[] = { &root, &intermediate, &stranger, NULL };

	return pki_make(issuers[row->issuer], &row->leaf);
}

static SSL_CTX *case_server(const verdict_case *row, const pki_cert *leaf)
{
	SSL_CTX *ctx = peer_context(leaf);

	if (row->issuer == BY_INTERMEDIATE && !row->without_chain) {
		SSL_CTX_add1_chain_cert(ctx, intermediate.x509);
	}
	return ctx;
}

static void case_expect(const verdict_case *row, SSL_CTX *ctx, const ssmtp_tls_options *options, long error,
	bool accept, const char *status)
{
	const ssmtp_tls_verdict *verdict;
	ssmtp_buf text;
	peer p;

	CHECK(peer_run(&p, ctx, options), "%s: %s", row->label, p.error.text);
	verdict = ssmtp_tls_get_verdict(p.tls);
	ssmtp_buf_init(&text, 65536);
	ssmtp_buf_append_slice(&text, verdict->status);
	CHECK(verdict->accept == accept, "%s: %s", row->label, ssmtp_buf_cstr(&text));
	CHECK(verdict->verify_error == error, "%s: %ld %s", row->label, verdict->verify_error, ssmtp_buf_cstr(&text));
	CHECK(strstr(ssmtp_buf_cstr(&text), status) != NULL, "%s: %s", row->label, ssmtp_buf_cstr(&text));
	CHECK(strncmp((const char *) verdict->certencoded.ptr, "-----BEGIN CERTIFICATE-----", 27) == 0, "%s", row->label);
	CHECK(ERR_peek_error() == 0);
	ssmtp_buf_free(&text);
	peer_close(&p);
}

static void test_catalogue(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const verdict_case *row = &cases[i];
		ssmtp_tls_options options = peer_options(trust);
		pki_cert leaf = case_issue(row);
		SSL_CTX *ctx = case_server(row, &leaf);
		char *pem = pki_pem(leaf.x509);

		options.host = row->host != NULL ? row->host : NAME;
		options.cipher_list = "DEFAULT:@SECLEVEL=2"; /* not left to the distribution */
		case_expect(row, ctx, &options, row->error, row->error == 0, row->status);
		if (row->error != 0) {
			/* Every other flag is of no use; the right ones waive it. */
			options.security_flags = 0x8000CF37u & ~(row->waiver == 0x4000   ? 0xC010u
													   : row->waiver == 0x10 ? 0xC010u
																			 : row->waiver);
			case_expect(row, ctx, &options, row->error, false, row->waiver == 0x80000001u ? "" : row->status);
			if (row->waiver != 0) {
				options.security_flags = row->waiver;
				case_expect(row, ctx, &options, 0, true, "OK");
			}
			options.security_flags = 0;
			options.accept_any = true;
			case_expect(row, ctx, &options, row->error, true, row->status);
			options.accept_any = false;
			options.accept_certificate = pem;
			case_expect(row, ctx, &options, 0, true, "OK");
		}
		free(pem);
		SSL_CTX_free(ctx);
		pki_free(&leaf);
	}
}

/* A wrong name is told with both sides; what cannot be shown is not. */
static void test_names_of_a_mismatch(void)
{
	static const struct {
		pki_spec leaf;
		const char *host, *names;
	} rows[] = {
		{ { .name = "x", .dns = "mail.example.net" }, NAME,
			"asked for mx.example.com, the certificate is for mail.example.net" },
		{ { .name = "x", .address = "192.0.2.1" }, "192.0.2.2",
			"asked for 192.0.2.2, the certificate is for 192.0.2.1" },
		{ { .name = NAME }, NAME,
			"asked for mx.example.com, the certificate is for no host at all (a common name does not count)" },
		{ { .name = "x", .dns = "a\0\nb", .dns_len = 4 }, NAME,
			"asked for mx.example.com, the certificate is for a??b" },
		{ { GOOD }, NAME, "" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ssmtp_tls_options options = peer_options(trust);
		pki_cert leaf = pki_make(&root, &rows[i].leaf);
		SSL_CTX *ctx = peer_context(&leaf);
		peer p;

		options.host = rows[i].host;
		CHECK(peer_run(&p, ctx, &options), "%s", p.error.text);
		CHECK(ssmtp_slice_equal(ssmtp_tls_get_verdict(p.tls)->names, ssmtp_slice_str(rows[i].names)), "row %zu: %.*s",
			i,
			SSMTP_SLICE_FMT(ssmtp_tls_get_verdict(p.tls)->names));
		peer_close(&p);
		SSL_CTX_free(ctx);
		pki_free(&leaf);
	}
}

/* SSLPinnedOnly: one certificate, whatever CA, callback or waiver say of another. */
static void test_pinned_only(void)
{
	static const struct {
		bool pinned_is_shown, self_signed, accept_any;
		uint32_t flags;
		bool accept;
	} rows[] = {
		{ true, false, false, 0, true },
		{ true, true, false, 0, true },
		{ false, false, false, 0, false },
		{ false, false, true, 0, false },
		{ false, true, false, 0x8000CF37u, false },
		{ true, false, true, 0, true },
	};
	pki_cert good = pki_make(&root, &(pki_spec){ GOOD });
	pki_cert alone = pki_make(NULL, &(pki_spec){ GOOD });
	char *other = pki_pem(stranger.x509);

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ssmtp_tls_options options = peer_options(trust);
		const pki_cert *shown = rows[i].self_signed ? &alone : &good;
		SSL_CTX *ctx = peer_context(shown);
		char *own = pki_pem(shown->x509);
		peer p;

		options.pinned_only = true;
		options.accept_certificate = rows[i].pinned_is_shown ? own : other;
		options.accept_any = rows[i].accept_any;
		options.security_flags = rows[i].flags;
		CHECK(peer_run(&p, ctx, &options), "%s", p.error.text);
		CHECK(ssmtp_tls_get_verdict(p.tls)->accept == rows[i].accept, "row %zu: %.*s", i,
			SSMTP_SLICE_FMT(ssmtp_tls_get_verdict(p.tls)->status));
		CHECK((ssmtp_tls_get_verdict(p.tls)->verify_error == 0) == rows[i].accept, "row %zu", i);
		peer_close(&p);
		options.accept_certificate = "";
		CHECK(!peer_open(&p, ctx, &options) && p.error.code == 10022 &&
				  strstr(p.error.text, "SSLAcceptServerCertEncoded") != NULL,
			"%d %s", p.error.code, p.error.text);
		peer_close(&p);
		free(own);
		SSL_CTX_free(ctx);
	}
	free(other);
	pki_free(&alone);
	pki_free(&good);
}

/* OpenSSL's default level is 1 below 3.2: certificates are held against 2 all the same, unless the list says less. */
static void test_security_level(void)
{
	static const struct {
		const char *list;
		long error;
	} rows[] = {
		{ "DEFAULT", X509_V_ERR_EE_KEY_TOO_SMALL },
		{ "HIGH", X509_V_ERR_EE_KEY_TOO_SMALL },
		{ "DEFAULT:@SECLEVEL=1", 0 },
		{ "DEFAULT:@SECLEVEL=3", X509_V_ERR_EE_KEY_TOO_SMALL },
	};
	pki_cert weak = pki_make(&root, &(pki_spec){ GOOD, .rsa_bits = 1024 });
	SSL_CTX *ctx = peer_context(&weak);

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ssmtp_tls_options options = peer_options(trust);
		peer p;

		options.cipher_list = rows[i].list;
		CHECK(peer_run(&p, ctx, &options), "%s", p.error.text);
		CHECK(ssmtp_tls_get_verdict(p.tls)->verify_error == rows[i].error, "row %zu: %ld", i,
			ssmtp_tls_get_verdict(p.tls)->verify_error);
		peer_close(&p);
	}
	SSL_CTX_free(ctx);
	pki_free(&weak);
}

/* Another certificate pinned than the one shown does not help. */
static void test_pin_of_another(void)
{
	ssmtp_tls_options options = peer_options(trust);
	pki_cert leaf = pki_make(NULL, &(pki_spec){ GOOD });
	SSL_CTX *ctx = peer_context(&leaf);
	char *pem = pki_pem(stranger.x509);
	peer p;

	options.accept_certificate = pem;
	CHECK(peer_run(&p, ctx, &options));
	CHECK(!ssmtp_tls_get_verdict(p.tls)->accept);
	peer_close(&p);
	options.accept_certificate = "no certificate";
	CHECK(!peer_open(&p, ctx, &options) && p.error.code == 272, "%d", p.error.code);
	peer_close(&p);
	free(pem);
	SSL_CTX_free(ctx);
	pki_free(&leaf);
}

static void test_chain_in_event(void)
{
	ssmtp_tls_options options = peer_options(trust);
	pki_cert leaf = pki_make(&intermediate, &(pki_spec){ GOOD });
	SSL_CTX *ctx = peer_context(&leaf);
	ssmtp_certificate *shown;
	peer p;

	SSL_CTX_add1_chain_cert(ctx, intermediate.x509);
	for (int chain = 0; chain < 2; chain++) {
		size_t count = 0;
		const ssmtp_tls_verdict *verdict;

		options.include_chain = chain;
		CHECK(peer_run(&p, ctx, &options));
		verdict = ssmtp_tls_get_verdict(p.tls);
		for (size_t i = 0; i + 11 <= verdict->certencoded.len; i++) {
			count += memcmp(verdict->certencoded.ptr + i, "-----BEGIN ", 11) == 0;
		}
		CHECK(count == (chain ? 2 : 1), "%zu", count);
		CHECK(ssmtp_slice_equal(verdict->certsubject, SSMTP_SLICE("CN=mx.example.com")), "%.*s",
			SSMTP_SLICE_FMT(verdict->certsubject));
		CHECK(ssmtp_slice_equal(verdict->certissuer, SSMTP_SLICE("CN=Test Intermediate")));
		shown = ssmtp_tls_server_certificate(p.tls);
		CHECK(shown != NULL);
		ssmtp_certificate_free(&shown);
		peer_close(&p);
	}
	SSL_CTX_free(ctx);
	pki_free(&leaf);
}

/* The list restricts what the certificate was signed with, for its own version. */
static void test_signature_lists(void)
{
	static const struct {
		int protocols;
		const char *tls12, *tls13;
		bool accept;
	} lists[] = {
		{ 3072, "sha256-ecdsa", "", true },
		{ 3072, "sha384-ecdsa,sha256-rsa,sha512-rsa,sha256-ecdsa", "ed25519", true },
		{ 12288, "sha256-rsa", "ecdsa_secp256r1_sha256", true },
		{ 12288, "", "", true },
		{ 3072, "", "ed25519", true },
	};
	pki_cert rsa_root = pki_make(NULL, &(pki_spec){ .name = "RSA Root", .ca = true, .rsa_bits = 2048 });
	pki_cert leaf = pki_make(&root, &(pki_spec){ GOOD });
	pki_cert by_rsa = pki_make(&rsa_root, &(pki_spec){ GOOD });
	SSL_CTX *ctx = peer_context(&leaf);
	SSL_CTX *rsa_ctx = peer_context(&by_rsa);
	ssmtp_tls_options options;
	peer p;

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		options = peer_options(trust);
		options.enabled_protocols = lists[i].protocols;
		options.tls12_sigalgs = lists[i].tls12;
		options.tls13_sigalgs = lists[i].tls13;
		CHECK(peer_run(&p, ctx, &options), "%s", p.error.text);
		CHECK(ssmtp_tls_get_verdict(p.tls)->accept == lists[i].accept, "row %zu", i);
		peer_close(&p);
	}
	/* Signed by RSA where only ECDSA is allowed: the handshake is possible, the certificate is not accepted. */
	options = peer_options(trust);
	options.tls13_sigalgs = "ecdsa_secp256r1_sha256";
	options.security_flags = 0x10;
	CHECK(peer_run(&p, rsa_ctx, &options), "%s", p.error.text);
	CHECK(!ssmtp_tls_get_verdict(p.tls)->accept);
	CHECK(strstr((const char *) ssmtp_tls_get_verdict(p.tls)->status.ptr, "sha256WithRSAEncryption") != NULL);
	peer_close(&p);
	SSL_CTX_free(rsa_ctx);
	SSL_CTX_free(ctx);
	pki_free(&by_rsa);
	pki_free(&leaf);
	pki_free(&rsa_root);
}

/* More faults than there is room for, all of them waived, do not hide one that is not. */
static void test_many_reasons(void)
{
	ssmtp_tls *tls = calloc(1, sizeof(*tls));

	tls->options.security_flags = 0x20;
	for (int depth = 0; depth < SSMTP_TLS_REASONS_MAX; depth++) {
		ssmtp_tls_verify_add(tls, X509_V_ERR_INVALID_PURPOSE, depth);
	}
	CHECK(ssmtp_tls_verify_accepts(tls));
	ssmtp_tls_verify_add(tls, X509_V_ERR_CERT_SIGNATURE_FAILURE, 1);
	CHECK(!ssmtp_tls_verify_accepts(tls));
	free(tls);
}

int main(void)
{
	ssmtp_trust_options options = { 0 };
	ssmtp_error error = { 0 };
	char *pem;

	root = pki_make(NULL, &(pki_spec){ .name = "Test Root", .ca = true });
	intermediate = pki_make(&root, &(pki_spec){ .name = "Test Intermediate", .ca = true });
	stranger = pki_make(NULL, &(pki_spec){ .name = "Stranger", .ca = true });
	options.server_ca_certs = pem = pki_pem(root.x509);
	trust = ssmtp_trust_open(&options, &error);
	CHECK(trust != NULL, "%s", error.text);
	test_many_reasons();
	test_catalogue();
	test_pin_of_another();
	test_names_of_a_mismatch();
	test_pinned_only();
	test_security_level();
	test_chain_in_event();
	test_signature_lists();
	free(pem);
	ssmtp_trust_free(&trust);
	ssmtp_trust_shutdown();
	pki_free(&stranger);
	pki_free(&intermediate);
	pki_free(&root);
	return unit_summary("tls_verdict");
}
