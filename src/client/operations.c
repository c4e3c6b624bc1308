/* The operations: stages, checks, and the table of both. A stage that has
 * nothing to do (already connected, no TLS asked for, no user) is complete at once. */
#include "client/queue.h"
#include "client/relay.h"

#include "smtp/path.h"

#define PLAN_CONNECT                                                                                                   \
	&ssmtp_stage_dial, &ssmtp_stage_tls_first, &ssmtp_stage_online, &ssmtp_stage_open, &ssmtp_stage_starttls,          \
		&ssmtp_stage_tls_upgrade, &ssmtp_stage_reopen, &ssmtp_stage_auth, &ssmtp_stage_connected

static const ssmtp_plan_stage *const plan_connect[] = { PLAN_CONNECT, NULL };
static const ssmtp_plan_stage *const plan_start_tls[] = { &ssmtp_stage_starttls, &ssmtp_stage_tls_upgrade,
	&ssmtp_stage_reopen, &ssmtp_stage_auth, NULL };
static const ssmtp_plan_stage *const plan_send[] = { PLAN_CONNECT, &ssmtp_stage_submit, &ssmtp_stage_close_if_opened,
	NULL };
static const ssmtp_plan_stage *const plan_ask[] = { PLAN_CONNECT, &ssmtp_stage_request, &ssmtp_stage_close_if_opened,
	NULL };
static const ssmtp_plan_stage *const plan_command[] = { &ssmtp_stage_request, NULL };
static const ssmtp_plan_stage *const plan_disconnect[] = { &ssmtp_stage_quit, &ssmtp_stage_close, NULL };
static const ssmtp_plan_stage *const plan_do_events[] = { &ssmtp_stage_do_events, NULL };
static const ssmtp_plan_stage *const plan_queue[] = { &ssmtp_stage_queue_list, PLAN_CONNECT, &ssmtp_stage_relay,
	&ssmtp_stage_queue, &ssmtp_stage_close_if_opened, NULL };
static const ssmtp_plan_stage *const plan_reset[] = { &ssmtp_stage_quit, &ssmtp_stage_close, &ssmtp_stage_reset, NULL };

const ssmtp_plan_stage *const ssmtp_plan_goodbye[] = { &ssmtp_stage_quit, &ssmtp_stage_close, NULL };
const ssmtp_plan_stage *const ssmtp_plan_leave[] = { &ssmtp_stage_close_if_opened, NULL };
const ssmtp_plan_stage *const ssmtp_plan_nothing[] = { NULL };
const ssmtp_plan_stage *const ssmtp_plan_relayed[] = { PLAN_CONNECT, &ssmtp_stage_queue, &ssmtp_stage_close_if_opened,
	NULL };

static bool check_connected(const ssmtp_client *client, ssmtp_error *error)
{
	return client->connection->connected
		|| ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_CONNECT_FIRST, "Not connected: call Connect first.");
}

static bool check_connect(ssmtp_client *client, ssmtp_slice argument, ssmtp_error *error)
{
	(void) argument;
	return !ssmtp_client_connected(client)
		|| ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_ALREADY_CONNECTED,
			"Already connected: call Disconnect first.");
}

static bool check_start_tls(ssmtp_client *client, ssmtp_slice argument, ssmtp_error *error)
{
	(void) argument;
	if (!check_connected(client, error)) {
		return false;
	}
	if (!client->connection->manual_tls || client->connection->tls != NULL) {
		return ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_INVALID_STATE,
			"StartTLS belongs to SSLStartMode 4, once, while TLS is off.");
	}
	return true;
}

static bool check_terminal(ssmtp_client *client, ssmtp_slice argument, ssmtp_error *error)
{
	(void) argument;
	return client->settings->allow_extensions
		|| ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_INVALID_STATE,
			"SendToTerminal methods need AllowExtensions.");
}

static bool check_argument(ssmtp_client *client, ssmtp_slice argument, ssmtp_error *error)
{
	(void) client;
	if (argument.len == 0) {
		return ssmtp_error_argument(error, "The argument must not be empty.");
	}
	/* U+0085, U+2028 and overlong forms of CR and LF are line ends to some servers. */
	if (!ssmtp_path_is_text(argument)) {
		return ssmtp_error_argument(error,
			"The argument must not contain line ends or other control characters, nor anything but UTF-8.");
	}
	return true;
}

static bool check_command(ssmtp_client *client, ssmtp_slice argument, ssmtp_error *error)
{
	return check_connected(client, error) && check_argument(client, argument, error);
}

/* The flags as the table writes them. */
enum {
	OPENS = SSMTP_OPERATION_OPENS,
	CONNECTS = SSMTP_OPERATION_CONNECTS,
	LOGS_IN = SSMTP_OPERATION_LOGS_IN,
	UPGRADES = SSMTP_OPERATION_UPGRADES,
	SENDS = SSMTP_OPERATION_SENDS,
	CLOSES_ITS_OWN = SSMTP_OPERATION_CLOSES_ITS_OWN,
	NESTS = SSMTP_OPERATION_NESTS,
	RESETS = SSMTP_OPERATION_RESETS
};

typedef struct operation_row {
	const ssmtp_plan_stage *const *plan;
	bool (*check)(ssmtp_client *client, ssmtp_slice argument, ssmtp_error *error);
	unsigned flags;
	const ssmtp_request *request;
	const char *verb;
} operation_row;

static const operation_row operation_rows[] = {
#define SSMTP_OPERATION(constant, function, method, argument, plan, check, flags, request, verb, sentence) \
	[SSMTP_OP_##constant] = { plan, check, flags, request, verb },
#include "client/operations.def"
#undef SSMTP_OPERATION
};

/* Mode 4: credentials never leave before StartTLS (spec other-clients, New 1). */
static bool check_manual_tls(const ssmtp_client *client, ssmtp_error *error)
{
	bool manual =
		client->connection->connected ? client->connection->manual_tls
									  : client->settings->ssl_start_mode == SSMTP_SSL_EXPLICIT_MANUAL;

	if (manual && ssmtp_auth_configured(client->settings)) {
		return ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_INVALID_STATE,
			"User is set and SSLStartMode is 4: call Connect and StartTLS first.");
	}
	return true;
}

/* A message that cannot be written is worth no connection; on one that stands it is written at once. */
static bool check_message(ssmtp_client *client, ssmtp_error *error)
{
	return ssmtp_submit_check(client, client->settings, error) &&
		   (client->connection->connected || ssmtp_compose_check(client, client->settings, error));
}

bool ssmtp_operation_check(ssmtp_client *client, ssmtp_operation operation, ssmtp_slice argument, ssmtp_error *error)
{
	const operation_row *row = &operation_rows[operation];

	if (row->check != NULL && !row->check(client, argument, error)) {
		return false;
	}
	if ((row->flags & OPENS) && !client->connection->connected && !ssmtp_connect_check(client, error)) {
		return false;
	}
	if ((row->flags & LOGS_IN) && !check_manual_tls(client, error)) {
		return false;
	}
	return !(row->flags & SENDS) || check_message(client, error);
}

unsigned ssmtp_operation_flags(ssmtp_operation operation)
{
	return operation_rows[operation].flags;
}

const ssmtp_plan_stage *const *ssmtp_operation_plan(ssmtp_operation operation)
{
	return operation_rows[operation].plan;
}

const ssmtp_request *ssmtp_operation_request(ssmtp_operation operation)
{
	return operation_rows[operation].request;
}

const char *ssmtp_operation_verb(ssmtp_operation operation)
{
	return operation_rows[operation].verb;
}
