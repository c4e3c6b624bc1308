/* ProcessQueue on one connection: which file is being sent, which one follows
 * it in the same write, and what becomes of each. */
#ifndef SSMTP_CLIENT_QUEUE_H
#define SSMTP_CLIENT_QUEUE_H

#include "client/client_priv.h"

extern const ssmtp_plan_stage ssmtp_stage_queue_list, ssmtp_stage_queue;

/* 303 unless the argument of ProcessQueue names a directory. */
bool ssmtp_queue_check(ssmtp_client *client, ssmtp_slice dir, ssmtp_error *error);

/* Files of the list nobody has asked for yet. */
size_t ssmtp_queue_left(const ssmtp_client *client);
/* The worker takes its files from the master's list, which outlives it. */
bool ssmtp_queue_share(ssmtp_client *worker, const ssmtp_client *master);
/* No file is handed out any more. */
void ssmtp_queue_stop(ssmtp_client *client);

/* There is a message whose record is not made. */
bool ssmtp_queue_has_message(const ssmtp_client *client);

/* The operation ended, in whatever way: a message that was tried and has no positive end becomes .failed, what was
 * claimed and not tried goes back to .queued, the list is let go. Idempotent. */
void ssmtp_queue_end(ssmtp_client *client);

#endif
