/* One object's engine: begins an operation, steps through its plan, ends it
 * (see client.h). */
#include "client/queue.h"
#include "client/relay.h"
#include "client/setting_hooks.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/alloc.h"
#include "base/ascii.h"
#include "crypto/smime.h"

ssmtp_client *ssmtp_client_new(const ssmtp_client_hooks *hooks, ssmtp_error *error)
{
	ssmtp_client *client = ssmtp_alloc_zero(sizeof(*client));

	if (client == NULL || (client->connection = ssmtp_connection_new()) == NULL) {
		ssmtp_free(client);
		ssmtp_error_nomem(error);
		return NULL;
	}
	if (hooks != NULL) {
		client->hooks = *hooks;
	}
	ssmtp_content_clear(&client->content);
	ssmtp_events_init(&client->events);
	client->tls_kept = &client->tls_own;
	ssmtp_buf_init(&client->scratch, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init_secret(&client->secret_scratch, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&client->sent_stream, SSMTP_STREAM_KEPT_MAX);
	ssmtp_buf_init(&client->sent_header, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_draft_init(&client->draft);
	ssmtp_compose_stars_init(&client->stars);
	ssmtp_buf_init_secret(&client->argument, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&client->out.header, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&client->header_again, SSMTP_BUF_MAX_DEFAULT);
	client->outcome = SSMTP_STEP_DONE;
	client->wait_until_ms = SSMTP_DEADLINE_NEVER;
	client->settings = ssmtp_settings_new(&ssmtp_setting_hooks);
	if (client->settings == NULL) {
		ssmtp_error_nomem(error);
		ssmtp_client_free(&client);
	}
	return client;
}

/* QUIT if the socket takes it now; nobody waits for the reply. */
static void client_say_goodbye(ssmtp_connection *connection)
{
	ssmtp_error error = { 0 };
	ssmtp_session_event unheard;
	ssmtp_transport *top = connection->top;
	size_t len, n;
	const uint8_t *octets;

	if (!connection->connected || connection->session == NULL || connection->process_id != ssmtp_net_process_id()) {
		return;
	}
	/* What the last request left untold keeps the session from being idle. */
	while (ssmtp_session_next_event(connection->session, &unheard)) {
	}
	if (!(ssmtp_session_wants(connection->session) & SSMTP_WANT_IDLE)
		|| !ssmtp_session_quit(connection->session, &error)) {
		return;
	}
	octets = ssmtp_session_send_buf(connection->session, &len);
	if (len > 0 && top->vtable->write(top, octets, len, &n, &error) == SSMTP_IO_DONE) {
		top->vtable->shutdown(top, &error);
	}
}

/* A connection of the parent process: our copy of it goes without an octet (promise 10). */
static bool client_leave_fork(ssmtp_client *client)
{
	if (client->connection->tcp == NULL || client->connection->process_id == ssmtp_net_process_id()) {
		return false;
	}
	ssmtp_tcp_abandon(client->connection->tcp);
	client->connection->announced = 0;
	ssmtp_client_close(client, 0, "OK");
	return true;
}

void ssmtp_client_process_end(void)
{
	ssmtp_trust_shutdown();
}

void ssmtp_client_free(ssmtp_client **client)
{
	ssmtp_client *gone = *client;

	if (gone == NULL) {
		return;
	}
	*client = NULL;
	(void) client_leave_fork(gone);
	client_say_goodbye(gone->connection);
	ssmtp_events_mute(&gone->events);
	ssmtp_relay_end(gone);
	ssmtp_queue_end(gone);
	ssmtp_client_close(gone, 0, "OK");
	ssmtp_connection_free(&gone->connection);
	ssmtp_submit_clear(gone);
	ssmtp_copies_forget_plan(gone);
	ssmtp_buf_free(&gone->header_again);
	ssmtp_source_free(&gone->body_again);
	ssmtp_buf_free(&gone->out.header);
	ssmtp_content_end(gone, false);
	ssmtp_content_clear(&gone->content);
	ssmtp_client_certs_free(gone);
	ssmtp_trust_free(&gone->trust);
	ssmtp_tls_session_free(&gone->tls_own.session);
	ssmtp_result_clear(&gone->result);
	ssmtp_events_free(&gone->events);
	ssmtp_buf_free(&gone->scratch);
	ssmtp_buf_free(&gone->secret_scratch);
	ssmtp_buf_free(&gone->sent_stream);
	ssmtp_buf_free(&gone->sent_header);
	ssmtp_stamp_free(&gone->stamp);
	ssmtp_sender_free(&gone->sender);
	ssmtp_draft_free(&gone->draft);
	ssmtp_compose_stars_free(&gone->stars);
	ssmtp_buf_free(&gone->argument);
	ssmtp_secret_free(&gone->token);
	ssmtp_settings_free(&gone->now);
	ssmtp_settings_free(&gone->sent);
	ssmtp_settings_free(&gone->settings);
	ssmtp_free(gone);
}

ssmtp_settings *ssmtp_client_edit(ssmtp_client *client, ssmtp_error *error)
{
	if (!ssmtp_settings_own(&client->settings)) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	return client->settings;
}

bool ssmtp_client_put(ssmtp_client *client, const ssmtp_setting_row *row, size_t index, const ssmtp_value *value,
	ssmtp_error *error)
{
	ssmtp_settings *settings = ssmtp_client_edit(client, error);

	return settings != NULL && ssmtp_settings_set(settings, row, index, value, error);
}

int64_t ssmtp_client_now(const ssmtp_client *client)
{
	return client->hooks.now_ms == NULL ? ssmtp_net_now_ms() : client->hooks.now_ms();
}

void ssmtp_client_info(ssmtp_client *client, const char *format, ...)
{
	char line[SSMTP_ERROR_TEXT_MAX];
	va_list args;

	if (!ssmtp_events_wanted(&client->events, SSMTP_EVENT_PI_TRAIL)) {
		return;
	}
	va_start(args, format);
	vsnprintf(line, sizeof(line), format, args);
	va_end(args);
	ssmtp_event_trail(&client->events, 2, ssmtp_slice_str(line));
}

ssmtp_progress ssmtp_client_fail(ssmtp_client *client, const ssmtp_error *error)
{
	if (client->phase == SSMTP_PHASE_RUNNING && !ssmtp_error_is_set(&client->error)) {
		client->error = *error;
	}
	return SSMTP_PROGRESS_FAILED;
}

ssmtp_progress ssmtp_client_fail_nomem(ssmtp_client *client)
{
	ssmtp_error error = { 0 };

	ssmtp_error_nomem(&error);
	return ssmtp_client_fail(client, &error);
}

static void client_keep_last_reply(ssmtp_client *client)
{
	if (client->connection->session != NULL) {
		ssmtp_buf_clear(&client->connection->last_reply);
		ssmtp_buf_append_slice(&client->connection->last_reply, ssmtp_session_last_reply(client->connection->session));
	}
}

void ssmtp_client_close(ssmtp_client *client, int code, const char *description)
{
	static const struct {
		unsigned flag;
		const char *text;
	} rows[] = {
		{ SSMTP_ANNOUNCED_TLS, "SSL connection broken." },
		{ SSMTP_ANNOUNCED_HOST, "Remote host disconnected." },
		{ SSMTP_ANNOUNCED_FIREWALL, "Firewall host disconnected." },
	};

	/* The refusal is what a user asks about, not the reply to the QUIT behind it. */
	if (client->phase != SSMTP_PHASE_RECOVERING) {
		client_keep_last_reply(client);
	}
	ssmtp_session_free(&client->connection->session);
	ssmtp_sasl_free(&client->sasl);
	/* A connection that did not come to be is told with its reason as well (spec events 3.1). */
	if (code != 0 && client->connection->top != NULL && !client->connection->connected) {
		client->connection->announced |= SSMTP_ANNOUNCED_HOST;
	}
	ssmtp_transport_free(&client->connection->top);
	client->connection->tcp = client->connection->tls = NULL;
	client->connection->connected = false;
	ssmtp_error_clear(&client->connection->write_error);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (client->connection->announced & rows[i].flag) {
			ssmtp_event_status(&client->events, rows[i].text, code, description);
		}
	}
	client->connection->announced = 0;
}

/* The one way out of RUNNING: from here on the outcome stands. */
static void step_fix(ssmtp_client *client, ssmtp_phase phase)
{
	if (client->phase == SSMTP_PHASE_RUNNING) {
		client->phase = phase;
		client->activity_ms = ssmtp_client_now(client);
	}
}

/* On to the next stage that has something to do. Where the tidying begins the outcome stands, also if there is nothing
 * to tidy. */
static void begin_stage(ssmtp_client *client)
{
	const ssmtp_plan_stage *stage = client->plan[client->plan_at];

	while (stage != NULL && stage->wanted != NULL && !stage->wanted(client)) {
		if (stage->tidying) {
			step_fix(client, SSMTP_PHASE_ENDING);
		}
		stage = client->plan[++client->plan_at];
	}
	if (stage != NULL && stage->tidying) {
		step_fix(client, SSMTP_PHASE_ENDING);
	}
	client->stage_phase = 0;
	client->seen = 0;
	client->stage_deadline_ms = SSMTP_DEADLINE_NEVER;
	client->token_wanted = false;
	ssmtp_secret_free(&client->token);
	ssmtp_error_clear(&client->pending_refusal);
}

void ssmtp_client_go_on(ssmtp_client *client, const ssmtp_plan_stage *const *plan)
{
	client->plan = plan;
	client->plan_at = 0;
	begin_stage(client);
}

void ssmtp_client_go_to(ssmtp_client *client, size_t stage)
{
	client->plan_at = stage;
	begin_stage(client);
}

bool ssmtp_client_begin(ssmtp_client *client, ssmtp_operation operation, ssmtp_slice argument, ssmtp_error *error)
{
	unsigned flags = ssmtp_operation_flags(operation);

	if (ssmtp_client_busy(client)) {
		bool connecting = (flags & ssmtp_operation_flags(client->operation) & SSMTP_OPERATION_CONNECTS) != 0;

		return ssmtp_error_set(error, SSMTP_ERROR_STATE, connecting ? SSMTP_E_CONNECTING : SSMTP_E_BUSY,
			"Another method is running: it cannot be called from within an event callback.");
	}
	(void) client_leave_fork(client);
	client->connection->kept = client->connection->connected;
	if (!ssmtp_operation_check(client, operation, argument, error)
		|| ((flags & SSMTP_OPERATION_SENDS) && !ssmtp_transform_seal(client, error))) {
		return false;
	}
	if (!ssmtp_client_start(client, operation, argument, ssmtp_operation_plan(operation), error)) {
		ssmtp_content_end(client, false);
		return false;
	}
	return true;
}

bool ssmtp_client_start(ssmtp_client *client, ssmtp_operation operation, ssmtp_slice argument,
	const ssmtp_plan_stage *const *plan, ssmtp_error *error)
{
	ssmtp_buf_clear(&client->argument);
	if (!ssmtp_buf_append_slice(&client->argument, argument)) {
		return ssmtp_error_nomem(error);
	}
	client->now = ssmtp_settings_ref(client->settings);
	ssmtp_events_clear(&client->events);
	client->events.listeners = &client->listen_mask;
	ssmtp_error_clear(&client->error);
	ssmtp_error_clear(&client->lost);
	client->operation = operation;
	client->phase = SSMTP_PHASE_RUNNING;
	client->interrupted = client->aborted = client->opened = client->queue_used = client->revived = false;
	client->telling = NULL;
	client->outcome = SSMTP_STEP_DONE;
	client->begun_ms = client->activity_ms = client->stage_ms = ssmtp_client_now(client);
	client->connection->may_read = false;
	ssmtp_client_go_on(client, plan);
	return true;
}

static void step_finish(ssmtp_client *client)
{
	ssmtp_queue_end(client);
	ssmtp_submit_clear(client);
	client->copy_at = client->transactions = 0;
	ssmtp_copies_forget_plan(client);
	ssmtp_buf_free(&client->header_again);
	ssmtp_source_free(&client->body_again);
	client->outcome = client->phase == SSMTP_PHASE_RECOVERING ? SSMTP_STEP_FAILED : SSMTP_STEP_DONE;
	client->phase = SSMTP_PHASE_IDLE;
	ssmtp_content_end(client, client->message_sent);
	if (client->message_sent) {
		/* Its texts are shared with the settings: keeping it copies nothing. */
		ssmtp_settings_free(&client->sent);
		client->sent = client->now;
		client->now = NULL;
		client->message_sent = false;
	}
	ssmtp_settings_free(&client->now);
	ssmtp_buf_clear(&client->argument);
	client->plan = NULL;
}

/* The session waits for nothing: the connection can be kept after a failure. */
static bool step_in_step(const ssmtp_client *client)
{
	const ssmtp_session *session = client->connection->session;
	unsigned wants = session == NULL ? SSMTP_WANT_CLOSED : ssmtp_session_wants(session);

	return (wants & SSMTP_WANT_IDLE) != 0 && (wants & SSMTP_WANT_CLOSED) == 0;
}

/* Tidying ends where it stands: the outcome is known. */
static void step_stop_tidying(ssmtp_client *client)
{
	bool failed = client->phase == SSMTP_PHASE_RECOVERING;

	ssmtp_client_close(client, failed ? client->error.code : 0, failed ? client->error.text : "OK");
	ssmtp_client_go_on(client, ssmtp_plan_nothing);
}

/* A message of which a part is, or may be, delivered must not be taken for one that never left. The report of
 * ProcessQueue may be that of the message before: its record is made. */
static void step_note_delivery(ssmtp_client *client)
{
	if (ssmtp_client_does(client, SSMTP_OPERATION_SENDS) || ssmtp_queue_has_message(client)) {
		client->error.maybe_delivered |= ssmtp_result_has(&client->result, SSMTP_FATE_DELIVERED) ||
										 ssmtp_result_has(&client->result, SSMTP_FATE_UNKNOWN);
	}
}

/* What a failure leaves behind (spec methods 3): a refusal keeps the connection (the session has sent RSET),
 * anything that breaks it closes it. */
static void step_recover(ssmtp_client *client)
{
	bool in_step, keep;

	ssmtp_revive_explain(client);
	ssmtp_relay_end(client);
	if (client->phase != SSMTP_PHASE_RUNNING) {
		step_stop_tidying(client);
		return;
	}
	in_step = step_in_step(client);
	client_keep_last_reply(client);
	step_note_delivery(client);
	step_fix(client, SSMTP_PHASE_RECOVERING);
	ssmtp_queue_end(client);
	if (!in_step || client->aborted) {
		if (!in_step || !client->connection->connected) {
			ssmtp_client_close(client, client->error.code, client->error.text);
		}
		ssmtp_client_go_on(client, ssmtp_plan_nothing);
		return;
	}
	/* A StartTLS that failed leaves no connection in clear behind (spec other-clients, New 1). */
	client->connection->connected =
		client->connection->connected && !ssmtp_client_does(client, SSMTP_OPERATION_UPGRADES);
	/* ProcessQueue closes what it opened, whatever happened (spec methods 4). */
	keep = client->connection->connected
		&& !(ssmtp_client_does(client, SSMTP_OPERATION_CLOSES_ITS_OWN) && client->opened);
	ssmtp_client_go_on(client, keep ? ssmtp_plan_nothing : ssmtp_plan_goodbye);
}

/* Time-out, interruption, abort: the exchange ends where it stands. */
static void step_break(ssmtp_client *client, const ssmtp_error *error)
{
	ssmtp_session_event event;

	if (client->connection->session != NULL && !step_in_step(client)) {
		ssmtp_session_io_failed(client->connection->session, error);
		while (ssmtp_session_next_event(client->connection->session, &event)) {
			if (event.type == SSMTP_SE_MAIL_DONE && event.error != NULL) {
				client->pending_refusal = *event.error;
			}
			if (event.type == SSMTP_SE_FAILED) {
				ssmtp_submit_cut(client, event.maybe_delivered);
				client->error.maybe_delivered = event.maybe_delivered;
			}
		}
	}
	if (!ssmtp_error_is_set(&client->error)) {
		bool maybe = client->error.maybe_delivered;

		/* A refusal is what the user must know, not that nobody answered the RSET behind it. */
		client->error = ssmtp_error_is_set(&client->pending_refusal) ? client->pending_refusal : *error;
		client->error.maybe_delivered = maybe;
	}
	step_recover(client);
}

static int64_t step_deadline(const ssmtp_client *client)
{
	if (client->relay != NULL) {
		return SSMTP_DEADLINE_NEVER; /* each connection has its own */
	}
	if (client->phase != SSMTP_PHASE_RUNNING || client->aborted) {
		return ssmtp_deadline_after(client->activity_ms, SSMTP_GRACE_MS);
	}
	return ssmtp_limits_deadline(client);
}

/* Something is to end the operation: *error tells what. */
static bool step_is_to_end(ssmtp_client *client, ssmtp_error *error)
{
	if (client->events.memory_lost) {
		ssmtp_error_nomem(error);
	} else if (client->interrupted) {
		ssmtp_error_set(error, SSMTP_ERROR_CANCELLED, SSMTP_E_INTERRUPTED, "The operation was interrupted.");
	} else if (client->aborted && !client->out.end_given) {
		ssmtp_error_set(error, SSMTP_ERROR_CANCELLED, SSMTP_E_INTERRUPTED, "A callback ended the operation.");
	} else if (ssmtp_deadline_passed(step_deadline(client), ssmtp_client_now(client))) {
		ssmtp_limits_tell(client, error);
	} else {
		return false;
	}
	return true;
}

/* Replies that are here come first: the stage that awaits them is to have them before the operation is broken off. */
static bool step_reply_is_here(ssmtp_client *client)
{
	ssmtp_client_drive_here(client);
	return (client->seen & (SSMTP_SEEN_MAIL_DONE | SSMTP_SEEN_REFUSED)) != 0;
}

/* Nothing but time ends the tidying early; quit_run() waits no longer for somebody who wants to go. */
static bool step_check_tidying(ssmtp_client *client)
{
	client->events.memory_lost = false;
	if (!ssmtp_deadline_passed(step_deadline(client), ssmtp_client_now(client))) {
		return false;
	}
	step_stop_tidying(client);
	return true;
}

/* True when the operation was broken off. */
static bool step_check_end(ssmtp_client *client)
{
	ssmtp_error error = { 0 };

	if (client->phase != SSMTP_PHASE_RUNNING) {
		return step_check_tidying(client);
	}
	if (client->relay != NULL || !step_is_to_end(client, &error) || step_reply_is_here(client)) {
		return false;
	}
	client->interrupted = client->events.memory_lost = false;
	step_break(client, &error);
	return true;
}

static void step_next_stage(ssmtp_client *client)
{
	const ssmtp_plan_stage *before = client->plan[client->plan_at++];
	const ssmtp_plan_stage *after;

	begin_stage(client);
	after = client->plan[client->plan_at];
	/* The inactivity limit of the dialogue begins where the connection stands. */
	if (before->connecting && (after == NULL || !after->connecting)) {
		client->activity_ms = ssmtp_client_now(client);
	}
}

void ssmtp_client_pause(ssmtp_client *client, int64_t spent_ms)
{
	client->activity_ms += spent_ms;
	client->stage_ms += spent_ms;
	if (client->stage_deadline_ms != SSMTP_DEADLINE_NEVER) {
		client->stage_deadline_ms += spent_ms;
	}
	if (client->relay != NULL) {
		ssmtp_relay_pause(client, spent_ms);
	}
}

static ssmtp_step step_tell(ssmtp_client *client, ssmtp_client *owner, ssmtp_step step)
{
	client->telling = owner;
	client->told = step;
	client->told_ms = ssmtp_client_now(client);
	return step;
}

/* The callback is over: what it decided is decided, the time it took is nobody's silence. */
static void step_told(ssmtp_client *client)
{
	if (client->telling != NULL) {
		client->telling->telling = NULL;
		client->telling = NULL;
		ssmtp_client_pause(client, ssmtp_client_now(client) - client->told_ms);
	}
}

static void step_failed(ssmtp_client *client)
{
	if (ssmtp_revive_is_due(client, &client->error)) {
		ssmtp_revive(client);
	} else {
		step_recover(client);
	}
}

static ssmtp_progress step_stage(ssmtp_client *client)
{
	const ssmtp_plan_stage *stage = client->plan[client->plan_at];
	ssmtp_error error = { 0 };

	if (stage->run != NULL) {
		return stage->run(client);
	}
	if (client->stage_phase == 0) {
		client->stage_phase = 1;
		if (!stage->begin(client, &error)) {
			return ssmtp_client_fail(client, &error);
		}
	}
	if (client->seen & SSMTP_SEEN_REFUSED) {
		return ssmtp_client_fail(client, &client->pending_refusal);
	}
	return stage->until == 0 || (client->seen & stage->until) ? SSMTP_PROGRESS_NEXT : ssmtp_client_drive(client);
}

ssmtp_step ssmtp_client_step(ssmtp_client *client)
{
	step_told(client);
	for (;;) {
		if (ssmtp_events_take(&client->events)) {
			return step_tell(client, client, SSMTP_STEP_EVENT);
		}
		ssmtp_events_clear(&client->events);
		if (!ssmtp_client_busy(client)) {
			return client->outcome;
		}
		if (client->plan[client->plan_at] == NULL) {
			step_finish(client);
			continue;
		}
		if (step_check_end(client)) {
			continue;
		}
		if (client->token_wanted) {
			return step_tell(client, client, SSMTP_STEP_TOKEN);
		}
		switch (step_stage(client)) {
		case SSMTP_PROGRESS_NEXT:
			step_next_stage(client);
			break;
		case SSMTP_PROGRESS_AGAIN:
			break;
		case SSMTP_PROGRESS_WAIT:
			return SSMTP_STEP_WAIT;
		case SSMTP_PROGRESS_TELL:
			return step_tell(client, client->telling, client->telling->told);
		case SSMTP_PROGRESS_FAILED:
			step_failed(client);
			break;
		}
	}
}

void ssmtp_client_wait_entries(const ssmtp_client *client, ssmtp_wait *wait)
{
	unsigned wants = client->connection->session == NULL ? 0 : ssmtp_session_wants(client->connection->session);

	if (client->connection->top == NULL) {
		return;
	}
	if (client->connection->session == NULL) {
		client->connection->top->vtable->want(client->connection->top, client->connection->read_io, wait);
		return;
	}
	client->connection->top->vtable->want(client->connection->top,
		client->connection->read_io == SSMTP_IO_WANT_WRITE ? SSMTP_IO_WANT_WRITE : SSMTP_IO_WANT_READ, wait);
	if (wants & SSMTP_WANT_SEND) {
		client->connection->top->vtable->want(client->connection->top, client->connection->write_io, wait);
	}
}

int64_t ssmtp_client_deadline(const ssmtp_client *client)
{
	int64_t deadline = ssmtp_deadline_earlier(step_deadline(client), client->stage_deadline_ms);

	deadline = ssmtp_deadline_earlier(deadline, client->wait_until_ms);

	if (client->out.rate_ready_ms > ssmtp_client_now(client)) {
		deadline = ssmtp_deadline_earlier(deadline, client->out.rate_ready_ms);
	}
	return deadline;
}

static void wait_by_poll(ssmtp_client *client)
{
	ssmtp_wait wait = { .deadline_ms = SSMTP_DEADLINE_NEVER };

	ssmtp_client_wait_entries(client, &wait);
	(void) ssmtp_net_wait(&wait, ssmtp_client_deadline(client), -1);
	client->connection->may_read = true;
}

void ssmtp_client_wait(ssmtp_client *client)
{
	if (!ssmtp_client_busy(client)) {
		return;
	}
	if (client->relay != NULL) {
		ssmtp_relay_wait(client);
	} else if (!ssmtp_client_drive_await(client)) {
		wait_by_poll(client);
	}
}

int64_t ssmtp_client_wait_at_most(ssmtp_client *client, int64_t at_most_ms)
{
	int64_t from_ms = ssmtp_client_now(client);

	client->wait_until_ms = ssmtp_deadline_after(from_ms, at_most_ms);
	ssmtp_client_wait(client);
	client->wait_until_ms = SSMTP_DEADLINE_NEVER;
	return ssmtp_client_now(client) - from_ms;
}

const ssmtp_event *ssmtp_client_event(const ssmtp_client *client)
{
	return client->telling == NULL ? &client->events.current : &client->telling->events.current;
}

/* The decision goes to whose event it was, and only while that is being told. */
void ssmtp_client_decide(ssmtp_client *client, bool accept)
{
	ssmtp_client *owner = client->telling;

	if (owner != NULL && client->told == SSMTP_STEP_EVENT
		&& owner->events.current.id == SSMTP_EVENT_SSL_SERVER_AUTHENTICATION) {
		owner->decision = accept ? SSMTP_DECISION_ACCEPT : SSMTP_DECISION_REFUSE;
	}
}

void ssmtp_client_provide_tokens(ssmtp_client *client, bool provided)
{
	client->tokens_provided = provided;
}

bool ssmtp_client_token_refused(const ssmtp_client *client)
{
	return client->telling != NULL && client->telling->tokens_asked > 1;
}

void ssmtp_client_give_token(ssmtp_client *client, ssmtp_slice token)
{
	ssmtp_client *owner = client->telling;

	if (owner == NULL || client->told != SSMTP_STEP_TOKEN) {
		return;
	}
	owner->token_wanted = false;
	if (!ssmtp_secret_set(&owner->token, token)) {
		owner->events.memory_lost = true;
	}
}

void ssmtp_client_listen(ssmtp_client *client, unsigned event_mask)
{
	client->listen_mask = event_mask;
}

void ssmtp_client_interrupt(ssmtp_client *client)
{
	client->interrupted = ssmtp_client_busy(client);
}

void ssmtp_client_abort(ssmtp_client *client)
{
	if (!ssmtp_client_busy(client)) {
		return;
	}
	client->aborted = true;
	/* A child that was forked in a callback awaits no reply: it is its parent's. */
	client->interrupted = client_leave_fork(client) || client->interrupted;
	ssmtp_events_mute(&client->events);
	client->activity_ms = ssmtp_client_now(client);
}

bool ssmtp_client_busy(const ssmtp_client *client)
{
	return client->phase != SSMTP_PHASE_IDLE;
}

const ssmtp_error *ssmtp_client_error(const ssmtp_client *client)
{
	return &client->error;
}

const ssmtp_result *ssmtp_client_result(const ssmtp_client *client)
{
	return &client->result;
}

bool ssmtp_client_connected(ssmtp_client *client)
{
	return ssmtp_client_shown(client)->connected && (ssmtp_client_busy(client) || !ssmtp_client_is_left(client));
}

const ssmtp_settings *ssmtp_client_settings(const ssmtp_client *client)
{
	return client->settings;
}
