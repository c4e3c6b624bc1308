/* How the body of a function or method begins (its handle and arguments) and
 * ends (its result, or the failure). */
#ifndef PHP_SSMTP_CALL_H
#define PHP_SSMTP_CALL_H

#include "php/php_object.h"

/* A queue file's content or a setting; PHP's own strings end far below. */
#define PHP_SSMTP_TEXT_MAX ((size_t) 1 << 31)

/* The handle, from $this or the first argument; NULL after throwing. */
php_ssmtp_object *php_ssmtp_parse_none(INTERNAL_FUNCTION_PARAMETERS);
/* The handle and one string. */
php_ssmtp_object *php_ssmtp_parse_text(INTERNAL_FUNCTION_PARAMETERS, zend_string **text);

/* Ends a body that has no result: 0, or the failure in object->error as an exception or as its code. */
void php_ssmtp_finish(INTERNAL_FUNCTION_PARAMETERS, php_ssmtp_object *object, bool done);
/* Ends a body whose result is the text in object->out; a function returns "" on failure. */
void php_ssmtp_finish_text(INTERNAL_FUNCTION_PARAMETERS, php_ssmtp_object *object, bool done);
/* Of a method that the reference interface does not have: it returns nothing where its function returns 0. */
void php_ssmtp_finish_new(INTERNAL_FUNCTION_PARAMETERS, php_ssmtp_object *object, bool done);

#endif
