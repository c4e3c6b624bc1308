/* BIO over a transport (see bio_transport.h, BIO_meth_new(3)). */
#include "crypto/bio_transport.h"

static int link_read(BIO *bio, char *dst, int room)
{
	ssmtp_bio_link *link = BIO_get_data(bio);
	size_t n = 0;

	BIO_clear_retry_flags(bio);
	if (room <= 0 || link->failed) {
		return link->failed ? -1 : 0;
	}
	link->io = link->transport->vtable->read(link->transport, (uint8_t *) dst, (size_t) room, &n, &link->error);
	if (link->io == SSMTP_IO_DONE) {
		return (int) n;
	}
	if (ssmtp_bio_link_waits(link)) {
		BIO_set_retry_read(bio);
		return -1;
	}
	link->ended = link->ended || link->io == SSMTP_IO_END;
	link->failed = link->io == SSMTP_IO_ERROR;
	return link->ended ? 0 : -1;
}

static int link_write(BIO *bio, const char *src, int len)
{
	ssmtp_bio_link *link = BIO_get_data(bio);
	size_t n = 0;

	BIO_clear_retry_flags(bio);
	if (len <= 0 || link->failed) {
		return link->failed ? -1 : 0;
	}
	link->io = link->transport->vtable->write(link->transport, (const uint8_t *) src, (size_t) len, &n, &link->error);
	if (link->io == SSMTP_IO_DONE) {
		return (int) n;
	}
	if (ssmtp_bio_link_waits(link)) {
		BIO_set_retry_write(bio);
	}
	link->ended = link->ended || link->io == SSMTP_IO_END;
	link->failed = link->io == SSMTP_IO_ERROR;
	return -1;
}

static long link_ctrl(BIO *bio, int command, long number, void *pointer)
{
	const ssmtp_bio_link *link = BIO_get_data(bio);

	(void) number;
	(void) pointer;
	switch (command) {
	case BIO_CTRL_FLUSH: /* transports do not hold octets back */
		return 1;
	case BIO_CTRL_EOF:
		return link->ended;
	default:
		return 0;
	}
}

BIO *ssmtp_bio_link_open(ssmtp_bio_link *link, ssmtp_transport *transport)
{
	BIO *bio;

	link->transport = transport;
	link->io = SSMTP_IO_DONE;
	link->ended = false;
	link->failed = false;
	link->method = BIO_meth_new(BIO_TYPE_SOURCE_SINK, "ssmtp transport");
	if (link->method == NULL || !BIO_meth_set_read(link->method, link_read) ||
		!BIO_meth_set_write(link->method, link_write) || !BIO_meth_set_ctrl(link->method, link_ctrl)) {
		return NULL;
	}
	bio = BIO_new(link->method);
	if (bio != NULL) {
		BIO_set_data(bio, link);
		BIO_set_init(bio, 1);
	}
	return bio;
}

void ssmtp_bio_link_close(ssmtp_bio_link *link)
{
	BIO_meth_free(link->method);
	link->method = NULL;
}
