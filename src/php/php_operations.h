/* Operations: the loop on the client's steps. */
#ifndef PHP_SSMTP_OPERATIONS_H
#define PHP_SSMTP_OPERATIONS_H

#include "php/php_object.h"

/* Forgets the last error and runs an operation to its end, events delivered. False: object->error, or an
 * exception of a callback is pending (then nothing else is to be thrown). */
bool php_ssmtp_perform(php_ssmtp_object *object, ssmtp_operation operation, ssmtp_slice argument);

#endif
