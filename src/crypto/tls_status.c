/* SSLStatus lines and the key log: OpenSSL's callbacks write into the
 * transport's own buffers; nothing of the caller runs inside OpenSSL. */
#include "crypto/tls_internal.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>

#include <openssl/err.h>

#include "base/alloc.h"
#include "base/file.h"

#define STATUS_LINE_MAX 1400 /* 512 octets in hexadecimal and what stands before them */
#define STATUS_HEX_MAX 512

/* The lines are information: without memory, or when nobody takes them, they are dropped. */
void ssmtp_tls_status_add(ssmtp_tls *tls, const char *format, ...)
{
	char line[STATUS_LINE_MAX];
	va_list args;
	int len;

	va_start(args, format);
	len = vsnprintf(line, sizeof(line) - 1, format, args);
	va_end(args);
	if (len < 0) {
		return;
	}
	len = len > (int) sizeof(line) - 2 ? (int) sizeof(line) - 2 : len;
	for (int i = 0; i < len; i++) {
		if ((unsigned char) line[i] < 0x20) {
			line[i] = ' ';
		}
	}
	line[len] = '\n';
	(void) ssmtp_buf_append(&tls->status, line, (size_t) len + 1);
}

bool ssmtp_tls_next_status(ssmtp_transport *transport, ssmtp_slice *message)
{
	ssmtp_tls *tls = (ssmtp_tls *) transport;
	ssmtp_slice waiting;

	ssmtp_buf_consume(&tls->status, tls->status_taken);
	tls->status_taken = 0;
	waiting = ssmtp_buf_slice(&tls->status);
	if (waiting.len == 0) {
		return false;
	}
	*message = ssmtp_slice_head(waiting, ssmtp_slice_find(waiting, '\n'));
	tls->status_taken = message->len + 1;
	return true;
}

static void status_on_info(const SSL *ssl, int where, int value)
{
	ssmtp_tls *tls = SSL_get_app_data(ssl);

	if (where & SSL_CB_ALERT) {
		ssmtp_tls_status_add(tls, "Alert %s: %s, %s.", where & SSL_CB_READ ? "received" : "sent",
			SSL_alert_type_string_long(value), SSL_alert_desc_string_long(value));
	} else if (where & SSL_CB_LOOP) {
		ssmtp_tls_status_add(tls, "%s", SSL_state_string_long(ssl));
	}
}

static const struct {
	int type;
	const char *name;
} status_contents[] = {
	{ SSL3_RT_CHANGE_CIPHER_SPEC, "change cipher spec" },
	{ SSL3_RT_ALERT, "alert" },
	{ SSL3_RT_HANDSHAKE, "handshake" },
	{ SSL3_RT_APPLICATION_DATA, "application data" },
	{ SSL3_RT_HEADER, "record header" },
	{ SSL3_RT_INNER_CONTENT_TYPE, "inner content type" },
};

static const char *status_content_name(int type)
{
	for (size_t i = 0; i < sizeof(status_contents) / sizeof(status_contents[0]); i++) {
		if (status_contents[i].type == type) {
			return status_contents[i].name;
		}
	}
	return "message";
}

/* LogSSLPackets. OpenSSL passes handshake messages, alerts and record headers
 * here, never application data, so no password can appear. */
static void status_on_message(int write, int version, int type, const void *octets, size_t len, SSL *ssl, void *context)
{
	static const char digits[] = "0123456789abcdef";
	char hex[2 * STATUS_HEX_MAX + 1];
	const uint8_t *from = octets;
	size_t shown = len < STATUS_HEX_MAX ? len : STATUS_HEX_MAX;

	(void) version;
	(void) ssl;
	for (size_t i = 0; i < shown; i++) {
		hex[2 * i] = digits[from[i] >> 4];
		hex[2 * i + 1] = digits[from[i] & 15];
	}
	hex[2 * shown] = '\0';
	ssmtp_tls_status_add(
		context, "%s %s, %zu octets: %s", write ? "Sent" : "Received", status_content_name(type), len, hex);
}

/* A line of the NSS key log format; one write, so that processes sharing the file do not mix lines. */
void ssmtp_tls_key_log_line(const SSL *ssl, const char *line)
{
	ssmtp_tls *tls = SSL_get_app_data(ssl);
	ssmtp_buf text;

	if (tls->key_log == SSMTP_FILE_NONE) {
		return;
	}
	ssmtp_buf_init_secret(&text, 4096);
	if (ssmtp_buf_printf(&text, "%s\n", line)) {
		ssmtp_slice whole = ssmtp_buf_slice(&text);

		(void) ssmtp_file_write(tls->key_log, whole.ptr, whole.len);
	}
	ssmtp_buf_free(&text);
}

/* What must not be written to, or NULL: a link that somebody laid, a file that others can read along. */
static const char *key_log_fault(int file)
{
	ssmtp_file_info about;

	if (!ssmtp_file_info_open(file, &about) || !about.regular) {
		return "it is not a regular file";
	}
	if (about.links > 1) {
		return "the file has a second name (a hard link)";
	}
	if (!about.ours) {
		return "it belongs to another user";
	}
	if (about.others) {
		return "others may read or write it; its mode must be 0600";
	}
	return NULL;
}

static bool key_log_refused(const char *path, const char *reason, ssmtp_error *error)
{
	return ssmtp_error_set(
		error, SSMTP_ERROR_FILE, SSMTP_E_FILE, "SSLKeyLogFile \"%.300s\" cannot be used: %s.", path, reason);
}

static bool key_log_open(ssmtp_tls *tls, const ssmtp_tls_options *options, ssmtp_error *error)
{
	const char *path = options->key_log_file;
	const char *fault;

	if (options->file_allowed != NULL && !options->file_allowed(path)) {
		return ssmtp_error_set(
			error, SSMTP_ERROR_FILE, SSMTP_E_FILE, "SSLKeyLogFile: open_basedir forbids \"%s\".", path);
	}
	tls->key_log = ssmtp_file_open_append(path);
	if (tls->key_log == SSMTP_FILE_NONE) {
		return key_log_refused(path, errno == ELOOP ? "it is a symbolic link" : strerror(errno), error);
	}
	fault = key_log_fault(tls->key_log);
	if (fault != NULL) {
		(void) ssmtp_file_close(&tls->key_log);
		return key_log_refused(path, fault, error);
	}
	return true;
}

bool ssmtp_tls_status_attach(ssmtp_tls *tls, const ssmtp_tls_options *options, ssmtp_error *error)
{
	SSL_set_info_callback(tls->ssl, status_on_info);
	if (options->log_packets) {
		SSL_set_msg_callback(tls->ssl, status_on_message);
		SSL_set_msg_callback_arg(tls->ssl, tls);
	}
	if (options->key_log_file != NULL && *options->key_log_file != '\0') {
		return key_log_open(tls, options, error);
	}
	return true;
}
