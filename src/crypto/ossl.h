/* OpenSSL's view of the opaque types; included only inside src/crypto. */
#ifndef SSMTP_CRYPTO_OSSL_H
#define SSMTP_CRYPTO_OSSL_H

#include <openssl/evp.h>
#include <openssl/x509.h>

#include "crypto/certificate.h"
#include "crypto/identity.h"

X509 *ssmtp_certificate_x509(const ssmtp_certificate *certificate);            /* borrowed */
ssmtp_certificate *ssmtp_certificate_new_x509(X509 *x509, ssmtp_error *error); /* takes a reference of its own */
/* As ssmtp_certificate_parse_list(), at most max of them; the caller frees stack and certificates. */
STACK_OF(X509) * ssmtp_certificate_parse_stack(ssmtp_slice text, size_t max, ssmtp_error *error);
EVP_PKEY *ssmtp_identity_key(const ssmtp_identity *identity); /* borrowed, may be NULL */
STACK_OF(X509) *
	ssmtp_identity_chain(const ssmtp_identity *identity); /* borrowed: further certificates of the store, may be NULL */

/* What was derived from an identity and is kept with it; first member of its struct. */
typedef struct ssmtp_identity_note {
	struct ssmtp_identity_note *next;
	void (*destroy)(struct ssmtp_identity_note *note);
} ssmtp_identity_note;

/* The note of which is() says yes, valid as long as the identity, or NULL. Thread safe. */
const ssmtp_identity_note *ssmtp_identity_note_find(
	const ssmtp_identity *identity, bool (*is)(const ssmtp_identity_note *note, const void *what), const void *what);
/* Keeps *note, immutable from now on, and sets it to NULL while there is room for another. Thread safe. */
void ssmtp_identity_note_keep_take(const ssmtp_identity *identity, ssmtp_identity_note **note);

/* Appends a name in the text form of spec properties 3.10: "CN=..., O=\"a, b\", E=..."; false without memory. */
bool ssmtp_dn_append(ssmtp_buf *out, const X509_NAME *name);
/* Seconds since 1970 in UTC; false for a time that is broken. */
bool ssmtp_ossl_time(const ASN1_TIME *time, int64_t *seconds);
#define SSMTP_HEX_UPPER "0123456789ABCDEF"
#define SSMTP_HEX_LOWER "0123456789abcdef"

/* Fills error with code and "what: OpenSSL's reason.", system = the OpenSSL code, and clears the queue above the
 * mark. The mark stays: the caller, who called ERR_set_mark(), still calls ERR_pop_to_mark(). */
bool ssmtp_ossl_error(ssmtp_error *error, ssmtp_error_kind kind, int code, const char *what);

#endif
