/* The C program that does nothing else: a new connection for each message of
 * 1 KiB, on OpenSSL, with the trust store loaded once. Prints messages a second.
 *   tls PORT WAY COUNT CAFILE [resume]    WAY: plain, starttls, implicit */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static SSL_CTX *ctx;
static SSL_SESSION *session;
static int fd;
static SSL *ssl;

static void fail(const char *what)
{
	perror(what);
	ERR_print_errors_fp(stderr);
	exit(1);
}

static void put(const char *text, size_t len)
{
	int n = ssl ? SSL_write(ssl, text, (int) len) : (int) write(fd, text, len);

	if (n != (int) len) {
		fail("write");
	}
}

static void get(int count)
{
	char in[8192];
	size_t have = 0;

	while (count > 0) {
		char *end = memchr(in, '\n', have);
		int n;

		if (end != NULL) {
			size_t line = (size_t) (end - in) + 1;

			if (in[0] != '2' && in[0] != '3') {
				fail("refused");
			}
			count -= in[3] == ' ';
			have -= line;
			memmove(in, in + line, have);
			continue;
		}
		n = ssl ? SSL_read(ssl, in + have, (int) (sizeof(in) - have)) : (int) read(fd, in + have, sizeof(in) - have);
		if (n <= 0) {
			fail("read");
		}
		have += (size_t) n;
	}
}

static void ehlo(void)
{
	put("EHLO bench.example\r\n", 20);
	get(1);
}

static int keep_session(SSL *unused, SSL_SESSION *fresh)
{
	(void) unused;
	SSL_SESSION_free(session);
	session = fresh;
	return 1;
}

static void start_tls(void)
{
	ssl = SSL_new(ctx);
	SSL_set_fd(ssl, fd);
	X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), "127.0.0.1");
	if (session != NULL) {
		SSL_set_session(ssl, session);
	}
	if (SSL_connect(ssl) != 1 || SSL_get_verify_result(ssl) != X509_V_OK) {
		fail("handshake");
	}
}

static void send_one(int port, const char *way, const char *message, size_t len)
{
	static const char envelope[] = "MAIL FROM:<alice@example.org>\r\nRCPT TO:<bob@example.org>\r\nDATA\r\n";
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int one = 1;

	address.sin_port = htons((uint16_t) port);
	fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
	if (connect(fd, (struct sockaddr *) &address, sizeof(address)) != 0) {
		fail("connect");
	}
	if (way[0] == 'i') {
		start_tls();
	}
	get(1);
	ehlo();
	if (way[0] == 's') {
		put("STARTTLS\r\n", 10);
		get(1);
		start_tls();
		ehlo();
	}
	put(envelope, sizeof(envelope) - 1);
	get(3);
	put(message, len);
	get(1);
	put("QUIT\r\n", 6);
	get(1);
	if (ssl != NULL) {
		SSL_shutdown(ssl);
		SSL_free(ssl);
		ssl = NULL;
	}
	close(fd);
}

int main(int argc, char **argv)
{
	char message[4096];
	struct timespec begin, end;
	long count;
	size_t len;

	if (argc < 5) {
		fprintf(stderr, "tls PORT plain|starttls|implicit COUNT CAFILE [resume]\n");
		return 1;
	}
	count = atol(argv[3]);
	ctx = SSL_CTX_new(TLS_client_method());
	SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION);
	SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, NULL);
	if (!SSL_CTX_load_verify_file(ctx, argv[4])) {
		fail(argv[4]);
	}
	if (argc > 5) {
		SSL_CTX_set_session_cache_mode(ctx, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
		SSL_CTX_sess_set_new_cb(ctx, keep_session);
	}
	len = (size_t) sprintf(message, "Date: Sun, 22 Nov 2026 08:00:00 +0000\r\nFrom: alice@example.org\r\n"
		"To: bob@example.org\r\nSubject: bench\r\nMessage-Id: <1@example.org>\r\n\r\n");
	while (len < 1024) {
		len += (size_t) sprintf(message + len, "the quick brown fox jumps over the lazy dog, again and again,\r\n");
	}
	len += (size_t) sprintf(message + len, ".\r\n");
	send_one(atoi(argv[1]), argv[2], message, len); /* a session to resume is there now */
	clock_gettime(CLOCK_MONOTONIC, &begin);
	for (long i = 0; i < count; i++) {
		send_one(atoi(argv[1]), argv[2], message, len);
	}
	clock_gettime(CLOCK_MONOTONIC, &end);
	printf("%.0f\n",
		(double) count / ((double) (end.tv_sec - begin.tv_sec) + (double) (end.tv_nsec - begin.tv_nsec) / 1e9));
	return 0;
}
