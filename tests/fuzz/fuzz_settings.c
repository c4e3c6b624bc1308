/* Configuration strings, one a line, as a program hands them to Config(); after
 * each, what was set must read and a snapshot must hold the same. */
#include <stdlib.h>

#include "base/error.h"
#include "client/setting_hooks.h"
#include "settings/settings.h"

static void config_line(ssmtp_settings *settings, ssmtp_slice line)
{
	ssmtp_error error = { 0 };
	const ssmtp_setting_row *row;
	ssmtp_value value;
	bool has_value;

	if (!ssmtp_settings_parse_config(line, &row, &has_value, &value, &error)) {
		return;
	}
	if (has_value && !ssmtp_settings_set(settings, row, 0, &value, &error) && error.text[0] == '\0') {
		abort();
	}
	if (ssmtp_settings_get(settings, row, 0, &value, &error)) {
		ssmtp_buf out;

		ssmtp_buf_init(&out, 1 << 20);
		ssmtp_setting_append_text(&out, &value);
		ssmtp_buf_free(&out);
	}
}

/* An octet in front of a line picks a property instead of a name. */
static void property_line(ssmtp_settings *settings, ssmtp_slice line)
{
	const ssmtp_setting_row *row = &ssmtp_setting_rows[line.ptr[0] % ssmtp_setting_row_count];
	ssmtp_value value = { SSMTP_VALUE_STRING, 0, ssmtp_slice_skip(line, 2) };
	size_t index = line.len > 1 ? line.ptr[1] % 4u : 0;
	ssmtp_error error = { 0 };

	if (row->id == SSMTP_ID_MESSAGE_RECIPIENT_COUNT) {
		value = (ssmtp_value){ SSMTP_VALUE_INT, (int64_t) (line.len % 8), SSMTP_SLICE_EMPTY };
	}
	ssmtp_settings_set(settings, row, index, &value, &error);
	ssmtp_settings_get(settings, row, index, &value, &error);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	ssmtp_settings *settings = ssmtp_settings_new(&ssmtp_setting_hooks), *copy;
	ssmtp_slice rest = ssmtp_slice_of(data, size);

	while (rest.len > 0) {
		ssmtp_slice line = ssmtp_slice_head(rest, ssmtp_slice_find(rest, '\n'));

		rest = ssmtp_slice_skip(rest, line.len + 1);
		if (line.len > 1 && line.ptr[0] == '#') {
			property_line(settings, ssmtp_slice_skip(line, 1));
		} else {
			config_line(settings, line);
		}
	}
	copy = ssmtp_settings_copy(settings);
	ssmtp_settings_reset(settings);
	ssmtp_settings_free(&copy);
	ssmtp_settings_free(&settings);
	return 0;
}
