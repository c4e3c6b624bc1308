/* What the chains of S/MIME certificates are built from and end in: the
 * certificates and revocation lists of SMIMECACerts. */
#ifndef SSMTP_CRYPTO_SMIME_TRUST_H
#define SSMTP_CRYPTO_SMIME_TRUST_H

#include <time.h>

#include "crypto/certificate.h"

typedef struct ssmtp_smime_trust ssmtp_smime_trust;

typedef struct ssmtp_smime_trust_options {
	/* SMIMECACerts: PEM text, or the path of a file with it. Its self-signed certificates are the trust anchors;
	 * without one, the system's are. Its other certificates complete chains. */
	const char *ca_certs;
	const char *ca_file_paths; /* SSLCACertFilePaths: where the system's anchors are */
	bool (*file_allowed)(const char *path);
} ssmtp_smime_trust_options;

/* NULL with 271 (a file that cannot be read), 272 (text that cannot be). */
ssmtp_smime_trust *ssmtp_smime_trust_open(const ssmtp_smime_trust_options *options, ssmtp_error *error);
/* For one that is kept: takes notice of system anchors that changed since. 271. */
bool ssmtp_smime_trust_refresh(
	ssmtp_smime_trust *trust, const ssmtp_smime_trust_options *options, ssmtp_error *error);
void ssmtp_smime_trust_free(ssmtp_smime_trust **trust);
/* Does the certificate's chain end in an anchor, and with revocation, is it on no list of its issuer (a list must be
 * there)? 10201 names the certificate, OpenSSL's reason, and where in the chain; error->system is the X509_V_ERR. */
bool ssmtp_smime_trust_check(const ssmtp_smime_trust *trust, const ssmtp_certificate *certificate, bool revocation,
	time_t now, ssmtp_error *error);

/* May SMIMECACerts have this value: PEM certificates and revocation lists, or what can be a path? 272. */
bool ssmtp_smime_ca_certs_known(ssmtp_slice value, ssmtp_error *error);

#endif
