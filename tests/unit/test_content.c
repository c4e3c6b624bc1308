/* content: Sign and Encrypt with header protection and copies are all or
 * nothing, whichever allocation fails. */
#include "base/alloc.h"
#include "client/client.h"
#include "unit.h"

static bool set_text(ssmtp_client *client, int id, const char *text)
{
	ssmtp_value value = { SSMTP_VALUE_STRING, 0, ssmtp_slice_str(text) };
	ssmtp_error error = { 0 };

	return ssmtp_client_set(client, id, 0, &value, &error);
}

static bool config(ssmtp_client *client, const char *text)
{
	ssmtp_error error = { 0 };
	ssmtp_buf out;
	bool ok;

	ssmtp_buf_init(&out, 4096);
	ok = ssmtp_client_config(client, ssmtp_slice_str(text), &out, &error);
	ssmtp_buf_free(&out);
	return ok;
}

static void read_certificate(const char *name, char *path, size_t room, ssmtp_buf *pem)
{
	FILE *file;
	uint8_t *tail;
	size_t len;

	snprintf(path, room, "%s/%s", getenv("SSMTP_TEST_CERTS"), name);
	file = fopen(path, "rb");
	ssmtp_buf_reserve(pem, 65536);
	tail = ssmtp_buf_tail(pem, &len);
	ssmtp_buf_commit(pem, file == NULL ? 0 : fread(tail, 1, len, file));
	if (file != NULL) {
		fclose(file);
	}
}

static bool add(ssmtp_client *client, const char *name)
{
	ssmtp_error error = { 0 };
	char path[1024];
	ssmtp_buf pem;
	bool ok;

	ssmtp_buf_init(&pem, 1 << 20);
	read_certificate(name, path, sizeof(path), &pem);
	ok = ssmtp_client_add_recipient_cert(client, ssmtp_buf_slice(&pem), &error);
	ssmtp_buf_free(&pem);
	return ok;
}

static ssmtp_client *client_with(const char *const *settings)
{
	ssmtp_error error = { 0 };
	ssmtp_client *client = ssmtp_client_new(NULL, &error);
	ssmtp_value type = { SSMTP_VALUE_INT, SSMTP_CST_PFXFILE, SSMTP_SLICE_EMPTY };
	char path[1024];
	ssmtp_buf unused;

	ssmtp_buf_init(&unused, 1 << 20);
	read_certificate("alice.pfx", path, sizeof(path), &unused);
	ssmtp_buf_free(&unused);
	CHECK(ssmtp_client_set(client, SSMTP_ID_CERT_STORE_TYPE, 0, &type, &error) &&
		  set_text(client, SSMTP_ID_CERT_STORE, path) && set_text(client, SSMTP_ID_CERT_STORE_PASSWORD, "secret") &&
		  set_text(client, SSMTP_ID_CERT_SUBJECT, "*"));
	CHECK(set_text(client, SSMTP_ID_FROM, "alice@example.org") &&
		  set_text(client, SSMTP_ID_SEND_TO, "bob@example.org") && set_text(client, SSMTP_ID_BCC, "dave@example.org") &&
		  set_text(client, SSMTP_ID_SUBJECT, "Offer") && set_text(client, SSMTP_ID_OTHER_HEADERS, "X-Own: 1\r\n") &&
		  set_text(client, SSMTP_ID_MESSAGE_TEXT, "Hello\r\n"));
	CHECK(add(client, "bob.pem") && add(client, "dave.pem"));
	for (; *settings != NULL; settings++) {
		CHECK(config(client, *settings), "%s", *settings);
	}
	return client;
}

static bool reads(ssmtp_client *client, int id, const char *begin, bool whole)
{
	ssmtp_value value = { 0 };
	ssmtp_error error = { 0 };
	size_t len = strlen(begin);

	return ssmtp_client_get(client, id, 0, &value, &error) && value.text.len >= len &&
		   (!whole || value.text.len == len) && memcmp(value.text.ptr, begin, len) == 0;
}

static void check_memory(const char *const *settings)
{
	bool done = false;
	unsigned long n;

	for (n = 1; !done && n < 1000; n++) {
		ssmtp_client *client = client_with(settings);
		ssmtp_error error = { 0 };

		ssmtp_alloc_fail_at(n);
		done = ssmtp_client_sign_and_encrypt(client, &error);
		ssmtp_alloc_fail_at(0);
		if (!done) {
			CHECK(ssmtp_error_is_set(&error));
			CHECK(reads(client, SSMTP_ID_MESSAGE_TEXT, "Hello\r\n", true));
			CHECK(reads(client, SSMTP_ID_OTHER_HEADERS, "X-Own: 1\r\n", true));
			error = (ssmtp_error){ 0 };
			CHECK(n % 16 != 0 || ssmtp_client_sign_and_encrypt(client, &error), "%lu: %s", n, error.text);
		} else {
			CHECK(!reads(client, SSMTP_ID_MESSAGE_TEXT, "Hello\r\n", true));
			CHECK(reads(client, SSMTP_ID_OTHER_HEADERS, "X-Own: 1\r\nMIME-Version: 1.0\r\nContent-Type: ", false));
		}
		ssmtp_client_free(&client);
	}
	CHECK(done, "%lu allocations", n);
}

int main(void)
{
	static const char *const both[] = { "HeaderProtection=True", "HeaderConfidentiality=Shy", "BccEncryption=Separate",
		"EncryptToSelf=True", NULL };
	char chain[1100];
	const char *const checked[] = { "RecipientCertCheck=Chain", "BccEncryption=Separate", chain, NULL };

	snprintf(chain, sizeof(chain), "SMIMECACerts=%s/ca.pem", getenv("SSMTP_TEST_CERTS"));
	check_memory(both);
	check_memory(checked);
	return unit_summary("content");
}
