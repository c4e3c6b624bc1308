/* GSS-API calls behind GSSAPI and NTLM (see gss_context.h). */
#include "crypto/gss_context.h"

#ifdef HAVE_KRB5_GSSAPI

#include <string.h>

#define GSS_TOKEN_MAX 65536

/* RFC 2743 section 4, RFC 2744 appendix A: the library's own are variables, which only a linked program reaches. */
static gss_OID_desc gss_hostbased_service = { 10, (void *) (uintptr_t) "\x2a\x86\x48\x86\xf7\x12\x01\x02\x01\x04" };
static gss_OID_desc gss_user_name = { 10, (void *) (uintptr_t) "\x2a\x86\x48\x86\xf7\x12\x01\x02\x01\x01" };

static gss_buffer_desc gss_borrow(ssmtp_slice octets)
{
	gss_buffer_desc buffer;

	buffer.length = octets.len;
	buffer.value = octets.len > 0 ? (void *) (uintptr_t) octets.ptr : (void *) (uintptr_t) "";
	return buffer;
}

static void gss_text(const ssmtp_gss *gss, char *text, size_t room, OM_uint32 code, int type, gss_OID mechanism)
{
	gss_buffer_desc message = GSS_C_EMPTY_BUFFER;
	OM_uint32 minor;
	OM_uint32 more = 0;

	text[0] = '\0';
	if (gss->calls->display_status(&minor, code, type, mechanism, &more, &message) == GSS_S_COMPLETE) {
		size_t len = message.length < room ? message.length : room - 1;

		memcpy(text, message.value, len);
		text[len] = '\0';
		gss->calls->release_buffer(&minor, &message);
	}
}

bool ssmtp_gss_error(
	const ssmtp_gss *gss, const char *what, int code, OM_uint32 major, OM_uint32 minor, ssmtp_error *error)
{
	char major_text[160];
	char minor_text[160] = "";

	gss_text(gss, major_text, sizeof(major_text), major, GSS_C_GSS_CODE, GSS_C_NO_OID);
	if (minor != 0) {
		gss_text(gss, minor_text, sizeof(minor_text), minor, GSS_C_MECH_CODE, gss->mechanism);
	}
	ssmtp_error_set(error, SSMTP_ERROR_AUTH, code, "%s: %s: %s%s%s", gss->name, what, major_text,
		minor_text[0] != '\0' ? ": " : "", minor_text);
	return false;
}

bool ssmtp_gss_set_target(ssmtp_gss *gss, ssmtp_slice host, ssmtp_error *error)
{
	gss_buffer_desc name;
	ssmtp_buf text;
	OM_uint32 major;
	OM_uint32 minor = 0;

	ssmtp_buf_init(&text, 4096);
	if (!ssmtp_buf_append_str(&text, "smtp@") || !ssmtp_buf_append_slice(&text, host)) {
		ssmtp_buf_free(&text);
		return ssmtp_error_nomem(error);
	}
	name = gss_borrow(ssmtp_buf_slice(&text));
	major = gss->calls->import_name(&minor, &name, &gss_hostbased_service, &gss->target);
	ssmtp_buf_free(&text);
	return !GSS_ERROR(major) || ssmtp_gss_error(gss, "the server's name", SSMTP_E_CREDENTIALS, major, minor, error);
}

bool ssmtp_gss_set_password(ssmtp_gss *gss, ssmtp_slice user, ssmtp_slice password, ssmtp_error *error)
{
	gss_buffer_desc user_buffer = gss_borrow(user);
	gss_buffer_desc password_buffer = gss_borrow(password);
	gss_OID_set_desc mechanisms = { 1, gss->mechanism };
	gss_name_t name = GSS_C_NO_NAME;
	OM_uint32 minor = 0;
	OM_uint32 ignored;
	OM_uint32 major = gss->calls->import_name(&minor, &user_buffer, &gss_user_name, &name);

	if (!GSS_ERROR(major)) {
		major = gss->calls->acquire_cred_with_password(&minor, name, &password_buffer, GSS_C_INDEFINITE, &mechanisms,
			GSS_C_INITIATE, &gss->credential, NULL, NULL);
		gss->calls->release_name(&ignored, &name);
	}
	return !GSS_ERROR(major) || ssmtp_gss_error(gss, "user and password", SSMTP_E_CREDENTIALS, major, minor, error);
}

static bool gss_take_token(const ssmtp_gss *gss, gss_buffer_desc *token, ssmtp_buf *response, ssmtp_error *error)
{
	bool ok = token->length == 0 || ssmtp_buf_append(response, token->value, token->length);
	OM_uint32 minor;

	gss->calls->release_buffer(&minor, token);
	return ok || ssmtp_error_nomem(error);
}

bool ssmtp_gss_turn(ssmtp_gss *gss, ssmtp_slice token, ssmtp_buf *response, ssmtp_error *error)
{
	gss_buffer_desc input = gss_borrow(token);
	gss_buffer_desc output = GSS_C_EMPTY_BUFFER;
	OM_uint32 minor = 0;
	OM_uint32 major;

	if (token.len > GSS_TOKEN_MAX) {
		return ssmtp_error_set(error, SSMTP_ERROR_AUTH, SSMTP_E_PROTOCOL, "%s: the challenge exceeds %d octets.",
			gss->name, GSS_TOKEN_MAX);
	}
	major = gss->calls->init_sec_context(&minor, gss->credential, &gss->context, gss->target, gss->mechanism,
		gss->wanted_flags, 0, GSS_C_NO_CHANNEL_BINDINGS,
		gss->context == GSS_C_NO_CONTEXT ? GSS_C_NO_BUFFER : &input, NULL, &output, &gss->flags, NULL);
	if (GSS_ERROR(major)) {
		OM_uint32 ignored;

		gss->calls->release_buffer(&ignored, &output);
		return ssmtp_gss_error(gss, "authentication", SSMTP_E_PROTOCOL, major, minor, error);
	}
	gss->complete = (major & GSS_S_CONTINUE_NEEDED) == 0;
	return gss_take_token(gss, &output, response, error);
}

void ssmtp_gss_release(ssmtp_gss *gss)
{
	OM_uint32 minor;

	if (gss->context != GSS_C_NO_CONTEXT) {
		gss->calls->delete_sec_context(&minor, &gss->context, GSS_C_NO_BUFFER);
	}
	if (gss->credential != GSS_C_NO_CREDENTIAL) {
		gss->calls->release_cred(&minor, &gss->credential);
	}
	if (gss->target != GSS_C_NO_NAME) {
		gss->calls->release_name(&minor, &gss->target);
	}
}

#endif
