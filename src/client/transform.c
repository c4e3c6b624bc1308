/* Sign and Encrypt upon the body (spec methods 5), and Protection, which does
 * the same to each message that is sent: all or nothing. */
#include "client/client_priv.h"

#include "base/alloc.h"
#include "crypto/smime.h"
#include "mime/content_type.h"
#include "mime/entity.h"
#include "mime/protect.h"

/* What is made, until it is decided that everything succeeded. */
typedef struct content_work {
	const ssmtp_content *from;
	bool sealing;         /* for one message; the content as written stays */
	ssmtp_buf rest;       /* OtherHeaders without Content-* lines */
	ssmtp_content made;
	ssmtp_source *lent;   /* inside made.finished: what reads the body as it was; NULL for octets of its own */
	bool small;           /* finished at once */
} content_work;

static void work_free(content_work *work)
{
	ssmtp_buf_free(&work->rest);
	ssmtp_content_clear(&work->made);
}

/* A stream is read more than once: spooled where it cannot rewind. */
static bool work_secure_stream(ssmtp_content *content, ssmtp_error *error)
{
	ssmtp_source *spool;

	if (!ssmtp_source_can_rewind(content->stream)) {
		if (content->stream_begun) {
			return ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_INVALID_STATE,
				"The stream was read by a message that failed and cannot be read again: set it anew.");
		}
		spool = ssmtp_source_spool_new_take(&content->stream, (size_t) SSMTP_FINISH_AT_ONCE_MAX, error);
		if (spool == NULL) {
			return false;
		}
		content->stream = spool;
	}
	content->stream_begun = true;
	return ssmtp_source_rewind(content->stream, error);
}

/* Texts stay as long as the settings' snapshot of a running operation; what Sign makes outlives it. */
static ssmtp_source *work_text(const content_work *work, const char *text, size_t len, ssmtp_error *error)
{
	ssmtp_slice octets = ssmtp_slice_of(text, len);

	return work->sealing ? ssmtp_source_borrow_new(octets, error) : ssmtp_source_mem_new(octets, error);
}

static bool work_take_body(ssmtp_client *client, content_work *work, ssmtp_error *error)
{
	const ssmtp_settings *settings = client->settings;
	ssmtp_content *content = &client->content;
	ssmtp_slice octets = SSMTP_SLICE_EMPTY;

	switch (content->kind) {
	case SSMTP_BODY_SPENT:
		return ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_INVALID_STATE,
			"There is no body to sign or encrypt: the one before was used. Set MessageText, Message or "
			"SetMessageStream.");
	case SSMTP_BODY_STREAM:
		if (work_secure_stream(content, error)) {
			work->made.finished = work->lent = ssmtp_content_lend(content->stream, error);
		}
		break;
	case SSMTP_BODY_FINISHED:
		work->small = ssmtp_source_mem_octets(content->finished, &octets) && octets.len <= SSMTP_FINISH_AT_ONCE_MAX;
		if (work->small) {
			work->made.finished = ssmtp_source_mem_new(octets, error);
		} else if (ssmtp_source_rewind(content->finished, error)) {
			work->made.finished = work->lent = ssmtp_content_lend(content->finished, error);
		}
		break;
	case SSMTP_BODY_MESSAGE:
		work->small = settings->message_len <= SSMTP_FINISH_AT_ONCE_MAX;
		work->made.finished = work_text(work, settings->message, settings->message_len, error);
		break;
	case SSMTP_BODY_TEXT:
		work->small = settings->message_text_len <= SSMTP_FINISH_AT_ONCE_MAX;
		work->made.finished = work_text(work, settings->message_text, settings->message_text_len, error);
		break;
	}
	return work->made.finished != NULL;
}

/* The lines for programs that do not know of header protection; a Message is taken as it is. */
static bool work_display(ssmtp_client *client, content_work *work, bool raw, ssmtp_error *error)
{
	const ssmtp_protection *made = &work->made.protection;

	if (!made->active || !made->cipher || raw) {
		return true;
	}
	return ssmtp_source_rewind(work->made.finished, error) &&
		   ssmtp_protect_display(&work->made.fields, &work->made.finished, ssmtp_buf_slice(&made->inner),
			   ssmtp_buf_slice(&made->outer), client->settings->charset, error);
}

static bool work_protect(content_work *work, ssmtp_error *error)
{
	const ssmtp_protection *made = &work->made.protection;
	ssmtp_slice inner = ssmtp_buf_slice(&made->inner);

	if (!made->active) {
		return true;
	}
	return made->cipher ? ssmtp_protect_cipher(&work->made.fields, inner, ssmtp_buf_slice(&made->outer), error)
						: ssmtp_protect_clear(&work->made.fields, inner, error);
}

static void work_init(ssmtp_client *client, content_work *work, bool sealing)
{
	memset(work, 0, sizeof(*work));
	ssmtp_buf_init(&work->rest, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_content_clear(&work->made);
	work->from = &client->content;
	work->sealing = sealing;
}

/* The Content-* lines of the body: a finished one's are its own, another one's stand in OtherHeaders. */
static bool work_take_fields(ssmtp_client *client, content_work *work, ssmtp_error *error)
{
	const ssmtp_settings *settings = client->settings;
	ssmtp_slice given = ssmtp_slice_of(settings->other_headers, settings->other_headers_len);

	if (!ssmtp_entity_split_fields(given, &work->made.fields, &work->rest, error)) {
		return false;
	}
	if (work->from->kind != SSMTP_BODY_FINISHED) {
		return true;
	}
	if (ssmtp_buf_len(&work->made.fields) > 0) {
		return ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_INVALID_STATE,
			"The Content-* fields of OtherHeaders do not describe the body that Sign or Encrypt made: leave them out, "
			"or set the body anew.");
	}
	return ssmtp_buf_append_slice(&work->made.fields, ssmtp_buf_slice(&work->from->fields))
		|| ssmtp_error_nomem(error);
}

static bool work_begin(ssmtp_client *client, content_work *work, bool encrypt, ssmtp_error *error)
{
	bool raw = work->from->kind == SSMTP_BODY_MESSAGE;

	return work_take_fields(client, work, error) &&
		   ssmtp_protection_begin(client, &work->made.protection, ssmtp_buf_slice(&work->made.fields),
			   ssmtp_buf_slice(&work->rest), encrypt, error) &&
		   work_take_body(client, work, error) && work_display(client, work, raw, error) &&
		   ssmtp_entity_canonical(
			   &work->made.fields, &work->made.finished, client->settings->charset, raw, error) &&
		   work_protect(work, error);
}

static void work_options(const ssmtp_settings *settings, ssmtp_smime_options *options)
{
	options->digest = settings->signing_algorithm;
	options->cipher = settings->encrypting_algorithm;
	options->scheme = settings->signature_scheme;
	options->key_encryption = settings->key_encryption_algorithm;
	options->capabilities = settings->smime_capabilities;
	options->detached = settings->detached_signature;
	options->include_certificate = settings->include_certificate;
	options->include_chain = settings->include_chain;
	options->signing_time = settings->include_internal_signing_time;
}

/* RFC 8551 section 2.4.5: compression comes first, and once: Sign() and then
 * Encrypt() give what SignAndEncrypt() gives. */
static bool work_compress(content_work *work, const ssmtp_settings *settings, ssmtp_error *error)
{
	ssmtp_content_type type;

	if (!settings->compressed_data) {
		return true;
	}
	if (!ssmtp_content_type_of(&type, ssmtp_buf_slice(&work->made.fields), error)) {
		return false;
	}
	return strcmp(type.media, "multipart/signed") == 0 || strcmp(type.media, "application/pkcs7-mime") == 0
		|| ssmtp_smime_compress(&work->made.finished, &work->made.fields, error);
}

static bool work_sign(ssmtp_client *client, content_work *work, ssmtp_smime_options *options, ssmtp_error *error)
{
	const ssmtp_certificate *own = ssmtp_identity_certificate(client->signer);

	if (options->include_chain && client->settings->smime_ca_certs[0] != '\0') {
		options->trust = ssmtp_recipients_trust(client, error);
		if (options->trust == NULL) {
			return false;
		}
	}
	if (!ssmtp_smime_sign(&work->made.finished, &work->made.fields, client->signer, options, error)) {
		return false;
	}
	work->made.signed_by = ssmtp_certificate_ref((ssmtp_certificate *) own);
	return true;
}

static bool readers_copy(ssmtp_recipient_certs *copy, const ssmtp_recipient_certs *certs, ssmtp_error *error)
{
	if (certs->count == 0) {
		return true;
	}
	copy->items = ssmtp_alloc(certs->count * sizeof(*copy->items));
	if (copy->items == NULL) {
		return ssmtp_error_nomem(error);
	}
	for (size_t i = 0; i < certs->count; i++) {
		copy->items[copy->count++] = ssmtp_certificate_ref(certs->items[i]);
	}
	return true;
}

static bool work_encrypt(ssmtp_client *client, content_work *work, const ssmtp_smime_options *options,
	ssmtp_error *error)
{
	const ssmtp_recipient_certs certs = { client->recipient_certs, client->recipient_cert_count };
	ssmtp_content *made = &work->made;

	if (!readers_copy(&made->readers, &certs, error)) {
		return false;
	}
	if (!ssmtp_copies_wanted(client->settings)) {
		return ssmtp_copies_encrypt_one(client, &made->finished, &made->fields, NULL, options, error);
	}
	return ssmtp_copies_encrypt(client, &made->finished, &made->fields, options, &made->copies, error);
}

/* What the former result keeps in the new one. */
static bool work_inherit(content_work *work, unsigned wanted, ssmtp_error *error)
{
	const ssmtp_content *from = work->from;
	ssmtp_content *made = &work->made;

	made->kind = SSMTP_BODY_FINISHED;
	made->done = from->done | wanted;
	made->sent = from->sent;
	if (made->signed_by == NULL && from->signed_by != NULL) {
		made->signed_by = ssmtp_certificate_ref(from->signed_by);
	}
	return made->readers.items != NULL || readers_copy(&made->readers, &from->readers, error);
}

static bool work_finish(content_work *work, ssmtp_error *error)
{
	ssmtp_source *finished = NULL;
	ssmtp_buf text;

	if (!work->small) {
		return true;
	}
	ssmtp_buf_init(&text, SSMTP_BUF_MAX_DEFAULT);
	if (ssmtp_source_read_all(work->made.finished, &text, error)) {
		finished = ssmtp_source_mem_new_take(&text, error);
	}
	ssmtp_buf_free(&text);
	if (finished == NULL) {
		return false;
	}
	ssmtp_source_free(&work->made.finished);
	work->made.finished = finished;
	return true;
}

/* The copies are envelopes already: what is done to the message would have to be done to each of them. */
static bool transform_check_copies(const ssmtp_client *client, ssmtp_error *error)
{
	return client->content.copies.count == 0
		|| ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_INVALID_STATE,
			"BccEncryption=Separate made copies of the message: it cannot be signed or encrypted once more.");
}

static bool transform_check(ssmtp_client *client, bool sign, bool encrypt, ssmtp_error *error)
{
	return ssmtp_content_check_empty(client, client->settings, error)
		&& (!sign || ssmtp_smime_signer_is_whole(client->signer, error)) && transform_check_copies(client, error)
		&& (!encrypt || ssmtp_recipients_check(client, error))
		&& (!encrypt || !client->settings->encrypt_to_self || ssmtp_smime_signer_is_whole(client->signer, error));
}

static bool transform_make(ssmtp_client *client, content_work *work, unsigned wanted, ssmtp_error *error)
{
	bool sign = (wanted & SSMTP_SIGN) != 0, encrypt = (wanted & SSMTP_ENCRYPT) != 0;
	ssmtp_smime_options options = { 0 };

	if (!transform_check(client, sign, encrypt, error)) {
		return false;
	}
	work_options(client->settings, &options);
	return work_begin(client, work, encrypt, error) && work_compress(work, client->settings, error)
		&& (!sign || work_sign(client, work, &options, error))
		&& (!encrypt || work_encrypt(client, work, &options, error)) && work_finish(work, error)
		&& work_inherit(work, wanted, error);
}

/* OtherHeaders loses the fields that described the body; the texts are empty from then on. */
static bool commit_settings(ssmtp_client *client, content_work *work, ssmtp_error *error)
{
	static const int emptied[] = { SSMTP_ID_MESSAGE, SSMTP_ID_MESSAGE_TEXT };
	ssmtp_value value = { SSMTP_VALUE_STRING, 0, ssmtp_buf_slice(&work->rest) };

	if (!ssmtp_client_put(client, ssmtp_settings_row(SSMTP_ID_OTHER_HEADERS), 0, &value, error)) {
		return false;
	}
	value.text = SSMTP_SLICE_EMPTY;
	for (size_t i = 0; i < sizeof(emptied) / sizeof(emptied[0]); i++) {
		/* Needs no memory: cannot fail. */
		if (!ssmtp_client_put(client, ssmtp_settings_row((ssmtp_setting_id) emptied[i]), 0, &value, error)) {
			return false;
		}
	}
	return true;
}

static bool work_commit(ssmtp_client *client, content_work *work, ssmtp_error *error)
{
	ssmtp_content *content = &client->content;

	if (!commit_settings(client, work, error)) {
		return false;
	}
	if (work->lent != NULL) {
		/* The new content goes on reading the old one and owns it from now on. */
		ssmtp_content_lend_for_good(work->lent);
		content->stream = content->finished = NULL;
	}
	if (!work->made.protection.active) {
		work->made.protection = content->protection;
		memset(&content->protection, 0, sizeof(content->protection));
	}
	ssmtp_content_clear(content);
	*content = work->made;
	memset(&work->made, 0, sizeof(work->made));
	ssmtp_content_clear(&work->made);
	return true;
}

static void transform_owes(ssmtp_client *client, unsigned asked)
{
	if (asked & SSMTP_ENCRYPT) {
		client->debt.owed |= SSMTP_ENCRYPT;
		client->debt.headers_reset = false;
	}
	client->debt.owed &= ~(asked & SSMTP_SIGN);
	ssmtp_error_clear(&client->debt.failure);
}

static void transform_ssl_error(ssmtp_client *client, const ssmtp_error *own)
{
	client->ssl_error = own->code;
	client->ssl_specific_error = own->system;
}

static bool transform_call(ssmtp_client *client, unsigned asked, ssmtp_error *error)
{
	ssmtp_error own = { 0 };
	content_work work;
	bool ok;

	if (ssmtp_client_busy(client)) {
		ssmtp_error_set(&own, SSMTP_ERROR_STATE, SSMTP_E_BUSY,
			"Another method is running: it cannot be called from within an event callback.");
		ssmtp_content_owe(client, asked, &own);
		return ssmtp_error_copy(error, &own);
	}
	work_init(client, &work, false);
	ok = transform_make(client, &work, asked, &own) && work_commit(client, &work, &own);
	work_free(&work);
	transform_ssl_error(client, &own);
	if (ok) {
		transform_owes(client, asked);
		return true;
	}
	/* Promise 8: Send must not send the plaintext now. */
	ssmtp_content_owe(client, asked, &own);
	return ssmtp_error_copy(error, &own);
}

bool ssmtp_client_sign(ssmtp_client *client, ssmtp_error *error)
{
	return transform_call(client, SSMTP_SIGN, error);
}

bool ssmtp_client_encrypt(ssmtp_client *client, ssmtp_error *error)
{
	return transform_call(client, SSMTP_ENCRYPT, error);
}

bool ssmtp_client_sign_and_encrypt(ssmtp_client *client, ssmtp_error *error)
{
	return transform_call(client, SSMTP_SIGN | SSMTP_ENCRYPT, error);
}

void ssmtp_client_protection_refused(ssmtp_client *client, unsigned asked, const ssmtp_error *error)
{
	ssmtp_content_owe(client, asked, error);
}

bool ssmtp_transform_seal(ssmtp_client *client, ssmtp_error *error)
{
	unsigned wanted = (unsigned) client->settings->protection;
	ssmtp_error own = { 0 };
	content_work work;
	bool ok;

	if (wanted == 0 || client->content.kind == SSMTP_BODY_FINISHED) {
		return true;
	}
	work_init(client, &work, true);
	ok = transform_make(client, &work, wanted, &own)
		&& ((client->written = ssmtp_alloc(sizeof(*client->written))) != NULL || ssmtp_error_nomem(&own));
	transform_ssl_error(client, &own);
	if (ok) {
		*client->written = client->content;
		client->content = work.made;
		memset(&work.made, 0, sizeof(work.made));
	}
	work_free(&work);
	return ok || ssmtp_error_copy(error, &own);
}

/* The signing certificate, then those of AddRecipientCert. */
static ssmtp_source *certs_only_body(ssmtp_client *client, ssmtp_buf *fields, ssmtp_error *error)
{
	const ssmtp_certificate *own = client->signer == NULL ? NULL : ssmtp_identity_certificate(client->signer);
	ssmtp_recipient_certs certs = { NULL, 0 };
	ssmtp_source *body = NULL;

	certs.items = ssmtp_alloc((client->recipient_cert_count + 1) * sizeof(*certs.items));
	if (certs.items == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	if (own != NULL) {
		certs.items[certs.count++] = (ssmtp_certificate *) own;
	}
	for (size_t i = 0; i < client->recipient_cert_count; i++) {
		certs.items[certs.count++] = client->recipient_certs[i];
	}
	body = ssmtp_smime_certs_only(&certs, fields, error);
	ssmtp_free(certs.items);
	return body;
}

bool ssmtp_client_certs_only(ssmtp_client *client, ssmtp_error *error)
{
	const ssmtp_settings *settings = client->settings;
	content_work work;
	bool ok;

	if (ssmtp_client_busy(client)) {
		return ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_BUSY,
			"Another method is running: it cannot be called from within an event callback.");
	}
	if (!transform_check_copies(client, error)) {
		return false;
	}
	work_init(client, &work, false);
	ok = ssmtp_entity_split_fields(ssmtp_slice_of(settings->other_headers, settings->other_headers_len),
		&work.made.fields, &work.rest, error);
	ssmtp_buf_clear(&work.made.fields);
	ok = ok && (work.made.finished = certs_only_body(client, &work.made.fields, error)) != NULL;
	work.small = true;
	ok = ok && work_finish(&work, error) && commit_settings(client, &work, error);
	if (ok) {
		/* The body that was is replaced, wherever it stood. */
		ssmtp_content_new_body(client, SSMTP_BODY_FINISHED);
		ssmtp_content_clear(&client->content);
		client->content = work.made;
		client->content.kind = SSMTP_BODY_FINISHED;
		memset(&work.made, 0, sizeof(work.made));
	}
	work_free(&work);
	return ok;
}
