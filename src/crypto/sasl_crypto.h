/* SASL mechanisms that need a library: GNU SASL (SCRAM-*, DIGEST-MD5) and
 * GSS-API (GSSAPI, NTLM), behind the vtable of smtp/sasl.h. A mechanism that
 * was not compiled in is NULL in the table below. */
#ifndef SSMTP_CRYPTO_SASL_CRYPTO_H
#define SSMTP_CRYPTO_SASL_CRYPTO_H

#include "smtp/sasl.h"

typedef struct ssmtp_sasl_row {
	const char *name;           /* as in the EHLO reply */
	ssmtp_sasl_factory factory; /* NULL: the library is missing */
	const char *library;        /* "GNU SASL", "GSS-API": for the error text */
} ssmtp_sasl_row;
extern const ssmtp_sasl_row ssmtp_sasl_crypto_rows[];
extern const size_t ssmtp_sasl_crypto_row_count;

#endif
