/* What crypto and charsets know about values; see setting_hooks.h. */
#include "client/setting_hooks.h"

#include <stdio.h>

#include "crypto/certificate.h"
#include "crypto/smime.h"
#include "crypto/tls.h"
#include "mime/charset.h"

static const char pem_begin[] = "-----BEGIN";

/* Octets in front of the next PEM block; all of them when there is none. */
static size_t before_pem(ssmtp_slice text)
{
	const size_t len = sizeof(pem_begin) - 1;

	for (size_t at = 0; at + len <= text.len; at++) {
		at += ssmtp_slice_find(ssmtp_slice_skip(text, at), '-');
		if (at + len <= text.len && memcmp(text.ptr + at, pem_begin, len) == 0) {
			return at;
		}
	}
	return text.len;
}

/* Every certificate of the text, not only the first, can be read. */
static bool engine_certificate(ssmtp_slice value, ssmtp_error *error)
{
	size_t skip = before_pem(value);

	if (skip < value.len) {
		value = ssmtp_slice_skip(value, skip);
	}
	while (value.len > 0) {
		ssmtp_certificate *certificate = ssmtp_certificate_parse(value, error);

		if (certificate == NULL) {
			/* spec: whatever is wrong with such a value is 272 */
			if (error != NULL && error->code == SSMTP_E_DECODING) {
				error->code = SSMTP_E_CERT_NOT_FOUND;
			}
			return false;
		}
		ssmtp_certificate_free(&certificate);
		skip = sizeof(pem_begin) - 1;
		skip += before_pem(ssmtp_slice_skip(value, skip));
		value = ssmtp_slice_skip(value, skip);
	}
	return true;
}

static bool engine_charset(ssmtp_slice value, ssmtp_error *error)
{
	char name[64];
	ssmtp_charset charset;

	if (value.len >= sizeof(name)) {
		return ssmtp_error_set(error, SSMTP_ERROR_ARGUMENT, SSMTP_E_CODE_PAGE,
			"The name of a character set has fewer than %zu octets.", sizeof(name));
	}
	snprintf(name, sizeof(name), "%.*s", SSMTP_SLICE_FMT(value));
	if (!ssmtp_charset_open(&charset, name, "Header text", error)) {
		return false;
	}
	ssmtp_charset_close(&charset);
	return true;
}

const ssmtp_settings_hooks ssmtp_setting_hooks = {
	.cipher = ssmtp_smime_cipher_known,
	.digest = ssmtp_smime_digest_known,
	.cipher_list = ssmtp_tls_check_cipher_list,
	.suites = ssmtp_tls_check_suites,
	.groups = ssmtp_tls_check_groups,
	.sigalgs = ssmtp_tls_check_sigalgs,
	.certificate = engine_certificate,
	.charset = engine_charset,
	.ca_certs = ssmtp_smime_ca_certs_known,
};
