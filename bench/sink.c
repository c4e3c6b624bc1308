/* The receiving end of the SMTP benchmarks: answers every command at once and
 * throws the mail away. One process, one poll loop, a port chosen by the system,
 * printed as the first line. It ends when its standard input does. With an
 * argument it offers CHUNKING as well (RFC 3030). */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define CLIENTS_MAX 256
#define IN_ROOM 262144

enum sink_state { SINK_COMMAND, SINK_DATA_BEGIN, SINK_DATA, SINK_CHUNK };

typedef struct sink_client {
	int fd;
	enum sink_state state;
	size_t chunk; /* octets of BDAT that are still to come */
	size_t have;
	char in[IN_ROOM];
} sink_client;

static sink_client *clients[CLIENTS_MAX];

static struct {
	const char *verb;
	const char *reply;
} answers[] = {
	{ "EHLO", "250-sink.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SIZE\r\n250 ENHANCEDSTATUSCODES\r\n" },
	{ "BDAT", "250 2.0.0 queued as SINK\r\n" },
	{ "DATA", "354 go\r\n" },
	{ "QUIT", "221 2.0.0 bye\r\n" },
	{ "", "250 2.0.0 ok\r\n" },
};

static const char *sink_reply(const char *line)
{
	size_t i = 0;

	while (strncasecmp(line, answers[i].verb, strlen(answers[i].verb)) != 0) {
		i++;
	}
	return answers[i].reply;
}

/* Octets of mail data taken; *ended when the lone dot was among them. */
static size_t sink_take_data(sink_client *client, const char *begin, size_t left, int *ended)
{
	const char *end;
	size_t keep = left < 4 ? left : 4;

	*ended = 1;
	if (client->state == SINK_DATA_BEGIN && left >= 3 && memcmp(begin, ".\r\n", 3) == 0) {
		return 3;
	}
	end = memmem(begin, left, "\r\n.\r\n", 5);
	if (end != NULL) {
		return (size_t) (end - begin) + 5;
	}
	/* What may be the beginning of the end stays. */
	*ended = 0;
	client->state = left > keep ? SINK_DATA : client->state;
	return left - keep;
}

/* Takes what is complete in the input, appends replies to out; returns octets taken. */
static size_t sink_take(sink_client *client, char *out, size_t *out_len, int *quit)
{
	size_t at = 0;

	while (at < client->have) {
		const char *begin = client->in + at;
		const char *reply, *end;

		if (client->state == SINK_CHUNK) {
			size_t n = client->have - at < client->chunk ? client->have - at : client->chunk;

			at += n;
			client->chunk -= n;
			if (client->chunk == 0) {
				client->state = SINK_COMMAND;
				*out_len += (size_t) sprintf(out + *out_len, "%s", sink_reply("BDAT"));
			}
			continue;
		}
		if (client->state != SINK_COMMAND) {
			int ended;

			at += sink_take_data(client, begin, client->have - at, &ended);
			if (!ended) {
				break;
			}
			client->state = SINK_COMMAND;
			*out_len += (size_t) sprintf(out + *out_len, "250 2.0.0 queued as SINK\r\n");
			continue;
		}
		end = memchr(begin, '\n', client->have - at);
		if (end == NULL) {
			break;
		}
		reply = sink_reply(begin);
		if (strncasecmp(begin, "BDAT ", 5) == 0) {
			client->chunk = strtoul(begin + 5, NULL, 10);
			client->state = SINK_CHUNK;
			at += (size_t) (end - begin) + 1;
			continue;
		}
		*out_len += (size_t) sprintf(out + *out_len, "%s", reply);
		*quit |= memcmp(reply, "221", 3) == 0;
		client->state = reply[0] == '3' ? SINK_DATA_BEGIN : SINK_COMMAND;
		at += (size_t) (end - begin) + 1;
	}
	return at;
}

/* False when the connection ended. */
static int sink_serve(sink_client *client)
{
	static char out[IN_ROOM * 4];
	size_t out_len = 0, taken;
	int quit = 0;
	ssize_t n = read(client->fd, client->in + client->have, IN_ROOM - client->have);

	if (n <= 0) {
		return 0;
	}
	client->have += (size_t) n;
	taken = sink_take(client, out, &out_len, &quit);
	memmove(client->in, client->in + taken, client->have - taken);
	client->have -= taken;
	if (out_len > 0 && write(client->fd, out, out_len) != (ssize_t) out_len) {
		return 0;
	}
	return !quit;
}

static void sink_accept(int listener)
{
	static const char greeting[] = "220 sink.example ESMTP\r\n";
	int fd = accept(listener, NULL, NULL);
	int one = 1;

	for (size_t i = 0; fd >= 0 && i < CLIENTS_MAX; i++) {
		if (clients[i] != NULL) {
			continue;
		}
		clients[i] = calloc(1, sizeof(sink_client));
		clients[i]->fd = fd;
		setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
		if (write(fd, greeting, sizeof(greeting) - 1) < 0) {
			perror("write");
		}
		return;
	}
	if (fd >= 0) {
		close(fd);
	}
}

static void sink_loop(int listener)
{
	struct pollfd set[CLIENTS_MAX + 2];

	for (;;) {
		set[0] = (struct pollfd) { .fd = listener, .events = POLLIN };
		set[1] = (struct pollfd) { .fd = STDIN_FILENO, .events = POLLIN };
		for (size_t i = 0; i < CLIENTS_MAX; i++) {
			set[i + 2] = (struct pollfd) { .fd = clients[i] ? clients[i]->fd : -1, .events = POLLIN };
		}
		if (poll(set, CLIENTS_MAX + 2, -1) < 0 || set[1].revents) {
			return;
		}
		for (size_t i = 0; i < CLIENTS_MAX; i++) {
			if (clients[i] != NULL && set[i + 2].revents && !sink_serve(clients[i])) {
				close(clients[i]->fd);
				free(clients[i]);
				clients[i] = NULL;
			}
		}
		if (set[0].revents) {
			sink_accept(listener);
		}
	}
}

int main(int argc, char **argv)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(address);
	int listener = socket(AF_INET, SOCK_STREAM, 0);

	(void) argv;
	if (argc > 1) {
		answers[0].reply = "250-sink.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SIZE\r\n250-CHUNKING\r\n"
						   "250 ENHANCEDSTATUSCODES\r\n";
	}
	if (bind(listener, (struct sockaddr *) &address, len) != 0 || listen(listener, 128) != 0) {
		perror("sink");
		return 1;
	}
	getsockname(listener, (struct sockaddr *) &address, &len);
	printf("%d\n", ntohs(address.sin_port));
	fflush(stdout);
	sink_loop(listener);
	return 0;
}
