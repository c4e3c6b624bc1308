/* A MIME entity as it is signed or encrypted: content fields and a body, made
 * canonical and safe for 7-bit transport (RFC 8551 section 3.1). */
#ifndef SSMTP_MIME_ENTITY_H
#define SSMTP_MIME_ENTITY_H

#include "mime/header.h"
#include "stream/source.h"

/* What a pass over a body found. A bare CR or a bare LF counts as a line end. */
typedef struct ssmtp_body_traits {
	uint64_t octets; /* after line end normalisation */
	bool eight_bit;  /* an octet above 127 */
	bool has_nul;
	bool long_line;        /* a line above 998 octets (RFC 5322 2.1.1) */
	bool fragile;          /* trailing blank, "From " or a lone dot at a line start */
	bool bare_line_end;    /* a CR or LF alone */
	bool no_final_newline; /* content without a line end behind it */
} ssmtp_body_traits;

/* Reads body to its end and rewinds it. */
bool ssmtp_body_scan(ssmtp_source *body, ssmtp_body_traits *traits, ssmtp_error *error);

/* Splits OtherHeaders: the Content-* fields with their continuation lines go to
 * content, the rest but MIME-Version to rest. A leading CRLF stays in rest. Both
 * have CRLF line ends. On failure (10022) both are as they were. */
bool ssmtp_entity_split_fields(ssmtp_slice other_headers, ssmtp_buf *content, ssmtp_buf *rest, ssmtp_error *error);

/* A body that cannot rewind is kept up to this size in memory, beyond in a file. */
#define SSMTP_ENTITY_SPOOL_MEMORY ((size_t) 1 << 20)

/* Makes the entity canonical. *fields (Content-* lines, may be empty) and *body
 * are replaced: text/plain and charset are supplied when there is no
 * Content-Type; line ends become CRLF; 8-bit, long or fragile content of a
 * leaf is transfer-encoded (text: quoted-printable, else base64) and
 * Content-Transfer-Encoding says so; the leaves of a multipart likewise. A leaf that says base64 or
 * quoted-printable is left as it is, and refused when it is not 7-bit.
 * raw_body (property Message): octets are not converted when they are already
 * canonical, else base64; a multipart that is not canonical is refused.
 * On failure *fields is as it was and *body gives the same octets as before.
 * Errors: 10022 what cannot be encoded, naming the part; 10281 Content-Type;
 * 10283 boundary. */
bool ssmtp_entity_canonical(
	ssmtp_buf *fields, ssmtp_source **body, const char *charset, bool raw_body, ssmtp_error *error);

#endif
