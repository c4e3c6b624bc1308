/* Rewrites the leaves of a multipart that 7-bit transport would spoil, in two
 * passes over a body that rewinds: the first finds where they are, the second
 * encodes them while it is read (RFC 2046 section 5.1). */
#ifndef SSMTP_MIME_MULTIPART_H
#define SSMTP_MIME_MULTIPART_H

#include "mime/content_type.h"
#include "stream/source.h"

#define SSMTP_MULTIPART_DEPTH_MAX 16
#define SSMTP_MULTIPART_PARTS_MAX 10000
#define SSMTP_MULTIPART_HEADER_MAX 65536

/* *body has CRLF line ends and is at its start. Takes it on success. On failure
 * it is rewound; the error names the part. */
ssmtp_source *ssmtp_multipart_new_take(ssmtp_source **body, const ssmtp_content_type *type, ssmtp_error *error);

#endif
