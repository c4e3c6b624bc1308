/* ProcessQueue over several connections (decision 17): clients of their own
 * under one poll loop, one list of files, events told by the object that was asked. */
#ifndef SSMTP_CLIENT_RELAY_H
#define SSMTP_CLIENT_RELAY_H

#include "client/client_priv.h"

/* Complete at once with MaxConnections 1 or a single file: the stage behind it then sends. */
extern const ssmtp_plan_stage ssmtp_stage_relay;

/* Waits for whatever any of the connections waits for; false when a signal ended it. */
void ssmtp_relay_wait(ssmtp_client *client);
/* ssmtp_client_pause() of every connection. */
void ssmtp_relay_pause(ssmtp_client *client, int64_t spent_ms);
/* Cuts what still runs, takes the connection back, lets the clients go. Idempotent. */
void ssmtp_relay_end(ssmtp_client *client);

#endif
