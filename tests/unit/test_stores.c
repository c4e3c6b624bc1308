/* Certificate stores: every type, as file, as octets, as base64; what is refused and how. */
#include <dirent.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/base64.h"
#include "crypto/identity.h"
#include "crypto/ossl.h"
#include "pki.h"
#include "unit.h"

static ssmtp_identity *open_request(ssmtp_store_request *request, ssmtp_error *error)
{
	ssmtp_identity *identity;

	memset(error, 0, sizeof(*error));
	request->subject = request->subject.len ? request->subject : SSMTP_SLICE("*");
	identity = ssmtp_identity_open(request, error);
	CHECK(ERR_peek_error() == 0, "the error queue of the process stays as it was");
	return identity;
}

/* file, blob: store types; blob -1: none. */
static const struct {
	const char *file;
	int type, blob;
	const char *password, *key_password;
	bool key;
	int chain;
} stores[] = {
	{ "alice.pfx", SSMTP_STORE_PFX_FILE, SSMTP_STORE_PFX_BLOB, "secret", "", true, 2 },
	{ "ed25519.pfx", SSMTP_STORE_PFX_FILE, SSMTP_STORE_PFX_BLOB, "secret", "", true, 2 },
	{ "pss.pfx", SSMTP_STORE_PFX_FILE, SSMTP_STORE_PFX_BLOB, "secret", "", true, 2 },
	{ "alice-legacy.pfx", SSMTP_STORE_PFX_FILE, SSMTP_STORE_PFX_BLOB, "secret", "", true, 2 },
	{ "alice-bundle.pem", SSMTP_STORE_PEM_FILE, SSMTP_STORE_PEM_BLOB, "", "", true, 2 },
	{ "alice-bundle.pem", SSMTP_STORE_PUBLIC_FILE, SSMTP_STORE_PUBLIC_BLOB, "", "", false, 2 },
	{ "alice.pem", SSMTP_STORE_PEM_FILE, SSMTP_STORE_PEM_BLOB, "", "", false, 0 },
	{ "alice.pem", SSMTP_STORE_PUBLIC_FILE, SSMTP_STORE_PUBLIC_BLOB, "", "", false, 0 },
	{ "alice.der", SSMTP_STORE_PUBLIC_FILE, SSMTP_STORE_PUBLIC_BLOB, "", "", false, 0 },
	{ "alice.p7b", SSMTP_STORE_P7B_FILE, SSMTP_STORE_P7B_BLOB, "", "", false, 2 },
	{ "alice-p7b.pem", SSMTP_STORE_P7B_FILE, SSMTP_STORE_P7B_BLOB, "", "", false, 2 },
	{ "alice-enckey.pem", SSMTP_STORE_PEM_FILE, SSMTP_STORE_PEM_BLOB, "secret", "", true, 0 },
	{ "alice-enckey.pem", SSMTP_STORE_PEM_FILE, SSMTP_STORE_PEM_BLOB, "other", "secret", true, 0 },
};

static void check_store(size_t row, const char *how, ssmtp_store_request *request)
{
	ssmtp_error error;
	ssmtp_identity *identity;

	request->password = ssmtp_slice_str(stores[row].password);
	request->key_password = ssmtp_slice_str(stores[row].key_password);
	identity = open_request(request, &error);
	CHECK(identity != NULL, "%s as %s: %s", stores[row].file, how, error.text);
	if (identity != NULL) {
		CHECK(ssmtp_identity_has_key(identity) == stores[row].key, "%s as %s", stores[row].file, how);
		CHECK(sk_X509_num(ssmtp_identity_chain(identity)) == stores[row].chain, "%s as %s", stores[row].file, how);
	}
	ssmtp_identity_free(&identity);
}

static void check_store_octets(size_t row, ssmtp_slice octets, const char *how)
{
	check_store(row, how, &(ssmtp_store_request){ .type = stores[row].blob, .store = octets });
	if (stores[row].type != SSMTP_STORE_PUBLIC_FILE) {
		check_store(row, how, &(ssmtp_store_request){ .type = SSMTP_STORE_AUTO, .store = octets });
	}
}

static void test_stores(void)
{
	for (size_t i = 0; i < sizeof(stores) / sizeof(stores[0]); i++) {
		char path[4096];
		ssmtp_slice file = ssmtp_slice_str(pki_path(path, stores[i].file));
		ssmtp_buf octets, text;

		check_store(i, "file", &(ssmtp_store_request){ .type = stores[i].type, .store = file });
		if (stores[i].type != SSMTP_STORE_PUBLIC_FILE) {
			check_store(i, "auto", &(ssmtp_store_request){ .type = SSMTP_STORE_AUTO, .store = file });
		}
		CHECK(pki_read(&octets, stores[i].file));
		check_store_octets(i, ssmtp_buf_slice(&octets), "blob");
		ssmtp_buf_init(&text, SSMTP_BUF_MAX_DEFAULT);
		CHECK(ssmtp_base64_append(&text, ssmtp_buf_slice(&octets)));
		check_store_octets(i, ssmtp_buf_slice(&text), "base64");
		ssmtp_buf_free(&text);
		ssmtp_buf_free(&octets);
	}
}

static bool nothing_allowed(const char *path)
{
	(void) path;
	return false;
}

static const struct {
	int type;
	const char *file, *password;
	bool (*allowed)(const char *path);
	int code;
	const char *text; /* part of the sentence */
} refused[] = {
	{ SSMTP_STORE_PFX_FILE, "alice.pfx", "wrong", NULL, SSMTP_E_CERT_STORE, "wrong password" },
	{ SSMTP_STORE_PFX_FILE, "alice.pfx", "", NULL, SSMTP_E_CERT_STORE, "none is set" },
	{ SSMTP_STORE_PFX_FILE, "alice-legacy.pfx", "wrong", NULL, SSMTP_E_CERT_STORE, "wrong password" },
	{ SSMTP_STORE_PFX_FILE, "missing.pfx", "secret", NULL, SSMTP_E_CERT_STORE,
		"missing.pfx cannot be opened: No such" },
	{ SSMTP_STORE_PFX_FILE, "alice.pem", "secret", NULL, SSMTP_E_CERT_STORE, "it is PEM" },
	{ SSMTP_STORE_PFX_FILE, "alice.der", "secret", NULL, SSMTP_E_CERT_STORE, "another kind" },
	{ SSMTP_STORE_PFX_FILE, "alice.pfx", "secret", nothing_allowed, SSMTP_E_CERT_STORE, "open_basedir" },
	{ SSMTP_STORE_PFX_FILE, ".", "secret", NULL, SSMTP_E_CERT_STORE, "regular file" },
	{ SSMTP_STORE_PEM_FILE, "alice-enckey.pem", "", NULL, SSMTP_E_CERT_STORE, "no password is set" },
	{ SSMTP_STORE_PEM_FILE, "alice-enckey.pem", "wrong", NULL, SSMTP_E_CERT_STORE, "wrong password" },
	{ SSMTP_STORE_PEM_FILE, ".made", "", NULL, SSMTP_E_CERT_STORE, "it is empty" },
	{ SSMTP_STORE_USER, "missing", "", NULL, SSMTP_E_CERT_STORE, "missing" },
	{ SSMTP_STORE_USER, ".", "", nothing_allowed, SSMTP_E_CERT_STORE, "open_basedir" },
	{ 24, "alice.pem", "", NULL, SSMTP_E_INVAL, "24" },
};

static void test_refused(void)
{
	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
		char path[4096];
		ssmtp_error error;
		ssmtp_store_request request = { .type = refused[i].type, .file_allowed = refused[i].allowed };
		ssmtp_identity *identity;

		request.store = ssmtp_slice_str(pki_path(path, refused[i].file));
		request.password = ssmtp_slice_str(refused[i].password);
		identity = open_request(&request, &error);
		CHECK(identity == NULL && error.code == refused[i].code, "row %zu: %d %s", i, error.code, error.text);
		CHECK(strstr(error.text, refused[i].text) != NULL, "row %zu: %s", i, error.text);
		CHECK(strstr(error.text, "wrong\"") == NULL);
		ssmtp_identity_free(&identity);
	}
}

static const struct {
	int type;
	ssmtp_slice octets;
	const char *text;
} refused_octets[] = {
	{ SSMTP_STORE_AUTO, { NULL, 0 }, "CertStore is empty" },
	{ SSMTP_STORE_AUTO, { (const uint8_t *) "no such thing", 13 }, "not recognised" },
	{ SSMTP_STORE_PFX_BLOB, { (const uint8_t *) "0\003\002\001\001", 5 }, "damaged" },
	{ SSMTP_STORE_PFX_FILE, { (const uint8_t *) "a\0b", 3 }, "NUL" },
	{ SSMTP_STORE_PEM_BLOB, { (const uint8_t *) "-----BEGIN CERTIFICATE-----\nMAMC\n-----END CERTIFICATE-----\n", 58 },
		"cannot be decoded" },
};

static void test_refused_octets(void)
{
	for (size_t i = 0; i < sizeof(refused_octets) / sizeof(refused_octets[0]); i++) {
		ssmtp_error error;
		ssmtp_store_request request = { .type = refused_octets[i].type, .store = refused_octets[i].octets };

		CHECK(open_request(&request, &error) == NULL && error.code == SSMTP_E_CERT_STORE, "row %zu", i);
		CHECK(strstr(error.text, refused_octets[i].text) != NULL, "row %zu: %s", i, error.text);
	}
}

/* Content under the type of a file: the error must not quote what may be a private key. */
static void test_content_for_path(void)
{
	static const int types[] = { SSMTP_STORE_PEM_FILE, SSMTP_STORE_PFX_FILE, SSMTP_STORE_USER, SSMTP_STORE_PKCS11 };
	ssmtp_buf pem, text;

	CHECK(pki_read(&pem, "bob.key"));
	ssmtp_buf_init(&text, SSMTP_BUF_MAX_DEFAULT);
	CHECK(ssmtp_base64_append(&text, ssmtp_buf_slice(&pem)));
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		const ssmtp_slice contents[] = { ssmtp_buf_slice(&pem), ssmtp_buf_slice(&text),
			SSMTP_SLICE("MC4CAQAwBQYDK2VwBCIEIHN6FX5lR2PJmrNQJLtKmaKxyOZ0bCj1nCzmNzS4bqmS"),
			SSMTP_SLICE("{\"kty\":\"OKP\",\"d\":\"c3oVfmVHY8mas1Aku0qZorHI5nRsKPWcLOY3NLhuqZI\"}"),
			SSMTP_SLICE("<RSAKeyValue><D>c3oVfmVHY8mas1Aku0qZorHI</D></RSAKeyValue>") };

		for (size_t k = 0; k < sizeof(contents) / sizeof(contents[0]); k++) {
			ssmtp_error error;
			ssmtp_store_request request = { .type = types[i], .store = contents[k] };
			char piece[17] = { 0 };

			memcpy(piece, contents[k].ptr + contents[k].len / 4, sizeof(piece) - 1);
			CHECK(open_request(&request, &error) == NULL && error.code == SSMTP_E_CERT_STORE, "%zu %zu", i, k);
			CHECK(strstr(error.text, piece) == NULL, "type %d content %zu: %s", types[i], k, error.text);
		}
	}
	ssmtp_buf_free(&pem);
	ssmtp_buf_free(&text);
}

/* The key is not the certificate's: 273 when it is needed. */
static void test_mismatch(void)
{
	ssmtp_buf all, key;
	ssmtp_error error;
	ssmtp_store_request request = { .type = SSMTP_STORE_PEM_BLOB, .need_key = true };

	CHECK(pki_read(&all, "alice.pem") && pki_read(&key, "bob.key"));
	CHECK(ssmtp_buf_append_slice(&all, ssmtp_buf_slice(&key)));
	request.store = ssmtp_buf_slice(&all);
	CHECK(open_request(&request, &error) == NULL && error.code == SSMTP_E_CREDENTIALS);
	CHECK(strstr(error.text, "does not belong") != NULL && strstr(error.text, "CN=alice") != NULL, "%s", error.text);
	ssmtp_buf_free(&all);
	ssmtp_buf_free(&key);
}

/* Store types 0 and 1: a folder with everything, and a bundle. */
static void test_directory(void)
{
	char path[4096];
	ssmtp_error error;
	ssmtp_store_request request = { .type = SSMTP_STORE_USER, .subject = SSMTP_SLICE("bob@example.org") };
	ssmtp_identity *identity;

	request.store = ssmtp_slice_str(pki_dir());
	request.need_key = true;
	identity = open_request(&request, &error);
	CHECK(identity != NULL && ssmtp_identity_has_key(identity), "%s", error.text);
	ssmtp_identity_free(&identity);
	request.type = SSMTP_STORE_MACHINE;
	request.store = ssmtp_slice_str(pki_path(path, "bob-bundle.pem"));
	identity = open_request(&request, &error);
	CHECK(identity != NULL, "%s", error.text);
	ssmtp_identity_free(&identity);
}

static void test_stamp(void)
{
	char path[4096], other[4096];
	ssmtp_store_stamp a = ssmtp_store_stamp_of(pki_path(path, "alice.pfx"));
	ssmtp_store_stamp b = ssmtp_store_stamp_of(path);
	ssmtp_store_stamp c = ssmtp_store_stamp_of(pki_path(other, "bob.pfx"));
	ssmtp_store_stamp none = ssmtp_store_stamp_of("/nonexistent");

	CHECK(a.exists && ssmtp_store_stamp_equal(&a, &b));
	CHECK(!ssmtp_store_stamp_equal(&a, &c));
	CHECK(!none.exists && !ssmtp_store_stamp_equal(&a, &none));
}

/* Puts other octets of the same length in the place of the last that are equal to old; false: there are none. */
static bool replace_last(ssmtp_buf *octets, const char *old, const char *new, size_t len)
{
	ssmtp_slice all = ssmtp_buf_slice(octets);

	for (size_t at = all.len < len ? 0 : all.len - len + 1; at > 0; at--) {
		if (memcmp(all.ptr + at - 1, old, len) == 0) {
			memcpy(octets->data + (all.ptr - octets->data) + at - 1, new, len);
			return true;
		}
	}
	return false;
}

/* A file may ask for days of work before its password is looked at: refused at once. */
static void test_iterations_of_the_mac(void)
{
	static const char made[] = "\x02\x03\x01\x00\x00", asked[] = "\x02\x03\x7f\xff\xff"; /* 65536 and 8388607 */
	ssmtp_error error;
	ssmtp_buf pem, octets;
	BIO *bio;
	EVP_PKEY *key;
	PKCS12 *p12;
	unsigned char *der = NULL;
	int len;

	CHECK(pki_read(&pem, "alice.key"));
	bio = BIO_new_mem_buf(ssmtp_buf_slice(&pem).ptr, (int) ssmtp_buf_len(&pem));
	key = PEM_read_bio_PrivateKey(bio, NULL, NULL, NULL);
	p12 = PKCS12_create("secret", NULL, key, NULL, NULL, 0, 0, 1, -1, 0);
	CHECK(p12 != NULL && PKCS12_set_mac(p12, "secret", -1, NULL, 0, 65536, EVP_sha256()) == 1);
	len = i2d_PKCS12(p12, &der);
	ssmtp_buf_init(&octets, 1 << 20);
	ssmtp_buf_append(&octets, der, (size_t) len);
	for (int beyond = 0; beyond < 2; beyond++) {
		ssmtp_store_request request = { .type = SSMTP_STORE_PFX_BLOB, .password = SSMTP_SLICE("secret") };
		ssmtp_identity *identity;

		CHECK(beyond == 0 || replace_last(&octets, made, asked, sizeof(made) - 1));
		request.store = ssmtp_buf_slice(&octets);
		identity = open_request(&request, &error);
		CHECK((identity != NULL) == (beyond == 0), "%s", error.text);
		CHECK(beyond == 0 || strstr(error.text, "beyond all measure") != NULL, "%s", error.text);
		ssmtp_identity_free(&identity);
	}
	ssmtp_buf_free(&octets);
	ssmtp_buf_free(&pem);
	OPENSSL_free(der);
	PKCS12_free(p12);
	EVP_PKEY_free(key);
	BIO_free(bio);
}

/* RFC 9579: the MAC by PBMAC1, which OpenSSL reads from 3.4 on; an older one is to say so. An Ed25519 key in the clear,
 * 65536 iterations, made by OpenSSL 3.5. */
static void test_pbmac1(void)
{
	static const uint8_t file[] = {
		0x30, 0x81, 0xeb, 0x02, 0x01, 0x03, 0x30, 0x65, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07,
		0x01, 0xa0, 0x58, 0x04, 0x56, 0x30, 0x54, 0x30, 0x52, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01,
		0x07, 0x01, 0xa0, 0x45, 0x04, 0x43, 0x30, 0x41, 0x30, 0x3f, 0x06, 0x0b, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d,
		0x01, 0x0c, 0x0a, 0x01, 0x01, 0xa0, 0x30, 0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65,
		0x70, 0x04, 0x22, 0x04, 0x20, 0xdc, 0x1d, 0x7a, 0x15, 0x4e, 0x0c, 0x3e, 0x3b, 0x7c, 0x26, 0x73, 0x24, 0x2b,
		0x2b, 0x43, 0x83, 0xc1, 0xf9, 0xe2, 0xc4, 0x22, 0x0c, 0x06, 0xb8, 0x3f, 0x02, 0x54, 0x7c, 0xbe, 0xcb, 0xca,
		0x5a, 0x30, 0x7f, 0x30, 0x6e, 0x30, 0x4a, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x05, 0x0e,
		0x30, 0x3d, 0x30, 0x2d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x05, 0x0c, 0x30, 0x20, 0x04,
		0x08, 0xb1, 0x2a, 0x69, 0xe6, 0xad, 0xcc, 0xfa, 0xcd, 0x02, 0x03, 0x01, 0x00, 0x00, 0x02, 0x01, 0x20, 0x30,
		0x0c, 0x06, 0x08, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x02, 0x09, 0x05, 0x00, 0x30, 0x0c, 0x06, 0x08, 0x2a,
		0x86, 0x48, 0x86, 0xf7, 0x0d, 0x02, 0x09, 0x05, 0x00, 0x04, 0x20, 0xb0, 0xde, 0x1f, 0x96, 0x99, 0x71, 0x32,
		0xc9, 0xf9, 0x71, 0x13, 0x51, 0x20, 0xa7, 0x67, 0x5d, 0xbc, 0xbd, 0x97, 0x5e, 0x38, 0xc4, 0xd2, 0x0d, 0x0d,
		0x8c, 0x3e, 0xaf, 0xfb, 0xda, 0x93, 0xe7, 0x04, 0x08, 0xb1, 0x2a, 0x69, 0xe6, 0xad, 0xcc, 0xfa, 0xcd, 0x02,
		0x03, 0x01, 0x00, 0x00
	};
	static const char made[] = "\x02\x03\x01\x00\x00", asked[] = "\x02\x03\x7f\xff\xff";
	static const struct {
		const char *password, *fault;
		bool beyond;
	} tries[] = { { "secret", NULL, false }, { "wrong", "wrong password", false }, { "", "none is set", false },
		{ "secret", "beyond all measure", true } };
	bool reads = OpenSSL_version_num() >= 0x30400000UL;

	for (size_t i = 0; i < sizeof(tries) / sizeof(tries[0]); i++) {
		const char *fault = reads || tries[i].beyond ? tries[i].fault : "OpenSSL 3.4";
		ssmtp_error error;
		ssmtp_store_request request = { .type = SSMTP_STORE_PFX_BLOB, .password = ssmtp_slice_str(tries[i].password) };
		ssmtp_identity *identity;
		ssmtp_buf octets;

		ssmtp_buf_init(&octets, 4096);
		ssmtp_buf_append(&octets, file, sizeof(file));
		CHECK(!tries[i].beyond || replace_last(&octets, made, asked, sizeof(made) - 1));
		request.store = ssmtp_buf_slice(&octets);
		identity = open_request(&request, &error);
		CHECK((identity != NULL && ssmtp_identity_has_key(identity)) == (fault == NULL), "row %zu: %s", i, error.text);
		CHECK(fault == NULL || strstr(error.text, fault) != NULL, "row %zu: %s", i, error.text);
		ssmtp_identity_free(&identity);
		ssmtp_buf_free(&octets);
	}
	if (!reads) {
		SKIP("PBMAC1 is opened: needs OpenSSL 3.4");
	}
}

/* A FIFO of the name must not hang the caller. */
static void test_fifo(void)
{
	char path[] = "/tmp/ssmtp-test-stores-XXXXXX", fifo[64];
	ssmtp_error error;
	ssmtp_store_request request = { .type = SSMTP_STORE_PEM_FILE };

	CHECK(mkdtemp(path) != NULL);
	snprintf(fifo, sizeof(fifo), "%s/fifo", path);
	CHECK(mkfifo(fifo, 0600) == 0);
	request.store = ssmtp_slice_str(fifo);
	CHECK(open_request(&request, &error) == NULL && strstr(error.text, "regular file") != NULL, "%s", error.text);
	unlink(fifo);
	rmdir(path);
}

/* NIST's PKITS files and the PKCS#12 samples that Debian packages: breadth, not depth. */
#define VECTORS "/usr/lib/python3/dist-packages/cryptography_vectors"

static void vector_open(const char *folder, const char *name, const char *password, bool *has_key)
{
	char path[4096];
	ssmtp_error error;
	ssmtp_store_request request = { .type = SSMTP_STORE_PFX_FILE };
	ssmtp_identity *identity;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	request.store = ssmtp_slice_str(path);
	request.password = ssmtp_slice_str(password);
	identity = open_request(&request, &error);
	CHECK(identity != NULL, "%s: %s", name, error.text);
	*has_key = identity != NULL && ssmtp_identity_has_key(identity);
	ssmtp_identity_free(&identity);
}

static void test_pkits(void)
{
	DIR *directory = opendir(VECTORS "/x509/PKITS_data/pkcs12");
	struct dirent *entry;
	unsigned files = 0, with_key = 0;

	if (directory == NULL) {
		SKIP("PKITS: needs the package python3-cryptography-vectors");
		return;
	}
	while ((entry = readdir(directory)) != NULL) {
		bool has_key = false;

		if (strstr(entry->d_name, ".p12") != NULL) {
			vector_open(VECTORS "/x509/PKITS_data/pkcs12", entry->d_name, "password", &has_key);
			files++;
			with_key += has_key;
		}
	}
	closedir(directory);
	/* Two DSA certificates inherit their parameters from the issuer and match no key. */
	CHECK(files > 400 && with_key + 2 >= files, "%u of %u", with_key, files);
}

static void test_samples(void)
{
	static const struct {
		const char *name, *password;
		bool key;
	} samples[] = {
		{ "cert-rc2-key-3des.p12", "cryptography", true },
		{ "cert-key-aes256cbc.p12", "cryptography", true },
		{ "cert-none-key-none.p12", "cryptography", true },
		{ "cert-aes256cbc-no-key.p12", "cryptography", false },
		{ "no-cert-key-aes256cbc.p12", "cryptography", true },
		{ "no-password.p12", "", true },
		{ "name-unicode-pwd.p12", "password", true },
		{ "name-all-no-pwd.p12", "", true },
	};

	if (access(VECTORS "/pkcs12", R_OK) != 0) {
		SKIP("PKCS#12 samples: needs the package python3-cryptography-vectors");
		return;
	}
	for (size_t i = 0; i < sizeof(samples) / sizeof(samples[0]); i++) {
		bool has_key = false;

		vector_open(VECTORS "/pkcs12", samples[i].name, samples[i].password, &has_key);
		CHECK(has_key == samples[i].key, "%s", samples[i].name);
	}
}

int main(void)
{
	test_pkits();
	test_samples();
	test_stores();
	test_refused();
	test_refused_octets();
	test_content_for_path();
	test_mismatch();
	test_directory();
	test_stamp();
	test_iterations_of_the_mac();
	test_pbmac1();
	test_fifo();
	return unit_summary("stores");
}
