/* The whole portability boundary: sockets, addresses, names, threads, the
 * clock. sys_posix.c and sys_win32.c implement every function of this page;
 * no other file of the engine includes a system socket header. Includes none itself. */
#ifndef SSMTP_NET_SYS_H
#define SSMTP_NET_SYS_H

#include "net/transport.h"

typedef intptr_t ssmtp_sys_socket;
#define SSMTP_SYS_NONE ((ssmtp_sys_socket) -1)

/* A struct sockaddr of either family, opaque to the callers. */
#define SSMTP_SYS_ADDRESS_OCTETS 128
typedef struct ssmtp_sys_address {
	uint32_t len;   /* octets used */
	int family;     /* 4 or 6 */
	union {
		uint8_t octets[SSMTP_SYS_ADDRESS_OCTETS];
		uint64_t align;
	} u;
} ssmtp_sys_address;

/* Every failing call leaves its errno (or WSAGetLastError()) here. */
typedef struct ssmtp_sys_failure {
	int value;
} ssmtp_sys_failure;

/* Fills *error by the table of spec errors section 5, "what" in brackets behind the sentence. */
bool ssmtp_sys_error(ssmtp_error *error, ssmtp_error_kind kind, ssmtp_sys_failure failure, const char *what);

/* Names. family: 0 any, 4, 6. numeric: literals only, never blocks. Fills at
 * most room entries in the system's order; 0 entries: *failure is a getaddrinfo
 * code for ssmtp_sys_resolve_error(). Blocks unless numeric. */
size_t ssmtp_sys_resolve(const char *host, uint16_t port, int family, bool numeric, ssmtp_sys_address *list,
	size_t room, int *failure);
bool ssmtp_sys_resolve_error(ssmtp_error *error, int failure, const char *host);
/* 4 or 6 for a literal in its standard form (a zone may follow an IPv6 one), else 0. */
int ssmtp_sys_literal_family(const char *host);
/* "192.0.2.1" or "2001:db8::1"; the port of the address. */
bool ssmtp_sys_address_text(const ssmtp_sys_address *address, ssmtp_buf *out);
/* The 4 or 16 octets of the address in network order; returns their number. */
size_t ssmtp_sys_address_octets(const ssmtp_sys_address *address, uint8_t octets[16]);
uint16_t ssmtp_sys_address_port(const ssmtp_sys_address *address);
/* 0.0.0.0 or ::. */
bool ssmtp_sys_address_is_wildcard(const ssmtp_sys_address *address);

/* Stream sockets: non-blocking, close-on-exec, never raising SIGPIPE. */
ssmtp_sys_socket ssmtp_sys_open(int family, ssmtp_sys_failure *failure);
void ssmtp_sys_close(ssmtp_sys_socket socket);
bool ssmtp_sys_bind(ssmtp_sys_socket socket, const ssmtp_sys_address *address, ssmtp_sys_failure *failure);
/* DONE, WANT_WRITE (in progress) or ERROR. */
ssmtp_io ssmtp_sys_connect(ssmtp_sys_socket socket, const ssmtp_sys_address *address, ssmtp_sys_failure *failure);
/* Result of a connection in progress once the socket became writable. DONE, WANT_WRITE or ERROR. */
ssmtp_io ssmtp_sys_connect_result(ssmtp_sys_socket socket, ssmtp_sys_failure *failure);
/* DONE with *n > 0, END (recv only), WANT_READ/WANT_WRITE or ERROR; EINTR is retried. */
ssmtp_io ssmtp_sys_recv(ssmtp_sys_socket socket, void *dst, size_t room, size_t *n, ssmtp_sys_failure *failure);
/* Makes ready for ssmtp_sys_await(), each of whose waits ends after limit_ms; false where there is no such thing. What
 * is said of recv and send holds as before. */
bool ssmtp_sys_await_prepare(ssmtp_sys_socket socket, int limit_ms);
/* recv that waits. WANT_READ: nothing came in time, or a signal came. */
ssmtp_io ssmtp_sys_await(ssmtp_sys_socket socket, void *dst, size_t room, size_t *n, ssmtp_sys_failure *failure);
ssmtp_io ssmtp_sys_send(ssmtp_sys_socket socket, const void *src, size_t len, size_t *n, ssmtp_sys_failure *failure);
/* False only when the system refuses; the caller goes on without the option. */
bool ssmtp_sys_set_no_delay(ssmtp_sys_socket socket, bool on);
bool ssmtp_sys_set_keep_alive(ssmtp_sys_socket socket, int time_ms, int interval_ms);
/* Linger false: reset at close; true with seconds > 0: at most that long. */
bool ssmtp_sys_set_linger(ssmtp_sys_socket socket, bool linger, int seconds);
bool ssmtp_sys_set_buffers(ssmtp_sys_socket socket, int in_octets, int out_octets);
void ssmtp_sys_get_buffers(ssmtp_sys_socket socket, int *in_octets, int *out_octets);
bool ssmtp_sys_local_address(ssmtp_sys_socket socket, ssmtp_sys_address *address);
bool ssmtp_sys_peer_address(ssmtp_sys_socket socket, ssmtp_sys_address *address);
/* Two connected sockets, to wake a poll from a thread. */
bool ssmtp_sys_pair(ssmtp_sys_socket pair[2], ssmtp_sys_failure *failure);

/* Threads. start: detached, all signals blocked in it; the module is pinned in
 * memory for the rest of the process, so that the thread may outlive its user. */
bool ssmtp_sys_thread_start(void (*run)(void *argument), void *argument, ssmtp_sys_failure *failure);
/* A word two threads exchange: sequentially consistent. */
typedef struct ssmtp_sys_word {
	volatile long value;
} ssmtp_sys_word;
long ssmtp_sys_word_swap(ssmtp_sys_word *word, long value);

/* poll(): the number of entries with something to do (marked ready), 0 at
 * the time-out, -1 when a signal ended the wait. timeout_ms -1: for ever. */
int ssmtp_sys_poll(ssmtp_wait_entry *entries, size_t count, int timeout_ms);
int64_t ssmtp_sys_now_ms(void);
bool ssmtp_sys_host_name(ssmtp_buf *out);
/* The path of the file in which the system keeps host names ("/etc/hosts"). */
bool ssmtp_sys_hosts_file(char *path, size_t room);
long ssmtp_sys_process_id(void);

#endif
