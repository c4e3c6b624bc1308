/* A BIO that reads and writes a transport: OpenSSL never sees a descriptor. */
#ifndef SSMTP_CRYPTO_BIO_TRANSPORT_H
#define SSMTP_CRYPTO_BIO_TRANSPORT_H

#include <openssl/bio.h>

#include "net/transport.h"

typedef struct ssmtp_bio_link {
	ssmtp_transport *transport; /* borrowed */
	BIO_METHOD *method;
	ssmtp_io io;       /* what the transport answered last; DONE is set before each OpenSSL call */
	bool ended;        /* a read answered END: stays, whatever OpenSSL writes afterwards */
	bool failed;       /* the transport answered ERROR: it is not called again */
	ssmtp_error error; /* filled when failed */
} ssmtp_bio_link;

/* A new BIO over the transport; the link must outlive it and is closed after it. NULL without memory. */
BIO *ssmtp_bio_link_open(ssmtp_bio_link *link, ssmtp_transport *transport);
void ssmtp_bio_link_close(ssmtp_bio_link *link);

/* True when the transport was not ready: the OpenSSL call is to be repeated later. */
static inline bool ssmtp_bio_link_waits(const ssmtp_bio_link *link)
{
	return link->io == SSMTP_IO_WANT_READ || link->io == SSMTP_IO_WANT_WRITE || link->io == SSMTP_IO_WAIT;
}

#endif
