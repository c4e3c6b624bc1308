/* Identities: which certificate a CertSubject means, which key goes with it. */
#include <openssl/err.h>

#include "base/alloc.h"
#include "crypto/identity.h"
#include "crypto/identity_match.h"
#include "pki.h"
#include "unit.h"

#define ALICE "C=DE, O=\"Example, Inc.\", OU=Mail, CN=alice"

static ssmtp_identity *open_file(
	int type, const char *file, const char *password, const char *subject, bool need_key, ssmtp_error *error)
{
	char path[4096];
	ssmtp_store_request request = { .type = type, .need_key = need_key };

	memset(error, 0, sizeof(*error));
	request.store = ssmtp_slice_str(pki_path(path, file));
	request.password = ssmtp_slice_str(password);
	request.subject = ssmtp_slice_str(subject);
	return ssmtp_identity_open(&request, error);
}

/* The subject of the identity, "" for none. */
static void identity_subject(const ssmtp_identity *identity, char text[512])
{
	ssmtp_buf out;

	ssmtp_buf_init(&out, SSMTP_BUF_MAX_DEFAULT);
	text[0] = '\0';
	if (identity != NULL && ssmtp_identity_certificate(identity) != NULL) {
		CHECK(ssmtp_certificate_text(ssmtp_identity_certificate(identity), SSMTP_CF_SUBJECT, &out));
		snprintf(text, 512, "%s", ssmtp_buf_cstr(&out));
	}
	ssmtp_buf_free(&out);
}

static const struct {
	const char *subject;
	const char *found; /* the subject, "" for error 272 */
} subjects[] = {
	{ "*", ALICE },
	{ " * ", ALICE },
	{ "", ALICE },
	{ ALICE, ALICE },
	{ "c=de,o=\"example, inc.\",ou=mail,cn=ALICE", ALICE },
	{ "C = DE , O = \"Example, Inc.\" , OU = Mail , CN = alice", ALICE },
	{ "CN=alice, OU=Mail, O=\"Example, Inc.\", C=DE", ALICE },
	{ "CN=alice", ALICE },
	{ "alic", ALICE },
	{ "Example, Inc", ALICE },
	{ "alice@example.org", ALICE },
	{ "ALICE@example.org", ALICE },
	{ "intermediate", "C=DE, O=Example, CN=Test intermediate" },
	{ "C=DE, O=Example, CN=Test root", "C=DE, O=Example, CN=Test root" },
	{ "CN=bob", "" },
	{ "bob@example.org", "" },
	{ "Thumbprint=", "" },
	{ "Thumbprint=00", "" },
	{ "Thumbprint=00112233445566778899aabbccddeeff00112233", "" },
	{ "Thumbprint=zz", "" },
	{ "CN=alice, OU=Mail, C=DE, O=\"Example, Inc.\"", "" },
};

static void test_subjects(void)
{
	for (size_t i = 0; i < sizeof(subjects) / sizeof(subjects[0]); i++) {
		char text[512];
		ssmtp_error error;
		ssmtp_identity *identity =
			open_file(SSMTP_STORE_PEM_FILE, "alice-bundle.pem", "", subjects[i].subject, false, &error);

		identity_subject(identity, text);
		CHECK(strcmp(text, subjects[i].found) == 0, "\"%s\": \"%s\" %s", subjects[i].subject, text, error.text);
		CHECK(identity != NULL || error.code == SSMTP_E_CERT_NOT_FOUND, "%s", error.text);
		CHECK(ERR_peek_error() == 0);
		ssmtp_identity_free(&identity);
	}
}

/* MD5, SHA-1 and SHA-256, with and without separators; SHA-1 and SHA-256 also without the word. */
static void test_thumbprints(void)
{
	static const ssmtp_certificate_field fields[] = { SSMTP_CF_THUMBPRINT_MD5, SSMTP_CF_THUMBPRINT_SHA1,
		SSMTP_CF_THUMBPRINT_SHA256, SSMTP_CF_FINGERPRINT, SSMTP_CF_FINGERPRINT_SHA1, SSMTP_CF_FINGERPRINT_SHA256 };
	ssmtp_error error;
	ssmtp_identity *alice = open_file(SSMTP_STORE_PEM_FILE, "alice-bundle.pem", "", "*", true, &error);

	CHECK(alice != NULL, "%s", error.text);
	for (size_t i = 0; i < 12; i++) {
		bool bare = i >= 6;
		bool md5 = i % 3 == 0;
		char text[512];
		ssmtp_buf query;
		ssmtp_identity *found;

		ssmtp_buf_init(&query, SSMTP_BUF_MAX_DEFAULT);
		CHECK(bare || ssmtp_buf_append_str(&query, "thumbprint="));
		CHECK(ssmtp_certificate_text(ssmtp_identity_certificate(alice), fields[i % 6], &query));
		found = open_file(SSMTP_STORE_PEM_FILE, "alice-bundle.pem", "", ssmtp_buf_cstr(&query), true, &error);
		identity_subject(found, text);
		CHECK(strcmp(text, bare && md5 ? "" : ALICE) == 0, "%s: %s", ssmtp_buf_cstr(&query), error.text);
		ssmtp_identity_free(&found);
		ssmtp_buf_free(&query);
	}
	ssmtp_identity_free(&alice);
}

/* Two certificates of one name: valid before expired, the one with a key before the other. */
static void test_several(void)
{
	static const char *const files[] = { "expired.pem", "alice.pem", "notyet.pem", "wrongku-bundle.pem" };
	ssmtp_buf all, part;
	ssmtp_store_request request = { .type = SSMTP_STORE_PEM_BLOB, .subject = SSMTP_SLICE("OU=Mail") };
	ssmtp_error error = { 0 };
	ssmtp_identity *identity;
	char text[512];

	ssmtp_buf_init(&all, SSMTP_BUF_MAX_DEFAULT);
	for (size_t i = 0; i < 3; i++) {
		CHECK(pki_read(&part, files[i]) && ssmtp_buf_append_slice(&all, ssmtp_buf_slice(&part)));
		ssmtp_buf_free(&part);
	}
	request.store = ssmtp_buf_slice(&all);
	identity = ssmtp_identity_open(&request, &error);
	identity_subject(identity, text);
	CHECK(strcmp(text, ALICE) == 0, "%s %s", text, error.text);
	ssmtp_identity_free(&identity);
	/* "*" takes the first with a key: there is none, so the first. */
	request.subject = SSMTP_SLICE("*");
	identity = ssmtp_identity_open(&request, &error);
	identity_subject(identity, text);
	CHECK(strstr(text, "CN=expired") != NULL, "%s", text);
	ssmtp_identity_free(&identity);
	ssmtp_buf_free(&all);
}

static bool read_pem(const char *file, ssmtp_buf *out)
{
	return pki_read(out, file);
}

/* CertEncoded: the certificate is given, its key is looked for. */
static const struct {
	const char *encoded, *store;
	int type;
	bool need_key, has_key;
	int code;
} encodeds[] = {
	{ "alice.pem", "", 0, false, false, 0 },
	{ "alice.pem", "", 0, true, false, SSMTP_E_CREDENTIALS },
	{ "alice-bundle.pem", "", 0, true, true, 0 },
	{ "alice.der", "alice.key", SSMTP_STORE_PEM_FILE, true, true, 0 },
	{ "alice.pem", "alice.pfx", SSMTP_STORE_PFX_FILE, true, true, 0 },
	{ "alice.pem", "bob.key", SSMTP_STORE_PEM_FILE, true, false, SSMTP_E_CREDENTIALS },
	{ "alice.pem", "bob.key", SSMTP_STORE_PEM_FILE, false, false, 0 },
	{ "alice.pem", "missing.pem", SSMTP_STORE_PEM_FILE, false, false, SSMTP_E_CERT_STORE },
	{ "alice.key", "", 0, false, false, SSMTP_E_CERT_NOT_FOUND },
};

static void test_encoded(void)
{
	for (size_t i = 0; i < sizeof(encodeds) / sizeof(encodeds[0]); i++) {
		char path[4096];
		ssmtp_buf encoded;
		ssmtp_error error = { 0 };
		ssmtp_store_request request = { .type = encodeds[i].type, .need_key = encodeds[i].need_key };
		ssmtp_identity *identity;

		CHECK(read_pem(encodeds[i].encoded, &encoded));
		request.encoded = ssmtp_buf_slice(&encoded);
		request.password = SSMTP_SLICE("secret");
		if (encodeds[i].store[0] != '\0') {
			request.store = ssmtp_slice_str(pki_path(path, encodeds[i].store));
		}
		identity = ssmtp_identity_open(&request, &error);
		CHECK(error.code == encodeds[i].code, "row %zu: %d %s", i, error.code, error.text);
		CHECK((identity != NULL) == (encodeds[i].code == 0), "row %zu", i);
		CHECK(identity == NULL || ssmtp_identity_has_key(identity) == encodeds[i].has_key, "row %zu", i);
		ssmtp_identity_free(&identity);
		ssmtp_buf_free(&encoded);
	}
}

static void test_key_pem(void)
{
	ssmtp_error error;
	ssmtp_identity *identity = open_file(SSMTP_STORE_PFX_FILE, "carol.pfx", "secret", "*", true, &error);
	ssmtp_identity *again = ssmtp_identity_ref(identity);
	ssmtp_buf pem, expected;

	CHECK(identity != NULL, "%s", error.text);
	ssmtp_identity_free(&identity);
	CHECK(identity == NULL && ssmtp_identity_has_key(again));
	ssmtp_buf_init_secret(&pem, SSMTP_BUF_MAX_DEFAULT);
	CHECK(ssmtp_identity_private_key_pem(again, &pem));
	CHECK(pki_read(&expected, "carol.key"));
	CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&pem), ssmtp_buf_slice(&expected)));
	ssmtp_buf_free(&pem);
	ssmtp_buf_free(&expected);
	ssmtp_identity_free(&again);
	identity = open_file(SSMTP_STORE_PEM_FILE, "carol.pem", "", "*", false, &error);
	CHECK(identity != NULL && !ssmtp_identity_private_key_pem(identity, &pem));
	ssmtp_identity_free(&identity);
}

/* A file with a key alone is an identity without a certificate. */
static void test_bare_key(void)
{
	ssmtp_error error;
	ssmtp_identity *identity = open_file(SSMTP_STORE_PEM_FILE, "carol.key", "", "*", false, &error);

	CHECK(identity != NULL && ssmtp_identity_certificate(identity) == NULL && ssmtp_identity_has_key(identity));
	ssmtp_identity_free(&identity);
	CHECK(open_file(SSMTP_STORE_PEM_FILE, "carol.key", "", "CN=carol", false, &error) == NULL);
	CHECK(error.code == SSMTP_E_CERT_NOT_FOUND && strstr(error.text, "CertEncoded") != NULL, "%s", error.text);
}

static const struct {
	const char *text, *canonical;
} canonicals[] = {
	{ "", "" },
	{ "CN = A , ST=x", "cn=a,s=x" },
	{ "emailAddress=a@b", "e=a@b" },
	{ "O=\"a, b\"", "o=a, b" },
	{ "O=\"a \"\"q\"\" b\"", "o=a \"q\" b" },
	{ "plain text", "plain text" },
	{ "CN=a=b", "cn=a=b" },
	{ "O=\"open", "o=open" },
	{ ",", "," },
};

static void test_canonical(void)
{
	for (size_t i = 0; i < sizeof(canonicals) / sizeof(canonicals[0]); i++) {
		ssmtp_buf out;

		ssmtp_buf_init(&out, SSMTP_BUF_MAX_DEFAULT);
		CHECK(ssmtp_dn_canonical(&out, ssmtp_slice_str(canonicals[i].text), ','));
		CHECK(strcmp(ssmtp_buf_cstr(&out), canonicals[i].canonical) == 0, "row %zu: %s", i, ssmtp_buf_cstr(&out));
		ssmtp_buf_free(&out);
	}
}

/* Every allocation of ours fails once; the identity is there or the error says so. */
static void test_allocation(void)
{
	ssmtp_identity *identity = NULL;
	ssmtp_error error;

	for (unsigned long n = 1; identity == NULL && n < 1000; n++) {
		ssmtp_error mine = { 0 };

		ssmtp_alloc_fail_at(n);
		identity = open_file(SSMTP_STORE_PFX_FILE, "alice.pfx", "secret", "CN=alice", true, &mine);
		CHECK(identity != NULL || mine.kind == SSMTP_ERROR_NOMEM, "%lu: %s", n, mine.text);
	}
	ssmtp_alloc_fail_at(0);
	CHECK(identity != NULL);
	ssmtp_identity_free(&identity);
	identity = open_file(SSMTP_STORE_PFX_FILE, "alice.pfx", "secret", "CN=alice", true, &error);
	CHECK(identity != NULL);
	ssmtp_identity_free(&identity);
}

int main(void)
{
	test_subjects();
	test_thumbprints();
	test_several();
	test_encoded();
	test_key_pem();
	test_bare_key();
	test_canonical();
	test_allocation();
	return unit_summary("identity");
}
