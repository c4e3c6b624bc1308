/* Values of every property and setting: the table, storage, snapshots and
 * the one entrance for all changes. */
#include "settings/settings_internal.h"

#include "base/alloc.h"
#include "base/ascii.h"

const ssmtp_constant_row ssmtp_constant_rows[] = {
#define SSMTP_CONSTANT(group, name, value, sentence) { SSMTP_GROUP_##group, #name, value, sentence },
#include "settings/constants.def"
};
const size_t ssmtp_constant_row_count = sizeof(ssmtp_constant_rows) / sizeof(ssmtp_constant_rows[0]);

/* The words of settings.def's columns. */
#define ACTION SSMTP_FLAG_ACTION
#define HEADER SSMTP_FLAG_HEADER
#define CONTENT SSMTP_FLAG_CONTENT
#define TLS SSMTP_FLAG_TLS
#define IDENTITY SSMTP_FLAG_IDENTITY
#define INI SSMTP_FLAG_INI
#define NAMED SSMTP_FLAG_NAMED
#define HEX SSMTP_FLAG_HEX
#define NUMBERED SSMTP_FLAG_NUMBERED
#define ACCESS_RW 0
#define ACCESS_RO SSMTP_FLAG_READ_ONLY
#define ACCESS_WO SSMTP_FLAG_WRITE_ONLY
#define ACCESS_RW_AT SSMTP_FLAG_INDEXED
#define ACCESS_RO_AT (SSMTP_FLAG_INDEXED | SSMTP_FLAG_READ_ONLY)
#define ACCESS_CONFIG_RW SSMTP_FLAG_CONFIG
#define ACCESS_CONFIG_RO (SSMTP_FLAG_CONFIG | SSMTP_FLAG_READ_ONLY)
#define ACCESS_CONFIG_WO (SSMTP_FLAG_CONFIG | SSMTP_FLAG_WRITE_ONLY)
#define DEFAULT_BOOL(value) .default_number = (value), .default_text = NULL
#define DEFAULT_INT(value) .default_number = (value), .default_text = NULL
#define DEFAULT_ENUM(value) .default_number = (value), .default_text = NULL
#define DEFAULT_STRING(value) .default_number = 0, .default_text = (value)
#define DEFAULT_BINARY(value) .default_number = 0, .default_text = (value)
#define DEFAULT_SECRET(value) .default_number = 0, .default_text = (value)
#define CHECK_ANY .check = ssmtp_check_any
#define CHECK_RANGE(first, last) .check = ssmtp_check_range, .low = (first), .high = (last)
#define CHECK_ONE_OF(name) .check = ssmtp_check_one_of, .group = SSMTP_GROUP_##name
#define CHECK_WORDS(list) .check = ssmtp_check_words, .words = (list)
#define CHECK_BY(name) .check = ssmtp_check_##name

#define ROW(id_, constant_, name_, type_, value_, check_, access_, flags_, code_, sentence_)                           \
	.id = (id_), .constant = #constant_, .name = #name_, .type = SSMTP_TYPE_##type_, DEFAULT_##type_(value_),          \
	CHECK_##check_, .while_connected = SSMTP_E_##code_, .sentence = (sentence_)

const ssmtp_setting_row ssmtp_setting_rows[] = {
#define SSMTP_SETTING(id, constant, name, field, type, value, check, access, flags_, code, sentence)                   \
	{ ROW(id, constant, name, type, value, check, access, flags_, code, sentence),                                     \
		.flags = (flags_) | ACCESS_##access, .stored = true, .offset = offsetof(ssmtp_settings, field) },
#define SSMTP_VIEW(id, constant, name, field, type, value, check, access, flags_, code, sentence)                      \
	{ ROW(id, constant, name, type, value, check, access, flags_, code, sentence),                                     \
		.flags = (flags_) | ACCESS_##access, .view_get = ssmtp_view_get_##field, .view_set = ssmtp_view_set_##field },
#define SSMTP_COMPUTED(id, constant, name, field, type, value, check, access, flags_, code, sentence)                  \
	{ ROW(id, constant, name, type, value, check, access, flags_, code, sentence),                                     \
		.flags = (flags_) | ACCESS_##access | SSMTP_FLAG_COMPUTED },
#include "settings/settings.def"
};
const size_t ssmtp_setting_row_count = SSMTP_SETTING_ROWS;

_Static_assert(sizeof(ssmtp_setting_rows) / sizeof(ssmtp_setting_rows[0]) == SSMTP_SETTING_ROWS,
	"the count is the table's");

_Static_assert(offsetof(ssmtp_settings, subject_len) == offsetof(ssmtp_settings, subject) + sizeof(const char *),
	"the length of a text stands behind its pointer");

/* Where a stored row lives. */
static void *slot_of(const ssmtp_settings *settings, const ssmtp_setting_row *row)
{
	return (char *) (uintptr_t) settings + row->offset;
}

static const char **text_slot(const ssmtp_settings *settings, const ssmtp_setting_row *row)
{
	return slot_of(settings, row);
}

static size_t *text_len_slot(const ssmtp_settings *settings, const ssmtp_setting_row *row)
{
	return (size_t *) (void *) ((char *) slot_of(settings, row) + sizeof(const char *));
}

static bool row_is_text(const ssmtp_setting_row *row)
{
	return row->type == SSMTP_TYPE_STRING || row->type == SSMTP_TYPE_BINARY;
}

/* Most rows have their default most of the time: a snapshot looks at the others only. */
static void row_hold(ssmtp_settings *settings, const ssmtp_setting_row *row, bool held)
{
	size_t at = (size_t) (row - ssmtp_setting_rows);
	uint64_t bit = (uint64_t) 1 << at % 64;

	settings->held[at / 64] = held ? settings->held[at / 64] | bit : settings->held[at / 64] & ~bit;
}

void ssmtp_settings_put_text_take(ssmtp_settings *settings, const ssmtp_setting_row *row, const char *text, size_t len)
{
	ssmtp_text_release(*text_slot(settings, row), row->default_text);
	*text_slot(settings, row) = text;
	*text_len_slot(settings, row) = len;
	row_hold(settings, row, text != row->default_text && text != ssmtp_text_empty);
}

static bool put_secret(ssmtp_settings *settings, const ssmtp_setting_row *row, ssmtp_slice value, ssmtp_error *error)
{
	if (!ssmtp_secret_set(slot_of(settings, row), value)) {
		return ssmtp_error_nomem(error);
	}
	row_hold(settings, row, true);
	return true;
}

static void row_to_default(ssmtp_settings *settings, const ssmtp_setting_row *row)
{
	if (!row->stored) {
		return;
	}
	if (row_is_text(row)) {
		ssmtp_settings_put_text_take(settings, row, row->default_text, strlen(row->default_text));
	} else if (row->type == SSMTP_TYPE_SECRET) {
		ssmtp_secret_free(slot_of(settings, row));
		row_hold(settings, row, false);
	} else if (row->type == SSMTP_TYPE_BOOL) {
		*(bool *) slot_of(settings, row) = row->default_number != 0;
	} else {
		*(int64_t *) slot_of(settings, row) = row->default_number;
	}
}

/* The first row from at on that holds memory; SSMTP_SETTING_ROWS when there is none. */
static size_t next_held(const ssmtp_settings *settings, size_t at)
{
	while (at < SSMTP_SETTING_ROWS) {
		uint64_t left = settings->held[at / 64] >> at % 64;

		if (left & 1) {
			return at;
		}
		at = left == 0 ? (at / 64 + 1) * 64 : at + 1;
	}
	return SSMTP_SETTING_ROWS;
}

ssmtp_settings *ssmtp_settings_new(const ssmtp_settings_hooks *hooks)
{
	ssmtp_settings *settings = ssmtp_alloc_zero(sizeof(*settings));

	if (settings == NULL) {
		return NULL;
	}
	settings->references = 1;
	settings->hooks = hooks;
	settings->profile = ssmtp_text_empty;
	ssmtp_buf_init_secret(&settings->scratch, SSMTP_BUF_MAX_DEFAULT);
	for (size_t i = 0; i < ssmtp_setting_row_count; i++) {
		row_to_default(settings, &ssmtp_setting_rows[i]);
	}
	return settings;
}

void ssmtp_settings_free(ssmtp_settings **settings)
{
	if (*settings == NULL) {
		return;
	}
	if (--(*settings)->references > 0) {
		*settings = NULL;
		return;
	}
	for (size_t i = next_held(*settings, 0); i < SSMTP_SETTING_ROWS; i = next_held(*settings, i + 1)) {
		row_to_default(*settings, &ssmtp_setting_rows[i]);
	}
	ssmtp_recipients_free(*settings);
	ssmtp_buf_free(&(*settings)->scratch);
	ssmtp_free(*settings);
	*settings = NULL;
}

/* The copy holds the same octets as the original: its texts become shared, its secrets and recipients its own. */
static bool copy_held(ssmtp_settings *copy, const ssmtp_settings *settings)
{
	bool ok = ssmtp_recipients_copy(copy, settings);

	for (size_t i = next_held(settings, 0); i < SSMTP_SETTING_ROWS; i = next_held(settings, i + 1)) {
		const ssmtp_setting_row *row = &ssmtp_setting_rows[i];

		if (row_is_text(row)) {
			ssmtp_text_share(*text_slot(copy, row), row->default_text);
			continue;
		}
		memset(slot_of(copy, row), 0, sizeof(ssmtp_secret));
		ok = ok && put_secret(copy, row, ssmtp_secret_slice(slot_of(settings, row)), NULL);
	}
	return ok;
}

ssmtp_settings *ssmtp_settings_copy(const ssmtp_settings *settings)
{
	ssmtp_settings *copy = ssmtp_alloc(sizeof(*copy));

	if (copy == NULL) {
		return NULL;
	}
	*copy = *settings;
	copy->references = 1;
	copy->recipients = NULL;
	copy->recipient_count = copy->recipient_room = 0;
	ssmtp_buf_init_secret(&copy->scratch, SSMTP_BUF_MAX_DEFAULT);
	if (!copy_held(copy, settings)) {
		ssmtp_settings_free(&copy);
		return NULL;
	}
	return copy;
}

ssmtp_settings *ssmtp_settings_ref(ssmtp_settings *settings)
{
	settings->references++;
	return settings;
}

bool ssmtp_settings_own(ssmtp_settings **settings)
{
	ssmtp_settings *copy;

	if ((*settings)->references == 1) {
		return true;
	}
	copy = ssmtp_settings_copy(*settings);
	if (copy == NULL) {
		return false;
	}
	ssmtp_settings_free(settings);
	*settings = copy;
	return true;
}

/* Bumps the revisions a row belongs to. */
static void settings_touch(ssmtp_settings *settings, const ssmtp_setting_row *row)
{
	settings->revision++;
	settings->content_revision += (row->flags & SSMTP_FLAG_CONTENT) != 0;
	settings->tls_revision += (row->flags & SSMTP_FLAG_TLS) != 0;
}

static void reset_rows(ssmtp_settings *settings, unsigned flags)
{
	for (size_t i = 0; i < ssmtp_setting_row_count; i++) {
		const ssmtp_setting_row *row = &ssmtp_setting_rows[i];

		if ((row->flags & flags) == flags) {
			row_to_default(settings, row);
			settings_touch(settings, row);
		}
	}
	settings->subject_set = false;
	ssmtp_recipients_free(settings);
}

void ssmtp_settings_reset(ssmtp_settings *settings)
{
	settings->profile = ssmtp_text_empty;
	reset_rows(settings, 0);
	ssmtp_buf_free(&settings->scratch);
}

void ssmtp_settings_reset_headers(ssmtp_settings *settings)
{
	reset_rows(settings, SSMTP_FLAG_HEADER);
}

const ssmtp_setting_row *ssmtp_settings_row(ssmtp_setting_id id)
{
	size_t low = 0, high = ssmtp_setting_row_count;

	/* The table is in order of the ids. */
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (ssmtp_setting_rows[middle].id < (int) id) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low < ssmtp_setting_row_count && ssmtp_setting_rows[low].id == (int) id ? &ssmtp_setting_rows[low] : NULL;
}

const ssmtp_setting_row *ssmtp_settings_find_id(int id)
{
	const ssmtp_setting_row *row = ssmtp_settings_row((ssmtp_setting_id) id);

	return row == NULL || (row->flags & SSMTP_FLAG_CONFIG) ? NULL : row;
}

const ssmtp_setting_row *ssmtp_settings_find_config(ssmtp_slice name)
{
	for (size_t i = 0; i < ssmtp_setting_row_count; i++) {
		const ssmtp_setting_row *row = &ssmtp_setting_rows[i];

		if ((row->flags & (SSMTP_FLAG_CONFIG | SSMTP_FLAG_NAMED)) &&
			ssmtp_slice_equal_nocase(ssmtp_slice_str(row->name), name)) {
			return row;
		}
	}
	return NULL;
}

bool ssmtp_settings_check(ssmtp_settings *settings, const ssmtp_setting_row *row, const ssmtp_value *value,
	ssmtp_value *clean, ssmtp_error *error)
{
	char digits[SSMTP_COERCE_DIGITS];

	if (row->flags & SSMTP_FLAG_READ_ONLY) {
		return ssmtp_error_set(
			error, SSMTP_ERROR_STATE, SSMTP_E_INVALID_STATE, "%s is read-only: it can be read but not set.", row->name);
	}
	if (!ssmtp_setting_coerce(row, value, digits, clean, error)) {
		return false;
	}
	if (clean->type == SSMTP_VALUE_STRING && clean->text.ptr == (const uint8_t *) digits) {
		ssmtp_buf_clear(&settings->scratch);
		if (!ssmtp_buf_append_slice(&settings->scratch, clean->text)) {
			return ssmtp_error_nomem(error);
		}
		clean->text = ssmtp_buf_slice(&settings->scratch);
	}
	return row->check(settings, row, clean, error);
}

static bool row_store(
	ssmtp_settings *settings, const ssmtp_setting_row *row, const ssmtp_value *clean, ssmtp_error *error)
{
	if (row_is_text(row)) {
		const char *text = ssmtp_text_new(clean->text);

		if (text == NULL) {
			return ssmtp_error_nomem(error);
		}
		ssmtp_settings_put_text_take(settings, row, text, clean->text.len);
		return true;
	}
	if (row->type == SSMTP_TYPE_SECRET) {
		return put_secret(settings, row, clean->text, error);
	}
	if (row->type == SSMTP_TYPE_BOOL) {
		*(bool *) slot_of(settings, row) = clean->number != 0;
	} else {
		*(int64_t *) slot_of(settings, row) = clean->number;
	}
	return true;
}

/* Setting one of the two bodies forgets the other (spec properties 3.7). */
static void after_message(ssmtp_settings *settings)
{
	if (settings->message_len > 0) {
		row_to_default(settings, ssmtp_settings_row(SSMTP_ID_MESSAGE_TEXT));
	}
}

static void after_message_text(ssmtp_settings *settings)
{
	if (settings->message_text_len > 0) {
		row_to_default(settings, ssmtp_settings_row(SSMTP_ID_MESSAGE));
	}
}

static void after_firewall_type(ssmtp_settings *settings)
{
	if (settings->firewall_type != SSMTP_FW_NONE) {
		settings->firewall_port = settings->firewall_type == SSMTP_FW_TUNNEL ? 80 : 1080;
	}
}

static void after_subject(ssmtp_settings *settings)
{
	settings->subject_set = true;
}

static void after_keep_alive(ssmtp_settings *settings)
{
	settings->tcp_keep_alive |= settings->keep_alive_interval > 0 || settings->keep_alive_time > 0;
}

static const struct {
	ssmtp_setting_id id;
	void (*effect)(ssmtp_settings *settings);
} after_set[] = {
	{ SSMTP_ID_MESSAGE, after_message },
	{ SSMTP_ID_MESSAGE_TEXT, after_message_text },
	{ SSMTP_ID_FIREWALL_TYPE, after_firewall_type },
	{ SSMTP_ID_SUBJECT, after_subject },
	{ SSMTP_ID_KEEP_ALIVE_INTERVAL, after_keep_alive },
	{ SSMTP_ID_KEEP_ALIVE_TIME, after_keep_alive },
};

static void row_effects(ssmtp_settings *settings, const ssmtp_setting_row *row)
{
	for (size_t i = 0; i < sizeof(after_set) / sizeof(after_set[0]); i++) {
		if ((int) after_set[i].id == row->id) {
			after_set[i].effect(settings);
		}
	}
	settings_touch(settings, row);
}

bool ssmtp_settings_set(
	ssmtp_settings *settings, const ssmtp_setting_row *row, size_t index, const ssmtp_value *value, ssmtp_error *error)
{
	ssmtp_value clean;

	if (settings->references > 1) {
		return ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_INTERNAL, "A snapshot of settings does not change.");
	}
	if (!ssmtp_settings_check(settings, row, value, &clean, error)) {
		return false;
	}
	if (row->view_set != NULL) {
		if (!row->view_set(settings, index, &clean, error)) {
			return false;
		}
	} else if (row->stored && !row_store(settings, row, &clean, error)) {
		return false;
	}
	row_effects(settings, row);
	return true;
}

bool ssmtp_settings_index(const ssmtp_setting_row *row, size_t index, size_t count, ssmtp_error *error)
{
	if (index < count) {
		return true;
	}
	/* A negative index arrives here as a huge one. */
	return ssmtp_error_argument(error, "%s: the index %lld is outside the array, which has %zu entries.", row->name,
		(long long) (int64_t) index, count);
}

/* The password of a key reads as its store's until it is set (spec properties 4.2). */
static const struct {
	ssmtp_setting_id key_password, store_password;
} password_fallback[] = {
	{ SSMTP_ID_CERT_KEY_PASSWORD, SSMTP_ID_CERT_STORE_PASSWORD },
	{ SSMTP_ID_SSL_CERT_KEY_PASSWORD, SSMTP_ID_SSL_CERT_STORE_PASSWORD },
	{ SSMTP_ID_SSL_ACCEPT_SERVER_CERT_KEY_PASSWORD, SSMTP_ID_SSL_ACCEPT_SERVER_CERT_STORE_PASSWORD },
};

static ssmtp_slice secret_read(const ssmtp_settings *settings, const ssmtp_setting_row *row)
{
	ssmtp_slice secret = ssmtp_secret_slice(slot_of(settings, row));

	for (size_t i = 0; secret.len == 0 && i < sizeof(password_fallback) / sizeof(password_fallback[0]); i++) {
		if ((int) password_fallback[i].key_password == row->id) {
			secret = ssmtp_secret_slice(slot_of(settings, ssmtp_settings_row(password_fallback[i].store_password)));
		}
	}
	return secret;
}

static void default_read(const ssmtp_setting_row *row, ssmtp_value *value)
{
	if (row->default_text != NULL) {
		value->type = SSMTP_VALUE_STRING;
		value->text = ssmtp_slice_str(row->default_text);
	} else {
		value->type = row->type == SSMTP_TYPE_BOOL ? SSMTP_VALUE_BOOL : SSMTP_VALUE_INT;
		value->number = row->default_number;
	}
}

bool ssmtp_settings_get(
	ssmtp_settings *settings, const ssmtp_setting_row *row, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	memset(value, 0, sizeof(*value));
	if (row->view_get != NULL) {
		return row->view_get(settings, index, value, error);
	}
	default_read(row, value);
	if (!row->stored) {
		return !(row->flags & SSMTP_FLAG_INDEXED) || ssmtp_settings_index(row, index, 0, error);
	}
	if (row_is_text(row)) {
		value->text = ssmtp_slice_of(*text_slot(settings, row), *text_len_slot(settings, row));
	} else if (row->type == SSMTP_TYPE_SECRET) {
		value->text = secret_read(settings, row);
	} else if (row->type == SSMTP_TYPE_BOOL) {
		value->number = *(bool *) slot_of(settings, row);
	} else {
		value->number = *(int64_t *) slot_of(settings, row);
	}
	return true;
}

bool ssmtp_settings_parse_config(
	ssmtp_slice text, const ssmtp_setting_row **row, bool *has_value, ssmtp_value *value, ssmtp_error *error)
{
	size_t equals = ssmtp_slice_find(text, '=');
	ssmtp_slice name = ssmtp_slice_trim(ssmtp_slice_head(text, equals));

	*has_value = equals < text.len;
	*value = (ssmtp_value){ SSMTP_VALUE_STRING, 0, ssmtp_slice_skip(text, equals + 1) };
	*row = ssmtp_settings_find_config(name);
	if (*row == NULL) {
		/* Without "=" the whole text may be a misplaced secret: show little of it. */
		return ssmtp_error_argument(error,
			"There is no configuration setting named \"%.*s\"; the names are listed in docs/settings.md.",
			SSMTP_SLICE_FMT(ssmtp_slice_head(name, 40)));
	}
	return true;
}

bool ssmtp_setting_append_text(ssmtp_buf *out, const ssmtp_value *value)
{
	if (value->type == SSMTP_VALUE_BOOL) {
		return ssmtp_buf_append_str(out, value->number ? "True" : "False");
	}
	if (value->type == SSMTP_VALUE_INT) {
		return ssmtp_buf_printf(out, "%lld", (long long) value->number);
	}
	return ssmtp_buf_append_slice(out, value->text);
}

const char *ssmtp_constant_name(ssmtp_constant_group group, int64_t value)
{
	for (size_t i = 0; i < ssmtp_constant_row_count; i++) {
		if (ssmtp_constant_rows[i].group == group && ssmtp_constant_rows[i].value == value) {
			return ssmtp_constant_rows[i].name;
		}
	}
	return NULL;
}
