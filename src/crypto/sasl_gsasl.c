/* SCRAM-SHA-1 and SCRAM-SHA-256 (RFC 5802, RFC 7677), with channel binding as
 * the -PLUS forms, DIGEST-MD5 (RFC 2831) and version 1 of NTLM ([MS-SMTPNTLM]), by GNU SASL. */
#include "crypto/sasl_rows.h"

#ifdef HAVE_LIBGSASL

#include "base/alloc.h"
#include "base/ascii.h"
#include "base/base64.h"
#include "crypto/late.h"
#include "crypto/ntlm_challenge.h"

/* Below: too cheap to guess the password from; above: the server makes us work
 * (RFC 5802 section 4, RFC 7677 section 4). */
#define ITERATIONS_MIN 4096
#define ITERATIONS_MAX 1000000
/* A server has no reason to send more (DIGEST-MD5: RFC 2831 section 2.1.1). */
#define CHALLENGE_MAX 4096

typedef struct gsasl_mechanism {
	ssmtp_sasl base;
	const ssmtp_gsasl *gsasl;
	Gsasl *library;
	Gsasl_session *session;
	bool scram;
	bool ntlm;
	bool begun;    /* the first message was sent */
	bool counted;  /* the iteration count was seen and is in range */
	bool finished; /* GNU SASL verified the server's proof */
} gsasl_mechanism;

static ssmtp_sasl_status gsasl_failed(ssmtp_error *error, const char *format, const char *detail)
{
	ssmtp_error_set(error, SSMTP_ERROR_AUTH, SSMTP_E_PROTOCOL, format, detail);
	return SSMTP_SASL_FAILED;
}

/* Value of attribute i= of the server-first-message (RFC 5802 section 5.1); -1 when there is none. */
static long scram_iterations(ssmtp_slice message)
{
	long value = 0;

	while (message.len > 0) {
		size_t len = ssmtp_slice_find(message, ',');
		ssmtp_slice attribute = ssmtp_slice_head(message, len);

		message = ssmtp_slice_skip(message, len + 1);
		if (attribute.len < 3 || attribute.len > 9 || attribute.ptr[0] != 'i' || attribute.ptr[1] != '=') {
			continue;
		}
		for (size_t i = 2; i < attribute.len; i++) {
			if (!ssmtp_is_digit(attribute.ptr[i])) {
				return -1;
			}
			value = value * 10 + (attribute.ptr[i] - '0');
		}
		return value;
	}
	return -1;
}

static bool scram_check_count(gsasl_mechanism *mechanism, ssmtp_slice challenge, ssmtp_error *error)
{
	long count = scram_iterations(challenge);

	if (count < ITERATIONS_MIN || count > ITERATIONS_MAX) {
		return ssmtp_error_set(error, SSMTP_ERROR_AUTH, SSMTP_E_PROTOCOL,
			"%s: the server's iteration count %ld is not between %d and %d.", mechanism->base.vtable->name, count,
			ITERATIONS_MIN, ITERATIONS_MAX);
	}
	mechanism->counted = true;
	return true;
}

/* RFC 5802 section 7: in server-final-message, e= instead of the verifier. */
static bool scram_is_error(ssmtp_slice challenge)
{
	return challenge.len > 2 && challenge.ptr[0] == 'e' && challenge.ptr[1] == '=';
}

static bool gsasl_check_challenge(gsasl_mechanism *mechanism, ssmtp_slice challenge, ssmtp_error *error)
{
	const char *name = mechanism->base.vtable->name;

	if (challenge.len > CHALLENGE_MAX) {
		return ssmtp_error_set(
			error, SSMTP_ERROR_AUTH, SSMTP_E_PROTOCOL, "%s: the challenge exceeds %d octets.", name, CHALLENGE_MAX);
	}
	if (mechanism->ntlm) {
		return !mechanism->begun || ssmtp_ntlm_check_challenge(challenge, error);
	}
	if (memchr(challenge.len > 0 ? (const char *) challenge.ptr : "", '\0', challenge.len) != NULL) {
		return ssmtp_error_set(error, SSMTP_ERROR_AUTH, SSMTP_E_PROTOCOL, "%s: the challenge holds NUL.", name);
	}
	if (!mechanism->scram || !mechanism->begun) {
		return true;
	}
	if (scram_is_error(challenge)) {
		return ssmtp_error_set(error, SSMTP_ERROR_AUTH, SSMTP_E_PROTOCOL, "%s: the server answered \"%.*s\".", name,
			SSMTP_SLICE_FMT(ssmtp_slice_head(ssmtp_slice_skip(challenge, 2), 100)));
	}
	return mechanism->counted || scram_check_count(mechanism, challenge, error);
}

static ssmtp_sasl_status gsasl_step_library(
	gsasl_mechanism *mechanism, ssmtp_slice challenge, ssmtp_buf *response, ssmtp_error *error)
{
	const char *input = challenge.len > 0 ? (const char *) challenge.ptr : "";
	char *output = NULL;
	size_t len = 0;
	int result = mechanism->gsasl->step(mechanism->session, input, challenge.len, &output, &len);
	bool stored;

	if (result != GSASL_OK && result != GSASL_NEEDS_MORE) {
		ssmtp_error_set(error, SSMTP_ERROR_AUTH, SSMTP_E_PROTOCOL, "%s: %s.", mechanism->base.vtable->name,
			result == GSASL_AUTHENTICATION_ERROR ? "the server did not prove that it knows the password"
												 : mechanism->gsasl->strerror(result));
		mechanism->gsasl->free(output);
		return SSMTP_SASL_FAILED;
	}
	stored = ssmtp_buf_append(response, output, len);
	if (output != NULL) {
		ssmtp_wipe(output, len);
	}
	mechanism->gsasl->free(output);
	if (!stored) {
		ssmtp_error_nomem(error);
		return SSMTP_SASL_FAILED;
	}
	mechanism->finished = result == GSASL_OK;
	return mechanism->finished ? SSMTP_SASL_DONE : SSMTP_SASL_CONTINUE;
}

static ssmtp_sasl_status gsasl_mechanism_step(
	ssmtp_sasl *sasl, ssmtp_slice challenge, ssmtp_buf *response, ssmtp_error *error)
{
	gsasl_mechanism *mechanism = (gsasl_mechanism *) sasl;
	ssmtp_sasl_status status;

	if (mechanism->finished) {
		/* An empty challenge behind the proof is answered by an empty response (RFC 4954 section 4). */
		return challenge.len == 0
				   ? SSMTP_SASL_DONE
				   : gsasl_failed(error, "%s: a challenge after the exchange was complete.", sasl->vtable->name);
	}
	if (!gsasl_check_challenge(mechanism, challenge, error)) {
		return SSMTP_SASL_FAILED;
	}
	status = gsasl_step_library(mechanism, challenge, response, error);
	mechanism->begun = true;
	return status;
}

static bool gsasl_mechanism_complete(const ssmtp_sasl *sasl)
{
	return ((const gsasl_mechanism *) sasl)->finished;
}

/* GNU SASL keeps the password as a property and does not wipe it. */
static void gsasl_wipe_property(const gsasl_mechanism *mechanism, Gsasl_property property)
{
	char *value = (char *) (uintptr_t) mechanism->gsasl->property_fast(mechanism->session, property);

	if (value != NULL) {
		ssmtp_wipe(value, strlen(value));
	}
}

static void gsasl_mechanism_free(ssmtp_sasl *sasl)
{
	gsasl_mechanism *mechanism = (gsasl_mechanism *) sasl;

	if (mechanism->session != NULL) {
		gsasl_wipe_property(mechanism, GSASL_PASSWORD);
		mechanism->gsasl->finish(mechanism->session);
	}
	if (mechanism->library != NULL) {
		mechanism->gsasl->done(mechanism->library);
	}
	ssmtp_free(mechanism);
}

static bool gsasl_set(gsasl_mechanism *mechanism, Gsasl_property property, ssmtp_slice value, ssmtp_error *error)
{
	if (memchr(value.len > 0 ? (const char *) value.ptr : "", '\0', value.len) != NULL) {
		return ssmtp_error_set(error, SSMTP_ERROR_ARGUMENT, SSMTP_E_INVAL, "%s: user and password must not hold NUL.",
			mechanism->base.vtable->name);
	}
	return mechanism->gsasl->property_set_raw(
			   mechanism->session, property, value.len > 0 ? (const char *) value.ptr : "", value.len) == GSASL_OK ||
		   ssmtp_error_nomem(error);
}

static bool gsasl_set_binding(
	gsasl_mechanism *mechanism, Gsasl_property property, ssmtp_slice octets, ssmtp_error *error)
{
	ssmtp_buf text;
	bool ok;

	if (octets.len == 0) {
		return true;
	}
	ssmtp_buf_init(&text, 1024);
	ok = ssmtp_base64_append(&text, octets) ? gsasl_set(mechanism, property, ssmtp_buf_slice(&text), error)
											: ssmtp_error_nomem(error);
	ssmtp_buf_free(&text);
	return ok;
}

/* RFC 9266 section 3: tls-exporter where there is one; GNU SASL takes tls-unique otherwise. */
static bool gsasl_set_bindings(
	gsasl_mechanism *mechanism, const ssmtp_sasl_credentials *credentials, bool plus, ssmtp_error *error)
{
	if (!plus) {
		/* Without the property the message says "n": we did not bind (RFC 5802 section 6). */
		return true;
	}
	if (credentials->tls_exporter.len == 0 && credentials->tls_unique.len == 0) {
		return ssmtp_error_set(error, SSMTP_ERROR_AUTH, SSMTP_E_INVALID_STATE,
			"%s needs TLS with a channel binding, which this connection does not have.", mechanism->base.vtable->name);
	}
	if (credentials->tls_exporter.len > 0) {
		return gsasl_set_binding(mechanism, GSASL_CB_TLS_EXPORTER, credentials->tls_exporter, error);
	}
	return gsasl_set_binding(mechanism, GSASL_CB_TLS_UNIQUE, credentials->tls_unique, error);
}

/* libntlm knows user@domain only, and writes both into an array. */
#define NTLM_USER_MAX 256
static bool gsasl_set_ntlm_user(gsasl_mechanism *mechanism, ssmtp_slice user, ssmtp_error *error)
{
	size_t at = ssmtp_slice_find(user, '\\');
	ssmtp_buf text;
	bool ok;

	if (user.len > NTLM_USER_MAX) {
		return ssmtp_error_argument(error, "NTLM: User has more than %d octets.", NTLM_USER_MAX);
	}
	if (at == user.len) {
		return gsasl_set(mechanism, GSASL_AUTHID, user, error);
	}
	ssmtp_buf_init(&text, NTLM_USER_MAX);
	ok = ssmtp_buf_append_slice(&text, ssmtp_slice_skip(user, at + 1)) && ssmtp_buf_append_octet(&text, '@') &&
		 ssmtp_buf_append_slice(&text, ssmtp_slice_head(user, at));
	ok = ok ? gsasl_set(mechanism, GSASL_AUTHID, ssmtp_buf_slice(&text), error) : ssmtp_error_nomem(error);
	ssmtp_buf_free(&text);
	return ok;
}

static bool gsasl_set_user(gsasl_mechanism *mechanism, ssmtp_slice user, ssmtp_error *error)
{
	return mechanism->ntlm ? gsasl_set_ntlm_user(mechanism, user, error)
						   : gsasl_set(mechanism, GSASL_AUTHID, user, error);
}

static bool gsasl_configure(
	gsasl_mechanism *mechanism, const ssmtp_sasl_credentials *credentials, bool plus, ssmtp_error *error)
{
	if (!gsasl_set_user(mechanism, credentials->user, error) ||
		!gsasl_set(mechanism, GSASL_PASSWORD, credentials->password, error) ||
		!gsasl_set(mechanism, GSASL_SERVICE, SSMTP_SLICE("smtp"), error) ||
		!gsasl_set(mechanism, GSASL_HOSTNAME, credentials->host, error)) {
		return false;
	}
	if (credentials->authzid.len > 0 && !gsasl_set(mechanism, GSASL_AUTHZID, credentials->authzid, error)) {
		return false;
	}
	return gsasl_set_bindings(mechanism, credentials, plus, error);
}

static ssmtp_sasl *gsasl_mechanism_new(
	const ssmtp_sasl_vtable *vtable, bool plus, const ssmtp_sasl_credentials *credentials, ssmtp_error *error)
{
	gsasl_mechanism *mechanism = ssmtp_alloc_zero(sizeof(*mechanism));
	ssmtp_sasl *made;

	if (mechanism == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	made = &mechanism->base;
	made->vtable = vtable;
	mechanism->gsasl = ssmtp_late_gsasl(error);
	if (mechanism->gsasl == NULL) {
		ssmtp_sasl_free(&made);
		return NULL;
	}
	mechanism->scram = strncmp(vtable->name, "SCRAM-", 6) == 0;
	mechanism->ntlm = strcmp(vtable->name, "NTLM") == 0;
	if (mechanism->gsasl->init(&mechanism->library) != GSASL_OK ||
		mechanism->gsasl->client_start(mechanism->library, vtable->name, &mechanism->session) != GSASL_OK) {
		ssmtp_error_set(error, SSMTP_ERROR_AUTH, SSMTP_E_CREDENTIALS, "This GNU SASL does not have %s.", vtable->name);
		ssmtp_sasl_free(&made);
	} else if (!gsasl_configure(mechanism, credentials, plus, error)) {
		ssmtp_sasl_free(&made);
	}
	return made;
}

#define GSASL_MECHANISM(identifier, text, flag_set, plus)                                                              \
	static const ssmtp_sasl_vtable identifier##_vtable = { text, flag_set, gsasl_mechanism_step,                       \
		gsasl_mechanism_complete, gsasl_mechanism_free };                                                              \
	ssmtp_sasl *ssmtp_sasl_##identifier##_new(const ssmtp_sasl_credentials *credentials, ssmtp_error *error)           \
	{                                                                                                                  \
		return gsasl_mechanism_new(&identifier##_vtable, plus, credentials, error);                                    \
	}

GSASL_MECHANISM(scram_sha256_plus, "SCRAM-SHA-256-PLUS", SSMTP_SASL_CLIENT_FIRST | SSMTP_SASL_PROVES_SERVER, true)
GSASL_MECHANISM(scram_sha256, "SCRAM-SHA-256", SSMTP_SASL_CLIENT_FIRST | SSMTP_SASL_PROVES_SERVER, false)
GSASL_MECHANISM(scram_sha1_plus, "SCRAM-SHA-1-PLUS", SSMTP_SASL_CLIENT_FIRST | SSMTP_SASL_PROVES_SERVER, true)
GSASL_MECHANISM(scram_sha1, "SCRAM-SHA-1", SSMTP_SASL_CLIENT_FIRST | SSMTP_SASL_PROVES_SERVER, false)
GSASL_MECHANISM(ntlm1, "NTLM", SSMTP_SASL_CLIENT_FIRST, false)
GSASL_MECHANISM(digest_md5, "DIGEST-MD5", SSMTP_SASL_PROVES_SERVER, false)

#endif
