/* Keys on a token (RFC 7512 URIs). With OpenSSL's pkcs11 provider active the
 * URI is opened as a store; without it, and before OpenSSL 4, by the engine of
 * the same name, which Debian 12 has. */
#define OPENSSL_SUPPRESS_DEPRECATED /* ENGINE: the only way on OpenSSL 3.0 */
#include <openssl/opensslv.h>
#include <openssl/provider.h>
#include <openssl/store.h>
#include <openssl/ui.h>
#if OPENSSL_VERSION_MAJOR < 4 && !defined(OPENSSL_NO_ENGINE)
#include <openssl/engine.h>
#define HAVE_ENGINE 1
#endif
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "base/ascii.h"
#include "crypto/store_key.h"

/* --- URI --------------------------------------------------------------------------- */

/* RFC 7512 section 2.3: an attribute of path or query, its percent-encoding resolved; false when it is absent. */
static bool uri_attribute(const char *uri, const char *name, char *value, size_t room)
{
	const char *query = uri + strcspn(uri, "?");
	const char *at = uri, *ends;
	size_t n = 0;

	do {
		at += strcspn(at, at < query ? ":;?" : "?&");
		at += *at != '\0';
	} while (*at != '\0' && strncmp(at, name, strlen(name)) != 0);
	if (*at == '\0') {
		return false;
	}
	ends = at < query ? ";?" : "&";
	for (at += strlen(name); strchr(ends, *at) == NULL && n + 1 < room; at++) {
		int high = *at == '%' ? ssmtp_hex_value((uint8_t) at[1]) : -1;
		int low = high >= 0 ? ssmtp_hex_value((uint8_t) at[2]) : -1;

		value[n++] = low >= 0 ? (char) (high << 4 | low) : *at;
		at += low >= 0 ? 2 : 0;
	}
	value[n] = '\0';
	return n > 0;
}

/* Files that provider or engine would read or load: the module (section 2.4), and the one that holds the PIN, which
 * the engine takes from the path as well. "|" would be a program to run. */
static bool uri_files_allowed(ssmtp_store_load *load, const char *uri, const ssmtp_store_request *request)
{
	static const char *const names[] = { "module-path=", "pin-source=" };
	char value[4096];

	for (size_t i = 0; request->file_allowed != NULL && i < sizeof(names) / sizeof(names[0]); i++) {
		const char *path = value;

		if (!uri_attribute(uri, names[i], value, sizeof(value))) {
			continue;
		}
		path += strncmp(path, "file:", 5) == 0 ? 5 : 0;
		if (*path == '|' || !request->file_allowed(path)) {
			return ssmtp_store_refuse(
				load, "open_basedir does not allow the %.*s of its URI.", (int) strcspn(names[i], "="), names[i]);
		}
	}
	return true;
}

/* --- provider ------------------------------------------------------------------ */

static bool provider_take(ssmtp_store_load *load, OSSL_STORE_INFO *info)
{
	switch (OSSL_STORE_INFO_get_type(info)) {
	case OSSL_STORE_INFO_CERT:
		return ssmtp_store_add_certificate(load, OSSL_STORE_INFO_get1_CERT(info));
	case OSSL_STORE_INFO_PKEY:
		return ssmtp_store_add_key(load, OSSL_STORE_INFO_get1_PKEY(info));
	default:
		return true;
	}
}

static bool provider_read(ssmtp_store_load *load, const char *uri, UI_METHOD *ui)
{
	OSSL_STORE_CTX *store = OSSL_STORE_open(uri, ui, load, NULL, NULL);
	bool ok = store != NULL;

	while (ok && OSSL_STORE_eof(store) == 0) {
		OSSL_STORE_INFO *info = OSSL_STORE_load(store);

		ok = info != NULL ? provider_take(load, info) : OSSL_STORE_error(store) == 0;
		OSSL_STORE_INFO_free(info);
	}
	if (store != NULL) {
		OSSL_STORE_close(store);
	}
	return ok || ssmtp_store_refuse_ossl(load, "the token");
}

/* --- engine ---------------------------------------------------------------------- */

#ifdef HAVE_ENGINE
static bool engine_set_module(ENGINE *engine, ssmtp_store_load *load, const char *uri)
{
	char path[4096];

	/* Its messages belong in our error, not on stderr. */
	ENGINE_ctrl_cmd_string(engine, "QUIET", NULL, 1);
	if (!uri_attribute(uri, "module-path=", path, sizeof(path))) {
		return true;
	}
	return ENGINE_ctrl_cmd_string(engine, "MODULE_PATH", path, 0) == 1 ||
		   ssmtp_store_refuse_ossl(load, "the module-path of its URI");
}

/* The password is the PIN; without one the URI may tell it. */
static bool engine_set_pin(ssmtp_store_load *load, const char *uri)
{
	char pin[256];
	bool ok = true;

	if (load->password.len == 0 && uri_attribute(uri, "pin-value=", pin, sizeof(pin))) {
		ok = ssmtp_secret_set(&load->password, ssmtp_slice_str(pin)) || ssmtp_error_nomem(load->error);
		ssmtp_wipe(pin, sizeof(pin));
	}
	return ok;
}

/* The objects of the URI; a token that holds no certificate is a store of a bare key. */
static bool engine_read(ENGINE *engine, ssmtp_store_load *load, const char *uri, UI_METHOD *ui)
{
	struct {
		const char *uri;
		X509 *x509;
	} certificate = { uri, NULL };
	EVP_PKEY *key = ENGINE_load_private_key(engine, uri, ui, load);

	if (key == NULL) {
		return ssmtp_store_refuse_ossl(
			load, load->password.len > 0 ? "no private key of the token can be used (is the PIN right?)"
										 : "no private key of the token can be used (the PIN is CertStorePassword)");
	}
	if (!ssmtp_store_add_key(load, key)) {
		return false;
	}
	ENGINE_ctrl_cmd(engine, "LOAD_CERT_CTRL", 0, &certificate, NULL, 1);
	return certificate.x509 == NULL || ssmtp_store_add_certificate(load, certificate.x509);
}

static bool engine_run(ENGINE *engine, ssmtp_store_load *load, const char *uri, UI_METHOD *ui)
{
	char *path;
	bool ok;

	if (!engine_set_module(engine, load, uri) || !engine_set_pin(load, uri)) {
		return false;
	}
	if (ENGINE_init(engine) != 1) {
		return ssmtp_store_refuse_ossl(load, "the pkcs11 engine does not start");
	}
	/* The engine knows the path of the URI only. */
	path = ssmtp_strndup(uri, strcspn(uri, "?"));
	ok = path != NULL ? engine_read(engine, load, path, ui) : ssmtp_error_nomem(load->error);
	ssmtp_free(path);
	ENGINE_finish(engine);
	return ok;
}

static bool engine_open(ssmtp_store_load *load, const char *uri, UI_METHOD *ui)
{
	ENGINE *engine = ENGINE_by_id("pkcs11");
	bool ok;

	if (engine == NULL) {
		return ssmtp_store_refuse(load, "OpenSSL has neither an active pkcs11 provider nor the pkcs11 engine "
										"(package libengine-pkcs11-openssl).");
	}
	ok = engine_run(engine, load, uri, ui);
	ENGINE_free(engine);
	return ok;
}
#else
static bool engine_open(ssmtp_store_load *load, const char *uri, UI_METHOD *ui)
{
	(void) uri;
	(void) ui;
	return ssmtp_store_refuse(load, "OpenSSL's pkcs11 provider is not active: install it and name it in openssl.cnf.");
}
#endif

bool ssmtp_store_open_token(ssmtp_store_load *load, const char *uri, const ssmtp_store_request *request)
{
	UI_METHOD *ui;
	bool ok;

	/* The rest of the URI may hold a PIN (RFC 7512 pin-value): it stays out of error texts. */
	snprintf(load->name, sizeof(load->name), "(PKCS#11 token)");
	if (strncmp(uri, "pkcs11:", 7) != 0) {
		return ssmtp_store_refuse(load, "CertStore must be a pkcs11: URI (RFC 7512).");
	}
	if (!uri_files_allowed(load, uri, request)) {
		return false;
	}
	ui = UI_UTIL_wrap_read_pem_callback(ssmtp_store_password_callback, 0);
	if (ui == NULL) {
		return ssmtp_error_nomem(load->error);
	}
	ok = OSSL_PROVIDER_available(NULL, "pkcs11") == 1 ? provider_read(load, uri, ui) : engine_open(load, uri, ui);
	UI_destroy_method(ui);
	return ok;
}
