/* One signature: a SignedData structure with one SignerInfo, filled from the
 * digest of a content it never sees. */
#ifndef SSMTP_CRYPTO_SMIME_SIGNER_H
#define SSMTP_CRYPTO_SMIME_SIGNER_H

#include "crypto/smime.h"
#include "crypto/smime_algorithms.h"

typedef struct ssmtp_signer ssmtp_signer;

/* Checks the signer; afterwards only digest and signature are missing. */
ssmtp_signer *ssmtp_signer_new(const ssmtp_identity *identity, const ssmtp_smime_options *options, ssmtp_error *error);
void ssmtp_signer_free(ssmtp_signer **signer);

const ssmtp_smime_digest *ssmtp_signer_digest(const ssmtp_signer *signer);
const EVP_MD *ssmtp_signer_md(const ssmtp_signer *signer); /* borrowed */
/* Is the DER before the signature exactly as long as with it? Not for ECDSA: there it may become shorter. */
bool ssmtp_signer_fixed(const ssmtp_signer *signer);
/* Signs the digest of the content: the private-key operation, once. */
bool ssmtp_signer_sign(ssmtp_signer *signer, const uint8_t *digest, size_t len, ssmtp_error *error);
/* The structure without content; before ssmtp_signer_sign() with zeros for digest and signature. */
ssmtp_slice ssmtp_signer_der(const ssmtp_signer *signer);

#endif
