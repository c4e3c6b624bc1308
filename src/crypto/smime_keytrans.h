/* EnvelopedData whose recipients all have RSA keys and RSAES-PKCS1-v1_5: PKCS #7
 * 1.5, which everybody reads. */
#ifndef SSMTP_CRYPTO_SMIME_KEYTRANS_H
#define SSMTP_CRYPTO_SMIME_KEYTRANS_H

#include "crypto/smime.h"
#include "crypto/smime_algorithms.h"

/* A new content key, encrypted to everyone: appends the DER around an empty
 * encryptedContent to der and returns a context that encrypts the content with
 * that key and a new IV. NULL without memory or with OpenSSL's error. */
EVP_CIPHER_CTX *ssmtp_keytrans_new(const ssmtp_recipient_certs *recipients, const ssmtp_smime_cipher *cipher,
	ssmtp_buf *der, ssmtp_error *error);

#endif
