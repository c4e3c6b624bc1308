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

/* Local failures: transient is what depends on the network's or the server's state now, and may be another at the
 * next call. A name that does not exist (RFC 8020: NXDOMAIN) is the server's, whatever connection asks for it; that
 * nobody could be asked is the connection's. The first row that fits. */
static const struct {
	ssmtp_error_kind kind;
	int code; /* 0: any */
	ssmtp_error_scope scope;
	bool transient;
} error_kinds[] = {
	{ SSMTP_ERROR_RESOLVE, SSMTP_E_HOST_NOT_FOUND, SSMTP_SCOPE_SERVER, false },
	{ SSMTP_ERROR_RESOLVE, 0, SSMTP_SCOPE_CONNECTION, true },
	{ SSMTP_ERROR_CONNECT, 0, SSMTP_SCOPE_CONNECTION, true },
	{ SSMTP_ERROR_TIMEOUT, 0, SSMTP_SCOPE_CONNECTION, true },
	{ SSMTP_ERROR_DROPPED, 0, SSMTP_SCOPE_CONNECTION, true },
	{ SSMTP_ERROR_PROXY, 0, SSMTP_SCOPE_CONNECTION, false },
	{ SSMTP_ERROR_TLS, 0, SSMTP_SCOPE_SERVER, false },
	{ SSMTP_ERROR_CERTIFICATE, 0, SSMTP_SCOPE_SERVER, false },
	{ SSMTP_ERROR_PROTOCOL, 0, SSMTP_SCOPE_SERVER, false },
	{ SSMTP_ERROR_REPLY, 0, SSMTP_SCOPE_SERVER, false },
	{ SSMTP_ERROR_AUTH, 0, SSMTP_SCOPE_LOGIN, false },
	{ SSMTP_ERROR_MESSAGE, 0, SSMTP_SCOPE_MESSAGE, false },
	{ SSMTP_ERROR_SMIME, 0, SSMTP_SCOPE_MESSAGE, false },
	{ SSMTP_ERROR_NONE, 0, SSMTP_SCOPE_LOCAL, false }, /* all the others */
};
#define ERROR_KIND_COUNT (sizeof(error_kinds) / sizeof(error_kinds[0]))

static void error_judge_kind(ssmtp_error *error)
{
	size_t at = 0;

	while (at + 1 < ERROR_KIND_COUNT &&
		(error_kinds[at].kind != error->kind || (error_kinds[at].code != 0 && error_kinds[at].code != error->code))) {
		at++;
	}
	error->scope = error_kinds[at].scope;
	error->transient = error_kinds[at].transient;
}

/* Replies that concern somebody else than the command was about. Zero stands for any. */
static const struct {
	uint16_t code;
	uint16_t subject, detail; /* RFC 3463: X.subject.detail */
	ssmtp_error_scope asked;
	ssmtp_error_scope scope;
} error_replies[] = {
	{ 421, 0, 0, 0, SSMTP_SCOPE_SERVER },                     /* RFC 5321 3.8 */
	{ 521, 0, 0, 0, SSMTP_SCOPE_SERVER },                     /* RFC 7504: accepts no mail at all */
	{ 432, 0, 0, 0, SSMTP_SCOPE_LOGIN },                      /* RFC 4954 section 6 */
	{ 530, 0, 0, 0, SSMTP_SCOPE_LOGIN },
	{ 534, 0, 0, 0, SSMTP_SCOPE_LOGIN },
	{ 535, 0, 0, 0, SSMTP_SCOPE_LOGIN },
	{ 538, 0, 0, 0, SSMTP_SCOPE_LOGIN },
	{ 0, 3, 4, 0, SSMTP_SCOPE_MESSAGE },                      /* message too big for the system */
	{ 0, 3, 0, SSMTP_SCOPE_MESSAGE, SSMTP_SCOPE_SERVER },     /* mail system status: full, not accepting */
	{ 0, 1, 7, SSMTP_SCOPE_RECIPIENT, SSMTP_SCOPE_MESSAGE },  /* the sender's address */
	{ 0, 1, 8, SSMTP_SCOPE_RECIPIENT, SSMTP_SCOPE_MESSAGE },
};

void ssmtp_error_set_reply(ssmtp_error *error, ssmtp_error_scope asked, uint16_t code, const uint16_t status[3])
{
	error->reply = code;
	memcpy(error->status, status, sizeof(error->status));
	/* RFC 5321 section 4.2.1: 4yz, transient negative completion; 5yz, permanent. */
	error->transient = code / 100 == 4;
	error->scope = asked;
	for (size_t i = 0; i < sizeof(error_replies) / sizeof(error_replies[0]); i++) {
		if ((error_replies[i].code == 0 || error_replies[i].code == code) &&
			(error_replies[i].subject == 0 || error_replies[i].subject == status[1]) &&
			(error_replies[i].detail == 0 || error_replies[i].detail == status[2]) &&
			(error_replies[i].asked == 0 || error_replies[i].asked == asked)) {
			error->scope = error_replies[i].scope;
			return;
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
	error_judge_kind(error);
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

bool ssmtp_error_copy(ssmtp_error *error, const ssmtp_error *from)
{
	if (error != NULL && !ssmtp_error_is_set(error)) {
		*error = *from;
	}
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

void ssmtp_error_append(ssmtp_error *error, const char *format, ...)
{
	size_t len = strlen(error->text);
	va_list args;

	va_start(args, format);
	vsnprintf(error->text + len, sizeof(error->text) - len, format, args);
	va_end(args);
	error_clean_text(error->text + len);
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
	/* The texts are long, and empty texts are one octet: this is called where nothing is wrong. */
	memset(error, 0, offsetof(ssmtp_error, recipient));
	error->recipient[0] = error->queue_file[0] = error->text[0] = '\0';
}
