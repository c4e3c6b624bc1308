/* Any template, any path: either refused, or a head and tail whose outermost
 * length is that of head, content and tail together. */
#include <stdlib.h>

#include "crypto/smime_der.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint64_t outer_octets(ssmtp_slice head)
{
	uint64_t content = head.ptr[1];
	size_t header = 2;

	if (content >= 0x80) {
		header += content & 0x7f;
		content = 0;
		for (size_t i = 2; i < header; i++) {
			content = content << 8 | head.ptr[i];
		}
	}
	return header + content;
}

/* The first octets are the path and the content's length, the rest is the template. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	ssmtp_der_path path = { 0, { 0 } };
	uint64_t content = 0;
	ssmtp_error error = { 0 };
	ssmtp_buf head, tail;

	if (size < 16) {
		return 0;
	}
	path.depth = data[0] % (SSMTP_DER_DEPTH_MAX + 2);
	for (size_t i = 0; i < SSMTP_DER_DEPTH_MAX; i++) {
		path.child[i] = data[1 + i] & 7;
	}
	for (size_t i = 9; i < 16; i++) {
		content = content << 8 | data[i];
	}
	ssmtp_buf_init(&head, 1 << 20);
	ssmtp_buf_init(&tail, 1 << 20);
	if (ssmtp_der_splice(ssmtp_slice_of(data + 16, size - 16), path, content, &head, &tail, &error) &&
		outer_octets(ssmtp_buf_slice(&head)) != ssmtp_buf_len(&head) + content + ssmtp_buf_len(&tail)) {
		abort();
	}
	ssmtp_buf_free(&head);
	ssmtp_buf_free(&tail);
	return 0;
}
