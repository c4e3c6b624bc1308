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
	bool utf8_addresses; /* SMTPUTF8 (RFC 6532): a non-ASCII address stays as it is */
	/* Without SMTPUTF8: A-labels of a domain; NULL or false: the address is refused. */
	bool (*to_ascii)(ssmtp_slice domain, ssmtp_buf *out);
} ssmtp_header_style;

/* RFC 5322 2.1.1: no line is longer, folded or not. */
#define SSMTP_HEADER_LINE_MAX 998

/* The writers append one field and its line end, folded before white space. On
 * failure out is as it was. Errors: 10022 for what may not stand in a field, 434
 * for text that is not UTF-8 or cannot be converted to Charset; both name the field. */

/* "Name: value\r\n" with value unstructured text (Subject): non-ASCII becomes
 * encoded-words, B or Q whichever is shorter. Refuses CR, LF, NUL and other
 * controls (TAB allowed) and a name that is not a token. Outer blanks are dropped. */
bool ssmtp_header_write_text(
	ssmtp_buf *out, const ssmtp_header_style *style, const char *name, ssmtp_slice value, ssmtp_error *error);
/* A value that must be ASCII and is only folded (Date, Message-Id, Content-*). */
bool ssmtp_header_write_raw(
	ssmtp_buf *out, const ssmtp_header_style *style, const char *name, ssmtp_slice value, ssmtp_error *error);
/* Address fields: display names become encoded-words or quoted strings, groups stay groups. Entries
 * with neither address nor group are skipped; nothing is written when none is left. */
bool ssmtp_header_write_mailboxes(ssmtp_buf *out, const ssmtp_header_style *style, const char *name,
	const ssmtp_mailbox_list *list, ssmtp_error *error);
/* "; name=value" with quoting, or RFC 2231 continuations for non-ASCII and long values (UTF-8). */
bool ssmtp_header_append_parameter(ssmtp_buf *value, const char *name, ssmtp_slice text, ssmtp_error *error);

/* Reading a header section. A field begins at each call's cursor. */
typedef struct ssmtp_header_field {
	ssmtp_slice name;  /* without colon and blanks */
	ssmtp_slice value; /* raw: behind the colon, folds included, without the last line end */
	ssmtp_slice whole; /* the octets of the field with its line end */
} ssmtp_header_field;

/* Takes the next field from *section; false at the end or at an empty line. */
bool ssmtp_header_next(ssmtp_slice *section, ssmtp_header_field *field);
/* Is the name a token (RFC 2045 5.1)? */
bool ssmtp_header_is_token(ssmtp_slice text);
/* First field of that name (case-insensitive). */
bool ssmtp_header_find(ssmtp_slice section, const char *name, ssmtp_header_field *field);
/* Appends the value with folds undone and outer blanks removed. */
bool ssmtp_header_unfold(ssmtp_buf *out, ssmtp_slice value);
/* Appends the text of a value for people: unfolded, encoded-words (RFC 2047) in
 * utf-8 or us-ascii decoded, others as they stand, no controls. */
bool ssmtp_header_decode(ssmtp_buf *out, ssmtp_slice value);
/* Checks and normalises OtherHeaders: bare LF and CR become CRLF, a final line
 * end is supplied, each line has a colon behind a token or begins with white space;
 * 10022 otherwise. A continuation line of white space only is dropped: it would be
 * the empty line that ends the section for some readers. */
bool ssmtp_header_normalise(ssmtp_buf *out, ssmtp_slice section, ssmtp_error *error);

#endif
