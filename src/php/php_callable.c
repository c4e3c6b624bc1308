/* What PHP code gives us to call: bound once, kept with the object. */
#include "php/php_callable.h"

#include "php/compat.h"
#include "zend_closures.h"

/* Bound to where it was registered, so that a private method can be given, and resolved once. A method that
 * only __call() answers has no function to bind and stays a zval. */
static bool bind_callable(zval *callable, zval *bound)
{
	zend_fcall_info_cache fcc;

	if (!zend_is_callable_ex(callable, NULL, 0, NULL, &fcc, NULL)) {
		return false;
	}
	if ((fcc.function_handler->common.fn_flags & ZEND_ACC_CALL_VIA_TRAMPOLINE) != 0
		|| (Z_TYPE_P(callable) == IS_OBJECT && Z_OBJCE_P(callable) == zend_ce_closure)) {
		zend_release_fcall_info_cache(&fcc);
		ZVAL_COPY(bound, callable);
		return true;
	}
	php_ssmtp_closure_of(bound, fcc.function_handler, fcc.called_scope, fcc.object);
	return true;
}

bool php_ssmtp_callable_replace(php_ssmtp_object *object, zval *slot, zval *callable, void (*after)(php_ssmtp_object *))
{
	zval old, bound;

	ZVAL_UNDEF(&bound);
	if (callable != NULL && Z_TYPE_P(callable) != IS_NULL && !bind_callable(callable, &bound)) {
		return false;
	}
	/* An autoloader may have closed the handle. */
	if (object->client == NULL) {
		php_ssmtp_throw_closed();
		zval_ptr_dtor(&bound);
		return false;
	}
	ZVAL_COPY_VALUE(&old, slot);
	ZVAL_COPY_VALUE(slot, &bound);
	after(object);
	zval_ptr_dtor(&old);
	return true;
}
