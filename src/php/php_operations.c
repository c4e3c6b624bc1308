/* An operation from its begin to its end: the loop on the client's steps, and
 * the functions that are operations. */
#include "php/php_operations.h"

#include "php/compat.h"
#include "php/php_call.h"
#include "php/php_events.h"
#include "php/php_ini.h"
#include "php/php_source.h"
#include "php/php_token.h"
#include "php/php_value.h"

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
#define WAIT_SLICE_MS 1000

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
				waited_ms += ssmtp_client_wait_at_most(object->client, WAIT_SLICE_MS);
			}
			break;
		case SSMTP_STEP_EVENT:
			php_ssmtp_events_tell(object);
			break;
		case SSMTP_STEP_TOKEN:
			php_ssmtp_token_ask(object);
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

static void after_success(php_ssmtp_object *object, unsigned flags)
{
	if (flags & SSMTP_OPERATION_SENDS) {
		php_ssmtp_stream_sent(object);
	}
	if (flags & SSMTP_OPERATION_RESETS) {
		php_ssmtp_stream_forget(object);
		php_ssmtp_ini_apply(object);
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
	unsigned flags = ssmtp_operation_flags(operation);
	bool done;

	if (object->running && (flags & SSMTP_OPERATION_NESTS)) {
		return true;
	}
	/* The client may be through with the operation while its last events are still to be delivered. */
	if (object->running && (flags & ssmtp_operation_flags(object->operation) & SSMTP_OPERATION_CONNECTS)) {
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
		after_success(object, flags);
	} else {
		object->error = *ssmtp_client_error(object->client);
	}
	OBJ_RELEASE(&object->std);
	return done;
}

static void operate(INTERNAL_FUNCTION_PARAMETERS, ssmtp_operation operation)
{
	php_ssmtp_object *object = php_ssmtp_parse_none(INTERNAL_FUNCTION_PARAM_PASSTHRU);

	if (object == NULL) {
		RETURN_THROWS();
	}
	php_ssmtp_finish(INTERNAL_FUNCTION_PARAM_PASSTHRU, object,
		php_ssmtp_perform(object, operation, SSMTP_SLICE_EMPTY));
}

static void operate_on(INTERNAL_FUNCTION_PARAMETERS, ssmtp_operation operation)
{
	zend_string *argument;
	php_ssmtp_object *object = php_ssmtp_parse_text(INTERNAL_FUNCTION_PARAM_PASSTHRU, &argument);

	if (object == NULL) {
		RETURN_THROWS();
	}
	php_ssmtp_finish(INTERNAL_FUNCTION_PARAM_PASSTHRU, object,
		php_ssmtp_perform(object, operation, php_ssmtp_slice_of(argument)));
}

/* A function an operation; its method is an alias. */
#define OPERATE_NONE operate
#define OPERATE_TEXT(name) operate_on
#define OPERATE_SECRET(name) operate_on
#define SSMTP_OPERATION(constant, function, method, argument, plan, check, flags, request, verb, sentence)             \
	PHP_FUNCTION(ssmtp_do_##function)                                                                                  \
	{                                                                                                                  \
		OPERATE_##argument(INTERNAL_FUNCTION_PARAM_PASSTHRU, SSMTP_OP_##constant);                                     \
	}
#include "client/operations.def"
#undef SSMTP_OPERATION

PHP_FUNCTION(ssmtp_do_interrupt)
{
	php_ssmtp_object *object = php_ssmtp_parse_none(INTERNAL_FUNCTION_PARAM_PASSTHRU);

	if (object == NULL) {
		RETURN_THROWS();
	}
	ssmtp_client_interrupt(object->client);
	RETURN_LONG(0);
}
