/* The C program that does nothing else: submits COUNT messages of 1 KiB over
 * one connection with PIPELINING and no library at all. Prints messages a second.
 *   submit PORT COUNT        two writes and two reads a message: MAIL, RCPT and
 *                            DATA in one group, behind the 354 the message
 *   submit PORT COUNT file NAME   that file as the body
 *   submit PORT COUNT many   to 1,000 recipients
 *   submit PORT COUNT chunk  one of each: MAIL, RCPT, BDAT LAST and the message
 *                            in one group (RFC 3030)
 *   submit PORT COUNT batch  one of each: the next group leaves with the end of
 *                            the message before (RFC 2920 section 3.1) */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static int fd;

static void put(const char *text, size_t len)
{
	while (len > 0) {
		ssize_t n = write(fd, text, len);

		if (n <= 0) {
			perror("write");
			exit(1);
		}
		text += n;
		len -= (size_t) n;
	}
}

/* Reads until count complete replies have come. */
static void get(int count)
{
	static char in[65536];
	static size_t have;

	while (count > 0) {
		char *end = memchr(in, '\n', have);
		ssize_t n;

		if (end != NULL) {
			size_t line = (size_t) (end - in) + 1;

			if (in[0] != '2' && in[0] != '3') {
				fprintf(stderr, "refused: %.*s", (int) line, in);
				exit(1);
			}
			count -= in[3] == ' ';
			have -= line;
			memmove(in, in + line, have);
			continue;
		}
		n = read(fd, in + have, sizeof(in) - have);
		if (n <= 0) {
			perror("read");
			exit(1);
		}
		have += (size_t) n;
	}
}

static void open_connection(int port)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int one = 1;

	address.sin_port = htons((uint16_t) port);
	fd = socket(AF_INET, SOCK_STREAM, 0);
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
	if (connect(fd, (struct sockaddr *) &address, sizeof(address)) != 0) {
		perror("connect");
		exit(1);
	}
	get(1);
	put("EHLO bench.example\r\n", 20);
	get(1);
}

static void told(long count, const struct timespec *begin)
{
	struct timespec end;

	clock_gettime(CLOCK_MONOTONIC, &end);
	put("QUIT\r\n", 6);
	get(1);
	printf("%.2f\n",
		(double) count / ((double) (end.tv_sec - begin->tv_sec) + (double) (end.tv_nsec - begin->tv_nsec) / 1e9));
}

static int chunks(int port, long count, const char *message, size_t len)
{
	char group[8192];
	size_t all = (size_t) sprintf(
		group, "MAIL FROM:<alice@example.org>\r\nRCPT TO:<bob@example.org>\r\nBDAT %zu LAST\r\n", len);
	struct timespec begin;

	memcpy(group + all, message, len);
	open_connection(port);
	clock_gettime(CLOCK_MONOTONIC, &begin);
	for (long i = 0; i < count; i++) {
		put(group, all + len);
		get(3);
	}
	told(count, &begin);
	return 0;
}

/* To 1,000 recipients: all commands in one write, as the window of replies allows. */
static int recipients(int port, long count, const char *message, size_t len)
{
	static char group[65536];
	size_t all = (size_t) sprintf(group, "MAIL FROM:<alice@example.org>\r\n");
	char end[4096 + 8];
	struct timespec begin;

	for (int i = 1; i <= 1000; i++) {
		all += (size_t) sprintf(group + all, "RCPT TO:<user%d@example.org>\r\n", i);
	}
	all += (size_t) sprintf(group + all, "DATA\r\n");
	memcpy(end, message, len);
	memcpy(end + len, ".\r\n", 3);
	open_connection(port);
	clock_gettime(CLOCK_MONOTONIC, &begin);
	for (long i = 0; i < count; i++) {
		put(group, all);
		get(1002);
		put(end, len + 3);
		get(1);
	}
	told(count, &begin);
	return 0;
}

/* A file as the body: mapped, looked through for what needs a dot or a CR, written. */
static int file(int port, long count, const char *name)
{
	static const char group[] = "MAIL FROM:<alice@example.org>\r\nRCPT TO:<bob@example.org>\r\nDATA\r\n";
	static const char head[] = "From: alice@example.org\r\nTo: bob@example.org\r\nSubject: bench\r\n\r\n";
	int from = open(name, O_RDONLY);
	struct timespec begin;
	struct stat about;

	if (from < 0 || fstat(from, &about) != 0) {
		perror(name);
		return 1;
	}
	open_connection(port);
	clock_gettime(CLOCK_MONOTONIC, &begin);
	for (long i = 0; i < count; i++) {
		char *text = mmap(NULL, (size_t) about.st_size, PROT_READ, MAP_PRIVATE, from, 0);
		const char *end = text + about.st_size;

		for (const char *at = text; at < end && (at = memchr(at, '\n', (size_t) (end - at))) != NULL; at++) {
			if (at == text || at[-1] != '\r' || (at + 1 < end && at[1] == '.')) {
				fprintf(stderr, "%s is not canonical\n", name);
				return 1;
			}
		}
		put(group, sizeof(group) - 1);
		get(3);
		put(head, sizeof(head) - 1);
		put(text, (size_t) about.st_size);
		put(".\r\n", 3);
		get(1);
		munmap(text, (size_t) about.st_size);
	}
	told(count, &begin);
	return 0;
}

int main(int argc, char **argv)
{
	static const char envelope[] = "MAIL FROM:<alice@example.org>\r\nRCPT TO:<bob@example.org>\r\nDATA\r\n";
	char message[4096];
	size_t len, group = sizeof(envelope) - 1;
	long count = argc > 2 ? atol(argv[2]) : 10000;
	int many = argc > 3 && strcmp(argv[3], "many") == 0;
	int batch = argc > 3 && strcmp(argv[3], "batch") == 0;
	struct timespec begin;

	len = (size_t) sprintf(message, "Date: Sun, 22 Nov 2026 08:00:00 +0000\r\nFrom: alice@example.org\r\n"
		"To: bob@example.org\r\nSubject: bench\r\nMessage-Id: <1@example.org>\r\n\r\n");
	while (len < 1024) {
		len += (size_t) sprintf(message + len, "the quick brown fox jumps over the lazy dog, again and again,\r\n");
	}
	if (argc > 4) {
		return file(atoi(argv[1]), count, argv[4]);
	}
	if (many) {
		return recipients(atoi(argv[1]), count, message, len);
	}
	if (argc > 3 && !batch) {
		return chunks(atoi(argv[1]), count, message, len);
	}
	len += (size_t) sprintf(message + len, ".\r\n");
	memcpy(message + len, envelope, group);
	open_connection(argc > 1 ? atoi(argv[1]) : 25);
	clock_gettime(CLOCK_MONOTONIC, &begin);
	put(envelope, group);
	for (long i = 0; i < count; i++) {
		int more = i + 1 < count;

		get(3);
		put(message, batch && more ? len + group : len);
		get(1);
		if (!batch && more) {
			put(envelope, group);
		}
	}
	told(count, &begin);
	return 0;
}
