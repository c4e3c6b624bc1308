/* SignedData (RFC 5652 section 5) through OpenSSL's PKCS#7 structures: one path
 * for every key type on every version, see docs/internals/crypto-smime.md. */
#include <openssl/core_names.h>
#include <openssl/objects.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include "base/ascii.h"
#include "base/clock.h"
#include "crypto/smime_der.h"
#include "crypto/smime_template.h"

#define CHAIN_MAX 16

static void template_free_structures(ssmtp_signer_template *self)
{
	if (self->p7 != NULL) {
		PKCS7_free(self->p7);
		self->p7 = NULL;
		self->info = NULL;
	}
}

static bool template_failed(ssmtp_error *error)
{
	return ssmtp_ossl_error(error, SSMTP_ERROR_SMIME, SSMTP_E_NO_PROVIDER, "The message cannot be signed");
}

/* A key may insist on its digest (restricted RSASSA-PSS parameters). */
static const ssmtp_smime_digest *template_mandatory_digest(const ssmtp_signer_template *self)
{
	char name[80] = "";

	if (self->row->family != SSMTP_KEY_RSA_PSS ||
		EVP_PKEY_get_default_digest_name(self->key, name, sizeof(name)) != 2) {
		return NULL;
	}
	return ssmtp_smime_digest_find(ssmtp_slice_str(name), NULL);
}

static bool template_choose_digest(ssmtp_signer_template *self, const char *name, ssmtp_error *error)
{
	const ssmtp_smime_digest *mandatory = template_mandatory_digest(self);

	self->digest = ssmtp_smime_digest_find(ssmtp_slice_str(name), error);
	if (self->digest == NULL) {
		return false;
	}
	if (self->digest->refused) {
		return ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_ALGORITHM,
			"The signing algorithm %s is broken and not used any more; set SigningAlgorithm to SHA256.",
			self->digest->names[0]);
	}
	if (mandatory != NULL) {
		self->digest = mandatory;
	} else if (self->digest->bits < self->row->digest_bits) {
		self->digest = ssmtp_smime_digest_of_bits(self->row->digest_bits);
	}
	return true;
}

static bool template_choose_scheme(ssmtp_signer_template *self, const char *scheme, ssmtp_error *error)
{
	ssmtp_slice name = ssmtp_slice_str(scheme);
	bool pkcs1 = ssmtp_slice_equal_nocase(name, SSMTP_SLICE("PKCS1"));
	bool pss = ssmtp_slice_equal_nocase(name, SSMTP_SLICE("PSS"));

	if (!pkcs1 && !pss && name.len != 0 && !ssmtp_slice_equal_nocase(name, SSMTP_SLICE("Auto"))) {
		return ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_ALGORITHM,
			"SignatureScheme \"%.*s\" is unknown; use Auto, PKCS1 or PSS.",
			SSMTP_SLICE_FMT(ssmtp_slice_head(name, 60)));
	}
	if (pkcs1 && self->row->family == SSMTP_KEY_RSA_PSS) {
		return ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_ALGORITHM,
			"The key of the signing certificate allows RSASSA-PSS only; set SignatureScheme to Auto or PSS.");
	}
	if ((pkcs1 || pss) && self->row->family != SSMTP_KEY_RSA && self->row->family != SSMTP_KEY_RSA_PSS) {
		return ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_ALGORITHM,
			"SignatureScheme %s needs an RSA key, the signing certificate has one of type %s; set it to Auto.", scheme,
			self->row->type);
	}
	self->pss = pss || self->row->family == SSMTP_KEY_RSA_PSS;
	return true;
}

static bool template_init_context(ssmtp_signer_template *self)
{
	self->md = EVP_MD_fetch(NULL, OBJ_nid2sn(self->digest->nid), NULL);
	self->context = self->md == NULL ? NULL : ssmtp_signer_template_new_context(self);
	return self->context != NULL;
}

/* The AlgorithmIdentifier as the provider writes it; an engine's key has none. */
static X509_ALGOR *template_provider_algorithm(const ssmtp_signer_template *self)
{
	uint8_t der[256];
	const uint8_t *at = der;
	OSSL_PARAM params[] = { OSSL_PARAM_octet_string(OSSL_SIGNATURE_PARAM_ALGORITHM_ID, der, sizeof(der)),
		OSSL_PARAM_END };

	if (EVP_PKEY_CTX_get_params(EVP_MD_CTX_get_pkey_ctx(self->context), params) <= 0 || params[0].return_size == 0 ||
		params[0].return_size > sizeof(der)) {
		return NULL;
	}
	return d2i_X509_ALGOR(NULL, &at, (long) params[0].return_size);
}

/* RFC 3370 section 3.2: rsaEncryption with NULL is what every agent reads for RSA v1.5. */
static bool template_set_algorithm(ssmtp_signer_template *self)
{
	X509_ALGOR *algorithm;
	int nid = NID_undef;

	if (self->row->family == SSMTP_KEY_RSA && !self->pss) {
		return X509_ALGOR_set0(self->info->digest_enc_alg, OBJ_nid2obj(NID_rsaEncryption), V_ASN1_NULL, NULL) == 1;
	}
	algorithm = template_provider_algorithm(self);
	if (algorithm != NULL) {
		X509_ALGOR_free(self->info->digest_enc_alg);
		self->info->digest_enc_alg = algorithm;
		return true;
	}
	return !self->pss && OBJ_find_sigid_by_algs(&nid, self->digest->nid, EVP_PKEY_get_base_id(self->key)) == 1 &&
		   X509_ALGOR_set0(self->info->digest_enc_alg, OBJ_nid2obj(nid), V_ASN1_UNDEF, NULL) == 1;
}

/* RFC 5754 section 2: digest identifiers of SHA-2 have no parameters. */
static X509_ALGOR *template_digest_algorithm(const ssmtp_signer_template *self)
{
	X509_ALGOR *algorithm = X509_ALGOR_new();

	if (algorithm != NULL && X509_ALGOR_set0(algorithm, OBJ_nid2obj(self->digest->nid),
								 self->digest->nid == NID_sha1 ? V_ASN1_NULL : V_ASN1_UNDEF, NULL) != 1) {
		X509_ALGOR_free(algorithm);
		algorithm = NULL;
	}
	return algorithm;
}

/* RFC 5652 section 5.3, always issuerAndSerialNumber: gpgsm and older Outlook read nothing else. */
static bool template_fill_info(ssmtp_signer_template *self, X509 *certificate)
{
	PKCS7_SIGNER_INFO *info = self->info;
	X509_ALGOR *digest = template_digest_algorithm(self);
	ASN1_INTEGER *serial;

	if (digest == NULL) {
		return false;
	}
	X509_ALGOR_free(info->digest_alg);
	info->digest_alg = digest;
	serial = ASN1_INTEGER_dup(X509_get0_serialNumber(certificate));
	if (serial == NULL) {
		return false;
	}
	ASN1_INTEGER_free(info->issuer_and_serial->serial);
	info->issuer_and_serial->serial = serial;
	return X509_NAME_set(&info->issuer_and_serial->issuer, X509_get_issuer_name(certificate)) == 1 &&
		   ASN1_INTEGER_set(info->version, 1) == 1;
}

static bool template_add_time(ssmtp_signer_template *self, time_t now)
{
	/* UTCTime until 2049, GeneralizedTime from 2050 (RFC 5652 section 11.3). */
	ASN1_TIME *time_now = ASN1_TIME_set(NULL, now == 0 ? (time_t) ssmtp_clock_s() : now);

	if (time_now == NULL || PKCS7_add0_attrib_signing_time(self->info, time_now) != 1) {
		ASN1_TIME_free(time_now);
		return false;
	}
	return true;
}

static bool template_add_capabilities(ssmtp_signer_template *self, const char *names, ssmtp_error *error)
{
	STACK_OF(X509_ALGOR) *list = ssmtp_smime_capabilities_new(names, error);
	bool ok = list != NULL && (PKCS7_add_attrib_smimecap(self->info, list) == 1 || template_failed(error));

	sk_X509_ALGOR_pop_free(list, X509_ALGOR_free);
	return ok;
}

/* The attributes whose lengths are known now; the digest is zeros until it is known. */
static bool template_add_attributes(ssmtp_signer_template *self, const ssmtp_smime_options *options, ssmtp_error *error)
{
	static const uint8_t zeros[EVP_MAX_MD_SIZE];

	if (PKCS7_add_attrib_content_type(self->info, NULL) != 1 ||
		(options->signing_time && !template_add_time(self, options->now)) ||
		PKCS7_add1_attrib_digest(self->info, zeros, self->digest->bits / 8) != 1) {
		return template_failed(error);
	}
	return template_add_capabilities(self, options->capabilities, error);
}

static int template_compare_certificates(const X509 *const *a, const X509 *const *b)
{
	int len_a = i2d_X509(*a, NULL), len_b = i2d_X509(*b, NULL);
	uint8_t *der_a = NULL, *der_b = NULL;
	int order = 0;

	/* The longer one has the greater octets of length. */
	if (len_a != len_b) {
		return len_a - len_b;
	}
	if (i2d_X509(*a, &der_a) > 0 && i2d_X509(*b, &der_b) > 0) {
		order = memcmp(der_a, der_b, (size_t) len_a);
	}
	OPENSSL_free(der_a);
	OPENSSL_free(der_b);
	return order;
}

void ssmtp_smime_sort_certificates(STACK_OF(X509) * certificates)
{
	sk_X509_set_cmp_func(certificates, template_compare_certificates);
	sk_X509_sort(certificates);
}

static X509 *template_find_issuer(STACK_OF(X509) * among, X509 *certificate)
{
	for (int i = 0; i < sk_X509_num(among); i++) {
		X509 *candidate = sk_X509_value(among, i);

		if (X509_check_issued(candidate, certificate) == X509_V_OK && X509_cmp(candidate, certificate) != 0) {
			return candidate;
		}
	}
	return NULL;
}

/* The intermediates up to the root, which the reader must have from elsewhere. */
static bool template_add_chain(ssmtp_signer_template *self, X509 *leaf, STACK_OF(X509) * among,
	STACK_OF(X509) * further)
{
	X509 *below = leaf;

	for (int i = 0; i < CHAIN_MAX; i++) {
		X509 *issuer = template_find_issuer(among, below);

		issuer = issuer == NULL ? template_find_issuer(further, below) : issuer;
		if (issuer == NULL || (X509_get_extension_flags(issuer) & EXFLAG_SS) != 0) {
			break;
		}
		if (PKCS7_add_certificate(self->p7, issuer) != 1) {
			return false;
		}
		below = issuer;
	}
	return true;
}

static bool template_add_certificates(
	ssmtp_signer_template *self, const ssmtp_identity *identity, const ssmtp_smime_options *options)
{
	X509 *leaf = ssmtp_certificate_x509(ssmtp_identity_certificate(identity));

	if (!options->include_certificate) {
		return true;
	}
	if (PKCS7_add_certificate(self->p7, leaf) != 1 ||
		(options->include_chain && !template_add_chain(self, leaf, ssmtp_identity_chain(identity),
									   ssmtp_smime_trust_certificates(options->trust)))) {
		return false;
	}
	ssmtp_smime_sort_certificates(self->p7->d.sign->cert);
	return true;
}

/* The SignerInfo belongs to p7 from the start; its name and number are borrowed. */
static bool template_new_structures(ssmtp_signer_template *self, bool detached)
{
	PKCS7 *p7 = PKCS7_new();
	PKCS7_SIGNER_INFO *info = PKCS7_SIGNER_INFO_new();

	if (p7 == NULL || info == NULL || PKCS7_set_type(p7, NID_pkcs7_signed) != 1 ||
		sk_PKCS7_SIGNER_INFO_push(p7->d.sign->signer_info, info) <= 0) {
		PKCS7_SIGNER_INFO_free(info);
		PKCS7_free(p7);
		return false;
	}
	X509_NAME_free(info->issuer_and_serial->issuer);
	ASN1_INTEGER_free(info->issuer_and_serial->serial);
	info->issuer_and_serial->issuer = NULL;
	info->issuer_and_serial->serial = NULL;
	self->p7 = p7;
	self->info = info;
	return PKCS7_content_new(p7, NID_pkcs7_data) == 1 && (!detached || PKCS7_set_detached(p7, 1) == 1);
}

static bool template_add_digest_algorithm(ssmtp_signer_template *self)
{
	X509_ALGOR *digest = template_digest_algorithm(self);

	if (digest == NULL || sk_X509_ALGOR_push(self->p7->d.sign->md_algs, digest) <= 0) {
		X509_ALGOR_free(digest);
		return false;
	}
	return true;
}

/* Zeros of the length the signature will have. */
static bool template_reserve_signature(ssmtp_signer_template *self)
{
	size_t len = (size_t) EVP_PKEY_get_size(self->key);
	uint8_t *zeros = OPENSSL_zalloc(len);

	self->signature_octets = len;
	if (zeros == NULL) {
		return false;
	}
	ASN1_STRING_set0(self->info->enc_digest, zeros, (int) len);
	return true;
}

/* Where in the DER the value at the end of an attribute stands, from the last octet of its type's identifier. */
static bool template_find_value(const ssmtp_signer_template *self, uint8_t type, size_t octets, size_t *at)
{
	/* pkcs-9, and the type below it. */
	const uint8_t oid[] = { 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, type };
	ssmtp_der_path path = { 6, { 1, 0, self->infos, 0, 3, 0 } };
	ssmtp_slice attribute;

	for (; ssmtp_der_find(ssmtp_buf_slice(&self->der), path, &attribute); path.child[5]++) {
		if (attribute.len > 2 + sizeof(oid) + octets && memcmp(attribute.ptr + 2, oid, sizeof(oid)) == 0) {
			*at = (size_t) (attribute.ptr - self->der.data) + attribute.len - octets;
			return true;
		}
	}
	return false;
}

/* Where message-digest and signing-time will be written (RFC 5652 sections 11.2 and 11.3). */
static bool template_find_values(ssmtp_signer_template *self)
{
	return template_find_value(self, 4, self->digest->bits / 8, &self->digest_at) &&
		   (self->choice.time_octets == 0 || template_find_value(self, 5, self->choice.time_octets, &self->time_at));
}

/* PKCS7_SIGNER_INFO writes its attributes in the order of the list; encoding them
 * as the SET OF that is signed puts the list in DER order (X.690 section 11.6). */
static bool template_sort_attributes(ssmtp_signer_template *self)
{
	uint8_t *der = NULL;
	int len = ASN1_item_i2d((const ASN1_VALUE *) self->info->auth_attr, &der, ASN1_ITEM_rptr(PKCS7_ATTR_SIGN));

	OPENSSL_free(der);
	return len > 0;
}

/* From here only the DER is needed: digest and signature are written into it. */
static bool template_encode(ssmtp_signer_template *self, ssmtp_error *error)
{
	uint8_t *der = NULL;
	int len = template_sort_attributes(self) ? i2d_PKCS7(self->p7, &der) : -1;
	ssmtp_slice attributes;
	bool ok = len > 0 && (ssmtp_buf_append(&self->der, der, (size_t) len) || ssmtp_error_nomem(error));

	OPENSSL_free(der);
	if (!ok || !template_find_values(self) ||
		!ssmtp_der_find(ssmtp_buf_slice(&self->der), (ssmtp_der_path){ 5, { 1, 0, self->infos, 0, 3 } }, &attributes)) {
		return template_failed(error);
	}
	self->attributes_at = (size_t) (attributes.ptr - self->der.data);
	self->attributes_len = attributes.len;
	return true;
}

static bool template_build(
	ssmtp_signer_template *self, const ssmtp_identity *identity, const ssmtp_smime_options *options, ssmtp_error *error)
{
	if (!template_choose_digest(self, options->digest, error) ||
		!template_choose_scheme(self, options->scheme, error)) {
		return false;
	}
	if (!template_new_structures(self, options->detached) || !template_init_context(self) ||
		!template_fill_info(self, ssmtp_certificate_x509(ssmtp_identity_certificate(identity))) ||
		!template_set_algorithm(self) || !template_add_digest_algorithm(self) ||
		!template_add_certificates(self, identity, options) || !template_reserve_signature(self)) {
		return template_failed(error);
	}
	self->infos = options->include_certificate ? 4 : 3;
	return template_add_attributes(self, options, error) && template_encode(self, error);
}

bool ssmtp_signer_template_build(
	ssmtp_signer_template *self, const ssmtp_identity *identity, const ssmtp_smime_options *options, ssmtp_error *error)
{
	bool ok = template_build(self, identity, options, error);

	template_free_structures(self);
	return ok;
}
