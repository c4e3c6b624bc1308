/* Events reach PHP from here and only from here: while a callback runs no
 * frame of the protocol, of TLS or of a socket is below it, so it may throw,
 * exit, suspend a Fiber or let go of the object. */
#include "php/php_dispatch.h"

#include "php/compat.h"
#include "php/php_ini.h"
#include "php/php_source.h"

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

static void dispatch_event(php_ssmtp_object *object)
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

/* What is no string is no token: the log-in then ends with the client's error. */
static void dispatch_token_request(php_ssmtp_object *object)
{
	zval callable, result, params[2];

	ZVAL_COPY(&callable, &object->token_provider);
	ZVAL_UNDEF(&result);
	ZVAL_STRING(&params[0], ssmtp_client_settings(object->client)->user);
	ZVAL_BOOL(&params[1], ssmtp_client_token_refused(object->client));
	if (!Z_ISUNDEF(callable)) {
		call_user_function(NULL, NULL, &callable, &result, 2, params);
	}
	if (EG(exception) == NULL) {
		ssmtp_client_give_token(object->client,
			Z_TYPE(result) == IS_STRING ? php_ssmtp_slice_of(Z_STR(result)) : SSMTP_SLICE_EMPTY);
	}
	zval_ptr_dtor(&result);
	zval_ptr_dtor(&params[0]);
	zval_ptr_dtor(&callable);
}

/* Signal handlers of pcntl and set_time_limit() run between two waits, as they do between two opcodes. */
static void honour_interrupt(void)
{
	if (!zend_atomic_bool_load_ex(&EG(vm_interrupt))) {
		return;
	}
	if (zend_atomic_bool_load_ex(&EG(timed_out))) {
		zend_timeout();
	}
	if (EG(exception) == NULL) {
		zend_atomic_bool_store_ex(&EG(vm_interrupt), false);
		if (zend_interrupt_function != NULL) {
			zend_interrupt_function(EG(current_execute_data));
		}
	}
}

/* Longest wait at a stretch: where a time limit or a signal does not end a wait, it is seen behind it. */
#define DISPATCH_SLICE_MS 1000

/* On most systems max_execution_time counts processor time (setitimer), of which a wait takes none; what is waited here
 * counts as well, so that a silent server holds no worker for longer than the script may run. */
static void honour_time_limit(int64_t waited_ms)
{
	if (EG(timeout_seconds) > 0 && waited_ms / 1000 >= EG(timeout_seconds)) {
		zend_timeout();
	}
}

/* PHP notices a client that went away when output to it fails, and ends the script unless told not to. */
static void honour_abort(void)
{
	if ((PG(connection_status) & PHP_CONNECTION_ABORTED) != 0 && !PG(ignore_user_abort)) {
		zend_bailout();
	}
}

static ssmtp_step step(php_ssmtp_object *object)
{
	ssmtp_step result;

	object->inside = true;
	result = ssmtp_client_step(object->client);
	object->inside = false;
	return result;
}

/* After an exception (exit and the end of a Fiber are exceptions too) the client still ends the
 * operation in its own way, without events. */
static bool run(php_ssmtp_object *object)
{
	bool aborted = false;
	int64_t waited_ms = 0;

	for (;;) {
		switch (step(object)) {
		case SSMTP_STEP_WAIT:
			honour_interrupt();
			if (EG(exception) == NULL || aborted) {
				honour_abort();
				honour_time_limit(waited_ms);
				waited_ms += ssmtp_client_wait_at_most(object->client, DISPATCH_SLICE_MS);
			}
			break;
		case SSMTP_STEP_EVENT:
			dispatch_event(object);
			break;
		case SSMTP_STEP_TOKEN:
			dispatch_token_request(object);
			break;
		case SSMTP_STEP_DONE:
			return true;
		case SSMTP_STEP_FAILED:
			return false;
		}
		if (EG(exception) != NULL && !aborted) {
			ssmtp_client_abort(object->client);
			aborted = true;
		}
	}
}

static void after_success(php_ssmtp_object *object, ssmtp_operation operation)
{
	switch (operation) {
	case SSMTP_OP_SEND:
	case SSMTP_OP_SEND_TO_TERMINAL_OR_EMAIL:
	case SSMTP_OP_SEND_TO_TERMINAL_ONLY:
	case SSMTP_OP_SEND_TO_TERMINAL_AND_EMAIL:
		php_ssmtp_stream_sent(object);
		break;
	case SSMTP_OP_RESET:
		php_ssmtp_stream_forget(object);
		php_ssmtp_ini_apply(object);
		break;
	default:
		break;
	}
}

/* Protection reads the message, and with it a user's stream. */
static bool begin(php_ssmtp_object *object, ssmtp_operation operation, ssmtp_slice argument)
{
	bool begun;

	object->inside = true;
	begun = ssmtp_client_begin(object->client, operation, argument, &object->error);
	object->inside = false;
	return begun;
}

bool php_ssmtp_perform(php_ssmtp_object *object, ssmtp_operation operation, ssmtp_slice argument)
{
	bool done;

	/* The client may be through with the operation while its last events are still to be delivered. */
	if (object->running && operation == SSMTP_OP_CONNECT && object->operation == SSMTP_OP_CONNECT) {
		ssmtp_error_clear(&object->error);
		return ssmtp_error_set(&object->error, SSMTP_ERROR_STATE, SSMTP_E_CONNECTING,
			"Already connecting: Connect cannot be called from an event callback of Connect.");
	}
	if (!php_ssmtp_object_ready(object)) {
		return false;
	}
	if (!begin(object, operation, argument)) {
		return false;
	}
	GC_ADDREF(&object->std);
	object->running = true;
	object->operation = operation;
	done = run(object);
	object->running = false;
	if (done) {
		/* What a call inside a callback left (166) is not this call's error. */
		ssmtp_error_clear(&object->error);
		after_success(object, operation);
	} else {
		object->error = *ssmtp_client_error(object->client);
	}
	OBJ_RELEASE(&object->std);
	return done;
}
