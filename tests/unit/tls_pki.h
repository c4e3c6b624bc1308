/* Certificates made while a test runs: whatever is wrong with them is a row of
 * a table, nothing expires in the repository. */
#ifndef SSMTP_TESTS_TLS_PKI_H
#define SSMTP_TESTS_TLS_PKI_H

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include "unit.h"

typedef struct pki_cert {
	X509 *x509;
	EVP_PKEY *key;
} pki_cert;

typedef struct pki_spec {
	const char *name;       /* common name */
	const char *dns;        /* subjectAltName dNSName, NULL none */
	size_t dns_len;         /* 0: strlen */
	const char *address;    /* subjectAltName iPAddress */
	int from_days, to_days; /* relative to now; both 0: -1 to +30 */
	long to_seconds;        /* instead of to_days */
	bool ca;
	int rsa_bits;       /* 0: P-256 */
	const char *key_type; /* instead: an algorithm that has no digest, such as ML-DSA-65 */
	const char *digest; /* NULL: SHA256 */
	const char *usage;  /* extendedKeyUsage; NULL: serverAuth for a leaf */
	const char *crl_url, *ocsp_url;
	const char *crl_raw; /* a distribution point with any octets */
} pki_spec;

static inline void pki_add_ext(X509 *x509, X509 *issuer, int nid, const char *value)
{
	X509V3_CTX ctx;
	X509_EXTENSION *ext;

	X509V3_set_ctx(&ctx, issuer, x509, NULL, NULL, 0);
	ext = X509V3_EXT_conf_nid(NULL, &ctx, nid, value);
	if (ext == NULL || !X509_add_ext(x509, ext, -1)) {
		printf("cannot make the extension %s\n", value);
		exit(EXIT_FAILURE);
	}
	X509_EXTENSION_free(ext);
}

/* Built by hand, so that a name may hold NUL. */
static inline void pki_add_names(X509 *x509, const pki_spec *spec)
{
	GENERAL_NAMES *names = sk_GENERAL_NAME_new_null();
	GENERAL_NAME *name = GENERAL_NAME_new();

	if (spec->address != NULL) {
		GENERAL_NAME_set0_value(name, GEN_IPADD, a2i_IPADDRESS(spec->address));
	} else {
		ASN1_IA5STRING *text = ASN1_IA5STRING_new();

		ASN1_STRING_set(text, spec->dns, (int) (spec->dns_len != 0 ? spec->dns_len : strlen(spec->dns)));
		GENERAL_NAME_set0_value(name, GEN_DNS, text);
	}
	sk_GENERAL_NAME_push(names, name);
	X509_add1_ext_i2d(x509, NID_subject_alt_name, names, 0, 0);
	sk_GENERAL_NAME_pop_free(names, GENERAL_NAME_free);
}

static inline void pki_add_raw_point(X509 *x509, const char *url)
{
	CRL_DIST_POINTS *points = sk_DIST_POINT_new_null();
	DIST_POINT *point = DIST_POINT_new();
	GENERAL_NAME *name = GENERAL_NAME_new();
	ASN1_IA5STRING *text = ASN1_IA5STRING_new();

	ASN1_STRING_set(text, url, -1);
	GENERAL_NAME_set0_value(name, GEN_URI, text);
	point->distpoint = DIST_POINT_NAME_new();
	point->distpoint->type = 0;
	point->distpoint->name.fullname = sk_GENERAL_NAME_new_null();
	sk_GENERAL_NAME_push(point->distpoint->name.fullname, name);
	sk_DIST_POINT_push(points, point);
	X509_add1_ext_i2d(x509, NID_crl_distribution_points, points, 0, 0);
	sk_DIST_POINT_pop_free(points, DIST_POINT_free);
}

static inline void pki_add_exts(X509 *x509, X509 *issuer, const pki_spec *spec)
{
	char text[256];

	pki_add_ext(x509, issuer, NID_basic_constraints, spec->ca ? "critical,CA:TRUE" : "CA:FALSE");
	pki_add_ext(x509, issuer, NID_subject_key_identifier, "hash");
	pki_add_ext(x509, issuer, NID_authority_key_identifier, "keyid");
	if (spec->ca) {
		pki_add_ext(x509, issuer, NID_key_usage, "critical,keyCertSign,cRLSign");
	} else {
		pki_add_ext(x509, issuer, NID_ext_key_usage, spec->usage != NULL ? spec->usage : "serverAuth");
	}
	if (spec->dns != NULL || spec->address != NULL) {
		pki_add_names(x509, spec);
	}
	if (spec->crl_raw != NULL) {
		pki_add_raw_point(x509, spec->crl_raw);
	}
	if (spec->crl_url != NULL) {
		snprintf(text, sizeof(text), "URI:%s", spec->crl_url);
		pki_add_ext(x509, issuer, NID_crl_distribution_points, text);
	}
	if (spec->ocsp_url != NULL) {
		snprintf(text, sizeof(text), "OCSP;URI:%s", spec->ocsp_url);
		pki_add_ext(x509, issuer, NID_info_access, text);
	}
}

static inline pki_cert pki_make(const pki_cert *issuer, const pki_spec *spec)
{
	static long serial = 1000;
	pki_cert made;
	bool dates = spec->from_days != 0 || spec->to_days != 0;
	const EVP_MD *digest = EVP_get_digestbyname(spec->digest != NULL ? spec->digest : "SHA256");

	made.key = spec->key_type != NULL ? EVP_PKEY_Q_keygen(NULL, NULL, spec->key_type)
			   : spec->rsa_bits != 0  ? EVP_RSA_gen((unsigned) spec->rsa_bits) : EVP_EC_gen("P-256");
	made.x509 = X509_new();
	X509_set_version(made.x509, 2);
	ASN1_INTEGER_set(X509_get_serialNumber(made.x509), serial++);
	X509_NAME_add_entry_by_txt(
		X509_get_subject_name(made.x509), "CN", MBSTRING_UTF8, (const unsigned char *) spec->name, -1, -1, 0);
	X509_set_issuer_name(made.x509, X509_get_subject_name(issuer == NULL ? made.x509 : issuer->x509));
	X509_gmtime_adj(X509_getm_notBefore(made.x509), (dates ? spec->from_days : -1) * 86400L);
	X509_gmtime_adj(X509_getm_notAfter(made.x509),
		spec->to_seconds != 0 ? spec->to_seconds : (dates ? spec->to_days : 30) * 86400L);
	X509_set_pubkey(made.x509, made.key);
	pki_add_exts(made.x509, issuer == NULL ? made.x509 : issuer->x509, spec);
	if (!X509_sign(made.x509, issuer == NULL ? made.key : issuer->key, spec->key_type != NULL ? NULL : digest)) {
		printf("cannot sign %s\n", spec->name);
		exit(EXIT_FAILURE);
	}
	return made;
}

static inline void pki_free(pki_cert *cert)
{
	X509_free(cert->x509);
	EVP_PKEY_free(cert->key);
	cert->x509 = NULL;
	cert->key = NULL;
}

/* PEM text of certificates; the caller frees. */
static inline char *pki_pem(X509 *x509)
{
	BIO *bio = BIO_new(BIO_s_mem());
	char *data;
	long len;
	char *copy;

	PEM_write_bio_X509(bio, x509);
	len = BIO_get_mem_data(bio, &data);
	copy = malloc((size_t) len + 1);
	memcpy(copy, data, (size_t) len);
	copy[len] = '\0';
	BIO_free(bio);
	return copy;
}

static inline X509_CRL *pki_crl(const pki_cert *issuer, X509 *revoked, int next_update_days)
{
	X509_CRL *crl = X509_CRL_new();
	ASN1_TIME *when = ASN1_TIME_new();

	X509_CRL_set_version(crl, 1);
	X509_CRL_set_issuer_name(crl, X509_get_subject_name(issuer->x509));
	X509_gmtime_adj(when, -5 * 86400L);
	X509_CRL_set1_lastUpdate(crl, when);
	if (revoked != NULL) {
		X509_REVOKED *entry = X509_REVOKED_new();

		X509_REVOKED_set_serialNumber(entry, X509_get_serialNumber(revoked));
		X509_REVOKED_set_revocationDate(entry, when);
		X509_CRL_add0_revoked(crl, entry);
	}
	X509_gmtime_adj(when, next_update_days * 86400L);
	X509_CRL_set1_nextUpdate(crl, when);
	ASN1_TIME_free(when);
	X509_CRL_sort(crl);
	X509_CRL_sign(crl, issuer->key, EVP_sha256());
	return crl;
}

#endif
