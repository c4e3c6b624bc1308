/* Legacy display (RFC 9788 section 5.2.2; see protect.h): the header fields that
 * encryption hides, as text at the top of what the reader is shown. */
#include "base/alloc.h"
#include "base/ascii.h"
#include "mime/charset.h"
#include "mime/content_type.h"
#include "mime/multipart.h"
#include "mime/protect.h"

/* A leaf that begins behind this many octets of the body is left as it is. */
#define DISPLAY_LOOK_MAX ((size_t) 256 * 1024)

/* The rest of a source behind its first octets. */
typedef struct tail_source {
	ssmtp_source base;
	ssmtp_source *upstream;
	size_t skip;
	bool begun;
} tail_source;

static bool tail_begin(tail_source *self, ssmtp_error *error)
{
	uint8_t octets[4096];
	size_t left = self->skip, n;

	while (left > 0) {
		if (!ssmtp_source_read(self->upstream, octets, left < sizeof(octets) ? left : sizeof(octets), &n, error)) {
			return false;
		}
		if (n == 0) {
			break;
		}
		left -= n;
	}
	self->begun = true;
	return true;
}

static bool tail_read(ssmtp_source *source, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	tail_source *self = (tail_source *) source;

	*n = 0;
	return (self->begun || tail_begin(self, error)) && ssmtp_source_read(self->upstream, dst, room, n, error);
}

static bool tail_rewind(ssmtp_source *source, ssmtp_error *error)
{
	tail_source *self = (tail_source *) source;

	self->begun = false;
	return ssmtp_source_rewind(self->upstream, error);
}

static bool tail_size(ssmtp_source *source, uint64_t *size_octets)
{
	tail_source *self = (tail_source *) source;

	if (!ssmtp_source_size(self->upstream, size_octets)) {
		return false;
	}
	*size_octets -= *size_octets < self->skip ? *size_octets : self->skip;
	return true;
}

static void tail_free(ssmtp_source *source)
{
	ssmtp_source_free(&((tail_source *) source)->upstream);
	ssmtp_free(source);
}

static ssmtp_again tail_again(const ssmtp_source *source)
{
	return ssmtp_source_again(((const tail_source *) source)->upstream);
}

static const ssmtp_source_vtable tail_vtable = { "tail", tail_read, tail_rewind, tail_size, tail_free,
	tail_again };

/* The work on one entity. */
typedef struct display {
	ssmtp_buf lines; /* "Subject: ...\r\n", UTF-8 */
	ssmtp_buf head;  /* first octets of the body as given */
	ssmtp_buf out;   /* the same with the lines in it */
	size_t copied;   /* octets of head that stand in out */
	const char *charset;
	ssmtp_error *error;
} display;

/* RFC 9788 section 1.1.2. */
static bool field_is_user_facing(ssmtp_slice name)
{
	static const char *const names[] = { "Subject", "From", "To", "Cc", "Date", "Reply-To", "Followup-To", "Sender",
		"Resent-From", "Resent-To", "Resent-Cc", "Resent-Date", "Resent-Sender" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (ssmtp_slice_equal_nocase(name, ssmtp_slice_str(names[i]))) {
			return true;
		}
	}
	return false;
}

static bool section_has(ssmtp_slice section, ssmtp_slice whole)
{
	ssmtp_header_field field;

	while (ssmtp_header_next(&section, &field)) {
		if (ssmtp_slice_equal(field.whole, whole)) {
			return true;
		}
	}
	return false;
}

static bool display_collect(display *self, ssmtp_slice section, ssmtp_slice outer)
{
	ssmtp_header_field field;

	while (ssmtp_header_next(&section, &field)) {
		if (!field_is_user_facing(field.name) || section_has(outer, field.whole)) {
			continue;
		}
		if (!ssmtp_buf_append_slice(&self->lines, field.name) || !ssmtp_buf_append_str(&self->lines, ": ") ||
			!ssmtp_header_decode(&self->lines, field.value) || !ssmtp_buf_append_str(&self->lines, "\r\n")) {
			return ssmtp_error_nomem(self->error);
		}
	}
	return true;
}

typedef enum leaf_encoding { LEAF_PLAIN, LEAF_QP, LEAF_BASE64, LEAF_UNKNOWN } leaf_encoding;

static leaf_encoding leaf_encoding_of(ssmtp_slice section)
{
	static const struct {
		const char *word;
		leaf_encoding encoding;
	} words[] = { { "7bit", LEAF_PLAIN }, { "8bit", LEAF_PLAIN }, { "binary", LEAF_PLAIN },
		{ "quoted-printable", LEAF_QP }, { "base64", LEAF_BASE64 } };
	ssmtp_header_field field;
	ssmtp_slice value;

	if (!ssmtp_header_find(section, "Content-Transfer-Encoding", &field)) {
		return LEAF_PLAIN;
	}
	value = ssmtp_slice_trim(field.value);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (ssmtp_slice_equal_nocase(value, ssmtp_slice_str(words[i].word))) {
			return words[i].encoding;
		}
	}
	return LEAF_UNKNOWN;
}

static bool leaf_is_attachment(ssmtp_slice section)
{
	ssmtp_header_field field;

	return ssmtp_header_find(section, "Content-Disposition", &field) &&
		   ssmtp_slice_equal_nocase(ssmtp_slice_head(ssmtp_slice_trim(field.value), 10), SSMTP_SLICE("attachment"));
}

static bool append_html(ssmtp_buf *out, ssmtp_slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		uint8_t c = text.ptr[i];
		bool ok = c == '&'   ? ssmtp_buf_append_str(out, "&amp;")
				  : c == '<' ? ssmtp_buf_append_str(out, "&lt;")
				  : c == '>' ? ssmtp_buf_append_str(out, "&gt;")
							 : ssmtp_buf_append_octet(out, c);

		if (!ok) {
			return false;
		}
	}
	return true;
}

/* The lines as they stand in a text/plain or a text/html, without the last line end. */
static bool leaf_text(display *self, bool html, ssmtp_buf *out)
{
	ssmtp_slice lines = ssmtp_buf_slice(&self->lines);

	lines.len -= 2;
	if (!html) {
		return ssmtp_buf_append_slice(out, lines) || ssmtp_error_nomem(self->error);
	}
	return (ssmtp_buf_append_str(out, "<div class=\"header-protection-legacy-display\"><pre>") &&
			   append_html(out, lines) && ssmtp_buf_append_str(out, "</pre></div>")) ||
		   ssmtp_error_nomem(self->error);
}

/* Into the leaf's character set. *fits false: it has not all of the letters. */
static bool leaf_convert(display *self, const char *charset, ssmtp_buf *text, bool *fits)
{
	ssmtp_charset converter;
	ssmtp_error ignored = { 0 };
	bool nomem = false;
	ssmtp_buf out;

	*fits = ssmtp_slice_is_ascii(ssmtp_buf_slice(text)) || strcmp(charset, "utf-8") == 0;
	if (*fits || charset[0] == '\0' || strcmp(charset, "us-ascii") == 0 ||
		!ssmtp_charset_open(&converter, charset, "Subject", &ignored)) {
		return true;
	}
	ssmtp_buf_init(&out, SSMTP_BUF_MAX_DEFAULT);
	*fits = ssmtp_charset_convert(&converter, &out, ssmtp_buf_slice(text), &nomem);
	ssmtp_charset_close(&converter);
	if (*fits) {
		ssmtp_buf_free(text);
		*text = out;
	} else {
		ssmtp_buf_free(&out);
	}
	return !nomem || ssmtp_error_nomem(self->error);
}

/* text, then ends, through the filter of the encoding. A base64 text of a
 * multiple of 3 octets has no padding, so that the leaf's own can follow it. */
static bool leaf_encode(display *self, leaf_encoding encoding, ssmtp_buf *text, const char *ends)
{
	ssmtp_source *plain, *encoded;
	bool ok = true;

	while (ok && encoding == LEAF_BASE64 && (ssmtp_buf_len(text) + strlen(ends)) % 3 != 0) {
		ok = ssmtp_buf_append_octet(text, ' ');
	}
	if (!ok || !ssmtp_buf_append_str(text, ends)) {
		return ssmtp_error_nomem(self->error);
	}
	if (encoding == LEAF_PLAIN) {
		return true;
	}
	plain = ssmtp_source_mem_new_take(text, self->error);
	encoded = plain == NULL             ? NULL
			  : encoding == LEAF_BASE64 ? ssmtp_filter_base64_new_take(&plain, self->error)
										: ssmtp_filter_qp_new_take(&plain, self->error);
	ok = encoded != NULL && ssmtp_source_read_all(encoded, text, self->error);
	ssmtp_source_free(&plain);
	ssmtp_source_free(&encoded);
	return ok;
}

/* Behind the tag <body>; 0 when there is none. */
static size_t html_body_at(ssmtp_slice content)
{
	for (size_t i = 0; i + 5 < content.len; i++) {
		ssmtp_slice tag = ssmtp_slice_head(ssmtp_slice_skip(content, i), 5);

		if (tag.ptr[0] == '<' && ssmtp_slice_equal_nocase(tag, SSMTP_SLICE("<body"))) {
			size_t end = ssmtp_slice_find(ssmtp_slice_skip(content, i), '>');

			return i + end < content.len ? i + end + 1 : 0;
		}
	}
	return 0;
}

static bool append_marked_type(ssmtp_buf *out, ssmtp_slice whole)
{
	while (whole.len > 0 && strchr("\r\n\t ;", whole.ptr[whole.len - 1]) != NULL) {
		whole.len--;
	}
	return ssmtp_buf_append_slice(out, whole) && ssmtp_buf_append_str(out, "; hp-legacy-display=\"1\"\r\n");
}

/* The section with hp-legacy-display on its Content-Type. */
static bool leaf_mark(display *self, ssmtp_slice section, const char *charset, ssmtp_buf *out)
{
	ssmtp_header_field field;
	bool typed = ssmtp_header_find(section, "Content-Type", &field);
	bool ok = typed ||
			  (charset[0] == '\0' ? ssmtp_buf_append_str(out, "Content-Type: text/plain; hp-legacy-display=\"1\"\r\n")
								  : ssmtp_buf_printf(out,
										"Content-Type: text/plain; charset=%s; hp-legacy-display=\"1\"\r\n", charset));

	while (ok && ssmtp_header_next(&section, &field)) {
		ok = ssmtp_slice_equal_nocase(field.name, SSMTP_SLICE("Content-Type"))
				 ? append_marked_type(out, field.whole)
				 : ssmtp_buf_append_slice(out, field.whole);
	}
	return ok || ssmtp_error_nomem(self->error);
}

/* What is to stand in the leaf: *fits false leaves it as it is. */
static bool leaf_insertion(display *self, ssmtp_slice section, const ssmtp_content_type *type, const char *charset,
	ssmtp_buf *text, bool *fits)
{
	leaf_encoding encoding = leaf_encoding_of(section);
	bool html = strcmp(type->media, "text/html") == 0;

	*fits =
		encoding != LEAF_UNKNOWN && (html || strcmp(type->media, "text/plain") == 0) && !leaf_is_attachment(section);
	if (!*fits) {
		return true;
	}
	return leaf_text(self, html, text) && leaf_convert(self, charset, text, fits) &&
		   (!*fits || leaf_encode(self, encoding, text, html ? "\r\n" : "\r\n\r\n"));
}

static size_t leaf_position(ssmtp_slice section, const ssmtp_content_type *type, ssmtp_slice content)
{
	if (strcmp(type->media, "text/html") != 0 || leaf_encoding_of(section) == LEAF_BASE64) {
		return 0;
	}
	return html_body_at(content);
}

/* Copies head into out up to the pointer. */
static bool copy_to(display *self, const uint8_t *to)
{
	ssmtp_slice head = ssmtp_buf_slice(&self->head);
	size_t at = (size_t) (to - head.ptr);
	bool ok = ssmtp_buf_append(&self->out, head.ptr + self->copied, at - self->copied);

	self->copied = at;
	return ok || ssmtp_error_nomem(self->error);
}

static bool insert_at(display *self, ssmtp_slice section, size_t at, ssmtp_slice content, ssmtp_slice text)
{
	if (content.len > 0 && !copy_to(self, content.ptr + at)) {
		return false;
	}
	/* A soft line break keeps the tag's line of a quoted-printable text short. */
	return ((at == 0 || leaf_encoding_of(section) != LEAF_QP || ssmtp_buf_append_str(&self->out, "=\r\n")) &&
			   ssmtp_buf_append_slice(&self->out, text)) ||
		   ssmtp_error_nomem(self->error);
}

/* A leaf inside of a multipart: section and content stand in head. */
static bool part_leaf(display *self, ssmtp_slice section, const ssmtp_content_type *type, ssmtp_slice content)
{
	bool fits, ok;
	ssmtp_buf text;

	if (content.len == 0) {
		return true;
	}
	ssmtp_buf_init(&text, SSMTP_BUF_MAX_DEFAULT);
	ok = leaf_insertion(self, section, type, type->charset, &text, &fits);
	if (ok && fits) {
		ok = copy_to(self, section.ptr) && leaf_mark(self, section, "", &self->out);
		self->copied += section.len;
		ok = ok && insert_at(self, section, leaf_position(section, type, content), content, ssmtp_buf_slice(&text));
	}
	ssmtp_buf_free(&text);
	return ok;
}

static ssmtp_slice take_line(ssmtp_slice *rest)
{
	size_t end = ssmtp_slice_find(*rest, '\n');
	ssmtp_slice line = ssmtp_slice_head(*rest, end + 1);

	*rest = ssmtp_slice_skip(*rest, line.len);
	return line;
}

static ssmtp_slice without_line_end(ssmtp_slice line)
{
	while (line.len > 0 && strchr("\r\n\t ", line.ptr[line.len - 1]) != NULL) {
		line.len--;
	}
	return line;
}

/* Up to the next delimiter line (RFC 2046 5.1.1), which is taken; false at the last one or the end. */
static bool take_to_delimiter(ssmtp_slice *rest, const char *boundary, ssmtp_slice *before)
{
	size_t len = strlen(boundary);

	*before = ssmtp_slice_head(*rest, 0);
	while (rest->len > 0) {
		ssmtp_slice line = without_line_end(take_line(rest));
		bool delimiter =
			line.len >= len + 2 && memcmp(line.ptr, "--", 2) == 0 && memcmp(line.ptr + 2, boundary, len) == 0;

		if (delimiter && (line.len == len + 2 || memcmp(line.ptr + len + 2, "--", 2) == 0)) {
			before->len = (size_t) (line.ptr - before->ptr);
			return line.len == len + 2;
		}
	}
	return false;
}

/* Header section of a part; false when it has no end in head. */
static bool take_section(ssmtp_slice *rest, ssmtp_slice *section)
{
	*section = ssmtp_slice_head(*rest, 0);
	while (rest->len > 0) {
		ssmtp_slice line = take_line(rest);

		if (without_line_end(line).len == 0) {
			section->len = (size_t) (line.ptr - section->ptr);
			return true;
		}
	}
	return false;
}

static bool display_multipart(display *self, ssmtp_slice rest, const ssmtp_content_type *type, int depth)
{
	/* In multipart/alternative one of the parts is shown, in every other kind the first. */
	bool every = strcmp(type->media, "multipart/alternative") == 0;
	ssmtp_slice part;

	if (type->boundary[0] == '\0' || depth > SSMTP_MULTIPART_DEPTH_MAX) {
		return true;
	}
	for (bool more = take_to_delimiter(&rest, type->boundary, &part); more;) {
		ssmtp_content_type inner;
		ssmtp_error ignored = { 0 };
		ssmtp_slice section;

		more = take_to_delimiter(&rest, type->boundary, &part) && every;
		if (part.len == 0 || !take_section(&part, &section) || !ssmtp_content_type_of(&inner, section, &ignored)) {
			return true;
		}
		if (!(ssmtp_content_type_is_walkable(&inner) ? display_multipart(self, part, &inner, depth + 1)
													 : part_leaf(self, section, &inner, part))) {
			return false;
		}
	}
	return true;
}

/* The entity is one leaf. */
static bool display_leaf(display *self, ssmtp_buf *fields, const ssmtp_content_type *type)
{
	ssmtp_slice section = ssmtp_buf_slice(fields), content = ssmtp_buf_slice(&self->head);
	ssmtp_header_field field;
	const char *charset = ssmtp_header_find(section, "Content-Type", &field) ? type->charset
						  : self->charset[0] == '\0'                         ? "utf-8"
																			 : self->charset;
	ssmtp_buf text, marked;
	bool fits, ok;

	ssmtp_buf_init(&text, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&marked, fields->max);
	ok = leaf_insertion(self, section, type, charset, &text, &fits);
	if (ok && fits) {
		ok = leaf_mark(self, section, charset, &marked) &&
			 insert_at(self, section, leaf_position(section, type, content), content, ssmtp_buf_slice(&text));
	}
	ssmtp_buf_free(&text);
	if (ok && fits) {
		ssmtp_buf_free(fields);
		*fields = marked;
	} else {
		ssmtp_buf_free(&marked);
	}
	return ok;
}

static bool display_look(display *self, ssmtp_source *body)
{
	for (;;) {
		size_t n, room = DISPLAY_LOOK_MAX - ssmtp_buf_len(&self->head);
		uint8_t *dst;

		if (room == 0) {
			break;
		}
		room = room < 16384 ? room : 16384;
		if (!ssmtp_buf_reserve(&self->head, room)) {
			return ssmtp_error_nomem(self->error);
		}
		dst = self->head.data + self->head.end;
		if (!ssmtp_source_read(body, dst, room, &n, self->error)) {
			return false;
		}
		if (n == 0) {
			break;
		}
		ssmtp_buf_commit(&self->head, n);
	}
	return ssmtp_source_rewind(body, self->error);
}

/* The edited head, then the rest of the body as it is. */
static bool display_body(display *self, ssmtp_source **body)
{
	tail_source *tail = ssmtp_alloc_zero(sizeof(*tail));
	ssmtp_source *parts[2] = { NULL, NULL }, *joined;

	if (tail == NULL) {
		return ssmtp_error_nomem(self->error);
	}
	tail->base.vtable = &tail_vtable;
	tail->skip = self->copied;
	parts[0] = ssmtp_source_mem_new_take(&self->out, self->error);
	tail->upstream = *body;
	parts[1] = &tail->base;
	joined = parts[0] == NULL ? NULL : ssmtp_source_concat_new_take(parts, 2, self->error);
	if (joined == NULL) {
		ssmtp_source_free(&parts[0]);
		ssmtp_free(tail);
		return false;
	}
	*body = joined;
	return true;
}

static bool display_entity(display *self, ssmtp_buf *fields, ssmtp_source **body)
{
	ssmtp_content_type type;
	ssmtp_error ignored = { 0 };

	/* What is wrong with Content-Type is told where the entity is made canonical. */
	if (!ssmtp_content_type_of(&type, ssmtp_buf_slice(fields), &ignored)) {
		return true;
	}
	return display_look(self, *body) &&
		   (ssmtp_content_type_is_walkable(&type) ? display_multipart(self, ssmtp_buf_slice(&self->head), &type, 1)
												  : display_leaf(self, fields, &type)) &&
		   (ssmtp_buf_len(&self->out) == 0 || display_body(self, body));
}

bool ssmtp_protect_display(ssmtp_buf *fields, ssmtp_source **body, ssmtp_slice section, ssmtp_slice outer,
	const char *charset, ssmtp_error *error)
{
	display self = { .charset = charset, .error = error };
	bool ok;

	ssmtp_buf_init(&self.lines, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&self.head, DISPLAY_LOOK_MAX + 1);
	ssmtp_buf_init(&self.out, SSMTP_BUF_MAX_DEFAULT);
	ok = display_collect(&self, section, outer) &&
		 (ssmtp_buf_len(&self.lines) == 0 || display_entity(&self, fields, body));
	ssmtp_buf_free(&self.lines);
	ssmtp_buf_free(&self.head);
	ssmtp_buf_free(&self.out);
	return ok;
}
