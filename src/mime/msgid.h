/* Message-ID, boundary and Date values from injected randomness and time. */
#ifndef SSMTP_MIME_MSGID_H
#define SSMTP_MIME_MSGID_H

#include <time.h>

#include "base/buf.h"
#include "base/error.h"

/* RFC 5322 3.3 date-time of now in local time with the numeric zone, e.g.
 * "Sun, 22 Nov 2026 08:00:00 +0000". English names whatever the locale. */
bool ssmtp_date_append(ssmtp_buf *out, time_t now);
/* The same in a zone that many minutes east of UTC. */
bool ssmtp_date_append_in(ssmtp_buf *out, time_t now, int east);
/* "<hex@domain>" of a digest made by the caller. */
bool ssmtp_msgid_append(ssmtp_buf *out, ssmtp_slice digest, ssmtp_slice domain);

#endif
