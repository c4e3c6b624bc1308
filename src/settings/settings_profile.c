/* Profile: a set of S/MIME choices for a known kind of counterpart. */
#include "settings/settings_internal.h"

static const struct profile_row {
	const char *profile;
	ssmtp_setting_id id;
	const char *value;
} profile_rows[] = {
#define SSMTP_PROFILE(profile, constant, value) { #profile, SSMTP_ID_##constant, value },
#include "settings/profiles.def"
};

#define PROFILE_ROW_COUNT (sizeof(profile_rows) / sizeof(profile_rows[0]))

bool ssmtp_view_get_profile(ssmtp_settings *settings, size_t index, ssmtp_value *result, ssmtp_error *error)
{
	(void) index, (void) error;
	*result = (ssmtp_value){ SSMTP_VALUE_STRING, 0, ssmtp_slice_str(settings->profile) };
	return true;
}

static bool row_belongs(const struct profile_row *row, ssmtp_slice profile)
{
	return ssmtp_slice_equal(ssmtp_slice_str(row->profile), profile);
}

/* All memory is taken before the first value changes. */
bool ssmtp_view_set_profile(ssmtp_settings *settings, size_t index, const ssmtp_value *given, ssmtp_error *error)
{
	const char *texts[PROFILE_ROW_COUNT] = { NULL };

	(void) index;
	for (size_t i = 0; i < PROFILE_ROW_COUNT; i++) {
		if (row_belongs(&profile_rows[i], given->text)) {
			texts[i] = ssmtp_text_new(ssmtp_slice_str(profile_rows[i].value));
			if (texts[i] == NULL) {
				goto nomem;
			}
		}
	}
	settings->profile = ssmtp_text_empty;
	for (size_t i = 0; i < PROFILE_ROW_COUNT; i++) {
		if (texts[i] != NULL) {
			settings->profile = profile_rows[i].profile;
			ssmtp_settings_put_text_take(settings, ssmtp_settings_row(profile_rows[i].id), texts[i], strlen(texts[i]));
		}
	}
	return true;
nomem:
	for (size_t i = 0; i < PROFILE_ROW_COUNT; i++) {
		ssmtp_text_release(texts[i], NULL);
	}
	return ssmtp_error_nomem(error);
}
