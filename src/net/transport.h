/* A duplex octet pipe: TCP, a proxy's tunnel, TLS. Non-blocking throughout; a
 * transport owns the one below it. Includes no system header. */
#ifndef SSMTP_NET_TRANSPORT_H
#define SSMTP_NET_TRANSPORT_H

#include "base/buf.h"
#include "base/deadline.h"
#include "base/error.h"

typedef struct ssmtp_transport ssmtp_transport;

typedef enum ssmtp_io {
	SSMTP_IO_DONE,       /* octets moved, or the step is complete */
	SSMTP_IO_WANT_READ,
	SSMTP_IO_WANT_WRITE,
	SSMTP_IO_WAIT,       /* not yet; want() says for what (several descriptors, a timer) */
	SSMTP_IO_END,        /* the peer closed in order */
	SSMTP_IO_ERROR       /* *error is filled */
} ssmtp_io;

/* Descriptors a caller polls. intptr_t holds a Windows SOCKET as well. */
#define SSMTP_WAIT_MAX 16
#define SSMTP_AWAIT_MS 500
typedef struct ssmtp_wait_entry {
	intptr_t handle;
	bool read;
	bool write;
	bool ready; /* after the wait: there is something to do */
} ssmtp_wait_entry;
typedef struct ssmtp_wait {
	ssmtp_wait_entry entries[SSMTP_WAIT_MAX];
	size_t count;
	int64_t deadline_ms; /* SSMTP_DEADLINE_NEVER when no timer runs */
} ssmtp_wait;

typedef struct ssmtp_transport_vtable {
	const char *name;
	/* Name resolution, connection, handshake: call until DONE. */
	ssmtp_io (*connect)(ssmtp_transport *transport, int64_t now_ms, ssmtp_error *error);
	ssmtp_io (*read)(ssmtp_transport *transport, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error);
	ssmtp_io (*write)(ssmtp_transport *transport, const uint8_t *src, size_t len, size_t *n, ssmtp_error *error);
	/* Adds what the last WANT_x or WAIT waits for; last tells which it was. */
	void (*want)(ssmtp_transport *transport, ssmtp_io last, ssmtp_wait *wait);
	/* Orderly end of this layer and those below (close_notify); never blocks, DONE or WANT_x. */
	ssmtp_io (*shutdown)(ssmtp_transport *transport, ssmtp_error *error);
	/* Appends what a log wants to know: "tcp 192.0.2.1:25", "TLSv1.3 over tcp ...". */
	void (*describe)(const ssmtp_transport *transport, ssmtp_buf *out);
	/* Closes at once, layers below included, and releases. */
	void (*free)(ssmtp_transport *transport);
	/* Octets are buffered above the socket (TLS records already decrypted); NULL: never. */
	bool (*pending)(const ssmtp_transport *transport);
	/* A read that waits for the first octets, SSMTP_AWAIT_MS at most: waiting and reading in one call of the system.
	 * WANT_READ: none came in that time, or a signal came. NULL, or WAIT as the answer: poll. */
	ssmtp_io (*await)(ssmtp_transport *transport, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error);
} ssmtp_transport_vtable;

struct ssmtp_transport {
	const ssmtp_transport_vtable *vtable;
	ssmtp_transport *lower; /* owned; NULL at the bottom */
};

static inline void ssmtp_transport_free(ssmtp_transport **transport)
{
	if (*transport != NULL) {
		(*transport)->vtable->free(*transport); /* frees lower too */
		*transport = NULL;
	}
}

#endif
