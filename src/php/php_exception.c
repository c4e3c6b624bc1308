/* SSMTPException: code and sentence of an error, with what RFC 5321 and
 * RFC 3463 say about it as properties. */
#include "php/php_exception.h"

#include "php/compat.h"
#include "zend_exceptions.h"

zend_class_entry *php_ssmtp_exception_ce;

static zend_string *enhanced_code(const ssmtp_error *error)
{
	if (error->status[0] == 0) {
		return ZSTR_EMPTY_ALLOC();
	}
	return strpprintf(0, "%u.%u.%u", error->status[0], error->status[1], error->status[2]);
}

static void set_property(zend_object *exception, const char *name, zval *value)
{
	zend_update_property(php_ssmtp_exception_ce, exception, name, strlen(name), value);
	zval_ptr_dtor(value);
}

void php_ssmtp_throw(const ssmtp_error *error)
{
	zend_object *exception;
	zval value;

	if (EG(exception) != NULL) {
		return;
	}
	exception = zend_throw_exception_ex(php_ssmtp_exception_ce, error->code, "%d: %s", error->code, error->text);
	ZVAL_LONG(&value, error->reply);
	set_property(exception, "replyCode", &value);
	ZVAL_STR(&value, enhanced_code(error));
	set_property(exception, "enhancedCode", &value);
	ZVAL_BOOL(&value, error->transient);
	set_property(exception, "transient", &value);
	ZVAL_LONG(&value, error->scope);
	set_property(exception, "scope", &value);
	ZVAL_STRING(&value, error->recipient);
	set_property(exception, "recipient", &value);
	ZVAL_STRING(&value, error->queue_file);
	set_property(exception, "queueFile", &value);
	ZVAL_BOOL(&value, error->maybe_delivered);
	set_property(exception, "mayHaveBeenDelivered", &value);
}

static void return_property(INTERNAL_FUNCTION_PARAMETERS, const char *name)
{
	zval buffer, *value;

	ZEND_PARSE_PARAMETERS_NONE();
	value = zend_read_property(php_ssmtp_exception_ce, Z_OBJ_P(ZEND_THIS), name, strlen(name), 0, &buffer);
	RETURN_COPY_DEREF(value);
}

PHP_METHOD(SSMTPException, getReplyCode)
{
	return_property(INTERNAL_FUNCTION_PARAM_PASSTHRU, "replyCode");
}

PHP_METHOD(SSMTPException, getEnhancedCode)
{
	return_property(INTERNAL_FUNCTION_PARAM_PASSTHRU, "enhancedCode");
}

PHP_METHOD(SSMTPException, isTransient)
{
	return_property(INTERNAL_FUNCTION_PARAM_PASSTHRU, "transient");
}

PHP_METHOD(SSMTPException, getScope)
{
	return_property(INTERNAL_FUNCTION_PARAM_PASSTHRU, "scope");
}

PHP_METHOD(SSMTPException, getRecipient)
{
	return_property(INTERNAL_FUNCTION_PARAM_PASSTHRU, "recipient");
}

PHP_METHOD(SSMTPException, getQueueFile)
{
	return_property(INTERNAL_FUNCTION_PARAM_PASSTHRU, "queueFile");
}

PHP_METHOD(SSMTPException, mayHaveBeenDelivered)
{
	return_property(INTERNAL_FUNCTION_PARAM_PASSTHRU, "mayHaveBeenDelivered");
}
