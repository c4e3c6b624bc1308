/* The body of the message, and Sign and Encrypt upon it (spec methods 5). */
#include "client/client_priv.h"

#include "base/alloc.h"
#include "crypto/smime.h"
#include "mime/content_type.h"
#include "mime/entity.h"
#include "mime/protect.h"

void ssmtp_content_free(ssmtp_client *client)
{
	ssmtp_source_free(&client->content.finished);
	ssmtp_copies_free(&client->content.copies);
	ssmtp_source_free(&client->content.stream);
	ssmtp_protection_free(&client->content.protection);
	ssmtp_certificate_free(&client->content.signed_by);
	memset(&client->content, 0, sizeof(client->content));
}

void ssmtp_content_replaced(ssmtp_client *client, bool body)
{
	if (ssmtp_client_busy(client)) {
		client->content.set_meanwhile = true;
		client->content.body_set_meanwhile = client->content.body_set_meanwhile || body;
		return;
	}
	ssmtp_error_clear(&client->content.encrypt_error);
	if (body) {
		ssmtp_source_free(&client->content.finished);
		ssmtp_copies_free(&client->content.copies);
		ssmtp_certificate_free(&client->content.signed_by);
		client->content.encrypted = false;
		client->content.protection.body_replaced = true;
	}
}

void ssmtp_content_settle(ssmtp_client *client)
{
	bool set = client->content.set_meanwhile, body = client->content.body_set_meanwhile;

	client->content.set_meanwhile = client->content.body_set_meanwhile = false;
	if (set) {
		ssmtp_content_replaced(client, body);
	}
}

bool ssmtp_client_set_message_stream(ssmtp_client *client, ssmtp_source **stream, ssmtp_error *error)
{
	if (ssmtp_client_busy(client)) {
		return ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_BUSY, "Another method is running.");
	}
	ssmtp_source_free(&client->content.stream);
	client->content.stream = *stream;
	*stream = NULL;
	ssmtp_content_replaced(client, true);
	return true;
}

bool ssmtp_content_check(ssmtp_client *client, const ssmtp_settings *settings, ssmtp_error *error)
{
	const ssmtp_error *failed = &client->content.encrypt_error;

	if (ssmtp_error_is_set(failed)) {
		return ssmtp_error_set(error, SSMTP_ERROR_SMIME, failed->code,
			"The message was not encrypted and is not sent: %.300s Encrypt again, or set the message anew.",
			failed->text);
	}
	if (!ssmtp_protection_check(client, settings, error)) {
		return false;
	}
	if (client->content.copies.count > 0) {
		return ssmtp_copies_check(&client->content.copies, settings, error);
	}
	return !client->content.encrypted || strcmp(settings->bcc_encryption, "Reveal") == 0
		|| ssmtp_recipients_check_bcc(client, settings, error);
}

/* The caller's text as a body: line ends become CRLF (RFC 5321 section 2.3.8). */
static ssmtp_source *content_text(const char *octets, size_t len, ssmtp_error *error)
{
	ssmtp_source *plain = ssmtp_source_borrow_new(ssmtp_slice_of(octets, len), error);
	ssmtp_source *body = plain == NULL ? NULL : ssmtp_filter_crlf_new_take(&plain, error);

	ssmtp_source_free(&plain);
	return body;
}

static ssmtp_source *content_finished(ssmtp_client *client, ssmtp_error *error)
{
	if (!ssmtp_source_rewind(client->content.finished, error)) {
		return NULL;
	}
	return client->content.finished;
}

/* A source that stays its owner's: filters around it may be freed without it. */
typedef struct content_ref {
	ssmtp_source base;
	ssmtp_source *of;
	bool owns;
} content_ref;

static bool ref_read(ssmtp_source *source, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	return ssmtp_source_read(((content_ref *) source)->of, dst, room, n, error);
}

static bool ref_rewind(ssmtp_source *source, ssmtp_error *error)
{
	return ssmtp_source_rewind(((content_ref *) source)->of, error);
}

static bool ref_size(ssmtp_source *source, uint64_t *size_octets)
{
	return ssmtp_source_size(((content_ref *) source)->of, size_octets);
}

static void ref_free(ssmtp_source *source)
{
	content_ref *ref = (content_ref *) source;

	if (ref->owns) {
		ssmtp_source_free(&ref->of);
	}
	ssmtp_free(ref);
}

static bool ref_can_rewind(const ssmtp_source *source)
{
	return ssmtp_source_can_rewind(((const content_ref *) source)->of);
}

static const ssmtp_source_vtable ref_vtable = { "reference", ref_read, ref_rewind, ref_size, ref_free, ref_can_rewind };

static content_ref *ref_new(ssmtp_source *of, ssmtp_error *error)
{
	content_ref *ref = ssmtp_alloc_zero(sizeof(*ref));

	if (ref == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	ref->base.vtable = &ref_vtable;
	ref->of = of;
	return ref;
}

ssmtp_source *ssmtp_content_lend(ssmtp_source *of, ssmtp_error *error)
{
	content_ref *ref = ref_new(of, error);

	return ref == NULL ? NULL : &ref->base;
}

/* The stream from where it stands; it stays ours until CloseStreamAfterTransfer lets go of it. */
static ssmtp_source *content_stream(ssmtp_client *client, ssmtp_error *error)
{
	content_ref *ref = ref_new(client->content.stream, error);
	ssmtp_source *upstream = ref == NULL ? NULL : &ref->base;
	ssmtp_source *body = upstream == NULL ? NULL : ssmtp_filter_crlf_new_take(&upstream, error);

	ssmtp_source_free(&upstream);
	return body;
}

ssmtp_source *ssmtp_content_body(ssmtp_client *client, const ssmtp_settings *settings, bool *owned, ssmtp_error *error)
{
	*owned = client->copy_at == 0;
	if (client->copy_at > 0) {
		return ssmtp_copies_body(client, error);
	}
	if (client->content.stream != NULL) {
		return content_stream(client, error);
	}
	if (client->content.finished != NULL) {
		*owned = false;
		return content_finished(client, error);
	}
	if (settings->message_len > 0) {
		/* Bare CR and bare LF never reach the wire, from Message either (security rule 11). */
		return content_text(settings->message, settings->message_len, error);
	}
	return content_text(settings->message_text, settings->message_text_len, error);
}

bool ssmtp_content_is_text(const ssmtp_client *client, const ssmtp_settings *settings)
{
	return client->content.stream == NULL && client->content.finished == NULL && settings->message_len == 0;
}

void ssmtp_content_sent(ssmtp_client *client)
{
	client->message_sent = true;
	client->sent_from_stream = client->content.stream != NULL;
	ssmtp_content_consumed(client);
}

void ssmtp_content_consumed(ssmtp_client *client)
{
	if (client->content.stream != NULL && client->now->close_stream_after_transfer) {
		ssmtp_source_free(&client->out.own_body);
		ssmtp_source_free(&client->content.stream);
	}
	client->content.stream_used = client->content.stream != NULL;
}

/* Config TransferText outside a transfer: the body of the last message as the receiver got it. */
bool ssmtp_content_transfer_text(ssmtp_client *client, ssmtp_buf *out, ssmtp_error *error)
{
	ssmtp_source *body;
	bool owned, ok;

	if (client->sent == NULL) {
		return true;
	}
	if (client->sent_from_stream) {
		return ssmtp_buf_append_slice(out, ssmtp_buf_slice(&client->sent_stream)) || ssmtp_error_nomem(error);
	}
	if (ssmtp_client_busy(client) || client->content.stream != NULL) {
		return true;
	}
	body = ssmtp_content_body(client, client->sent, &owned, error);
	ok = body != NULL && ssmtp_source_read_all(body, out, error);
	if (owned) {
		ssmtp_source_free(&body);
	}
	return ok;
}

/* What Sign and Encrypt work on, until it is decided that they succeeded. */
typedef struct content_work {
	ssmtp_buf fields;   /* Content-* lines */
	ssmtp_buf rest;     /* OtherHeaders without them */
	ssmtp_source *body;
	content_ref *ref;   /* inside body: refers to the stream or the finished content; NULL for texts */
	bool small;         /* finished at once */
	ssmtp_protection protection; /* made for this content */
	ssmtp_copies copies;
} content_work;

static void work_free(content_work *work)
{
	ssmtp_buf_free(&work->fields);
	ssmtp_buf_free(&work->rest);
	ssmtp_source_free(&work->body);
	ssmtp_copies_free(&work->copies);
	ssmtp_protection_free(&work->protection);
}

/* A stream is read more than once: spooled where it cannot rewind. */
static bool work_secure_stream(ssmtp_client *client, ssmtp_error *error)
{
	ssmtp_source *spool;

	if (ssmtp_source_can_rewind(client->content.stream)) {
		return ssmtp_source_rewind(client->content.stream, error);
	}
	spool = ssmtp_source_spool_new_take(&client->content.stream, (size_t) SSMTP_FINISH_AT_ONCE_MAX, error);
	if (spool == NULL) {
		return false;
	}
	client->content.stream = spool;
	return true;
}

static bool work_take_body(ssmtp_client *client, content_work *work, ssmtp_error *error)
{
	const ssmtp_settings *settings = client->settings;
	ssmtp_source *held = client->content.stream != NULL ? client->content.stream : client->content.finished;
	bool message = settings->message_len > 0;

	if (client->content.stream != NULL && !work_secure_stream(client, error)) {
		return false;
	}
	if (held != NULL) {
		held = client->content.stream != NULL ? client->content.stream : client->content.finished;
		work->ref = ref_new(held, error);
		work->body = work->ref == NULL ? NULL : &work->ref->base;
		return work->body != NULL;
	}
	work->small = (message ? settings->message_len : settings->message_text_len) <= SSMTP_FINISH_AT_ONCE_MAX;
	work->body = ssmtp_source_mem_new(message ? ssmtp_slice_of(settings->message, settings->message_len)
											  : ssmtp_slice_of(settings->message_text, settings->message_text_len),
		error);
	return work->body != NULL;
}

/* The lines for programs that do not know of header protection; a Message is taken as it is. */
static bool work_display(ssmtp_client *client, content_work *work, bool raw, ssmtp_error *error)
{
	const ssmtp_protection *made = &work->protection;

	if (!made->active || !made->cipher || raw) {
		return true;
	}
	return ssmtp_source_rewind(work->body, error) &&
		   ssmtp_protect_display(&work->fields, &work->body, ssmtp_buf_slice(&made->inner),
			   ssmtp_buf_slice(&made->outer), client->settings->charset, error);
}

static bool work_protect(content_work *work, ssmtp_error *error)
{
	const ssmtp_protection *made = &work->protection;
	ssmtp_slice inner = ssmtp_buf_slice(&made->inner);

	if (!made->active) {
		return true;
	}
	return made->cipher ? ssmtp_protect_cipher(&work->fields, inner, ssmtp_buf_slice(&made->outer), error)
						: ssmtp_protect_clear(&work->fields, inner, error);
}

static bool work_begin(ssmtp_client *client, content_work *work, bool encrypt, ssmtp_error *error)
{
	const ssmtp_settings *settings = client->settings;
	bool raw = client->content.stream == NULL && client->content.finished == NULL && settings->message_len > 0;

	memset(work, 0, sizeof(*work));
	ssmtp_buf_init(&work->fields, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&work->rest, SSMTP_BUF_MAX_DEFAULT);
	return ssmtp_entity_split_fields(ssmtp_slice_of(settings->other_headers, settings->other_headers_len),
			   &work->fields, &work->rest, error) &&
		   ssmtp_protection_begin(client, &work->protection, ssmtp_buf_slice(&work->fields),
			   ssmtp_buf_slice(&work->rest), encrypt, error) &&
		   work_take_body(client, work, error) && work_display(client, work, raw, error) &&
		   ssmtp_entity_canonical(&work->fields, &work->body, settings->charset, raw, error) &&
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

static bool content_check_signer(const ssmtp_client *client, ssmtp_error *error)
{
	if (client->signer == NULL || !ssmtp_identity_has_key(client->signer)) {
		return ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_NO_SIGNING_CERT,
			"No signing certificate with a private key is selected: set CertStoreType, CertStore, CertStorePassword "
			"and "
			"then CertSubject.");
	}
	return true;
}

/* RFC 8551 section 2.4.5: compression comes first, and once: Sign() and then
 * Encrypt() give what SignAndEncrypt() gives. */
static bool work_compress(content_work *work, const ssmtp_settings *settings, ssmtp_error *error)
{
	ssmtp_content_type type;

	if (!settings->compressed_data) {
		return true;
	}
	if (!ssmtp_content_type_of(&type, ssmtp_buf_slice(&work->fields), error)) {
		return false;
	}
	return strcmp(type.media, "multipart/signed") == 0 || strcmp(type.media, "application/pkcs7-mime") == 0
		|| ssmtp_smime_compress(&work->body, &work->fields, error);
}

static bool work_sign(ssmtp_client *client, content_work *work, ssmtp_smime_options *options, ssmtp_error *error)
{
	if (options->include_chain && client->settings->smime_ca_certs[0] != '\0') {
		options->trust = ssmtp_recipients_trust(client, error);
		if (options->trust == NULL) {
			return false;
		}
	}
	return ssmtp_smime_sign(&work->body, &work->fields, client->signer, options, error);
}

static bool work_encrypt(ssmtp_client *client, content_work *work, const ssmtp_smime_options *options,
	ssmtp_error *error)
{
	if (!ssmtp_copies_wanted(client->settings)) {
		return ssmtp_copies_encrypt_one(client, &work->body, &work->fields, NULL, options, error);
	}
	return ssmtp_copies_encrypt(client, &work->body, &work->fields, options, &work->copies, error);
}

static bool commit_text(ssmtp_client *client, int id, ssmtp_slice text, ssmtp_error *error)
{
	ssmtp_value value = { SSMTP_VALUE_STRING, 0, text };

	return ssmtp_settings_set(client->settings, ssmtp_settings_row((ssmtp_setting_id) id), 0, &value, error);
}

static bool commit_values(ssmtp_client *client, content_work *work, ssmtp_slice text, ssmtp_error *error)
{
	if (!ssmtp_buf_append_str(&work->rest, "MIME-Version: 1.0\r\n")
		|| !ssmtp_buf_append_slice(&work->rest, ssmtp_buf_slice(&work->fields))) {
		return ssmtp_error_nomem(error);
	}
	return commit_text(client, SSMTP_ID_OTHER_HEADERS, ssmtp_buf_slice(&work->rest), error)
		&& commit_text(client, SSMTP_ID_MESSAGE, SSMTP_SLICE_EMPTY, error)
		&& commit_text(client, SSMTP_ID_MESSAGE_TEXT, text, error);
}

/* All or nothing: the old values come back when one of the new ones cannot be stored. */
static bool work_commit(ssmtp_client *client, content_work *work, ssmtp_error *error)
{
	ssmtp_settings *before;
	ssmtp_buf text;
	bool ok;

	ssmtp_buf_init(&text, SSMTP_BUF_MAX_DEFAULT);
	before = ssmtp_settings_copy(client->settings);
	ok = before != NULL || ssmtp_error_nomem(error);
	ok = ok && (!work->small || ssmtp_source_read_all(work->body, &text, error))
		&& commit_values(client, work, ssmtp_buf_slice(&text), error);
	ssmtp_buf_free(&text);
	if (!ok) {
		if (before != NULL) {
			ssmtp_settings_free(&client->settings);
			client->settings = before;
		}
		return false;
	}
	ssmtp_settings_free(&before);
	if (work->ref != NULL) {
		/* The new content goes on reading the old one and owns it from now on. */
		work->ref->owns = true;
		client->content.stream = client->content.finished = NULL;
	}
	if (!work->small) {
		client->content.finished = work->body;
		work->body = NULL;
	}
	client->content.copies = work->copies;
	memset(&work->copies, 0, sizeof(work->copies));
	return true;
}

/* What Send has to write of the fields from now on; cannot fail. */
static void work_commit_protection(ssmtp_client *client, content_work *work)
{
	ssmtp_protection *held = &client->content.protection;

	if (work->protection.active) {
		ssmtp_protection_free(held);
		*held = work->protection;
		memset(&work->protection, 0, sizeof(work->protection));
	}
	if (held->active) {
		ssmtp_buf_free(&held->content);
		held->content = work->fields;
		ssmtp_buf_init(&work->fields, SSMTP_BUF_MAX_DEFAULT);
		held->body_replaced = false;
	}
}

/* The copies are envelopes already: what is done to the message would have to be done to each of them. */
static bool content_check_copies(const ssmtp_client *client, ssmtp_error *error)
{
	return client->content.copies.count == 0
		|| ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_INVALID_STATE,
			"BccEncryption=Separate made copies of the message: it cannot be signed or encrypted once more.");
}

static bool content_transform(ssmtp_client *client, bool sign, bool encrypt, ssmtp_error *error)
{
	ssmtp_smime_options options = { 0 };
	content_work work;
	bool ok;

	if ((sign && !content_check_signer(client, error))
		|| !content_check_copies(client, error) || (encrypt && !ssmtp_recipients_check(client, error))
		|| (encrypt && client->settings->encrypt_to_self && !content_check_signer(client, error))) {
		return false;
	}
	work_options(client->settings, &options);
	ok = work_begin(client, &work, encrypt, error) && work_compress(&work, client->settings, error)
		&& (!sign || work_sign(client, &work, &options, error))
		&& (!encrypt || work_encrypt(client, &work, &options, error)) && work_commit(client, &work, error);
	if (ok) {
		work_commit_protection(client, &work);
	}
	work_free(&work);
	if (ok && sign) {
		ssmtp_certificate_free(&client->content.signed_by);
		client->content.signed_by =
			ssmtp_certificate_ref((ssmtp_certificate *) ssmtp_identity_certificate(client->signer));
	}
	if (ok) {
		client->content.encrypted = encrypt || client->content.encrypted;
		ssmtp_error_clear(&client->content.encrypt_error);
	}
	return ok;
}

static bool content_operation(ssmtp_client *client, bool sign, bool encrypt, ssmtp_error *error)
{
	ssmtp_error own = { 0 };

	if (ssmtp_client_busy(client)) {
		return ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_BUSY,
			"Another method is running: it cannot be called from within an event callback.");
	}
	if (content_transform(client, sign, encrypt, &own)) {
		client->ssl_error = 0;
		client->ssl_specific_error = 0;
		return true;
	}
	client->ssl_error = own.code;
	client->ssl_specific_error = own.system;
	if (encrypt) {
		client->content.encrypt_error = own; /* promise 8: Send must not send the plaintext now */
	}
	if (error != NULL) {
		*error = own;
	}
	return false;
}

bool ssmtp_client_sign(ssmtp_client *client, ssmtp_error *error)
{
	return content_operation(client, true, false, error);
}

bool ssmtp_client_encrypt(ssmtp_client *client, ssmtp_error *error)
{
	return content_operation(client, false, true, error);
}

bool ssmtp_client_sign_and_encrypt(ssmtp_client *client, ssmtp_error *error)
{
	return content_operation(client, true, true, error);
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
	if (!content_check_copies(client, error)) {
		return false;
	}
	memset(&work, 0, sizeof(work));
	ssmtp_buf_init(&work.fields, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&work.rest, SSMTP_BUF_MAX_DEFAULT);
	work.small = true;
	ok = ssmtp_entity_split_fields(ssmtp_slice_of(settings->other_headers, settings->other_headers_len), &work.fields,
		&work.rest, error);
	ssmtp_buf_clear(&work.fields);
	ok = ok && (work.body = certs_only_body(client, &work.fields, error)) != NULL && work_commit(client, &work, error);
	work_free(&work);
	if (ok) {
		/* The body that was is replaced, wherever it stood. */
		ssmtp_source_free(&client->content.stream);
		ssmtp_content_replaced(client, true);
	}
	return ok;
}

bool ssmtp_content_finish(ssmtp_client *client, ssmtp_error *error)
{
	ssmtp_buf text;
	bool ok;

	if (client->content.finished == NULL) {
		return true;
	}
	if (ssmtp_client_busy(client)) {
		return ssmtp_error_set(
			error, SSMTP_ERROR_STATE, SSMTP_E_BUSY, "The content is being sent: read it afterwards.");
	}
	ssmtp_buf_init(&text, SSMTP_BUF_MAX_DEFAULT);
	ok = ssmtp_source_rewind(client->content.finished, error)
		&& ssmtp_source_read_all(client->content.finished, &text, error)
		&& commit_text(client, SSMTP_ID_MESSAGE_TEXT, ssmtp_buf_slice(&text), error);
	ssmtp_buf_free(&text);
	if (ok) {
		ssmtp_source_free(&client->content.finished);
	}
	return ok;
}
