/* Certificate stores (spec properties 3.10): octets become certificates and
 * private keys. Included only inside src/crypto. A kind of store is a row of
 * store.c and a reader in store_<kind>.c. */
#ifndef SSMTP_CRYPTO_STORE_H
#define SSMTP_CRYPTO_STORE_H

#include <openssl/provider.h>

#include "base/secret.h"
#include "crypto/ossl.h"

/* Larger stores are refused: nobody's keys need that, and OpenSSL's decoders copy what they read. */
#define SSMTP_STORE_OCTETS_MAX ((size_t) 16 << 20)
#define SSMTP_STORE_KEYS_MAX 256

/* What the octets are, found by looking at them. */
typedef enum ssmtp_store_kind {
	SSMTP_KIND_PEM = 1 << 0,
	SSMTP_KIND_CERTIFICATE = 1 << 1, /* DER */
	SSMTP_KIND_PFX = 1 << 2,
	SSMTP_KIND_P7B = 1 << 3,
	SSMTP_KIND_KEY = 1 << 4, /* DER: PKCS#8, encrypted or not, or the older forms */
	SSMTP_KIND_JKS = 1 << 5,
	SSMTP_KIND_PPK = 1 << 6,
	SSMTP_KIND_SSH = 1 << 7,
	SSMTP_KIND_XML = 1 << 8,
	SSMTP_KIND_JWK = 1 << 9,
	SSMTP_KIND_BCFKS = 1 << 10,
	SSMTP_KIND_ANY = (1 << 11) - 1
} ssmtp_store_kind;

typedef struct ssmtp_store {
	STACK_OF(X509) * certificates; /* in the order of the store, none twice */
	EVP_PKEY **keys;               /* private keys */
	size_t key_count;
	bool public_key; /* a bare public key was there: good for nothing here, but worth a word */
} ssmtp_store;

/* One reading of one store. */
typedef struct ssmtp_store_load {
	ssmtp_store *store;
	char name[256];            /* for error texts: the path, or "PFX blob" */
	unsigned kinds;            /* mask of ssmtp_store_kind that the type allows */
	bool skip_keys;            /* the type holds certificates only */
	ssmtp_secret password;     /* ptr NULL: none was set */
	ssmtp_secret key_password; /* likewise; falls back to password */
	ssmtp_error *error;
} ssmtp_store_load;

/* Every reader appends to load->store; false with the error set. */
typedef bool (*ssmtp_store_reader)(ssmtp_store_load *load, ssmtp_slice octets);
bool ssmtp_store_read_pem(ssmtp_store_load *load, ssmtp_slice octets);
bool ssmtp_store_read_der(ssmtp_store_load *load, ssmtp_slice octets);
bool ssmtp_store_read_pfx(ssmtp_store_load *load, ssmtp_slice octets);

bool ssmtp_store_read_jwk(ssmtp_store_load *load, ssmtp_slice octets);
bool ssmtp_store_read_xml(ssmtp_store_load *load, ssmtp_slice octets);
bool ssmtp_store_read_ssh_public(ssmtp_store_load *load, ssmtp_slice octets);
/* The decoded block "OPENSSH PRIVATE KEY" of a PEM text. */
bool ssmtp_store_read_ssh_private(ssmtp_store_load *load, ssmtp_slice octets);
bool ssmtp_store_read_ppk(ssmtp_store_load *load, ssmtp_slice octets);
bool ssmtp_store_read_jks(ssmtp_store_load *load, ssmtp_slice octets);
bool ssmtp_store_is_bcfks(ssmtp_slice octets);
bool ssmtp_store_read_bcfks(ssmtp_store_load *load, ssmtp_slice octets);
/* A key on a token; uri is RFC 7512. */
bool ssmtp_store_open_token(ssmtp_store_load *load, const char *uri, const ssmtp_store_request *request);

/* Opens the store of the request into *store (zeroed); error 271. Release it in either case. */
bool ssmtp_store_open(ssmtp_store *store, const ssmtp_store_request *request, ssmtp_error *error);
void ssmtp_store_free(ssmtp_store *store);

/* Files of the store; *directory tells that the path names a directory. Errors 271 name the path. */
bool ssmtp_store_read_file(ssmtp_buf *out, const char *path, const ssmtp_store_request *request, ssmtp_error *error);
bool ssmtp_store_is_directory(const char *path);
bool ssmtp_store_exists(const char *path);
/* Calls visit for every file of the directory whose name ends like a certificate's, in the order of the names. */
bool ssmtp_store_walk(
	const char *path, bool (*visit)(void *context, const char *file), void *context, ssmtp_error *error);

/* Both consume their argument, also on failure. A NULL argument is out of memory or what OpenSSL queued. */
bool ssmtp_store_add_certificate(ssmtp_store_load *load, X509 *x509);
bool ssmtp_store_add_key(ssmtp_store_load *load, EVP_PKEY *key);

/* Error 271 "The certificate store NAME cannot be opened: REASON". Returns false. */
bool ssmtp_store_refuse(ssmtp_store_load *load, const char *format, ...)
#if defined(__GNUC__)
	__attribute__((format(printf, 2, 3)))
#endif
	;
/* The same with OpenSSL's reason behind what. */
bool ssmtp_store_refuse_ossl(ssmtp_store_load *load, const char *what);

/* The password for keys, NULL when none was set. */
const ssmtp_secret *ssmtp_store_key_password(const ssmtp_store_load *load);
/* Password callback of OpenSSL over a load. Never asks the terminal: -1 without a password. */
int ssmtp_store_password_callback(char *buf, int size, int writing, void *load);
/* "wrong password" or "no password is set", for a decryption that failed. */
bool ssmtp_store_refuse_password(ssmtp_store_load *load, const ssmtp_secret *used, const char *what);

/* A private context with the default and the legacy provider. The process's own context is never touched:
 * loading the legacy provider there would change all of PHP. */
typedef struct ssmtp_legacy {
	OSSL_LIB_CTX *context;
	OSSL_PROVIDER *providers[2];
} ssmtp_legacy;
/* false when the legacy provider is not installed; *legacy is to be freed in either case. */
bool ssmtp_legacy_open(ssmtp_legacy *legacy);
void ssmtp_legacy_free(ssmtp_legacy *legacy);
/* EncryptedPrivateKeyInfo (RFC 5958). Adds the key; false with the error set. */
bool ssmtp_store_add_encrypted_key(ssmtp_store_load *load, const X509_SIG *encrypted);
/* Is the iteration count of a password-based algorithm one that ends in seconds? */
bool ssmtp_pbe_bearable(const X509_ALGOR *algorithm);
/* RFC 8018 appendix A.5: PBMAC1, whose OBJECT IDENTIFIER OpenSSL names from 3.4 on. */
bool ssmtp_pbe_is_pbmac1(const X509_ALGOR *algorithm);
#define SSMTP_PBE_ITERATIONS_MAX 5000000

#endif
