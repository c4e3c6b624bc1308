/* Trust anchors as an X509_STORE that every connection naming the same files
 * shares (see trust.h). Decoding the system's bundle takes about 40 ms, more
 * than the rest of a connection. */
#include "crypto/trust.h"

#include <stdlib.h>

#include <openssl/err.h>
#include <openssl/store.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/file.h"
#include "crypto/ossl.h"
#include "crypto/shared.h"
#include "crypto/tls_internal.h"

struct ssmtp_trust {
	ssmtp_shared shared;
	X509_STORE *store;
};

#define WINDOWS_ROOT "org.openssl.winstore://"
#define TRUST_PATH_MAX 4096
/* How long a certificate that was taken out of a directory may still be trusted. */
#define TRUST_DIRECTORY_AGE_MS ((int64_t) 60 * 1000)
#define TRUST_KEY_MAX ((size_t) 1 << 24)

static void trust_destroy(ssmtp_shared *shared)
{
	ssmtp_trust *trust = (ssmtp_trust *) shared;

	X509_STORE_free(trust->store);
	ssmtp_free(trust);
}

/* What identifies a store, and whether it may be kept by it. */
typedef struct trust_key {
	const ssmtp_trust_options *options;
	int64_t now_ms;
	ssmtp_buf text;
	bool fresh; /* a file changed a moment ago: what is read now stays private */
	char bundle[TRUST_PATH_MAX]; /* the file of SSLCACertFilePaths to load; "" none */
} trust_key;

/* The path and what the file system says about it. OpenSSL reads a directory while it verifies, and keeps what it read:
 * its files and what their links point to are read again after TRUST_DIRECTORY_AGE_MS. */
static bool trust_key_path(trust_key *key, const char *path, const ssmtp_store_stamp *stamp)
{
	int64_t period = stamp->directory ? key->now_ms / TRUST_DIRECTORY_AGE_MS : 0;

	key->fresh = key->fresh || (!stamp->directory && ssmtp_store_stamp_is_fresh(stamp, key->now_ms));
	return ssmtp_buf_printf(&key->text, "%zu:%s,%llu,%llu,%lld,%lld.%lld,%lld.%lld,%lld;", strlen(path), path,
		(unsigned long long) stamp->device, (unsigned long long) stamp->inode, (long long) stamp->size,
		(long long) stamp->seconds, (long long) stamp->nanoseconds, (long long) stamp->changed_seconds,
		(long long) stamp->changed_nanoseconds, (long long) period);
}

static bool trust_refused(ssmtp_error *error, const char *format, const char *setting, const char *path)
{
	return ssmtp_error_set(error, SSMTP_ERROR_FILE, SSMTP_E_CERT_STORE, format, setting, path);
}

static bool trust_allowed(const trust_key *key, const char *path)
{
	return key->options->file_allowed == NULL || key->options->file_allowed(path);
}

static bool trust_key_named(
	trust_key *key, const char *setting, const char *path, bool directory, ssmtp_error *error)
{
	ssmtp_store_stamp stamp;

	if (path == NULL || *path == '\0') {
		return ssmtp_buf_append_str(&key->text, ";") || ssmtp_error_nomem(error);
	}
	if (!trust_allowed(key, path)) {
		return trust_refused(error, "%s: open_basedir forbids \"%s\".", setting, path);
	}
	stamp = ssmtp_store_stamp_of(path);
	if (!stamp.exists) {
		return trust_refused(error, "%s: \"%s\" does not exist.", setting, path);
	}
	if (directory != stamp.directory) {
		return trust_refused(
			error, directory ? "%s: \"%s\" is not a directory." : "%s: \"%s\" is a directory.", setting, path);
	}
	return trust_key_path(key, path, &stamp) || ssmtp_error_nomem(error);
}

/* First existing path of SSLCACertFilePaths. */
static void trust_first_path(trust_key *key, ssmtp_store_stamp *stamp)
{
	ssmtp_slice rest = ssmtp_slice_str(key->options->ca_file_paths);
	char *path = key->bundle;

	while (rest.len > 0) {
		size_t len = ssmtp_slice_find(rest, ';');

		if (len > 0 && len < TRUST_PATH_MAX) {
			memcpy(path, rest.ptr, len);
			path[len] = '\0';
			if (trust_allowed(key, path) && (*stamp = ssmtp_store_stamp_of(path)).exists) {
				return;
			}
		}
		rest = ssmtp_slice_skip(rest, len + 1);
	}
	path[0] = '\0';
}

/* What X509_STORE_set_default_paths() will read: the environment may name it. */
static bool trust_key_default(trust_key *key)
{
	const char *const paths[][2] = { { X509_get_default_cert_file_env(), X509_get_default_cert_file() },
		{ X509_get_default_cert_dir_env(), X509_get_default_cert_dir() } };

	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		const char *named = getenv(paths[i][0]);
		const char *path = named != NULL ? named : paths[i][1];
		ssmtp_store_stamp stamp = ssmtp_store_stamp_of(path);

		if (!ssmtp_buf_append_str(&key->text, "default ") || !trust_key_path(key, path, &stamp)) {
			return false;
		}
	}
	return true;
}

static bool trust_explicit(const ssmtp_trust_options *options)
{
	return (options->ca_file != NULL && *options->ca_file != '\0') ||
		   (options->ca_dir != NULL && *options->ca_dir != '\0') ||
		   (options->server_ca_certs != NULL && *options->server_ca_certs != '\0');
}

/* Checks the options and writes the key. */
static bool trust_key_make(trust_key *key, ssmtp_error *error)
{
	const ssmtp_trust_options *options = key->options;
	ssmtp_store_stamp stamp;

	if (trust_explicit(options)) {
		return trust_key_named(key, "OpenSSLCAFile", options->ca_file, false, error) &&
			   trust_key_named(key, "OpenSSLCADir", options->ca_dir, true, error) &&
			   (ssmtp_buf_append_str(&key->text, options->server_ca_certs == NULL ? "" : options->server_ca_certs) ||
				   ssmtp_error_nomem(error));
	}
	trust_first_path(key, &stamp);
	if (key->bundle[0] == '\0') {
		return trust_key_default(key) || ssmtp_error_nomem(error);
	}
	return trust_key_path(key, key->bundle, &stamp) || ssmtp_error_nomem(error);
}

static bool trust_add_file(ssmtp_trust *trust, const char *setting, const char *path, ssmtp_error *error)
{
	char what[300], full[SSMTP_FILE_NAME_MAX];
	const char *whole = path == NULL ? "" : ssmtp_file_absolute(path, full, sizeof(full));

	if (whole != NULL && (*whole == '\0' || X509_STORE_load_file(trust->store, whole))) {
		return true;
	}
	snprintf(what, sizeof(what), "%s: \"%.200s\" cannot be used", setting, path);
	return ssmtp_ossl_error(error, SSMTP_ERROR_FILE, SSMTP_E_CERT_STORE, what);
}

static bool trust_add_dir(ssmtp_trust *trust, const char *path, ssmtp_error *error)
{
	char full[SSMTP_FILE_NAME_MAX];
	/* It is read when a certificate is looked for, also from another folder. */
	const char *whole = path == NULL ? "" : ssmtp_file_absolute(path, full, sizeof(full));

	if (whole != NULL && (*whole == '\0' || X509_STORE_load_path(trust->store, whole))) {
		return true;
	}
	return ssmtp_ossl_error(error, SSMTP_ERROR_FILE, SSMTP_E_CERT_STORE, "OpenSSLCADir cannot be used");
}

static bool trust_add_pem(ssmtp_trust *trust, const char *text, ssmtp_error *error)
{
	STACK_OF(X509) * certificates;
	bool ok = true;

	if (text == NULL || *text == '\0') {
		return true;
	}
	certificates = ssmtp_certificate_parse_stack(ssmtp_slice_str(text), SSMTP_TLS_CHAIN_MAX, error);
	if (certificates == NULL) {
		ssmtp_error_prefix(error, "SSLServerCACerts");
		return false;
	}
	for (int i = 0; ok && i < sk_X509_num(certificates); i++) {
		ok = X509_STORE_add_cert(trust->store, sk_X509_value(certificates, i)) || ssmtp_error_nomem(error);
	}
	sk_X509_pop_free(certificates, X509_free);
	return ok;
}

/* The Windows ROOT store where OpenSSL (3.2 or later) can open it. Adding a
 * store never fails, opening it does: hence the attempt. */
static bool trust_add_windows_root(ssmtp_trust *trust)
{
	OSSL_STORE_CTX *attempt = OSSL_STORE_open(WINDOWS_ROOT, NULL, NULL, NULL, NULL);

	if (attempt == NULL) {
		return true;
	}
	OSSL_STORE_close(attempt);
	return X509_STORE_load_store(trust->store, WINDOWS_ROOT);
}

/* The platform's own anchors, and OpenSSL's compiled-in paths. */
static bool trust_add_default(ssmtp_trust *trust, ssmtp_error *error)
{
	bool ok = trust_add_windows_root(trust) && X509_STORE_set_default_paths(trust->store);

	return ok ||
		   ssmtp_ossl_error(error, SSMTP_ERROR_FILE, SSMTP_E_CERT_STORE, "the system's trust anchors cannot be loaded");
}

static bool trust_fill(ssmtp_trust *trust, const ssmtp_trust_options *options, const char *bundle, ssmtp_error *error)
{
	if (trust_explicit(options)) {
		return trust_add_file(trust, "OpenSSLCAFile", options->ca_file, error) &&
			   trust_add_dir(trust, options->ca_dir, error) && trust_add_pem(trust, options->server_ca_certs, error);
	}
	if (*bundle != '\0') {
		return trust_add_file(trust, "SSLCACertFilePaths", bundle, error);
	}
	return trust_add_default(trust, error);
}

static ssmtp_trust *trust_new(void)
{
	ssmtp_trust *trust = ssmtp_alloc_zero(sizeof(*trust));

	if (trust == NULL) {
		return NULL;
	}
	trust->shared.destroy = trust_destroy;
	trust->shared.references = 1;
	trust->store = X509_STORE_new();
	if (trust->store == NULL) {
		ssmtp_free(trust);
		return NULL;
	}
	return trust;
}

static ssmtp_trust *trust_load(const trust_key *key, ssmtp_error *error)
{
	ssmtp_trust *trust = trust_new();

	if (trust == NULL) {
		ssmtp_error_nomem(error);
	} else if (!trust_fill(trust, key->options, key->bundle, error)) {
		ssmtp_trust_free(&trust);
	} else if (!key->fresh) {
		ssmtp_shared_publish(&trust->shared, ssmtp_buf_slice(&key->text));
	}
	return trust;
}

ssmtp_trust *ssmtp_trust_open(const ssmtp_trust_options *options, ssmtp_error *error)
{
	trust_key key = { .options = options, .now_ms = options->now_ms != 0 ? options->now_ms : ssmtp_clock_ms() };
	ssmtp_trust *trust = NULL;

	ssmtp_buf_init(&key.text, TRUST_KEY_MAX);
	if (trust_key_make(&key, error)) {
		/* Nothing is kept of a file that has just changed, so nothing is found either. */
		trust = (ssmtp_trust *) ssmtp_shared_find(trust_destroy, ssmtp_buf_slice(&key.text));
		trust = trust != NULL ? trust : trust_load(&key, error);
	}
	ERR_clear_error();
	ssmtp_buf_free(&key.text);
	return trust;
}

void ssmtp_trust_free(ssmtp_trust **trust)
{
	if (*trust != NULL) {
		ssmtp_shared_release(&(*trust)->shared);
		*trust = NULL;
	}
}

ssmtp_trust *ssmtp_trust_ref(ssmtp_trust *trust)
{
	ssmtp_shared_ref(&trust->shared);
	return trust;
}

X509_STORE *ssmtp_trust_store(const ssmtp_trust *trust)
{
	return trust->store;
}

void ssmtp_trust_shutdown(void)
{
	ssmtp_shared_shutdown();
}
