/* The portability boundary on Unix (see sys.h): BSD sockets, POSIX threads. */
#ifndef _WIN32

#include "net/sys.h"

#include <arpa/inet.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <netdb.h>
#include <netinet/in.h>
#include <net/if.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"

#ifdef MSG_NOSIGNAL
#define SYS_NO_SIGNAL MSG_NOSIGNAL
#else
#define SYS_NO_SIGNAL 0 /* SO_NOSIGPIPE is set on the socket instead */
#endif
/* Said in each call: a socket that ssmtp_sys_await() may wait on is a blocking one. */
#ifdef MSG_DONTWAIT
#define SYS_DONT_WAIT MSG_DONTWAIT
#else
#define SYS_DONT_WAIT 0
#endif

static bool sys_fail(ssmtp_sys_failure *failure)
{
	failure->value = errno;
	return false;
}

bool ssmtp_sys_error(ssmtp_error *error, ssmtp_error_kind kind, ssmtp_sys_failure failure, const char *what)
{
	return ssmtp_error_errno(error, kind, failure.value, what);
}

static int sys_family(int family)
{
	return family == 4 ? AF_INET : family == 6 ? AF_INET6 : AF_UNSPEC;
}

static bool sys_address_store(ssmtp_sys_address *address, const struct sockaddr *from, socklen_t len)
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
	struct addrinfo hints = { 0 }, *found = NULL;
	char service[8];
	size_t count = 0;

	hints.ai_family = sys_family(family);
	hints.ai_socktype = SOCK_STREAM;
	hints.ai_flags = AI_NUMERICSERV | (numeric ? AI_NUMERICHOST : 0);
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
	*failure = count == 0 ? EAI_NONAME : 0;
	return count;
}

static const struct {
	int failure;
	int code;
} sys_resolve_rows[] = {
	{ EAI_NONAME, SSMTP_E_HOST_NOT_FOUND },
	{ EAI_AGAIN, SSMTP_E_TRY_AGAIN },
	{ EAI_FAIL, SSMTP_E_NO_RECOVERY },
	{ EAI_FAMILY, SSMTP_E_AFNOSUPPORT },
	{ EAI_MEMORY, SSMTP_E_NOBUFS },
#ifdef EAI_ADDRFAMILY
	{ EAI_ADDRFAMILY, SSMTP_E_AFNOSUPPORT },
#endif
#if defined(EAI_NODATA) && EAI_NODATA != EAI_NONAME
	{ EAI_NODATA, SSMTP_E_NO_DATA },
#endif
};

bool ssmtp_sys_resolve_error(ssmtp_error *error, int failure, const char *host)
{
	int code = SSMTP_E_NO_RECOVERY;

	for (size_t i = 0; i < sizeof(sys_resolve_rows) / sizeof(sys_resolve_rows[0]); i++) {
		if (sys_resolve_rows[i].failure == failure) {
			code = sys_resolve_rows[i].code;
		}
	}
	ssmtp_error_set(error, SSMTP_ERROR_RESOLVE, code, "[%d] %s (resolving %.200s: %s)", code,
		ssmtp_error_sentence(code), host, gai_strerror(failure));
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
	char text[INET6_ADDRSTRLEN + IF_NAMESIZE + 1];
	struct sockaddr_storage storage = { 0 };

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

static bool sys_prepare(int fd)
{
#ifdef SO_NOSIGPIPE
	int on = 1;

	setsockopt(fd, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof(on));
#endif
	return fcntl(fd, F_SETFD, FD_CLOEXEC) == 0 && fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK) == 0;
}

ssmtp_sys_socket ssmtp_sys_open(int family, ssmtp_sys_failure *failure)
{
#if defined(SOCK_CLOEXEC) && defined(SOCK_NONBLOCK)
	/* Both flags in the call that opens: no moment in which a fork of another thread would inherit it. */
	int fd = socket(sys_family(family), SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	bool prepared = true;
#else
	int fd = socket(sys_family(family), SOCK_STREAM, 0);
	bool prepared = fd < 0 || sys_prepare(fd);
#endif

	if (fd < 0 || !prepared) {
		sys_fail(failure);
		if (fd >= 0) {
			close(fd);
		}
		return SSMTP_SYS_NONE;
	}
	return fd;
}

void ssmtp_sys_close(ssmtp_sys_socket socket)
{
	if (socket != SSMTP_SYS_NONE) {
		close((int) socket);
	}
}

bool ssmtp_sys_bind(ssmtp_sys_socket socket, const ssmtp_sys_address *address, ssmtp_sys_failure *failure)
{
	struct sockaddr_storage storage = { 0 };

	memcpy(&storage, address->u.octets, address->len);
	return bind((int) socket, (struct sockaddr *) &storage, (socklen_t) address->len) == 0 || sys_fail(failure);
}

ssmtp_io ssmtp_sys_connect(ssmtp_sys_socket socket, const ssmtp_sys_address *address, ssmtp_sys_failure *failure)
{
	struct sockaddr_storage storage = { 0 };

	memcpy(&storage, address->u.octets, address->len);
	if (connect((int) socket, (struct sockaddr *) &storage, (socklen_t) address->len) == 0) {
		return SSMTP_IO_DONE;
	}
	/* POSIX: after EINTR the connection goes on in the background, as with EINPROGRESS. */
	if (errno == EINPROGRESS || errno == EINTR) {
		return SSMTP_IO_WANT_WRITE;
	}
	sys_fail(failure);
	return SSMTP_IO_ERROR;
}

ssmtp_io ssmtp_sys_connect_result(ssmtp_sys_socket socket, ssmtp_sys_failure *failure)
{
	struct pollfd entry = { (int) socket, POLLOUT, 0 };
	int value = 0;
	socklen_t len = sizeof(value);

	if (poll(&entry, 1, 0) <= 0 || entry.revents == 0) {
		return SSMTP_IO_WANT_WRITE;
	}
	if (getsockopt((int) socket, SOL_SOCKET, SO_ERROR, &value, &len) != 0) {
		sys_fail(failure);
		return SSMTP_IO_ERROR;
	}
	failure->value = value;
	return value == 0 ? SSMTP_IO_DONE : SSMTP_IO_ERROR;
}

static bool sys_would_block(int value)
{
#if EAGAIN != EWOULDBLOCK
	if (value == EWOULDBLOCK) {
		return true;
	}
#endif
	return value == EAGAIN;
}

/* What recv() answered. */
static ssmtp_io sys_received(ssize_t got, size_t *n, ssmtp_sys_failure *failure)
{
	if (got > 0) {
		*n = (size_t) got;
		return SSMTP_IO_DONE;
	}
	*n = 0;
	if (got == 0) {
		return SSMTP_IO_END;
	}
	if (sys_would_block(errno)) {
		return SSMTP_IO_WANT_READ;
	}
	sys_fail(failure);
	return SSMTP_IO_ERROR;
}

ssmtp_io ssmtp_sys_recv(ssmtp_sys_socket socket, void *dst, size_t room, size_t *n, ssmtp_sys_failure *failure)
{
	ssize_t got;

	do {
		got = recv((int) socket, dst, room, SYS_DONT_WAIT);
	} while (got < 0 && errno == EINTR);
	return sys_received(got, n, failure);
}

#ifdef MSG_DONTWAIT
bool ssmtp_sys_await_prepare(ssmtp_sys_socket socket, int limit_ms)
{
	const struct timeval limit = { limit_ms / 1000, limit_ms % 1000 * 1000 };
	int blocking = 0;

	/* The limit first: nothing may wait without one. */
	return setsockopt((int) socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit)) == 0
		&& ioctl((int) socket, FIONBIO, &blocking) == 0;
}

ssmtp_io ssmtp_sys_await(ssmtp_sys_socket socket, void *dst, size_t room, size_t *n, ssmtp_sys_failure *failure)
{
	ssize_t got = recv((int) socket, dst, room, 0);

	if (got < 0 && errno == EINTR) {
		*n = 0;
		return SSMTP_IO_WANT_READ;
	}
	return sys_received(got, n, failure);
}
#else
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
#endif

ssmtp_io ssmtp_sys_send(ssmtp_sys_socket socket, const void *src, size_t len, size_t *n, ssmtp_sys_failure *failure)
{
	ssize_t put;

	do {
		put = send((int) socket, src, len, SYS_NO_SIGNAL | SYS_DONT_WAIT);
	} while (put < 0 && errno == EINTR);
	if (put >= 0) {
		*n = (size_t) put;
		return SSMTP_IO_DONE;
	}
	*n = 0;
	if (sys_would_block(errno)) {
		return SSMTP_IO_WANT_WRITE;
	}
	sys_fail(failure);
	return SSMTP_IO_ERROR;
}

static bool sys_set_int(ssmtp_sys_socket socket, int level, int name, int value)
{
	return setsockopt((int) socket, level, name, &value, sizeof(value)) == 0;
}

bool ssmtp_sys_set_no_delay(ssmtp_sys_socket socket, bool on)
{
	return sys_set_int(socket, IPPROTO_TCP, TCP_NODELAY, on);
}

/* The kernel counts in seconds: rounded up, at least one. */
static int sys_seconds(int ms)
{
	return ms / 1000 + (ms % 1000 != 0);
}

bool ssmtp_sys_set_keep_alive(ssmtp_sys_socket socket, int time_ms, int interval_ms)
{
	bool set = sys_set_int(socket, SOL_SOCKET, SO_KEEPALIVE, 1);

#if defined(TCP_KEEPIDLE)
	set = set && (time_ms <= 0 || sys_set_int(socket, IPPROTO_TCP, TCP_KEEPIDLE, sys_seconds(time_ms)));
#elif defined(TCP_KEEPALIVE)
	set = set && (time_ms <= 0 || sys_set_int(socket, IPPROTO_TCP, TCP_KEEPALIVE, sys_seconds(time_ms)));
#endif
#if defined(TCP_KEEPINTVL)
	set = set && (interval_ms <= 0 || sys_set_int(socket, IPPROTO_TCP, TCP_KEEPINTVL, sys_seconds(interval_ms)));
#endif
	return set;
}

bool ssmtp_sys_set_linger(ssmtp_sys_socket socket, bool linger, int seconds)
{
	struct linger value = { 1, linger ? seconds : 0 };

	if (linger && seconds <= 0) {
		return true; /* the system's default: data still leaves, close returns at once */
	}
	return setsockopt((int) socket, SOL_SOCKET, SO_LINGER, &value, sizeof(value)) == 0;
}

bool ssmtp_sys_set_buffers(ssmtp_sys_socket socket, int in_octets, int out_octets)
{
	return (in_octets <= 0 || sys_set_int(socket, SOL_SOCKET, SO_RCVBUF, in_octets))
		&& (out_octets <= 0 || sys_set_int(socket, SOL_SOCKET, SO_SNDBUF, out_octets));
}

static int sys_get_int(ssmtp_sys_socket socket, int name)
{
	int value = 0;
	socklen_t len = sizeof(value);

	return getsockopt((int) socket, SOL_SOCKET, name, &value, &len) == 0 ? value : 0;
}

void ssmtp_sys_get_buffers(ssmtp_sys_socket socket, int *in_octets, int *out_octets)
{
	*in_octets = sys_get_int(socket, SO_RCVBUF);
	*out_octets = sys_get_int(socket, SO_SNDBUF);
}

bool ssmtp_sys_local_address(ssmtp_sys_socket socket, ssmtp_sys_address *address)
{
	struct sockaddr_storage storage;
	socklen_t len = sizeof(storage);

	return getsockname((int) socket, (struct sockaddr *) &storage, &len) == 0
		&& sys_address_store(address, (struct sockaddr *) &storage, len);
}

bool ssmtp_sys_peer_address(ssmtp_sys_socket socket, ssmtp_sys_address *address)
{
	struct sockaddr_storage storage;
	socklen_t len = sizeof(storage);

	return getpeername((int) socket, (struct sockaddr *) &storage, &len) == 0
		&& sys_address_store(address, (struct sockaddr *) &storage, len);
}

bool ssmtp_sys_pair(ssmtp_sys_socket pair[2], ssmtp_sys_failure *failure)
{
	int fds[2];

	pair[0] = pair[1] = SSMTP_SYS_NONE;
	if (socketpair(AF_UNIX, SOCK_STREAM, 0, fds) != 0) {
		return sys_fail(failure);
	}
	if (!sys_prepare(fds[0]) || !sys_prepare(fds[1])) {
		sys_fail(failure);
		close(fds[0]);
		close(fds[1]);
		return false;
	}
	pair[0] = fds[0];
	pair[1] = fds[1];
	return true;
}

/* PHP may unload the module while the thread is still inside the resolver; the
 * code it returns to has to stay mapped. */
static void sys_pin_module(void)
{
#ifdef RTLD_NODELETE
	Dl_info info;
	void *module;

	if (dladdr((void *) (uintptr_t) &ssmtp_sys_thread_start, &info) != 0 && info.dli_fname != NULL) {
		module = dlopen(info.dli_fname, RTLD_LAZY | RTLD_NOLOAD | RTLD_NODELETE);
		if (module != NULL) {
			dlclose(module);
		}
	}
#endif
}

struct sys_thread_start {
	void (*run)(void *argument);
	void *argument;
};

static void *sys_thread_main(void *raw)
{
	struct sys_thread_start start = *(struct sys_thread_start *) raw;

	ssmtp_free(raw);
	start.run(start.argument);
	return NULL;
}

bool ssmtp_sys_thread_start(void (*run)(void *argument), void *argument, ssmtp_sys_failure *failure)
{
	struct sys_thread_start *start = ssmtp_alloc(sizeof(*start));
	sigset_t all, before;
	pthread_attr_t attributes;
	pthread_t thread;

	if (start == NULL || pthread_attr_init(&attributes) != 0) {
		ssmtp_free(start);
		failure->value = ENOMEM;
		return false;
	}
	start->run = run;
	start->argument = argument;
	sys_pin_module();
	pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
	/* Signals belong to the thread PHP runs in: pcntl's handlers end its poll. */
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	failure->value = pthread_create(&thread, &attributes, sys_thread_main, start);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	pthread_attr_destroy(&attributes);
	if (failure->value != 0) {
		ssmtp_free(start);
		return false;
	}
	return true;
}

long ssmtp_sys_word_swap(ssmtp_sys_word *word, long value)
{
	return __atomic_exchange_n(&word->value, value, __ATOMIC_SEQ_CST);
}

static int sys_poll_with(struct pollfd *fds, ssmtp_wait_entry *entries, size_t count, int timeout_ms)
{
	int ready;

	for (size_t i = 0; i < count; i++) {
		fds[i].fd = (int) entries[i].handle;
		fds[i].events = (short) ((entries[i].read ? POLLIN : 0) | (entries[i].write ? POLLOUT : 0));
		fds[i].revents = 0;
	}
	ready = poll(fds, (nfds_t) count, timeout_ms);
	for (size_t i = 0; i < count; i++) {
		entries[i].ready = ready > 0 && fds[i].revents != 0;
	}
	return ready < 0 ? -1 : ready;
}

int ssmtp_sys_poll(ssmtp_wait_entry *entries, size_t count, int timeout_ms)
{
	struct pollfd few[SSMTP_WAIT_MAX + 1], *many;
	int ready;

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
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t) now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

bool ssmtp_sys_host_name(ssmtp_buf *out)
{
	char name[256];

	if (gethostname(name, sizeof(name)) != 0) {
		return false;
	}
	name[sizeof(name) - 1] = '\0';
	return ssmtp_buf_append_str(out, name);
}

bool ssmtp_sys_hosts_file(char *path, size_t room)
{
	int len = snprintf(path, room, "/etc/hosts");

	return len > 0 && (size_t) len < room;
}

long ssmtp_sys_process_id(void)
{
	return (long) getpid();
}

#else
typedef int ssmtp_sys_posix_unused; /* an empty translation unit is not C */
#endif
