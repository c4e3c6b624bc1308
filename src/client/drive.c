/* Moves octets between the session and the transport. No frame of this file
 * is on the stack when a callback runs: it returns as soon as an event waits. */
#include "client/client_priv.h"

/* The transaction is over. An accepted message stays accepted: what could not be kept of the reply for want of memory
 * is missing in the report, and that is all. */
static void drive_mail_done(ssmtp_client *client, const ssmtp_session_event *event)
{
	static const uint16_t none[3] = { 0, 0, 0 };
	const ssmtp_reply *reply = event->reply;
	bool kept = ssmtp_result_finish(&client->result, event->accepted, reply == NULL ? 0 : reply->code,
		reply == NULL ? none : reply->status, reply == NULL ? SSMTP_SLICE_EMPTY : reply->text);

	client->seen |= SSMTP_SEEN_MAIL_DONE;
	/* A server that takes its leave at the first message of a connection would do so at each new one, without end. */
	client->connection->kept = client->connection->kept || event->accepted || !ssmtp_revive_helps(event->error);
	if (!event->accepted) {
		client->pending_refusal = *event->error;
		client->events.memory_lost |= !kept;
	}
}

/* Copies what the session says; its texts live until its next call only. */
static void drive_event(ssmtp_client *client, const ssmtp_session_event *event)
{
	switch (event->type) {
	case SSMTP_SE_TRACE:
		ssmtp_event_trail(&client->events, event->direction, event->text);
		break;
	case SSMTP_SE_READY:
		client->seen |= SSMTP_SEEN_READY;
		break;
	case SSMTP_SE_AUTH_DONE:
		client->seen |= SSMTP_SEEN_AUTH_DONE;
		break;
	case SSMTP_SE_RECIPIENT:
		ssmtp_submit_recipient(client, event);
		break;
	case SSMTP_SE_BODY_BEGIN:
		client->seen |= SSMTP_SEEN_BODY_BEGIN;
		client->out.begun = true;
		break;
	case SSMTP_SE_BODY_END:
		break;
	case SSMTP_SE_MAIL_DONE:
		drive_mail_done(client, event);
		break;
	case SSMTP_SE_COMMAND_DONE:
		client->seen |= SSMTP_SEEN_COMMAND_DONE;
		client->command_code = event->reply == NULL ? 0 : event->reply->code;
		break;
	case SSMTP_SE_LINE:
		ssmtp_event_expand(&client->events, event->text);
		break;
	case SSMTP_SE_REFUSED:
		client->seen |= SSMTP_SEEN_REFUSED;
		client->pending_refusal = *event->error;
		break;
	case SSMTP_SE_FAILED:
		if (client->phase == SSMTP_PHASE_RUNNING) {
			ssmtp_submit_cut(client, event->maybe_delivered);
		}
		if (!ssmtp_error_is_set(&client->pending_refusal)) {
			client->pending_refusal = *event->error;
			client->pending_refusal.maybe_delivered = event->maybe_delivered;
		}
		break;
	}
}

/* Timeout is for a whole reply (RFC 5321 4.5.3.2): one that trickles is not here yet. */
static void drive_note_replies(ssmtp_client *client)
{
	uint64_t replies = ssmtp_session_replies(client->connection->session);

	if (client->connection->replies != replies) {
		client->connection->replies = replies;
		client->connection->heard_ms = client->activity_ms = ssmtp_client_now(client);
	}
}

static void drive_failed(ssmtp_client *client, const ssmtp_error *error)
{
	ssmtp_session_io_failed(client->connection->session, error);
}

/* True when octets moved or the session learnt something. */
static bool drive_write(ssmtp_client *client)
{
	ssmtp_error error = { 0 };
	size_t len, n = 0;
	const uint8_t *octets = ssmtp_session_send_buf(client->connection->session, &len);
	ssmtp_io io = client->connection->top->vtable->write(client->connection->top, octets, len, &n, &error);

	client->connection->write_io = io;
	if (io == SSMTP_IO_DONE) {
		ssmtp_session_send_ack(client->connection->session, n);
		client->activity_ms = ssmtp_client_now(client);
		client->connection->may_read = false; /* the answer cannot be here yet: wait, then read once */
		return true;
	}
	if (io == SSMTP_IO_END) {
		ssmtp_error_set(&error, SSMTP_ERROR_DROPPED, SSMTP_E_DROPPED, "%s", ssmtp_error_sentence(SSMTP_E_DROPPED));
	}
	if (io == SSMTP_IO_END || io == SSMTP_IO_ERROR) {
		/* A server that refused and left has said why before: that is read first. */
		client->connection->write_error = error;
		return true;
	}
	return false;
}

static bool drive_pending(const ssmtp_client *client)
{
	ssmtp_transport *top = client->connection->top;

	return top->vtable->pending != NULL && top->vtable->pending(top);
}

typedef ssmtp_io drive_reader(
	ssmtp_transport *transport, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error);

/* False when nothing came. */
static bool drive_read_by(ssmtp_client *client, drive_reader *reader)
{
	ssmtp_error error = { 0 };
	size_t room, n = 0;
	uint8_t *octets = ssmtp_session_recv_buf(client->connection->session, &room);
	ssmtp_io io;

	if (octets == NULL || room == 0) {
		ssmtp_error_nomem(&error);
		drive_failed(client, &error);
		return true;
	}
	io = reader(client->connection->top, octets, room, &n, &error);
	client->connection->read_io = io;
	/* A short read emptied the socket: the next one would only say so. */
	client->connection->may_read = io == SSMTP_IO_DONE && (n == room || drive_pending(client));
	if (io == SSMTP_IO_DONE) {
		ssmtp_session_recv_ack(client->connection->session, n);
	} else if (io == SSMTP_IO_END) {
		ssmtp_session_peer_closed(client->connection->session);
	} else if (io == SSMTP_IO_ERROR) {
		drive_failed(client, &error);
	} else {
		return false;
	}
	return true;
}

static bool drive_read(ssmtp_client *client)
{
	return drive_read_by(client, client->connection->top->vtable->read);
}

/* Nothing but a reply is waited for, and for long enough by the system's clock: another one is not what the read ends
 * by. */
static bool drive_can_await(const ssmtp_client *client)
{
	const ssmtp_connection *connection = client->connection;

	return client->hooks.now_ms == NULL && connection->session != NULL && connection->top != NULL
		&& connection->top->vtable->await != NULL
		&& connection->read_io != SSMTP_IO_WANT_WRITE && ssmtp_session_wants(connection->session) == SSMTP_WANT_RECV
		&& ssmtp_client_deadline(client) >= ssmtp_client_now(client) + SSMTP_AWAIT_MS;
}

bool ssmtp_client_drive_await(ssmtp_client *client)
{
	if (!drive_can_await(client)) {
		return false;
	}
	(void) drive_read_by(client, client->connection->top->vtable->await);
	return client->connection->read_io != SSMTP_IO_WAIT;
}

/* Nothing can be written any more. What the server said before is judged as if it could; then the session fails. */
static void drive_read_last(ssmtp_client *client)
{
	if (!drive_read(client)) {
		drive_failed(client, &client->connection->write_error);
	}
}

/* What follows is the next message's, or a fault that cannot take back that this one was accepted. */
static bool drive_message_is_over(const ssmtp_client *client)
{
	return (client->seen & SSMTP_SEEN_MAIL_DONE) != 0
		&& (client->queue != NULL || !ssmtp_error_is_set(&client->pending_refusal));
}

static void drive_take_events(ssmtp_client *client)
{
	ssmtp_session_event event;

	while (!drive_message_is_over(client) && ssmtp_session_next_event(client->connection->session, &event)) {
		drive_event(client, &event);
	}
}

/* Octets that are here; an error is left for the next one who reads. */
static bool drive_read_here(ssmtp_client *client)
{
	ssmtp_error ignored = { 0 };
	ssmtp_transport *top = client->connection->top;
	size_t room, n = 0;
	uint8_t *octets = ssmtp_session_recv_buf(client->connection->session, &room);

	if (octets == NULL || room == 0 || top->vtable->read(top, octets, room, &n, &ignored) != SSMTP_IO_DONE) {
		return false;
	}
	ssmtp_session_recv_ack(client->connection->session, n);
	return true;
}

void ssmtp_client_drive_here(ssmtp_client *client)
{
	const ssmtp_connection *connection = client->connection;

	if (connection->session == NULL || connection->top == NULL) {
		return;
	}
	do {
		drive_take_events(client);
	} while (!drive_message_is_over(client) && (ssmtp_session_wants(connection->session) & SSMTP_WANT_RECV)
		&& drive_read_here(client));
}

bool ssmtp_client_is_left(ssmtp_client *client)
{
	ssmtp_connection *connection = client->connection;

	/* In a forked child the connection is the parent's, and so is what comes over it. */
	if (connection->session == NULL || connection->process_id != ssmtp_net_process_id()) {
		return false;
	}
	if (!ssmtp_session_is_left(connection->session)) {
		(void) drive_read(client);
	}
	return ssmtp_session_is_left(connection->session);
}

static ssmtp_progress drive_closed(ssmtp_client *client)
{
	ssmtp_error error = { 0 };

	if (ssmtp_error_is_set(&client->pending_refusal)) {
		return ssmtp_client_fail(client, &client->pending_refusal);
	}
	ssmtp_error_set(&error, SSMTP_ERROR_DROPPED, SSMTP_E_DROPPED, "The server closed the connection.");
	return ssmtp_client_fail(client, &error);
}

ssmtp_progress ssmtp_client_drive(ssmtp_client *client)
{
	ssmtp_session_event event;
	ssmtp_progress progress;
	unsigned wants, seen = client->seen;

	ssmtp_session_set_trace(
		client->connection->session, ssmtp_events_wanted(&client->events, SSMTP_EVENT_PI_TRAIL));
	for (;;) {
		if (ssmtp_events_pending(&client->events) || client->events.memory_lost) {
			return SSMTP_PROGRESS_AGAIN;
		}
		if (drive_message_is_over(client)) {
			return SSMTP_PROGRESS_AGAIN;
		}
		if (ssmtp_session_next_event(client->connection->session, &event)) {
			drive_event(client, &event);
			continue;
		}
		drive_note_replies(client);
		wants = ssmtp_session_wants(client->connection->session);
		if (wants & SSMTP_WANT_CLOSED) {
			return drive_closed(client);
		}
		if (client->seen != seen || (wants & SSMTP_WANT_TLS)) {
			return SSMTP_PROGRESS_AGAIN; /* the stage looks at it */
		}
		if (ssmtp_error_is_set(&client->connection->write_error)) {
			drive_read_last(client);
			continue;
		}
		/* The body first: header section, body and end of mail data then leave in one write. */
		if (wants & SSMTP_WANT_BODY) {
			progress = ssmtp_submit_body(client);
			if (progress == SSMTP_PROGRESS_NEXT) {
				continue;
			}
			if (progress != SSMTP_PROGRESS_WAIT) {
				return progress;
			}
		}
		if ((wants & SSMTP_WANT_SEND) && drive_write(client)) {
			continue;
		}
		if (client->connection->may_read && drive_read(client)) {
			continue;
		}
		return SSMTP_PROGRESS_WAIT;
	}
}
