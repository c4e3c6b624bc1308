/* An X.509 certificate as the layers above see it: opaque, reference counted. */
#ifndef SSMTP_CRYPTO_CERTIFICATE_H
#define SSMTP_CRYPTO_CERTIFICATE_H

#include "base/buf.h"
#include "base/error.h"

typedef struct ssmtp_certificate ssmtp_certificate;

/* Longer texts hold no certificate. */
#define SSMTP_CERTIFICATE_TEXT_MAX ((size_t) 16 << 20)

/* First certificate in PEM, base64 or DER text; trailing ones are ignored. Error 272, or 10192 when the DER is broken.
 */
ssmtp_certificate *ssmtp_certificate_parse(ssmtp_slice text, ssmtp_error *error);
/* All certificates of the text in its order, at least one; same errors. Release with _free_list. */
bool ssmtp_certificate_parse_list(ssmtp_slice text, ssmtp_certificate ***items, size_t *count, ssmtp_error *error);
void ssmtp_certificate_free_list(ssmtp_certificate ***items, size_t count);
ssmtp_certificate *ssmtp_certificate_ref(ssmtp_certificate *certificate);
void ssmtp_certificate_free(ssmtp_certificate **certificate);
bool ssmtp_certificate_equal(const ssmtp_certificate *a, const ssmtp_certificate *b);

/* The fields of spec properties 4.2 by their offset (0 EffectiveDate ... 22 Version, 23 Subject), and Encoded. */
typedef enum ssmtp_certificate_field {
	SSMTP_CF_EFFECTIVE_DATE = 0,
	SSMTP_CF_EXPIRATION_DATE = 1,
	SSMTP_CF_EXTENDED_KEY_USAGE = 2,
	SSMTP_CF_FINGERPRINT = 3,
	SSMTP_CF_FINGERPRINT_SHA1 = 4,
	SSMTP_CF_FINGERPRINT_SHA256 = 5,
	SSMTP_CF_ISSUER = 6,
	SSMTP_CF_PUBLIC_KEY = 11,
	SSMTP_CF_PUBLIC_KEY_ALGORITHM = 12,
	SSMTP_CF_PUBLIC_KEY_LENGTH = 13, /* integer */
	SSMTP_CF_SERIAL_NUMBER = 14,
	SSMTP_CF_SIGNATURE_ALGORITHM = 15,
	SSMTP_CF_SUBJECT_ALT_NAMES = 16,
	SSMTP_CF_THUMBPRINT_MD5 = 17,
	SSMTP_CF_THUMBPRINT_SHA1 = 18,
	SSMTP_CF_THUMBPRINT_SHA256 = 19,
	SSMTP_CF_USAGE = 20,
	SSMTP_CF_USAGE_FLAGS = 21, /* integer */
	SSMTP_CF_VERSION = 22,
	SSMTP_CF_SUBJECT = 23,
	SSMTP_CF_ENCODED = 100 /* PEM */
} ssmtp_certificate_field;

/* Appends the text of the field, nothing when the certificate has no such value; false without memory. Integer
 * fields as decimal text. Names are written as spec properties 3.10 has them, dates in local time. */
bool ssmtp_certificate_text(const ssmtp_certificate *certificate, ssmtp_certificate_field field, ssmtp_buf *out);
/* 0 for a field that is no integer. */
int64_t ssmtp_certificate_number(const ssmtp_certificate *certificate, ssmtp_certificate_field field);
/* Does a subjectAltName or the subject's emailAddress name this mailbox (RFC 8550 section 3)? The domain is the same
 * as A-label and as U-label. A domain confidentiality authority (RFC 3183 section 4.1) names every mailbox of its
 * domain. */
bool ssmtp_certificate_matches_mailbox(const ssmtp_certificate *certificate, const char *address);
/* Does it name any mailbox at all? */
bool ssmtp_certificate_has_mailbox(const ssmtp_certificate *certificate);

#endif
