/* Security rule 26: what was a password or a token is nowhere in this process' memory once it was replaced or its
 * owner released. The needle exists here only with its bits turned, and the server is another process. */
#include "unit.h"
#include "unit_socket.h"

#include <arpa/inet.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/base64.h"
#include "client/client.h"
#include "crypto/digest.h"
#include "crypto/ossl.h"
#include "crypto/sasl_crypto.h"
#include "crypto/smime_algorithms.h"
#include "crypto/smime_keytrans.h"
#include "tls_pki.h"
#include "sasl_mechanism.h"

#ifdef HAVE_LIBGSASL
#include <gsasl.h>
#endif

#define NEEDLE_LEN 30
#define NEEDLE_HIDDEN 16
static unsigned char needle[NEEDLE_LEN]; /* each octet ^ 0x5a */

static void needle_make(unsigned seed)
{
	for (size_t i = 0; i < NEEDLE_LEN; i++) {
		seed = seed * 1103515245u + 12345;
		needle[i] = (unsigned char) (('a' + (seed >> 16) % 26) ^ 0x5a);
	}
}

/* The secret into text, which the caller wipes. */
static void needle_plain(char text[NEEDLE_LEN + 1])
{
	for (size_t i = 0; i < NEEDLE_LEN; i++) {
		text[i] = (char) (needle[i] ^ 0x5a);
	}
	text[NEEDLE_LEN] = '\0';
}

/* Base64 of the middle of the secret at one of its three alignments, bits turned. */
static size_t needle_base64(unsigned shift, unsigned char out[64])
{
	char text[NEEDLE_LEN + 1];
	ssmtp_buf encoded;
	ssmtp_slice middle;

	needle_plain(text);
	ssmtp_buf_init_secret(&encoded, 256);
	ssmtp_base64_append(&encoded, ssmtp_slice_of(text + shift, 24));
	middle = ssmtp_buf_slice(&encoded);
	for (size_t i = 0; i < middle.len; i++) {
		out[i] = (unsigned char) (middle.ptr[i] ^ 0x5a);
	}
	shift = (unsigned) middle.len;
	ssmtp_buf_free(&encoded);
	ssmtp_wipe(text, sizeof(text));
	return shift;
}

static unsigned count_in(const unsigned char *at, size_t len, const unsigned char *turned, size_t turned_len)
{
	unsigned count = 0;

	for (size_t i = 0; i + turned_len <= len; i++) {
		size_t k = 0;

		while (k < turned_len && at[i + k] == (turned[k] ^ 0x5a)) {
			k++;
		}
		count += k == turned_len;
	}
	return count;
}

/* Writable memory that is the heap's or nobody's: not the stack, whose frames end by themselves. */
static unsigned count_in_memory(const unsigned char *turned, size_t turned_len)
{
	FILE *maps = fopen("/proc/self/maps", "r");
	unsigned count = 0;
	char line[512];

	while (maps != NULL && fgets(line, sizeof(line), maps) != NULL) {
		unsigned long from, to;
		char rights[8], path[256] = "";

		if (sscanf(line, "%lx-%lx %7s %*s %*s %*s %255s", &from, &to, rights, path) < 3
			|| strncmp(rights, "rw", 2) != 0) {
			continue;
		}
		if (path[0] == '\0' || strcmp(path, "[heap]") == 0) {
			count += count_in((const unsigned char *) from, to - from, turned, turned_len);
		}
	}
	if (maps != NULL) {
		fclose(maps);
	}
	return count;
}

/* What free() writes into a block hides its first octets: the others tell. GNU SASL releases what it prepared of a
 * password for SCRAM and DIGEST-MD5 without wiping it; of those only whole copies count. */
static bool count_whole;

static unsigned count_secret(void)
{
	size_t hidden = count_whole ? 0 : NEEDLE_HIDDEN;
	unsigned char turned[64];
	unsigned count = count_in_memory(needle + hidden, NEEDLE_LEN - hidden);

	for (unsigned shift = 0; shift < 3; shift++) {
		size_t len = needle_base64(shift, turned);

		count += count_in_memory(turned, len);
	}
	return count;
}

/* ---- a server that lets everybody in, by GNU SASL where the client wants a proof ---- */

/* Lines of an exchange still to come before the 235. */
static int expected;

#ifdef HAVE_LIBGSASL
static Gsasl_session *exchange;
static bool exchange_over; /* the proof was sent */

/* The user "u7" has the password that needle_make(7) makes: of another process it is no copy. */
static int serve_property(Gsasl *library, Gsasl_session *session, Gsasl_property property)
{
	const char *user = gsasl_property_fast(session, GSASL_AUTHID);
	char text[NEEDLE_LEN + 1];

	(void) library;
	if (property == GSASL_REALM) {
		gsasl_property_set(session, property, "mx");
		return GSASL_OK;
	}
	if (property != GSASL_PASSWORD || user == NULL) {
		return GSASL_NO_CALLBACK;
	}
	needle_make((unsigned) atoi(user + 1));
	needle_plain(text);
	gsasl_property_set(session, property, text);
	return GSASL_OK;
}

static void serve_step(FILE *file, const char *line)
{
	char *output = NULL;
	int result;

	if (exchange_over) {
		gsasl_finish(exchange);
		exchange = NULL;
		fputs("235 in\r\n", file);
		return;
	}
	result = gsasl_step64(exchange, line, &output);
	exchange_over = result == GSASL_OK;
	fprintf(file, result == GSASL_OK || result == GSASL_NEEDS_MORE ? "334 %s\r\n" : "535 no %s\r\n",
		output != NULL ? output : "");
	gsasl_free(output);
}

/* False when GNU SASL serves no such mechanism. */
static bool serve_begin(FILE *file, const char *mechanism, const char *initial)
{
	static Gsasl *library;

	if (library == NULL && gsasl_init(&library) == GSASL_OK) {
		gsasl_callback_set(library, serve_property);
	}
	exchange_over = false;
	if (gsasl_server_start(library, mechanism, &exchange) != GSASL_OK) {
		exchange = NULL;
		return false;
	}
	serve_step(file, initial);
	return true;
}
#endif

/* Challenge of NTLM without target information. */
#define NTLM_CHALLENGE "TlRMTVNTUAACAAAAAAAAACAAAAABggAAAQIDBAUGBwg="

static void serve_line(FILE *file, char *line)
{
	char mechanism[32] = "", initial[2048] = "";

	line[strcspn(line, "\r\n")] = '\0';
#ifdef HAVE_LIBGSASL
	if (exchange != NULL) {
		serve_step(file, line);
		fflush(file);
		return;
	}
#endif
	if (expected > 0) {
		fputs(--expected > 0 ? "334 \r\n" : "235 in\r\n", file);
	} else if (strncmp(line, "EHLO", 4) == 0) {
		fputs("250-mx\r\n250 AUTH PLAIN LOGIN XOAUTH2 OAUTHBEARER CRAM-MD5 NTLM DIGEST-MD5 SCRAM-SHA-1 "
			  "SCRAM-SHA-256\r\n", file);
	} else if (strcmp(line, "AUTH LOGIN") == 0) {
		expected = 2;
		fputs("334 \r\n", file);
	} else if (strcmp(line, "AUTH CRAM-MD5") == 0) {
		expected = 1;
		fputs("334 PDFAbXg+\r\n", file);
	} else if (strncmp(line, "AUTH NTLM", 9) == 0) {
		expected = 1;
		fputs("334 " NTLM_CHALLENGE "\r\n", file);
	} else if (sscanf(line, "AUTH %31s %2047s", mechanism, initial) < 1) {
		fputs("221 bye\r\n", file);
#ifdef HAVE_LIBGSASL
	} else if (strncmp(mechanism, "SCRAM", 5) == 0 || strcmp(mechanism, "DIGEST-MD5") == 0) {
		if (!serve_begin(file, mechanism, initial)) {
			fputs("504 no such mechanism\r\n", file);
		}
#endif
	} else {
		fputs("235 in\r\n", file);
	}
	fflush(file);
}

static void serve(int listener)
{
	char line[4096];
	int fd;

	while ((fd = accept(listener, NULL, NULL)) >= 0) {
		FILE *file = fdopen(fd, "r+");

		unit_no_delay(fd);
		fputs("220 mx\r\n", file);
		fflush(file);
		while (fgets(line, sizeof(line), file) != NULL) {
			fseek(file, 0, SEEK_CUR);
			serve_line(file, line);
		}
		fclose(file);
	}
	_exit(0);
}

static pid_t server_start(int *port)
{
	struct sockaddr_in at = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(at);
	int listener = socket(AF_INET, SOCK_STREAM, 0);
	pid_t child;

	bind(listener, (struct sockaddr *) &at, sizeof(at));
	listen(listener, 4);
	getsockname(listener, (struct sockaddr *) &at, &len);
	*port = ntohs(at.sin_port);
	child = fork();
	if (child == 0) {
		serve(listener);
	}
	close(listener);
	return child;
}

/* ---- cases ---- */

static bool set(ssmtp_client *client, int id, const char *text, int64_t number)
{
	ssmtp_value value = { text != NULL ? SSMTP_VALUE_STRING : SSMTP_VALUE_INT, number,
		text != NULL ? ssmtp_slice_str(text) : SSMTP_SLICE_EMPTY };
	ssmtp_error error = { 0 };

	return ssmtp_client_set(client, id, 0, &value, &error);
}

static bool set_secret(ssmtp_client *client, int id)
{
	char text[NEEDLE_LEN + 1];
	bool ok;

	needle_plain(text);
	ok = set(client, id, text, 0);
	ssmtp_wipe(text, sizeof(text));
	return ok;
}

static void config_token(ssmtp_client *client)
{
	char line[128] = "AuthorizationIdentity=";
	ssmtp_error error = { 0 };
	ssmtp_buf out;

	ssmtp_buf_init(&out, 256);
	needle_plain(line + strlen(line));
	CHECK(ssmtp_client_config(client, ssmtp_slice_str(line), &out, &error), "%s", error.text);
	ssmtp_wipe(line, sizeof(line));
	ssmtp_buf_free(&out);
}

static bool perform(ssmtp_client *client, ssmtp_operation operation)
{
	char text[NEEDLE_LEN + 1];
	ssmtp_error error = { 0 };

	CHECK(ssmtp_client_begin(client, operation, SSMTP_SLICE_EMPTY, &error), "%s", error.text);
	for (;;) {
		switch (ssmtp_client_step(client)) {
		case SSMTP_STEP_WAIT:
			ssmtp_client_wait(client);
			break;
		case SSMTP_STEP_EVENT:
			break;
		case SSMTP_STEP_TOKEN:
			needle_plain(text);
			ssmtp_client_give_token(client, ssmtp_slice_str(text));
			ssmtp_wipe(text, sizeof(text));
			break;
		case SSMTP_STEP_DONE:
			return true;
		case SSMTP_STEP_FAILED:
			CHECK(false, "%s", ssmtp_client_error(client)->text);
			return false;
		}
	}
}

/* A library may have to be there: the row is passed over without it. */
#ifdef HAVE_LIBGSASL
#define HAS_GSASL true
#else
#define HAS_GSASL false
#endif

static const struct {
	const char *name;
	int mechanism;
	enum { BY_PASSWORD, BY_SETTING, BY_PROVIDER } by;
	bool needs_gsasl;
	bool library_copies;
} cases[] = {
	{ "LOGIN", 0, BY_PASSWORD, false, false },
	{ "PLAIN", 4, BY_PASSWORD, false, false },
	{ "XOAUTH2", 7, BY_SETTING, false, false },
	{ "XOAUTH2, provider", 7, BY_PROVIDER, false, false },
	{ "OAUTHBEARER, provider", 10, BY_PROVIDER, false, false },
	{ "XOAUTH2, password", 7, BY_PASSWORD, false, false },
	{ "CRAM-MD5", 1, BY_PASSWORD, false, false },
	{ "NTLM", 2, BY_PASSWORD, true, false },
	{ "DIGEST-MD5", 5, BY_PASSWORD, true, true },
	{ "SCRAM-SHA-1", 8, BY_PASSWORD, true, true },
	{ "SCRAM-SHA-256", 9, BY_PASSWORD, true, true },
};

static void test_log_in(size_t row, int port)
{
	ssmtp_error error = { 0 };
	ssmtp_client *client;
	char user[16];

	if (cases[row].needs_gsasl && !HAS_GSASL) {
		SKIP("%s: built without GNU SASL", cases[row].name);
		return;
	}
	client = ssmtp_client_new(NULL, &error);
	snprintf(user, sizeof(user), "u%zu", row + 1);
	needle_make((unsigned) row + 1);
	count_whole = cases[row].library_copies;
	CHECK(count_secret() == 0);
	CHECK(set(client, SSMTP_ID_MAIL_SERVER, "127.0.0.1", 0) && set(client, SSMTP_ID_MAIL_PORT, NULL, port)
		  && set(client, SSMTP_ID_USER, user, 0) && set(client, SSMTP_ID_AUTH_MECHANISM, NULL, cases[row].mechanism));
	ssmtp_client_listen(client, ~0u);
	if (cases[row].by == BY_PASSWORD) {
		CHECK(set_secret(client, SSMTP_ID_PASSWORD));
		CHECK(count_secret() > 0, "%s: the search finds nothing", cases[row].name);
	} else if (cases[row].by == BY_SETTING) {
		config_token(client);
	} else {
		ssmtp_client_provide_tokens(client, true);
	}
	CHECK(perform(client, SSMTP_OP_CONNECT));
	if (cases[row].by == BY_PROVIDER) {
		CHECK(count_secret() == 0, "%s: %u copies while connected", cases[row].name, count_secret());
	} else if (cases[row].by == BY_PASSWORD) {
		CHECK(set(client, SSMTP_ID_PASSWORD, "another", 0) && count_secret() == 0,
			"%s: %u copies after it was replaced", cases[row].name, count_secret());
	}
	CHECK(perform(client, SSMTP_OP_DISCONNECT));
	ssmtp_client_free(&client);
	CHECK(count_secret() == 0, "%s: %u copies after the end", cases[row].name, count_secret());
}

/* Passwords of stores, keys and proxies: set, read, replaced, released. */
static void test_settings(void)
{
	static const int ids[] = { SSMTP_ID_PASSWORD, SSMTP_ID_CERT_STORE_PASSWORD, SSMTP_ID_SSL_CERT_STORE_PASSWORD,
		SSMTP_ID_FIREWALL_PASSWORD };
	ssmtp_error error = { 0 };
	ssmtp_client *client = ssmtp_client_new(NULL, &error);
	ssmtp_value value;

	needle_make(100);
	for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++) {
		CHECK(set_secret(client, ids[i]));
		CHECK(ssmtp_client_get(client, ids[i], 0, &value, &error) && value.text.len == NEEDLE_LEN);
		CHECK(count_secret() > 0);
		CHECK(set(client, ids[i], "other", 0));
		CHECK(ssmtp_client_get(client, ids[i], 0, &value, &error) && value.text.len == 5);
		/* Those set before still hold theirs. */
		CHECK(count_secret() == i, "setting %d: %u copies", ids[i], count_secret());
		CHECK(set_secret(client, ids[i]));
	}
	ssmtp_client_free(&client);
	CHECK(count_secret() == 0, "%u copies", count_secret());
}

/* ---- mechanisms that keep the password in a library ---- */

/* What the exchange is made to see until it has used the password; the library refuses it or not. */
static const struct {
	const char *name, *challenges[3];
	bool hashed; /* the library keeps a digest only */
} mechanisms[] = {
	{ "CRAM-MD5", { "<1896.697170952@postoffice.example.net>" }, false },
	{ "SCRAM-SHA-1", { NULL, "r=%sx,s=QSXCR+Q6sek8bf92,i=4096" }, false },
	{ "SCRAM-SHA-256", { NULL, "r=%sx,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096" }, false },
	{ "DIGEST-MD5", { "realm=\"x\",nonce=\"OA6MG9tEQGm2hh\",qop=\"auth\",algorithm=md5-sess,charset=utf-8" }, false },
	{ "NTLM", { NULL }, true },
};

static ssmtp_sasl_factory mechanism_factory(const char *name)
{
	for (size_t i = 0; i < ssmtp_sasl_crypto_row_count; i++) {
		if (strcmp(ssmtp_sasl_crypto_rows[i].name, name) == 0) {
			return ssmtp_sasl_crypto_rows[i].factory;
		}
	}
	return sasl_mechanism(name);
}

static ssmtp_sasl *mechanism_new(const char *name, ssmtp_error *error)
{
	char text[NEEDLE_LEN + 1];
	ssmtp_sasl_factory factory = mechanism_factory(name);
	ssmtp_sasl_credentials credentials = { .user = SSMTP_SLICE("alice"),
		.host = SSMTP_SLICE("mx.example.com"),
		.port = 25,
		.hmac_md5 = ssmtp_hmac_md5 };
	ssmtp_sasl *sasl;

	needle_plain(text);
	credentials.password = ssmtp_slice_of(text, NEEDLE_LEN);
	sasl = factory == NULL ? NULL : factory(&credentials, error);
	ssmtp_wipe(text, sizeof(text));
	return sasl;
}

/* The nonce of SCRAM's first message, which the answer must begin with. */
static void mechanism_nonce(ssmtp_slice response, char out[128])
{
	const char *text = (const char *) response.ptr;
	const char *nonce = text == NULL ? NULL : strstr(text, ",r=");

	snprintf(out, 128, "%s", nonce == NULL ? "" : nonce + 3);
}

static void test_mechanism(size_t row)
{
	ssmtp_error error = { 0 };
	char nonce[128] = "", challenge[512];
	ssmtp_buf response;
	ssmtp_sasl *sasl;

	needle_make(200 + (unsigned) row);
	/* What the library gives back to malloc() unwiped lacks its first octets: only whole copies are ours. */
	count_whole = strcmp(mechanisms[row].name, "CRAM-MD5") != 0;
	CHECK(count_secret() == 0);
	sasl = mechanism_new(mechanisms[row].name, &error);
	if (sasl == NULL) {
		SKIP("%s: %s", mechanisms[row].name, error.text);
		return;
	}
	CHECK(mechanisms[row].hashed || count_secret() > 0, "%s: the search finds nothing", mechanisms[row].name);
	ssmtp_buf_init_secret(&response, 65536);
	for (size_t i = 0; i < 2 && (i == 0 || mechanisms[row].challenges[i] != NULL); i++) {
		const char *text = mechanisms[row].challenges[i];

		snprintf(challenge, sizeof(challenge), text == NULL ? "" : text, nonce);
		ssmtp_buf_clear(&response);
		CHECK(sasl->vtable->step(sasl, text == NULL ? SSMTP_SLICE_EMPTY : ssmtp_slice_str(challenge), &response, &error)
				  != SSMTP_SASL_FAILED,
			"%s step %zu: %s", mechanisms[row].name, i, error.text);
		(void) ssmtp_buf_cstr(&response);
		mechanism_nonce(ssmtp_buf_slice(&response), nonce);
	}
	ssmtp_sasl_free(&sasl);
	ssmtp_buf_free(&response);
	CHECK(count_secret() == 0, "%s: %u copies after the end", mechanisms[row].name, count_secret());
	count_whole = false;
}

/* ---- the content key ---- */

/* What finished calls left below the caller's frame, bits turned. */
static unsigned char dead_stack[1 << 16];

static __attribute__((noinline)) void dead_stack_copy(void)
{
	const volatile unsigned char *at = (const volatile unsigned char *) __builtin_frame_address(0) - sizeof(dead_stack);

	for (size_t i = 0; i < sizeof(dead_stack) - 512; i++) {
		dead_stack[i] = at[i] ^ 0x5a;
	}
}

/* The octets that were encrypted to the key, as the first OCTET STRING of its length. */
static size_t content_key_of(EVP_PKEY *key, ssmtp_slice der, unsigned char out[256])
{
	static const unsigned char header[] = { 0x04, 0x82, 0x01, 0x00 };
	EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(key, NULL);
	size_t len = 256;

	for (size_t at = 0; at + sizeof(header) + 256 <= der.len; at++) {
		if (memcmp(der.ptr + at, header, sizeof(header)) == 0 && EVP_PKEY_decrypt_init(context) == 1
			&& EVP_PKEY_decrypt(context, out, &len, der.ptr + at + sizeof(header), 256) == 1) {
			EVP_PKEY_CTX_free(context);
			return len;
		}
	}
	EVP_PKEY_CTX_free(context);
	return 0;
}

/* The key of a message is in no frame that has ended, nor on the heap once its cipher went. */
static void test_content_key(void)
{
	ssmtp_error error = { 0 };
	pki_cert bob = pki_make(NULL, &(pki_spec) { .name = "bob", .usage = "emailProtection", .rsa_bits = 2048 });
	ssmtp_certificate *certificate = ssmtp_certificate_new_x509(bob.x509, &error);
	ssmtp_certificate *const certificates[] = { certificate };
	ssmtp_recipient_certs recipients = { (void *) certificates, 1 };
	const ssmtp_smime_cipher *cipher = ssmtp_smime_cipher_find(SSMTP_SLICE("AESCBC256"), &error);
	unsigned char key[256];
	EVP_CIPHER_CTX *context;
	unsigned on_stack = 0;
	ssmtp_buf der;
	size_t len;

	ssmtp_buf_init(&der, 1 << 20);
	context = ssmtp_keytrans_new(&recipients, cipher, &der, &error);
	dead_stack_copy();
	CHECK(context != NULL, "%s", error.text);
	len = content_key_of(bob.key, ssmtp_buf_slice(&der), key);
	CHECK(len == 32, "%zu octets", len);
	for (size_t at = 0; at + len <= sizeof(dead_stack); at++) {
		size_t k = 0;

		while (k < len && (dead_stack[at + k] ^ 0x5a) == key[k]) {
			k++;
		}
		on_stack += k == len;
	}
	CHECK(on_stack == 0, "%u copies on the stack", on_stack);
	for (size_t i = 0; i < len; i++) {
		key[i] ^= 0x5a;
	}
	CHECK(count_in_memory(key, len) > 0, "the search finds nothing");
	EVP_CIPHER_CTX_free(context);
	CHECK(count_in_memory(key, len) == 0, "%u copies on the heap", count_in_memory(key, len));
	ssmtp_buf_free(&der);
	ssmtp_certificate_free(&certificate);
	pki_free(&bob);
}

static void test_all(void)
{
	int port;
	pid_t server = server_start(&port);

	test_settings();
	test_content_key();
	for (size_t i = 0; i < sizeof(mechanisms) / sizeof(mechanisms[0]); i++) {
		test_mechanism(i);
	}
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		test_log_in(i, port);
	}
	kill(server, SIGTERM);
	waitpid(server, NULL, 0);
}

/* A sanitizer's shadow memory is terabytes of nothing. */
#if defined(__SANITIZE_ADDRESS__)
#define SEARCHABLE false
#elif defined(__has_feature)
#define SEARCHABLE (!__has_feature(address_sanitizer))
#else
#define SEARCHABLE true
#endif

int main(void)
{
	if (!SEARCHABLE) {
		SKIP("secrets: the memory of a sanitized process cannot be searched");
		return unit_summary("secrets");
	}
	test_all();
	return unit_summary("secrets");
}
