/* The client against a scripted server in a thread: whole operations, every
 * event, servers that close at each step, failing allocations. */
#include <arpa/inet.h>
#include <dirent.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/alloc.h"
#include "client/client.h"
#include "net/net.h"
#include "unit.h"
#include "unit_socket.h"

/* A line of the script: "S: text" is sent with CRLF, "C: text" is awaited and
 * compared, "C* " takes any line, "M:" takes lines up to the lone dot, "T: text" sends
 * octet after octet for ever, "L: text" line after line, "X" closes. */
typedef struct server {
	const char *const *script;
	size_t steps_max; /* close behind so many steps; 0: all */
	int listener;
	uint16_t port;
	pthread_t thread;
	char body[65536]; /* of M: */
	size_t body_len;
	char wrong[512];  /* first line that was not as scripted */
	char in[4096];
	size_t in_len;
	char out[65536]; /* replies leave in one write when more of the client is awaited (RFC 2920 section 3.2) */
	size_t out_len;
} server;

static int server_flush(server *s, int fd)
{
	size_t len = s->out_len;

	s->out_len = 0;
	return send(fd, s->out, len, MSG_NOSIGNAL) == (ssize_t) len;
}

static int server_line(server *s, int fd, char *line, size_t room)
{
	for (;;) {
		char *end = memchr(s->in, '\n', s->in_len);

		if (end != NULL) {
			size_t len = (size_t) (end - s->in) + 1, copy = len < room ? len : room - 1;

			memcpy(line, s->in, copy);
			line[copy] = '\0';
			memmove(s->in, s->in + len, s->in_len - len);
			s->in_len -= len;
			return 1;
		}
		ssize_t n = server_flush(s, fd) ? recv(fd, s->in + s->in_len, sizeof(s->in) - s->in_len, 0) : 0;

		if (n <= 0) {
			return 0;
		}
		s->in_len += (size_t) n;
	}
}

/* Until the client has enough of it. */
static int server_trickle(int fd, const char *octets, size_t piece)
{
	for (size_t len = strlen(octets), at = 0;; at = (at + piece) % len) {
		if (send(fd, octets + at, piece, MSG_NOSIGNAL) < 0) {
			return 0;
		}
		usleep(1000);
	}
}

static int server_step(server *s, int fd, const char *step)
{
	char line[2048], text[2048];

	if (step[0] == 'T' || step[0] == 'L') {
		snprintf(text, sizeof(text), "%s%s", step + 3, step[0] == 'L' ? "\r\n" : "");
		return server_flush(s, fd) && server_trickle(fd, text, step[0] == 'L' ? strlen(text) : 1);
	}

	if (step[0] == 'S') {
		s->out_len += (size_t) snprintf(s->out + s->out_len, sizeof(s->out) - s->out_len, "%s\r\n", step + 3);
		return s->out_len < sizeof(s->out);
	}
	if (step[0] == 'C') {
		if (!server_line(s, fd, line, sizeof(line))) {
			return 0;
		}
		snprintf(text, sizeof(text), "%s\r\n", step + 3);
		if (step[1] == ':' && strcmp(line, text) != 0 && s->wrong[0] == '\0') {
			snprintf(s->wrong, sizeof(s->wrong), "expected %.200s got %.200s", text, line);
		}
		return 1;
	}
	if (step[0] == 'M') {
		while (server_line(s, fd, line, sizeof(line)) && strcmp(line, ".\r\n") != 0) {
			size_t len = strlen(line);

			if (s->body_len + len < sizeof(s->body)) {
				memcpy(s->body + s->body_len, line, len);
				s->body_len += len;
			}
		}
		return 1;
	}
	return 0;
}

static void *server_run(void *raw)
{
	server *s = raw;
	int fd = accept(s->listener, NULL, NULL);

	if (fd >= 0) {
		unit_no_delay(fd);
		for (size_t i = 0; s->script[i] != NULL && (s->steps_max == 0 || i < s->steps_max); i++) {
			if (!server_step(s, fd, s->script[i])) {
				break;
			}
		}
		server_flush(s, fd);
		close(fd);
	}
	return NULL;
}

static void server_start(server *s, const char *const *script, size_t steps_max)
{
	struct sockaddr_in at = { 0 };
	socklen_t len = sizeof(at);

	memset(s, 0, sizeof(*s));
	s->script = script;
	s->steps_max = steps_max;
	s->listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	at.sin_family = AF_INET;
	at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	bind(s->listener, (struct sockaddr *) &at, sizeof(at));
	listen(s->listener, 4);
	getsockname(s->listener, (struct sockaddr *) &at, &len);
	s->port = ntohs(at.sin_port);
	pthread_create(&s->thread, NULL, server_run, s);
}

static void server_stop(server *s)
{
	shutdown(s->listener, SHUT_RDWR); /* ends an accept nobody answered */
	pthread_join(s->thread, NULL);
	close(s->listener);
	CHECK(s->wrong[0] == '\0', "%s", s->wrong);
}

/* What the events said, a line each. */
static char trail[65536];
static size_t trail_len;
static int throw_at; /* abort at this event number; 0: never */
static int interrupt_at;
static int events_seen;

static void trail_clear(void)
{
	trail_len = 0;
	trail[0] = '\0';
	events_seen = 0;
}

static void trail_add(const ssmtp_event *event)
{
	const ssmtp_event_row *row = &ssmtp_event_rows[event->id - 1];

	trail_len += (size_t) snprintf(trail + trail_len, sizeof(trail) - trail_len, "%s", row->name);
	for (size_t i = 0; i < row->arg_count && trail_len < sizeof(trail); i++) {
		if (row->args[i].type == SSMTP_ARG_STRING) {
			trail_len += (size_t) snprintf(trail + trail_len, sizeof(trail) - trail_len, " %.*s",
				SSMTP_SLICE_FMT(event->args[i].text));
		} else {
			trail_len += (size_t) snprintf(trail + trail_len, sizeof(trail) - trail_len, " %lld",
				(long long) event->args[i].number);
		}
	}
	if (trail_len < sizeof(trail) - 2) {
		trail[trail_len++] = '\n';
		trail[trail_len] = '\0';
	}
}

static int64_t clock_ms;
static int clock_jump; /* at a wait that would be silent: the clock jumps */

static int64_t fake_now(void)
{
	return clock_ms;
}

static bool run(ssmtp_client *client, ssmtp_operation operation, const char *argument, ssmtp_error *error)
{
	if (!ssmtp_client_begin(client, operation, ssmtp_slice_str(argument), error)) {
		return false;
	}
	for (;;) {
		switch (ssmtp_client_step(client)) {
		case SSMTP_STEP_WAIT:
			if (clock_jump > 0) {
				clock_ms += clock_jump;
			}
			ssmtp_client_wait(client);
			break;
		case SSMTP_STEP_EVENT:
			trail_add(ssmtp_client_event(client));
			events_seen++;
			if (events_seen == throw_at) {
				ssmtp_client_abort(client);
			}
			if (events_seen == interrupt_at) {
				ssmtp_client_interrupt(client);
			}
			break;
		case SSMTP_STEP_TOKEN:
			ssmtp_client_give_token(client, ssmtp_slice_str(ssmtp_client_token_refused(client) ? "new" : "old"));
			break;
		case SSMTP_STEP_DONE:
			return true;
		case SSMTP_STEP_FAILED:
			*error = *ssmtp_client_error(client);
			return false;
		}
	}
}

static bool set_text(ssmtp_client *client, int id, const char *text)
{
	ssmtp_value value = { SSMTP_VALUE_STRING, 0, ssmtp_slice_str(text) };
	ssmtp_error error = { 0 };
	bool ok = ssmtp_client_set(client, id, 0, &value, &error);

	return ok;
}

static bool set_int(ssmtp_client *client, int id, int64_t number)
{
	ssmtp_value value = { SSMTP_VALUE_INT, number, SSMTP_SLICE_EMPTY };
	ssmtp_error error = { 0 };

	return ssmtp_client_set(client, id, 0, &value, &error);
}

static const char *get_text(ssmtp_client *client, int id)
{
	static char text[65536];
	ssmtp_value value = { 0 };
	ssmtp_error error = { 0 };

	if (!ssmtp_client_get(client, id, 0, &value, &error)) {
		return error.text[0] ? "(error)" : "(none)";
	}
	snprintf(text, sizeof(text), "%.*s", SSMTP_SLICE_FMT(value.text));
	return text;
}

static bool config(ssmtp_client *client, const char *text)
{
	ssmtp_buf out;
	ssmtp_error error = { 0 };
	bool ok;

	ssmtp_buf_init(&out, 65536);
	ok = ssmtp_client_config(client, ssmtp_slice_str(text), &out, &error);
	ssmtp_buf_free(&out);
	return ok;
}

static ssmtp_client *client_for(const server *s, const ssmtp_client_hooks *hooks)
{
	ssmtp_error error = { 0 };
	ssmtp_client *client = ssmtp_client_new(hooks, &error);

	if (client == NULL || !set_text(client, SSMTP_ID_MAIL_SERVER, "127.0.0.1")
		|| !set_int(client, SSMTP_ID_MAIL_PORT, s->port) || !config(client, "Hello=client.example")
		|| !config(client, "SendRSET=False") || !set_text(client, SSMTP_ID_FROM, "Ann <ann@example.org>")
		|| !set_text(client, SSMTP_ID_SEND_TO, "bob@example.net") || !set_text(client, SSMTP_ID_SUBJECT, "hello")
		|| !set_text(client, SSMTP_ID_MESSAGE_DATE, "Sun, 22 Nov 2026 08:00:00 +0000")
		|| !set_text(client, SSMTP_ID_MESSAGE_ID, "<1@example.org>")
		|| !set_text(client, SSMTP_ID_MESSAGE_TEXT, "line one\n.dot\rlast")) {
		ssmtp_client_free(&client);
	}
	return client;
}

#define GREETING "S: 220 mx.example ready", "C: EHLO client.example", "S: 250-mx.example", "S: 250-SIZE 1000000", \
	"S: 250-8BITMIME", "S: 250 PIPELINING"
#define GOODBYE "C: QUIT", "S: 221 2.0.0 bye"

static const char *const plain_script[] = { GREETING, "C: MAIL FROM:<ann@example.org> SIZE=156",
	"C: RCPT TO:<bob@example.net>", "C: DATA", "S: 250 2.1.0 Ok", "S: 250 2.1.5 Ok", "S: 354 go ahead", "M:",
	"S: 250 2.0.0 Ok: queued as 4F2B1C", GOODBYE, NULL };

static const char plain_body[] = "Date: Sun, 22 Nov 2026 08:00:00 +0000\r\nFrom: Ann <ann@example.org>\r\n"
								 "To: bob@example.net\r\nSubject: hello\r\nMessage-Id: <1@example.org>\r\n\r\n"
								 "line one\r\n..dot\r\nlast\r\n";

static void test_send_plain(void)
{
	server s;
	ssmtp_client *client;
	ssmtp_error error = { 0 };
	const ssmtp_result *result;

	server_start(&s, plain_script, 0);
	client = client_for(&s, NULL);
	CHECK(client != NULL);
	trail_clear();
	ssmtp_client_listen(client, 0);
	CHECK(run(client, SSMTP_OP_SEND, "", &error), "%d %s", error.code, error.text);
	CHECK(!ssmtp_client_connected(client));
	result = ssmtp_client_result(client);
	CHECK(
		result->count == 1 && result->recipients[0].fate == SSMTP_FATE_DELIVERED && result->recipients[0].reply == 250);
	CHECK(result->transaction_count == 1 && strcmp(result->transactions[0].queue_id, "4F2B1C") == 0, "%s",
		result->transactions[0].queue_id);
	CHECK(trail_len == 0);
	CHECK(strcmp(get_text(client, SSMTP_ID_LAST_REPLY), "250 2.0.0 Ok: queued as 4F2B1C") == 0, "%s",
		get_text(client, SSMTP_ID_LAST_REPLY));
	CHECK(strstr(get_text(client, SSMTP_ID_MESSAGE_HEADERS_STRING), "Subject: hello\r\n") != NULL);
	server_stop(&s);
	CHECK(strcmp(s.body, plain_body) == 0, "%s", s.body);
	ssmtp_client_free(&client);
}

static void test_events(void)
{
	static const char *const wanted[] = { "PITrail 2 Connecting to",
		"ConnectionStatus Remote host connection complete. 0 OK", "PITrail 1 220 mx.example ready",
		"PITrail 0 EHLO client.example", "PITrail 1 250 PIPELINING",
		"PITrail 0 MAIL FROM:<ann@example.org> SIZE=", "PITrail 1 354 go ahead", "StartTransfer 0\n",
		"Transfer 0 20 100 line one\r\n.dot\r\nlast\n", "EndTransfer 0\n", "PITrail 1 250 2.0.0 Ok: queued",
		"PITrail 0 QUIT", "PITrail 1 221 2.0.0 bye", "ConnectionStatus Remote host disconnected. 0 OK" };
	server s;
	ssmtp_client *client;
	ssmtp_error error = { 0 };
	const char *at = trail;

	server_start(&s, plain_script, 0);
	client = client_for(&s, NULL);
	CHECK(config(client, "WaitForQuit=True"));
	trail_clear();
	ssmtp_client_listen(client, ~0u);
	CHECK(run(client, SSMTP_OP_SEND, "", &error), "%d %s", error.code, error.text);
	for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++) {
		const char *found = strstr(at, wanted[i]);

		CHECK(found != NULL, "missing in order: %s\n%s", wanted[i], trail);
		at = found == NULL ? at : found;
	}
	server_stop(&s);
	ssmtp_client_free(&client);
}

/* The server closes behind each step of the script: always an error, never a hang, nothing left open. */
static void test_close_at_each_step(void)
{
	for (size_t steps = 1; plain_script[steps - 1] != NULL; steps++) {
		server s;
		ssmtp_client *client;
		ssmtp_error error = { 0 };
		bool sent, accepted = strncmp(plain_script[steps - 1], "S: 250 2.0.0 Ok", 15) == 0 ||
							  strncmp(plain_script[steps - 1], "C: QUIT", 7) == 0 ||
							  strncmp(plain_script[steps - 1], "S: 221", 6) == 0;
		bool maybe = plain_script[steps - 1][0] == 'M';

		server_start(&s, plain_script, steps);
		client = client_for(&s, NULL);
		trail_clear();
		ssmtp_client_listen(client, ~0u);
		sent = run(client, SSMTP_OP_SEND, "", &error);
		CHECK(sent == accepted, "step %zu: %s", steps, error.text);
		CHECK(sent || error.code == SSMTP_E_DROPPED || error.code == SSMTP_E_CONNRESET, "step %zu: %d %s", steps,
			error.code, error.text);
		/* Closed behind its 354: the dot may or may not have left before we heard of it. */
		if (strncmp(plain_script[steps - 1], "S: 354", 6) != 0) {
			CHECK(sent || error.maybe_delivered == maybe, "step %zu", steps);
			CHECK(maybe == (ssmtp_client_result(client)->count == 1
					&& ssmtp_client_result(client)->recipients[0].fate == SSMTP_FATE_UNKNOWN));
		}
		CHECK(!ssmtp_client_connected(client));
		CHECK(strstr(trail, "ConnectionStatus Remote host disconnected.") != NULL);
		server_stop(&s);
		ssmtp_client_free(&client);
	}
}

static const char *const refused_script[] = { GREETING, "C* ", "C: RCPT TO:<bob@example.net>",
	"C: RCPT TO:<carol@example.net>", "S: 250 2.1.0 Ok", "S: 550 5.1.1 no such user", "S: 250 2.1.5 Ok", "C: RSET",
	"S: 250 Ok", "C: NOOP", "S: 250 still here", GOODBYE, NULL };

/* A refusal leaves the connection open and clean (spec methods 3). */
static void test_refused_recipient(void)
{
	server s;
	ssmtp_client *client;
	ssmtp_error error = { 0 };

	server_start(&s, refused_script, 0);
	client = client_for(&s, NULL);
	set_text(client, SSMTP_ID_CC, "carol@example.net");
	trail_clear();
	CHECK(!run(client, SSMTP_OP_SEND, "", &error));
	CHECK(error.code == SSMTP_E_PROTOCOL && error.reply == 550, "%d %s", error.code, error.text);
	CHECK(ssmtp_client_connected(client));
	CHECK(ssmtp_client_result(client)->recipients[0].fate == SSMTP_FATE_REFUSED);
	CHECK(ssmtp_client_result(client)->recipients[1].fate == SSMTP_FATE_ACCEPTED);
	ssmtp_error_clear(&error);
	CHECK(run(client, SSMTP_OP_COMMAND, "NOOP", &error), "%s", error.text);
	CHECK(strcmp(get_text(client, SSMTP_ID_LAST_REPLY), "250 still here") == 0);
	CHECK(run(client, SSMTP_OP_DISCONNECT, "", &error), "%s", error.text);
	CHECK(!ssmtp_client_connected(client));
	server_stop(&s);
	ssmtp_client_free(&client);
}

/* A callback that throws before the end of mail data: the dot never leaves. */
static void test_abort_before_the_dot(void)
{
	for (int at = 1; at < 60; at++) {
		server s;
		ssmtp_client *client;
		ssmtp_error error = { 0 };
		bool sent;

		server_start(&s, plain_script, 0);
		client = client_for(&s, NULL);
		trail_clear();
		ssmtp_client_listen(client, ~0u);
		throw_at = at;
		sent = run(client, SSMTP_OP_SEND, "", &error);
		throw_at = 0;
		CHECK(!ssmtp_client_busy(client));
		if (events_seen < at) {
			CHECK(sent);
		} else {
			CHECK(events_seen == at, "an event after the abort");
			CHECK(!sent || strstr(trail, "EndTransfer") != NULL);
		}
		ssmtp_client_free(&client);
		s.wrong[0] = '\0';
		shutdown(s.listener, SHUT_RDWR);
		pthread_join(s.thread, NULL);
		close(s.listener);
		if (events_seen < at) {
			break;
		}
	}
}

static void test_interrupt(void)
{
	server s;
	ssmtp_client *client;
	ssmtp_error error = { 0 };

	server_start(&s, plain_script, 0);
	client = client_for(&s, NULL);
	trail_clear();
	ssmtp_client_listen(client, 1u << SSMTP_EVENT_START_TRANSFER);
	interrupt_at = 1;
	CHECK(!run(client, SSMTP_OP_SEND, "", &error));
	interrupt_at = 0;
	CHECK(error.code == SSMTP_E_INTERRUPTED && !error.maybe_delivered, "%d %s", error.code, error.text);
	CHECK(!ssmtp_client_connected(client));
	ssmtp_client_free(&client);
	server_stop(&s);
	CHECK(strstr(s.body, "line one") == NULL);
}

static const char *const silent_script[] = { "S: 220 mx.example ready", "C* ", "C* ", NULL };

static void test_timeout(void)
{
	ssmtp_client_hooks hooks = { 0 };
	server s;
	ssmtp_client *client;
	ssmtp_error error = { 0 };

	hooks.now_ms = fake_now;
	clock_ms = 1000000;
	server_start(&s, silent_script, 0);
	client = client_for(&s, &hooks);
	set_int(client, SSMTP_ID_TIMEOUT, 30);
	clock_jump = 7000;
	CHECK(!run(client, SSMTP_OP_CONNECT, "", &error));
	clock_jump = 0;
	CHECK(error.code == SSMTP_E_TIMEOUT, "%d %s", error.code, error.text);
	CHECK(!ssmtp_client_connected(client));
	server_stop(&s);
	ssmtp_client_free(&client);
}

/* What is not here as a whole is not here (RFC 5321 section 4.5.3.2), however busily it comes; the message tells of
 * whom, to what, and which setting ended the wait. The clock runs a second a wait. */
static void test_trickle(void)
{
	static const ssmtp_client_hooks hooks = { .now_ms = fake_now };
	static const struct {
		const char *script[24];
		const char *text;
		const char *config;
	} rows[] = {
		{ { "T: 220 mx" }, "No greeting from 127.0.0.1 within the time limit (ConnectionTimeout=10 seconds). "
						   "The server may expect TLS at once (SSLStartMode=1).",
			"ConnectionTimeout=10" },
		{ { "L: 220-mx" }, "No greeting from 127.0.0.1 within the time limit (Timeout=10 seconds). "
						   "The server may expect TLS at once (SSLStartMode=1).",
			"ConnectionTimeout=0" },
		{ { "S: 220 mx", "C* EHLO", "L: 250-x" },
			"No answer from 127.0.0.1 to EHLO within the time limit (Timeout=10 seconds).", "ConnectionTimeout=1000" },
		{ { GREETING, "C* MAIL", "S: 250 ok", "C* RCPT", "T: 250-" },
			"No answer from 127.0.0.1 to RCPT within the time limit (Timeout=10 seconds).", "ConnectionTimeout=1000" },
		{ { GREETING, "C* MAIL", "C* RCPT", "C* DATA", "S: 250 ok", "S: 250 ok", "S: 354 go", "M:", "L: 250-x" },
			"No answer from 127.0.0.1 to the end of mail data within the time limit (Timeout=10 seconds).",
			"ConnectionTimeout=1000" },
		{ { GREETING, "C* MAIL", "L: 250-x" },
			"No answer from 127.0.0.1 to MAIL within the time limit (AbsoluteTimeout=True, Timeout=10 seconds).",
			"AbsoluteTimeout=True" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ssmtp_error error = { 0 };
		ssmtp_client *client;
		server s;

		clock_ms = ssmtp_net_now_ms(); /* so that a wait waits */
		server_start(&s, rows[i].script, 0);
		client = client_for(&s, &hooks);
		CHECK(set_int(client, SSMTP_ID_TIMEOUT, 10) && config(client, rows[i].config));
		clock_jump = 1000;
		CHECK(!run(client, SSMTP_OP_SEND, "", &error) && error.code == SSMTP_E_TIMEOUT, "row %zu: %d", i, error.code);
		CHECK(strcmp(error.text, rows[i].text) == 0, "row %zu: %s", i, error.text);
		clock_jump = 0;
		ssmtp_client_free(&client);
		server_stop(&s);
	}
}

static void test_checks_before_connecting(void)
{
	static const struct {
		int id;
		const char *value;
		int code;
	} rows[] = {
		{ SSMTP_ID_MAIL_SERVER, "", SSMTP_E_NO_MAIL_SERVER },
		{ SSMTP_ID_FROM, "", SSMTP_E_NO_SENDER },
		{ SSMTP_ID_SEND_TO, "", SSMTP_E_NO_RECIPIENT },
	};
	server s = { .port = 9 };

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ssmtp_client *client = client_for(&s, NULL);
		ssmtp_error error = { 0 };

		CHECK(set_text(client, rows[i].id, rows[i].value));
		CHECK(!run(client, SSMTP_OP_SEND, "", &error));
		CHECK(error.code == rows[i].code, "%d %s", error.code, error.text);
		ssmtp_client_free(&client);
	}
}

static void test_connect_refused(void)
{
	server s;
	ssmtp_client *client;
	ssmtp_error error = { 0 };

	server_start(&s, plain_script, 0);
	shutdown(s.listener, SHUT_RDWR);
	pthread_join(s.thread, NULL);
	close(s.listener);
	client = client_for(&s, NULL);
	trail_clear();
	ssmtp_client_listen(client, 1u << SSMTP_EVENT_CONNECTION_STATUS);
	CHECK(!run(client, SSMTP_OP_CONNECT, "", &error));
	CHECK(error.code == SSMTP_E_CONNREFUSED, "%d %s", error.code, error.text);
	CHECK(strncmp(trail, "ConnectionStatus Remote host disconnected. 10061 ", 49) == 0, "%s", trail);
	ssmtp_client_free(&client);
}

static int open_descriptors(void)
{
	DIR *dir = opendir("/proc/self/fd");
	int count = 0;

	while (dir != NULL && readdir(dir) != NULL) {
		count++;
	}
	if (dir != NULL) {
		closedir(dir);
	}
	return count;
}

/* base64 of "user=u^Aauth=Bearer old^A^A", and of the same with "new" */
static const char *const token_script[] = { "S: 220 mx.example ready", "C: EHLO client.example", "S: 250-mx.example",
	"S: 250 AUTH XOAUTH2", "C: AUTH XOAUTH2 dXNlcj11AWF1dGg9QmVhcmVyIG9sZAEB", "S: 334 e30=", "C: ",
	"S: 535 5.7.8 expired", "C: AUTH XOAUTH2 dXNlcj11AWF1dGg9QmVhcmVyIG5ldwEB", "S: 235 2.7.0 welcome",
	"C: MAIL FROM:<ann@example.org>", "S: 250 2.1.0 Ok", "C: RCPT TO:<bob@example.net>", "S: 250 2.1.5 Ok", "C: DATA",
	"S: 354 go ahead", "M:", "S: 250 2.0.0 Ok: queued as 4F2B1C", GOODBYE, NULL };

static bool prepare_nothing(ssmtp_client *client)
{
	return client != NULL;
}

static bool prepare_tokens(ssmtp_client *client)
{
	ssmtp_client_provide_tokens(client, true);
	return set_text(client, SSMTP_ID_USER, "u") && set_int(client, SSMTP_ID_AUTH_MECHANISM, 7);
}

/* A refused token is asked for again, once; what AuthorizationIdentity says does not leave. */
static void test_tokens(void)
{
	server s;
	ssmtp_client *client;
	ssmtp_error error = { 0 };

	server_start(&s, token_script, 0);
	client = client_for(&s, NULL);
	CHECK(prepare_tokens(client) && config(client, "AuthorizationIdentity=Bearer never"));
	CHECK(run(client, SSMTP_OP_SEND, "", &error), "%d %s", error.code, error.text);
	server_stop(&s);
	ssmtp_client_free(&client);
}

static void test_allocation_failure(const char *const *script, bool (*prepare)(ssmtp_client *))
{
	bool sent = false;
	unsigned long n;

	for (n = 1; !sent && n < 2000; n++) {
		server s;
		ssmtp_client *client;
		ssmtp_error error = { 0 };

		server_start(&s, script, 0);
		ssmtp_alloc_fail_at(n);
		client = client_for(&s, NULL);
		if (client != NULL && prepare(client)) {
			trail_clear();
			ssmtp_client_listen(client, ~0u);
			sent = run(client, SSMTP_OP_SEND, "", &error);
			CHECK(sent || error.kind != SSMTP_ERROR_NONE);
		}
		ssmtp_alloc_fail_at(0);
		ssmtp_client_free(&client);
		shutdown(s.listener, SHUT_RDWR);
		pthread_join(s.thread, NULL);
		close(s.listener);
	}
	CHECK(sent, "%lu allocations", n);
}

int main(void)
{
	int before = open_descriptors();

	test_send_plain();
	test_events();
	test_close_at_each_step();
	test_refused_recipient();
	test_abort_before_the_dot();
	test_interrupt();
	test_timeout();
	test_trickle();
	test_checks_before_connecting();
	test_connect_refused();
	test_tokens();
	test_allocation_failure(plain_script, prepare_nothing);
	test_allocation_failure(token_script, prepare_tokens);
	CHECK(open_descriptors() == before);
	return unit_summary("client");
}
