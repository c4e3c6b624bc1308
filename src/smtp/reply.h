/* Incremental parser of server replies (RFC 5321 4.2, enhanced codes RFC 2034). */
#ifndef SSMTP_SMTP_REPLY_H
#define SSMTP_SMTP_REPLY_H

#include "base/buf.h"
#include "base/error.h"
#include "base/hidden.h"

#define SSMTP_REPLY_LINES_MAX 1000
#define SSMTP_REPLY_OCTETS_MAX (1024 * 1024)
#define SSMTP_REPLY_LINE_MAX_DEFAULT 4096

typedef struct ssmtp_reply {
	uint16_t code;      /* 200..599 */
	uint16_t status[3]; /* zeros without an enhanced status code */
	size_t lines;
	ssmtp_slice
		text; /* the whole reply as received, lines joined by CRLF, no final line end; valid until the next feed */
} ssmtp_reply;

typedef struct ssmtp_reply_parser {
	ssmtp_buf text;
	size_t line_start;
	size_t lines;
	size_t line_max;
	uint16_t code;
	bool last_line;
	const ssmtp_hidden *hidden; /* borrowed, may be NULL: not shown in an error */
} ssmtp_reply_parser;

void ssmtp_reply_parser_init(ssmtp_reply_parser *parser, size_t line_max);
void ssmtp_reply_parser_free(ssmtp_reply_parser *parser);
/* True once a whole reply is in *reply, *input advanced behind it; false with
 * error NONE when all input was taken and more is needed. Accepts a bare LF as
 * line end (RFC 5321 forbids sending it, servers do). */
bool ssmtp_reply_feed(ssmtp_reply_parser *parser, ssmtp_slice *input, ssmtp_reply *reply, ssmtp_error *error);
/* No octet of an unfinished reply is held. */
bool ssmtp_reply_parser_is_empty(const ssmtp_reply_parser *parser);
/* What is hidden is masked in the text of the reply that feed gave last. */
void ssmtp_reply_mask(ssmtp_reply_parser *parser, ssmtp_reply *reply);
/* Walks the lines of reply->text: *line is the text behind code and separator. */
bool ssmtp_reply_next_line(ssmtp_slice *rest, ssmtp_slice *line);
/* The same, code and separator included. */
bool ssmtp_reply_next_raw_line(ssmtp_slice *rest, ssmtp_slice *line);

#endif
