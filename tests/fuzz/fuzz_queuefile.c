/* The envelope of a queue file: what parses is written back and parses to the same. */
#include "base/alloc.h"
#include "queue/spool.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	ssmtp_spool_envelope first, second;
	ssmtp_error error = { 0 };
	ssmtp_buf text;
	size_t content_at;

	ssmtp_buf_init(&text, 1 << 22);
	if (ssmtp_spool_envelope_parse(&first, ssmtp_slice_of(data, size), &content_at, &error)) {
		if (content_at > size || !ssmtp_spool_envelope_write(&text, &first, &error) ||
			!ssmtp_spool_envelope_parse(&second, ssmtp_buf_slice(&text), &content_at, &error) ||
			second.count != first.count || strcmp(first.from, second.from) != 0 ||
			content_at != ssmtp_buf_len(&text)) {
			__builtin_trap();
		}
		ssmtp_spool_envelope_free(&second);
	}
	ssmtp_spool_envelope_free(&first);
	ssmtp_buf_free(&text);
	return 0;
}
