/* Reply parser: the same replies whatever the cuts, limits held. The first
 * octet of the input is the size of the parts. */
#include <stdlib.h>

#include "smtp/ehlo.h"
#include "smtp/reply.h"

#define ENSURE(condition)                                                                                              \
	do {                                                                                                               \
		if (!(condition)) {                                                                                            \
			abort();                                                                                                   \
		}                                                                                                              \
	} while (0)

static void check_reply(const ssmtp_reply *reply)
{
	ssmtp_capabilities capabilities;
	ssmtp_slice rest = reply->text;
	ssmtp_slice line;
	size_t lines = 0;

	ENSURE(reply->code >= 200 && reply->code <= 599);
	ENSURE(reply->text.len <= SSMTP_REPLY_OCTETS_MAX && reply->lines <= SSMTP_REPLY_LINES_MAX);
	ENSURE(reply->status[0] == 0 || reply->status[0] == reply->code / 100);
	ssmtp_capabilities_reset(&capabilities);
	while (ssmtp_reply_next_line(&rest, &line)) {
		ENSURE(line.len <= SSMTP_REPLY_LINE_MAX_DEFAULT);
		ssmtp_capabilities_add_line(&capabilities, line);
		lines++;
	}
	ENSURE(lines == reply->lines);
	ENSURE(memchr(capabilities.auth, '\0', sizeof(capabilities.auth)) != NULL);
}

/* Sum over all replies up to the error; *failed tells whether there was one. */
static uint64_t feed(ssmtp_slice input, size_t part_len, bool *failed)
{
	ssmtp_reply_parser parser;
	ssmtp_reply reply;
	ssmtp_error error = { 0 };
	uint64_t sum = 0;

	ssmtp_reply_parser_init(&parser, 0);
	while (input.len > 0 && !ssmtp_error_is_set(&error)) {
		ssmtp_slice part = ssmtp_slice_head(input, part_len);

		input = ssmtp_slice_skip(input, part_len);
		while (ssmtp_reply_feed(&parser, &part, &reply, &error)) {
			check_reply(&reply);
			sum = sum * 31 + reply.code + reply.text.len + reply.lines;
		}
		ENSURE(part.len == 0 || ssmtp_error_is_set(&error));
	}
	*failed = ssmtp_error_is_set(&error);
	ssmtp_reply_parser_free(&parser);
	return sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	bool whole_failed;
	bool cut_failed;
	ssmtp_slice input;

	if (size < 2) {
		return 0;
	}
	input = ssmtp_slice_of(data + 1, size - 1);
	ENSURE(feed(input, input.len, &whole_failed) == feed(input, (size_t) data[0] + 1, &cut_failed));
	ENSURE(whole_failed == cut_failed);
	return 0;
}
