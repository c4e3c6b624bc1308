/* Stages of the operations that are one command or none: EXPN, VRFY, a raw
 * command, DoEvents, Reset. */
#include "client/client_priv.h"

const ssmtp_request ssmtp_request_expand = { ssmtp_session_expn, 200, 299, SSMTP_SCOPE_RECIPIENT };
const ssmtp_request ssmtp_request_verify = { ssmtp_session_vrfy, 250, 252, SSMTP_SCOPE_RECIPIENT };
/* A raw command judges nothing. */
const ssmtp_request ssmtp_request_command = { ssmtp_session_command, 0, UINT16_MAX, SSMTP_SCOPE_SERVER };

static ssmtp_progress request_done(ssmtp_client *client)
{
	static const uint16_t status[3] = { 0, 0, 0 }; /* COMMAND_DONE keeps the code alone */
	const ssmtp_request *request = ssmtp_operation_request(client->operation);
	ssmtp_slice reply = ssmtp_session_last_reply(client->connection->session);
	ssmtp_error error = { 0 };

	if (client->command_code >= request->lowest && client->command_code <= request->highest) {
		return SSMTP_PROGRESS_NEXT;
	}
	ssmtp_error_set(&error, SSMTP_ERROR_REPLY, SSMTP_E_PROTOCOL, "SMTP protocol error: %.*s",
		(int) (reply.len > 400 ? 400 : reply.len), (const char *) reply.ptr);
	ssmtp_error_set_reply(&error, request->scope, client->command_code, status);
	return ssmtp_client_fail(client, &error);
}

static ssmtp_progress request_run(ssmtp_client *client)
{
	ssmtp_error error = { 0 };

	if (client->stage_phase == 0) {
		if (ssmtp_session_is_left(client->connection->session)) {
			return ssmtp_client_drive(client);
		}
		client->stage_phase = 1;
		if (!ssmtp_operation_request(client->operation)
				->say(client->connection->session, ssmtp_buf_slice(&client->argument), &error)) {
			return ssmtp_client_fail(client, &error);
		}
	}
	if ((client->seen & SSMTP_SEEN_COMMAND_DONE) && !ssmtp_events_pending(&client->events)) {
		return request_done(client);
	}
	return ssmtp_client_drive(client);
}

const ssmtp_plan_stage ssmtp_stage_request = { .run = request_run };

/* The server said something nobody asked for, or closed: told, closed, no error (spec methods 2). */
static ssmtp_progress do_events_gone(ssmtp_client *client, const ssmtp_error *before)
{
	ssmtp_error why = ssmtp_error_is_set(&client->pending_refusal) ? client->pending_refusal : client->error;

	client->error = *before;
	ssmtp_client_close(client, why.code == 0 ? SSMTP_E_DROPPED : why.code,
		why.code == 0 ? ssmtp_error_sentence(SSMTP_E_DROPPED) : why.text);
	return SSMTP_PROGRESS_NEXT;
}

static bool do_events_wanted(const ssmtp_client *client)
{
	return client->connection->connected;
}

static ssmtp_progress do_events_run(ssmtp_client *client)
{
	ssmtp_error before = client->error;
	ssmtp_progress progress;
	int64_t now_ms = ssmtp_client_now(client);

	if (client->stage_phase == 0) {
		client->stage_phase = 1;
		client->stage_deadline_ms = now_ms + client->now->select_wait_millis;
		client->connection->may_read = true;
	}
	progress = ssmtp_client_drive(client);
	if (progress == SSMTP_PROGRESS_FAILED) {
		return do_events_gone(client, &before);
	}
	if (progress == SSMTP_PROGRESS_WAIT && now_ms >= client->stage_deadline_ms) {
		return SSMTP_PROGRESS_NEXT;
	}
	return progress;
}

const ssmtp_plan_stage ssmtp_stage_do_events = {
	.wanted = do_events_wanted, .run = do_events_run };

static bool reset_begin(ssmtp_client *client, ssmtp_error *error)
{
	ssmtp_settings *settings;

	ssmtp_content_forget(client);
	ssmtp_client_certs_free(client);
	ssmtp_tls_session_free(&client->tls_kept->session);
	ssmtp_trust_free(&client->trust);
	ssmtp_result_clear(&client->result);
	ssmtp_buf_clear(&client->connection->last_reply);
	ssmtp_buf_clear(&client->sent_header);
	ssmtp_buf_free(&client->sent_stream);
	ssmtp_settings_free(&client->sent);
	memset(&client->connection->tls_info, 0, sizeof(client->connection->tls_info));
	client->ssl_error = 0;
	client->ssl_specific_error = 0;
	client->sent_valid = false;
	settings = ssmtp_client_edit(client, error);
	if (settings != NULL) {
		ssmtp_settings_reset(settings);
	}
	return settings != NULL;
}

const ssmtp_plan_stage ssmtp_stage_reset = { .begin = reset_begin, .tidying = true };
