/* Bodies of the functions; methods are their aliases and differ only in how a
 * failure is told: by exception instead of by code (php_ssmtp_finish). */
#include "php/php_functions.h"

#include "php/compat.h"
#include "php/php_dispatch.h"
#include "php/php_exception.h"
#include "php/php_source.h"

/* A queue file's content or a setting; PHP's own strings end far below. */
#define TEXT_MAX ((size_t) 1 << 31)

void php_ssmtp_finish(INTERNAL_FUNCTION_PARAMETERS, php_ssmtp_object *object, bool done)
{
	if (EG(exception) != NULL) {
		RETURN_THROWS();
	}
	if (done) {
		RETURN_LONG(0);
	}
	if (PHP_SSMTP_IS_METHOD()) {
		php_ssmtp_throw(&object->error);
		RETURN_THROWS();
	}
	RETURN_LONG(object->error.code);
}

/* Ends a body whose result is the text in object->out; a function returns "" on failure. */
static void finish_text(INTERNAL_FUNCTION_PARAMETERS, php_ssmtp_object *object, bool done)
{
	php_ssmtp_finish(INTERNAL_FUNCTION_PARAM_PASSTHRU, object, done);
	if (EG(exception) == NULL) {
		php_ssmtp_slice_to_zval(done ? ssmtp_buf_slice(&object->out) : SSMTP_SLICE_EMPTY, return_value);
	}
	ssmtp_buf_free(&object->out);
}

/* Of a method that the reference interface does not have: it returns nothing where its function returns 0. */
static void finish_new(INTERNAL_FUNCTION_PARAMETERS, php_ssmtp_object *object, bool done)
{
	php_ssmtp_finish(INTERNAL_FUNCTION_PARAM_PASSTHRU, object, done);
	if (PHP_SSMTP_IS_METHOD()) {
		ZVAL_NULL(return_value);
	}
}

/* The handle, from $this or the first argument; NULL after throwing. */
static php_ssmtp_object *parse_none(INTERNAL_FUNCTION_PARAMETERS)
{
	zval *handle;

	if (zend_parse_method_parameters(ZEND_NUM_ARGS(), getThis(), "O", &handle, php_ssmtp_ce) == FAILURE) {
		return NULL;
	}
	return php_ssmtp_object_open(handle);
}

/* The handle and one string. */
static php_ssmtp_object *parse_text(INTERNAL_FUNCTION_PARAMETERS, zend_string **text)
{
	zval *handle;

	if (zend_parse_method_parameters(ZEND_NUM_ARGS(), getThis(), "OS", &handle, php_ssmtp_ce, text) == FAILURE) {
		return NULL;
	}
	return php_ssmtp_object_open(handle);
}

static void operate(INTERNAL_FUNCTION_PARAMETERS, ssmtp_operation operation)
{
	php_ssmtp_object *object = parse_none(INTERNAL_FUNCTION_PARAM_PASSTHRU);

	if (object == NULL) {
		RETURN_THROWS();
	}
	php_ssmtp_finish(INTERNAL_FUNCTION_PARAM_PASSTHRU, object,
		php_ssmtp_perform(object, operation, SSMTP_SLICE_EMPTY));
}

static void operate_on(INTERNAL_FUNCTION_PARAMETERS, ssmtp_operation operation)
{
	zend_string *argument;
	php_ssmtp_object *object = parse_text(INTERNAL_FUNCTION_PARAM_PASSTHRU, &argument);

	if (object == NULL) {
		RETURN_THROWS();
	}
	php_ssmtp_finish(INTERNAL_FUNCTION_PARAM_PASSTHRU, object,
		php_ssmtp_perform(object, operation, php_ssmtp_slice_of(argument)));
}

/* Sign and its like: no network; what they make of the message holds the stream from then on. */
static bool protect(php_ssmtp_object *object, bool (*call)(ssmtp_client *, ssmtp_error *), unsigned asked)
{
	bool done = php_ssmtp_object_ready(object);

	if (done) {
		object->inside = true;
		done = call(object->client, &object->error);
		object->inside = false;
	} else {
		/* Whoever asks for a callback's message to be encrypted does not want it in clear afterwards. */
		ssmtp_client_protection_refused(object->client, asked, &object->error);
	}
	if (done) {
		php_ssmtp_stream_forget(object);
	}
	return done;
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
#define PROTECTION(name, call, asked, finish)                                                                          \
	PHP_FUNCTION(ssmtp_do_##name)                                                                                      \
	{                                                                                                                  \
		php_ssmtp_object *object = parse_none(INTERNAL_FUNCTION_PARAM_PASSTHRU);                                       \
																													   \
		if (object == NULL) {                                                                                          \
			RETURN_THROWS();                                                                                           \
		}                                                                                                              \
		finish(INTERNAL_FUNCTION_PARAM_PASSTHRU, object, protect(object, call, asked));                                \
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
PROTECTION(certsonly, ssmtp_client_certs_only, 0, finish_new)
PROTECTION(encrypt, ssmtp_client_encrypt, SSMTP_ENCRYPT, php_ssmtp_finish)
PROTECTION(sign, ssmtp_client_sign, SSMTP_SIGN, php_ssmtp_finish)
PROTECTION(signandencrypt, ssmtp_client_sign_and_encrypt, SSMTP_SIGN | SSMTP_ENCRYPT, php_ssmtp_finish)

PHP_FUNCTION(ssmtp_do_resetheaders)
{
	php_ssmtp_object *object = parse_none(INTERNAL_FUNCTION_PARAM_PASSTHRU);

	if (object == NULL) {
		RETURN_THROWS();
	}
	php_ssmtp_finish(INTERNAL_FUNCTION_PARAM_PASSTHRU, object,
		php_ssmtp_object_ready(object) && ssmtp_client_reset_headers(object->client, &object->error));
}

PHP_FUNCTION(ssmtp_do_newmessage)
{
	php_ssmtp_object *object = parse_none(INTERNAL_FUNCTION_PARAM_PASSTHRU);
	bool done;

	if (object == NULL) {
		RETURN_THROWS();
	}
	done = php_ssmtp_object_ready(object) && ssmtp_client_new_message(object->client, &object->error);
	if (done) {
		php_ssmtp_stream_forget(object);
	}
	finish_new(INTERNAL_FUNCTION_PARAM_PASSTHRU, object, done);
}

static void add_recipient_to(INTERNAL_FUNCTION_PARAMETERS, int type)
{
	php_ssmtp_object *object;
	zend_string *address, *name = NULL;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(address)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(name)
	ZEND_PARSE_PARAMETERS_END();
	object = php_ssmtp_object_open(ZEND_THIS);
	if (object == NULL) {
		RETURN_THROWS();
	}
	ssmtp_error_clear(&object->error);
	if (!ssmtp_client_add_recipient(object->client, type, php_ssmtp_slice_of(address),
			name == NULL ? SSMTP_SLICE_EMPTY : php_ssmtp_slice_of(name), &object->error)) {
		php_ssmtp_throw(&object->error);
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

#define ADD_RECIPIENT(method, type)                                                                                    \
	PHP_METHOD(SSMTP, method)                                                                                          \
	{                                                                                                                  \
		add_recipient_to(INTERNAL_FUNCTION_PARAM_PASSTHRU, type);                                                      \
	}
ADD_RECIPIENT(addTo, SSMTP_RT_TO)
ADD_RECIPIENT(addCc, SSMTP_RT_CC)
ADD_RECIPIENT(addBCc, SSMTP_RT_BCC)

/* From a callback it returns at once: the running operation moves things along. */
PHP_FUNCTION(ssmtp_do_doevents)
{
	php_ssmtp_object *object = parse_none(INTERNAL_FUNCTION_PARAM_PASSTHRU);

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
	php_ssmtp_object *object = parse_none(INTERNAL_FUNCTION_PARAM_PASSTHRU);

	if (object == NULL) {
		RETURN_THROWS();
	}
	ssmtp_client_interrupt(object->client);
	RETURN_LONG(0);
}

PHP_FUNCTION(ssmtp_do_addrecipientcert)
{
	zend_string *encoded;
	php_ssmtp_object *object = parse_text(INTERNAL_FUNCTION_PARAM_PASSTHRU, &encoded);

	if (object == NULL) {
		RETURN_THROWS();
	}
	php_ssmtp_finish(INTERNAL_FUNCTION_PARAM_PASSTHRU, object,
		php_ssmtp_object_ready(object)
			&& ssmtp_client_add_recipient_cert(object->client, php_ssmtp_slice_of(encoded), &object->error));
}

/* May be called from a callback. */
PHP_FUNCTION(ssmtp_do_config)
{
	zend_string *text;
	php_ssmtp_object *object = parse_text(INTERNAL_FUNCTION_PARAM_PASSTHRU, &text);

	if (object == NULL) {
		RETURN_THROWS();
	}
	ssmtp_error_clear(&object->error);
	ssmtp_buf_init_secret(&object->out, TEXT_MAX);
	finish_text(INTERNAL_FUNCTION_PARAM_PASSTHRU, object,
		ssmtp_client_config(object->client, php_ssmtp_slice_of(text), &object->out, &object->error));
}

PHP_FUNCTION(ssmtp_do_queue)
{
	zend_string *queue_dir;
	php_ssmtp_object *object = parse_text(INTERNAL_FUNCTION_PARAM_PASSTHRU, &queue_dir);
	bool done;

	if (object == NULL) {
		RETURN_THROWS();
	}
	done = php_ssmtp_object_ready(object);
	if (done) {
		ssmtp_buf_init(&object->out, TEXT_MAX);
		object->inside = true;
		done = ssmtp_client_queue(object->client, php_ssmtp_slice_of(queue_dir), &object->out, &object->error);
		object->inside = false;
	}
	if (done) {
		php_ssmtp_stream_sent(object);
	}
	finish_text(INTERNAL_FUNCTION_PARAM_PASSTHRU, object, done);
}

PHP_FUNCTION(ssmtp_do_setmessagestream)
{
	php_ssmtp_object *object;
	zval *handle, *stream;

	if (zend_parse_method_parameters(ZEND_NUM_ARGS(), getThis(), "Oz", &handle, php_ssmtp_ce, &stream) == FAILURE
		|| (object = php_ssmtp_object_open(handle)) == NULL) {
		RETURN_THROWS();
	}
	php_ssmtp_finish(INTERNAL_FUNCTION_PARAM_PASSTHRU, object,
		php_ssmtp_object_ready(object) && php_ssmtp_stream_set(object, Z_TYPE_P(stream) == IS_NULL ? NULL : stream));
}

PHP_FUNCTION(ssmtp_open)
{
	zend_string *licence = NULL;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(licence)
	ZEND_PARSE_PARAMETERS_END();
	object_init_ex(return_value, php_ssmtp_ce);
}

PHP_METHOD(SSMTP, __construct)
{
	zend_string *licence = NULL;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(licence)
	ZEND_PARSE_PARAMETERS_END();
}

PHP_FUNCTION(ssmtp_close)
{
	php_ssmtp_object *object = parse_none(INTERNAL_FUNCTION_PARAM_PASSTHRU);
	bool done;

	if (object == NULL) {
		RETURN_THROWS();
	}
	done = php_ssmtp_object_ready(object);
	if (done) {
		php_ssmtp_object_close(object);
	}
	php_ssmtp_finish(INTERNAL_FUNCTION_PARAM_PASSTHRU, object, done);
}

PHP_METHOD(SSMTP, VERSION)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_STRING(PHP_SSMTP_VERSION_TEXT);
}

PHP_FUNCTION(ssmtp_get_last_error)
{
	php_ssmtp_object *object = parse_none(INTERNAL_FUNCTION_PARAM_PASSTHRU);

	if (object == NULL) {
		RETURN_THROWS();
	}
	RETURN_STRING(object->error.text);
}

PHP_FUNCTION(ssmtp_get_last_error_code)
{
	php_ssmtp_object *object = parse_none(INTERNAL_FUNCTION_PARAM_PASSTHRU);

	if (object == NULL) {
		RETURN_THROWS();
	}
	RETURN_LONG(object->error.code);
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
	} else if (!php_ssmtp_object_listen(object, (ssmtp_event_id) id, callback)) {
		ssmtp_error_argument(
			&object->error, "What was given for the event %s cannot be called.", ssmtp_event_rows[id - 1].name);
	}
	php_ssmtp_finish(INTERNAL_FUNCTION_PARAM_PASSTHRU, object, !ssmtp_error_is_set(&object->error));
}

PHP_FUNCTION(ssmtp_set_token_provider)
{
	php_ssmtp_object *object;
	zval *handle, *provider;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_OBJECT_OF_CLASS(handle, php_ssmtp_ce)
		Z_PARAM_ZVAL(provider)
	ZEND_PARSE_PARAMETERS_END();
	object = php_ssmtp_object_open(handle);
	if (object == NULL) {
		RETURN_THROWS();
	}
	ssmtp_error_clear(&object->error);
	if (!php_ssmtp_object_take_token_provider(object, provider)) {
		zend_argument_type_error(2, "must be a valid callback or null");
		RETURN_THROWS();
	}
	RETURN_LONG(0);
}

PHP_METHOD(SSMTP, setTokenProvider)
{
	php_ssmtp_object *object;
	zval *provider;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ZVAL_OR_NULL(provider)
	ZEND_PARSE_PARAMETERS_END();
	object = php_ssmtp_object_open(ZEND_THIS);
	if (object == NULL) {
		RETURN_THROWS();
	}
	if (!php_ssmtp_object_take_token_provider(object, provider)) {
		zend_argument_type_error(1, "must be a valid callback or null");
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
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
	if (!php_ssmtp_object_listen(object, row->id, callback)) {
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

/* {{{ Delivery report */
static void add_reply(zval *array, uint16_t reply, const uint16_t status[3], const char *text)
{
	add_assoc_long(array, "replycode", reply);
	if (status[0] != 0) {
		add_assoc_str(array, "enhancedcode", strpprintf(0, "%u.%u.%u", status[0], status[1], status[2]));
	} else {
		add_assoc_string(array, "enhancedcode", "");
	}
	add_assoc_string(array, "text", text != NULL ? text : "");
}

static void add_recipient(zval *list, const ssmtp_recipient_result *recipient)
{
	zval entry;

	array_init(&entry);
	add_assoc_string(&entry, "address", recipient->address != NULL ? recipient->address : "");
	add_assoc_long(&entry, "type", recipient->type);
	add_assoc_string(&entry, "fate", ssmtp_fate_name(recipient->fate));
	add_reply(&entry, recipient->reply, recipient->status, recipient->text);
	if (recipient->transaction != SSMTP_RESULT_NONE) {
		add_assoc_long(&entry, "transaction", (zend_long) recipient->transaction);
	} else {
		add_assoc_null(&entry, "transaction");
	}
	add_next_index_zval(list, &entry);
}

static void add_transaction(zval *array, const ssmtp_transaction_result *transaction)
{
	add_reply(array, transaction->reply, transaction->status, transaction->text);
	add_assoc_string(array, "queueid", transaction->queue_id != NULL ? transaction->queue_id : "");
}

PHP_FUNCTION(ssmtp_get_delivery_report)
{
	php_ssmtp_object *object = parse_none(INTERNAL_FUNCTION_PARAM_PASSTHRU);
	static const ssmtp_transaction_result none;
	const ssmtp_result *result;
	zval recipients, transactions;

	if (object == NULL) {
		RETURN_THROWS();
	}
	result = ssmtp_client_result(object->client);
	array_init(&recipients);
	for (size_t i = 0; i < result->count; i++) {
		add_recipient(&recipients, &result->recipients[i]);
	}
	array_init(&transactions);
	for (size_t i = 0; i < result->transaction_count; i++) {
		zval entry;

		array_init(&entry);
		add_transaction(&entry, &result->transactions[i]);
		add_next_index_zval(&transactions, &entry);
	}
	array_init(return_value);
	add_transaction(return_value, result->transaction_count > 0 ? &result->transactions[0] : &none);
	add_assoc_string(return_value, "queuefile", result->queue_file != NULL ? result->queue_file : "");
	add_assoc_bool(return_value, "mayhavebeendelivered", result->maybe_delivered);
	add_assoc_zval(return_value, "recipients", &recipients);
	add_assoc_zval(return_value, "transactions", &transactions);
}
/* }}} */
