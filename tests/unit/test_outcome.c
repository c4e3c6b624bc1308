/* The outcome table: every happening at every moment of a mail transaction, and what comes of it. One thread and no
 * waiting: the server moves when the client waits, and the clock is turned by hand. docs/internals/outcomes.md shows
 * the same table; --print writes it. */
#include <fcntl.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "base/alloc.h"
#include "sink.h"

enum { TIMEOUT_S = 60, PEERS_MAX = 4, PAGE_MAX = 131072 };

/* ---- what is in the table ---- */

typedef enum moment {
	AT_EHLO,    /* no reply to EHLO */
	AT_MAIL,    /* no reply to MAIL */
	AT_DATA,    /* the recipients are accepted, no reply to DATA */
	AT_BODY,    /* inside the body: StartTransfer */
	AT_END,     /* no octet of the final reply */
	AT_PART,    /* a part of the final reply is read */
	AT_REPLY,   /* the final reply has arrived and is not read yet */
	AT_QUIT,    /* it was read: QUIT is being said */
	MOMENTS
} moment;

typedef enum happening {
	SILENCE,
	RST,
	FIN,
	ALERT,
	SHUTDOWN_421,
	GARBAGE,
	ABSOLUTE,
	INTERRUPT,
	THROW,
	MEMORY,
	SLOW,
	HAPPENINGS
} happening;

typedef enum way { SEND, COPIES, REST, QUEUE_1, QUEUE_REST, QUEUE_4, WAYS } way;

static const char *const moment_names[MOMENTS] = { "EHLO unanswered", "MAIL unanswered", "DATA unanswered",
	"inside the body", "before the final reply",
	"final reply partly read", "final reply here, unread", "behind the final reply" };
static const char *const happening_names[HAPPENINGS] = { "silence", "RST", "FIN", "TLS alert", "421", "garbage",
	"AbsoluteTimeout", "Interrupt", "exception", "no memory", "slow callback" };
static const char *const way_names[WAYS] = { "Send", "Send of the copies of BccEncryption=Separate",
	"Send to more recipients than the server takes at once", "ProcessQueue, one connection",
	"ProcessQueue of a message to more recipients than the server takes at once", "ProcessQueue, four connections" };

/* "ok", or the code, with "?" where mayHaveBeenDelivered() says true; then the fate in the report (of the failed
 * message), then the state of its queue file. For "no memory" whatever comes of the failure of any one allocation. The
 * table names what does not end well. */
static const char *const failures[WAYS][MOMENTS][HAPPENINGS] = {
#include "outcome_table.h"
};

static const char *ends_well(way w)
{
	return w >= QUEUE_1 ? "ok, gone" : "ok";
}

static const char *expected(way w, moment m, happening h)
{
	return failures[w][m][h] == NULL ? ends_well(w) : failures[w][m][h];
}

/* ---- the server ---- */

typedef struct peer {
	int fd;
	SSL *ssl;
	bool handshake;
	bool data;
	bool target;      /* this transaction is the one of the row */
	bool mute;        /* says nothing more */
	sink_input in;
	char later[256];  /* the rest of a reply */
	char held[256];   /* a line of the row's transaction that waits for the others to be through */
} peer;

static struct {
	way way;
	moment moment;
	happening happening;
	bool tls;
	int listener;
	uint16_t port;
	peer peers[PEERS_MAX];
	int accepted;     /* connections so far */
	int transactions; /* MAIL commands so far */
	int finals;       /* final replies of other transactions so far */
	bool answered;    /* the final reply of the row's transaction is sent */
	bool reached;     /* the moment is here: the client's happenings take place */
	bool done;        /* the happening took place */
	int64_t now_ms;
} table;

static bool is_queue(void)
{
	return table.way >= QUEUE_1;
}

static int files(void)
{
	return table.way == QUEUE_REST ? 1 : table.way == QUEUE_1 ? 2 : 4;
}

static SSL_CTX *server_context;

static int64_t turned_clock(void)
{
	return table.now_ms;
}

static void peer_write(peer *p, const char *text)
{
	size_t n;

	if (p->fd < 0 || p->mute || text[0] == '\0') {
		return;
	}
	if (p->ssl != NULL) {
		CHECK(SSL_write_ex(p->ssl, text, strlen(text), &n) == 1);
	} else {
		CHECK(send(p->fd, text, strlen(text), MSG_NOSIGNAL) >= -1);
	}
}

static void peer_close(peer *p)
{
	SSL_free(p->ssl);
	p->ssl = NULL;
	if (p->fd >= 0) {
		close(p->fd);
		p->fd = -1;
	}
}

/* What a server can do to its client. */
static void server_happens(peer *p)
{
	struct linger at_once = { 1, 0 };

	table.done = true;
	switch (table.happening) {
	case RST:
		setsockopt(p->fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
		peer_close(p);
		break;
	case ALERT:
		SSL_shutdown(p->ssl);
		shutdown(p->fd, SHUT_WR);
		break;
	case SHUTDOWN_421:
		peer_write(p, "421 4.3.2 shutting down\r\n");
		shutdown(p->fd, SHUT_WR);
		break;
	case FIN:
		shutdown(p->fd, SHUT_WR);
		break;
	case GARBAGE:
		peer_write(p, "\001 what?\r\n");
		break;
	default:
		break;
	}
	p->mute = true;
}

static bool is_servers(happening h)
{
	return h <= GARBAGE;
}

/* The client reads what was said before first. */
static bool is_read_first(void)
{
	return table.moment == AT_DATA || table.moment == AT_PART;
}

/* In place of a reply, or with a part of it before. */
static void peer_reach(peer *p, const char *before, const char *rest)
{
	peer_write(p, before);
	table.reached = true;
	if (is_read_first()) {
		snprintf(p->later, sizeof(p->later), "%s", rest);
		return;
	}
	if (is_servers(table.happening)) {
		server_happens(p);
	} else {
		snprintf(p->later, sizeof(p->later), "%s", rest);
	}
}

static bool is_target(const peer *p, moment at)
{
	return table.moment == at && p->target && !table.reached;
}

static void peer_final(peer *p)
{
	if (is_target(p, AT_PART)) {
		peer_reach(p, "250-2.0.0 Ok\r\n25", "0 2.0.0 queued as 4F2B1C\r\n");
	} else if (is_target(p, AT_END)) {
		peer_reach(p, "", "250 2.0.0 Ok: queued as 4F2B1C\r\n");
	} else if (is_target(p, AT_REPLY)) {
		peer_reach(p, "250 2.0.0 Ok: queued as 4F2B1C\r\n", "");
	} else {
		peer_write(p, "250 2.0.0 Ok: queued as 4F2B1C\r\n");
		table.answered = table.answered || p->target;
		table.finals += !p->target;
	}
}

static bool is_before_the_end(void)
{
	return table.moment >= AT_MAIL && table.moment <= AT_BODY;
}

/* With several connections the row's transaction is the last to get there: what becomes of the others is known. */
static bool peer_holds(peer *p, const char *line)
{
	const char *at = is_before_the_end() ? "MAIL" : ".";

	if (table.way != QUEUE_4 || !p->target || table.moment == AT_EHLO || strncmp(line, at, strlen(at)) != 0
		|| table.finals >= files() - 1) {
		return false;
	}
	snprintf(p->held, sizeof(p->held), "%s", line);
	return true;
}

/* The transaction that the row is about: the only one, that of the copy or the other recipient, of the last file. */
static bool mail_is_target(const char *line)
{
	char last[16];

	table.transactions++;
	switch (table.way) {
	case SEND:
		return true;
	case COPIES:
	case REST:
	case QUEUE_REST:
		return table.transactions == 2;
	default:
		snprintf(last, sizeof(last), "<m%d@", files() - 1);
		return strstr(line, last) != NULL;
	}
}

static void peer_mail(peer *p)
{
	if (is_target(p, AT_MAIL)) {
		peer_reach(p, "", "250 2.1.0 Ok\r\n");
	} else {
		peer_write(p, "250 2.1.0 Ok\r\n");
	}
}

static const char *reply_to_ehlo(void)
{
	return table.way == REST || table.way == QUEUE_REST
		? "250-mx.example\r\n250-LIMITS RCPTMAX=1\r\n250 PIPELINING\r\n"
		: "250-mx.example\r\n250 PIPELINING\r\n";
}

static void peer_line(peer *p, const char *line)
{
	if (p->data) {
		if (strcmp(line, ".") == 0) {
			p->data = false;
			if (!peer_holds(p, line)) {
				peer_final(p);
			}
		}
	} else if (strncmp(line, "EHLO", 4) == 0) {
		p->target = table.moment == AT_EHLO && (table.way != QUEUE_4 || table.accepted == 2);
		if (is_target(p, AT_EHLO)) {
			peer_reach(p, "", reply_to_ehlo());
		} else {
			peer_write(p, reply_to_ehlo());
		}
	} else if (strncmp(line, "MAIL", 4) == 0) {
		p->target = mail_is_target(line);
		if (!peer_holds(p, line)) {
			peer_mail(p);
		}
	} else if (strcmp(line, "DATA") == 0 && is_target(p, AT_DATA)) {
		p->data = true;
		peer_reach(p, "", "354 go ahead\r\n");
	} else if (strcmp(line, "DATA") == 0) {
		p->data = true;
		strcat(p->later, p->later[0] == '\0' ? "" : "354 go ahead\r\n");
		peer_write(p, p->later[0] == '\0' ? "354 go ahead\r\n" : "");
	} else if (strncmp(line, "RCPT", 4) == 0) {
		strcat(p->later, p->later[0] == '\0' ? "" : "250 2.1.5 Ok\r\n");
		peer_write(p, p->later[0] == '\0' ? "250 2.1.5 Ok\r\n" : "");
	} else {
		peer_write(p, strcmp(line, "QUIT") == 0 ? "221 2.0.0 bye\r\n" : "250 2.0.0 Ok\r\n");
	}
}

static size_t peer_receive(peer *p)
{
	char *to = p->in.text + p->in.len;
	size_t n = 0;
	ssize_t got;

	if (p->ssl != NULL) {
		ERR_clear_error();
		return SSL_read_ex(p->ssl, to, sink_room(&p->in), &n) == 1 ? n : 0;
	}
	got = recv(p->fd, to, sink_room(&p->in), MSG_DONTWAIT);
	return got > 0 ? (size_t) got : 0;
}

/* True when something moved. */
static bool peer_move(peer *p)
{
	char line[sizeof(p->in.text)];
	size_t n;
	bool released = false;

	if (p->fd < 0) {
		return false;
	}
	if (p->handshake) {
		ERR_clear_error();
		p->handshake = SSL_do_handshake(p->ssl) != 1;
		if (p->handshake) {
			return false;
		}
		peer_write(p, "220 mx.example ready\r\n");
		return true;
	}
	if (p->later[0] != '\0' && table.done) {
		char rest[256];

		snprintf(rest, sizeof(rest), "%s", p->later);
		p->later[0] = '\0';
		peer_write(p, rest);
		return true;
	}
	if (p->held[0] != '\0') {
		if (table.finals < files() - 1) {
			return false;
		}
		p->held[0] = '\0';
		if (is_before_the_end()) {
			peer_mail(p);
		} else {
			peer_final(p);
		}
		released = true;
	}
	n = peer_receive(p);
	p->in.len += n;
	while (p->held[0] == '\0' && sink_take_line(&p->in, line)) {
		peer_line(p, line);
	}
	return n > 0 || released;
}

static bool server_accept(void)
{
	int fd = accept4(table.listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
	peer *p = &table.peers[table.accepted % PEERS_MAX];

	if (fd < 0) {
		return false;
	}
	peer_close(p);
	memset(p, 0, sizeof(*p));
	p->fd = fd;
	/* A reply in several writes does not wait for the client's ACK. */
	CHECK(setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &(int){ 1 }, sizeof(int)) == 0);
	table.accepted++;
	if (table.tls) {
		p->ssl = SSL_new(server_context);
		SSL_set_fd(p->ssl, fd);
		SSL_set_accept_state(p->ssl);
		p->handshake = true;
	} else {
		peer_write(p, "220 mx.example ready\r\n");
	}
	return true;
}

static bool server_move(void)
{
	bool moved = false;

	while (server_accept()) {
		moved = true;
	}
	for (int i = 0; i < PEERS_MAX; i++) {
		moved = peer_move(&table.peers[i]) || moved;
	}
	return moved;
}

/* What the kernel has still under way between the two ends arrives meanwhile. */
static void server_idle(void)
{
	struct pollfd fds[PEERS_MAX + 1] = { { table.listener, POLLIN, 0 } };

	for (int i = 0; i < PEERS_MAX; i++) {
		fds[i + 1] = (struct pollfd){ table.peers[i].fd, POLLIN, 0 };
	}
	poll(fds, PEERS_MAX + 1, 2);
}

static peer *target_peer(void)
{
	for (int i = 0; i < PEERS_MAX; i++) {
		if (table.peers[i].target && table.peers[i].fd >= 0) {
			return &table.peers[i];
		}
	}
	return NULL;
}

static void server_listen(void)
{
	char path[512];

	table.listener = sink_listen(&table.port);
	server_context = SSL_CTX_new(TLS_server_method());
	snprintf(path, sizeof(path), "%s/server-bundle.pem", getenv("SSMTP_TEST_CERTS"));
	CHECK(SSL_CTX_use_certificate_chain_file(server_context, path) == 1 &&
		SSL_CTX_use_PrivateKey_file(server_context, path, SSL_FILETYPE_PEM) == 1, "%s", path);
}

/* ---- the client ---- */

static void add_certificate(ssmtp_client *client, const char *name)
{
	char path[512], text[16384];
	ssmtp_error error = { 0 };
	FILE *file;
	size_t n;

	snprintf(path, sizeof(path), "%s/%s", getenv("SSMTP_TEST_CERTS"), name);
	file = fopen(path, "r");
	n = fread(text, 1, sizeof(text), file);
	fclose(file);
	CHECK(ssmtp_client_add_recipient_cert(client, ssmtp_slice_of(text, n), &error), "%s", error.text);
}

static ssmtp_client *client_new(void)
{
	static const ssmtp_client_hooks hooks = { .now_ms = turned_clock };
	ssmtp_error error = { 0 };
	ssmtp_client *client = ssmtp_client_new(&hooks, &error);

	sink_set_server(client, table.port);
	set_int(client, SSMTP_ID_TIMEOUT, TIMEOUT_S);
	config(client, "Hello=client.example");
	set_text(client, SSMTP_ID_FROM, "m0@example.org");
	set_text(client, SSMTP_ID_SEND_TO, table.way == REST ? "bob@example.org, carol@example.org" : "bob@example.org");
	set_text(client, SSMTP_ID_SUBJECT, "hello");
	set_text(client, SSMTP_ID_MESSAGE_TEXT, "hello\r\n");
	config(client, table.way == QUEUE_4 ? "MaxConnections=4" : "MaxConnections=1");
	set_int(client, SSMTP_ID_SSL_START_MODE, table.tls ? 1 : 3);
	config(client, "AcceptAnyServerCert=True");
	config(client, table.happening == ABSOLUTE ? "AbsoluteTimeout=True" : "AbsoluteTimeout=False");
	if (table.way == COPIES) {
		set_text(client, SSMTP_ID_BCC, "dave@example.org");
		config(client, "BccEncryption=Separate");
		add_certificate(client, "bob.pem");
		add_certificate(client, "dave.pem");
		CHECK(ssmtp_client_encrypt(client, &error), "%s", error.text);
	}
	ssmtp_client_listen(client, 1u << SSMTP_EVENT_PI_TRAIL | 1u << SSMTP_EVENT_START_TRANSFER);
	return client;
}

static void put_files(void)
{
	dir_count("", true);
	for (int i = 0; is_queue() && i < files(); i++) {
		sink_put_file(i, table.way == QUEUE_REST ? "X-SSMTP-Rcpt: 1 <c@example.net>\r\n" : "");
	}
}


/* What happens to a client from its own side, between two steps or inside a callback. */
static void client_happens(ssmtp_client *client, unsigned long allocation)
{
	table.done = true;
	switch (table.happening) {
	case ABSOLUTE:
		table.now_ms += TIMEOUT_S * 1000 + 1;
		break;
	case INTERRUPT:
		ssmtp_client_interrupt(client);
		break;
	case THROW:
		ssmtp_client_abort(client);
		break;
	case MEMORY:
		ssmtp_alloc_fail_at(allocation);
		break;
	default:
		break;
	}
}

/* Events that are moments: the body begins; QUIT is built and not sent, so that whatever follows the final reply takes
 * place now. */
static bool is_told_moment(const ssmtp_event *event)
{
	const peer *target = target_peer();

	if (table.done || target == NULL) {
		return false;
	}
	if (event->id == SSMTP_EVENT_START_TRANSFER) {
		return table.moment == AT_BODY && target->data;
	}
	return table.moment == AT_QUIT && table.answered && event->args[0].number == 0 &&
		ssmtp_slice_equal(event->args[1].text, SSMTP_SLICE("QUIT"));
}

static void told(ssmtp_client *client, unsigned long allocation)
{
	if (is_told_moment(ssmtp_client_event(client))) {
		table.reached = true;
		if (table.happening == SLOW) {
			table.done = true;
			table.now_ms += 2 * TIMEOUT_S * 1000;
		} else if (is_servers(table.happening)) {
			server_happens(target_peer());
		} else {
			client_happens(client, allocation);
		}
	} else if (table.happening == SLOW && table.reached) {
		table.done = true;
		table.now_ms += 2 * TIMEOUT_S * 1000;
	}
}

static void waited(ssmtp_client *client, unsigned long allocation, int *idle)
{
	bool moved = server_move();

	if (table.reached && !table.done && !is_read_first() && !is_servers(table.happening)) {
		if (table.happening == SLOW) {
			table.done = true;
			moved = server_move();
			table.done = false;
		} else {
			client_happens(client, allocation);
		}
	} else if (!moved && table.reached && !table.done && is_read_first()) {
		if (is_servers(table.happening)) {
			server_happens(target_peer());
		} else {
			client_happens(client, allocation);
		}
		moved = true;
	}
	*idle = moved ? 0 : *idle + 1;
	if (!moved) {
		server_idle();
	}
	/* Nobody moves: time goes on until everybody's limit is over. */
	if (*idle > 4) {
		table.now_ms += TIMEOUT_S * 1000 + 1;
		*idle = 0;
	}
	ssmtp_client_wait(client);
}

static bool run(ssmtp_client *client, unsigned long allocation, ssmtp_error *error)
{
	int idle = 0;

	if (!ssmtp_client_begin(client, is_queue() ? SSMTP_OP_PROCESS_QUEUE : SSMTP_OP_SEND,
			ssmtp_slice_str(is_queue() ? dir : ""), error)) {
		return false;
	}
	for (int i = 0; i < 100000; i++) {
		switch (ssmtp_client_step(client)) {
		case SSMTP_STEP_EVENT:
			told(client, allocation);
			break;
		case SSMTP_STEP_WAIT:
			waited(client, allocation, &idle);
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

/* ---- a cell ---- */

static char file_state(void)
{
	static const struct {
		const char *name;
		char letter;
	} rows[] = { { "queued", 'q' }, { "failed", 'f' }, { "sending", 's' } };

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char path[128];

		snprintf(path, sizeof(path), "%s/%d.%s", dir, files() - 1, rows[i].name);
		if (access(path, F_OK) == 0) {
			return rows[i].letter;
		}
	}
	return '-';
}

/* Whoever has the message is not sent it again: the file that is left says so. */
static void check_marks(const ssmtp_client *client)
{
	const ssmtp_result *result = ssmtp_client_result(client);
	bool has_it = result->count > 0 && result->recipients[0].fate == SSMTP_FATE_DELIVERED;
	char path[300], text[512];
	const char *const states[] = { "queued", "failed" };

	for (size_t i = 0; table.way == QUEUE_REST && i < 2; i++) {
		FILE *file;
		size_t n;

		snprintf(path, sizeof(path), "%s/0.%s", dir, states[i]);
		file = fopen(path, "r");
		if (file == NULL) {
			continue;
		}
		n = fread(text, 1, sizeof(text) - 1, file);
		text[n] = '\0';
		CHECK((strstr(text, "\nX-SSMTP-Done: 0 <b@example.net>\r\n") != NULL) == has_it, "%s", text);
		CHECK(strstr(text, "\nX-SSMTP-Rcpt: 1 <c@example.net>\r\n") != NULL, "%s", text);
		fclose(file);
	}
}

static void describe(const ssmtp_client *client, bool ok, const ssmtp_error *error, char *cell, size_t room)
{
	static const char *const fates[] = { "not tried", "refused", "accepted", "delivered", "unknown" };
	static const struct {
		char letter;
		const char *name;
	} states[] = { { 'q', ", queued" }, { 'f', ", failed" }, { 's', ", sending" }, { '-', ", gone" } };
	const ssmtp_result *result = ssmtp_client_result(client);
	const char *state = "";

	for (size_t i = 0; is_queue() && i < sizeof(states) / sizeof(states[0]); i++) {
		state = states[i].letter == file_state() ? states[i].name : state;
	}
	if (ok) {
		snprintf(cell, room, "ok%s", state);
	} else {
		snprintf(cell, room, "%d%s %s%s", error->code, error->maybe_delivered ? "?" : "",
			result->count == 0 ? "not tried" : fates[result->recipients[result->count - 1].fate], state);
	}
}

/* Runs the cell; allocation 0: none fails. *asked: the allocation that was to fail was asked for. */
static void cell_run(unsigned long allocation, char *cell, size_t room, bool *asked)
{
	ssmtp_client *client;
	ssmtp_error error = { 0 };
	bool ok;

	for (int i = 0; i < PEERS_MAX; i++) {
		memset(&table.peers[i], 0, sizeof(table.peers[i]));
		table.peers[i].fd = -1;
	}
	table.accepted = table.transactions = table.finals = 0;
	table.answered = table.reached = table.done = false;
	table.now_ms = 1000; /* long past by the system's clock: no wait waits */
	put_files();
	client = client_new();
	ssmtp_alloc_fail_at(0);
	ok = run(client, allocation, &error);
	*asked = allocation > 0 && ssmtp_alloc_count() >= allocation;
	ssmtp_alloc_fail_at(0);
	describe(client, ok, &error, cell, room);
	CHECK(!is_queue() || dir_count(".sending", false) == 0);
	check_marks(client);
	CHECK(!ok || is_queue() || ssmtp_client_result(client)->recipients[0].fate == SSMTP_FATE_DELIVERED, "%s", cell);
	ssmtp_client_free(&client);
	for (int i = 0; i < PEERS_MAX; i++) {
		peer_close(&table.peers[i]);
	}
}

static bool printing;
static char actual[WAYS][MOMENTS][HAPPENINGS][512];

/* How many octets come at once decides which allocations there are: each outcome is one of those expected, and success
 * is among them. */
static bool cells_within(const char *cells, const char *wanted)
{
	char one[512];

	while (*cells != '\0') {
		const char *end = strstr(cells, " or ");
		size_t len = end == NULL ? strlen(cells) : (size_t) (end - cells);

		snprintf(one, sizeof(one), "%.*s", (int) len, cells);
		if (strstr(wanted, one) == NULL) {
			return false;
		}
		cells += end == NULL ? len : len + strlen(" or ");
	}
	return true;
}

static void cell_compare(way w, moment m, happening h)
{
	if (h == MEMORY) {
		CHECK(printing || (strncmp(actual[w][m][h], "ok", 2) == 0 && cells_within(actual[w][m][h], expected(w, m, h))),
			"%s, %s, no memory: %s, expected %s", way_names[w], moment_names[m], actual[w][m][h], expected(w, m, h));
		return;
	}
	CHECK(printing || strcmp(actual[w][m][h], expected(w, m, h)) == 0, "%s, %s, %s: %s, expected %s", way_names[w],
		moment_names[m], happening_names[h], actual[w][m][h], expected(w, m, h));
}

/* What one allocation or another brings about, each once; success stands first. */
static void cells_add(char *cells, size_t room, const char *cell)
{
	char before[512];

	if (strstr(cells, cell) != NULL) {
		return;
	}
	snprintf(before, sizeof(before), "%s", cells);
	if (before[0] == '\0') {
		snprintf(cells, room, "%s", cell);
	} else if (strncmp(cell, "ok", 2) == 0) {
		snprintf(cells, room, "%.250s or %.250s", cell, before);
	} else {
		snprintf(cells, room, "%.250s or %.250s", before, cell);
	}
}

static void cell_check(way w, moment m, happening h)
{
	char cell[60], *keep = actual[w][m][h];
	bool asked = true;

	table.way = w;
	table.moment = m;
	table.happening = h;
	table.tls = h == ALERT;
	if (h != MEMORY) {
		cell_run(0, keep, sizeof(actual[w][m][h]), &asked);
		cell_compare(w, m, h);
		return;
	}
	for (unsigned long n = 1; asked && n < 500; n++) {
		cell_run(n, cell, sizeof(cell), &asked);
		cells_add(keep, sizeof(actual[w][m][h]), cell);
	}
	CHECK(!asked, "more than 500 allocations");
	cell_compare(w, m, h);
}

/* ---- the page ---- */

static char page[PAGE_MAX];
static size_t page_len;

__attribute__((format(printf, 1, 2))) static void page_add(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	page_len += (size_t) vsnprintf(page + page_len, sizeof(page) - page_len, format, args);
	va_end(args);
}

static void page_make(void)
{
	for (int w = 0; w < WAYS; w++) {
		page_add("### %s\n\n|", way_names[w]);
		for (int m = 0; m < MOMENTS; m++) {
			page_add(" | %s", moment_names[m]);
		}
		page_add(" |\n|---");
		for (int m = 0; m < MOMENTS; m++) {
			page_add("|---");
		}
		page_add("|\n");
		for (int h = 0; h < HAPPENINGS; h++) {
			page_add("| %s", happening_names[h]);
			for (int m = 0; m < MOMENTS; m++) {
				page_add(" | %s", printing ? actual[w][m][h] : expected((way) w, (moment) m, (happening) h));
			}
			page_add(" |\n");
		}
		page_add("\n");
	}
}

static void page_check(void)
{
	static char text[PAGE_MAX];
	FILE *file = fopen("../../docs/internals/outcomes.md", "r");
	size_t n = file == NULL ? 0 : fread(text, 1, sizeof(text) - 1, file);

	text[n] = '\0';
	CHECK(page_len > 0 && strstr(text, page) != NULL, "docs/internals/outcomes.md has another table: see --print");
	if (file != NULL) {
		fclose(file);
	}
}

static bool all_ends_well(way w, moment m)
{
	int well = 0;

	for (int h = 0; h < HAPPENINGS; h++) {
		well += strcmp(actual[w][m][h], ends_well(w)) == 0;
	}
	return well == HAPPENINGS;
}

/* outcome_table.h anew. */
static void print_header(void)
{
	static const char *const ways[] = { "SEND", "COPIES", "REST", "QUEUE_1", "QUEUE_REST", "QUEUE_4" };
	static const char *const moments[] = { "AT_EHLO", "AT_MAIL", "AT_DATA", "AT_BODY", "AT_END", "AT_PART",
		"AT_REPLY", "AT_QUIT" };
	static const char *const happenings[] = { "SILENCE", "RST", "FIN", "ALERT", "SHUTDOWN_421", "GARBAGE", "ABSOLUTE",
		"INTERRUPT", "THROW", "MEMORY", "SLOW" };

	printf("/* What test_outcome.c expects; made by its --table and read by people. */\n");
	for (int w = 0; w < WAYS; w++) {
		printf("[%s] = {\n", ways[w]);
		for (int m = 0; m < MOMENTS; m++) {
			if (all_ends_well((way) w, (moment) m)) {
				continue;
			}
			printf("\t[%s] = {\n", moments[m]);
			for (int h = 0; h < HAPPENINGS; h++) {
				if (strcmp(actual[w][m][h], ends_well((way) w)) == 0) {
					continue;
				}
				/* In two halves where the line would be too long. */
				size_t len = strlen(actual[w][m][h]), half = len > 70 ? 70 : len;

				printf("\t\t[%s] = \"%.*s\"", happenings[h], (int) half, actual[w][m][h]);
				printf(half < len ? "\n\t\t\t\"%s\",\n" : "%s,\n", actual[w][m][h] + half);
			}
			printf("\t},\n");
		}
		printf("},\n");
	}
}

int main(int argc, char **argv)
{
	printing = argc > 1;
	strcpy(dir, access("/dev/shm", W_OK) == 0 ? "/dev/shm/ssmtp-outcome-XXXXXX" : "/tmp/ssmtp-outcome-XXXXXX");
	CHECK(mkdtemp(dir) != NULL);
	/* OpenSSL writes to a socket whose client has gone. */
	signal(SIGPIPE, SIG_IGN);
	server_listen();
	for (int w = 0; w < WAYS; w++) {
		for (int m = 0; m < MOMENTS; m++) {
			for (int h = 0; h < HAPPENINGS; h++) {
				cell_check((way) w, (moment) m, (happening) h);
			}
		}
	}
	page_make();
	if (printing) {
		printf("%s", strcmp(argv[1], "--print") == 0 ? page : "");
		if (strcmp(argv[1], "--table") == 0) {
			print_header();
		}
	} else {
		page_check();
	}
	dir_count("", true);
	CHECK(rmdir(dir) == 0);
	return unit_summary("outcome");
}
