/* OpenSSL's view of ssmtp_smime_trust; included only inside src/crypto. */
#ifndef SSMTP_CRYPTO_SMIME_TRUST_OSSL_H
#define SSMTP_CRYPTO_SMIME_TRUST_OSSL_H

#include "crypto/ossl.h"
#include "crypto/smime_trust.h"

/* Borrowed; NULL for NULL. */
STACK_OF(X509) * ssmtp_smime_trust_certificates(const ssmtp_smime_trust *trust);
/* Equal for equal octets of SMIMECACerts; borrowed; empty for NULL and when there are none. */
ssmtp_slice ssmtp_smime_trust_id(const ssmtp_smime_trust *trust);

#endif
