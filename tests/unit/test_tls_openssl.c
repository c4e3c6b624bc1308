/* crypto/tls over net/tcp against another program: openssl s_server. */
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "net/net.h"
#include "tls_peer.h"

static char folder[] = "/tmp/ssmtp-s_server-XXXXXX";
static char cert_path[64];
static pki_cert root, leaf;
static ssmtp_trust *trust;

static void write_pem(void)
{
	FILE *file;

	snprintf(cert_path, sizeof(cert_path), "%s/server.pem", folder);
	file = fopen(cert_path, "w");
	PEM_write_X509(file, leaf.x509);
	PEM_write_PrivateKey(file, leaf.key, NULL, NULL, 0, NULL, NULL);
	fclose(file);
}

typedef struct s_server {
	pid_t pid;
	FILE *out;
	int in;
	uint16_t port;
} s_server;

/* Starts it on a free port and reads the port from "ACCEPT 127.0.0.1:port"; false: there is no openssl program. */
static bool s_server_start(s_server *s, const char *version)
{
	int out[2], in[2];
	char line[256];
	unsigned port = 0;

	if (pipe(out) != 0 || pipe(in) != 0) {
		return false;
	}
	s->pid = fork();
	if (s->pid == 0) {
		dup2(in[0], 0);
		dup2(out[1], 1);
		close(in[1]);
		close(out[0]);
		execlp("openssl", "openssl", "s_server", "-accept", "127.0.0.1:0", "-cert", cert_path, version, "-rev",
			(char *) NULL);
		_exit(127);
	}
	close(out[1]);
	close(in[0]);
	s->in = in[1];
	s->out = fdopen(out[0], "r");
	while (port == 0 && fgets(line, sizeof(line), s->out) != NULL) {
		sscanf(line, "ACCEPT 127.0.0.1:%u", &port);
	}
	s->port = (uint16_t) port;
	return port != 0;
}

static void s_server_stop(s_server *s)
{
	kill(s->pid, SIGTERM);
	waitpid(s->pid, NULL, 0);
	fclose(s->out);
	close(s->in);
}

/* Waits for what the transport wants; the deadline only ends a test that hangs. */
static void wait_for(ssmtp_transport *transport, ssmtp_io io)
{
	ssmtp_wait wait = { .deadline_ms = SSMTP_DEADLINE_NEVER };

	transport->vtable->want(transport, io, &wait);
	ssmtp_net_wait(&wait, ssmtp_deadline_earlier(wait.deadline_ms, ssmtp_net_now_ms() + 10000), -1);
}

static ssmtp_io settle(ssmtp_transport *transport, ssmtp_error *error)
{
	ssmtp_io io = SSMTP_IO_WAIT;

	for (int i = 0; i < 1000; i++) {
		io = transport->vtable->connect(transport, ssmtp_net_now_ms(), error);
		if (io == SSMTP_IO_DONE || io == SSMTP_IO_ERROR || io == SSMTP_IO_END) {
			break;
		}
		wait_for(transport, io);
	}
	return io;
}

static bool exchange(ssmtp_transport *tls, const char *text, char *got, size_t room, ssmtp_error *error)
{
	size_t total = 0;
	size_t n;

	if (tls->vtable->write(tls, (const uint8_t *) text, strlen(text), &n, error) != SSMTP_IO_DONE) {
		return false;
	}
	for (int i = 0; i < 1000 && total < strlen(text) && total < room - 1; i++) {
		ssmtp_io io = tls->vtable->read(tls, (uint8_t *) got + total, room - 1 - total, &n, error);

		if (io == SSMTP_IO_DONE) {
			total += n;
		} else if (io == SSMTP_IO_ERROR || io == SSMTP_IO_END) {
			break;
		} else {
			wait_for(tls, io);
		}
	}
	got[total] = '\0';
	return total == strlen(text);
}

static void connect_once(const s_server *s, const char *version, ssmtp_tls_session **session, bool resumed)
{
	ssmtp_tcp_options tcp = { .host = "127.0.0.1", .port = s->port, .local_host = "", .no_delay = true };
	ssmtp_tls_options options = peer_options(trust);
	ssmtp_error error = { 0 };
	ssmtp_tls_info info;
	ssmtp_transport *transport = ssmtp_tcp_new(&tcp, &error);
	ssmtp_transport *tls;
	ssmtp_buf text;
	char got[64];

	CHECK(transport != NULL && settle(transport, &error) == SSMTP_IO_DONE, "%s", error.text);
	options.session = session;
	tls = ssmtp_tls_new_take(&transport, &options, &error);
	CHECK(tls != NULL && settle(tls, &error) == SSMTP_IO_DONE, "%s", error.text);
	if (tls == NULL || ssmtp_error_is_set(&error)) {
		ssmtp_transport_free(&tls);
		ssmtp_transport_free(&transport);
		return;
	}
	CHECK(ssmtp_tls_get_verdict(tls)->accept, "%.*s", SSMTP_SLICE_FMT(ssmtp_tls_get_verdict(tls)->status));
	CHECK(exchange(tls, "EHLO\n", got, sizeof(got), &error) && strcmp(got, "OLHE\n") == 0, "%s", error.text);
	ssmtp_tls_get_info(tls, &info);
	CHECK(strcmp(info.version, version) == 0 && info.resumed == resumed, "%s %d", info.version, info.resumed);
	ssmtp_buf_init(&text, 4096);
	tls->vtable->describe(tls, &text);
	CHECK(strstr(ssmtp_buf_cstr(&text), version) != NULL && strstr(ssmtp_buf_cstr(&text), "127.0.0.1") != NULL, "%s",
		ssmtp_buf_cstr(&text));
	ssmtp_buf_free(&text);
	tls->vtable->shutdown(tls, &error);
	ssmtp_transport_free(&tls);
}

int main(void)
{
	static const char *const versions[][2] = { { "-tls1_2", "TLSv1.2" }, { "-tls1_3", "TLSv1.3" } };
	ssmtp_trust_options options = { 0 };
	ssmtp_error error = { 0 };
	char *pem;

	CHECK(mkdtemp(folder) != NULL);
	root = pki_make(NULL, &(pki_spec){ .name = "Test Root", .ca = true });
	leaf = pki_make(&root, &(pki_spec){ .name = "x", .dns = "mx.example.com" });
	write_pem();
	options.server_ca_certs = pem = pki_pem(root.x509);
	trust = ssmtp_trust_open(&options, &error);
	CHECK(trust != NULL, "%s", error.text);
	for (size_t i = 0; i < 2; i++) {
		ssmtp_tls_session *session = NULL;
		s_server s;

		if (!s_server_start(&s, versions[i][0])) {
			SKIP("openssl s_server: the program is missing");
		} else {
			connect_once(&s, versions[i][1], &session, false);
			connect_once(&s, versions[i][1], &session, true);
			connect_once(&s, versions[i][1], &session, true);
		}
		s_server_stop(&s);
		ssmtp_tls_session_free(&session);
	}
	free(pem);
	ssmtp_trust_free(&trust);
	ssmtp_trust_shutdown();
	pki_free(&leaf);
	pki_free(&root);
	unlink(cert_path);
	rmdir(folder);
	return unit_summary("tls_openssl");
}
