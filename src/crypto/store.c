/* The table of store types, recognition of what a store holds, and what the
 * readers share (see store.h). */
#include "crypto/store.h"

#include <openssl/err.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "base/ascii.h"
#include "base/base64.h"

/* A private key in base64 is never shorter. */
#define STORE_BASE64_MIN 40

typedef enum store_form { FORM_FILE, FORM_BLOB, FORM_DIRECTORY, FORM_URI, FORM_AUTO } store_form;

static const struct store_type {
	int type;
	const char *name;
	store_form form;
	unsigned kinds;
} store_types[] = {
#define SSMTP_STORE_TYPE(number, constant, public, name, form, kinds, sentence) { number, name, FORM_##form, kinds },
#include "base/store_types.def"
#undef SSMTP_STORE_TYPE
};

static const struct store_type *store_type_find(int type)
{
	for (size_t i = 0; i < sizeof(store_types) / sizeof(store_types[0]); i++) {
		if (store_types[i].type == type) {
			return &store_types[i];
		}
	}
	return NULL;
}

/* --- errors ------------------------------------------------------------------- */

bool ssmtp_store_refuse(ssmtp_store_load *load, const char *format, ...)
{
	char reason[300];
	va_list args;

	va_start(args, format);
	vsnprintf(reason, sizeof(reason), format, args);
	va_end(args);
	return ssmtp_error_set(load->error, SSMTP_ERROR_CERTIFICATE, SSMTP_E_CERT_STORE,
		"The certificate store %.180s cannot be opened: %s", load->name, reason);
}

bool ssmtp_store_refuse_ossl(ssmtp_store_load *load, const char *what)
{
	char text[512];

	snprintf(text, sizeof(text), "The certificate store %.180s cannot be opened: %.180s", load->name, what);
	return ssmtp_ossl_error(load->error, SSMTP_ERROR_CERTIFICATE, SSMTP_E_CERT_STORE, text);
}

bool ssmtp_store_refuse_password(ssmtp_store_load *load, const ssmtp_secret *used, const char *what)
{
	return used == NULL ? ssmtp_store_refuse(load, "%s is encrypted and no password is set.", what)
						: ssmtp_store_refuse(load, "wrong password (%s cannot be decrypted with it).", what);
}

/* --- what the readers find ------------------------------------------------------ */

bool ssmtp_store_add_certificate(ssmtp_store_load *load, X509 *x509)
{
	STACK_OF(X509) *all = load->store->certificates;

	if (x509 == NULL) {
		return ssmtp_store_refuse_ossl(load, "a certificate cannot be decoded");
	}
	for (int i = 0; i < sk_X509_num(all); i++) {
		if (X509_cmp(sk_X509_value(all, i), x509) == 0) {
			X509_free(x509);
			return true;
		}
	}
	if (sk_X509_push(all, x509) <= 0) {
		X509_free(x509);
		return ssmtp_error_nomem(load->error);
	}
	return true;
}

bool ssmtp_store_add_key(ssmtp_store_load *load, EVP_PKEY *key)
{
	ssmtp_store *store = load->store;
	EVP_PKEY **keys;

	if (key == NULL) {
		return ssmtp_store_refuse_ossl(load, "the private key cannot be decoded");
	}
	if (store->key_count == SSMTP_STORE_KEYS_MAX) {
		EVP_PKEY_free(key);
		return ssmtp_store_refuse(load, "it holds more than %d private keys.", SSMTP_STORE_KEYS_MAX);
	}
	keys = ssmtp_realloc(store->keys, (store->key_count + 1) * sizeof(*keys));
	if (keys == NULL) {
		EVP_PKEY_free(key);
		return ssmtp_error_nomem(load->error);
	}
	store->keys = keys;
	store->keys[store->key_count++] = key;
	return true;
}

void ssmtp_store_free(ssmtp_store *store)
{
	sk_X509_pop_free(store->certificates, X509_free);
	for (size_t i = 0; i < store->key_count; i++) {
		EVP_PKEY_free(store->keys[i]);
	}
	ssmtp_free(store->keys);
	memset(store, 0, sizeof(*store));
}

/* --- passwords ------------------------------------------------------------------ */

const ssmtp_secret *ssmtp_store_key_password(const ssmtp_store_load *load)
{
	if (load->key_password.len > 0) {
		return &load->key_password;
	}
	return load->password.len > 0 ? &load->password : NULL;
}

int ssmtp_store_password_callback(char *buf, int size, int writing, void *context)
{
	const ssmtp_secret *password = ssmtp_store_key_password(context);

	(void) writing;
	if (password == NULL || size < 0 || password->len > (size_t) size) {
		return -1;
	}
	memcpy(buf, password->ptr, password->len);
	return (int) password->len;
}

/* --- recognition ------------------------------------------------------------------ */

static bool starts_with(ssmtp_slice s, const char *text)
{
	return ssmtp_slice_equal_nocase(ssmtp_slice_head(s, strlen(text)), ssmtp_slice_str(text));
}

static bool is_pem(ssmtp_slice s)
{
	static const char begin[] = "-----BEGIN ";

	for (size_t i = 0; i + sizeof(begin) - 1 <= s.len; i++) {
		if (s.ptr[i] == '-' && memcmp(s.ptr + i, begin, sizeof(begin) - 1) == 0) {
			return true;
		}
	}
	return false;
}

/* A SEQUENCE in DER of some length; '0' is the same octet in a text. */
static bool is_der(ssmtp_slice s)
{
	return s.len > 2 && s.ptr[0] == 0x30 && (s.ptr[1] >= 0x80 || s.len == (size_t) s.ptr[1] + 2);
}

static bool is_jks(ssmtp_slice s)
{
	return s.len > 4 && (memcmp(s.ptr, "\xfe\xed\xfe\xed", 4) == 0 || memcmp(s.ptr, "\xce\xce\xce\xce", 4) == 0);
}

static bool is_ppk(ssmtp_slice s)
{
	return starts_with(s, "PuTTY-User-Key-File-");
}
static bool is_json(ssmtp_slice s)
{
	return s.len > 0 && s.ptr[0] == '{';
}
static bool is_xml(ssmtp_slice s)
{
	return s.len > 0 && s.ptr[0] == '<';
}

static bool is_ssh(ssmtp_slice s)
{
	return starts_with(s, "ssh-") || starts_with(s, "ecdsa-sha2-") || starts_with(s, "sk-") ||
		   starts_with(s, "---- BEGIN SSH2 PUBLIC KEY");
}

#define KINDS_DER (SSMTP_KIND_CERTIFICATE | SSMTP_KIND_PFX | SSMTP_KIND_P7B | SSMTP_KIND_KEY | SSMTP_KIND_BCFKS)

static const struct store_row {
	unsigned kinds;
	const char *name;
	bool (*is)(ssmtp_slice octets);
	ssmtp_store_reader read;
} store_rows[] = {
	{ SSMTP_KIND_JKS, "a Java key store", is_jks, ssmtp_store_read_jks },
	{ KINDS_DER, "DER", is_der, ssmtp_store_read_der },
	{ SSMTP_KIND_PPK, "a PuTTY key", is_ppk, ssmtp_store_read_ppk },
	{ SSMTP_KIND_SSH, "an SSH public key", is_ssh, ssmtp_store_read_ssh_public },
	{ SSMTP_KIND_PEM, "PEM", is_pem, ssmtp_store_read_pem },
	{ SSMTP_KIND_JWK, "JSON", is_json, ssmtp_store_read_jwk },
	{ SSMTP_KIND_XML, "XML", is_xml, ssmtp_store_read_xml },
};

/* Byte order mark and white space in front mean nothing in any of the text forms. */
static ssmtp_slice skip_blank(ssmtp_slice s)
{
	if (s.len >= 3 && memcmp(s.ptr, "\xef\xbb\xbf", 3) == 0) {
		s = ssmtp_slice_skip(s, 3);
	}
	while (s.len > 0 && (ssmtp_is_wsp(s.ptr[0]) || s.ptr[0] == '\r' || s.ptr[0] == '\n')) {
		s = ssmtp_slice_skip(s, 1);
	}
	return s;
}

static const struct store_row *store_recognise(ssmtp_slice octets)
{
	for (size_t i = 0; i < sizeof(store_rows) / sizeof(store_rows[0]); i++) {
		if (store_rows[i].is(octets)) {
			return &store_rows[i];
		}
	}
	return NULL;
}

static bool store_read_row(ssmtp_store_load *load, const struct store_row *row, ssmtp_slice octets)
{
	if ((row->kinds & load->kinds) == 0) {
		return ssmtp_store_refuse(load, "it is %s; set the store type that fits, or 99 to find out.", row->name);
	}
	return row->read(load, octets);
}

/* Reads octets of whatever kind load->kinds allows, base64 around them included. */
static bool store_read(ssmtp_store_load *load, ssmtp_slice octets)
{
	const struct store_row *row;
	ssmtp_buf decoded;
	bool ok;

	octets = skip_blank(octets);
	if (octets.len > SSMTP_STORE_OCTETS_MAX) {
		return ssmtp_store_refuse(load, "it is larger than 16 MiB.");
	}
	row = store_recognise(octets);
	if (row != NULL) {
		return store_read_row(load, row, octets);
	}
	ssmtp_buf_init_secret(&decoded, SSMTP_STORE_OCTETS_MAX);
	if (octets.len > 0 && ssmtp_base64_decode_text(&decoded, octets)) {
		row = store_recognise(ssmtp_buf_slice(&decoded));
	}
	if (row == NULL) {
		ok = ssmtp_store_refuse(load, octets.len == 0 ? "it is empty." : "its format is not recognised.");
	} else {
		ok = store_read_row(load, row, ssmtp_buf_slice(&decoded));
	}
	ssmtp_buf_free(&decoded);
	return ok;
}

/* --- opening ------------------------------------------------------------------------ */

typedef struct store_walk {
	ssmtp_store_load *load;
	const ssmtp_store_request *request;
} store_walk;

/* A directory may hold anything: what cannot be read is not the store's business. */
static bool store_visit(void *context, const char *file)
{
	store_walk *walk = context;
	ssmtp_error ignored = { 0 };
	ssmtp_store_load load = *walk->load;
	ssmtp_buf octets;

	load.error = &ignored;
	ssmtp_buf_init_secret(&octets, SSMTP_STORE_OCTETS_MAX);
	if (ssmtp_store_read_file(&octets, file, walk->request, &ignored)) {
		store_read(&load, ssmtp_buf_slice(&octets));
	}
	ssmtp_buf_free(&octets);
	return ignored.kind != SSMTP_ERROR_NOMEM || ssmtp_error_nomem(walk->load->error);
}

static bool store_open_file(ssmtp_store_load *load, const ssmtp_store_request *request, const char *path)
{
	ssmtp_buf octets;
	bool ok;

	ssmtp_buf_init_secret(&octets, SSMTP_STORE_OCTETS_MAX);
	ok = ssmtp_store_read_file(&octets, path, request, load->error) && store_read(load, ssmtp_buf_slice(&octets));
	ssmtp_buf_free(&octets);
	return ok;
}

static bool store_open_path(ssmtp_store_load *load, const ssmtp_store_request *request, const char *path)
{
	store_walk walk = { load, request };

	if (request->file_allowed != NULL && !request->file_allowed(path)) {
		return ssmtp_store_refuse(load, "open_basedir does not allow this path.");
	}
	if (ssmtp_store_is_directory(path)) {
		return ssmtp_store_walk(path, store_visit, &walk, load->error);
	}
	return store_open_file(load, request, path);
}

/* Does the text of an automatic store name a file that may be read? */
static bool store_names_file(const ssmtp_store_request *request, const char *path)
{
	return request->store.len < 4096 && strlen(path) == request->store.len &&
		   (request->file_allowed == NULL || request->file_allowed(path)) && ssmtp_store_exists(path);
}

/* Base64 of what store_rows knows, by how that begins. A relative path of such a length, without a dot, hardly does. */
static bool is_base64_store(ssmtp_slice text)
{
	static const char *const begins[] = { "MA", "MB", "MC", "MD", "ME", "MF", "MG", "MH", "MI", "LS0t", "eyJ", "ewo",
		"PD", "PF", "UHVU", "/u3+" };
	bool is = false;

	for (size_t i = 0; i < text.len; i++) {
		if (!ssmtp_is_alnum(text.ptr[i]) && strchr("+/=", text.ptr[i]) == NULL) {
			return false;
		}
	}
	for (size_t i = 0; !is && i < sizeof(begins) / sizeof(begins[0]); i++) {
		is = ssmtp_slice_equal(ssmtp_slice_head(text, strlen(begins[i])), ssmtp_slice_str(begins[i]));
	}
	return is && text.len >= STORE_BASE64_MIN;
}

/* Octets of a store where a path belongs: an error that quoted the path would tell the private key. */
static bool store_is_content(ssmtp_slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] < ' ') {
			return true;
		}
	}
	return is_json(text) || is_xml(text) || is_pem(text) || is_base64_store(text);
}

static bool store_open_form(
	ssmtp_store_load *load, const struct store_type *type, const ssmtp_store_request *request, const char *path)
{
	store_form form = type->form;

	if (form == FORM_AUTO) {
		form = strncmp(path, "pkcs11:", 7) == 0  ? FORM_URI
			   : store_names_file(request, path) ? FORM_DIRECTORY
												 : FORM_BLOB;
	}
	if (form == FORM_BLOB) {
		snprintf(load->name, sizeof(load->name), "(%s in memory)", type->name);
		return store_read(load, request->store);
	}
	if (strlen(path) != request->store.len) {
		return ssmtp_store_refuse(load, "the path contains a NUL octet.");
	}
	if (form != FORM_URI && store_is_content(request->store)) {
		return ssmtp_store_refuse(load, "a path is expected, the value is the content of a store; set the store type "
										"of a blob, or 99 to find out.");
	}
	snprintf(load->name, sizeof(load->name), "%s", path);
	if (form == FORM_URI) {
		return ssmtp_store_open_token(load, path, request);
	}
	return form == FORM_FILE ? store_open_file(load, request, path) : store_open_path(load, request, path);
}

bool ssmtp_store_open(ssmtp_store *store, const ssmtp_store_request *request, ssmtp_error *error)
{
	const struct store_type *type = store_type_find(request->type);
	ssmtp_store_load load = { .store = store, .error = error };
	char *path = NULL;
	bool ok = false;

	if (type == NULL) {
		return ssmtp_error_argument(error, "There is no certificate store type %d.", request->type);
	}
	snprintf(load.name, sizeof(load.name), "(%s)", type->name);
	if (request->store.len == 0) {
		return ssmtp_store_refuse(&load, "CertStore is empty.");
	}
	load.kinds = type->kinds;
	load.skip_keys = request->type == SSMTP_STORE_PUBLIC_FILE || request->type == SSMTP_STORE_PUBLIC_BLOB;
	ERR_set_mark();
	store->certificates = sk_X509_new_null();
	path = ssmtp_strndup(request->store.ptr, request->store.len);
	if (store->certificates == NULL || path == NULL || !ssmtp_secret_set(&load.password, request->password) ||
		!ssmtp_secret_set(&load.key_password, request->key_password)) {
		ssmtp_error_nomem(error);
		goto done;
	}
	ok = store_open_form(&load, type, request, path);
done:
	if (path != NULL) {
		ssmtp_wipe(path, request->store.len);
	}
	ssmtp_free(path);
	ssmtp_secret_free(&load.password);
	ssmtp_secret_free(&load.key_password);
	ERR_pop_to_mark();
	return ok;
}
