/* Tokens of a mailbox-list (RFC 5322 section 3.2; behind mailbox.h). */
#ifndef SSMTP_MIME_MAILBOX_TOKEN_H
#define SSMTP_MIME_MAILBOX_TOKEN_H

#include "mime/mailbox.h"

typedef enum ssmtp_token_kind {
	SSMTP_TOKEN_END,
	SSMTP_TOKEN_ATOM,
	SSMTP_TOKEN_QUOTED,
	SSMTP_TOKEN_COMMENT,
	SSMTP_TOKEN_LITERAL,
	SSMTP_TOKEN_SPECIAL
} ssmtp_token_kind;

typedef struct ssmtp_token {
	ssmtp_token_kind kind;
	size_t from; /* first octet, delimiters included */
	size_t to;   /* behind the last octet */
	bool blank_before;
	uint8_t special; /* of SSMTP_TOKEN_SPECIAL; 0 otherwise */
} ssmtp_token;

typedef struct ssmtp_tokens {
	ssmtp_slice text;
	size_t at;
	size_t steps; /* octets looked at */
	ssmtp_error *error;
} ssmtp_tokens;

/* The next token, or SSMTP_TOKEN_END; false: malformed, the error is filled. */
bool ssmtp_token_next(ssmtp_tokens *tokens, ssmtp_token *found);
/* Error 10022 that names the position. */
bool ssmtp_token_refuse(ssmtp_tokens *tokens, size_t at, const char *what);
/* RFC 5322 2.2.3: CRLF before white space is a fold. */
bool ssmtp_token_at_fold(const ssmtp_tokens *tokens, size_t at);

#endif
