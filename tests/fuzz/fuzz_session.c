/* The input is the server. Octet 0: SASL mechanism and flags; octet 1: which
 * envelope; then parts, each a length octet and that many octets. The client
 * asks for everything it can, the harness is the driver. */
#include <stdlib.h>

#include "smtp/session.h"
#include "../unit/sasl_mechanism.h"

#define ENSURE(condition)                                                                                              \
	do {                                                                                                               \
		if (!(condition)) {                                                                                            \
			abort();                                                                                                   \
		}                                                                                                              \
	} while (0)

static bool hmac(ssmtp_slice key, ssmtp_slice data, uint8_t out[16])
{
	memset(out, (int) (key.len + data.len), 16);
	return true;
}

static const ssmtp_recipient_path recipients[] = { { "a@example.net", "NOTIFY=NEVER", false },
	{ "b@example.net", "", false }, { "c@example.net", "", true } };
static const ssmtp_envelope envelopes[] = {
	{ "MAIL", "f@example.org", "", recipients, 2, 30, true, false, false, false },
	{ "MAIL", "", "", recipients + 1, 2, 0, false, false, true, true },
	{ "SOML", "f@example.org", "", recipients + 2, 1, 30, true, false, false, true },
	{ "MAIL", "f@example.org", "", recipients + 1, 1, 0, true, false, true, false },
};

typedef struct fuzz {
	ssmtp_session *session;
	ssmtp_sasl *sasl;
	ssmtp_slice input;
	uint8_t sasl_octet;
	uint8_t mail_octet;
	unsigned request;
	unsigned mails_open; /* envelopes lent */
	unsigned bodies;
	bool ended; /* FAILED was told */
	bool dot;   /* a message's end was told to be in the send buffer */
	uint8_t last_sent;
} fuzz;

static void fuzz_event(fuzz *f, const ssmtp_session_event *event)
{
	ssmtp_error error = { 0 };

	ENSURE(!f->ended);
	switch (event->type) {
	case SSMTP_SE_BODY_BEGIN:
		if (f->mails_open == 1 && (f->mail_octet & 4) != 0) {
			f->mails_open += ssmtp_session_mail_next(f->session, &envelopes[f->mail_octet >> 3 & 3], &error) ? 1 : 0;
		}
		f->bodies = 0;
		break;
	case SSMTP_SE_BODY_END:
		f->dot = true;
		break;
	case SSMTP_SE_MAIL_DONE:
		ENSURE(f->mails_open > 0);
		ENSURE(event->accepted ? event->error == NULL && f->dot : ssmtp_error_is_set(event->error));
		f->mails_open--;
		f->dot = false;
		break;
	case SSMTP_SE_FAILED:
		ENSURE(ssmtp_error_is_set(event->error));
		ENSURE(!event->maybe_delivered || f->dot);
		f->ended = true;
		break;
	case SSMTP_SE_REFUSED:
		ENSURE(ssmtp_error_is_set(event->error));
		break;
	default:
		break;
	}
}

static bool fuzz_auth(fuzz *f, ssmtp_error *error)
{
	static const char *const names[] = { "PLAIN", "LOGIN", "EXTERNAL", "CRAM-MD5", "XOAUTH2", "OAUTHBEARER" };
	ssmtp_sasl_credentials credentials = { .user = SSMTP_SLICE("u"),
		.password = SSMTP_SLICE("p"),
		.authzid = SSMTP_SLICE("t"),
		.host = SSMTP_SLICE("h"),
		.port = 25,
		.hmac_md5 = hmac };

	f->sasl = sasl_mechanism(names[f->sasl_octet % 6])(&credentials, error);
	return f->sasl != NULL && ssmtp_session_auth(f->session, f->sasl, error);
}

/* False when all was asked for. */
static bool fuzz_request(fuzz *f)
{
	ssmtp_error error = { 0 };
	unsigned request = f->request++;

	switch (request) {
	case 0:
		ssmtp_session_open(f->session, &error);
		break;
	case 1:
		ssmtp_session_starttls(f->session, &error);
		break;
	case 2:
		fuzz_auth(f, &error);
		break;
	case 3:
	case 4:
		f->mails_open = ssmtp_session_mail(f->session, &envelopes[(f->mail_octet + request) & 3], &error);
		break;
	case 5:
		ssmtp_session_expn(f->session, SSMTP_SLICE("x"), &error);
		break;
	case 6:
		ssmtp_session_vrfy(f->session, SSMTP_SLICE("x"), &error);
		break;
	case 7:
		ssmtp_session_command(f->session, SSMTP_SLICE("AUTH X y"), &error);
		break;
	case 8:
		ssmtp_session_command(f->session, SSMTP_SLICE("RSET"), &error);
		break;
	case 9:
		ssmtp_session_quit(f->session, &error);
		break;
	default:
		return false;
	}
	return true;
}

static void fuzz_body(fuzz *f)
{
	static const char text[] = "a\r\n.b\rc\nd\r";
	size_t room;
	uint8_t *at = ssmtp_session_body_buf(f->session, &room);

	ENSURE(at != NULL && room >= sizeof(text));
	memcpy(at, text, sizeof(text) - 1);
	ssmtp_session_body_ack(f->session, sizeof(text) - 1, ++f->bodies == 3);
}

static void fuzz_send(fuzz *f)
{
	size_t len;
	const uint8_t *octets = ssmtp_session_send_buf(f->session, &len);

	/* No bare CR, no bare LF leaves, whatever the server says. */
	for (size_t i = 0; i < len; i++) {
		ENSURE((octets[i] == '\n') == (f->last_sent == '\r'));
		f->last_sent = octets[i];
	}
	ssmtp_session_send_ack(f->session, len);
}

static bool fuzz_receive(fuzz *f)
{
	size_t room;
	size_t n;
	uint8_t *at;

	if (f->input.len == 0) {
		return false;
	}
	n = f->input.ptr[0];
	f->input = ssmtp_slice_skip(f->input, 1);
	n = n < f->input.len ? n : f->input.len;
	at = ssmtp_session_recv_buf(f->session, &room);
	ENSURE(at != NULL && room >= n);
	if (n > 0) {
		memcpy(at, f->input.ptr, n);
	}
	f->input = ssmtp_slice_skip(f->input, n);
	ssmtp_session_recv_ack(f->session, n);
	return true;
}

static bool fuzz_step(fuzz *f)
{
	unsigned wants = ssmtp_session_wants(f->session);
	ssmtp_session_event event;

	if (wants & SSMTP_WANT_EVENT) {
		if (ssmtp_session_next_event(f->session, &event)) {
			fuzz_event(f, &event);
		}
	} else if (wants & SSMTP_WANT_CLOSED) {
		return false;
	} else if (wants & SSMTP_WANT_BODY) {
		fuzz_body(f);
	} else if (wants & SSMTP_WANT_SEND) {
		fuzz_send(f);
	} else if (wants & SSMTP_WANT_TLS) {
		ssmtp_session_tls_started(f->session);
	} else if (wants & SSMTP_WANT_IDLE && fuzz_request(f)) {
		return true;
	} else if (!fuzz_receive(f)) {
		ssmtp_session_peer_closed(f->session);
	}
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	ssmtp_session_options options = { .hello = "client.example.org", .reply_line_max = 2048 };
	fuzz f = { 0 };

	if (size < 2) {
		return 0;
	}
	f.sasl_octet = data[0];
	f.mail_octet = data[1];
	f.input = ssmtp_slice_of(data + 2, size - 2);
	options.allow_extensions = (data[0] & 0x80) == 0;
	options.show_secrets = (data[0] & 0x40) != 0;
	f.session = ssmtp_session_new(&options, NULL);
	ENSURE(f.session != NULL);
	ssmtp_session_set_trace(f.session, (data[0] & 0x20) == 0);
	while (fuzz_step(&f)) {
	}
	ssmtp_session_free(&f.session);
	ssmtp_sasl_free(&f.sasl);
	return 0;
}
