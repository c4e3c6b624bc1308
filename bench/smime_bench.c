/* S/MIME beside the operations it cannot do without: smime_bench CERTS
 * Prints a table of medians; each ratio is against the bare operations measured
 * in turn with it. CERTS is what tests/certs/make.sh made. */
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/base64.h"
#include "crypto/ossl.h"
#include "crypto/smime.h"

#define SMALL_OCTETS 10240
#define LARGE_OCTETS ((size_t) 100 << 20)
#define ROUNDS 15
#define CHUNK 65536

static const char *certs;
static uint8_t small[SMALL_OCTETS], chunk[CHUNK], encoded[2 * CHUNK];

static const ssmtp_smime_options usual = {
	.detached = true, .include_certificate = true, .include_chain = true, .signing_time = true
};

typedef struct contender {
	const char *name;
	void (*bare)(void);
	void (*ours)(void);
	int repeats; /* a measurement */
} contender;

static ssmtp_identity *identity;
static EVP_PKEY *recipient_key;
static ssmtp_certificate *recipients[10];
static size_t recipient_count;

static void must(bool ok, const char *what)
{
	if (!ok) {
		fprintf(stderr, "smime_bench: %s failed\n", what);
		exit(EXIT_FAILURE);
	}
}

/* 100 MiB that come from nowhere. */
typedef struct zeros {
	ssmtp_source source;
	size_t left;
} zeros;

static bool zeros_read(ssmtp_source *source, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	zeros *self = (zeros *) source;

	(void) error;
	*n = room < self->left ? room : self->left;
	memset(dst, 'x', *n);
	self->left -= *n;
	return true;
}

static bool zeros_rewind(ssmtp_source *source, ssmtp_error *error)
{
	(void) error;
	((zeros *) source)->left = LARGE_OCTETS;
	return true;
}

static bool zeros_size(ssmtp_source *source, uint64_t *size_octets)
{
	(void) source;
	*size_octets = LARGE_OCTETS;
	return true;
}

static void zeros_free(ssmtp_source *source)
{
	free(source);
}

static const ssmtp_source_vtable zeros_vtable = {
	.name = "zeros", .read = zeros_read, .rewind = zeros_rewind, .size = zeros_size, .free = zeros_free
};

static ssmtp_source *zeros_new(void)
{
	zeros *self = calloc(1, sizeof(*self));

	self->source.vtable = &zeros_vtable;
	self->left = LARGE_OCTETS;
	return &self->source;
}

static void drain(ssmtp_source *body)
{
	ssmtp_error error = { 0 };
	size_t n = 1;

	while (n > 0) {
		must(ssmtp_source_read(body, chunk, sizeof(chunk), &n, &error), error.text);
	}
}

/* Signs, encrypts or both, and reads the result to its end. */
static void smime(ssmtp_source *body, bool sign, bool encrypt)
{
	ssmtp_recipient_certs list = { recipients, recipient_count };
	ssmtp_error error = { 0 };
	uint64_t size;
	ssmtp_buf fields;

	ssmtp_buf_init(&fields, 4096);
	ssmtp_buf_append_str(&fields, "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n");
	must(!sign || ssmtp_smime_sign(&body, &fields, identity, &usual, &error), error.text);
	must(!encrypt || ssmtp_smime_encrypt(&body, &fields, &list, &usual, &error), error.text);
	must(ssmtp_source_size(body, &size), "size");
	drain(body);
	ssmtp_source_free(&body);
	ssmtp_buf_free(&fields);
}

static void ours_sign(void)
{
	smime(ssmtp_source_borrow_new(ssmtp_slice_of(small, sizeof(small)), NULL), true, false);
}

static void ours_encrypt(void)
{
	smime(ssmtp_source_borrow_new(ssmtp_slice_of(small, sizeof(small)), NULL), false, true);
}

static void ours_large(void)
{
	smime(zeros_new(), true, true);
}

/* One digest of the content and one private-key operation. */
static void bare_sign(void)
{
	EVP_MD_CTX *context = EVP_MD_CTX_new();
	uint8_t signature[1024];
	size_t len = sizeof(signature);

	must(EVP_DigestSignInit(context, NULL, EVP_sha256(), NULL, ssmtp_identity_key(identity)) > 0 &&
			 EVP_DigestSign(context, signature, &len, small, sizeof(small)) > 0,
		"sign");
	EVP_MD_CTX_free(context);
}

/* A public-key operation a recipient and AES-256-CBC over the content. */
static void bare_encrypt(void)
{
	static uint8_t out[SMALL_OCTETS + 16];
	uint8_t key[32] = { 1 }, iv[16] = { 2 }, wrapped[1024];
	EVP_CIPHER_CTX *cipher = EVP_CIPHER_CTX_new();
	int n;

	for (size_t i = 0; i < recipient_count; i++) {
		EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(recipient_key, NULL);
		size_t len = sizeof(wrapped);

		must(EVP_PKEY_encrypt_init(context) > 0 && EVP_PKEY_encrypt(context, wrapped, &len, key, sizeof(key)) > 0,
			"encrypt");
		EVP_PKEY_CTX_free(context);
	}
	must(EVP_EncryptInit_ex(cipher, EVP_aes_256_cbc(), NULL, key, iv) == 1 &&
			 EVP_EncryptUpdate(cipher, out, &n, small, sizeof(small)) == 1 &&
			 EVP_EncryptFinal_ex(cipher, out + n, &n) == 1,
		"cipher");
	EVP_CIPHER_CTX_free(cipher);
}

/* Hash, AES and base64 in one pass, chunk by chunk, with EVP's own base64. */
static void bare_large_with(void (*encode)(const uint8_t *, size_t))
{
	static uint8_t content[CHUNK], cipher_text[CHUNK + 16];
	EVP_CIPHER_CTX *cipher = EVP_CIPHER_CTX_new();
	EVP_MD_CTX *hash = EVP_MD_CTX_new();
	uint8_t key[32] = { 1 }, iv[16] = { 2 };
	int n;

	must(EVP_EncryptInit_ex(cipher, EVP_aes_256_cbc(), NULL, key, iv) == 1 &&
			 EVP_DigestInit_ex(hash, EVP_sha256(), NULL) == 1,
		"init");
	for (size_t done = 0; done < LARGE_OCTETS; done += sizeof(content)) {
		memset(content, 'x', sizeof(content));
		must(EVP_DigestUpdate(hash, content, sizeof(content)) == 1 &&
				 EVP_EncryptUpdate(cipher, cipher_text, &n, content, sizeof(content)) == 1,
			"update");
		encode(cipher_text, (size_t) n);
	}
	EVP_CIPHER_CTX_free(cipher);
	EVP_MD_CTX_free(hash);
}

static void encode_evp(const uint8_t *octets, size_t len)
{
	EVP_ENCODE_CTX *context = EVP_ENCODE_CTX_new();
	int n;

	EVP_EncodeInit(context);
	EVP_EncodeUpdate(context, encoded, &n, octets, (int) len);
	EVP_EncodeFinal(context, encoded, &n);
	EVP_ENCODE_CTX_free(context);
}

static void encode_ours(const uint8_t *octets, size_t len)
{
	ssmtp_base64_encode(encoded, octets, len);
}

static void bare_large(void)
{
	bare_large_with(encode_ours);
}

static void bare_large_evp(void)
{
	bare_large_with(encode_evp);
}

static void base64_of_large(void (*encode)(const uint8_t *, size_t))
{
	for (size_t done = 0; done < LARGE_OCTETS; done += sizeof(chunk)) {
		encode(chunk, sizeof(chunk));
	}
}

static void base64_evp(void)
{
	base64_of_large(encode_evp);
}

static void base64_filter(void)
{
	ssmtp_source *source = zeros_new();

	source = ssmtp_filter_base64_new_take(&source, NULL);
	drain(source);
	ssmtp_source_free(&source);
}

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static double measure(void (*run)(void), int repeats)
{
	double begin = seconds();

	for (int i = 0; i < repeats; i++) {
		run();
	}
	return (seconds() - begin) / repeats;
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *) a, y = *(const double *) b;

	return (x > y) - (x < y);
}

/* Both in turn, so that what the machine does meanwhile hits both. */
static void compete(const contender *it)
{
	double bare[ROUNDS], ours[ROUNDS];
	int rounds = it->repeats == 1 ? 5 : ROUNDS;

	for (int i = 0; i < rounds; i++) {
		bare[i] = measure(it->bare, it->repeats);
		ours[i] = measure(it->ours, it->repeats);
	}
	qsort(bare, (size_t) rounds, sizeof(double), compare);
	qsort(ours, (size_t) rounds, sizeof(double), compare);
	printf("| %s | %.0f | %.0f | %.2f |\n", it->name, bare[rounds / 2] * 1e6, ours[rounds / 2] * 1e6,
		ours[rounds / 2] / bare[rounds / 2]);
}

static void open_signer(const char *who)
{
	ssmtp_error error = { 0 };
	ssmtp_store_request request = { .type = SSMTP_STORE_PEM_FILE, .need_key = true };
	char path[4096];

	ssmtp_identity_free(&identity);
	snprintf(path, sizeof(path), "%s/%s-bundle.pem", certs, who);
	request.store = ssmtp_slice_str(path);
	identity = ssmtp_identity_open(&request, &error);
	must(identity != NULL, path);
}

static void open_recipients(void)
{
	for (size_t i = 0; i < 10; i++) {
		ssmtp_error error = { 0 };
		char path[4096];
		FILE *file;
		X509 *x509;

		snprintf(path, sizeof(path), "%s/r%02zu.pem", certs, i);
		file = fopen(path, "r");
		must(file != NULL, path);
		x509 = PEM_read_X509(file, NULL, NULL, NULL);
		fclose(file);
		recipients[i] = ssmtp_certificate_new_x509(x509, &error);
		must(recipients[i] != NULL, error.text);
		X509_free(x509);
	}
	recipient_key = X509_get0_pubkey(ssmtp_certificate_x509(recipients[0]));
}

int main(int argc, char **argv)
{
	must(argc == 2, "usage: smime_bench CERTS; it");
	certs = argv[1];
	memset(small, 'x', sizeof(small));
	open_recipients();
	printf("| S/MIME | bare operations, us | ssmtp, us | ratio |\n|---|---|---|---|\n");
	open_signer("carol");
	compete(&(contender){ "sign 10 KiB, P-256", bare_sign, ours_sign, 500 });
	open_signer("alice");
	compete(&(contender){ "sign 10 KiB, RSA-2048", bare_sign, ours_sign, 60 });
	recipient_count = 1;
	compete(&(contender){ "encrypt 10 KiB, 1 recipient", bare_encrypt, ours_encrypt, 400 });
	recipient_count = 10;
	compete(&(contender){ "encrypt 10 KiB, 10 recipients", bare_encrypt, ours_encrypt, 60 });
	recipient_count = 1;
	compete(&(contender){ "sign and encrypt 100 MiB against hash, AES, our base64", bare_large, ours_large, 1 });
	compete(&(contender){ "the same against EVP's base64", bare_large_evp, ours_large, 1 });
	compete(&(contender){ "base64 of 100 MiB against EVP_EncodeUpdate", base64_evp, base64_filter, 1 });
	ssmtp_identity_free(&identity);
	for (size_t i = 0; i < 10; i++) {
		ssmtp_certificate_free(&recipients[i]);
	}
	return EXIT_SUCCESS;
}
