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

/* UseNTLMv2 says which version; each has its library. Where version 1's is missing, version 2 does no harm. */
#if defined(HAVE_LIBGSASL) || defined(HAVE_KRB5_GSSAPI)
#define NTLM_FACTORY sasl_ntlm_new
static ssmtp_sasl *sasl_ntlm_new(const ssmtp_sasl_credentials *credentials, ssmtp_error *error)
{
#ifdef HAVE_LIBGSASL
	if (!credentials->ntlm_v2) {
		return ssmtp_sasl_ntlm1_new(credentials, error);
	}
#endif
#ifdef HAVE_KRB5_GSSAPI
	return ssmtp_sasl_ntlm2_new(credentials, error);
#else
	ssmtp_error_set(error, SSMTP_ERROR_AUTH, SSMTP_E_CREDENTIALS,
		"UseNTLMv2 needs GSS-API, which this build does not have: without it NTLM is version 1.");
	return NULL;
#endif
}
#else
#define NTLM_FACTORY NULL
#endif

const ssmtp_sasl_row ssmtp_sasl_crypto_rows[] = {
	{ "SCRAM-SHA-256-PLUS", BY_GSASL(ssmtp_sasl_scram_sha256_plus_new), "GNU SASL" },
	{ "SCRAM-SHA-256", BY_GSASL(ssmtp_sasl_scram_sha256_new), "GNU SASL" },
	{ "SCRAM-SHA-1-PLUS", BY_GSASL(ssmtp_sasl_scram_sha1_plus_new), "GNU SASL" },
	{ "SCRAM-SHA-1", BY_GSASL(ssmtp_sasl_scram_sha1_new), "GNU SASL" },
	{ "GSSAPI", BY_GSSAPI(ssmtp_sasl_gssapi_new), "GSS-API" },
	{ "DIGEST-MD5", BY_GSASL(ssmtp_sasl_digest_md5_new), "GNU SASL" },
	{ "NTLM", NTLM_FACTORY, "GSS-API or GNU SASL" },
};
const size_t ssmtp_sasl_crypto_row_count = sizeof(ssmtp_sasl_crypto_rows) / sizeof(ssmtp_sasl_crypto_rows[0]);
