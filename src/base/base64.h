/* Base64 (RFC 4648 section 4): encode and strict decode in memory. The filter
 * with lines of 76 columns is stream/filter_base64.c. */
#ifndef SSMTP_BASE_BASE64_H
#define SSMTP_BASE_BASE64_H

#include "base/buf.h"

#define SSMTP_BASE64_LEN(n) (((n) + 2) / 3 * 4)

/* Writes SSMTP_BASE64_LEN(len) octets to dst, no NUL, no line ends; returns their number. */
size_t ssmtp_base64_encode(uint8_t *dst, const uint8_t *src, size_t len);
/* Appends the encoding to out; false without memory. */
bool ssmtp_base64_append(ssmtp_buf *out, ssmtp_slice src);
/* Strict: whole quanta, padding only at the end, zero bits behind the last
 * octet, no other octets (no white space). false leaves out unchanged. */
bool ssmtp_base64_decode(ssmtp_buf *out, ssmtp_slice src);
/* As decode, but skips CR, LF, space and tab (PEM bodies and pasted text). */
bool ssmtp_base64_decode_text(ssmtp_buf *out, ssmtp_slice src);

#endif
