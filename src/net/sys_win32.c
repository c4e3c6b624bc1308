/* The portability boundary on Windows (see sys.h): Winsock 2, Windows threads. */
#ifdef _WIN32

#include "net/sys.h"

#include <winsock2.h>
#include <ws2tcpip.h>
#include <mstcpip.h>
#include <windows.h>

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"

static bool sys_fail(ssmtp_sys_failure *failure)
{
	failure->value = WSAGetLastError();
	return false;
}

/* PHP itself calls WSAStartup(); counted, so that calling it again is harmless. */
static bool sys_startup(void)
{
	WSADATA data;

	return WSAStartup(MAKEWORD(2, 2), &data) == 0;
}

/* Public codes are Winsock's numbers (spec errors section 5). */
bool ssmtp_sys_error(ssmtp_error *error, ssmtp_error_kind kind, ssmtp_sys_failure failure, const char *what)
{
	const char *sentence = ssmtp_error_sentence(failure.value);

	if (sentence == NULL) {
		ssmtp_error_set(error, kind, SSMTP_E_COMMUNICATION, "%s: Windows error %d.", what, failure.value);
	} else {
		ssmtp_error_set(error, kind, failure.value, "[%d] %s (%s)", failure.value, sentence, what);
	}
	if (error != NULL && error->system == 0) {
		error->system = failure.value;
	}
	return false;
}

static int sys_family(int family)
{
	return family == 4 ? AF_INET : family == 6 ? AF_INET6 : AF_UNSPEC;
}

static bool sys_address_store(ssmtp_sys_address *address, const struct sockaddr *from, size_t len)
{
	if (len > SSMTP_SYS_ADDRESS_OCTETS || (from->sa_family != AF_INET && from->sa_family != AF_INET6)) {
		return false;
	}
	memset(address, 0, sizeof(*address));
	memcpy(address->u.octets, from, len);
	address->len = (uint32_t) len;
	address->family = from->sa_family == AF_INET ? 4 : 6;
	return true;
}

size_t ssmtp_sys_resolve(const char *host, uint16_t port, int family, bool numeric, ssmtp_sys_address *list,
	size_t room, int *failure)
{
	struct addrinfo hints, *found = NULL;
	char service[8];
	size_t count = 0;

	if (!sys_startup()) {
		*failure = WSASYSNOTREADY;
		return 0;
	}
	memset(&hints, 0, sizeof(hints));
	hints.ai_family = sys_family(family);
	hints.ai_socktype = SOCK_STREAM;
	hints.ai_flags = numeric ? AI_NUMERICHOST : 0;
	snprintf(service, sizeof(service), "%u", (unsigned) port);
	*failure = getaddrinfo(host, service, &hints, &found);
	if (*failure != 0) {
		return 0;
	}
	for (struct addrinfo *at = found; at != NULL && count < room; at = at->ai_next) {
		if (sys_address_store(&list[count], at->ai_addr, at->ai_addrlen)) {
			count++;
		}
	}
	freeaddrinfo(found);
	*failure = count == 0 ? WSANO_DATA : 0;
	return count;
}

bool ssmtp_sys_resolve_error(ssmtp_error *error, int failure, const char *host)
{
	/* getaddrinfo() answers with Winsock numbers: 11001 and its neighbours are ours as they stand. */
	int code = ssmtp_error_sentence(failure) == NULL ? SSMTP_E_NO_RECOVERY : failure;

	ssmtp_error_set(error, SSMTP_ERROR_RESOLVE, code, "[%d] %s (resolving %.200s)", code,
		ssmtp_error_sentence(code), host);
	if (error != NULL) {
		error->system = failure;
	}
	return false;
}

int ssmtp_sys_literal_family(const char *host)
{
	uint8_t octets[16];
	char plain[INET6_ADDRSTRLEN];
	size_t len = strcspn(host, "%");

	if (inet_pton(AF_INET, host, octets) == 1) {
		return 4;
	}
	if (len >= sizeof(plain)) {
		return 0;
	}
	memcpy(plain, host, len);
	plain[len] = '\0';
	return inet_pton(AF_INET6, plain, octets) == 1 ? 6 : 0;
}

bool ssmtp_sys_address_text(const ssmtp_sys_address *address, ssmtp_buf *out)
{
	char text[NI_MAXHOST];
	struct sockaddr_storage storage;

	memset(&storage, 0, sizeof(storage));
	memcpy(&storage, address->u.octets, address->len);
	if (getnameinfo((struct sockaddr *) &storage, (socklen_t) address->len, text, sizeof(text), NULL, 0,
			NI_NUMERICHOST) != 0) {
		return false;
	}
	return ssmtp_buf_append_str(out, text);
}

size_t ssmtp_sys_address_octets(const ssmtp_sys_address *address, uint8_t octets[16])
{
	struct sockaddr_in in4;
	struct sockaddr_in6 in6;

	if (address->family == 4) {
		memcpy(&in4, address->u.octets, sizeof(in4));
		memcpy(octets, &in4.sin_addr, 4);
		return 4;
	}
	memcpy(&in6, address->u.octets, sizeof(in6));
	memcpy(octets, &in6.sin6_addr, 16);
	return 16;
}

uint16_t ssmtp_sys_address_port(const ssmtp_sys_address *address)
{
	struct sockaddr_in in4;
	struct sockaddr_in6 in6;

	if (address->family == 4) {
		memcpy(&in4, address->u.octets, sizeof(in4));
		return ntohs(in4.sin_port);
	}
	memcpy(&in6, address->u.octets, sizeof(in6));
	return ntohs(in6.sin6_port);
}

bool ssmtp_sys_address_is_wildcard(const ssmtp_sys_address *address)
{
	struct sockaddr_in in4;
	struct sockaddr_in6 in6;

	if (address->family == 4) {
		memcpy(&in4, address->u.octets, sizeof(in4));
		return in4.sin_addr.s_addr == htonl(INADDR_ANY);
	}
	memcpy(&in6, address->u.octets, sizeof(in6));
	return IN6_IS_ADDR_UNSPECIFIED(&in6.sin6_addr);
}

static bool sys_prepare(SOCKET socket)
{
	u_long on = 1;

	/* A socket is inherited by child processes unless told otherwise. */
	SetHandleInformation((HANDLE) socket, HANDLE_FLAG_INHERIT, 0);
	return ioctlsocket(socket, FIONBIO, &on) == 0;
}

ssmtp_sys_socket ssmtp_sys_open(int family, ssmtp_sys_failure *failure)
{
	SOCKET opened;

	if (!sys_startup()) {
		failure->value = WSASYSNOTREADY;
		return SSMTP_SYS_NONE;
	}
	opened = socket(sys_family(family), SOCK_STREAM, IPPROTO_TCP);
	if (opened == INVALID_SOCKET) {
		sys_fail(failure);
		return SSMTP_SYS_NONE;
	}
	if (!sys_prepare(opened)) {
		sys_fail(failure);
		closesocket(opened);
		return SSMTP_SYS_NONE;
	}
	return (ssmtp_sys_socket) opened;
}

void ssmtp_sys_close(ssmtp_sys_socket socket)
{
	if (socket != SSMTP_SYS_NONE) {
		closesocket((SOCKET) socket);
	}
}

bool ssmtp_sys_bind(ssmtp_sys_socket socket, const ssmtp_sys_address *address, ssmtp_sys_failure *failure)
{
	struct sockaddr_storage storage;

	memset(&storage, 0, sizeof(storage));
	memcpy(&storage, address->u.octets, address->len);
	return bind((SOCKET) socket, (struct sockaddr *) &storage, (int) address->len) == 0 || sys_fail(failure);
}

ssmtp_io ssmtp_sys_connect(ssmtp_sys_socket socket, const ssmtp_sys_address *address, ssmtp_sys_failure *failure)
{
	struct sockaddr_storage storage;

	memset(&storage, 0, sizeof(storage));
	memcpy(&storage, address->u.octets, address->len);
	if (connect((SOCKET) socket, (struct sockaddr *) &storage, (int) address->len) == 0) {
		return SSMTP_IO_DONE;
	}
	sys_fail(failure);
	return failure->value == WSAEWOULDBLOCK ? SSMTP_IO_WANT_WRITE : SSMTP_IO_ERROR;
}

ssmtp_io ssmtp_sys_connect_result(ssmtp_sys_socket socket, ssmtp_sys_failure *failure)
{
	/* select() and not WSAPoll(): older Windows never reports a refused connection through the latter. */
	fd_set writable, failed;
	struct timeval now = { 0, 0 };
	int value = 0, len = sizeof(value);

	FD_ZERO(&writable);
	FD_ZERO(&failed);
	FD_SET((SOCKET) socket, &writable);
	FD_SET((SOCKET) socket, &failed);
	if (select(0, NULL, &writable, &failed, &now) <= 0) {
		return SSMTP_IO_WANT_WRITE;
	}
	if (getsockopt((SOCKET) socket, SOL_SOCKET, SO_ERROR, (char *) &value, &len) != 0) {
		sys_fail(failure);
		return SSMTP_IO_ERROR;
	}
	failure->value = value;
	return value == 0 ? SSMTP_IO_DONE : SSMTP_IO_ERROR;
}

static int sys_chunk(size_t len)
{
	return len > INT_MAX ? INT_MAX : (int) len;
}

ssmtp_io ssmtp_sys_recv(ssmtp_sys_socket socket, void *dst, size_t room, size_t *n, ssmtp_sys_failure *failure)
{
	int got = recv((SOCKET) socket, dst, sys_chunk(room), 0);

	*n = got > 0 ? (size_t) got : 0;
	if (got > 0) {
		return SSMTP_IO_DONE;
	}
	if (got == 0) {
		return SSMTP_IO_END;
	}
	sys_fail(failure);
	return failure->value == WSAEWOULDBLOCK ? SSMTP_IO_WANT_READ : SSMTP_IO_ERROR;
}

/* Winsock has no flag that makes a single call of a blocking socket return at once. */
bool ssmtp_sys_await_prepare(ssmtp_sys_socket socket, int limit_ms)
{
	(void) socket;
	(void) limit_ms;
	return false;
}

ssmtp_io ssmtp_sys_await(ssmtp_sys_socket socket, void *dst, size_t room, size_t *n, ssmtp_sys_failure *failure)
{
	return ssmtp_sys_recv(socket, dst, room, n, failure);
}

ssmtp_io ssmtp_sys_send(ssmtp_sys_socket socket, const void *src, size_t len, size_t *n, ssmtp_sys_failure *failure)
{
	int put = send((SOCKET) socket, src, sys_chunk(len), 0);

	*n = put > 0 ? (size_t) put : 0;
	if (put >= 0) {
		return SSMTP_IO_DONE;
	}
	sys_fail(failure);
	return failure->value == WSAEWOULDBLOCK ? SSMTP_IO_WANT_WRITE : SSMTP_IO_ERROR;
}

static bool sys_set_int(ssmtp_sys_socket socket, int level, int name, int value)
{
	return setsockopt((SOCKET) socket, level, name, (const char *) &value, sizeof(value)) == 0;
}

bool ssmtp_sys_set_no_delay(ssmtp_sys_socket socket, bool on)
{
	return sys_set_int(socket, IPPROTO_TCP, TCP_NODELAY, on);
}

bool ssmtp_sys_set_keep_alive(ssmtp_sys_socket socket, int time_ms, int interval_ms)
{
	struct tcp_keepalive values;
	DWORD returned = 0;

	if (time_ms <= 0 && interval_ms <= 0) {
		return sys_set_int(socket, SOL_SOCKET, SO_KEEPALIVE, 1);
	}
	/* Both values are set at once; the one not given is the system's documented default. */
	values.onoff = 1;
	values.keepalivetime = time_ms > 0 ? (ULONG) time_ms : 7200000;
	values.keepaliveinterval = interval_ms > 0 ? (ULONG) interval_ms : 1000;
	return WSAIoctl((SOCKET) socket, SIO_KEEPALIVE_VALS, &values, sizeof(values), NULL, 0, &returned, NULL, NULL) == 0;
}

bool ssmtp_sys_set_linger(ssmtp_sys_socket socket, bool linger, int seconds)
{
	struct linger value;

	if (linger && seconds <= 0) {
		return true;
	}
	value.l_onoff = 1;
	value.l_linger = (u_short) (linger ? seconds : 0);
	return setsockopt((SOCKET) socket, SOL_SOCKET, SO_LINGER, (const char *) &value, sizeof(value)) == 0;
}

bool ssmtp_sys_set_buffers(ssmtp_sys_socket socket, int in_octets, int out_octets)
{
	return (in_octets <= 0 || sys_set_int(socket, SOL_SOCKET, SO_RCVBUF, in_octets))
		&& (out_octets <= 0 || sys_set_int(socket, SOL_SOCKET, SO_SNDBUF, out_octets));
}

static int sys_get_int(ssmtp_sys_socket socket, int name)
{
	int value = 0, len = sizeof(value);

	return getsockopt((SOCKET) socket, SOL_SOCKET, name, (char *) &value, &len) == 0 ? value : 0;
}

void ssmtp_sys_get_buffers(ssmtp_sys_socket socket, int *in_octets, int *out_octets)
{
	*in_octets = sys_get_int(socket, SO_RCVBUF);
	*out_octets = sys_get_int(socket, SO_SNDBUF);
}

bool ssmtp_sys_local_address(ssmtp_sys_socket socket, ssmtp_sys_address *address)
{
	struct sockaddr_storage storage;
	int len = sizeof(storage);

	return getsockname((SOCKET) socket, (struct sockaddr *) &storage, &len) == 0
		&& sys_address_store(address, (struct sockaddr *) &storage, (size_t) len);
}

bool ssmtp_sys_peer_address(ssmtp_sys_socket socket, ssmtp_sys_address *address)
{
	struct sockaddr_storage storage;
	int len = sizeof(storage);

	return getpeername((SOCKET) socket, (struct sockaddr *) &storage, &len) == 0
		&& sys_address_store(address, (struct sockaddr *) &storage, (size_t) len);
}

/* The accepted end must be ours: another process could have connected to the port first. */
static bool sys_pair_accept(SOCKET listener, SOCKET mine, SOCKET *accepted)
{
	struct sockaddr_in wanted, got;
	int len = sizeof(wanted);

	if (getsockname(mine, (struct sockaddr *) &wanted, &len) != 0) {
		return false;
	}
	len = sizeof(got);
	*accepted = accept(listener, (struct sockaddr *) &got, &len);
	if (*accepted == INVALID_SOCKET) {
		return false;
	}
	return got.sin_port == wanted.sin_port && got.sin_addr.s_addr == wanted.sin_addr.s_addr;
}

/* Windows has no socketpair(): a connection to itself over loopback. */
static bool sys_pair_connect(SOCKET listener, SOCKET mine, SOCKET *accepted)
{
	struct sockaddr_in at;
	int len = sizeof(at);

	memset(&at, 0, sizeof(at));
	at.sin_family = AF_INET;
	at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	return bind(listener, (struct sockaddr *) &at, sizeof(at)) == 0 && listen(listener, 1) == 0
		&& getsockname(listener, (struct sockaddr *) &at, &len) == 0
		&& connect(mine, (struct sockaddr *) &at, sizeof(at)) == 0 && sys_pair_accept(listener, mine, accepted);
}

bool ssmtp_sys_pair(ssmtp_sys_socket pair[2], ssmtp_sys_failure *failure)
{
	SOCKET listener, mine, accepted = INVALID_SOCKET;
	bool ok;

	pair[0] = pair[1] = SSMTP_SYS_NONE;
	if (!sys_startup()) {
		failure->value = WSASYSNOTREADY;
		return false;
	}
	listener = socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
	mine = socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
	ok = listener != INVALID_SOCKET && mine != INVALID_SOCKET && sys_pair_connect(listener, mine, &accepted)
		&& sys_prepare(mine) && sys_prepare(accepted);
	if (!ok) {
		sys_fail(failure);
	}
	if (listener != INVALID_SOCKET) {
		closesocket(listener);
	}
	if (ok) {
		pair[0] = (ssmtp_sys_socket) mine;
		pair[1] = (ssmtp_sys_socket) accepted;
		return true;
	}
	if (mine != INVALID_SOCKET) {
		closesocket(mine);
	}
	if (accepted != INVALID_SOCKET) {
		closesocket(accepted);
	}
	return false;
}

struct sys_thread_start {
	void (*run)(void *argument);
	void *argument;
};

static DWORD WINAPI sys_thread_main(LPVOID raw)
{
	struct sys_thread_start start = *(struct sys_thread_start *) raw;

	ssmtp_free(raw);
	start.run(start.argument);
	return 0;
}

bool ssmtp_sys_thread_start(void (*run)(void *argument), void *argument, ssmtp_sys_failure *failure)
{
	struct sys_thread_start *start = ssmtp_alloc(sizeof(*start));
	HMODULE module;
	HANDLE thread;

	if (start == NULL) {
		failure->value = WSA_NOT_ENOUGH_MEMORY;
		return false;
	}
	start->run = run;
	start->argument = argument;
	/* The thread may outlive the module's user: its code has to stay mapped. */
	GetModuleHandleExA(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_PIN,
		(LPCSTR) &ssmtp_sys_thread_start, &module);
	thread = CreateThread(NULL, 0, sys_thread_main, start, 0, NULL);
	if (thread == NULL) {
		failure->value = (int) GetLastError();
		ssmtp_free(start);
		return false;
	}
	CloseHandle(thread);
	return true;
}

long ssmtp_sys_word_swap(ssmtp_sys_word *word, long value)
{
	return InterlockedExchange(&word->value, value);
}

/* A wait without sockets: WSAPoll() refuses an empty set. */
static int sys_sleep(int timeout_ms)
{
	Sleep(timeout_ms < 0 ? INFINITE : (DWORD) timeout_ms);
	return 0;
}

static int sys_poll_with(WSAPOLLFD *fds, ssmtp_wait_entry *entries, size_t count, int timeout_ms)
{
	int ready;

	for (size_t i = 0; i < count; i++) {
		fds[i].fd = (SOCKET) entries[i].handle;
		fds[i].events = (SHORT) ((entries[i].read ? POLLRDNORM : 0) | (entries[i].write ? POLLWRNORM : 0));
		fds[i].revents = 0;
	}
	ready = WSAPoll(fds, (ULONG) count, timeout_ms);
	for (size_t i = 0; i < count; i++) {
		entries[i].ready = ready > 0 && fds[i].revents != 0;
	}
	return ready < 0 ? -1 : ready;
}

int ssmtp_sys_poll(ssmtp_wait_entry *entries, size_t count, int timeout_ms)
{
	WSAPOLLFD few[SSMTP_WAIT_MAX + 1], *many;
	int ready;

	if (count == 0) {
		return sys_sleep(timeout_ms);
	}
	if (count <= SSMTP_WAIT_MAX + 1) {
		return sys_poll_with(few, entries, count, timeout_ms);
	}
	many = ssmtp_alloc(count * sizeof(*many));
	if (many == NULL) {
		/* Without memory for all of them: a short look at the first. */
		return sys_poll_with(few, entries, SSMTP_WAIT_MAX + 1, 10);
	}
	ready = sys_poll_with(many, entries, count, timeout_ms);
	ssmtp_free(many);
	return ready;
}

int64_t ssmtp_sys_now_ms(void)
{
	return (int64_t) GetTickCount64();
}

bool ssmtp_sys_host_name(ssmtp_buf *out)
{
	char name[256];

	if (!sys_startup() || gethostname(name, sizeof(name)) != 0) {
		return false;
	}
	name[sizeof(name) - 1] = '\0';
	return ssmtp_buf_append_str(out, name);
}

bool ssmtp_sys_hosts_file(char *path, size_t room)
{
	/* The folder of the system has an ASCII name. */
	UINT len = GetSystemDirectoryA(path, (UINT) room);
	static const char rest[] = "\\drivers\\etc\\hosts";

	if (len == 0 || len + sizeof(rest) > room) {
		return false;
	}
	memcpy(path + len, rest, sizeof(rest));
	return true;
}

long ssmtp_sys_process_id(void)
{
	return (long) GetCurrentProcessId();
}

#else
typedef int ssmtp_sys_win32_unused; /* an empty translation unit is not C */
#endif
