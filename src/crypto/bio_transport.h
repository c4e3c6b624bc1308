/* A BIO that reads and writes a transport: OpenSSL never sees a descriptor. */
#ifndef SSMTP_CRYPTO_BIO_TRANSPORT_H
#define SSMTP_CRYPTO_BIO_TRANSPORT_H

#include <openssl/bio.h>

#include "net/transport.h"

/* OpenSSL reads on as long as octets come: after that many it is told that nothing is there for now, so that its
 * caller sees the clock. Far more than a record or an answer, so that nobody notices but who sends without end. */
#define SSMTP_BIO_TURN_OCTETS ((size_t) 1 << 18)
/* Longest line that gets hands out whole. */
#define SSMTP_BIO_LINE_OCTETS ((size_t) 4096)

typedef struct ssmtp_bio_link {
	ssmtp_transport *transport; /* borrowed */
	BIO_METHOD *method;
	ssmtp_io io;       /* what the transport answered last; DONE is set before each OpenSSL call */
	bool ended;        /* a read answered END: stays, whatever OpenSSL writes afterwards */
	bool failed;       /* the transport answered ERROR, or too much came: it is not called again */
	ssmtp_error error; /* filled when failed */
	size_t turn_left;  /* of SSMTP_BIO_TURN_OCTETS */
	bool yielded;      /* WANT_READ was said for the clock's sake: octets may be here */
	size_t octets_max; /* the owner's limit for all that is read; SIZE_MAX none */
	size_t octets_read;
	uint8_t *ahead;    /* read for gets and not handed out yet; NULL before the first gets */
	size_t ahead_at, ahead_end;
} ssmtp_bio_link;

/* A new BIO over the transport; the link must outlive it and is closed after it. NULL without memory. */
BIO *ssmtp_bio_link_open(ssmtp_bio_link *link, ssmtp_transport *transport);
void ssmtp_bio_link_close(ssmtp_bio_link *link);
/* Before each call of OpenSSL that may read or write. */
void ssmtp_bio_link_begin(ssmtp_bio_link *link);

/* True when the transport was not ready: the OpenSSL call is to be repeated later. */
static inline bool ssmtp_bio_link_waits(const ssmtp_bio_link *link)
{
	return link->io == SSMTP_IO_WANT_READ || link->io == SSMTP_IO_WANT_WRITE || link->io == SSMTP_IO_WAIT;
}

/* What the transport waits for; after a turn that was used up, for nothing. */
static inline void ssmtp_bio_link_want(const ssmtp_bio_link *link, ssmtp_wait *wait)
{
	if (link->yielded) {
		wait->deadline_ms = 0; /* octets may be here already */
	}
}

#endif
