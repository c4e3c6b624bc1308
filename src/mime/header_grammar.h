/* Fields that stand once in a header section, and those whose value has a
 * grammar of its own (RFC 5322 sections 3.3, 3.6 and 3.6.4, RFC 2045 section 3). */
#ifndef SSMTP_MIME_HEADER_GRAMMAR_H
#define SSMTP_MIME_HEADER_GRAMMAR_H

#include "mime/header.h"

/* A date-time of RFC 5322 3.3: numeric zone, a day of the week that is that day's; folds and comments may stand in
 * it. */
bool ssmtp_header_is_date(ssmtp_slice value);
/* One msg-id of RFC 5322 3.6.4, blanks and folds around it. */
bool ssmtp_header_is_msgid(ssmtp_slice value);
/* A section without the blank line: no field of RFC 5322 3.6 twice, Date and Message-ID by their grammar, and
 * one mailbox in Sender, which several in From need. Error 10022 names the field. */
bool ssmtp_header_check_section(ssmtp_slice section, ssmtp_error *error);

#endif
