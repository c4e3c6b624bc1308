/* The provider of access tokens. */
#ifndef PHP_SSMTP_TOKEN_H
#define PHP_SSMTP_TOKEN_H

#include "php/php_object.h"

/* Asks the provider on SSMTP_STEP_TOKEN. What is no string is no token: the log-in then ends with the client's
 * error. */
void php_ssmtp_token_ask(php_ssmtp_object *object);

#endif
