/* PKCS#12 (RFC 7292), the files of old programs (RC2-40, 3DES) included. All
 * bags are read: PKCS12_parse() would stop at the first key. */
#include <openssl/err.h>
#include <openssl/pkcs12.h>
#include <string.h>

#include "crypto/store.h"

/* One attempt with one library context. */
typedef struct pfx_attempt {
	ssmtp_store_load *load;
	OSSL_LIB_CTX *context; /* NULL: the process's own */
	const char *password;  /* NULL and "" are two different passwords in PKCS#12 */
	int password_len;
} pfx_attempt;

static bool pfx_bags(pfx_attempt *attempt, const STACK_OF(PKCS12_SAFEBAG) * bags, int depth);

static PKCS8_PRIV_KEY_INFO *pfx_decrypt_key(pfx_attempt *attempt, const PKCS12_SAFEBAG *bag)
{
	const ssmtp_secret *own = &attempt->load->key_password;
	PKCS8_PRIV_KEY_INFO *plain =
		PKCS12_decrypt_skey_ex(bag, attempt->password, attempt->password_len, attempt->context, NULL);

	if (plain == NULL && own->len > 0) {
		plain = PKCS12_decrypt_skey_ex(bag, own->ptr, (int) own->len, attempt->context, NULL);
	}
	return plain;
}

static bool pfx_shrouded_key(pfx_attempt *attempt, const PKCS12_SAFEBAG *bag)
{
	const X509_ALGOR *algorithm = NULL;
	PKCS8_PRIV_KEY_INFO *plain;
	bool ok;

	X509_SIG_get0(PKCS12_SAFEBAG_get0_pkcs8(bag), &algorithm, NULL);
	if (!ssmtp_pbe_bearable(algorithm)) {
		return ssmtp_store_refuse(attempt->load, "its password iterations are damaged or beyond all measure.");
	}
	plain = pfx_decrypt_key(attempt, bag);
	if (plain == NULL) {
		return false;
	}
	/* In the process's own context again, whatever it was decrypted with. */
	ok = ssmtp_store_add_key(attempt->load, EVP_PKCS82PKEY(plain));
	PKCS8_PRIV_KEY_INFO_free(plain);
	return ok;
}

static bool pfx_certificate(pfx_attempt *attempt, const PKCS12_SAFEBAG *bag)
{
	if (PKCS12_SAFEBAG_get_bag_nid(bag) != NID_x509Certificate) {
		return true;
	}
	return ssmtp_store_add_certificate(attempt->load, PKCS12_SAFEBAG_get1_cert(bag));
}

static bool pfx_bag(pfx_attempt *attempt, const PKCS12_SAFEBAG *bag, int depth)
{
	switch (PKCS12_SAFEBAG_get_nid(bag)) {
	case NID_keyBag:
		return ssmtp_store_add_key(attempt->load, EVP_PKCS82PKEY(PKCS12_SAFEBAG_get0_p8inf(bag)));
	case NID_pkcs8ShroudedKeyBag:
		return pfx_shrouded_key(attempt, bag);
	case NID_certBag:
		return pfx_certificate(attempt, bag);
	case NID_safeContentsBag:
		return depth == 0 || pfx_bags(attempt, PKCS12_SAFEBAG_get0_safes(bag), depth - 1);
	default:
		return true; /* CRLs and secrets */
	}
}

static bool pfx_bags(pfx_attempt *attempt, const STACK_OF(PKCS12_SAFEBAG) * bags, int depth)
{
	for (int i = 0; i < sk_PKCS12_SAFEBAG_num(bags); i++) {
		if (!pfx_bag(attempt, sk_PKCS12_SAFEBAG_value(bags, i), depth)) {
			return false;
		}
	}
	return true;
}

static STACK_OF(PKCS12_SAFEBAG) * pfx_decrypt_bags(pfx_attempt *attempt, PKCS7 *safe)
{
	if (safe->d.encrypted == NULL || safe->d.encrypted->enc_data == NULL ||
		!ssmtp_pbe_bearable(safe->d.encrypted->enc_data->algorithm)) {
		ssmtp_store_refuse(attempt->load, "its password iterations are damaged or beyond all measure.");
		return NULL;
	}
	return PKCS12_unpack_p7encdata(safe, attempt->password, attempt->password_len);
}

static bool pfx_safe(pfx_attempt *attempt, PKCS7 *safe)
{
	STACK_OF(PKCS12_SAFEBAG) *bags = NULL;
	bool ok;

	switch (OBJ_obj2nid(safe->type)) {
	case NID_pkcs7_data:
		bags = PKCS12_unpack_p7data(safe);
		break;
	case NID_pkcs7_encrypted:
		bags = pfx_decrypt_bags(attempt, safe);
		break;
	default:
		return true;
	}
	ok = bags != NULL && pfx_bags(attempt, bags, 4);
	sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free);
	return ok;
}

/* True once all bags are in the store. false: the caller looks at the queue for the reason. */
static bool pfx_unpack(pfx_attempt *attempt, const PKCS12 *p12)
{
	STACK_OF(PKCS7) *safes = PKCS12_unpack_authsafes(p12);
	bool ok = safes != NULL;

	for (int i = 0; ok && i < sk_PKCS7_num(safes); i++) {
		ok = pfx_safe(attempt, sk_PKCS7_value(safes, i));
	}
	sk_PKCS7_pop_free(safes, PKCS7_free);
	return ok;
}

/* RFC 7292 section 4: the count stands beside the digest, for PBMAC1 (RFC 9579) among its parameters. */
static bool mac_bearable(const X509_ALGOR *algorithm, const ASN1_INTEGER *iterations)
{
	if (iterations != NULL &&
		(ASN1_INTEGER_get(iterations) > SSMTP_PBE_ITERATIONS_MAX || ASN1_INTEGER_get(iterations) < 0)) {
		return false;
	}
	return algorithm == NULL || ssmtp_pbe_bearable(algorithm);
}

/* Finds the password that opens the MAC; without a password both ways to write "none" are tried. */
static bool pfx_check_mac(pfx_attempt *attempt, PKCS12 *p12)
{
	const ASN1_INTEGER *iterations = NULL;
	const X509_ALGOR *algorithm = NULL;

	if (PKCS12_mac_present(p12) != 1) {
		return true;
	}
	PKCS12_get0_mac(NULL, &algorithm, NULL, &iterations, p12);
	if (!mac_bearable(algorithm, iterations)) {
		return ssmtp_store_refuse(attempt->load, "its password iterations are damaged or beyond all measure.");
	}
	ERR_pop_to_mark();
	ERR_set_mark();
	if (PKCS12_verify_mac(p12, attempt->password, attempt->password_len) == 1) {
		return true;
	}
	if (attempt->password_len == 0 && PKCS12_verify_mac(p12, "", 0) == 1) {
		attempt->password = "";
		return true;
	}
	/* RFC 9579. An older library tries the password with a digest that it does not find. */
	if (OpenSSL_version_num() < 0x30400000UL && algorithm != NULL && ssmtp_pbe_is_pbmac1(algorithm)) {
		return ssmtp_store_refuse(attempt->load,
			"its integrity check is PBMAC1, which needs OpenSSL 3.4: export it with another one (openssl pkcs12 "
			"-export -macalg sha256).");
	}
	if (ERR_GET_LIB(ERR_peek_last_error()) == ERR_LIB_PKCS12 &&
		ERR_GET_REASON(ERR_peek_last_error()) == PKCS12_R_UNKNOWN_DIGEST_ALGORITHM) {
		return ssmtp_store_refuse_ossl(attempt->load, "its integrity check");
	}
	return ssmtp_store_refuse(attempt->load,
		attempt->password_len > 0 ? "wrong password." : "it is protected by a password and none is set.");
}

static PKCS12 *pfx_decode(ssmtp_slice octets, OSSL_LIB_CTX *context)
{
	const unsigned char *at = octets.ptr;
	/* d2i into an object that knows the context is the only way to hand it to the decoders. */
	PKCS12 *p12 = PKCS12_init_ex(NID_pkcs7_data, context, NULL);

	return p12 == NULL ? NULL : d2i_PKCS12(&p12, &at, (long) octets.len);
}

static bool pfx_try(pfx_attempt *attempt, ssmtp_slice octets)
{
	PKCS12 *p12 = pfx_decode(octets, attempt->context);
	bool ok = p12 != NULL && pfx_check_mac(attempt, p12) && pfx_unpack(attempt, p12);

	PKCS12_free(p12);
	return ok;
}

/* Keys and certificates of an attempt that failed half-way are still right, and
 * what comes twice is dropped for certificates; keys are forgotten. */
static void pfx_forget_keys(ssmtp_store *store, size_t before)
{
	while (store->key_count > before) {
		EVP_PKEY_free(store->keys[--store->key_count]);
	}
}

static bool pfx_read_legacy(pfx_attempt *attempt, ssmtp_slice octets)
{
	ssmtp_legacy legacy;
	bool ok = false;

	if (ssmtp_legacy_open(&legacy)) {
		attempt->context = legacy.context;
		ok = pfx_try(attempt, octets) || ssmtp_store_refuse_ossl(attempt->load, "it cannot be decrypted");
	} else {
		ssmtp_store_refuse(attempt->load,
			"it is encrypted with RC2 or another old algorithm, and OpenSSL's legacy provider is not installed.");
	}
	ssmtp_legacy_free(&legacy);
	return ok;
}

bool ssmtp_store_read_pfx(ssmtp_store_load *load, ssmtp_slice octets)
{
	ssmtp_error first = { 0 }, *error = load->error;
	size_t before = load->store->key_count;
	pfx_attempt attempt = { load, NULL, load->password.len > 0 ? load->password.ptr : NULL, (int) load->password.len };
	bool ok;

	load->error = &first;
	ok = pfx_try(&attempt, octets);
	load->error = error;
	if (ok) {
		return true;
	}
	if (ssmtp_error_is_set(&first)) {
		if (error != NULL && !ssmtp_error_is_set(error)) {
			*error = first;
		}
		return false;
	}
	pfx_forget_keys(load->store, before);
	return pfx_read_legacy(&attempt, octets);
}
