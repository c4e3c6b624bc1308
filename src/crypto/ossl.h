/* OpenSSL's view of the opaque types; included only inside src/crypto. */
#ifndef SSMTP_CRYPTO_OSSL_H
#define SSMTP_CRYPTO_OSSL_H

#include <openssl/evp.h>
#include <openssl/x509.h>

#include "crypto/certificate.h"
#include "crypto/identity.h"

X509 *ssmtp_certificate_x509(const ssmtp_certificate *certificate);             /* borrowed */
ssmtp_certificate *ssmtp_certificate_new_x509(X509 *x509, ssmtp_error *error);  /* takes a reference of its own */
EVP_PKEY *ssmtp_identity_key(const ssmtp_identity *identity);                   /* borrowed, may be NULL */
STACK_OF(X509) *ssmtp_identity_chain(const ssmtp_identity *identity);           /* borrowed: further certificates of the store, may be NULL */

/* Fills error with code and "what: OpenSSL's reason", system = the OpenSSL code, and clears the queue above the mark. */
bool ssmtp_ossl_error(ssmtp_error *error, ssmtp_error_kind kind, int code, const char *what);

#endif
