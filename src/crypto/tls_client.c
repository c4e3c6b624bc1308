/* TLS client authentication. The certificate hangs on the SSL, never on the
 * shared context, so that no private key outlives its owner. */
#include "crypto/tls_internal.h"

#include <openssl/x509v3.h>

static bool client_refused(ssmtp_error *error, int code, const char *what)
{
	return ssmtp_ossl_error(error, SSMTP_ERROR_CERTIFICATE, code, what);
}

static bool chain_has_issuer(STACK_OF(X509) * chain, X509 *certificate)
{
	for (int i = 0; i < sk_X509_num(chain); i++) {
		if (X509_check_issued(sk_X509_value(chain, i), certificate) == X509_V_OK) {
			return true;
		}
	}
	return false;
}

static bool client_add_chain(SSL *ssl, STACK_OF(X509) * chain, ssmtp_error *error)
{
	for (int i = 0; i < sk_X509_num(chain); i++) {
		if (!SSL_add1_chain_cert(ssl, sk_X509_value(chain, i))) {
			return client_refused(
				error, SSMTP_E_CHAIN_NOT_VERIFIED, "the chain of the TLS client certificate cannot be used");
		}
	}
	return true;
}

/* SSLCACerts: the chain is what the setting names. */
static bool client_add_named_chain(SSL *ssl, X509 *leaf, const char *text, ssmtp_error *error)
{
	STACK_OF(X509) *chain = ssmtp_certificate_parse_stack(ssmtp_slice_str(text), SSMTP_TLS_CHAIN_MAX, error);
	bool ok;

	if (chain == NULL) {
		ssmtp_error_prefix(error, "SSLCACerts");
		return false;
	}
	ok = chain_has_issuer(chain, leaf) ? client_add_chain(ssl, chain, error)
									   : ssmtp_error_set(error, SSMTP_ERROR_CERTIFICATE, SSMTP_E_CHAIN_NOT_FOUND,
											 "SSLCACerts does not hold the issuer of the TLS client certificate.");
	sk_X509_pop_free(chain, X509_free);
	return ok;
}

static bool client_add_chains(SSL *ssl, X509 *leaf, const ssmtp_tls_options *options, ssmtp_error *error)
{
	STACK_OF(X509) * chain;

	if (options->client_ca_certs != NULL && *options->client_ca_certs != '\0') {
		return client_add_named_chain(ssl, leaf, options->client_ca_certs, error);
	}
	chain = ssmtp_identity_chain(options->client);
	return chain == NULL || client_add_chain(ssl, chain, error);
}

bool ssmtp_tls_client_attach(SSL *ssl, const ssmtp_tls_options *options, ssmtp_error *error)
{
	const ssmtp_certificate *certificate;
	EVP_PKEY *key;
	X509 *leaf;

	if (options->client == NULL) {
		return true;
	}
	certificate = ssmtp_identity_certificate(options->client);
	key = ssmtp_identity_key(options->client);
	if (certificate == NULL || key == NULL) {
		return ssmtp_error_set(error, SSMTP_ERROR_CERTIFICATE, SSMTP_E_CLIENT_CERT,
			"The selected TLS client certificate has no %s.",
			certificate == NULL ? "certificate, only a key" : "private key");
	}
	leaf = ssmtp_certificate_x509(certificate);
	if (!SSL_use_certificate(ssl, leaf) || !SSL_use_PrivateKey(ssl, key) || !SSL_check_private_key(ssl)) {
		return client_refused(error, SSMTP_E_CREDENTIALS, "the TLS client certificate cannot be used");
	}
	return client_add_chains(ssl, leaf, options, error);
}
