/* struct ssmtp_error and its constructors (see error.h). */
#include "base/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

const ssmtp_error_row ssmtp_error_rows[] = {
#define SSMTP_ERROR_ROW(number, name, sentence) { number, #name, sentence },
#include "base/error.def"
#undef SSMTP_ERROR_ROW
};
const size_t ssmtp_error_row_count = sizeof(ssmtp_error_rows) / sizeof(ssmtp_error_rows[0]);

const char *ssmtp_error_sentence(int code)
{
	for (size_t i = 0; i < ssmtp_error_row_count; i++) {
		if (ssmtp_error_rows[i].number == code) {
			return ssmtp_error_rows[i].sentence;
		}
	}
	return NULL;
}

/* A line end in a text from outside would forge a second log line; ESC and U+009B begin what a terminal obeys. */
static void error_clean_text(char *text)
{
	for (; *text != '\0'; text++) {
		unsigned char next = (unsigned char) text[1];

		if ((unsigned char) *text < 0x20 || *text == 0x7f) {
			*text = ' ';
		} else if ((unsigned char) *text == 0xc2 && next >= 0x80 && next <= 0x9f) {
			text[0] = text[1] = ' ';
		}
	}
}

static bool error_fill(ssmtp_error *error, ssmtp_error_kind kind, int code, const char *format, va_list args)
{
	if (error == NULL || ssmtp_error_is_set(error)) {
		return false;
	}
	error->kind = kind;
	error->code = code;
	vsnprintf(error->text, sizeof(error->text), format, args);
	error_clean_text(error->text);
	return false;
}

bool ssmtp_error_set(ssmtp_error *error, ssmtp_error_kind kind, int code, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	error_fill(error, kind, code, format, args);
	va_end(args);
	return false;
}

bool ssmtp_error_argument(ssmtp_error *error, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	error_fill(error, SSMTP_ERROR_ARGUMENT, SSMTP_E_INVAL, format, args);
	va_end(args);
	return false;
}

bool ssmtp_error_nomem(ssmtp_error *error)
{
	return ssmtp_error_set(error, SSMTP_ERROR_NOMEM, SSMTP_E_INTERNAL, "Out of memory.");
}

static const struct {
	int value;
	int code;
} error_errnos[] = {
	{ EINTR, SSMTP_E_INTR },
	{ EBADF, SSMTP_E_BADF },
	{ EACCES, SSMTP_E_ACCES },
	{ EPERM, SSMTP_E_ACCES },
	{ EFAULT, SSMTP_E_FAULT },
	{ EINVAL, SSMTP_E_INVAL },
	{ EMFILE, SSMTP_E_MFILE },
	{ ENFILE, SSMTP_E_MFILE },
	{ EAGAIN, SSMTP_E_WOULDBLOCK },
	{ EINPROGRESS, SSMTP_E_INPROGRESS },
	{ EALREADY, SSMTP_E_ALREADY },
	{ ENOTSOCK, SSMTP_E_NOTSOCK },
	{ EDESTADDRREQ, SSMTP_E_DESTADDRREQ },
	{ EMSGSIZE, SSMTP_E_MSGSIZE },
	{ EPROTOTYPE, SSMTP_E_PROTOTYPE },
	{ ENOPROTOOPT, SSMTP_E_NOPROTOOPT },
	{ EPROTONOSUPPORT, SSMTP_E_PROTONOSUPPORT },
#ifdef ESOCKTNOSUPPORT
	{ ESOCKTNOSUPPORT, SSMTP_E_SOCKTNOSUPPORT },
#endif
	{ EOPNOTSUPP, SSMTP_E_OPNOTSUPP },
#ifdef EPFNOSUPPORT
	{ EPFNOSUPPORT, SSMTP_E_PFNOSUPPORT },
#endif
	{ EAFNOSUPPORT, SSMTP_E_AFNOSUPPORT },
	{ EADDRINUSE, SSMTP_E_ADDRINUSE },
	{ EADDRNOTAVAIL, SSMTP_E_ADDRNOTAVAIL },
	{ ENETDOWN, SSMTP_E_NETDOWN },
	{ ENETUNREACH, SSMTP_E_NETUNREACH },
	{ ENETRESET, SSMTP_E_NETRESET },
	{ ECONNABORTED, SSMTP_E_CONNABORTED },
	{ ECONNRESET, SSMTP_E_CONNRESET },
	{ EPIPE, SSMTP_E_CONNRESET },
	{ ENOBUFS, SSMTP_E_NOBUFS },
	{ ENOMEM, SSMTP_E_NOBUFS },
	{ EISCONN, SSMTP_E_ISCONN },
	{ ENOTCONN, SSMTP_E_NOTCONN },
#ifdef ESHUTDOWN
	{ ESHUTDOWN, SSMTP_E_SHUTDOWN },
#endif
#ifdef ETOOMANYREFS
	{ ETOOMANYREFS, SSMTP_E_TOOMANYREFS },
#endif
	{ ETIMEDOUT, SSMTP_E_TIMEDOUT },
	{ ECONNREFUSED, SSMTP_E_CONNREFUSED },
	{ ELOOP, SSMTP_E_LOOP },
	{ ENAMETOOLONG, SSMTP_E_NAMETOOLONG },
#ifdef EHOSTDOWN
	{ EHOSTDOWN, SSMTP_E_HOSTDOWN },
#endif
	{ EHOSTUNREACH, SSMTP_E_HOSTUNREACH },
	{ ENOTEMPTY, SSMTP_E_NOTEMPTY },
#ifdef EPROCLIM
	{ EPROCLIM, SSMTP_E_PROCLIM },
#endif
#ifdef EUSERS
	{ EUSERS, SSMTP_E_USERS },
#endif
#ifdef EDQUOT
	{ EDQUOT, SSMTP_E_DQUOT },
#endif
#ifdef ESTALE
	{ ESTALE, SSMTP_E_STALE },
#endif
#ifdef EREMOTE
	{ EREMOTE, SSMTP_E_REMOTE },
#endif
};

bool ssmtp_error_errno(ssmtp_error *error, ssmtp_error_kind kind, int errno_value, const char *what)
{
	for (size_t i = 0; i < sizeof(error_errnos) / sizeof(error_errnos[0]); i++) {
		if (error_errnos[i].value == errno_value) {
			int code = error_errnos[i].code;

			ssmtp_error_set(error, kind, code, "[%d] %s (%s)", code, ssmtp_error_sentence(code), what);
			goto done;
		}
	}
	/* spec: any other errno is 162 with the system's text. */
	ssmtp_error_set(error, kind, SSMTP_E_COMMUNICATION, "%s: %s.", what, strerror(errno_value));
done:
	if (error != NULL && error->system == 0) {
		error->system = errno_value;
	}
	return false;
}

void ssmtp_error_prefix(ssmtp_error *error, const char *context)
{
	char text[SSMTP_ERROR_TEXT_MAX];

	if (error == NULL || !ssmtp_error_is_set(error)) {
		return;
	}
	snprintf(text, sizeof(text), "%.200s: %.300s", context, error->text);
	memcpy(error->text, text, sizeof(text));
}

void ssmtp_error_clear(ssmtp_error *error)
{
	memset(error, 0, sizeof(*error));
}
