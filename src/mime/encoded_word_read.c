/* Reading encoded-words (RFC 2047) for people. */
#include "base/ascii.h"
#include "base/base64.h"
#include "mime/header.h"

/* An encoded-word taken apart. */
typedef struct encoded_word {
	ssmtp_slice charset;
	uint8_t encoding; /* lower case */
	ssmtp_slice text;
	size_t len; /* of the whole */
} encoded_word;

static bool word_take_apart(encoded_word *word, ssmtp_slice at)
{
	ssmtp_slice rest = ssmtp_slice_skip(at, 2);
	size_t end;

	if (at.len < 2 || at.ptr[0] != '=' || at.ptr[1] != '?') {
		return false;
	}
	word->charset = ssmtp_slice_head(rest, ssmtp_slice_find(rest, '?'));
	rest = ssmtp_slice_skip(rest, word->charset.len + 1);
	if (rest.len < 2 || rest.ptr[1] != '?') {
		return false;
	}
	word->encoding = ssmtp_lower(rest.ptr[0]);
	rest = ssmtp_slice_skip(rest, 2);
	end = ssmtp_slice_find(rest, '?');
	if (end + 1 >= rest.len || rest.ptr[end + 1] != '=') {
		return false;
	}
	word->text = ssmtp_slice_head(rest, end);
	word->len = (size_t) (rest.ptr + end + 2 - at.ptr);
	return true;
}

static bool word_decode_q(ssmtp_buf *out, ssmtp_slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		uint8_t c = text.ptr[i] == '_' ? ' ' : text.ptr[i];

		if (c == '=' && i + 2 < text.len && ssmtp_hex_value(text.ptr[i + 1]) >= 0 &&
			ssmtp_hex_value(text.ptr[i + 2]) >= 0) {
			c = (uint8_t) (ssmtp_hex_value(text.ptr[i + 1]) * 16 + ssmtp_hex_value(text.ptr[i + 2]));
			i += 2;
		}
		if (!ssmtp_buf_append_octet(out, c)) {
			return false;
		}
	}
	return true;
}

/* false: not one that can be read; nothing is appended. */
static bool word_decode(ssmtp_buf *out, const encoded_word *word)
{
	/* RFC 2231 section 5: a language may follow the charset. */
	ssmtp_slice charset = ssmtp_slice_head(word->charset, ssmtp_slice_find(word->charset, '*'));
	size_t before = ssmtp_buf_len(out);

	if (!ssmtp_slice_equal_nocase(charset, SSMTP_SLICE("utf-8")) &&
		!ssmtp_slice_equal_nocase(charset, SSMTP_SLICE("us-ascii"))) {
		return false;
	}
	if ((word->encoding == 'b' && ssmtp_base64_decode(out, word->text)) ||
		(word->encoding == 'q' && word_decode_q(out, word->text))) {
		return true;
	}
	ssmtp_buf_truncate(out, before);
	return false;
}

static size_t count_blanks(ssmtp_slice text)
{
	size_t n = 0;

	while (n < text.len && ssmtp_is_wsp(text.ptr[n])) {
		n++;
	}
	return n;
}

static bool decode_words(ssmtp_buf *out, ssmtp_slice text)
{
	bool after_word = false;

	while (text.len > 0) {
		size_t blanks = after_word ? count_blanks(text) : 0;
		encoded_word word;

		/* RFC 2047 section 6.2: white space between encoded-words is not shown. */
		if (word_take_apart(&word, ssmtp_slice_skip(text, blanks)) && word_decode(out, &word)) {
			text = ssmtp_slice_skip(text, blanks + word.len);
			after_word = true;
			continue;
		}
		after_word = false;
		if (!ssmtp_buf_append_octet(out, text.ptr[0])) {
			return false;
		}
		text = ssmtp_slice_skip(text, 1);
	}
	return true;
}

bool ssmtp_header_decode(ssmtp_buf *out, ssmtp_slice value)
{
	size_t before = ssmtp_buf_len(out);
	ssmtp_buf text;
	bool ok;

	ssmtp_buf_init(&text, SSMTP_BUF_MAX_DEFAULT);
	ok = ssmtp_header_unfold(&text, value) && decode_words(out, ssmtp_buf_slice(&text));
	ssmtp_buf_free(&text);
	if (!ok) {
		ssmtp_buf_truncate(out, before);
		return false;
	}
	for (size_t i = before; i < ssmtp_buf_len(out); i++) {
		uint8_t *c = out->data + out->start + i;

		*c = ssmtp_is_control(*c) ? ' ' : *c;
	}
	return true;
}
