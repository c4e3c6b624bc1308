/* The stage that sends one message over a connection that stands. */
#include "client/client_priv.h"

#include <stdio.h>

#include "base/alloc.h"
#include "base/ascii.h"
#include "mime/entity.h"
#include "smtp/path.h"

static bool submit_has(const ssmtp_settings *settings, int type)
{
	for (size_t i = 0; i < settings->recipient_count; i++) {
		if (settings->recipients[i].address[0] != '\0' && (type < 0 || settings->recipients[i].type == type)) {
			return true;
		}
	}
	return false;
}

/* A group without members ("undisclosed-recipients:;") is a To field too (RFC 5322 3.4). */
static bool submit_has_to(const ssmtp_settings *settings)
{
	for (size_t i = 0; i < settings->recipient_count; i++) {
		if (settings->recipients[i].type == SSMTP_RT_TO && settings->recipients[i].group[0] != '\0') {
			return true;
		}
	}
	return submit_has(settings, SSMTP_RT_TO);
}

/* What RCPT could never say is refused before a connection is made for it; the session judges it again. */
static bool submit_check_recipient(const ssmtp_recipient *recipient, ssmtp_error *error)
{
	const ssmtp_path_rules rules = { ssmtp_net_has_idn() ? ssmtp_net_to_ascii : NULL, true, false };
	bool needs_utf8 = false;

	return recipient->address[0] == '\0' ||
		(ssmtp_path_append(NULL, ssmtp_slice_str(recipient->address), &rules, &needs_utf8, error) &&
			ssmtp_path_append_parameters(NULL, ssmtp_slice_str(recipient->options), error));
}

bool ssmtp_submit_check(ssmtp_client *client, const ssmtp_settings *settings, ssmtp_error *error)
{
	if (settings->from[0] == '\0') {
		return ssmtp_error_set(error, SSMTP_ERROR_MESSAGE, SSMTP_E_NO_SENDER, "No sender: set From.");
	}
	if (!submit_has(settings, -1)) {
		return ssmtp_error_set(error, SSMTP_ERROR_MESSAGE, SSMTP_E_NO_RECIPIENT, "No recipient: set SendTo.");
	}
	if (!settings->allow_empty_to && !submit_has_to(settings)) {
		return ssmtp_error_set(error, SSMTP_ERROR_MESSAGE, SSMTP_E_NO_RECIPIENT,
			"SendTo is empty: set it, or Config AllowEmptyTo=True.");
	}
	for (size_t i = 0; !settings->allow_extensions && i < settings->recipient_count; i++) {
		if (settings->recipients[i].options[0] != '\0') {
			return ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_INVALID_STATE,
				"MessageRecipientOptions need EHLO: set AllowExtensions to true.");
		}
	}
	for (size_t i = 0; !settings->allow_local_addresses && i < settings->recipient_count; i++) {
		const char *address = settings->recipients[i].address;

		if (address[0] != '\0' && !ssmtp_address_check_domain(ssmtp_slice_str(address), error)) {
			return false;
		}
	}
	for (size_t i = 0; !client->connection->connected && i < settings->recipient_count; i++) {
		if (!submit_check_recipient(&settings->recipients[i], error)) {
			return false;
		}
	}
	return ssmtp_content_check(client, settings, error);
}

void ssmtp_submit_clear(ssmtp_client *client)
{
	ssmtp_outgoing *out = &client->out;

	for (size_t i = 0; i < out->options_count; i++) {
		ssmtp_free(out->options[i]);
	}
	ssmtp_free(out->options);
	ssmtp_free(out->paths);
	ssmtp_free(out->rows);
	ssmtp_free(out->reverse_path);
	ssmtp_source_free(&out->own_body);
	ssmtp_buf_free(&out->header);
	ssmtp_buf_free(&out->other);
	memset(out, 0, offsetof(ssmtp_outgoing, chunk));
	ssmtp_buf_init(&out->header, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&out->other, SSMTP_BUF_MAX_DEFAULT);
}

/* A body in memory is looked through for octets above 127; a larger one is declared 8-bit
 * unseen, which RFC 6152 section 3 allows for any content, unless the server takes no such body. */
static bool submit_scan(ssmtp_outgoing *out, const ssmtp_content *content, ssmtp_error *error)
{
	bool unseen = out->transport != SSMTP_TRANSPORT_7BIT;
	ssmtp_body_traits traits = { 0 };

	out->envelope.eight_bit = true;
	/* A stream that was sent from before has a size, but not of what is left of it. */
	out->body_size_known = !content->stream_kept && ssmtp_source_size(out->body, &out->body_size);
	if (content->done & SSMTP_ENCRYPT) {
		out->envelope.eight_bit = false; /* base64, and every pass would be an envelope of its own */
		return true;
	}
	if (content->kind == SSMTP_BODY_STREAM || !out->body_size_known ||
		(unseen && out->body_size > SSMTP_FINISH_AT_ONCE_MAX) || !ssmtp_source_can_rewind(out->body)) {
		return true;
	}
	if (!ssmtp_body_scan(out->body, &traits, error)) {
		return false;
	}
	out->envelope.eight_bit = traits.eight_bit;
	return true;
}

/* Every transaction of a message has the same section: Date and Message-Id are the message's, not the transaction's. */
static bool submit_header(ssmtp_client *client, ssmtp_error *error)
{
	ssmtp_buf *header = &client->out.header;

	if (client->transactions == 0) {
		if (!ssmtp_compose_sent_header(client, header, error)) {
			return false;
		}
		ssmtp_buf_clear(&client->sent_header);
		client->sent_valid = ssmtp_buf_append_slice(&client->sent_header, ssmtp_buf_slice(header));
		client->sent_revision = client->now->content_revision;
	} else {
		client->sent_valid = ssmtp_buf_append_slice(header, ssmtp_buf_slice(&client->sent_header));
	}
	return (client->sent_valid && ssmtp_buf_append_str(header, "\r\n")) || ssmtp_error_nomem(error);
}

static bool submit_fit_text(ssmtp_client *client, ssmtp_error *error)
{
	ssmtp_outgoing *out = &client->out;
	const ssmtp_source *given = out->own_body;

	out->fitted =
		ssmtp_fit_text(client->now, out->transport, &out->own_body, &out->other, &out->envelope.eight_bit, error);
	out->as_is = out->own_body == given;
	out->body = out->own_body;
	return out->fitted;
}

/* The body and what is known of it: a text is made fit, what is the caller's own is looked at. */
static bool submit_fit(ssmtp_client *client, ssmtp_error *error)
{
	ssmtp_outgoing *out = &client->out;

	if (client->copy_at > 0 || !ssmtp_content_is_text(client, client->now)) {
		return submit_scan(out, &client->content, error);
	}
	if (ssmtp_compose_is_drafted(client, out->transport)) {
		out->as_is = true;
		out->envelope.eight_bit = client->draft.eight_bit;
	} else if (!submit_fit_text(client, error)) {
		return false;
	}
	out->body_size_known = ssmtp_source_size(out->body, &out->body_size);
	return true;
}

/* RFC 6152 section 3: an octet above 127 goes to no server that does not take them. */
static bool submit_check_8bit(const ssmtp_client *client, ssmtp_error *error)
{
	return client->out.transport != SSMTP_TRANSPORT_7BIT || !client->out.envelope.eight_bit ||
		   client->content.kind != SSMTP_BODY_MESSAGE ||
		   ssmtp_error_argument(error,
			   "Message holds octets above 127, and the server does not offer 8BITMIME: encode it (quoted-printable, "
			   "base64), or use MessageText.");
}

static bool submit_body(ssmtp_client *client, ssmtp_error *error)
{
	ssmtp_outgoing *out = &client->out;
	bool owned;

	if (client->copy_at == 0 && client->body_again != NULL) {
		out->body = client->body_again;
		return ssmtp_source_rewind(out->body, error);
	}
	out->body = ssmtp_content_body(client, client->now, &owned, error);
	if (out->body != NULL && owned) {
		out->own_body = out->body;
	}
	return out->body != NULL;
}

bool ssmtp_submit_compose(ssmtp_client *client, ssmtp_transport_8bit transport, ssmtp_error *error)
{
	ssmtp_outgoing *out = &client->out;
	bool eight_bit;

	ssmtp_submit_clear(client);
	out->transport = transport;
	if (!submit_body(client, error)) {
		return false;
	}
	if (client->copy_at == 0) {
		ssmtp_buf_clear(&client->sent_stream);
	}
	if (!submit_fit(client, error) || !submit_check_8bit(client, error) || !submit_header(client, error)) {
		return false;
	}
	eight_bit = out->envelope.eight_bit;
	if (!ssmtp_compose_envelope(client, client->now, error)) {
		return false;
	}
	out->envelope.eight_bit = eight_bit || !ssmtp_slice_is_ascii(ssmtp_buf_slice(&out->header));
	return true;
}

static size_t submit_row(const ssmtp_client *client, size_t recipient)
{
	return client->out.rows == NULL ? recipient : client->out.rows[recipient];
}

/* All of this transaction were refused at RCPT, none of them stops the message. */
static bool submit_all_refused(const ssmtp_client *client)
{
	for (size_t i = 0; i < client->out.envelope.recipient_count; i++) {
		if (client->result.recipients[submit_row(client, i)].fate != SSMTP_FATE_REFUSED ||
			client->out.envelope.recipients[i].stop_on_refusal) {
			return false;
		}
	}
	return true;
}

/* A copy that was refused, wherever, is a BCc recipient that was refused: told in report and by an Error event, and the
 * end of it with StopOnBccErrors only. */
static bool submit_copy_refused(ssmtp_client *client)
{
	size_t row = submit_row(client, 0);
	bool told = client->result.recipients[row].fate == SSMTP_FATE_REFUSED;

	ssmtp_result_refuse(&client->result, row, &client->pending_refusal);
	if (client->now->stop_on_bcc_errors) {
		return false;
	}
	if (!told) {
		ssmtp_event_error(&client->events, client->pending_refusal.code, client->pending_refusal.text);
	}
	return true;
}

bool ssmtp_submit_rest_refused(const ssmtp_client *client)
{
	return client->pending_refusal.kind == SSMTP_ERROR_REPLY && client->result.transaction_count > 1
		&& submit_all_refused(client);
}

/* A refusal behind a transaction that was accepted is no failure of the message where its recipients may be refused. */
static bool submit_refusal_is_told(ssmtp_client *client)
{
	return client->copy_at > 0 && client->pending_refusal.kind == SSMTP_ERROR_REPLY ? submit_copy_refused(client)
																			   : ssmtp_submit_rest_refused(client);
}

static bool submit_compose_next(ssmtp_client *client, ssmtp_error *error)
{
	ssmtp_transport_8bit transport = ssmtp_compose_transport(client);

	if (!ssmtp_submit_compose(client, transport, error)) {
		return false;
	}
	/* BCc alone: there is nobody for the message itself. */
	if (client->out.envelope.recipient_count == 0 && client->copy_at < client->copy_target_count) {
		client->copy_at++;
		return ssmtp_submit_compose(client, transport, error);
	}
	return true;
}

static ssmtp_progress submit_begin(ssmtp_client *client)
{
	ssmtp_error error = { 0 };

	client->seen &= ~(unsigned) (SSMTP_SEEN_MAIL_DONE | SSMTP_SEEN_BODY_BEGIN);
	ssmtp_error_clear(&client->pending_refusal);
	if (!submit_compose_next(client, &error)) {
		return ssmtp_client_fail(client, &error);
	}
	client->transactions++;
	/* What the server said or did behind the transaction before is judged first. */
	if (ssmtp_session_is_left(client->connection->session)) {
		return ssmtp_client_drive(client);
	}
	return ssmtp_session_mail(client->connection->session, &client->out.envelope, &error)
		? SSMTP_PROGRESS_AGAIN
		: ssmtp_client_fail(client, &error);
}

/* Recipients of the message itself that no transaction took so far (RFC 5321 4.5.3.1.10). */
static bool submit_has_rest(const ssmtp_client *client)
{
	const ssmtp_result *result = &client->result;
	size_t row = ssmtp_result_untried(result, 0);

	while (row < result->count && ssmtp_copies_has_own(client, result->recipients[row].type)) {
		row = ssmtp_result_untried(result, row + 1);
	}
	return client->copy_at == 0 && row < result->count;
}

/* The body begins, and somebody may be left for a further transaction: a stream that is read once is kept as it
 * passes. */
static bool submit_body_begins(ssmtp_client *client, ssmtp_error *error)
{
	ssmtp_outgoing *out = &client->out;

	if (out->own_body == NULL || client->result.count < 2 || !submit_has_rest(client) ||
		ssmtp_source_can_rewind(out->own_body)) {
		return true;
	}
	client->body_again = ssmtp_source_spool_new_take(&out->own_body, (size_t) SSMTP_FINISH_AT_ONCE_MAX, error);
	out->body = client->body_again;
	return out->body != NULL;
}

/* The next transaction: the rest of the recipients, then the copies. */
static bool submit_next(ssmtp_client *client)
{
	if (submit_has_rest(client)) {
		return true;
	}
	return client->copy_at++ < client->copy_target_count;
}

/* The message left with its commands, and the server took none of it. */
static bool submit_rewind(ssmtp_client *client, ssmtp_error *error)
{
	ssmtp_outgoing *out = &client->out;

	if (!ssmtp_source_rewind(out->body, error)) {
		return false;
	}
	out->body_begun = out->body_ended = out->end_told = out->end_given = false;
	out->body_sent = out->judged = 0;
	out->chunk_at = out->chunk_len = 0;
	if (client->copy_at == 0) {
		ssmtp_buf_clear(&client->sent_stream); /* what was kept of the body passes again */
	}
	ssmtp_buf_clear(&out->header);
	return (ssmtp_buf_append_slice(&out->header, ssmtp_buf_slice(&client->sent_header))
			   && ssmtp_buf_append_str(&out->header, "\r\n"))
		|| ssmtp_error_nomem(error);
}

/* The server has nothing of the message: the same transaction over the connection that was made anew. */
static bool submit_again(ssmtp_client *client, ssmtp_error *error)
{
	if (client->out.envelope.whole && !submit_rewind(client, error)) {
		return false;
	}
	client->out.envelope.whole = false;
	ssmtp_result_again(&client->result);
	return ssmtp_session_mail(client->connection->session, &client->out.envelope, error);
}

static ssmtp_progress submit_refused(ssmtp_client *client)
{
	if (client->copy_at > 0) {
		ssmtp_error_prefix(&client->pending_refusal, "A copy for BCc (BccEncryption=Separate)");
	}
	return ssmtp_client_fail(client, &client->pending_refusal);
}

static ssmtp_progress submit_done(ssmtp_client *client)
{
	if (ssmtp_error_is_set(&client->pending_refusal)
		&& (ssmtp_revive_is_due(client, &client->pending_refusal) || !submit_refusal_is_told(client))) {
		return submit_refused(client);
	}
	if (submit_next(client)) {
		return submit_begin(client);
	}
	ssmtp_error_clear(&client->pending_refusal);
	client->message_sent = true;
	client->sent_from_source = ssmtp_content_is_source(client);
	client->sent_transport = client->out.transport;
	return SSMTP_PROGRESS_NEXT;
}

/* reference: From not among the signer's mailboxes is no error, but worth a word. */
static void submit_tell_signer(ssmtp_client *client)
{
	const ssmtp_certificate *certificate = client->content.signed_by;
	ssmtp_error ignored = { 0 };
	ssmtp_buf subject;
	const char *address;

	if (certificate == NULL || !ssmtp_sender_read(&client->sender, client->now, &ignored)) {
		return;
	}
	address = ssmtp_sender_address(&client->sender);
	ssmtp_buf_init(&subject, 65536);
	if (*address != '\0' && !ssmtp_certificate_matches_mailbox(certificate, address)
		&& ssmtp_certificate_text(certificate, SSMTP_CF_SUBJECT, &subject)) {
		ssmtp_client_info(client,
			"From (%.150s) is not a mailbox of the signing certificate \"%.*s\": mail programs may warn of that.",
			address, (int) (ssmtp_buf_len(&subject) > 150 ? 150 : ssmtp_buf_len(&subject)),
			ssmtp_buf_len(&subject) == 0 ? "" : (const char *) ssmtp_buf_slice(&subject).ptr);
	}
	ssmtp_buf_free(&subject);
}

static ssmtp_progress submit_run(ssmtp_client *client)
{
	ssmtp_error error = { 0 };

	if (client->stage_phase == 0) {
		client->stage_phase = 1;
		if (client->out.envelope.recipient_count > 0) {
			return submit_again(client, &error) ? SSMTP_PROGRESS_AGAIN : ssmtp_client_fail(client, &error);
		}
		submit_tell_signer(client);
		ssmtp_recipients_tell(client);
		return submit_begin(client);
	}
	if (client->seen & SSMTP_SEEN_MAIL_DONE) {
		return submit_done(client);
	}
	if (client->seen & SSMTP_SEEN_BODY_BEGIN) {
		client->seen &= ~(unsigned) SSMTP_SEEN_BODY_BEGIN;
		if (!submit_body_begins(client, &error)) {
			ssmtp_session_body_failed(client->connection->session, &error);
			return ssmtp_client_fail(client, &error);
		}
	}
	return ssmtp_client_drive(client);
}

const ssmtp_plan_stage ssmtp_stage_submit = { .run = submit_run };

/* spec methods 3: a refusal that does not stop the message is told by an Error event. */
void ssmtp_submit_recipient(ssmtp_client *client, const ssmtp_session_event *event)
{
	static const uint16_t none[3] = { 0, 0, 0 };
	const ssmtp_reply *reply = event->reply;
	const ssmtp_recipient_path *path;
	char text[SSMTP_ERROR_TEXT_MAX];

	client->out.judged = event->recipient + 1;
	/* It stays untried: a further transaction goes to it. */
	if (event->put_off) {
		return;
	}
	if (!ssmtp_result_recipient(&client->result, submit_row(client, event->recipient), event->accepted,
			reply == NULL ? 0 : reply->code, reply == NULL ? none : reply->status,
			reply == NULL ? SSMTP_SLICE_EMPTY : reply->text)) {
		client->events.memory_lost = true;
	}
	if (event->accepted || event->recipient >= client->out.envelope.recipient_count) {
		return;
	}
	path = &client->out.paths[event->recipient];
	if (path->stop_on_refusal) {
		return;
	}
	snprintf(text, sizeof(text), "%.*s%sSMTP protocol error: RCPT TO:<%.200s> refused: %.*s", 200,
		client->queue == NULL ? "" : client->result.queue_file, client->queue == NULL ? "" : ": ", path->address,
		reply == NULL ? 0 : (int) (reply->text.len > 250 ? 250 : reply->text.len),
		reply == NULL ? "" : (const char *) reply->text.ptr);
	ssmtp_event_error(&client->events, SSMTP_E_PROTOCOL, text);
}

void ssmtp_submit_cut(ssmtp_client *client, bool maybe_delivered)
{
	const ssmtp_outgoing *out = &client->out;

	ssmtp_result_cut(&client->result, maybe_delivered);
	/* The message was behind its recipients on the way: those that were not answered of may have it. */
	for (size_t i = out->judged; maybe_delivered && out->envelope.whole && i < out->envelope.recipient_count; i++) {
		ssmtp_result_unknown(&client->result, submit_row(client, i));
	}
}

static bool submit_listened(const ssmtp_client *client, ssmtp_event_id id)
{
	return ssmtp_events_wanted(&client->events, id);
}

/* spec events 9: 100 only in the last event, -1 for an unknown total. */
static int submit_percent(const ssmtp_outgoing *out)
{
	if (!out->body_size_known || out->body_size == 0) {
		return -1;
	}
	if (out->body_sent >= out->body_size) {
		return 100;
	}
	return (int) ((double) out->body_sent * 100.0 / (double) out->body_size);
}

static void submit_keep_stream(ssmtp_client *client)
{
	const ssmtp_outgoing *out = &client->out;

	if (client->queue != NULL) {
		return; /* not the object's own message */
	}
	if (client->copy_at > 0 || !ssmtp_content_is_source(client)) {
		return; /* the body of the message is the one for To and Cc */
	}
	if (out->body_sent > SSMTP_STREAM_KEPT_MAX) {
		ssmtp_buf_free(&client->sent_stream);
	} else {
		ssmtp_buf_append(&client->sent_stream, out->chunk, out->chunk_len);
	}
}

static void submit_tell_chunk(ssmtp_client *client)
{
	ssmtp_outgoing *out = &client->out;

	submit_keep_stream(client);

	if (client->now->max_transfer_rate > 0) {
		int64_t now_ms = ssmtp_client_now(client);
		int64_t from = out->rate_ready_ms > now_ms ? out->rate_ready_ms : now_ms;

		out->rate_ready_ms = from + (int64_t) out->chunk_len * 1000 / client->now->max_transfer_rate;
	}
	if (submit_listened(client, SSMTP_EVENT_TRANSFER)) {
		client->transfer_chunk = ssmtp_slice_of(out->chunk, out->chunk_len);
		ssmtp_event_transfer(&client->events, out->body_sent, submit_percent(out), client->transfer_chunk);
	}
}

/* Next octets of the body into the chunk. */
static ssmtp_progress submit_fill(ssmtp_client *client)
{
	ssmtp_outgoing *out = &client->out;
	ssmtp_error error = { 0 };

	if (out->rate_ready_ms > ssmtp_client_now(client)) {
		return SSMTP_PROGRESS_WAIT;
	}
	out->chunk_at = out->chunk_len = 0;
	if (!ssmtp_source_read(out->body, out->chunk, sizeof(out->chunk), &out->chunk_len, &error)) {
		ssmtp_session_body_failed(client->connection->session, &error);
		return ssmtp_client_fail(client, &error);
	}
	client->activity_ms = ssmtp_client_now(client);
	if (out->chunk_len == 0) {
		out->body_ended = true;
	} else if (!out->body_begun) {
		out->body_begun = true;
		ssmtp_event_transfer_edge(&client->events, SSMTP_EVENT_START_TRANSFER);
	}
	return ssmtp_events_pending(&client->events) ? SSMTP_PROGRESS_AGAIN : SSMTP_PROGRESS_NEXT;
}

/* EndTransfer comes before the end of mail data leaves, so that a callback that throws still stops the message. */
static ssmtp_progress submit_end(ssmtp_client *client)
{
	ssmtp_outgoing *out = &client->out;

	if (out->body_begun && !out->end_told) {
		out->end_told = true;
		client->transfer_chunk = SSMTP_SLICE_EMPTY;
		ssmtp_event_transfer_edge(&client->events, SSMTP_EVENT_END_TRANSFER);
		if (ssmtp_events_pending(&client->events)) {
			return SSMTP_PROGRESS_AGAIN;
		}
	}
	out->end_given = true;
	ssmtp_session_body_ack(client->connection->session, 0, true);
	return SSMTP_PROGRESS_NEXT;
}

static ssmtp_progress submit_chunk(ssmtp_client *client, uint8_t *dst, size_t room)
{
	ssmtp_outgoing *out = &client->out;
	size_t n = out->chunk_len - out->chunk_at;

	n = n < room ? n : room;
	memcpy(dst, out->chunk + out->chunk_at, n);
	out->chunk_at += n;
	out->body_sent += n;
	ssmtp_session_body_ack(client->connection->session, n, false);
	if (out->chunk_at == out->chunk_len) {
		submit_tell_chunk(client);
	}
	return ssmtp_events_pending(&client->events) ? SSMTP_PROGRESS_AGAIN : SSMTP_PROGRESS_NEXT;
}

/* NEXT: something moved; WAIT: MaxTransferRate holds it back. */
ssmtp_progress ssmtp_submit_body(ssmtp_client *client)
{
	ssmtp_outgoing *out = &client->out;
	size_t room = 0, left = ssmtp_buf_len(&out->header);
	uint8_t *dst;

	if (left == 0 && !out->body_ended && out->chunk_at == out->chunk_len) {
		return submit_fill(client);
	}
	if (out->body_ended) {
		return submit_end(client);
	}
	dst = ssmtp_session_body_buf(client->connection->session, &room);
	if (dst == NULL) {
		return SSMTP_PROGRESS_NEXT; /* without memory the session has failed: its event tells */
	}
	if (room == 0) {
		return SSMTP_PROGRESS_WAIT;
	}
	if (left == 0) {
		return submit_chunk(client, dst, room);
	}
	left = left < room ? left : room;
	memcpy(dst, ssmtp_buf_slice(&out->header).ptr, left);
	ssmtp_buf_consume(&out->header, left);
	ssmtp_session_body_ack(client->connection->session, left, false);
	return SSMTP_PROGRESS_NEXT;
}
