/* The table of settings: coercion, checks, effects, snapshots, Config() texts. */
#include "unit.h"

#include "base/alloc.h"
#include "base/ascii.h"
#include "client/setting_hooks.h"
#include "settings/settings.h"

static ssmtp_settings *settings;

static ssmtp_value text_value(const char *text)
{
	return (ssmtp_value){ SSMTP_VALUE_STRING, 0, ssmtp_slice_str(text) };
}

static ssmtp_value int_value(int64_t number)
{
	return (ssmtp_value){ SSMTP_VALUE_INT, number, SSMTP_SLICE_EMPTY };
}

static int set_at(ssmtp_setting_id id, size_t index, ssmtp_value value)
{
	ssmtp_error error = { 0 };

	return ssmtp_settings_set(settings, ssmtp_settings_row(id), index, &value, &error) ? 0 : error.code;
}

static int set_text(ssmtp_setting_id id, const char *text)
{
	return set_at(id, 0, text_value(text));
}

/* "NAME=VALUE" or "NAME"; the result in out. */
static int config(const char *text, char *out, size_t room)
{
	ssmtp_error error = { 0 };
	const ssmtp_setting_row *row;
	ssmtp_value value;
	ssmtp_buf buf;
	bool has_value;

	out[0] = '\0';
	if (!ssmtp_settings_parse_config(ssmtp_slice_str(text), &row, &has_value, &value, &error)) {
		return error.code;
	}
	if (has_value) {
		return ssmtp_settings_set(settings, row, 0, &value, &error) ? 0 : error.code;
	}
	if (!ssmtp_settings_get(settings, row, 0, &value, &error)) {
		return error.code;
	}
	ssmtp_buf_init(&buf, room - 1);
	CHECK(ssmtp_setting_append_text(&buf, &value));
	snprintf(out, room, "%.*s", SSMTP_SLICE_FMT(ssmtp_buf_slice(&buf)));
	ssmtp_buf_free(&buf);
	return 0;
}

static const char *read_text(ssmtp_setting_id id, size_t index)
{
	static char text[4096];
	ssmtp_error error = { 0 };
	ssmtp_value value;
	ssmtp_buf buf;

	if (!ssmtp_settings_get(settings, ssmtp_settings_row(id), index, &value, &error)) {
		snprintf(text, sizeof(text), "error %d", error.code);
		return text;
	}
	ssmtp_buf_init(&buf, sizeof(text) - 1);
	CHECK(ssmtp_setting_append_text(&buf, &value));
	snprintf(text, sizeof(text), "%.*s", SSMTP_SLICE_FMT(ssmtp_buf_slice(&buf)));
	ssmtp_buf_free(&buf);
	return text;
}

static void test_table(void)
{
	int last = 0;

	for (size_t i = 0; i < ssmtp_setting_row_count; i++) {
		const ssmtp_setting_row *row = &ssmtp_setting_rows[i];
		bool config_only = (row->flags & SSMTP_FLAG_CONFIG) != 0;

		CHECK(row->id > last, "%s", row->name);
		CHECK((row->id >= 1000) == config_only, "%s", row->name);
		CHECK(ssmtp_settings_row((ssmtp_setting_id) row->id) == row, "%s", row->name);
		CHECK((ssmtp_settings_find_id(row->id) == row) == !config_only, "%s", row->name);
		CHECK((row->default_text != NULL) == (row->type >= SSMTP_TYPE_STRING), "%s", row->name);
		CHECK(strlen(row->sentence) > 10 && strchr(".:", row->sentence[strlen(row->sentence) - 1]), "%s", row->name);
		CHECK(
			!!row->stored + (row->view_get != NULL) + ((row->flags & SSMTP_FLAG_COMPUTED) != 0) == 1, "%s", row->name);
		if (row->flags & (SSMTP_FLAG_CONFIG | SSMTP_FLAG_NAMED)) {
			CHECK(ssmtp_settings_find_config(ssmtp_slice_str(row->name)) == row, "%s", row->name);
		}
		last = row->id;
	}
	CHECK(ssmtp_settings_find_id(0) == NULL);
	CHECK(ssmtp_settings_find_id(-1) == NULL);
	CHECK(ssmtp_settings_find_id(68) == NULL);
	CHECK(ssmtp_settings_find_id(1000) == NULL);
	CHECK(ssmtp_settings_find_config(SSMTP_SLICE("MailServer")) == NULL);
	CHECK(ssmtp_settings_find_config(SSMTP_SLICE("fOLDhEADERS")) != NULL);
	CHECK(ssmtp_settings_find_config(SSMTP_SLICE("SSLProvider"))->type == SSMTP_TYPE_STRING);
	CHECK(ssmtp_settings_find_id(SSMTP_ID_SSL_PROVIDER)->type == SSMTP_TYPE_ENUM);
}

/* Every row: its default reads as the table says, and stays after a refusal. */
static void test_every_row(void)
{
	static const ssmtp_value odd = { SSMTP_VALUE_OTHER, 0, { (const uint8_t *) "array", 5 } };

	for (size_t i = 0; i < ssmtp_setting_row_count; i++) {
		const ssmtp_setting_row *row = &ssmtp_setting_rows[i];
		ssmtp_error error = { 0 };
		ssmtp_value value;
		bool read = ssmtp_settings_get(settings, row, 0, &value, &error);

		if (row->flags & SSMTP_FLAG_INDEXED) {
			CHECK(!read && error.code == SSMTP_E_INVAL, "%s", row->name);
			CHECK(strstr(error.text, row->name) && strstr(error.text, "0 entries"), "%s", error.text);
		} else {
			CHECK(read && value.number == row->default_number, "%s", row->name);
			CHECK(row->default_text == NULL || ssmtp_slice_equal(value.text, ssmtp_slice_str(row->default_text)), "%s",
				row->name);
		}
		ssmtp_error_clear(&error);
		CHECK(!ssmtp_settings_set(settings, row, 0, &odd, &error), "%s", row->name);
		CHECK(error.code == (row->flags & SSMTP_FLAG_READ_ONLY ? SSMTP_E_INVALID_STATE : SSMTP_E_INVAL), "%s: %d",
			row->name, error.code);
		CHECK(strstr(error.text, row->name) != NULL, "%s", error.text);
	}
}

static const struct {
	ssmtp_setting_id id;
	ssmtp_value_type type;
	int64_t number;
	const char *text;
	int code;
	const char *reads; /* afterwards */
} coercions[] = {
	{ SSMTP_ID_FOLD_HEADERS, SSMTP_VALUE_BOOL, 0, NULL, 0, "False" },
	{ SSMTP_ID_FOLD_HEADERS, SSMTP_VALUE_INT, 1, NULL, 0, "True" },
	{ SSMTP_ID_FOLD_HEADERS, SSMTP_VALUE_INT, 2, NULL, 10022, "True" },
	{ SSMTP_ID_FOLD_HEADERS, SSMTP_VALUE_INT, -1, NULL, 10022, "True" },
	{ SSMTP_ID_FOLD_HEADERS, SSMTP_VALUE_STRING, 0, "nO", 0, "False" },
	{ SSMTP_ID_FOLD_HEADERS, SSMTP_VALUE_STRING, 0, "YES", 0, "True" },
	{ SSMTP_ID_FOLD_HEADERS, SSMTP_VALUE_STRING, 0, "false", 0, "False" },
	{ SSMTP_ID_FOLD_HEADERS, SSMTP_VALUE_STRING, 0, "True", 0, "True" },
	{ SSMTP_ID_FOLD_HEADERS, SSMTP_VALUE_STRING, 0, "0", 0, "False" },
	{ SSMTP_ID_FOLD_HEADERS, SSMTP_VALUE_STRING, 0, "on", 10022, "False" },
	{ SSMTP_ID_FOLD_HEADERS, SSMTP_VALUE_STRING, 0, "", 10022, "False" },
	{ SSMTP_ID_MAIL_PORT, SSMTP_VALUE_STRING, 0, "587", 0, "587" },
	{ SSMTP_ID_MAIL_PORT, SSMTP_VALUE_STRING, 0, " +25 ", 0, "25" },
	{ SSMTP_ID_MAIL_PORT, SSMTP_VALUE_INT, 65535, NULL, 0, "65535" },
	{ SSMTP_ID_MAIL_PORT, SSMTP_VALUE_INT, 65536, NULL, 10022, "65535" },
	{ SSMTP_ID_MAIL_PORT, SSMTP_VALUE_INT, -1, NULL, 10022, "65535" },
	{ SSMTP_ID_MAIL_PORT, SSMTP_VALUE_STRING, 0, "-1", 10022, "65535" },
	{ SSMTP_ID_MAIL_PORT, SSMTP_VALUE_STRING, 0, "", 10022, "65535" },
	{ SSMTP_ID_MAIL_PORT, SSMTP_VALUE_STRING, 0, "25x", 10022, "65535" },
	{ SSMTP_ID_MAIL_PORT, SSMTP_VALUE_STRING, 0, "0x19", 10022, "65535" },
	{ SSMTP_ID_MAIL_PORT, SSMTP_VALUE_STRING, 0, "25.0", 10022, "65535" },
	{ SSMTP_ID_MAIL_PORT, SSMTP_VALUE_STRING, 0, "99999999999999999999", 10022, "65535" },
	{ SSMTP_ID_MAIL_PORT, SSMTP_VALUE_STRING, 0, "18446744073709551641", 10022, "65535" },
	{ SSMTP_ID_MAIL_PORT, SSMTP_VALUE_BOOL, 1, NULL, 10022, "65535" },
	{ SSMTP_ID_MAIL_PORT, SSMTP_VALUE_INT, 0, NULL, 0, "0" },
	{ SSMTP_ID_SSL_SECURITY_FLAGS, SSMTP_VALUE_STRING, 0, "0x80000010", 0, "2147483664" },
	{ SSMTP_ID_SSL_SECURITY_FLAGS, SSMTP_VALUE_STRING, 0, "0X11", 0, "17" },
	{ SSMTP_ID_SSL_SECURITY_FLAGS, SSMTP_VALUE_INT, 8, NULL, 10022, "17" },
	{ SSMTP_ID_SSL_SECURITY_FLAGS, SSMTP_VALUE_STRING, 0, "0x", 10022, "17" },
	{ SSMTP_ID_SSL_SECURITY_FLAGS, SSMTP_VALUE_STRING, 0, "-1", 10022, "17" },
	{ SSMTP_ID_SSL_ENABLED_PROTOCOLS, SSMTP_VALUE_INT, 140, NULL, 0, "140" },
	{ SSMTP_ID_SSL_ENABLED_PROTOCOLS, SSMTP_VALUE_INT, 4032, NULL, 0, "4032" },
	{ SSMTP_ID_SSL_ENABLED_PROTOCOLS, SSMTP_VALUE_INT, 0, NULL, 10022, "4032" },
	{ SSMTP_ID_SSL_ENABLED_PROTOCOLS, SSMTP_VALUE_INT, 1, NULL, 10022, "4032" },
	{ SSMTP_ID_USE_IPV6, SSMTP_VALUE_STRING, 0, "True", 0, "1" },
	{ SSMTP_ID_USE_IPV6, SSMTP_VALUE_STRING, 0, "no", 0, "0" },
	{ SSMTP_ID_USE_IPV6, SSMTP_VALUE_INT, 2, NULL, 0, "2" },
	{ SSMTP_ID_USE_IPV6, SSMTP_VALUE_INT, 3, NULL, 10022, "2" },
	{ SSMTP_ID_AUTH_MECHANISM, SSMTP_VALUE_INT, 11, NULL, 0, "11" },
	{ SSMTP_ID_AUTH_MECHANISM, SSMTP_VALUE_INT, 99, NULL, 0, "99" },
	{ SSMTP_ID_AUTH_MECHANISM, SSMTP_VALUE_INT, 12, NULL, 10022, "99" },
	{ SSMTP_ID_SSL_START_MODE, SSMTP_VALUE_INT, 4, NULL, 0, "4" },
	{ SSMTP_ID_SSL_START_MODE, SSMTP_VALUE_INT, 5, NULL, 10022, "4" },
	{ SSMTP_ID_CERT_STORE_TYPE, SSMTP_VALUE_INT, 24, NULL, 10022, "0" },
	{ SSMTP_ID_SSL_PROVIDER, SSMTP_VALUE_INT, 2, NULL, 270, "0" },
	{ SSMTP_ID_SSL_PROVIDER, SSMTP_VALUE_INT, 3, NULL, 10022, "0" },
	{ SSMTP_ID_SSL_PROVIDER, SSMTP_VALUE_INT, 1, NULL, 0, "1" },
	{ SSMTP_ID_SUBJECT, SSMTP_VALUE_INT, -42, NULL, 0, "-42" },
	{ SSMTP_ID_SUBJECT, SSMTP_VALUE_BOOL, 1, NULL, 10022, "-42" },
	{ SSMTP_ID_SUBJECT, SSMTP_VALUE_STRING, 0, "one\r\n two\r\n\tthree", 0, "one two\tthree" },
	{ SSMTP_ID_SUBJECT, SSMTP_VALUE_STRING, 0, "one\r\ntwo", 10022, "one two\tthree" },
	{ SSMTP_ID_SUBJECT, SSMTP_VALUE_STRING, 0, "one\n two", 10022, "one two\tthree" },
	{ SSMTP_ID_SUBJECT, SSMTP_VALUE_STRING, 0, "one\r\n", 10022, "one two\tthree" },
	{ SSMTP_ID_FROM, SSMTP_VALUE_STRING, 0, "a@example.org\r\n b", 10022, "" },
	{ SSMTP_ID_MAIL_SERVER, SSMTP_VALUE_STRING, 0, "mx\x7f", 10022, "" },
	{ SSMTP_ID_COMMAND, SSMTP_VALUE_STRING, 0, "NOOP\r\nDATA", 10022, "" },
	{ SSMTP_ID_OTHER_HEADERS, SSMTP_VALUE_STRING, 0, "X-A: 1\r\n folded\nX-B: 2", 0, "X-A: 1\r\n folded\nX-B: 2" },
	{ SSMTP_ID_OTHER_HEADERS, SSMTP_VALUE_STRING, 0, "\r\nFrom: a@b\r\n", 0, "\r\nFrom: a@b\r\n" },
	{ SSMTP_ID_OTHER_HEADERS, SSMTP_VALUE_STRING, 0, "X-A: 1\r\n\r\nbody", 10022, "\r\nFrom: a@b\r\n" },
	{ SSMTP_ID_OTHER_HEADERS, SSMTP_VALUE_STRING, 0, "no colon", 10022, "\r\nFrom: a@b\r\n" },
	{ SSMTP_ID_OTHER_HEADERS, SSMTP_VALUE_STRING, 0, ": no name", 10022, "\r\nFrom: a@b\r\n" },
	{ SSMTP_ID_SIGNING_ALGORITHM, SSMTP_VALUE_STRING, 0, "SHA512", 0, "SHA512" },
	{ SSMTP_ID_SIGNING_ALGORITHM, SSMTP_VALUE_STRING, 0, "", 0, "SHA256" },
	{ SSMTP_ID_ENCRYPTING_ALGORITHM, SSMTP_VALUE_STRING, 0, "", 0, "AESCBC256" },
	{ SSMTP_ID_MESSAGE_ID_ALGORITHM, SSMTP_VALUE_STRING, 0, "sha256", 0, "SHA256" },
	{ SSMTP_ID_MESSAGE_ID_ALGORITHM, SSMTP_VALUE_STRING, 0, "SHA3", 10022, "SHA256" },
	{ SSMTP_ID_SSL_TRUST_MANAGER_FACTORY_ALGORITHM, SSMTP_VALUE_STRING, 0, "", 0, "" },
	{ SSMTP_ID_SSL_TRUST_MANAGER_FACTORY_ALGORITHM, SSMTP_VALUE_STRING, 0, "SunX509", 10022, "" },
	{ SSMTP_ID_SSL_CLIENT_CA_CERTS, SSMTP_VALUE_STRING, 0, "x", 10022, "" },
	{ SSMTP_ID_FIREWALL_LISTENER, SSMTP_VALUE_STRING, 0, "True", 10022, "False" },
	{ SSMTP_ID_FIREWALL_LISTENER, SSMTP_VALUE_STRING, 0, "False", 0, "False" },
	{ SSMTP_ID_CODE_PAGE, SSMTP_VALUE_INT, 1252, NULL, 434, "65001" },
	{ SSMTP_ID_USE_INTERNAL_SECURITY_API, SSMTP_VALUE_BOOL, 1, NULL, 270, "False" },
	{ SSMTP_ID_MAX_HEADER_LENGTH, SSMTP_VALUE_INT, 19, NULL, 10022, "80" },
	{ SSMTP_ID_MAX_HEADER_LENGTH, SSMTP_VALUE_INT, 999, NULL, 10022, "80" },
	{ SSMTP_ID_MAX_HEADER_LENGTH, SSMTP_VALUE_INT, 0, NULL, 0, "0" },
	{ SSMTP_ID_MAX_LINE_LENGTH, SSMTP_VALUE_INT, 255, NULL, 10022, "2048" },
	{ SSMTP_ID_SSL_PROVIDER_NAME, SSMTP_VALUE_STRING, 0, "platform", 0, "OpenSSL" },
	{ SSMTP_ID_SSL_PROVIDER_NAME, SSMTP_VALUE_STRING, 0, "2", 270, "OpenSSL" },
	{ SSMTP_ID_MESSAGE_HEADERS_STRING, SSMTP_VALUE_STRING, 0, "x", 211, "" },
	{ SSMTP_ID_SSL_NEGOTIATED_CIPHER, SSMTP_VALUE_STRING, 0, "x", 211, "" },
	{ SSMTP_ID_SIGNING_THREADS, SSMTP_VALUE_INT, 2, NULL, 10022, "0" },
	{ SSMTP_ID_SIGNING_THREADS, SSMTP_VALUE_INT, -1, NULL, 10022, "0" },
	{ SSMTP_ID_SIGNING_THREADS, SSMTP_VALUE_INT, 0, NULL, 0, "0" },
	{ SSMTP_ID_HEADER_CONFIDENTIALITY, SSMTP_VALUE_STRING, 0, "shy", 0, "Shy" },
	{ SSMTP_ID_HEADER_CONFIDENTIALITY, SSMTP_VALUE_STRING, 0, "baseline", 0, "Baseline" },
	{ SSMTP_ID_RECIPIENT_CERT_CHECK, SSMTP_VALUE_STRING, 0, "chain", 0, "Chain" },
};

static void test_coercions(void)
{
	for (size_t i = 0; i < sizeof(coercions) / sizeof(coercions[0]); i++) {
		const char *text = coercions[i].text;
		ssmtp_value value = { coercions[i].type, coercions[i].number, ssmtp_slice_str(text) };
		int code = set_at(coercions[i].id, 0, value);
		const char *reads = read_text(coercions[i].id, 0);

		CHECK(code == coercions[i].code, "row %zu: %d", i, code);
		CHECK(strcmp(reads, coercions[i].reads) == 0, "row %zu: %s", i, reads);
	}
}

static void test_nul(void)
{
	ssmtp_value nul = { SSMTP_VALUE_STRING, 0, SSMTP_SLICE("a\0b") };

	for (size_t i = 0; i < ssmtp_setting_row_count; i++) {
		const ssmtp_setting_row *row = &ssmtp_setting_rows[i];

		if ((row->type == SSMTP_TYPE_STRING || row->type == SSMTP_TYPE_SECRET) &&
			!(row->flags & SSMTP_FLAG_READ_ONLY)) {
			int code = set_at((ssmtp_setting_id) row->id, 0, nul);

			CHECK(code == SSMTP_E_INVAL, "%s: %d", row->name, code);
		}
	}
	CHECK(set_at(SSMTP_ID_MESSAGE_TEXT, 0, nul) == 0);
	CHECK(settings->message_text_len == 3 && memcmp(settings->message_text, "a\0b", 4) == 0);
	CHECK(set_at(SSMTP_ID_CERT_STORE, 0, nul) == 0);
}

/* No text of an error shows a secret. */
static void test_secrets(void)
{
	for (size_t i = 0; i < ssmtp_setting_row_count; i++) {
		const ssmtp_setting_row *row = &ssmtp_setting_rows[i];
		ssmtp_value value = { SSMTP_VALUE_STRING, 0, SSMTP_SLICE("canary\r\n\0") };
		ssmtp_error error = { 0 };

		if (row->type == SSMTP_TYPE_SECRET && !ssmtp_settings_set(settings, row, 0, &value, &error)) {
			CHECK(error.text[0] != '\0' && strstr(error.text, "canary") == NULL, "%s", error.text);
		}
	}
	CHECK(set_text(SSMTP_ID_PASSWORD, "p\r\nq") == 0);
	CHECK(ssmtp_secret_equal(&settings->password, SSMTP_SLICE("p\r\nq")));
	CHECK(set_at(SSMTP_ID_CERT_STORE_PASSWORD, 0, int_value(1234)) == 0);
	CHECK(strcmp(read_text(SSMTP_ID_CERT_KEY_PASSWORD, 0), "1234") == 0);
	CHECK(set_text(SSMTP_ID_CERT_KEY_PASSWORD, "own") == 0);
	CHECK(strcmp(read_text(SSMTP_ID_CERT_KEY_PASSWORD, 0), "own") == 0);
	CHECK(set_text(SSMTP_ID_CERT_KEY_PASSWORD, "") == 0);
	CHECK(strcmp(read_text(SSMTP_ID_CERT_KEY_PASSWORD, 0), "1234") == 0);
	CHECK(strcmp(read_text(SSMTP_ID_SSL_SERVER_CERT_KEY_PASSWORD, 0), "") == 0);
}

static void test_effects(void)
{
	CHECK(set_at(SSMTP_ID_FIREWALL_TYPE, 0, int_value(SSMTP_FW_TUNNEL)) == 0 && settings->firewall_port == 80);
	CHECK(set_at(SSMTP_ID_FIREWALL_PORT, 0, int_value(3128)) == 0);
	CHECK(set_at(SSMTP_ID_FIREWALL_TYPE, 0, int_value(SSMTP_FW_NONE)) == 0 && settings->firewall_port == 3128);
	CHECK(set_at(SSMTP_ID_FIREWALL_TYPE, 0, int_value(SSMTP_FW_SOCKS4A)) == 0 && settings->firewall_port == 1080);
	CHECK(set_at(SSMTP_ID_FIREWALL_TYPE, 0, int_value(4)) == 10022 && settings->firewall_type == SSMTP_FW_SOCKS4A);
	CHECK(set_text(SSMTP_ID_SSL_ENABLED, "true") == 0 && settings->ssl_start_mode == SSMTP_SSL_AUTOMATIC);
	CHECK(set_at(SSMTP_ID_SSL_START_MODE, 0, int_value(SSMTP_SSL_EXPLICIT)) == 0);
	CHECK(set_text(SSMTP_ID_SSL_ENABLED, "true") == 0 && settings->ssl_start_mode == SSMTP_SSL_EXPLICIT);
	CHECK(strcmp(read_text(SSMTP_ID_SSL_ENABLED, 0), "True") == 0);
	CHECK(set_text(SSMTP_ID_SSL_ENABLED, "false") == 0 && settings->ssl_start_mode == SSMTP_SSL_NONE);
	CHECK(set_text(SSMTP_ID_MESSAGE_TEXT, "text") == 0);
	CHECK(set_text(SSMTP_ID_MESSAGE, "") == 0 && settings->message_text_len == 4);
	CHECK(set_text(SSMTP_ID_MESSAGE, "raw") == 0 && settings->message_text_len == 0);
	CHECK(set_text(SSMTP_ID_MESSAGE_TEXT, "text") == 0 && settings->message_len == 0);
	CHECK(!settings->subject_set && set_text(SSMTP_ID_SUBJECT, "") == 0 && settings->subject_set);
	CHECK(set_at(SSMTP_ID_KEEP_ALIVE_TIME, 0, int_value(5000)) == 0 && settings->tcp_keep_alive);
	CHECK(set_text(SSMTP_ID_USE_PSS, "True") == 0 && strcmp(settings->signature_scheme, "PSS") == 0);
	CHECK(strcmp(read_text(SSMTP_ID_USE_PSS, 0), "True") == 0);
	CHECK(set_text(SSMTP_ID_USE_PSS, "False") == 0 && strcmp(settings->signature_scheme, "Auto") == 0);
	CHECK(set_text(SSMTP_ID_USE_OAEP, "True") == 0 && strcmp(settings->key_encryption_algorithm, "OAEP") == 0);
	CHECK(set_text(SSMTP_ID_PROFILE, "modern") == 0 && strcmp(settings->encrypting_algorithm, "AESGCM256") == 0);
	CHECK(strcmp(read_text(SSMTP_ID_PROFILE, 0), "Modern") == 0);
	CHECK(set_text(SSMTP_ID_PROFILE, "nobody") == 10022 && strcmp(settings->profile, "Modern") == 0);
	CHECK(set_text(SSMTP_ID_PROFILE, "Compatible") == 0 && strcmp(settings->key_encryption_algorithm, "Auto") == 0);
}

static void test_revisions(void)
{
	unsigned long content = settings->content_revision, tls = settings->tls_revision;

	CHECK(set_text(SSMTP_ID_SUBJECT, "x") == 0 && settings->content_revision > content);
	CHECK(set_text(SSMTP_ID_OPENSSL_CA_FILE, "x") == 0 && settings->tls_revision > tls);
	content = settings->content_revision;
	CHECK(set_text(SSMTP_ID_SEND_TO, "a@example.org") == 0 && settings->content_revision > content);
}

static void test_recipients(void)
{
	CHECK(set_text(SSMTP_ID_SEND_TO, "a@example.org, \"B, C\" <b@example.org>,\r\n , d@example.org") == 0);
	CHECK(settings->recipient_count == 3, "%zu", settings->recipient_count);
	CHECK(strcmp(read_text(SSMTP_ID_SEND_TO, 0), "a@example.org, \"B, C\" <b@example.org>, d@example.org") == 0, "%s",
		read_text(SSMTP_ID_SEND_TO, 0));
	CHECK(set_text(SSMTP_ID_CC, "cc@example.org") == 0);
	CHECK(set_text(SSMTP_ID_BCC, "bcc@example.org") == 0);
	CHECK(strcmp(read_text(SSMTP_ID_MESSAGE_RECIPIENT_COUNT, 0), "5") == 0);
	CHECK(strcmp(read_text(SSMTP_ID_MESSAGE_RECIPIENT_NAME, 1), "B, C") == 0);
	CHECK(strcmp(read_text(SSMTP_ID_MESSAGE_RECIPIENT_TYPE, 4), "2") == 0);
	/* decision D6: setting a list replaces the recipients of its type only */
	CHECK(set_text(SSMTP_ID_SEND_TO, "e@example.org") == 0);
	CHECK(strcmp(read_text(SSMTP_ID_MESSAGE_RECIPIENT_ADDRESS, 0), "cc@example.org") == 0);
	CHECK(strcmp(read_text(SSMTP_ID_MESSAGE_RECIPIENT_ADDRESS, 2), "e@example.org") == 0);
	CHECK(set_text(SSMTP_ID_SEND_TO, "broken <") == 10022);
	CHECK(strcmp(read_text(SSMTP_ID_SEND_TO, 0), "e@example.org") == 0);
	CHECK(set_text(SSMTP_ID_SEND_TO, "x@example.org\r\nRCPT TO:<y>") == 10022);
	CHECK(set_at(SSMTP_ID_MESSAGE_RECIPIENT_COUNT, 0, int_value(4)) == 0);
	CHECK(set_at(SSMTP_ID_MESSAGE_RECIPIENT_ADDRESS, 3, text_value("f@example.org")) == 0);
	CHECK(set_at(SSMTP_ID_MESSAGE_RECIPIENT_NAME, 3, text_value("F")) == 0);
	CHECK(set_at(SSMTP_ID_MESSAGE_RECIPIENT_OPTIONS, 3, text_value("NOTIFY SUCCESS")) == 0);
	CHECK(set_at(SSMTP_ID_MESSAGE_RECIPIENT_TYPE, 3, int_value(SSMTP_RT_CC)) == 0);
	CHECK(set_at(SSMTP_ID_MESSAGE_RECIPIENT_TYPE, 3, int_value(3)) == 10022);
	CHECK(set_at(SSMTP_ID_MESSAGE_RECIPIENT_ADDRESS, 3, text_value("f\n")) == 10022);
	CHECK(strcmp(read_text(SSMTP_ID_CC, 0), "cc@example.org, F <f@example.org>") == 0 ||
			  strcmp(read_text(SSMTP_ID_CC, 0), "cc@example.org, \"F\" <f@example.org>") == 0,
		"%s", read_text(SSMTP_ID_CC, 0));
	CHECK(set_at(SSMTP_ID_MESSAGE_RECIPIENT_ADDRESS, 4, text_value("g")) == 10022);
	CHECK(set_at(SSMTP_ID_MESSAGE_RECIPIENT_ADDRESS, (size_t) -1, text_value("g")) == 10022);
	CHECK(set_at(SSMTP_ID_MESSAGE_RECIPIENT_COUNT, 0, int_value(-1)) == 10022);
	CHECK(set_at(SSMTP_ID_MESSAGE_RECIPIENT_COUNT, 0, int_value(0)) == 0 && settings->recipient_count == 0);
	CHECK(strcmp(read_text(SSMTP_ID_SEND_TO, 0), "") == 0);
}

static const struct {
	const char *text;
	int code;
	const char *result;
} configs[] = {
	{ "FoldHeaders", 0, "True" },
	{ " foldheaders =no", 0, "" },
	{ "FOLDHEADERS", 0, "False" },
	{ "Hello=a=b", 0, "" },
	{ "Hello", 0, "a=b" },
	{ "Hello= c ", 0, "" },
	{ "Hello", 0, " c " },
	{ "Hello=", 0, "" },
	{ "Hello", 0, "" },
	{ "Hello=a\r\nb", 10022, "" },
	{ "FirewallHost=proxy", 0, "" },
	{ "firewallhost", 0, "proxy" },
	{ "SSLProvider", 0, "OpenSSL" },
	{ "SSLEnabledProtocols", 0, "15360" },
	{ "MailServer=x", 10022, "" },
	{ "", 10022, "" },
	{ "=", 10022, "" },
	{ "=x", 10022, "" },
	{ "Nobody", 10022, "" },
	{ "SSLNegotiatedCipher[1]", 10022, "" },
	{ "BuildInfo=x", 211, "" },
	{ "MaxConnections=0", 10022, "" },
	{ "OpenSSLPrngSeedData=abc", 0, "" },
	{ "OpenSSLPrngSeedData", 0, "" },
};

static void test_config(void)
{
	char out[256];

	for (size_t i = 0; i < sizeof(configs) / sizeof(configs[0]); i++) {
		CHECK(config(configs[i].text, out, sizeof(out)) == configs[i].code, "%s", configs[i].text);
		CHECK(strcmp(out, configs[i].result) == 0, "%s: %s", configs[i].text, out);
	}
}

static bool refuse_cipher(ssmtp_slice value, ssmtp_error *error)
{
	return ssmtp_slice_equal(value, SSMTP_SLICE("3DES")) ||
		   ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_ALGORITHM, "unknown");
}

static bool refuse_certificate(ssmtp_slice value, ssmtp_error *error)
{
	(void) value;
	return ssmtp_error_set(error, SSMTP_ERROR_CERTIFICATE, SSMTP_E_CERT_NOT_FOUND, "no certificate");
}

static void test_hooks(void)
{
	static const ssmtp_settings_hooks hooks = { .cipher = refuse_cipher, .certificate = refuse_certificate };
	const ssmtp_settings_hooks *before = settings->hooks;

	settings->hooks = &hooks;
	CHECK(set_text(SSMTP_ID_ENCRYPTING_ALGORITHM, "3DES") == 0);
	CHECK(set_text(SSMTP_ID_ENCRYPTING_ALGORITHM, "ROT13") == 10194);
	CHECK(strcmp(settings->encrypting_algorithm, "3DES") == 0);
	CHECK(set_text(SSMTP_ID_SMIME_CAPABILITIES, "3DES, 3DES") == 0);
	CHECK(set_text(SSMTP_ID_SMIME_CAPABILITIES, "3DES,ROT13") == 10194);
	CHECK(set_text(SSMTP_ID_SSL_CA_CERTS, "x") == 272);
	CHECK(set_text(SSMTP_ID_SSL_CA_CERTS, "") == 0);
	CHECK(set_text(SSMTP_ID_OPENSSL_CIPHER_LIST, "anything") == 0);
	settings->hooks = before;
	CHECK(set_text(SSMTP_ID_OPENSSL_CIPHER_LIST, "nothing such") == 10022);
	CHECK(set_text(SSMTP_ID_CHARSET, "no-such-set") == 434);
	CHECK(set_text(SSMTP_ID_CHARSET, "iso-8859-1") == 0);
	CHECK(set_text(SSMTP_ID_SSL_CA_CERTS, "nonsense") == 272);
	CHECK(set_text(SSMTP_ID_SSL_ACCEPT_SERVER_CERT_ENCODED, "-----BEGIN CERTIFICATE-----\nAAAA\n") == 272);
	CHECK(set_text(SSMTP_ID_TLS13_SUPPORTED_GROUPS, "ecdhe_x25519,nobody") == 10022);
	CHECK(set_text(SSMTP_ID_TLS12_SIGNATURE_ALGORITHMS, "") == 0);
}

static void test_copy_and_reset(void)
{
	ssmtp_settings *copy;

	CHECK(set_text(SSMTP_ID_MESSAGE_TEXT, "body") == 0 && set_text(SSMTP_ID_PASSWORD, "secret") == 0);
	CHECK(set_text(SSMTP_ID_SEND_TO, "a@example.org") == 0 && set_text(SSMTP_ID_REPLY_TO, "r@example.org") == 0);
	CHECK(set_text(SSMTP_ID_MESSAGE_DATE, "today") == 0 && set_at(SSMTP_ID_PRIORITY, 0, int_value(2)) == 0);
	copy = ssmtp_settings_copy(settings);
	CHECK(copy != NULL);
	CHECK(copy->message_text == settings->message_text);
	CHECK(copy->password.ptr != settings->password.ptr);
	CHECK(set_text(SSMTP_ID_MESSAGE_TEXT, "other") == 0 && strcmp(copy->message_text, "body") == 0);
	ssmtp_settings_reset_headers(settings);
	CHECK(settings->recipient_count == 0 && settings->reply_to_len == 0 && settings->priority == 0);
	CHECK(strcmp(settings->message_date, "*") == 0 && !settings->subject_set);
	CHECK(strcmp(settings->message_text, "other") == 0 && settings->password.len == 6);
	ssmtp_settings_reset(settings);
	CHECK(settings->message_text_len == 0 && settings->password.len == 0 && settings->mail_port == 25);
	CHECK(copy->recipient_count == 1 && strcmp(copy->recipients[0].address, "a@example.org") == 0);
	CHECK(ssmtp_secret_equal(&copy->password, SSMTP_SLICE("secret")));
	ssmtp_settings_free(&copy);
	CHECK(copy == NULL);
}

/* What a refused change leaves is what was there. */
static bool scenario(void)
{
	static const struct {
		ssmtp_setting_id id;
		const char *text;
	} steps[] = {
		{ SSMTP_ID_MAIL_SERVER, "mx.example.org" },
		{ SSMTP_ID_PASSWORD, "secret" },
		{ SSMTP_ID_SEND_TO, "a@example.org, B <b@example.org>" },
		{ SSMTP_ID_CC, "c@example.org" },
		{ SSMTP_ID_SUBJECT, "folded\r\n subject" },
		{ SSMTP_ID_PROFILE, "Modern" },
		{ SSMTP_ID_MESSAGE_TEXT, "body" },
		{ SSMTP_ID_MESSAGE, "raw" },
		{ SSMTP_ID_MESSAGE_RECIPIENT_COUNT, "40" },
	};
	ssmtp_settings *made = ssmtp_settings_new(&ssmtp_setting_hooks), *copy = NULL;
	bool ok = made != NULL;

	for (size_t i = 0; ok && i < sizeof(steps) / sizeof(steps[0]); i++) {
		ssmtp_value value = text_value(steps[i].text);
		ssmtp_error error = { 0 };

		ok = ssmtp_settings_set(made, ssmtp_settings_row(steps[i].id), 0, &value, &error);
		CHECK(ok || error.kind == SSMTP_ERROR_NOMEM, "%s", error.text);
		if (!ok && steps[i].id == SSMTP_ID_PROFILE) {
			CHECK(strcmp(made->encrypting_algorithm, "AESCBC256") == 0 && strcmp(made->signature_scheme, "Auto") == 0);
		}
		if (!ok && steps[i].id == SSMTP_ID_SEND_TO) {
			CHECK(made->recipient_count == 0);
		}
	}
	if (ok) {
		ssmtp_error error = { 0 };
		ssmtp_value value;

		ok = ssmtp_settings_get(made, ssmtp_settings_row(SSMTP_ID_SEND_TO), 0, &value, &error);
		copy = ok ? ssmtp_settings_copy(made) : NULL;
		ok = copy != NULL;
	}
	ssmtp_settings_free(&copy);
	ssmtp_settings_free(&made);
	return ok;
}

static void test_allocation_failures(void)
{
	bool done = false;

	for (unsigned long n = 1; !done && n < 1000; n++) {
		ssmtp_alloc_fail_at(n);
		done = scenario();
		ssmtp_alloc_fail_at(0);
	}
	CHECK(done);
}

static void with_fresh_settings(void (*test)(void))
{
	settings = ssmtp_settings_new(&ssmtp_setting_hooks);
	CHECK(settings != NULL);
	test();
	ssmtp_settings_free(&settings);
}

int main(void)
{
	test_table();
	with_fresh_settings(test_every_row);
	with_fresh_settings(test_coercions);
	with_fresh_settings(test_nul);
	with_fresh_settings(test_secrets);
	with_fresh_settings(test_effects);
	with_fresh_settings(test_revisions);
	with_fresh_settings(test_recipients);
	with_fresh_settings(test_config);
	with_fresh_settings(test_hooks);
	with_fresh_settings(test_copy_and_reset);
	test_allocation_failures();
	return unit_summary("settings");
}
