/* Reading a header section (RFC 5322 section 2.2; see header.h). */
#include "mime/header.h"

#include "base/ascii.h"

bool ssmtp_header_is_token(ssmtp_slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		uint8_t c = text.ptr[i];

		if (c <= ' ' || c >= 0x7f || strchr("()<>@,;:\\\"/[]?=", c) != NULL) {
			return false;
		}
	}
	return text.len > 0;
}

/* Position of the line end at or behind from, and behind it in *next. */
static size_t line_find_end(ssmtp_slice text, size_t from, size_t *next)
{
	size_t at = from;

	while (at < text.len && text.ptr[at] != '\r' && text.ptr[at] != '\n') {
		at++;
	}
	*next = at;
	if (*next < text.len) {
		*next += text.ptr[at] == '\r' && at + 1 < text.len && text.ptr[at + 1] == '\n' ? 2 : 1;
	}
	return at;
}

bool ssmtp_header_next(ssmtp_slice *section, ssmtp_header_field *field)
{
	size_t next;
	size_t end = line_find_end(*section, 0, &next);
	size_t colon;

	if (end == 0) {
		return false;
	}
	colon = ssmtp_slice_find(ssmtp_slice_head(*section, end), ':');
	while (next < section->len && ssmtp_is_wsp(section->ptr[next])) {
		end = line_find_end(*section, next, &next);
	}
	field->whole = ssmtp_slice_head(*section, next);
	field->name = SSMTP_SLICE_EMPTY;
	field->value = ssmtp_slice_head(*section, end);
	if (colon < field->value.len && field->value.ptr[colon] == ':') {
		field->name = ssmtp_slice_trim(ssmtp_slice_head(*section, colon));
		field->value = ssmtp_slice_skip(field->value, colon + 1);
	}
	*section = ssmtp_slice_skip(*section, next);
	return true;
}

bool ssmtp_header_find(ssmtp_slice section, const char *name, ssmtp_header_field *field)
{
	while (ssmtp_header_next(&section, field)) {
		if (ssmtp_slice_equal_nocase(field->name, ssmtp_slice_str(name))) {
			return true;
		}
	}
	return false;
}

bool ssmtp_header_unfold(ssmtp_buf *out, ssmtp_slice value)
{
	size_t next = 0;

	/* A line end at either side goes with the blanks. */
	while (value.len > 0 && (ssmtp_is_wsp(value.ptr[0]) || value.ptr[0] == '\r' || value.ptr[0] == '\n')) {
		value = ssmtp_slice_skip(value, 1);
	}
	while (value.len > 0 && (ssmtp_is_wsp(value.ptr[value.len - 1]) || value.ptr[value.len - 1] == '\r' ||
								value.ptr[value.len - 1] == '\n')) {
		value.len--;
	}
	while (next < value.len) {
		size_t from = next;
		size_t end = line_find_end(value, from, &next);

		if (!ssmtp_buf_append(out, value.ptr + from, end - from)) {
			return false;
		}
	}
	return true;
}

/* One line of OtherHeaders without its line end. */
static bool line_check(ssmtp_slice line, bool first, size_t number, ssmtp_error *error)
{
	size_t colon;

	for (size_t i = 0; i < line.len; i++) {
		if (ssmtp_is_control(line.ptr[i]) && line.ptr[i] != '\t') {
			return ssmtp_error_argument(
				error, "OtherHeaders line %zu holds a control character (octet 0x%02x).", number, line.ptr[i]);
		}
	}
	if (line.len > 0 && ssmtp_is_wsp(line.ptr[0])) {
		return !first ||
			   ssmtp_error_argument(error, "OtherHeaders begins with white space: there is no field to continue.");
	}
	colon = ssmtp_slice_find(line, ':');
	if (colon == line.len || !ssmtp_header_is_token(ssmtp_slice_head(line, colon))) {
		return ssmtp_error_argument(error, "OtherHeaders line %zu is not a field: write \"Name: value\".", number);
	}
	return true;
}

bool ssmtp_header_normalise(ssmtp_buf *out, ssmtp_slice section, ssmtp_error *error)
{
	size_t before = ssmtp_buf_len(out);
	size_t number = 1;
	size_t next = 0;

	for (; next < section.len; number++) {
		size_t from = next;
		size_t end = line_find_end(section, from, &next);
		ssmtp_slice line = ssmtp_slice_of(section.ptr + from, end - from);

		if (!line_check(line, number == 1, number, error)) {
			goto failed;
		}
		if (ssmtp_slice_trim(line).len > 0 &&
			!(ssmtp_buf_append_slice(out, line) && ssmtp_buf_append_str(out, "\r\n"))) {
			ssmtp_error_nomem(error);
			goto failed;
		}
	}
	return true;
failed:
	ssmtp_buf_truncate(out, before);
	return false;
}
