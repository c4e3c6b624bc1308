/* The header writer: every octet of a header section passes here. Folding
 * (RFC 5322 2.2.3), encoded-words (RFC 2047), parameters (RFC 2231). */
#ifndef SSMTP_MIME_HEADER_H
#define SSMTP_MIME_HEADER_H

#include "base/buf.h"
#include "base/error.h"
#include "mime/mailbox.h"

typedef struct ssmtp_header_style {
	unsigned max_line;   /* MaxHeaderLength; 0: no folding */
	const char *charset; /* Charset for encoded-words; "" = utf-8 (see docs/internals/mime.md) */
} ssmtp_header_style;

/* "Name: value\r\n" with value unstructured text (Subject): non-ASCII becomes
 * encoded-words, B or Q whichever is shorter. Refuses CR, LF, NUL and other
 * controls (TAB allowed) and a name that is not a token. */
bool ssmtp_header_write_text(ssmtp_buf *out, const ssmtp_header_style *style, const char *name, ssmtp_slice value,
	ssmtp_error *error);
/* A value that must be ASCII and is only folded (Date, Message-Id, Content-*). */
bool ssmtp_header_write_raw(ssmtp_buf *out, const ssmtp_header_style *style, const char *name, ssmtp_slice value,
	ssmtp_error *error);
/* Address fields: display names become encoded-words or quoted strings. */
bool ssmtp_header_write_mailboxes(ssmtp_buf *out, const ssmtp_header_style *style, const char *name,
	const ssmtp_mailbox_list *list, ssmtp_error *error);
/* "; name=value" with quoting, or RFC 2231 continuations for non-ASCII and long values. */
bool ssmtp_header_append_parameter(ssmtp_buf *value, const char *name, ssmtp_slice text, ssmtp_error *error);

/* Reading a header section. A field begins at each call's cursor. */
typedef struct ssmtp_header_field {
	ssmtp_slice name;  /* without colon and blanks */
	ssmtp_slice value; /* raw: behind the colon, folds included, without the last line end */
	ssmtp_slice whole; /* the octets of the field with its line end */
} ssmtp_header_field;

/* Takes the next field from *section; false at the end or at an empty line. */
bool ssmtp_header_next(ssmtp_slice *section, ssmtp_header_field *field);
/* First field of that name (case-insensitive). */
bool ssmtp_header_find(ssmtp_slice section, const char *name, ssmtp_header_field *field);
/* Appends the value with folds undone and outer blanks removed. */
bool ssmtp_header_unfold(ssmtp_buf *out, ssmtp_slice value);
/* Checks and normalises OtherHeaders: bare LF and CR become CRLF, a final line
 * end is supplied, each line has a colon behind a token or begins with white space;
 * 10022 otherwise. */
bool ssmtp_header_normalise(ssmtp_buf *out, ssmtp_slice section, ssmtp_error *error);

#endif
