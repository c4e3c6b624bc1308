/* BccEncryption=Separate: one envelope for To and Cc, and for every BCc address
 * one that names only it. The canonical plaintext stays until then; each copy
 * is encrypted while it is sent. */
#include "client/client_priv.h"

#include "base/alloc.h"

static bool recipient_is_blind(const ssmtp_recipient *recipient)
{
	return recipient->type == SSMTP_RT_BCC && recipient->address[0] != '\0';
}

static size_t count_blind(const ssmtp_settings *settings)
{
	size_t count = 0;

	for (size_t i = 0; i < settings->recipient_count; i++) {
		count += recipient_is_blind(&settings->recipients[i]) ? 1 : 0;
	}
	return count;
}

bool ssmtp_copies_wanted(const ssmtp_settings *settings)
{
	return strcmp(settings->bcc_encryption, "Separate") == 0 && count_blind(settings) > 0;
}

void ssmtp_copies_free(ssmtp_copies *copies)
{
	for (size_t i = 0; i < copies->count; i++) {
		ssmtp_free(copies->items[i].address);
		ssmtp_source_free(&copies->items[i].body);
	}
	ssmtp_free(copies->items);
	/* Last: the bodies read from it. */
	ssmtp_source_free(&copies->plain);
	memset(copies, 0, sizeof(*copies));
}

/* Is the certificate one of the envelope: of the BCc address, or without one, of To and Cc or of everybody? */
static bool envelope_takes(const ssmtp_settings *settings, const ssmtp_certificate *certificate, const char *address)
{
	if (address != NULL) {
		return ssmtp_certificate_matches_mailbox(certificate, address);
	}
	for (size_t i = 0; ssmtp_copies_wanted(settings) && i < settings->recipient_count; i++) {
		const ssmtp_recipient *recipient = &settings->recipients[i];

		if (recipient->type != SSMTP_RT_BCC && recipient->address[0] != '\0' &&
			ssmtp_certificate_matches_mailbox(certificate, recipient->address)) {
			return true;
		}
	}
	return !ssmtp_copies_wanted(settings);
}

bool ssmtp_copies_encrypt_one(ssmtp_client *client, ssmtp_source **body, ssmtp_buf *fields, const char *address,
	const ssmtp_smime_options *options, ssmtp_error *error)
{
	ssmtp_recipient_certs certs = { NULL, 0 };
	bool ok;

	certs.items = ssmtp_alloc((client->recipient_cert_count + 1) * sizeof(*certs.items));
	if (certs.items == NULL) {
		return ssmtp_error_nomem(error);
	}
	for (size_t i = 0; i < client->recipient_cert_count; i++) {
		if (envelope_takes(client->settings, client->recipient_certs[i], address)) {
			certs.items[certs.count++] = client->recipient_certs[i];
		}
	}
	if (client->settings->encrypt_to_self) {
		certs.items[certs.count++] = (ssmtp_certificate *) ssmtp_identity_certificate(client->signer);
	}
	ok = ssmtp_smime_encrypt(body, fields, &certs, options, error);
	ssmtp_free(certs.items);
	return ok;
}

/* The envelope of one address, over the plaintext that all share. */
static bool copies_add(ssmtp_client *client, ssmtp_copies *copies, ssmtp_slice fields, const char *address,
	const ssmtp_smime_options *options, ssmtp_error *error)
{
	ssmtp_copy *copy = &copies->items[copies->count++];
	ssmtp_buf own;
	bool ok;

	ssmtp_buf_init(&own, SSMTP_BUF_MAX_DEFAULT);
	copy->address = ssmtp_strndup(address, strlen(address));
	copy->body = ssmtp_content_lend(copies->plain, error);
	ok = (copy->address != NULL && ssmtp_buf_append_slice(&own, fields)) || ssmtp_error_nomem(error);
	ok = ok && copy->body != NULL && ssmtp_copies_encrypt_one(client, &copy->body, &own, address, options, error);
	ssmtp_buf_free(&own);
	return ok;
}

static bool copies_make(ssmtp_client *client, ssmtp_copies *copies, ssmtp_slice fields,
	const ssmtp_smime_options *options, ssmtp_error *error)
{
	const ssmtp_settings *settings = client->settings;

	copies->items = ssmtp_alloc_zero(count_blind(settings) * sizeof(*copies->items));
	if (copies->items == NULL) {
		return ssmtp_error_nomem(error);
	}
	for (size_t i = 0; i < settings->recipient_count; i++) {
		if (recipient_is_blind(&settings->recipients[i]) &&
			!copies_add(client, copies, fields, settings->recipients[i].address, options, error)) {
			return false;
		}
	}
	return true;
}

bool ssmtp_copies_encrypt(ssmtp_client *client, ssmtp_source **body, ssmtp_buf *fields,
	const ssmtp_smime_options *options, ssmtp_copies *copies, ssmtp_error *error)
{
	ssmtp_source *shown = ssmtp_content_lend(*body, error);

	if (shown == NULL) {
		return false;
	}
	copies->plain = *body;
	if (!copies_make(client, copies, ssmtp_buf_slice(fields), options, error) ||
		!ssmtp_copies_encrypt_one(client, &shown, fields, NULL, options, error)) {
		ssmtp_source_free(&shown);
		copies->plain = NULL;
		ssmtp_copies_free(copies);
		return false;
	}
	*body = shown;
	return true;
}

static const ssmtp_copy *copies_find(const ssmtp_copies *copies, const char *address)
{
	for (size_t i = 0; i < copies->count; i++) {
		if (strcmp(copies->items[i].address, address) == 0) {
			return &copies->items[i];
		}
	}
	return NULL;
}

bool ssmtp_copies_check(const ssmtp_copies *copies, const ssmtp_settings *settings, ssmtp_error *error)
{
	for (size_t i = 0; i < settings->recipient_count; i++) {
		const char *address = settings->recipients[i].address;

		if (recipient_is_blind(&settings->recipients[i]) && copies_find(copies, address) == NULL) {
			return ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_INVALID_STATE,
				"There is no copy for the BCc recipient %.200s: set BCc before Encrypt (BccEncryption=Separate).",
				address);
		}
	}
	return true;
}

bool ssmtp_copies_plan(ssmtp_client *client, const ssmtp_settings *settings)
{
	size_t row = 0;

	ssmtp_copies_forget_plan(client);
	if (client->content.copies.count == 0) {
		return true;
	}
	client->copy_targets = ssmtp_alloc_zero((count_blind(settings) + 1) * sizeof(*client->copy_targets));
	for (size_t i = 0; client->copy_targets != NULL && i < settings->recipient_count; i++) {
		if (recipient_is_blind(&settings->recipients[i])) {
			client->copy_targets[client->copy_target_count++] = (ssmtp_copy_target) { i, row };
		}
		row += settings->recipients[i].address[0] == '\0' ? 0 : 1;
	}
	return client->copy_targets != NULL;
}

void ssmtp_copies_forget_plan(ssmtp_client *client)
{
	ssmtp_free(client->copy_targets);
	client->copy_targets = NULL;
	client->copy_target_count = 0;
}

bool ssmtp_copies_has_own(const ssmtp_client *client, int type)
{
	return client->copy_target_count > 0 && type == SSMTP_RT_BCC;
}

ssmtp_source *ssmtp_copies_body(ssmtp_client *client, ssmtp_error *error)
{
	const ssmtp_copies *copies = &client->content.copies;
	const char *address = client->now->recipients[client->copy_targets[client->copy_at - 1].recipient].address;
	/* The copies stand in the order of the recipients, unless those were changed since. */
	const ssmtp_copy *copy =
		client->copy_at <= copies->count && strcmp(copies->items[client->copy_at - 1].address, address) == 0
		? &copies->items[client->copy_at - 1]
		: copies_find(copies, address);

	/* The envelope before it has read the plaintext to its end, and this one does not know. */
	if (copy == NULL || !ssmtp_source_rewind(copies->plain, error) || !ssmtp_source_rewind(copy->body, error)) {
		return NULL;
	}
	return copy->body;
}
