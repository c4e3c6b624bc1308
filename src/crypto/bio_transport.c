/* BIO over a transport (see bio_transport.h, BIO_meth_new(3)). */
#include "crypto/bio_transport.h"

#include "base/alloc.h"

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* What follows a read that moved nothing. */
static int link_not_read(BIO *bio, ssmtp_bio_link *link)
{
	if (ssmtp_bio_link_waits(link)) {
		BIO_set_retry_read(bio);
		return -1;
	}
	link->ended = link->ended || link->io == SSMTP_IO_END;
	link->failed = link->io == SSMTP_IO_ERROR;
	return link->ended ? 0 : -1;
}

/* From the transport, as much as turn and limit allow. */
static int link_take(BIO *bio, ssmtp_bio_link *link, void *dst, size_t room)
{
	size_t n = 0;

	room = least(room, least(link->turn_left, link->octets_max - link->octets_read));
	if (link->turn_left == 0) {
		link->yielded = true;
		link->io = SSMTP_IO_WANT_READ;
	} else if (room == 0) {
		ssmtp_error_set(&link->error, SSMTP_ERROR_TLS, SSMTP_E_INVAL,
			"more than the %zu octets that are read at most.", link->octets_max);
		link->io = SSMTP_IO_ERROR;
	} else {
		link->io = link->transport->vtable->read(link->transport, dst, room, &n, &link->error);
	}
	if (link->io != SSMTP_IO_DONE) {
		return link_not_read(bio, link);
	}
	link->turn_left -= n;
	link->octets_read += n;
	return (int) n;
}

static int link_hand_out(ssmtp_bio_link *link, void *dst, size_t len)
{
	memcpy(dst, link->ahead + link->ahead_at, len);
	link->ahead_at += len;
	return (int) len;
}

static int link_read(BIO *bio, char *dst, int room)
{
	ssmtp_bio_link *link = BIO_get_data(bio);
	size_t ahead = link->ahead_end - link->ahead_at;

	BIO_clear_retry_flags(bio);
	if (room <= 0 || link->failed) {
		return link->failed ? -1 : 0;
	}
	return ahead > 0 ? link_hand_out(link, dst, least(ahead, (size_t) room)) : link_take(bio, link, dst, (size_t) room);
}

/* Makes room behind what is read ahead and reads on. */
static int link_read_ahead(BIO *bio, ssmtp_bio_link *link)
{
	size_t kept = link->ahead_end - link->ahead_at;
	int n;

	memmove(link->ahead, link->ahead + link->ahead_at, kept);
	link->ahead_at = 0;
	link->ahead_end = kept;
	n = link_take(bio, link, link->ahead + kept, SSMTP_BIO_LINE_OCTETS - kept);
	link->ahead_end += n > 0 ? (size_t) n : 0;
	return n;
}

/* One line with its LF, or as much as there is room for. OpenSSL reads the header fields of HTTP so from 3.2 on (and
 * without it octet by octet, losing the line when the next octet is not here yet): what came of a line is kept. */
static int link_gets(BIO *bio, char *dst, int room)
{
	ssmtp_bio_link *link = BIO_get_data(bio);
	int n = 1;

	BIO_clear_retry_flags(bio);
	if (room <= 1 || link->failed) {
		return link->failed ? -1 : 0;
	}
	if (link->ahead == NULL && (link->ahead = ssmtp_alloc(SSMTP_BIO_LINE_OCTETS)) == NULL) {
		return -1;
	}
	for (;;) {
		ssmtp_slice ahead = ssmtp_slice_of(link->ahead + link->ahead_at, link->ahead_end - link->ahead_at);
		size_t line = ssmtp_slice_find(ahead, '\n');
		size_t most = least((size_t) room - 1, SSMTP_BIO_LINE_OCTETS);

		if (line < ahead.len || ahead.len >= most || (n == 0 && ahead.len > 0)) {
			n = link_hand_out(link, dst, least(line + (line < ahead.len), most));
			dst[n] = '\0';
			return n;
		}
		if (n <= 0) {
			return n;
		}
		n = link_read_ahead(bio, link);
	}
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
		return link->ended && link->ahead_at == link->ahead_end;
	case BIO_CTRL_PENDING:
		return (long) (link->ahead_end - link->ahead_at);
	default:
		return 0;
	}
}

BIO *ssmtp_bio_link_open(ssmtp_bio_link *link, ssmtp_transport *transport)
{
	BIO *bio;

	link->transport = transport;
	link->ended = false;
	link->failed = false;
	link->octets_max = SIZE_MAX;
	link->octets_read = 0;
	link->ahead = NULL;
	link->ahead_at = link->ahead_end = 0;
	ssmtp_bio_link_begin(link);
	link->method = BIO_meth_new(BIO_TYPE_SOURCE_SINK, "ssmtp transport");
	if (link->method == NULL || !BIO_meth_set_read(link->method, link_read) ||
		!BIO_meth_set_write(link->method, link_write) || !BIO_meth_set_gets(link->method, link_gets) ||
		!BIO_meth_set_ctrl(link->method, link_ctrl)) {
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
	ssmtp_free(link->ahead);
	link->ahead = NULL;
	link->ahead_at = link->ahead_end = 0;
}

void ssmtp_bio_link_begin(ssmtp_bio_link *link)
{
	link->io = SSMTP_IO_DONE;
	link->turn_left = SSMTP_BIO_TURN_OCTETS;
	link->yielded = false;
}
