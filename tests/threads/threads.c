/* A program with PHP inside (the embed SAPI): eight threads run threads.php again and again, each with objects of its
 * own, against a server of this program that speaks TLS. Program and extension are built with ThreadSanitizer
 * (scripts/test zts). Arguments: a php.ini that loads the extension, the script, the folder of test certificates,
 * rounds. */
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

#include <arpa/inet.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

#include <sapi/embed/php_embed.h>

#define THREADS 8
#define TIME_LIMIT_S 300

static SSL_CTX *server_context;
static atomic_uint messages;

/* -- the server: a thread a connection; what it is sent is not looked at beyond what the protocol wants -- */

/* One line without its end; false at the end of the connection. */
static bool take_line(SSL *ssl, char *line, size_t room)
{
	size_t len = 0;
	char octet;

	while (SSL_read(ssl, &octet, 1) == 1) {
		if (octet == '\n') {
			line[len] = '\0';
			return true;
		}
		if (octet != '\r' && len + 1 < room) {
			line[len++] = octet;
		}
	}
	return false;
}

static void reply(SSL *ssl, const char *text)
{
	(void) SSL_write(ssl, text, (int) strlen(text));
}

static void converse(SSL *ssl)
{
	char line[2048];
	bool in_data = false;

	reply(ssl, "220 localhost ready\r\n");
	while (take_line(ssl, line, sizeof(line))) {
		if (in_data) {
			if (strcmp(line, ".") == 0) {
				in_data = false;
				atomic_fetch_add(&messages, 1);
				reply(ssl, "250 queued\r\n");
			}
		} else if (strncmp(line, "DATA", 4) == 0) {
			in_data = true;
			reply(ssl, "354 go on\r\n");
		} else if (strncmp(line, "QUIT", 4) == 0) {
			reply(ssl, "221 bye\r\n");
			return;
		} else {
			reply(ssl, strncmp(line, "EHLO", 4) == 0 ? "250-localhost\r\n250 PIPELINING\r\n" : "250 ok\r\n");
		}
	}
}

static void *serve(void *argument)
{
	int file = (int) (intptr_t) argument;
	SSL *ssl = SSL_new(server_context);

	SSL_set_fd(ssl, file);
	if (SSL_accept(ssl) == 1) {
		converse(ssl);
		SSL_shutdown(ssl);
	}
	SSL_free(ssl);
	close(file);
	return NULL;
}

/* Until the listening socket is shut. */
static void *listen_for_clients(void *argument)
{
	int listener = (int) (intptr_t) argument, file;
	pthread_t thread;

	while ((file = accept(listener, NULL, NULL)) >= 0) {
		if (pthread_create(&thread, NULL, serve, (void *) (intptr_t) file) != 0) {
			close(file);
			continue;
		}
		pthread_detach(thread);
	}
	return NULL;
}

static int server_start(const char *certificates, unsigned *port)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr = { htonl(INADDR_LOOPBACK) } };
	socklen_t len = sizeof(address);
	int listener = socket(AF_INET, SOCK_STREAM, 0);
	char bundle[1024];

	snprintf(bundle, sizeof(bundle), "%s/server-bundle.pem", certificates);
	server_context = SSL_CTX_new(TLS_server_method());
	if (SSL_CTX_use_certificate_chain_file(server_context, bundle) != 1 ||
		SSL_CTX_use_PrivateKey_file(server_context, bundle, SSL_FILETYPE_PEM) != 1 ||
		bind(listener, (struct sockaddr *) &address, len) != 0 || listen(listener, 64) != 0 ||
		getsockname(listener, (struct sockaddr *) &address, &len) != 0) {
		return -1;
	}
	*port = ntohs(address.sin_port);
	return listener;
}

/* -- the threads -- */

static const char *script_path;
static unsigned rounds;
static atomic_uint passed, failed;
static pthread_barrier_t together;

/* One request of this thread, as a server with threads makes it. */
static bool run_once(void)
{
	zend_file_handle script;
	bool ok;

	if (php_request_startup() != SUCCESS) {
		return false;
	}
	SG(headers_sent) = 1;
	SG(request_info).no_headers = 1;
	zend_stream_init_filename(&script, script_path);
	ok = php_execute_script(&script) && EG(exit_status) == 0;
	zend_destroy_file_handle(&script);
	php_request_shutdown(NULL);
	return ok;
}

static void *work(void *argument)
{
	(void) argument;
	(void) ts_resource(0);
	ZEND_TSRMLS_CACHE_UPDATE();
	pthread_barrier_wait(&together);
	for (unsigned i = 0; i < rounds; i++) {
		atomic_fetch_add(run_once() ? &passed : &failed, 1);
	}
	ts_free_thread();
	return NULL;
}

static size_t write_out(const char *text, size_t len)
{
	return fwrite(text, 1, len, stdout);
}

int main(int argc, char **argv)
{
	pthread_t threads[THREADS], listening;
	char number[16];
	unsigned port;
	int listener;

	if (argc != 5) {
		fprintf(stderr, "usage: %s PHP.INI SCRIPT CERTIFICATES ROUNDS\n", argv[0]);
		return 2;
	}
	script_path = argv[2];
	rounds = (unsigned) atoi(argv[4]);
	listener = server_start(argv[3], &port);
	if (listener < 0 || pthread_create(&listening, NULL, listen_for_clients, (void *) (intptr_t) listener) != 0) {
		fprintf(stderr, "FAIL threads: the server does not start\n");
		return 2;
	}
	snprintf(number, sizeof(number), "%u", port);
	setenv("SSMTP_THREADS_PORT", number, 1);
	/* Where a lock is missing, a list can become a ring. */
	alarm(TIME_LIMIT_S);
	php_embed_module.ub_write = write_out;
	php_embed_module.php_ini_path_override = argv[1];
	if (php_embed_init(0, NULL) != SUCCESS) {
		return 2;
	}
	php_request_shutdown(NULL);
	pthread_barrier_init(&together, NULL, THREADS);
	for (size_t i = 0; i < THREADS; i++) {
		if (pthread_create(&threads[i], NULL, work, NULL) != 0) {
			return 2;
		}
	}
	for (size_t i = 0; i < THREADS; i++) {
		pthread_join(threads[i], NULL);
	}
	shutdown(listener, SHUT_RDWR);
	pthread_join(listening, NULL);
	close(listener);
	php_request_startup();
	php_embed_shutdown();
	printf("threads: %u passed, %u failed\n", atomic_load(&passed), atomic_load(&failed));
	printf("%u messages taken\n", atomic_load(&messages));
	return atomic_load(&failed) == 0 && atomic_load(&messages) > 0 ? 0 : 1;
}
