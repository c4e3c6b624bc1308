/* PEM (RFC 7468 and the older encrypted form of RFC 1421): certificates, keys, PKCS#7. */
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <string.h>

#include "crypto/store.h"

typedef struct pem_block {
	char *name, *header;
	unsigned char *data;
	long len;
} pem_block;

static bool pem_certificate(ssmtp_store_load *load, pem_block *block)
{
	const unsigned char *at = block->data;

	return ssmtp_store_add_certificate(load, strcmp(block->name, PEM_STRING_X509_TRUSTED) == 0
												 ? d2i_X509_AUX(NULL, &at, block->len)
												 : d2i_X509(NULL, &at, block->len));
}

static bool pem_p7b(ssmtp_store_load *load, pem_block *block)
{
	ssmtp_store_load inner = *load;

	inner.kinds = SSMTP_KIND_P7B;
	return ssmtp_store_read_der(&inner, ssmtp_slice_of(block->data, (size_t) block->len));
}

static bool pem_encrypted_key(ssmtp_store_load *load, pem_block *block)
{
	const unsigned char *at = block->data;
	X509_SIG *encrypted = d2i_X509_SIG(NULL, &at, block->len);
	bool ok = encrypted == NULL ? ssmtp_store_refuse_ossl(load, "the encrypted private key cannot be decoded")
								: ssmtp_store_add_encrypted_key(load, encrypted);

	X509_SIG_free(encrypted);
	return ok;
}

/* RFC 1421 section 4.6.1.1: Proc-Type and DEK-Info tell how the older key files are encrypted. */
static bool pem_decrypt(ssmtp_store_load *load, pem_block *block)
{
	EVP_CIPHER_INFO cipher;

	if (PEM_get_EVP_CIPHER_INFO(block->header, &cipher) != 1) {
		return ssmtp_store_refuse_ossl(load, "the private key's encryption is not known");
	}
	return PEM_do_header(&cipher, block->data, &block->len, ssmtp_store_password_callback, load) == 1 ||
		   ssmtp_store_refuse_password(load, ssmtp_store_key_password(load), "the private key");
}

static bool pem_key(ssmtp_store_load *load, pem_block *block)
{
	const unsigned char *at = block->data;

	return pem_decrypt(load, block) && ssmtp_store_add_key(load, d2i_AutoPrivateKey(NULL, &at, block->len));
}

static bool pem_openssh_key(ssmtp_store_load *load, pem_block *block)
{
	return ssmtp_store_read_ssh_private(load, ssmtp_slice_of(block->data, (size_t) block->len));
}

static bool pem_public_key(ssmtp_store_load *load, pem_block *block)
{
	(void) block;
	load->store->public_key = true;
	return true;
}

/* Blocks with any other name (parameters, CRLs, requests) are passed over. */
static const struct {
	const char *name;
	bool key;
	bool (*read)(ssmtp_store_load *load, pem_block *block);
} pem_rows[] = {
	{ PEM_STRING_X509, false, pem_certificate },
	{ PEM_STRING_X509_OLD, false, pem_certificate },
	{ PEM_STRING_X509_TRUSTED, false, pem_certificate },
	{ PEM_STRING_PKCS7, false, pem_p7b },
	{ PEM_STRING_CMS, false, pem_p7b },
	{ PEM_STRING_PKCS8, true, pem_encrypted_key },
	{ PEM_STRING_PKCS8INF, true, pem_key },
	{ PEM_STRING_RSA, true, pem_key },
	{ PEM_STRING_DSA, true, pem_key },
	{ PEM_STRING_ECPRIVATEKEY, true, pem_key },
	{ "OPENSSH PRIVATE KEY", true, pem_openssh_key },
	{ PEM_STRING_PUBLIC, false, pem_public_key },
};

static bool pem_read_block(ssmtp_store_load *load, pem_block *block)
{
	for (size_t i = 0; i < sizeof(pem_rows) / sizeof(pem_rows[0]); i++) {
		if (strcmp(pem_rows[i].name, block->name) == 0) {
			return (pem_rows[i].key && load->skip_keys) || pem_rows[i].read(load, block);
		}
	}
	return true;
}

bool ssmtp_store_read_pem(ssmtp_store_load *load, ssmtp_slice octets)
{
	BIO *bio = BIO_new_mem_buf(octets.ptr, (int) octets.len);
	bool ok = bio != NULL || ssmtp_error_nomem(load->error);

	while (ok) {
		pem_block block = { NULL, NULL, NULL, 0 };
		long room;

		if (PEM_read_bio(bio, &block.name, &block.header, &block.data, &block.len) != 1) {
			/* This is how the end of the text looks. */
			ok = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE ||
				 ssmtp_store_refuse_ossl(load, "the PEM text is damaged");
			break;
		}
		room = block.len;
		ok = pem_read_block(load, &block);
		OPENSSL_free(block.name);
		OPENSSL_free(block.header);
		OPENSSL_clear_free(block.data, (size_t) room);
	}
	BIO_free(bio);
	return ok;
}
