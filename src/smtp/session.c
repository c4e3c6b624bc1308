/* The SMTP session: cursors, window of outstanding replies, events, octets in
 * and out. What each command says is in session_send.c, what each reply means
 * in session_reply.c, how a request begins in session_request.c. */
#include "smtp/session_internal.h"

#include "base/alloc.h"
#include "base/ascii.h"

const session_row ssmtp_session_rows[STATE_COMMAND_COUNT] = {
#define SSMTP_STATE(id, verb, flags, send, reply)                                                             \
	[STATE_##id] = { verb, flags, ssmtp_session_##send, ssmtp_session_##reply },
#include "smtp/states.def"
#undef SSMTP_STATE
};

/* ---- life ---- */

static void session_setup(ssmtp_session *session, const ssmtp_session_options *options)
{
	size_t line_max = options->reply_line_max;

	if (line_max == 0 || line_max > SSMTP_REPLY_LINE_MAX_DEFAULT) {
		line_max = SSMTP_REPLY_LINE_MAX_DEFAULT;
	}
	session->next = STATE_NEW;
	session->trace = true;
	session->settled = true;
	session->allow_extensions = options->allow_extensions;
	session->show_secrets = options->show_secrets;
	session->to_ascii = options->to_ascii;
	session->reply_line_max = line_max;
	ssmtp_buf_init(&session->out, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&session->in, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&session->last_reply, SSMTP_REPLY_OCTETS_MAX);
	ssmtp_buf_init(&session->trace_text, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&session->hello, 1024);
	ssmtp_buf_init_secret(&session->line, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init_secret(&session->auth_response, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init_secret(&session->auth_challenge, SSMTP_REPLY_OCTETS_MAX);
	ssmtp_buf_init(&session->chunk, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_reply_parser_init(&session->parser, line_max);
	session->parser.hidden = &session->hidden;
	if (options->hidden != NULL) {
		session->hidden = *options->hidden;
	}
}

ssmtp_session *ssmtp_session_new(const ssmtp_session_options *options, ssmtp_error *error)
{
	ssmtp_session *session = ssmtp_alloc_zero(sizeof(*session));

	if (session == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	session_setup(session, options);
	if (!ssmtp_path_append_domain(&session->hello, ssmtp_slice_str(options->hello), options->to_ascii, error)) {
		ssmtp_session_free(&session);
	}
	return session;
}

void ssmtp_session_free(ssmtp_session **session)
{
	ssmtp_session *s = *session;

	if (s == NULL) {
		return;
	}
	ssmtp_reply_parser_free(&s->parser);
	ssmtp_buf_free(&s->chunk);
	ssmtp_buf_free(&s->auth_challenge);
	ssmtp_buf_free(&s->auth_response);
	ssmtp_buf_free(&s->line);
	ssmtp_buf_free(&s->hello);
	ssmtp_buf_free(&s->trace_text);
	ssmtp_buf_free(&s->last_reply);
	ssmtp_buf_free(&s->in);
	ssmtp_buf_free(&s->out);
	ssmtp_free(s);
	*session = NULL;
}

/* ---- events ---- */

static bool session_has_event(const ssmtp_session *session)
{
	return session->event_count > 0 || session->trace_rest.len > 0 || session->line_rest.len > 0;
}

ssmtp_session_event *ssmtp_session_push_event(ssmtp_session *session, ssmtp_session_event_type type)
{
	size_t at = (session->event_first + session->event_count) % SESSION_EVENTS;
	ssmtp_session_event *event = &session->events[at];

	/* A judgement makes three events at most, and none is made while one waits. */
	session->event_count++;
	memset(event, 0, sizeof(*event));
	event->type = type;
	return event;
}

static void session_push_trace(ssmtp_session *session, session_state state, ssmtp_slice line)
{
	ssmtp_session_event *event;
	size_t before;

	if (session->event_count == 0) {
		ssmtp_buf_clear(&session->trace_text);
	}
	before = ssmtp_buf_len(&session->trace_text);
	if (!ssmtp_session_trace_line(session, state, line)) {
		ssmtp_session_fail_nomem(session);
		return;
	}
	event = ssmtp_session_push_event(session, SSMTP_SE_TRACE);
	event->text = ssmtp_slice_skip(ssmtp_buf_slice(&session->trace_text), before);
}

bool ssmtp_session_next_event(ssmtp_session *session, ssmtp_session_event *event)
{
	if (!session_has_event(session)) {
		ssmtp_session_pump(session);
	}
	memset(event, 0, sizeof(*event));
	if (session->trace_rest.len > 0) {
		event->type = SSMTP_SE_TRACE;
		event->direction = 1;
		ssmtp_reply_next_raw_line(&session->trace_rest, &event->text);
	} else if (session->line_rest.len > 0) {
		event->type = SSMTP_SE_LINE;
		event->reply = &session->reply;
		ssmtp_reply_next_line(&session->line_rest, &event->text);
	} else if (session->event_count > 0) {
		*event = session->events[session->event_first];
		session->event_first = (session->event_first + 1) % SESSION_EVENTS;
		session->event_count--;
	} else {
		return false;
	}
	/* What follows is done at the next call: the event points into the reply. */
	session->settled = session->settled && session_has_event(session);
	return true;
}

/* ---- failure ---- */

static bool session_is_end_of_data(unsigned state)
{
	return state == STATE_DATA_END || state == STATE_BDAT_LAST;
}

/* An end of mail data that was handed out and has no reply yet. What the server refused before it is refused. */
static bool session_maybe_delivered(const ssmtp_session *session)
{
	for (size_t i = 0; i < session->window_count; i++) {
		const session_pending *pending = &session->window[(session->window_first + i) % SESSION_WINDOW];

		if (session_is_end_of_data(pending->state) &&
			pending->end <= session->exposed && !session->transactions[pending->transaction].refused) {
			return true;
		}
	}
	return false;
}

void ssmtp_session_auth_end(ssmtp_session *session)
{
	ssmtp_buf_free(&session->auth_response);
	ssmtp_buf_free(&session->auth_challenge);
	ssmtp_buf_clear(&session->line);
	/* Clearing wipes as long as the buffer is marked. */
	if (session->out.secret) {
		ssmtp_buf_clear(&session->out);
		session->out.secret = false;
	}
	session->parser.line_max = session->reply_line_max;
	session->sasl = NULL;
	session->auth_response_held = false;
	session->auth_done = false;
	session->auth_rounds = 0;
	ssmtp_error_clear(&session->auth_error);
}

/* The refusal that was being cleaned up after is still the news of this transaction. */
static void session_tell_refusal(ssmtp_session *session)
{
	session_transaction *transaction = session_judged(session);
	ssmtp_session_event *event;

	if (transaction->envelope == NULL || !transaction->refused) {
		return;
	}
	session->event_error = transaction->error;
	event = ssmtp_session_push_event(session, SSMTP_SE_MAIL_DONE);
	event->error = &session->event_error;
}

session_state ssmtp_session_fail(ssmtp_session *session, const ssmtp_error *error)
{
	bool maybe_delivered = session_maybe_delivered(session);
	ssmtp_session_event *event;

	if (session->next == STATE_CLOSED) {
		return STATE_CLOSED;
	}
	session->failure = *error;
	session->failure.maybe_delivered = maybe_delivered || error->maybe_delivered;
	if (session->failure.stage == 0 && session->window_count > 0) {
		session->failure.stage = (uint8_t) (session->window[session->window_first].state + 1);
	}
	session_tell_refusal(session);
	event = ssmtp_session_push_event(session, SSMTP_SE_FAILED);
	event->error = &session->failure;
	event->maybe_delivered = session->failure.maybe_delivered;
	event->reply = error->reply != 0 ? &session->reply : NULL;
	session->next = STATE_CLOSED;
	session->window_count = 0;
	session->reply_waits = false;
	ssmtp_session_auth_end(session);
	ssmtp_buf_free(&session->out);
	ssmtp_buf_free(&session->chunk);
	return STATE_CLOSED;
}

session_state ssmtp_session_fail_nomem(ssmtp_session *session)
{
	ssmtp_error error = { 0 };

	ssmtp_error_nomem(&error);
	return ssmtp_session_fail(session, &error);
}

static session_state session_fail_by(ssmtp_session *session, const char *what, const ssmtp_reply *reply, bool maybe)
{
	ssmtp_error error = { 0 };
	ssmtp_slice text = reply == NULL ? SSMTP_SLICE_EMPTY : ssmtp_slice_head(reply->text, 300);

	ssmtp_error_set(&error, SSMTP_ERROR_PROTOCOL, SSMTP_E_PROTOCOL, "SMTP protocol error: %s%s%.*s", what,
		reply == NULL ? "." : ": ", SSMTP_SLICE_FMT(text));
	if (reply != NULL) {
		/* Whatever was asked: it is the server that is out of step. */
		ssmtp_error_set_reply(&error, SSMTP_SCOPE_SERVER, reply->code, reply->status);
	}
	error.maybe_delivered = maybe;
	return ssmtp_session_fail(session, &error);
}

session_state ssmtp_session_fail_protocol(ssmtp_session *session, const char *what, const ssmtp_reply *reply)
{
	return session_fail_by(session, what, reply, false);
}

static session_state session_fail_dropped(ssmtp_session *session)
{
	ssmtp_error error = { 0 };

	ssmtp_error_set(&error, SSMTP_ERROR_DROPPED, SSMTP_E_DROPPED, "%s", ssmtp_error_sentence(SSMTP_E_DROPPED));
	/* RFC 3463 3.5: X.4.2, bad connection. */
	error.status[0] = 4;
	error.status[1] = 4;
	error.status[2] = 2;
	return ssmtp_session_fail(session, &error);
}

/* ---- the sender ---- */

static session_pending *session_push_pending(ssmtp_session *session)
{
	size_t at = (session->window_first + session->window_count) % SESSION_WINDOW;

	session->window_count++;
	return &session->window[at];
}

static bool session_offers(const ssmtp_session *session, uint32_t flag)
{
	return (session->capabilities.flags & flag) != 0;
}

/* May the next command leave before the outstanding replies are here? RFC 2920
 * section 3.1, decision 15. */
static bool session_window_open(const ssmtp_session *session)
{
	const session_pending *newest;

	if (session->window_count == 0) {
		return true;
	}
	newest = ssmtp_session_newest(session);
	if (!session_offers(session, SSMTP_CAP_PIPELINING) || session->window_count == SESSION_WINDOW ||
		ssmtp_buf_len(&session->out) >= SESSION_SEND_MARK) {
		return false;
	}
	if ((ssmtp_session_rows[newest->state].flags & LAST_IN_GROUP) != 0 ||
		(ssmtp_session_rows[session->next].flags & ALONE) != 0) {
		return false;
	}
	return session->next != STATE_DATA || session->transactions[session->sending].data_in_group;
}

/* Builds one command into the send buffer. */
static void session_build(ssmtp_session *session)
{
	session_state state = session->next;
	size_t before = ssmtp_buf_len(&session->out);
	session_pending *pending = session_push_pending(session);
	session_state next;
	ssmtp_slice line;

	*pending = (session_pending){
		.recipient = (uint32_t) session->recipient,
		.state = (uint8_t) state,
		.transaction = (uint8_t) session->sending,
	};
	next = ssmtp_session_rows[state].send(session);
	if (next == STATE_CLOSED) {
		session->window_count--;
		ssmtp_session_fail_nomem(session);
		return;
	}
	pending->end = session->acked + ssmtp_buf_len(&session->out);
	session->next = next;
	line = ssmtp_slice_skip(ssmtp_buf_slice(&session->out), before);
	line = ssmtp_slice_head(line, ssmtp_slice_find(line, '\r'));
	if (session->trace && state != STATE_GREETING && (ssmtp_session_rows[state].flags & UNTRACED) == 0) {
		session_push_trace(session, state, line);
	}
}

/* ---- the receiver ---- */

static bool session_has_input(const ssmtp_session *session)
{
	return ssmtp_buf_len(&session->in) > 0 || !ssmtp_reply_parser_is_empty(&session->parser);
}

/* Answers this reply a command that the session sent by itself? */
static bool session_is_tidying(const ssmtp_session *session)
{
	return session->window_count > 0 &&
		(ssmtp_session_rows[session->window[session->window_first].state].flags & TIDYING) != 0;
}

/* The mechanism reads its challenge as it came, whatever is shown of it. */
static bool session_keep_challenge(ssmtp_session *session)
{
	ssmtp_slice rest = session->reply.text;
	ssmtp_slice line = SSMTP_SLICE_EMPTY;

	ssmtp_buf_clear(&session->auth_challenge);
	if (session->sasl == NULL || session->reply.code != 334) {
		return true;
	}
	ssmtp_reply_next_line(&rest, &line);
	return ssmtp_buf_append_slice(&session->auth_challenge, ssmtp_slice_trim(line));
}

/* A reply is complete: masked, kept as the last one, traced before it is judged. */
static void session_take_reply(ssmtp_session *session)
{
	if (!session_keep_challenge(session)) {
		ssmtp_session_fail_nomem(session);
		return;
	}
	ssmtp_reply_mask(&session->parser, &session->reply);
	if (!session_is_tidying(session)) {
		ssmtp_buf_clear(&session->last_reply);
		/* Without memory there is none to read: what the reply says still holds. */
		(void) ssmtp_buf_append_slice(&session->last_reply, session->reply.text);
	}
	session->reply_waits = true;
	session->replies++;
	session->trace_rest = session->trace ? session->reply.text : SSMTP_SLICE_EMPTY;
}

/* Takes octets up to the end of a reply. False when more are needed. */
static bool session_feed(ssmtp_session *session)
{
	ssmtp_slice input = ssmtp_buf_slice(&session->in);
	size_t before = input.len;
	ssmtp_error error = { 0 };
	bool whole = ssmtp_reply_feed(&session->parser, &input, &session->reply, &error);

	ssmtp_buf_consume(&session->in, before - input.len);
	if (ssmtp_error_is_set(&error)) {
		ssmtp_session_fail(session, &error);
		return true;
	}
	if (whole) {
		session_take_reply(session);
	}
	return whole;
}

/* True when there is something to do. */
static bool session_parse(ssmtp_session *session)
{
	bool has_octets = session->next != STATE_NEW && ssmtp_buf_len(&session->in) > 0;

	if (has_octets && session->next == STATE_TLS) {
		/* RFC 3207 section 6: whoever put them there is not protected by TLS. */
		ssmtp_session_fail_protocol(session, "octets behind the 220 to STARTTLS", NULL);
		return true;
	}
	if (has_octets && session_feed(session)) {
		return true;
	}
	return session->eof && session_fail_dropped(session) == STATE_CLOSED;
}

static session_state session_fail_421(ssmtp_session *session, uint8_t stage, const ssmtp_reply *reply)
{
	ssmtp_error error = { 0 };

	ssmtp_error_set(&error, SSMTP_ERROR_REPLY, SSMTP_E_PROTOCOL, "SMTP protocol error: %.*s",
		SSMTP_SLICE_FMT(ssmtp_slice_head(reply->text, 400)));
	ssmtp_error_set_reply(&error, SSMTP_SCOPE_SERVER, reply->code, reply->status);
	error.stage = stage;
	/* It closes: what stands behind the command that it answers is not looked at any more. */
	session->window_count = 0;
	return ssmtp_session_fail(session, &error);
}

/* RFC 5321 3.8: 421 may answer anything, the server then closes. */
static session_state session_judge_421(ssmtp_session *session, const session_pending *pending, const ssmtp_reply *reply)
{
	if (pending->state == STATE_COMMAND || pending->state == STATE_QUIT) {
		ssmtp_session_push_event(session, SSMTP_SE_COMMAND_DONE)->reply = reply;
		if (pending->state == STATE_QUIT) {
			return STATE_CLOSED;
		}
	}
	return session_fail_421(session, (uint8_t) (pending->state + 1), reply);
}

static session_state session_judge_by_row(
	ssmtp_session *session, const session_pending *pending, const ssmtp_reply *reply)
{
	const session_row *row = &ssmtp_session_rows[pending->state];

	if (reply->code == 421) {
		return session_judge_421(session, pending, reply);
	}
	if (reply->code / 100 == 3 && (row->flags & INTERMEDIATE) == 0) {
		/* It is neither yes nor no to a message that has left. */
		return session_fail_by(session, "an intermediate reply may not stand here", reply,
			session_is_end_of_data(pending->state) && !session->transactions[pending->transaction].refused);
	}
	return row->reply(session, pending, reply);
}

/* What waits unread is a 421, or the beginning of one. */
static bool session_421_waits(const ssmtp_session *session)
{
	ssmtp_slice octets = ssmtp_reply_parser_is_empty(&session->parser) ? ssmtp_buf_slice(&session->in)
																	   : ssmtp_buf_slice(&session->parser.text);

	return session->reply_waits ? session->reply.code == 421
								: ssmtp_slice_equal(ssmtp_slice_head(octets, 3), SSMTP_SLICE("421"));
}

bool ssmtp_session_is_left(const ssmtp_session *session)
{
	return session->next == STATE_CLOSED || session->eof || session_421_waits(session);
}

/* Nothing is outstanding: what has arrived behind the last reply was written before the server saw what we send
 * next. In IDLE it is read as a reply first, so that the reason of a server that leaves can be told; so is a 421,
 * which may be sent at any time (RFC 5321 3.8). */
static void session_refuse_rest(ssmtp_session *session)
{
	if (session->next == STATE_IDLE || session->next == STATE_CLOSED || session->window_count > 0 ||
		!session_has_input(session) || (session->next != STATE_TLS && session_421_waits(session))) {
		return;
	}
	ssmtp_session_fail_protocol(session,
		session->next == STATE_TLS ? "octets behind the 220 to STARTTLS" : "octets nobody asked for behind a reply",
		NULL);
}

static void session_judge_reply(ssmtp_session *session)
{
	session_pending pending = session->window[session->window_first];
	session_state next;

	session->reply_waits = false;
	/* A reply to what has not left yet answers something else. */
	if (session->window_count == 0 || pending.end > session->acked) {
		if (session->reply.code == 421) {
			session_fail_421(session, 0, &session->reply);
			return;
		}
		ssmtp_session_fail_protocol(session, "a reply nobody asked for", &session->reply);
		return;
	}
	session->window_first = (session->window_first + 1) % SESSION_WINDOW;
	session->window_count--;
	next = session_judge_by_row(session, &pending, &session->reply);
	if (next != STATE_KEEP) {
		session->next = next;
	}
	session_refuse_rest(session);
}

void ssmtp_session_pump(ssmtp_session *session)
{
	session->settled = false;
	while (!session_has_event(session)) {
		if (session->reply_waits) {
			session_judge_reply(session);
		} else if (session->next == STATE_CLOSED) {
			session->settled = true;
			return;
		} else if (session->next == STATE_RSET_AFTER && session->window_count == 0 && !session->transaction_open) {
			session->next = ssmtp_session_end_refused(session);
		} else if (session_state_is_command(session->next) && session_window_open(session)) {
			session_build(session);
		} else if (!session_parse(session)) {
			session->settled = true;
			return;
		}
	}
}

/* ---- octets ---- */

static bool session_body_wanted(const ssmtp_session *session)
{
	if (session->next != STATE_BODY || ssmtp_buf_len(&session->out) >= SESSION_SEND_MARK) {
		return false;
	}
	/* BDAT chunks need a reply each; without PIPELINING one at a time. */
	return session->window_count == 0 ||
		   (session_offers(session, SSMTP_CAP_PIPELINING) && session->window_count < SESSION_WINDOW);
}

unsigned ssmtp_session_wants(const ssmtp_session *session)
{
	unsigned wants = 0;

	if (session_has_event(session) || !session->settled) {
		return SSMTP_WANT_EVENT;
	}
	if (session->next == STATE_CLOSED) {
		return SSMTP_WANT_CLOSED;
	}
	wants |= ssmtp_buf_len(&session->out) > 0 ? SSMTP_WANT_SEND : 0;
	wants |= session->window_count > 0 ? SSMTP_WANT_RECV : 0;
	wants |= session_body_wanted(session) ? SSMTP_WANT_BODY : 0;
	wants |= session->next == STATE_TLS ? SSMTP_WANT_TLS : 0;
	wants |= session->next == STATE_IDLE || session->next == STATE_NEW ? SSMTP_WANT_IDLE : 0;
	return wants;
}

void ssmtp_session_set_trace(ssmtp_session *session, bool trace)
{
	session->trace = trace;
}

const uint8_t *ssmtp_session_send_buf(ssmtp_session *session, size_t *len)
{
	ssmtp_slice out = ssmtp_buf_slice(&session->out);

	*len = out.len;
	session->exposed = session->acked + out.len;
	return out.ptr;
}

void ssmtp_session_send_ack(ssmtp_session *session, size_t n)
{
	if (session->next == STATE_CLOSED || n == 0) {
		return;
	}
	ssmtp_buf_consume(&session->out, n);
	session->acked += n;
	ssmtp_session_pump(session);
}

uint8_t *ssmtp_session_recv_buf(ssmtp_session *session, size_t *room)
{
	*room = 0;
	if (!ssmtp_buf_reserve(&session->in, SESSION_RECV_ROOM)) {
		ssmtp_session_fail_nomem(session);
		return NULL;
	}
	return ssmtp_buf_tail(&session->in, room);
}

void ssmtp_session_recv_ack(ssmtp_session *session, size_t n)
{
	ssmtp_buf_commit(&session->in, n);
	ssmtp_session_pump(session);
}

uint8_t *ssmtp_session_body_buf(ssmtp_session *session, size_t *room)
{
	bool chunked = session_sent(session)->chunked;
	uint8_t *at;

	*room = 0;
	if (session->next != STATE_BODY) {
		return NULL;
	}
	at = ssmtp_data_room(chunked ? &session->chunk : &session->out, room);
	if (at == NULL) {
		ssmtp_session_fail_nomem(session);
	}
	return at;
}

void ssmtp_session_body_ack(ssmtp_session *session, size_t n, bool end)
{
	bool chunked = session_sent(session)->chunked;

	if (session->next != STATE_BODY) {
		return;
	}
	if (n > 0) {
		ssmtp_data_commit(&session->writer, chunked ? &session->chunk : &session->out, n);
	}
	if (end) {
		session->next = chunked ? STATE_BDAT_LAST : STATE_DATA_END;
	} else if (chunked && ssmtp_buf_len(&session->chunk) >= SESSION_BDAT_OCTETS) {
		session->next = STATE_BDAT;
	}
	ssmtp_session_pump(session);
}

bool ssmtp_session_awaits_greeting(const ssmtp_session *session)
{
	return session->window_count > 0 && session->window[session->window_first].state == STATE_GREETING;
}

const char *ssmtp_session_awaits(const ssmtp_session *session)
{
	session_state state = session->window_count > 0 ? session->window[session->window_first].state : session->next;

	if (state == STATE_BODY || state == STATE_BDAT) {
		return "the mail data";
	}
	if (state == STATE_DATA_END || state == STATE_BDAT_LAST || state == STATE_LONE_DOT) {
		return "the end of mail data";
	}
	return session_state_is_command(state) && ssmtp_session_rows[state].verb[0] != '\0' ? ssmtp_session_rows[state].verb
																						: "the command";
}

uint64_t ssmtp_session_replies(const ssmtp_session *session)
{
	return session->replies;
}

/* ---- the outside ---- */

void ssmtp_session_tls_started(ssmtp_session *session)
{
	session->tls_active = true;
	if (session->next != STATE_TLS) {
		return;
	}
	/* RFC 3207 section 4.2: what the server said in clear text may have been
	 * put there by someone else. Forget it, capabilities included. */
	ssmtp_capabilities_reset(&session->capabilities);
	ssmtp_buf_clear(&session->last_reply);
	session->opened = false;
	if (session_has_input(session)) {
		ssmtp_session_fail_protocol(session, "octets behind the 220 to STARTTLS", NULL);
		return;
	}
	session->next = STATE_EHLO;
	ssmtp_session_pump(session);
}

void ssmtp_session_peer_closed(ssmtp_session *session)
{
	session->eof = true;
	ssmtp_session_pump(session);
}

void ssmtp_session_io_failed(ssmtp_session *session, const ssmtp_error *error)
{
	ssmtp_session_fail(session, error);
}

void ssmtp_session_body_failed(ssmtp_session *session, const ssmtp_error *error)
{
	ssmtp_session_fail(session, error);
}

const ssmtp_capabilities *ssmtp_session_capabilities(const ssmtp_session *session)
{
	return &session->capabilities;
}

ssmtp_slice ssmtp_session_last_reply(const ssmtp_session *session)
{
	return ssmtp_buf_slice(&session->last_reply);
}

void ssmtp_session_hide(ssmtp_session *session, ssmtp_slice secret)
{
	ssmtp_hidden_add(&session->hidden, secret);
}

bool ssmtp_session_has_unread(const ssmtp_session *session)
{
	return session_has_input(session) || session->reply_waits;
}
