/* The table of mechanisms that need a library, strongest first (see sasl_crypto.h). */
#include "crypto/sasl_crypto.h"

#include "crypto/sasl_rows.h"

#ifdef HAVE_LIBGSASL
#define BY_GSASL(factory) factory
#else
#define BY_GSASL(factory) NULL
#endif
#ifdef HAVE_KRB5_GSSAPI
#define BY_GSSAPI(factory) factory
#else
#define BY_GSSAPI(factory) NULL
#endif

const ssmtp_sasl_row ssmtp_sasl_crypto_rows[] = {
	{ "SCRAM-SHA-256-PLUS", BY_GSASL(ssmtp_sasl_scram_sha256_plus_new), "GNU SASL" },
	{ "SCRAM-SHA-256", BY_GSASL(ssmtp_sasl_scram_sha256_new), "GNU SASL" },
	{ "SCRAM-SHA-1-PLUS", BY_GSASL(ssmtp_sasl_scram_sha1_plus_new), "GNU SASL" },
	{ "SCRAM-SHA-1", BY_GSASL(ssmtp_sasl_scram_sha1_new), "GNU SASL" },
	{ "GSSAPI", BY_GSSAPI(ssmtp_sasl_gssapi_new), "GSS-API" },
	{ "DIGEST-MD5", BY_GSASL(ssmtp_sasl_digest_md5_new), "GNU SASL" },
	{ "NTLM", BY_GSSAPI(ssmtp_sasl_ntlm_new), "GSS-API" },
};
const size_t ssmtp_sasl_crypto_row_count = sizeof(ssmtp_sasl_crypto_rows) / sizeof(ssmtp_sasl_crypto_rows[0]);
