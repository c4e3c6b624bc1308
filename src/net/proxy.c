/* A tunnel through a proxy as a transport over any transport. */
#include "net/proxy.h"

#include "base/alloc.h"
#include "base/ascii.h"
#include "net/resolve.h"
#include "net/sys.h"

typedef struct proxy_transport {
	ssmtp_transport base;
	ssmtp_proxy_dialogue dialogue;
	char *host, *user;
	ssmtp_buf password, data;
	ssmtp_resolve *resolve; /* of the target, where the proxy wants an address */
	bool lower_connected;
	bool open;
} proxy_transport;

static const struct {
	int type;
	const char *name;
	ssmtp_proxy_state (*advance)(ssmtp_proxy_dialogue *dialogue, ssmtp_error *error);
	bool (*check)(const ssmtp_proxy_options *options, ssmtp_error *error);
} proxy_rows[] = {
	{ 1, "http proxy", ssmtp_proxy_http_advance, ssmtp_proxy_http_check },
	{ 2, "socks4 proxy", ssmtp_proxy_socks4_advance, ssmtp_proxy_socks_check },
	{ 3, "socks5 proxy", ssmtp_proxy_socks5_advance, ssmtp_proxy_socks_check },
	{ 10, "socks4a proxy", ssmtp_proxy_socks4_advance, ssmtp_proxy_socks_check },
};

static proxy_transport *proxy_of(const ssmtp_transport *transport)
{
	return (proxy_transport *) transport;
}

/* SOCKS 4 has no place for a name; SOCKS 5 gets an address unless MailServer begins with "*". */
static bool proxy_needs_address(const proxy_transport *proxy)
{
	const ssmtp_proxy_options *options = &proxy->dialogue.options;

	if (options->type == 1) {
		return false;
	}
	return ssmtp_sys_literal_family(options->host) != 0 || (!options->remote_resolve && options->type != 10);
}

static ssmtp_io proxy_resolve(proxy_transport *proxy, ssmtp_error *error)
{
	const ssmtp_proxy_options *options = &proxy->dialogue.options;
	const ssmtp_sys_address *list;
	size_t count;
	ssmtp_io io;

	if (proxy->dialogue.address != NULL || !proxy_needs_address(proxy)) {
		return SSMTP_IO_DONE;
	}
	if (proxy->resolve == NULL) {
		proxy->resolve = ssmtp_resolve_start(options->host, options->port, options->type == 3 ? 0 : 4, error);
		if (proxy->resolve == NULL) {
			return SSMTP_IO_ERROR;
		}
	}
	io = ssmtp_resolve_poll(proxy->resolve, error);
	if (io == SSMTP_IO_DONE) {
		list = ssmtp_resolve_list(proxy->resolve, &count);
		proxy->dialogue.address = &list[0];
	}
	return io;
}

static ssmtp_io proxy_flush(proxy_transport *proxy, ssmtp_error *error)
{
	while (ssmtp_buf_len(&proxy->dialogue.out) > 0) {
		ssmtp_slice out = ssmtp_buf_slice(&proxy->dialogue.out);
		size_t n = 0;
		ssmtp_io io = proxy->base.lower->vtable->write(proxy->base.lower, out.ptr, out.len, &n, error);

		if (io != SSMTP_IO_DONE) {
			return io;
		}
		ssmtp_buf_consume(&proxy->dialogue.out, n);
	}
	return SSMTP_IO_DONE;
}

static ssmtp_io proxy_receive(proxy_transport *proxy, ssmtp_error *error)
{
	ssmtp_buf *in = &proxy->dialogue.in;
	size_t room, n = 0;
	uint8_t *tail;
	ssmtp_io io;

	if (ssmtp_buf_len(in) >= SSMTP_PROXY_REPLY_MAX) {
		ssmtp_proxy_refuse(error, "the proxy's answer is too long.");
		return SSMTP_IO_ERROR;
	}
	if (!ssmtp_buf_reserve(in, 1)) {
		ssmtp_error_nomem(error);
		return SSMTP_IO_ERROR;
	}
	tail = ssmtp_buf_tail(in, &room);
	io = proxy->base.lower->vtable->read(proxy->base.lower, tail, room, &n, error);
	if (io == SSMTP_IO_DONE) {
		ssmtp_buf_commit(in, n);
	} else if (io == SSMTP_IO_END) {
		ssmtp_proxy_refuse(error, "the proxy closed the connection.");
		return SSMTP_IO_ERROR;
	}
	return io;
}

static ssmtp_io proxy_talk(proxy_transport *proxy, ssmtp_error *error)
{
	ssmtp_io io;

	for (;;) {
		io = proxy_flush(proxy, error);
		if (io != SSMTP_IO_DONE) {
			return io;
		}
		switch (proxy->dialogue.advance(&proxy->dialogue, error)) {
		case SSMTP_PROXY_OPEN:
			proxy->open = true;
			return SSMTP_IO_DONE;
		case SSMTP_PROXY_REFUSED:
			return SSMTP_IO_ERROR;
		case SSMTP_PROXY_MORE:
			break;
		}
		if (ssmtp_buf_len(&proxy->dialogue.out) == 0) {
			io = proxy_receive(proxy, error);
			if (io != SSMTP_IO_DONE) {
				return io;
			}
		}
	}
}

static ssmtp_io proxy_connect(ssmtp_transport *transport, int64_t now_ms, ssmtp_error *error)
{
	proxy_transport *proxy = proxy_of(transport);
	ssmtp_io io;

	if (proxy->open) {
		return SSMTP_IO_DONE;
	}
	if (!proxy->lower_connected) {
		io = transport->lower->vtable->connect(transport->lower, now_ms, error);
		if (io != SSMTP_IO_DONE) {
			return io;
		}
		proxy->lower_connected = true;
	}
	io = proxy_resolve(proxy, error);
	return io == SSMTP_IO_DONE ? proxy_talk(proxy, error) : io;
}

static ssmtp_io proxy_read(ssmtp_transport *transport, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	ssmtp_buf *in = &proxy_of(transport)->dialogue.in;
	ssmtp_slice left = ssmtp_buf_slice(in);

	if (left.len > 0) {
		*n = left.len < room ? left.len : room;
		memcpy(dst, left.ptr, *n);
		ssmtp_buf_consume(in, *n);
		return SSMTP_IO_DONE;
	}
	return transport->lower->vtable->read(transport->lower, dst, room, n, error);
}

static ssmtp_io proxy_write(ssmtp_transport *transport, const uint8_t *src, size_t len, size_t *n, ssmtp_error *error)
{
	return transport->lower->vtable->write(transport->lower, src, len, n, error);
}

static bool proxy_pending(const ssmtp_transport *transport)
{
	const ssmtp_transport *lower = transport->lower;

	return ssmtp_buf_len(&proxy_of(transport)->dialogue.in) > 0
		|| (lower->vtable->pending != NULL && lower->vtable->pending(lower));
}

static void proxy_want(ssmtp_transport *transport, ssmtp_io last, ssmtp_wait *wait)
{
	proxy_transport *proxy = proxy_of(transport);

	if (proxy->open && proxy_pending(transport) && last != SSMTP_IO_WANT_WRITE) {
		wait->deadline_ms = 0; /* octets are here already */
		return;
	}
	if (proxy->lower_connected && !proxy->open && proxy->resolve != NULL && proxy->dialogue.address == NULL) {
		wait->entries[wait->count++] = (ssmtp_wait_entry) { ssmtp_resolve_handle(proxy->resolve), true, false, false };
		return;
	}
	transport->lower->vtable->want(transport->lower, last, wait);
}

static ssmtp_io proxy_shutdown(ssmtp_transport *transport, ssmtp_error *error)
{
	return transport->lower->vtable->shutdown(transport->lower, error);
}

static void proxy_describe(const ssmtp_transport *transport, ssmtp_buf *out)
{
	for (size_t i = 0; i < sizeof(proxy_rows) / sizeof(proxy_rows[0]); i++) {
		if (proxy_rows[i].type == proxy_of(transport)->dialogue.options.type) {
			ssmtp_buf_append_str(out, proxy_rows[i].name);
		}
	}
	ssmtp_buf_append_str(out, " over ");
	transport->lower->vtable->describe(transport->lower, out);
}

static void proxy_free(ssmtp_transport *transport)
{
	proxy_transport *proxy = proxy_of(transport);

	ssmtp_transport_free(&transport->lower);
	ssmtp_resolve_free(&proxy->resolve);
	ssmtp_buf_free(&proxy->dialogue.in);
	ssmtp_buf_free(&proxy->dialogue.out);
	ssmtp_buf_free(&proxy->password);
	ssmtp_buf_free(&proxy->data);
	ssmtp_free(proxy->host);
	ssmtp_free(proxy->user);
	ssmtp_free(proxy);
}

static const ssmtp_transport_vtable proxy_vtable = { .name = "proxy",
	.connect = proxy_connect,
	.read = proxy_read,
	.write = proxy_write,
	.want = proxy_want,
	.shutdown = proxy_shutdown,
	.describe = proxy_describe,
	.free = proxy_free,
	.pending = proxy_pending };

/* Letters, digits, "-", "_" and dots, or an address: a colon could smuggle a port, anything else a request. */
static bool proxy_is_host(const char *host)
{
	ssmtp_slice name = ssmtp_slice_str(host);

	if (name.len == 0 || name.len > 255) {
		return false;
	}
	for (size_t i = 0; i < name.len; i++) {
		if (!ssmtp_is_alnum(name.ptr[i]) && strchr("-_.", name.ptr[i]) == NULL) {
			return ssmtp_sys_literal_family(host) == 6 && strchr(host, '%') == NULL;
		}
	}
	return true;
}

static bool proxy_check(const ssmtp_proxy_options *options, size_t *row, ssmtp_error *error)
{
	for (*row = 0; *row < sizeof(proxy_rows) / sizeof(proxy_rows[0]); (*row)++) {
		if (proxy_rows[*row].type == options->type) {
			break;
		}
	}
	if (*row == sizeof(proxy_rows) / sizeof(proxy_rows[0])) {
		return ssmtp_error_argument(error, "There is no FirewallType %d.", options->type);
	}
	if (!proxy_is_host(options->host)) {
		return ssmtp_error_argument(error, "MailServer is not a host name that a proxy could be given.");
	}
	return proxy_rows[*row].check(options, error);
}

static bool proxy_copy(proxy_transport *proxy, const ssmtp_proxy_options *options)
{
	ssmtp_proxy_options *own = &proxy->dialogue.options;

	*own = *options;
	proxy->host = ssmtp_strndup(options->host, strlen(options->host));
	proxy->user = ssmtp_strndup(options->user, strlen(options->user));
	if (proxy->host == NULL || proxy->user == NULL || !ssmtp_buf_append_slice(&proxy->password, options->password)
		|| !ssmtp_buf_append_slice(&proxy->data, options->data)) {
		return false;
	}
	own->host = proxy->host;
	own->user = proxy->user;
	own->password = ssmtp_buf_slice(&proxy->password);
	own->data = ssmtp_buf_slice(&proxy->data);
	return true;
}

void ssmtp_proxy_hide(const ssmtp_proxy_options *options, ssmtp_hidden *hidden)
{
	/* The longest first: what is covered by it leaves no edge. */
	if (options->type == 1) {
		ssmtp_proxy_http_hide(options, hidden);
	}
	ssmtp_hidden_add(hidden, options->password);
}

ssmtp_transport *ssmtp_proxy_new_take(ssmtp_transport **lower, const ssmtp_proxy_options *options, ssmtp_error *error)
{
	proxy_transport *proxy;
	size_t row;

	if (!proxy_check(options, &row, error)) {
		return NULL;
	}
	proxy = ssmtp_alloc_zero(sizeof(*proxy));
	if (proxy == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	proxy->base.vtable = &proxy_vtable;
	ssmtp_buf_init(&proxy->dialogue.in, SSMTP_PROXY_REPLY_MAX + 1024);
	ssmtp_buf_init_secret(&proxy->dialogue.out, 1 << 20);
	ssmtp_buf_init_secret(&proxy->password, 1 << 16);
	ssmtp_buf_init(&proxy->data, 1 << 20);
	proxy->dialogue.advance = proxy_rows[row].advance;
	if (!proxy_copy(proxy, options)) {
		proxy_free(&proxy->base);
		ssmtp_error_nomem(error);
		return NULL;
	}
	proxy->base.lower = *lower;
	*lower = NULL;
	return &proxy->base;
}
