/* Certificates: what is recognised, and the text of every field. */
#include <openssl/err.h>
#include <openssl/x509v3.h>
#include <time.h>

#include "base/alloc.h"
#include "base/base64.h"
#include "crypto/certificate.h"
#include "crypto/digest.h"
#include "net/idn.h"
#include "pki.h"
#include "unit.h"

static ssmtp_certificate *load(const char *file)
{
	ssmtp_buf text;
	ssmtp_error error = { 0 };
	ssmtp_certificate *certificate = NULL;

	CHECK(pki_read(&text, file), "%s", file);
	certificate = ssmtp_certificate_parse(ssmtp_buf_slice(&text), &error);
	CHECK(certificate != NULL, "%s: %s", file, error.text);
	ssmtp_buf_free(&text);
	return certificate;
}

static void check_field(const char *file, ssmtp_certificate_field field, const char *expected)
{
	ssmtp_certificate *certificate = load(file);
	ssmtp_buf out;

	ssmtp_buf_init(&out, SSMTP_BUF_MAX_DEFAULT);
	CHECK(ssmtp_certificate_text(certificate, field, &out));
	CHECK(strcmp(ssmtp_buf_cstr(&out), expected) == 0, "%s field %d: %s", file, field, ssmtp_buf_cstr(&out));
	ssmtp_buf_free(&out);
	ssmtp_certificate_free(&certificate);
}

static const struct {
	const char *file;
	ssmtp_certificate_field field;
	const char *text;
} fields[] = {
	{ "alice.pem", SSMTP_CF_EFFECTIVE_DATE, "01-Jan-2020 00:00:00" },
	{ "alice.pem", SSMTP_CF_EXPIRATION_DATE, "31-Dec-2099 23:59:59" },
	{ "alice.pem", SSMTP_CF_EXTENDED_KEY_USAGE, "1.3.6.1.5.5.7.3.4" },
	{ "alice.pem", SSMTP_CF_ISSUER, "C=DE, O=Example, CN=Test intermediate" },
	{ "alice.pem", SSMTP_CF_SUBJECT, "C=DE, O=\"Example, Inc.\", OU=Mail, CN=alice" },
	{ "alice.pem", SSMTP_CF_PUBLIC_KEY_ALGORITHM, "RSA" },
	{ "pss.pem", SSMTP_CF_PUBLIC_KEY_ALGORITHM, "RSA-PSS" },
	{ "carol.pem", SSMTP_CF_PUBLIC_KEY_ALGORITHM, "EC" },
	{ "ed25519.pem", SSMTP_CF_PUBLIC_KEY_ALGORITHM, "ED25519" },
	{ "alice.pem", SSMTP_CF_PUBLIC_KEY_LENGTH, "2048" },
	{ "p521.pem", SSMTP_CF_PUBLIC_KEY_LENGTH, "521" },
	{ "alice.pem", SSMTP_CF_SERIAL_NUMBER, "1003" },
	{ "alice.pem", SSMTP_CF_SIGNATURE_ALGORITHM, "ecdsa-with-SHA256" },
	{ "alice.pem", SSMTP_CF_SUBJECT_ALT_NAMES, "alice@example.org" },
	{ "server.pem", SSMTP_CF_SUBJECT_ALT_NAMES, "localhost,mx.example.com,127.0.0.1" },
	{ "nomail.pem", SSMTP_CF_SUBJECT_ALT_NAMES, "" },
	{ "alice.pem", SSMTP_CF_USAGE, "Digital Signature,Key Encipherment" },
	{ "alice.pem", SSMTP_CF_USAGE_FLAGS, "160" },
	{ "carol.pem", SSMTP_CF_USAGE_FLAGS, "136" },
	{ "root.pem", SSMTP_CF_USAGE, "Certificate Signing,CRL Signing" },
	{ "alice.pem", SSMTP_CF_VERSION, "V3" },
};

static void test_fields(void)
{
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		check_field(fields[i].file, fields[i].field, fields[i].text);
	}
}

/* The PEM files of make.sh are what the openssl program wrote. */
static void test_encoded(void)
{
	ssmtp_certificate *certificate = load("alice.der");
	ssmtp_buf pem, out;

	ssmtp_buf_init(&out, SSMTP_BUF_MAX_DEFAULT);
	CHECK(pki_read(&pem, "alice.pem"));
	CHECK(ssmtp_certificate_text(certificate, SSMTP_CF_ENCODED, &out));
	CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&pem), ssmtp_buf_slice(&out)));
	ssmtp_buf_clear(&out);
	CHECK(ssmtp_certificate_text(certificate, SSMTP_CF_PUBLIC_KEY, &out));
	CHECK(strncmp(ssmtp_buf_cstr(&out), "-----BEGIN PUBLIC KEY-----\n", 27) == 0);
	ssmtp_buf_free(&out);
	ssmtp_buf_free(&pem);
	ssmtp_certificate_free(&certificate);
}

/* The digests of the DER, each in its form. */
static void test_digests(void)
{
	static const struct {
		const char *digest;
		ssmtp_certificate_field fingerprint, thumbprint;
	} rows[] = {
		{ "MD5", SSMTP_CF_FINGERPRINT, SSMTP_CF_THUMBPRINT_MD5 },
		{ "SHA1", SSMTP_CF_FINGERPRINT_SHA1, SSMTP_CF_THUMBPRINT_SHA1 },
		{ "SHA256", SSMTP_CF_FINGERPRINT_SHA256, SSMTP_CF_THUMBPRINT_SHA256 },
	};
	ssmtp_buf der;

	CHECK(pki_read(&der, "alice.der"));
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		uint8_t hash[SSMTP_DIGEST_MAX];
		size_t len = 0;
		char fingerprint[256] = "", thumbprint[256] = "";

		CHECK(ssmtp_digest(rows[i].digest, ssmtp_buf_slice(&der), hash, &len, NULL));
		for (size_t k = 0; k < len; k++) {
			snprintf(fingerprint + 3 * k, 4, k + 1 < len ? "%02x:" : "%02x", hash[k]);
			snprintf(thumbprint + 2 * k, 3, "%02X", hash[k]);
		}
		check_field("alice.pem", rows[i].fingerprint, fingerprint);
		check_field("alice.pem", rows[i].thumbprint, thumbprint);
	}
	ssmtp_buf_free(&der);
}

static const struct {
	const char *text;
	int code;
} refused[] = {
	{ "", SSMTP_E_CERT_NOT_FOUND },
	{ "hello", SSMTP_E_CERT_NOT_FOUND },
	{ "aGVsbG8=", SSMTP_E_CERT_NOT_FOUND },
	{ "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n", SSMTP_E_CERT_NOT_FOUND },
	{ "-----BEGIN CERTIFICATE-----\nMAMCAQE=\n-----END CERTIFICATE-----\n", SSMTP_E_DECODING },
	{ "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n", SSMTP_E_DECODING },
	{ "-----BEGIN CERTIFICATE-----\nMAMCAQE=\n", SSMTP_E_DECODING },
	{ "0\003\002\001\001", SSMTP_E_DECODING },
	{ "MAMCAQE=", SSMTP_E_DECODING },
};

static void test_refused(void)
{
	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
		ssmtp_error error = { 0 };

		CHECK(ssmtp_certificate_parse(ssmtp_slice_str(refused[i].text), &error) == NULL);
		CHECK(error.code == refused[i].code, "row %zu: %d %s", i, error.code, error.text);
		CHECK(ERR_peek_error() == 0, "row %zu leaves the error queue as it was", i);
	}
}

/* PEM, DER and base64 of DER are the same certificate. */
static void test_forms(void)
{
	ssmtp_certificate *pem = load("alice.pem"), *der = load("alice.der"), *bob = load("bob.pem"), *base64;
	ssmtp_certificate *key_first = load("alice-bundle.pem");
	ssmtp_buf octets, text;

	ssmtp_buf_init(&text, SSMTP_BUF_MAX_DEFAULT);
	CHECK(pki_read(&octets, "alice.der"));
	CHECK(ssmtp_base64_append(&text, ssmtp_buf_slice(&octets)));
	base64 = ssmtp_certificate_parse(ssmtp_buf_slice(&text), NULL);
	CHECK(ssmtp_certificate_equal(pem, der));
	CHECK(ssmtp_certificate_equal(pem, base64));
	CHECK(ssmtp_certificate_equal(pem, key_first));
	CHECK(!ssmtp_certificate_equal(pem, bob));
	CHECK(!ssmtp_certificate_equal(pem, NULL));
	ssmtp_buf_free(&octets);
	ssmtp_buf_free(&text);
	ssmtp_certificate_free(&pem);
	ssmtp_certificate_free(&der);
	ssmtp_certificate_free(&bob);
	ssmtp_certificate_free(&base64);
	ssmtp_certificate_free(&key_first);
}

static void test_list(void)
{
	ssmtp_certificate **items = NULL;
	size_t count = 0;
	ssmtp_buf text;
	ssmtp_error error = { 0 };

	CHECK(pki_read(&text, "alice-bundle.pem"));
	CHECK(ssmtp_certificate_parse_list(ssmtp_buf_slice(&text), &items, &count, &error));
	CHECK(count == 3, "%zu", count);
	ssmtp_certificate_free_list(&items, count);
	ssmtp_alloc_fail_at(1);
	CHECK(!ssmtp_certificate_parse_list(ssmtp_buf_slice(&text), &items, &count, &error));
	CHECK(error.kind == SSMTP_ERROR_NOMEM && items == NULL);
	ssmtp_alloc_fail_at(0);
	ssmtp_buf_free(&text);
}

static const struct {
	const char *file, *address;
	bool matches;
} mailboxes[] = {
	{ "alice.pem", "alice@example.org", true },
	{ "alice.pem", "Alice@EXAMPLE.org", true },
	{ "alice.pem", "bob@example.org", false },
	{ "alice.pem", "alice@example.org.evil", false },
	{ "alice.pem", "", false },
	{ "nomail.pem", "nomail@example.org", false },
};

static void test_mailboxes(void)
{
	for (size_t i = 0; i < sizeof(mailboxes) / sizeof(mailboxes[0]); i++) {
		ssmtp_certificate *certificate = load(mailboxes[i].file);

		CHECK(ssmtp_certificate_matches_mailbox(certificate, mailboxes[i].address) == mailboxes[i].matches, "%s %s",
			mailboxes[i].file, mailboxes[i].address);
		ssmtp_certificate_free(&certificate);
	}
}

#define UTF8_MAILBOX "SmtpUTF8Mailbox:"

/* RFC 9598: OpenSSL's configuration language cannot say it. */
static void add_utf8_mailbox(X509 *x509, const char *mailbox)
{
	GENERAL_NAMES *names = GENERAL_NAMES_new();
	GENERAL_NAME *name = GENERAL_NAME_new();
	ASN1_TYPE *value = ASN1_TYPE_new();
	ASN1_UTF8STRING *text = ASN1_UTF8STRING_new();

	ASN1_STRING_set(text, mailbox, -1);
	ASN1_TYPE_set(value, V_ASN1_UTF8STRING, text);
	GENERAL_NAME_set0_othername(name, OBJ_nid2obj(NID_id_on_SmtpUTF8Mailbox), value);
	sk_GENERAL_NAME_push(names, name);
	X509_add1_ext_i2d(x509, NID_subject_alt_name, names, 0, 0);
	GENERAL_NAMES_free(names);
}

/* A certificate with this subjectAltName (NULL: none) and emailAddress in its subject (NULL: none). */
static ssmtp_certificate *made_with(const char *names, const char *email)
{
	X509 *x509 = X509_new();
	X509_NAME *subject = X509_get_subject_name(x509);
	X509_EXTENSION *extension;

	X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, (const uint8_t *) "made", -1, -1, 0);
	if (email != NULL) {
		X509_NAME_add_entry_by_NID(
			subject, NID_pkcs9_emailAddress, MBSTRING_ASC, (uint8_t *) (uintptr_t) email, -1, -1, 0);
	}
	if (names != NULL && strncmp(names, UTF8_MAILBOX, strlen(UTF8_MAILBOX)) == 0) {
		add_utf8_mailbox(x509, names + strlen(UTF8_MAILBOX));
	} else if (names != NULL) {
		extension = X509V3_EXT_conf_nid(NULL, NULL, NID_subject_alt_name, names);
		CHECK(extension != NULL && X509_add_ext(x509, extension, -1) == 1, "%s", names);
		X509_EXTENSION_free(extension);
	}
	return (ssmtp_certificate *) x509;
}

#define AUTHORITY "domain-confidentiality-authority@"

static const struct {
	const char *names, *email, *address;
	bool matches, has;
} names_rows[] = {
	{ "email:bob@example.org", NULL, "bob@example.org", true, true },
	{ "email:bob@example.org", "carol@example.org", "carol@example.org", false, true }, /* the subject counts alone */
	{ NULL, "carol@example.org", "carol@example.org", true, true },
	{ "DNS:example.org", NULL, "bob@example.org", false, false },
	{ "DNS:example.org", "bob@example.org", "bob@example.org", true, true },
	{ NULL, NULL, "bob@example.org", false, false },
	{ "email:nobody", NULL, "nobody", false, true },
	/* RFC 9598 section 5: the domain as A-label and as U-label */
	{ "email:bob@xn--bcher-kva.example", NULL, "bob@b\xc3\xbc" "cher.example", true, true },
	{ "email:bob@XN--BCHER-KVA.example", NULL, "bob@B\xc3\x9c" "CHER.example", true, true },
	{ "email:bob@xn--bcher-kva.example", NULL, "bob@bucher.example", false, true },
	{ UTF8_MAILBOX "b\xc3\xb6" "b@xn--bcher-kva.example", NULL, "b\xc3\xb6" "b@b\xc3\xbc" "cher.example", true, true },
	{ UTF8_MAILBOX "b\xc3\xb6" "b@b\xc3\xbc" "cher.example", NULL, "b\xc3\xb6" "b@xn--bcher-kva.example", true, true },
	{ UTF8_MAILBOX "b\xc3\xb6" "b@example.org", NULL, "bob@example.org", false, true },
	/* RFC 3183 section 4.1: for its own domain, not for others above or below */
	{ "email:" AUTHORITY "example.org", NULL, "bob@example.org", true, true },
	{ "email:Domain-Confidentiality-Authority@EXAMPLE.org", NULL, "bob@example.org", true, true },
	{ "email:" AUTHORITY "xn--bcher-kva.example", NULL, "bob@b\xc3\xbc" "cher.example", true, true },
	{ "email:" AUTHORITY "example.org", NULL, "bob@sub.example.org", false, true },
	{ "email:" AUTHORITY "sub.example.org", NULL, "bob@example.org", false, true },
	{ "email:domain-signing-authority@example.org", NULL, "bob@example.org", false, true },
};

static void test_names_of_mailboxes(void)
{
	for (size_t i = 0; i < sizeof(names_rows) / sizeof(names_rows[0]); i++) {
		ssmtp_certificate *certificate = made_with(names_rows[i].names, names_rows[i].email);
		bool idn = strstr(names_rows[i].address, "\xc3") == NULL || !names_rows[i].matches || ssmtp_net_has_idn();

		CHECK(!idn || ssmtp_certificate_matches_mailbox(certificate, names_rows[i].address) == names_rows[i].matches,
			"%zu %s", i, names_rows[i].address);
		CHECK(ssmtp_certificate_has_mailbox(certificate) == names_rows[i].has, "%zu", i);
		ssmtp_certificate_free(&certificate);
	}
}

/* RFC 2202 section 2, and RFC 1321 appendix A.5. */
static void test_digest(void)
{
	uint8_t out[SSMTP_DIGEST_MAX], other[16];
	size_t len = 0;
	ssmtp_error error = { 0 };

	CHECK(ssmtp_hmac_md5(SSMTP_SLICE("Jefe"), SSMTP_SLICE("what do ya want for nothing?"), out));
	CHECK(memcmp(out, "\x75\x0c\x78\x3e\x6a\xb0\xb5\x03\xea\xa8\x6e\x31\x0a\x5d\xb7\x38", 16) == 0);
	CHECK(ssmtp_digest("MD5", SSMTP_SLICE_EMPTY, out, &len, &error) && len == 16);
	CHECK(memcmp(out, "\xd4\x1d\x8c\xd9\x8f\x00\xb2\x04\xe9\x80\x09\x98\xec\xf8\x42\x7e", 16) == 0);
	CHECK(!ssmtp_digest("NOSUCH", SSMTP_SLICE_EMPTY, out, &len, &error));
	CHECK(error.code == SSMTP_E_INVAL && strstr(error.text, "NOSUCH") != NULL, "%s", error.text);
	CHECK(ERR_peek_error() == 0);
	CHECK(ssmtp_random(out, 16, &error) && ssmtp_random(other, 16, &error) && memcmp(out, other, 16) != 0);
}

static void test_versions(void)
{
	CHECK(strstr(ssmtp_ossl_version_runtime(), "OpenSSL") != NULL);
	CHECK(strstr(ssmtp_ossl_version_compiled(), "OpenSSL") != NULL);
	CHECK(ssmtp_ossl_version_mismatch() == NULL);
	CHECK(ssmtp_ossl_version_mismatch_for(3, 0, 3, 5) == NULL);
	CHECK(ssmtp_ossl_version_mismatch_for(3, 5, 3, 0) != NULL);
	CHECK(ssmtp_ossl_version_mismatch_for(3, 5, 4, 0) != NULL);
	CHECK(ssmtp_ossl_version_warning_for(3, 0, 20) != NULL);
	CHECK(ssmtp_ossl_version_warning_for(3, 0, 21) == NULL);
	CHECK(ssmtp_ossl_version_warning_for(3, 4, 0) == NULL);
	CHECK(ssmtp_ossl_version_warning_for(3, 5, 0) != NULL);
	CHECK(ssmtp_ossl_version_warning_for(3, 5, 6) != NULL);
	CHECK(ssmtp_ossl_version_warning_for(3, 5, 7) == NULL);
	CHECK(ssmtp_ossl_version_warning_for(4, 0, 0) == NULL);
}

int main(void)
{
	setenv("TZ", "UTC", 1);
	tzset();
	test_fields();
	test_encoded();
	test_digests();
	test_refused();
	test_forms();
	test_list();
	test_mailboxes();
	test_names_of_mailboxes();
	test_digest();
	test_versions();
	return unit_summary("certificate");
}
