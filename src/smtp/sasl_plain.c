/* PLAIN (RFC 4616), LOGIN (draft-murchison-sasl-login), EXTERNAL (RFC 4422
 * appendix A), and what they share with the mechanisms of sasl_oauth.c. */
#include "smtp/sasl_text.h"

#include "base/alloc.h"

/* ---- prepared texts ---- */

sasl_text *ssmtp_sasl_text_new(const ssmtp_sasl_vtable *vtable, unsigned count, ssmtp_error *error)
{
	sasl_text *text = ssmtp_alloc_zero(sizeof(*text));

	if (text == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	text->sasl.vtable = vtable;
	text->count = count;
	for (unsigned i = 0; i < SASL_TEXT_STEPS; i++) {
		ssmtp_buf_init_secret(&text->texts[i], SSMTP_BUF_MAX_DEFAULT);
	}
	return text;
}

ssmtp_sasl_status ssmtp_sasl_text_step(ssmtp_sasl *sasl, ssmtp_slice challenge, ssmtp_buf *response, ssmtp_error *error)
{
	sasl_text *text = (sasl_text *) sasl;

	(void) challenge;
	if (!ssmtp_buf_append_slice(response, ssmtp_buf_slice(&text->texts[text->at]))) {
		ssmtp_error_nomem(error);
		return SSMTP_SASL_FAILED;
	}
	text->at++;
	return text->at == text->count ? SSMTP_SASL_DONE : SSMTP_SASL_CONTINUE;
}

void ssmtp_sasl_text_free(ssmtp_sasl *sasl)
{
	sasl_text *text = (sasl_text *) sasl;

	for (unsigned i = 0; i < SASL_TEXT_STEPS; i++) {
		ssmtp_buf_free(&text->texts[i]);
	}
	ssmtp_free(text);
}

ssmtp_sasl *ssmtp_sasl_text_finish(sasl_text *text, bool written, ssmtp_error *error)
{
	if (!written) {
		ssmtp_error_nomem(error);
		ssmtp_sasl_text_free(&text->sasl);
		return NULL;
	}
	return &text->sasl;
}

bool ssmtp_sasl_text_check(ssmtp_slice value, const char *what, const char *mechanism, ssmtp_error *error)
{
	for (size_t i = 0; i < value.len; i++) {
		if (value.ptr[i] <= 1 || value.ptr[i] == '\r' || value.ptr[i] == '\n') {
			return ssmtp_error_argument(error, "%s holds a control octet and cannot be sent by %s.", what, mechanism);
		}
	}
	return true;
}

/* ---- PLAIN ---- */

static const ssmtp_sasl_vtable sasl_plain = { "PLAIN", SSMTP_SASL_REVEALS_SECRET | SSMTP_SASL_CLIENT_FIRST,
	ssmtp_sasl_text_step, NULL, ssmtp_sasl_text_free };

static bool sasl_plain_has_nul(ssmtp_slice value)
{
	return ssmtp_slice_find(value, 0) != value.len;
}

ssmtp_sasl *ssmtp_sasl_plain_new(const ssmtp_sasl_credentials *credentials, ssmtp_error *error)
{
	sasl_text *text;
	ssmtp_buf *message;

	/* RFC 4616 section 2: NUL separates and stands in none of the three. */
	if (sasl_plain_has_nul(credentials->authzid) || sasl_plain_has_nul(credentials->user) ||
		sasl_plain_has_nul(credentials->password)) {
		ssmtp_error_argument(error, "User, Password or AuthorizationIdentity holds a NUL and cannot be sent by PLAIN.");
		return NULL;
	}
	text = ssmtp_sasl_text_new(&sasl_plain, 1, error);
	if (text == NULL) {
		return NULL;
	}
	message = &text->texts[0];
	return ssmtp_sasl_text_finish(text,
		ssmtp_buf_append_slice(message, credentials->authzid) && ssmtp_buf_append_octet(message, 0) &&
			ssmtp_buf_append_slice(message, credentials->user) && ssmtp_buf_append_octet(message, 0) &&
			ssmtp_buf_append_slice(message, credentials->password),
		error);
}

/* ---- LOGIN ---- */

/* The prompts are "Username:" and "Password:", but servers write what they
 * like: the order decides. */
static const ssmtp_sasl_vtable sasl_login = { "LOGIN", SSMTP_SASL_REVEALS_SECRET, ssmtp_sasl_text_step, NULL,
	ssmtp_sasl_text_free };

ssmtp_sasl *ssmtp_sasl_login_new(const ssmtp_sasl_credentials *credentials, ssmtp_error *error)
{
	sasl_text *text = ssmtp_sasl_text_new(&sasl_login, 2, error);

	if (text == NULL) {
		return NULL;
	}
	return ssmtp_sasl_text_finish(text,
		ssmtp_buf_append_slice(&text->texts[0], credentials->user) &&
			ssmtp_buf_append_slice(&text->texts[1], credentials->password),
		error);
}

/* ---- EXTERNAL ---- */

static const ssmtp_sasl_vtable sasl_external = { "EXTERNAL", SSMTP_SASL_CLIENT_FIRST, ssmtp_sasl_text_step, NULL,
	ssmtp_sasl_text_free };

ssmtp_sasl *ssmtp_sasl_external_new(const ssmtp_sasl_credentials *credentials, ssmtp_error *error)
{
	sasl_text *text;

	if (!ssmtp_sasl_text_check(credentials->authzid, "AuthorizationIdentity", "EXTERNAL", error)) {
		return NULL;
	}
	text = ssmtp_sasl_text_new(&sasl_external, 1, error);
	if (text == NULL) {
		return NULL;
	}
	return ssmtp_sasl_text_finish(text, ssmtp_buf_append_slice(&text->texts[0], credentials->authzid), error);
}
