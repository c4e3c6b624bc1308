/* Reading Content-Type and Content-Transfer-Encoding (see content_type.h). */
#include "mime/content_type.h"

#include "base/ascii.h"

static bool type_refuse(ssmtp_error *error)
{
	return ssmtp_error_set(error, SSMTP_ERROR_MESSAGE, SSMTP_E_MIME_TYPE,
		"Content-Type is malformed: write type/subtype; name=value, values with special characters in quotes.");
}

static bool is_blank(uint8_t c)
{
	return ssmtp_is_wsp(c) || c == '\r' || c == '\n';
}

/* White space, folds and comments; false when a comment is not closed. */
static bool skip_cfws(ssmtp_slice *text)
{
	unsigned depth = 0;

	while (text->len > 0 && (depth > 0 || is_blank(text->ptr[0]) || text->ptr[0] == '(')) {
		uint8_t c = text->ptr[0];

		depth += c == '(';
		depth -= c == ')';
		*text = ssmtp_slice_skip(*text, c == '\\' ? 2 : 1);
		if (depth > SSMTP_COMMENT_DEPTH_MAX) {
			return false;
		}
	}
	return depth == 0;
}

static ssmtp_slice take_token(ssmtp_slice *text)
{
	ssmtp_slice token = *text;
	size_t len = 0;

	while (len < text->len && ssmtp_header_is_token(ssmtp_slice_of(text->ptr + len, 1))) {
		len++;
	}
	*text = ssmtp_slice_skip(*text, len);
	return ssmtp_slice_head(token, len);
}

/* A token or quoted string, as text; what does not fit into room is refused
 * unless dst is NULL, when the value does not matter. */
static bool take_value(ssmtp_slice *text, char *dst, size_t room)
{
	size_t len = 0;

	if (text->len == 0 || text->ptr[0] != '"') {
		ssmtp_slice token = take_token(text);

		if (token.len == 0 || (dst != NULL && token.len >= room)) {
			return false;
		}
		if (dst != NULL) {
			memcpy(dst, token.ptr, token.len);
			dst[token.len] = '\0';
		}
		return true;
	}
	for (*text = ssmtp_slice_skip(*text, 1); text->len > 0 && text->ptr[0] != '"'; *text = ssmtp_slice_skip(*text, 1)) {
		if (text->ptr[0] == '\\') {
			*text = ssmtp_slice_skip(*text, 1);
		}
		if (dst != NULL && text->len > 0 && text->ptr[0] != '\r' && text->ptr[0] != '\n') {
			if (len + 1 >= room) {
				return false;
			}
			dst[len++] = (char) text->ptr[0];
		}
	}
	if (dst != NULL) {
		dst[len] = '\0';
	}
	if (text->len == 0) {
		return false;
	}
	*text = ssmtp_slice_skip(*text, 1);
	return true;
}

static bool take_parameter(ssmtp_slice *text, ssmtp_content_type *type)
{
	ssmtp_slice name = take_token(text);
	char *dst = NULL;
	size_t room = 0;

	if (ssmtp_slice_equal_nocase(name, SSMTP_SLICE("boundary"))) {
		dst = type->boundary;
		room = sizeof(type->boundary);
	} else if (ssmtp_slice_equal_nocase(name, SSMTP_SLICE("charset"))) {
		dst = type->charset;
		room = sizeof(type->charset);
	}
	if (name.len == 0 || !skip_cfws(text) || text->len == 0 || text->ptr[0] != '=') {
		return false;
	}
	*text = ssmtp_slice_skip(*text, 1);
	return skip_cfws(text) && take_value(text, dst, room) && skip_cfws(text);
}

static bool take_media(ssmtp_slice *text, ssmtp_content_type *type)
{
	ssmtp_slice major, minor;

	if (!skip_cfws(text)) {
		return false;
	}
	major = take_token(text);
	if (!skip_cfws(text) || text->len == 0 || text->ptr[0] != '/') {
		return false;
	}
	*text = ssmtp_slice_skip(*text, 1);
	if (!skip_cfws(text)) {
		return false;
	}
	minor = take_token(text);
	if (major.len == 0 || minor.len == 0 || major.len + minor.len + 1 > SSMTP_MEDIA_TYPE_MAX) {
		return false;
	}
	for (size_t i = 0; i < major.len + 1 + minor.len; i++) {
		uint8_t c = i < major.len ? major.ptr[i] : i == major.len ? '/' : minor.ptr[i - major.len - 1];

		type->media[i] = (char) ssmtp_lower(c);
	}
	return skip_cfws(text);
}

bool ssmtp_content_type_parse(ssmtp_content_type *type, ssmtp_slice value, ssmtp_error *error)
{
	memset(type, 0, sizeof(*type));
	if (!take_media(&value, type)) {
		return type_refuse(error);
	}
	while (value.len > 0) {
		if (value.ptr[0] != ';') {
			return type_refuse(error);
		}
		value = ssmtp_slice_skip(value, 1);
		if (!skip_cfws(&value)) {
			return type_refuse(error);
		}
		/* A final semicolon is common and harmless. */
		if (value.len > 0 && !take_parameter(&value, type)) {
			return type_refuse(error);
		}
	}
	return true;
}

bool ssmtp_content_type_of(ssmtp_content_type *type, ssmtp_slice section, ssmtp_error *error)
{
	ssmtp_header_field field;

	if (!ssmtp_header_find(section, "Content-Type", &field)) {
		field.value = SSMTP_SLICE("text/plain");
	}
	return ssmtp_content_type_parse(type, field.value, error);
}

bool ssmtp_content_type_is(const ssmtp_content_type *type, const char *prefix)
{
	return strncmp(type->media, prefix, strlen(prefix)) == 0;
}

bool ssmtp_content_type_is_walkable(const ssmtp_content_type *type)
{
	return ssmtp_content_type_is(type, "multipart/") && strcmp(type->media, "multipart/signed") != 0 &&
		   strcmp(type->media, "multipart/encrypted") != 0;
}

bool ssmtp_content_type_is_message(const ssmtp_content_type *type)
{
	return strcmp(type->media, "message/rfc822") == 0;
}

ssmtp_transfer_encoding ssmtp_transfer_encoding_of(ssmtp_slice section)
{
	static const char *const identities[] = { "7bit", "8bit", "binary" };
	ssmtp_header_field field;
	ssmtp_slice word;

	if (!ssmtp_header_find(section, "Content-Transfer-Encoding", &field)) {
		return SSMTP_CTE_IDENTITY;
	}
	if (!skip_cfws(&field.value)) {
		return SSMTP_CTE_ENCODED;
	}
	word = take_token(&field.value);
	for (size_t i = 0; i < sizeof(identities) / sizeof(identities[0]); i++) {
		if (ssmtp_slice_equal_nocase(word, ssmtp_slice_str(identities[i]))) {
			return SSMTP_CTE_IDENTITY;
		}
	}
	return SSMTP_CTE_ENCODED;
}

bool ssmtp_transfer_encoding_replace(ssmtp_buf *out, ssmtp_slice section, const char *encoding)
{
	ssmtp_header_field field;

	while (ssmtp_header_next(&section, &field)) {
		if (!ssmtp_slice_equal_nocase(field.name, SSMTP_SLICE("Content-Transfer-Encoding")) &&
			!ssmtp_buf_append_slice(out, field.whole)) {
			return false;
		}
	}
	return ssmtp_buf_printf(out, "Content-Transfer-Encoding: %s\r\n", encoding);
}
