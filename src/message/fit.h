/* A text that nobody signs, made fit for its transport. */
#ifndef SSMTP_MESSAGE_FIT_H
#define SSMTP_MESSAGE_FIT_H

#include "settings/settings.h"
#include "stream/source.h"

/* 8-bit content (RFC 6152 section 3). */
typedef enum ssmtp_transport_8bit {
	SSMTP_TRANSPORT_7BIT,    /* the server does not offer 8BITMIME */
	SSMTP_TRANSPORT_UNKNOWN, /* a queue file: the server is not known yet */
	SSMTP_TRANSPORT_8BIT
} ssmtp_transport_8bit;

/* MessageText, and OtherHeaders with the label it needs appended to other. *body (CRLF line ends; NULL: the fields
 * alone are wanted) is replaced where a server could not take it as it is. *eight_bit: it is still 8-bit. */
bool ssmtp_fit_text(const ssmtp_settings *settings, ssmtp_transport_8bit transport, ssmtp_source **body,
	ssmtp_buf *other, bool *eight_bit, ssmtp_error *error);

#endif
