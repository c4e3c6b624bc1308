/* The error queue of OpenSSL as one sentence (see ossl.h). */
#include "crypto/ossl.h"

#include <openssl/err.h>
#include <string.h>

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

bool ssmtp_ossl_error(ssmtp_error *error, ssmtp_error_kind kind, int code, const char *what)
{
	const char *data = NULL;
	int flags = 0;
	unsigned long last = ERR_peek_last_error_all(NULL, NULL, NULL, &data, &flags);
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
