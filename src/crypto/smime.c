/* S/MIME operations on an entity: a stage, the frame around it, base64 where the
 * result is binary, and the fields (RFC 8551 section 3). Nothing of the caller's
 * changes before everything that can fail has succeeded. */
#include "crypto/smime.h"

#include <openssl/err.h>

#include "crypto/smime_stage.h"

/* Content that cannot be read twice stays in memory up to here, then goes to a file. */
#define SPOOL_MEMORY_MAX ((size_t) 256 * 1024)

bool ssmtp_smime_pkcs7_fields(ssmtp_buf *fields, const char *smime_type, const char *file_name, ssmtp_error *error)
{
	return ssmtp_buf_printf(fields,
			   "Content-Type: application/pkcs7-mime; smime-type=%s;\r\n"
			   " name=\"%s\"\r\n"
			   "Content-Transfer-Encoding: base64\r\n"
			   "Content-Disposition: attachment; filename=\"%s\"\r\n",
			   smime_type, file_name, file_name) ||
		   ssmtp_error_nomem(error);
}

/* The new body without its content: *entity is where that will be attached. */
static ssmtp_source *smime_new_body(
	ssmtp_stage **stage, ssmtp_slice fields, bool base64, ssmtp_source **entity, ssmtp_error *error)
{
	ssmtp_source *content = ssmtp_smime_entity_new(fields, error);
	ssmtp_source *framed, *encoded;

	*entity = content;
	framed = content == NULL ? NULL : ssmtp_smime_frame_new_take(stage, &content, error);
	if (framed == NULL || !base64) {
		ssmtp_source_free(&content);
		return framed;
	}
	encoded = ssmtp_filter_base64_new_take(&framed, error);
	ssmtp_source_free(&framed);
	return encoded;
}

/* The length and the digest come from one pass, what leaves from another. */
static bool smime_make_repeatable(ssmtp_source **body, ssmtp_error *error)
{
	ssmtp_source *spooled;

	if (ssmtp_source_again(*body) == SSMTP_AGAIN_SAME) {
		return true;
	}
	spooled = ssmtp_source_spool_new_take(body, SPOOL_MEMORY_MAX, error);
	if (spooled == NULL) {
		return false;
	}
	*body = spooled;
	return true;
}

/* Puts stage (taken, may be NULL after an error) around the entity. */
static bool smime_apply(
	ssmtp_source **body, ssmtp_buf *fields, ssmtp_stage **stage, ssmtp_buf *new_fields, bool base64, ssmtp_error *error)
{
	ssmtp_source *entity = NULL;
	ssmtp_source *new_body =
		*stage == NULL ? NULL : smime_new_body(stage, ssmtp_buf_slice(fields), base64, &entity, error);

	if (new_body == NULL || !smime_make_repeatable(body, error)) {
		ssmtp_source_free(&new_body);
		ssmtp_stage_free(stage);
		ssmtp_buf_free(new_fields);
		return false;
	}
	ssmtp_smime_entity_attach_take(entity, body);
	*body = new_body;
	new_fields->max = fields->max;
	ssmtp_buf_free(fields);
	*fields = *new_fields;
	return true;
}

bool ssmtp_smime_sign(ssmtp_source **body, ssmtp_buf *fields, const ssmtp_identity *signer,
	const ssmtp_smime_options *options, ssmtp_error *error)
{
	ssmtp_buf new_fields;
	ssmtp_stage *stage;
	bool ok;

	ERR_set_mark();
	ssmtp_buf_init(&new_fields, SSMTP_BUF_MAX_DEFAULT);
	stage = ssmtp_smime_signed_new(signer, options, &new_fields, error);
	ok = smime_apply(body, fields, &stage, &new_fields, !options->detached, error);
	ERR_pop_to_mark();
	return ok;
}

bool ssmtp_smime_encrypt(ssmtp_source **body, ssmtp_buf *fields, const ssmtp_recipient_certs *recipients,
	const ssmtp_smime_options *options, ssmtp_error *error)
{
	ssmtp_buf new_fields;
	ssmtp_stage *stage;
	bool ok;

	ERR_set_mark();
	ssmtp_buf_init(&new_fields, SSMTP_BUF_MAX_DEFAULT);
	stage = ssmtp_smime_enveloped_new(recipients, options, &new_fields, error);
	ok = smime_apply(body, fields, &stage, &new_fields, true, error);
	ERR_pop_to_mark();
	return ok;
}

bool ssmtp_smime_compress(ssmtp_source **body, ssmtp_buf *fields, ssmtp_error *error)
{
	ssmtp_buf new_fields;
	ssmtp_stage *stage;

	ssmtp_buf_init(&new_fields, SSMTP_BUF_MAX_DEFAULT);
	stage = ssmtp_smime_compressed_new(&new_fields, error);
	return smime_apply(body, fields, &stage, &new_fields, true, error);
}
