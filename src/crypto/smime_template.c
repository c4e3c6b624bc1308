/* Templates of signatures: found with the identity or built and left there (see smime_template.h). */
#include "crypto/smime_template.h"

#include <openssl/crypto.h>
#include <openssl/rsa.h>

#include "base/alloc.h"
#include "base/clock.h"

/* 1950-01-01 and 2050-01-01: between them times are UTCTime (RFC 5652 section 11.3). */
#define UTC_TIME_SINCE INT64_C(-631152000)
#define UTC_TIME_UNTIL INT64_C(2524608000)
#define UTC_TIME_OCTETS 13
#define GENERALIZED_TIME_OCTETS 15

static void template_destroy(ssmtp_identity_note *note)
{
	ssmtp_signer_template *self = (ssmtp_signer_template *) note;

	EVP_MD_CTX_free(self->context);
	EVP_MD_free(self->md);
	EVP_PKEY_free(self->key);
	ssmtp_buf_free(&self->der);
	ssmtp_free(self->choice_text);
	ssmtp_free(self);
}

void ssmtp_signer_template_free(ssmtp_signer_template **self)
{
	if (*self != NULL) {
		template_destroy(&(*self)->note);
		*self = NULL;
	}
}

static bool template_failed(ssmtp_error *error)
{
	return ssmtp_ossl_error(error, SSMTP_ERROR_SMIME, SSMTP_E_NO_PROVIDER, "The message cannot be signed");
}

/* RFC 4056 section 3: the salt is as long as the digest, MGF1 uses the same digest. */
EVP_MD_CTX *ssmtp_signer_template_new_context(const ssmtp_signer_template *self)
{
	bool pure = self->row->family == SSMTP_KEY_PURE;
	EVP_MD_CTX *context = EVP_MD_CTX_new();
	EVP_PKEY_CTX *key_context = NULL;

	if (context != NULL && EVP_DigestSignInit(context, &key_context, pure ? NULL : self->md, NULL, self->key) > 0 &&
		(!self->pss || (EVP_PKEY_CTX_set_rsa_padding(key_context, RSA_PKCS1_PSS_PADDING) > 0 &&
						   EVP_PKEY_CTX_set_rsa_pss_saltlen(key_context, RSA_PSS_SALTLEN_DIGEST) > 0))) {
		return context;
	}
	EVP_MD_CTX_free(context);
	return NULL;
}

/* A copy costs less than what EVP_DigestSignInit() looks up; the key of an engine or a provider may refuse it. */
EVP_MD_CTX *ssmtp_signer_template_context(const ssmtp_signer_template *self)
{
	EVP_MD_CTX *copy = EVP_MD_CTX_new();

	if (copy == NULL || EVP_MD_CTX_copy_ex(copy, self->context) == 1) {
		return copy;
	}
	EVP_MD_CTX_free(copy);
	return ssmtp_signer_template_new_context(self);
}

static ssmtp_signer_choice choice_of(const ssmtp_smime_options *options, time_t now)
{
	ssmtp_signer_choice choice = {
		.digest = ssmtp_slice_str(options->digest),
		.scheme = ssmtp_slice_str(options->scheme),
		.capabilities = ssmtp_slice_str(options->capabilities),
		.detached = options->detached,
		.include_certificate = options->include_certificate,
		.include_chain = options->include_chain,
		.trust = options->include_chain ? ssmtp_smime_trust_id(options->trust) : SSMTP_SLICE_EMPTY,
	};

	if (options->signing_time) {
		/* A time_t of 32 bits never comes to the end of UTCTime. */
		int64_t at = now;

		choice.time_octets =
			at >= UTC_TIME_SINCE && at < UTC_TIME_UNTIL ? UTC_TIME_OCTETS : GENERALIZED_TIME_OCTETS;
	}
	return choice;
}

static bool template_is(const ssmtp_identity_note *note, const void *what)
{
	const ssmtp_signer_choice *a = what;
	const ssmtp_signer_choice *b = &((const ssmtp_signer_template *) note)->choice;

	return note->destroy == template_destroy && a->detached == b->detached &&
		   a->include_certificate == b->include_certificate && a->include_chain == b->include_chain &&
		   a->time_octets == b->time_octets && ssmtp_slice_equal(a->digest, b->digest) &&
		   ssmtp_slice_equal(a->scheme, b->scheme) && ssmtp_slice_equal(a->capabilities, b->capabilities) &&
		   ssmtp_slice_equal(a->trust, b->trust);
}

static ssmtp_slice choice_keep_text(char **at, ssmtp_slice text)
{
	ssmtp_slice kept = ssmtp_slice_of((uint8_t *) *at, text.len);

	if (text.len != 0) {
		memcpy(*at, text.ptr, text.len);
		*at += text.len;
	}
	return kept;
}

static bool template_keep_choice(ssmtp_signer_template *self, const ssmtp_signer_choice *choice, ssmtp_error *error)
{
	char *at = self->choice_text = ssmtp_alloc(choice->digest.len + choice->scheme.len + choice->capabilities.len +
											 choice->trust.len);

	if (at == NULL) {
		return ssmtp_error_nomem(error);
	}
	self->choice = *choice;
	self->choice.digest = choice_keep_text(&at, choice->digest);
	self->choice.scheme = choice_keep_text(&at, choice->scheme);
	self->choice.capabilities = choice_keep_text(&at, choice->capabilities);
	self->choice.trust = choice_keep_text(&at, choice->trust);
	return true;
}

static bool template_keep_dates(ssmtp_signer_template *self, const X509 *x509, ssmtp_error *error)
{
	return (ssmtp_ossl_time(X509_get0_notBefore(x509), &self->not_before) &&
			   ssmtp_ossl_time(X509_get0_notAfter(x509), &self->not_after)) ||
		   template_failed(error);
}

static ssmtp_signer_template *template_new(const ssmtp_identity *identity, const ssmtp_smime_options *options,
	const ssmtp_signer_choice *choice, ssmtp_error *error)
{
	ssmtp_signer_template *self = ssmtp_alloc_zero(sizeof(*self));
	X509 *x509 = ssmtp_certificate_x509(ssmtp_identity_certificate(identity));

	if (self == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	self->note.destroy = template_destroy;
	ssmtp_buf_init(&self->der, SSMTP_BUF_MAX_DEFAULT);
	self->key = ssmtp_identity_key(identity);
	EVP_PKEY_up_ref(self->key);
	self->row = ssmtp_smime_key_find(X509_get0_pubkey(x509));
	/* The check knew it: a key of no known type is memory that OpenSSL did not get. */
	if ((self->row == NULL && !template_failed(error)) || !template_keep_choice(self, choice, error) ||
		!template_keep_dates(self, x509, error) || !ssmtp_signer_template_build(self, identity, options, error)) {
		ssmtp_signer_template_free(&self);
	}
	return self;
}

const ssmtp_signer_template *ssmtp_signer_template_get(
	const ssmtp_identity *identity, const ssmtp_smime_options *options, ssmtp_signer_template **own, ssmtp_error *error)
{
	time_t now = options->now == 0 ? (time_t) ssmtp_clock_s() : options->now;
	ssmtp_signer_choice choice = choice_of(options, now);
	const ssmtp_signer_template *found;
	ssmtp_identity_note *note;

	*own = NULL;
	found = identity == NULL ? NULL
							 : (const ssmtp_signer_template *) ssmtp_identity_note_find(identity, template_is, &choice);
	/* Key, usage and size were checked when it was built; time goes on. */
	if (found != NULL && found->not_before <= (int64_t) now && (int64_t) now < found->not_after) {
		return found;
	}
	if (!ssmtp_smime_check_signer(identity, options->now, error)) {
		return NULL;
	}
	*own = template_new(identity, options, &choice, error);
	if (*own == NULL) {
		return NULL;
	}
	found = *own;
	note = &(*own)->note;
	ssmtp_identity_note_keep_take(identity, &note);
	*own = (ssmtp_signer_template *) note;
	return found;
}

static uint8_t *time_digits(uint8_t *at, int value)
{
	at[0] = (uint8_t) ('0' + value / 10 % 10);
	at[1] = (uint8_t) ('0' + value % 10);
	return at + 2;
}

bool ssmtp_signer_template_write_time(const ssmtp_signer_template *self, uint8_t *der, time_t now)
{
	uint8_t *at = der + self->time_at;
	struct tm tm;

	if (self->choice.time_octets == 0) {
		return true;
	}
	if (OPENSSL_gmtime(&now, &tm) == NULL) {
		return false;
	}
	if (self->choice.time_octets == GENERALIZED_TIME_OCTETS) {
		at = time_digits(at, (tm.tm_year + 1900) / 100);
	}
	at = time_digits(at, tm.tm_year % 100);
	at = time_digits(at, tm.tm_mon + 1);
	at = time_digits(at, tm.tm_mday);
	at = time_digits(at, tm.tm_hour);
	at = time_digits(at, tm.tm_min);
	time_digits(at, tm.tm_sec);
	return true;
}
