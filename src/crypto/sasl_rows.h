/* Factories of sasl_gsasl.c, sasl_gssapi.c and sasl_ntlm.c for the table in sasl_crypto.c. */
#ifndef SSMTP_CRYPTO_SASL_ROWS_H
#define SSMTP_CRYPTO_SASL_ROWS_H

#include "smtp/sasl.h"

/* 273 the library lacks the mechanism, 10022 a value it cannot take, 211 no channel binding. */
ssmtp_sasl *ssmtp_sasl_scram_sha256_plus_new(const ssmtp_sasl_credentials *credentials, ssmtp_error *error);
ssmtp_sasl *ssmtp_sasl_scram_sha256_new(const ssmtp_sasl_credentials *credentials, ssmtp_error *error);
ssmtp_sasl *ssmtp_sasl_scram_sha1_plus_new(const ssmtp_sasl_credentials *credentials, ssmtp_error *error);
ssmtp_sasl *ssmtp_sasl_scram_sha1_new(const ssmtp_sasl_credentials *credentials, ssmtp_error *error);
ssmtp_sasl *ssmtp_sasl_digest_md5_new(const ssmtp_sasl_credentials *credentials, ssmtp_error *error);
/* With a password the ticket is asked for with it, else the credential cache is used. */
ssmtp_sasl *ssmtp_sasl_gssapi_new(const ssmtp_sasl_credentials *credentials, ssmtp_error *error);
/* NTLM: version 1 by GNU SASL, version 2 by GSS-API. */
ssmtp_sasl *ssmtp_sasl_ntlm1_new(const ssmtp_sasl_credentials *credentials, ssmtp_error *error);
ssmtp_sasl *ssmtp_sasl_ntlm2_new(const ssmtp_sasl_credentials *credentials, ssmtp_error *error);

#endif
