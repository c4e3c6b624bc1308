/* Fields of a header section (see header.h). */
#include "base/ascii.h"
#include "mime/header_line.h"

/* A word above this is encoded, as no line could take it with what stands before it. */
#define WORD_MAX 900

/* ASCII that reads like an encoded-word must not stand beside real ones. */
static bool word_needs_encoding(ssmtp_slice blanks, ssmtp_slice word)
{
	for (size_t i = 0; i + 1 < word.len; i++) {
		if (word.ptr[i] == '=' && word.ptr[i + 1] == '?') {
			return true;
		}
	}
	return !ssmtp_slice_is_ascii(word) || blanks.len + word.len > WORD_MAX;
}

/* Finds the part of the text from the first to the last word that must be encoded. */
static bool text_find_encoded(ssmtp_slice text, size_t *from, size_t *to)
{
	ssmtp_slice rest = text;
	ssmtp_slice blanks, word;
	bool found = false;

	while (ssmtp_header_next_word(&rest, &blanks, &word)) {
		if (!word_needs_encoding(blanks, word)) {
			continue;
		}
		if (!found) {
			*from = (size_t) (word.ptr - text.ptr);
		}
		found = true;
		*to = (size_t) (word.ptr - text.ptr) + word.len;
	}
	return found;
}

/* ASCII with words of ordinary length passes as it is, encoded-words the
 * caller made himself included. */
static bool text_is_plain(ssmtp_slice text)
{
	ssmtp_slice blanks, word;

	if (!ssmtp_slice_is_ascii(text)) {
		return false;
	}
	while (ssmtp_header_next_word(&text, &blanks, &word)) {
		if (blanks.len + word.len > WORD_MAX) {
			return false;
		}
	}
	return true;
}

static bool text_write_encoded(ssmtp_header_line *line, ssmtp_slice text)
{
	size_t from = 0;
	size_t to = text.len;
	size_t blank;

	text_find_encoded(text, &from, &to);
	if (!ssmtp_header_line_words(line, ssmtp_slice_head(text, from))) {
		return false;
	}
	for (blank = from; blank > 0 && ssmtp_is_wsp(text.ptr[blank - 1]); blank--) {
	}
	/* Blanks without measure would make a line too long: they go into the encoded-word. */
	if (from - blank > SSMTP_ENCODED_LINE_MAX / 2) {
		from = blank + 1;
	}
	return ssmtp_header_line_encoded(line,
			   from > blank ? ssmtp_slice_of(text.ptr + blank, from - blank) : SSMTP_SLICE(" "),
			   ssmtp_slice_of(text.ptr + from, to - from)) &&
		   ssmtp_header_line_words(line, ssmtp_slice_skip(text, to));
}

bool ssmtp_header_write_text(
	ssmtp_buf *out, const ssmtp_header_style *style, const char *name, ssmtp_slice value, ssmtp_error *error)
{
	ssmtp_header_line line;
	bool ok;

	value = ssmtp_slice_trim(value);
	ok = ssmtp_header_line_begin(&line, out, style, name, error) && ssmtp_header_check_text(name, value, error) &&
		 (text_is_plain(value) ? ssmtp_header_line_words(&line, value) : text_write_encoded(&line, value));
	return ssmtp_header_line_end(&line, ok);
}

bool ssmtp_header_write_raw(
	ssmtp_buf *out, const ssmtp_header_style *style, const char *name, ssmtp_slice value, ssmtp_error *error)
{
	ssmtp_header_line line;
	bool ok;

	ok = ssmtp_header_line_begin(&line, out, style, name, error) && ssmtp_header_check_text(name, value, error);
	if (ok && !ssmtp_slice_is_ascii(value)) {
		ok = ssmtp_error_set(
			error, SSMTP_ERROR_MESSAGE, SSMTP_E_CODE_PAGE, "%s must be ASCII: it cannot be encoded.", name);
	}
	ok = ok && ssmtp_header_line_words(&line, value);
	return ssmtp_header_line_end(&line, ok);
}

/* Splits at the @ in front of the domain; all is local part when there is none. */
static size_t address_domain_at(ssmtp_slice address)
{
	for (size_t i = address.len; i > 0; i--) {
		if (address.ptr[i - 1] == '@') {
			return i;
		}
	}
	return address.len;
}

/* The address as the header may show it: RFC 5322 fields are ASCII. */
static bool append_address(ssmtp_header_line *line, ssmtp_buf *word, ssmtp_slice address)
{
	size_t at = address_domain_at(address);
	ssmtp_slice local = ssmtp_slice_head(address, at);
	ssmtp_slice domain = ssmtp_slice_skip(address, at);

	if (ssmtp_slice_is_ascii(address) || line->style->utf8_addresses) {
		return ssmtp_buf_append_slice(word, address) || ssmtp_error_nomem(line->error);
	}
	if (!ssmtp_slice_is_ascii(local)) {
		return ssmtp_error_argument(line->error,
			"%s: the address %.*s has a local part outside ASCII, for which the server must offer SMTPUTF8.",
			line->field, SSMTP_SLICE_FMT(address));
	}
	if (!ssmtp_buf_append_slice(word, local)) {
		return ssmtp_error_nomem(line->error);
	}
	return (line->style->to_ascii != NULL && line->style->to_ascii(domain, word)) ||
		   ssmtp_error_argument(line->error,
			   "%s: the domain of %.*s cannot be written in ASCII: give its A-label (xn--...).", line->field,
			   SSMTP_SLICE_FMT(address));
}

/* A phrase with what follows it at once. */
static bool write_phrase(ssmtp_header_line *line, ssmtp_slice name, const char *behind)
{
	ssmtp_buf quoted;
	bool ok;

	if (!ssmtp_header_check_text(line->field, name, line->error) || !ssmtp_mailbox_check_name(name, line->error)) {
		return false;
	}
	if (!text_is_plain(name)) {
		/* RFC 2047 section 5 rule 3: white space parts an encoded-word from a special. */
		return ssmtp_header_line_encoded(line, SSMTP_SLICE(" "), name) &&
			   (*behind == '\0' || ssmtp_header_line_word(line, SSMTP_SLICE(" "), ssmtp_slice_str(behind)));
	}
	ssmtp_buf_init(&quoted, SSMTP_BUF_MAX_DEFAULT);
	ok = ((ssmtp_mailbox_name_is_phrase(name) ? ssmtp_buf_append_slice(&quoted, name)
											  : ssmtp_mailbox_append_quoted(&quoted, name)) &&
			 ssmtp_buf_append_str(&quoted, behind)) ||
		 ssmtp_error_nomem(line->error);
	ok = ok && ssmtp_header_line_words(line, ssmtp_buf_slice(&quoted));
	ssmtp_buf_free(&quoted);
	return ok;
}

static bool write_mailbox(ssmtp_header_line *line, const ssmtp_mailbox *mailbox, const char *behind)
{
	ssmtp_slice name = ssmtp_slice_str(mailbox->name);
	ssmtp_slice address = ssmtp_slice_str(mailbox->address);
	ssmtp_buf word;
	bool ok;

	if (!ssmtp_address_check(address, line->error) || (name.len > 0 && !write_phrase(line, name, ""))) {
		return false;
	}
	ssmtp_buf_init(&word, SSMTP_BUF_MAX_DEFAULT);
	ok = name.len == 0 || ssmtp_buf_append_octet(&word, '<') || ssmtp_error_nomem(line->error);
	ok = ok && append_address(line, &word, address);
	ok = ok && (((name.len == 0 || ssmtp_buf_append_octet(&word, '>')) && ssmtp_buf_append_str(&word, behind)) ||
				   ssmtp_error_nomem(line->error));
	ok = ok && ssmtp_header_line_word(line, SSMTP_SLICE(" "), ssmtp_buf_slice(&word));
	ssmtp_buf_free(&word);
	return ok;
}

/* One entry; before and next are its neighbours (RFC 5322 3.4: a group is name ":" members ";"). */
static bool write_entry(ssmtp_header_line *line, const ssmtp_mailbox_list *list, size_t before, size_t at, size_t next)
{
	static const char *const behinds[2][2] = { { "", "," }, { ";", ";," } };
	const ssmtp_mailbox *mailbox = &list->items[at];
	bool closes = mailbox->group != NULL && !ssmtp_mailbox_list_joined(list, at, next);
	const char *behind = behinds[closes][next < list->count];

	if (mailbox->group != NULL && !ssmtp_mailbox_list_joined(list, before, at)) {
		static const char *const empties[2] = { ":;", ":;," };
		bool empty = mailbox->address[0] == '\0';
		const char *colon = empty ? empties[next < list->count] : ":";

		if (!write_phrase(line, ssmtp_slice_str(mailbox->group), colon)) {
			return false;
		}
		if (empty) {
			return true;
		}
	}
	return write_mailbox(line, mailbox, behind);
}

bool ssmtp_header_write_mailboxes(ssmtp_buf *out, const ssmtp_header_style *style, const char *name,
	const ssmtp_mailbox_list *list, ssmtp_error *error)
{
	size_t before = list->count;
	size_t at = ssmtp_mailbox_list_next(list, 0);
	ssmtp_header_line line;
	bool ok;

	if (at == list->count) {
		return true;
	}
	ok = ssmtp_header_line_begin(&line, out, style, name, error);
	for (size_t next; ok && at < list->count; before = at, at = next) {
		next = ssmtp_mailbox_list_next(list, at + 1);
		ok = write_entry(&line, list, before, at, next);
	}
	return ssmtp_header_line_end(&line, ok);
}
