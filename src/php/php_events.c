/* Events reach PHP from here and only from here: while a callback runs no
 * frame of the protocol, of TLS or of a socket is below it, so it may throw,
 * exit, suspend a Fiber or let go of the object. */
#include "php/php_events.h"

#include "php/php_call.h"
#include "php/php_callable.h"
#include "php/php_value.h"

/* A fireX of a subclass listens; that of the base class returns its argument and need not be called. */
static void find_overridden(php_ssmtp_object *object, zend_class_entry *ce)
{
	char name[64];
	zend_function *function;

	for (size_t i = 0; ce != php_ssmtp_ce && i < SSMTP_EVENT_COUNT; i++) {
		int len = snprintf(name, sizeof(name), "fire%s", ssmtp_event_rows[i].name);

		function = zend_hash_str_find_ptr_lc(&ce->function_table, name, (size_t) len);
		if (function != NULL && function->common.scope != php_ssmtp_ce) {
			object->fire[i] = function;
		}
	}
}

static void update_listeners(php_ssmtp_object *object)
{
	unsigned mask = 0;

	for (size_t i = 0; i < SSMTP_EVENT_COUNT; i++) {
		if (object->fire[i] != NULL || !Z_ISUNDEF(object->callbacks[i])) {
			mask |= 1u << ssmtp_event_rows[i].id;
		}
	}
	ssmtp_client_listen(object->client, mask);
}

void php_ssmtp_events_init(php_ssmtp_object *object, zend_class_entry *ce)
{
	find_overridden(object, ce);
	update_listeners(object);
}

static bool put_listener(php_ssmtp_object *object, ssmtp_event_id id, zval *callable)
{
	return php_ssmtp_callable_replace(object, &object->callbacks[id - 1], callable, update_listeners);
}

/* The callback's one argument: an array, keys in the order of the table. */
static void event_to_array(const ssmtp_event *event, const ssmtp_event_row *row, zval *param)
{
	array_init_size(param, (uint32_t) row->arg_count);
	for (size_t i = 0; i < row->arg_count; i++) {
		zval value;

		switch (row->args[i].type) {
		case SSMTP_ARG_STRING:
			php_ssmtp_slice_to_zval(event->args[i].text, &value);
			break;
		case SSMTP_ARG_INT:
			php_ssmtp_int_to_zval(event->args[i].number, &value);
			break;
		case SSMTP_ARG_BOOL:
			ZVAL_BOOL(&value, event->args[i].number != 0);
			break;
		}
		add_assoc_zval(param, row->args[i].key, &value);
	}
}

/* The writable argument if array is one that has it, else what it was. */
static bool read_back(zval *array, const char *key, bool unchanged)
{
	zval *value;

	ZVAL_DEREF(array);
	if (Z_TYPE_P(array) != IS_ARRAY) {
		return unchanged;
	}
	value = zend_hash_str_find(Z_ARRVAL_P(array), key, strlen(key));
	return value != NULL ? zend_is_true(value) : unchanged;
}

/* Callable and method are pinned for the call: it may replace or remove what it was called through. */
static void call_listener(php_ssmtp_object *object, size_t index, zval *param, zval *result)
{
	zval callable;

	ZVAL_COPY(&callable, &object->callbacks[index]);
	if (!Z_ISUNDEF(callable)) {
		call_user_function(NULL, NULL, &callable, result, 1, param);
	} else if (object->fire[index] != NULL) {
		zend_call_known_instance_method_with_1_params(object->fire[index], &object->std, result, param);
	}
	zval_ptr_dtor(&callable);
}

void php_ssmtp_events_tell(php_ssmtp_object *object)
{
	const ssmtp_event *event = ssmtp_client_event(object->client);
	const ssmtp_event_row *row = &ssmtp_event_rows[event->id - 1];
	bool accept = row->decision_arg >= 0 && event->args[row->decision_arg].number != 0;
	zval param, result;

	ZVAL_UNDEF(&result);
	event_to_array(event, row, &param);
	/* A reference, so that a callback which takes its argument by reference can change it in place. */
	ZVAL_MAKE_REF(&param);
	call_listener(object, (size_t) (row->id - 1), &param, &result);
	if (row->decision_arg >= 0 && EG(exception) == NULL) {
		const char *key = row->args[row->decision_arg].key;

		ssmtp_client_decide(object->client, read_back(&result, key, read_back(&param, key, accept)));
	}
	zval_ptr_dtor(&result);
	zval_ptr_dtor(&param);
}

PHP_FUNCTION(ssmtp_register_callback)
{
	php_ssmtp_object *object;
	zval *handle, *callback;
	zend_long id;

	ZEND_PARSE_PARAMETERS_START(3, 3)
		Z_PARAM_OBJECT_OF_CLASS(handle, php_ssmtp_ce)
		Z_PARAM_LONG(id)
		Z_PARAM_ZVAL(callback)
	ZEND_PARSE_PARAMETERS_END();
	object = php_ssmtp_object_open(handle);
	if (object == NULL) {
		RETURN_THROWS();
	}
	ssmtp_error_clear(&object->error);
	if (id < 1 || id > SSMTP_EVENT_COUNT) {
		ssmtp_error_argument(&object->error, "There is no event with the id " ZEND_LONG_FMT ".", id);
	} else if (!put_listener(object, (ssmtp_event_id) id, callback)) {
		ssmtp_error_argument(
			&object->error, "What was given for the event %s cannot be called.", ssmtp_event_rows[id - 1].name);
	}
	php_ssmtp_finish(INTERNAL_FUNCTION_PARAM_PASSTHRU, object, !ssmtp_error_is_set(&object->error));
}

static const ssmtp_event_row *event_named(const zend_string *name)
{
	for (size_t i = 0; i < SSMTP_EVENT_COUNT; i++) {
		const char *known = ssmtp_event_rows[i].name;

		if (zend_binary_strcasecmp(ZSTR_VAL(name), ZSTR_LEN(name), known, strlen(known)) == 0) {
			return &ssmtp_event_rows[i];
		}
	}
	return NULL;
}

PHP_METHOD(SSMTP, on)
{
	php_ssmtp_object *object;
	const ssmtp_event_row *row;
	zend_string *event;
	zval *callback;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_STR(event)
		Z_PARAM_ZVAL_OR_NULL(callback)
	ZEND_PARSE_PARAMETERS_END();
	object = php_ssmtp_object_open(ZEND_THIS);
	if (object == NULL) {
		RETURN_THROWS();
	}
	row = event_named(event);
	if (row == NULL) {
		zend_argument_value_error(1, "must be the name of an event, such as PITrail");
		RETURN_THROWS();
	}
	if (!put_listener(object, row->id, callback)) {
		zend_argument_type_error(2, "must be a valid callback or null");
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

/* The base method of every event. */
PHP_METHOD(SSMTP, fireConnectionStatus)
{
	zval *param;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY(param)
	ZEND_PARSE_PARAMETERS_END();
	RETURN_COPY(param);
}
