/* Character sets of encoded-words: text comes in as UTF-8 and is converted by
 * the C library's iconv. */
#ifndef SSMTP_MIME_CHARSET_H
#define SSMTP_MIME_CHARSET_H

#include "base/buf.h"
#include "base/error.h"

typedef struct ssmtp_charset {
	const char *name; /* as it stands in the encoded-word */
	void *converter;  /* iconv_t; NULL for utf-8 */
} ssmtp_charset;

/* name "" or "utf-8" needs no conversion. Error 434 names the field. */
bool ssmtp_charset_open(ssmtp_charset *charset, const char *name, const char *field, ssmtp_error *error);
void ssmtp_charset_close(ssmtp_charset *charset);
/* Replaces out by the text in the character set, complete in itself: shift
 * states begin and end with it. false: not convertible, or no memory (*nomem). */
bool ssmtp_charset_convert(const ssmtp_charset *charset, ssmtp_buf *out, ssmtp_slice text, bool *nomem);

#endif
