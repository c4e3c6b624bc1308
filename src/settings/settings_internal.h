/* What the settings' own files share: counted texts, checks and views named by settings.def. */
#ifndef SSMTP_SETTINGS_INTERNAL_H
#define SSMTP_SETTINGS_INTERNAL_H

#include "settings/settings.h"

/* A counted text is shared by the snapshots of one thread. ssmtp_text_empty and a row's default are not counted:
 * `fixed` names the latter. */
extern const char ssmtp_text_empty[1];
const char *ssmtp_text_new(ssmtp_slice value); /* NULL without memory */
const char *ssmtp_text_share(const char *text, const char *fixed);
void ssmtp_text_release(const char *text, const char *fixed);

/* Puts the row's name in front of a text that does not have it. */
void ssmtp_setting_name_in(const ssmtp_setting_row *row, ssmtp_error *error);

/* Brings a value to the row's type (spec properties 1.3); digits holds the text of a number. */
#define SSMTP_COERCE_DIGITS 24
bool ssmtp_setting_coerce(const ssmtp_setting_row *row, const ssmtp_value *value, char digits[SSMTP_COERCE_DIGITS],
	ssmtp_value *clean, ssmtp_error *error);

/* Replaces the text of a stored STRING or BINARY row by a counted text, which it consumes. */
void ssmtp_settings_put_text_take(ssmtp_settings *settings, const ssmtp_setting_row *row, const char *text, size_t len);

/* Checks named in settings.def. */
ssmtp_setting_check ssmtp_check_any, ssmtp_check_range, ssmtp_check_one_of, ssmtp_check_words, ssmtp_check_line,
	ssmtp_check_folded, ssmtp_check_header_lines, ssmtp_check_fixed, ssmtp_check_ssl_provider,
	ssmtp_check_ssl_provider_name, ssmtp_check_max_header_length, ssmtp_check_protocols, ssmtp_check_security_flags,
	ssmtp_check_cipher, ssmtp_check_digest, ssmtp_check_capabilities, ssmtp_check_cipher_list, ssmtp_check_suites,
	ssmtp_check_groups, ssmtp_check_sigalgs, ssmtp_check_certificate, ssmtp_check_charset,
	ssmtp_check_ca_certs;

/* Views: two functions a VIEW row. */
#define SSMTP_VIEW(id, constant, name, field, type, value, check, access, flags, code, sentence)                       \
	bool ssmtp_view_get_##field(ssmtp_settings *settings, size_t index, ssmtp_value *result, ssmtp_error *error);      \
	bool ssmtp_view_set_##field(ssmtp_settings *settings, size_t index, const ssmtp_value *given, ssmtp_error *error);
#include "settings/settings.def"

void ssmtp_recipients_free(ssmtp_settings *settings);
bool ssmtp_recipients_copy(ssmtp_settings *copy, const ssmtp_settings *settings);

#endif
