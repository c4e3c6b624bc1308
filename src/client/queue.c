/* Queue and ProcessQueue (spec methods 4): messages into the queue directory,
 * and out of it over one connection. While the replies of one message are
 * awaited the next one's commands are on their way already (RFC 2920 3.1). */
#include "client/queue.h"

#include "base/alloc.h"
#include "base/ascii.h"
#include "queue/spool_report.h"
#include "queue/spool.h"

#include <stdio.h>

/* A claimed file on its way. */
typedef struct queue_message {
	ssmtp_spool_claim claim;
	bool claimed;
	bool refused; /* error tells why it cannot be sent: its turn ends with it */
	ssmtp_error error;
	ssmtp_envelope envelope; /* borrowed by the session: stays where it is */
	ssmtp_recipient_path *paths;
} queue_message;

struct ssmtp_queue {
	ssmtp_spool *spool;
	bool shared;               /* the spool is another client's */
	queue_message messages[2]; /* the current one and the one behind it */
	unsigned at;               /* the current one */
	bool current_refused;      /* the server, or we, said no to the current one */
	ssmtp_error list_error;    /* a file that could not be claimed: told behind the current message */
};

static queue_message *queue_current(struct ssmtp_queue *queue)
{
	return &queue->messages[queue->at];
}

static queue_message *queue_next(struct ssmtp_queue *queue)
{
	return &queue->messages[1 - queue->at];
}

/* ---- Queue ---- */

static bool queue_dir(const ssmtp_client *client, ssmtp_slice dir, ssmtp_buf *path, ssmtp_error *error)
{
	if (dir.len == 0 || memchr(dir.ptr, '\0', dir.len) != NULL) {
		return ssmtp_error_set(error, SSMTP_ERROR_FILE, SSMTP_E_FILE, "Name the queue directory, without NUL octets.");
	}
	if (!ssmtp_buf_append_slice(path, dir) || ssmtp_buf_cstr(path) == NULL) {
		return ssmtp_error_nomem(error);
	}
	if (client->hooks.file_allowed != NULL && !client->hooks.file_allowed(ssmtp_buf_cstr(path))) {
		return ssmtp_error_set(error, SSMTP_ERROR_FILE, SSMTP_E_FILE,
			"open_basedir does not allow the queue directory %.200s.", ssmtp_buf_cstr(path));
	}
	return true;
}

/* The envelope of the message just composed; texts and array stay the client's, but for recipients. */
static bool queue_envelope(const ssmtp_client *client, ssmtp_spool_envelope *envelope)
{
	const ssmtp_outgoing *out = &client->out;

	memset(envelope, 0, sizeof(*envelope));
	envelope->from = out->reverse_path;
	envelope->eight_bit = out->envelope.eight_bit;
	envelope->recipients = ssmtp_alloc((out->envelope.recipient_count + 1) * sizeof(*envelope->recipients));
	if (envelope->recipients == NULL) {
		return false;
	}
	for (size_t i = 0; i < out->envelope.recipient_count; i++) {
		envelope->recipients[envelope->count++] = (ssmtp_spool_recipient){
			.address = (char *) out->paths[i].address,
			.options = (char *) out->paths[i].options,
			.type = client->result.recipients[i].type,
		};
	}
	return true;
}

static bool queue_write_to(ssmtp_client *client, ssmtp_slice dir, const ssmtp_spool_envelope *envelope,
	ssmtp_source *content, ssmtp_buf *out, ssmtp_error *error)
{
	ssmtp_buf path;
	bool ok;

	if (ssmtp_slice_equal(dir, SSMTP_SLICE("*"))) {
		size_t offset = ssmtp_buf_len(out);

		return ssmtp_spool_envelope_write(out, envelope, error) && ssmtp_source_read_all(content, out, error) &&
			   ssmtp_spool_seal(out, offset, error);
	}
	ssmtp_buf_init(&path, 65536);
	ok =
		queue_dir(client, dir, &path, error) && ssmtp_spool_write(ssmtp_buf_cstr(&path), envelope, content, out, error);
	ssmtp_buf_free(&path);
	return ok;
}

/* Header section and body as one source; the body goes back to its owner afterwards. */
static bool queue_write(ssmtp_client *client, ssmtp_slice dir, ssmtp_buf *out, ssmtp_error *error)
{
	ssmtp_spool_envelope envelope;
	ssmtp_source *parts[2] = { NULL, NULL };
	ssmtp_source *content = NULL;
	bool ok = false;

	if (!queue_envelope(client, &envelope)) {
		return ssmtp_error_nomem(error);
	}
	parts[0] = ssmtp_source_borrow_new(ssmtp_buf_slice(&client->out.header), error);
	parts[1] = parts[0] == NULL ? NULL : ssmtp_content_lend(client->out.body, error);
	if (parts[1] != NULL && (content = ssmtp_source_concat_new_take(parts, 2, error)) != NULL) {
		ok = queue_write_to(client, dir, &envelope, content, out, error);
	}
	ssmtp_source_free(&content);
	ssmtp_source_free(&parts[0]);
	ssmtp_source_free(&parts[1]);
	ssmtp_free(envelope.recipients);
	return ok;
}

static bool queue_check_single(const ssmtp_client *client, ssmtp_error *error)
{
	return client->content.copies.count == 0
		|| ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_INVALID_STATE,
			"A queue file holds one message, BccEncryption=Separate made several: Send it, or queue a message of its "
			"own for every BCc recipient.");
}

bool ssmtp_client_queue(ssmtp_client *client, ssmtp_slice queue_dir_name, ssmtp_buf *out, ssmtp_error *error)
{
	bool ok;

	if (ssmtp_client_busy(client)) {
		return ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_BUSY,
			"Another method is running: it cannot be called from within an event callback.");
	}
	if (!ssmtp_submit_check(client, client->settings, error) || !ssmtp_transform_seal(client, error)) {
		return false;
	}
	if (!queue_check_single(client, error)) {
		ssmtp_content_end(client, false);
		return false;
	}
	client->now = ssmtp_settings_ref(client->settings);
	/* Source callbacks may reach the object: it is as busy as while it sends. */
	client->phase = SSMTP_PHASE_RUNNING;
	client->operation = SSMTP_OP_SEND;
	ok = ssmtp_submit_compose(client, SSMTP_TRANSPORT_UNKNOWN, error) &&
		 queue_write(client, queue_dir_name, out, error);
	client->phase = SSMTP_PHASE_IDLE;
	if (ok) {
		client->sent_from_source = ssmtp_content_is_source(client);
		client->sent_transport = SSMTP_TRANSPORT_UNKNOWN;
	}
	ssmtp_submit_clear(client);
	ssmtp_content_end(client, ok);
	ssmtp_result_clear(&client->result);
	if (ok) {
		ssmtp_settings_free(&client->sent);
		client->sent = client->now;
		client->now = NULL;
	}
	ssmtp_settings_free(&client->now);
	return ok;
}

/* ---- ProcessQueue ---- */

bool ssmtp_queue_check(ssmtp_client *client, ssmtp_slice dir, ssmtp_error *error)
{
	ssmtp_buf path;
	bool ok;

	ssmtp_buf_init(&path, 65536);
	ok = queue_dir(client, dir, &path, error) && ssmtp_spool_is_directory(ssmtp_buf_cstr(&path), error);
	ssmtp_buf_free(&path);
	return ok;
}

/* A file that is left alone waits until somebody looks at it: it is told each time. */
static void queue_tell_passed(ssmtp_client *client, const ssmtp_error *why)
{
	ssmtp_event_error(&client->events, why->code, why->text);
	ssmtp_client_info(client, "%s", why->text);
}

static bool queue_open(ssmtp_client *client, ssmtp_error *error)
{
	client->queue = ssmtp_alloc_zero(sizeof(*client->queue));
	if (client->queue == NULL || ssmtp_buf_cstr(&client->argument) == NULL) {
		return ssmtp_error_nomem(error);
	}
	client->queue->spool = ssmtp_spool_open(ssmtp_buf_cstr(&client->argument), error);
	return client->queue->spool != NULL;
}

/* Nothing that could be sent: done without connecting. */
static ssmtp_progress queue_list_run(ssmtp_client *client)
{
	ssmtp_error error = { 0 };

	if (client->queue == NULL && !queue_open(client, &error)) {
		return ssmtp_client_fail(client, &error);
	}
	switch (ssmtp_spool_peek(client->queue->spool, &error)) {
	case SSMTP_SPOOL_CLAIMED:
		return SSMTP_PROGRESS_NEXT;
	case SSMTP_SPOOL_PASSED:
		queue_tell_passed(client, &error);
		return SSMTP_PROGRESS_AGAIN;
	default:
		break;
	}
	if (ssmtp_spool_all_barred(client->queue->spool, &error)) {
		return ssmtp_client_fail(client, &error);
	}
	ssmtp_client_go_on(client, ssmtp_plan_nothing);
	return SSMTP_PROGRESS_AGAIN;
}

const ssmtp_plan_stage ssmtp_stage_queue_list = { .run = queue_list_run };

size_t ssmtp_queue_left(const ssmtp_client *client)
{
	return ssmtp_spool_left(client->queue->spool);
}

bool ssmtp_queue_share(ssmtp_client *worker, const ssmtp_client *master)
{
	worker->queue = ssmtp_alloc_zero(sizeof(*worker->queue));
	if (worker->queue == NULL) {
		return false;
	}
	worker->queue->spool = master->queue->spool;
	worker->queue->shared = true;
	return true;
}

void ssmtp_queue_stop(ssmtp_client *client)
{
	ssmtp_spool_stop(client->queue->spool);
}

static bool queue_build_paths(ssmtp_client *client, queue_message *message)
{
	const ssmtp_spool_envelope *read = &message->claim.envelope;

	message->paths = ssmtp_alloc_zero((read->count + 1) * sizeof(*message->paths));
	if (message->paths == NULL) {
		return false;
	}
	for (size_t i = 0; i < read->count; i++) {
		message->paths[i] = (ssmtp_recipient_path){ read->recipients[i].address, read->recipients[i].options,
			ssmtp_compose_stop(client->now, read->recipients[i].type) };
	}
	return true;
}

/* RFC 9422: no more recipients at once than the server says it takes. */
static void queue_limit_recipients(const ssmtp_client *client, ssmtp_envelope *envelope)
{
	size_t max = ssmtp_compose_recipients_max(client, true);

	envelope->recipient_count = envelope->recipient_count < max ? envelope->recipient_count : max;
}

static bool queue_build_envelope(ssmtp_client *client, queue_message *message)
{
	ssmtp_envelope *envelope = &message->envelope;
	uint64_t body_size = 0;

	memset(envelope, 0, sizeof(*envelope));
	if (!queue_build_paths(client, message)) {
		return false;
	}
	ssmtp_source_size(message->claim.body, &body_size);
	envelope->verb = "MAIL";
	envelope->reverse_path = message->claim.envelope.from;
	envelope->mail_options = "";
	envelope->recipients = message->paths;
	envelope->rest_follows = true;
	envelope->recipient_count = message->claim.envelope.count;
	envelope->eight_bit = message->claim.envelope.eight_bit;
	envelope->size_octets = ssmtp_buf_len(&message->claim.header) + body_size;
	envelope->utf8_headers = ssmtp_compose_needs_utf8(ssmtp_buf_slice(&message->claim.header), envelope);
	queue_limit_recipients(client, envelope);
	envelope->send_rset_first = client->now->send_rset;
	envelope->need_extensions = strcmp(client->now->missing_extension, "Error") == 0;
	envelope->prefer_chunking = ssmtp_compose_chunking(client->now, envelope->size_octets);
	return true;
}

static void queue_message_clear(queue_message *message)
{
	ssmtp_free(message->paths);
	memset(message, 0, sizeof(*message));
}

/* The next file of the list that nobody else has. False: none, or list_error. */
static bool queue_claim(ssmtp_client *client, queue_message *message)
{
	struct ssmtp_queue *queue = client->queue;

	ssmtp_error passed = { 0 };
	ssmtp_spool_step step = SSMTP_SPOOL_PASSED;

	queue_message_clear(message);
	if (ssmtp_error_is_set(&queue->list_error)) {
		return false;
	}
	while (step == SSMTP_SPOOL_PASSED) {
		step = ssmtp_spool_next(queue->spool, &message->claim, &passed);
		if (step == SSMTP_SPOOL_PASSED) {
			queue_tell_passed(client, &passed);
			ssmtp_error_clear(&passed);
		}
	}
	if (step == SSMTP_SPOOL_FAILED) {
		queue->list_error = passed;
	}
	if (step != SSMTP_SPOOL_CLAIMED) {
		return false;
	}
	message->claimed = true;
	if (queue_build_envelope(client, message)) {
		return true;
	}
	ssmtp_error_nomem(&queue->list_error);
	ssmtp_spool_release(&message->claim, NULL, NULL);
	queue_message_clear(message);
	return false;
}

/* What drive(), the events and the report know of the message that is being sent. */
static bool queue_show_current(ssmtp_client *client)
{
	queue_message *message = queue_current(client->queue);
	const ssmtp_spool_envelope *read = &message->claim.envelope;
	ssmtp_outgoing *out = &client->out;
	int64_t rate_ready_ms = out->rate_ready_ms;
	size_t octets = 0;

	ssmtp_submit_clear(client);
	ssmtp_buf_free(&client->header_again);
	out->rate_ready_ms = rate_ready_ms;
	out->header = message->claim.header;
	ssmtp_buf_init(&message->claim.header, SSMTP_BUF_MAX_DEFAULT);
	out->body = message->claim.body;
	out->body_size_known = ssmtp_source_size(out->body, &out->body_size);
	out->envelope = message->envelope;
	out->paths = message->paths;
	message->paths = NULL;
	for (size_t i = 0; i < read->count; i++) {
		octets += strlen(read->recipients[i].address) + 1;
	}
	if (!ssmtp_result_begin(&client->result, read->count, octets) ||
		!ssmtp_result_queue_file(&client->result, message->claim.listed)) {
		return false;
	}
	for (size_t i = 0; i < read->count; i++) {
		ssmtp_result_add(&client->result, read->recipients[i].address, read->recipients[i].type);
	}
	return true;
}

/* An error of a message keeps the connection unless the next one's commands are out: the session gets in step. */
static void queue_await_idle(ssmtp_client *client)
{
	const queue_message *next = queue_next(client->queue);
	ssmtp_session_event event;

	while ((!next->claimed || next->refused) && ssmtp_session_next_event(client->connection->session, &event)) {
		/* Nothing of this message comes any more; a session that broke is seen by what it wants. */
	}
}

static ssmtp_progress queue_fail(ssmtp_client *client, const ssmtp_error *error)
{
	queue_await_idle(client);
	return ssmtp_client_fail(client, error);
}

static ssmtp_progress queue_refuse_current(ssmtp_client *client, const ssmtp_error *error)
{
	client->queue->current_refused = true;
	return queue_fail(client, error);
}

/* The current message's transaction; what the server said or did behind the one before is judged first. */
static ssmtp_progress queue_ask(ssmtp_client *client)
{
	ssmtp_session *session = client->connection->session;
	ssmtp_error error = { 0 };

	if (ssmtp_session_is_left(session)) {
		return ssmtp_client_drive(client);
	}
	return ssmtp_session_mail(session, &queue_current(client->queue)->envelope, &error)
		? SSMTP_PROGRESS_AGAIN
		: queue_refuse_current(client, &error);
}

/* The message at hand becomes the current one. asked: the session has its envelope already. */
static ssmtp_progress queue_begin_current(ssmtp_client *client, bool asked)
{
	queue_message *message = queue_current(client->queue);

	if (!queue_show_current(client)) {
		return ssmtp_client_fail_nomem(client);
	}
	if (message->refused) {
		return queue_refuse_current(client, &message->error);
	}
	return asked ? SSMTP_PROGRESS_AGAIN : queue_ask(client);
}

/* Nothing of the current message has left: the same transaction over the connection that was made anew. */
static ssmtp_progress queue_begin_again(ssmtp_client *client)
{
	ssmtp_result_again(&client->result);
	return queue_ask(client);
}

/* Behind the message that ended: the one whose commands are out, else the next of the list. */
static ssmtp_progress queue_advance(ssmtp_client *client)
{
	struct ssmtp_queue *queue = client->queue;

	if (queue_next(queue)->claimed) {
		queue->at = 1 - queue->at;
		return queue_begin_current(client, true);
	}
	if (queue_claim(client, queue_current(queue))) {
		return queue_begin_current(client, false);
	}
	if (!ssmtp_error_is_set(&queue->list_error)) {
		/* The first one could be claimed a moment ago, and the others never. */
		(void) ssmtp_spool_all_barred(queue->spool, &queue->list_error);
	}
	return ssmtp_error_is_set(&queue->list_error) ? queue_fail(client, &queue->list_error) : SSMTP_PROGRESS_NEXT;
}

/* Decision 15: the next message's commands leave in the same write as the end of mail data of this one. */
static void queue_prefetch(ssmtp_client *client)
{
	struct ssmtp_queue *queue = client->queue;
	queue_message *next = queue_next(queue);

	if ((ssmtp_session_capabilities(client->connection->session)->flags & SSMTP_CAP_PIPELINING) == 0 || next->claimed ||
		!queue_claim(client, next)) {
		return;
	}
	next->refused = !ssmtp_session_mail_next(client->connection->session, &next->envelope, &next->error);
}

/* The file is .sent or gone; who was refused stands in a report. */
static bool queue_record_sent(ssmtp_client *client, ssmtp_error *error)
{
	queue_message *message = queue_current(client->queue);
	char name[SSMTP_SPOOL_NAME_MAX];
	ssmtp_buf report;
	bool ok;

	ssmtp_buf_init(&report, SSMTP_BUF_MAX_DEFAULT);
	if (ssmtp_spool_report_needed(&client->result)) {
		(void) ssmtp_spool_report(&report, NULL, &client->result);
	}
	message->claimed = false;
	ok = ssmtp_spool_sent(&message->claim, client->now->keep_queue, ssmtp_buf_slice(&report), name, error);
	/* A name that could not be kept for want of memory is missing in the report: the message is accepted. */
	(void) ssmtp_result_queue_file(&client->result, name);
	if (!ok) {
		snprintf(error->queue_file, sizeof(error->queue_file), "%s", name);
		error->maybe_delivered = true;
	}
	ssmtp_buf_free(&report);
	return ok;
}

static bool queue_has_rest(const ssmtp_client *client)
{
	return ssmtp_result_untried(&client->result, 0) < client->result.count;
}

/* The body begins. What is needed once more for recipients that were put off is kept; else the next message follows. */
static bool queue_body_begins(ssmtp_client *client)
{
	if (!queue_has_rest(client)) {
		queue_prefetch(client);
		return true;
	}
	return ssmtp_buf_len(&client->header_again) > 0 ||
		   ssmtp_buf_append_slice(&client->header_again, ssmtp_buf_slice(&client->out.header));
}

/* The recipients that no transaction took so far, to the front of the paths. */
static bool queue_gather_rest(ssmtp_client *client, ssmtp_envelope *envelope)
{
	ssmtp_outgoing *out = &client->out;
	const ssmtp_spool_envelope *read = &queue_current(client->queue)->claim.envelope;
	size_t count = 0;

	ssmtp_free(out->rows);
	out->rows = ssmtp_alloc_zero((client->result.count + 1) * sizeof(*out->rows));
	if (out->rows == NULL || !ssmtp_result_open(&client->result)) {
		return false;
	}
	for (size_t row = ssmtp_result_untried(&client->result, 0); row < client->result.count;
		 row = ssmtp_result_untried(&client->result, row + 1)) {
		out->rows[count] = row;
		out->paths[count++] = (ssmtp_recipient_path){ read->recipients[row].address, read->recipients[row].options,
			ssmtp_compose_stop(client->now, read->recipients[row].type) };
	}
	envelope->recipient_count = count;
	queue_limit_recipients(client, envelope);
	return true;
}

/* Who has the message is marked in its file before the next ones are asked: whatever happens to them, or to us, nobody
 * gets it twice. */
static bool queue_mark_delivered(ssmtp_client *client, ssmtp_error *error)
{
	ssmtp_spool_claim *claim = &queue_current(client->queue)->claim;

	for (size_t i = 0; i < client->result.count; i++) {
		claim->envelope.recipients[i].done = client->result.recipients[i].fate == SSMTP_FATE_DELIVERED;
	}
	if (!ssmtp_spool_mark(claim, error)) {
		ssmtp_error_prefix(error, "The message was sent to some of its recipients, but their record failed");
		return false;
	}
	return true;
}

/* RFC 5321 4.5.3.1.10: the same message in a further transaction. */
static ssmtp_progress queue_send_rest(ssmtp_client *client)
{
	ssmtp_envelope *envelope = &queue_current(client->queue)->envelope;
	ssmtp_outgoing *out = &client->out;
	ssmtp_error error = { 0 };

	out->body_begun = out->body_ended = out->end_told = out->end_given = out->begun = false;
	out->body_sent = 0;
	out->chunk_len = out->chunk_at = 0;
	if (!queue_gather_rest(client, envelope) ||
		!ssmtp_buf_append_slice(&out->header, ssmtp_buf_slice(&client->header_again))) {
		return ssmtp_client_fail_nomem(client);
	}
	out->envelope = *envelope;
	ssmtp_error_clear(&client->pending_refusal);
	return ssmtp_source_rewind(out->body, &error) ? queue_ask(client) : queue_refuse_current(client, &error);
}

/* The reply is here: the record is made before anything else happens to the message. */
static ssmtp_progress queue_message_done(ssmtp_client *client)
{
	ssmtp_error error = { 0 };

	if (ssmtp_error_is_set(&client->pending_refusal) && !ssmtp_submit_rest_refused(client)) {
		/* A connection at its end says nothing about the message. */
		return ssmtp_revive_is_due(client, &client->pending_refusal)
			? queue_fail(client, &client->pending_refusal)
			: queue_refuse_current(client, &client->pending_refusal);
	}
	if (queue_has_rest(client)) {
		return queue_mark_delivered(client, &error) ? queue_send_rest(client) : queue_fail(client, &error);
	}
	return queue_record_sent(client, &error) ? queue_advance(client) : queue_fail(client, &error);
}

static ssmtp_progress queue_run(ssmtp_client *client)
{
	if (client->stage_phase == 0) {
		client->stage_phase = 1;
		client->queue_used = true;
		return queue_current(client->queue)->claimed ? queue_begin_again(client) : queue_advance(client);
	}
	if (client->seen & SSMTP_SEEN_MAIL_DONE) {
		client->seen &= ~(unsigned) (SSMTP_SEEN_MAIL_DONE | SSMTP_SEEN_BODY_BEGIN);
		return queue_message_done(client);
	}
	if (client->seen & SSMTP_SEEN_BODY_BEGIN) {
		client->seen &= ~(unsigned) SSMTP_SEEN_BODY_BEGIN;
		if (!queue_body_begins(client)) {
			return ssmtp_client_fail_nomem(client);
		}
	}
	return ssmtp_client_drive(client);
}

const ssmtp_plan_stage ssmtp_stage_queue = { .run = queue_run };

/* ---- the end ---- */

/* Ended by an exception, Interrupt, AbsoluteTimeout, for want of memory, or because the object goes: the server had no
 * part in it. */
static bool queue_ended_here(const ssmtp_client *client)
{
	switch (client->error.kind) {
	case SSMTP_ERROR_NONE:
	case SSMTP_ERROR_CANCELLED:
	case SSMTP_ERROR_NOMEM:
		return true;
	case SSMTP_ERROR_TIMEOUT:
		return ssmtp_limits_all_is_over(client);
	default:
		return false;
	}
}

/* The file says already that this one has the message. */
static bool queue_is_marked(const ssmtp_client *client, size_t row)
{
	return queue_current(client->queue)->claim.envelope.recipients[row].marked;
}

/* Somebody may have the message whom the next run would send it to. */
static bool queue_given_away(const ssmtp_client *client)
{
	for (size_t i = 0; i < client->result.count; i++) {
		ssmtp_fate fate = client->result.recipients[i].fate;

		if (fate == SSMTP_FATE_UNKNOWN || (fate == SSMTP_FATE_DELIVERED && !queue_is_marked(client, i))) {
			return true;
		}
	}
	return client->out.end_given;
}

/* The server said something about it, or we found that it cannot be sent. A connection that broke before (421 to MAIL,
 * a drop, a time-out) says nothing about the message. */
static bool queue_judged(const ssmtp_client *client)
{
	for (size_t i = 0; i < client->result.count; i++) {
		if (client->result.recipients[i].fate != SSMTP_FATE_NOT_TRIED && !queue_is_marked(client, i)) {
			return true;
		}
	}
	return client->queue->current_refused;
}

/* The rule of docs/internals/outcomes.md for the file: false, it is .queued again. */
static bool queue_current_tried(const ssmtp_client *client)
{
	return queue_given_away(client) || (queue_judged(client) && !queue_ended_here(client));
}

static bool queue_record_failed(ssmtp_client *client, char name[SSMTP_SPOOL_NAME_MAX], ssmtp_error *error)
{
	ssmtp_buf report;
	bool ok;

	ssmtp_buf_init(&report, SSMTP_BUF_MAX_DEFAULT);
	(void) ssmtp_spool_report(&report, &client->error, &client->result);
	ok = ssmtp_spool_failed(&queue_current(client->queue)->claim, ssmtp_buf_slice(&report), name, error);
	ssmtp_buf_free(&report);
	return ok;
}

/* The error and the report name the file as it is found in the directory from now on. */
static void queue_settle_current(ssmtp_client *client)
{
	queue_message *current = queue_current(client->queue);
	char name[SSMTP_SPOOL_NAME_MAX];
	ssmtp_error error = { 0 };

	if (queue_current_tried(client) ? !queue_record_failed(client, name, &error)
									: !ssmtp_spool_release(&current->claim, name, &error)) {
		queue_tell_passed(client, &error);
	}
	(void) ssmtp_result_queue_file(&client->result, name);
	if (ssmtp_error_is_set(&client->error) && client->error.queue_file[0] == '\0') {
		snprintf(client->error.queue_file, sizeof(client->error.queue_file), "%s", name);
	}
}

bool ssmtp_queue_has_message(const ssmtp_client *client)
{
	return client->queue != NULL && queue_current(client->queue)->claimed;
}

static void queue_settle(ssmtp_client *client)
{
	queue_message *next = queue_next(client->queue);

	if (queue_current(client->queue)->claimed) {
		queue_settle_current(client);
	}
	if (next->claimed) {
		ssmtp_spool_release(&next->claim, NULL, NULL);
	}
}

void ssmtp_queue_end(ssmtp_client *client)
{
	struct ssmtp_queue *queue = client->queue;

	if (queue == NULL) {
		return;
	}
	/* The files of a forked child are its parent's. */
	if (client->connection->process_id == ssmtp_net_process_id()) {
		queue_settle(client);
	}
	for (size_t i = 0; i < 2; i++) {
		if (queue->messages[i].claimed) {
			ssmtp_spool_forget(&queue->messages[i].claim);
		}
		queue_message_clear(&queue->messages[i]);
	}
	if (!queue->shared) {
		ssmtp_spool_free(&queue->spool);
	}
	ssmtp_free(queue);
	client->queue = NULL;
}
