/* Why a server refuses a token: the JSON object of RFC 7628 section 3.2.2, which XOAUTH2 has as well. */
#ifndef SSMTP_SMTP_OAUTH_REASON_H
#define SSMTP_SMTP_OAUTH_REASON_H

#include "base/error.h"

/* Fills *error with "status invalid_token, scope mail" from the object's texts and numbers; leaves it as it is when
 * the challenge is no such object or tells nothing. */
void ssmtp_oauth_reason(ssmtp_slice json, ssmtp_error *error);

#endif
