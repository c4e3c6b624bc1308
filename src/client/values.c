/* Reading and writing settings through the client: values that only a
 * connection, a certificate or a message knows, and the rules of spec
 * properties 1.4. */
#include "client/client_priv.h"

#include <stdio.h>

#include "crypto/digest.h"
#include "crypto/tls.h"
#include "mime/header.h"

#define VALUES_LICENCE                                                                                                 \
	"Product: ssmtp\r\nLicense Source: built in\r\nLicense Type: BSD-3-Clause, no key needed\r\nLast Valid Build: none"

typedef bool (*value_getter)(ssmtp_client *client, size_t index, ssmtp_value *value, ssmtp_error *error);

static bool value_text(ssmtp_client *client, ssmtp_value *value)
{
	value->type = SSMTP_VALUE_STRING;
	value->text = ssmtp_buf_slice(&client->scratch);
	return true;
}

static bool value_number(ssmtp_value *value, ssmtp_value_type type, int64_t number)
{
	*value = (ssmtp_value) { type, number, SSMTP_SLICE_EMPTY };
	return true;
}

static bool value_string(ssmtp_client *client, const char *text, ssmtp_value *value, ssmtp_error *error)
{
	return ssmtp_buf_append_str(&client->scratch, text) ? value_text(client, value) : ssmtp_error_nomem(error);
}

static bool get_connected(ssmtp_client *client, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	(void) index;
	(void) error;
	return value_number(value, SSMTP_VALUE_BOOL, ssmtp_client_connected(client));
}

static bool get_idle(ssmtp_client *client, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	(void) index;
	(void) error;
	return value_number(value, SSMTP_VALUE_BOOL, !ssmtp_client_busy(client));
}

static bool get_last_reply(ssmtp_client *client, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	const ssmtp_connection *shown = ssmtp_client_shown(client);
	ssmtp_slice reply =
		shown->session == NULL ? ssmtp_buf_slice(&shown->last_reply) : ssmtp_session_last_reply(shown->session);

	(void) index;
	return ssmtp_buf_append_slice(&client->scratch, reply) ? value_text(client, value) : ssmtp_error_nomem(error);
}

static bool get_local_host(ssmtp_client *client, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	uint16_t port;
	bool ok;

	(void) index;
	if (ssmtp_client_shown(client)->connected) {
		ok = ssmtp_tcp_local(ssmtp_client_shown(client)->tcp, &client->scratch, &port);
	} else if (client->settings->local_host[0] != '\0') {
		ok = ssmtp_buf_append_str(&client->scratch, client->settings->local_host);
	} else {
		ok = ssmtp_net_host_name(&client->scratch);
	}
	return ok ? value_text(client, value) : ssmtp_error_nomem(error);
}

static bool get_local_port(ssmtp_client *client, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	uint16_t port = (uint16_t) client->settings->local_port;
	ssmtp_buf ignored;

	(void) index;
	(void) error;
	ssmtp_buf_init(&ignored, 256);
	if (ssmtp_client_shown(client)->connected) {
		ssmtp_tcp_local(ssmtp_client_shown(client)->tcp, &ignored, &port);
	}
	ssmtp_buf_free(&ignored);
	return value_number(value, SSMTP_VALUE_INT, port);
}

static bool get_in_buffer(ssmtp_client *client, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	int in = (int) client->settings->in_buffer_size, out;

	(void) index;
	(void) error;
	if (ssmtp_client_shown(client)->connected) {
		ssmtp_tcp_buffer_sizes(ssmtp_client_shown(client)->tcp, &in, &out);
	}
	return value_number(value, SSMTP_VALUE_INT, in);
}

static bool get_out_buffer(ssmtp_client *client, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	int in, out = (int) client->settings->out_buffer_size;

	(void) index;
	(void) error;
	if (ssmtp_client_shown(client)->connected) {
		ssmtp_tcp_buffer_sizes(ssmtp_client_shown(client)->tcp, &in, &out);
	}
	return value_number(value, SSMTP_VALUE_INT, out);
}

static bool get_headers(ssmtp_client *client, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	(void) index;
	return ssmtp_compose_view(client, &client->scratch, error) && value_text(client, value);
}

static bool get_header_count(ssmtp_client *client, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	ssmtp_header_field field;
	ssmtp_slice section;
	int64_t count = 0;

	(void) index;
	if (!ssmtp_compose_view(client, &client->scratch, error)) {
		return false;
	}
	section = ssmtp_buf_slice(&client->scratch);
	while (ssmtp_header_next(&section, &field)) {
		count++;
	}
	return value_number(value, SSMTP_VALUE_INT, count);
}

/* Field number index of the header section; 10022 behind the last. */
static bool header_at(ssmtp_client *client, int id, size_t index, ssmtp_header_field *field, ssmtp_error *error)
{
	ssmtp_slice section;
	size_t count = 0;

	if (!ssmtp_compose_view(client, &client->scratch, error)) {
		return false;
	}
	section = ssmtp_buf_slice(&client->scratch);
	while (ssmtp_header_next(&section, field)) {
		if (count++ == index) {
			return true;
		}
	}
	return ssmtp_settings_index(ssmtp_settings_row((ssmtp_setting_id) id), index, count, error);
}

static bool get_header_field(ssmtp_client *client, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	ssmtp_header_field field;

	if (!header_at(client, SSMTP_ID_MESSAGE_HEADER_FIELD, index, &field, error)) {
		return false;
	}
	value->type = SSMTP_VALUE_STRING;
	value->text = field.name;
	return true;
}

static bool get_header_value(ssmtp_client *client, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	ssmtp_header_field field;
	ssmtp_buf unfolded;
	bool ok;

	if (!header_at(client, SSMTP_ID_MESSAGE_HEADER_VALUE, index, &field, error)) {
		return false;
	}
	ssmtp_buf_init(&unfolded, SSMTP_BUF_MAX_DEFAULT);
	ok = ssmtp_header_unfold(&unfolded, field.value);
	ssmtp_buf_free(&client->scratch);
	client->scratch = unfolded;
	return ok ? value_text(client, value) : ssmtp_error_nomem(error);
}

static bool get_message_text(ssmtp_client *client, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	(void) index;
	value->type = SSMTP_VALUE_STRING;
	return ssmtp_content_show_text(client, &value->text, error);
}

static bool get_other_headers(ssmtp_client *client, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	(void) index;
	return ssmtp_content_show_headers(client, &client->scratch, error) && value_text(client, value);
}

static bool get_transfer_text(ssmtp_client *client, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	(void) index;
	if (ssmtp_client_busy(client) && client->transfer_chunk.len > 0) {
		value->type = SSMTP_VALUE_STRING;
		value->text = client->transfer_chunk;
		return true;
	}
	return ssmtp_content_transfer_text(client, &client->scratch, error) && value_text(client, value);
}

static bool get_cipher(ssmtp_client *client, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	(void) index;
	return value_string(client, ssmtp_client_shown(client)->tls_info.cipher, value, error);
}

static bool get_cipher_bits(ssmtp_client *client, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	(void) index;
	(void) error;
	return value_number(value, SSMTP_VALUE_INT, ssmtp_client_shown(client)->tls_info.cipher_bits);
}

static bool get_suite(ssmtp_client *client, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	(void) index;
	return value_string(client, ssmtp_client_shown(client)->tls_info.suite, value, error);
}

static bool get_key_exchange(ssmtp_client *client, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	(void) index;
	return value_string(client, ssmtp_client_shown(client)->tls_info.key_exchange, value, error);
}

static bool get_key_exchange_bits(ssmtp_client *client, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	(void) index;
	(void) error;
	return value_number(value, SSMTP_VALUE_INT, ssmtp_client_shown(client)->tls_info.key_exchange_bits);
}

static bool get_tls_version(ssmtp_client *client, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	(void) index;
	return value_string(client, ssmtp_client_shown(client)->tls_info.version, value, error);
}

static bool get_ssl_error(ssmtp_client *client, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	(void) index;
	(void) error;
	return value_number(value, SSMTP_VALUE_INT, client->ssl_error);
}

static bool get_ssl_specific_error(ssmtp_client *client, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	(void) index;
	(void) error;
	return value_number(value, SSMTP_VALUE_INT, client->ssl_specific_error);
}

static bool get_build_info(ssmtp_client *client, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	(void) index;
	if (client->hooks.build_info != NULL && !ssmtp_buf_printf(&client->scratch, "%s; ", client->hooks.build_info)) {
		return ssmtp_error_nomem(error);
	}
	return ssmtp_buf_printf(&client->scratch, "%s (compiled with %s)", ssmtp_ossl_version_runtime(),
			   ssmtp_ossl_version_compiled())
		? value_text(client, value)
		: ssmtp_error_nomem(error);
}

static bool get_licence(ssmtp_client *client, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	(void) index;
	return value_string(client, VALUES_LICENCE, value, error);
}

static const struct {
	int id;
	value_getter get;
} value_getters[] = {
	{ SSMTP_ID_CONNECTED, get_connected },
	{ SSMTP_ID_IDLE, get_idle },
	{ SSMTP_ID_LAST_REPLY, get_last_reply },
	{ SSMTP_ID_LOCAL_HOST, get_local_host },
	{ SSMTP_ID_LOCAL_PORT, get_local_port },
	{ SSMTP_ID_IN_BUFFER_SIZE, get_in_buffer },
	{ SSMTP_ID_OUT_BUFFER_SIZE, get_out_buffer },
	{ SSMTP_ID_MESSAGE_HEADERS_STRING, get_headers },
	{ SSMTP_ID_MESSAGE_HEADER_COUNT, get_header_count },
	{ SSMTP_ID_MESSAGE_HEADER_FIELD, get_header_field },
	{ SSMTP_ID_MESSAGE_HEADER_VALUE, get_header_value },
	{ SSMTP_ID_MESSAGE_TEXT, get_message_text },
	{ SSMTP_ID_OTHER_HEADERS, get_other_headers },
	{ SSMTP_ID_TRANSFER_TEXT, get_transfer_text },
	{ SSMTP_ID_SSL_NEGOTIATED_CIPHER, get_cipher },
	{ SSMTP_ID_SSL_NEGOTIATED_CIPHER_STRENGTH, get_cipher_bits },
	{ SSMTP_ID_SSL_NEGOTIATED_CIPHER_SUITE, get_suite },
	{ SSMTP_ID_SSL_NEGOTIATED_KEY_EXCHANGE, get_key_exchange },
	{ SSMTP_ID_SSL_NEGOTIATED_KEY_EXCHANGE_STRENGTH, get_key_exchange_bits },
	{ SSMTP_ID_SSL_NEGOTIATED_VERSION, get_tls_version },
	{ SSMTP_ID_SSL_ERROR, get_ssl_error },
	{ SSMTP_ID_SSL_SPECIFIC_ERROR, get_ssl_specific_error },
	{ SSMTP_ID_BUILD_INFO, get_build_info },
	{ SSMTP_ID_LICENSE_INFO, get_licence },
};

static bool values_get_row(ssmtp_client *client, const ssmtp_setting_row *row, size_t index, ssmtp_value *value,
	ssmtp_error *error)
{
	bool handled, ok;

	ssmtp_buf_clear(&client->scratch);
	ssmtp_buf_clear(&client->secret_scratch);
	for (size_t i = 0; i < sizeof(value_getters) / sizeof(value_getters[0]); i++) {
		if (value_getters[i].id == row->id) {
			return value_getters[i].get(client, index, value, error);
		}
	}
	ok = ssmtp_client_cert_get(client, row->id, index, value, &handled, error);
	return handled ? ok : ssmtp_settings_get(client->settings, row, index, value, error);
}

bool ssmtp_client_get(ssmtp_client *client, int id, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	const ssmtp_setting_row *row = ssmtp_settings_find_id(id);

	if (row == NULL) {
		return ssmtp_error_argument(error, "There is no property %d.", id);
	}
	return values_get_row(client, row, index, value, error);
}

/* What a new value of the row means for content made from older ones. */
static bool values_after(ssmtp_client *client, const ssmtp_setting_row *row, const ssmtp_value *value)
{
	const ssmtp_settings *settings = client->settings;

	switch (row->id) {
	case SSMTP_ID_MESSAGE:
		ssmtp_content_set(client, SSMTP_BODY_MESSAGE, ssmtp_slice_of(settings->message, settings->message_len));
		break;
	case SSMTP_ID_MESSAGE_TEXT:
		ssmtp_content_set(
			client, SSMTP_BODY_TEXT, ssmtp_slice_of(settings->message_text, settings->message_text_len));
		break;
	case SSMTP_ID_OPENSSL_PRNG_SEED_DATA:
		ssmtp_tls_seed(value->text);
		break;
	default:
		break;
	}
	return true;
}

/* OtherHeaders reads with the fields of a finished content; set again, they are not the caller's. */
static bool values_set_headers(ssmtp_client *client, const ssmtp_setting_row *row, const ssmtp_value *value,
	ssmtp_error *error)
{
	ssmtp_value clean, own_value = { SSMTP_VALUE_STRING, 0, SSMTP_SLICE_EMPTY };
	ssmtp_buf own;
	bool ok;

	ssmtp_buf_init(&own, SSMTP_BUF_MAX_DEFAULT);
	ok = ssmtp_settings_check(client->settings, row, value, &clean, error)
		&& ssmtp_content_own_headers(client, clean.text, &own, error);
	own_value.text = ssmtp_buf_slice(&own);
	ok = ok && ssmtp_client_put(client, row, 0, &own_value, error);
	ssmtp_buf_free(&own);
	return ok;
}

static bool values_set_row(ssmtp_client *client, const ssmtp_setting_row *row, size_t index, const ssmtp_value *value,
	ssmtp_error *error)
{
	bool handled, ok;

	if (row->while_connected != 0 && ssmtp_client_connected(client)) {
		return ssmtp_error_set(error, SSMTP_ERROR_STATE, row->while_connected, "%s cannot be changed while connected.",
			row->name);
	}
	if (row->id == SSMTP_ID_OTHER_HEADERS) {
		return values_set_headers(client, row, value, error);
	}
	if (row->id == SSMTP_ID_MESSAGE_TEXT && value->type == SSMTP_VALUE_STRING
		&& ssmtp_content_is_shown(client, value->text)) {
		return true;
	}
	if (row->id == SSMTP_ID_RECIPIENT_CERT_ENCODED) {
		return ssmtp_client_recipient_cert_set(client, index, value, error);
	}
	ok = ssmtp_client_cert_set(client, row->id, value, &handled, error);
	if (handled) {
		return ok;
	}
	return ssmtp_client_put(client, row, index, value, error) && values_after(client, row, value);
}

bool ssmtp_client_set(ssmtp_client *client, int id, size_t index, const ssmtp_value *value, ssmtp_error *error)
{
	const ssmtp_setting_row *row = ssmtp_settings_find_id(id);

	if (row == NULL) {
		return ssmtp_error_argument(error, "There is no property %d.", id);
	}
	return values_set_row(client, row, index, value, error);
}

bool ssmtp_client_config(ssmtp_client *client, ssmtp_slice text, ssmtp_buf *out, ssmtp_error *error)
{
	const ssmtp_setting_row *row;
	ssmtp_value value;
	bool has_value;

	if (!ssmtp_settings_parse_config(text, &row, &has_value, &value, error)) {
		return false;
	}
	if (has_value) {
		return values_set_row(client, row, 0, &value, error);
	}
	return values_get_row(client, row, 0, &value, error)
		&& (ssmtp_setting_append_text(out, &value) || ssmtp_error_nomem(error));
}

bool ssmtp_client_reset_headers(ssmtp_client *client, ssmtp_error *error)
{
	ssmtp_settings *settings;

	if (ssmtp_client_busy(client)) {
		return ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_BUSY, "Another method is running.");
	}
	settings = ssmtp_client_edit(client, error);
	if (settings == NULL) {
		return false;
	}
	ssmtp_settings_reset_headers(settings);
	ssmtp_client_recipient_certs_clear(client, 0);
	ssmtp_content_reset_headers(client);
	return true;
}

bool ssmtp_client_new_message(ssmtp_client *client, ssmtp_error *error)
{
	static const int bodies[] = { SSMTP_ID_MESSAGE, SSMTP_ID_MESSAGE_TEXT };
	const ssmtp_value none = { SSMTP_VALUE_STRING, 0, SSMTP_SLICE_EMPTY };

	if (!ssmtp_client_reset_headers(client, error)) {
		return false;
	}
	for (size_t i = 0; i < sizeof(bodies) / sizeof(bodies[0]); i++) {
		if (!ssmtp_client_put(client, ssmtp_settings_row((ssmtp_setting_id) bodies[i]), 0, &none, error)) {
			return false;
		}
	}
	ssmtp_content_forget(client);
	return true;
}

bool ssmtp_client_add_recipient(ssmtp_client *client, int type, ssmtp_slice address, ssmtp_slice name,
	ssmtp_error *error)
{
	static const int rows[] = { SSMTP_ID_MESSAGE_RECIPIENT_ADDRESS, SSMTP_ID_MESSAGE_RECIPIENT_NAME };
	const ssmtp_value given[] = { { SSMTP_VALUE_STRING, 0, address }, { SSMTP_VALUE_STRING, 0, name } };
	ssmtp_value clean;

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (!ssmtp_settings_check(
				client->settings, ssmtp_settings_row((ssmtp_setting_id) rows[i]), &given[i], &clean, error)) {
			return false;
		}
	}
	return ssmtp_client_edit(client, error) != NULL
		&& ssmtp_settings_recipient_add(client->settings, type, address, name, error);
}
