/* Module hooks and the phpinfo() section. */
#include "php_ssmtp.h"

#include "ext/spl/spl_exceptions.h"
#include "ext/standard/info.h"
#include "zend_smart_str.h"
#include "crypto/digest.h"
#include "php/php_exception.h"
#include "php/php_ini.h"
#include "php/php_object.h"
#include "zend_attributes.h"
#include "zend_exceptions.h"

#include "ssmtp_arginfo.h"

/* Libraries that may be left out, with what then does not work. */
static const struct {
	const char *name;
	const char *state;
} libraries[] = {
#ifdef HAVE_LIBGSASL
	{ "GNU SASL", "yes" },
#else
	{ "GNU SASL", "no: SCRAM and DIGEST-MD5 fail" },
#endif
#ifdef HAVE_KRB5_GSSAPI
	{ "GSS-API", "yes" },
#else
	{ "GSS-API", "no: Kerberos and NTLM fail" },
#endif
#ifdef HAVE_LIBIDN2
	{ "libidn2", "yes" },
#else
	{ "libidn2", "no: only ASCII domain names" },
#endif
#ifdef HAVE_ZLIB
	{ "zlib", "yes" },
#else
	{ "zlib", "no: compressed-data fails" },
#endif
};

/* EG() of a thread-safe PHP reads a pointer of this module's own, a thread each: it must be there before the first
 * use, which is that of MINIT in the thread that starts, and of RINIT in every other. */
static void update_thread_cache(void)
{
#if defined(ZTS) && defined(COMPILE_DL_SSMTP)
	ZEND_TSRMLS_CACHE_UPDATE();
#endif
}

static PHP_MINIT_FUNCTION(ssmtp)
{
	const char *mismatch = ssmtp_ossl_version_mismatch();

	update_thread_cache();
	if (mismatch != NULL) {
		zend_error(E_CORE_WARNING, "%s (compiled: %s; loaded: %s)", mismatch, ssmtp_ossl_version_compiled(),
			ssmtp_ossl_version_runtime());
	}
	php_ssmtp_ini_register(module_number);
	register_ssmtp_symbols(module_number);
	php_ssmtp_object_init(register_class_SSMTP());
	php_ssmtp_exception_ce = register_class_SSMTPException(spl_ce_RuntimeException);
	return SUCCESS;
}

static PHP_RINIT_FUNCTION(ssmtp)
{
	update_thread_cache();
	return SUCCESS;
}

static PHP_MSHUTDOWN_FUNCTION(ssmtp)
{
	php_ssmtp_ini_unregister(module_number);
	ssmtp_client_process_end();
	return SUCCESS;
}

static void print_mechanisms(void)
{
	smart_str names = { 0 };
	const char *name;

	for (size_t i = 0; (name = ssmtp_client_mechanism(i)) != NULL; i++) {
		smart_str_appends(&names, i == 0 ? "" : " ");
		smart_str_appends(&names, name);
	}
	smart_str_0(&names);
	php_info_print_table_row(2, "SASL mechanisms", names.s != NULL ? ZSTR_VAL(names.s) : "");
	smart_str_free(&names);
}

static PHP_MINFO_FUNCTION(ssmtp)
{
	php_info_print_table_start();
	php_info_print_table_row(2, "ssmtp", PHP_SSMTP_VERSION);
	php_info_print_table_row(2, "OpenSSL compiled against", ssmtp_ossl_version_compiled());
	php_info_print_table_row(2, "OpenSSL running", ssmtp_ossl_version_runtime());
	if (ssmtp_ossl_version_warning() != NULL) {
		php_info_print_table_row(2, "OpenSSL warning", ssmtp_ossl_version_warning());
	}
	print_mechanisms();
	for (size_t i = 0; i < sizeof(libraries) / sizeof(libraries[0]); i++) {
		php_info_print_table_row(2, libraries[i].name, libraries[i].state);
	}
	php_info_print_table_end();
	DISPLAY_INI_ENTRIES();
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
	PHP_MSHUTDOWN(ssmtp),
	PHP_RINIT(ssmtp),
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
