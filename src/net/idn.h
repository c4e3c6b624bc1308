/* Internationalised domain names (RFC 5891): the form that DNS and comparisons take. */
#ifndef SSMTP_NET_IDN_H
#define SSMTP_NET_IDN_H

#include "base/buf.h"

/* A-label form of a UTF-8 domain; false: not a domain, or the build has no libidn2 (has_idn says which). */
bool ssmtp_net_to_ascii(ssmtp_slice domain, ssmtp_buf *out);
bool ssmtp_net_has_idn(void);

#endif
