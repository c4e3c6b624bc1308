/* How the body of a function begins and ends. Methods are aliases of functions
 * and differ only in how a failure is told: by exception instead of by code. */
#include "php/php_call.h"

#include "php/php_exception.h"
#include "php/php_value.h"

/* True when a body runs as a method: then a failure is an exception. */
#define IS_METHOD() (Z_TYPE(EX(This)) == IS_OBJECT)

php_ssmtp_object *php_ssmtp_parse_none(INTERNAL_FUNCTION_PARAMETERS)
{
	zval *handle;

	if (zend_parse_method_parameters(ZEND_NUM_ARGS(), getThis(), "O", &handle, php_ssmtp_ce) == FAILURE) {
		return NULL;
	}
	return php_ssmtp_object_open(handle);
}

php_ssmtp_object *php_ssmtp_parse_text(INTERNAL_FUNCTION_PARAMETERS, zend_string **text)
{
	zval *handle;

	if (zend_parse_method_parameters(ZEND_NUM_ARGS(), getThis(), "OS", &handle, php_ssmtp_ce, text) == FAILURE) {
		return NULL;
	}
	return php_ssmtp_object_open(handle);
}

void php_ssmtp_finish(INTERNAL_FUNCTION_PARAMETERS, php_ssmtp_object *object, bool done)
{
	if (EG(exception) != NULL) {
		RETURN_THROWS();
	}
	if (done) {
		RETURN_LONG(0);
	}
	if (IS_METHOD()) {
		php_ssmtp_throw(&object->error);
		RETURN_THROWS();
	}
	RETURN_LONG(object->error.code);
}

void php_ssmtp_finish_text(INTERNAL_FUNCTION_PARAMETERS, php_ssmtp_object *object, bool done)
{
	php_ssmtp_finish(INTERNAL_FUNCTION_PARAM_PASSTHRU, object, done);
	if (EG(exception) == NULL) {
		php_ssmtp_slice_to_zval(done ? ssmtp_buf_slice(&object->out) : SSMTP_SLICE_EMPTY, return_value);
	}
	ssmtp_buf_free(&object->out);
}

void php_ssmtp_finish_new(INTERNAL_FUNCTION_PARAMETERS, php_ssmtp_object *object, bool done)
{
	php_ssmtp_finish(INTERNAL_FUNCTION_PARAM_PASSTHRU, object, done);
	if (IS_METHOD()) {
		ZVAL_NULL(return_value);
	}
}
