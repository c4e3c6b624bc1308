/* The network layer against sockets of this process on 127.0.0.1, port 0. */
#include <arpa/inet.h>
#include <dirent.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/alloc.h"
#include "net/net.h"
#include "net/resolve.h"
#include "net/sys.h"
#include "unit.h"

static int listen_on(uint16_t *port)
{
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	struct sockaddr_in at = { 0 };
	socklen_t len = sizeof(at);

	at.sin_family = AF_INET;
	at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	bind(fd, (struct sockaddr *) &at, sizeof(at));
	listen(fd, 4);
	getsockname(fd, (struct sockaddr *) &at, &len);
	*port = ntohs(at.sin_port);
	return fd;
}

static int open_descriptors(void)
{
	DIR *dir = opendir("/proc/self/fd");
	int count = 0;

	if (dir == NULL) {
		return 0;
	}
	while (readdir(dir) != NULL) {
		count++;
	}
	closedir(dir);
	return count;
}

/* A resolver's thread closes its own end when it is done: a moment later. */
static void check_descriptors(int before)
{
	for (int i = 0; i < 1000 && open_descriptors() > before; i++) {
		ssmtp_wait wait = { .deadline_ms = ssmtp_net_now_ms() + 5 };

		ssmtp_net_wait(&wait, SSMTP_DEADLINE_NEVER, -1);
	}
	/* Fewer: when counting began, the resolver of an earlier test still had files open. */
	CHECK(open_descriptors() <= before);
}

static ssmtp_tcp_options options_for(const char *host, uint16_t port)
{
	ssmtp_tcp_options options = { 0 };

	options.host = host;
	options.port = port;
	options.local_host = "";
	options.no_delay = true;
	options.linger = true;
	return options;
}

/* Drives connect() to its end, waiting as a client would. */
static ssmtp_io connect_all(ssmtp_transport *tcp, ssmtp_error *error)
{
	ssmtp_io io;

	while ((io = tcp->vtable->connect(tcp, ssmtp_net_now_ms(), error)) != SSMTP_IO_DONE && io != SSMTP_IO_ERROR) {
		ssmtp_wait wait = { .deadline_ms = SSMTP_DEADLINE_NEVER };

		tcp->vtable->want(tcp, io, &wait);
		ssmtp_net_wait(&wait, ssmtp_net_now_ms() + 10000, -1);
	}
	return io;
}

static void test_connect_and_talk(const char *host)
{
	uint16_t port, local_port;
	int listener = listen_on(&port), peer;
	ssmtp_tcp_options options = options_for(host, port);
	ssmtp_error error = { 0 };
	ssmtp_transport *tcp = ssmtp_tcp_new(&options, &error);
	uint8_t octets[16];
	size_t n = 0;
	ssmtp_buf text;

	ssmtp_buf_init(&text, 1024);
	CHECK(connect_all(tcp, &error) == SSMTP_IO_DONE, "%s", error.text);
	peer = accept(listener, NULL, NULL);
	CHECK(tcp->vtable->read(tcp, octets, sizeof(octets), &n, &error) == SSMTP_IO_WANT_READ);
	CHECK(write(peer, "220 hi", 6) == 6);
	CHECK(tcp->vtable->read(tcp, octets, sizeof(octets), &n, &error) == SSMTP_IO_DONE && n == 6);
	CHECK(tcp->vtable->write(tcp, (const uint8_t *) "QUIT", 4, &n, &error) == SSMTP_IO_DONE && n == 4);
	CHECK(read(peer, octets, sizeof(octets)) == 4);
	CHECK(ssmtp_tcp_peer(tcp, &text) && strcmp(ssmtp_buf_cstr(&text), "127.0.0.1") == 0);
	ssmtp_buf_clear(&text);
	CHECK(
		ssmtp_tcp_local(tcp, &text, &local_port) && strcmp(ssmtp_buf_cstr(&text), "127.0.0.1") == 0 && local_port > 0);
	close(peer);
	CHECK(tcp->vtable->read(tcp, octets, sizeof(octets), &n, &error) == SSMTP_IO_END);
	ssmtp_transport_free(&tcp);
	close(listener);
	ssmtp_buf_free(&text);
}

/* Linger and LingerTime as the system has them: with, without and for no time at all. */
static void test_linger(void)
{
	static const struct {
		bool linger;
		int seconds;
		struct linger value;
	} rows[] = {
		{ true, 7, { 1, 7 } },
		{ true, 0, { 0, 0 } },
		{ false, 7, { 1, 0 } },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		uint16_t port;
		int listener = listen_on(&port);
		ssmtp_tcp_options options = options_for("127.0.0.1", port);
		ssmtp_wait wait = { .deadline_ms = SSMTP_DEADLINE_NEVER };
		ssmtp_error error = { 0 };
		ssmtp_transport *tcp;
		struct linger value = { -1, -1 };
		socklen_t len = sizeof(value);

		options.linger = rows[i].linger;
		options.linger_time_s = rows[i].seconds;
		tcp = ssmtp_tcp_new(&options, &error);
		CHECK(connect_all(tcp, &error) == SSMTP_IO_DONE, "%s", error.text);
		tcp->vtable->want(tcp, SSMTP_IO_WANT_READ, &wait);
		CHECK(wait.count == 1 && getsockopt((int) wait.entries[0].handle, SOL_SOCKET, SO_LINGER, &value, &len) == 0);
		CHECK(value.l_onoff == rows[i].value.l_onoff, "row %zu: %d", i, value.l_onoff);
		CHECK(value.l_onoff == 0 || value.l_linger == rows[i].value.l_linger, "row %zu: %d", i, value.l_linger);
		ssmtp_transport_free(&tcp);
		close(listener);
	}
}

/* What getaddrinfo() says in the codes of the reference interface. */
static void test_resolve_codes(void)
{
	static const struct {
		int failure, code;
	} rows[] = { { EAI_NONAME, SSMTP_E_HOST_NOT_FOUND }, { EAI_AGAIN, SSMTP_E_TRY_AGAIN },
		{ EAI_FAIL, SSMTP_E_NO_RECOVERY }, { EAI_FAMILY, SSMTP_E_AFNOSUPPORT }, { EAI_MEMORY, SSMTP_E_NOBUFS },
		{ EAI_SERVICE, SSMTP_E_NO_RECOVERY } };

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ssmtp_error error = { 0 };

		CHECK(!ssmtp_sys_resolve_error(&error, rows[i].failure, "mx.example") && error.code == rows[i].code
				&& error.kind == SSMTP_ERROR_RESOLVE, "%d: %d", rows[i].failure, error.code);
	}
}

/* A name with addresses of the other family only: the setting to change is named. */
static void test_resolve_family(void)
{
	static const struct {
		int failure, family;
		const char *hint;
	} rows[] = { { EAI_NODATA, 4, "no IPv4 address; set Config UseIPv6=2" },
		{ EAI_NODATA, 6, "no IPv6 address; set Config UseIPv6=2" }, { EAI_NODATA, 0, NULL }, { EAI_NONAME, 4, NULL } };

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ssmtp_error error = { 0 };

		ssmtp_resolve_failed(&error, rows[i].failure, "mx.example", rows[i].family);
		CHECK(strstr(error.text, "mx.example") != NULL, "row %zu: %s", i, error.text);
		CHECK((strstr(error.text, "UseIPv6") != NULL) == (rows[i].hint != NULL), "row %zu: %s", i, error.text);
		CHECK(rows[i].hint == NULL || strstr(error.text, rows[i].hint) != NULL, "row %zu: %s", i, error.text);
	}
}

static void test_refusals(void)
{
	static const struct {
		const char *host, *local;
		int family, code;
		bool listening;
	} rows[] = {
		{ "127.0.0.1", "", 0, SSMTP_E_CONNREFUSED, false },
		{ "0.0.0.0", "", 0, SSMTP_E_WILDCARD_ADDRESS, false },
		{ "::", "", 1, SSMTP_E_WILDCARD_ADDRESS, false },
		{ "127.0.0.1", "192.0.2.77", 0, SSMTP_E_ADDRNOTAVAIL, true },
		{ "::1", "", 0, SSMTP_E_AFNOSUPPORT, true },
		{ "", "", 0, SSMTP_E_INVAL, true },
		{ "no-such-host.invalid", "", 0, 0, true },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		uint16_t port;
		int listener = listen_on(&port);
		ssmtp_tcp_options options = options_for(rows[i].host, port);
		ssmtp_error error = { 0 };
		ssmtp_transport *tcp;

		if (!rows[i].listening) {
			close(listener);
		}
		options.local_host = rows[i].local;
		options.family = rows[i].family;
		tcp = ssmtp_tcp_new(&options, &error);
		CHECK(connect_all(tcp, &error) == SSMTP_IO_ERROR);
		CHECK(rows[i].code == 0 ? error.code >= 11001 && error.code <= 11004 : error.code == rows[i].code,
			"row %zu: %d %s", i, error.code, error.text);
		ssmtp_transport_free(&tcp);
		if (rows[i].listening) {
			close(listener);
		}
	}
}

/* The port of a kept listener is refused when it is asked for as the local one. */
static void test_local_port_in_use(void)
{
	uint16_t port, taken;
	int listener = listen_on(&port), other = listen_on(&taken);
	ssmtp_tcp_options options = options_for("127.0.0.1", port);
	ssmtp_error error = { 0 };
	ssmtp_transport *tcp;

	options.local_port = taken;
	options.local_host = "127.0.0.1";
	tcp = ssmtp_tcp_new(&options, &error);
	CHECK(connect_all(tcp, &error) == SSMTP_IO_ERROR);
	CHECK(error.code == SSMTP_E_ADDRINUSE, "%s", error.text);
	ssmtp_transport_free(&tcp);
	close(listener);
	close(other);
}

/* The object may die while the resolver still works; descriptors come back. */
static void test_abandoned_resolution(void)
{
	int before = open_descriptors();
	ssmtp_error error = { 0 };

	for (int i = 0; i < 20; i++) {
		ssmtp_resolve *resolve = ssmtp_resolve_start("localhost", 25, 0, &error);

		CHECK(resolve != NULL);
		ssmtp_resolve_free(&resolve);
	}
	check_descriptors(before);
}

static void test_literals(void)
{
	static const struct {
		const char *host;
		int family;
	} rows[] = { { "127.0.0.1", 4 }, { "::1", 6 }, { "fe80::1%lo", 6 }, { "127.1", 0 }, { "1", 0 }, { "[::1]", 0 },
		{ "mx.example", 0 }, { "", 0 } };

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		CHECK(ssmtp_sys_literal_family(rows[i].host) == rows[i].family, "%s", rows[i].host);
	}
}

static void test_names(void)
{
	ssmtp_buf text;

	ssmtp_buf_init(&text, 1024);
	CHECK(ssmtp_net_host_name(&text) && ssmtp_buf_len(&text) > 0);
	ssmtp_buf_clear(&text);
	if (ssmtp_net_has_idn()) {
		CHECK(ssmtp_net_to_ascii(SSMTP_SLICE("b\xc3\xbc" "cher.example"), &text));
		CHECK(strcmp(ssmtp_buf_cstr(&text), "xn--bcher-kva.example") == 0);
	}
	CHECK(!ssmtp_net_to_ascii(SSMTP_SLICE("a\xff.example"), &text));
	CHECK(!ssmtp_net_to_ascii(SSMTP_SLICE("a\0b.example"), &text));
	ssmtp_buf_free(&text);
}

static void test_allocation_failure(void)
{
	uint16_t port;
	int listener = listen_on(&port);
	int before = open_descriptors();
	unsigned long n;
	bool connected = false;

	for (n = 1; !connected && n < 100; n++) {
		ssmtp_tcp_options options = options_for("127.0.0.1", port);
		ssmtp_error error = { 0 };
		ssmtp_transport *tcp;

		ssmtp_alloc_fail_at(n);
		tcp = ssmtp_tcp_new(&options, &error);
		connected = tcp != NULL && connect_all(tcp, &error) == SSMTP_IO_DONE;
		ssmtp_alloc_fail_at(0);
		CHECK(connected || error.kind == SSMTP_ERROR_NOMEM, "%lu", n);
		ssmtp_transport_free(&tcp);
	}
	CHECK(connected);
	check_descriptors(before);
	close(listener);
}

int main(void)
{
	int before = open_descriptors();

	test_connect_and_talk("127.0.0.1");
	test_connect_and_talk("localhost");
	test_linger();
	test_resolve_codes();
	test_resolve_family();
	test_refusals();
	test_local_port_in_use();
	test_abandoned_resolution();
	test_literals();
	test_names();
	test_allocation_failure();
	check_descriptors(before);
	return unit_summary("net");
}
