/* VIEW rows: properties that show what other rows or the recipients store. */
#include "settings/settings_internal.h"

static bool give_bool(ssmtp_value *result, bool value)
{
	result->type = SSMTP_VALUE_BOOL;
	result->number = value;
	return true;
}

static bool give_number(ssmtp_value *result, int64_t value)
{
	result->type = SSMTP_VALUE_INT;
	result->number = value;
	return true;
}

static bool give_text(ssmtp_value *result, ssmtp_slice value)
{
	result->type = SSMTP_VALUE_STRING;
	result->text = value;
	return true;
}

static bool set_text(ssmtp_settings *settings, ssmtp_setting_id id, const char *text, ssmtp_error *error)
{
	ssmtp_value value = { SSMTP_VALUE_STRING, 0, ssmtp_slice_str(text) };

	return ssmtp_settings_set(settings, ssmtp_settings_row(id), 0, &value, error);
}

/* SSLEnabled: spec properties 3.4. */
bool ssmtp_view_get_ssl_enabled(ssmtp_settings *settings, size_t index, ssmtp_value *result, ssmtp_error *error)
{
	(void) index, (void) error;
	return give_bool(result, settings->ssl_start_mode != SSMTP_SSL_NONE);
}

bool ssmtp_view_set_ssl_enabled(ssmtp_settings *settings, size_t index, const ssmtp_value *given, ssmtp_error *error)
{
	(void) index, (void) error;
	if (!given->number) {
		settings->ssl_start_mode = SSMTP_SSL_NONE;
	} else if (settings->ssl_start_mode == SSMTP_SSL_NONE) {
		settings->ssl_start_mode = SSMTP_SSL_AUTOMATIC;
	}
	return true;
}

/* Config SSLProvider: another spelling of property 63. */
bool ssmtp_view_get_ssl_provider_name(ssmtp_settings *settings, size_t index, ssmtp_value *result, ssmtp_error *error)
{
	(void) settings, (void) index, (void) error;
	return give_text(result, SSMTP_SLICE("OpenSSL"));
}

bool ssmtp_view_set_ssl_provider_name(
	ssmtp_settings *settings, size_t index, const ssmtp_value *given, ssmtp_error *error)
{
	ssmtp_slice name = given->text;

	(void) index, (void) error;
	settings->ssl_provider = name.len > 0 && (name.ptr[0] == '1' || (name.ptr[0] | 0x20) == 'p') ? SSMTP_SSLP_PLATFORM
																								 : SSMTP_SSLP_AUTOMATIC;
	return true;
}

bool ssmtp_view_get_use_pss(ssmtp_settings *settings, size_t index, ssmtp_value *result, ssmtp_error *error)
{
	(void) index, (void) error;
	return give_bool(result, strcmp(settings->signature_scheme, "PSS") == 0);
}

bool ssmtp_view_set_use_pss(ssmtp_settings *settings, size_t index, const ssmtp_value *given, ssmtp_error *error)
{
	(void) index;
	return set_text(settings, SSMTP_ID_SIGNATURE_SCHEME, given->number ? "PSS" : "Auto", error);
}

bool ssmtp_view_get_use_oaep(ssmtp_settings *settings, size_t index, ssmtp_value *result, ssmtp_error *error)
{
	(void) index, (void) error;
	return give_bool(result, strcmp(settings->key_encryption_algorithm, "OAEP") == 0);
}

bool ssmtp_view_set_use_oaep(ssmtp_settings *settings, size_t index, const ssmtp_value *given, ssmtp_error *error)
{
	(void) index;
	return set_text(settings, SSMTP_ID_KEY_ENCRYPTION_ALGORITHM, given->number ? "OAEP" : "Auto", error);
}

/* MessageRecipientCount and the fields of one recipient. */
bool ssmtp_view_get_message_recipient_count(
	ssmtp_settings *settings, size_t index, ssmtp_value *result, ssmtp_error *error)
{
	(void) index, (void) error;
	return give_number(result, (int64_t) settings->recipient_count);
}

bool ssmtp_view_set_message_recipient_count(
	ssmtp_settings *settings, size_t index, const ssmtp_value *given, ssmtp_error *error)
{
	(void) index;
	return ssmtp_settings_recipients_resize(settings, (size_t) given->number, error);
}

static ssmtp_recipient *recipient_at(ssmtp_settings *settings, ssmtp_setting_id id, size_t index, ssmtp_error *error)
{
	return ssmtp_settings_index(ssmtp_settings_row(id), index, settings->recipient_count, error)
			   ? &settings->recipients[index]
			   : NULL;
}

static bool text_replace(const char **field, ssmtp_slice value, ssmtp_error *error)
{
	const char *text = ssmtp_text_new(value);

	if (text == NULL) {
		return ssmtp_error_nomem(error);
	}
	ssmtp_text_release(*field, NULL);
	*field = text;
	return true;
}

#define RECIPIENT_TEXT(view, id, member)                                                                               \
	bool ssmtp_view_get_##view(ssmtp_settings *settings, size_t index, ssmtp_value *result, ssmtp_error *error)        \
	{                                                                                                                  \
		const ssmtp_recipient *recipient = recipient_at(settings, id, index, error);                                   \
                                                                                                                       \
		return recipient != NULL && give_text(result, ssmtp_slice_str(recipient->member));                             \
	}                                                                                                                  \
	bool ssmtp_view_set_##view(ssmtp_settings *settings, size_t index, const ssmtp_value *given, ssmtp_error *error)   \
	{                                                                                                                  \
		ssmtp_recipient *recipient = recipient_at(settings, id, index, error);                                         \
                                                                                                                       \
		return recipient != NULL && text_replace(&recipient->member, given->text, error);                              \
	}

RECIPIENT_TEXT(message_recipient_address, SSMTP_ID_MESSAGE_RECIPIENT_ADDRESS, address)
RECIPIENT_TEXT(message_recipient_name, SSMTP_ID_MESSAGE_RECIPIENT_NAME, name)
RECIPIENT_TEXT(message_recipient_options, SSMTP_ID_MESSAGE_RECIPIENT_OPTIONS, options)

bool ssmtp_view_get_message_recipient_type(
	ssmtp_settings *settings, size_t index, ssmtp_value *result, ssmtp_error *error)
{
	const ssmtp_recipient *recipient = recipient_at(settings, SSMTP_ID_MESSAGE_RECIPIENT_TYPE, index, error);

	return recipient != NULL && give_number(result, recipient->type);
}

bool ssmtp_view_set_message_recipient_type(
	ssmtp_settings *settings, size_t index, const ssmtp_value *given, ssmtp_error *error)
{
	ssmtp_recipient *recipient = recipient_at(settings, SSMTP_ID_MESSAGE_RECIPIENT_TYPE, index, error);

	if (recipient == NULL) {
		return false;
	}
	recipient->type = (int) given->number;
	return true;
}

static bool list_parse(ssmtp_settings *settings, ssmtp_setting_id id, int type, ssmtp_slice text, ssmtp_error *error)
{
	if (ssmtp_settings_recipients_parse(settings, type, text, error)) {
		return true;
	}
	ssmtp_setting_name_in(ssmtp_settings_row(id), error);
	return false;
}

/* SendTo, Cc and BCc: the recipients of one type as a list. */
#define RECIPIENT_LIST(view, id, recipient_type)                                                                       \
	bool ssmtp_view_get_##view(ssmtp_settings *settings, size_t index, ssmtp_value *result, ssmtp_error *error)        \
	{                                                                                                                  \
		(void) index;                                                                                                  \
		ssmtp_buf_clear(&settings->scratch);                                                                           \
		return ssmtp_settings_recipients_list(settings, recipient_type, &settings->scratch, error) &&                  \
			   give_text(result, ssmtp_buf_slice(&settings->scratch));                                                 \
	}                                                                                                                  \
	bool ssmtp_view_set_##view(ssmtp_settings *settings, size_t index, const ssmtp_value *given, ssmtp_error *error)   \
	{                                                                                                                  \
		(void) index;                                                                                                  \
		return list_parse(settings, id, recipient_type, given->text, error);                                           \
	}

RECIPIENT_LIST(send_to, SSMTP_ID_SEND_TO, SSMTP_RT_TO)
RECIPIENT_LIST(cc, SSMTP_ID_CC, SSMTP_RT_CC)
RECIPIENT_LIST(bcc, SSMTP_ID_BCC, SSMTP_RT_BCC)
