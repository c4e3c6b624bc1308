/* The certificates that Encrypt takes: whom they belong to, whether they are
 * trusted, and whom they would tell of (spec config: RecipientCertCheck,
 * BccEncryption). */
#include "client/client_priv.h"

#include "base/alloc.h"
#include "base/clock.h"

/* First recipient that the certificate names, blind or not; NULL when there is none. */
static const char *certificate_names(const ssmtp_settings *settings, const ssmtp_certificate *certificate, bool blind)
{
	for (size_t i = 0; i < settings->recipient_count; i++) {
		const ssmtp_recipient *recipient = &settings->recipients[i];

		if ((recipient->type == SSMTP_RT_BCC) == blind && recipient->address[0] != '\0' &&
			ssmtp_certificate_matches_mailbox(certificate, recipient->address)) {
			return recipient->address;
		}
	}
	return NULL;
}

static bool recipient_has_certificate(const ssmtp_recipient_certs *certs, const ssmtp_recipient *recipient)
{
	for (size_t i = 0; i < certs->count; i++) {
		if (ssmtp_certificate_matches_mailbox(certs->items[i], recipient->address)) {
			return true;
		}
	}
	return recipient->address[0] == '\0';
}

static const char *first_blind(const ssmtp_settings *settings)
{
	for (size_t i = 0; i < settings->recipient_count; i++) {
		if (settings->recipients[i].type == SSMTP_RT_BCC && settings->recipients[i].address[0] != '\0') {
			return settings->recipients[i].address;
		}
	}
	return NULL;
}

/* Error text with the certificate's subject: format has one %s for it, one for the address. */
static bool refuse_certificate(const ssmtp_certificate *certificate, int code, const char *before, const char *address,
	const char *after, ssmtp_error *error)
{
	ssmtp_buf subject;

	ssmtp_buf_init(&subject, 65536);
	if (!ssmtp_certificate_text(certificate, SSMTP_CF_SUBJECT, &subject)) {
		ssmtp_buf_free(&subject);
		return ssmtp_error_nomem(error);
	}
	ssmtp_error_set(error, SSMTP_ERROR_SMIME, code, "The recipient certificate \"%.*s\" %s%.150s%s",
		(int) (ssmtp_buf_len(&subject) > 150 ? 150 : ssmtp_buf_len(&subject)),
		(const char *) ssmtp_buf_slice(&subject).ptr, before, address, after);
	ssmtp_buf_free(&subject);
	return false;
}

/* Security rule 22: everyone who gets an encrypted message can read for whom else it was encrypted. A certificate
 * that names nobody may well be the BCc recipient's. */
static bool check_bcc(const ssmtp_recipient_certs *certs, const ssmtp_settings *settings, ssmtp_error *error)
{
	const char *blind = first_blind(settings);

	for (size_t i = 0; blind != NULL && i < certs->count; i++) {
		const ssmtp_certificate *certificate = certs->items[i];
		const char *named = certificate_names(settings, certificate, true);

		if (certificate_names(settings, certificate, false) != NULL) {
			continue;
		}
		if (named != NULL) {
			return refuse_certificate(certificate, SSMTP_E_INVALID_STATE, "belongs to the BCc recipient ", named,
				", and all who get the message could read that: set BccEncryption=Separate, or Reveal if they may.",
				error);
		}
		return refuse_certificate(certificate, SSMTP_E_INVALID_STATE,
			"names neither a To nor a Cc recipient and may be that of ", blind,
			" (BCc), and all who get the message could read that: set BccEncryption=Reveal if they may.", error);
	}
	return true;
}

/* Separate: whose copy a certificate belongs to must be known, and everybody must be able to read his. */
static bool check_separate(const ssmtp_recipient_certs *certs, const ssmtp_settings *settings, ssmtp_error *error)
{
	bool visible = false;

	for (size_t i = 0; i < certs->count; i++) {
		const ssmtp_certificate *certificate = certs->items[i];
		bool open = certificate_names(settings, certificate, false) != NULL;

		visible = visible || open;
		if (!open && certificate_names(settings, certificate, true) == NULL) {
			return refuse_certificate(certificate, SSMTP_E_NO_RECIPIENT_CERT, "names no recipient", "",
				": BccEncryption=Separate cannot tell whose copy it belongs to. Remove it, or add the recipient it "
				"names.",
				error);
		}
	}
	for (size_t i = 0; i < settings->recipient_count; i++) {
		if (settings->recipients[i].type == SSMTP_RT_BCC &&
			!recipient_has_certificate(certs, &settings->recipients[i])) {
			return ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_NO_RECIPIENT_CERT,
				"No recipient certificate names the BCc recipient %.200s: add it with AddRecipientCert "
				"(BccEncryption=Separate).",
				settings->recipients[i].address);
		}
	}
	return visible || ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_NO_RECIPIENT_CERT,
						  "No recipient certificate names a To or Cc recipient: BccEncryption=Separate makes the "
						  "copies for BCc beside a "
						  "message for them. Send a message without To as one for each recipient.");
}

static size_t count_nameless(const ssmtp_recipient_certs *certs)
{
	size_t count = 0;

	for (size_t i = 0; i < certs->count; i++) {
		count += ssmtp_certificate_has_mailbox(certs->items[i]) ? 0 : 1;
	}
	return count;
}

static bool has_recipient(const ssmtp_settings *settings)
{
	for (size_t i = 0; i < settings->recipient_count; i++) {
		if (settings->recipients[i].address[0] != '\0') {
			return true;
		}
	}
	return false;
}

/* Everyone the message goes to can read it. A certificate that names nobody may be anybody's, but one person's. */
static bool match_recipients(const ssmtp_recipient_certs *certs, const ssmtp_settings *settings, ssmtp_error *error)
{
	size_t nameless = count_nameless(certs);

	for (size_t i = 0; i < settings->recipient_count; i++) {
		const ssmtp_recipient *recipient = &settings->recipients[i];
		bool asked = recipient->type != SSMTP_RT_BCC || strcmp(settings->bcc_encryption, "Reveal") == 0;

		if (!asked || recipient_has_certificate(certs, recipient)) {
			continue;
		}
		if (nameless == 0) {
			return ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_NO_RECIPIENT_CERT,
				"No recipient certificate names %.200s: add it with AddRecipientCert before Encrypt, or set "
				"RecipientCertCheck=Basic.",
				recipient->address);
		}
		nameless--;
	}
	return true;
}

/* RecipientCertCheck=Match: everyone the message goes to can read it, and nobody else (security rule 23). */
static bool check_match(const ssmtp_recipient_certs *certs, const ssmtp_settings *settings, ssmtp_error *error)
{
	/* Encrypt may come before the recipients: Send asks again. */
	if (!has_recipient(settings)) {
		return true;
	}
	if (!match_recipients(certs, settings, error)) {
		return false;
	}
	for (size_t i = 0; i < certs->count; i++) {
		const ssmtp_certificate *certificate = certs->items[i];

		if (ssmtp_certificate_has_mailbox(certificate) && certificate_names(settings, certificate, false) == NULL &&
			certificate_names(settings, certificate, true) == NULL) {
			return refuse_certificate(certificate, SSMTP_E_NO_RECIPIENT_CERT, "names no recipient of the message", "",
				": remove it, add the recipient it names, or set RecipientCertCheck=Basic.", error);
		}
	}
	return true;
}

const ssmtp_smime_trust *ssmtp_recipients_trust(ssmtp_client *client, ssmtp_error *error)
{
	const ssmtp_settings *settings = client->settings;
	ssmtp_smime_trust_options options = { settings->smime_ca_certs, settings->ssl_ca_cert_file_paths,
		client->hooks.file_allowed };
	ssmtp_store_stamp stamp = ssmtp_store_stamp_of(settings->smime_ca_certs);
	ssmtp_smime_trust *trust;
	char *key;

	if (client->smime_trust != NULL && strcmp(client->smime_trust_key, settings->smime_ca_certs) == 0 &&
		ssmtp_store_stamp_equal(&stamp, &client->smime_trust_stamp)) {
		return ssmtp_smime_trust_refresh(client->smime_trust, &options, error) ? client->smime_trust : NULL;
	}
	/* What is read a moment behind a change may change again without another stamp: not kept. */
	if (ssmtp_store_stamp_is_fresh(&stamp, ssmtp_clock_ms())) {
		stamp = (ssmtp_store_stamp) { 0 };
	}
	key = ssmtp_strndup(settings->smime_ca_certs, strlen(settings->smime_ca_certs));
	trust = key == NULL ? NULL : ssmtp_smime_trust_open(&options, error);
	if (trust == NULL) {
		ssmtp_error_nomem(key == NULL ? error : NULL);
		ssmtp_free(key);
		return NULL;
	}
	ssmtp_smime_trust_free(&client->smime_trust);
	ssmtp_free(client->smime_trust_key);
	client->smime_trust = trust;
	client->smime_trust_key = key;
	client->smime_trust_stamp = stamp;
	return trust;
}

static bool check_chains(ssmtp_client *client, bool revocation, ssmtp_error *error)
{
	const ssmtp_smime_trust *trust = ssmtp_recipients_trust(client, error);

	if (trust == NULL) {
		return false;
	}
	for (size_t i = 0; i < client->recipient_cert_count; i++) {
		if (!ssmtp_smime_check_recipient(client->recipient_certs[i], 0, error) ||
			!ssmtp_smime_trust_check(trust, client->recipient_certs[i], revocation, 0, error)) {
			return false;
		}
	}
	return !client->settings->encrypt_to_self || client->signer == NULL ||
		   ssmtp_smime_trust_check(trust, ssmtp_identity_certificate(client->signer), revocation, 0, error);
}

enum { LEVEL_BASIC, LEVEL_MATCH, LEVEL_CHAIN, LEVEL_REVOCATION };

static int check_level(const ssmtp_settings *settings)
{
	static const char *const levels[] = { "Basic", "Match", "Chain", "Revocation" };
	int level = LEVEL_BASIC;

	while (level < LEVEL_REVOCATION && strcmp(levels[level], settings->recipient_cert_check) != 0) {
		level++;
	}
	return level;
}

static bool check_basic(const ssmtp_recipient_certs *certs, ssmtp_error *error)
{
	for (size_t i = 0; i < certs->count; i++) {
		if (!ssmtp_smime_check_recipient(certs->items[i], 0, error)) {
			return false;
		}
	}
	return true;
}

bool ssmtp_recipients_check(ssmtp_client *client, ssmtp_error *error)
{
	const ssmtp_recipient_certs certs = { client->recipient_certs, client->recipient_cert_count };
	const ssmtp_settings *settings = client->settings;
	int level = check_level(settings);
	ssmtp_error mismatch = { 0 };

	if (certs.count == 0) {
		return ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_NO_RECIPIENT_CERT,
			"No recipient certificate was added: call AddRecipientCert first.");
	}
	if (level >= LEVEL_MATCH && !check_match(&certs, settings, &mismatch)) {
		/* What is wrong with the certificate itself comes first: it would be added in vain. */
		return check_basic(&certs, error) && ssmtp_error_copy(error, &mismatch);
	}
	if (level >= LEVEL_CHAIN && !check_chains(client, level == LEVEL_REVOCATION, error)) {
		return false;
	}
	if (strcmp(settings->bcc_encryption, "Error") == 0) {
		return check_bcc(&certs, settings, error);
	}
	return !ssmtp_copies_wanted(settings) || check_separate(&certs, settings, error);
}

bool ssmtp_recipients_check_again(const ssmtp_client *client, const ssmtp_settings *settings, ssmtp_error *error)
{
	const ssmtp_recipient_certs *certs = &client->content.readers;

	if (check_level(settings) >= LEVEL_MATCH && !check_match(certs, settings, error)) {
		return false;
	}
	/* With copies the envelope of To and Cc names no other. */
	return client->content.copies.count > 0 || strcmp(settings->bcc_encryption, "Reveal") == 0 ||
		   check_bcc(certs, settings, error);
}

void ssmtp_recipients_tell(ssmtp_client *client)
{
	const ssmtp_recipient_certs *certs = &client->content.readers;

	for (size_t i = 0; i < certs->count; i++) {
		ssmtp_buf subject;

		if (ssmtp_certificate_has_mailbox(certs->items[i])) {
			continue;
		}
		ssmtp_buf_init(&subject, 65536);
		if (ssmtp_certificate_text(certs->items[i], SSMTP_CF_SUBJECT, &subject)) {
			ssmtp_client_info(client,
				"The recipient certificate \"%.*s\" names no mailbox: whose it is cannot be checked.",
				(int) (ssmtp_buf_len(&subject) > 150 ? 150 : ssmtp_buf_len(&subject)),
				ssmtp_buf_len(&subject) == 0 ? "" : (const char *) ssmtp_buf_slice(&subject).ptr);
		}
		ssmtp_buf_free(&subject);
	}
}
