/* Header protection of the content (RFC 9788): Sign and Encrypt freeze the
 * header section, Send writes what belongs to it and refuses another. */
#include "client/client_priv.h"

#include "base/ascii.h"
#include "mime/content_type.h"
#include "mime/entity.h"
#include "mime/protect.h"

static void protection_init(ssmtp_protection *protection)
{
	memset(protection, 0, sizeof(*protection));
	ssmtp_buf_init(&protection->inner, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&protection->outer, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_compose_stars_init(&protection->stars);
}

void ssmtp_protection_free(ssmtp_protection *protection)
{
	ssmtp_buf_free(&protection->inner);
	ssmtp_buf_free(&protection->outer);
	ssmtp_compose_stars_free(&protection->stars);
	memset(protection, 0, sizeof(*protection));
}

typedef struct split_headers {
	ssmtp_buf content; /* Content-* lines */
	ssmtp_buf rest;
} split_headers;

static bool split_begin(split_headers *split, const ssmtp_settings *settings, ssmtp_error *error)
{
	ssmtp_buf_init(&split->content, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&split->rest, SSMTP_BUF_MAX_DEFAULT);
	return ssmtp_entity_split_fields(
		ssmtp_slice_of(settings->other_headers, settings->other_headers_len), &split->content, &split->rest, error);
}

static void split_free(split_headers *split)
{
	ssmtp_buf_free(&split->content);
	ssmtp_buf_free(&split->rest);
}

/* The section as the settings have it now is the one that was protected. */
static bool protection_unchanged(ssmtp_client *client, const ssmtp_settings *settings, ssmtp_error *error)
{
	ssmtp_protection *held = &client->content.protection;
	split_headers split;
	ssmtp_buf now;
	ssmtp_slice field = SSMTP_SLICE_EMPTY;
	bool ok;

	ssmtp_buf_init(&now, SSMTP_BUF_MAX_DEFAULT);
	ok = split_begin(&split, settings, error) &&
		 ssmtp_compose_section(client, settings, ssmtp_buf_slice(&split.rest), &held->stars, &now, error);
	if (ok) {
		field = ssmtp_protect_difference(ssmtp_buf_slice(&held->inner), ssmtp_buf_slice(&now));
		ok = field.len == 0 || ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_INVALID_STATE,
								   "%.*s is not as Sign or Encrypt protected it: set every header field before, then "
								   "the message anew, and "
								   "sign or encrypt again (HeaderProtection).",
								   (int) (field.len > 100 ? 100 : field.len), (const char *) field.ptr);
	}
	split_free(&split);
	ssmtp_buf_free(&now);
	return ok;
}

bool ssmtp_protection_check(ssmtp_client *client, const ssmtp_settings *settings, ssmtp_error *error)
{
	return !client->content.protection.active || protection_unchanged(client, settings, error);
}

bool ssmtp_protection_write(ssmtp_client *client, const ssmtp_settings *settings, ssmtp_buf *out, ssmtp_error *error)
{
	const ssmtp_protection *held = &client->content.protection;

	return protection_unchanged(client, settings, error) &&
		   ((ssmtp_buf_append_slice(out, ssmtp_buf_slice(&held->outer)) &&
				ssmtp_buf_append_str(out, "MIME-Version: 1.0\r\n") &&
				ssmtp_buf_append_slice(out, ssmtp_buf_slice(&client->content.fields))) ||
			   ssmtp_error_nomem(error));
}

/* What was signed with its fields in the clear tells them to whoever compares: hiding them outside would be vain,
 * and a reader must not believe that they were hidden. */
static bool protection_again(ssmtp_client *client, bool encrypt, ssmtp_error *error)
{
	const ssmtp_settings *settings = client->settings;

	if (encrypt && settings->header_protection && !client->content.protection.cipher &&
		strcmp(settings->header_confidentiality, "None") != 0) {
		return ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_INVALID_STATE,
			"Sign protected the header fields without hiding them: call SignAndEncrypt on the message instead of Sign "
			"and "
			"Encrypt, or set HeaderConfidentiality=None.");
	}
	return protection_unchanged(client, settings, error);
}

/* Only the innermost entity carries the fields (RFC 9788 section 2.1). */
static bool protection_check_entity(ssmtp_slice fields, ssmtp_error *error)
{
	ssmtp_content_type type;

	if (!ssmtp_content_type_of(&type, fields, error)) {
		return false;
	}
	if (strcmp(type.media, "multipart/signed") == 0 || strcmp(type.media, "application/pkcs7-mime") == 0) {
		return ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_INVALID_STATE,
			"The message is signed or encrypted already, without its header fields: set HeaderProtection before the "
			"first "
			"Sign or Encrypt.");
	}
	return true;
}

bool ssmtp_protection_begin(ssmtp_client *client, ssmtp_protection *made, ssmtp_slice fields, ssmtp_slice rest,
	bool encrypt, ssmtp_error *error)
{
	const ssmtp_settings *settings = client->settings;
	ssmtp_protect_policy policy =
		encrypt ? ssmtp_protect_policy_of(settings->header_confidentiality) : SSMTP_PROTECT_NONE;
	ssmtp_buf section;

	protection_init(made);
	if (client->content.protection.active) {
		return protection_again(client, encrypt, error);
	}
	if (!settings->header_protection) {
		return true;
	}
	if (!protection_check_entity(fields, error)) {
		return false;
	}
	ssmtp_buf_init(&section, SSMTP_BUF_MAX_DEFAULT);
	made->active = ssmtp_compose_section(client, settings, rest, &made->stars, &section, error) &&
				   ssmtp_protect_copy(&made->inner, ssmtp_buf_slice(&section), error) &&
				   ssmtp_protect_outer(&made->outer, ssmtp_buf_slice(&section), policy, error);
	made->cipher = encrypt;
	ssmtp_buf_free(&section);
	if (made->active && !ssmtp_slice_is_ascii(ssmtp_buf_slice(&made->inner))) {
		made->active = false;
		return ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_CODE_PAGE,
			"HeaderProtection needs header fields in ASCII, as they are signed: write addresses with ASCII local "
			"parts.");
	}
	return made->active;
}
