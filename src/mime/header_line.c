/* The folding writer (RFC 5322 section 2.2.3): a fold goes in front of white
 * space that has a word behind it, so that unfolding gives back the text and no
 * line consists of white space only. */
#include "mime/header_line.h"

#include "base/ascii.h"
#include "base/utf8.h"

/* Without folding, and for the words that cannot be folded. */
static size_t line_limit(const ssmtp_header_style *style)
{
	bool folded = style->max_line > 0 && style->max_line < SSMTP_HEADER_LINE_MAX;

	return folded ? style->max_line : SSMTP_HEADER_LINE_MAX;
}

bool ssmtp_header_line_begin(
	ssmtp_header_line *line, ssmtp_buf *out, const ssmtp_header_style *style, const char *name, ssmtp_error *error)
{
	ssmtp_slice text = ssmtp_slice_str(name);

	*line = (ssmtp_header_line){ .out = out,
		.style = style,
		.field = name,
		.error = error,
		.before = ssmtp_buf_len(out),
		.column = text.len + 1,
		.limit = line_limit(style),
		.fresh = true };
	if (!ssmtp_header_is_token(text)) {
		return ssmtp_error_argument(error, "\"%.80s\" is not a field name: use letters, digits and hyphens.", name);
	}
	return (ssmtp_buf_append_slice(out, text) && ssmtp_buf_append_octet(out, ':')) || ssmtp_error_nomem(error);
}

bool ssmtp_header_line_word(ssmtp_header_line *line, ssmtp_slice blanks, ssmtp_slice word)
{
	if (!line->fresh && line->column + blanks.len + word.len > line->limit) {
		if (!ssmtp_buf_append_str(line->out, "\r\n")) {
			return ssmtp_error_nomem(line->error);
		}
		line->column = 0;
	}
	if (!ssmtp_buf_append_slice(line->out, blanks) || !ssmtp_buf_append_slice(line->out, word)) {
		return ssmtp_error_nomem(line->error);
	}
	line->column += blanks.len + word.len;
	line->fresh = false;
	if (line->column > SSMTP_HEADER_LINE_MAX) {
		return ssmtp_error_argument(
			line->error, "%s has a word that does not fit in a line of %d octets.", line->field, SSMTP_HEADER_LINE_MAX);
	}
	return true;
}

bool ssmtp_header_next_word(ssmtp_slice *text, ssmtp_slice *blanks, ssmtp_slice *word)
{
	size_t from = 0;
	size_t to;

	while (from < text->len && ssmtp_is_wsp(text->ptr[from])) {
		from++;
	}
	for (to = from; to < text->len && !ssmtp_is_wsp(text->ptr[to]);) {
		to++;
	}
	*blanks = ssmtp_slice_head(*text, from);
	*word = ssmtp_slice_head(ssmtp_slice_skip(*text, from), to - from);
	*text = ssmtp_slice_skip(*text, to);
	return word->len > 0;
}

bool ssmtp_header_line_words(ssmtp_header_line *line, ssmtp_slice text)
{
	ssmtp_slice blanks, word;

	while (ssmtp_header_next_word(&text, &blanks, &word)) {
		if (!ssmtp_header_line_word(line, blanks.len > 0 ? blanks : SSMTP_SLICE(" "), word)) {
			return false;
		}
	}
	return true;
}

bool ssmtp_header_line_end(ssmtp_header_line *line, bool ok)
{
	if (ok && !ssmtp_buf_append_str(line->out, "\r\n")) {
		ok = ssmtp_error_nomem(line->error);
	}
	if (!ok) {
		ssmtp_buf_truncate(line->out, line->before);
	}
	return ok;
}

bool ssmtp_header_check_text(const char *field, ssmtp_slice text, ssmtp_error *error)
{
	for (size_t i = 0; i < text.len; i++) {
		if (ssmtp_is_control(text.ptr[i]) && text.ptr[i] != '\t') {
			return ssmtp_error_argument(
				error, "%s holds a control character (octet 0x%02x), which no field may.", field, text.ptr[i]);
		}
	}
	while (text.len > 0) {
		uint32_t code;
		size_t len = ssmtp_utf8_next(text, &code);

		if (len == 0) {
			return ssmtp_error_set(error, SSMTP_ERROR_MESSAGE, SSMTP_E_CODE_PAGE,
				"%s is neither ASCII nor UTF-8: give the text in UTF-8 and set Charset to the character set to send.",
				field);
		}
		if (code >= 0x80 && code < 0xa0) {
			return ssmtp_error_argument(
				error, "%s holds the control character U+%04X, which no field may.", field, (unsigned) code);
		}
		text = ssmtp_slice_skip(text, len);
	}
	return true;
}
