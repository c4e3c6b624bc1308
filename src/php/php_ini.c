/* php.ini defaults: one entry for each row of the settings table flagged INI,
 * named after the row. An entry that is not set leaves the setting's own
 * default; secrets have none. */
#include "php/php_ini.h"

#include "client/setting_hooks.h"
#include "php/compat.h"

#define INI_ROWS_MAX 64

/* Written in MINIT only. */
static struct {
	const ssmtp_setting_row *row;
	char name[64];
} ini_rows[INI_ROWS_MAX];
static size_t ini_row_count;

/* A value that the setting refuses is not taken: ini_set() returns false, php.ini gets a warning. */
static PHP_INI_MH(on_modify)
{
	const ssmtp_setting_row *row = mh_arg1;
	ssmtp_error error = { 0 };
	ssmtp_settings *settings;
	bool valid;

	if (new_value == NULL || ZSTR_LEN(new_value) == 0) {
		return SUCCESS;
	}
	settings = ssmtp_settings_new(&ssmtp_setting_hooks);
	valid = settings != NULL
		&& ssmtp_settings_set(settings, row, 0,
			&(ssmtp_value) { .type = SSMTP_VALUE_STRING,
				.text = ssmtp_slice_of(ZSTR_VAL(new_value), ZSTR_LEN(new_value)) },
			&error);
	ssmtp_settings_free(&settings);
	if (!valid) {
		zend_error(E_WARNING, "%s is not changed: %s", ZSTR_VAL(entry->name), error.text);
	}
	return valid ? SUCCESS : FAILURE;
}

static void register_row(const ssmtp_setting_row *row, int module_number)
{
	char *name = ini_rows[ini_row_count].name;
	int len = snprintf(name, sizeof(ini_rows[0].name), "ssmtp.%s", row->constant);
	const zend_ini_entry_def entries[] = {
		{ name, on_modify, (void *) row, NULL, NULL, NULL, NULL, 0, (uint16_t) len, PHP_INI_ALL },
		{ 0 },
	};

	zend_str_tolower(name, (size_t) len);
	ini_rows[ini_row_count++].row = row;
	zend_register_ini_entries(entries, module_number);
}

void php_ssmtp_ini_register(int module_number)
{
	ini_row_count = 0;
	for (size_t i = 0; i < ssmtp_setting_row_count && ini_row_count < INI_ROWS_MAX; i++) {
		if ((ssmtp_setting_rows[i].flags & SSMTP_FLAG_INI) != 0) {
			register_row(&ssmtp_setting_rows[i], module_number);
		}
	}
}

void php_ssmtp_ini_unregister(int module_number)
{
	zend_unregister_ini_entries(module_number);
}

static void apply_row(php_ssmtp_object *object, const ssmtp_setting_row *row, const char *text)
{
	ssmtp_error error = { 0 };

	if ((row->flags & SSMTP_FLAG_CONFIG) == 0) {
		ssmtp_value value = { .type = SSMTP_VALUE_STRING, .text = ssmtp_slice_str(text) };

		(void) ssmtp_client_set(object->client, row->id, 0, &value, &error);
		return;
	}
	ssmtp_buf_init(&object->out, 1 << 16);
	if (ssmtp_buf_printf(&object->out, "%s=%s", row->name, text)) {
		ssmtp_buf ignored;

		ssmtp_buf_init(&ignored, 1 << 16);
		(void) ssmtp_client_config(object->client, ssmtp_buf_slice(&object->out), &ignored, &error);
		ssmtp_buf_free(&ignored);
	}
	ssmtp_buf_free(&object->out);
}

void php_ssmtp_ini_apply(php_ssmtp_object *object)
{
	for (size_t i = 0; i < ini_row_count; i++) {
		const char *text = zend_ini_string(ini_rows[i].name, strlen(ini_rows[i].name), 0);

		if (text != NULL && text[0] != '\0') {
			apply_row(object, ini_rows[i].row, text);
		}
	}
}
