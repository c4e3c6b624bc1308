/* Version, module entry, module globals; nothing else. */
#ifndef PHP_SSMTP_H
#define PHP_SSMTP_H

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php.h"

#define PHP_SSMTP_VERSION "0.1.0"
/* Property 0. */
#define PHP_SSMTP_VERSION_TEXT "ssmtp " PHP_SSMTP_VERSION " [build 1]"

extern zend_module_entry ssmtp_module_entry;
#define phpext_ssmtp_ptr &ssmtp_module_entry

#if defined(ZTS) && defined(COMPILE_DL_SSMTP)
ZEND_TSRMLS_CACHE_EXTERN()
#endif

#endif
