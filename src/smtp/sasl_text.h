/* Mechanisms that only say prepared texts, one a step: PLAIN, LOGIN, EXTERNAL,
 * XOAUTH2, OAUTHBEARER. Used by their files only. */
#ifndef SSMTP_SMTP_SASL_TEXT_H
#define SSMTP_SMTP_SASL_TEXT_H

#include "smtp/sasl.h"

#define SASL_TEXT_STEPS 2

typedef struct sasl_text {
	ssmtp_sasl sasl;
	ssmtp_buf texts[SASL_TEXT_STEPS]; /* what is said at each step; secret */
	unsigned count;                   /* steps this mechanism has */
	unsigned at;
} sasl_text;

/* NULL without memory. */
sasl_text *ssmtp_sasl_text_new(const ssmtp_sasl_vtable *vtable, unsigned count, ssmtp_error *error);
ssmtp_sasl_status ssmtp_sasl_text_step(
	ssmtp_sasl *sasl, ssmtp_slice challenge, ssmtp_buf *response, ssmtp_error *error);
void ssmtp_sasl_text_free(ssmtp_sasl *sasl);
/* What the constructor returns: the mechanism, or NULL (freed) when a text could not be written. */
ssmtp_sasl *ssmtp_sasl_text_finish(sasl_text *text, bool written, ssmtp_error *error);
/* False with an error when value holds one of the control octets that end a field of the mechanism. */
bool ssmtp_sasl_text_check(ssmtp_slice value, const char *what, const char *mechanism, ssmtp_error *error);

#endif
