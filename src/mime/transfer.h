/* Which transfer encoding a leaf needs to pass 7-bit transport unchanged. */
#ifndef SSMTP_MIME_TRANSFER_H
#define SSMTP_MIME_TRANSFER_H

#include "mime/content_type.h"
#include "mime/entity.h"

typedef enum ssmtp_transfer {
	SSMTP_TRANSFER_KEEP, /* as it is, label included */
	SSMTP_TRANSFER_7BIT, /* as it is, label 7bit */
	SSMTP_TRANSFER_QP,
	SSMTP_TRANSFER_BASE64
} ssmtp_transfer;

/* part names the leaf in the error: "The body" or "Part 2.1". */
bool ssmtp_transfer_choose(ssmtp_transfer *transfer, const ssmtp_content_type *type, ssmtp_transfer_encoding declared,
	const ssmtp_body_traits *traits, const char *part, ssmtp_error *error);
/* Text whose line ends may be converted before it is encoded. */
bool ssmtp_transfer_is_text(const ssmtp_content_type *type, const ssmtp_body_traits *traits);

#endif
