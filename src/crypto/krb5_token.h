/* What a server sends as GSS-API tokens of Kerberos 5, held against its own lengths before a library reads it. */
#ifndef SSMTP_CRYPTO_KRB5_TOKEN_H
#define SSMTP_CRYPTO_KRB5_TOKEN_H

#include "base/error.h"

/* True for the acceptor's answer while the context is made: the frame of RFC 2743 section 3.1, the mechanism of
 * RFC 1964 section 1, and in it an AP-REP or KRB-ERROR that ends where it says (RFC 4121 section 4.1); else *error,
 * 161. */
bool ssmtp_krb5_check_context_token(ssmtp_slice token, ssmtp_error *error);
/* True for an acceptor's Wrap token of RFC 4121 section 4.2.6.2, or of RFC 1964 section 1.2.2 (which RC4 still has),
 * that can hold the four octets of RFC 4752 section 3.1; else *error, 161. */
bool ssmtp_krb5_check_wrap_token(ssmtp_slice token, ssmtp_error *error);

#endif
