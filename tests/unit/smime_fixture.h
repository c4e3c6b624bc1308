/* Keys and certificates made in the test's own process: one root, one
 * intermediate, and leaves of any key type, dates and usages. */
#ifndef SSMTP_TESTS_UNIT_SMIME_FIXTURE_H
#define SSMTP_TESTS_UNIT_SMIME_FIXTURE_H

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include "crypto/identity.h"

/* All certificates are valid from 2020 to 2060; tests sign and encrypt at this moment. */
#define FIXTURE_NOW ((time_t) 1767225600) /* 2026-01-01 */

typedef struct fixture_leaf {
	const char *key;   /* "RSA2048", "RSA1024", "PSS", "P-256", ..., "ED25519", "X25519" */
	const char *usage; /* NULL: no keyUsage */
	const char *extended_usage;
	time_t not_before, not_after; /* 0: the usual */
} fixture_leaf;

typedef struct fixture {
	EVP_PKEY *key;
	X509 *x509;
} fixture;

static fixture fixture_root, fixture_intermediate;

static EVP_PKEY *fixture_key_pss(void)
{
	EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_id(EVP_PKEY_RSA_PSS, NULL);
	EVP_PKEY *key = NULL;

	EVP_PKEY_keygen_init(context);
	EVP_PKEY_CTX_set_rsa_keygen_bits(context, 2048);
	EVP_PKEY_keygen(context, &key);
	EVP_PKEY_CTX_free(context);
	return key;
}

static EVP_PKEY *fixture_key_new(const char *type)
{
	if (strncmp(type, "RSA", 3) == 0) {
		return EVP_PKEY_Q_keygen(NULL, NULL, "RSA", (size_t) atoi(type + 3));
	}
	if (strcmp(type, "PSS") == 0) {
		return fixture_key_pss();
	}
	if (type[1] == '-') {
		return EVP_PKEY_Q_keygen(NULL, NULL, "EC", type);
	}
	return EVP_PKEY_Q_keygen(NULL, NULL, type);
}

/* One key a type for the whole program: making RSA keys costs more than all tests. */
static EVP_PKEY *fixture_key(const char *type)
{
	static struct {
		const char *type;
		EVP_PKEY *key;
	} made[16];
	size_t i = 0;

	while (made[i].type != NULL && strcmp(made[i].type, type) != 0) {
		i++;
	}
	if (made[i].type == NULL) {
		made[i].type = type;
		made[i].key = fixture_key_new(type);
	}
	EVP_PKEY_up_ref(made[i].key);
	return made[i].key;
}

static void fixture_extension(X509 *x509, int nid, const char *value)
{
	X509_EXTENSION *extension = value == NULL ? NULL : X509V3_EXT_conf_nid(NULL, NULL, nid, value);

	if (extension != NULL) {
		X509_add_ext(x509, extension, -1);
		X509_EXTENSION_free(extension);
	}
}

static void fixture_time(ASN1_TIME *time, time_t given, const char *usual)
{
	if (given != 0) {
		ASN1_TIME_set(time, given);
	} else {
		ASN1_TIME_set_string_X509(time, usual);
	}
}

static X509 *fixture_certificate(
	EVP_PKEY *key, const char *name, const fixture *issuer, const fixture_leaf *leaf, bool authority)
{
	static long serial = 1000;
	X509 *x509 = X509_new();
	X509_NAME *subject = X509_NAME_new();

	X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, (const uint8_t *) name, -1, -1, 0);
	X509_set_version(x509, X509_VERSION_3);
	ASN1_INTEGER_set(X509_get_serialNumber(x509), ++serial);
	X509_set_subject_name(x509, subject);
	X509_set_issuer_name(x509, issuer == NULL ? subject : X509_get_subject_name(issuer->x509));
	fixture_time(X509_getm_notBefore(x509), leaf == NULL ? 0 : leaf->not_before, "20200101000000Z");
	/* Beyond what a time_t of 32 bits can say. */
	fixture_time(X509_getm_notAfter(x509), leaf == NULL ? 0 : leaf->not_after, "20600101000000Z");
	X509_set_pubkey(x509, key);
	fixture_extension(x509, NID_basic_constraints, authority ? "critical,CA:TRUE" : "CA:FALSE");
	fixture_extension(x509, NID_key_usage, leaf == NULL ? "critical,keyCertSign" : leaf->usage);
	fixture_extension(x509, NID_ext_key_usage, leaf == NULL ? NULL : leaf->extended_usage);
	X509_sign(x509, issuer == NULL ? key : issuer->key, EVP_sha256());
	X509_NAME_free(subject);
	return x509;
}

static void fixture_begin(void)
{
	fixture_root.key = fixture_key("P-256");
	fixture_root.x509 = fixture_certificate(fixture_root.key, "Root", NULL, NULL, true);
	fixture_intermediate.key = fixture_key("P-256");
	fixture_intermediate.x509 =
		fixture_certificate(fixture_intermediate.key, "Intermediate", &fixture_root, NULL, true);
}

static fixture fixture_make(const char *name, fixture_leaf leaf)
{
	fixture made = { fixture_key(leaf.key), NULL };

	made.x509 = fixture_certificate(made.key, name, &fixture_intermediate, &leaf, false);
	return made;
}

static void fixture_free(fixture *made)
{
	EVP_PKEY_free(made->key);
	X509_free(made->x509);
	made->key = NULL;
	made->x509 = NULL;
}

static void fixture_end(void)
{
	fixture_free(&fixture_root);
	fixture_free(&fixture_intermediate);
}

/* key may be NULL; the intermediate and the root follow the leaf. */
static ssmtp_identity *fixture_identity(EVP_PKEY *key, X509 *x509)
{
	BIO *pem = BIO_new(BIO_s_mem());
	ssmtp_store_request request = { .type = SSMTP_STORE_PEM_BLOB, .need_key = key != NULL };
	ssmtp_error error = { 0 };
	ssmtp_identity *identity;
	char *text;

	if (key != NULL) {
		PEM_write_bio_PrivateKey(pem, key, NULL, NULL, 0, NULL, NULL);
	}
	PEM_write_bio_X509(pem, x509);
	PEM_write_bio_X509(pem, fixture_root.x509);
	PEM_write_bio_X509(pem, fixture_intermediate.x509);
	request.store.len = (size_t) BIO_get_mem_data(pem, &text);
	request.store.ptr = (const uint8_t *) text;
	identity = ssmtp_identity_open(&request, &error);
	if (identity == NULL) {
		printf("fixture: %s\n", error.text);
		exit(EXIT_FAILURE);
	}
	BIO_free(pem);
	return identity;
}

static ssmtp_certificate *fixture_recipient(X509 *x509)
{
	uint8_t *der = NULL;
	int len = i2d_X509(x509, &der);
	ssmtp_error error = { 0 };
	ssmtp_certificate *certificate = ssmtp_certificate_parse(ssmtp_slice_of(der, (size_t) len), &error);

	OPENSSL_free(der);
	if (certificate == NULL) {
		printf("fixture: %s\n", error.text);
		exit(EXIT_FAILURE);
	}
	return certificate;
}

#endif
