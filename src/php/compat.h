/* What differs between the supported PHP versions (8.2 to 8.5). The only file
 * with a version check. */
#ifndef PHP_SSMTP_COMPAT_H
#define PHP_SSMTP_COMPAT_H

#include "php.h"

#include "zend_closures.h"

#if PHP_VERSION_ID < 80200
#error "ssmtp needs PHP 8.2 or later"
#endif

/* A closure of a function that is known; object may be NULL. PHP 8.6 takes the object itself. */
static inline void php_ssmtp_closure_of(
	zval *closure, zend_function *function, zend_class_entry *called_scope, zend_object *object)
{
#if PHP_VERSION_ID >= 80600
	zend_create_fake_closure(closure, function, function->common.scope, called_scope, object);
#else
	zval bound;

	if (object != NULL) {
		ZVAL_OBJ(&bound, object);
	}
	zend_create_fake_closure(
		closure, function, function->common.scope, called_scope, object != NULL ? &bound : NULL);
#endif
}

#endif
