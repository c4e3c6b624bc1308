/* The mechanisms of this layer: what each says at each step. */
#include "smtp/sasl.h"

#include "base/alloc.h"
#include "unit.h"
#include "sasl_mechanism.h"

static bool hmac(ssmtp_slice key, ssmtp_slice data, uint8_t out[16])
{
	memset(out, 0xab, 16);
	out[0] = (uint8_t) key.len;
	out[1] = (uint8_t) data.len;
	return data.len != 3;
}

#define TEXT(literal)                                                                                                  \
	{                                                                                                                  \
		(const uint8_t *) (literal), sizeof(literal) - 1                                                               \
	}

static const struct {
	const char *name;
	const char *user;
	ssmtp_slice password;
	const char *authzid;
	bool created;
	unsigned steps;
	ssmtp_slice said[2];
} cases[] = {
	{ "PLAIN", "u", TEXT("p"), "", true, 1, { TEXT("\0u\0p") } },
	{ "PLAIN", "u", TEXT(""), "z", true, 1, { TEXT("z\0u\0") } },
	{ "PLAIN", "u", TEXT("p\0q"), "", false, 0, { TEXT("") } },
	{ "LOGIN", "u", TEXT("p"), "", true, 2, { TEXT("u"), TEXT("p") } },
	{ "EXTERNAL", "u", TEXT("p"), "", true, 1, { TEXT("") } },
	{ "EXTERNAL", "", TEXT(""), "me@example.org", true, 1, { TEXT("me@example.org") } },
	{ "EXTERNAL", "", TEXT(""), "a\nb", false, 0, { TEXT("") } },
	{ "XOAUTH2", "u@x", TEXT(""), "tok", true, 2, { TEXT("user=u@x\1auth=Bearer tok\1\1"), TEXT("") } },
	{ "XOAUTH2", "u@x", TEXT(""), "Bearer tok", true, 2, { TEXT("user=u@x\1auth=Bearer tok\1\1"), TEXT("") } },
	{ "XOAUTH2", "u@x", TEXT(""), "", false, 0, { TEXT("") } },
	{ "XOAUTH2", "u\1x", TEXT(""), "tok", false, 0, { TEXT("") } },
	{ "XOAUTH2", "u", TEXT(""), "tok\1auth=x", false, 0, { TEXT("") } },
	{ "OAUTHBEARER", "u@x", TEXT(""), "tok", true, 2,
		{ TEXT("n,a=u@x,\1host=mx.example.com\1port=587\1auth=Bearer tok\1\1"), TEXT("\1") } },
	{ "OAUTHBEARER", "a,b=c", TEXT(""), "bearer tok", true, 2,
		{ TEXT("n,a=a=2Cb=3Dc,\1host=mx.example.com\1port=587\1auth=bearer tok\1\1"), TEXT("\1") } },
	{ "CRAM-MD5", "u", TEXT("pass"), "", true, 1, { TEXT("u 0401abababababababababababababab") } },
};

static ssmtp_sasl *create(size_t i, ssmtp_error *error)
{
	ssmtp_sasl_credentials credentials = { .user = ssmtp_slice_str(cases[i].user),
		.password = cases[i].password,
		.authzid = ssmtp_slice_str(cases[i].authzid),
		.host = SSMTP_SLICE("mx.example.com"),
		.port = 587,
		.hmac_md5 = hmac };

	return sasl_mechanism(cases[i].name)(&credentials, error);
}

static bool is_client_first(const ssmtp_sasl *sasl)
{
	return (sasl->vtable->flags & SSMTP_SASL_CLIENT_FIRST) != 0;
}

static void check_steps(size_t i, ssmtp_sasl *sasl)
{
	ssmtp_buf response;
	ssmtp_error error = { 0 };

	ssmtp_buf_init_secret(&response, SSMTP_BUF_MAX_DEFAULT);
	for (unsigned step = 0; step < cases[i].steps; step++) {
		ssmtp_slice challenge = step == 0 && is_client_first(sasl) ? SSMTP_SLICE_EMPTY : SSMTP_SLICE("c");
		ssmtp_sasl_status status = sasl->vtable->step(sasl, challenge, &response, &error);

		CHECK(status == (step + 1 == cases[i].steps ? SSMTP_SASL_DONE : SSMTP_SASL_CONTINUE), "%s", cases[i].name);
		CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&response), cases[i].said[step]), "%s step %u", cases[i].name, step);
		ssmtp_buf_clear(&response);
	}
	ssmtp_buf_free(&response);
}

static void test_cases(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		ssmtp_error error = { 0 };
		ssmtp_sasl *sasl = create(i, &error);

		CHECK((sasl != NULL) == cases[i].created, "%s %zu", cases[i].name, i);
		CHECK(cases[i].created || error.code == SSMTP_E_INVAL);
		CHECK(strstr(error.text, "auth=x") == NULL && strstr(error.text, "a\nb") == NULL);
		if (sasl != NULL) {
			CHECK(strcmp(sasl->vtable->name, cases[i].name) == 0);
			check_steps(i, sasl);
		}
		ssmtp_sasl_free(&sasl);
		CHECK(sasl == NULL);
	}
}

static void test_without_memory(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		bool reached = cases[i].created;

		for (unsigned long n = 1; reached; n++) {
			ssmtp_error error = { 0 };
			ssmtp_sasl *sasl;

			ssmtp_alloc_fail_at(n);
			sasl = create(i, &error);
			reached = ssmtp_alloc_count() >= n;
			ssmtp_alloc_fail_at(0);
			CHECK((sasl == NULL) == reached && (!reached || error.kind == SSMTP_ERROR_NOMEM), "%s", cases[i].name);
			ssmtp_sasl_free(&sasl);
		}
	}
}

/* The hash may be refused (FIPS), or not be there at all. */
static void test_cram_without_hash(void)
{
	ssmtp_sasl_credentials credentials = { .user = SSMTP_SLICE("u"), .password = SSMTP_SLICE("p") };
	ssmtp_error error = { 0 };
	ssmtp_sasl *sasl = ssmtp_sasl_cram_md5_new(&credentials, &error);
	ssmtp_buf response;

	CHECK(sasl == NULL && error.code == SSMTP_E_INVALID_STATE);
	ssmtp_error_clear(&error);
	credentials.hmac_md5 = hmac;
	sasl = ssmtp_sasl_cram_md5_new(&credentials, &error);
	ssmtp_buf_init(&response, 1000);
	CHECK(sasl->vtable->step(sasl, SSMTP_SLICE("abc"), &response, &error) == SSMTP_SASL_FAILED);
	CHECK(error.kind == SSMTP_ERROR_AUTH && ssmtp_buf_len(&response) == 0);
	ssmtp_sasl_free(&sasl);
	ssmtp_buf_free(&response);
}

int main(void)
{
	test_cases();
	test_without_memory();
	test_cram_without_hash();
	return unit_summary("sasl");
}
