/* Encoded-words (RFC 2047): each is at most 75 octets, holds whole characters
 * and can be decoded alone; the blank between two belongs to neither. */
#include "base/ascii.h"
#include "base/base64.h"
#include "mime/charset.h"
#include "mime/header_line.h"
#include "base/utf8.h"

/* The encoding of one span of text. */
typedef struct encoder {
	ssmtp_header_line *line;
	ssmtp_charset charset;
	ssmtp_buf octets; /* of the word being made, in the character set */
	bool base64;
	size_t overhead; /* "=?charset?B?" and "?=" */
} encoder;

/* RFC 2047 section 5 rule 3: what may stand in a phrase may stand everywhere. */
static bool q_is_literal(uint8_t c)
{
	return ssmtp_is_alnum(c) || (c != 0 && strchr("!*+-/ ", c) != NULL);
}

static size_t encoded_len(ssmtp_slice octets, bool base64)
{
	size_t len = 0;

	if (base64) {
		return SSMTP_BASE64_LEN(octets.len);
	}
	for (size_t i = 0; i < octets.len; i++) {
		len += q_is_literal(octets.ptr[i]) ? 1 : 3;
	}
	return len;
}

static bool encoder_convert(encoder *self, ssmtp_slice text)
{
	bool nomem;

	if (ssmtp_charset_convert(&self->charset, &self->octets, text, &nomem)) {
		return true;
	}
	if (nomem) {
		return ssmtp_error_nomem(self->line->error);
	}
	return ssmtp_error_set(self->line->error, SSMTP_ERROR_MESSAGE, SSMTP_E_CODE_PAGE,
		"%s has characters that Charset %s lacks: set Charset to utf-8.", self->line->field, self->charset.name);
}

/* The most octets of text, in whole characters, whose encoded-word takes at
 * most room; *taken is 0 when not even one fits. */
static bool encoder_fit(encoder *self, ssmtp_slice text, size_t room, size_t *taken)
{
	size_t at = 0;

	*taken = 0;
	while (at < text.len) {
		/* check_text() saw to it that the text is well-formed. */
		at += ssmtp_utf8_next(ssmtp_slice_skip(text, at), NULL);
		if (!encoder_convert(self, ssmtp_slice_head(text, at))) {
			return false;
		}
		if (self->overhead + encoded_len(ssmtp_buf_slice(&self->octets), self->base64) > room) {
			return true;
		}
		*taken = at;
	}
	return true;
}

static bool q_append(ssmtp_buf *out, ssmtp_slice octets)
{
	for (size_t i = 0; i < octets.len; i++) {
		uint8_t c = octets.ptr[i];
		bool ok =
			!q_is_literal(c) ? ssmtp_buf_printf(out, "=%02X", c) : ssmtp_buf_append_octet(out, c == ' ' ? '_' : c);

		if (!ok) {
			return false;
		}
	}
	return true;
}

/* Writes the encoded-word of text. */
static bool encoder_emit(encoder *self, ssmtp_slice blanks, ssmtp_slice text)
{
	ssmtp_buf word;
	bool ok;

	if (!encoder_convert(self, text)) {
		return false;
	}
	ssmtp_buf_init(&word, SSMTP_BUF_MAX_DEFAULT);
	ok = ssmtp_buf_printf(&word, "=?%s?%c?", self->charset.name, self->base64 ? 'B' : 'Q') &&
		 (self->base64 ? ssmtp_base64_append(&word, ssmtp_buf_slice(&self->octets))
					   : q_append(&word, ssmtp_buf_slice(&self->octets))) &&
		 ssmtp_buf_append_str(&word, "?=");
	ok = ok ? ssmtp_header_line_word(self->line, blanks, ssmtp_buf_slice(&word)) : ssmtp_error_nomem(self->line->error);
	ssmtp_buf_free(&word);
	return ok;
}

/* Octets of text for the next encoded-word: what fits on this line, else on a new one. */
static bool encoder_next(encoder *self, ssmtp_slice blanks, ssmtp_slice text, size_t *taken)
{
	size_t used = self->line->column + blanks.len;
	size_t room = self->line->limit > used ? self->line->limit - used : 0;

	room = room < SSMTP_ENCODED_WORD_MAX ? room : SSMTP_ENCODED_WORD_MAX;
	if (!encoder_fit(self, text, room, taken)) {
		return false;
	}
	/* A short rest of a line is not worth an encoded-word of its own. */
	if (*taken == text.len || (*taken > 0 && (self->line->fresh || room > SSMTP_ENCODED_WORD_MAX / 2))) {
		return true;
	}
	room = self->line->limit > blanks.len ? self->line->limit - blanks.len : 0;
	room = room < SSMTP_ENCODED_WORD_MAX ? room : SSMTP_ENCODED_WORD_MAX;
	if (!self->line->fresh && !encoder_fit(self, text, room, taken)) {
		return false;
	}
	/* A limit too small for one character gives way. */
	if (*taken == 0) {
		*taken = ssmtp_utf8_next(text, NULL);
	}
	return true;
}

static bool encoder_run(encoder *self, ssmtp_slice blanks, ssmtp_slice text)
{
	if (!encoder_convert(self, text)) {
		return false;
	}
	self->base64 =
		encoded_len(ssmtp_buf_slice(&self->octets), true) < encoded_len(ssmtp_buf_slice(&self->octets), false);
	while (text.len > 0) {
		size_t taken;

		if (!encoder_next(self, blanks, text, &taken) || !encoder_emit(self, blanks, ssmtp_slice_head(text, taken))) {
			return false;
		}
		text = ssmtp_slice_skip(text, taken);
		blanks = SSMTP_SLICE(" ");
	}
	return true;
}

bool ssmtp_header_line_encoded(ssmtp_header_line *line, ssmtp_slice blanks, ssmtp_slice text)
{
	encoder self = { .line = line };
	bool ok;

	if (!ssmtp_charset_open(&self.charset, line->style->charset, line->field, line->error)) {
		return false;
	}
	if (line->style->max_line > 0 && line->limit > SSMTP_ENCODED_LINE_MAX) {
		line->limit = SSMTP_ENCODED_LINE_MAX;
	}
	ssmtp_buf_init(&self.octets, SSMTP_BUF_MAX_DEFAULT);
	self.overhead = strlen(self.charset.name) + 7;
	ok = encoder_run(&self, blanks, text);
	ssmtp_buf_free(&self.octets);
	ssmtp_charset_close(&self.charset);
	return ok;
}
