/* The error queue of OpenSSL as one sentence (see ossl.h). */
#include "crypto/ossl.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <string.h>

#define RECORD_LAYER_FAILURE 313 /* SSL_R_RECORD_LAYER_FAILURE, which older headers lack */

/* System errors carry an errno and no reason string since OpenSSL 3. */
static const char *ossl_reason(unsigned long code)
{
	const char *reason;

	if (code == 0) {
		return "no reason given";
	}
	reason = ERR_reason_error_string(code);
	if (reason != NULL) {
		return reason;
	}
	return ERR_SYSTEM_ERROR(code) ? strerror((int) ERR_GET_REASON(code)) : "unknown reason";
}

/* OpenSSL 3.2 and later say "record layer failure" behind what the record layer found wrong. */
static bool ossl_says_nothing(unsigned long code)
{
	return ERR_GET_LIB(code) == ERR_LIB_SSL && ERR_GET_REASON(code) == RECORD_LAYER_FAILURE;
}

/* The last error, unless it only tells that there was one before it. */
static unsigned long ossl_telling(const char **data, int *flags)
{
	unsigned long last = ERR_peek_last_error_all(NULL, NULL, NULL, data, flags);

	return ossl_says_nothing(last) ? ERR_peek_error_all(NULL, NULL, NULL, data, flags) : last;
}

bool ssmtp_ossl_error(ssmtp_error *error, ssmtp_error_kind kind, int code, const char *what)
{
	const char *data = NULL;
	int flags = 0;
	unsigned long last = ossl_telling(&data, &flags);
	bool fresh = error != NULL && !ssmtp_error_is_set(error);

	if (ERR_GET_REASON(last) == ERR_R_MALLOC_FAILURE && last != 0) {
		ssmtp_error_nomem(error);
	} else if ((flags & ERR_TXT_STRING) && data != NULL && *data != '\0') {
		ssmtp_error_set(error, kind, code, "%.300s: %s (%.120s).", what, ossl_reason(last), data);
	} else {
		ssmtp_error_set(error, kind, code, "%.300s: %s.", what, ossl_reason(last));
	}
	if (fresh) {
		error->system = (long) last;
	}
	/* The caller still ends with ERR_pop_to_mark(), so the mark comes back. */
	ERR_pop_to_mark();
	ERR_set_mark();
	return false;
}
