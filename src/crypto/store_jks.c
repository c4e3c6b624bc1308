/* Java key stores of type JKS (the layout of sun.security.provider.JavaKeyStore):
 * keys under Sun's own protection, chains, trusted certificates, and a digest over all. */
#include <openssl/crypto.h>
#include <openssl/pkcs12.h>
#include <string.h>

#include "base/alloc.h"
#include "crypto/store_key.h"

#define JKS_SHA1 20
#define JKS_ENTRIES_MAX 100000

/* A password as Java hashes it: UTF-16BE without an end. */
typedef struct jks_password {
	unsigned char *ptr;
	size_t len;
} jks_password;

static bool jks_password_set(jks_password *password, const ssmtp_secret *text)
{
	int len = 0;

	password->ptr = NULL;
	password->len = 0;
	if (text == NULL || text->len == 0) {
		return true;
	}
	if (OPENSSL_utf82uni(text->ptr, (int) text->len, &password->ptr, &len) == NULL || len < 2) {
		return false;
	}
	password->len = (size_t) len - 2; /* OpenSSL adds a NUL character */
	return true;
}

static void jks_password_free(jks_password *password)
{
	OPENSSL_clear_free(password->ptr, password->len + 2);
}

/* SHA-1 over the password and one more piece. */
static bool jks_hash(const jks_password *password, ssmtp_slice a, ssmtp_slice b, uint8_t out[JKS_SHA1])
{
	EVP_MD_CTX *context = EVP_MD_CTX_new();
	bool ok = context != NULL && EVP_DigestInit_ex(context, EVP_sha1(), NULL) == 1 &&
			  (password->len == 0 || EVP_DigestUpdate(context, password->ptr, password->len) == 1) &&
			  EVP_DigestUpdate(context, a.ptr, a.len) == 1 && EVP_DigestUpdate(context, b.ptr, b.len) == 1 &&
			  EVP_DigestFinal_ex(context, out, NULL) == 1;

	EVP_MD_CTX_free(context);
	return ok;
}

/* Sun's key protector: salt, key XOR stream, digest; the stream is a chain of SHA-1 over password and last block. */
static bool jks_unprotect(const jks_password *password, ssmtp_slice in, ssmtp_buf *plain)
{
	uint8_t block[JKS_SHA1], check[JKS_SHA1];
	ssmtp_slice last, cipher, digest;
	bool ok = true;

	if (!ssmtp_wire_octets(&in, JKS_SHA1, &last) || in.len < JKS_SHA1 ||
		!ssmtp_wire_octets(&in, in.len - JKS_SHA1, &cipher) || !ssmtp_wire_octets(&in, JKS_SHA1, &digest)) {
		return false;
	}
	for (size_t i = 0; ok && i < cipher.len; i++) {
		if (i % JKS_SHA1 == 0) {
			ok = jks_hash(password, last, SSMTP_SLICE_EMPTY, block);
			last = ssmtp_slice_of(block, JKS_SHA1);
		}
		ok = ok && ssmtp_buf_append_octet(plain, cipher.ptr[i] ^ block[i % JKS_SHA1]);
	}
	/* The stream and the ciphertext give the key. */
	ssmtp_wipe(block, sizeof(block));
	return ok && jks_hash(password, ssmtp_buf_slice(plain), SSMTP_SLICE_EMPTY, check) &&
		   CRYPTO_memcmp(check, digest.ptr, JKS_SHA1) == 0;
}

static bool jks_damaged(ssmtp_store_load *load)
{
	return ssmtp_store_refuse(load, "the Java key store is damaged.");
}

/* The octets that Sun's algorithm protects, from the EncryptedPrivateKeyInfo around them. */
static bool jks_add_protected(ssmtp_store_load *load, const X509_SIG *encrypted)
{
	static const char sun_oid[] = "1.3.6.1.4.1.42.2.17.1.1";
	const ssmtp_secret *text = ssmtp_store_key_password(load);
	const X509_ALGOR *algorithm;
	const ASN1_OCTET_STRING *octets;
	char oid[64];
	jks_password password;
	ssmtp_buf plain;
	bool ok = false;

	X509_SIG_get0(encrypted, &algorithm, &octets);
	if (OBJ_obj2txt(oid, sizeof(oid), algorithm->algorithm, 1) <= 0 || strcmp(oid, sun_oid) != 0) {
		return ssmtp_store_add_encrypted_key(load, encrypted);
	}
	ssmtp_buf_init_secret(&plain, SSMTP_STORE_OCTETS_MAX);
	if (jks_password_set(&password, text) &&
		jks_unprotect(
			&password, ssmtp_slice_of(ASN1_STRING_get0_data(octets), (size_t) ASN1_STRING_length(octets)), &plain)) {
		const unsigned char *at = plain.data;

		ok = ssmtp_store_add_key(load, d2i_AutoPrivateKey(NULL, &at, (long) ssmtp_buf_len(&plain)));
	} else {
		ssmtp_store_refuse_password(load, text, "the private key");
	}
	jks_password_free(&password);
	ssmtp_buf_free(&plain);
	return ok;
}

static bool jks_key(ssmtp_store_load *load, ssmtp_slice der)
{
	const unsigned char *at = der.ptr;
	X509_SIG *encrypted = d2i_X509_SIG(NULL, &at, (long) der.len);
	bool ok = encrypted != NULL ? jks_add_protected(load, encrypted) : jks_damaged(load);

	X509_SIG_free(encrypted);
	return ok;
}

/* Java's UTF: 16 bits of length; what it says does not matter here. */
static bool jks_skip_utf(ssmtp_slice *in)
{
	uint8_t high, low;
	ssmtp_slice text;

	return ssmtp_wire_u8(in, &high) && ssmtp_wire_u8(in, &low) &&
		   ssmtp_wire_octets(in, (size_t) high << 8 | low, &text);
}

/* From version 2 on every certificate is preceded by its type. */
static bool jks_certificate(ssmtp_store_load *load, ssmtp_slice *in, uint32_t version)
{
	ssmtp_slice der;
	const unsigned char *at;

	if ((version >= 2 && !jks_skip_utf(in)) || !ssmtp_wire_string(in, &der)) {
		return jks_damaged(load);
	}
	at = der.ptr;
	return ssmtp_store_add_certificate(load, d2i_X509(NULL, &at, (long) der.len));
}

static bool jks_entry(ssmtp_store_load *load, ssmtp_slice *in, uint32_t version)
{
	uint32_t tag, certificates = 1;
	ssmtp_slice date, key;

	if (!ssmtp_wire_u32(in, &tag) || !jks_skip_utf(in) || !ssmtp_wire_octets(in, 8, &date) || tag < 1 || tag > 2) {
		return jks_damaged(load);
	}
	if (tag == 1) {
		if (!ssmtp_wire_string(in, &key) || !ssmtp_wire_u32(in, &certificates)) {
			return jks_damaged(load);
		}
		if (!load->skip_keys && !jks_key(load, key)) {
			return false;
		}
	}
	while (certificates-- > 0) {
		if (!jks_certificate(load, in, version)) {
			return false;
		}
	}
	return true;
}

/* The digest tells a wrong password; without any password Java reads a store unchecked. */
static bool jks_check(ssmtp_store_load *load, ssmtp_slice body, ssmtp_slice digest)
{
	jks_password password;
	uint8_t check[JKS_SHA1];
	bool ok;

	if (load->password.len == 0) {
		return true;
	}
	ok = jks_password_set(&password, &load->password) &&
		 jks_hash(&password, SSMTP_SLICE("Mighty Aphrodite"), body, check) &&
		 CRYPTO_memcmp(check, digest.ptr, JKS_SHA1) == 0;
	jks_password_free(&password);
	return ok || ssmtp_store_refuse(load, "wrong password, or the Java key store is damaged.");
}

bool ssmtp_store_read_jks(ssmtp_store_load *load, ssmtp_slice octets)
{
	uint32_t magic, version, count;
	ssmtp_slice in = octets, body;

	if (in.len < 12 + JKS_SHA1) {
		return jks_damaged(load);
	}
	if (octets.ptr[0] == 0xce) {
		return ssmtp_store_refuse(load, "it is a JCEKS store, which only Java reads: convert it with "
										"keytool -importkeystore -deststoretype PKCS12.");
	}
	body = ssmtp_slice_head(octets, octets.len - JKS_SHA1);
	if (!jks_check(load, body, ssmtp_slice_skip(octets, body.len))) {
		return false;
	}
	in = body;
	if (!ssmtp_wire_u32(&in, &magic) || !ssmtp_wire_u32(&in, &version) || !ssmtp_wire_u32(&in, &count) || version > 2 ||
		count > JKS_ENTRIES_MAX) {
		return jks_damaged(load);
	}
	while (count-- > 0) {
		if (!jks_entry(load, &in, version)) {
			return false;
		}
	}
	return true;
}
