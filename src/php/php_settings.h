/* Properties and the Config() call: one body for all getters and one for all setters. */
#ifndef PHP_SSMTP_SETTINGS_H
#define PHP_SSMTP_SETTINGS_H

#include "php/php_object.h"

/* Handler get_debug_info: what var_dump() shows of an object, secrets masked. */
HashTable *php_ssmtp_debug_info(zend_object *object, int *is_temporary);

#endif
