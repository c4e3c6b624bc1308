/* A SignedData structure with one SignerInfo in which only signing time, digest
 * and signature are missing. It depends on identity and options alone, so it is
 * built once and kept with the identity. */
#ifndef SSMTP_CRYPTO_SMIME_TEMPLATE_H
#define SSMTP_CRYPTO_SMIME_TEMPLATE_H

#include <openssl/pkcs7.h>

#include "crypto/smime.h"
#include "crypto/smime_algorithms.h"
#include "crypto/smime_trust_ossl.h"

/* The options a template was built for. */
typedef struct ssmtp_signer_choice {
	ssmtp_slice digest, scheme, capabilities;
	ssmtp_slice trust; /* which SMIMECACerts the chain was completed from */
	bool detached, include_certificate, include_chain;
	uint8_t time_octets; /* of the signing time: 13 as UTCTime, 15 as GeneralizedTime, 0 without it */
} ssmtp_signer_choice;

/* Immutable once built: any number of signers, in any threads, read it. */
typedef struct ssmtp_signer_template {
	ssmtp_identity_note note;
	ssmtp_signer_choice choice; /* the texts stand in choice_text */
	char *choice_text;
	int64_t not_before, not_after; /* of the certificate, seconds since 1970 */
	const ssmtp_smime_key *row;
	const ssmtp_smime_digest *digest;
	EVP_MD *md;
	EVP_PKEY *key;
	EVP_MD_CTX *context; /* ready to sign, never used itself */
	bool pss;
	ssmtp_buf der;
	size_t time_at; /* positions in der */
	size_t digest_at;
	size_t attributes_at;
	size_t attributes_len;
	size_t signature_octets; /* zeros at the end of der */
	uint8_t infos;           /* index of signerInfos in SignedData: behind the certificates, if there are any */
	PKCS7 *p7;               /* while the DER is being built */
	PKCS7_SIGNER_INFO *info; /* owned by p7 */
} ssmtp_signer_template;

/* Checks the signer, finds or builds the template. It is the identity's when *own is NULL, else the caller's. */
const ssmtp_signer_template *ssmtp_signer_template_get(const ssmtp_identity *identity,
	const ssmtp_smime_options *options, ssmtp_signer_template **own, ssmtp_error *error);
/* What get() does without a template: fills everything below `key`. */
bool ssmtp_signer_template_build(ssmtp_signer_template *self, const ssmtp_identity *identity,
	const ssmtp_smime_options *options, ssmtp_error *error);
void ssmtp_signer_template_free(ssmtp_signer_template **self);
/* SET OF in DER order; OpenSSL writes a PKCS#7 certificate list in the order it is given. */
void ssmtp_smime_sort_certificates(STACK_OF(X509) * certificates);
/* A context ready to sign the attributes; NULL with OpenSSL's error. The first is a copy of the second's. */
EVP_MD_CTX *ssmtp_signer_template_context(const ssmtp_signer_template *self);
EVP_MD_CTX *ssmtp_signer_template_new_context(const ssmtp_signer_template *self);
/* Writes the signing time, YYMMDDHHMMSSZ or YYYYMMDDHHMMSSZ, into a copy of the DER. */
bool ssmtp_signer_template_write_time(const ssmtp_signer_template *self, uint8_t *der, time_t now);

#endif
