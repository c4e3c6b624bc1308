/* ML-DSA (FIPS 204) and ML-KEM (FIPS 203) in TLS and S/MIME, where OpenSSL has them:
 * signatures and groups from 3.5 on, recipients (RFC 9629) from 3.6 on. */
#include <ctype.h>
#include <openssl/cms.h>
#include <time.h>

#include "crypto/ossl.h"
#include "crypto/smime.h"
#include "smime_fixture.h"
#include "tls_peer.h"

#define OPENSSL_3_5 0x30500000UL
#define OPENSSL_3_6 0x30600000UL

static const char fields_text[] = "Content-Type: text/plain\r\n";
static const char body_text[] = "after the quantum\r\n";

static bool since(unsigned long version, const char *what)
{
	bool there = OpenSSL_version_num() >= version;

	if (!there) {
		SKIP("%s: needs OpenSSL 3.%lu, this is %s", what, (version >> 20) & 0xff,
			OpenSSL_version(OPENSSL_VERSION_STRING));
	}
	return there;
}

/* -- TLS -- */

static pki_cert quantum_certificate(const char *algorithm, const pki_cert *issuer, const pki_spec *spec)
{
	pki_spec keyed = *spec;

	keyed.key_type = algorithm;
	return pki_make(issuer, &keyed);
}

static const char *tls_name(const char *algorithm)
{
	static char name[16];
	size_t n = 0;

	for (; *algorithm != '\0' && n + 1 < sizeof(name); algorithm++) {
		if (*algorithm != '-') {
			name[n++] = (char) tolower((unsigned char) *algorithm);
		}
	}
	name[n] = '\0';
	return name;
}

/* Root and leaf of that algorithm, a handshake, and what was agreed on. */
static void test_tls_signature(const char *algorithm)
{
	pki_cert root = quantum_certificate(algorithm, NULL, &(pki_spec){ .name = "PQ Root", .ca = true });
	pki_cert leaf = quantum_certificate(algorithm, &root, &(pki_spec){ .name = "x", .dns = "mx.example.com" });
	char *pem = pki_pem(root.x509);
	ssmtp_trust_options anchors = { .server_ca_certs = pem };
	ssmtp_error error = { 0 };
	ssmtp_trust *trust = ssmtp_trust_open(&anchors, &error);
	ssmtp_tls_options options = peer_options(trust);
	SSL_CTX *server = peer_context(&leaf);
	peer p;

	CHECK(trust != NULL, "%s", error.text);
	options.tls13_sigalgs = ""; /* OpenSSL's own list, which has ML-DSA */
	options.enabled_protocols = 12288;
	CHECK(peer_run(&p, server, &options), "%s: %s", algorithm, p.error.text);
	CHECK(ssmtp_tls_get_verdict(p.tls)->accept, "%s: %.*s", algorithm,
		SSMTP_SLICE_FMT(ssmtp_tls_get_verdict(p.tls)->status));
	peer_close(&p);
	/* By its name of TLS: ML-DSA-44 is mldsa44. */
	options.tls13_sigalgs = tls_name(algorithm);
	CHECK(ssmtp_tls_check_sigalgs(ssmtp_slice_str(tls_name(algorithm)), &error), "%s", error.text);
	CHECK(peer_run(&p, server, &options), "%s: %s", algorithm, p.error.text);
	CHECK(ssmtp_tls_get_verdict(p.tls)->accept, "%s: %.*s", algorithm,
		SSMTP_SLICE_FMT(ssmtp_tls_get_verdict(p.tls)->status));
	peer_close(&p);
	/* A list that names no such algorithm lets no such server in. */
	options.tls13_sigalgs = "ed25519,ecdsa_secp256r1_sha256";
	CHECK(!peer_run(&p, server, &options), "%s", algorithm);
	peer_close(&p);
	SSL_CTX_free(server);
	ssmtp_trust_free(&trust);
	free(pem);
	pki_free(&leaf);
	pki_free(&root);
}

static void test_tls_group(const char *name, const char *negotiated)
{
	pki_cert root = pki_make(NULL, &(pki_spec){ .name = "Root", .ca = true });
	pki_cert leaf = pki_make(&root, &(pki_spec){ .name = "x", .dns = "mx.example.com" });
	char *pem = pki_pem(root.x509);
	ssmtp_trust_options anchors = { .server_ca_certs = pem };
	ssmtp_error error = { 0 };
	ssmtp_trust *trust = ssmtp_trust_open(&anchors, &error);
	ssmtp_tls_options options = peer_options(trust);
	SSL_CTX *server = peer_context(&leaf);
	ssmtp_tls_info info = { 0 };
	peer p;

	options.enabled_protocols = 12288;
	options.tls13_groups = options.tls13_key_share_groups = name;
	/* OpenSSL 3.5 knows more groups than its servers take unasked. */
	CHECK(SSL_CTX_set1_groups_list(server, name) == 1, "%s", name);
	CHECK(peer_run(&p, server, &options), "%s: %s", name, p.error.text);
	ssmtp_tls_get_info(p.tls, &info);
	CHECK(strcmp(info.key_exchange, negotiated) == 0, "%s: %s", name, info.key_exchange);
	peer_close(&p);
	SSL_CTX_free(server);
	ssmtp_trust_free(&trust);
	free(pem);
	pki_free(&leaf);
	pki_free(&root);
}

/* -- S/MIME -- */

static void mail_new(ssmtp_buf *fields, ssmtp_source **body)
{
	ssmtp_buf_init(fields, 65536);
	ssmtp_buf_append(fields, fields_text, sizeof(fields_text) - 1);
	*body = ssmtp_source_mem_new(SSMTP_SLICE(body_text), NULL);
}

/* The finished mail, as another reader takes it. */
static CMS_ContentInfo *mail_read(ssmtp_buf *fields, ssmtp_source *body, BIO **detached)
{
	BIO *in = BIO_new(BIO_s_mem());
	ssmtp_error error = { 0 };
	CMS_ContentInfo *cms;
	uint8_t part[4096];
	size_t n;

	BIO_write(in, ssmtp_buf_slice(fields).ptr, (int) ssmtp_buf_len(fields));
	BIO_write(in, "\r\n", 2);
	while (ssmtp_source_read(body, part, sizeof(part), &n, &error) && n > 0) {
		BIO_write(in, part, (int) n);
	}
	CHECK(!ssmtp_error_is_set(&error), "%s", error.text);
	cms = SMIME_read_CMS(in, detached);
	CHECK(cms != NULL);
	BIO_free(in);
	return cms;
}

static bool equals_body(BIO *out)
{
	char *octets;
	long len = BIO_get_mem_data(out, &octets);

	return len >= (long) sizeof(body_text) - 1 &&
		   memcmp(octets + len - (sizeof(body_text) - 1), body_text, sizeof(body_text) - 1) == 0;
}

static void test_signature(const char *algorithm, bool detached)
{
	fixture signer = fixture_make("signer", (fixture_leaf){ .key = algorithm, .usage = "digitalSignature" });
	ssmtp_identity *identity = fixture_identity(signer.key, signer.x509);
	ssmtp_smime_options options = { .digest = "",
		.detached = detached,
		.include_certificate = true,
		.include_chain = true,
		.signing_time = true,
		.now = FIXTURE_NOW };
	X509_STORE *store = X509_STORE_new();
	BIO *content = NULL, *out = BIO_new(BIO_s_mem());
	ssmtp_error error = { 0 };
	ssmtp_source *body;
	ssmtp_buf fields;

	mail_new(&fields, &body);
	if (ssmtp_smime_sign(&body, &fields, identity, &options, &error)) {
		CMS_ContentInfo *cms = mail_read(&fields, body, &content);

		X509_STORE_add_cert(store, fixture_root.x509);
		X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store), FIXTURE_NOW);
		CHECK(CMS_verify(cms, NULL, store, content, out, CMS_BINARY) == 1, "%s does not verify: %s", algorithm,
			ERR_reason_error_string(ERR_peek_last_error()));
		CHECK(equals_body(out), "%s", algorithm);
		CMS_ContentInfo_free(cms);
	} else {
		CHECK(false, "%s: %s", algorithm, error.text);
	}
	ssmtp_source_free(&body);
	ssmtp_buf_free(&fields);
	BIO_free(content);
	BIO_free(out);
	X509_STORE_free(store);
	ssmtp_identity_free(&identity);
	fixture_free(&signer);
}

/* Encrypts, or below 3.6 says what is needed. */
static void test_recipient(const char *algorithm, bool possible)
{
	fixture bob = fixture_make("bob", (fixture_leaf){ .key = algorithm, .usage = "keyEncipherment" });
	ssmtp_error error = { 0 };
	ssmtp_certificate *certificate = ssmtp_certificate_new_x509(bob.x509, &error);
	ssmtp_certificate *certificates[] = { certificate };
	ssmtp_recipient_certs recipients = { (void *) certificates, 1 };
	ssmtp_smime_options options = { .cipher = "AESCBC256", .now = FIXTURE_NOW };
	BIO *out = BIO_new(BIO_s_mem());
	ssmtp_source *body;
	ssmtp_buf fields;
	bool done;

	mail_new(&fields, &body);
	done = ssmtp_smime_encrypt(&body, &fields, &recipients, &options, &error);
	CHECK(done == possible, "%s: %s", algorithm, error.text);
	if (done) {
		CMS_ContentInfo *cms = mail_read(&fields, body, NULL);

		CHECK(CMS_decrypt(cms, bob.key, bob.x509, NULL, out, 0) == 1, "%s: %s", algorithm,
			ERR_reason_error_string(ERR_peek_last_error()));
		CHECK(equals_body(out), "%s", algorithm);
		CMS_ContentInfo_free(cms);
	} else {
		CHECK(strstr(error.text, "OpenSSL 3.6") != NULL, "%s: %s", algorithm, error.text);
	}
	ssmtp_source_free(&body);
	ssmtp_buf_free(&fields);
	BIO_free(out);
	ssmtp_certificate_free(&certificate);
	fixture_free(&bob);
}

int main(void)
{
	static const char *const signatures[] = { "ML-DSA-44", "ML-DSA-65", "ML-DSA-87" };
	static const char *const kems[] = { "ML-KEM-512", "ML-KEM-768", "ML-KEM-1024" };

	fixture_begin();
	if (since(OPENSSL_3_5, "ML-DSA and ML-KEM")) {
		for (size_t i = 0; i < sizeof(signatures) / sizeof(signatures[0]); i++) {
			test_tls_signature(signatures[i]);
			test_signature(signatures[i], true);
			test_signature(signatures[i], false);
		}
		test_tls_group("x25519mlkem768", "X25519MLKEM768");
		test_tls_group("secp256r1mlkem768", "SecP256r1MLKEM768");
		for (size_t i = 0; i < sizeof(kems) / sizeof(kems[0]); i++) {
			test_recipient(kems[i], OpenSSL_version_num() >= OPENSSL_3_6);
		}
		(void) since(OPENSSL_3_6, "mail encrypted to ML-KEM");
	}
	fixture_end();
	ssmtp_trust_shutdown();
	return unit_summary("postquantum");
}
