/* Sockets of test servers. */
#ifndef SSMTP_TESTS_UNIT_SOCKET_H
#define SSMTP_TESTS_UNIT_SOCKET_H

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

/* Without it a reply behind a reply waits for an ACK that the client delays by 40 ms. */
static inline void unit_no_delay(int fd)
{
	int on = 1;

	(void) setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
}

#endif
