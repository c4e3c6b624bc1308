/* What is said of the message: functions that need no network and are complete
 * when they return. */
#include "php/php_call.h"
#include "php/php_exception.h"
#include "php/php_source.h"
#include "php/php_value.h"

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

#define PROTECTION(name, call, asked, finish)                                                                          \
	PHP_FUNCTION(ssmtp_do_##name)                                                                                      \
	{                                                                                                                  \
		php_ssmtp_object *object = php_ssmtp_parse_none(INTERNAL_FUNCTION_PARAM_PASSTHRU);                             \
																													   \
		if (object == NULL) {                                                                                          \
			RETURN_THROWS();                                                                                           \
		}                                                                                                              \
		finish(INTERNAL_FUNCTION_PARAM_PASSTHRU, object, protect(object, call, asked));                                \
	}

PROTECTION(certsonly, ssmtp_client_certs_only, 0, php_ssmtp_finish_new)
PROTECTION(encrypt, ssmtp_client_encrypt, SSMTP_ENCRYPT, php_ssmtp_finish)
PROTECTION(sign, ssmtp_client_sign, SSMTP_SIGN, php_ssmtp_finish)
PROTECTION(signandencrypt, ssmtp_client_sign_and_encrypt, SSMTP_SIGN | SSMTP_ENCRYPT, php_ssmtp_finish)

PHP_FUNCTION(ssmtp_do_resetheaders)
{
	php_ssmtp_object *object = php_ssmtp_parse_none(INTERNAL_FUNCTION_PARAM_PASSTHRU);

	if (object == NULL) {
		RETURN_THROWS();
	}
	php_ssmtp_finish(INTERNAL_FUNCTION_PARAM_PASSTHRU, object,
		php_ssmtp_object_ready(object) && ssmtp_client_reset_headers(object->client, &object->error));
}

PHP_FUNCTION(ssmtp_do_newmessage)
{
	php_ssmtp_object *object = php_ssmtp_parse_none(INTERNAL_FUNCTION_PARAM_PASSTHRU);
	bool done;

	if (object == NULL) {
		RETURN_THROWS();
	}
	done = php_ssmtp_object_ready(object) && ssmtp_client_new_message(object->client, &object->error);
	if (done) {
		php_ssmtp_stream_forget(object);
	}
	php_ssmtp_finish_new(INTERNAL_FUNCTION_PARAM_PASSTHRU, object, done);
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

PHP_FUNCTION(ssmtp_do_addrecipientcert)
{
	zend_string *encoded;
	php_ssmtp_object *object = php_ssmtp_parse_text(INTERNAL_FUNCTION_PARAM_PASSTHRU, &encoded);

	if (object == NULL) {
		RETURN_THROWS();
	}
	php_ssmtp_finish(INTERNAL_FUNCTION_PARAM_PASSTHRU, object,
		php_ssmtp_object_ready(object)
			&& ssmtp_client_add_recipient_cert(object->client, php_ssmtp_slice_of(encoded), &object->error));
}

PHP_FUNCTION(ssmtp_do_queue)
{
	zend_string *queue_dir;
	php_ssmtp_object *object = php_ssmtp_parse_text(INTERNAL_FUNCTION_PARAM_PASSTHRU, &queue_dir);
	bool done;

	if (object == NULL) {
		RETURN_THROWS();
	}
	done = php_ssmtp_object_ready(object);
	if (done) {
		ssmtp_buf_init(&object->out, PHP_SSMTP_TEXT_MAX);
		object->inside = true;
		done = ssmtp_client_queue(object->client, php_ssmtp_slice_of(queue_dir), &object->out, &object->error);
		object->inside = false;
	}
	if (done) {
		php_ssmtp_stream_sent(object);
	}
	php_ssmtp_finish_text(INTERNAL_FUNCTION_PARAM_PASSTHRU, object, done);
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
