/* The session as conversations: the server's octets against the client's, and
 * the events in between. Every case runs whole, octet by octet, and cut at
 * every position of the server's octets; all runs must tell the same. */
#include "base/alloc.h"
#include "base/base64.h"
#include "smtp/session.h"
#include "unit.h"
#include "sasl_mechanism.h"

/* A row of the table leaves out what is false. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

#define HELLO "S: 220 mx.example.com ready\nC: EHLO client.example.org\n"
#define EHLO_PIPE HELLO "S: 250-mx.example.com\nS: 250 PIPELINING\n"
#define FULL                                                                                                           \
	"S: 250-mx.example.com\nS: 250-PIPELINING\nS: 250-SIZE 1000\nS: 250-8BITMIME\nS: 250-DSN\nS: 250 SMTPUTF8\n"
#define EHLO_FULL HELLO FULL

typedef struct session_case {
	const char *name;
	const char *script;   /* "S: line" and "C: line"; "C0: " without line end; "EOF" */
	const char *requests; /* a line each */
	const ssmtp_envelope *envelopes;
	size_t batch; /* envelopes sent by one "mail" request and mail_next */
	const char *body;
	const char *events;
	bool whole_only; /* the outcome depends on what arrives together */
	bool no_extensions;
	bool early_next; /* mail_next at once, not at BODY_BEGIN */
} session_case;

/* ---- the script ---- */

typedef struct script_segment {
	bool from_server;
	ssmtp_buf octets;
	size_t client_before; /* octets of the client that come first */
} script_segment;

typedef struct script {
	script_segment *segments;
	size_t count;
	ssmtp_buf client;
	bool eof;
} conversation;

static void script_load(conversation *s, const char *text)
{
	memset(s, 0, sizeof(*s));
	ssmtp_buf_init(&s->client, SSMTP_BUF_MAX_DEFAULT);
	s->segments = calloc(strlen(text) / 4 + 1, sizeof(*s->segments));
	while (*text != '\0') {
		const char *end = strchr(text, '\n');
		bool server = text[0] == 'S';
		bool bare = text[1] == '0';
		const char *from = text + (bare ? 4 : 3);
		ssmtp_slice line = from < end ? ssmtp_slice_of(from, (size_t) (end - from)) : SSMTP_SLICE_EMPTY;

		if (strncmp(text, "EOF", 3) == 0) {
			s->eof = true;
		} else if (!server) {
			ssmtp_buf_append_slice(&s->client, line);
			ssmtp_buf_append_str(&s->client, bare ? "" : "\r\n");
		} else {
			if (s->count == 0 || s->segments[s->count - 1].client_before != ssmtp_buf_len(&s->client)) {
				s->segments[s->count].client_before = ssmtp_buf_len(&s->client);
				ssmtp_buf_init(&s->segments[s->count++].octets, SSMTP_BUF_MAX_DEFAULT);
			}
			ssmtp_buf_append_slice(&s->segments[s->count - 1].octets, line);
			ssmtp_buf_append_str(&s->segments[s->count - 1].octets, bare ? "" : "\r\n");
		}
		text = end + 1;
	}
}

static void script_free(conversation *s)
{
	for (size_t i = 0; i < s->count; i++) {
		ssmtp_buf_free(&s->segments[i].octets);
	}
	free(s->segments);
	ssmtp_buf_free(&s->client);
}

/* ---- the driver ---- */

typedef struct run {
	const session_case *test;
	conversation script;
	ssmtp_session *session;
	ssmtp_sasl *sasl;
	const char *requests;
	ssmtp_buf sent;
	ssmtp_buf events;
	ssmtp_buf trace;
	size_t fed;   /* octets of the server handed over */
	size_t split; /* cut here; 0: none; SIZE_MAX: octet by octet */
	size_t segment;
	size_t in_segment;
	size_t body_at;
	size_t mails;
	unsigned writes;
	bool trace_on;
	bool failed_early; /* a request answered false */
} run;

static bool test_hmac(ssmtp_slice key, ssmtp_slice data, uint8_t out[16])
{
	memset(out, 0, 16);
	for (size_t i = 0; i < key.len + data.len; i++) {
		out[i % 16] ^= i < key.len ? key.ptr[i] : data.ptr[i - key.len];
	}
	return true;
}

/* A mechanism that must see the server's proof "v=ok". */
typedef struct proving {
	ssmtp_sasl sasl;
	bool proven;
} proving;

static ssmtp_sasl_status proving_step(ssmtp_sasl *sasl, ssmtp_slice challenge, ssmtp_buf *response, ssmtp_error *error)
{
	if (challenge.ptr == NULL) {
		if (!ssmtp_buf_append_str(response, "hi")) {
			ssmtp_error_nomem(error);
			return SSMTP_SASL_FAILED;
		}
		return SSMTP_SASL_CONTINUE;
	}
	if (ssmtp_slice_equal(challenge, SSMTP_SLICE("more"))) {
		return SSMTP_SASL_CONTINUE;
	}
	((proving *) sasl)->proven = ssmtp_slice_equal(challenge, SSMTP_SLICE("v=ok"));
	if (!((proving *) sasl)->proven) {
		ssmtp_error_set(error, SSMTP_ERROR_AUTH, SSMTP_E_PROTOCOL, "the proof is wrong");
	}
	return ((proving *) sasl)->proven ? SSMTP_SASL_DONE : SSMTP_SASL_FAILED;
}

static bool proving_complete(const ssmtp_sasl *sasl)
{
	return ((const proving *) sasl)->proven;
}

static void proving_free(ssmtp_sasl *sasl)
{
	ssmtp_free(sasl);
}

static const ssmtp_sasl_vtable proving_vtable = { "X-PROVING", SSMTP_SASL_CLIENT_FIRST | SSMTP_SASL_PROVES_SERVER,
	proving_step, proving_complete, proving_free };

static ssmtp_sasl *run_sasl(const char *name, ssmtp_error *error)
{
	static char long_token[3000];
	ssmtp_sasl_credentials credentials = { SSMTP_SLICE("user"), SSMTP_SLICE("secret"), SSMTP_SLICE("tok"),
		SSMTP_SLICE("mx.example.com"), 587, SSMTP_SLICE_EMPTY, SSMTP_SLICE_EMPTY, test_hmac, false };

	if (strcmp(name, "LONG") == 0) {
		memset(long_token, 'a', sizeof(long_token));
		credentials.authzid = ssmtp_slice_of(long_token, sizeof(long_token));
		return ssmtp_sasl_xoauth2_new(&credentials, error);
	}
	if (strcmp(name, "X-PROVING") == 0) {
		proving *mechanism = ssmtp_alloc_zero(sizeof(*mechanism));

		if (mechanism == NULL) {
			ssmtp_error_nomem(error);
			return NULL;
		}
		mechanism->sasl.vtable = &proving_vtable;
		return &mechanism->sasl;
	}
	if (strcmp(name, "PLAIN") == 0 || strcmp(name, "EXTERNAL") == 0) {
		credentials.authzid = SSMTP_SLICE_EMPTY;
	}
	return sasl_mechanism(name)(&credentials, error);
}

static bool run_auth(run *r, const char *name, ssmtp_error *error)
{
	ssmtp_sasl_free(&r->sasl);
	r->sasl = run_sasl(name, error);
	return r->sasl != NULL && ssmtp_session_auth(r->session, r->sasl, error);
}

static bool run_mail(run *r, ssmtp_error *error)
{
	if (!ssmtp_session_mail(r->session, &r->test->envelopes[r->mails++], error)) {
		return false;
	}
	r->body_at = 0;
	return !r->test->early_next || ssmtp_session_mail_next(r->session, &r->test->envelopes[r->mails++], error);
}

static bool run_request(run *r, const char *request, ssmtp_error *error)
{
	const char *argument = strchr(request, ' ');
	ssmtp_slice text = argument == NULL ? SSMTP_SLICE_EMPTY : ssmtp_slice_str(argument + 1);

	switch (request[0]) {
	case 'o':
		return ssmtp_session_open(r->session, error);
	case 's':
		return ssmtp_session_starttls(r->session, error);
	case 'a':
		return run_auth(r, argument + 1, error);
	case 'm':
		return run_mail(r, error);
	case 'r':
		return ssmtp_session_command(r->session, SSMTP_SLICE("RSET"), error);
	case 'n':
		return ssmtp_session_command(r->session, SSMTP_SLICE("NOOP"), error);
	case 'q':
		return ssmtp_session_quit(r->session, error);
	case 'e':
		return ssmtp_session_expn(r->session, text, error);
	case 'v':
		return ssmtp_session_vrfy(r->session, text, error);
	default:
		return ssmtp_session_command(r->session, text, error);
	}
}

/* False when there is no further request. */
static bool run_next_request(run *r)
{
	char request[256];
	const char *end = strchr(r->requests, '\n');
	ssmtp_error error = { 0 };

	if (*r->requests == '\0') {
		return false;
	}
	snprintf(request, sizeof(request), "%.*s", (int) (end - r->requests), r->requests);
	r->requests = end + 1;
	if (!run_request(r, request, &error)) {
		ssmtp_buf_printf(&r->events, "NO %d %d\n", error.code, error.status[0]);
		r->failed_early = error.kind == SSMTP_ERROR_NOMEM;
	}
	return !r->failed_early;
}

static const char *const run_names[] = {
	[SSMTP_SE_READY] = "READY",
	[SSMTP_SE_AUTH_DONE] = "AUTH",
	[SSMTP_SE_RECIPIENT] = "RCPT",
	[SSMTP_SE_BODY_BEGIN] = "BODY",
	[SSMTP_SE_BODY_END] = "END",
	[SSMTP_SE_MAIL_DONE] = "MAIL",
	[SSMTP_SE_COMMAND_DONE] = "CMD",
	[SSMTP_SE_LINE] = "LINE",
	[SSMTP_SE_REFUSED] = "REFUSED",
	[SSMTP_SE_FAILED] = "FAILED",
};

static void run_body_begin(run *r)
{
	ssmtp_error error = { 0 };

	r->body_at = 0;
	if (!r->test->early_next && r->mails > 0 && r->mails < r->test->batch) {
		if (!ssmtp_session_mail_next(r->session, &r->test->envelopes[r->mails++], &error)) {
			ssmtp_buf_printf(&r->events, "NO %d %d\n", error.code, error.status[0]);
		}
	}
}

static void run_event(run *r, const ssmtp_session_event *event)
{
	ssmtp_buf *out = &r->events;

	if (event->type == SSMTP_SE_TRACE) {
		ssmtp_buf_printf(&r->trace, "%d%.*s\n", event->direction, SSMTP_SLICE_FMT(event->text));
		return;
	}
	ssmtp_buf_append_str(out, run_names[event->type]);
	if (event->type == SSMTP_SE_RECIPIENT) {
		ssmtp_buf_printf(out, " %zu", event->recipient);
	}
	if (event->type == SSMTP_SE_RECIPIENT || event->type == SSMTP_SE_MAIL_DONE) {
		ssmtp_buf_append_str(out, event->accepted ? " +" : event->put_off ? " later" : " -");
	}
	if (event->type == SSMTP_SE_LINE) {
		ssmtp_buf_printf(out, " %.*s", SSMTP_SLICE_FMT(event->text));
	} else if (event->error != NULL) {
		ssmtp_buf_printf(out, " %d/%u", event->error->code, event->error->reply);
	} else if (event->reply != NULL && event->type != SSMTP_SE_READY && event->type != SSMTP_SE_BODY_BEGIN) {
		ssmtp_buf_printf(out, " %u", event->reply->code);
	}
	ssmtp_buf_append_str(out, event->maybe_delivered ? " maybe\n" : "\n");
	if (event->type == SSMTP_SE_BODY_BEGIN) {
		run_body_begin(r);
	}
}

static void run_body(run *r)
{
	size_t room;
	size_t len = strlen(r->test->body);
	uint8_t *at = ssmtp_session_body_buf(r->session, &room);
	size_t n = r->split == SIZE_MAX ? 1 : len;

	if (at == NULL) {
		return;
	}
	n = n < len - r->body_at ? n : len - r->body_at;
	memcpy(at, r->test->body + r->body_at, n);
	r->body_at += n;
	ssmtp_session_body_ack(r->session, n, r->body_at == len);
}

static void run_send(run *r)
{
	size_t len;
	const uint8_t *octets = ssmtp_session_send_buf(r->session, &len);

	len = r->split == SIZE_MAX ? 1 : len;
	ssmtp_buf_append(&r->sent, octets, len);
	r->writes++;
	ssmtp_session_send_ack(r->session, len);
}

/* False when the script holds nothing that may be received now. */
static bool run_receive(run *r)
{
	script_segment *segment;
	ssmtp_slice octets;
	size_t room;
	uint8_t *at;
	size_t n;

	if (r->segment == r->script.count || r->script.segments[r->segment].client_before > ssmtp_buf_len(&r->sent)) {
		return false;
	}
	segment = &r->script.segments[r->segment];
	octets = ssmtp_slice_skip(ssmtp_buf_slice(&segment->octets), r->in_segment);
	at = ssmtp_session_recv_buf(r->session, &room);
	if (at == NULL) {
		return true;
	}
	n = octets.len < room ? octets.len : room;
	if (r->split == SIZE_MAX) {
		n = 1;
	} else if (r->fed < r->split && r->fed + n > r->split) {
		n = r->split - r->fed;
	}
	memcpy(at, octets.ptr, n);
	r->fed += n;
	r->in_segment += n;
	if (r->in_segment == ssmtp_buf_len(&segment->octets)) {
		r->segment++;
		r->in_segment = 0;
	}
	ssmtp_session_recv_ack(r->session, n);
	return true;
}

/* False when the run is over. */
static bool run_step(run *r)
{
	unsigned wants = ssmtp_session_wants(r->session);
	ssmtp_session_event event;

	if (wants & SSMTP_WANT_EVENT) {
		if (ssmtp_session_next_event(r->session, &event)) {
			run_event(r, &event);
		}
		return true;
	}
	if (wants & SSMTP_WANT_CLOSED) {
		return false;
	}
	if (wants & SSMTP_WANT_BODY) {
		run_body(r);
		return true;
	}
	if (wants & SSMTP_WANT_SEND) {
		run_send(r);
		return true;
	}
	if (run_receive(r)) {
		return true;
	}
	if (wants & SSMTP_WANT_TLS) {
		ssmtp_session_tls_started(r->session);
		return true;
	}
	if (wants & SSMTP_WANT_IDLE && run_next_request(r)) {
		return true;
	}
	if (r->script.eof) {
		r->script.eof = false;
		ssmtp_session_peer_closed(r->session);
		return true;
	}
	return false;
}

static bool run_begin(run *r, const session_case *test, size_t split, bool trace)
{
	ssmtp_session_options options = { .hello = "client.example.org", .allow_extensions = !test->no_extensions };
	ssmtp_error error = { 0 };

	memset(r, 0, sizeof(*r));
	r->test = test;
	r->split = split;
	r->requests = test->requests;
	r->trace_on = trace;
	script_load(&r->script, test->script);
	ssmtp_buf_init(&r->sent, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&r->events, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&r->trace, SSMTP_BUF_MAX_DEFAULT);
	r->session = ssmtp_session_new(&options, &error);
	if (r->session != NULL) {
		ssmtp_session_set_trace(r->session, trace);
	}
	return r->session != NULL;
}

static void run_end(run *r)
{
	ssmtp_sasl_free(&r->sasl);
	ssmtp_session_free(&r->session);
	script_free(&r->script);
	ssmtp_buf_free(&r->sent);
	ssmtp_buf_free(&r->events);
	ssmtp_buf_free(&r->trace);
}

static bool has_bare_line_end(ssmtp_slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		if ((s.ptr[i] == '\n' && (i == 0 || s.ptr[i - 1] != '\r')) ||
			(s.ptr[i] == '\r' && (i + 1 == s.len || s.ptr[i + 1] != '\n'))) {
			return true;
		}
	}
	return false;
}

static void run_case(const session_case *test, size_t split, bool trace)
{
	run r;
	bool same;

	if (!run_begin(&r, test, split, trace)) {
		CHECK(false, "%s", test->name);
		run_end(&r);
		return;
	}
	for (size_t steps = 0; steps < 1000000 && run_step(&r); steps++) {
	}
	same = ssmtp_slice_equal(ssmtp_buf_slice(&r.sent), ssmtp_buf_slice(&r.script.client));
	CHECK(same, "%s (split %zd): sent\n%.*s\nexpected\n%.*s", test->name, (ssize_t) split,
		SSMTP_SLICE_FMT(ssmtp_buf_slice(&r.sent)), SSMTP_SLICE_FMT(ssmtp_buf_slice(&r.script.client)));
	same = ssmtp_slice_equal(ssmtp_buf_slice(&r.events), ssmtp_slice_str(test->events));
	CHECK(same, "%s (split %zd): events\n%.*s\nexpected\n%s", test->name, (ssize_t) split,
		SSMTP_SLICE_FMT(ssmtp_buf_slice(&r.events)), test->events);
	CHECK(!has_bare_line_end(ssmtp_buf_slice(&r.sent)), "%s", test->name);
	run_end(&r);
}

static size_t case_server_octets(const session_case *test)
{
	conversation s;
	size_t total = 0;

	script_load(&s, test->script);
	for (size_t i = 0; i < s.count; i++) {
		total += ssmtp_buf_len(&s.segments[i].octets);
	}
	script_free(&s);
	return total;
}

/* ---- the cases ---- */

static const ssmtp_recipient_path one[] = { { "rcpt@example.net", "", true } };
static const ssmtp_recipient_path with_options[] = { { "rcpt@example.net", "NOTIFY SUCCESS,FAILURE", true } };
static const ssmtp_recipient_path stop2[] = { { "a@example.net", "", true }, { "b@example.net", "", true } };
static const ssmtp_recipient_path go2[] = { { "a@example.net", "", false }, { "b@example.net", "", false } };
static const ssmtp_recipient_path smuggle[] = { { "a@example.net> NOTIFY=NEVER", "", true } };
static const ssmtp_recipient_path crlf[] = { { "a@example.net\r\nRSET", "", true } };
static const ssmtp_recipient_path bad_options[] = { { "a@example.net", "NOTIFY=NEVER\r\nDATA", true } };
static const ssmtp_recipient_path utf8_local[] = { { "j\xc3\xb6rg@example.net", "", true } };
static const ssmtp_recipient_path utf8_domain[] = { { "j@ex\xc3\xa4mple.net", "", true } };

#define ENVELOPE(list, ...)                                                                                            \
	{                                                                                                                  \
		.verb = "MAIL", .reverse_path = "from@example.org", .mail_options = "", .recipients = list,                    \
		.recipient_count = sizeof(list) / sizeof((list)[0]), __VA_ARGS__                                               \
	}
static const ssmtp_envelope env_one[] = { ENVELOPE(one, 0), ENVELOPE(one, 0), ENVELOPE(one, 0) };
static const ssmtp_envelope env_rset[] = { ENVELOPE(one, .send_rset_first = true),
	ENVELOPE(one, .send_rset_first = true) };
static const ssmtp_envelope env_stop2[] = { ENVELOPE(stop2, 0), ENVELOPE(one, 0) };
static const ssmtp_envelope env_go2[] = { ENVELOPE(go2, 0), ENVELOPE(one, 0) };
static const ssmtp_envelope env_stop2_rest[] = { ENVELOPE(stop2, .rest_follows = true) };
static const ssmtp_envelope env_go2_rest[] = { ENVELOPE(go2, .rest_follows = true) };
static const ssmtp_envelope env_full[] = { { "MAIL", "", "RET=HDRS ENVID=x+2By", with_options, 1, 500, true, false,
	false, false } };
static const ssmtp_envelope env_soml[] = { { "SOML", "from@example.org", "", one, 1, 0, false, false, false, false } };
static const ssmtp_envelope env_big[] = { ENVELOPE(one, .size_octets = 1001) };
static const ssmtp_envelope env_fits[] = { ENVELOPE(one, .size_octets = 1000) };
static const ssmtp_envelope env_smuggle[] = { ENVELOPE(smuggle, 0), ENVELOPE(crlf, 0), ENVELOPE(bad_options, 0),
	{ "MAIL", "x@y", "SIZE=1\r\n", one, 1, 0, false, false, false, false },
	{ "RSET", "x@y", "", one, 1, 0, false, false, false, false },
	{ "MAIL", "x@y", "", one, 0, 0, false, false, false, false } };
static const ssmtp_envelope env_utf8[] = { ENVELOPE(utf8_local, 0), ENVELOPE(utf8_domain, 0) };
static const ssmtp_envelope env_bdat[] = { ENVELOPE(go2, .prefer_chunking = true),
	ENVELOPE(one, .prefer_chunking = true) };

#define MAIL_ONE "C: MAIL FROM:<from@example.org>\nC: RCPT TO:<rcpt@example.net>\nC: DATA\n"
#define MAIL_OK "S: 250 2.1.0 ok\nS: 250 2.1.5 ok\nS: 354 go\n"
#define BODY_C "C: Subject: x\nC: \nC: ..dot\nC: .\n"
#define BODY "Subject: x\r\n\r\n.dot"
#define EHLO_BDAT HELLO "S: 250-mx\nS: 250-CHUNKING\nS: 250 PIPELINING\n"
#define EHLO_AUTH HELLO "S: 250-mx\nS: 250 AUTH PLAIN LOGIN CRAM-MD5 XOAUTH2 OAUTHBEARER EXTERNAL X-PROVING\n"

static const session_case cases[] = {
	{ "greeting, EHLO, QUIT", EHLO_PIPE "C: QUIT\nS: 221 bye\n", "open\nquit\n", NULL, 0, NULL, "READY\nCMD 221\n" },
	{ "greeting 554", "S: 554 no service\nC: QUIT\nS: 221 bye\n", "open\nnoop\nquit\n", NULL, 0, NULL,
		"REFUSED 161/554\nNO 1117 0\nCMD 221\n" },
	{ "greeting 250 is none", "S: 250 hello\n", "open\n", NULL, 0, NULL, "REFUSED 161/250\n" },
	{ "greeting 421", "S: 421 busy\n", "open\n", NULL, 0, NULL, "FAILED 161/421\n" },
	{ "HELO fallback", HELLO "S: 502 what\nC: HELO client.example.org\nS: 250 mx\nC: NOOP\nS: 250 ok\n", "open\nnoop\n",
		NULL, 0, NULL, "READY\nCMD 250\n" },
	{ "HELO only", "S: 220 mx\nC: HELO client.example.org\nS: 250 mx\n", "open\nauth PLAIN\nmail\n", env_soml, 1, BODY,
		"READY\nNO 211 0\nNO 211 0\n", false, true },
	{ "EHLO 4xx", HELLO "S: 451 later\n", "open\n", NULL, 0, NULL, "REFUSED 161/451\n" },
	{ "EHLO and HELO refused", HELLO "S: 550 no\nC: HELO client.example.org\nS: 550 no\nC: QUIT\nS: 221 bye\n",
		"open\nquit\n", NULL, 0, NULL, "REFUSED 161/550\nCMD 221\n" },
	{ "one message without PIPELINING",
		HELLO
		"S: 250 mx\nC: MAIL FROM:<from@example.org>\nS: 250 ok\nC: RCPT TO:<rcpt@example.net>\nS: 250 ok\nC: DATA\n"
		"S: 354 go\n" BODY_C "S: 250 2.0.0 queued as 1\n",
		"open\nmail\n", env_one, 1, BODY, "READY\nRCPT 0 + 250\nBODY\nEND\nMAIL + 250\n" },
	{ "one message, one group", EHLO_PIPE MAIL_ONE MAIL_OK BODY_C "S: 250 ok\nC: QUIT\nS: 221 bye\n",
		"open\nmail\nquit\n", env_one, 1, BODY, "READY\nRCPT 0 + 250\nBODY\nEND\nMAIL + 250\nCMD 221\n" },
	{ "empty body", EHLO_PIPE MAIL_ONE MAIL_OK "C: .\nS: 250 ok\n", "open\nmail\n", env_one, 1, "",
		"READY\nRCPT 0 + 250\nBODY\nEND\nMAIL + 250\n" },
	{ "RSET first, for a raw command may have begun a transaction",
		EHLO_PIPE "C: MAIL FROM:<x@example.org>\nS: 250 ok\nC: RSET\n" MAIL_ONE "S: 500 what\n" MAIL_OK
		BODY_C "S: 250 ok\n",
		"open\ncommand MAIL FROM:<x@example.org>\nmail\n", env_rset, 1, BODY,
		"READY\nCMD 250\nRCPT 0 + 250\nBODY\nEND\nMAIL + 250\n" },
	{ "no RSET where no transaction can be open", EHLO_PIPE MAIL_ONE MAIL_OK BODY_C "S: 250 ok\n", "open\nmail\n",
		env_rset, 1, BODY, "READY\nRCPT 0 + 250\nBODY\nEND\nMAIL + 250\n" },
	{ "RSET again where the one before was refused",
		EHLO_PIPE MAIL_ONE "S: 250 ok\nS: 550 no\nS: 554 no\nC: RSET\nS: 500 what\nC: RSET\n" MAIL_ONE "S: 250 ok\n"
		MAIL_OK BODY_C "S: 250 ok\n",
		"open\nmail\nmail\n", env_rset, 2, BODY,
		"READY\nRCPT 0 - 550\nMAIL - 161/550\nRCPT 0 + 250\nBODY\nEND\nMAIL + 250\n" },
	{ "all parameters",
		EHLO_FULL "C: MAIL FROM:<> SIZE=500 BODY=8BITMIME RET=HDRS ENVID=x+2By\n"
				  "C: RCPT TO:<rcpt@example.net> NOTIFY=SUCCESS,FAILURE\nC: DATA\n" MAIL_OK BODY_C "S: 250 ok\n",
		"open\nmail\n", env_full, 1, BODY, "READY\nRCPT 0 + 250\nBODY\nEND\nMAIL + 250\n" },
	{ "SOML",
		EHLO_PIPE "C: SOML FROM:<from@example.org>\nC: RCPT TO:<rcpt@example.net>\nC: DATA\n"
				  "S: 502 no\nS: 503 no\nS: 503 no\n",
		"open\nmail\n", env_soml, 1, BODY, "READY\nMAIL - 161/502\n" },
	{ "exactly SIZE",
		EHLO_FULL "C: MAIL FROM:<from@example.org> SIZE=1000\nC: RCPT TO:<rcpt@example.net>\nC: DATA\n" MAIL_OK BODY_C
				  "S: 250 ok\n",
		"open\nmail\n", env_fits, 1, BODY, "READY\nRCPT 0 + 250\nBODY\nEND\nMAIL + 250\n" },
	{ "too big for SIZE", EHLO_FULL, "open\nmail\n", env_big, 1, BODY, "READY\nNO 161 5\n" },
	{ "arguments that would add a command", EHLO_FULL, "open\nmail\nmail\nmail\nmail\nmail\nmail\n", env_smuggle, 6,
		BODY, "READY\nNO 10022 0\nNO 10022 0\nNO 10022 0\nNO 10022 0\nNO 10022 0\nNO 165 0\n" },
	{ "SMTPUTF8 not offered", EHLO_PIPE, "open\nmail\nmail\n", env_utf8, 2, BODY, "READY\nNO 161 5\nNO 161 5\n" },
	{ "SMTPUTF8 offered",
		EHLO_FULL
		"C: MAIL FROM:<from@example.org> SMTPUTF8\nC: RCPT TO:<j\xc3\xb6rg@example.net>\nC: DATA\n" MAIL_OK BODY_C
		"S: 250 ok\n",
		"open\nmail\n", env_utf8, 1, BODY, "READY\nRCPT 0 + 250\nBODY\nEND\nMAIL + 250\n" },

	{ "MAIL refused", EHLO_PIPE MAIL_ONE "S: 550 no\nS: 503 no\nS: 503 no\nC: NOOP\nS: 250 ok\n",
		"open\nmail\nnoop\n", env_one, 1, BODY, "READY\nMAIL - 161/550\nCMD 250\n" },
	{ "MAIL refused, DATA accepted",
		EHLO_PIPE MAIL_ONE "S: 550 no\nS: 503 no\nS: 354 go\nC: .\nS: 503 no\n", "open\nmail\n",
		env_one, 1, BODY, "READY\nMAIL - 161/550\n" },
	{ "MAIL refused without PIPELINING",
		HELLO "S: 250 mx\nC: MAIL FROM:<from@example.org>\nS: 550 no\n", "open\nmail\n", env_one, 1,
		BODY, "READY\nMAIL - 161/550\n" },
	{ "the only recipient refused", EHLO_PIPE MAIL_ONE "S: 250 ok\nS: 550 no\nS: 554 no\nC: RSET\nS: 250 ok\n",
		"open\nmail\n", env_one, 1, BODY, "READY\nRCPT 0 - 550\nMAIL - 161/550\n" },
	{ "the only recipient refused, yet 354",
		EHLO_PIPE MAIL_ONE "S: 250 ok\nS: 550 no\nS: 354 go\nC: .\nS: 554 no\n", "open\nmail\n",
		env_one, 1, BODY, "READY\nRCPT 0 - 550\nMAIL - 161/550\n" },
	{ "stop on refusal waits with DATA",
		EHLO_PIPE "C: MAIL FROM:<from@example.org>\nC: RCPT TO:<a@example.net>\nC: RCPT TO:<b@example.net>\n"
				  "S: 250 ok\nS: 550 no\nS: 250 ok\nC: RSET\nS: 250 ok\nC: NOOP\nS: 250 ok\n",
		"open\nmail\nnoop\n", env_stop2, 1, BODY, "READY\nRCPT 0 - 550\nRCPT 1 + 250\nMAIL - 161/550\nCMD 250\n" },
	{ "stop on refusal, all accepted",
		EHLO_PIPE "C: MAIL FROM:<from@example.org>\nC: RCPT TO:<a@example.net>\nC: RCPT TO:<b@example.net>\n"
				  "S: 250 ok\nS: 250 ok\nS: 251 ok\nC: DATA\nS: 354 go\n" BODY_C "S: 250 ok\n",
		"open\nmail\n", env_stop2, 1, BODY, "READY\nRCPT 0 + 250\nRCPT 1 + 251\nBODY\nEND\nMAIL + 250\n" },
	{ "partial refusal goes on",
		EHLO_PIPE "C: MAIL FROM:<from@example.org>\nC: RCPT TO:<a@example.net>\nC: RCPT TO:<b@example.net>\nC: DATA\n"
				  "S: 250 ok\nS: 450 no\nS: 250 ok\nS: 354 go\n" BODY_C "S: 250 ok\n",
		"open\nmail\n", env_go2, 1, BODY, "READY\nRCPT 0 - 450\nRCPT 1 + 250\nBODY\nEND\nMAIL + 250\n" },
	{ "all refused in a group: the last reply tells",
		EHLO_PIPE "C: MAIL FROM:<from@example.org>\nC: RCPT TO:<a@example.net>\nC: RCPT TO:<b@example.net>\nC: DATA\n"
				  "S: 250 ok\nS: 450 no\nS: 551 no\nS: 554 no\nC: RSET\nS: 250 ok\n",
		"open\nmail\n", env_go2, 1, BODY, "READY\nRCPT 0 - 450\nRCPT 1 - 551\nMAIL - 161/551\n" },
	{ "stop on refusal without PIPELINING",
		HELLO "S: 250 mx\nC: MAIL FROM:<from@example.org>\nS: 250 ok\nC: RCPT TO:<a@example.net>\nS: 550 no\nC: "
			  "RSET\nS: 250 ok\n",
		"open\nmail\n", env_stop2, 1, BODY, "READY\nRCPT 0 - 550\nMAIL - 161/550\n" },
	{ "DATA refused", EHLO_PIPE MAIL_ONE "S: 250 ok\nS: 250 ok\nS: 451 no\nC: RSET\nS: 250 ok\n", "open\nmail\n",
		env_one, 1, BODY, "READY\nRCPT 0 + 250\nMAIL - 161/451\n" },
	{ "DATA answered by 250", EHLO_PIPE MAIL_ONE "S: 250 ok\nS: 250 ok\nS: 250 ok\n", "open\nmail\n", env_one, 1, BODY,
		"READY\nRCPT 0 + 250\nFAILED 161/250\n" },
	{ "message refused", EHLO_PIPE MAIL_ONE MAIL_OK BODY_C "S: 554 spam\nC: NOOP\nS: 250 ok\n", "open\nmail\nnoop\n",
		env_one, 1, BODY, "READY\nRCPT 0 + 250\nBODY\nEND\nMAIL - 161/554\nCMD 250\n" },
	{ "354 to RCPT", EHLO_PIPE MAIL_ONE "S: 250 ok\nS: 354 go\n", "open\nmail\n", env_one, 1, BODY,
		"READY\nFAILED 161/354\n" },
	{ "RSET after a refusal is lost", EHLO_PIPE MAIL_ONE "S: 250 ok\nS: 550 no\nS: 554 no\nC: RSET\nEOF\n",
		"open\nmail\n", env_one, 1, BODY, "READY\nRCPT 0 - 550\nMAIL - 161/550\nFAILED 1120/0\n" },

	{ "too many recipients",
		EHLO_PIPE "C: MAIL FROM:<from@example.org>\nC: RCPT TO:<a@example.net>\nC: RCPT TO:<b@example.net>\n"
				  "S: 250 ok\nS: 250 ok\nS: 452 4.5.3 enough\nC: DATA\nS: 354 go\n" BODY_C "S: 250 ok\n",
		"open\nmail\n", env_stop2_rest, 1, BODY, "READY\nRCPT 0 + 250\nRCPT 1 later 452\nBODY\nEND\nMAIL + 250\n" },
	{ "too many recipients, no enhanced code",
		EHLO_PIPE "C: MAIL FROM:<from@example.org>\nC: RCPT TO:<a@example.net>\nC: RCPT TO:<b@example.net>\nC: DATA\n"
				  "S: 250 ok\nS: 250 ok\nS: 452 enough\nS: 354 go\n" BODY_C "S: 250 ok\n",
		"open\nmail\n", env_go2_rest, 1, BODY, "READY\nRCPT 0 + 250\nRCPT 1 later 452\nBODY\nEND\nMAIL + 250\n" },
	{ "452 for the first recipient is a refusal",
		EHLO_PIPE "C: MAIL FROM:<from@example.org>\nC: RCPT TO:<a@example.net>\nC: RCPT TO:<b@example.net>\nC: DATA\n"
				  "S: 250 ok\nS: 452 4.5.3 enough\nS: 250 ok\nS: 354 go\n" BODY_C "S: 250 ok\n",
		"open\nmail\n", env_go2_rest, 1, BODY, "READY\nRCPT 0 - 452\nRCPT 1 + 250\nBODY\nEND\nMAIL + 250\n" },
	{ "452 for want of storage is a refusal",
		EHLO_PIPE "C: MAIL FROM:<from@example.org>\nC: RCPT TO:<a@example.net>\nC: RCPT TO:<b@example.net>\nC: DATA\n"
				  "S: 250 ok\nS: 250 ok\nS: 452 4.3.1 full\nS: 354 go\n" BODY_C "S: 250 ok\n",
		"open\nmail\n", env_go2_rest, 1, BODY, "READY\nRCPT 0 + 250\nRCPT 1 - 452\nBODY\nEND\nMAIL + 250\n" },
	{ "421 in the middle of a group", EHLO_PIPE MAIL_ONE "S: 250 ok\nS: 421 bye\n", "open\nmail\n", env_one, 1, BODY,
		"READY\nFAILED 161/421\n" },
	{ "421 to the message", EHLO_PIPE MAIL_ONE MAIL_OK BODY_C "S: 421 bye\n", "open\nmail\n", env_one, 1, BODY,
		"READY\nRCPT 0 + 250\nBODY\nEND\nFAILED 161/421\n" },
	{ "dropped before the end of mail data", EHLO_PIPE MAIL_ONE "S: 250 ok\nEOF\n", "open\nmail\n", env_one, 1, BODY,
		"READY\nFAILED 1120/0\n" },
	{ "dropped behind the end of mail data", EHLO_PIPE MAIL_ONE MAIL_OK BODY_C "EOF\n", "open\nmail\n", env_one, 1,
		BODY, "READY\nRCPT 0 + 250\nBODY\nEND\nFAILED 1120/0 maybe\n" },
	{ "half a reply behind the end of mail data", EHLO_PIPE MAIL_ONE MAIL_OK BODY_C "S0: 250-queued\nEOF\n",
		"open\nmail\n", env_one, 1, BODY, "READY\nRCPT 0 + 250\nBODY\nEND\nFAILED 1120/0 maybe\n" },
	{ "no reply behind the end of mail data", EHLO_PIPE MAIL_ONE MAIL_OK BODY_C "S: 999 ok\n", "open\nmail\n", env_one,
		1, BODY, "READY\nRCPT 0 + 250\nBODY\nEND\nFAILED 161/0 maybe\n" },
	{ "changed code", HELLO "S: 250-mx\nS: 251 x\n", "open\n", NULL, 0, NULL, "FAILED 161/0\n" },

	{ "STARTTLS",
		HELLO "S: 250-mx\nS: 250-STARTTLS\nS: 250 AUTH PLAIN\nC: STARTTLS\nS: 220 go\nC: EHLO client.example.org\nS: "
			  "250 mx\n",
		"open\nstarttls\nstarttls\n", NULL, 0, NULL, "READY\nREADY\nNO 211 0\n" },
	{ "STARTTLS not offered", EHLO_PIPE, "open\nstarttls\n", NULL, 0, NULL, "READY\nNO 161 0\n" },
	{ "STARTTLS refused", HELLO "S: 250-mx\nS: 250 STARTTLS\nC: STARTTLS\nS: 454 no\n", "open\nstarttls\n", NULL, 0,
		NULL, "READY\nREFUSED 161/454\n" },
	{ "octets behind the 220 to STARTTLS", HELLO "S: 250-mx\nS: 250 STARTTLS\nC: STARTTLS\nS: 220 go\nS: 250 mx\n",
		"open\nstarttls\n", NULL, 0, NULL, "READY\nFAILED 161/0\n" },
	{ "one octet behind the 220 to STARTTLS", HELLO "S: 250-mx\nS: 250 STARTTLS\nC: STARTTLS\nS: 220 go\nS0: x\n",
		"open\nstarttls\n", NULL, 0, NULL, "READY\nFAILED 161/0\n" },
	{ "the greeting and more", "S: 220 mx\nS: 250 mx\n", "open\n", NULL, 0, NULL, "FAILED 161/0\n", true },
	{ "a reply nobody asked for", EHLO_PIPE "C: NOOP\nS: 250 ok\nS: 250 again\n", "open\nnoop\n", NULL, 0, NULL,
		"READY\nCMD 250\nFAILED 161/250\n" },
	{ "421 nobody asked for", EHLO_PIPE "C: NOOP\nS: 250 ok\nS: 421 4.4.2 bye\n", "open\nnoop\n", NULL, 0, NULL,
		"READY\nCMD 250\nFAILED 161/421\n" },
	{ "421 before the next request", EHLO_PIPE MAIL_ONE MAIL_OK BODY_C "S: 250 ok\nS: 421 bye\n", "open\nmail\nmail\n",
		env_one, 1, BODY, "READY\nRCPT 0 + 250\nBODY\nEND\nMAIL + 250\nFAILED 161/421\n" },
	{ "421 behind a reply of a server without PIPELINING",
		HELLO "S: 250 mx\nC: MAIL FROM:<from@example.org>\nS: 250 ok\nS: 421 bye\n", "open\nmail\n", env_one, 1, BODY,
		"READY\nFAILED 161/421\n", true },
	{ "421 behind the greeting", "S: 220 mx\nS: 421 bye\n", "open\n", NULL, 0, NULL, "FAILED 161/421\n", true },
	{ "half a reply nobody asked for", EHLO_PIPE "C: NOOP\nS: 250 ok\nS0: 25\n", "open\nnoop\nnoop\n", NULL, 0, NULL,
		"READY\nCMD 250\nFAILED 161/0\n" },

	{ "AUTH PLAIN", EHLO_AUTH "C: AUTH PLAIN AHVzZXIAc2VjcmV0\nS: 235 ok\n", "open\nauth PLAIN\n", NULL, 0, NULL,
		"READY\nAUTH 235\n" },
	{ "AUTH PLAIN refused", EHLO_AUTH "C: AUTH PLAIN AHVzZXIAc2VjcmV0\nS: 535 5.7.8 no\nC: QUIT\nS: 221 bye\n",
		"open\nauth PLAIN\nquit\n", NULL, 0, NULL, "READY\nREFUSED 161/535\nCMD 221\n" },
	{ "AUTH LOGIN",
		EHLO_AUTH "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: dXNlcg==\nS: 334 UGFzc3dvcmQ6\nC: c2VjcmV0\nS: 235 ok\n",
		"open\nauth LOGIN\n", NULL, 0, NULL, "READY\nAUTH 235\n" },
	{ "AUTH LOGIN wants more",
		EHLO_AUTH "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: dXNlcg==\nS: 334 UGFzc3dvcmQ6\nC: c2VjcmV0\n"
				  "S: 334 UGFzc3dvcmQ6\nC: *\nS: 501 cancelled\nC: NOOP\nS: 250 ok\n",
		"open\nauth LOGIN\nnoop\n", NULL, 0, NULL, "READY\nREFUSED 161/0\nCMD 250\n" },
	{ "challenge is not Base64", EHLO_AUTH "C: AUTH LOGIN\nS: 334 Username:\nC: *\nS: 501 cancelled\n",
		"open\nauth LOGIN\n", NULL, 0, NULL, "READY\nREFUSED 161/0\n" },
	{ "cancelled, yet accepted", EHLO_AUTH "C: AUTH LOGIN\nS: 334 Username:\nC: *\nS: 235 ok\n", "open\nauth LOGIN\n",
		NULL, 0, NULL, "READY\nFAILED 161/235\n" },
	{ "AUTH EXTERNAL", EHLO_AUTH "C: AUTH EXTERNAL =\nS: 235 ok\n", "open\nauth EXTERNAL\n", NULL, 0, NULL,
		"READY\nAUTH 235\n" },
	{ "AUTH CRAM-MD5",
		EHLO_AUTH
		"C: AUTH CRAM-MD5\nS: 334 PDFAeD4=\nC: dXNlciA3MzY1NjM3MjY1NzQzYzMxNDA3ODNlMDAwMDAwMDAwMA==\nS: 235 ok\n",
		"open\nauth CRAM-MD5\n", NULL, 0, NULL, "READY\nAUTH 235\n" },
	{ "AUTH XOAUTH2 refused",
		EHLO_AUTH "C: AUTH XOAUTH2 dXNlcj11c2VyAWF1dGg9QmVhcmVyIHRvawEB\nS: 334 eyJzdGF0dXMiOiI0MDEifQ==\n"
				  "C: \nS: 535 no\n",
		"open\nauth XOAUTH2\n", NULL, 0, NULL, "READY\nREFUSED 161/535\n" },
	{ "AUTH OAUTHBEARER refused",
		EHLO_AUTH "C: AUTH OAUTHBEARER bixhPXVzZXIsAWhvc3Q9bXguZXhhbXBsZS5jb20BcG9ydD01ODcBYXV0aD1CZWFyZXIgdG9rAQE=\n"
				  "S: 334 eyJzdGF0dXMiOiI0MDEifQ==\nC: AQ==\nS: 535 no\n",
		"open\nauth OAUTHBEARER\n", NULL, 0, NULL, "READY\nREFUSED 161/535\n" },
	{ "250 to AUTH", EHLO_AUTH "C: AUTH PLAIN AHVzZXIAc2VjcmV0\nS: 250 ok\n", "open\nauth PLAIN\n", NULL, 0, NULL,
		"READY\nFAILED 161/250\n" },
	{ "the server's proof", EHLO_AUTH "C: AUTH X-PROVING aGk=\nS: 334 dj1vaw==\nC: \nS: 235 ok\n",
		"open\nauth X-PROVING\n", NULL, 0, NULL, "READY\nAUTH 235\n" },
	{ "235 before the proof", EHLO_AUTH "C: AUTH X-PROVING aGk=\nS: 235 ok\n", "open\nauth X-PROVING\n", NULL, 0, NULL,
		"READY\nFAILED 161/235\n" },
	{ "235 before the initial response", EHLO_AUTH "C: AUTH XOAUTH2\nS: 235 ok\n", "open\nauth LONG\n", NULL, 0, NULL,
		"READY\nFAILED 161/235\n" },
	{ "a wrong proof", EHLO_AUTH "C: AUTH X-PROVING aGk=\nS: 334 dj1ubw==\nC: *\nS: 501 ok\n", "open\nauth X-PROVING\n",
		NULL, 0, NULL, "READY\nREFUSED 161/0\n" },

	{ "EXPN", EHLO_PIPE "C: EXPN staff\nS: 250-A <a@x>\nS: 250 b@x\nC: EXPN x\nS: 550 no\n",
		"open\nexpn staff\nexpn x\n", NULL, 0, NULL, "READY\nLINE A <a@x>\nLINE b@x\nCMD 250\nCMD 550\n" },
	{ "VRFY and refused arguments", EHLO_PIPE "C: VRFY joe\nS: 252 maybe\n",
		"open\nvrfy joe\nvrfy \nexpn a\rb\nvrfy \xff\n", NULL, 0, NULL,
		"READY\nCMD 252\nNO 10022 0\nNO 10022 0\nNO 10022 0\n" },
	{ "raw commands",
		EHLO_PIPE "C: HELP me\nS: 214-a\nS: 214 b\nC: DATA\nS: 354 go\nC: \nS: 500 what\nC: X\nS: 421 bye\n",
		"open\nc HELP me\nc DATA\nc \nc a\tb\nc X\n", NULL, 0, NULL,
		"READY\nCMD 214\nCMD 354\nCMD 500\nNO 10022 0\nCMD 421\nFAILED 161/421\n" },
	{ "RSET", EHLO_PIPE "C: RSET\nS: 250 ok\nEOF\n", "open\nrset\n", NULL, 0, NULL, "READY\nCMD 250\nFAILED 1120/0\n" },
	{ "QUIT without an answer", EHLO_PIPE "C: QUIT\nEOF\n", "open\nquit\n", NULL, 0, NULL, "READY\nFAILED 1120/0\n" },
	{ "nothing before open", "", "noop\nmail\nquit\n", env_one, 1, BODY, "NO 1117 0\nNO 1117 0\nNO 1117 0\n" },

	{ "batch of three",
		EHLO_PIPE MAIL_ONE MAIL_OK BODY_C MAIL_ONE "S: 250 one\n" MAIL_OK BODY_C MAIL_ONE "S: 250 two\n" MAIL_OK BODY_C
												   "S: 250 three\n",
		"open\nmail\n", env_one, 3, BODY,
		"READY\nRCPT 0 + 250\nBODY\nEND\nMAIL + 250\nRCPT 0 + 250\nBODY\nEND\nMAIL + 250\nRCPT 0 + "
		"250\nBODY\nEND\nMAIL + 250\n" },
	{ "batch without PIPELINING",
		HELLO
		"S: 250 mx\nC: MAIL FROM:<from@example.org>\nS: 250 ok\nC: RCPT TO:<rcpt@example.net>\nS: 250 ok\nC: DATA\n"
		"S: 354 go\n" BODY_C "S: 250 ok\nC: MAIL FROM:<from@example.org>\nS: 250 ok\n"
		"C: RCPT TO:<rcpt@example.net>\nS: 250 ok\nC: DATA\nS: 354 go\n" BODY_C "S: 250 ok\n",
		"open\nmail\n", (const ssmtp_envelope[]){ ENVELOPE(one, 0), ENVELOPE(one, .send_rset_first = true) }, 2, BODY,
		"READY\nRCPT 0 + 250\nBODY\nEND\nMAIL + 250\nRCPT 0 + 250\nBODY\nEND\nMAIL + 250\n" },
	{ "batch: the first message is refused",
		EHLO_PIPE MAIL_ONE MAIL_OK BODY_C MAIL_ONE "S: 554 spam\n" MAIL_OK BODY_C "S: 250 ok\n", "open\nmail\n",
		env_one, 2, BODY, "READY\nRCPT 0 + 250\nBODY\nEND\nMAIL - 161/554\nRCPT 0 + 250\nBODY\nEND\nMAIL + 250\n" },
	{ "batch: the first transaction is refused",
		EHLO_PIPE MAIL_ONE "S: 250 ok\nS: 550 no\nS: 554 no\nC: RSET\nS: 250 ok\n" MAIL_ONE MAIL_OK BODY_C
						   "S: 250 ok\n",
		"open\nmail\n", env_one, 2, BODY, "READY\nRCPT 0 - 550\nMAIL - 161/550\nRCPT 0 + 250\nBODY\nEND\nMAIL + 250\n",
		false, false, true },
	{ "batch: the second transaction is refused",
		EHLO_PIPE MAIL_ONE MAIL_OK BODY_C MAIL_ONE
		"S: 250 ok\nS: 250 ok\nS: 550 no\nS: 554 no\nC: RSET\nS: 250 ok\nC: NOOP\nS: 250 ok\n",
		"open\nmail\nnoop\n", env_one, 2, BODY,
		"READY\nRCPT 0 + 250\nBODY\nEND\nMAIL + 250\nRCPT 0 - 550\nMAIL - 161/550\nCMD 250\n" },
	{ "batch: dropped behind the first message", EHLO_PIPE MAIL_ONE MAIL_OK BODY_C MAIL_ONE "EOF\n", "open\nmail\n",
		env_one, 2, BODY, "READY\nRCPT 0 + 250\nBODY\nEND\nFAILED 1120/0 maybe\n" },
	{ "batch: dropped in the second transaction",
		EHLO_PIPE MAIL_ONE MAIL_OK BODY_C MAIL_ONE "S: 250 ok\nS: 250 ok\nEOF\n", "open\nmail\n", env_one, 2, BODY,
		"READY\nRCPT 0 + 250\nBODY\nEND\nMAIL + 250\nFAILED 1120/0\n" },

	{ "BDAT",
		EHLO_BDAT "C: MAIL FROM:<from@example.org>\nC: RCPT TO:<a@example.net>\nC: RCPT TO:<b@example.net>\n"
				  "S: 250 ok\nS: 250 ok\nS: 550 no\nC: BDAT 20 LAST\nC: Subject: x\nC: \nC: .dot\nS: 250 ok\n",
		"open\nmail\n", env_bdat, 1, BODY, "READY\nRCPT 0 + 250\nRCPT 1 - 550\nBODY\nEND\nMAIL + 250\n" },
	{ "BDAT, all refused",
		EHLO_BDAT "C: MAIL FROM:<from@example.org>\nC: RCPT TO:<a@example.net>\nC: RCPT TO:<b@example.net>\n"
				  "S: 250 ok\nS: 550 no\nS: 550 no\nC: RSET\nS: 250 ok\n",
		"open\nmail\n", env_bdat, 1, BODY, "READY\nRCPT 0 - 550\nRCPT 1 - 550\nMAIL - 161/550\n" },
	{ "BDAT LAST refused",
		EHLO_BDAT "C: MAIL FROM:<from@example.org>\nC: RCPT TO:<a@example.net>\nC: RCPT TO:<b@example.net>\n"
				  "S: 250 ok\nS: 250 ok\nS: 250 ok\nC: BDAT 20 LAST\nC: Subject: x\nC: \nC: .dot\nS: 554 no\nC: "
				  "RSET\nS: 250 ok\n",
		"open\nmail\n", env_bdat, 1, BODY, "READY\nRCPT 0 + 250\nRCPT 1 + 250\nBODY\nEND\nMAIL - 161/554\n" },
	{ "BDAT, dropped behind the last chunk",
		EHLO_BDAT "C: MAIL FROM:<from@example.org>\nC: RCPT TO:<a@example.net>\nC: RCPT TO:<b@example.net>\n"
				  "S: 250 ok\nS: 250 ok\nS: 250 ok\nC: BDAT 20 LAST\nC: Subject: x\nC: \nC: .dot\nEOF\n",
		"open\nmail\n", env_bdat, 1, BODY, "READY\nRCPT 0 + 250\nRCPT 1 + 250\nBODY\nEND\nFAILED 1120/0 maybe\n" },
	{ "BDAT in a batch",
		EHLO_BDAT
		"C: MAIL FROM:<from@example.org>\nC: RCPT TO:<a@example.net>\nC: RCPT TO:<b@example.net>\n"
		"S: 250 ok\nS: 250 ok\nS: 250 ok\nC: BDAT 20 LAST\nC: Subject: x\nC: \nC: .dot\n"
		"C: RSET\nC: MAIL FROM:<from@example.org>\nC: RCPT TO:<rcpt@example.net>\n"
		"S: 554 no\nS: 250 ok\nS: 250 ok\nS: 250 ok\nC: BDAT 20 LAST\nC: Subject: x\nC: \nC: .dot\nS: 250 ok\n",
		"open\nmail\n", env_bdat, 2, BODY,
		"READY\nRCPT 0 + 250\nRCPT 1 + 250\nBODY\nEND\nMAIL - 161/554\nRCPT 0 + 250\nBODY\nEND\nMAIL + 250\n" },
};

static void test_cases(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		size_t total = case_server_octets(&cases[i]);

		run_case(&cases[i], 0, true);
		run_case(&cases[i], 0, false);
		if (cases[i].whole_only) {
			continue;
		}
		run_case(&cases[i], SIZE_MAX, true);
		run_case(&cases[i], SIZE_MAX, false);
		for (size_t split = 1; split < total; split++) {
			run_case(&cases[i], split, split % 2 == 0);
		}
	}
}

/* ---- without memory ---- */

static const session_case *case_named(const char *name)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		if (strcmp(cases[i].name, name) == 0) {
			return &cases[i];
		}
	}
	CHECK(false, "no case %s", name);
	return &cases[0];
}

/* The n-th allocation of the session fails: it says so, or did not need it. */
static bool run_case_without_memory(const session_case *test, unsigned long n)
{
	run r;
	bool reached;
	const char *events;

	if (!run_begin(&r, test, 0, true)) {
		CHECK(false, "%s", test->name);
	}
	/* The harness has its own memory already. */
	ssmtp_buf_reserve(&r.sent, 65536);
	ssmtp_buf_reserve(&r.events, 65536);
	ssmtp_buf_reserve(&r.trace, 65536);
	ssmtp_alloc_fail_at(n);
	for (size_t steps = 0; steps < 100000 && run_step(&r); steps++) {
	}
	reached = ssmtp_alloc_count() >= n;
	ssmtp_alloc_fail_at(0);
	events = ssmtp_buf_cstr(&r.events);
	CHECK(!reached || strstr(events, " 1/0") != NULL || strstr(events, "NO 1 ") != NULL ||
			  strcmp(events, test->events) == 0,
		"%s without allocation %lu: %s", test->name, n, events);
	run_end(&r);
	return reached;
}

static void test_without_memory(void)
{
	ssmtp_session_options options = { .hello = "client.example.org" };
	ssmtp_error error = { 0 };
	unsigned long n;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		for (n = 1; run_case_without_memory(&cases[i], n); n++) {
		}
	}
	for (n = 1; n <= 2; n++) {
		ssmtp_alloc_fail_at(n);
		CHECK(ssmtp_session_new(&options, &error) == NULL && error.kind == SSMTP_ERROR_NOMEM);
		ssmtp_error_clear(&error);
	}
	ssmtp_alloc_fail_at(0);
}

/* ---- what a case cannot show ---- */

/* RFC 2920: MAIL, RCPT, DATA in one write; the message and the next group in another. */
static void test_writes(void)
{
	static const struct {
		const char *name;
		unsigned writes;
	} rows[] = {
		{ "one message, one group", 4 },    /* EHLO, group, message, QUIT */
		{ "batch of three", 5 },            /* EHLO, group, message + group twice, message */
		{ "BDAT in a batch", 4 },           /* EHLO, group, chunk + group, chunk */
		{ "partial refusal goes on", 3 },   /* EHLO, group, message */
		{ "batch without PIPELINING", 9 }, /* every command its own */
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		for (int trace = 0; trace < 2; trace++) {
			run r;

			CHECK(run_begin(&r, case_named(rows[i].name), 0, trace == 1));
			while (run_step(&r)) {
			}
			CHECK(r.writes == rows[i].writes, "%s: %u writes", rows[i].name, r.writes);
			run_end(&r);
		}
	}
}

static const char *traced(run *r, const session_case *test, bool show_secrets)
{
	ssmtp_session_options options = {
		.hello = "client.example.org", .allow_extensions = true, .show_secrets = show_secrets
	};

	CHECK(run_begin(r, test, 0, true));
	ssmtp_session_free(&r->session);
	r->session = ssmtp_session_new(&options, NULL);
	while (run_step(r)) {
	}
	return ssmtp_buf_cstr(&r->trace);
}

static void test_trace(void)
{
	static const struct {
		const char *name;
		const char *masked;
		const char *shown;
	} rows[] = {
		{ "AUTH PLAIN", "0AUTH PLAIN *****\n1235 ok\n", "0AUTH PLAIN AHVzZXIAc2VjcmV0\n1235 ok\n" },
		{ "AUTH LOGIN", "0AUTH LOGIN\n1334 VXNlcm5hbWU6\n0*****\n1334 UGFzc3dvcmQ6\n0*****\n1235 ok\n",
			"0AUTH LOGIN\n1334 VXNlcm5hbWU6\n0dXNlcg==\n1334 UGFzc3dvcmQ6\n0c2VjcmV0\n1235 ok\n" },
		{ "challenge is not Base64", "0AUTH LOGIN\n1334 Username:\n0*\n1501 cancelled\n",
			"0AUTH LOGIN\n1334 Username:\n0*\n1501 cancelled\n" },
		{ "EXPN", "0EXPN staff\n1250-A <a@x>\n1250 b@x\n0EXPN x\n1550 no\n", "0EXPN staff\n" },
		{ "BDAT LAST refused", "0BDAT 20 LAST\n1554 no\n0RSET\n1250 ok\n", "0BDAT 20 LAST\n1554 no\n" },
		{ "one message, one group",
			"1250 PIPELINING\n0MAIL FROM:<from@example.org>\n0RCPT TO:<rcpt@example.net>\n0DATA\n1250 2.1.0 ok\n"
			"1250 2.1.5 ok\n1354 go\n1250 ok\n0QUIT\n1221 bye\n",
			"0DATA\n" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		for (int show = 0; show < 2; show++) {
			run r;
			const char *trace = traced(&r, case_named(rows[i].name), show == 1);

			CHECK(strstr(trace, show ? rows[i].shown : rows[i].masked) != NULL, "%s: %s", rows[i].name, trace);
			run_end(&r);
		}
	}
}

/* AUTH typed as a raw command, and the line behind its 334, are masked too. */
static void test_trace_raw_auth(void)
{
	static const session_case test = { "raw AUTH",
		EHLO_AUTH
		"C: auth plain AHVzZXIAc2VjcmV0\nS: 535 no\nC: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: dXNlcg==\nS: 535 no\n"
		"C: HELP x\nS: 214 x\n",
		"open\nc auth plain AHVzZXIAc2VjcmV0\nc AUTH LOGIN\nc dXNlcg==\nc HELP x\n", NULL, 0, NULL, "" };
	run r;
	const char *trace = traced(&r, &test, false);

	CHECK(
		strstr(trace, "0auth plain *****\n1535 no\n0AUTH LOGIN\n1334 VXNlcm5hbWU6\n0*****\n1535 no\n0HELP x\n") != NULL,
		"%s", trace);
	CHECK(strstr(trace, "AHVz") == NULL && strstr(trace, "dXNl") == NULL);
	run_end(&r);
}

/* Appends "334 " and len octets of Base64 that decode to "more" repeated. */
static void append_challenge(ssmtp_buf *script, size_t len)
{
	ssmtp_buf_append_str(script, "S: 334 ");
	for (size_t i = 0; i < len; i += 8) {
		ssmtp_buf_append_str(script, "bW9yZW1v");
	}
	ssmtp_buf_append_str(script, "\n");
}

/* RFC 4954 section 4: an initial response beyond the command line waits for the
 * empty challenge; lines of the exchange up to 12288 octets pass. */
static void test_auth_long(void)
{
	session_case test = { "long token", NULL, "open\nauth LONG\n", NULL, 0, NULL, "READY\nAUTH 235\n" };
	ssmtp_buf script;
	ssmtp_buf message;

	ssmtp_buf_init(&script, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&message, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_append_str(&message, "user=user\1auth=Bearer ");
	for (int i = 0; i < 3000; i++) {
		ssmtp_buf_append_octet(&message, 'a');
	}
	ssmtp_buf_append_str(&message, "\1\1");
	ssmtp_buf_append_str(&script, EHLO_AUTH "C: AUTH XOAUTH2\nS: 334 \nC: ");
	ssmtp_base64_append(&script, ssmtp_buf_slice(&message));
	ssmtp_buf_append_str(&script, "\nS: 235 ok\n");
	test.script = ssmtp_buf_cstr(&script);
	run_case(&test, 0, true);
	run_case(&test, SIZE_MAX, true);

	ssmtp_buf_clear(&script);
	ssmtp_buf_append_str(&script, EHLO_AUTH "C: AUTH LOGIN\n");
	append_challenge(&script, 12000);
	ssmtp_buf_append_str(&script, "C: dXNlcg==\n");
	append_challenge(&script, 12400);
	test = (session_case){ "challenge too long", ssmtp_buf_cstr(&script), "open\nauth LOGIN\n", NULL, 0, NULL,
		"READY\nFAILED 161/0\n" };
	run_case(&test, 0, true);
	ssmtp_buf_free(&script);
	ssmtp_buf_free(&message);
}

static void test_auth_rounds(void)
{
	session_case test = { "endless challenges", NULL, "open\nauth X-PROVING\n", NULL, 0, NULL,
		"READY\nREFUSED 161/0\n" };
	ssmtp_buf script;

	ssmtp_buf_init(&script, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_append_str(&script, EHLO_AUTH "C: AUTH X-PROVING aGk=\n");
	for (int i = 0; i < 32; i++) {
		ssmtp_buf_append_str(&script, "S: 334 bW9yZQ==\nC: \n");
	}
	ssmtp_buf_append_str(&script, "S: 334 bW9yZQ==\nC: *\nS: 501 cancelled\n");
	test.script = ssmtp_buf_cstr(&script);
	run_case(&test, 0, true);
	run_case(&test, SIZE_MAX, true);
	ssmtp_buf_free(&script);
}

/* More recipients than the window has room for. */
static void test_many_recipients(void)
{
	enum { COUNT = 1500 };
	ssmtp_recipient_path *recipients = calloc(COUNT, sizeof(*recipients));
	ssmtp_envelope envelope = { "MAIL", "", "", recipients, COUNT, 0, false, false, false, false };
	ssmtp_buf script;
	ssmtp_buf events;
	session_case test = { "many recipients", NULL, "open\nmail\n", &envelope, 1, BODY, NULL };

	ssmtp_buf_init(&script, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&events, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_append_str(&script, EHLO_PIPE "C: MAIL FROM:<>\nS: 250 ok\n");
	ssmtp_buf_append_str(&events, "READY\n");
	for (int i = 0; i < COUNT; i++) {
		recipients[i] = (ssmtp_recipient_path){ "a@b", "", false };
		ssmtp_buf_append_str(&script, "C: RCPT TO:<a@b>\n");
		ssmtp_buf_printf(&script, "S: %d ok\n", i % 7 == 0 ? 550 : 250);
		ssmtp_buf_printf(&events, "RCPT %d %s\n", i, i % 7 == 0 ? "- 550" : "+ 250");
	}
	ssmtp_buf_append_str(&script, "C: DATA\nS: 354 ok\n" BODY_C "S: 250 ok\n");
	ssmtp_buf_append_str(&events, "BODY\nEND\nMAIL + 250\n");
	test.script = ssmtp_buf_cstr(&script);
	test.events = ssmtp_buf_cstr(&events);
	run_case(&test, 0, true);
	run_case(&test, 0, false);
	run_case(&test, SIZE_MAX, false);
	free(recipients);
	ssmtp_buf_free(&script);
	ssmtp_buf_free(&events);
}

/* ---- what happens outside ---- */

typedef enum outside { OUTSIDE_IO, OUTSIDE_BODY } outside;

/* Runs until the body is wanted, writes it, lets send_buf show it or not, fails. */
static void fail_after_body(bool end, bool shown, outside how, bool maybe_delivered)
{
	ssmtp_error error = { .kind = SSMTP_ERROR_TIMEOUT, .code = SSMTP_E_TIMEOUT, .text = "Timeout." };
	ssmtp_session_event event;
	size_t room;
	run r;

	CHECK(run_begin(&r, case_named("one message, one group"), 0, false));
	while ((ssmtp_session_wants(r.session) & SSMTP_WANT_BODY) == 0 && run_step(&r)) {
	}
	memcpy(ssmtp_session_body_buf(r.session, &room), "x", 1);
	CHECK(room == 65536);
	ssmtp_session_body_ack(r.session, 1, end);
	while (ssmtp_session_next_event(r.session, &event)) {
	}
	if (shown) {
		ssmtp_session_send_buf(r.session, &room);
	}
	if (how == OUTSIDE_IO) {
		ssmtp_session_io_failed(r.session, &error);
	} else {
		ssmtp_session_body_failed(r.session, &error);
	}
	CHECK(ssmtp_session_next_event(r.session, &event) && event.type == SSMTP_SE_FAILED);
	CHECK(event.error->code == SSMTP_E_TIMEOUT && event.maybe_delivered == maybe_delivered &&
			  event.error->maybe_delivered == maybe_delivered,
		"end %d shown %d", end, shown);
	CHECK(!ssmtp_session_next_event(r.session, &event));
	CHECK(ssmtp_session_wants(r.session) == SSMTP_WANT_CLOSED);
	/* Closed without the dot: nothing is left that could be sent. */
	ssmtp_session_send_buf(r.session, &room);
	CHECK(room == 0);
	CHECK(!ssmtp_session_command(r.session, SSMTP_SLICE("NOOP"), &error));
	run_end(&r);
}

static void test_outside(void)
{
	fail_after_body(true, true, OUTSIDE_IO, true);
	fail_after_body(true, false, OUTSIDE_IO, false);
	fail_after_body(false, true, OUTSIDE_IO, false);
	fail_after_body(false, true, OUTSIDE_BODY, false);
}

/* A reply to what has not been sent is nobody's. */
static void test_reply_before_command(void)
{
	ssmtp_session_event event;
	size_t room;
	run r;

	CHECK(run_begin(&r, case_named("one message, one group"), 0, false));
	while ((ssmtp_session_wants(r.session) & SSMTP_WANT_SEND) == 0 && run_step(&r)) {
	}
	memcpy(ssmtp_session_recv_buf(r.session, &room), "250 mx\r\n", 8);
	ssmtp_session_recv_ack(r.session, 8);
	CHECK(ssmtp_session_next_event(r.session, &event) && event.type == SSMTP_SE_FAILED);
	run_end(&r);
}

/* Octets that wait when a command is asked for; the pool asks has_unread. */
static void test_unread(void)
{
	ssmtp_session_event event;
	ssmtp_error error = { 0 };
	size_t room;
	run r;

	CHECK(run_begin(&r, case_named("RSET"), 0, false));
	while (strcmp(ssmtp_buf_cstr(&r.events), "READY\n") != 0 && run_step(&r)) {
	}
	while (ssmtp_session_next_event(r.session, &event)) {
	}
	CHECK(!ssmtp_session_has_unread(r.session));
	CHECK(ssmtp_slice_equal(ssmtp_session_last_reply(r.session), SSMTP_SLICE("250-mx.example.com\r\n250 PIPELINING")));
	memcpy(ssmtp_session_recv_buf(r.session, &room), "42", 2);
	ssmtp_session_recv_ack(r.session, 2);
	CHECK(ssmtp_session_has_unread(r.session));
	CHECK(ssmtp_session_wants(r.session) == SSMTP_WANT_IDLE);
	CHECK(ssmtp_session_command(r.session, SSMTP_SLICE("NOOP"), &error));
	CHECK(ssmtp_session_next_event(r.session, &event) && event.type == SSMTP_SE_FAILED);
	run_end(&r);
}

/* What is awaited changes as the oldest outstanding command does; the greeting is awaited once. */
static void test_what_is_awaited(void)
{
	static const char *const expected[] = { "EHLO", "MAIL", "RCPT", "DATA" };
	ssmtp_error error = { 0 };
	size_t at = 0;
	run r;

	CHECK(run_begin(&r, case_named("one message without PIPELINING"), 0, false));
	CHECK(!ssmtp_session_awaits_greeting(r.session));
	CHECK(ssmtp_session_open(r.session, &error));
	CHECK(ssmtp_session_awaits_greeting(r.session));
	r.requests = "mail\n";
	for (; at < sizeof(expected) / sizeof(expected[0]); at++) {
		while (strcmp(ssmtp_session_awaits(r.session), expected[at]) != 0 && run_step(&r)) {
		}
		CHECK(strcmp(ssmtp_session_awaits(r.session), expected[at]) == 0, "%zu", at);
		CHECK(!ssmtp_session_awaits_greeting(r.session));
	}
	run_end(&r);
}

/* A body above one buffer: several BDAT chunks, one outstanding without PIPELINING. */
static void test_bdat_chunks(void)
{
	static const char *const offers[] = { "S: 250-mx\nS: 250-CHUNKING\nS: 250 PIPELINING\n",
		"S: 250-mx\nS: 250 CHUNKING\n" };
	enum { LEN = 200000 };
	char *body = calloc(1, LEN + 1);

	memset(body, 'x', LEN);
	for (size_t i = 0; i < 2; i++) {
		session_case test = { "big", NULL, "open\nmail\n",
			&(const ssmtp_envelope) ENVELOPE(one, .prefer_chunking = true), 1, body, "" };
		ssmtp_buf script;
		size_t written = 0;
		unsigned replies = 0;
		size_t room;
		run r;

		ssmtp_buf_init(&script, SSMTP_BUF_MAX_DEFAULT);
		ssmtp_buf_printf(&script,
			HELLO "%sC: MAIL FROM:<from@example.org>\nS: 250 ok\nC: RCPT TO:<rcpt@example.net>\nS: 250 ok\n",
			offers[i]);
		test.script = ssmtp_buf_cstr(&script);
		CHECK(run_begin(&r, &test, 0, false));
		if (i == 0) {
			/* With PIPELINING the group is one: so are the replies. */
			script_free(&r.script);
			ssmtp_buf_clear(&script);
			ssmtp_buf_printf(&script,
				HELLO "%sC: MAIL FROM:<from@example.org>\nC: RCPT TO:<rcpt@example.net>\nS: 250 ok\nS: 250 ok\n",
				offers[i]);
			script_load(&r.script, ssmtp_buf_cstr(&script));
		}
		while ((ssmtp_session_wants(r.session) & SSMTP_WANT_BODY) == 0 && run_step(&r)) {
		}
		ssmtp_buf_clear(&r.sent);
		while (ssmtp_session_wants(r.session) != SSMTP_WANT_IDLE && replies < 100) {
			unsigned wants = ssmtp_session_wants(r.session);
			ssmtp_session_event event;

			if (wants & SSMTP_WANT_EVENT) {
				if (ssmtp_session_next_event(r.session, &event)) {
					run_event(&r, &event);
				}
			} else if (wants & SSMTP_WANT_BODY) {
				uint8_t *at = ssmtp_session_body_buf(r.session, &room);
				size_t n = LEN - written < 30000 ? LEN - written : 30000;

				memcpy(at, body + written, n);
				written += n;
				ssmtp_session_body_ack(r.session, n, written == LEN);
			} else if (wants & SSMTP_WANT_SEND) {
				run_send(&r);
			} else {
				memcpy(ssmtp_session_recv_buf(r.session, &room), "250 ok\r\n", 8);
				ssmtp_session_recv_ack(r.session, 8);
				replies++;
			}
		}
		/* 90,000 + 90,000 + 20,000 octets and the CRLF that completes the line. */
		CHECK(replies == 3, "%u replies", replies);
		CHECK(ssmtp_buf_len(&r.sent) == LEN + 2 + 2 * strlen("BDAT 90000\r\n") + strlen("BDAT 20002 LAST\r\n"));
		CHECK(strstr(ssmtp_buf_cstr(&r.events), "END\nMAIL + 250\n") != NULL, "%s", ssmtp_buf_cstr(&r.events));
		run_end(&r);
		ssmtp_buf_free(&script);
	}
	free(body);
}

static void test_hello(void)
{
	static const struct {
		const char *hello;
		bool accepted;
	} rows[] = { { "host", true }, { "a.example.org", true }, { "[192.0.2.1]", true }, { "[IPv6:2001:db8::1]", true },
		{ "", false }, { "a b", false }, { "a\r\nRSET", false }, { "a..b", false }, { "[1] x", false },
		{ "x\xc3\xa4", false } };

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ssmtp_session_options options = { .hello = rows[i].hello, .allow_extensions = true };
		ssmtp_error error = { 0 };
		ssmtp_session *session = ssmtp_session_new(&options, &error);

		CHECK((session != NULL) == rows[i].accepted, "%s", rows[i].hello);
		CHECK(rows[i].accepted || error.code == SSMTP_E_INVAL);
		ssmtp_session_free(&session);
	}
}

int main(void)
{
	test_cases();
	test_without_memory();
	test_writes();
	test_trace();
	test_trace_raw_auth();
	test_auth_long();
	test_auth_rounds();
	test_many_recipients();
	test_outside();
	test_reply_before_command();
	test_unread();
	test_what_is_awaited();
	test_bdat_chunks();
	test_hello();
	return unit_summary("session");
}
