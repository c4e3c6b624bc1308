/* UTF-8 (RFC 3629): overlong forms, surrogates and numbers above U+10FFFF are
 * malformed, so that no control can hide in a longer form. */
#ifndef SSMTP_BASE_UTF8_H
#define SSMTP_BASE_UTF8_H

#include "base/slice.h"

/* Octets of the character that begins at text (1 to 4), 0 when it is malformed
 * or text is empty. *code may be NULL. */
size_t ssmtp_utf8_next(ssmtp_slice text, uint32_t *code);
bool ssmtp_utf8_is_valid(ssmtp_slice text);
/* C0, DEL and C1 controls; with separators also U+2028 and U+2029, which some
 * readers take for line ends. Malformed text counts as having one. */
bool ssmtp_utf8_has_control(ssmtp_slice text, bool separators);
/* What no reader sees or what turns the text around it. */
typedef enum ssmtp_utf8_hidden {
	SSMTP_UTF8_DIRECTION = 1, /* embeddings, overrides and isolates: they reorder what stands behind them */
	SSMTP_UTF8_JOINER = 2,    /* U+200C and U+200D, which IDNA 2008 allows in some places (RFC 5892 appendix A) */
	SSMTP_UTF8_INVISIBLE = 4  /* without ink: default ignorable characters, blanks other than U+0020 */
} ssmtp_utf8_hidden;
/* The first character of the kinds (sum) in well-formed text; 0: none. */
uint32_t ssmtp_utf8_find_hidden(ssmtp_slice text, unsigned kinds);

#endif
