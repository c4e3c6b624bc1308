/* Bouncy Castle's FIPS key store (org.bouncycastle.asn1.bc): contents and keys
 * under PBES2 with PBKDF2-HMAC-SHA512 and AES-256-CCM. Stores under other
 * algorithms (scrypt, KWP) are refused by name. */
#include <openssl/asn1.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>
#include <string.h>

#include "base/alloc.h"
#include "crypto/store_key.h"

#define BCFKS_TAG_MAX 16
#define BCFKS_TYPE_CERTIFICATE 0
#define BCFKS_TYPE_KEY 1
#define BCFKS_TYPE_PROTECTED_KEY 3

/* Takes one TLV off *in: its content; the octets with their header are *whole (may be NULL). */
static bool bcfks_take(ssmtp_slice *in, int wanted, ssmtp_slice *content, ssmtp_slice *whole)
{
	const unsigned char *at = in->ptr;
	long len;
	int tag, class;
	size_t total;

	if (in->len == 0 || (ASN1_get_object(&at, &len, &tag, &class, (long) in->len) & 0x81) != 0 || tag != wanted ||
		class != V_ASN1_UNIVERSAL) {
		return false;
	}
	total = (size_t) (at - in->ptr) + (size_t) len;
	*content = ssmtp_slice_of(at, (size_t) len);
	if (whole != NULL) {
		*whole = ssmtp_slice_head(*in, total);
	}
	*in = ssmtp_slice_skip(*in, total);
	return true;
}

static bool bcfks_damaged(ssmtp_store_load *load)
{
	return ssmtp_store_refuse(load, "the BCFKS store is damaged.");
}

/* Java's PKCS#12 form of a text: UTF-16BE with a NUL character at the end. */
static bool bcfks_append_text(ssmtp_buf *out, const char *text, size_t len)
{
	unsigned char *wide = NULL;
	int wide_len = 0;
	bool ok =
		OPENSSL_utf82uni(text, (int) len, &wide, &wide_len) != NULL && ssmtp_buf_append(out, wide, (size_t) wide_len);

	OPENSSL_clear_free(wide, wide == NULL ? 0 : (size_t) wide_len);
	return ok;
}

/* The key for one purpose: PBKDF2 (RFC 8018 section 5.2) over password and purpose, both as above. */
static bool bcfks_derive(ssmtp_store_load *load, const X509_ALGOR *kdf, const ssmtp_secret *password,
	const char *purpose, uint8_t *key, size_t key_len)
{
	PBKDF2PARAM *p = OBJ_obj2nid(kdf->algorithm) == NID_id_pbkdf2
						 ? ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBKDF2PARAM), kdf->parameter)
						 : NULL;
	long iterations = p == NULL ? 0 : ASN1_INTEGER_get(p->iter);
	ssmtp_buf text;
	bool ok = false;

	ssmtp_buf_init_secret(&text, SSMTP_STORE_OCTETS_MAX);
	if (p == NULL || p->salt->type != V_ASN1_OCTET_STRING || p->prf == NULL ||
		OBJ_obj2nid(p->prf->algorithm) != NID_hmacWithSHA512) {
		ssmtp_store_refuse(load, "the BCFKS store uses another key derivation than PBKDF2 with SHA-512.");
	} else if (iterations < 1 || iterations > SSMTP_PBE_ITERATIONS_MAX) {
		ssmtp_store_refuse(load, "its password iterations are damaged or beyond all measure.");
	} else if (!bcfks_append_text(&text, password->ptr, password->len) ||
			   !bcfks_append_text(&text, purpose, strlen(purpose))) {
		ssmtp_error_nomem(load->error);
	} else {
		const ASN1_OCTET_STRING *salt = p->salt->value.octet_string;

		ok = PKCS5_PBKDF2_HMAC((const char *) text.data + text.start, (int) ssmtp_buf_len(&text),
				 ASN1_STRING_get0_data(salt), ASN1_STRING_length(salt), (int) iterations, EVP_sha512(), (int) key_len,
				 key) == 1 ||
			 ssmtp_store_refuse_ossl(load, "the key derivation of the BCFKS store");
	}
	ssmtp_buf_free(&text);
	PBKDF2PARAM_free(p);
	return ok;
}

/* RFC 5084 section 3.1: CCMParameters are nonce and length of the tag, which stands behind the ciphertext. */
static bool bcfks_ccm(const uint8_t key[32], ssmtp_slice parameters, ssmtp_slice in, ssmtp_buf *plain)
{
	ssmtp_slice sequence, nonce, tag_len = SSMTP_SLICE_EMPTY;
	EVP_CIPHER_CTX *context;
	size_t icv = 12; /* DEFAULT of the ASN.1 */
	int done = 0;
	bool ok;

	if (!bcfks_take(&parameters, V_ASN1_SEQUENCE, &sequence, NULL) ||
		!bcfks_take(&sequence, V_ASN1_OCTET_STRING, &nonce, NULL)) {
		return false;
	}
	if (bcfks_take(&sequence, V_ASN1_INTEGER, &tag_len, NULL)) {
		icv = tag_len.len == 1 ? tag_len.ptr[0] : 0;
	}
	if (icv < 4 || icv > BCFKS_TAG_MAX || in.len <= icv || nonce.len < 7 || nonce.len > 13 ||
		!ssmtp_buf_reserve(plain, in.len)) {
		return false;
	}
	context = EVP_CIPHER_CTX_new();
	ok = context != NULL && EVP_DecryptInit_ex(context, EVP_aes_256_ccm(), NULL, NULL, NULL) == 1 &&
		 EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_IVLEN, (int) nonce.len, NULL) == 1 &&
		 EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, (int) icv, (void *) (in.ptr + in.len - icv)) == 1 &&
		 EVP_DecryptInit_ex(context, NULL, NULL, key, nonce.ptr) == 1 &&
		 EVP_DecryptUpdate(context, plain->data + plain->end, &done, in.ptr, (int) (in.len - icv)) == 1;
	EVP_CIPHER_CTX_free(context);
	if (ok) {
		ssmtp_buf_commit(plain, (size_t) done);
	}
	return ok;
}

/* The content of SEQUENCE { AlgorithmIdentifier, OCTET STRING } in the clear. */
static bool bcfks_decrypt(
	ssmtp_store_load *load, ssmtp_slice in, const ssmtp_secret *password, const char *purpose, ssmtp_buf *plain)
{
	const unsigned char *at = in.ptr;
	X509_SIG *encrypted = d2i_X509_SIG(NULL, &at, (long) in.len);
	const X509_ALGOR *algorithm = NULL;
	const ASN1_OCTET_STRING *octets = NULL;
	PBE2PARAM *parameters = NULL;
	uint8_t key[32];
	bool ok = false;

	if (encrypted == NULL) {
		return bcfks_damaged(load);
	}
	X509_SIG_get0(encrypted, &algorithm, &octets);
	if (OBJ_obj2nid(algorithm->algorithm) == NID_pbes2) {
		parameters = ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBE2PARAM), algorithm->parameter);
	}
	if (parameters == NULL || OBJ_obj2nid(parameters->encryption->algorithm) != NID_aes_256_ccm ||
		parameters->encryption->parameter == NULL || parameters->encryption->parameter->type != V_ASN1_SEQUENCE) {
		ssmtp_store_refuse(load, "the BCFKS store is encrypted with another algorithm than AES-256-CCM.");
	} else if (bcfks_derive(load, parameters->keyfunc, password, purpose, key, sizeof(key))) {
		const ASN1_STRING *ccm = parameters->encryption->parameter->value.sequence;

		ok = bcfks_ccm(key, ssmtp_slice_of(ASN1_STRING_get0_data(ccm), (size_t) ASN1_STRING_length(ccm)),
				 ssmtp_slice_of(ASN1_STRING_get0_data(octets), (size_t) ASN1_STRING_length(octets)), plain) ||
			 ssmtp_store_refuse_password(load, password, "the BCFKS store or its private key");
	}
	ssmtp_wipe(key, sizeof(key));
	PBE2PARAM_free(parameters);
	X509_SIG_free(encrypted);
	return ok;
}

static bool bcfks_certificate(ssmtp_store_load *load, ssmtp_slice der)
{
	const unsigned char *at = der.ptr;

	return ssmtp_store_add_certificate(load, d2i_X509(NULL, &at, (long) der.len));
}

/* EncryptedPrivateKeyData: the key, then its chain. */
static bool bcfks_key(ssmtp_store_load *load, ssmtp_slice data)
{
	ssmtp_slice sequence, content, whole, chain;
	ssmtp_buf plain;
	bool ok = true;

	if (!bcfks_take(&data, V_ASN1_SEQUENCE, &sequence, NULL) ||
		!bcfks_take(&sequence, V_ASN1_SEQUENCE, &content, &whole) ||
		!bcfks_take(&sequence, V_ASN1_SEQUENCE, &chain, NULL)) {
		return bcfks_damaged(load);
	}
	ssmtp_buf_init_secret(&plain, SSMTP_STORE_OCTETS_MAX);
	ok = bcfks_decrypt(load, whole, ssmtp_store_key_password(load), "PRIVATE_KEY_ENCRYPTION", &plain);
	if (ok) {
		const unsigned char *at = plain.data;

		ok = ssmtp_store_add_key(load, d2i_AutoPrivateKey(NULL, &at, (long) ssmtp_buf_len(&plain)));
	}
	ssmtp_buf_free(&plain);
	while (ok && chain.len > 0) {
		ok = bcfks_take(&chain, V_ASN1_SEQUENCE, &content, &whole) ? bcfks_certificate(load, whole)
																   : bcfks_damaged(load);
	}
	return ok;
}

/* ObjectData: type, identifier, two dates, the data; a comment is not of interest. */
static bool bcfks_object(ssmtp_store_load *load, ssmtp_slice in)
{
	ssmtp_slice type, skipped, data;

	if (!bcfks_take(&in, V_ASN1_INTEGER, &type, NULL) || !bcfks_take(&in, V_ASN1_UTF8STRING, &skipped, NULL) ||
		!bcfks_take(&in, V_ASN1_GENERALIZEDTIME, &skipped, NULL) ||
		!bcfks_take(&in, V_ASN1_GENERALIZEDTIME, &skipped, NULL) ||
		!bcfks_take(&in, V_ASN1_OCTET_STRING, &data, NULL) || type.len != 1) {
		return bcfks_damaged(load);
	}
	switch (type.ptr[0]) {
	case BCFKS_TYPE_CERTIFICATE:
		return bcfks_certificate(load, data);
	case BCFKS_TYPE_KEY:
	case BCFKS_TYPE_PROTECTED_KEY:
		return bcfks_key(load, data);
	default:
		return true;
	}
}

/* ObjectStoreData: version, integrity algorithm, two dates, the objects. */
static bool bcfks_objects(ssmtp_store_load *load, ssmtp_slice in)
{
	ssmtp_slice outer, skipped, objects, object;
	bool ok = true;

	if (!bcfks_take(&in, V_ASN1_SEQUENCE, &outer, NULL) || !bcfks_take(&outer, V_ASN1_INTEGER, &skipped, NULL) ||
		!bcfks_take(&outer, V_ASN1_SEQUENCE, &skipped, NULL) ||
		!bcfks_take(&outer, V_ASN1_GENERALIZEDTIME, &skipped, NULL) ||
		!bcfks_take(&outer, V_ASN1_GENERALIZEDTIME, &skipped, NULL) ||
		!bcfks_take(&outer, V_ASN1_SEQUENCE, &objects, NULL)) {
		return bcfks_damaged(load);
	}
	while (ok && objects.len > 0) {
		ok = bcfks_take(&objects, V_ASN1_SEQUENCE, &object, NULL) ? bcfks_object(load, object) : bcfks_damaged(load);
	}
	return ok;
}

bool ssmtp_store_is_bcfks(ssmtp_slice octets)
{
	static const unsigned char pbes2[] = { 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x05, 0x0d };
	ssmtp_slice in = octets;

	for (int i = 0; i < 3; i++) {
		ssmtp_slice content;

		if (!bcfks_take(&in, V_ASN1_SEQUENCE, &content, NULL)) {
			return false;
		}
		in = content;
	}
	return in.len > sizeof(pbes2) && memcmp(in.ptr, pbes2, sizeof(pbes2)) == 0;
}

bool ssmtp_store_read_bcfks(ssmtp_store_load *load, ssmtp_slice octets)
{
	ssmtp_slice store, content, whole;
	ssmtp_buf plain;
	bool ok;

	if (!bcfks_take(&octets, V_ASN1_SEQUENCE, &store, NULL) || !bcfks_take(&store, V_ASN1_SEQUENCE, &content, &whole)) {
		return bcfks_damaged(load);
	}
	if (load->password.len == 0) {
		return ssmtp_store_refuse_password(load, NULL, "the BCFKS store");
	}
	ssmtp_buf_init_secret(&plain, SSMTP_STORE_OCTETS_MAX);
	/* CCM authenticates what it decrypts; the HMAC behind it covers nothing more. */
	ok = bcfks_decrypt(load, whole, &load->password, "STORE_ENCRYPTION", &plain) &&
		 bcfks_objects(load, ssmtp_buf_slice(&plain));
	ssmtp_buf_free(&plain);
	return ok;
}
