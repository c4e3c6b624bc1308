/* How long an operation waits: each connection for ConnectionTimeout up to the server's greeting, each reply as a whole
 * for Timeout (RFC 5321 section 4.5.3.2: what trickles is not here), and with AbsoluteTimeout all of it for Timeout. */
#include "client/client_priv.h"

#include <stdio.h>

typedef struct limits_limit {
	int64_t deadline_ms;
	const char *setting;
	int64_t seconds;
} limits_limit;

/* The greeting: RFC 5321 4.5.3.2.1 gives it a time of its own, as part of what a connection needs. */
static bool limits_awaits_greeting(const ssmtp_client *client)
{
	const ssmtp_session *session = client->connection->session;

	return session != NULL && !client->connection->connected && ssmtp_session_awaits_greeting(session);
}

static bool limits_is_connecting(const ssmtp_client *client)
{
	const ssmtp_plan_stage *stage = client->plan[client->plan_at];

	return stage != NULL && stage->connecting;
}

static limits_limit limits_of_step(const ssmtp_client *client)
{
	const ssmtp_settings *now = client->now;
	bool connecting = limits_is_connecting(client);

	if (ssmtp_client_fetching(client)) {
		return (limits_limit) { SSMTP_DEADLINE_NEVER, "", 0 };
	}
	if (now->connection_timeout > 0 && (connecting || limits_awaits_greeting(client))) {
		return (limits_limit) { ssmtp_deadline_after(client->stage_ms, now->connection_timeout * 1000),
			"ConnectionTimeout", now->connection_timeout };
	}
	return (limits_limit) { ssmtp_deadline_after(connecting ? client->stage_ms : client->activity_ms,
								now->timeout * 1000),
		"Timeout", now->timeout };
}

static int64_t limits_all_ms(const ssmtp_client *client)
{
	return client->now->absolute_timeout ? ssmtp_deadline_after(client->begun_ms, client->now->timeout * 1000)
										 : SSMTP_DEADLINE_NEVER;
}

bool ssmtp_limits_all_is_over(const ssmtp_client *client)
{
	return ssmtp_deadline_passed(limits_all_ms(client), ssmtp_client_now(client));
}

static limits_limit limits_nearest(const ssmtp_client *client)
{
	limits_limit limit = limits_of_step(client);
	int64_t all_ms = limits_all_ms(client);

	if (all_ms < limit.deadline_ms) {
		return (limits_limit) { all_ms, "AbsoluteTimeout=True, Timeout", client->now->timeout };
	}
	return limit;
}

int64_t ssmtp_limits_deadline(const ssmtp_client *client)
{
	return limits_nearest(client).deadline_ms;
}

/* What did not come in time, of whom. */
static void limits_describe(const ssmtp_client *client, char *what, size_t room)
{
	const ssmtp_connection *connection = client->connection;
	ssmtp_slice host = ssmtp_buf_slice(&connection->server);
	int len = (int) (host.len > 200 ? 200 : host.len);
	const char *name = host.len == 0 ? "" : (const char *) host.ptr;

	if (connection->session == NULL) {
		snprintf(what, room, connection->tls != NULL ? "No end of the TLS handshake with %.*s%s"
													 : "No connection to %.*s%s", len, name,
			connection->proxied && connection->tls == NULL ? " through the proxy" : "");
	} else if (limits_awaits_greeting(client)) {
		snprintf(what, room, "No greeting from %.*s", len, name);
	} else if (ssmtp_session_wants(connection->session) & SSMTP_WANT_TLS) {
		snprintf(what, room, "No end of the TLS handshake with %.*s", len, name);
	} else {
		snprintf(what, room, "No answer from %.*s to %s", len, name, ssmtp_session_awaits(connection->session));
	}
}

/* RFC 8314 section 3: on the port of implicit TLS the server says nothing before the handshake. */
static const char *limits_hint(const ssmtp_client *client)
{
	return limits_awaits_greeting(client) && client->connection->tls == NULL
		? " The server may expect TLS at once (SSLStartMode=1)."
		: "";
}

void ssmtp_limits_tell(const ssmtp_client *client, ssmtp_error *error)
{
	limits_limit limit = limits_nearest(client);
	char what[300];

	limits_describe(client, what, sizeof(what));
	ssmtp_error_set(error, SSMTP_ERROR_TIMEOUT, SSMTP_E_TIMEOUT, "%s within the time limit (%s=%lld seconds).%s", what,
		limit.setting, (long long) limit.seconds, limits_hint(client));
}
