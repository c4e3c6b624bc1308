/* Tables of RFC 8551 section 2, RFC 5754, RFC 8419, RFC 5084 and property rows 13 and 50. */
#include "crypto/smime_algorithms.h"

#include <openssl/objects.h>
#include <openssl/pkcs7.h>

#include "base/ascii.h"
#include "crypto/smime.h"

static const ssmtp_smime_cipher ciphers[] = {
	/* The first row is the default. */
	{ { "AESCBC256", "AES256", "AES256CBC" }, "2.16.840.1.101.3.4.1.42", NID_aes_256_cbc, 16, false, false },
	{ { "AESCBC192", "AES192", "AES192CBC" }, "2.16.840.1.101.3.4.1.22", NID_aes_192_cbc, 16, false, false },
	{ { "AESCBC128", "AES128", "AES128CBC", "AES" }, "2.16.840.1.101.3.4.1.2", NID_aes_128_cbc, 16, false, false },
	{ { "AESGCM256", "AES256GCM" }, "2.16.840.1.101.3.4.1.46", NID_aes_256_gcm, 1, true, false },
	{ { "AESGCM192", "AES192GCM" }, "2.16.840.1.101.3.4.1.26", NID_aes_192_gcm, 1, true, false },
	{ { "AESGCM128", "AES128GCM", "AESGCM" }, "2.16.840.1.101.3.4.1.6", NID_aes_128_gcm, 1, true, false },
	{ { "3DES", "DESEDE3CBC", "DES3" }, "1.2.840.113549.3.7", NID_des_ede3_cbc, 8, false, false },
	{ { "DES" }, "1.3.14.3.2.7", NID_des_cbc, 8, false, true },
	{ { "RC2CBC128", "RC2" }, "1.2.840.113549.3.2", NID_rc2_cbc, 8, false, true },
	{ { "RC2CBC64" }, NULL, NID_rc2_64_cbc, 8, false, true },
	{ { "RC2CBC40" }, NULL, NID_rc2_40_cbc, 8, false, true },
};

static const ssmtp_smime_digest digests[] = {
	{ { "SHA256" }, "2.16.840.1.101.3.4.2.1", "sha-256", NID_sha256, 256, false },
	{ { "SHA384" }, "2.16.840.1.101.3.4.2.2", "sha-384", NID_sha384, 384, false },
	{ { "SHA512" }, "2.16.840.1.101.3.4.2.3", "sha-512", NID_sha512, 512, false },
	{ { "SHA224" }, "2.16.840.1.101.3.4.2.4", "sha-224", NID_sha224, 224, false },
	{ { "SHA1", "SHA" }, "1.3.14.3.2.26", "sha-1", NID_sha1, 160, false },
	{ { "MD5" }, "1.2.840.113549.2.5", "md5", NID_md5, 128, true },
};

#define SINCE_ALWAYS 0x30000000UL
#define SINCE_3_6 0x30600000UL

static const ssmtp_smime_key keys[] = {
	{ "RSA", NULL, SSMTP_KEY_RSA, 128, true, SINCE_ALWAYS },
	{ "RSA-PSS", NULL, SSMTP_KEY_RSA_PSS, 128, true, 0 },
	{ "EC", SN_X9_62_prime256v1, SSMTP_KEY_EC, 128, false, SINCE_ALWAYS },
	{ "EC", SN_secp384r1, SSMTP_KEY_EC, 384, false, SINCE_ALWAYS },
	{ "EC", SN_secp521r1, SSMTP_KEY_EC, 512, false, SINCE_ALWAYS },
	/* RFC 8419 section 3: SHA-512 with signed attributes. */
	{ "ED25519", NULL, SSMTP_KEY_PURE, 512, true, 0 },
	/* RFC 9882 section 3.3. */
	{ "ML-DSA-44", NULL, SSMTP_KEY_PURE, 512, true, 0 },
	{ "ML-DSA-65", NULL, SSMTP_KEY_PURE, 512, true, 0 },
	{ "ML-DSA-87", NULL, SSMTP_KEY_PURE, 512, true, 0 },
	/* RFC 9629; before 3.6 CMS_encrypt() fails late or not at all. */
	{ "ML-KEM-512", NULL, SSMTP_KEY_KEM, 0, false, SINCE_3_6 },
	{ "ML-KEM-768", NULL, SSMTP_KEY_KEM, 0, false, SINCE_3_6 },
	{ "ML-KEM-1024", NULL, SSMTP_KEY_KEM, 0, false, SINCE_3_6 },
};

#define ROWS(table) (sizeof(table) / sizeof((table)[0]))

/* "aes-256-cbc" is AES256CBC: case, '-' and '_' do not count. */
static bool name_equal(const char *name, ssmtp_slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '-' || text.ptr[i] == '_') {
			continue;
		}
		if (*name == '\0' || ssmtp_upper(text.ptr[i]) != (uint8_t) *name) {
			return false;
		}
		name++;
	}
	return *name == '\0';
}

static bool names_hold(const char *const *names, size_t count, const char *oid, ssmtp_slice text)
{
	for (size_t i = 0; i < count && names[i] != NULL; i++) {
		if (name_equal(names[i], text)) {
			return true;
		}
	}
	return oid != NULL && ssmtp_slice_equal(ssmtp_slice_str(oid), text);
}

const ssmtp_smime_cipher *ssmtp_smime_cipher_find(ssmtp_slice name, ssmtp_error *error)
{
	if (name.len == 0) {
		return &ciphers[0];
	}
	for (size_t i = 0; i < ROWS(ciphers); i++) {
		if (names_hold(ciphers[i].names, ROWS(ciphers[i].names), ciphers[i].oid, name)) {
			return &ciphers[i];
		}
	}
	ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_ALGORITHM,
		"The encrypting algorithm \"%.*s\" is unknown; use AESCBC256, AESCBC192, AESCBC128, AESGCM256, AESGCM128 or "
		"3DES.",
		SSMTP_SLICE_FMT(ssmtp_slice_head(name, 60)));
	return NULL;
}

const ssmtp_smime_digest *ssmtp_smime_digest_find(ssmtp_slice name, ssmtp_error *error)
{
	if (name.len == 0) {
		return &digests[0];
	}
	for (size_t i = 0; i < ROWS(digests); i++) {
		if (names_hold(digests[i].names, ROWS(digests[i].names), digests[i].oid, name)) {
			return &digests[i];
		}
	}
	ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_ALGORITHM,
		"The signing algorithm \"%.*s\" is unknown; use SHA256, SHA384, SHA512, SHA224 or SHA1.",
		SSMTP_SLICE_FMT(ssmtp_slice_head(name, 60)));
	return NULL;
}

const ssmtp_smime_digest *ssmtp_smime_digest_of_bits(uint16_t bits)
{
	size_t i = 0;

	/* The first three rows are SHA-2 in ascending order. */
	while (i < 2 && digests[i].bits < bits) {
		i++;
	}
	return &digests[i];
}

bool ssmtp_smime_cipher_known(ssmtp_slice name, ssmtp_error *error)
{
	return ssmtp_smime_cipher_find(name, error) != NULL;
}

bool ssmtp_smime_digest_known(ssmtp_slice name, ssmtp_error *error)
{
	return ssmtp_smime_digest_find(name, error) != NULL;
}

const ssmtp_smime_key *ssmtp_smime_key_find(const EVP_PKEY *key)
{
	char group[80] = "";

	if (EVP_PKEY_is_a(key, "EC") && !EVP_PKEY_get_group_name(key, group, sizeof(group), NULL)) {
		return NULL;
	}
	for (size_t i = 0; i < ROWS(keys); i++) {
		if (EVP_PKEY_is_a(key, keys[i].type) && (keys[i].group == NULL || strcmp(keys[i].group, group) == 0)) {
			return &keys[i];
		}
	}
	return NULL;
}

void ssmtp_smime_key_describe(const EVP_PKEY *key, char *out, size_t room)
{
	const char *type = EVP_PKEY_get0_type_name(key);
	char group[80];

	if (EVP_PKEY_is_a(key, "EC") && EVP_PKEY_get_group_name(key, group, sizeof(group), NULL)) {
		snprintf(out, room, "EC %s", group);
	} else {
		snprintf(out, room, "%s %d bits", type == NULL ? "unknown" : type, EVP_PKEY_get_bits(key));
	}
}

/* RFC 3565 section 2.4.1: no parameters for AES, none for DES-EDE3-CBC either. */
static bool capability_add(STACK_OF(X509_ALGOR) * list, ssmtp_slice name, ssmtp_error *error)
{
	const ssmtp_smime_cipher *cipher = ssmtp_smime_cipher_find(name, error);

	if (cipher == NULL) {
		return false;
	}
	if (cipher->refused) {
		return ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_ALGORITHM,
			"SMIMECapabilities names %s, which nobody should send to us; leave it out.", cipher->names[0]);
	}
	return PKCS7_simple_smimecap(list, cipher->nid, -1) == 1 || ssmtp_error_nomem(error);
}

STACK_OF(X509_ALGOR) * ssmtp_smime_capabilities_new(const char *names, ssmtp_error *error)
{
	ssmtp_slice left = ssmtp_slice_trim(ssmtp_slice_str(names));
	STACK_OF(X509_ALGOR) *list = sk_X509_ALGOR_new_null();
	bool ok = list != NULL || ssmtp_error_nomem(error);

	if (left.len == 0) {
		left = SSMTP_SLICE("AESCBC256,AESCBC128");
	}
	while (ok && left.len != 0) {
		ssmtp_slice name = ssmtp_slice_trim(ssmtp_slice_head(left, ssmtp_slice_find(left, ',')));

		left = ssmtp_slice_skip(left, ssmtp_slice_find(left, ',') + 1);
		ok = name.len == 0 || capability_add(list, name, error);
	}
	if (!ok) {
		sk_X509_ALGOR_pop_free(list, X509_ALGOR_free);
		list = NULL;
	}
	return list;
}
