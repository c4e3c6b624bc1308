/* Time limits of the dialogue with the clock turned by hand: no test waits, and none hangs on how fast a machine is.
 * The server plays in the same thread, between the client's steps. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "client/client.h"
#include "unit.h"

static int64_t clock_ms;

static int64_t turned_clock(void)
{
	return clock_ms;
}

/* Steps: "S: text" sends a line, "C" takes one, "+N" turns the clock by N milliseconds, "M"
 * takes the message. Where an error is expected, the last step is the turn of the clock that brings it. */
typedef struct scene {
	const char *name;
	ssmtp_operation operation;
	int timeout;
	const char *config;
	const char *steps[24];
	int code;
} scene;

#define READY "S: 220 mx.example ready", "C", "S: 250 hello"

static const scene scenes[] = {
	{ "silence at the greeting", SSMTP_OP_CONNECT, 10, NULL, { "+10500" }, SSMTP_E_TIMEOUT },
	{ "silence behind EHLO", SSMTP_OP_CONNECT, 10, NULL, { "S: 220 ready", "C", "+10500" }, SSMTP_E_TIMEOUT },
	{ "almost too late", SSMTP_OP_CONNECT, 10, NULL, { "S: 220 ready", "C", "+9500", "S: 250 hello" }, 0 },
	{ "each reply has the whole limit", SSMTP_OP_SEND, 10, NULL,
		{ READY, "C", "+9000", "S: 250 ok", "C", "+9000", "S: 250 ok", "C", "+9000", "S: 354 go", "M",
			"+9000", "S: 250 ok", "C", "S: 221 bye" },
		0 },
	{ "the reply to the end of mail data", SSMTP_OP_SEND, 10, NULL,
		{ READY, "C", "S: 250 ok", "C", "S: 250 ok", "C", "S: 354 go", "M", "+10500" }, SSMTP_E_TIMEOUT },
	{ "no limit", SSMTP_OP_CONNECT, 0, NULL, { "S: 220 ready", "C", "+86400000", "S: 250 hello" }, 0 },
	{ "the whole method", SSMTP_OP_SEND, 10, "AbsoluteTimeout=True",
		{ READY, "C", "+6000", "S: 250 ok", "C", "+6000" }, SSMTP_E_TIMEOUT },
	{ "the whole method, in time", SSMTP_OP_CONNECT, 10, "AbsoluteTimeout=True",
		{ "S: 220 ready", "C", "+9500", "S: 250 hello" }, 0 },
	{ "a reply line by line", SSMTP_OP_CONNECT, 10, "AbsoluteTimeout=True",
		{ "S: 220 ready", "C", "S: 250-a", "+4000", "S: 250-b", "+4000", "S: 250-c", "+4000" },
		SSMTP_E_TIMEOUT },
	{ "ConnectionTimeout is not for the dialogue", SSMTP_OP_CONNECT, 10, "ConnectionTimeout=1",
		{ "S: 220 ready", "C", "+5000", "S: 250 hello" }, 0 },
};

typedef struct stage {
	const scene *scene;
	size_t at;
	int listener, fd;
	uint16_t port;
	char in[65536];
	size_t in_len;
} stage;

static void stage_open(stage *s, const scene *played)
{
	struct sockaddr_in at = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(at);

	memset(s, 0, sizeof(*s));
	s->scene = played;
	s->fd = -1;
	s->listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	CHECK(bind(s->listener, (struct sockaddr *) &at, sizeof(at)) == 0 && listen(s->listener, 1) == 0);
	getsockname(s->listener, (struct sockaddr *) &at, &len);
	s->port = ntohs(at.sin_port);
}

/* Takes what the client sent up to this text; false when it is not here yet. */
static bool stage_take(stage *s, const char *end)
{
	ssize_t n = recv(s->fd, s->in + s->in_len, sizeof(s->in) - 1 - s->in_len, MSG_DONTWAIT);
	char *found;

	s->in_len += n > 0 ? (size_t) n : 0;
	s->in[s->in_len] = '\0';
	found = strstr(s->in, end);
	if (found == NULL) {
		return false;
	}
	found += strlen(end);
	s->in_len -= (size_t) (found - s->in);
	memmove(s->in, found, s->in_len + 1);
	return true;
}

/* The client waits: what the server does meanwhile. True when the client must really wait for the socket. */
static bool stage_plays(stage *s)
{
	const char *step = s->scene->steps[s->at];
	char line[128];
	int len;

	if (s->fd < 0 && (s->fd = accept(s->listener, NULL, NULL)) < 0) {
		return true;
	}
	switch (step[0]) {
	case '+':
		clock_ms += atoi(step + 1);
		s->at++;
		return false;
	case 'S':
		len = snprintf(line, sizeof(line), "%s\r\n", step + 3);
		CHECK(send(s->fd, line, (size_t) len, MSG_NOSIGNAL) == len);
		s->at++;
		return true;
	default:
		if (!stage_take(s, step[0] == 'M' ? "\r\n.\r\n" : "\r\n")) {
			return true;
		}
		s->at++;
		return false;
	}
}

static bool set(ssmtp_client *client, int id, const char *text, int64_t number)
{
	ssmtp_value value = { .type = SSMTP_VALUE_INT, .number = number };
	ssmtp_error error = { 0 };

	if (text != NULL) {
		value = (ssmtp_value) { .type = SSMTP_VALUE_STRING, .text = ssmtp_slice_str(text) };
	}
	return ssmtp_client_set(client, id, 0, &value, &error);
}

static bool config(ssmtp_client *client, const char *text)
{
	ssmtp_error error = { 0 };
	ssmtp_buf out;
	bool ok;

	ssmtp_buf_init(&out, 65536);
	ok = ssmtp_client_config(client, ssmtp_slice_str(text), &out, &error);
	ssmtp_buf_free(&out);
	return ok;
}

static ssmtp_client *client_of(stage *s, const scene *row, int timeout)
{
	ssmtp_client_hooks hooks = { .now_ms = turned_clock };
	ssmtp_error error = { 0 };
	ssmtp_client *client = ssmtp_client_new(&hooks, &error);

	stage_open(s, row);
	clock_ms = 1000000;
	CHECK(set(client, SSMTP_ID_MAIL_SERVER, "127.0.0.1", 0) && set(client, SSMTP_ID_MAIL_PORT, NULL, s->port)
		&& set(client, SSMTP_ID_TIMEOUT, NULL, timeout) && set(client, SSMTP_ID_FROM, "ann@example.org", 0)
		&& set(client, SSMTP_ID_SEND_TO, "bob@example.net", 0) && set(client, SSMTP_ID_MESSAGE_TEXT, "text", 0)
		&& config(client, "Hello=client.example") && config(client, "SendRSET=False"));
	return client;
}

static void run(const scene *row)
{
	ssmtp_error error = { 0 };
	ssmtp_step step;
	stage s;
	ssmtp_client *client = client_of(&s, row, row->timeout);

	CHECK(row->config == NULL || config(client, row->config), "%s", row->name);
	CHECK(ssmtp_client_begin(client, row->operation, SSMTP_SLICE_EMPTY, &error), "%s: %s", row->name, error.text);
	while ((step = ssmtp_client_step(client)) == SSMTP_STEP_WAIT) {
		if (s.fd >= 0 && row->steps[s.at] == NULL) {
			CHECK(false, "%s: goes on waiting", row->name);
			ssmtp_client_interrupt(client);
		} else if (stage_plays(&s)) {
			ssmtp_client_wait(client);
		}
	}
	CHECK(step == (row->code == 0 ? SSMTP_STEP_DONE : SSMTP_STEP_FAILED), "%s: step %d", row->name, step);
	CHECK(row->code == 0 || ssmtp_client_error(client)->code == row->code, "%s: %d %s", row->name,
		ssmtp_client_error(client)->code, ssmtp_client_error(client)->text);
	CHECK(row->code == 0 || row->steps[s.at] == NULL, "%s: too early, at step %zu", row->name, s.at);
	ssmtp_client_free(&client);
	close(s.fd);
	close(s.listener);
}

/* A message leaves with its commands over a connection that was heard of lately; behind a silence MAIL goes ahead, so
 * that a connection that is gone leaves no doubt. */
static void test_silence_before_a_message(void)
{
	static const scene greeting = { "", SSMTP_OP_CONNECT, 60, NULL,
		{ "S: 220 mx.example ready", "C", "S: 250-mx", "S: 250-PIPELINING", "S: 250 CHUNKING" }, 0 };
	static const struct {
		int64_t silence_ms;
		const char *verb, *other;
	} cases[] = { { 0, "BDAT", "DATA\r\n" }, { 5000, "BDAT", "DATA\r\n" }, { 5001, "DATA\r\n", "BDAT" },
		{ 90000, "DATA\r\n", "BDAT" } };

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		ssmtp_error error = { 0 };
		stage s;
		ssmtp_client *client = client_of(&s, &greeting, 60);

		CHECK(ssmtp_client_begin(client, SSMTP_OP_CONNECT, SSMTP_SLICE_EMPTY, &error), "%s", error.text);
		while (ssmtp_client_step(client) == SSMTP_STEP_WAIT) {
			if (s.at == 5 || stage_plays(&s)) {
				ssmtp_client_wait(client);
			}
		}
		CHECK(ssmtp_client_connected(client));
		clock_ms += cases[i].silence_ms;
		CHECK(ssmtp_client_begin(client, SSMTP_OP_SEND, SSMTP_SLICE_EMPTY, &error), "%s", error.text);
		CHECK(ssmtp_client_step(client) == SSMTP_STEP_WAIT);
		while (!stage_take(&s, cases[i].verb) && strstr(s.in, cases[i].other) == NULL) {
		}
		CHECK(strstr(s.in, cases[i].other) == NULL, "%lld ms: %s", (long long) cases[i].silence_ms, s.in);
		ssmtp_client_free(&client);
		close(s.fd);
		close(s.listener);
	}
}

int main(void)
{
	test_silence_before_a_message();
	for (size_t i = 0; i < sizeof(scenes) / sizeof(scenes[0]); i++) {
		run(&scenes[i]);
	}
	return unit_summary("time_limits");
}
