/* header: whatever the fields, the section has only its own line ends, no blank
 * line, no line above 998 octets and no blind copies. First octet: style. */
#include <stdlib.h>

#include "base/ascii.h"
#include "mime/message.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_section(ssmtp_slice section)
{
	ssmtp_header_field field;

	for (ssmtp_slice rest = section; ssmtp_header_next(&rest, &field);) {
		if (ssmtp_slice_equal_nocase(field.name, SSMTP_SLICE("bcc")) || field.name.len == 0) {
			abort();
		}
	}
	while (section.len > 0) {
		size_t lf = ssmtp_slice_find(section, '\n');
		ssmtp_slice line = ssmtp_slice_head(section, lf);

		if (lf == section.len || lf < 2 || lf > 999 || section.ptr[lf - 1] != '\r' ||
			ssmtp_slice_find(line, '\r') != lf - 1 || ssmtp_slice_trim(ssmtp_slice_head(line, lf - 1)).len == 0) {
			abort();
		}
		section = ssmtp_slice_skip(section, lf + 1);
	}
}

/* The input up to the next NUL. */
static ssmtp_slice take(ssmtp_slice *rest)
{
	size_t end = ssmtp_slice_find(*rest, '\0');
	ssmtp_slice part = ssmtp_slice_head(*rest, end);

	*rest = ssmtp_slice_skip(*rest, end + 1);
	return part;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const charsets[] = { "", "utf-8", "iso-8859-1", "iso-2022-jp" };
	ssmtp_header_style style = { .max_line = 80, .charset = "" };
	ssmtp_slice rest = ssmtp_slice_of(data, size);
	ssmtp_message_fields fields = { 0 };
	ssmtp_error error = { 0 };
	ssmtp_buf out;

	if (size > 0) {
		style.max_line = (data[0] & 15) == 0 ? 0 : 18 + (data[0] & 15) * 6u;
		style.charset = charsets[data[0] >> 4 & 3];
		rest = ssmtp_slice_skip(rest, 1);
	}
	fields.from = take(&rest);
	fields.subject = take(&rest);
	fields.message_id = take(&rest);
	fields.reply_to = take(&rest);
	fields.other_headers = rest;
	ssmtp_buf_init(&out, SSMTP_BUF_MAX_DEFAULT);
	if (ssmtp_message_write_header(&out, &fields, &style, &error)) {
		check_section(ssmtp_buf_slice(&out));
	} else if (error.code == 0 || ssmtp_buf_len(&out) != 0) {
		abort();
	}
	ssmtp_buf_free(&out);
	return 0;
}
