/* protect: whatever the entity, the body with the legacy display in it can be
 * read twice and has the size it says. Fields end at the first NUL, the section at the second. */
#include <stdlib.h>

#include "mime/protect.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_whole(ssmtp_source *body, ssmtp_buf *out)
{
	ssmtp_error error = { 0 };
	uint64_t size_octets;

	if (!ssmtp_source_rewind(body, &error) || !ssmtp_source_size(body, &size_octets) ||
		!ssmtp_source_read_all(body, out, &error) || size_octets != ssmtp_buf_len(out)) {
		abort();
	}
}

static ssmtp_slice take(ssmtp_slice *rest)
{
	ssmtp_slice taken = ssmtp_slice_head(*rest, ssmtp_slice_find(*rest, '\0'));

	*rest = ssmtp_slice_skip(*rest, taken.len + 1);
	return taken;
}

static void check_display(ssmtp_slice fields, ssmtp_slice section, ssmtp_slice outer, ssmtp_slice octets)
{
	ssmtp_source *body = ssmtp_source_mem_new(octets, NULL);
	ssmtp_error error = { 0 };
	ssmtp_buf edited, first, second;

	ssmtp_buf_init(&edited, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&first, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&second, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_append_slice(&edited, fields);
	if (!ssmtp_protect_display(&edited, &body, section, outer, "", &error) || body == NULL) {
		abort();
	}
	read_whole(body, &first);
	read_whole(body, &second);
	if (!ssmtp_slice_equal(ssmtp_buf_slice(&first), ssmtp_buf_slice(&second))) {
		abort();
	}
	ssmtp_source_free(&body);
	ssmtp_buf_free(&edited);
	ssmtp_buf_free(&first);
	ssmtp_buf_free(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	ssmtp_slice rest = ssmtp_slice_of(data, size);
	ssmtp_slice fields = take(&rest), section = take(&rest);
	ssmtp_error error = { 0 };
	ssmtp_buf outer, inside;

	ssmtp_buf_init(&outer, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&inside, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_append_slice(&inside, fields);
	if (ssmtp_protect_outer(&outer, section, SSMTP_PROTECT_SHY, &error)) {
		check_display(fields, section, ssmtp_buf_slice(&outer), rest);
		ssmtp_protect_difference(section, ssmtp_buf_slice(&outer));
		if (!ssmtp_protect_cipher(&inside, section, ssmtp_buf_slice(&outer), &error)) {
			abort();
		}
	}
	ssmtp_buf_free(&outer);
	ssmtp_buf_free(&inside);
	return 0;
}
