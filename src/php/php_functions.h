/* What the bodies of functions and methods share: how they end, and octets
 * from and to PHP strings. */
#ifndef PHP_SSMTP_FUNCTIONS_H
#define PHP_SSMTP_FUNCTIONS_H

#include "php/php_object.h"

/* True when a body runs as a method: then a failure is an exception. */
#define PHP_SSMTP_IS_METHOD() (Z_TYPE(EX(This)) == IS_OBJECT)

/* Ends a body that has no result: 0, or the failure in object->error as an exception or as its code. */
void php_ssmtp_finish(INTERNAL_FUNCTION_PARAMETERS, php_ssmtp_object *object, bool done);

#endif
