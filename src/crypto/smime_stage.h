/* Constructors of the stages of S/MIME. Each appends the Content-* fields of
 * its result to fields; what it appended before an error is to be dropped. */
#ifndef SSMTP_CRYPTO_SMIME_STAGE_H
#define SSMTP_CRYPTO_SMIME_STAGE_H

#include "crypto/smime.h"
#include "crypto/smime_frame.h"

ssmtp_stage *ssmtp_smime_signed_new(
	const ssmtp_identity *signer, const ssmtp_smime_options *options, ssmtp_buf *fields, ssmtp_error *error);
ssmtp_stage *ssmtp_smime_enveloped_new(
	const ssmtp_recipient_certs *recipients, const ssmtp_smime_options *options, ssmtp_buf *fields, ssmtp_error *error);

/* Without zlib NULL and error 10194. */
ssmtp_stage *ssmtp_smime_compressed_new(ssmtp_buf *fields, ssmtp_error *error);

/* Fields of a base64 part of type application/pkcs7-mime; smime_type as in RFC 8551 section 3.2.2. */
bool ssmtp_smime_pkcs7_fields(ssmtp_buf *fields, const char *smime_type, const char *file_name, ssmtp_error *error);

#endif
