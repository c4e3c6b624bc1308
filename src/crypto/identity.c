/* Certificate, private key and chain, chosen from a store (see identity.h). */
#include "crypto/identity.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "crypto/identity_match.h"

/* More than the choices one program signs with. */
#define NOTES_MAX 8

struct ssmtp_identity {
	int references;
	CRYPTO_RWLOCK *lock; /* for platforms on which OpenSSL cannot count without one */
	X509 *certificate;   /* NULL for a bare key */
	EVP_PKEY *key;       /* NULL: public-key purposes only */
	STACK_OF(X509) * chain;
	ssmtp_identity_note *notes; /* changed under lock */
	size_t note_count;
};

static void identity_destroy(ssmtp_identity *identity)
{
	while (identity->notes != NULL) {
		ssmtp_identity_note *note = identity->notes;

		identity->notes = note->next;
		note->destroy(note);
	}
	X509_free(identity->certificate);
	EVP_PKEY_free(identity->key);
	sk_X509_pop_free(identity->chain, X509_free);
	CRYPTO_THREAD_lock_free(identity->lock);
	ssmtp_free(identity);
}

ssmtp_identity *ssmtp_identity_ref(ssmtp_identity *identity)
{
	int now;

	if (identity != NULL) {
		CRYPTO_atomic_add(&identity->references, 1, &now, identity->lock);
	}
	return identity;
}

void ssmtp_identity_free(ssmtp_identity **identity)
{
	int now = 1;

	if (*identity != NULL && CRYPTO_atomic_add(&(*identity)->references, -1, &now, (*identity)->lock) == 1 &&
		now == 0) {
		identity_destroy(*identity);
	}
	*identity = NULL;
}

/* All certificates of the store but the identity's own. */
static STACK_OF(X509) * identity_chain_of(const ssmtp_store *store, const X509 *own)
{
	STACK_OF(X509) *chain = sk_X509_new_null();

	for (int i = 0; chain != NULL && i < sk_X509_num(store->certificates); i++) {
		X509 *x509 = sk_X509_value(store->certificates, i);

		if (own != NULL && X509_cmp(x509, own) == 0) {
			continue;
		}
		if (sk_X509_push(chain, x509) <= 0) {
			sk_X509_pop_free(chain, X509_free);
			return NULL;
		}
		X509_up_ref(x509);
	}
	return chain;
}

/* Takes references of its own. */
static ssmtp_identity *identity_new(const ssmtp_store *store, X509 *certificate, EVP_PKEY *key, ssmtp_error *error)
{
	ssmtp_identity *identity = ssmtp_alloc_zero(sizeof(*identity));

	if (identity == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	identity->references = 1;
	identity->lock = CRYPTO_THREAD_lock_new();
	identity->chain = identity_chain_of(store, certificate);
	if (identity->lock == NULL || identity->chain == NULL) {
		identity_destroy(identity);
		ssmtp_error_nomem(error);
		return NULL;
	}
	if (certificate != NULL && X509_up_ref(certificate) == 1) {
		identity->certificate = certificate;
	}
	if (key != NULL && EVP_PKEY_up_ref(key) == 1) {
		identity->key = key;
	}
	return identity;
}

static bool identity_key_missing(const ssmtp_store *store, X509 *certificate, ssmtp_error *error)
{
	ssmtp_buf subject;
	ssmtp_slice name;

	ssmtp_buf_init(&subject, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_dn_append(&subject, X509_get_subject_name(certificate));
	name = ssmtp_slice_head(ssmtp_buf_slice(&subject), 200);
	ssmtp_error_set(error, SSMTP_ERROR_CERTIFICATE, SSMTP_E_CREDENTIALS,
		store->key_count > 0 ? "The private key of the store does not belong to the certificate %.*s."
							 : "The store holds no private key for the certificate %.*s.",
		SSMTP_SLICE_FMT(name));
	ssmtp_buf_free(&subject);
	return false;
}

static ssmtp_identity *identity_of_certificate(
	const ssmtp_store *store, X509 *certificate, bool need_key, ssmtp_error *error)
{
	EVP_PKEY *key = ssmtp_store_find_key(store, certificate);

	if (key == NULL && need_key) {
		identity_key_missing(store, certificate, error);
		return NULL;
	}
	return identity_new(store, certificate, key, error);
}

/* A store that holds keys but no certificate can still serve with CertEncoded or where a key is enough. */
static bool identity_is_bare_key(const ssmtp_store *store, const ssmtp_store_request *request)
{
	return sk_X509_num(store->certificates) == 0 && store->key_count > 0 &&
		   (request->subject.len == 0 || ssmtp_slice_equal(request->subject, SSMTP_SLICE("*")));
}

static ssmtp_identity *identity_by_subject(
	const ssmtp_store *store, const ssmtp_store_request *request, ssmtp_error *error)
{
	X509 *certificate;

	if (identity_is_bare_key(store, request)) {
		return identity_new(store, NULL, store->keys[0], error);
	}
	certificate = ssmtp_identity_match(store, request->subject, ssmtp_clock_s(), error);
	return certificate == NULL ? NULL : identity_of_certificate(store, certificate, request->need_key, error);
}

/* CertEncoded may be PEM with the private key beside the certificate: it is a PEM store then. */
static bool identity_read_encoded(ssmtp_store *store, const ssmtp_store_request *request, ssmtp_error *error)
{
	ssmtp_store_request pem = *request;

	pem.type = SSMTP_STORE_PEM_BLOB;
	pem.store = request->encoded;
	return ssmtp_store_open(store, &pem, error);
}

/* Gathers the keys and certificates that may go with CertEncoded. */
static bool identity_open_for_encoded(ssmtp_store *store, const ssmtp_store_request *request, ssmtp_error *error)
{
	if (!identity_read_encoded(store, request, error)) {
		return false;
	}
	if (store->key_count > 0 || request->store.len == 0) {
		return true;
	}
	ssmtp_store_free(store);
	if (ssmtp_store_open(store, request, error)) {
		return true;
	}
	/* The default of CertStoreType is a system store, which need not exist: no key is found then
	 * (spec properties 3.10, rule 3). A store that was named must open. */
	if (request->type != SSMTP_STORE_USER && request->type != SSMTP_STORE_MACHINE) {
		return false;
	}
	ssmtp_store_free(store);
	ssmtp_error_clear(error);
	return true;
}

static ssmtp_identity *identity_by_encoded(ssmtp_store *store, const ssmtp_store_request *request, ssmtp_error *error)
{
	ssmtp_certificate *certificate = ssmtp_certificate_parse(request->encoded, error);
	ssmtp_identity *identity = NULL;

	if (certificate != NULL && identity_open_for_encoded(store, request, error)) {
		identity = identity_of_certificate(store, ssmtp_certificate_x509(certificate), request->need_key, error);
	}
	ssmtp_certificate_free(&certificate);
	return identity;
}

ssmtp_identity *ssmtp_identity_open(const ssmtp_store_request *request, ssmtp_error *error)
{
	ssmtp_store store = { 0 };
	ssmtp_identity *identity = NULL;

	ERR_set_mark();
	if (request->encoded.len > 0) {
		identity = identity_by_encoded(&store, request, error);
	} else if (ssmtp_store_open(&store, request, error)) {
		identity = identity_by_subject(&store, request, error);
	}
	ERR_pop_to_mark();
	ssmtp_store_free(&store);
	return identity;
}

const ssmtp_certificate *ssmtp_identity_certificate(const ssmtp_identity *identity)
{
	return (const ssmtp_certificate *) identity->certificate;
}

bool ssmtp_identity_has_key(const ssmtp_identity *identity)
{
	return identity->key != NULL;
}

EVP_PKEY *ssmtp_identity_key(const ssmtp_identity *identity)
{
	return identity->key;
}

STACK_OF(X509) * ssmtp_identity_chain(const ssmtp_identity *identity)
{
	return identity->chain;
}

const ssmtp_identity_note *ssmtp_identity_note_find(
	const ssmtp_identity *identity, bool (*is)(const ssmtp_identity_note *note, const void *what), const void *what)
{
	const ssmtp_identity_note *note;

	if (CRYPTO_THREAD_read_lock(identity->lock) != 1) {
		return NULL;
	}
	note = identity->notes;
	while (note != NULL && !is(note, what)) {
		note = note->next;
	}
	CRYPTO_THREAD_unlock(identity->lock);
	return note;
}

void ssmtp_identity_note_keep_take(const ssmtp_identity *identity, ssmtp_identity_note **note)
{
	/* What is kept can be seen through this interface only. */
	ssmtp_identity *keeper = (ssmtp_identity *) identity;

	if (CRYPTO_THREAD_write_lock(keeper->lock) != 1) {
		return;
	}
	if (keeper->note_count < NOTES_MAX) {
		(*note)->next = keeper->notes;
		keeper->notes = *note;
		keeper->note_count++;
		*note = NULL;
	}
	CRYPTO_THREAD_unlock(keeper->lock);
}

bool ssmtp_identity_private_key_pem(const ssmtp_identity *identity, ssmtp_buf *out)
{
	char *text = NULL;
	BIO *bio;
	bool ok = false;

	if (identity->key == NULL) {
		return false;
	}
	ERR_set_mark();
	/* Memory of this BIO is wiped when it is released. */
	bio = BIO_new(BIO_s_secmem());
	if (bio != NULL && PEM_write_bio_PKCS8PrivateKey(bio, identity->key, NULL, NULL, 0, NULL, NULL) == 1) {
		long len = BIO_get_mem_data(bio, &text);

		ok = len > 0 && ssmtp_buf_append(out, text, (size_t) len);
	}
	BIO_free(bio);
	ERR_pop_to_mark();
	return ok;
}
