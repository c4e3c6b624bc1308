/* CertSubject: which certificates of a store a text means. */
#ifndef SSMTP_CRYPTO_IDENTITY_MATCH_H
#define SSMTP_CRYPTO_IDENTITY_MATCH_H

#include "crypto/ossl.h"
#include "crypto/store.h"

/* The certificate of the store that subject selects, borrowed; NULL with the error 272 set (or no memory).
 * "" and "*" take any. now breaks ties between several matches: valid then, with a key, the youngest. */
X509 *ssmtp_identity_match(const ssmtp_store *store, ssmtp_slice subject, int64_t now, ssmtp_error *error);
/* The private key of the store that belongs to the certificate, borrowed; NULL when there is none. */
EVP_PKEY *ssmtp_store_find_key(const ssmtp_store *store, X509 *x509);

/* A name as it is compared: "cn=...", lower case, blanks around ',' and '=' gone, quotes resolved, S for ST and
 * E for emailAddress; separator stands between the RDNs. false without memory. */
bool ssmtp_dn_canonical(ssmtp_buf *out, ssmtp_slice text, char separator);

#endif
