/* The command of each state. Every function appends one whole command to the
 * send buffer and returns the state that follows; STATE_CLOSED: no memory.
 * What goes in was checked when the request was made (session_request.c). */
#include "smtp/session_internal.h"

#include "base/ascii.h"
#include "base/base64.h"

static session_state session_sent_or_closed(bool ok, session_state next)
{
	return ok ? next : STATE_CLOSED;
}

static bool session_offers(const ssmtp_session *session, uint32_t flag)
{
	return (session->capabilities.flags & flag) != 0;
}

static ssmtp_path_rules session_path_rules(const ssmtp_session *session)
{
	return (ssmtp_path_rules){ session->to_ascii, session_offers(session, SSMTP_CAP_SMTPUTF8), true };
}

session_state ssmtp_session_transaction_start(ssmtp_session *session, unsigned index)
{
	session_transaction *transaction = &session->transactions[index];

	transaction->started = true;
	session->sending = index;
	session->recipient = 0;
	/* Nothing is to be reset where no transaction can be open; one whose end of mail data is out ends by itself. */
	return transaction->reset_first && session->transaction_open && session->window_count == 0 ? STATE_RSET_FIRST
																							   : STATE_MAIL;
}

/* The message is out: the next one of a batch follows in the same group
 * (RFC 2920 3.1: the end of mail data may stand anywhere in it). */
static session_state session_follow(ssmtp_session *session)
{
	unsigned other = 1 - session->sending;
	session_transaction *next = &session->transactions[other];
	bool chunked = session_sent(session)->chunked;
	session_state first;

	if (next->envelope == NULL || next->started || !session_offers(session, SSMTP_CAP_PIPELINING)) {
		return STATE_AWAIT;
	}
	/* RFC 3030 section 2: after a BDAT that failed only RSET puts things right. */
	first = ssmtp_session_transaction_start(session, other);
	return chunked ? STATE_RSET_FIRST : first;
}

session_state ssmtp_session_send_nothing(ssmtp_session *session)
{
	(void) session;
	return STATE_AWAIT;
}

session_state ssmtp_session_send_verb(ssmtp_session *session)
{
	const char *verb = ssmtp_session_rows[session->next].verb;

	return session_sent_or_closed(
		ssmtp_buf_append_str(&session->out, verb) && ssmtp_buf_append_str(&session->out, "\r\n"), STATE_AWAIT);
}

session_state ssmtp_session_send_hello(ssmtp_session *session)
{
	ssmtp_slice hello = ssmtp_buf_slice(&session->hello);
	const char *verb = ssmtp_session_rows[session->next].verb;

	return session_sent_or_closed(
		ssmtp_buf_printf(&session->out, "%s %.*s\r\n", verb, SSMTP_SLICE_FMT(hello)), STATE_AWAIT);
}

/* A command of AUTH: its name and the mechanism's end at head, behind it stands what is secret. X-EXPS is Exchange's
 * AUTH of before RFC 4954. Servers pass over blanks before and between. */
static bool session_is_raw_auth(ssmtp_slice line, size_t *head)
{
	static const char *const verbs[] = { "AUTH", "X-EXPS" };
	ssmtp_slice words[2];
	ssmtp_slice rest = line;

	for (size_t i = 0; i < 2; i++) {
		size_t end = 0;

		while (rest.len > 0 && ssmtp_is_wsp(rest.ptr[0])) {
			rest = ssmtp_slice_skip(rest, 1);
		}
		while (end < rest.len && !ssmtp_is_wsp(rest.ptr[end])) {
			end++;
		}
		words[i] = ssmtp_slice_head(rest, end);
		rest = ssmtp_slice_skip(rest, end);
	}
	*head = line.len - rest.len;
	for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++) {
		if (ssmtp_slice_equal_nocase(words[0], ssmtp_slice_str(verbs[i]))) {
			return true;
		}
	}
	return false;
}

/* What is secret in a command typed by hand. */
static ssmtp_slice session_raw_secret(const ssmtp_session *session)
{
	ssmtp_slice line = ssmtp_buf_slice(&session->line);
	size_t head;

	if (session->raw_auth) {
		return ssmtp_slice_trim(line);
	}
	return session_is_raw_auth(line, &head) ? ssmtp_slice_trim(ssmtp_slice_skip(line, head)) : SSMTP_SLICE_EMPTY;
}

/* EXPN, VRFY, raw: the line stands ready. */
session_state ssmtp_session_send_line(ssmtp_session *session)
{
	if (session->next == STATE_COMMAND) {
		ssmtp_hidden_add_encoded(&session->hidden, session_raw_secret(session));
	}
	return session_sent_or_closed(ssmtp_buf_append_slice(&session->out, ssmtp_buf_slice(&session->line)) &&
									  ssmtp_buf_append_str(&session->out, "\r\n"),
		STATE_AWAIT);
}

/* ---- AUTH (RFC 4954 section 4) ---- */

static bool session_append_base64(ssmtp_session *session)
{
	size_t before = ssmtp_buf_len(&session->out);
	bool ok = ssmtp_base64_append(&session->out, ssmtp_buf_slice(&session->auth_response));

	ssmtp_hidden_add_encoded(&session->hidden, ssmtp_slice_skip(ssmtp_buf_slice(&session->out), before));
	ok = ok && ssmtp_buf_append_str(&session->out, "\r\n");
	ssmtp_buf_free(&session->auth_response);
	return ok;
}

session_state ssmtp_session_send_auth(ssmtp_session *session)
{
	const char *name = session->sasl->vtable->name;
	bool ok = ssmtp_buf_printf(&session->out, "AUTH %s", name);

	if ((session->sasl->vtable->flags & SSMTP_SASL_CLIENT_FIRST) == 0 || session->auth_response_held) {
		return session_sent_or_closed(ok && ssmtp_buf_append_str(&session->out, "\r\n"), STATE_AWAIT);
	}
	/* An empty initial response is a lone "=". */
	ok = ok && ssmtp_buf_append_str(&session->out, ssmtp_buf_len(&session->auth_response) == 0 ? " =" : " ");
	return session_sent_or_closed(ok && session_append_base64(session), STATE_AWAIT);
}

session_state ssmtp_session_send_auth_response(ssmtp_session *session)
{
	return session_sent_or_closed(session_append_base64(session), STATE_AWAIT);
}

/* ---- the mail transaction ---- */

session_state ssmtp_session_send_rset_first(ssmtp_session *session)
{
	return session_sent_or_closed(ssmtp_buf_append_str(&session->out, "RSET\r\n"), STATE_MAIL);
}

static bool session_append_mail_parameters(ssmtp_session *session, const session_transaction *transaction)
{
	const ssmtp_envelope *envelope = transaction->envelope;
	ssmtp_slice options = ssmtp_slice_str(envelope->mail_options);
	bool ok = true;

	/* RFC 1870 section 6: declared, so that a server can refuse early. */
	if (session_offers(session, SSMTP_CAP_SIZE) && envelope->size_octets > 0 &&
		!ssmtp_path_has_parameter(options, "SIZE")) {
		ok = ssmtp_buf_append_str(&session->out, " SIZE=") &&
			 ssmtp_buf_append_number(&session->out, envelope->size_octets);
	}
	if (session_offers(session, SSMTP_CAP_8BITMIME) && envelope->eight_bit &&
		!ssmtp_path_has_parameter(options, "BODY")) {
		ok = ok && ssmtp_buf_append_str(&session->out, " BODY=8BITMIME");
	}
	if (transaction->utf8 && !ssmtp_path_has_parameter(options, "SMTPUTF8")) {
		ok = ok && ssmtp_buf_append_str(&session->out, " SMTPUTF8");
	}
	return ok && ssmtp_path_append_parameters(&session->out, options, NULL);
}

session_state ssmtp_session_send_mail(ssmtp_session *session)
{
	const session_transaction *transaction = session_sent(session);
	const ssmtp_envelope *envelope = transaction->envelope;
	ssmtp_path_rules rules = session_path_rules(session);
	bool utf8 = false;

	return session_sent_or_closed(
		ssmtp_buf_append_str(&session->out, envelope->verb) && ssmtp_buf_append_str(&session->out, " FROM:") &&
			ssmtp_path_append(&session->out, ssmtp_slice_str(envelope->reverse_path), &rules, &utf8, NULL) &&
			session_append_mail_parameters(session, transaction) && ssmtp_buf_append_str(&session->out, "\r\n"),
		STATE_RCPT);
}

/* The parameters of a recipient but those that the server does not offer. */
static bool session_append_options(ssmtp_session *session, const char *options)
{
	const char *missing;
	ssmtp_buf offered;
	bool ok;

	if (options[0] == '\0') {
		return true;
	}
	ssmtp_buf_init(&offered, SSMTP_BUF_MAX_DEFAULT);
	ok = ssmtp_path_offered(&offered, ssmtp_slice_str(options), session->capabilities.flags, &missing) &&
		 ssmtp_path_append_parameters(&session->out, ssmtp_buf_slice(&offered), NULL);
	ssmtp_buf_free(&offered);
	return ok;
}

session_state ssmtp_session_send_rcpt(ssmtp_session *session)
{
	const session_transaction *transaction = session_sent(session);
	const ssmtp_recipient_path *recipient = &transaction->envelope->recipients[session->recipient];
	ssmtp_path_rules rules = session_path_rules(session);
	bool utf8 = false;
	bool ok;

	rules.null_allowed = false;
	ok = ssmtp_buf_append_str(&session->out, "RCPT TO:") &&
		 ssmtp_path_append(&session->out, ssmtp_slice_str(recipient->address), &rules, &utf8, NULL) &&
		 session_append_options(session, recipient->options) &&
		 ssmtp_buf_append_str(&session->out, "\r\n");
	session->recipient++;
	if (session->recipient < transaction->envelope->recipient_count) {
		return session_sent_or_closed(ok, STATE_RCPT);
	}
	if (transaction->whole) {
		ssmtp_data_begin(&session->writer, false);
		return session_sent_or_closed(ok, STATE_BODY);
	}
	return session_sent_or_closed(ok, transaction->chunked ? STATE_AWAIT : STATE_DATA);
}

session_state ssmtp_session_send_data_end(ssmtp_session *session)
{
	if (!ssmtp_data_finish(&session->writer, &session->out)) {
		return STATE_CLOSED;
	}
	ssmtp_session_push_event(session, SSMTP_SE_BODY_END);
	return session_follow(session);
}

/* RFC 3030 section 2: the size, then exactly that many octets. */
static bool session_append_chunk(ssmtp_session *session, const char *last)
{
	ssmtp_slice chunk = ssmtp_buf_slice(&session->chunk);
	bool ok = ssmtp_buf_append_str(&session->out, "BDAT ") && ssmtp_buf_append_number(&session->out, chunk.len) &&
			  ssmtp_buf_append_str(&session->out, last) && ssmtp_buf_append_str(&session->out, "\r\n") &&
			  ssmtp_buf_append_slice(&session->out, chunk);

	ssmtp_buf_clear(&session->chunk);
	return ok;
}

session_state ssmtp_session_send_bdat(ssmtp_session *session)
{
	return session_sent_or_closed(session_append_chunk(session, ""), STATE_BODY);
}

session_state ssmtp_session_send_bdat_last(ssmtp_session *session)
{
	if (!ssmtp_data_finish(&session->writer, &session->chunk) || !session_append_chunk(session, " LAST")) {
		return STATE_CLOSED;
	}
	ssmtp_session_push_event(session, SSMTP_SE_BODY_END);
	return session_follow(session);
}

/* ---- the trace ---- */

bool ssmtp_session_trace_line(ssmtp_session *session, session_state state, ssmtp_slice line)
{
	bool whole = state == STATE_AUTH_RESPONSE || (state == STATE_COMMAND && session->raw_auth);
	size_t head = line.len;

	if (session->show_secrets) {
		return ssmtp_buf_append_slice(&session->trace_text, line);
	}
	if (whole) {
		return ssmtp_buf_append_str(&session->trace_text, "*****");
	}
	if ((state != STATE_AUTH && state != STATE_COMMAND) || !session_is_raw_auth(line, &head)) {
		head = line.len;
	}
	return ssmtp_buf_append_slice(&session->trace_text, ssmtp_slice_head(line, head)) &&
		   (head >= line.len || ssmtp_buf_append_str(&session->trace_text, " *****"));
}
