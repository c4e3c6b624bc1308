/* Queue and ProcessQueue whole: a server in a thread that accepts everything
 * over many connections, one connection and several, failing allocations. */
#include <limits.h>
#include <poll.h>
#include <pthread.h>
#include <unistd.h>

#include "base/alloc.h"
#include "net/net.h"
#include "sink.h"
#include "unit_socket.h"

enum { PEERS_MAX = 16, MESSAGES = 4 };

typedef struct peer {
	sink_input in;
	bool data;
	int subject;
} peer;

static struct pollfd sockets[PEERS_MAX + 1]; /* the listener, then a peer each */
static peer peers[PEERS_MAX + 1];
static int delivered[MESSAGES];
static int refuse = -1;
static int greeted, silent_from = INT_MAX; /* that many connections are greeted, no further one */
static uint16_t port;

static void peer_say(int i, const char *text)
{
	CHECK(send(sockets[i].fd, text, strlen(text), MSG_NOSIGNAL) >= -1);
}

static void peer_line(int i, const char *line)
{
	peer *p = &peers[i];

	if (p->data && strcmp(line, ".") == 0) {
		p->data = false;
		if (p->subject == refuse) {
			peer_say(i, "554 refused\r\n");
			return;
		}
		delivered[p->subject]++;
		peer_say(i, "250 accepted\r\n");
	} else if (p->data) {
		sscanf(line, "Subject: m%d", &p->subject);
	} else if (strncmp(line, "EHLO", 4) == 0) {
		peer_say(i, "250-sink\r\n250 PIPELINING\r\n");
	} else if (strcmp(line, "DATA") == 0) {
		p->data = true;
		peer_say(i, "354 go ahead\r\n");
	} else {
		peer_say(i, strcmp(line, "QUIT") == 0 ? "221 bye\r\n" : "250 ok\r\n");
	}
}

static bool peer_read(int i)
{
	peer *p = &peers[i];
	ssize_t n = recv(sockets[i].fd, p->in.text + p->in.len, sink_room(&p->in), 0);
	char line[sizeof(p->in.text)];

	if (n <= 0) {
		return false;
	}
	p->in.len += (size_t) n;
	while (sink_take_line(&p->in, line)) {
		peer_line(i, line);
	}
	return true;
}

static void peer_accept(void)
{
	int fd = accept(sockets[0].fd, NULL, NULL);

	unit_no_delay(fd);
	for (int i = 1; i <= PEERS_MAX; i++) {
		if (sockets[i].fd < 0) {
			sockets[i] = (struct pollfd){ fd, POLLIN, 0 };
			memset(&peers[i], 0, sizeof(peers[i]));
			if (greeted < silent_from) {
				greeted++;
				peer_say(i, "220 sink ready\r\n");
			}
			return;
		}
	}
	close(fd);
}

static void *server_run(void *unused)
{
	(void) unused;
	for (;;) {
		poll(sockets, PEERS_MAX + 1, -1);
		for (int i = 1; i <= PEERS_MAX; i++) {
			if (sockets[i].fd >= 0 && sockets[i].revents != 0 && !peer_read(i)) {
				close(sockets[i].fd);
				sockets[i].fd = -1;
			}
		}
		if (sockets[0].revents != 0) {
			peer_accept();
		}
	}
	return NULL;
}

static void server_start(void)
{
	pthread_t thread;

	for (int i = 0; i <= PEERS_MAX; i++) {
		sockets[i] = (struct pollfd){ -1, POLLIN, 0 };
	}
	sockets[0].fd = sink_listen(&port);
	CHECK(pthread_create(&thread, NULL, server_run, NULL) == 0 && pthread_detach(thread) == 0);
}

static void put_messages(void)
{
	dir_count("", true);
	memset(delivered, 0, sizeof(delivered));
	for (int i = 0; i < MESSAGES; i++) {
		sink_put_file(i, "");
	}
}

static ssmtp_client *client_new(const char *connections, ssmtp_error *error)
{
	ssmtp_client *client = ssmtp_client_new(NULL, error);

	CHECK(client != NULL, "%s", error->text);
	sink_set_server(client, port);
	config(client, connections);
	return client;
}

static int starts;   /* StartTransfer events */
static int given_up; /* connections, as PITrail tells */

static bool tells(const ssmtp_event *event, const char *text)
{
	ssmtp_slice line = event->args[1].text;

	return event->id == SSMTP_EVENT_PI_TRAIL && memmem(line.ptr, line.len, text, strlen(text)) != NULL;
}

static bool process(ssmtp_client *client, ssmtp_error *error)
{
	ssmtp_client_listen(client, ~0u);
	if (!ssmtp_client_begin(client, SSMTP_OP_PROCESS_QUEUE, ssmtp_slice_str(dir), error)) {
		return false;
	}
	for (;;) {
		switch (ssmtp_client_step(client)) {
		case SSMTP_STEP_EVENT:
			starts += ssmtp_client_event(client)->id == SSMTP_EVENT_START_TRANSFER;
			given_up += tells(ssmtp_client_event(client), "was given up");
			break;
		case SSMTP_STEP_WAIT:
			ssmtp_client_wait(client);
			break;
		case SSMTP_STEP_DONE:
			return true;
		default:
			*error = *ssmtp_client_error(client);
			return false;
		}
	}
}

/* Nothing is lost, nothing claimed stays behind, what is queued was not delivered. */
static void check_directory(const char *what, unsigned long n)
{
	CHECK(dir_count(".sending", false) == 0, "%s %lu", what, n);
	for (int i = 0; i < MESSAGES; i++) {
		char path[128];
		bool queued;

		snprintf(path, sizeof(path), "%s/%d.queued", dir, i);
		queued = access(path, F_OK) == 0;
		strcpy(path + strlen(path) - strlen("queued"), "failed");
		CHECK(delivered[i] + queued == 1 || access(path, F_OK) == 0, "%s %lu: message %d", what, n, i);
		CHECK(delivered[i] <= 1, "%s %lu: message %d", what, n, i);
	}
}

static const char *const connections[] = { "MaxConnections=1", "MaxConnections=3" };

static void test_all_sent(void)
{
	for (size_t i = 0; i < 2; i++) {
		ssmtp_error error = { 0 };
		ssmtp_client *client = client_new(connections[i], &error);

		put_messages();
		starts = 0;
		CHECK(process(client, &error), "%s: %s", connections[i], error.text);
		CHECK(dir_count("", false) == 0 && starts == MESSAGES, "%s: %d", connections[i], starts);
		check_directory(connections[i], 0);
		CHECK(!ssmtp_client_connected(client));
		/* Nothing queued: done without connecting. */
		starts = 0;
		CHECK(process(client, &error) && starts == 0);
		ssmtp_client_free(&client);
	}
}

/* A server that takes one connection and lets the others hang: what is left to do, the one does, and nobody waits. */
static void test_hanging(void)
{
	ssmtp_error error = { 0 };
	ssmtp_client *client = client_new("MaxConnections=3", &error);
	int64_t from_ms = ssmtp_net_now_ms();

	put_messages();
	greeted = 0;
	silent_from = 1;
	starts = given_up = 0; /* those before may have given one up */
	CHECK(process(client, &error), "%s", error.text);
	CHECK(ssmtp_net_now_ms() - from_ms < 30 * 1000, "it waited for a greeting");
	CHECK(dir_count("", false) == 0 && starts == MESSAGES && greeted == 1, "%d", starts);
	CHECK(given_up == 2, "%d", given_up);
	check_directory("hanging", 0);
	silent_from = INT_MAX;
	greeted = 0;
	ssmtp_client_free(&client);
}

static void test_refused(void)
{
	for (size_t i = 0; i < 2; i++) {
		ssmtp_error error = { 0 };
		ssmtp_client *client = client_new(connections[i], &error);

		put_messages();
		refuse = 2;
		CHECK(!process(client, &error) && error.code == 161 && !error.maybe_delivered, "%s", connections[i]);
		CHECK(dir_count(".failed", false) == 1 && !ssmtp_client_connected(client));
		check_directory(connections[i], 0);
		refuse = -1;
		ssmtp_client_free(&client);
	}
}

static void test_allocation_failure(void)
{
	for (size_t i = 0; i < 2; i++) {
		bool ok = false;

		for (unsigned long n = 1; !ok; n++) {
			ssmtp_error error = { 0 };
			ssmtp_client *client = client_new(connections[i], &error);
			unsigned long count;

			put_messages();
			ssmtp_alloc_fail_at(n);
			ok = process(client, &error);
			count = ssmtp_alloc_count();
			ssmtp_alloc_fail_at(0);
			CHECK(ok || error.code != 0, "%s, allocation %lu", connections[i], n);
			ssmtp_client_free(&client);
			check_directory(connections[i], n);
			/* A further connection is done without: the run may succeed early. */
			ok = ok && count < n;
		}
	}
}

int main(void)
{
	/* A directory in memory where there is one: the disk is not what is tested. */
	strcpy(dir, access("/dev/shm", W_OK) == 0 ? "/dev/shm/ssmtp-queue-XXXXXX" : "/tmp/ssmtp-queue-XXXXXX");
	CHECK(mkdtemp(dir) != NULL);
	server_start();
	test_all_sent();
	test_hanging();
	test_refused();
	test_allocation_failure();
	dir_count("", true);
	CHECK(rmdir(dir) == 0);
	return unit_summary("queue");
}
