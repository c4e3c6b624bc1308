/* A GSS-API security context as initiator (RFC 2743, RFC 2744): what GSSAPI and NTLM share. */
#ifndef SSMTP_CRYPTO_GSS_CONTEXT_H
#define SSMTP_CRYPTO_GSS_CONTEXT_H

#ifdef HAVE_KRB5_GSSAPI

#include "crypto/late.h"
#include "smtp/sasl.h"

typedef struct ssmtp_gss {
	const ssmtp_gssapi *calls;
	const char *name; /* SASL name, for error texts */
	gss_OID mechanism;
	OM_uint32 wanted_flags;
	gss_ctx_id_t context;
	gss_name_t target;
	gss_cred_id_t credential; /* GSS_C_NO_CREDENTIAL: the default one */
	OM_uint32 flags;          /* granted, once complete */
	bool complete;
} ssmtp_gss;

/* target: "smtp@host" (RFC 4752 section 3.1). */
bool ssmtp_gss_set_target(ssmtp_gss *gss, ssmtp_slice host, ssmtp_error *error);
bool ssmtp_gss_set_password(ssmtp_gss *gss, ssmtp_slice user, ssmtp_slice password, ssmtp_error *error);
/* One turn: appends the token for the server, which may be empty. */
bool ssmtp_gss_turn(ssmtp_gss *gss, ssmtp_slice token, ssmtp_buf *response, ssmtp_error *error);
/* Fills error with GSS-API's own texts of both codes; code 161 in an exchange, 273 before it. Always false. */
bool ssmtp_gss_error(
	const ssmtp_gss *gss, const char *what, int code, OM_uint32 major, OM_uint32 minor, ssmtp_error *error);
void ssmtp_gss_release(ssmtp_gss *gss);

#endif
#endif
