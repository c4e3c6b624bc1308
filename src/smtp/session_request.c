/* How a request begins: may it be made now, are its arguments fit for the wire.
 * Nothing is sent, and nothing changes, when the answer is no. */
#include "smtp/session_internal.h"

#include "base/ascii.h"
#include "base/base64.h"

static bool request_state_error(ssmtp_error *error, int code, const char *text)
{
	return ssmtp_error_set(error, SSMTP_ERROR_STATE, code, "%s", text);
}

static bool request_is_possible(const ssmtp_session *session, session_state wanted, ssmtp_error *error)
{
	if (session->next == STATE_CLOSED) {
		return request_state_error(error, SSMTP_E_CONNECT_FIRST, "The session has ended: connect again.");
	}
	if (session->next == STATE_NEW && wanted == STATE_IDLE) {
		return request_state_error(error, SSMTP_E_CONNECT_FIRST, ssmtp_error_sentence(SSMTP_E_CONNECT_FIRST));
	}
	if (session->next != wanted) {
		return request_state_error(error, SSMTP_E_BUSY, "The session has not finished the request before.");
	}
	return true;
}

/* Sets the sender going. What waits unread was written before the server could
 * see this command: pairing the two would be a guess (security rule 10). A whole
 * reply is judged, and is the 421 of a server that leaves or nobody's. */
static bool request_start(ssmtp_session *session, session_state state)
{
	if (session->next == STATE_IDLE && ssmtp_session_has_unread(session)) {
		ssmtp_session_pump(session);
		if (session->next == STATE_CLOSED || session->reply_waits) {
			return true;
		}
		if (!ssmtp_session_is_left(session)) {
			ssmtp_session_fail_protocol(session, "octets nobody asked for arrived before the command", NULL);
			return true;
		}
	}
	session->next = state;
	ssmtp_session_pump(session);
	return true;
}

static bool request_is_ready(const ssmtp_session *session, ssmtp_error *error)
{
	if (!request_is_possible(session, STATE_IDLE, error)) {
		return false;
	}
	return session->opened ||
		   request_state_error(error, SSMTP_E_CONNECT_FIRST, "The server has not accepted EHLO or HELO.");
}

bool ssmtp_session_open(ssmtp_session *session, ssmtp_error *error)
{
	return request_is_possible(session, STATE_NEW, error) && request_start(session, STATE_GREETING);
}

bool ssmtp_session_starttls(ssmtp_session *session, ssmtp_error *error)
{
	if (!request_is_ready(session, error)) {
		return false;
	}
	if (session->tls_active) {
		return request_state_error(error, SSMTP_E_INVALID_STATE, "TLS is active already.");
	}
	if ((session->capabilities.flags & SSMTP_CAP_STARTTLS) == 0) {
		return ssmtp_error_set(error, SSMTP_ERROR_PROTOCOL, SSMTP_E_PROTOCOL,
			"SMTP protocol error: TLS is required, but the server does not offer STARTTLS.");
	}
	return request_start(session, STATE_STARTTLS);
}

/* ---- AUTH ---- */

static bool request_initial_response(ssmtp_session *session, ssmtp_sasl *mechanism, ssmtp_error *error)
{
	ssmtp_sasl_status status = mechanism->vtable->step(mechanism, SSMTP_SLICE_EMPTY, &session->auth_response, error);
	size_t len = SSMTP_BASE64_LEN(ssmtp_buf_len(&session->auth_response));

	if (status == SSMTP_SASL_FAILED) {
		return false;
	}
	if (len > SESSION_AUTH_LINE_MAX - 2) {
		return ssmtp_error_argument(error,
			"The credentials for %s are too long: Base64 makes them %zu octets, a line of AUTH has at most %d.",
			mechanism->vtable->name, len, SESSION_AUTH_LINE_MAX - 2);
	}
	session->auth_done = status == SSMTP_SASL_DONE;
	/* RFC 4954 section 4: too long for a command, it answers the first, empty challenge. */
	session->auth_response_held =
		strlen("AUTH  \r\n") + strlen(mechanism->vtable->name) + len > SESSION_COMMAND_LINE_MAX;
	return true;
}

bool ssmtp_session_auth(ssmtp_session *session, ssmtp_sasl *mechanism, ssmtp_error *error)
{
	if (!request_is_ready(session, error)) {
		return false;
	}
	if (!session->capabilities.esmtp) {
		return request_state_error(
			error, SSMTP_E_INVALID_STATE, "AUTH needs EHLO: AllowExtensions is off, or the server knows HELO only.");
	}
	if ((mechanism->vtable->flags & SSMTP_SASL_CLIENT_FIRST) != 0 &&
		!request_initial_response(session, mechanism, error)) {
		ssmtp_session_auth_end(session);
		return false;
	}
	session->sasl = mechanism;
	session->out.secret = true;
	/* "334 " and the longest challenge. */
	session->parser.line_max = SESSION_AUTH_LINE_MAX + 4;
	return request_start(session, STATE_AUTH);
}

/* ---- the mail transaction ---- */

static bool request_check_size(const ssmtp_session *session, const ssmtp_envelope *envelope, ssmtp_error *error)
{
	uint64_t size_max = session->capabilities.size_max;

	if (size_max == 0 || envelope->size_octets <= size_max) {
		return true;
	}
	ssmtp_error_set(error, SSMTP_ERROR_MESSAGE, SSMTP_E_PROTOCOL,
		"SMTP protocol error: the message has %llu octets, the server takes no more than %llu (SIZE).",
		(unsigned long long) envelope->size_octets, (unsigned long long) size_max);
	if (error != NULL && error->status[0] == 0) {
		/* RFC 3463 3.4: X.3.4, message too big for system. */
		error->status[0] = 5;
		error->status[1] = 3;
		error->status[2] = 4;
	}
	return false;
}

static bool request_check_verb(const ssmtp_session *session, const ssmtp_envelope *envelope, ssmtp_error *error)
{
	static const char *const verbs[] = { "MAIL", "SEND", "SOML", "SAML" };

	for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++) {
		if (strcmp(envelope->verb, verbs[i]) == 0) {
			return i == 0 || session->allow_extensions ||
				   request_state_error(error, SSMTP_E_INVALID_STATE,
					   "SEND, SOML and SAML are not possible while AllowExtensions is off.");
		}
	}
	return ssmtp_error_argument(error, "A mail transaction begins with MAIL, SEND, SOML or SAML.");
}

static bool request_check_parameters(const ssmtp_session *session, const char *parameters, ssmtp_error *error)
{
	/* RFC 5321 2.2.1: parameters exist only after EHLO. */
	if (parameters[0] != '\0' && !session->capabilities.esmtp) {
		return request_state_error(error, SSMTP_E_INVALID_STATE,
			"Parameters of MAIL and RCPT need EHLO: AllowExtensions is off, or the server knows HELO only.");
	}
	return ssmtp_path_append_parameters(NULL, ssmtp_slice_str(parameters), error);
}

/* Of a recipient: what the server does not offer is left out when it is sent, or refused here. */
static bool request_check_options(
	const ssmtp_session *session, const ssmtp_envelope *envelope, const char *options, ssmtp_error *error)
{
	const char *missing;
	ssmtp_buf offered;
	bool ok;

	if (options[0] == '\0' || !ssmtp_path_append_parameters(NULL, ssmtp_slice_str(options), error)) {
		return options[0] == '\0';
	}
	ssmtp_buf_init(&offered, SSMTP_BUF_MAX_DEFAULT);
	ok = (ssmtp_path_offered(&offered, ssmtp_slice_str(options), session->capabilities.flags, &missing) &&
			 ssmtp_buf_cstr(&offered) != NULL) ||
		 ssmtp_error_nomem(error);
	if (ok && missing != NULL && envelope->need_extensions) {
		ok = request_state_error(error, SSMTP_E_INVALID_STATE,
			"MessageRecipientOptions need DSN (RFC 3461), which the server does not offer: leave them out, or set "
			"Config MissingExtension=Drop.");
	}
	ok = ok && request_check_parameters(session, ssmtp_buf_cstr(&offered), error);
	ssmtp_buf_free(&offered);
	return ok;
}

static bool request_check_paths(
	const ssmtp_session *session, const ssmtp_envelope *envelope, bool *utf8, ssmtp_error *error)
{
	ssmtp_path_rules rules = { session->to_ascii, (session->capabilities.flags & SSMTP_CAP_SMTPUTF8) != 0, true };

	if (!ssmtp_path_append(NULL, ssmtp_slice_str(envelope->reverse_path), &rules, utf8, error)) {
		return false;
	}
	rules.null_allowed = false;
	for (size_t i = 0; i < envelope->recipient_count; i++) {
		const ssmtp_recipient_path *recipient = &envelope->recipients[i];

		if (!ssmtp_path_append(NULL, ssmtp_slice_str(recipient->address), &rules, utf8, error) ||
			!request_check_options(session, envelope, recipient->options, error)) {
			return false;
		}
	}
	return true;
}

static bool request_check_envelope(
	const ssmtp_session *session, const ssmtp_envelope *envelope, bool *utf8, ssmtp_error *error)
{
	if (envelope->recipient_count == 0 || envelope->recipient_count > UINT32_MAX) {
		return ssmtp_error_set(
			error, SSMTP_ERROR_ARGUMENT, SSMTP_E_NO_RECIPIENT, "%s", ssmtp_error_sentence(SSMTP_E_NO_RECIPIENT));
	}
	*utf8 = envelope->utf8_headers;
	if (envelope->utf8_headers && (session->capabilities.flags & SSMTP_CAP_SMTPUTF8) == 0) {
		return ssmtp_error_set(error, SSMTP_ERROR_MESSAGE, SSMTP_E_PROTOCOL,
			"SMTP protocol error: the header section needs SMTPUTF8 (RFC 6531), which the server does not offer.");
	}
	return request_check_verb(session, envelope, error) && request_check_size(session, envelope, error) &&
		   request_check_parameters(session, envelope->mail_options, error) &&
		   request_check_paths(session, envelope, utf8, error);
}

/* Decision 15: can a refused recipient make us abandon the message? */
static bool request_data_in_group(const ssmtp_envelope *envelope)
{
	for (size_t i = 0; envelope->recipient_count > 1 && i < envelope->recipient_count; i++) {
		if (envelope->recipients[i].stop_on_refusal) {
			return false;
		}
	}
	return true;
}

static void request_fill(
	const ssmtp_session *session, session_transaction *transaction, const ssmtp_envelope *envelope, bool utf8)
{
	unsigned offered = session->capabilities.flags;

	memset(transaction, 0, sizeof(*transaction));
	transaction->envelope = envelope;
	transaction->utf8 = utf8;
	transaction->data_in_group = request_data_in_group(envelope);
	transaction->whole = envelope->whole && transaction->data_in_group && (offered & SSMTP_CAP_PIPELINING) != 0 &&
						 (offered & SSMTP_CAP_CHUNKING) != 0 && envelope->recipient_count <= SESSION_WHOLE_RECIPIENTS;
	transaction->chunked =
		transaction->whole || (envelope->prefer_chunking && (offered & SSMTP_CAP_CHUNKING) != 0);
	transaction->reset_first = envelope->send_rset_first;
}

bool ssmtp_session_mail(ssmtp_session *session, const ssmtp_envelope *envelope, ssmtp_error *error)
{
	bool utf8;

	if (!request_is_ready(session, error) || !request_check_envelope(session, envelope, &utf8, error)) {
		return false;
	}
	request_fill(session, session_judged(session), envelope, utf8);
	return request_start(session, ssmtp_session_transaction_start(session, session->judging));
}

/* The end of mail data is on its way and nothing is behind it yet. */
static bool request_may_follow_now(const ssmtp_session *session)
{
	return session->next == STATE_AWAIT && session->window_count > 0 &&
		   (session->capabilities.flags & SSMTP_CAP_PIPELINING) != 0 &&
		   ssmtp_session_newest(session)->state == STATE_DATA_END;
}

bool ssmtp_session_mail_next(ssmtp_session *session, const ssmtp_envelope *envelope, ssmtp_error *error)
{
	unsigned other = 1 - session->judging;
	bool utf8;

	if (session->next == STATE_CLOSED || session->transactions[session->judging].envelope == NULL) {
		return request_state_error(error, SSMTP_E_INVALID_STATE, "No mail transaction runs that another could follow.");
	}
	if (session->transactions[other].envelope != NULL) {
		return request_state_error(error, SSMTP_E_BUSY, "The next mail transaction is known already.");
	}
	if (!request_check_envelope(session, envelope, &utf8, error)) {
		return false;
	}
	request_fill(session, &session->transactions[other], envelope, utf8);
	if (request_may_follow_now(session)) {
		session->next = ssmtp_session_transaction_start(session, other);
		ssmtp_session_pump(session);
	}
	return true;
}

/* ---- single commands ---- */

bool ssmtp_session_quit(ssmtp_session *session, ssmtp_error *error)
{
	/* Also after a greeting or EHLO that was refused. */
	return request_is_possible(session, STATE_IDLE, error) && request_start(session, STATE_QUIT);
}

static bool request_set_line(ssmtp_session *session, ssmtp_slice verb, ssmtp_slice text, bool utf8, ssmtp_error *error)
{
	ssmtp_buf_clear(&session->line);
	if (verb.len + text.len > SESSION_AUTH_LINE_MAX - 2) {
		return ssmtp_error_argument(error, "The command has more than %d octets.", SESSION_AUTH_LINE_MAX - 2);
	}
	return (ssmtp_buf_append_slice(&session->line, verb) && ssmtp_buf_append_slice(&session->line, text) &&
			   (!utf8 || ssmtp_buf_append_str(&session->line, " SMTPUTF8"))) ||
		   ssmtp_error_nomem(error);
}

static bool request_with_text(
	ssmtp_session *session, session_state state, ssmtp_slice verb, ssmtp_slice text, ssmtp_error *error)
{
	bool utf8 = !ssmtp_slice_is_ascii(text);

	if (!request_is_ready(session, error)) {
		return false;
	}
	if (text.len == 0 || !ssmtp_path_is_text(text)) {
		return ssmtp_error_argument(error, "%.*s needs a text without control octets.", SSMTP_SLICE_FMT(verb));
	}
	/* RFC 6531 3.7.4.2: the parameter says that the text is UTF-8. */
	if (utf8 && (session->capabilities.flags & SSMTP_CAP_SMTPUTF8) == 0) {
		return ssmtp_error_set(error, SSMTP_ERROR_MESSAGE, SSMTP_E_PROTOCOL,
			"SMTP protocol error: the text needs SMTPUTF8 (RFC 6531), which the server does not offer.");
	}
	return request_set_line(session, verb, text, utf8, error) && request_start(session, state);
}

bool ssmtp_session_expn(ssmtp_session *session, ssmtp_slice text, ssmtp_error *error)
{
	return request_with_text(session, STATE_EXPN, SSMTP_SLICE("EXPN "), text, error);
}

bool ssmtp_session_vrfy(ssmtp_session *session, ssmtp_slice text, ssmtp_error *error)
{
	return request_with_text(session, STATE_VRFY, SSMTP_SLICE("VRFY "), text, error);
}

bool ssmtp_session_command(ssmtp_session *session, ssmtp_slice line, ssmtp_error *error)
{
	if (!request_is_ready(session, error)) {
		return false;
	}
	if (ssmtp_slice_has_control(line)) {
		return ssmtp_error_argument(
			error, "A command is one line: it must not hold CR, LF, NUL or another control octet.");
	}
	if (!request_set_line(session, SSMTP_SLICE_EMPTY, line, false, error)) {
		return false;
	}
	/* It may be an AUTH typed by hand: wiped like one. */
	session->out.secret = true;
	return request_start(session, STATE_COMMAND);
}
