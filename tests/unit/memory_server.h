/* A server that is a transport in memory: it accepts everything, and keeps the last message as it came. */
#ifndef SSMTP_TESTS_UNIT_MEMORY_SERVER_H
#define SSMTP_TESTS_UNIT_MEMORY_SERVER_H

#include "base/alloc.h"
#include "client/client_priv.h"

typedef struct memory_server {
	ssmtp_transport transport;
	ssmtp_buf replies;  /* not read yet */
	ssmtp_buf line;     /* what came of the next command */
	ssmtp_buf commands; /* MAIL and RCPT of the last message */
	ssmtp_buf mail;     /* it, with its transparency and the end of mail data */
	bool in_data;
} memory_server;

static ssmtp_io memory_read(ssmtp_transport *transport, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	memory_server *self = (memory_server *) transport;
	ssmtp_slice octets = ssmtp_slice_head(ssmtp_buf_slice(&self->replies), room);

	(void) error;
	*n = octets.len;
	if (octets.len == 0) {
		return SSMTP_IO_WANT_READ;
	}
	memcpy(dst, octets.ptr, octets.len);
	ssmtp_buf_consume(&self->replies, octets.len);
	return SSMTP_IO_DONE;
}

static void memory_command(memory_server *self, const char *command)
{
	static const struct {
		const char *begin, *reply;
	} rows[] = {
		{ "EHLO ", "250-memory\r\n250-PIPELINING\r\n250 8BITMIME\r\n" },
		{ "DATA\r", "354 go on\r\n" },
		{ "QUIT\r", "221 bye\r\n" },
	};
	const char *reply = "250 ok\r\n";

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		reply = strncmp(command, rows[i].begin, 5) == 0 ? rows[i].reply : reply;
	}
	ssmtp_buf_append_str(&self->replies, reply);
	self->in_data = reply[0] == '3';
	if (strncmp(command, "MAIL ", 5) == 0) {
		ssmtp_buf_clear(&self->commands);
		ssmtp_buf_clear(&self->mail);
	}
	if (strncmp(command, "MAIL ", 5) == 0 || strncmp(command, "RCPT ", 5) == 0) {
		ssmtp_buf_append_str(&self->commands, command);
	}
}

static bool memory_ends_with(const ssmtp_buf *buf, const char *end)
{
	size_t len = strlen(end);
	ssmtp_slice octets = ssmtp_buf_slice(buf);

	return octets.len >= len && memcmp(octets.ptr + octets.len - len, end, len) == 0;
}

static ssmtp_io memory_write(ssmtp_transport *transport, const uint8_t *src, size_t len, size_t *n, ssmtp_error *error)
{
	memory_server *self = (memory_server *) transport;

	(void) error;
	for (*n = 0; *n < len; (*n)++) {
		ssmtp_buf *into = self->in_data ? &self->mail : &self->line;

		ssmtp_buf_append(into, src + *n, 1);
		if (src[*n] != '\n') {
			continue;
		}
		if (!self->in_data) {
			memory_command(self, ssmtp_buf_cstr(&self->line));
			ssmtp_buf_clear(&self->line);
		} else if (memory_ends_with(&self->mail, "\r\n.\r\n")) {
			self->in_data = false;
			ssmtp_buf_append_str(&self->replies, "250 accepted\r\n");
		}
	}
	return SSMTP_IO_DONE;
}

/* Nothing is ever waited for. */
static void memory_want(ssmtp_transport *transport, ssmtp_io last, ssmtp_wait *wait)
{
	(void) transport;
	(void) last;
	(void) wait;
}

static ssmtp_io memory_shutdown(ssmtp_transport *transport, ssmtp_error *error)
{
	(void) transport;
	(void) error;
	return SSMTP_IO_DONE;
}

static void memory_free(ssmtp_transport *transport)
{
	memory_server *self = (memory_server *) transport;

	ssmtp_buf_free(&self->replies);
	ssmtp_buf_free(&self->line);
	ssmtp_buf_free(&self->commands);
	ssmtp_buf_free(&self->mail);
	ssmtp_free(self);
}

static const ssmtp_transport_vtable memory_vtable = {
	.name = "memory",
	.read = memory_read,
	.write = memory_write,
	.want = memory_want,
	.shutdown = memory_shutdown,
	.free = memory_free,
};

static bool memory_run(ssmtp_client *client)
{
	ssmtp_step step;

	while ((step = ssmtp_client_step(client)) != SSMTP_STEP_DONE && step != SSMTP_STEP_FAILED) {
		client->connection->may_read = true;
	}
	return step == SSMTP_STEP_DONE;
}

/* The client is connected from now on; the server is its connection's and goes with it. */
static memory_server *memory_connect(ssmtp_client *client, ssmtp_error *error)
{
	static const ssmtp_plan_stage *const plan[] = { &ssmtp_stage_open, &ssmtp_stage_connected, NULL };
	memory_server *server = ssmtp_alloc_zero(sizeof(*server));

	server->transport.vtable = &memory_vtable;
	ssmtp_buf_init(&server->replies, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&server->line, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&server->commands, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&server->mail, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_append_str(&server->replies, "220 memory\r\n");
	client->connection->top = &server->transport;
	return ssmtp_client_start(client, SSMTP_OP_CONNECT, SSMTP_SLICE_EMPTY, plan, error) && memory_run(client) ? server
																											 : NULL;
}

#endif
