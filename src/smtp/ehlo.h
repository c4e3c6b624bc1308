/* The capabilities a server offered in its EHLO reply (RFC 5321 4.1.1.1). */
#ifndef SSMTP_SMTP_EHLO_H
#define SSMTP_SMTP_EHLO_H

#include "base/buf.h"

enum {
	SSMTP_CAP_8BITMIME = 1 << 0,            /* RFC 6152 */
	SSMTP_CAP_SIZE = 1 << 1,                /* RFC 1870 */
	SSMTP_CAP_PIPELINING = 1 << 2,          /* RFC 2920 */
	SSMTP_CAP_STARTTLS = 1 << 3,            /* RFC 3207 */
	SSMTP_CAP_AUTH = 1 << 4,                /* RFC 4954 */
	SSMTP_CAP_ENHANCEDSTATUSCODES = 1 << 5, /* RFC 2034 */
	SSMTP_CAP_DSN = 1 << 6,                 /* RFC 3461 */
	SSMTP_CAP_CHUNKING = 1 << 7,            /* RFC 3030 */
	SSMTP_CAP_BINARYMIME = 1 << 8,          /* RFC 3030 */
	SSMTP_CAP_SMTPUTF8 = 1 << 9,            /* RFC 6531 */
	SSMTP_CAP_LIMITS = 1 << 10              /* RFC 9422 */
};

typedef struct ssmtp_capabilities {
	uint32_t flags;
	uint64_t size_max; /* SIZE's argument; 0: none given */
	uint64_t rcpt_max; /* RCPTMAX of LIMITS: recipients of a mail transaction; 0: none given */
	char auth[512];    /* mechanisms, upper case, one blank between and around: " PLAIN LOGIN " */
	bool esmtp;        /* the server answered EHLO */
} ssmtp_capabilities;

void ssmtp_capabilities_reset(ssmtp_capabilities *capabilities);
/* One line of the EHLO reply, the text behind code and separator; unknown keywords are ignored. */
void ssmtp_capabilities_add_line(ssmtp_capabilities *capabilities, ssmtp_slice line);
bool ssmtp_capabilities_has_mechanism(const ssmtp_capabilities *capabilities, const char *name);

#endif
