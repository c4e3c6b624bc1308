/* The receiving end of the TLS benchmark: one connection at a time, mail thrown
 * away. Three ports chosen by the system, printed as the first line: plain,
 * STARTTLS, implicit. It ends when its standard input does.
 *   tls_sink BUNDLE   key, certificate and chain in PEM */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

enum { PLAIN, STARTTLS, IMPLICIT, WAYS };

typedef struct connection {
	int fd;
	SSL *ssl; /* NULL in clear */
	int offers_starttls;
	int in_data;
	size_t have;
	char in[65536];
} connection;

static int conn_write(connection *c, const char *text)
{
	int len = (int) strlen(text);

	return (c->ssl ? SSL_write(c->ssl, text, len) : (int) write(c->fd, text, (size_t) len)) == len;
}

static int conn_fill(connection *c)
{
	int room = (int) (sizeof(c->in) - c->have);
	int n = c->ssl ? SSL_read(c->ssl, c->in + c->have, room) : (int) read(c->fd, c->in + c->have, (size_t) room);

	if (n <= 0) {
		return 0;
	}
	c->have += (size_t) n;
	return 1;
}

/* Takes whole lines, or mail data; the replies of all go out in one write. Negative: the connection ends. */
static int conn_take(connection *c, char *out, size_t room)
{
	size_t at = 0;
	int result = 0;

	out[0] = '\0';
	while (result == 0) {
		char *begin = c->in + at;
		char *end;

		if (c->in_data) {
			end = memmem(begin, c->have - at, "\r\n.\r\n", 5);
			if (end == NULL) {
				break;
			}
			c->in_data = 0;
			at += (size_t) (end - begin) + 5;
			strncat(out, "250 2.0.0 queued as SINK\r\n", room - strlen(out) - 1);
			continue;
		}
		end = memchr(begin, '\n', c->have - at);
		if (end == NULL) {
			break;
		}
		at += (size_t) (end - begin) + 1;
		if (strncasecmp(begin, "EHLO", 4) == 0) {
			strncat(out, "250-sink.example\r\n250-PIPELINING\r\n", room - strlen(out) - 1);
			strncat(out, c->offers_starttls ? "250-STARTTLS\r\n" : "", room - strlen(out) - 1);
			strncat(out, "250 ENHANCEDSTATUSCODES\r\n", room - strlen(out) - 1);
		} else if (strncasecmp(begin, "STARTTLS", 8) == 0) {
			strncat(out, "220 2.0.0 go\r\n", room - strlen(out) - 1);
			result = 1;
		} else if (strncasecmp(begin, "DATA", 4) == 0) {
			strncat(out, "354 go\r\n", room - strlen(out) - 1);
			c->in_data = 1;
		} else if (strncasecmp(begin, "QUIT", 4) == 0) {
			strncat(out, "221 2.0.0 bye\r\n", room - strlen(out) - 1);
			result = -1;
		} else {
			strncat(out, "250 2.0.0 ok\r\n", room - strlen(out) - 1);
		}
	}
	c->have -= at;
	memmove(c->in, c->in + at, c->have);
	return result;
}

static int conn_start_tls(connection *c, SSL_CTX *ctx)
{
	c->ssl = SSL_new(ctx);
	c->offers_starttls = 0;
	c->have = 0;
	SSL_set_fd(c->ssl, c->fd);
	return SSL_accept(c->ssl) == 1;
}

static void conn_serve(connection *c, SSL_CTX *ctx, int way)
{
	char out[8192];
	int result;

	if ((way == IMPLICIT && !conn_start_tls(c, ctx)) || !conn_write(c, "220 sink.example ESMTP\r\n")) {
		return;
	}
	while (conn_fill(c)) {
		result = conn_take(c, out, sizeof(out));
		if ((out[0] != '\0' && !conn_write(c, out)) || result < 0 || (result == 1 && !conn_start_tls(c, ctx))) {
			return;
		}
	}
}

static int listen_somewhere(int *port)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(address);
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	if (bind(fd, (struct sockaddr *) &address, len) != 0 || listen(fd, 128) != 0) {
		perror("tls_sink");
		exit(1);
	}
	getsockname(fd, (struct sockaddr *) &address, &len);
	*port = ntohs(address.sin_port);
	return fd;
}

static void sink_accept(int listener, SSL_CTX *ctx, int way)
{
	static connection c;
	int one = 1;

	memset(&c, 0, offsetof(connection, in));
	c.fd = accept(listener, NULL, NULL);
	c.offers_starttls = way == STARTTLS;
	setsockopt(c.fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
	conn_serve(&c, ctx, way);
	if (c.ssl != NULL) {
		SSL_shutdown(c.ssl);
		SSL_free(c.ssl);
	}
	ERR_clear_error();
	close(c.fd);
}

int main(int argc, char **argv)
{
	struct pollfd set[WAYS + 1];
	SSL_CTX *ctx = SSL_CTX_new(TLS_server_method());
	int ports[WAYS];

	if (argc < 2 || !SSL_CTX_use_certificate_chain_file(ctx, argv[1]) ||
		!SSL_CTX_use_PrivateKey_file(ctx, argv[1], SSL_FILETYPE_PEM)) {
		ERR_print_errors_fp(stderr);
		return 1;
	}
	SSL_CTX_set_session_id_context(ctx, (const unsigned char *) "sink", 4);
	for (int i = 0; i < WAYS; i++) {
		set[i] = (struct pollfd) { .fd = listen_somewhere(&ports[i]), .events = POLLIN };
	}
	set[WAYS] = (struct pollfd) { .fd = STDIN_FILENO, .events = POLLIN };
	printf("%d %d %d\n", ports[PLAIN], ports[STARTTLS], ports[IMPLICIT]);
	fflush(stdout);
	while (poll(set, WAYS + 1, -1) > 0 && !set[WAYS].revents) {
		for (int i = 0; i < WAYS; i++) {
			if (set[i].revents) {
				sink_accept(set[i].fd, ctx, i);
			}
		}
	}
	return 0;
}
