/* SSLKeyLogFile as another program reads it: tshark decrypts a recorded connection. */
#include <sys/wait.h>
#include <unistd.h>

#include "tls_peer.h"

#define CANARY "220 mx.example.com canary greeting"

static char folder[] = "/tmp/ssmtp-tshark-XXXXXX";

static bool run(const char *format)
{
	char command[1024];

	snprintf(command, sizeof(command), format, folder, folder, folder);
	return system(command) == 0;
}

/* One connection, recorded and with its secrets logged. */
static void record(ssmtp_trust *trust, SSL_CTX *server, int protocols)
{
	ssmtp_tls_options options = peer_options(trust);
	char log[80], trace[80], text[64];
	peer p;

	snprintf(log, sizeof(log), "%s/key.log", folder);
	snprintf(trace, sizeof(trace), "%s/trace.txt", folder);
	unlink(log);
	options.key_log_file = log;
	options.enabled_protocols = protocols;
	CHECK(peer_open(&p, server, &options), "%s", p.error.text);
	p.pipe->trace = fopen(trace, "w");
	CHECK(peer_handshake(&p) == SSMTP_IO_DONE && SSL_do_handshake(p.ssl) == 1, "%s", p.error.text);
	SSL_write(p.ssl, CANARY "\r\n", (int) strlen(CANARY) + 2);
	peer_read(&p, text, sizeof(text));
	CHECK(strncmp(text, CANARY, strlen(CANARY)) == 0);
	fclose(p.pipe->trace);
	p.pipe->trace = NULL;
	peer_close(&p);
}

int main(void)
{
	static const int protocols[] = { 3072, 12288 };
	pki_cert root = pki_make(NULL, &(pki_spec){ .name = "Test Root", .ca = true });
	pki_cert leaf = pki_make(&root, &(pki_spec){ .name = "x", .dns = "mx.example.com" });
	char *pem = pki_pem(root.x509);
	ssmtp_trust_options options = { .server_ca_certs = pem };
	ssmtp_error error = { 0 };
	ssmtp_trust *trust = ssmtp_trust_open(&options, &error);
	SSL_CTX *server = peer_context(&leaf);

	CHECK(trust != NULL && mkdtemp(folder) != NULL, "%s", error.text);
	for (size_t i = 0; i < 2; i++) {
		record(trust, server, protocols[i]);
		if (!run("command -v tshark >/dev/null && command -v text2pcap >/dev/null # %s")) {
			SKIP("tshark: it is not installed");
			continue;
		}
		CHECK(run("text2pcap -q -D -T 40000,465 %s/trace.txt %s/trace.pcap >/dev/null 2>&1"));
		/* Without the log the text must not be found: the search itself is tested so. */
		CHECK(!run("tshark -r %s/trace.pcap -q -z follow,tls,ascii,0 2>/dev/null | grep -q '" CANARY "'"));
		CHECK(run("tshark -r %s/trace.pcap -o tls.keylog_file:%s/key.log -q -z follow,tls,ascii,0 2>/dev/null | grep "
				  "-q '" CANARY "'"),
			"protocols %d", protocols[i]);
	}
	run("rm -rf %s");
	SSL_CTX_free(server);
	ssmtp_trust_free(&trust);
	ssmtp_trust_shutdown();
	free(pem);
	pki_free(&leaf);
	pki_free(&root);
	return unit_summary("tls_keylog");
}
