/* What differs between the supported PHP versions (8.2 to 8.5). The only file
 * with a version check. */
#ifndef PHP_SSMTP_COMPAT_H
#define PHP_SSMTP_COMPAT_H

#include "php.h"

#if PHP_VERSION_ID < 80200
#error "ssmtp needs PHP 8.2 or later"
#endif

#endif
