/* Who gives access tokens: a callable that is asked when XOAUTH2 or OAUTHBEARER
 * logs in. */
#include "php/php_token.h"

#include "php/php_callable.h"
#include "php/php_value.h"

void php_ssmtp_token_ask(php_ssmtp_object *object)
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

static void update_token_provider(php_ssmtp_object *object)
{
	ssmtp_client_provide_tokens(object->client, !Z_ISUNDEF(object->token_provider));
}

static bool put_provider(php_ssmtp_object *object, zval *callable)
{
	return php_ssmtp_callable_replace(object, &object->token_provider, callable, update_token_provider);
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
	if (!put_provider(object, provider)) {
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
	if (!put_provider(object, provider)) {
		zend_argument_type_error(1, "must be a valid callback or null");
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}
