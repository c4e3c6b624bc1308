/* See late.h. A library that was opened stays: its code may have left what runs at the end of the process. */
#include "crypto/late.h"

#if defined(SSMTP_GSASL_SONAME) || defined(SSMTP_GSSAPI_SONAME)
#include <dlfcn.h>
#include <string.h>

#include <openssl/crypto.h>

/* Fills the table of functions; false when the library or one of them is missing. */
static bool late_open(const char *file, const char *const *names, size_t count, void *calls)
{
	void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
	void *function;

	for (size_t i = 0; library != NULL && i < count; i++) {
		function = dlsym(library, names[i]);
		if (function == NULL) {
			return false;
		}
		/* POSIX: a pointer to a function has the form of one to data. */
		memcpy((char *) calls + i * sizeof(function), &function, sizeof(function));
	}
	return library != NULL;
}
#endif

#ifdef HAVE_LIBGSASL
#ifdef SSMTP_GSASL_SONAME
static const char *const gsasl_names[] = {
#define SSMTP_CALL(name) "gsasl_" #name,
	SSMTP_GSASL_CALLS(SSMTP_CALL)
#undef SSMTP_CALL
};
static ssmtp_gsasl gsasl_calls;
static bool gsasl_opened;

static void gsasl_open(void)
{
	_Static_assert(sizeof(gsasl_calls) == sizeof(gsasl_names), "one name a function");
	gsasl_opened = late_open(
		SSMTP_GSASL_SONAME, gsasl_names, sizeof(gsasl_names) / sizeof(gsasl_names[0]), &gsasl_calls);
}

const ssmtp_gsasl *ssmtp_late_gsasl(ssmtp_error *error)
{
	static CRYPTO_ONCE once = CRYPTO_ONCE_STATIC_INIT;

	(void) CRYPTO_THREAD_run_once(&once, gsasl_open);
	if (!gsasl_opened) {
		ssmtp_error_set(error, SSMTP_ERROR_AUTH, SSMTP_E_CREDENTIALS,
			"GNU SASL cannot be opened: install the library (" SSMTP_GSASL_SONAME ").");
		return NULL;
	}
	return &gsasl_calls;
}
#else
const ssmtp_gsasl *ssmtp_late_gsasl(ssmtp_error *error)
{
	static const ssmtp_gsasl calls = {
#define SSMTP_CALL(name) gsasl_##name,
		SSMTP_GSASL_CALLS(SSMTP_CALL)
#undef SSMTP_CALL
	};

	(void) error;
	return &calls;
}
#endif
#endif

#ifdef HAVE_KRB5_GSSAPI
#ifdef SSMTP_GSSAPI_SONAME
static const char *const gssapi_names[] = {
#define SSMTP_CALL(name) "gss_" #name,
	SSMTP_GSSAPI_CALLS(SSMTP_CALL)
#undef SSMTP_CALL
};
static ssmtp_gssapi gssapi_calls;
static bool gssapi_opened;

static void gssapi_open(void)
{
	_Static_assert(sizeof(gssapi_calls) == sizeof(gssapi_names), "one name a function");
	gssapi_opened = late_open(
		SSMTP_GSSAPI_SONAME, gssapi_names, sizeof(gssapi_names) / sizeof(gssapi_names[0]), &gssapi_calls);
}

const ssmtp_gssapi *ssmtp_late_gssapi(ssmtp_error *error)
{
	static CRYPTO_ONCE once = CRYPTO_ONCE_STATIC_INIT;

	(void) CRYPTO_THREAD_run_once(&once, gssapi_open);
	if (!gssapi_opened) {
		ssmtp_error_set(error, SSMTP_ERROR_AUTH, SSMTP_E_CREDENTIALS,
			"GSS-API cannot be opened: install the library (" SSMTP_GSSAPI_SONAME ").");
		return NULL;
	}
	return &gssapi_calls;
}
#else
const ssmtp_gssapi *ssmtp_late_gssapi(ssmtp_error *error)
{
	static const ssmtp_gssapi calls = {
#define SSMTP_CALL(name) gss_##name,
		SSMTP_GSSAPI_CALLS(SSMTP_CALL)
#undef SSMTP_CALL
	};

	(void) error;
	return &calls;
}
#endif
#endif
