/* S/MIME (RFC 8551) as transformations of an entity: content fields and a body
 * source become other content fields and another body source. */
#ifndef SSMTP_CRYPTO_SMIME_H
#define SSMTP_CRYPTO_SMIME_H

#include <time.h>

#include "crypto/identity.h"
#include "crypto/smime_trust.h"
#include "stream/source.h"

typedef struct ssmtp_smime_options {
	const char *digest;         /* SigningAlgorithm as set; "" = chosen from the key */
	const char *cipher;         /* EncryptingAlgorithm as set; "" = AES-256-CBC */
	const char *scheme;         /* SignatureScheme: Auto, PKCS1, PSS */
	const char *key_encryption; /* KeyEncryptionAlgorithm: Auto, PKCS1, OAEP */
	const char *capabilities;   /* SMIMECapabilities: comma-separated cipher names; "" = default list */
	bool detached;
	bool include_certificate;
	bool include_chain;
	bool signing_time;
	time_t now; /* 0: the clock; tests set it */
	const ssmtp_smime_trust *trust; /* where IncludeChain also looks for issuers; NULL: in the signer's store only */
} ssmtp_smime_options;

typedef struct ssmtp_recipient_certs {
	ssmtp_certificate **items; /* borrowed */
	size_t count;
} ssmtp_recipient_certs;

/* Signs the entity. It must be canonical (mime/entity.h). On success *body is the
 * new body and *fields the new Content-* lines; on failure both are as they
 * were. All that can be known at the call is checked at the call: key, match,
 * dates, usage, algorithm. The private-key operation runs when the new body is
 * first read (or its size asked), over a body that must rewind; a body that
 * cannot rewind is spooled. Errors: 10199, 10201, 10194, 10223, 10221. */
bool ssmtp_smime_sign(ssmtp_source **body, ssmtp_buf *fields, const ssmtp_identity *signer,
	const ssmtp_smime_options *options, ssmtp_error *error);
/* Encrypts the entity to all certificates. Errors: 10202, 10194, 10223, 10225, 10221. */
bool ssmtp_smime_encrypt(ssmtp_source **body, ssmtp_buf *fields, const ssmtp_recipient_certs *recipients,
	const ssmtp_smime_options *options, ssmtp_error *error);

/* Compresses the entity (compressed-data, RFC 3274) in constant memory, by two
 * passes over a body that must rewind or is spooled. Errors: 10194 in a build without zlib. */
bool ssmtp_smime_compress(ssmtp_source **body, ssmtp_buf *fields, ssmtp_error *error);
/* Appends to fields and returns as a new body a message that carries
 * certificates only (RFC 8551 section 3.7). At least one; error 272 without any. */
ssmtp_source *ssmtp_smime_certs_only(const ssmtp_recipient_certs *certificates, ssmtp_buf *fields, ssmtp_error *error);

/* RecipientCertCheck of one certificate: key type and size, dates, usage (level Basic). */
bool ssmtp_smime_check_recipient(const ssmtp_certificate *certificate, time_t now, ssmtp_error *error);
bool ssmtp_smime_check_signer(const ssmtp_identity *signer, time_t now, ssmtp_error *error);
/* Is there a certificate and its key? Else 10199 (neither is selected) or 273, which tells what is missing. */
bool ssmtp_smime_signer_is_whole(const ssmtp_identity *signer, ssmtp_error *error);

/* Is the name (or dotted OID) of a cipher/digest known? Error 10194. */
bool ssmtp_smime_cipher_known(ssmtp_slice name, ssmtp_error *error);
bool ssmtp_smime_digest_known(ssmtp_slice name, ssmtp_error *error);

#endif
