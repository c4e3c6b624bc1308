/* Security levels of signatures outside certificates (see strength.h). */
#include "crypto/strength.h"

#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/rsa.h>

/* RFC 4055 section 3.1: without parameters, or without a digest in them, it is SHA-1. */
static int strength_pss_digest(const X509_ALGOR *algorithm)
{
	const void *value = NULL;
	int type = V_ASN1_UNDEF;
	RSA_PSS_PARAMS *parameters;
	int nid = NID_sha1;

	X509_ALGOR_get0(NULL, &type, &value, algorithm);
	if (type != V_ASN1_SEQUENCE) {
		return nid;
	}
	parameters = ASN1_item_unpack(value, ASN1_ITEM_rptr(RSA_PSS_PARAMS));
	if (parameters != NULL && parameters->hashAlgorithm != NULL) {
		nid = OBJ_obj2nid(parameters->hashAlgorithm->algorithm);
	}
	RSA_PSS_PARAMS_free(parameters);
	return nid;
}

/* Half the length against collisions, less where attacks are known (OpenSSL's own numbers). */
static int strength_digest_bits(int nid)
{
	const EVP_MD *digest = EVP_get_digestbynid(nid);

	switch (nid) {
	case NID_md5:
		return 39;
	case NID_sha1:
		return 63;
	default:
		return digest == NULL ? 0 : EVP_MD_get_size(digest) * 4;
	}
}

bool ssmtp_signature_is_strong(const X509_ALGOR *algorithm, int level)
{
	static const int bits[] = { 0, 80, 112, 128, 192, 256 };
	const ASN1_OBJECT *object = NULL;
	int digest = NID_undef;
	int nid;

	X509_ALGOR_get0(&object, NULL, NULL, algorithm);
	nid = OBJ_obj2nid(object);
	if (level <= 0 || (nid != NID_undef && nid != NID_rsassaPss && OBJ_find_sigid_algs(nid, &digest, NULL) == 1 &&
						  digest == NID_undef)) {
		return true;
	}
	digest = nid == NID_rsassaPss ? strength_pss_digest(algorithm) : digest;
	return digest != NID_undef && strength_digest_bits(digest) >= bits[level > 5 ? 5 : level];
}
