/* Getters and setters. The table of settings is expanded into two thin
 * methods a property; all of them, ssmtp_get() and ssmtp_set() meet in
 * property_get() and property_set(). */
#include "php/php_settings.h"

#include "php/compat.h"
#include "php/php_exception.h"
#include "php/php_call.h"
#include "php/php_operations.h"
#include "php/php_value.h"

#define MASK "*****"

/* False after throwing (an object's __toString()). *text owns what the value points to, NULL if nothing. */
static bool value_from_zval(zval *source, ssmtp_value *value, zend_string **text)
{
	*text = NULL;
	ZVAL_DEREF(source);
	switch (Z_TYPE_P(source)) {
	case IS_FALSE:
	case IS_TRUE:
		*value = (ssmtp_value) { .type = SSMTP_VALUE_BOOL, .number = Z_TYPE_P(source) == IS_TRUE };
		return true;
	case IS_LONG:
		*value = (ssmtp_value) { .type = SSMTP_VALUE_INT, .number = Z_LVAL_P(source) };
		return true;
	case IS_DOUBLE:
	case IS_STRING:
	case IS_OBJECT:
		if (Z_TYPE_P(source) == IS_OBJECT && Z_OBJCE_P(source)->__tostring == NULL) {
			break;
		}
		*text = zval_try_get_string(source);
		if (*text == NULL) {
			return false;
		}
		*value = (ssmtp_value) { .type = SSMTP_VALUE_STRING, .text = php_ssmtp_slice_of(*text) };
		return true;
	default:
		break;
	}
	*value = (ssmtp_value) { .type = SSMTP_VALUE_OTHER, .text = ssmtp_slice_str(zend_zval_type_name(source)) };
	return true;
}

static void value_to_zval(const ssmtp_value *value, zval *target)
{
	switch (value->type) {
	case SSMTP_VALUE_BOOL:
		ZVAL_BOOL(target, value->number != 0);
		break;
	case SSMTP_VALUE_INT:
		php_ssmtp_int_to_zval(value->number, target);
		break;
	default:
		php_ssmtp_slice_to_zval(value->text, target);
		break;
	}
}

/* No row has an id that int cannot hold. */
static int id_of(zend_long id)
{
	return id < 0 || id > INT_MAX ? -1 : (int) id;
}

/* An index below zero is outside every array. */
static size_t index_of(zend_long index)
{
	return index < 0 ? SIZE_MAX : (size_t) index;
}

/* For what writes to nothing but the scratch buffer. */
static ssmtp_settings *settings_of(php_ssmtp_object *object)
{
	return (ssmtp_settings *) ssmtp_client_settings(object->client);
}

/* Two properties are methods in disguise: Connected connects or disconnects, Command sends a command. */
static bool set_by_operation(php_ssmtp_object *object, int id, const ssmtp_value *value)
{
	ssmtp_value clean;

	if (!ssmtp_settings_check(settings_of(object), ssmtp_settings_find_id(id), value, &clean, &object->error)) {
		return false;
	}
	if (id == SSMTP_ID_COMMAND) {
		return php_ssmtp_perform(object, SSMTP_OP_COMMAND, clean.text);
	}
	if ((clean.number != 0) == ssmtp_client_connected(object->client)) {
		return php_ssmtp_object_ready(object);
	}
	return php_ssmtp_perform(object, clean.number != 0 ? SSMTP_OP_CONNECT : SSMTP_OP_DISCONNECT, SSMTP_SLICE_EMPTY);
}

static bool set_value(php_ssmtp_object *object, zend_long id, zend_long index, const ssmtp_value *value)
{
	ssmtp_error_clear(&object->error);
	if (id == SSMTP_ID_CONNECTED || id == SSMTP_ID_COMMAND) {
		return set_by_operation(object, (int) id, value);
	}
	return ssmtp_client_set(object->client, id_of(id), index_of(index), value, &object->error);
}

/* NULL after throwing. The conversion may run PHP code that closes the handle: it comes before the look at that. */
static php_ssmtp_object *property_set(zval *handle, zend_long id, zend_long index, zval *source, bool *done)
{
	php_ssmtp_object *object;
	ssmtp_value value;
	zend_string *text;

	if (!value_from_zval(source, &value, &text)) {
		return NULL;
	}
	object = php_ssmtp_object_open(handle);
	*done = object != NULL && set_value(object, id, index, &value);
	if (text != NULL) {
		zend_string_release(text);
	}
	return object;
}

static bool property_get(php_ssmtp_object *object, zend_long id, zend_long index, zval *target)
{
	ssmtp_value value;
	bool done;

	object->inside = true;
	done = ssmtp_client_get(object->client, id_of(id), index_of(index), &value, &object->error);
	object->inside = false;
	if (!done) {
		return false;
	}
	value_to_zval(&value, target);
	return true;
}

/* {{{ Methods: two a row of the table */
static void method_get(INTERNAL_FUNCTION_PARAMETERS, int id, bool indexed)
{
	php_ssmtp_object *object;
	zend_long index = 0;

	ZEND_PARSE_PARAMETERS_START(indexed, indexed)
		if (indexed) {
			Z_PARAM_LONG(index)
		}
	ZEND_PARSE_PARAMETERS_END();
	object = php_ssmtp_object_open(ZEND_THIS);
	if (object == NULL) {
		RETURN_THROWS();
	}
	ssmtp_error_clear(&object->error);
	if (!property_get(object, id, index, return_value)) {
		php_ssmtp_throw(&object->error);
	}
}

/* The types of the stub. The word "False" is true to PHP: what a bool is given is read by the engine. */
static const struct {
	uint32_t mask;
	const char *name;
} value_types[] = {
	[SSMTP_VALUE_BOOL] = { MAY_BE_BOOL | MAY_BE_LONG | MAY_BE_STRING, "string|int|bool" },
	[SSMTP_VALUE_INT] = { MAY_BE_LONG, "int" },
	[SSMTP_VALUE_STRING] = { MAY_BE_STRING, "string" },
};

/* Coercion as for any function that declares the type, but null, which is nobody's address; TypeError otherwise. */
static bool check_type(zval *value, ssmtp_value_type type, bool strict, uint32_t number)
{
	uint32_t mask = value_types[type].mask;

	ZVAL_DEREF(value);
	if (((1u << Z_TYPE_P(value)) & mask) != 0
		|| (Z_TYPE_P(value) != IS_NULL && zend_verify_scalar_type_hint(mask, value, strict, false))) {
		return true;
	}
	if (EG(exception) == NULL) {
		zend_argument_type_error(number, "must be of type %s, %s given", value_types[type].name,
			zend_zval_type_name(value));
	}
	return false;
}

static void method_set(INTERNAL_FUNCTION_PARAMETERS, int id, bool indexed, ssmtp_value_type type)
{
	php_ssmtp_object *object;
	zend_long index = 0;
	zval *value;
	bool done;

	ZEND_PARSE_PARAMETERS_START(1 + indexed, 1 + indexed)
		if (indexed) {
			Z_PARAM_LONG(index)
		}
		Z_PARAM_ZVAL(value)
	ZEND_PARSE_PARAMETERS_END();
	if (!check_type(value, type, ZEND_ARG_USES_STRICT_TYPES(), 1 + indexed)) {
		RETURN_THROWS();
	}
	object = property_set(ZEND_THIS, id, index, value, &done);
	if (object == NULL) {
		RETURN_THROWS();
	}
	if (!done) {
		php_ssmtp_throw(&object->error);
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

#define VALUE_OF_BOOL SSMTP_VALUE_BOOL
#define VALUE_OF_INT SSMTP_VALUE_INT
#define VALUE_OF_ENUM SSMTP_VALUE_INT
#define VALUE_OF_STRING SSMTP_VALUE_STRING
#define VALUE_OF_BINARY SSMTP_VALUE_STRING
#define VALUE_OF_SECRET SSMTP_VALUE_STRING
#define GETTER(id, name, indexed)                                                                                      \
	PHP_METHOD(SSMTP, get##name)                                                                                       \
	{                                                                                                                  \
		method_get(INTERNAL_FUNCTION_PARAM_PASSTHRU, id, indexed);                                                     \
	}
#define SETTER(id, name, indexed, type)                                                                                \
	PHP_METHOD(SSMTP, set##name)                                                                                       \
	{                                                                                                                  \
		method_set(INTERNAL_FUNCTION_PARAM_PASSTHRU, id, indexed, VALUE_OF_##type);                                    \
	}
#define METHODS_RW(id, name, type) GETTER(id, name, false) SETTER(id, name, false, type)
#define METHODS_RO(id, name, type) GETTER(id, name, false)
#define METHODS_WO(id, name, type) SETTER(id, name, false, type)
#define METHODS_RW_AT(id, name, type) GETTER(id, name, true) SETTER(id, name, true, type)
#define METHODS_RO_AT(id, name, type) GETTER(id, name, true)
#define METHODS_CONFIG_RW(id, name, type)
#define METHODS_CONFIG_RO(id, name, type)
#define METHODS_CONFIG_WO(id, name, type)
#define SSMTP_SETTING(id, constant, name, field, type, value, check, access, flags, code, sentence)                    \
	METHODS_##access(id, name, type)
#define SSMTP_VIEW SSMTP_SETTING
#define SSMTP_COMPUTED SSMTP_SETTING
#include "settings/settings.def"
/* }}} */

PHP_FUNCTION(ssmtp_get)
{
	php_ssmtp_object *object;
	zend_long id, index = 0;
	zval *handle;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_OBJECT_OF_CLASS(handle, php_ssmtp_ce)
		Z_PARAM_LONG(id)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(index)
	ZEND_PARSE_PARAMETERS_END();
	object = php_ssmtp_object_open(handle);
	if (object == NULL) {
		RETURN_THROWS();
	}
	if (id == 0) {
		RETURN_STRING(PHP_SSMTP_VERSION_TEXT);
	}
	ssmtp_error_clear(&object->error);
	if (!property_get(object, id, index, return_value)) {
		RETURN_NULL();
	}
}

PHP_FUNCTION(ssmtp_set)
{
	php_ssmtp_object *object;
	zend_long id, index = 0;
	zval *handle, *third, *fourth = NULL;
	bool done;

	ZEND_PARSE_PARAMETERS_START(3, 4)
		Z_PARAM_OBJECT_OF_CLASS(handle, php_ssmtp_ce)
		Z_PARAM_LONG(id)
		Z_PARAM_ZVAL(third)
		Z_PARAM_OPTIONAL
		Z_PARAM_ZVAL(fourth)
	ZEND_PARSE_PARAMETERS_END();
	if (fourth != NULL) {
		index = zval_get_long(third);
	}
	object = EG(exception) != NULL ? NULL : property_set(handle, id, index, fourth != NULL ? fourth : third, &done);
	if (object == NULL) {
		RETURN_THROWS();
	}
	php_ssmtp_finish(INTERNAL_FUNCTION_PARAM_PASSTHRU, object, done);
}

/* May be called from a callback. */
PHP_FUNCTION(ssmtp_do_config)
{
	zend_string *text;
	php_ssmtp_object *object = php_ssmtp_parse_text(INTERNAL_FUNCTION_PARAM_PASSTHRU, &text);

	if (object == NULL) {
		RETURN_THROWS();
	}
	ssmtp_error_clear(&object->error);
	ssmtp_buf_init_secret(&object->out, PHP_SSMTP_TEXT_MAX);
	php_ssmtp_finish_text(INTERNAL_FUNCTION_PARAM_PASSTHRU, object,
		ssmtp_client_config(object->client, php_ssmtp_slice_of(text), &object->out, &object->error));
}

static bool is_default(const ssmtp_setting_row *row, const ssmtp_value *value)
{
	return value->type == SSMTP_VALUE_STRING ? ssmtp_slice_equal(value->text, ssmtp_slice_str(row->default_text))
											 : value->number == row->default_number;
}

/* A store given as octets may hold a private key, lines for a proxy a log-in. */
static bool is_secret(const ssmtp_setting_row *row)
{
	static const int may_hold[] = { SSMTP_ID_CERT_STORE, SSMTP_ID_SSL_CERT_STORE, SSMTP_ID_CERT_ENCODED,
		SSMTP_ID_SSL_CERT_ENCODED, SSMTP_ID_SSL_ACCEPT_SERVER_CERT_STORE, SSMTP_ID_FIREWALL_DATA };

	for (size_t i = 0; i < sizeof(may_hold) / sizeof(may_hold[0]); i++) {
		if (row->id == may_hold[i]) {
			return true;
		}
	}
	return row->type == SSMTP_TYPE_SECRET;
}

static void debug_row(php_ssmtp_object *object, const ssmtp_setting_row *row, HashTable *table)
{
	ssmtp_error error = { 0 };
	ssmtp_value value;
	zval shown;

	if ((row->flags & (SSMTP_FLAG_INDEXED | SSMTP_FLAG_WRITE_ONLY | SSMTP_FLAG_COMPUTED)) != 0
		|| !ssmtp_settings_get(settings_of(object), row, 0, &value, &error) || is_default(row, &value)) {
		return;
	}
	if (is_secret(row)) {
		ZVAL_STRING(&shown, MASK);
	} else {
		value_to_zval(&value, &shown);
	}
	zend_hash_str_update(table, row->name, strlen(row->name), &shown);
}

/* What var_dump() shows: properties and settings whose value is not the default, secrets masked. Nothing is computed
 * that could be large or fail. */
HashTable *php_ssmtp_debug_info(zend_object *std, int *is_temporary)
{
	php_ssmtp_object *object = php_ssmtp_object_of(std);
	HashTable *table = zend_array_dup(zend_std_get_properties(std));

	*is_temporary = 1;
	for (size_t i = 0; object->client != NULL && i < ssmtp_setting_row_count; i++) {
		debug_row(object, &ssmtp_setting_rows[i], table);
	}
	return table;
}
