/* Options to SSL_CTX. Building one takes about 240 microseconds, a tenth of a
 * connection, so connections with equal options share it (shared.h); what
 * belongs to one connection hangs on its SSL. */
#include "crypto/tls_internal.h"

#include <openssl/err.h>

#include "base/alloc.h"
#include "crypto/strength.h"

#define CONTEXT_KEY_MAX ((size_t) 1 << 24)
#define CONTEXT_LIST_MAX 65536

/* SSLEnabledProtocols: a bit pair a version, the higher bit is the client's. */
static const struct {
	int client_bit;
	int version; /* 0: not in OpenSSL 3 */
	const char *name;
	uint64_t off;
} protocols[] = {
	{ 0x8, 0, "SSL2", 0 },
	{ 0x20, 0, "SSL3", 0 },
	{ 0x80, TLS1_VERSION, "TLSv1", SSL_OP_NO_TLSv1 },
	{ 0x200, TLS1_1_VERSION, "TLSv1.1", SSL_OP_NO_TLSv1_1 },
	{ 0x800, TLS1_2_VERSION, "TLSv1.2", SSL_OP_NO_TLSv1_2 },
	{ 0x2000, TLS1_3_VERSION, "TLSv1.3", SSL_OP_NO_TLSv1_3 },
};
#define PROTOCOL_COUNT (sizeof(protocols) / sizeof(protocols[0]))
enum { BIT_TLS12 = 0x800, BIT_TLS13 = 0x2000, BITS_OLD = 0x80 | 0x200, BITS_BEFORE_13 = BITS_OLD | BIT_TLS12 };

typedef struct context_build {
	const ssmtp_tls_options *options;
	ssmtp_tls_context *context;
	int versions; /* client bits in force */
	ssmtp_buf tls13_suites, older_suites, list;
	ssmtp_error *error;
} context_build;

static bool set(const char *text)
{
	return text != NULL && *text != '\0';
}

static bool context_refused(context_build *build, int code, const char *what)
{
	return ssmtp_ossl_error(build->error, SSMTP_ERROR_TLS, code, what);
}

/* -- protocol versions -- */

static bool context_cap_version(context_build *build)
{
	const char *name = build->options->context_protocol;
	bool capped = false;

	if (!set(name) || strcmp(name, "TLS") == 0 || strcmp(name, "SSL") == 0) {
		return true;
	}
	for (size_t i = 0; i < PROTOCOL_COUNT; i++) {
		if (capped) {
			build->versions &= ~protocols[i].client_bit;
		}
		capped = capped || (protocols[i].version != 0 && strcmp(name, protocols[i].name) == 0);
	}
	return capped || ssmtp_error_argument(build->error,
						 "SSLContextProtocol \"%s\" is not TLS, TLSv1, TLSv1.1, TLSv1.2 or TLSv1.3.", name);
}

static bool context_read_versions(context_build *build)
{
	int asked = build->options->enabled_protocols;

	if (asked <= 0 || asked > 0x3fff) {
		return ssmtp_error_argument(build->error, "SSLEnabledProtocols %d names no TLS version.", asked);
	}
	for (size_t i = 0; i < PROTOCOL_COUNT; i++) {
		if ((asked & protocols[i].client_bit) == 0) {
			continue;
		}
		if (protocols[i].version != 0) {
			build->versions |= protocols[i].client_bit;
		} else if (!ssmtp_buf_printf(
					   &build->context->notes, "%s is not available and was skipped.\n", protocols[i].name)) {
			return ssmtp_error_nomem(build->error);
		}
	}
	if (!context_cap_version(build)) {
		return false;
	}
	return build->versions != 0 || ssmtp_error_set(build->error, SSMTP_ERROR_TLS, SSMTP_E_HANDSHAKE,
									   "SSLEnabledProtocols %d leaves no TLS version that OpenSSL has.", asked);
}

static bool context_set_versions(context_build *build)
{
	SSL_CTX *ctx = build->context->ctx;
	int lowest = 0;
	int highest = 0;

	for (size_t i = 0; i < PROTOCOL_COUNT; i++) {
		if (build->versions & protocols[i].client_bit) {
			highest = protocols[i].version;
			lowest = lowest == 0 ? highest : lowest;
		} else {
			SSL_CTX_set_options(ctx, protocols[i].off);
		}
	}
	return (SSL_CTX_set_min_proto_version(ctx, lowest) && SSL_CTX_set_max_proto_version(ctx, highest)) ||
		   context_refused(
			   build, SSMTP_E_HANDSHAKE, "OpenSSL does not allow the protocol versions of SSLEnabledProtocols");
}

/* -- cipher suites -- */

static bool suites_none(context_build *build, const char *setting)
{
	return ssmtp_error_set(
		build->error, SSMTP_ERROR_TLS, SSMTP_E_HANDSHAKE, "%s leaves no cipher suite that OpenSSL has.", setting);
}

/* A list without suites of a version takes the version out of force. */
static bool context_apply_suites(context_build *build, const char *setting)
{
	SSL_CTX *ctx = build->context->ctx;
	const char *tls13 = ssmtp_buf_cstr(&build->tls13_suites);
	const char *older = ssmtp_buf_cstr(&build->older_suites);

	if (tls13 == NULL || older == NULL) {
		return ssmtp_error_nomem(build->error);
	}
	if (*tls13 == '\0' || !SSL_CTX_set_ciphersuites(ctx, tls13)) {
		build->versions &= ~BIT_TLS13;
	}
	if (*older == '\0' || !SSL_CTX_set_cipher_list(ctx, older)) {
		build->versions &= ~BITS_BEFORE_13;
	}
	return build->versions != 0 || suites_none(build, setting);
}

/* SSLCipherStrength: keep what has that many bits. */
static bool context_filter_strength(context_build *build)
{
	STACK_OF(SSL_CIPHER) *ciphers = SSL_CTX_get_ciphers(build->context->ctx);

	ssmtp_buf_clear(&build->tls13_suites);
	ssmtp_buf_clear(&build->older_suites);
	for (int i = 0; i < sk_SSL_CIPHER_num(ciphers); i++) {
		const SSL_CIPHER *cipher = sk_SSL_CIPHER_value(ciphers, i);
		bool new_only = SSL_CIPHER_get_protocol_id(cipher) >> 8 == 0x13;
		ssmtp_buf *list = new_only ? &build->tls13_suites : &build->older_suites;

		if (SSL_CIPHER_get_bits(cipher, NULL) >= build->options->cipher_strength &&
			(build->versions & (new_only ? BIT_TLS13 : BITS_BEFORE_13)) != 0 &&
			!ssmtp_buf_printf(list, "%s%s", ssmtp_buf_len(list) == 0 ? "" : ":", SSL_CIPHER_get_name(cipher))) {
			return ssmtp_error_nomem(build->error);
		}
	}
	return context_apply_suites(build, "SSLCipherStrength");
}

static bool context_set_suites(context_build *build)
{
	const ssmtp_tls_options *options = build->options;
	SSL_CTX *ctx = build->context->ctx;

	if (set(options->cipher_list) && !SSL_CTX_set_cipher_list(ctx, options->cipher_list)) {
		return context_refused(build, SSMTP_E_INVAL, "OpenSSLCipherList cannot be used");
	}
	build->context->auth_level = SSL_CTX_get_security_level(ctx);
	/* Certificates are held against our level where the caller names none: below OpenSSL 3.2 the default is 1. */
	if (build->context->auth_level < SSMTP_SECURITY_LEVEL &&
		(!set(options->cipher_list) || strstr(options->cipher_list, "@SECLEVEL") == NULL)) {
		build->context->auth_level = SSMTP_SECURITY_LEVEL;
	}
	/* OpenSSL forbids TLS 1.0 and 1.1 above level 0. Certificates are still judged by the level before. */
	if (build->versions & BITS_OLD) {
		SSL_CTX_set_security_level(ctx, 0);
	}
	if (set(options->enabled_suites) && strcmp(options->enabled_suites, "*") != 0) {
		if (!ssmtp_tls_suite_lists(ssmtp_slice_str(options->enabled_suites), &build->tls13_suites, &build->older_suites,
				&build->context->notes, build->error) ||
			!context_apply_suites(build, "SSLEnabledCipherSuites")) {
			return false;
		}
	}
	return options->cipher_strength <= 0 || context_filter_strength(build);
}

/* -- groups, signature algorithms, the rest -- */

static bool context_set_groups(context_build *build)
{
	const char *list;

	ssmtp_buf_clear(&build->list);
	if (!ssmtp_tls_group_list(build->options, (build->versions & BITS_BEFORE_13) != 0,
			(build->versions & BIT_TLS13) != 0, &build->list, build->error)) {
		return false;
	}
	list = ssmtp_buf_cstr(&build->list);
	if (list == NULL) {
		return ssmtp_error_nomem(build->error);
	}
	return *list == '\0' || SSL_CTX_set1_groups_list(build->context->ctx, list) ||
		   ssmtp_error_argument(build->error, "OpenSSL does not have all of the TLS groups \"%s\".", list);
}

static bool context_set_sigalgs(context_build *build)
{
	const char *list;

	ssmtp_buf_clear(&build->list);
	if (!ssmtp_tls_sigalg_list(build->options, (build->versions & BITS_BEFORE_13) != 0,
			(build->versions & BIT_TLS13) != 0, &build->list, build->error)) {
		return false;
	}
	list = ssmtp_buf_cstr(&build->list);
	if (list == NULL) {
		return ssmtp_error_nomem(build->error);
	}
	return *list == '\0' || SSL_CTX_set1_sigalgs_list(build->context->ctx, list) ||
		   ssmtp_error_argument(build->error, "OpenSSL does not have all of the signature algorithms \"%s\".", list);
}

/* The chain was judged by nobody yet: the transport does it when the handshake
 * is over. Only a renegotiation may not bring another certificate. */
static int context_on_certificate(X509_STORE_CTX *store, void *unused)
{
	SSL *ssl = X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx());
	const ssmtp_tls *tls = SSL_get_app_data(ssl);

	(void) unused;
	if (tls->leaf != NULL && X509_cmp(tls->leaf, X509_STORE_CTX_get0_cert(store)) != 0) {
		X509_STORE_CTX_set_error(store, X509_V_ERR_APPLICATION_VERIFICATION);
		return 0;
	}
	X509_STORE_CTX_set_error(store, X509_V_OK);
	return 1;
}

/* Runs in the client when the server has sent a CertificateRequest. */
static int context_on_certificate_request(SSL *ssl, void *unused)
{
	ssmtp_tls *tls = SSL_get_app_data(ssl);

	(void) unused;
	tls->client_certificate_asked = true;
	return 1;
}

static void context_set_behaviour(context_build *build)
{
	SSL_CTX *ctx = build->context->ctx;

	SSL_CTX_set_mode(ctx, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_NO_AUTO_CHAIN);
	SSL_CTX_set_read_ahead(ctx, 1);
	SSL_CTX_set_options(ctx, SSL_OP_NO_COMPRESSION);
	if (!build->options->enable_renegotiation) {
		SSL_CTX_set_options(ctx, SSL_OP_NO_RENEGOTIATION);
	}
	SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, NULL);
	SSL_CTX_set_cert_verify_callback(ctx, context_on_certificate, NULL);
	SSL_CTX_set_cert_cb(ctx, context_on_certificate_request, NULL);
	SSL_CTX_set_keylog_callback(ctx, ssmtp_tls_key_log_line);
	ssmtp_tls_session_attach(ctx);
}

/* -- building and sharing -- */

static void context_destroy(ssmtp_shared *shared)
{
	ssmtp_tls_context *context = (ssmtp_tls_context *) shared;

	SSL_CTX_free(context->ctx);
	ssmtp_buf_free(&context->notes);
	ssmtp_free(context);
}

void ssmtp_tls_context_free(ssmtp_tls_context **context)
{
	if (*context != NULL) {
		ssmtp_shared_release(&(*context)->shared);
		*context = NULL;
	}
}

static bool context_key(const ssmtp_tls_options *options, ssmtp_buf *key)
{
	const char *const texts[] = { options->context_protocol, options->cipher_list, options->enabled_suites,
		options->tls12_sigalgs, options->tls13_sigalgs, options->tls12_groups, options->tls13_groups,
		options->tls13_key_share_groups };

	if (!ssmtp_buf_printf(
			key, "%d,%d,%d;", options->enabled_protocols, options->cipher_strength, options->enable_renegotiation)) {
		return false;
	}
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		if (!ssmtp_buf_printf(key, "%zu:", set(texts[i]) ? strlen(texts[i]) : 0) ||
			(set(texts[i]) && !ssmtp_buf_append_str(key, texts[i]))) {
			return false;
		}
	}
	return true;
}

static ssmtp_tls_context *context_new(ssmtp_error *error)
{
	ssmtp_tls_context *context = ssmtp_alloc_zero(sizeof(*context));

	if (context == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	context->shared.destroy = context_destroy;
	context->shared.references = 1;
	ssmtp_buf_init(&context->notes, 1 << 20);
	context->ctx = SSL_CTX_new(TLS_client_method());
	if (context->ctx == NULL) {
		ssmtp_ossl_error(error, SSMTP_ERROR_TLS, SSMTP_E_SECURITY_LIBRARY, "TLS cannot be set up");
		ssmtp_tls_context_free(&context);
	}
	return context;
}

static bool context_build_all(context_build *build)
{
	return context_read_versions(build) && context_set_suites(build) && context_set_versions(build) &&
		   context_set_groups(build) && context_set_sigalgs(build);
}

static ssmtp_tls_context *context_create(const ssmtp_tls_options *options, ssmtp_error *error)
{
	context_build build = { .options = options, .error = error };

	build.context = context_new(error);
	if (build.context == NULL) {
		return NULL;
	}
	ssmtp_buf_init(&build.tls13_suites, CONTEXT_LIST_MAX);
	ssmtp_buf_init(&build.older_suites, CONTEXT_LIST_MAX);
	ssmtp_buf_init(&build.list, CONTEXT_LIST_MAX);
	context_set_behaviour(&build);
	if (!context_build_all(&build)) {
		ssmtp_tls_context_free(&build.context);
	}
	ssmtp_buf_free(&build.list);
	ssmtp_buf_free(&build.older_suites);
	ssmtp_buf_free(&build.tls13_suites);
	return build.context;
}

ssmtp_tls_context *ssmtp_tls_context_open(const ssmtp_tls_options *options, ssmtp_error *error)
{
	ssmtp_tls_context *context = NULL;
	ssmtp_buf key;

	ssmtp_buf_init(&key, CONTEXT_KEY_MAX);
	if (!context_key(options, &key)) {
		ssmtp_error_nomem(error);
		goto done;
	}
	context = (ssmtp_tls_context *) ssmtp_shared_find(context_destroy, ssmtp_buf_slice(&key));
	if (context == NULL && (context = context_create(options, error)) != NULL) {
		ssmtp_shared_publish(&context->shared, ssmtp_buf_slice(&key));
	}
done:
	ERR_clear_error();
	ssmtp_buf_free(&key);
	return context;
}
