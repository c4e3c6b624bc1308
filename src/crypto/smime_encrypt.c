/* enveloped-data and authEnveloped-data (RFC 8551 section 3.3, RFC 5083):
 * OpenSSL makes the structure and the cipher context, the content passes
 * through the context in constant memory. */
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/rsa.h>

#include "base/alloc.h"
#include "base/ascii.h"
#include "crypto/smime_check.h"
#include "crypto/smime_der.h"
#include "crypto/smime_keytrans.h"
#include "crypto/smime_stage.h"

/* RFC 5084 section 3.2 would allow 12 to 16; OpenSSL reads 16 only. */
#define TAG_OCTETS 16

typedef struct enveloped_stage {
	ssmtp_stage stage;
	const ssmtp_smime_cipher *cipher;
	ssmtp_recipient_certs recipients; /* counted references: every pass makes keys for them */
	bool plain, oaep;
	BIO *chain; /* owns the context; NULL: the stage does */
	EVP_CIPHER_CTX *context;
	ssmtp_buf template;   /* the structure around an empty encryptedContent */
	ssmtp_buf head, tail; /* the template around a content of content_octets */
	uint64_t content_octets;
	uint64_t passed_octets;
	bool used; /* the context has seen content */
} enveloped_stage;

/* ContentInfo: [0], EnvelopedData, encryptedContentInfo, encryptedContent; mac behind it (RFC 5083 section 2.1). */
static const ssmtp_der_path content_path = { 4, { 1, 0, 2, 2 } };
static const ssmtp_der_path mac_path = { 3, { 1, 0, 3 } };

static bool enveloped_failed(ssmtp_error *error)
{
	return ssmtp_ossl_error(error, SSMTP_ERROR_SMIME, SSMTP_E_NO_PROVIDER, "The message cannot be encrypted");
}

/* The options as choices; error 10194. */
static bool enveloped_choose(
	const ssmtp_smime_options *options, const ssmtp_smime_cipher **cipher, bool *oaep, ssmtp_error *error)
{
	ssmtp_slice transport = ssmtp_slice_str(options->key_encryption);

	*oaep = ssmtp_slice_equal_nocase(transport, SSMTP_SLICE("OAEP"));
	if (!*oaep && transport.len != 0 && !ssmtp_slice_equal_nocase(transport, SSMTP_SLICE("PKCS1")) &&
		!ssmtp_slice_equal_nocase(transport, SSMTP_SLICE("Auto"))) {
		return ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_ALGORITHM,
			"KeyEncryptionAlgorithm \"%.*s\" is unknown; use Auto, PKCS1 or OAEP.",
			SSMTP_SLICE_FMT(ssmtp_slice_head(transport, 60)));
	}
	*cipher = ssmtp_smime_cipher_find(ssmtp_slice_str(options->cipher), error);
	if (*cipher != NULL && (*cipher)->refused) {
		return ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_ALGORITHM,
			"The encrypting algorithm %s is broken and not used any more; set EncryptingAlgorithm to AESCBC256.",
			(*cipher)->names[0]);
	}
	return *cipher != NULL;
}

/* Every recipient is checked before any work is done. *plain: RSA keys only. */
static bool enveloped_check(const ssmtp_recipient_certs *recipients, time_t now, bool *plain, ssmtp_error *error)
{
	*plain = true;
	if (recipients->count == 0) {
		return ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_NO_RECIPIENT_CERT,
			"No recipient certificate was added; call AddRecipientCert() for every recipient.");
	}
	for (size_t i = 0; i < recipients->count; i++) {
		if (!ssmtp_smime_check_recipient(recipients->items[i], now, error)) {
			return false;
		}
		*plain = *plain && EVP_PKEY_is_a(X509_get0_pubkey(ssmtp_certificate_x509(recipients->items[i])), "RSA");
	}
	return true;
}

static bool enveloped_keep_template(enveloped_stage *self, const CMS_ContentInfo *cms, ssmtp_error *error)
{
	uint8_t *der = NULL;
	int len = i2d_CMS_ContentInfo(cms, &der);
	bool ok = len > 0 && (ssmtp_buf_append(&self->template, der, (size_t) len) || ssmtp_error_nomem(error));

	OPENSSL_free(der);
	return ok;
}

/* RFC 8551 section 2.3 and RFC 5753 section 7.1.4: SHA-256 instead of OpenSSL's SHA-1. */
static bool enveloped_add_recipient(CMS_ContentInfo *cms, X509 *certificate, bool oaep)
{
	CMS_RecipientInfo *info = CMS_add1_recipient_cert(cms, certificate, CMS_KEY_PARAM);
	EVP_PKEY_CTX *context = info == NULL ? NULL : CMS_RecipientInfo_get0_pkey_ctx(info);
	EVP_PKEY *key = X509_get0_pubkey(certificate);

	if (info == NULL) {
		return false;
	}
	if (EVP_PKEY_is_a(key, "EC")) {
		return context != NULL && EVP_PKEY_CTX_set_ecdh_kdf_md(context, EVP_sha256()) > 0;
	}
	if (!oaep || !EVP_PKEY_is_a(key, "RSA")) {
		return true;
	}
	return context != NULL && EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_OAEP_PADDING) > 0 &&
		   EVP_PKEY_CTX_set_rsa_oaep_md(context, EVP_sha256()) > 0;
}

static bool enveloped_build_cms(enveloped_stage *self, ssmtp_error *error)
{
	const ssmtp_recipient_certs *recipients = &self->recipients;
	BIO *sink = BIO_new(BIO_s_null());
	CMS_ContentInfo *cms =
		CMS_encrypt(NULL, NULL, EVP_get_cipherbynid(self->cipher->nid), CMS_STREAM | CMS_BINARY | CMS_PARTIAL);
	bool ok = cms != NULL && sink != NULL;

	for (size_t i = 0; ok && i < recipients->count; i++) {
		ok = enveloped_add_recipient(cms, ssmtp_certificate_x509(recipients->items[i]), self->oaep);
	}
	ok = ok && (self->chain = CMS_dataInit(cms, sink)) != NULL && enveloped_keep_template(self, cms, error);
	CMS_ContentInfo_free(cms);
	if (self->chain == NULL) {
		BIO_free(sink);
	}
	return (ok && BIO_get_cipher_ctx(self->chain, &self->context) == 1) || enveloped_failed(error);
}

/* AEAD: makes room for the tag in the template; it is the last thing in it. */
static bool enveloped_reserve_tag(enveloped_stage *self, ssmtp_error *error)
{
	static const uint8_t zeros[TAG_OCTETS];
	ssmtp_buf head, tail;
	bool ok;

	ssmtp_buf_init(&head, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&tail, SSMTP_BUF_MAX_DEFAULT);
	ok = ssmtp_der_splice(ssmtp_buf_slice(&self->template), mac_path, TAG_OCTETS, &head, &tail, error) &&
		 ((ssmtp_buf_len(&tail) == 0 && ssmtp_buf_append(&head, zeros, sizeof(zeros))) || ssmtp_error_nomem(error));
	ssmtp_buf_free(&tail);
	if (ok) {
		ssmtp_buf_free(&self->template);
		self->template = head;
	} else {
		ssmtp_buf_free(&head);
	}
	return ok;
}

/* The public-key operations happen here; afterwards only the cipher context is needed. */
static bool enveloped_build(enveloped_stage *self, ssmtp_error *error)
{
	if (self->plain && !self->oaep && !self->cipher->aead) {
		self->context = ssmtp_keytrans_new(&self->recipients, self->cipher, &self->template, error);
		if (self->context == NULL) {
			return false;
		}
	} else if (!enveloped_build_cms(self, error)) {
		return false;
	}
	return !self->cipher->aead || enveloped_reserve_tag(self, error);
}

/* RFC 5652 section 6.3: padding always, of one to block_octets octets. */
static uint64_t enveloped_ciphertext_octets(const enveloped_stage *self)
{
	uint64_t block = self->cipher->block_octets;

	return self->cipher->aead ? self->content_octets : (self->content_octets / block + 1) * block;
}

static bool enveloped_prepare(ssmtp_stage *stage, ssmtp_source *content, ssmtp_error *error)
{
	enveloped_stage *self = (enveloped_stage *) stage;

	return ssmtp_smime_measure(content, &self->content_octets, error) &&
		   ssmtp_der_splice(ssmtp_buf_slice(&self->template), content_path, enveloped_ciphertext_octets(self),
			   &self->head, &self->tail, error);
}

static uint64_t enveloped_size(const ssmtp_stage *stage)
{
	const enveloped_stage *self = (const enveloped_stage *) stage;

	return ssmtp_buf_len(&self->head) + enveloped_ciphertext_octets(self) + ssmtp_buf_len(&self->tail);
}

static void enveloped_drop_key(enveloped_stage *self)
{
	if (self->chain == NULL) {
		EVP_CIPHER_CTX_free(self->context);
	}
	BIO_free_all(self->chain);
	self->chain = NULL;
	self->context = NULL;
}

/* A second pass takes a key and an IV of its own: the content may have changed since, and two contents under one key
 * and IV give away their difference, and in GCM the key of the tag. The structure is as long as before. */
static bool enveloped_renew(enveloped_stage *self, ssmtp_error *error)
{
	uint64_t before = enveloped_size(&self->stage);

	enveloped_drop_key(self);
	ssmtp_buf_clear(&self->template);
	ssmtp_buf_clear(&self->head);
	ssmtp_buf_clear(&self->tail);
	if (!enveloped_build(self, error) ||
		!ssmtp_der_splice(ssmtp_buf_slice(&self->template), content_path, enveloped_ciphertext_octets(self),
			&self->head, &self->tail, error)) {
		return false;
	}
	return enveloped_size(&self->stage) == before || enveloped_failed(error);
}

static bool enveloped_begin(ssmtp_stage *stage, ssmtp_buf *head, ssmtp_error *error)
{
	enveloped_stage *self = (enveloped_stage *) stage;

	if (self->used && !enveloped_renew(self, error)) {
		return false;
	}
	self->used = true;
	self->passed_octets = 0;
	return ssmtp_buf_append_slice(head, ssmtp_buf_slice(&self->head)) || ssmtp_error_nomem(error);
}

static bool enveloped_pass(
	ssmtp_stage *stage, const uint8_t *in, size_t len, uint8_t *out, size_t *written, ssmtp_error *error)
{
	enveloped_stage *self = (enveloped_stage *) stage;
	int n = 0;

	self->passed_octets += len;
	if (EVP_EncryptUpdate(self->context, out, &n, in, (int) len) != 1) {
		return enveloped_failed(error);
	}
	*written = (size_t) n;
	return true;
}

static bool enveloped_end(ssmtp_stage *stage, ssmtp_buf *tail, ssmtp_error *error)
{
	enveloped_stage *self = (enveloped_stage *) stage;
	uint8_t last[EVP_MAX_BLOCK_LENGTH], tag[TAG_OCTETS];
	int n = 0;
	bool ok;

	if (self->passed_octets != self->content_octets) {
		return ssmtp_smime_content_changed(error);
	}
	if (EVP_EncryptFinal_ex(self->context, last, &n) != 1 ||
		(self->cipher->aead && EVP_CIPHER_CTX_ctrl(self->context, EVP_CTRL_AEAD_GET_TAG, TAG_OCTETS, tag) != 1)) {
		return enveloped_failed(error);
	}
	ok = (ssmtp_buf_append(tail, last, (size_t) n) && ssmtp_buf_append_slice(tail, ssmtp_buf_slice(&self->tail))) ||
		 ssmtp_error_nomem(error);
	if (ok && self->cipher->aead) {
		ssmtp_buf_truncate(tail, ssmtp_buf_len(tail) - TAG_OCTETS);
		ok = ssmtp_buf_append(tail, tag, TAG_OCTETS) || ssmtp_error_nomem(error);
	}
	return ok;
}

static void enveloped_free(ssmtp_stage *stage)
{
	enveloped_stage *self = (enveloped_stage *) stage;

	enveloped_drop_key(self);
	ssmtp_certificate_free_list(&self->recipients.items, self->recipients.count);
	ssmtp_buf_free(&self->template);
	ssmtp_buf_free(&self->head);
	ssmtp_buf_free(&self->tail);
	ssmtp_free(self);
}

static const ssmtp_stage_vtable enveloped_vtable = {
	.name = "enveloped",
	.transparent = false,
	.renewed = true,
	.prepare = enveloped_prepare,
	.size = enveloped_size,
	.begin = enveloped_begin,
	.pass = enveloped_pass,
	.end = enveloped_end,
	.free = enveloped_free,
};

static bool enveloped_keep_recipients(
	enveloped_stage *self, const ssmtp_recipient_certs *recipients, ssmtp_error *error)
{
	self->recipients.items = ssmtp_alloc(recipients->count * sizeof(*self->recipients.items));
	if (self->recipients.items == NULL) {
		return ssmtp_error_nomem(error);
	}
	for (size_t i = 0; i < recipients->count; i++) {
		self->recipients.items[self->recipients.count++] = ssmtp_certificate_ref(recipients->items[i]);
	}
	return true;
}

ssmtp_stage *ssmtp_smime_enveloped_new(
	const ssmtp_recipient_certs *recipients, const ssmtp_smime_options *options, ssmtp_buf *fields, ssmtp_error *error)
{
	enveloped_stage *self;
	ssmtp_stage *stage;
	const ssmtp_smime_cipher *cipher = NULL;
	bool plain, oaep;

	if (!enveloped_choose(options, &cipher, &oaep, error) ||
		!enveloped_check(recipients, options->now, &plain, error)) {
		return NULL;
	}
	self = ssmtp_alloc_zero(sizeof(*self));
	if (self == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	stage = &self->stage;
	self->stage.vtable = &enveloped_vtable;
	self->cipher = cipher;
	self->plain = plain;
	self->oaep = oaep;
	ssmtp_buf_init(&self->template, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&self->head, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&self->tail, SSMTP_BUF_MAX_DEFAULT);
	if (!enveloped_keep_recipients(self, recipients, error) || !enveloped_build(self, error) ||
		!ssmtp_smime_pkcs7_fields(fields, cipher->aead ? "authEnveloped-data" : "enveloped-data", "smime.p7m", error)) {
		ssmtp_stage_free(&stage);
	}
	return stage;
}
