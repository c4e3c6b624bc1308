/* The body of the message: where it stands, what was made of it, and whether it may leave. */
#include "client/client_priv.h"

#include "base/alloc.h"
#include "mime/entity.h"
#include "stream/source.h"

static void content_init(ssmtp_content *content)
{
	memset(content, 0, sizeof(*content));
	ssmtp_buf_init(&content->fields, SSMTP_BUF_MAX_DEFAULT);
}

void ssmtp_content_clear(ssmtp_content *content)
{
	ssmtp_source_free(&content->finished);
	ssmtp_copies_free(&content->copies);
	ssmtp_source_free(&content->stream);
	ssmtp_protection_free(&content->protection);
	ssmtp_certificate_free(&content->signed_by);
	ssmtp_certificate_free_list(&content->readers.items, content->readers.count);
	ssmtp_buf_free(&content->fields);
	content_init(content);
}

/* The content as written, also while Protection's is being sent. */
static ssmtp_content *content_written(ssmtp_client *client)
{
	return client->written != NULL ? client->written : &client->content;
}

/* ---- what is owed ---- */

void ssmtp_content_owe(ssmtp_client *client, unsigned asked, const ssmtp_error *failure)
{
	client->debt.owed |= asked;
	client->debt.headers_reset = false;
	client->debt.failure = *failure;
}

static void debt_clear(ssmtp_debt *debt)
{
	memset(debt, 0, sizeof(*debt));
}

static bool debt_refuse(const ssmtp_debt *debt, const char *done, ssmtp_error *error)
{
	return ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_INVALID_STATE,
		"The message is not %s and does not leave: %.200s%sDo it, set Protection, or begin a message without it by "
		"NewMessage, Reset, or ResetHeaders and a new body.",
		done, ssmtp_error_is_set(&debt->failure) ? debt->failure.text : "it was asked for on this object.", " ");
}

/* Nothing in clear leaves an object that was asked to encrypt, and nothing unsigned one that failed to sign. */
static bool debt_check(const ssmtp_client *client, const ssmtp_settings *settings, ssmtp_error *error)
{
	const ssmtp_content *content = &client->content;
	unsigned has = content->kind == SSMTP_BODY_FINISHED ? content->done : (unsigned) settings->protection;
	unsigned missing = client->debt.owed & ~has;

	if (missing & SSMTP_ENCRYPT) {
		return debt_refuse(&client->debt, "encrypted", error);
	}
	return missing == 0 || debt_refuse(&client->debt, "signed", error);
}

/* ---- another body ---- */

void ssmtp_content_new_body(ssmtp_client *client, ssmtp_body_kind kind)
{
	ssmtp_content_clear(&client->content);
	client->content.kind = kind;
	if (client->debt.headers_reset) {
		debt_clear(&client->debt);
	}
}

/* An empty value takes the place of nothing but its own property's: it must not uncover a body from before. */
static bool content_takes(const ssmtp_content *content, ssmtp_body_kind kind, ssmtp_slice value)
{
	if (value.len > 0 || content->kind == kind) {
		return true;
	}
	return kind == SSMTP_BODY_TEXT
		&& (content->kind == SSMTP_BODY_FINISHED || content->kind == SSMTP_BODY_SPENT);
}

void ssmtp_content_set(ssmtp_client *client, ssmtp_body_kind kind, ssmtp_slice value)
{
	if (!content_takes(content_written(client), kind, value)) {
		return;
	}
	/* Message set to nothing is a message without Message: an empty MessageText. */
	kind = value.len == 0 ? SSMTP_BODY_TEXT : kind;
	if (ssmtp_client_busy(client)) {
		client->set_meanwhile = kind == SSMTP_BODY_TEXT ? SSMTP_SET_TEXT : SSMTP_SET_MESSAGE;
	} else {
		ssmtp_content_new_body(client, kind);
	}
}

bool ssmtp_content_is_shown(ssmtp_client *client, ssmtp_slice value)
{
	ssmtp_content *content = content_written(client);
	ssmtp_slice shown;

	if (content->kind != SSMTP_BODY_FINISHED || !ssmtp_source_mem_octets(content->finished, &shown)
		|| !ssmtp_slice_equal(shown, value)) {
		return false;
	}
	if (ssmtp_client_busy(client)) {
		client->set_meanwhile = SSMTP_SET_SAME;
	} else {
		content->sent = false;
	}
	return true;
}

static bool texts_clear(ssmtp_client *client, ssmtp_error *error)
{
	const ssmtp_value none = { SSMTP_VALUE_STRING, 0, SSMTP_SLICE_EMPTY };

	return ssmtp_client_put(client, ssmtp_settings_row(SSMTP_ID_MESSAGE), 0, &none, error)
		&& ssmtp_client_put(client, ssmtp_settings_row(SSMTP_ID_MESSAGE_TEXT), 0, &none, error);
}

bool ssmtp_client_set_message_stream(ssmtp_client *client, ssmtp_source **stream, ssmtp_error *error)
{
	if (ssmtp_client_busy(client)) {
		return ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_BUSY, "Another method is running.");
	}
	if (*stream == NULL) {
		if (client->content.kind == SSMTP_BODY_STREAM) {
			ssmtp_content_clear(&client->content);
			client->content.kind = SSMTP_BODY_SPENT;
		}
		return true;
	}
	if (!texts_clear(client, error)) {
		return false;
	}
	ssmtp_content_new_body(client, SSMTP_BODY_STREAM);
	client->content.stream = *stream;
	*stream = NULL;
	return true;
}

void ssmtp_client_keep_message_stream(ssmtp_client *client, ssmtp_source **stream)
{
	if (client->content.kind == SSMTP_BODY_STREAM && client->content.stream_kept) {
		ssmtp_source_free(&client->content.stream);
		client->content.stream = *stream;
		client->content.stream_begun = false;
		*stream = NULL;
	}
}

void ssmtp_content_reset_headers(ssmtp_client *client)
{
	if (client->content.kind == SSMTP_BODY_FINISHED) {
		ssmtp_content_clear(&client->content);
		client->content.kind = SSMTP_BODY_SPENT;
	}
	client->debt.headers_reset = client->debt.owed != 0;
}

void ssmtp_content_forget(ssmtp_client *client)
{
	ssmtp_content_clear(&client->content);
	debt_clear(&client->debt);
}

static void content_left(ssmtp_client *client)
{
	ssmtp_content *content = &client->content;

	if (content->kind != SSMTP_BODY_STREAM) {
		content->sent = true;
	} else if (client->settings->close_stream_after_transfer) {
		ssmtp_content_clear(content);
		content->kind = SSMTP_BODY_SPENT;
	} else {
		content->stream_kept = true;
		content->stream_begun = false;
	}
}

static void content_settle(ssmtp_client *client)
{
	if (client->set_meanwhile == SSMTP_SET_SAME) {
		client->content.sent = false;
	} else if (client->set_meanwhile != SSMTP_SET_NOTHING) {
		ssmtp_content_new_body(client,
			client->set_meanwhile == SSMTP_SET_TEXT ? SSMTP_BODY_TEXT : SSMTP_BODY_MESSAGE);
	}
	client->set_meanwhile = SSMTP_SET_NOTHING;
}

void ssmtp_content_end(ssmtp_client *client, bool left)
{
	if (client->written != NULL) {
		ssmtp_content_clear(&client->content);
		client->content = *client->written;
		ssmtp_free(client->written);
		client->written = NULL;
	}
	if (left) {
		content_left(client);
	}
	content_settle(client);
}

/* ---- may it leave? ---- */

static bool same_text(const char *a, const char *b)
{
	return a == b || strcmp(a, b) == 0;
}

static bool envelope_equal(const ssmtp_settings *a, const ssmtp_settings *b)
{
	bool equal = same_text(a->return_path, b->return_path) && same_text(a->from, b->from)
		&& a->recipient_count == b->recipient_count;

	for (size_t i = 0; equal && i < a->recipient_count; i++) {
		const ssmtp_recipient *x = &a->recipients[i], *y = &b->recipients[i];

		equal = x->type == y->type && same_text(x->address, y->address) && same_text(x->options, y->options);
	}
	return equal;
}

/* A body that nobody set for these recipients is somebody else's. */
static bool content_check_fresh(const ssmtp_client *client, const ssmtp_settings *settings, ssmtp_error *error)
{
	if (client->content.kind == SSMTP_BODY_SPENT) {
		return ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_INVALID_STATE,
			"The body was used: a stream is sent once, and ResetHeaders drops what Sign or Encrypt made. Set "
			"MessageText, Message or SetMessageStream.");
	}
	return !client->content.sent || settings->keep_body || client->sent == NULL
		|| envelope_equal(client->sent, settings)
		|| ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_INVALID_STATE,
			"This body went to other recipients, or from another sender, and was not set since: set it for this "
			"message, or Config KeepBody=True to send one body to many.");
}

/* Both ways at once would protect twice, or half. */
static bool content_check_way(const ssmtp_client *client, const ssmtp_settings *settings, ssmtp_error *error)
{
	return client->content.kind != SSMTP_BODY_FINISHED
		|| ((unsigned) settings->protection & ~client->content.done) == 0
		|| ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_INVALID_STATE,
			"Protection asks for more than Sign or Encrypt did to this message: set the body anew and leave the calls "
			"out.");
}

/* Content-* fields that were set behind Sign or Encrypt describe another body than theirs. */
static bool content_check_fields(const ssmtp_client *client, const ssmtp_settings *settings, ssmtp_error *error)
{
	ssmtp_buf content, rest;
	bool ok;

	if (client->content.kind != SSMTP_BODY_FINISHED) {
		return true;
	}
	ssmtp_buf_init(&content, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&rest, SSMTP_BUF_MAX_DEFAULT);
	ok = ssmtp_entity_split_fields(
		ssmtp_slice_of(settings->other_headers, settings->other_headers_len), &content, &rest, error);
	if (ok && ssmtp_buf_len(&content) > 0) {
		ok = ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_INVALID_STATE,
			"The Content-* fields of OtherHeaders do not describe the body that Sign or Encrypt made: leave them out, "
			"or set the body anew.");
	}
	ssmtp_buf_free(&content);
	ssmtp_buf_free(&rest);
	return ok;
}

bool ssmtp_content_check_empty(const ssmtp_client *client, const ssmtp_settings *settings, ssmtp_error *error)
{
	return client->content.kind != SSMTP_BODY_TEXT || settings->message_text_len > 0 || settings->allow_empty_body
		|| ssmtp_error_argument(error,
			"The message has no body: set MessageText, Message or SetMessageStream, or Config AllowEmptyBody=True.");
}

bool ssmtp_content_check(ssmtp_client *client, const ssmtp_settings *settings, ssmtp_error *error)
{
	if (!debt_check(client, settings, error) || !content_check_fresh(client, settings, error)
		|| !ssmtp_content_check_empty(client, settings, error)
		|| !content_check_way(client, settings, error) || !content_check_fields(client, settings, error)
		|| !ssmtp_protection_check(client, settings, error)) {
		return false;
	}
	if ((client->content.done & SSMTP_ENCRYPT) == 0) {
		return true;
	}
	return (client->content.copies.count == 0 || ssmtp_copies_check(&client->content.copies, settings, error))
		&& ssmtp_recipients_check_again(client, settings, error);
}

/* ---- fields ---- */

/* Every field of given stands among those of the content. */
static bool fields_within(ssmtp_slice given, ssmtp_slice own)
{
	ssmtp_header_field field, other;

	while (ssmtp_header_next(&given, &field)) {
		ssmtp_slice left = own;
		bool found = false;

		while (!found && ssmtp_header_next(&left, &other)) {
			found = ssmtp_slice_equal(field.whole, other.whole);
		}
		if (!found) {
			return false;
		}
	}
	return true;
}

bool ssmtp_content_own_headers(ssmtp_client *client, ssmtp_slice value, ssmtp_buf *own, ssmtp_error *error)
{
	const ssmtp_content *content = content_written(client);
	ssmtp_buf given;
	bool ok;

	ssmtp_buf_init(&given, SSMTP_BUF_MAX_DEFAULT);
	ok = ssmtp_entity_split_fields(value, &given, own, error);
	if (ok && (ssmtp_buf_len(&given) == 0
			|| !fields_within(ssmtp_buf_slice(&given), ssmtp_buf_slice(&content->fields)))) {
		ssmtp_buf_clear(own);
		ok = ssmtp_buf_append_slice(own, value) || ssmtp_error_nomem(error);
	}
	ssmtp_buf_free(&given);
	return ok;
}

static bool headers_append(const ssmtp_content *content, ssmtp_buf *out, ssmtp_error *error)
{
	return (ssmtp_buf_append_str(out, "MIME-Version: 1.0\r\n")
			   && ssmtp_buf_append_slice(out, ssmtp_buf_slice(&content->fields)))
		|| ssmtp_error_nomem(error);
}

bool ssmtp_content_headers(const ssmtp_client *client, const ssmtp_settings *settings, ssmtp_buf *out,
	ssmtp_error *error)
{
	ssmtp_buf described;
	bool ok;

	ssmtp_buf_init(&described, SSMTP_BUF_MAX_DEFAULT);
	ok = ssmtp_entity_split_fields(
			 ssmtp_slice_of(settings->other_headers, settings->other_headers_len), &described, out, error)
		&& headers_append(&client->content, out, error);
	ssmtp_buf_free(&described);
	return ok;
}

bool ssmtp_content_show_headers(ssmtp_client *client, ssmtp_buf *out, ssmtp_error *error)
{
	const ssmtp_content *content = content_written(client);
	ssmtp_slice own = ssmtp_slice_of(client->settings->other_headers, client->settings->other_headers_len);

	if (content->kind != SSMTP_BODY_FINISHED) {
		return ssmtp_buf_append_slice(out, own) || ssmtp_error_nomem(error);
	}
	/* A field that was given without a line end must not run into the next one. */
	return (ssmtp_buf_append_slice(out, own)
			   && (own.len == 0 || own.ptr[own.len - 1] == '\n' || ssmtp_buf_append_str(out, "\r\n")))
		? headers_append(content, out, error)
		: ssmtp_error_nomem(error);
}

/* ---- octets ---- */

/* A source that stays its owner's: filters around it may be freed without it. */
typedef struct content_ref {
	ssmtp_source base;
	ssmtp_source *of;
	bool *begun; /* becomes true with the first octet; may be NULL */
	bool owns;
} content_ref;

static bool ref_read(ssmtp_source *source, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	content_ref *ref = (content_ref *) source;
	bool ok = ssmtp_source_read(ref->of, dst, room, n, error);

	if (ref->begun != NULL && (!ok || *n > 0)) {
		*ref->begun = true;
	}
	return ok;
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

static ssmtp_again ref_again(const ssmtp_source *source)
{
	return ssmtp_source_again(((const content_ref *) source)->of);
}

static const ssmtp_source_vtable ref_vtable = { "reference", ref_read, ref_rewind, ref_size, ref_free, ref_again };

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

void ssmtp_content_lend_for_good(ssmtp_source *lent)
{
	((content_ref *) lent)->owns = true;
}

/* What a message that failed read of the stream is read again: the rest of it would be half a message. */
static bool stream_again(ssmtp_content *content, ssmtp_error *error)
{
	if (!content->stream_begun) {
		return true;
	}
	if (!ssmtp_source_can_rewind(content->stream)) {
		return ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_INVALID_STATE,
			"The stream was read by a message that failed and cannot be read again: set it anew.");
	}
	content->stream_begun = false;
	return ssmtp_source_rewind(content->stream, error);
}

/* A kept stream that nobody rewound or wrote to has no second message in it. Takes *upstream. */
static ssmtp_source *stream_rest(ssmtp_source **upstream, ssmtp_error *error)
{
	ssmtp_source *parts[2] = { NULL, *upstream };
	ssmtp_source *whole = NULL;
	uint8_t first;
	size_t n = 0;

	if (ssmtp_source_read(*upstream, &first, 1, &n, error) && n == 0) {
		ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_INVALID_STATE,
			"The stream is at its end, its content was sent: rewind it, or set another body.");
	}
	if (n > 0 && (parts[0] = ssmtp_source_mem_new(ssmtp_slice_of(&first, 1), error)) != NULL) {
		whole = ssmtp_source_concat_new_take(parts, 2, error);
	}
	*upstream = NULL;
	ssmtp_source_free(&parts[0]);
	ssmtp_source_free(&parts[1]);
	return whole;
}

/* The stream from where it stands; it stays ours until CloseStreamAfterTransfer lets go of it. */
static ssmtp_source *content_stream(ssmtp_content *content, ssmtp_error *error)
{
	bool rest = content->stream_kept && !content->stream_begun;
	content_ref *ref = stream_again(content, error) ? ref_new(content->stream, error) : NULL;
	ssmtp_source *upstream = ref == NULL ? NULL : &ref->base;
	ssmtp_source *body;

	if (ref != NULL) {
		ref->begun = &content->stream_begun;
	}
	if (upstream != NULL && rest) {
		upstream = stream_rest(&upstream, error);
	}
	body = upstream == NULL ? NULL : ssmtp_filter_crlf_new_take(&upstream, error);
	ssmtp_source_free(&upstream);
	return body;
}

ssmtp_source *ssmtp_content_body(ssmtp_client *client, const ssmtp_settings *settings, bool *owned, ssmtp_error *error)
{
	ssmtp_content *content = &client->content;

	*owned = client->copy_at == 0 && content->kind != SSMTP_BODY_FINISHED;
	if (client->copy_at > 0) {
		return ssmtp_copies_body(client, error);
	}
	switch (content->kind) {
	case SSMTP_BODY_STREAM:
		return content_stream(content, error);
	case SSMTP_BODY_FINISHED:
		return ssmtp_source_rewind(content->finished, error) ? content->finished : NULL;
	case SSMTP_BODY_MESSAGE:
		/* Bare CR and bare LF never reach the wire, from Message either (security rule 11). */
		return ssmtp_source_text_new(ssmtp_slice_of(settings->message, settings->message_len), error);
	default:
		return ssmtp_source_text_new(ssmtp_slice_of(settings->message_text, settings->message_text_len), error);
	}
}

bool ssmtp_content_is_text(const ssmtp_client *client, const ssmtp_settings *settings)
{
	(void) settings;
	return client->content.kind == SSMTP_BODY_TEXT;
}

bool ssmtp_content_is_source(const ssmtp_client *client)
{
	return client->content.kind != SSMTP_BODY_TEXT && client->content.kind != SSMTP_BODY_MESSAGE;
}

/* The text as it was made fit for the server. */
static ssmtp_source *content_sent_text(const ssmtp_client *client, ssmtp_error *error)
{
	ssmtp_source *body = ssmtp_source_text_new(
		ssmtp_slice_of(client->sent->message_text, client->sent->message_text_len), error);
	ssmtp_buf fields;
	bool eight_bit;

	ssmtp_buf_init(&fields, SSMTP_BUF_MAX_DEFAULT);
	if (body != NULL && !ssmtp_fit_text(client->sent, client->sent_transport, &body, &fields, &eight_bit, error)) {
		ssmtp_source_free(&body);
	}
	ssmtp_buf_free(&fields);
	return body;
}

/* Config TransferText outside a transfer: the body of the last message as the receiver got it. */
bool ssmtp_content_transfer_text(ssmtp_client *client, ssmtp_buf *out, ssmtp_error *error)
{
	const ssmtp_settings *sent = client->sent;
	ssmtp_source *body;
	bool ok;

	if (sent == NULL || ssmtp_client_busy(client)) {
		return true;
	}
	if (client->sent_from_source) {
		return ssmtp_buf_append_slice(out, ssmtp_buf_slice(&client->sent_stream)) || ssmtp_error_nomem(error);
	}
	body = sent->message_len > 0 ? ssmtp_source_text_new(ssmtp_slice_of(sent->message, sent->message_len), error)
								 : content_sent_text(client, error);
	ok = body != NULL && ssmtp_source_read_all(body, out, error);
	ssmtp_source_free(&body);
	return ok;
}

/* Read once into memory: what was read is what is sent. */
static bool content_freeze(ssmtp_client *client, ssmtp_content *content, ssmtp_error *error)
{
	ssmtp_source *frozen;
	ssmtp_buf text;

	if (ssmtp_client_busy(client)) {
		return ssmtp_error_set(
			error, SSMTP_ERROR_STATE, SSMTP_E_BUSY, "The content is being sent: read it afterwards.");
	}
	ssmtp_buf_init(&text, SSMTP_BUF_MAX_DEFAULT);
	frozen = ssmtp_source_rewind(content->finished, error) && ssmtp_source_read_all(content->finished, &text, error)
		? ssmtp_source_mem_new_take(&text, error)
		: NULL;
	ssmtp_buf_free(&text);
	if (frozen == NULL) {
		return false;
	}
	ssmtp_source_free(&content->finished);
	content->finished = frozen;
	return true;
}

bool ssmtp_content_show_text(ssmtp_client *client, ssmtp_slice *text, ssmtp_error *error)
{
	ssmtp_content *content = content_written(client);

	if (content->kind != SSMTP_BODY_FINISHED) {
		*text = ssmtp_slice_of(client->settings->message_text, client->settings->message_text_len);
		return true;
	}
	if (!ssmtp_source_mem_octets(content->finished, text) && !content_freeze(client, content, error)) {
		return false;
	}
	return ssmtp_source_mem_octets(content->finished, text);
}
