/* Keys on a PKCS#11 token, with SoftHSM. */
#include <openssl/err.h>
#include <openssl/evp.h>
#include <unistd.h>

#include "crypto/identity.h"
#include "crypto/ossl.h"
#include "pki.h"
#include "unit.h"

#define MODULE "/usr/lib/softhsm/libsofthsm2.so"
/* That of the architecture of this program, where it is not the machine's. */
#ifndef PROGRAM_MODULE
#define PROGRAM_MODULE MODULE
#endif

static char folder[] = "/tmp/ssmtp-test-token-XXXXXX";

static bool run(const char *format, ...)
{
	char command[8192];
	va_list args;

	va_start(args, format);
	vsnprintf(command, sizeof(command), format, args);
	va_end(args);
	return system(command) == 0;
}

/* A token with alice's key and certificate under id 01 and carol's key alone under id 02. */
static bool token_make(void)
{
	char conf[128];
	FILE *file;

	if (access(MODULE, R_OK) != 0 || !run("command -v softhsm2-util pkcs11-tool > /dev/null") ||
		mkdtemp(folder) == NULL) {
		return false;
	}
	snprintf(conf, sizeof(conf), "%s/softhsm2.conf", folder);
	file = fopen(conf, "w");
	if (file == NULL) {
		return false;
	}
	fprintf(file, "directories.tokendir = %s\nobjectstore.backend = file\nlog.level = ERROR\n", folder);
	fclose(file);
	setenv("SOFTHSM2_CONF", conf, 1);
	return run("softhsm2-util --init-token --free --label ssmtp --pin 1234 --so-pin 1234 > /dev/null 2>&1") &&
		   run("softhsm2-util --import %s/alice.key --token ssmtp --label alice --id 01 --pin 1234 > /dev/null 2>&1",
			   pki_dir()) &&
		   run("softhsm2-util --import %s/carol.key --token ssmtp --label carol --id 02 --pin 1234 > /dev/null 2>&1",
			   pki_dir()) &&
		   run("pkcs11-tool --module " MODULE " --token-label ssmtp --login --pin 1234 --write-object %s/alice.der "
			   "--type cert --label alice --id 01 > /dev/null 2>&1",
			   pki_dir());
}

static ssmtp_identity *token_open(int type, const char *uri, const char *pin, ssmtp_slice encoded, ssmtp_error *error)
{
	ssmtp_store_request request = { .type = type, .subject = SSMTP_SLICE("*"), .encoded = encoded, .need_key = true };

	memset(error, 0, sizeof(*error));
	request.store = ssmtp_slice_str(uri);
	request.password = ssmtp_slice_str(pin);
	return ssmtp_identity_open(&request, error);
}

/* A signature of the token verifies with the certificate. */
static void check_signs(const ssmtp_identity *identity)
{
	unsigned char signature[1024];
	size_t len = sizeof(signature);
	EVP_MD_CTX *context = EVP_MD_CTX_new();
	EVP_PKEY *public_key = X509_get0_pubkey(ssmtp_certificate_x509(ssmtp_identity_certificate(identity)));

	CHECK(EVP_DigestSignInit(context, NULL, EVP_sha256(), NULL, ssmtp_identity_key(identity)) == 1);
	CHECK(EVP_DigestSign(context, signature, &len, (const unsigned char *) "mail", 4) == 1);
	EVP_MD_CTX_free(context);
	context = EVP_MD_CTX_new();
	CHECK(EVP_DigestVerifyInit(context, NULL, EVP_sha256(), NULL, public_key) == 1);
	CHECK(EVP_DigestVerify(context, signature, len, (const unsigned char *) "mail", 4) == 1);
	EVP_MD_CTX_free(context);
}

#define URI(object) "pkcs11:token=ssmtp;object=" object "?module-path=" PROGRAM_MODULE

static void test_token(void)
{
	ssmtp_error error;
	ssmtp_identity *identity = token_open(SSMTP_STORE_PKCS11, URI("alice"), "1234", SSMTP_SLICE_EMPTY, &error);
	ssmtp_buf carol, pem;

	CHECK(identity != NULL && ssmtp_identity_has_key(identity), "%s", error.text);
	if (identity != NULL) {
		CHECK(ssmtp_identity_certificate(identity) != NULL);
		check_signs(identity);
		ssmtp_buf_init_secret(&pem, SSMTP_BUF_MAX_DEFAULT);
		CHECK(!ssmtp_identity_private_key_pem(identity, &pem), "a token does not give its key away");
		ssmtp_buf_free(&pem);
	}
	ssmtp_identity_free(&identity);
	CHECK(pki_read(&carol, "carol.pem"));
	identity = token_open(SSMTP_STORE_SECURITY_KEY, URI("carol"), "1234", ssmtp_buf_slice(&carol), &error);
	CHECK(identity != NULL, "%s", error.text);
	if (identity != NULL) {
		check_signs(identity);
	}
	ssmtp_identity_free(&identity);
	identity = token_open(SSMTP_STORE_AUTO, URI("alice"), "1234", SSMTP_SLICE_EMPTY, &error);
	CHECK(identity != NULL, "%s", error.text);
	ssmtp_identity_free(&identity);
	ssmtp_buf_free(&carol);
}

static void test_refused(void)
{
	ssmtp_error error;

	CHECK(token_open(SSMTP_STORE_PKCS11, "/etc/passwd", "", SSMTP_SLICE_EMPTY, &error) == NULL);
	CHECK(error.code == SSMTP_E_CERT_STORE && strstr(error.text, "pkcs11: URI") != NULL, "%s", error.text);
}

static void test_token_refused(void)
{
	ssmtp_error error;

	CHECK(token_open(SSMTP_STORE_PKCS11, URI("nobody"), "1234", SSMTP_SLICE_EMPTY, &error) == NULL);
	CHECK(error.code == SSMTP_E_CERT_STORE, "%s", error.text);
	CHECK(strstr(error.text, "1234") == NULL, "%s", error.text);
	CHECK(ERR_peek_error() == 0);
}

static bool one_allowed(const char *path)
{
	return strcmp(path, "/allowed") == 0;
}

/* Files that the URI names are files of the store: open_basedir holds for them, wherever the URI says so. */
static void test_files(void)
{
	static const struct {
		const char *uri, *text; /* text NULL: the refusal is another one */
	} rows[] = {
		{ "pkcs11:token=none?module-path=/usr/lib/other.so", "module-path" },
		{ "pkcs11:token=none?pin-value=1&module-path=/usr/lib/other.so", "module-path" },
		{ "pkcs11:token=none?pin-source=/etc/shadow", "pin-source" },
		{ "pkcs11:token=none;pin-source=file:/etc/shadow", "pin-source" },
		{ "pkcs11:pin-source=file:%2Fetc%2Fshadow;token=none", "pin-source" },
		{ "pkcs11:token=none?pin-source=%7Cid", "pin-source" },
		{ "pkcs11:token=none?pin-source=file:/allowed", NULL },
		{ "pkcs11:token=none", NULL },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ssmtp_error error = { 0 };
		ssmtp_store_request request = { .type = SSMTP_STORE_PKCS11,
			.store = ssmtp_slice_str(rows[i].uri),
			.subject = SSMTP_SLICE("*"),
			.file_allowed = one_allowed };

		CHECK(ssmtp_identity_open(&request, &error) == NULL && error.code == SSMTP_E_CERT_STORE);
		CHECK(
			(strstr(error.text, "open_basedir") != NULL) == (rows[i].text != NULL), "%s: %s", rows[i].uri, error.text);
		CHECK(rows[i].text == NULL || strstr(error.text, rows[i].text) != NULL, "%s: %s", rows[i].uri, error.text);
	}
}

int main(void)
{
	test_refused();
	test_files();
	if (token_make()) {
		test_token();
		test_token_refused();
		run("rm -rf %s", folder);
	} else {
		SKIP("token: needs softhsm2-util, pkcs11-tool and " MODULE "");
	}
	return unit_summary("token");
}
