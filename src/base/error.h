/* The error object: filled by the innermost layer that failed, read by the
 * user. The first error wins; outer layers only prefix context. */
#ifndef SSMTP_BASE_ERROR_H
#define SSMTP_BASE_ERROR_H

#include "base/slice.h"

typedef enum ssmtp_error_kind {
	SSMTP_ERROR_NONE,
	SSMTP_ERROR_RESOLVE,
	SSMTP_ERROR_CONNECT,
	SSMTP_ERROR_TIMEOUT,
	SSMTP_ERROR_PROXY,
	SSMTP_ERROR_TLS,
	SSMTP_ERROR_CERTIFICATE,
	SSMTP_ERROR_PROTOCOL, /* the server broke RFC 5321 */
	SSMTP_ERROR_REPLY,    /* the server refused, see reply and status */
	SSMTP_ERROR_AUTH,
	SSMTP_ERROR_MESSAGE,  /* the message cannot be written */
	SSMTP_ERROR_SMIME,
	SSMTP_ERROR_DROPPED,  /* the connection ended where more was expected */
	SSMTP_ERROR_ARGUMENT, /* a value the caller gave */
	SSMTP_ERROR_STATE,    /* not possible now */
	SSMTP_ERROR_FILE,
	SSMTP_ERROR_CANCELLED,
	SSMTP_ERROR_NOMEM
} ssmtp_error_kind;

/* Public error codes SSMTP_E_<NAME> = <number>, from error.def. */
typedef enum ssmtp_error_code {
	SSMTP_E_NONE = 0,
#define SSMTP_ERROR_ROW(number, name, sentence) SSMTP_E_##name = number,
#include "base/error.def"
#undef SSMTP_ERROR_ROW
} ssmtp_error_code;

/* What has to change before the same can succeed: numbers of SSMTPException's constants. */
typedef enum ssmtp_error_scope {
	SSMTP_SCOPE_NONE,
	SSMTP_SCOPE_MESSAGE,    /* this message or its sender; another one may go */
	SSMTP_SCOPE_RECIPIENT,  /* this recipient; the others may go */
	SSMTP_SCOPE_CONNECTION, /* the way to the server: another connection may do */
	SSMTP_SCOPE_SERVER,     /* this server, or what it lets itself be asked: another server may do */
	SSMTP_SCOPE_LOGIN,      /* user, password, token, mechanism */
	SSMTP_SCOPE_LOCAL       /* settings, files, memory, the order of calls here */
} ssmtp_error_scope;

#define SSMTP_ERROR_TEXT_MAX 512

typedef struct ssmtp_error {
	ssmtp_error_kind kind;
	int code;             /* public number, a row of error.def */
	long system;          /* errno, X509_V_ERR_* or OpenSSL code; 0 if none */
	uint16_t reply;       /* RFC 5321 reply code; 0 if the failure is local */
	uint16_t status[3];   /* RFC 3463; zeros when unknown */
	uint8_t stage;        /* the session state whose reply failed; 0 outside a session */
	uint8_t scope;        /* ssmtp_error_scope */
	bool transient;       /* the same may succeed later without a change */
	bool maybe_delivered; /* the end of mail data may have left */
	char recipient[256];  /* forward-path the failure belongs to; "" if none */
	char queue_file[256]; /* name of the queue file it belongs to, without directory; "" if none */
	char text[SSMTP_ERROR_TEXT_MAX]; /* one sentence, no secrets, no final line end */
} ssmtp_error;

/* Every constructor returns false, so that a failing function can return it.
 * error may be NULL (nobody asks). An error that is already set stays. */
bool ssmtp_error_set(ssmtp_error *error, ssmtp_error_kind kind, int code, const char *format, ...)
#if defined(__GNUC__)
	__attribute__((format(printf, 4, 5)))
#endif
	;
/* What a reply says of an error that is set: code and enhanced status, and by them whether it is transient and whom
 * it concerns. asked: whom the command was about, where neither tells otherwise. The one place that knows RFC 5321
 * section 4.2.1. */
void ssmtp_error_set_reply(ssmtp_error *error, ssmtp_error_scope asked, uint16_t code, const uint16_t status[3]);
/* The whole of another one. */
bool ssmtp_error_copy(ssmtp_error *error, const ssmtp_error *from);
bool ssmtp_error_nomem(ssmtp_error *error);
bool ssmtp_error_argument(ssmtp_error *error, const char *format, ...)
#if defined(__GNUC__)
	__attribute__((format(printf, 2, 3)))
#endif
	;
/* errno by the table of spec errors section 5 ("[10061] Connection refused."), prefixed by what. */
bool ssmtp_error_errno(ssmtp_error *error, ssmtp_error_kind kind, int errno_value, const char *what);
/* Adds to the text of an error that is set; what has no room is left out. */
void ssmtp_error_append(ssmtp_error *error, const char *format, ...)
#if defined(__GNUC__)
	__attribute__((format(printf, 2, 3)))
#endif
	;
/* Puts "context: " in front of the text. */
void ssmtp_error_prefix(ssmtp_error *error, const char *context);
void ssmtp_error_clear(ssmtp_error *error);
/* Sets the error to NONE before a call; use { 0 } for a new one. */
static inline bool ssmtp_error_is_set(const ssmtp_error *error) { return error->kind != SSMTP_ERROR_NONE; }

/* The sentence of a public code, NULL when the number is not in error.def. */
const char *ssmtp_error_sentence(int code);
/* Rows of error.def in order, for the constants and the documentation. */
typedef struct ssmtp_error_row {
	int number;
	const char *name;
	const char *sentence;
} ssmtp_error_row;
extern const ssmtp_error_row ssmtp_error_rows[];
extern const size_t ssmtp_error_row_count;

#endif
