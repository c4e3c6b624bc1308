/* KeyTransRecipientInfo and the EnvelopedData around it (RFC 5652 section 6),
 * written from what the certificates hold encoded already: PKCS7_encrypt() copies
 * every name and encodes everything three times (docs/internals/crypto-smime.md). */
#include "crypto/smime_keytrans.h"

#include <openssl/crypto.h>
#include <openssl/objects.h>
#include <openssl/rand.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "crypto/smime_der.h"

#define TAG_CONSTRUCTED_0 0xa0
#define TAG_ENCRYPTED_CONTENT 0x80
#define TAG_SEQUENCE (V_ASN1_SEQUENCE | V_ASN1_CONSTRUCTED)
#define TAG_SET (V_ASN1_SET | V_ASN1_CONSTRUCTED)

static const uint8_t version_0[] = { V_ASN1_INTEGER, 1, 0 };
/* rsaEncryption with NULL (RFC 3370 section 4.2.1). */
static const uint8_t rsa_encryption[] = { TAG_SEQUENCE, 13, V_ASN1_OBJECT, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01,
	0x01, 0x01, V_ASN1_NULL, 0 };
/* pkcs7-envelopedData and pkcs7-data. */
static const uint8_t enveloped_data[] = { V_ASN1_OBJECT, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x03 };
static const uint8_t plain_data[] = { V_ASN1_OBJECT, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01 };

typedef struct content_key {
	uint8_t octets[EVP_MAX_KEY_LENGTH];
	size_t len;
	uint8_t iv[EVP_MAX_IV_LENGTH];
	size_t iv_len;
} content_key;

static size_t element_octets(size_t content_octets)
{
	return ssmtp_der_header_octets(content_octets) + content_octets;
}

/* Room for n octets behind what out holds, committed; NULL without memory. */
static uint8_t *take_room(ssmtp_buf *out, size_t n)
{
	size_t room;
	uint8_t *at;

	if (!ssmtp_buf_reserve(out, n)) {
		return NULL;
	}
	at = ssmtp_buf_tail(out, &room);
	ssmtp_buf_commit(out, n);
	return at;
}

static bool keytrans_failed(ssmtp_error *error)
{
	return ssmtp_ossl_error(error, SSMTP_ERROR_SMIME, SSMTP_E_NO_PROVIDER, "The message cannot be encrypted");
}

static bool encrypt_key(EVP_PKEY *key, const content_key *content, uint8_t *out, size_t out_octets, ssmtp_error *error)
{
	EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_pkey(NULL, key, NULL);
	size_t len = out_octets;
	/* PKCS #1 v1.5 is the padding of a new context; its output is as long as the key. */
	bool ok = context != NULL && EVP_PKEY_encrypt_init(context) > 0 &&
			  EVP_PKEY_encrypt(context, out, &len, content->octets, content->len) > 0 && len == out_octets;

	EVP_PKEY_CTX_free(context);
	return ok || keytrans_failed(error);
}

/* RFC 5652 section 10.2.4: name and number as the certificate has them. */
static bool append_issuer_and_serial(ssmtp_buf *out, X509 *x509, size_t issuer_octets, size_t serial_octets)
{
	uint8_t *at;

	if (!ssmtp_der_append_header(out, TAG_SEQUENCE, issuer_octets + serial_octets) ||
		(at = take_room(out, issuer_octets + serial_octets)) == NULL) {
		return false;
	}
	return i2d_X509_NAME(X509_get_issuer_name(x509), &at) > 0 && i2d_ASN1_INTEGER(X509_get_serialNumber(x509), &at) > 0;
}

/* false without an error: no memory, here and below. */
static bool append_recipient(ssmtp_buf *out, X509 *x509, const content_key *content, ssmtp_error *error)
{
	EVP_PKEY *key = X509_get0_pubkey(x509);
	int issuer = i2d_X509_NAME(X509_get_issuer_name(x509), NULL);
	int serial = i2d_ASN1_INTEGER(X509_get_serialNumber(x509), NULL);
	size_t wrapped = (size_t) EVP_PKEY_get_size(key);
	uint8_t *at;

	if (issuer <= 0 || serial <= 0 ||
		!ssmtp_der_append_header(out, TAG_SEQUENCE,
			sizeof(version_0) + element_octets((size_t) issuer + (size_t) serial) + sizeof(rsa_encryption) +
				element_octets(wrapped)) ||
		!ssmtp_buf_append(out, version_0, sizeof(version_0)) ||
		!append_issuer_and_serial(out, x509, (size_t) issuer, (size_t) serial) ||
		!ssmtp_buf_append(out, rsa_encryption, sizeof(rsa_encryption)) ||
		!ssmtp_der_append_header(out, V_ASN1_OCTET_STRING, wrapped) || (at = take_room(out, wrapped)) == NULL) {
		return false;
	}
	return encrypt_key(key, content, at, wrapped, error);
}

static int compare_encodings(const void *a, const void *b)
{
	const ssmtp_slice *x = a, *y = b;
	int order = memcmp(x->ptr, y->ptr, x->len < y->len ? x->len : y->len);

	return order != 0 ? order : (x->len > y->len) - (x->len < y->len);
}

/* SET OF in DER order (X.690 section 11.6). ends: where each RecipientInfo of infos ends. */
static bool append_sorted(ssmtp_buf *out, ssmtp_slice infos, const size_t *ends, size_t count)
{
	ssmtp_slice *items = ssmtp_alloc(count * sizeof(*items));
	bool ok = items != NULL && ssmtp_der_append_header(out, TAG_SET, infos.len);
	size_t begin = 0;

	for (size_t i = 0; items != NULL && i < count; i++) {
		items[i] = ssmtp_slice_of(infos.ptr + begin, ends[i] - begin);
		begin = ends[i];
	}
	if (ok) {
		qsort(items, count, sizeof(*items), compare_encodings);
	}
	for (size_t i = 0; ok && i < count; i++) {
		ok = ssmtp_buf_append_slice(out, items[i]);
	}
	ssmtp_free(items);
	return ok;
}

/* All RecipientInfos, as they come, and where each ends. */
static bool encrypt_to_all(const ssmtp_recipient_certs *recipients, const content_key *content, ssmtp_buf *infos,
	size_t *ends, ssmtp_error *error)
{
	for (size_t i = 0; i < recipients->count; i++) {
		if (!append_recipient(infos, ssmtp_certificate_x509(recipients->items[i]), content, error)) {
			return false;
		}
		ends[i] = ssmtp_buf_len(infos);
	}
	return true;
}

/* EncryptedContentInfo with an empty encryptedContent; the parameter of every CBC cipher is the IV (RFC 3565, 3370). */
static bool append_content_info(ssmtp_buf *out, const content_key *content, ASN1_OBJECT *algorithm, size_t oid_octets)
{
	size_t parameters = element_octets(content->iv_len);
	uint8_t *at;

	if (!ssmtp_der_append_header(out, TAG_SEQUENCE, sizeof(plain_data) + element_octets(oid_octets + parameters) + 2) ||
		!ssmtp_buf_append(out, plain_data, sizeof(plain_data)) ||
		!ssmtp_der_append_header(out, TAG_SEQUENCE, oid_octets + parameters) ||
		(at = take_room(out, oid_octets)) == NULL || i2d_ASN1_OBJECT(algorithm, &at) <= 0) {
		return false;
	}
	return ssmtp_der_append_header(out, V_ASN1_OCTET_STRING, content->iv_len) &&
		   ssmtp_buf_append(out, content->iv, content->iv_len) &&
		   ssmtp_der_append_header(out, TAG_ENCRYPTED_CONTENT, 0);
}

static bool append_enveloped(ssmtp_buf *out, ssmtp_slice infos, const size_t *ends, size_t count,
	const content_key *content, const ssmtp_smime_cipher *cipher)
{
	ASN1_OBJECT *algorithm = OBJ_nid2obj(cipher->nid);
	int oid = i2d_ASN1_OBJECT(algorithm, NULL);
	size_t content_info =
		sizeof(plain_data) + 2 + element_octets((size_t) (oid > 0 ? oid : 0) + element_octets(content->iv_len));
	size_t enveloped = sizeof(version_0) + element_octets(infos.len) + element_octets(content_info);

	return oid > 0 && ssmtp_buf_reserve(out, enveloped + 64) &&
		   ssmtp_der_append_header(
			   out, TAG_SEQUENCE, sizeof(enveloped_data) + element_octets(element_octets(enveloped))) &&
		   ssmtp_buf_append(out, enveloped_data, sizeof(enveloped_data)) &&
		   ssmtp_der_append_header(out, TAG_CONSTRUCTED_0, element_octets(enveloped)) &&
		   ssmtp_der_append_header(out, TAG_SEQUENCE, enveloped) &&
		   ssmtp_buf_append(out, version_0, sizeof(version_0)) && append_sorted(out, infos, ends, count) &&
		   append_content_info(out, content, algorithm, (size_t) oid);
}

static EVP_CIPHER_CTX *content_key_new(content_key *content, const ssmtp_smime_cipher *cipher, ssmtp_error *error)
{
	EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();

	if (context != NULL && EVP_EncryptInit_ex(context, EVP_get_cipherbynid(cipher->nid), NULL, NULL, NULL) == 1) {
		content->len = (size_t) EVP_CIPHER_CTX_get_key_length(context);
		content->iv_len = (size_t) EVP_CIPHER_CTX_get_iv_length(context);
		if (RAND_bytes(content->iv, (int) content->iv_len) == 1 &&
			EVP_CIPHER_CTX_rand_key(context, content->octets) == 1 &&
			EVP_EncryptInit_ex(context, NULL, NULL, content->octets, content->iv) == 1) {
			return context;
		}
	}
	keytrans_failed(error);
	EVP_CIPHER_CTX_free(context);
	return NULL;
}

EVP_CIPHER_CTX *ssmtp_keytrans_new(
	const ssmtp_recipient_certs *recipients, const ssmtp_smime_cipher *cipher, ssmtp_buf *der, ssmtp_error *error)
{
	size_t *ends = ssmtp_alloc(recipients->count * sizeof(*ends));
	content_key content;
	EVP_CIPHER_CTX *context = content_key_new(&content, cipher, error);
	ssmtp_buf infos;

	ssmtp_buf_init(&infos, SSMTP_BUF_MAX_DEFAULT);
	if (ends == NULL || context == NULL || !encrypt_to_all(recipients, &content, &infos, ends, error) ||
		!append_enveloped(der, ssmtp_buf_slice(&infos), ends, recipients->count, &content, cipher)) {
		EVP_CIPHER_CTX_free(context);
		context = NULL;
		ssmtp_error_nomem(error);
	}
	OPENSSL_cleanse(&content, sizeof(content));
	ssmtp_buf_free(&infos);
	ssmtp_free(ends);
	return context;
}
