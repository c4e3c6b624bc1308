/* ProcessQueue on one connection: which file is being sent, which one follows
 * it in the same write, and what becomes of each. */
#ifndef SSMTP_CLIENT_QUEUE_H
#define SSMTP_CLIENT_QUEUE_H

#include "client/client_priv.h"

extern const ssmtp_plan_stage ssmtp_stage_queue_list, ssmtp_stage_queue;

/* 303 unless the argument of ProcessQueue names a directory. */
bool ssmtp_queue_check(const ssmtp_client *client, ssmtp_slice dir, ssmtp_error *error);

/* The operation ended, in whatever way: a message that was tried and has no positive end becomes .failed, what was
 * claimed and not tried goes back to .queued, the list is let go. Idempotent. */
void ssmtp_queue_end(ssmtp_client *client);

#endif
