/* Names of ciphers, digests and keys, and what S/MIME does with each: the tables. */
#ifndef SSMTP_CRYPTO_SMIME_ALGORITHMS_H
#define SSMTP_CRYPTO_SMIME_ALGORITHMS_H

#include "crypto/ossl.h"

typedef struct ssmtp_smime_cipher {
	const char *names[4]; /* without '-' and '_', upper case; the first is the one we print */
	const char *oid;      /* NULL: none of its own */
	int nid;
	uint8_t block_octets; /* what the padding fills up to; 1 for AEAD */
	bool aead;            /* AuthEnvelopedData (RFC 5083, 5084) */
	bool refused;         /* known, but no longer secure: error at use */
} ssmtp_smime_cipher;

typedef struct ssmtp_smime_digest {
	const char *names[2];
	const char *oid;
	const char *micalg; /* RFC 8551 section 3.5.3.2 */
	int nid;
	uint16_t bits;
	bool refused;
} ssmtp_smime_digest;

typedef enum ssmtp_key_family {
	SSMTP_KEY_RSA,
	SSMTP_KEY_RSA_PSS,
	SSMTP_KEY_EC,
	SSMTP_KEY_PURE,
	SSMTP_KEY_KEM
} ssmtp_key_family;

/* A row a key type (of an elliptic curve key: a row a curve). */
typedef struct ssmtp_smime_key {
	const char *type;  /* EVP_PKEY_is_a() */
	const char *group; /* NULL: any */
	ssmtp_key_family family;
	uint16_t digest_bits;        /* the least digest it signs with; 0: it cannot sign here */
	bool fixed_signature;        /* every signature has EVP_PKEY_get_size() octets */
	unsigned long encrypt_since; /* OPENSSL_VERSION_NUMBER from which it can receive; 0: never */
} ssmtp_smime_key;

/* NULL and error 10194 when the name (or dotted OID) is unknown; "" and NULL give the default. */
const ssmtp_smime_cipher *ssmtp_smime_cipher_find(ssmtp_slice name, ssmtp_error *error);
const ssmtp_smime_digest *ssmtp_smime_digest_find(ssmtp_slice name, ssmtp_error *error);
/* The weakest digest of at least so many bits (SHA-2). */
const ssmtp_smime_digest *ssmtp_smime_digest_of_bits(uint16_t bits);
/* NULL when the key is of no known type. */
const ssmtp_smime_key *ssmtp_smime_key_find(const EVP_PKEY *key);
/* "RSA 1024 bits", for error texts. */
void ssmtp_smime_key_describe(const EVP_PKEY *key, char *out, size_t room);
/* SMIMECapabilities (RFC 8551 section 2.5.2) from comma-separated cipher names, "" = AES-256-CBC and AES-128-CBC. */
STACK_OF(X509_ALGOR) * ssmtp_smime_capabilities_new(const char *names, ssmtp_error *error);

#endif
