/* entity: whatever the fields and the body, the canonical form is 7-bit with
 * CRLF line ends, its size is what was announced, and making it canonical again
 * changes nothing. First octet: raw body; fields end at the first NUL. */
#include <stdlib.h>

#include "mime/entity.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_whole(ssmtp_source *body, ssmtp_buf *out)
{
	ssmtp_error error = { 0 };
	uint64_t size_octets;

	if (!ssmtp_source_size(body, &size_octets) || !ssmtp_source_read_all(body, out, &error) ||
		size_octets != ssmtp_buf_len(out)) {
		abort();
	}
}

static void check_canonical(ssmtp_buf *fields, ssmtp_buf *out)
{
	ssmtp_source *body = ssmtp_source_borrow_new(ssmtp_buf_slice(out), NULL);
	ssmtp_body_traits traits;
	ssmtp_error error = { 0 };
	ssmtp_buf again;

	ssmtp_buf_init(&again, SSMTP_BUF_MAX_DEFAULT);
	if (!ssmtp_body_scan(body, &traits, &error) || traits.eight_bit || traits.has_nul || traits.long_line ||
		traits.bare_line_end || !ssmtp_entity_canonical(fields, &body, "", false, &error)) {
		abort();
	}
	read_whole(body, &again);
	if (!ssmtp_slice_equal(ssmtp_buf_slice(out), ssmtp_buf_slice(&again))) {
		abort();
	}
	ssmtp_source_free(&body);
	ssmtp_buf_free(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	ssmtp_slice rest = ssmtp_slice_skip(ssmtp_slice_of(data, size), 1);
	size_t end = ssmtp_slice_find(rest, '\0');
	bool raw = size > 0 && (data[0] & 1);
	ssmtp_error error = { 0 };
	ssmtp_buf content, other, out;
	ssmtp_source *body;

	ssmtp_buf_init(&content, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&other, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&out, SSMTP_BUF_MAX_DEFAULT);
	body = ssmtp_source_borrow_new(ssmtp_slice_skip(rest, end + 1), NULL);
	if (ssmtp_entity_split_fields(ssmtp_slice_head(rest, end), &content, &other, &error) &&
		ssmtp_entity_canonical(&content, &body, "", raw, &error)) {
		read_whole(body, &out);
		check_canonical(&content, &out);
	} else if (error.code == 0) {
		abort();
	}
	ssmtp_source_free(&body);
	ssmtp_buf_free(&content);
	ssmtp_buf_free(&other);
	ssmtp_buf_free(&out);
	return 0;
}
