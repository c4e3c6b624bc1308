/* Transparency as a round trip: unstuff(stuff(x)) = canon(x), for all cuts. The
 * first octet of the input is the size of the chunks. */
#include <stdlib.h>

#include "smtp/data.h"

#define ENSURE(condition)                                                                                              \
	do {                                                                                                               \
		if (!(condition)) {                                                                                            \
			abort();                                                                                                   \
		}                                                                                                              \
	} while (0)

/* Bare CR and bare LF become CRLF, the last line is completed. */
static void canon(ssmtp_buf *out, ssmtp_slice in)
{
	for (size_t i = 0; i < in.len; i++) {
		if (in.ptr[i] == '\r' || in.ptr[i] == '\n') {
			ENSURE(ssmtp_buf_append_str(out, "\r\n"));
			i += in.ptr[i] == '\r' && i + 1 < in.len && in.ptr[i + 1] == '\n' ? 1 : 0;
		} else {
			ENSURE(ssmtp_buf_append_octet(out, in.ptr[i]));
		}
	}
	if (in.len > 0 && in.ptr[in.len - 1] != '\r' && in.ptr[in.len - 1] != '\n') {
		ENSURE(ssmtp_buf_append_str(out, "\r\n"));
	}
}

/* What a receiver of RFC 5321 section 4.5.2 does, up to the end of mail data. */
static void unstuff(ssmtp_buf *out, ssmtp_slice in)
{
	while (true) {
		size_t at = ssmtp_slice_find(in, '\n');
		ssmtp_slice line = ssmtp_slice_head(in, at + 1);

		ENSURE(at < in.len && at > 0 && in.ptr[at - 1] == '\r');
		ENSURE(ssmtp_slice_find(line, '\r') == at - 1);
		in = ssmtp_slice_skip(in, at + 1);
		if (ssmtp_slice_equal(line, SSMTP_SLICE(".\r\n"))) {
			break;
		}
		ENSURE(ssmtp_buf_append_slice(out, line.ptr[0] == '.' ? ssmtp_slice_skip(line, 1) : line));
	}
	/* Nothing is behind the end: nothing could be smuggled. */
	ENSURE(in.len == 0);
}

static void stuff(ssmtp_buf *out, ssmtp_slice in, size_t chunk, bool transparency)
{
	ssmtp_data_writer writer;
	size_t room;

	ssmtp_data_begin(&writer, transparency);
	while (in.len > 0) {
		ssmtp_slice part = ssmtp_slice_head(in, chunk);
		uint8_t *at = ssmtp_data_room(out, &room);

		ENSURE(at != NULL && room >= part.len);
		memcpy(at, part.ptr, part.len);
		ssmtp_data_commit(&writer, out, part.len);
		in = ssmtp_slice_skip(in, part.len);
	}
	ENSURE(ssmtp_data_finish(&writer, out));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	ssmtp_slice input;
	ssmtp_buf wanted;
	ssmtp_buf wire;
	ssmtp_buf back;

	if (size < 1 || size > SSMTP_DATA_CHUNK_OCTETS) {
		return 0;
	}
	input = ssmtp_slice_of(data + 1, size - 1);
	ssmtp_buf_init(&wanted, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&wire, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&back, SSMTP_BUF_MAX_DEFAULT);
	canon(&wanted, input);
	stuff(&wire, input, data[0] == 0 ? SSMTP_DATA_CHUNK_OCTETS : data[0], true);
	unstuff(&back, ssmtp_buf_slice(&wire));
	ENSURE(ssmtp_slice_equal(ssmtp_buf_slice(&back), ssmtp_buf_slice(&wanted)));
	ssmtp_buf_clear(&wire);
	stuff(&wire, input, data[0] == 0 ? SSMTP_DATA_CHUNK_OCTETS : data[0], false);
	ENSURE(ssmtp_slice_equal(ssmtp_buf_slice(&wire), ssmtp_buf_slice(&wanted)));
	ssmtp_buf_free(&wanted);
	ssmtp_buf_free(&wire);
	ssmtp_buf_free(&back);
	return 0;
}
