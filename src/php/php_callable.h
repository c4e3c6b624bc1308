/* A callable that the object keeps: a listener, the provider of tokens. */
#ifndef PHP_SSMTP_CALLABLE_H
#define PHP_SSMTP_CALLABLE_H

#include "php/php_object.h"

/* Binds callable (null: none) into slot; false: it cannot be called, or an autoloader closed the handle (thrown).
 * after: what the client has to know. What was in slot is let go of last: its end may run a destructor. */
bool php_ssmtp_callable_replace(
	php_ssmtp_object *object, zval *slot, zval *callable, void (*after)(php_ssmtp_object *));

#endif
