/* What each reply means. Every function judges one reply and returns the state
 * of the sender that follows; STATE_KEEP: it goes on as it was. 421, replies
 * nobody asked for and 3xx out of place are dealt with in session.c. */
#include "smtp/session_internal.h"

#include <stdio.h>

#include "base/ascii.h"
#include "base/base64.h"

static bool reply_is_positive(const ssmtp_reply *reply)
{
	return reply->code / 100 == 2;
}

/* Whom the command of a state is about; the server where the row is empty. */
static const uint8_t reply_scopes[STATE_COMMAND_COUNT] = {
	[STATE_AUTH] = SSMTP_SCOPE_LOGIN,
	[STATE_AUTH_RESPONSE] = SSMTP_SCOPE_LOGIN,
	[STATE_AUTH_CANCEL] = SSMTP_SCOPE_LOGIN,
	[STATE_MAIL] = SSMTP_SCOPE_MESSAGE,
	[STATE_RCPT] = SSMTP_SCOPE_RECIPIENT,
	[STATE_DATA] = SSMTP_SCOPE_MESSAGE,
	[STATE_DATA_END] = SSMTP_SCOPE_MESSAGE,
	[STATE_BDAT] = SSMTP_SCOPE_MESSAGE,
	[STATE_BDAT_LAST] = SSMTP_SCOPE_MESSAGE,
};

/* Reply and stage of an error that is set, and whom it concerns. */
static void reply_note(ssmtp_error *error, session_state state, const ssmtp_reply *reply)
{
	uint8_t asked = reply_scopes[state];

	ssmtp_error_set_reply(error, asked == SSMTP_SCOPE_NONE ? SSMTP_SCOPE_SERVER : asked, reply->code, reply->status);
	error->stage = (uint8_t) (state + 1);
}

/* Replaces *error by the refusal: spec errors section 2, 161 is "SMTP protocol
 * error: " and the server's reply. */
static void reply_refusal(
	ssmtp_error *error, const session_pending *pending, const ssmtp_reply *reply, const char *what)
{
	ssmtp_error_clear(error);
	ssmtp_error_set(error, SSMTP_ERROR_REPLY, SSMTP_E_PROTOCOL, "SMTP protocol error: %.*s (reply to %s)",
		SSMTP_SLICE_FMT(ssmtp_slice_head(reply->text, 300)), what);
	reply_note(error, pending->state, reply);
}

/* The request is over with REFUSED, the session in step. */
static session_state reply_refuse_request(ssmtp_session *session)
{
	ssmtp_session_event *event = ssmtp_session_push_event(session, SSMTP_SE_REFUSED);

	event->error = &session->event_error;
	event->reply = &session->reply;
	return STATE_IDLE;
}

/* ---- greeting, EHLO, STARTTLS ---- */

session_state ssmtp_session_reply_greeting(
	ssmtp_session *session, const session_pending *pending, const ssmtp_reply *reply)
{
	if (reply->code == 220) {
		return session->allow_extensions ? STATE_EHLO : STATE_HELO;
	}
	/* RFC 5321 3.1: 554 instead of 220 leaves nothing but QUIT. */
	reply_refusal(&session->event_error, pending, reply, "the connection");
	return reply_refuse_request(session);
}

static session_state reply_ready(ssmtp_session *session, const ssmtp_reply *reply)
{
	session->opened = true;
	ssmtp_session_push_event(session, SSMTP_SE_READY)->reply = reply;
	return STATE_IDLE;
}

session_state ssmtp_session_reply_ehlo(ssmtp_session *session, const session_pending *pending, const ssmtp_reply *reply)
{
	ssmtp_slice rest = reply->text;
	ssmtp_slice line;

	/* RFC 5321 3.2: a server that knows no EHLO may know HELO. */
	if (reply->code / 100 == 5) {
		return STATE_HELO;
	}
	if (reply->code != 250) {
		reply_refusal(&session->event_error, pending, reply, "EHLO");
		return reply_refuse_request(session);
	}
	ssmtp_capabilities_reset(&session->capabilities);
	/* RFC 5321 section 4.1.4: EHLO clears the buffers as RSET does. */
	session->transaction_open = false;
	session->capabilities.esmtp = true;
	/* The first line names the server, the others are keywords. */
	ssmtp_reply_next_line(&rest, &line);
	while (ssmtp_reply_next_line(&rest, &line)) {
		ssmtp_capabilities_add_line(&session->capabilities, line);
	}
	return reply_ready(session, reply);
}

session_state ssmtp_session_reply_helo(ssmtp_session *session, const session_pending *pending, const ssmtp_reply *reply)
{
	if (reply->code != 250) {
		reply_refusal(&session->event_error, pending, reply, "HELO");
		return reply_refuse_request(session);
	}
	ssmtp_capabilities_reset(&session->capabilities);
	return reply_ready(session, reply);
}

session_state ssmtp_session_reply_starttls(
	ssmtp_session *session, const session_pending *pending, const ssmtp_reply *reply)
{
	if (reply->code == 220) {
		return STATE_TLS;
	}
	if (reply_is_positive(reply)) {
		return ssmtp_session_fail_protocol(session, "STARTTLS is answered by 220 only", reply);
	}
	reply_refusal(&session->event_error, pending, reply, "STARTTLS");
	return reply_refuse_request(session);
}

/* ---- AUTH (RFC 4954 section 4) ---- */

/* RFC 4954 sections 4 and 6: what the code means for whoever has to put it right. */
static const struct {
	uint16_t code;
	const char *advice;
} reply_auth_advices[] = {
	{ 432, "the account has to log in once with PLAIN or LOGIN under TLS before the server can use this mechanism" },
	{ 454, "the server cannot check passwords now: the password need not be wrong, try later" },
	{ 534, "the server allows this account stronger mechanisms only: choose another AuthMechanism, or an application "
		   "password" },
	{ 538, "the server takes this mechanism under TLS only: set SSLStartMode to 2 (STARTTLS) or 1 (implicit TLS)" },
};

static void reply_auth_advise(ssmtp_error *error, uint16_t code)
{
	for (size_t i = 0; i < sizeof(reply_auth_advices) / sizeof(reply_auth_advices[0]); i++) {
		if (reply_auth_advices[i].code == code) {
			ssmtp_error_append(error, "; %s.", reply_auth_advices[i].advice);
		}
	}
}

static session_state reply_auth_refused(
	ssmtp_session *session, const session_pending *pending, const ssmtp_reply *reply)
{
	char what[64];

	snprintf(what, sizeof(what), "AUTH %s", session->sasl->vtable->name);
	reply_refusal(&session->event_error, pending, reply, what);
	session->event_error.kind = SSMTP_ERROR_AUTH;
	if (ssmtp_error_is_set(&session->auth_error)) {
		ssmtp_error_append(&session->event_error, ": %s", session->auth_error.text);
	}
	reply_auth_advise(&session->event_error, reply->code);
	ssmtp_session_auth_end(session);
	return reply_refuse_request(session);
}

/* The exchange cannot go on: "*" and the server answers with 501. */
static session_state reply_auth_cancel(ssmtp_session *session, const char *why)
{
	if (why != NULL) {
		ssmtp_error_clear(&session->auth_error);
		ssmtp_error_set(&session->auth_error, SSMTP_ERROR_AUTH, SSMTP_E_PROTOCOL, "SMTP protocol error: AUTH %s: %s.",
			session->sasl->vtable->name, why);
	}
	return STATE_AUTH_CANCEL;
}

/* One line of Base64; the buffer has room for it already. */
static bool reply_decode_challenge(const ssmtp_session *session, const ssmtp_reply *reply, ssmtp_buf *challenge)
{
	return reply->lines == 1 && ssmtp_base64_decode(challenge, ssmtp_buf_slice(&session->auth_challenge));
}

static session_state reply_auth_step(ssmtp_session *session, ssmtp_slice challenge)
{
	ssmtp_sasl_status status;

	ssmtp_error_clear(&session->auth_error);
	status = session->sasl->vtable->step(session->sasl, challenge, &session->auth_response, &session->auth_error);
	if (session->auth_error.kind == SSMTP_ERROR_NOMEM) {
		return ssmtp_session_fail_nomem(session);
	}
	/* What a mechanism tells of a challenge is the server's as much as a reply. */
	ssmtp_hidden_mask_text(&session->hidden, session->auth_error.text);
	if (status == SSMTP_SASL_FAILED) {
		return reply_auth_cancel(
			session, ssmtp_error_is_set(&session->auth_error) ? NULL : "the server's challenge cannot be answered");
	}
	session->auth_done = status == SSMTP_SASL_DONE;
	if (SSMTP_BASE64_LEN(ssmtp_buf_len(&session->auth_response)) > SESSION_AUTH_LINE_MAX - 2) {
		return reply_auth_cancel(session, "the response is longer than a line of the exchange can be");
	}
	return STATE_AUTH_RESPONSE;
}

static session_state reply_auth_challenge(ssmtp_session *session, const ssmtp_reply *reply)
{
	ssmtp_buf challenge;
	session_state next;

	/* The initial response that did not fit: the empty challenge asks for it. */
	if (session->auth_response_held) {
		session->auth_response_held = false;
		return STATE_AUTH_RESPONSE;
	}
	if (session->auth_done) {
		return reply_auth_cancel(session, "the server asks for more than the mechanism has");
	}
	if (++session->auth_rounds > SESSION_AUTH_ROUNDS_MAX) {
		return reply_auth_cancel(session, "the exchange has too many rounds");
	}
	ssmtp_buf_init_secret(&challenge, SSMTP_REPLY_OCTETS_MAX);
	if (!ssmtp_buf_reserve(&challenge, ssmtp_buf_len(&session->auth_challenge) + 1)) {
		return ssmtp_session_fail_nomem(session);
	}
	/* An empty challenge is a challenge: its pointer is not NULL. */
	next = reply_decode_challenge(session, reply, &challenge)
			   ? reply_auth_step(session, ssmtp_buf_slice(&challenge))
			   : reply_auth_cancel(session, "the server's challenge is not Base64");
	ssmtp_buf_free(&challenge);
	return next;
}

/* A 235 before that lets nobody in: it is out of step at best. */
static bool reply_auth_is_complete(const ssmtp_session *session)
{
	const ssmtp_sasl_vtable *mechanism = session->sasl->vtable;

	if (session->auth_response_held) {
		return false;
	}
	return mechanism->complete != NULL ? mechanism->complete(session->sasl) : session->auth_done;
}

session_state ssmtp_session_reply_auth(ssmtp_session *session, const session_pending *pending, const ssmtp_reply *reply)
{
	const ssmtp_sasl_vtable *mechanism = session->sasl->vtable;

	if (reply->code == 334) {
		return reply_auth_challenge(session, reply);
	}
	if (reply->code / 100 >= 4) {
		return reply_auth_refused(session, pending, reply);
	}
	if (reply->code != 235) {
		return ssmtp_session_fail_protocol(session, "this reply may not stand in an AUTH exchange", reply);
	}
	if (!reply_auth_is_complete(session)) {
		return ssmtp_session_fail_protocol(session,
			(mechanism->flags & SSMTP_SASL_PROVES_SERVER) != 0
				? "the server ended the AUTH exchange without proving that it knows the password"
				: "the server ended the AUTH exchange before it had the credentials",
			reply);
	}
	ssmtp_session_auth_end(session);
	ssmtp_session_push_event(session, SSMTP_SE_AUTH_DONE)->reply = reply;
	return STATE_IDLE;
}

session_state ssmtp_session_reply_auth_cancel(
	ssmtp_session *session, const session_pending *pending, const ssmtp_reply *reply)
{
	(void) pending;
	if (reply_is_positive(reply)) {
		return ssmtp_session_fail_protocol(session, "the server accepts an AUTH exchange that was cancelled", reply);
	}
	session->event_error = session->auth_error;
	ssmtp_session_auth_end(session);
	return reply_refuse_request(session);
}

/* ---- the mail transaction ---- */

/* The oldest transaction ended; the next of a batch takes its place. */
static session_state reply_finish(ssmtp_session *session, bool accepted, const ssmtp_reply *reply)
{
	session_transaction *transaction = session_judged(session);
	ssmtp_session_event *event = ssmtp_session_push_event(session, SSMTP_SE_MAIL_DONE);
	session_transaction *next = &session->transactions[1 - session->judging];

	event->accepted = accepted;
	event->reply = reply;
	if (!accepted) {
		session->event_error = transaction->error;
		event->error = &session->event_error;
	}
	memset(transaction, 0, sizeof(*transaction));
	ssmtp_buf_clear(&session->chunk);
	if (next->envelope == NULL) {
		return STATE_IDLE;
	}
	session->judging = 1 - session->judging;
	return next->started ? STATE_KEEP : ssmtp_session_transaction_start(session, session->judging);
}

/* The transaction is refused: nothing more of it is sent, and RSET, where it may
 * be open still, brings the session back in step once every outstanding reply is
 * here. When the next one's commands are already out, those begin with RSET. */
static session_state reply_leave(ssmtp_session *session)
{
	session_judged(session)->refused = true;
	return session->sending == session->judging ? STATE_RSET_AFTER : STATE_KEEP;
}

static void reply_reset(ssmtp_session *session, const ssmtp_reply *reply)
{
	session->transaction_open = session->transaction_open && !reply_is_positive(reply);
}

session_state ssmtp_session_reply_rset_first(
	ssmtp_session *session, const session_pending *pending, const ssmtp_reply *reply)
{
	/* spec methods section 3, Send step 4: the reply is ignored unless 421. */
	(void) pending;
	reply_reset(session, reply);
	return STATE_KEEP;
}

session_state ssmtp_session_reply_mail(ssmtp_session *session, const session_pending *pending, const ssmtp_reply *reply)
{
	session_transaction *transaction = session_judged(session);
	char what[300];

	if (reply_is_positive(reply)) {
		session->transaction_open = true;
		return STATE_KEEP;
	}
	snprintf(what, sizeof(what), "%s FROM:<%.250s>", transaction->envelope->verb, transaction->envelope->reverse_path);
	reply_refusal(&transaction->error, pending, reply, what);
	transaction->mail_refused = true;
	return reply_leave(session);
}

/* RFC 5321 4.5.3.1.10: a server that takes no more recipients at once says 452 and keeps those before; the rest is sent
 * in a further transaction. Servers with enhanced codes say 4.5.3 (RFC 3463 3.6), some with the 552 of RFC 821. */
static bool reply_puts_off(const session_transaction *transaction, const ssmtp_reply *reply)
{
	bool too_many = reply->status[1] == 5 && reply->status[2] == 3;

	return transaction->envelope->rest_follows && transaction->accepted > 0 && !transaction->refused
		&& ((reply->code == 452 && (too_many || reply->status[0] == 0)) || (reply->code == 552 && too_many));
}

static void reply_rcpt_refused(
	session_transaction *transaction, const session_pending *pending, const ssmtp_reply *reply)
{
	const char *address = transaction->envelope->recipients[pending->recipient].address;
	char what[300];

	snprintf(what, sizeof(what), "RCPT TO:<%.250s>", address);
	reply_refusal(&transaction->error, pending, reply, what);
	snprintf(transaction->error.recipient, sizeof(transaction->error.recipient), "%s", address);
}

session_state ssmtp_session_reply_rcpt(ssmtp_session *session, const session_pending *pending, const ssmtp_reply *reply)
{
	session_transaction *transaction = session_judged(session);
	const ssmtp_envelope *envelope = transaction->envelope;
	ssmtp_session_event *event;

	/* 503 behind a refused MAIL says nothing about the recipient. */
	if (transaction->mail_refused) {
		return STATE_KEEP;
	}
	event = ssmtp_session_push_event(session, SSMTP_SE_RECIPIENT);
	event->recipient = pending->recipient;
	event->reply = reply;
	event->accepted = reply_is_positive(reply);
	event->put_off = reply_puts_off(transaction, reply);
	transaction->accepted += event->accepted ? 1 : 0;
	if (!event->accepted && !event->put_off && !transaction->refused) {
		reply_rcpt_refused(transaction, pending, reply);
		if (envelope->recipients[pending->recipient].stop_on_refusal) {
			return reply_leave(session);
		}
	}
	if (pending->recipient + 1 < envelope->recipient_count || transaction->refused) {
		return STATE_KEEP;
	}
	if (transaction->accepted == 0) {
		return reply_leave(session);
	}
	if (transaction->chunked && !transaction->whole) {
		ssmtp_data_begin(&session->writer, false);
		ssmtp_session_push_event(session, SSMTP_SE_BODY_BEGIN);
		return STATE_BODY;
	}
	return STATE_KEEP;
}

session_state ssmtp_session_reply_data(ssmtp_session *session, const session_pending *pending, const ssmtp_reply *reply)
{
	session_transaction *transaction = session_judged(session);

	if (reply->code == 354) {
		/* RFC 2920 section 3.1: every recipient was refused, yet the server
		 * waits for a message. It gets none, and the end of it. */
		if (transaction->refused) {
			return STATE_LONE_DOT;
		}
		ssmtp_data_begin(&session->writer, true);
		ssmtp_session_push_event(session, SSMTP_SE_BODY_BEGIN)->reply = reply;
		return STATE_BODY;
	}
	if (reply->code / 100 < 4) {
		return ssmtp_session_fail_protocol(session, "DATA is answered by 354 only", reply);
	}
	if (!transaction->refused) {
		reply_refusal(&transaction->error, pending, reply, "DATA");
	}
	return reply_leave(session);
}

session_state ssmtp_session_reply_lone_dot(
	ssmtp_session *session, const session_pending *pending, const ssmtp_reply *reply)
{
	(void) pending;
	(void) reply;
	session->transaction_open = false;
	return reply_leave(session);
}

session_state ssmtp_session_reply_bdat(ssmtp_session *session, const session_pending *pending, const ssmtp_reply *reply)
{
	session_transaction *transaction = session_judged(session);

	if (reply_is_positive(reply) || transaction->refused) {
		return STATE_KEEP;
	}
	reply_refusal(&transaction->error, pending, reply, "BDAT");
	return reply_leave(session);
}

/* Reply to the last BDAT of a transaction that was refused before: at MAIL, at every RCPT, at a BDAT. */
static session_state reply_after_refused_chunk(ssmtp_session *session, const ssmtp_reply *reply)
{
	if (reply_is_positive(reply)) {
		ssmtp_error error = { 0 };

		ssmtp_error_set(&error, SSMTP_ERROR_PROTOCOL, SSMTP_E_PROTOCOL,
			"SMTP protocol error: the server refused a part of the transaction and accepted the end of the message.");
		error.maybe_delivered = true;
		session_judged(session)->refused = false;
		return ssmtp_session_fail(session, &error);
	}
	return session->sending == session->judging ? STATE_RSET_AFTER : reply_finish(session, false, NULL);
}

session_state ssmtp_session_reply_data_end(
	ssmtp_session *session, const session_pending *pending, const ssmtp_reply *reply)
{
	session_transaction *transaction = session_judged(session);

	/* RFC 5321 section 4.1.1.4: the end of mail data clears the buffers, whatever the reply; RFC 3030 section 2: that
	 * of the last BDAT does where it was accepted. */
	session->transaction_open = transaction->chunked && session->transaction_open && !reply_is_positive(reply);
	if (transaction->refused) {
		return reply_after_refused_chunk(session, reply);
	}
	if (!reply_is_positive(reply)) {
		reply_refusal(&transaction->error, pending, reply, "the message");
		/* RFC 3030 section 2: only RSET clears what a refused BDAT leaves. */
		if (transaction->chunked && session->sending == session->judging) {
			return reply_leave(session);
		}
	}
	return reply_finish(session, reply_is_positive(reply), reply);
}

session_state ssmtp_session_reply_rset_after(
	ssmtp_session *session, const session_pending *pending, const ssmtp_reply *reply)
{
	(void) pending;
	reply_reset(session, reply);
	return reply_finish(session, false, NULL);
}

session_state ssmtp_session_end_refused(ssmtp_session *session)
{
	return reply_finish(session, false, NULL);
}

/* ---- single commands ---- */

session_state ssmtp_session_reply_command(
	ssmtp_session *session, const session_pending *pending, const ssmtp_reply *reply)
{
	ssmtp_session_event *event = ssmtp_session_push_event(session, SSMTP_SE_COMMAND_DONE);

	event->reply = reply;
	event->accepted = reply_is_positive(reply);
	session->raw_auth = pending->state == STATE_COMMAND && reply->code == 334;
	session->transaction_open = session->transaction_open || pending->state == STATE_COMMAND;
	ssmtp_session_auth_end(session);
	return STATE_IDLE;
}

session_state ssmtp_session_reply_expn(ssmtp_session *session, const session_pending *pending, const ssmtp_reply *reply)
{
	session->line_rest = reply_is_positive(reply) ? reply->text : SSMTP_SLICE_EMPTY;
	return ssmtp_session_reply_command(session, pending, reply);
}

session_state ssmtp_session_reply_quit(ssmtp_session *session, const session_pending *pending, const ssmtp_reply *reply)
{
	ssmtp_session_reply_command(session, pending, reply);
	return STATE_CLOSED;
}
