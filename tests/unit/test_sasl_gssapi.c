/* crypto/sasl_gssapi against an MIT KDC and GSS-API's acceptor, both started
 * here in a folder of their own. */
#include "unit.h"

#ifdef HAVE_KRB5_GSSAPI

#include <arpa/inet.h>
#include <gssapi/gssapi.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "crypto/sasl_crypto.h"

static char folder[] = "/tmp/ssmtp-kdc-XXXXXX";
static pid_t kdc;

static unsigned free_port(void)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(address);
	int fd = socket(AF_INET, SOCK_DGRAM, 0);

	bind(fd, (struct sockaddr *) &address, len);
	getsockname(fd, (struct sockaddr *) &address, &len);
	close(fd);
	return ntohs(address.sin_port);
}

static void put_file(const char *name, const char *format, unsigned port)
{
	char path[128];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	file = fopen(path, "w");
	fprintf(file, format, folder, port, folder, folder);
	fclose(file);
}

static void set_path(const char *variable, const char *prefix, const char *name)
{
	char value[160];

	snprintf(value, sizeof(value), "%s%s/%s", prefix, folder, name);
	setenv(variable, value, 1);
}

static bool run(const char *format)
{
	char command[1024];

	snprintf(command, sizeof(command), format, folder, folder, folder);
	return system(command) == 0;
}

static bool kdc_start(void)
{
	unsigned port = free_port();

	put_file("krb5.conf",
		"# %s\n[libdefaults]\ndefault_realm = EXAMPLE.TEST\ndns_lookup_kdc = false\ndns_lookup_realm = false\nrdns = "
		"false\n"
		"dns_canonicalize_hostname = false\n[realms]\nEXAMPLE.TEST = {\nkdc = 127.0.0.1:%u\n}\n[domain_realm]\n"
		"mx.example.test = EXAMPLE.TEST\n# %s %s\n",
		port);
	put_file("kdc.conf",
		"# %s\n[kdcdefaults]\nkdc_ports = %u\nkdc_tcp_ports = \"\"\n[realms]\nEXAMPLE.TEST = {\ndatabase_name = "
		"%s/principal\n"
		"key_stash_file = %s/stash\n}\n",
		port);
	set_path("KRB5_CONFIG", "", "krb5.conf");
	set_path("KRB5_KDC_PROFILE", "", "kdc.conf");
	set_path("KRB5_KTNAME", "FILE:", "keytab");
	set_path("KRB5CCNAME", "FILE:", "cache");
	if (!run("/usr/sbin/kdb5_util create -s -P master -r EXAMPLE.TEST >%s/log 2>&1") ||
		!run("/usr/sbin/kadmin.local -q 'addprinc -pw wonderland alice' >>%s/log 2>&1") ||
		!run("/usr/sbin/kadmin.local -q 'addprinc -randkey smtp/mx.example.test' >>%s/log 2>&1") ||
		!run("/usr/sbin/kadmin.local -q 'ktadd -k %s/keytab smtp/mx.example.test' >>%s/log 2>&1")) {
		return false;
	}
	kdc = fork();
	if (kdc == 0) {
		char log[80];

		snprintf(log, sizeof(log), "%s/kdc.log", folder);
		if (freopen(log, "w", stdout) != NULL && freopen(log, "w", stderr) != NULL) {
			execl("/usr/sbin/krb5kdc", "krb5kdc", "-n", (char *) NULL);
		}
		_exit(127);
	}
	return true;
}

static ssmtp_sasl *client_new(const char *password, const char *authzid, ssmtp_error *error)
{
	ssmtp_sasl_credentials credentials = { .user = SSMTP_SLICE("alice"),
		.password = ssmtp_slice_str(password),
		.authzid = ssmtp_slice_str(authzid),
		.host = SSMTP_SLICE("mx.example.test") };

	for (size_t i = 0; i < ssmtp_sasl_crypto_row_count; i++) {
		if (strcmp(ssmtp_sasl_crypto_rows[i].name, "GSSAPI") == 0) {
			return ssmtp_sasl_crypto_rows[i].factory(&credentials, error);
		}
	}
	return NULL;
}

/* The KDC needs a moment until its port answers: ask again, for 10 s at most. */
static ssmtp_sasl *client_new_patient(const char *password, const char *authzid, ssmtp_error *error)
{
	ssmtp_sasl *client = NULL;

	for (int i = 0; i < 50 && client == NULL; i++) {
		nanosleep(&(struct timespec){ .tv_nsec = i == 0 ? 0 : 200000000 }, NULL);
		ssmtp_error_clear(error);
		client = client_new(password, authzid, error);
	}
	return client;
}

/* Acceptor's token for the client's; the context comes back for wrap and unwrap. */
static bool accept_token(gss_ctx_id_t *context, ssmtp_buf *token)
{
	gss_buffer_desc input = { ssmtp_buf_len(token), token->data + token->start };
	gss_buffer_desc output = GSS_C_EMPTY_BUFFER;
	OM_uint32 minor;
	OM_uint32 major = gss_accept_sec_context(
		&minor, context, GSS_C_NO_CREDENTIAL, &input, GSS_C_NO_CHANNEL_BINDINGS, NULL, NULL, &output, NULL, NULL, NULL);

	ssmtp_buf_clear(token);
	ssmtp_buf_append(token, output.value, output.length);
	gss_release_buffer(&minor, &output);
	return major == GSS_S_COMPLETE;
}

static void wrap(gss_ctx_id_t context, const void *octets, size_t len, ssmtp_buf *token)
{
	gss_buffer_desc plain = { len, (void *) (uintptr_t) octets };
	gss_buffer_desc wrapped = GSS_C_EMPTY_BUFFER;
	OM_uint32 minor;

	ssmtp_buf_clear(token);
	CHECK(gss_wrap(&minor, context, 0, GSS_C_QOP_DEFAULT, &plain, NULL, &wrapped) == GSS_S_COMPLETE);
	ssmtp_buf_append(token, wrapped.value, wrapped.length);
	gss_release_buffer(&minor, &wrapped);
}

static void check_last(gss_ctx_id_t context, ssmtp_buf *token, const char *authzid)
{
	gss_buffer_desc wrapped = { ssmtp_buf_len(token), token->data + token->start };
	gss_buffer_desc plain = GSS_C_EMPTY_BUFFER;
	OM_uint32 minor;

	CHECK(gss_unwrap(&minor, context, &wrapped, &plain, NULL, NULL) == GSS_S_COMPLETE);
	CHECK(plain.length == 4 + strlen(authzid) && memcmp(plain.value, "\1\0\0\0", 4) == 0);
	CHECK(memcmp((char *) plain.value + 4, authzid, strlen(authzid)) == 0);
	gss_release_buffer(&minor, &plain);
}

/* layers: the four octets of RFC 4752 section 3.1, or whatever a server sends there. */
static void exchange(const char *password, const char *authzid, const char *layers, size_t len, bool accepted)
{
	ssmtp_error error = { 0 };
	ssmtp_sasl *client = client_new_patient(password, authzid, &error);
	gss_ctx_id_t context = GSS_C_NO_CONTEXT;
	ssmtp_buf token, answer;
	OM_uint32 minor;

	CHECK(client != NULL, "%s", error.text);
	if (client == NULL) {
		return;
	}
	ssmtp_buf_init(&token, 65536);
	ssmtp_buf_init(&answer, 65536);
	CHECK(client->vtable->step(client, SSMTP_SLICE_EMPTY, &token, &error) == SSMTP_SASL_CONTINUE, "%s", error.text);
	CHECK(accept_token(&context, &token));
	CHECK(client->vtable->step(client, ssmtp_buf_slice(&token), &answer, &error) == SSMTP_SASL_CONTINUE, "%s",
		error.text);
	CHECK(ssmtp_buf_len(&answer) == 0 && !client->vtable->complete(client));
	wrap(context, layers, len, &token);
	if (accepted) {
		CHECK(client->vtable->step(client, ssmtp_buf_slice(&token), &answer, &error) == SSMTP_SASL_DONE, "%s",
			error.text);
		CHECK(client->vtable->complete(client));
		check_last(context, &answer, authzid);
	} else {
		CHECK(client->vtable->step(client, ssmtp_buf_slice(&token), &answer, &error) == SSMTP_SASL_FAILED);
		CHECK(!client->vtable->complete(client) && strstr(error.text, "security layer") != NULL, "%s", error.text);
	}
	gss_delete_sec_context(&minor, &context, GSS_C_NO_BUFFER);
	ssmtp_buf_free(&answer);
	ssmtp_buf_free(&token);
	ssmtp_sasl_free(&client);
}

static void test_wrong_password(void)
{
	ssmtp_error error = { 0 };

	CHECK(client_new("looking glass", "", &error) == NULL);
	CHECK(error.code == 273 && strncmp(error.text, "GSSAPI: ", 8) == 0, "%d %s", error.code, error.text);
	CHECK(strstr(error.text, "looking") == NULL);
}

/* What the server wraps at the end is not from the context: it proves nothing. */
static void test_forged_offer(void)
{
	ssmtp_error error = { 0 };
	ssmtp_sasl *client = client_new("wonderland", "", &error);
	gss_ctx_id_t context = GSS_C_NO_CONTEXT;
	ssmtp_buf token;
	OM_uint32 minor;

	CHECK(client != NULL, "%s", error.text);
	ssmtp_buf_init(&token, 65536);
	client->vtable->step(client, SSMTP_SLICE_EMPTY, &token, &error);
	CHECK(accept_token(&context, &token));
	client->vtable->step(client, ssmtp_buf_slice(&token), &token, &error);
	CHECK(client->vtable->step(client, SSMTP_SLICE("\1\0\0\0"), &token, &error) == SSMTP_SASL_FAILED);
	CHECK(error.code == 161 && !client->vtable->complete(client), "%s", error.text);
	gss_delete_sec_context(&minor, &context, GSS_C_NO_BUFFER);
	ssmtp_buf_free(&token);
	ssmtp_sasl_free(&client);
}

int main(void)
{
	CHECK(mkdtemp(folder) != NULL);
	if (access("/usr/sbin/krb5kdc", X_OK) != 0 || access("/usr/sbin/kadmin.local", X_OK) != 0) {
		SKIP("GSSAPI: krb5kdc is not installed");
	} else if (kdc_start()) {
		exchange("wonderland", "", "\7\0\377\377", 4, true);
		exchange("wonderland", "queen", "\1\0\0\0", 4, true);
		exchange("wonderland", "", "\6\0\377\377", 4, false);
		exchange("wonderland", "", "\1\0\0", 3, false);
		test_wrong_password();
		test_forged_offer();
		kill(kdc, SIGTERM);
		waitpid(kdc, NULL, 0);
	} else {
		run("cat %s/log");
		CHECK(false, "the KDC cannot be set up");
	}
	run("rm -rf %s");
	return unit_summary("sasl_gssapi");
}

#else

int main(void)
{
	SKIP("GSSAPI: built without GSS-API");
	return unit_summary("sasl_gssapi");
}

#endif
