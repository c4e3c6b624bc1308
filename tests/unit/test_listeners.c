/* Whose decision it is: two connections of ProcessQueue over TLS, and at each of their two SSLServerAuthentication
 * events a callback that decides, goes, comes, throws or interrupts. Every combination; what must come of it is
 * reckoned from the rule alone: who is asked decides for the connection that asks, where nobody is asked the verdict
 * stands. One thread: the server moves when the client waits. */
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "base/base64.h"
#include "sink.h"

enum { PEERS_MAX = 4, ASKED_MAX = 2, MESSAGES = 6 };

typedef struct peer {
	int fd;
	SSL *ssl;
	bool handshake;
	bool data;
	int number;      /* of the connection, from 0 on */
	bool held;       /* its EHLO waits */
	char tokens[64]; /* those it was given, one behind the other */
	sink_input in;
} peer;

static peer peers[PEERS_MAX];
static int listener;
static uint16_t port;
static SSL_CTX *server_context;
static int accepted, resumed, delivered;
static bool offers_auth;

/* ---- the server: accepts whatever comes ---- */

static void peer_write(peer *p, const char *text)
{
	size_t n;

	(void) SSL_write_ex(p->ssl, text, strlen(text), &n);
}

static void peer_close(peer *p)
{
	if (p->fd >= 0) {
		SSL_free(p->ssl);
		close(p->fd);
		p->fd = -1;
	}
}

/* The token of an XOAUTH2 log-in. */
static void peer_note_token(peer *p, const char *encoded)
{
	const char *begin;
	ssmtp_buf plain;

	ssmtp_buf_init(&plain, 4096);
	CHECK(ssmtp_base64_decode(&plain, ssmtp_slice_str(encoded)) && ssmtp_buf_cstr(&plain) != NULL);
	begin = strstr(ssmtp_buf_cstr(&plain), "auth=Bearer ");
	CHECK(begin != NULL, "%s", encoded);
	if (begin != NULL) {
		snprintf(p->tokens + strlen(p->tokens), sizeof(p->tokens) - strlen(p->tokens), "%.*s ",
			(int) strcspn(begin + 12, "\1"), begin + 12);
	}
	ssmtp_buf_free(&plain);
}

/* The second connection is not told of AUTH before the third was let in; that one's first token is refused. */
static void peer_authenticate(peer *p, const char *line)
{
	if (strncmp(line, "EHLO", 4) == 0) {
		p->held = p->number == 1;
		peer_write(p, p->held ? "" : "250-sink\r\n250 AUTH XOAUTH2\r\n");
		return;
	}
	peer_note_token(p, line + strlen("AUTH XOAUTH2 "));
	if (p->number == 2 && strchr(p->tokens, ' ') == strrchr(p->tokens, ' ')) {
		peer_write(p, "535 5.7.8 no\r\n");
		return;
	}
	peer_write(p, "235 2.7.0 ok\r\n");
	for (int i = 0; p->number == 2 && i < PEERS_MAX; i++) {
		if (peers[i].fd >= 0 && peers[i].held) {
			peers[i].held = false;
			peer_write(&peers[i], "250-sink\r\n250 AUTH XOAUTH2\r\n");
		}
	}
}

static void peer_line(peer *p, const char *line)
{
	if (offers_auth && !p->data && (strncmp(line, "EHLO", 4) == 0 || strncmp(line, "AUTH", 4) == 0)) {
		peer_authenticate(p, line);
	} else if (p->data) {
		p->data = strcmp(line, ".") != 0;
		delivered += !p->data;
		peer_write(p, p->data ? "" : "250 2.0.0 Ok\r\n");
	} else if (strcmp(line, "DATA") == 0) {
		p->data = true;
		peer_write(p, "354 go ahead\r\n");
	} else {
		peer_write(p, strcmp(line, "QUIT") == 0 ? "221 bye\r\n" : "250 ok\r\n");
	}
}

static bool peer_shake(peer *p)
{
	ERR_clear_error();
	if (SSL_do_handshake(p->ssl) != 1) {
		return false;
	}
	p->handshake = false;
	resumed += SSL_session_reused(p->ssl);
	peer_write(p, "220 sink ready\r\n");
	return true;
}

static bool peer_move(peer *p)
{
	char line[sizeof(p->in.text)];
	size_t n = 0;

	if (p->fd < 0) {
		return false;
	}
	if (p->handshake) {
		return peer_shake(p);
	}
	ERR_clear_error();
	if (SSL_read_ex(p->ssl, p->in.text + p->in.len, sink_room(&p->in), &n) != 1) {
		return false;
	}
	p->in.len += n;
	while (sink_take_line(&p->in, line)) {
		peer_line(p, line);
	}
	return true;
}

static bool server_accept(void)
{
	int fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
	peer *p = &peers[accepted % PEERS_MAX];

	if (fd < 0) {
		return false;
	}
	CHECK(setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &(int){ 1 }, sizeof(int)) == 0);
	accepted++;
	peer_close(p);
	memset(p, 0, sizeof(*p));
	p->fd = fd;
	p->number = accepted - 1;
	p->ssl = SSL_new(server_context);
	SSL_set_fd(p->ssl, fd);
	SSL_set_accept_state(p->ssl);
	p->handshake = true;
	return true;
}

static void server_move(void)
{
	struct pollfd fds[PEERS_MAX + 1] = { { listener, POLLIN, 0 } };
	bool moved = server_accept();

	for (int i = 0; i < PEERS_MAX; i++) {
		moved = peer_move(&peers[i]) || moved;
		fds[i + 1] = (struct pollfd){ peers[i].fd, POLLIN, 0 };
	}
	if (!moved) {
		poll(fds, PEERS_MAX + 1, 2);
	}
}

static void server_listen(void)
{
	char path[512];

	listener = sink_listen(&port);
	server_context = SSL_CTX_new(TLS_server_method());
	SSL_CTX_set_session_id_context(server_context, (const unsigned char *) "t", 1);
	snprintf(path, sizeof(path), "%s/server-bundle.pem", getenv("SSMTP_TEST_CERTS"));
	CHECK(SSL_CTX_use_certificate_chain_file(server_context, path) == 1 &&
		SSL_CTX_use_PrivateKey_file(server_context, path, SSL_FILETYPE_PEM) == 1, "%s", path);
}

/* ---- the client ---- */

enum { ASKED = 1u << SSMTP_EVENT_SSL_SERVER_AUTHENTICATION, STATUS = 1u << SSMTP_EVENT_SSL_STATUS };

/* What the callback of one connection does. COME and GO are done by the listener of SSLStatus, before the question. */
typedef enum deed { LEAVE, ACCEPT, REFUSE, GO, COME_ACCEPT, COME_REFUSE, THROW, INTERRUPT, DEEDS } deed;

static const char *const deed_names[DEEDS] = { "leaves it", "accepts", "refuses", "goes", "comes and accepts",
	"comes and refuses", "throws", "interrupts" };

typedef struct plan {
	bool clean;     /* the certificate is trusted */
	bool listening; /* somebody listens to SSLServerAuthentication from the start */
	deed deeds[ASKED_MAX];
} plan;

static ssmtp_client *client_new(bool clean)
{
	ssmtp_error error = { 0 };
	ssmtp_client *client = ssmtp_client_new(NULL, &error);
	char trust[512];

	sink_set_server(client, port);
	set_int(client, SSMTP_ID_SSL_START_MODE, 1);
	snprintf(trust, sizeof(trust), "OpenSSLCAFile=%s/%s", getenv("SSMTP_TEST_CERTS"),
		clean ? "ca.pem" : "stranger-root.pem");
	config(client, trust);
	config(client, "MaxConnections=2");
	return client;
}

static void put_messages(void)
{
	dir_count("", true);
	for (int i = 0; i < MESSAGES; i++) {
		sink_put_file(i, "");
	}
}

static int asked; /* SSLServerAuthentication events told */

/* The connection whose handshake it is: its server side was accepted last, or is the only one. */
static void callback(ssmtp_client *client, const plan *p, bool *listening)
{
	const ssmtp_event *event = ssmtp_client_event(client);
	int which = accepted - 1;
	deed d = which < ASKED_MAX ? p->deeds[which] : LEAVE;

	if (event->id == SSMTP_EVENT_SSL_STATUS) {
		*listening = d == GO ? false : d == COME_ACCEPT || d == COME_REFUSE ? true : *listening;
		ssmtp_client_listen(client, STATUS | (*listening ? ASKED : 0));
		return;
	}
	if (event->id != SSMTP_EVENT_SSL_SERVER_AUTHENTICATION) {
		return;
	}
	asked++;
	CHECK(*listening, "told to nobody");
	CHECK((event->args[4].number != 0) == p->clean);
	if (d == ACCEPT || d == COME_ACCEPT || d == REFUSE || d == COME_REFUSE) {
		ssmtp_client_decide(client, d == ACCEPT || d == COME_ACCEPT);
	} else if (d == THROW) {
		ssmtp_client_abort(client);
	} else if (d == INTERRUPT) {
		ssmtp_client_interrupt(client);
	}
}

static char asked_for[64]; /* "first" or "refused", a word a question */

static void give_token(ssmtp_client *client)
{
	static const char *const tokens[] = { "one", "two", "three", "four", "more" };
	static const char *const words[] = { "first ", "refused " };
	int number = 0;

	for (const char *at = asked_for; *at != '\0'; at++) {
		number += *at == ' ';
	}
	strcat(asked_for, words[ssmtp_client_token_refused(client)]);
	ssmtp_client_give_token(client, ssmtp_slice_str(tokens[number > 4 ? 4 : number]));
}

static bool process(ssmtp_client *client, const plan *p, ssmtp_error *error)
{
	bool listening = p->listening;

	ssmtp_client_listen(client, STATUS | (listening ? ASKED : 0));
	if (!ssmtp_client_begin(client, SSMTP_OP_PROCESS_QUEUE, ssmtp_slice_str(dir), error)) {
		return false;
	}
	for (int i = 0; i < 100000; i++) {
		switch (ssmtp_client_step(client)) {
		case SSMTP_STEP_EVENT:
			callback(client, p, &listening);
			/* A decision that comes when nothing is asked is nobody's. */
			if (ssmtp_client_event(client)->id != SSMTP_EVENT_SSL_SERVER_AUTHENTICATION) {
				ssmtp_client_decide(client, true);
			}
			break;
		case SSMTP_STEP_WAIT:
			server_move();
			ssmtp_client_wait(client);
			break;
		case SSMTP_STEP_TOKEN:
			give_token(client);
			break;
		case SSMTP_STEP_DONE:
			return true;
		default:
			*error = *ssmtp_client_error(client);
			return false;
		}
	}
	CHECK(false, "the client never ends");
	return false;
}

/* ---- what the rule says ---- */

typedef struct verdict {
	bool asked, accepted, thrown, interrupted;
} verdict;

static verdict rule(const plan *p, int which, bool *listening)
{
	deed d = p->deeds[which];
	verdict v;

	*listening = d == GO ? false : d == COME_ACCEPT || d == COME_REFUSE ? true : *listening;
	v.asked = *listening;
	v.accepted = v.asked && (d == ACCEPT || d == COME_ACCEPT)   ? true
				 : v.asked && (d == REFUSE || d == COME_REFUSE) ? false
																: p->clean;
	v.thrown = v.asked && d == THROW;
	v.interrupted = v.asked && d == INTERRUPT;
	return v;
}

static void check_plan(const plan *p)
{
	bool listening = p->listening, ok;
	verdict first = rule(p, 0, &listening), second;
	ssmtp_client *client = client_new(p->clean);
	ssmtp_error error = { 0 };
	int wanted = 0;

	accepted = resumed = delivered = asked = 0;
	put_messages();
	ok = process(client, p, &error);
#define PLAN "%s, %s, the first %s, the second %s: %d, %s, %d of %d sent, %d asked", \
	p->clean ? "trusted" : "not trusted", p->listening ? "listening" : "not listening", deed_names[p->deeds[0]], \
	deed_names[p->deeds[1]], error.code, error.text, delivered, MESSAGES, asked
	/* Nothing is lost; what was broken off behind a RCPT that was accepted is set apart. */
	CHECK(delivered + dir_count(".queued", false) + dir_count(".failed", false) >= MESSAGES, PLAN);
	CHECK(dir_count(".sending", false) == 0, PLAN);
	if (first.thrown || first.interrupted || !first.accepted) {
		wanted = first.thrown || first.interrupted ? 301 : 280;
		CHECK(!ok && error.code == wanted && delivered == 0 && accepted == 1 && asked == first.asked, PLAN);
	} else {
		second = rule(p, 1, &listening);
		CHECK(accepted == 2 && asked == first.asked + second.asked, PLAN);
		/* The one that was refused sends nothing, and the other all; an end of the operation is one for both. */
		CHECK(second.thrown || second.interrupted ? !ok && error.code == 301 : ok && delivered == MESSAGES, PLAN);
		CHECK(!error.maybe_delivered || second.thrown || second.interrupted, PLAN);
	}
	ssmtp_client_free(&client);
	peer_close(&peers[0]);
	peer_close(&peers[1]);
}

static void test_decisions(void)
{
	for (int bits = 0; bits < 4; bits++) {
		for (int a = 0; a < DEEDS; a++) {
			for (int b = 0; b < DEEDS; b++) {
				plan p = { (bits & 1) != 0, (bits & 2) != 0, { (deed) a, (deed) b } };

				check_plan(&p);
			}
		}
	}
}

/* Four connections at once: each further one takes a ticket of its own (RFC 8446 C.4), as long as there are some. */
static void test_tickets(void)
{
	static const struct {
		size_t tickets; /* a full handshake */
		int resumed;
	} rows[] = { { 0, 0 }, { 1, 1 }, { 2, 2 }, { 3, 3 }, { 8, 3 } };

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const plan p = { true, true, { LEAVE, LEAVE } };
		ssmtp_client *client = client_new(true);
		ssmtp_error error = { 0 };

		SSL_CTX_set_num_tickets(server_context, rows[i].tickets);
		config(client, "SSLEnabledProtocols=12288");
		config(client, "ReuseSSLSession=True");
		config(client, "MaxConnections=4");
		accepted = resumed = delivered = asked = 0;
		put_messages();
		CHECK(process(client, &p, &error) && delivered == MESSAGES, "%s", error.text);
		CHECK(accepted == 4 && asked == 4 && resumed == rows[i].resumed, "%zu tickets: %d resumed of %d",
			rows[i].tickets, resumed, accepted);
		ssmtp_client_free(&client);
		for (int k = 0; k < PEERS_MAX; k++) {
			peer_close(&peers[k]);
		}
	}
	SSL_CTX_set_num_tickets(server_context, 2);
}

/* The second connection resumes the session of the first, and is asked about it all the same. */
static void test_resumption(void)
{
	static const char *const versions[] = { "SSLEnabledProtocols=3072", "SSLEnabledProtocols=12288" };

	for (size_t i = 0; i < 2; i++) {
		for (int reuse = 0; reuse < 2; reuse++) {
			const plan p = { true, true, { LEAVE, LEAVE } };
			ssmtp_client *client = client_new(true);
			ssmtp_error error = { 0 };

			config(client, versions[i]);
			config(client, reuse ? "ReuseSSLSession=True" : "ReuseSSLSession=False");
			accepted = resumed = delivered = asked = 0;
			put_messages();
			CHECK(process(client, &p, &error) && delivered == MESSAGES, "%s", error.text);
			CHECK(accepted == 2 && asked == 2 && resumed == reuse, "%s, reuse %d: %d resumed of %d", versions[i], reuse,
				resumed, accepted);
			ssmtp_client_free(&client);
			peer_close(&peers[0]);
			peer_close(&peers[1]);
		}
	}
}

/* A token goes to the connection that asked for it, whichever was opened before: the third asks before the second. */
static void test_tokens(void)
{
	static const char *const got[] = { "one ", "four ", "two three " };
	const plan p = { true, true, { LEAVE, LEAVE } };
	ssmtp_client *client = client_new(true);
	ssmtp_error error = { 0 };

	offers_auth = true;
	asked_for[0] = '\0';
	config(client, "MaxConnections=3");
	set_text(client, SSMTP_ID_USER, "ann");
	set_int(client, SSMTP_ID_AUTH_MECHANISM, 7);
	ssmtp_client_provide_tokens(client, true);
	accepted = resumed = delivered = asked = 0;
	put_messages();
	CHECK(process(client, &p, &error) && delivered == MESSAGES, "%s", error.text);
	CHECK(strcmp(asked_for, "first first refused first ") == 0, "%s", asked_for);
	for (int i = 0; i < 3; i++) {
		CHECK(strcmp(peers[i].tokens, got[i]) == 0, "connection %d: %s", i, peers[i].tokens);
	}
	offers_auth = false;
	ssmtp_client_free(&client);
	for (int k = 0; k < PEERS_MAX; k++) {
		peer_close(&peers[k]);
	}
}

int main(void)
{
	strcpy(dir, access("/dev/shm", W_OK) == 0 ? "/dev/shm/ssmtp-listen-XXXXXX" : "/tmp/ssmtp-listen-XXXXXX");
	CHECK(mkdtemp(dir) != NULL);
	/* OpenSSL writes to a socket whose client has gone. */
	signal(SIGPIPE, SIG_IGN);
	for (int i = 0; i < PEERS_MAX; i++) {
		peers[i].fd = -1;
	}
	server_listen();
	test_decisions();
	test_resumption();
	test_tickets();
	test_tokens();
	dir_count("", true);
	CHECK(rmdir(dir) == 0);
	return unit_summary("listeners");
}
