/* The input is the proxy: first octet chooses the kind, the rest is its answer in pieces. */
#include "net/proxy.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static ssmtp_proxy_state (*const kinds[])(ssmtp_proxy_dialogue *, ssmtp_error *) = { ssmtp_proxy_http_advance,
		ssmtp_proxy_socks4_advance, ssmtp_proxy_socks5_advance };
	ssmtp_proxy_dialogue dialogue = { 0 };
	ssmtp_error error = { 0 };
	ssmtp_proxy_state state = SSMTP_PROXY_MORE;
	size_t piece;

	if (size < 2) {
		return 0;
	}
	piece = (size_t) data[1] + 1;
	dialogue.options = (ssmtp_proxy_options) { 0, data[0] & 4 ? "u" : "", SSMTP_SLICE("p"), "mx.example", 25, true,
		SSMTP_SLICE_EMPTY };
	dialogue.advance = kinds[data[0] % 3];
	ssmtp_buf_init(&dialogue.in, SSMTP_PROXY_REPLY_MAX);
	ssmtp_buf_init(&dialogue.out, 1 << 20);
	for (size_t at = 2; state == SSMTP_PROXY_MORE && at < size; at += piece) {
		size_t before;

		do {
			before = ssmtp_buf_len(&dialogue.out);
			state = dialogue.advance(&dialogue, &error);
		} while (state == SSMTP_PROXY_MORE && ssmtp_buf_len(&dialogue.out) != before);
		if (!ssmtp_buf_append(&dialogue.in, data + at, size - at < piece ? size - at : piece)) {
			break;
		}
	}
	ssmtp_buf_free(&dialogue.in);
	ssmtp_buf_free(&dialogue.out);
	return 0;
}
