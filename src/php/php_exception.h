/* ssmtp_error to SSMTPException. */
#ifndef PHP_SSMTP_EXCEPTION_H
#define PHP_SSMTP_EXCEPTION_H

#include "php_ssmtp.h"

#include "base/error.h"

extern zend_class_entry *php_ssmtp_exception_ce;

/* Throws; an exception that is already pending stays the one that is seen. */
void php_ssmtp_throw(const ssmtp_error *error);

#endif
