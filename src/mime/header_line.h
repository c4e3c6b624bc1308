/* The folding writer behind header.h: one field, word by word. */
#ifndef SSMTP_MIME_HEADER_LINE_H
#define SSMTP_MIME_HEADER_LINE_H

#include "mime/header.h"

typedef struct ssmtp_header_line {
	ssmtp_buf *out;
	const ssmtp_header_style *style;
	const char *field; /* its name, for errors */
	ssmtp_error *error;
	size_t before; /* length of out without the field */
	size_t column; /* octets on the current line */
	size_t limit;  /* fold before a line would be longer */
	bool fresh;    /* no word on this line yet: it cannot be folded here */
} ssmtp_header_line;

/* RFC 2047 section 2: of an encoded-word, and of a line that has one. */
#define SSMTP_ENCODED_WORD_MAX 75
#define SSMTP_ENCODED_LINE_MAX 76

/* Writes "Name:"; refuses a name that is not a token. */
bool ssmtp_header_line_begin(
	ssmtp_header_line *line, ssmtp_buf *out, const ssmtp_header_style *style, const char *name, ssmtp_error *error);
/* A word with the white space before it, in front of which the line may be folded. */
bool ssmtp_header_line_word(ssmtp_header_line *line, ssmtp_slice blanks, ssmtp_slice word);
/* All words of a text, divided at white space. */
bool ssmtp_header_line_words(ssmtp_header_line *line, ssmtp_slice text);
/* The text as encoded-words (encoded_word.c); blanks stand before the first. */
bool ssmtp_header_line_encoded(ssmtp_header_line *line, ssmtp_slice blanks, ssmtp_slice text);
/* Ends the field; ok false, or a line above 998 octets, takes it back. */
bool ssmtp_header_line_end(ssmtp_header_line *line, bool ok);

/* 10022 for controls, 434 for malformed UTF-8. */
bool ssmtp_header_check_text(const char *field, ssmtp_slice text, ssmtp_error *error);
/* Cuts the next white space and word off the text; false when no word is left. */
bool ssmtp_header_next_word(ssmtp_slice *text, ssmtp_slice *blanks, ssmtp_slice *word);

#endif
