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

#define OPERATION(name, operation)                                                                                     \
	PHP_FUNCTION(ssmtp_do_##name)                                                                                      \
	{                                                                                                                  \
		operate(INTERNAL_FUNCTION_PARAM_PASSTHRU, operation);                                                          \
	}
#define OPERATION_ON(name, operation)                                                                                  \
	PHP_FUNCTION(ssmtp_do_##name)                                                                                      \
	{                                                                                                                  \
		operate_on(INTERNAL_FUNCTION_PARAM_PASSTHRU, operation);                                                       \
	}

OPERATION(connect, SSMTP_OP_CONNECT)
OPERATION(disconnect, SSMTP_OP_DISCONNECT)
OPERATION(reset, SSMTP_OP_RESET)
OPERATION(send, SSMTP_OP_SEND)
OPERATION(sendtoterminalandemail, SSMTP_OP_SEND_TO_TERMINAL_AND_EMAIL)
OPERATION(sendtoterminalonly, SSMTP_OP_SEND_TO_TERMINAL_ONLY)
OPERATION(sendtoterminaloremail, SSMTP_OP_SEND_TO_TERMINAL_OR_EMAIL)
OPERATION(starttls, SSMTP_OP_START_TLS)
OPERATION_ON(expand, SSMTP_OP_EXPAND)
OPERATION_ON(processqueue, SSMTP_OP_PROCESS_QUEUE)
OPERATION_ON(sendcommand, SSMTP_OP_COMMAND)
OPERATION_ON(verify, SSMTP_OP_VERIFY)

/* From a callback it returns at once: the running operation moves things along. */
PHP_FUNCTION(ssmtp_do_doevents)
{
	php_ssmtp_object *object = php_ssmtp_parse_none(INTERNAL_FUNCTION_PARAM_PASSTHRU);

	if (object == NULL) {
		RETURN_THROWS();
	}
	if (object->running) {
		RETURN_LONG(0);
	}
	php_ssmtp_finish(INTERNAL_FUNCTION_PARAM_PASSTHRU, object,
		php_ssmtp_perform(object, SSMTP_OP_DO_EVENTS, SSMTP_SLICE_EMPTY));
}

PHP_FUNCTION(ssmtp_do_interrupt)
{
	php_ssmtp_object *object = php_ssmtp_parse_none(INTERNAL_FUNCTION_PARAM_PASSTHRU);

	if (object == NULL) {
		RETURN_THROWS();
	}
	ssmtp_client_interrupt(object->client);
	RETURN_LONG(0);
}
