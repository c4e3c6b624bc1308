/* One signature upon a template: a copy into which time, digest and signature are written. */
#include "crypto/smime_signer.h"

#include "base/alloc.h"
#include "base/clock.h"
#include "crypto/smime_der.h"
#include "crypto/smime_template.h"

struct ssmtp_signer {
	ssmtp_identity *identity; /* keeps the template alive */
	const ssmtp_signer_template *template;
	ssmtp_signer_template *own; /* the template when the identity keeps enough of them already */
	ssmtp_buf der;
};

void ssmtp_signer_free(ssmtp_signer **signer)
{
	if (*signer != NULL) {
		ssmtp_signer_template_free(&(*signer)->own);
		ssmtp_identity_free(&(*signer)->identity);
		ssmtp_buf_free(&(*signer)->der);
		ssmtp_free(*signer);
		*signer = NULL;
	}
}

static bool signer_failed(ssmtp_error *error)
{
	return ssmtp_ossl_error(error, SSMTP_ERROR_SMIME, SSMTP_E_NO_PROVIDER, "The message cannot be signed");
}

static bool signer_copy_template(ssmtp_signer *self, time_t now, ssmtp_error *error)
{
	ssmtp_slice der = ssmtp_buf_slice(&self->template->der);

	if (!ssmtp_buf_append_slice(&self->der, der)) {
		return ssmtp_error_nomem(error);
	}
	return ssmtp_signer_template_write_time(
			   self->template, self->der.data, now == 0 ? (time_t) ssmtp_clock_s() : now) ||
		   signer_failed(error);
}

ssmtp_signer *ssmtp_signer_new(const ssmtp_identity *identity, const ssmtp_smime_options *options, ssmtp_error *error)
{
	ssmtp_signer_template *own;
	const ssmtp_signer_template *template = ssmtp_signer_template_get(identity, options, &own, error);
	ssmtp_signer *self = template == NULL ? NULL : ssmtp_alloc_zero(sizeof(*self));

	if (self == NULL) {
		ssmtp_signer_template_free(&own);
		if (template != NULL) {
			ssmtp_error_nomem(error);
		}
		return NULL;
	}
	ssmtp_buf_init(&self->der, SSMTP_BUF_MAX_DEFAULT);
	/* A reference changes nothing that const promises. */
	self->identity = ssmtp_identity_ref((ssmtp_identity *) identity);
	self->template = template;
	self->own = own;
	if (!signer_copy_template(self, options->now, error)) {
		ssmtp_signer_free(&self);
	}
	return self;
}

const ssmtp_smime_digest *ssmtp_signer_digest(const ssmtp_signer *signer)
{
	return signer->template->digest;
}

const EVP_MD *ssmtp_signer_md(const ssmtp_signer *signer)
{
	return signer->template->md;
}

bool ssmtp_signer_fixed(const ssmtp_signer *signer)
{
	return signer->template->row->fixed_signature;
}

/* RFC 5652 section 5.4: the attributes are signed as a SET OF, not as the [0] that stands in the message. */
static bool signer_sign_attributes(ssmtp_signer *self, uint8_t *signature, size_t *len)
{
	EVP_MD_CTX *context = ssmtp_signer_template_context(self->template);
	uint8_t *attributes = self->der.data + self->template->attributes_at;
	uint8_t tag = attributes[0];
	bool ok;

	attributes[0] = V_ASN1_SET | V_ASN1_CONSTRUCTED;
	/* Without memory for its DER an ECDSA signature is a success of -1 octets (OpenSSL 3.0). */
	ok = context != NULL && EVP_DigestSign(context, signature, len, attributes, self->template->attributes_len) > 0 &&
		 *len != 0 && *len <= self->template->signature_octets;
	attributes[0] = tag;
	EVP_MD_CTX_free(context);
	return ok;
}

/* A signature that is shorter than the zeros: every length around it changes. */
static bool signer_place_shorter(ssmtp_signer *self, ssmtp_slice signature, ssmtp_error *error)
{
	ssmtp_buf der, behind;
	bool ok;

	ssmtp_buf_init(&der, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&behind, 0);
	ok = ssmtp_buf_reserve(&der, ssmtp_buf_len(&self->der)) || ssmtp_error_nomem(error);
	ok = ok &&
		 ssmtp_der_splice(ssmtp_buf_slice(&self->der), (ssmtp_der_path){ 5, { 1, 0, self->template->infos, 0, 5 } },
			 signature.len, &der, &behind, error) &&
		 (ssmtp_buf_append_slice(&der, signature) || ssmtp_error_nomem(error));
	if (!ok) {
		ssmtp_buf_free(&der);
		return false;
	}
	ssmtp_buf_free(&self->der);
	self->der = der;
	return true;
}

/* Puts the signature, the last element of all, in the place of the zeros. */
static bool signer_place_signature(ssmtp_signer *self, ssmtp_slice signature, ssmtp_error *error)
{
	if (signature.len != self->template->signature_octets) {
		return signer_place_shorter(self, signature, error);
	}
	memcpy(self->der.data + self->der.end - signature.len, signature.ptr, signature.len);
	return true;
}

bool ssmtp_signer_sign(ssmtp_signer *signer, const uint8_t *digest, size_t len, ssmtp_error *error)
{
	size_t signature_len = signer->template->signature_octets;
	uint8_t *signature = ssmtp_alloc(signature_len);
	bool ok;

	if (signature == NULL) {
		return ssmtp_error_nomem(error);
	}
	memcpy(signer->der.data + signer->template->digest_at, digest, len);
	ok = signer_sign_attributes(signer, signature, &signature_len)
			 ? signer_place_signature(signer, ssmtp_slice_of(signature, signature_len), error)
			 : signer_failed(error);
	ssmtp_free(signature);
	return ok;
}

ssmtp_slice ssmtp_signer_der(const ssmtp_signer *signer)
{
	return ssmtp_buf_slice(&signer->der);
}
