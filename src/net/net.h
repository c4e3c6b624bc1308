/* What the client layer may ask of the network: a TCP transport, the proxies,
 * names of this host, waiting. Only src/net includes system socket headers. */
#ifndef SSMTP_NET_NET_H
#define SSMTP_NET_NET_H

#include "base/hidden.h"
#include "net/idn.h"
#include "net/transport.h"

typedef struct ssmtp_tcp_options {
	const char *host;          /* name or literal, IDN already as A-label */
	uint16_t port;
	const char *local_host;    /* address or name to bind to; "" none */
	uint16_t local_port;       /* 0: system's choice */
	int family;                /* UseIPv6: 0 IPv4 only, 1 IPv6 only, 2 IPv6 then IPv4 (RFC 8305) */
	bool no_delay;
	bool keep_alive;
	int keep_alive_time_ms;    /* 0: system */
	int keep_alive_interval_ms;
	bool linger;               /* Linger */
	int linger_time_s;         /* LingerTime */
	int in_buffer_octets;      /* InBufferSize, 0: system */
	int out_buffer_octets;
} ssmtp_tcp_options;

/* Copies the options. connect(): resolves in a helper thread (decision 18), tries
 * the addresses (RFC 8305), error of the last address tried. */
ssmtp_transport *ssmtp_tcp_new(const ssmtp_tcp_options *options, ssmtp_error *error);
/* Numeric address of the local end ("" not connected) and of the peer; port of the local end. */
bool ssmtp_tcp_local(const ssmtp_transport *tcp, ssmtp_buf *address, uint16_t *port);
bool ssmtp_tcp_peer(const ssmtp_transport *tcp, ssmtp_buf *address);
/* getsockopt SO_RCVBUF and SO_SNDBUF. */
void ssmtp_tcp_buffer_sizes(const ssmtp_transport *tcp, int *in_octets, int *out_octets);
/* Forked child: forget the descriptor without any octet leaving. */
void ssmtp_tcp_abandon(ssmtp_transport *tcp);

typedef struct ssmtp_proxy_options {
	int type;                  /* 1 HTTP CONNECT, 2 SOCKS4, 3 SOCKS5, 10 SOCKS4A */
	const char *user;
	ssmtp_slice password;
	const char *host;          /* target; checked here against CR, LF, length */
	uint16_t port;
	bool remote_resolve;       /* the proxy resolves the name */
	ssmtp_slice data;          /* FirewallData */
} ssmtp_proxy_options;
/* What the proxy is told in secret, and nobody may read when it says it back: password, log-in as it is sent,
 * credentials among FirewallData. */
void ssmtp_proxy_hide(const ssmtp_proxy_options *options, ssmtp_hidden *hidden);
/* A tunnel through the proxy that *lower will connect to; takes *lower. Errors: 118. */
ssmtp_transport *ssmtp_proxy_new_take(ssmtp_transport **lower, const ssmtp_proxy_options *options, ssmtp_error *error);

/* Waits for any entry or the deadline; extra_fd (-1: none) is polled for reading as well.
 * false: interrupted by a signal. */
bool ssmtp_net_wait(const ssmtp_wait *wait, int64_t deadline_ms, intptr_t extra_fd);
/* The same for many clients in one poll: marks the entries that are ready. */
bool ssmtp_net_wait_many(ssmtp_wait *waits, size_t count, int64_t deadline_ms);
/* Monotonic milliseconds. */
int64_t ssmtp_net_now_ms(void);
/* gethostname(); completed to a fully qualified name where the resolver files know one without network. */
bool ssmtp_net_host_name(ssmtp_buf *out);
/* To tell a forked child from the process that connected. */
long ssmtp_net_process_id(void);

#endif
