/* Typed, validated values of every property and configuration setting. The
 * table settings.def is expanded here into the struct, the ids and the
 * descriptors; scripts/gen_settings.php derives everything else from it. */
#ifndef SSMTP_SETTINGS_H
#define SSMTP_SETTINGS_H

#include "base/buf.h"
#include "base/error.h"
#include "base/secret.h"
#include "mime/mailbox.h"

/* One value on its way in or out, independent of Zend. */
typedef enum ssmtp_value_type {
	SSMTP_VALUE_BOOL,
	SSMTP_VALUE_INT,
	SSMTP_VALUE_STRING,
	SSMTP_VALUE_OTHER /* in only: always refused; text names the kind ("array") */
} ssmtp_value_type;

typedef struct ssmtp_value {
	ssmtp_value_type type;
	int64_t number;   /* BOOL, INT */
	ssmtp_slice text; /* STRING; on the way out valid until the settings are read or changed again */
} ssmtp_value;

/* Public ids: SSMTP_ID_MAIL_SERVER = 28. */
typedef enum ssmtp_setting_id {
	SSMTP_ID_NONE = 0,
#define SSMTP_SETTING(id, constant, name, field, type, value, check, access, flags, code, sentence)                    \
	SSMTP_ID_##constant = id,
#define SSMTP_VIEW SSMTP_SETTING
#define SSMTP_COMPUTED SSMTP_SETTING
#include "settings/settings.def"
	SSMTP_ID_BEHIND_LAST
} ssmtp_setting_id;

/* Named values: SSMTP_AM_CRAMMD5 = 1. */
enum {
#define SSMTP_CONSTANT(group, name, value, sentence) SSMTP_##name = value,
#include "settings/constants.def"
	SSMTP_CONSTANT_BEHIND_LAST
};

typedef enum ssmtp_constant_group {
	SSMTP_GROUP_NONE,
	SSMTP_GROUP_AUTH_MECHANISM,
	SSMTP_GROUP_FIREWALL_TYPE,
	SSMTP_GROUP_IMPORTANCE,
	SSMTP_GROUP_PRIORITY,
	SSMTP_GROUP_PROTECTION,
	SSMTP_GROUP_SENSITIVITY,
	SSMTP_GROUP_RECIPIENT_TYPE,
	SSMTP_GROUP_CERT_STORE_TYPE,
	SSMTP_GROUP_SSL_START_MODE,
	SSMTP_GROUP_SSL_PROVIDER
} ssmtp_constant_group;

typedef struct ssmtp_constant_row {
	ssmtp_constant_group group;
	const char *name; /* "AM_CRAMMD5" */
	int64_t value;
	const char *sentence;
} ssmtp_constant_row;
extern const ssmtp_constant_row ssmtp_constant_rows[];
extern const size_t ssmtp_constant_row_count;

typedef enum ssmtp_setting_type {
	SSMTP_TYPE_BOOL,
	SSMTP_TYPE_INT,
	SSMTP_TYPE_ENUM,
	SSMTP_TYPE_STRING,
	SSMTP_TYPE_BINARY,
	SSMTP_TYPE_SECRET
} ssmtp_setting_type;

/* Flags of a row; the meaning of each stands in settings.def. */
enum {
	SSMTP_FLAG_ACTION = 1 << 0,
	SSMTP_FLAG_HEADER = 1 << 1,
	SSMTP_FLAG_CONTENT = 1 << 2,
	SSMTP_FLAG_TLS = 1 << 3,
	SSMTP_FLAG_IDENTITY = 1 << 4,
	SSMTP_FLAG_INI = 1 << 5,
	SSMTP_FLAG_NAMED = 1 << 6,
	SSMTP_FLAG_HEX = 1 << 7,
	SSMTP_FLAG_NUMBERED = 1 << 8,
	/* made of the row's shape and access */
	SSMTP_FLAG_CONFIG = 1 << 16, /* only through Config(): no id in PHP, no methods */
	SSMTP_FLAG_INDEXED = 1 << 17,
	SSMTP_FLAG_READ_ONLY = 1 << 18,
	SSMTP_FLAG_WRITE_ONLY = 1 << 19,
	SSMTP_FLAG_COMPUTED = 1 << 20 /* the client knows the value */
};

typedef struct ssmtp_settings ssmtp_settings;
typedef struct ssmtp_setting_row ssmtp_setting_row;

/* Judges a coerced value and may replace it by its canonical form (static text
 * or the settings' scratch buffer). False: *error. */
typedef bool ssmtp_setting_check(
	ssmtp_settings *settings, const ssmtp_setting_row *row, ssmtp_value *value, ssmtp_error *error);

struct ssmtp_setting_row {
	int id;
	const char *constant; /* "MAIL_SERVER" */
	const char *name;     /* "MailServer" */
	ssmtp_setting_type type;
	unsigned flags; /* SSMTP_FLAG_* */
	bool stored;
	size_t offset; /* of the field when stored */
	int64_t default_number;
	const char *default_text;
	ssmtp_setting_check *check; /* never NULL */
	int64_t low, high;          /* RANGE */
	ssmtp_constant_group group; /* ONE_OF */
	const char *words;          /* WORDS: "A|B" */
	bool (*view_get)(ssmtp_settings *settings, size_t index, ssmtp_value *value, ssmtp_error *error);
	bool (*view_set)(ssmtp_settings *settings, size_t index, const ssmtp_value *value, ssmtp_error *error);
	int while_connected; /* error code of a change while connected, 0: allowed */
	const char *sentence;
};
extern const ssmtp_setting_row ssmtp_setting_rows[];
extern const size_t ssmtp_setting_row_count;

/* What the rooms of crypto and charsets know about values, and this one does not; each may be NULL (then unchecked). */
typedef struct ssmtp_settings_hooks {
	bool (*cipher)(ssmtp_slice value, ssmtp_error *error);      /* EncryptingAlgorithm: 10194 */
	bool (*digest)(ssmtp_slice value, ssmtp_error *error);      /* SigningAlgorithm: 10194 */
	bool (*cipher_list)(ssmtp_slice value, ssmtp_error *error); /* 10022, as the next three */
	bool (*suites)(ssmtp_slice value, ssmtp_error *error);
	bool (*groups)(ssmtp_slice value, ssmtp_error *error);
	bool (*sigalgs)(ssmtp_slice value, ssmtp_error *error);
	bool (*certificate)(ssmtp_slice value, ssmtp_error *error); /* one or more: 272 */
	bool (*charset)(ssmtp_slice value, ssmtp_error *error);     /* 434 */
	bool (*ca_certs)(ssmtp_slice value, ssmtp_error *error);    /* PEM text or a path: 272 */
} ssmtp_settings_hooks;

/* Strings here and in the struct are never NULL, NUL-terminated, shared between copies and not to be
 * changed in place; use the functions below. */
typedef struct ssmtp_recipient {
	const char *address;
	const char *name;
	const char *options;
	const char *group; /* name of the group it stands in (mailbox.h) */
	int type;          /* SSMTP_RT_* */
} ssmtp_recipient;

/* How many rows the table has. */
enum {
	SSMTP_SETTING_ROWS = 0
#define SSMTP_SETTING(...) +1
#define SSMTP_VIEW(...) +1
#define SSMTP_COMPUTED(...) +1
#include "settings/settings.def"
};

#define SSMTP_FIELD_BOOL(field) bool field;
#define SSMTP_FIELD_INT(field) int64_t field;
#define SSMTP_FIELD_ENUM(field) int64_t field;
#define SSMTP_FIELD_STRING(field)                                                                                      \
	const char *field;                                                                                                 \
	size_t field##_len;
#define SSMTP_FIELD_BINARY(field) SSMTP_FIELD_STRING(field)
#define SSMTP_FIELD_SECRET(field) ssmtp_secret field;

/* Read the fields directly; write through ssmtp_settings_set(). */
struct ssmtp_settings {
#define SSMTP_SETTING(id, constant, name, field, type, value, check, access, flags, code, sentence)                    \
	SSMTP_FIELD_##type(field)
#include "settings/settings.def"
	ssmtp_recipient *recipients;
	size_t recipient_count;
	size_t recipient_room;
	const char *profile; /* static: the name last given to Profile, "" if none */
	bool subject_set;    /* an empty Subject was asked for */
	/* Counted up by each change of a row with the flag: what was made of it is stale. */
	unsigned long revision;         /* every change */
	unsigned long content_revision; /* CONTENT, and the recipients */
	unsigned long tls_revision;     /* TLS */
	uint64_t held[(SSMTP_SETTING_ROWS + 63) / 64]; /* rows whose value is memory of its own: counted texts, secrets */
	unsigned references;
	const ssmtp_settings_hooks *hooks;
	ssmtp_buf scratch; /* texts that views make */
};

/* All defaults. hooks is borrowed: ssmtp_setting_hooks (client/setting_hooks.h), or a test's. NULL without memory. */
ssmtp_settings *ssmtp_settings_new(const ssmtp_settings_hooks *hooks);
void ssmtp_settings_free(ssmtp_settings **settings);
/* A snapshot: the same settings, held once more. What changes them makes them its own first. Stays on one thread. */
ssmtp_settings *ssmtp_settings_ref(ssmtp_settings *settings);
/* Settings of the same values: texts are shared, secrets copied. Both stay on one thread. NULL without memory. */
ssmtp_settings *ssmtp_settings_copy(const ssmtp_settings *settings);
/* Makes *settings one that nobody else holds, a copy where there is a snapshot. False without memory. Every function
 * that changes settings wants them so. */
bool ssmtp_settings_own(ssmtp_settings **settings);
/* All defaults again, recipients forgotten (Reset). */
void ssmtp_settings_reset(ssmtp_settings *settings);
/* The HEADER rows and the recipients (ResetHeaders). */
void ssmtp_settings_reset_headers(ssmtp_settings *settings);

/* Row by public id or by Config() name (any case); NULL when unknown. find_id gives no row that only Config() reaches.
 */
const ssmtp_setting_row *ssmtp_settings_find_id(int id);
const ssmtp_setting_row *ssmtp_settings_find_config(ssmtp_slice name);
/* Row of an id of the enum, CONFIG rows included; never NULL for an id of the enum. */
const ssmtp_setting_row *ssmtp_settings_row(ssmtp_setting_id id);

/* Coerces and checks without storing: for ACTION rows, whose effect comes before the value is kept. *clean may point
 * into *value, static text or the scratch buffer. Errors: 10022, 211 for a READ_ONLY row, and those of the
 * sentence. */
bool ssmtp_settings_check(ssmtp_settings *settings, const ssmtp_setting_row *row, const ssmtp_value *value,
	ssmtp_value *clean, ssmtp_error *error);
/* Checks and stores, with the effects on other rows. COMPUTED rows: checks only. The index is ignored by scalar rows.
 * On failure nothing is changed. Not judged here: while_connected. */
bool ssmtp_settings_set(
	ssmtp_settings *settings, const ssmtp_setting_row *row, size_t index, const ssmtp_value *value, ssmtp_error *error);
/* COMPUTED rows give their default (no connection, no certificate, an empty array). */
bool ssmtp_settings_get(
	ssmtp_settings *settings, const ssmtp_setting_row *row, size_t index, ssmtp_value *value, ssmtp_error *error);
/* Index outside an array of that size: 10022. */
bool ssmtp_settings_index(const ssmtp_setting_row *row, size_t index, size_t count, ssmtp_error *error);

/* Config(): splits "NAME=VALUE" at the first "=" and finds the row. *has_value false: a reading. 10022 when unknown. */
bool ssmtp_settings_parse_config(
	ssmtp_slice text, const ssmtp_setting_row **row, bool *has_value, ssmtp_value *value, ssmtp_error *error);
/* Appends a value as Config() shows it: True, False, decimal, text. */
bool ssmtp_setting_append_text(ssmtp_buf *out, const ssmtp_value *value);
/* "AM_CRAMMD5"; NULL when the group has no such value. */
const char *ssmtp_constant_name(ssmtp_constant_group group, int64_t value);

/* The recipients (properties 36 to 40). Errors: 10022, memory. */
bool ssmtp_settings_recipients_resize(ssmtp_settings *settings, size_t count, ssmtp_error *error);
/* One more mailbox behind those there are; name, if not empty, instead of what the address brings along. */
bool ssmtp_settings_recipient_add(
	ssmtp_settings *settings, int type, ssmtp_slice address, ssmtp_slice name, ssmtp_error *error);
/* SendTo, Cc, BCc: parses the list and replaces the recipients of the type; appends it as text. */
bool ssmtp_settings_recipients_parse(ssmtp_settings *settings, int type, ssmtp_slice list, ssmtp_error *error);
bool ssmtp_settings_recipients_list(const ssmtp_settings *settings, int type, ssmtp_buf *out, ssmtp_error *error);
/* The same as entries whose texts stay the settings': free list->items alone. */
bool ssmtp_settings_recipients_mailboxes(
	const ssmtp_settings *settings, int type, ssmtp_mailbox_list *list, ssmtp_error *error);

#endif
