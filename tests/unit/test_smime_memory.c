/* Signing and encrypting while OpenSSL's own n-th allocation fails: an error, no
 * crash, nothing leaked (SANITIZE=1), nothing of the caller's changed. A program
 * of its own: the functions must be set before OpenSSL allocates anything. */
#include <openssl/crypto.h>
#include <stdlib.h>

#include "crypto/smime.h"
#include "smime_fixture.h"
#include "unit.h"

static unsigned long allocations, fail_from, fail_until;

static bool refused(void)
{
	allocations++;
	return allocations >= fail_from && allocations < fail_until;
}

static void *failing_malloc(size_t size, const char *file, int line)
{
	(void) file;
	(void) line;
	return refused() ? NULL : malloc(size);
}

static void *failing_realloc(void *old, size_t size, const char *file, int line)
{
	(void) file;
	(void) line;
	if (size == 0) {
		free(old);
		return NULL;
	}
	return refused() ? NULL : realloc(old, size);
}

static void plain_free(void *ptr, const char *file, int line)
{
	(void) file;
	(void) line;
	free(ptr);
}

typedef enum operation { SIGN, ENCRYPT } operation;

static const struct {
	const char *name;
	const char *key;
	operation operation;
	const char *option; /* scheme or key encryption */
} scenarios[] = {
	{ "sign RSA", "RSA2048", SIGN, "Auto" },
	{ "sign PSS", "RSA2048", SIGN, "PSS" },
	{ "sign P-256", "P-256", SIGN, "Auto" },
	{ "sign Ed25519", "ED25519", SIGN, "Auto" },
	{ "encrypt RSA", "RSA2048", ENCRYPT, "Auto" },
	{ "encrypt OAEP", "RSA2048", ENCRYPT, "OAEP" },
	/* Not to P-256: the X9.63 KDF of OpenSSL 3.0 itself writes to NULL. */
};

static const char body_text[] = "Content\r\nof two lines\r\n";
static const char fields_text[] = "Content-Type: text/plain\r\n";

/* The n-th allocation of OpenSSL and the `run` - 1 behind it fail. */
static bool attempt(size_t row, const fixture *who, unsigned long n, unsigned long run, ssmtp_error *error)
{
	bool sign = scenarios[row].operation == SIGN;
	ssmtp_smime_options options = { .scheme = sign ? scenarios[row].option : NULL,
		.key_encryption = sign ? NULL : scenarios[row].option,
		.include_certificate = true,
		.include_chain = true,
		.signing_time = true,
		.now = FIXTURE_NOW };
	ssmtp_certificate *certificate = (ssmtp_certificate *) who->x509;
	ssmtp_recipient_certs recipients = { &certificate, 1 };
	ssmtp_identity *identity = fixture_identity(who->key, who->x509);
	ssmtp_source *body = ssmtp_source_borrow_new(SSMTP_SLICE(body_text), error), *before = body;
	ssmtp_buf fields, out;
	bool ok;

	ssmtp_buf_init(&fields, 4096);
	ssmtp_buf_init(&out, 1 << 20);
	ssmtp_buf_append_str(&fields, fields_text);
	allocations = 0;
	fail_from = n;
	fail_until = n + run;
	ok = sign ? ssmtp_smime_sign(&body, &fields, identity, &options, error)
			  : ssmtp_smime_encrypt(&body, &fields, &recipients, &options, error);
	CHECK(ok || (body == before && ssmtp_slice_equal(ssmtp_buf_slice(&fields), SSMTP_SLICE(fields_text))), "%s %lu",
		scenarios[row].name, n);
	ok = ok && ssmtp_source_read_all(body, &out, error);
	fail_from = fail_until = 0;
	ssmtp_source_free(&body);
	ssmtp_identity_free(&identity);
	ssmtp_buf_free(&fields);
	ssmtp_buf_free(&out);
	return ok;
}

/* Some of OpenSSL's caches do without what they cannot allocate, so a success does
 * not end it: the n-th allocation fails for every n that there is. */
static void test_scenario(size_t row, unsigned long run)
{
	fixture who = fixture_make("Alice", (fixture_leaf){ .key = scenarios[row].key });
	unsigned long total, failures = 0;
	ssmtp_error error = { 0 };

	CHECK(attempt(row, &who, 0, 0, &error), "%s: %s", scenarios[row].name, error.text);
	total = allocations;
	for (unsigned long n = 1; n <= total; n++) {
		ssmtp_error failed = { 0 };

		if (!attempt(row, &who, n, run, &failed)) {
			failures++;
			CHECK(ssmtp_error_is_set(&failed) && failed.text[0] != '\0', "%s %lu", scenarios[row].name, n);
		}
	}
	CHECK(failures > 0, "%s: none of %lu", scenarios[row].name, total);
	ssmtp_error_clear(&error);
	CHECK(attempt(row, &who, 0, 0, &error), "%s afterwards: %s", scenarios[row].name, error.text);
	fixture_free(&who);
}

int main(void)
{
	CHECK(CRYPTO_set_mem_functions(failing_malloc, failing_realloc, plain_free) == 1);
	fixture_begin();
	for (size_t row = 0; row < sizeof(scenarios) / sizeof(scenarios[0]); row++) {
		test_scenario(row, 1);
		test_scenario(row, 1000000);
	}
	fixture_end();
	return unit_summary("smime_memory");
}
