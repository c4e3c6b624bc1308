/* One connection from dial to goodbye: transports, session and what was learnt of the
 * server. It knows no message, no event and no operation; who drives it owns the pointer,
 * and lending a connection is moving that pointer. */
#ifndef SSMTP_CONNECTION_H
#define SSMTP_CONNECTION_H

#include "crypto/tls.h"
#include "net/net.h"
#include "smtp/session.h"

/* ConnectionStatus reported as complete. */
enum {
	SSMTP_ANNOUNCED_FIREWALL = 1 << 0,
	SSMTP_ANNOUNCED_TLS = 1 << 1,
	SSMTP_ANNOUNCED_HOST = 1 << 2
};

typedef struct ssmtp_connection {
	ssmtp_transport *top;
	ssmtp_transport *tcp;         /* borrowed: bottom of top */
	ssmtp_transport *tls;         /* borrowed: NULL in clear */
	ssmtp_session *session;
	ssmtp_buf server;             /* MailServer without "*", A-label */
	ssmtp_buf tls_name;           /* SSLServerName, else server: what is asked for and verified */
	ssmtp_buf local;              /* LocalHost likewise; empty for any */
	bool proxied;
	ssmtp_hidden hidden;          /* what the proxy was told in secret */
	bool connected;
	bool kept;                    /* it stood before this operation, or has carried a message of it */
	bool manual_tls;              /* SSLStartMode 4 and StartTLS not called yet */
	unsigned announced;
	long process_id;              /* of the process that dialled */
	uint64_t replies;             /* of the session, at the last look */
	int64_t heard_ms;             /* when the last whole reply was here */
	bool may_read;                /* a wait said so: one recv a wakening */
	ssmtp_error write_error;      /* set: nothing can be written any more, what has come is still read */
	ssmtp_io read_io, write_io;   /* what the transport waits for */
	ssmtp_buf last_reply;         /* kept beyond the session */
	ssmtp_tls_info tls_info;
	ssmtp_certificate *server_certificate;
} ssmtp_connection;

/* NULL without memory. */
ssmtp_connection *ssmtp_connection_new(void);
/* Lets go of transports and session without an octet. */
void ssmtp_connection_free(ssmtp_connection **connection);

#endif
