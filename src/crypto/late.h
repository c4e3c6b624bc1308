/* GNU SASL and GSS-API are opened by the first log-in that needs one of them: with what they bring along, loading them
 * takes longer than loading the rest of the module (bench/README.md), and most processes never need them. A build
 * that does not know their file names (config.m4) is linked with them instead. */
#ifndef SSMTP_CRYPTO_LATE_H
#define SSMTP_CRYPTO_LATE_H

#include "base/error.h"

#ifdef HAVE_LIBGSASL
#include <gsasl.h>

#define SSMTP_GSASL_CALLS(CALL)                                                                                        \
	CALL(init) CALL(done) CALL(client_start) CALL(finish) CALL(free) CALL(step) CALL(strerror) CALL(property_fast)     \
	CALL(property_set_raw)

typedef struct ssmtp_gsasl {
#define SSMTP_CALL(name) __typeof__(gsasl_##name) *name;
	SSMTP_GSASL_CALLS(SSMTP_CALL)
#undef SSMTP_CALL
} ssmtp_gsasl;

/* The same table at every call; NULL with error 273 when the library cannot be opened. */
const ssmtp_gsasl *ssmtp_late_gsasl(ssmtp_error *error);
#endif

#ifdef HAVE_KRB5_GSSAPI
#include <gssapi/gssapi.h>
#include <gssapi/gssapi_ext.h>

#define SSMTP_GSSAPI_CALLS(CALL)                                                                                       \
	CALL(acquire_cred_with_password) CALL(delete_sec_context) CALL(display_status) CALL(import_name)                   \
	CALL(indicate_mechs) CALL(init_sec_context) CALL(release_buffer) CALL(release_cred) CALL(release_name)             \
	CALL(release_oid_set) CALL(test_oid_set_member) CALL(unwrap) CALL(wrap)

typedef struct ssmtp_gssapi {
#define SSMTP_CALL(name) __typeof__(gss_##name) *name;
	SSMTP_GSSAPI_CALLS(SSMTP_CALL)
#undef SSMTP_CALL
} ssmtp_gssapi;

const ssmtp_gssapi *ssmtp_late_gssapi(ssmtp_error *error);
#endif

#endif
