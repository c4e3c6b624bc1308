/* NTLM ([MS-SMTPNTLM]) version 2 by GSS-API's NTLMSSP mechanism, which the package
 * gss-ntlmssp brings at run time. */
#include "crypto/sasl_rows.h"

#ifdef HAVE_KRB5_GSSAPI

#include <stdlib.h>

#include "base/alloc.h"
#include "crypto/gss_context.h"
#include "crypto/ntlm_challenge.h"

/* 1.3.6.1.4.1.311.2.2.10 */
static gss_OID_desc ntlm_oid = { 10, (void *) (uintptr_t) "\x2b\x06\x01\x04\x01\x82\x37\x02\x02\x0a" };

/* Levels of [MS-NLMP] section 3.1.1.1: from 3 on the client sends NTLMv2 only. */
#define LM_LEVEL_V2_ONLY 3

typedef struct ntlm_mechanism {
	ssmtp_sasl base;
	ssmtp_gss gss;
} ntlm_mechanism;

static ssmtp_sasl_status ntlm_step(ssmtp_sasl *sasl, ssmtp_slice challenge, ssmtp_buf *response, ssmtp_error *error)
{
	ntlm_mechanism *mechanism = (ntlm_mechanism *) sasl;
	bool first = mechanism->gss.context == GSS_C_NO_CONTEXT;

	/* Before message 1 some servers send a text such as "ntlm supported": it is no token. */
	if (mechanism->gss.complete) {
		ssmtp_error_set(
			error, SSMTP_ERROR_AUTH, SSMTP_E_PROTOCOL, "NTLM: a challenge after the exchange was complete.");
		return SSMTP_SASL_FAILED;
	}
	if (!first && !ssmtp_ntlm_check_challenge_v2(challenge, error)) {
		return SSMTP_SASL_FAILED;
	}
	if (!ssmtp_gss_turn(&mechanism->gss, first ? SSMTP_SLICE_EMPTY : challenge, response, error)) {
		return SSMTP_SASL_FAILED;
	}
	return mechanism->gss.complete ? SSMTP_SASL_DONE : SSMTP_SASL_CONTINUE;
}

static bool ntlm_complete(const ssmtp_sasl *sasl)
{
	return ((const ntlm_mechanism *) sasl)->gss.complete;
}

static void ntlm_free(ssmtp_sasl *sasl)
{
	ntlm_mechanism *mechanism = (ntlm_mechanism *) sasl;

	ssmtp_gss_release(&mechanism->gss);
	ssmtp_free(mechanism);
}

static const ssmtp_sasl_vtable ntlm_vtable = { "NTLM", SSMTP_SASL_CLIENT_FIRST, ntlm_step, ntlm_complete, ntlm_free };

static bool ntlm_available(const ssmtp_gssapi *calls, ssmtp_error *error)
{
	gss_OID_set mechanisms = GSS_C_NO_OID_SET;
	OM_uint32 minor = 0;
	int present = 0;

	if (!GSS_ERROR(calls->indicate_mechs(&minor, &mechanisms))) {
		calls->test_oid_set_member(&minor, &ntlm_oid, mechanisms, &present);
		calls->release_oid_set(&minor, &mechanisms);
	}
	return present || ssmtp_error_set(error, SSMTP_ERROR_AUTH, SSMTP_E_CREDENTIALS,
						  "NTLM needs GSS-API's NTLMSSP mechanism: install gss-ntlmssp.");
}

/* UseNTLMv2 is a demand; the level of the process may contradict it. */
static bool ntlm_check_level(const ssmtp_sasl_credentials *credentials, ssmtp_error *error)
{
	const char *level = getenv("LM_COMPAT_LEVEL");

	if (!credentials->ntlm_v2 || level == NULL || *level == '\0' || atoi(level) >= LM_LEVEL_V2_ONLY) {
		return true;
	}
	return ssmtp_error_set(error, SSMTP_ERROR_AUTH, SSMTP_E_CREDENTIALS,
		"UseNTLMv2 is set, but the environment variable LM_COMPAT_LEVEL=%.8s allows NTLM version 1.", level);
}

ssmtp_sasl *ssmtp_sasl_ntlm2_new(const ssmtp_sasl_credentials *credentials, ssmtp_error *error)
{
	const ssmtp_gssapi *calls = ssmtp_late_gssapi(error);
	ntlm_mechanism *mechanism;
	ssmtp_sasl *made;

	if (calls == NULL || !ntlm_available(calls, error) || !ntlm_check_level(credentials, error)) {
		return NULL;
	}
	mechanism = ssmtp_alloc_zero(sizeof(*mechanism));
	if (mechanism == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	made = &mechanism->base;
	made->vtable = &ntlm_vtable;
	mechanism->gss.calls = calls;
	mechanism->gss.name = "NTLM";
	mechanism->gss.mechanism = &ntlm_oid;
	if (!ssmtp_gss_set_target(&mechanism->gss, credentials->host, error) ||
		!ssmtp_gss_set_password(&mechanism->gss, credentials->user, credentials->password, error)) {
		ssmtp_sasl_free(&made);
	}
	return made;
}

#endif
