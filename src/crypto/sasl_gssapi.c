/* GSSAPI (RFC 4752): Kerberos 5 with mutual authentication and without a
 * security layer; TLS is the layer that protects. */
#include "crypto/sasl_rows.h"

#ifdef HAVE_KRB5_GSSAPI

#include "base/alloc.h"
#include "base/secret.h"
#include "crypto/gss_context.h"
#include "crypto/krb5_token.h"

/* 1.2.840.113554.1.2.2 (RFC 1964 section 1). */
static gss_OID_desc gssapi_krb5 = { 9, (void *) (uintptr_t) "\x2a\x86\x48\x86\xf7\x12\x01\x02\x02" };

enum { LAYER_NONE = 1 }; /* RFC 4752 section 3.3 */

typedef struct gssapi_mechanism {
	ssmtp_sasl base;
	ssmtp_gss gss;
	ssmtp_secret authzid;
	bool layer_settled; /* the last message was sent */
} gssapi_mechanism;

static bool gssapi_wrap(gssapi_mechanism *mechanism, gss_buffer_t plain, ssmtp_buf *response, ssmtp_error *error)
{
	gss_buffer_desc wrapped = GSS_C_EMPTY_BUFFER;
	OM_uint32 minor = 0;
	OM_uint32 major = mechanism->gss.calls->wrap(
		&minor, mechanism->gss.context, 0, GSS_C_QOP_DEFAULT, plain, NULL, &wrapped);
	bool ok;

	if (GSS_ERROR(major)) {
		return ssmtp_gss_error(&mechanism->gss, "the last message", SSMTP_E_PROTOCOL, major, minor, error);
	}
	ok = ssmtp_buf_append(response, wrapped.value, wrapped.length);
	mechanism->gss.calls->release_buffer(&minor, &wrapped);
	return ok || ssmtp_error_nomem(error);
}

/* Layer octet, three octets of size (0 without a layer), authorization identity. */
static bool gssapi_answer_layer(gssapi_mechanism *mechanism, ssmtp_buf *response, ssmtp_error *error)
{
	static const uint8_t choice[] = { LAYER_NONE, 0, 0, 0 };
	ssmtp_slice whole;
	gss_buffer_desc plain;
	ssmtp_buf message;
	bool ok = false;

	ssmtp_buf_init(&message, 65536);
	if (!ssmtp_buf_append(&message, choice, sizeof(choice)) ||
		!ssmtp_buf_append_slice(&message, ssmtp_secret_slice(&mechanism->authzid))) {
		ssmtp_error_nomem(error);
	} else {
		whole = ssmtp_buf_slice(&message);
		plain.length = whole.len;
		plain.value = (void *) (uintptr_t) whole.ptr;
		ok = gssapi_wrap(mechanism, &plain, response, error);
	}
	ssmtp_buf_free(&message);
	return ok;
}

/* RFC 4752 section 3.1: four octets, the layers offered and the server's maximum size. */
static bool gssapi_read_layers(gssapi_mechanism *mechanism, ssmtp_slice challenge, ssmtp_error *error)
{
	gss_buffer_desc wrapped = { challenge.len, (void *) (uintptr_t) challenge.ptr };
	gss_buffer_desc plain = GSS_C_EMPTY_BUFFER;
	OM_uint32 minor = 0;
	OM_uint32 major = mechanism->gss.calls->unwrap(&minor, mechanism->gss.context, &wrapped, &plain, NULL, NULL);
	bool offered;

	if (GSS_ERROR(major)) {
		return ssmtp_gss_error(&mechanism->gss, "the server's offer", SSMTP_E_PROTOCOL, major, minor, error);
	}
	offered = plain.length == 4 && (((const uint8_t *) plain.value)[0] & LAYER_NONE) != 0;
	mechanism->gss.calls->release_buffer(&minor, &plain);
	return offered || ssmtp_error_set(error, SSMTP_ERROR_AUTH, SSMTP_E_PROTOCOL,
						  "GSSAPI: the server insists on a security layer; use TLS and allow none on the server.");
}

static bool gssapi_advance(gssapi_mechanism *mechanism, ssmtp_slice challenge, ssmtp_buf *response, ssmtp_error *error)
{
	if (!mechanism->gss.complete) {
		bool answered = mechanism->gss.context != GSS_C_NO_CONTEXT;

		if ((answered && !ssmtp_krb5_check_context_token(challenge, error)) ||
			!ssmtp_gss_turn(&mechanism->gss, challenge, response, error)) {
			return false;
		}
		if (mechanism->gss.complete && (mechanism->gss.flags & GSS_C_MUTUAL_FLAG) == 0) {
			return ssmtp_error_set(
				error, SSMTP_ERROR_AUTH, SSMTP_E_PROTOCOL, "GSSAPI: the server did not prove who it is.");
		}
		return true;
	}
	if (!ssmtp_krb5_check_wrap_token(challenge, error) || !gssapi_read_layers(mechanism, challenge, error) ||
		!gssapi_answer_layer(mechanism, response, error)) {
		return false;
	}
	mechanism->layer_settled = true;
	return true;
}

static ssmtp_sasl_status gssapi_step(ssmtp_sasl *sasl, ssmtp_slice challenge, ssmtp_buf *response, ssmtp_error *error)
{
	gssapi_mechanism *mechanism = (gssapi_mechanism *) sasl;

	if (mechanism->layer_settled) {
		ssmtp_error_set(
			error, SSMTP_ERROR_AUTH, SSMTP_E_PROTOCOL, "GSSAPI: a challenge after the exchange was complete.");
		return SSMTP_SASL_FAILED;
	}
	if (!gssapi_advance(mechanism, challenge, response, error)) {
		return SSMTP_SASL_FAILED;
	}
	return mechanism->layer_settled ? SSMTP_SASL_DONE : SSMTP_SASL_CONTINUE;
}

static bool gssapi_complete(const ssmtp_sasl *sasl)
{
	return ((const gssapi_mechanism *) sasl)->layer_settled;
}

static void gssapi_free(ssmtp_sasl *sasl)
{
	gssapi_mechanism *mechanism = (gssapi_mechanism *) sasl;

	ssmtp_gss_release(&mechanism->gss);
	ssmtp_secret_free(&mechanism->authzid);
	ssmtp_free(mechanism);
}

static const ssmtp_sasl_vtable gssapi_vtable = { "GSSAPI", SSMTP_SASL_CLIENT_FIRST | SSMTP_SASL_PROVES_SERVER,
	gssapi_step, gssapi_complete, gssapi_free };

ssmtp_sasl *ssmtp_sasl_gssapi_new(const ssmtp_sasl_credentials *credentials, ssmtp_error *error)
{
	gssapi_mechanism *mechanism = ssmtp_alloc_zero(sizeof(*mechanism));
	ssmtp_sasl *made;

	if (mechanism == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	made = &mechanism->base;
	made->vtable = &gssapi_vtable;
	mechanism->gss.calls = ssmtp_late_gssapi(error);
	if (mechanism->gss.calls == NULL) {
		ssmtp_sasl_free(&made);
		return NULL;
	}
	mechanism->gss.name = "GSSAPI";
	mechanism->gss.mechanism = &gssapi_krb5;
	/* Integrity is what mechanism->gss.calls->wrap() of the last message needs. */
	mechanism->gss.wanted_flags = GSS_C_MUTUAL_FLAG | GSS_C_SEQUENCE_FLAG | GSS_C_INTEG_FLAG;
	if (!ssmtp_gss_set_target(&mechanism->gss, credentials->host, error) ||
		(!ssmtp_secret_set(&mechanism->authzid, credentials->authzid) && !ssmtp_error_nomem(error)) ||
		(credentials->password.len > 0 &&
			!ssmtp_gss_set_password(&mechanism->gss, credentials->user, credentials->password, error))) {
		ssmtp_sasl_free(&made);
	}
	return made;
}

#endif
