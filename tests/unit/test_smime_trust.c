/* crypto/smime_trust and smime_check: chains that anybody could have forged, and
 * times that nobody can read, are refused (RFC 8550 section 4.3, RFC 5280 4.1.2.5). */
#include <openssl/err.h>

#include "crypto/ossl.h"
#include "crypto/smime.h"
#include "crypto/smime_check.h"
#include "crypto/smime_trust.h"
#include "tls_pki.h"

static pki_cert root;

typedef struct chain_case {
	const char *label;
	int middle_bits;           /* 0: P-256 */
	const char *middle_digest; /* the root signs the intermediate with it */
	const char *leaf_digest;
	const char *list_digest; /* NULL: no list, and revocation is not asked for */
	long error;
	const char *advice;
} chain_case;

static const chain_case chains[] = {
	{ "good", 0, NULL, NULL, NULL, 0, "" },
	{ "good with a list", 0, NULL, NULL, "SHA256", 0, "" },
	{ "intermediate signed with SHA-1", 0, "SHA1", NULL, NULL, X509_V_ERR_CA_MD_TOO_WEAK, "SHA-256" },
	{ "leaf signed with SHA-1", 0, NULL, "SHA1", NULL, X509_V_ERR_CA_MD_TOO_WEAK, "SHA-256" },
	{ "intermediate of 512 bits", 512, NULL, NULL, NULL, X509_V_ERR_CA_KEY_TOO_SMALL, "longer key" },
	{ "intermediate of 1024 bits", 1024, NULL, NULL, NULL, X509_V_ERR_CA_KEY_TOO_SMALL, "longer key" },
	{ "list signed with SHA-1", 0, NULL, NULL, "SHA1", X509_V_ERR_UNABLE_TO_GET_CRL, "SHA-1 does not count" },
};

static void chain_add(ssmtp_buf *text, X509 *x509)
{
	char *pem = pki_pem(x509);

	ssmtp_buf_append_str(text, pem);
	free(pem);
}

static void chain_add_list(ssmtp_buf *text, const pki_cert *issuer, const char *digest)
{
	X509_CRL *crl = pki_crl(issuer, NULL, 5);
	BIO *bio = BIO_new(BIO_s_mem());
	char *data;
	long len;

	X509_CRL_sign(crl, issuer->key, EVP_get_digestbyname(digest));
	PEM_write_bio_X509_CRL(bio, crl);
	len = BIO_get_mem_data(bio, &data);
	ssmtp_buf_append(text, data, (size_t) len);
	BIO_free(bio);
	X509_CRL_free(crl);
}

static void test_chain(const chain_case *row)
{
	pki_cert middle = pki_make(&root,
		&(pki_spec){ .name = "Middle", .ca = true, .rsa_bits = row->middle_bits, .digest = row->middle_digest });
	pki_cert leaf = pki_make(&middle,
		&(pki_spec){ .name = "bob@example.org", .usage = "emailProtection",
			.rsa_bits = 2048, .digest = row->leaf_digest });
	ssmtp_smime_trust_options options = { 0 };
	ssmtp_error error = { 0 };
	ssmtp_certificate *certificate = ssmtp_certificate_new_x509(leaf.x509, &error);
	ssmtp_smime_trust *trust;
	ssmtp_buf text;
	bool ok;

	ssmtp_buf_init(&text, 1 << 20);
	chain_add(&text, root.x509);
	chain_add(&text, middle.x509);
	if (row->list_digest != NULL) {
		chain_add_list(&text, &middle, row->list_digest);
	}
	options.ca_certs = ssmtp_buf_cstr(&text);
	trust = ssmtp_smime_trust_open(&options, &error);
	CHECK(trust != NULL, "%s: %s", row->label, error.text);
	ok = ssmtp_smime_trust_check(trust, certificate, row->list_digest != NULL, 0, &error);
	CHECK(ok == (row->error == 0) && error.system == row->error, "%s: %d %s", row->label, ok, error.text);
	CHECK(ok || (error.code == SSMTP_E_WRONG_CERT && strstr(error.text, row->advice) != NULL), "%s: %s", row->label,
		error.text);
	CHECK(ERR_peek_error() == 0, "%s", row->label);
	ssmtp_smime_trust_free(&trust);
	ssmtp_certificate_free(&certificate);
	ssmtp_buf_free(&text);
	pki_free(&leaf);
	pki_free(&middle);
}

/* Neither end of the validity may be unreadable. */
static void test_unreadable_times(void)
{
	static const char *const texts[] = { "991332000000Z", "no time at all", "", "99120101" };

	for (size_t i = 0; i < 2 * sizeof(texts) / sizeof(texts[0]); i++) {
		pki_cert leaf = pki_make(&root, &(pki_spec){ .name = "bob", .usage = "emailProtection", .rsa_bits = 2048 });
		ssmtp_error error = { 0 };
		ssmtp_certificate *certificate = ssmtp_certificate_new_x509(leaf.x509, &error);

		CHECK(ssmtp_smime_check_recipient(certificate, 0, &error), "%s", error.text);
		ASN1_STRING_set(i % 2 ? X509_getm_notAfter(leaf.x509) : X509_getm_notBefore(leaf.x509), texts[i / 2], -1);
		CHECK(!ssmtp_smime_check_recipient(certificate, 0, &error), "\"%s\" is taken for a time", texts[i / 2]);
		CHECK(error.code == SSMTP_E_WRONG_CERT && strstr(error.text, "cannot be read") != NULL, "%d %s", error.code,
			error.text);
		CHECK(ERR_peek_error() == 0);
		ssmtp_certificate_free(&certificate);
		pki_free(&leaf);
	}
}

int main(void)
{
	root = pki_make(NULL, &(pki_spec){ .name = "Test Root", .ca = true, .rsa_bits = 2048 });
	for (size_t i = 0; i < sizeof(chains) / sizeof(chains[0]); i++) {
		test_chain(&chains[i]);
	}
	test_unreadable_times();
	pki_free(&root);
	return unit_summary("smime_trust");
}
