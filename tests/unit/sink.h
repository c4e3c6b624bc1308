/* What tests with a server of their own share: where it listens, the lines it reads, the files of the queue, and the
 * settings of the client that goes to it. */
#ifndef SSMTP_TESTS_SINK_H
#define SSMTP_TESTS_SINK_H

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <sys/socket.h>

#include "client/client.h"
#include "spool_dir.h"
#include "unit.h"

/* On a free port of the loopback; accept() does not wait. */
static int sink_listen(uint16_t *port)
{
	struct sockaddr_in at = { .sin_family = AF_INET, .sin_addr = { htonl(INADDR_LOOPBACK) } };
	socklen_t len = sizeof(at);
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

	CHECK(bind(fd, (struct sockaddr *) &at, len) == 0 && listen(fd, 64) == 0);
	CHECK(getsockname(fd, (struct sockaddr *) &at, &len) == 0);
	*port = ntohs(at.sin_port);
	return fd;
}

/* What a client has sent and nobody has read yet. */
typedef struct sink_input {
	char text[16384];
	size_t len;
} sink_input;

static size_t sink_room(const sink_input *in)
{
	return sizeof(in->text) - in->len - 1;
}

/* The next whole line without its end; false: there is none. */
static bool sink_take_line(sink_input *in, char line[sizeof(((sink_input *) 0)->text)])
{
	char *end;
	size_t len;

	in->text[in->len] = '\0';
	end = strstr(in->text, "\r\n");
	if (end == NULL) {
		return false;
	}
	len = (size_t) (end - in->text);
	memcpy(line, in->text, len);
	line[len] = '\0';
	in->len -= len + 2;
	memmove(in->text, end + 2, in->len);
	return true;
}

/* <number>.queued, from mNUMBER@example.org, with the subject mNUMBER. others: further envelope lines. */
static void sink_put_file(int number, const char *others)
{
	char path[128];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%d.queued", dir, number);
	file = fopen(path, "w");
	fprintf(file,
		"X-SSMTP-Queue: 1\r\nX-SSMTP-From: <m%d@example.org>\r\nX-SSMTP-Rcpt: 0 <b@example.net>\r\n%s\r\n"
		"Subject: m%d\r\n\r\nhello\r\n",
		number, others, number);
	fclose(file);
}

static void set_text(ssmtp_client *client, int id, const char *text)
{
	ssmtp_value value = { SSMTP_VALUE_STRING, 0, ssmtp_slice_str(text) };
	ssmtp_error error = { 0 };

	CHECK(ssmtp_client_set(client, id, 0, &value, &error), "%d: %s", id, error.text);
}

static void set_int(ssmtp_client *client, int id, int64_t number)
{
	ssmtp_value value = { SSMTP_VALUE_INT, number, SSMTP_SLICE_EMPTY };
	ssmtp_error error = { 0 };

	CHECK(ssmtp_client_set(client, id, 0, &value, &error), "%d: %s", id, error.text);
}

static void config(ssmtp_client *client, const char *text)
{
	ssmtp_buf out;
	ssmtp_error error = { 0 };

	ssmtp_buf_init(&out, 1024);
	CHECK(ssmtp_client_config(client, ssmtp_slice_str(text), &out, &error), "%s: %s", text, error.text);
	ssmtp_buf_free(&out);
}

/* Where the sink is. */
static void sink_set_server(ssmtp_client *client, uint16_t port)
{
	set_text(client, SSMTP_ID_MAIL_SERVER, "127.0.0.1");
	set_int(client, SSMTP_ID_MAIL_PORT, port);
}

#endif
