/* A signer or TLS client: certificate, private key, chain; from the stores of
 * spec properties 3.10. Immutable once opened, reference counted, kept by the
 * client until the subject or the certificate is set again. */
#ifndef SSMTP_CRYPTO_IDENTITY_H
#define SSMTP_CRYPTO_IDENTITY_H

#include "crypto/certificate.h"

typedef struct ssmtp_identity ssmtp_identity;

/* CertStoreType values. */
enum {
#define SSMTP_STORE_TYPE(number, constant, public, name, form, kinds, sentence) SSMTP_STORE_##constant = number,
#include "base/store_types.def"
#undef SSMTP_STORE_TYPE
};

typedef struct ssmtp_store_request {
	int type;
	ssmtp_slice store; /* path, octets or URI by type */
	ssmtp_slice password;
	ssmtp_slice key_password; /* empty: password */
	ssmtp_slice subject;      /* CertSubject rules; empty with encoded set */
	ssmtp_slice encoded;      /* CertEncoded: that certificate, its key searched in the store */
	bool need_key;            /* no key for the certificate is an error (273) */
	/* May this file be read (open_basedir)? NULL: yes. */
	bool (*file_allowed)(const char *path);
} ssmtp_store_request;

/* What a file looked like; another stamp means that what was read from it may have changed. */
typedef struct ssmtp_store_stamp {
	bool exists, directory;
	int64_t size, seconds, nanoseconds;           /* mtime, which a program can set back */
	int64_t changed_seconds, changed_nanoseconds; /* ctime, which none can */
	uint64_t device, inode;
} ssmtp_store_stamp;
ssmtp_store_stamp ssmtp_store_stamp_of(const char *path);
/* The file changed so shortly before that a further change may leave the same stamp: what is read now must not be
 * kept by it. now_ms: wall clock. */
bool ssmtp_store_stamp_is_fresh(const ssmtp_store_stamp *stamp, int64_t now_ms);
bool ssmtp_store_stamp_equal(const ssmtp_store_stamp *a, const ssmtp_store_stamp *b);

/* 271 store cannot be opened (with the reason), 272 no match, 273 key does not match. NULL on failure. */
ssmtp_identity *ssmtp_identity_open(const ssmtp_store_request *request, ssmtp_error *error);
ssmtp_identity *ssmtp_identity_ref(ssmtp_identity *identity);
void ssmtp_identity_free(ssmtp_identity **identity);

const ssmtp_certificate *ssmtp_identity_certificate(const ssmtp_identity *identity); /* NULL for a bare key */
bool ssmtp_identity_has_key(const ssmtp_identity *identity);
/* PEM PKCS#8, unencrypted, into a secret buffer; false when there is none or it is not exportable. */
bool ssmtp_identity_private_key_pem(const ssmtp_identity *identity, ssmtp_buf *out);

#endif
