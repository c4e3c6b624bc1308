/* An SMTP server with STARTTLS whose log-in is GNU SASL's server side, bound to the TLS channel:
 *     gsasl_server BUNDLE.pem "MECHANISM ..." FAULT
 * Prints its port, then what happened at each connection. Faults: "none"; "signature" changes the server's proof;
 * "early" says 235 instead of it; "cheap" and "dear" are iteration counts of 100 and 2000000; "binding" binds
 * another channel. Password of everybody: "secret". */
#include <arpa/inet.h>
#include <gsasl.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static SSL *tls;
static int connection;
static const char *fault;
static char line[16384];

static void say(const char *text)
{
	int len = (int) strlen(text);

	if ((tls != NULL ? SSL_write(tls, text, len) : (int) write(connection, text, (size_t) len)) != len) {
		printf("the client is gone\n");
	}
}

static int hear(void)
{
	size_t len = 0;
	char c;

	while (len < sizeof(line) - 1 && (tls != NULL ? SSL_read(tls, &c, 1) : (int) read(connection, &c, 1)) == 1) {
		if (c == '\n') {
			line[len > 0 && line[len - 1] == '\r' ? len - 1 : len] = '\0';
			return 1;
		}
		line[len++] = c;
	}
	return 0;
}

static int callback(Gsasl *library, Gsasl_session *session, Gsasl_property property)
{
	unsigned char octets[32];
	char *text;
	size_t len;

	(void) library;
	switch (property) {
	case GSASL_PASSWORD:
		return gsasl_property_set(session, property, "secret");
	case GSASL_SCRAM_ITER:
		if (strcmp(fault, "cheap") != 0 && strcmp(fault, "dear") != 0) {
			return GSASL_NO_CALLBACK;
		}
		return gsasl_property_set(session, property, fault[0] == 'c' ? "100" : "2000000");
	case GSASL_CB_TLS_EXPORTER:
		/* RFC 9266 section 2 */
		if (tls == NULL || SSL_version(tls) != TLS1_3_VERSION ||
			SSL_export_keying_material(tls, octets, sizeof(octets), "EXPORTER-Channel-Binding", 24, NULL, 0, 1) != 1) {
			return GSASL_NO_CALLBACK;
		}
		len = sizeof(octets);
		break;
	case GSASL_CB_TLS_UNIQUE:
		/* RFC 5929 section 3: the client's Finished of a full handshake. */
		if (tls == NULL || SSL_version(tls) != TLS1_2_VERSION) {
			return GSASL_NO_CALLBACK;
		}
		len = SSL_get_peer_finished(tls, octets, sizeof(octets));
		break;
	default:
		return GSASL_NO_CALLBACK;
	}
	octets[0] ^= strcmp(fault, "binding") == 0;
	gsasl_base64_to((char *) octets, len, &text, NULL);
	gsasl_property_set(session, property, text);
	free(text);
	return GSASL_OK;
}

/* What goes to the client is changed as the fault wants it; the exchange ends with 235 by itself. */
static int challenge(const char *text)
{
	char reply[8192], *decoded, *changed;
	size_t len;

	gsasl_base64_from(text, strlen(text), &decoded, &len);
	if (len > 2 && memcmp(decoded, "v=", 2) == 0) {
		if (strcmp(fault, "early") == 0) {
			say("235 2.7.0 welcome\r\n");
			return 0;
		}
		if (strcmp(fault, "signature") == 0) {
			decoded[4] = decoded[4] == 'A' ? 'B' : 'A';
		}
	}
	gsasl_base64_to(decoded, len, &changed, NULL);
	snprintf(reply, sizeof(reply), "334 %s\r\n", changed);
	free(changed);
	free(decoded);
	say(reply);
	return hear();
}

static void authenticate(Gsasl *library)
{
	char mechanism[64] = "", input[12300] = "";
	Gsasl_session *session;
	char *output = NULL;
	int result;

	sscanf(line, "AUTH %63s %12299s", mechanism, input);
	if (gsasl_server_start(library, mechanism, &session) != GSASL_OK) {
		say("504 5.5.4 no such mechanism\r\n");
		return;
	}
	while ((result = gsasl_step64(session, input, &output)) == GSASL_NEEDS_MORE
		|| (result == GSASL_OK && *output != '\0')) {
		if (!challenge(output)) {
			printf("%s: ended early\n", mechanism);
			return;
		}
		gsasl_free(output);
		output = NULL;
		snprintf(input, sizeof(input), "%.*s", (int) sizeof(input) - 1, line);
		if (strcmp(input, "*") == 0) {
			printf("%s: cancelled\n", mechanism);
			say("501 5.7.0 cancelled\r\n");
			return;
		}
		if (result == GSASL_OK) {
			break;
		}
	}
	printf("%s of %s: %s\n", mechanism, gsasl_property_fast(session, GSASL_AUTHID), gsasl_strerror_name(result));
	say(result == GSASL_OK ? "235 2.7.0 welcome\r\n" : "535 5.7.8 no\r\n");
	gsasl_finish(session);
}

static void serve(SSL_CTX *context, Gsasl *library, const char *mechanisms)
{
	char reply[1024];

	say("220 localhost ready\r\n");
	while (hear()) {
		if (strncmp(line, "EHLO", 4) == 0) {
			snprintf(reply, sizeof(reply), "250-localhost\r\n%s250 AUTH %s\r\n",
				tls == NULL ? "250-STARTTLS\r\n" : "", mechanisms);
			say(reply);
		} else if (strcmp(line, "STARTTLS") == 0) {
			SSL *fresh = SSL_new(context);

			say("220 go\r\n");
			SSL_set_fd(fresh, connection);
			if (SSL_accept(fresh) != 1) {
				return;
			}
			tls = fresh;
			printf("%s\n", SSL_get_version(tls));
		} else if (strncmp(line, "AUTH ", 5) == 0) {
			authenticate(library);
		} else if (strcmp(line, "QUIT") == 0) {
			say("221 bye\r\n");
			return;
		} else {
			printf("unexpected: %s\n", line);
			say("502 no\r\n");
		}
	}
}

int main(int argc, char **argv)
{
	struct sockaddr_in at = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(at);
	int listener = socket(AF_INET, SOCK_STREAM, 0);
	SSL_CTX *context = SSL_CTX_new(TLS_server_method());
	Gsasl *library;

	if (argc != 4 || SSL_CTX_use_certificate_chain_file(context, argv[1]) != 1
		|| SSL_CTX_use_PrivateKey_file(context, argv[1], SSL_FILETYPE_PEM) != 1 || gsasl_init(&library) != GSASL_OK) {
		return 1;
	}
	fault = argv[3];
	gsasl_callback_set(library, callback);
	bind(listener, (struct sockaddr *) &at, sizeof(at));
	listen(listener, 4);
	getsockname(listener, (struct sockaddr *) &at, &len);
	setvbuf(stdout, NULL, _IOLBF, 0);
	printf("%d\n", ntohs(at.sin_port));
	while ((connection = accept(listener, NULL, NULL)) >= 0) {
		serve(context, library, argv[2]);
		if (tls != NULL) {
			SSL_free(tls);
			tls = NULL;
		}
		close(connection);
		printf("closed\n");
	}
	return 0;
}
