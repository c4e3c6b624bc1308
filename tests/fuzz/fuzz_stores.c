/* Arbitrary octets as a certificate store of unknown kind. The first octet says
 * how: bit 0 a password is set, bit 1 a subject is searched. */
#include <stdlib.h>

#include "crypto/identity.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool no_file(const char *path)
{
	(void) path;
	return false;
}

static void use(const ssmtp_identity *identity)
{
	const ssmtp_certificate *certificate = ssmtp_identity_certificate(identity);
	ssmtp_buf out;

	ssmtp_buf_init(&out, 1 << 20);
	for (int field = 0; certificate != NULL && field <= SSMTP_CF_ENCODED; field++) {
		ssmtp_certificate_text(certificate, (ssmtp_certificate_field) field, &out);
	}
	ssmtp_identity_private_key_pem(identity, &out);
	ssmtp_buf_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	ssmtp_store_request request = { .type = SSMTP_STORE_AUTO, .subject = SSMTP_SLICE("*"), .file_allowed = no_file };
	ssmtp_error error = { 0 };
	ssmtp_identity *identity;

	/* A token URI would load a library. */
	if (size < 1 || (size > 7 && memcmp(data + 1, "pkcs11:", 7) == 0)) {
		return 0;
	}
	request.password = data[0] & 1 ? SSMTP_SLICE("secret") : SSMTP_SLICE_EMPTY;
	request.subject = data[0] & 2 ? SSMTP_SLICE("CN=alice, E=\"a@b\"") : request.subject;
	request.store = ssmtp_slice_of(data + 1, size - 1);
	identity = ssmtp_identity_open(&request, &error);
	if ((identity == NULL) != ssmtp_error_is_set(&error)) {
		abort();
	}
	if (identity != NULL) {
		use(identity);
	}
	ssmtp_identity_free(&identity);
	return 0;
}
