/* Header protection (RFC 9788): the header fields of a message are copied into
 * the entity that is signed or encrypted, and what the outer header section
 * shows of an encrypted message follows a confidentiality policy. */
#ifndef SSMTP_MIME_PROTECT_H
#define SSMTP_MIME_PROTECT_H

#include "mime/header.h"
#include "stream/source.h"

/* Header confidentiality policies (RFC 9788 section 3.2). */
typedef enum ssmtp_protect_policy {
	SSMTP_PROTECT_NONE,     /* nothing is hidden: hcp_no_confidentiality */
	SSMTP_PROTECT_BASELINE, /* Subject is "[...]", Comments and Keywords are left out */
	SSMTP_PROTECT_SHY       /* also: no display names in From, To and Cc; Date in UTC */
} ssmtp_protect_policy;

/* Sections are header sections as they are sent: ASCII, CRLF line ends, no
 * empty line. Structural fields (MIME-Version, Content-*) in them are passed
 * over. On failure what is appended to or replaced is as it was; errors are 10022
 * and out of memory. */

/* "Baseline", "Shy" or "None". */
ssmtp_protect_policy ssmtp_protect_policy_of(const char *name);
/* Appends the fields without the structural ones. */
bool ssmtp_protect_copy(ssmtp_buf *out, ssmtp_slice section, ssmtp_error *error);
/* Appends what the outer header section shows of the section. */
bool ssmtp_protect_outer(ssmtp_buf *out, ssmtp_slice section, ssmtp_protect_policy policy, ssmtp_error *error);
/* The fields of an entity that is signed only: the section's fields stand
 * before the entity's own, and its Content-Type gets hp="clear". */
bool ssmtp_protect_clear(ssmtp_buf *fields, ssmtp_slice section, ssmtp_error *error);
/* The same for one that is encrypted: hp="cipher", and a HP-Outer field for each field of outer. */
bool ssmtp_protect_cipher(ssmtp_buf *fields, ssmtp_slice section, ssmtp_slice outer, ssmtp_error *error);
/* Name of the first field in which the sections differ; empty when they are equal. */
ssmtp_slice ssmtp_protect_difference(ssmtp_slice a, ssmtp_slice b);

/* Legacy display (RFC 9788 section 5.2.2): user-facing fields that outer hides
 * are shown at the top of the text for programs that do not know of header
 * protection. The only leaf, or the leaf that a reader is shown first (in
 * multipart/alternative each of them), gets the lines and
 * hp-legacy-display="1". Content that cannot take them (no text, an attachment,
 * a character set without the letters, a transfer encoding that is not known)
 * stays as it is, which the RFC allows.
 * *fields are the Content-* lines and *body the body of the entity before it is
 * made canonical; *body must rewind and is at its start, before and after.
 * charset is what an entity without Content-Type is given; "" is utf-8. */
bool ssmtp_protect_display(ssmtp_buf *fields, ssmtp_source **body, ssmtp_slice section, ssmtp_slice outer,
	const char *charset, ssmtp_error *error);

#endif
