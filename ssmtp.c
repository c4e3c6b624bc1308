/* Module hooks and the phpinfo() section. */
#include "php_ssmtp.h"

#include "ext/spl/spl_exceptions.h"
#include "ext/standard/info.h"
#include "php/php_exception.h"
#include "php/php_object.h"
#include "zend_attributes.h"
#include "zend_exceptions.h"

#include "ssmtp_arginfo.h"

static PHP_MINIT_FUNCTION(ssmtp)
{
	register_ssmtp_symbols(module_number);
	php_ssmtp_object_init(register_class_SSMTP());
	php_ssmtp_exception_ce = register_class_SSMTPException(spl_ce_RuntimeException);
	return SUCCESS;
}

static PHP_MINFO_FUNCTION(ssmtp)
{
	php_info_print_table_start();
	php_info_print_table_row(2, "ssmtp", PHP_SSMTP_VERSION);
	php_info_print_table_end();
}

static const zend_module_dep ssmtp_deps[] = {
	ZEND_MOD_REQUIRED("spl")
	ZEND_MOD_END
};

zend_module_entry ssmtp_module_entry = {
	STANDARD_MODULE_HEADER_EX,
	NULL,
	ssmtp_deps,
	"ssmtp",
	ext_functions,
	PHP_MINIT(ssmtp),
	NULL,
	NULL,
	NULL,
	PHP_MINFO(ssmtp),
	PHP_SSMTP_VERSION,
	STANDARD_MODULE_PROPERTIES
};

#ifdef COMPILE_DL_SSMTP
#ifdef ZTS
ZEND_TSRMLS_CACHE_DEFINE()
#endif
ZEND_GET_MODULE(ssmtp)
#endif
