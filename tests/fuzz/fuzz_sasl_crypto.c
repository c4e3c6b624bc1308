/* The input is the server of a SCRAM or DIGEST-MD5 exchange: the first octet
 * chooses the mechanism, LF ends a challenge, 0x01 stands for the nonce that
 * the client sent. */
#include <string.h>

#include "crypto/sasl_crypto.h"

/* Value of r= in the client's first message. */
static ssmtp_slice client_nonce(const ssmtp_buf *response)
{
	ssmtp_slice text = ssmtp_buf_slice(response);

	for (size_t i = 0; i + 3 < text.len; i++) {
		if (memcmp(text.ptr + i, ",r=", 3) == 0) {
			return ssmtp_slice_skip(text, i + 3);
		}
	}
	return SSMTP_SLICE_EMPTY;
}

static void fill(ssmtp_buf *challenge, ssmtp_slice text, ssmtp_slice nonce)
{
	ssmtp_buf_clear(challenge);
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == 1) {
			ssmtp_buf_append_slice(challenge, nonce);
		} else {
			ssmtp_buf_append_octet(challenge, text.ptr[i]);
		}
	}
}

static void run(ssmtp_sasl *sasl, ssmtp_slice script)
{
	ssmtp_error error = { 0 };
	ssmtp_buf first, response, challenge;
	ssmtp_sasl_status status = SSMTP_SASL_CONTINUE;

	ssmtp_buf_init(&first, 65536);
	ssmtp_buf_init(&response, 65536);
	ssmtp_buf_init(&challenge, 1 << 20);
	if (sasl->vtable->flags & SSMTP_SASL_CLIENT_FIRST) {
		status = sasl->vtable->step(sasl, SSMTP_SLICE_EMPTY, &first, &error);
	}
	while (status == SSMTP_SASL_CONTINUE && script.len > 0) {
		size_t len = ssmtp_slice_find(script, '\n');

		fill(&challenge, ssmtp_slice_head(script, len), client_nonce(&first));
		script = ssmtp_slice_skip(script, len + 1);
		status = sasl->vtable->step(sasl, ssmtp_buf_slice(&challenge), &response, &error);
	}
	/* Nobody who does not know the password can complete SCRAM. */
	if ((sasl->vtable->flags & SSMTP_SASL_CLIENT_FIRST) && sasl->vtable->complete(sasl)) {
		__builtin_trap();
	}
	if (status == SSMTP_SASL_FAILED && !ssmtp_error_is_set(&error)) {
		__builtin_trap();
	}
	ssmtp_buf_free(&challenge);
	ssmtp_buf_free(&response);
	ssmtp_buf_free(&first);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const names[] = { "SCRAM-SHA-256", "SCRAM-SHA-1", "SCRAM-SHA-256-PLUS", "DIGEST-MD5" };
	ssmtp_sasl_credentials credentials = { .user = SSMTP_SLICE("alice"),
		.password = SSMTP_SLICE("a password nobody guesses"),
		.host = SSMTP_SLICE("mx.example.com"),
		.tls_exporter = SSMTP_SLICE("0123456789abcdef0123456789abcdef") };

	if (size == 0) {
		return 0;
	}
	for (size_t i = 0; i < ssmtp_sasl_crypto_row_count; i++) {
		const ssmtp_sasl_row *row = &ssmtp_sasl_crypto_rows[i];

		if (row->factory != NULL && strcmp(row->name, names[data[0] % 4]) == 0) {
			ssmtp_sasl *sasl = row->factory(&credentials, NULL);

			if (sasl != NULL) {
				run(sasl, ssmtp_slice_of(data + 1, size - 1));
				ssmtp_sasl_free(&sasl);
			}
		}
	}
	return 0;
}
