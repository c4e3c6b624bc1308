/* Typed, validated values of every property and configuration setting. The
 * table settings.def is expanded here into the struct, the ids and the
 * descriptors; scripts/gen_settings.php derives everything else from it. */
#ifndef SSMTP_CLIENT_SETTINGS_H
#define SSMTP_CLIENT_SETTINGS_H

#include "base/buf.h"
#include "base/error.h"
#include "base/secret.h"

/* One value on its way in or out, independent of Zend. */
typedef enum ssmtp_value_type { SSMTP_VALUE_BOOL, SSMTP_VALUE_INT, SSMTP_VALUE_STRING } ssmtp_value_type;
typedef struct ssmtp_value {
	ssmtp_value_type type;
	int64_t number;    /* BOOL, INT */
	ssmtp_slice text;  /* STRING; on the way out valid until the settings change */
} ssmtp_value;

/* Fields are named after the property in snake_case (MailServer: mail_server,
 * SSLStartMode: ssl_start_mode, BCc lists live in recipients). Strings are
 * NUL-terminated and never NULL, with their length in <name>_len where NULs are legal;
 * secrets are ssmtp_secret; bool and int64_t else. */
typedef struct ssmtp_settings ssmtp_settings;

/* (The settings author completes this header: the struct expanded from settings.def,
 * ssmtp_settings_new/free/copy (snapshot)/reset, row descriptors with id, name, type, access, default, index, config-only flag,
 * ssmtp_settings_set(settings, row, index, value, state, error), ssmtp_settings_get(...),
 * ssmtp_settings_find_id(), ssmtp_settings_find_config(name).) */

#endif
