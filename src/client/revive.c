/* A connection that is kept may be closed by the server: after so many messages, after so much silence, with a 421 or
 * without a word (RFC 5321 sections 3.8 and 4.5.3.2.7). That is no failure of the message that comes next: the
 * connection is made anew, once, as long as no octet of that message has left. */
#include "client/queue.h"

/* Where the plan connects; its end when it does not. */
static size_t revive_stage(const ssmtp_plan_stage *const *plan)
{
	size_t at = 0;

	while (plan[at] != NULL && plan[at] != &ssmtp_stage_dial) {
		at++;
	}
	return at;
}

bool ssmtp_revive_helps(const ssmtp_error *error)
{
	/* RFC 3463 3.5: X.4.2, bad connection; servers say 451 4.4.2 to whoever was silent for too long. */
	bool bad_connection = error->status[0] == 4 && error->status[1] == 4 && error->status[2] == 2;

	return !error->maybe_delivered && (error->reply == 421 || bad_connection || error->kind == SSMTP_ERROR_DROPPED);
}

/* What was under TLS does not go on in clear: StartTLS of SSLStartMode 4 was the caller's, and settings may have been
 * changed since. */
static bool revive_is_as_safe(const ssmtp_client *client)
{
	int mode = ssmtp_client_start_mode(client->now);

	return client->connection->tls == NULL || mode == SSMTP_SSL_IMPLICIT || mode == SSMTP_SSL_EXPLICIT;
}

bool ssmtp_revive_is_due(ssmtp_client *client, const ssmtp_error *error)
{
	ssmtp_error unfit = { 0 };

	return client->phase == SSMTP_PHASE_RUNNING && client->connection->kept && !client->aborted && !client->interrupted
		&& !client->out.begun && client->plan[revive_stage(client->plan)] != NULL && ssmtp_revive_helps(error)
		&& revive_is_as_safe(client) && ssmtp_connect_check(client, &unfit);
}

void ssmtp_revive(ssmtp_client *client)
{
	const ssmtp_error why = client->lost = client->error;

	ssmtp_error_clear(&client->error);
	ssmtp_client_info(client, "The server has closed the kept connection (%.300s). Connecting again.", why.text);
	ssmtp_client_close(client, why.code, why.text);
	client->revived = true;
	client->stage_ms = client->activity_ms = ssmtp_client_now(client);
	ssmtp_client_go_to(client, revive_stage(client->plan));
}

/* What the network has against a connection; what a server says or shows is an error of its own. */
static bool revive_is_unreachable(const ssmtp_error *error)
{
	return error->kind == SSMTP_ERROR_RESOLVE || error->kind == SSMTP_ERROR_CONNECT || error->kind == SSMTP_ERROR_PROXY
		|| error->kind == SSMTP_ERROR_TIMEOUT || error->kind == SSMTP_ERROR_DROPPED;
}

void ssmtp_revive_explain(ssmtp_client *client)
{
	ssmtp_error both = client->lost;

	if (ssmtp_error_is_set(&both) && revive_is_unreachable(&client->error)) {
		ssmtp_error_clear(&both);
		ssmtp_error_set(&both, client->lost.kind, client->lost.code, "%.240s (connecting again: %.240s)",
			client->lost.text, client->error.text);
		client->error = client->lost;
		memcpy(client->error.text, both.text, sizeof(both.text));
	}
}
