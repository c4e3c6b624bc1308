/* What a server sends in the second message of NTLM, held against its own lengths before a library reads it. */
#ifndef SSMTP_CRYPTO_NTLM_CHALLENGE_H
#define SSMTP_CRYPTO_NTLM_CHALLENGE_H

#include "base/error.h"

/* True for a CHALLENGE_MESSAGE ([MS-NLMP] section 2.2.1.2) in which every field lies inside the message, every name is
 * whole and the AV pairs end where they say; else *error, 161. */
bool ssmtp_ntlm_check_challenge(ssmtp_slice challenge, ssmtp_error *error);
/* The same for version 2, whose library writes through a null pointer where the target name is empty. Target
 * information may be missing: Cyrus SASL sends none. */
bool ssmtp_ntlm_check_challenge_v2(ssmtp_slice challenge, ssmtp_error *error);

#endif
