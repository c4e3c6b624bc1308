/* What stands in the .report file beside a queue file. */
#ifndef SSMTP_SPOOL_REPORT_H
#define SSMTP_SPOOL_REPORT_H

#include "message/result.h"

/* Appends one entry: the time, the error, the reply to the message and the fate of every recipient that was tried.
 * error and result may be NULL. */
bool ssmtp_spool_report(ssmtp_buf *out, const ssmtp_error *error, const ssmtp_result *result);
/* Does a message that was accepted need one? */
bool ssmtp_spool_report_needed(const ssmtp_result *result);

#endif
