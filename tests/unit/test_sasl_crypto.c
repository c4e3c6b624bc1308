/* crypto/sasl_*: SCRAM and DIGEST-MD5 against GNU SASL's server side, NTLM
 * against the acceptor of gss-ntlmssp, GSSAPI without a ticket. */
#include <stdlib.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/base64.h"
#include "crypto/sasl_crypto.h"
#include "unit.h"

/* gss-ntlmssp 1.2 never releases what it fetches for MD4 (EVP_MD_fetch): not ours,
 * and only whole stacks show whose it is. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
	return "fast_unwind_on_malloc=0";
}
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:gssntlmssp.so\n";
}

static ssmtp_sasl_credentials alice(void)
{
	return (ssmtp_sasl_credentials){ .user = SSMTP_SLICE("alice"),
		.password = SSMTP_SLICE("wonder land"),
		.host = SSMTP_SLICE("mx.example.com"),
		.port = 587 };
}

static const ssmtp_sasl_row *row_find(const char *name)
{
	for (size_t i = 0; i < ssmtp_sasl_crypto_row_count; i++) {
		if (strcmp(ssmtp_sasl_crypto_rows[i].name, name) == 0) {
			return &ssmtp_sasl_crypto_rows[i];
		}
	}
	return NULL;
}

static void test_table(void)
{
	for (size_t i = 0; i < ssmtp_sasl_crypto_row_count; i++) {
		CHECK(ssmtp_sasl_crypto_rows[i].library != NULL);
	}
	CHECK(row_find("SCRAM-SHA-256") != NULL && row_find("NTLM") != NULL && row_find("GSSAPI") != NULL);
}

#ifdef HAVE_LIBGSASL
#include <gsasl.h>

typedef struct exchange {
	const char *mechanism;
	const char *password;   /* the server's */
	const char *iterations; /* NULL: 4096 */
	int tamper_step;        /* change this challenge (1 = first); 0: none */
	const char *tamper_from, *tamper_to;
	const char *server_exporter, *server_unique; /* octets of the server's binding */
	/* outcome */
	bool server_accepts;
	ssmtp_sasl_status client_status;
	bool client_complete;
	ssmtp_error error;
	char first[256]; /* client's first message */
} exchange;

static void set_base64(Gsasl_session *session, Gsasl_property property, const char *text)
{
	ssmtp_buf out;

	if (text != NULL) {
		ssmtp_buf_init(&out, 1000);
		ssmtp_base64_append(&out, ssmtp_slice_str(text));
		gsasl_property_set(session, property, ssmtp_buf_cstr(&out));
		ssmtp_buf_free(&out);
	}
}

static int server_callback(Gsasl *library, Gsasl_session *session, Gsasl_property property)
{
	const exchange *e = gsasl_callback_hook_get(library);

	switch (property) {
	case GSASL_PASSWORD:
		return gsasl_property_set(session, GSASL_PASSWORD, e->password);
	case GSASL_SCRAM_ITER:
		return gsasl_property_set(session, GSASL_SCRAM_ITER, e->iterations != NULL ? e->iterations : "4096");
	case GSASL_REALM:
		return gsasl_property_set(session, GSASL_REALM, "example.com");
	case GSASL_CB_TLS_EXPORTER:
		set_base64(session, property, e->server_exporter);
		return GSASL_OK;
	case GSASL_CB_TLS_UNIQUE:
		set_base64(session, property, e->server_unique);
		return GSASL_OK;
	default:
		return GSASL_NO_CALLBACK;
	}
}

/* Replaces tamper_from by tamper_to in the challenge. */
static void tamper(const exchange *e, ssmtp_buf *challenge)
{
	char *at = strstr((char *) (uintptr_t) ssmtp_buf_cstr(challenge), e->tamper_from);
	ssmtp_buf changed;

	CHECK(at != NULL, "%s not in %s", e->tamper_from, ssmtp_buf_cstr(challenge));
	if (at == NULL) {
		return;
	}
	ssmtp_buf_init(&changed, 1 << 20);
	ssmtp_buf_append(
		&changed, challenge->data + challenge->start, (size_t) (at - (char *) challenge->data) - challenge->start);
	ssmtp_buf_append_str(&changed, e->tamper_to);
	ssmtp_buf_append_str(&changed, at + strlen(e->tamper_from));
	ssmtp_buf_clear(challenge);
	ssmtp_buf_append_slice(challenge, ssmtp_buf_slice(&changed));
	ssmtp_buf_free(&changed);
}

/* One turn of the server; false when it refuses. */
static bool server_turn(exchange *e, Gsasl_session *server, ssmtp_buf *response, ssmtp_buf *challenge)
{
	char *out = NULL;
	size_t len = 0;
	int result = gsasl_step(server, ssmtp_buf_cstr(response), ssmtp_buf_len(response), &out, &len);

	ssmtp_buf_clear(challenge);
	if (result == GSASL_OK || result == GSASL_NEEDS_MORE) {
		ssmtp_buf_append(challenge, out, len);
		gsasl_free(out);
	}
	e->server_accepts = result == GSASL_OK;
	return result == GSASL_OK || result == GSASL_NEEDS_MORE;
}

static void exchange_loop(exchange *e, ssmtp_sasl *client, Gsasl_session *server)
{
	ssmtp_buf response, challenge;
	bool server_first = (client->vtable->flags & SSMTP_SASL_CLIENT_FIRST) == 0;

	ssmtp_buf_init(&response, 1 << 20);
	ssmtp_buf_init(&challenge, 1 << 20);
	if (server_first) {
		server_turn(e, server, &response, &challenge);
	}
	for (int turn = 1; turn < 8; turn++) {
		ssmtp_slice given = ssmtp_buf_slice(&challenge);

		ssmtp_buf_clear(&response);
		e->client_status =
			client->vtable->step(client, turn == 1 && !server_first ? SSMTP_SLICE_EMPTY : given, &response, &e->error);
		if (turn == 1) {
			snprintf(e->first, sizeof(e->first), "%s", ssmtp_buf_cstr(&response));
		}
		if (e->client_status == SSMTP_SASL_FAILED || e->server_accepts ||
			!server_turn(e, server, &response, &challenge)) {
			break;
		}
		if (e->tamper_step == turn) {
			tamper(e, &challenge);
		}
		if (e->server_accepts && ssmtp_buf_len(&challenge) == 0) {
			break;
		}
	}
	e->client_complete = client->vtable->complete(client);
	ssmtp_buf_free(&challenge);
	ssmtp_buf_free(&response);
}

static bool exchange_run(exchange *e, const ssmtp_sasl_credentials *credentials)
{
	ssmtp_sasl *client = row_find(e->mechanism)->factory(credentials, &e->error);
	Gsasl *library = NULL;
	Gsasl_session *server = NULL;

	if (client == NULL) {
		return false;
	}
	gsasl_init(&library);
	gsasl_callback_set(library, server_callback);
	gsasl_callback_hook_set(library, e);
	if (e->password == NULL) {
		e->password = "wonder land";
	}
	CHECK(gsasl_server_start(library, e->mechanism, &server) == GSASL_OK);
	gsasl_property_set(server, GSASL_SERVICE, "smtp");
	gsasl_property_set(server, GSASL_HOSTNAME, "mx.example.com");
	exchange_loop(e, client, server);
	gsasl_finish(server);
	gsasl_done(library);
	ssmtp_sasl_free(&client);
	return true;
}

static const char *const mechanisms[] = { "SCRAM-SHA-1", "SCRAM-SHA-256", "DIGEST-MD5" };

static void test_accepted(void)
{
	for (size_t i = 0; i < sizeof(mechanisms) / sizeof(mechanisms[0]); i++) {
		exchange e = { .mechanism = mechanisms[i] };
		ssmtp_sasl_credentials credentials = alice();

		CHECK(exchange_run(&e, &credentials), "%s", e.error.text);
		CHECK(e.server_accepts && e.client_complete, "%s: %s", mechanisms[i], e.error.text);
		CHECK(strstr(e.first, "wonder") == NULL);
	}
}

static void test_wrong_password(void)
{
	for (size_t i = 0; i < sizeof(mechanisms) / sizeof(mechanisms[0]); i++) {
		exchange e = { .mechanism = mechanisms[i], .password = "looking glass" };
		ssmtp_sasl_credentials credentials = alice();

		CHECK(exchange_run(&e, &credentials));
		CHECK(!e.server_accepts && !e.client_complete, "%s", mechanisms[i]);
		CHECK(strstr(e.error.text, "wonder") == NULL);
	}
}

static const struct {
	const char *mechanism;
	const char *iterations;
	int step;
	const char *from, *to;
} hostile[] = {
	{ "SCRAM-SHA-256", "4095", 0, NULL, NULL },
	{ "SCRAM-SHA-256", "1", 0, NULL, NULL },
	{ "SCRAM-SHA-1", NULL, 1, ",i=4096", ",i=1000001" },
	{ "SCRAM-SHA-1", NULL, 1, ",i=4096", ",i=99999999999999999999" },
	{ "SCRAM-SHA-1", NULL, 1, ",i=4096", ",i=-4096" },
	{ "SCRAM-SHA-1", NULL, 1, ",i=4096", "" },
	{ "SCRAM-SHA-1", NULL, 1, ",i=4096", ",i=" },
	{ "SCRAM-SHA-256", NULL, 1, "r=", "r=!" },
	{ "SCRAM-SHA-256", NULL, 1, "r=", "m=x,r=" },
	{ "SCRAM-SHA-256", NULL, 2, "v=", "v=AA" },
	{ "SCRAM-SHA-256", NULL, 2, "v=", "e=" },
	{ "SCRAM-SHA-1", NULL, 2, "v=", "x=" },
	{ "DIGEST-MD5", NULL, 1, "rspauth=", "rspauth=0" },
};

static void test_hostile(void)
{
	for (size_t i = 0; i < sizeof(hostile) / sizeof(hostile[0]); i++) {
		exchange e = { .mechanism = hostile[i].mechanism,
			.iterations = hostile[i].iterations,
			.tamper_step = hostile[i].step,
			.tamper_from = hostile[i].from,
			.tamper_to = hostile[i].to };
		ssmtp_sasl_credentials credentials = alice();

		CHECK(exchange_run(&e, &credentials));
		CHECK(e.client_status == SSMTP_SASL_FAILED && !e.client_complete, "row %zu", i);
		CHECK(e.error.kind == SSMTP_ERROR_AUTH && e.error.code == 161, "row %zu: %d %s", i, e.error.code, e.error.text);
		CHECK(strstr(e.error.text, "wonder") == NULL);
	}
}

static const struct {
	const char *mechanism;
	const char *exporter, *unique; /* the client's */
	const char *server_exporter, *server_unique;
	const char *first; /* how the client's first message begins */
	bool accepted;
} bindings[] = {
	{ "SCRAM-SHA-256-PLUS", "exporter octets", NULL, "exporter octets", NULL, "p=tls-exporter,,", true },
	{ "SCRAM-SHA-1-PLUS", "exporter octets", NULL, "exporter octets", NULL, "p=tls-exporter,,", true },
	{ "SCRAM-SHA-256-PLUS", NULL, "unique octets", NULL, "unique octets", "p=tls-unique,,", true },
	{ "SCRAM-SHA-256-PLUS", "exporter octets", "unique octets", "exporter octets", NULL, "p=tls-exporter,,", true },
	{ "SCRAM-SHA-256-PLUS", "exporter octets", NULL, "another channel", NULL, "p=tls-exporter,,", false },
	{ "SCRAM-SHA-1-PLUS", NULL, "unique octets", NULL, "another channel", "p=tls-unique,,", false },
};

static void test_bindings(void)
{
	for (size_t i = 0; i < sizeof(bindings) / sizeof(bindings[0]); i++) {
		exchange e = { .mechanism = bindings[i].mechanism,
			.server_exporter = bindings[i].server_exporter,
			.server_unique = bindings[i].server_unique };
		ssmtp_sasl_credentials credentials = alice();

		credentials.tls_exporter = ssmtp_slice_str(bindings[i].exporter);
		credentials.tls_unique = ssmtp_slice_str(bindings[i].unique);
		CHECK(exchange_run(&e, &credentials), "%s", e.error.text);
		CHECK(strncmp(e.first, bindings[i].first, strlen(bindings[i].first)) == 0, "row %zu: %s", i, e.first);
		CHECK(e.server_accepts == bindings[i].accepted && e.client_complete == bindings[i].accepted, "row %zu: %s", i,
			e.error.text);
	}
}

static void test_values(void)
{
	ssmtp_error error = { 0 };
	exchange e = { .mechanism = "SCRAM-SHA-256" };
	ssmtp_sasl_credentials credentials = alice();

	CHECK(row_find("SCRAM-SHA-256-PLUS")->factory(&credentials, &error) == NULL);
	CHECK(error.code == 211, "%d", error.code);
	ssmtp_error_clear(&error);
	credentials.password = SSMTP_SLICE("a\0b");
	CHECK(row_find("SCRAM-SHA-256")->factory(&credentials, &error) == NULL);
	CHECK(error.code == 10022);
	/* RFC 5802 section 5.1: a= names the authorization identity; "n": we support no binding. */
	credentials = alice();
	credentials.authzid = SSMTP_SLICE("queen");
	CHECK(exchange_run(&e, &credentials));
	CHECK(strncmp(e.first, "n,a=queen,n=alice,r=", 20) == 0, "%s", e.first);
}

/* Every allocation of ours fails once. GNU SASL's own go to malloc directly. */
static void test_memory(void)
{
	ssmtp_sasl_credentials credentials = alice();
	bool accepted = false;

	credentials.tls_exporter = SSMTP_SLICE("x");
	for (unsigned long n = 1; n < 200 && !accepted; n++) {
		ssmtp_error error = { 0 };
		ssmtp_buf response;
		ssmtp_sasl *client;

		ssmtp_buf_init(&response, 65536);
		ssmtp_alloc_fail_at(n);
		client = row_find("SCRAM-SHA-256-PLUS")->factory(&credentials, &error);
		if (client != NULL) {
			accepted = client->vtable->step(client, SSMTP_SLICE_EMPTY, &response, &error) == SSMTP_SASL_CONTINUE;
		}
		ssmtp_alloc_fail_at(0);
		CHECK(accepted || error.kind == SSMTP_ERROR_NOMEM, "n=%lu %s", n, error.text);
		if (client != NULL) {
			ssmtp_sasl_free(&client);
		}
		ssmtp_buf_free(&response);
	}
	CHECK(accepted);
}
#endif

#ifdef HAVE_KRB5_GSSAPI
#include <gssapi/gssapi.h>
#include <gssapi/gssapi_ext.h>

static char folder[] = "/tmp/ssmtp-sasl-XXXXXX";
static char users_file[64];

static void set_up_gss(void)
{
	char cache[80];
	FILE *users;

	CHECK(mkdtemp(folder) != NULL);
	snprintf(users_file, sizeof(users_file), "%s/users", folder);
	snprintf(cache, sizeof(cache), "FILE:%s/no-cache", folder);
	users = fopen(users_file, "w");
	fputs("EXAMPLE:alice:wonder land\n", users);
	fclose(users);
	setenv("NTLM_USER_FILE", users_file, 1);
	setenv("KRB5CCNAME", cache, 1);
	setenv("KRB5_CONFIG", "/dev/null", 1);
	unsetenv("LM_COMPAT_LEVEL");
}

static void tear_down_gss(void)
{
	unlink(users_file);
	rmdir(folder);
}

/* One acceptor turn; true while no error. */
static bool acceptor_turn(gss_ctx_id_t *context, ssmtp_buf *token, bool *complete)
{
	gss_buffer_desc input = { ssmtp_buf_len(token), token->data + token->start };
	gss_buffer_desc output = GSS_C_EMPTY_BUFFER;
	gss_name_t name = GSS_C_NO_NAME;
	OM_uint32 minor;
	OM_uint32 major = gss_accept_sec_context(&minor, context, GSS_C_NO_CREDENTIAL, &input, GSS_C_NO_CHANNEL_BINDINGS,
		&name, NULL, &output, NULL, NULL, NULL);

	ssmtp_buf_clear(token);
	if (!GSS_ERROR(major)) {
		ssmtp_buf_append(token, output.value, output.length);
	}
	*complete = major == GSS_S_COMPLETE;
	gss_release_buffer(&minor, &output);
	gss_release_name(&minor, &name);
	return !GSS_ERROR(major);
}

static bool ntlm_run(ssmtp_slice user, ssmtp_slice password, bool *version2)
{
	ssmtp_error error = { 0 };
	ssmtp_sasl_credentials credentials = alice();
	gss_ctx_id_t acceptor = GSS_C_NO_CONTEXT;
	bool accepted = false;
	ssmtp_sasl *client;
	ssmtp_buf token;
	OM_uint32 minor;

	credentials.user = user;
	credentials.password = password;
	credentials.ntlm_v2 = true;
	client = row_find("NTLM")->factory(&credentials, &error);
	CHECK(client != NULL, "%s", error.text);
	if (client == NULL) {
		return false;
	}
	ssmtp_buf_init(&token, 65536);
	CHECK(client->vtable->step(client, SSMTP_SLICE_EMPTY, &token, &error) == SSMTP_SASL_CONTINUE, "%s", error.text);
	CHECK(ssmtp_buf_len(&token) >= 12 && memcmp(token.data + token.start, "NTLMSSP\0\1\0\0\0", 12) == 0);
	CHECK(acceptor_turn(&acceptor, &token, &accepted));
	CHECK(memcmp(token.data + token.start, "NTLMSSP\0\2\0\0\0", 12) == 0);
	{
		ssmtp_buf answer;

		ssmtp_buf_init(&answer, 65536);
		CHECK(client->vtable->step(client, ssmtp_buf_slice(&token), &answer, &error) == SSMTP_SASL_DONE, "%s",
			error.text);
		CHECK(memcmp(answer.data + answer.start, "NTLMSSP\0\3\0\0\0", 12) == 0);
		/* NtChallengeResponseLen ([MS-NLMP] 2.2.1.3): 24 is version 1. */
		*version2 = (answer.data + answer.start)[20] != 24 || (answer.data + answer.start)[21] != 0;
		acceptor_turn(&acceptor, &answer, &accepted);
		ssmtp_buf_free(&answer);
	}
	gss_delete_sec_context(&minor, &acceptor, GSS_C_NO_BUFFER);
	ssmtp_buf_free(&token);
	ssmtp_sasl_free(&client);
	return accepted;
}

static void test_ntlm(void)
{
	ssmtp_error error = { 0 };
	ssmtp_sasl_credentials credentials = alice();
	ssmtp_sasl *probe = row_find("NTLM")->factory(&credentials, &error);
	bool version2 = false;

	if (probe == NULL) {
		CHECK(error.code == 273 && strstr(error.text, "gss-ntlmssp") != NULL, "%s", error.text);
		SKIP("NTLM: %s", error.text);
		return;
	}
	ssmtp_sasl_free(&probe);
	CHECK(ntlm_run(SSMTP_SLICE("EXAMPLE\\alice"), SSMTP_SLICE("wonder land"), &version2));
	CHECK(version2);
	CHECK(!ntlm_run(SSMTP_SLICE("EXAMPLE\\alice"), SSMTP_SLICE("looking glass"), &version2));
	CHECK(version2);
	setenv("LM_COMPAT_LEVEL", "1", 1);
	credentials.ntlm_v2 = true;
	CHECK(row_find("NTLM")->factory(&credentials, &error) == NULL);
	CHECK(error.code == 273 && strstr(error.text, "LM_COMPAT_LEVEL") != NULL, "%s", error.text);
	unsetenv("LM_COMPAT_LEVEL");
}

static void test_ntlm_hostile(void)
{
	static const char *const challenges[] = { "", "x", "NTLMSSP", "NTLMSSP\1\2\3\4\5\6\7\10\11", "ntlm supported" };

	for (size_t i = 0; i < sizeof(challenges) / sizeof(challenges[0]); i++) {
		ssmtp_error error = { 0 };
		ssmtp_sasl_credentials credentials = alice();
		ssmtp_sasl *client = row_find("NTLM")->factory(&credentials, &error);
		ssmtp_buf response;

		if (client == NULL) {
			return;
		}
		ssmtp_buf_init(&response, 65536);
		client->vtable->step(client, SSMTP_SLICE_EMPTY, &response, &error);
		CHECK(client->vtable->step(client, ssmtp_slice_str(challenges[i]), &response, &error) == SSMTP_SASL_FAILED);
		CHECK(error.code == 161 && strncmp(error.text, "NTLM: ", 6) == 0, "%s", error.text);
		ssmtp_buf_free(&response);
		ssmtp_sasl_free(&client);
	}
}

static void test_gssapi_without_ticket(void)
{
	ssmtp_error error = { 0 };
	ssmtp_sasl_credentials credentials = alice();
	ssmtp_sasl *client;
	ssmtp_buf response;

	credentials.password = SSMTP_SLICE_EMPTY;
	client = row_find("GSSAPI")->factory(&credentials, &error);
	CHECK(client != NULL, "%s", error.text);
	ssmtp_buf_init(&response, 65536);
	CHECK(client->vtable->step(client, SSMTP_SLICE_EMPTY, &response, &error) == SSMTP_SASL_FAILED);
	CHECK(error.code == 161 && strncmp(error.text, "GSSAPI: ", 8) == 0, "%s", error.text);
	CHECK(!client->vtable->complete(client));
	ssmtp_buf_free(&response);
	ssmtp_sasl_free(&client);
}
#endif

int main(void)
{
	test_table();
#ifdef HAVE_LIBGSASL
	test_accepted();
	test_wrong_password();
	test_hostile();
	test_bindings();
	test_values();
	test_memory();
#else
	SKIP("SCRAM and DIGEST-MD5: built without GNU SASL");
#endif
#ifdef HAVE_KRB5_GSSAPI
	set_up_gss();
	test_ntlm();
	test_ntlm_hostile();
	test_gssapi_without_ticket();
	tear_down_gss();
#else
	SKIP("GSSAPI and NTLM: built without GSS-API");
#endif
	return unit_summary("sasl_crypto");
}
