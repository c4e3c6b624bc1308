/* DER: certificates, PKCS#7 bags, private keys; PKCS#12 is store_pfx.c. */
#include <openssl/err.h>
#include <openssl/pkcs12.h>
#include <openssl/pkcs7.h>
#include <string.h>

#include "crypto/store.h"

/* A reader of one DER form: +1 read, 0 something else, -1 error set. */
typedef int (*der_reader)(ssmtp_store_load *load, ssmtp_slice octets);

static int der_certificates(ssmtp_store_load *load, ssmtp_slice octets)
{
	const unsigned char *at = octets.ptr;
	const unsigned char *end = octets.ptr + octets.len;
	X509 *x509 = d2i_X509(NULL, &at, (long) octets.len);

	if (x509 == NULL) {
		return 0;
	}
	/* Some tools write certificates one behind the other. */
	while (x509 != NULL) {
		if (!ssmtp_store_add_certificate(load, x509)) {
			return -1;
		}
		x509 = at < end && *at == 0x30 ? d2i_X509(NULL, &at, (long) (end - at)) : NULL;
	}
	return 1;
}

static STACK_OF(X509) * p7b_certificates(const PKCS7 *p7)
{
	switch (OBJ_obj2nid(p7->type)) {
	case NID_pkcs7_signed:
		return p7->d.sign != NULL ? p7->d.sign->cert : NULL;
	case NID_pkcs7_signedAndEnveloped:
		return p7->d.signed_and_enveloped != NULL ? p7->d.signed_and_enveloped->cert : NULL;
	default:
		return NULL;
	}
}

static int der_p7b(ssmtp_store_load *load, ssmtp_slice octets)
{
	const unsigned char *at = octets.ptr;
	PKCS7 *p7 = d2i_PKCS7(NULL, &at, (long) octets.len);
	STACK_OF(X509) * all;
	int result = 1;

	if (p7 == NULL) {
		return 0;
	}
	all = p7b_certificates(p7);
	for (int i = 0; i < sk_X509_num(all) && result > 0; i++) {
		X509 *x509 = sk_X509_value(all, i);

		X509_up_ref(x509);
		result = ssmtp_store_add_certificate(load, x509) ? 1 : -1;
	}
	PKCS7_free(p7);
	return result;
}

static int der_pfx(ssmtp_store_load *load, ssmtp_slice octets)
{
	const unsigned char *at = octets.ptr;
	PKCS12 *p12 = d2i_PKCS12(NULL, &at, (long) octets.len);

	if (p12 == NULL) {
		return 0;
	}
	PKCS12_free(p12);
	return ssmtp_store_read_pfx(load, octets) ? 1 : -1;
}

static int der_encrypted_key(ssmtp_store_load *load, ssmtp_slice octets)
{
	const unsigned char *at = octets.ptr;
	X509_SIG *encrypted = d2i_X509_SIG(NULL, &at, (long) octets.len);
	int result;

	if (encrypted == NULL) {
		return 0;
	}
	result = ssmtp_store_add_encrypted_key(load, encrypted) ? 1 : -1;
	X509_SIG_free(encrypted);
	return result;
}

static int der_key(ssmtp_store_load *load, ssmtp_slice octets)
{
	const unsigned char *at = octets.ptr;
	EVP_PKEY *key = d2i_AutoPrivateKey(NULL, &at, (long) octets.len);

	if (key == NULL) {
		return 0;
	}
	return ssmtp_store_add_key(load, key) ? 1 : -1;
}

static int der_bcfks(ssmtp_store_load *load, ssmtp_slice octets)
{
	if (!ssmtp_store_is_bcfks(octets)) {
		return 0;
	}
	return ssmtp_store_read_bcfks(load, octets) ? 1 : -1;
}

static const struct {
	unsigned kind;
	der_reader read;
} der_rows[] = {
	{ SSMTP_KIND_CERTIFICATE, der_certificates },
	{ SSMTP_KIND_P7B, der_p7b },
	{ SSMTP_KIND_PFX, der_pfx },
	{ SSMTP_KIND_BCFKS, der_bcfks },
	{ SSMTP_KIND_KEY, der_encrypted_key },
	{ SSMTP_KIND_KEY, der_key },
};

bool ssmtp_store_read_der(ssmtp_store_load *load, ssmtp_slice octets)
{
	for (size_t i = 0; i < sizeof(der_rows) / sizeof(der_rows[0]); i++) {
		int result;

		if ((der_rows[i].kind & load->kinds) == 0) {
			continue;
		}
		/* What the attempts before left in the queue explains nothing. */
		ERR_pop_to_mark();
		ERR_set_mark();
		result = der_rows[i].read(load, octets);
		if (result != 0) {
			return result > 0;
		}
	}
	return ssmtp_store_refuse(load, "its DER is damaged or of another kind than the store type says.");
}

/* --- password-based encryption ------------------------------------------------------ */

bool ssmtp_legacy_open(ssmtp_legacy *legacy)
{
	static const char *const names[2] = { "default", "legacy" };

	memset(legacy, 0, sizeof(*legacy));
	legacy->context = OSSL_LIB_CTX_new();
	for (size_t i = 0; legacy->context != NULL && i < 2; i++) {
		legacy->providers[i] = OSSL_PROVIDER_load(legacy->context, names[i]);
	}
	return legacy->providers[0] != NULL && legacy->providers[1] != NULL;
}

void ssmtp_legacy_free(ssmtp_legacy *legacy)
{
	/* The errors queued inside point into the providers' strings: they go first. */
	ERR_pop_to_mark();
	ERR_set_mark();
	for (size_t i = 0; i < 2; i++) {
		if (legacy->providers[i] != NULL) {
			OSSL_PROVIDER_unload(legacy->providers[i]);
		}
	}
	OSSL_LIB_CTX_free(legacy->context);
}

static bool pbkdf2_bearable(const X509_ALGOR *kdf)
{
	PBKDF2PARAM *parameters;
	bool ok;

	if (OBJ_obj2nid(kdf->algorithm) != NID_id_pbkdf2) {
		return true; /* scrypt: OpenSSL has a limit of its own */
	}
	parameters = ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBKDF2PARAM), kdf->parameter);
	ok = parameters != NULL && ASN1_INTEGER_get(parameters->iter) >= 0 &&
		 ASN1_INTEGER_get(parameters->iter) <= SSMTP_PBE_ITERATIONS_MAX;
	PBKDF2PARAM_free(parameters);
	return ok;
}

bool ssmtp_pbe_is_pbmac1(const X509_ALGOR *algorithm)
{
	char text[32];

	return OBJ_obj2txt(text, sizeof(text), algorithm->algorithm, 1) > 0 && strcmp(text, "1.2.840.113549.1.5.14") == 0;
}

bool ssmtp_pbe_bearable(const X509_ALGOR *algorithm)
{
	bool ok = false;

	/* PBES2 and PBMAC1 (RFC 8018 appendix A.4 and A.5) are a key derivation and something else. */
	if (OBJ_obj2nid(algorithm->algorithm) == NID_pbes2 || ssmtp_pbe_is_pbmac1(algorithm)) {
		PBE2PARAM *parameters = ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBE2PARAM), algorithm->parameter);

		ok = parameters != NULL && pbkdf2_bearable(parameters->keyfunc);
		PBE2PARAM_free(parameters);
	} else {
		PBEPARAM *parameters = ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBEPARAM), algorithm->parameter);

		ok = parameters == NULL || ASN1_INTEGER_get(parameters->iter) <= SSMTP_PBE_ITERATIONS_MAX;
		PBEPARAM_free(parameters);
	}
	return ok;
}

static PKCS8_PRIV_KEY_INFO *key_decrypt(const X509_SIG *encrypted, const ssmtp_secret *password)
{
	PKCS8_PRIV_KEY_INFO *plain = PKCS8_decrypt(encrypted, password->ptr, (int) password->len);
	ssmtp_legacy legacy;

	if (plain != NULL) {
		return plain;
	}
	if (ssmtp_legacy_open(&legacy)) {
		plain = PKCS8_decrypt_ex(encrypted, password->ptr, (int) password->len, legacy.context, NULL);
	}
	ssmtp_legacy_free(&legacy);
	return plain;
}

bool ssmtp_store_add_encrypted_key(ssmtp_store_load *load, const X509_SIG *encrypted)
{
	const ssmtp_secret *password = ssmtp_store_key_password(load);
	const X509_ALGOR *algorithm = NULL;
	PKCS8_PRIV_KEY_INFO *plain;
	bool ok;

	X509_SIG_get0(encrypted, &algorithm, NULL);
	if (!ssmtp_pbe_bearable(algorithm)) {
		return ssmtp_store_refuse(load, "the private key's password iterations are damaged or beyond all measure.");
	}
	plain = password == NULL ? NULL : key_decrypt(encrypted, password);
	if (plain == NULL) {
		return ssmtp_store_refuse_password(load, password, "the private key");
	}
	ok = ssmtp_store_add_key(load, EVP_PKCS82PKEY(plain));
	PKCS8_PRIV_KEY_INFO_free(plain);
	return ok;
}
