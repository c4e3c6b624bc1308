/* Several threads sign with the same identity at once, as requests of a PHP with threads do: the templates kept with
 * the identity are shared, and each mail must verify. */
#include <openssl/cms.h>
#include <openssl/err.h>
#include <pthread.h>

#include "crypto/smime.h"
#include "smime_fixture.h"
#include "unit.h"

#define THREADS 6
#define ROUNDS 12

static const char fields_text[] = "Content-Type: text/plain\r\n";

typedef struct worker {
	pthread_t thread;
	ssmtp_identity *identity; /* a reference of its own */
	unsigned number, verified;
	ssmtp_error error;
} worker;

static bool verify(ssmtp_slice mail, const char *expected)
{
	BIO *in = BIO_new_mem_buf(mail.ptr, (int) mail.len), *detached = NULL, *out = BIO_new(BIO_s_mem());
	CMS_ContentInfo *cms = SMIME_read_CMS(in, &detached);
	X509_STORE *store = X509_STORE_new();
	char *octets;
	long len;
	bool ok;

	X509_STORE_add_cert(store, fixture_root.x509);
	X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store), FIXTURE_NOW);
	ok = cms != NULL && CMS_verify(cms, NULL, store, detached, out, CMS_BINARY) == 1;
	len = BIO_get_mem_data(out, &octets);
	ok = ok && ssmtp_slice_equal(ssmtp_slice_of(octets, (size_t) len), ssmtp_slice_str(expected));
	X509_STORE_free(store);
	CMS_ContentInfo_free(cms);
	BIO_free(detached);
	BIO_free(in);
	BIO_free(out);
	return ok;
}

/* Every thread goes through the same choices: some find a template, some build it at the same moment. */
static bool sign_once(worker *self, unsigned round)
{
	static const char *const digests[] = { "", "SHA384", "SHA512" };
	ssmtp_smime_options options = { .digest = digests[round % 3],
		.detached = round % 2 == 0,
		.include_certificate = true,
		.include_chain = true,
		.signing_time = round % 4 < 2,
		.now = FIXTURE_NOW };
	char text[80], expected[160];
	ssmtp_source *body;
	ssmtp_buf fields, mail;
	bool ok;

	snprintf(text, sizeof(text), "thread %u round %u\r\n", self->number, round);
	snprintf(expected, sizeof(expected), "%s\r\n%s", fields_text, text);
	body = ssmtp_source_borrow_new(ssmtp_slice_str(text), &self->error);
	ssmtp_buf_init(&fields, 4096);
	ssmtp_buf_init(&mail, 1 << 20);
	ok = ssmtp_buf_append_str(&fields, fields_text) &&
		 ssmtp_smime_sign(&body, &fields, self->identity, &options, &self->error) &&
		 ssmtp_buf_append_slice(&mail, ssmtp_buf_slice(&fields)) && ssmtp_buf_append_str(&mail, "\r\n") &&
		 ssmtp_source_read_all(body, &mail, &self->error) && verify(ssmtp_buf_slice(&mail), expected);
	ssmtp_source_free(&body);
	ssmtp_buf_free(&fields);
	ssmtp_buf_free(&mail);
	return ok;
}

static void *work(void *context)
{
	worker *self = context;

	for (unsigned round = 0; round < ROUNDS; round++) {
		self->verified += sign_once(self, round);
	}
	ssmtp_identity_free(&self->identity);
	return NULL;
}

static void test_key(const char *key)
{
	fixture who = fixture_make("Alice", (fixture_leaf){ .key = key, .usage = "digitalSignature" });
	ssmtp_identity *identity = fixture_identity(who.key, who.x509);
	worker workers[THREADS];

	memset(workers, 0, sizeof(workers));
	for (unsigned i = 0; i < THREADS; i++) {
		workers[i].number = i;
		workers[i].identity = ssmtp_identity_ref(identity);
		CHECK(pthread_create(&workers[i].thread, NULL, work, &workers[i]) == 0);
	}
	/* The last of the threads frees it. */
	ssmtp_identity_free(&identity);
	for (unsigned i = 0; i < THREADS; i++) {
		pthread_join(workers[i].thread, NULL);
		CHECK(workers[i].verified == ROUNDS, "%s thread %u: %u verified; %s", key, i, workers[i].verified,
			workers[i].error.text);
	}
	fixture_free(&who);
}

int main(void)
{
	static const char *const keys[] = { "RSA2048", "P-256", "PSS" };

	fixture_begin();
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		test_key(keys[i]);
	}
	fixture_end();
	return unit_summary("smime_threads");
}
