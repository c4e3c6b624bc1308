/* TCP as a transport: names, then connection attempts over all addresses,
 * staggered and interleaved as in RFC 8305 (Happy Eyeballs). */
#include "net/net.h"

#include "base/alloc.h"
#include "net/resolve.h"

/* RFC 8305 section 8: Connection Attempt Delay, recommended value. */
#define TCP_ATTEMPT_DELAY_MS 250
#define TCP_ATTEMPTS_MAX 8

typedef struct tcp_attempt {
	ssmtp_sys_socket socket;
	size_t address;
} tcp_attempt;

typedef struct tcp_transport {
	ssmtp_transport base;
	ssmtp_tcp_options options; /* its strings are ours */
	ssmtp_resolve *remote;
	ssmtp_resolve *local;
	ssmtp_sys_address addresses[SSMTP_RESOLVE_ADDRESSES_MAX];
	size_t address_count;
	size_t next_address;
	tcp_attempt attempts[TCP_ATTEMPTS_MAX];
	size_t attempt_count;
	int64_t next_attempt_ms;
	ssmtp_error last_error;    /* of the last address that failed */
	ssmtp_sys_socket socket;   /* connected; SSMTP_SYS_NONE before */
	bool connected;
	bool awaits;               /* the socket can be waited on by reading */
	bool addresses_ready;
} tcp_transport;

static tcp_transport *tcp_of(const ssmtp_transport *transport)
{
	return (tcp_transport *) transport;
}

static bool tcp_resolve_start(tcp_transport *tcp, ssmtp_error *error)
{
	static const int families[] = { 4, 6, 0 };
	const ssmtp_tcp_options *options = &tcp->options;
	int family = families[options->family];

	tcp->remote = ssmtp_resolve_start(options->host, options->port, family, error);
	if (tcp->remote == NULL) {
		return false;
	}
	if (options->local_host[0] == '\0') {
		return true;
	}
	tcp->local = ssmtp_resolve_start(options->local_host, options->local_port, family, error);
	return tcp->local != NULL;
}

/* RFC 8305 section 4: the families take turns, IPv6 first, each in the system's order. */
static void tcp_interleave(tcp_transport *tcp, const ssmtp_sys_address *list, size_t count)
{
	size_t next[2] = { 0, 0 };
	int want = 6;

	while (tcp->address_count < count) {
		size_t *at = &next[want == 6];

		while (*at < count && list[*at].family != want) {
			(*at)++;
		}
		if (*at < count) {
			tcp->addresses[tcp->address_count++] = list[(*at)++];
		}
		want = want == 6 ? 4 : 6;
	}
}

static ssmtp_io tcp_resolve(tcp_transport *tcp, ssmtp_error *error)
{
	const ssmtp_sys_address *list;
	size_t count;
	ssmtp_io io;

	if (tcp->remote == NULL && !tcp_resolve_start(tcp, error)) {
		return SSMTP_IO_ERROR;
	}
	io = ssmtp_resolve_poll(tcp->remote, error);
	if (io != SSMTP_IO_DONE || (tcp->local != NULL && (io = ssmtp_resolve_poll(tcp->local, error)) != SSMTP_IO_DONE)) {
		return io;
	}
	list = ssmtp_resolve_list(tcp->remote, &count);
	for (size_t i = 0; i < count; i++) {
		if (ssmtp_sys_address_is_wildcard(&list[i])) {
			ssmtp_error_set(error, SSMTP_ERROR_CONNECT, SSMTP_E_WILDCARD_ADDRESS,
				"%.200s stands for the wildcard address, which cannot be connected to.", tcp->options.host);
			return SSMTP_IO_ERROR;
		}
	}
	tcp_interleave(tcp, list, count);
	tcp->addresses_ready = true;
	return SSMTP_IO_DONE;
}

/* Options that must stand before connect(), for instance the window they announce. */
static void tcp_set_options(const tcp_transport *tcp, ssmtp_sys_socket socket)
{
	const ssmtp_tcp_options *options = &tcp->options;

	ssmtp_sys_set_buffers(socket, options->in_buffer_octets, options->out_buffer_octets);
	ssmtp_sys_set_no_delay(socket, options->no_delay);
	ssmtp_sys_set_linger(socket, options->linger, options->linger_time_s);
	if (options->keep_alive || options->keep_alive_time_ms > 0 || options->keep_alive_interval_ms > 0) {
		ssmtp_sys_set_keep_alive(socket, options->keep_alive_time_ms, options->keep_alive_interval_ms);
	}
}

static bool tcp_bind(const tcp_transport *tcp, ssmtp_sys_socket socket, int family, ssmtp_sys_failure *failure)
{
	const ssmtp_sys_address *list;
	ssmtp_sys_address any;
	size_t count;
	int code;

	if (tcp->local != NULL) {
		list = ssmtp_resolve_list(tcp->local, &count);
		for (size_t i = 0; i < count; i++) {
			if (list[i].family == family) {
				return ssmtp_sys_bind(socket, &list[i], failure);
			}
		}
	}
	if (tcp->local == NULL && tcp->options.local_port == 0) {
		return true;
	}
	/* No local address of this family: the wildcard with a port, or the system's refusal of it. */
	if (ssmtp_sys_resolve(family == 6 ? "::" : "0.0.0.0", tcp->options.local_port, family, true, &any, 1, &code) == 0) {
		failure->value = 0;
		return false;
	}
	return ssmtp_sys_bind(socket, &any, failure);
}

static void tcp_attempt_failed(tcp_transport *tcp, size_t address, ssmtp_sys_failure failure, const char *verb)
{
	char what[96];
	ssmtp_buf text;

	ssmtp_buf_init(&text, sizeof(what));
	ssmtp_buf_append_str(&text, verb);
	ssmtp_sys_address_text(&tcp->addresses[address], &text);
	ssmtp_buf_printf(&text, " port %u", (unsigned) ssmtp_sys_address_port(&tcp->addresses[address]));
	memcpy(what, text.data == NULL ? (const uint8_t *) "" : text.data, ssmtp_buf_len(&text));
	what[ssmtp_buf_len(&text)] = '\0';
	ssmtp_buf_free(&text);
	ssmtp_error_clear(&tcp->last_error);
	ssmtp_sys_error(&tcp->last_error, SSMTP_ERROR_CONNECT, failure, what);
}

/* Begins the next address. True when it is connected already. */
static bool tcp_attempt_begin(tcp_transport *tcp)
{
	size_t address = tcp->next_address++;
	const ssmtp_sys_address *to = &tcp->addresses[address];
	ssmtp_sys_failure failure = { 0 };
	ssmtp_sys_socket socket = ssmtp_sys_open(to->family, &failure);
	ssmtp_io io = SSMTP_IO_ERROR;
	const char *verb = "connecting to ";

	if (socket != SSMTP_SYS_NONE) {
		tcp_set_options(tcp, socket);
		if (tcp_bind(tcp, socket, to->family, &failure)) {
			io = ssmtp_sys_connect(socket, to, &failure);
		} else {
			verb = "binding the local end for ";
		}
	}
	if (io == SSMTP_IO_ERROR) {
		tcp_attempt_failed(tcp, address, failure, verb);
		ssmtp_sys_close(socket);
		return false;
	}
	if (io == SSMTP_IO_DONE) {
		tcp->socket = socket;
		return true;
	}
	tcp->attempts[tcp->attempt_count++] = (tcp_attempt) { socket, address };
	return false;
}

static void tcp_attempts_close(tcp_transport *tcp)
{
	while (tcp->attempt_count > 0) {
		ssmtp_sys_close(tcp->attempts[--tcp->attempt_count].socket);
	}
}

/* Looks at the attempts under way; true when one is connected. *failed: one ended. */
static bool tcp_attempts_check(tcp_transport *tcp, bool *failed)
{
	ssmtp_sys_failure failure = { 0 };

	*failed = false;
	for (size_t i = 0; i < tcp->attempt_count;) {
		tcp_attempt attempt = tcp->attempts[i];
		ssmtp_io io = ssmtp_sys_connect_result(attempt.socket, &failure);

		if (io == SSMTP_IO_WANT_WRITE) {
			i++;
			continue;
		}
		tcp->attempts[i] = tcp->attempts[--tcp->attempt_count];
		if (io == SSMTP_IO_DONE) {
			tcp->socket = attempt.socket;
			return true;
		}
		*failed = true;
		tcp_attempt_failed(tcp, attempt.address, failure, "connecting to ");
		ssmtp_sys_close(attempt.socket);
	}
	return false;
}

/* A given local port can belong to one attempt at a time. */
static size_t tcp_attempts_allowed(const tcp_transport *tcp)
{
	return tcp->options.local_port != 0 ? 1 : TCP_ATTEMPTS_MAX;
}

static ssmtp_io tcp_attempts(tcp_transport *tcp, int64_t now_ms, ssmtp_error *error)
{
	size_t before;
	bool failed;

	if (tcp_attempts_check(tcp, &failed)) {
		goto connected;
	}
	/* RFC 8305 section 5: the next address when the delay is over, or at once when an attempt failed. */
	while (tcp->next_address < tcp->address_count && tcp->attempt_count < tcp_attempts_allowed(tcp)
		&& (failed || tcp->attempt_count == 0 || now_ms >= tcp->next_attempt_ms)) {
		before = tcp->attempt_count;
		if (tcp_attempt_begin(tcp)) {
			goto connected;
		}
		failed = tcp->attempt_count == before;
		tcp->next_attempt_ms = now_ms + TCP_ATTEMPT_DELAY_MS;
	}
	if (tcp->attempt_count > 0) {
		return SSMTP_IO_WAIT;
	}
	*error = tcp->last_error;
	return SSMTP_IO_ERROR;
connected:
	tcp_attempts_close(tcp);
	tcp->connected = true;
	tcp->awaits = ssmtp_sys_await_prepare(tcp->socket, SSMTP_AWAIT_MS);
	return SSMTP_IO_DONE;
}

static ssmtp_io tcp_connect(ssmtp_transport *transport, int64_t now_ms, ssmtp_error *error)
{
	tcp_transport *tcp = tcp_of(transport);
	ssmtp_io io;

	if (tcp->connected) {
		return SSMTP_IO_DONE;
	}
	if (!tcp->addresses_ready && (io = tcp_resolve(tcp, error)) != SSMTP_IO_DONE) {
		return io;
	}
	return tcp_attempts(tcp, now_ms, error);
}

static ssmtp_io tcp_read(ssmtp_transport *transport, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	ssmtp_sys_failure failure = { 0 };
	ssmtp_io io = ssmtp_sys_recv(tcp_of(transport)->socket, dst, room, n, &failure);

	if (io == SSMTP_IO_ERROR) {
		ssmtp_sys_error(error, SSMTP_ERROR_DROPPED, failure, "reading from the server");
	}
	return io;
}

static ssmtp_io tcp_await(ssmtp_transport *transport, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	const tcp_transport *tcp = tcp_of(transport);
	ssmtp_sys_failure failure = { 0 };
	ssmtp_io io = tcp->awaits ? ssmtp_sys_await(tcp->socket, dst, room, n, &failure) : SSMTP_IO_WAIT;

	if (io == SSMTP_IO_ERROR) {
		ssmtp_sys_error(error, SSMTP_ERROR_DROPPED, failure, "reading from the server");
	}
	return io;
}

static ssmtp_io tcp_write(ssmtp_transport *transport, const uint8_t *src, size_t len, size_t *n, ssmtp_error *error)
{
	ssmtp_sys_failure failure = { 0 };
	ssmtp_io io = ssmtp_sys_send(tcp_of(transport)->socket, src, len, n, &failure);

	if (io == SSMTP_IO_ERROR) {
		ssmtp_sys_error(error, SSMTP_ERROR_DROPPED, failure, "writing to the server");
	}
	return io;
}

static void tcp_want_entry(ssmtp_wait *wait, ssmtp_sys_socket socket, bool read, bool write)
{
	if (socket != SSMTP_SYS_NONE && wait->count < SSMTP_WAIT_MAX) {
		wait->entries[wait->count++] = (ssmtp_wait_entry) { socket, read, write, false };
	}
}

static void tcp_want_connecting(const tcp_transport *tcp, ssmtp_wait *wait)
{
	if (!tcp->addresses_ready) {
		if (tcp->remote != NULL) {
			tcp_want_entry(wait, ssmtp_resolve_handle(tcp->remote), true, false);
		}
		if (tcp->local != NULL) {
			tcp_want_entry(wait, ssmtp_resolve_handle(tcp->local), true, false);
		}
		return;
	}
	for (size_t i = 0; i < tcp->attempt_count; i++) {
		tcp_want_entry(wait, tcp->attempts[i].socket, false, true);
	}
	if (tcp->next_address < tcp->address_count && tcp->attempt_count < tcp_attempts_allowed(tcp)) {
		wait->deadline_ms = ssmtp_deadline_earlier(wait->deadline_ms, tcp->next_attempt_ms);
	}
}

static void tcp_want(ssmtp_transport *transport, ssmtp_io last, ssmtp_wait *wait)
{
	tcp_transport *tcp = tcp_of(transport);

	if (!tcp->connected) {
		tcp_want_connecting(tcp, wait);
		return;
	}
	tcp_want_entry(wait, tcp->socket, last != SSMTP_IO_WANT_WRITE, last == SSMTP_IO_WANT_WRITE);
}

static ssmtp_io tcp_shutdown(ssmtp_transport *transport, ssmtp_error *error)
{
	/* TCP has nothing to say before the close, which Linger rules. */
	(void) transport;
	(void) error;
	return SSMTP_IO_DONE;
}

static void tcp_describe(const ssmtp_transport *transport, ssmtp_buf *out)
{
	ssmtp_sys_address peer;

	ssmtp_buf_append_str(out, "tcp");
	if (tcp_of(transport)->connected && ssmtp_sys_peer_address(tcp_of(transport)->socket, &peer)) {
		ssmtp_buf_append_str(out, peer.family == 6 ? " [" : " ");
		ssmtp_sys_address_text(&peer, out);
		ssmtp_buf_printf(out, peer.family == 6 ? "]:%u" : ":%u", (unsigned) ssmtp_sys_address_port(&peer));
	}
}

static void tcp_free(ssmtp_transport *transport)
{
	tcp_transport *tcp = tcp_of(transport);

	tcp_attempts_close(tcp);
	ssmtp_sys_close(tcp->socket);
	ssmtp_resolve_free(&tcp->remote);
	ssmtp_resolve_free(&tcp->local);
	ssmtp_free((char *) tcp->options.host);
	ssmtp_free((char *) tcp->options.local_host);
	ssmtp_free(tcp);
}

static const ssmtp_transport_vtable tcp_vtable = {
	.name = "tcp", .connect = tcp_connect, .read = tcp_read, .write = tcp_write, .want = tcp_want,
	.shutdown = tcp_shutdown, .describe = tcp_describe, .free = tcp_free, .await = tcp_await
};

ssmtp_transport *ssmtp_tcp_new(const ssmtp_tcp_options *options, ssmtp_error *error)
{
	tcp_transport *tcp;

	if (options->family < 0 || options->family > 2) {
		ssmtp_error_argument(error, "UseIPv6 is 0 (IPv4), 1 (IPv6) or 2 (both), not %d.", options->family);
		return NULL;
	}
	tcp = ssmtp_alloc_zero(sizeof(*tcp));
	if (tcp == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	tcp->base.vtable = &tcp_vtable;
	tcp->socket = SSMTP_SYS_NONE;
	tcp->options = *options;
	tcp->options.host = ssmtp_strndup(options->host, strlen(options->host));
	tcp->options.local_host = ssmtp_strndup(options->local_host, strlen(options->local_host));
	if (tcp->options.host == NULL || tcp->options.local_host == NULL) {
		tcp_free(&tcp->base);
		ssmtp_error_nomem(error);
		return NULL;
	}
	return &tcp->base;
}

bool ssmtp_tcp_local(const ssmtp_transport *transport, ssmtp_buf *address, uint16_t *port)
{
	ssmtp_sys_address local;

	*port = 0;
	if (!tcp_of(transport)->connected || !ssmtp_sys_local_address(tcp_of(transport)->socket, &local)) {
		return false;
	}
	*port = ssmtp_sys_address_port(&local);
	return ssmtp_sys_address_text(&local, address);
}

bool ssmtp_tcp_peer(const ssmtp_transport *transport, ssmtp_buf *address)
{
	ssmtp_sys_address peer;

	return tcp_of(transport)->connected && ssmtp_sys_peer_address(tcp_of(transport)->socket, &peer)
		&& ssmtp_sys_address_text(&peer, address);
}

void ssmtp_tcp_buffer_sizes(const ssmtp_transport *transport, int *in_octets, int *out_octets)
{
	*in_octets = *out_octets = 0;
	if (tcp_of(transport)->connected) {
		ssmtp_sys_get_buffers(tcp_of(transport)->socket, in_octets, out_octets);
	}
}

void ssmtp_tcp_abandon(ssmtp_transport *transport)
{
	tcp_transport *tcp = tcp_of(transport);

	/* The parent goes on using the connection: closing our copy sends nothing. */
	ssmtp_sys_close(tcp->socket);
	tcp->socket = SSMTP_SYS_NONE;
	tcp->connected = false;
}
