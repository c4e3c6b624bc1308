/* Reading Content-Type and Content-Transfer-Encoding (RFC 2045 sections 5, 6). */
#ifndef SSMTP_MIME_CONTENT_TYPE_H
#define SSMTP_MIME_CONTENT_TYPE_H

#include "mime/header.h"

#define SSMTP_MEDIA_TYPE_MAX 127
#define SSMTP_BOUNDARY_MAX 70 /* RFC 2046 5.1.1 */

typedef struct ssmtp_content_type {
	char media[SSMTP_MEDIA_TYPE_MAX + 1];   /* "text/plain", lower case */
	char charset[SSMTP_MEDIA_TYPE_MAX + 1]; /* "" when there is none */
	char boundary[SSMTP_BOUNDARY_MAX + 1];  /* "" when there is none */
} ssmtp_content_type;

/* Reads the value of the field, folds and comments included. Error 10281. */
bool ssmtp_content_type_parse(ssmtp_content_type *type, ssmtp_slice value, ssmtp_error *error);
/* Of the header section of an entity: text/plain when it has no Content-Type. */
bool ssmtp_content_type_of(ssmtp_content_type *type, ssmtp_slice section, ssmtp_error *error);
bool ssmtp_content_type_is(const ssmtp_content_type *type, const char *prefix);
/* A multipart whose parts may be rewritten: not one that is signed or encrypted (RFC 1847 2.1, 2.2). */
bool ssmtp_content_type_is_walkable(const ssmtp_content_type *type);
/* A message as a part (RFC 2046 5.2.1): it may not be encoded, its leaves may. */
bool ssmtp_content_type_is_message(const ssmtp_content_type *type);

typedef enum ssmtp_transfer_encoding {
	SSMTP_CTE_IDENTITY, /* none, 7bit, 8bit or binary: the octets are the content */
	SSMTP_CTE_ENCODED   /* base64, quoted-printable or another word */
} ssmtp_transfer_encoding;

ssmtp_transfer_encoding ssmtp_transfer_encoding_of(ssmtp_slice section);
/* Appends the section without its Content-Transfer-Encoding, then one that says encoding. */
bool ssmtp_transfer_encoding_replace(ssmtp_buf *out, ssmtp_slice section, const char *encoding);

#endif
