/* XOAUTH2 (Google, Microsoft) and OAUTHBEARER (RFC 7628): a bearer token in the
 * initial response. A server that refuses it says why in a 334 with JSON and
 * waits for an answer; the 535 comes behind that. */
#include "smtp/sasl_text.h"

#include "base/ascii.h"
#include "smtp/oauth_reason.h"

/* With the token all is said; the second text answers an error only. */
static bool oauth_complete(const ssmtp_sasl *sasl)
{
	return ((const sasl_text *) sasl)->at > 0;
}

/* The challenge behind the token is the server's reason for the refusal that follows. */
static ssmtp_sasl_status oauth_step(ssmtp_sasl *sasl, ssmtp_slice challenge, ssmtp_buf *response, ssmtp_error *error)
{
	bool refused = oauth_complete(sasl);
	ssmtp_sasl_status status = ssmtp_sasl_text_step(sasl, challenge, response, error);

	if (refused && status == SSMTP_SASL_DONE) {
		ssmtp_oauth_reason(challenge, error);
	}
	return status;
}

static const ssmtp_sasl_vtable sasl_xoauth2 = { "XOAUTH2", SSMTP_SASL_REVEALS_SECRET | SSMTP_SASL_CLIENT_FIRST,
	oauth_step, oauth_complete, ssmtp_sasl_text_free };

static const ssmtp_sasl_vtable sasl_oauthbearer = { "OAUTHBEARER", SSMTP_SASL_REVEALS_SECRET | SSMTP_SASL_CLIENT_FIRST,
	oauth_step, oauth_complete, ssmtp_sasl_text_free };

/* Most libraries take the token where the password stands. */
static ssmtp_slice oauth_token(const ssmtp_sasl_credentials *credentials)
{
	return credentials->authzid.len > 0 ? credentials->authzid : credentials->password;
}

static bool oauth_check(const ssmtp_sasl_credentials *credentials, const char *mechanism, ssmtp_error *error)
{
	if (oauth_token(credentials).len == 0) {
		return ssmtp_error_argument(
			error, "%s needs an access token: in Password, AuthorizationIdentity or from a token provider.", mechanism);
	}
	return ssmtp_sasl_text_check(oauth_token(credentials), "The access token", mechanism, error) &&
		   ssmtp_sasl_text_check(credentials->user, "User", mechanism, error) &&
		   ssmtp_sasl_text_check(credentials->host, "MailServer", mechanism, error);
}

/* "auth=Bearer <token>^A^A"; the scheme is added where it is missing. */
static bool oauth_append_token(ssmtp_buf *out, ssmtp_slice token)
{
	ssmtp_slice scheme = SSMTP_SLICE("Bearer ");
	bool has_scheme = ssmtp_slice_equal_nocase(ssmtp_slice_head(token, scheme.len), scheme);

	return ssmtp_buf_append_str(out, has_scheme ? "auth=" : "auth=Bearer ") && ssmtp_buf_append_slice(out, token) &&
		   ssmtp_buf_append_str(out, "\1\1");
}

ssmtp_sasl *ssmtp_sasl_xoauth2_new(const ssmtp_sasl_credentials *credentials, ssmtp_error *error)
{
	sasl_text *text;
	ssmtp_buf *message;

	if (!oauth_check(credentials, "XOAUTH2", error) || (text = ssmtp_sasl_text_new(&sasl_xoauth2, 2, error)) == NULL) {
		return NULL;
	}
	message = &text->texts[0];
	/* The second text stays empty: an empty line answers the error. */
	return ssmtp_sasl_text_finish(text,
		ssmtp_buf_append_str(message, "user=") && ssmtp_buf_append_slice(message, credentials->user) &&
			ssmtp_buf_append_str(message, "\1") && oauth_append_token(message, oauth_token(credentials)),
		error);
}

/* RFC 5801 section 4: "," and "=" of a saslname are "=2C" and "=3D". */
static bool oauth_append_saslname(ssmtp_buf *out, ssmtp_slice name)
{
	bool ok = true;

	for (size_t i = 0; ok && i < name.len; i++) {
		uint8_t c = name.ptr[i];

		ok = c == ','   ? ssmtp_buf_append_str(out, "=2C")
			 : c == '=' ? ssmtp_buf_append_str(out, "=3D")
						: ssmtp_buf_append_octet(out, c);
	}
	return ok;
}

ssmtp_sasl *ssmtp_sasl_oauthbearer_new(const ssmtp_sasl_credentials *credentials, ssmtp_error *error)
{
	sasl_text *text;
	ssmtp_buf *message;

	if (!oauth_check(credentials, "OAUTHBEARER", error) ||
		(text = ssmtp_sasl_text_new(&sasl_oauthbearer, 2, error)) == NULL) {
		return NULL;
	}
	message = &text->texts[0];
	/* RFC 7628 section 3.2.3: a lone ^A answers the error. */
	return ssmtp_sasl_text_finish(text,
		ssmtp_buf_append_str(message, "n,a=") && oauth_append_saslname(message, credentials->user) &&
			ssmtp_buf_append_str(message, ",\1host=") && ssmtp_buf_append_slice(message, credentials->host) &&
			ssmtp_buf_printf(message, "\1port=%u\1", (unsigned) credentials->port) &&
			oauth_append_token(message, oauth_token(credentials)) && ssmtp_buf_append_str(&text->texts[1], "\1"),
		error);
}
