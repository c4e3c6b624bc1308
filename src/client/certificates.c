/* The four certificate groups (spec properties 3.10 and 4.2) and the list of
 * recipient certificates. */
#include "client/client_priv.h"

#include "base/alloc.h"

typedef struct cert_group {
	int base;          /* id of EffectiveDate */
	int encoded, store, password, type, subject; /* ids; 0: the group has none */
} cert_group;

enum { GROUP_SIGNER, GROUP_ACCEPT, GROUP_TLS, GROUP_SERVER, GROUP_COUNT };

static const cert_group cert_groups[GROUP_COUNT] = {
	[GROUP_SIGNER] = { 70, SSMTP_ID_CERT_ENCODED, SSMTP_ID_CERT_STORE, SSMTP_ID_CERT_STORE_PASSWORD,
		SSMTP_ID_CERT_STORE_TYPE, SSMTP_ID_CERT_SUBJECT },
	[GROUP_ACCEPT] = { 100, SSMTP_ID_SSL_ACCEPT_SERVER_CERT_ENCODED, SSMTP_ID_SSL_ACCEPT_SERVER_CERT_STORE, 0, 0, 0 },
	[GROUP_TLS] = { 130, SSMTP_ID_SSL_CERT_ENCODED, SSMTP_ID_SSL_CERT_STORE, SSMTP_ID_SSL_CERT_STORE_PASSWORD,
		SSMTP_ID_SSL_CERT_STORE_TYPE, SSMTP_ID_SSL_CERT_SUBJECT },
	[GROUP_SERVER] = { 160, SSMTP_ID_SSL_SERVER_CERT_ENCODED, 0, 0, 0, 0 },
};

#define FIELD_KEY_PASSWORD 7
#define FIELD_PRIVATE_KEY 8
#define FIELD_PRIVATE_KEY_AVAILABLE 9
#define FIELD_PRIVATE_KEY_CONTAINER 10

static ssmtp_identity **cert_identity(ssmtp_client *client, int group)
{
	return group == GROUP_SIGNER ? &client->signer : group == GROUP_TLS ? &client->tls_identity : NULL;
}

static const ssmtp_certificate *cert_of(ssmtp_client *client, int group)
{
	ssmtp_identity **identity = cert_identity(client, group);

	if (identity != NULL) {
		return *identity == NULL ? NULL : ssmtp_identity_certificate(*identity);
	}
	return group == GROUP_ACCEPT ? client->accept_certificate : ssmtp_client_shown(client)->server_certificate;
}

void ssmtp_client_recipient_certs_clear(ssmtp_client *client, size_t keep)
{
	while (client->recipient_cert_count > keep) {
		ssmtp_certificate_free(&client->recipient_certs[--client->recipient_cert_count]);
	}
	if (keep == 0) {
		ssmtp_free(client->recipient_certs);
		client->recipient_certs = NULL;
	}
}

void ssmtp_client_certs_free(ssmtp_client *client)
{
	ssmtp_client_recipient_certs_clear(client, 0);
	ssmtp_identity_free(&client->signer);
	ssmtp_identity_free(&client->tls_identity);
	ssmtp_certificate_free(&client->accept_certificate);
	ssmtp_smime_trust_free(&client->smime_trust);
	ssmtp_free(client->smime_trust_key);
	client->smime_trust_key = NULL;
}

bool ssmtp_client_add_recipient_cert(ssmtp_client *client, ssmtp_slice encoded, ssmtp_error *error)
{
	ssmtp_certificate **certs;
	ssmtp_certificate *certificate;

	if (ssmtp_client_busy(client)) {
		return ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_BUSY, "Another method is running.");
	}
	certificate = ssmtp_certificate_parse(encoded, error);
	if (certificate == NULL) {
		return false;
	}
	certs = ssmtp_realloc(client->recipient_certs, (client->recipient_cert_count + 1) * sizeof(*certs));
	if (certs == NULL) {
		ssmtp_certificate_free(&certificate);
		return ssmtp_error_nomem(error);
	}
	client->recipient_certs = certs;
	certs[client->recipient_cert_count++] = certificate;
	return true;
}

static bool cert_store_text(ssmtp_client *client, int id, ssmtp_slice text, ssmtp_error *error)
{
	ssmtp_value value = { SSMTP_VALUE_STRING, 0, text };

	return id == 0
		|| ssmtp_client_put(client, ssmtp_settings_row((ssmtp_setting_id) id), 0, &value, error);
}

static void cert_request(ssmtp_client *client, int group, ssmtp_store_request *request)
{
	const ssmtp_settings *settings = client->settings;

	if (group == GROUP_SIGNER) {
		request->type = (int) settings->cert_store_type;
		request->store = ssmtp_slice_of(settings->cert_store, settings->cert_store_len);
		request->password = ssmtp_secret_slice(&settings->cert_store_password);
		request->key_password = ssmtp_secret_slice(&settings->cert_key_password);
	} else if (group == GROUP_TLS) {
		request->type = (int) settings->ssl_cert_store_type;
		request->store = ssmtp_slice_of(settings->ssl_cert_store, settings->ssl_cert_store_len);
		request->password = ssmtp_secret_slice(&settings->ssl_cert_store_password);
		request->key_password = ssmtp_secret_slice(&settings->ssl_cert_key_password);
	} else {
		request->type = (int) settings->ssl_accept_server_cert_store_type;
		request->store =
			ssmtp_slice_of(settings->ssl_accept_server_cert_store, settings->ssl_accept_server_cert_store_len);
		request->password = ssmtp_secret_slice(&settings->ssl_accept_server_cert_store_password);
	}
	request->file_allowed = client->hooks.file_allowed;
}

/* Stores what reads back: the whole DN (empty without a key chosen by Encoded) and the certificate as PEM. */
static bool cert_read_back(ssmtp_client *client, int group, const ssmtp_certificate *certificate, bool with_subject,
	ssmtp_error *error)
{
	const cert_group *row = &cert_groups[group];
	ssmtp_buf subject, encoded;
	bool ok;

	ssmtp_buf_init(&subject, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&encoded, SSMTP_BUF_MAX_DEFAULT);
	ok = certificate == NULL
		|| ((!with_subject || ssmtp_certificate_text(certificate, SSMTP_CF_SUBJECT, &subject))
			&& ssmtp_certificate_text(certificate, SSMTP_CF_ENCODED, &encoded));
	ok = ok || ssmtp_error_nomem(error);
	ok = ok && cert_store_text(client, row->subject, ssmtp_buf_slice(&subject), error)
		&& cert_store_text(client, row->encoded, ssmtp_buf_slice(&encoded), error);
	ssmtp_buf_free(&subject);
	ssmtp_buf_free(&encoded);
	return ok;
}

static void cert_failed(ssmtp_client *client, const ssmtp_error *error)
{
	client->ssl_error = error == NULL ? 0 : error->code;
	client->ssl_specific_error = error == NULL ? 0 : error->system;
}

/* A subject is looked for in a store, and none was named: the default is a store of Windows. */
static bool cert_store_missing(int group, const ssmtp_store_request *request, ssmtp_error *error)
{
	const char *prefix = group == GROUP_TLS ? "SSL" : "";

	if (request->subject.len == 0 || request->type != SSMTP_STORE_USER
		|| !ssmtp_slice_equal(request->store, SSMTP_SLICE("MY")) || ssmtp_store_stamp_of("MY").exists) {
		return false;
	}
	ssmtp_error_set(error, SSMTP_ERROR_CERTIFICATE, SSMTP_E_CERT_STORE,
		"There is no certificate store to look in: set %sCertStoreType, %sCertStore and %sCertStorePassword first, "
		"then %sCertSubject.",
		prefix, prefix, prefix, prefix);
	return true;
}

/* Subject or Encoded was set: opens the store and selects (spec properties 3.10). */
static bool cert_select(ssmtp_client *client, int group, bool by_subject, ssmtp_slice text, ssmtp_error *error)
{
	ssmtp_identity **slot = cert_identity(client, group);
	ssmtp_store_request request = { 0 };
	ssmtp_identity *opened;
	ssmtp_error ignored = { 0 };

	if (text.len == 0) {
		ssmtp_identity_free(slot);
		return cert_read_back(client, group, NULL, false, error);
	}
	cert_request(client, group, &request);
	if (by_subject) {
		request.subject = text;
	} else {
		request.encoded = text;
	}
	opened = cert_store_missing(group, &request, error) ? NULL : ssmtp_identity_open(&request, error);
	cert_failed(client, opened == NULL ? error : NULL);
	if (opened == NULL) {
		if (by_subject) {
			ssmtp_identity_free(slot);
			cert_read_back(client, group, NULL, false, &ignored);
		}
		return false;
	}
	ssmtp_identity_free(slot);
	*slot = opened;
	return cert_read_back(client, group, ssmtp_identity_certificate(opened),
		by_subject || ssmtp_identity_has_key(opened), error);
}

static bool cert_accept_take(ssmtp_client *client, ssmtp_certificate *certificate, ssmtp_error *error)
{
	cert_failed(client, certificate == NULL ? error : NULL);
	if (certificate == NULL) {
		return false;
	}
	ssmtp_certificate_free(&client->accept_certificate);
	client->accept_certificate = certificate;
	return cert_read_back(client, GROUP_ACCEPT, certificate, false, error);
}

static bool cert_accept_encoded(ssmtp_client *client, ssmtp_slice text, ssmtp_error *error)
{
	if (text.len == 0) {
		ssmtp_certificate_free(&client->accept_certificate);
		return cert_read_back(client, GROUP_ACCEPT, NULL, false, error);
	}
	return cert_accept_take(client, ssmtp_certificate_parse(text, error), error);
}

/* SSLAcceptServerCertStore: the first certificate of the store. */
static bool cert_accept_store(ssmtp_client *client, ssmtp_slice text, ssmtp_error *error)
{
	ssmtp_store_request request = { 0 };
	ssmtp_identity *opened;
	ssmtp_certificate *certificate = NULL;

	if (text.len == 0) {
		return cert_store_text(client, SSMTP_ID_SSL_ACCEPT_SERVER_CERT_STORE, text, error);
	}
	/* Opened before it is stored: what cannot be opened leaves the property as it was. */
	cert_request(client, GROUP_ACCEPT, &request);
	request.store = text;
	request.subject = SSMTP_SLICE("*");
	opened = ssmtp_identity_open(&request, error);
	if (opened != NULL && ssmtp_identity_certificate(opened) != NULL) {
		certificate = ssmtp_certificate_ref((ssmtp_certificate *) ssmtp_identity_certificate(opened));
	} else if (opened != NULL) {
		ssmtp_error_set(error, SSMTP_ERROR_CERTIFICATE, SSMTP_E_CERT_NOT_FOUND,
			"SSLAcceptServerCertStore holds no certificate.");
	}
	ssmtp_identity_free(&opened);
	if (certificate != NULL && !cert_store_text(client, SSMTP_ID_SSL_ACCEPT_SERVER_CERT_STORE, text, error)) {
		ssmtp_certificate_free(&certificate);
	}
	return cert_accept_take(client, certificate, error);
}

static bool cert_set_count(ssmtp_client *client, const ssmtp_value *value, ssmtp_error *error)
{
	ssmtp_value clean;

	if (!ssmtp_settings_check(
			client->settings, ssmtp_settings_row(SSMTP_ID_RECIPIENT_CERT_COUNT), value, &clean, error)) {
		return false;
	}
	if ((uint64_t) clean.number > client->recipient_cert_count) {
		return ssmtp_error_argument(
			error, "RecipientCertCount can only shrink: add certificates with AddRecipientCert.");
	}
	ssmtp_client_recipient_certs_clear(client, (size_t) clean.number);
	return true;
}

bool ssmtp_client_recipient_cert_set(ssmtp_client *client, size_t index, const ssmtp_value *value, ssmtp_error *error)
{
	const ssmtp_setting_row *row = ssmtp_settings_row(SSMTP_ID_RECIPIENT_CERT_ENCODED);
	ssmtp_certificate *certificate;
	ssmtp_value clean;

	if (!ssmtp_settings_index(row, index, client->recipient_cert_count, error)
		|| !ssmtp_settings_check(client->settings, row, value, &clean, error)) {
		return false;
	}
	certificate = ssmtp_certificate_parse(clean.text, error);
	if (certificate == NULL) {
		return false;
	}
	ssmtp_certificate_free(&client->recipient_certs[index]);
	client->recipient_certs[index] = certificate;
	return true;
}

bool ssmtp_client_cert_set(ssmtp_client *client, int id, const ssmtp_value *value, bool *handled, ssmtp_error *error)
{
	ssmtp_value clean;

	*handled = true;
	if (id == SSMTP_ID_RECIPIENT_CERT_COUNT) {
		return cert_set_count(client, value, error);
	}
	for (int group = 0; group < GROUP_SERVER; group++) {
		const cert_group *row = &cert_groups[group];
		bool accept_store = group == GROUP_ACCEPT && id == row->store;

		if (id != row->subject && id != row->encoded && !accept_store) {
			continue;
		}
		if (!ssmtp_settings_check(client->settings, ssmtp_settings_row((ssmtp_setting_id) id), value, &clean, error)) {
			return false;
		}
		if (accept_store) {
			return cert_accept_store(client, clean.text, error);
		}
		return group == GROUP_ACCEPT ? cert_accept_encoded(client, clean.text, error)
									 : cert_select(client, group, id == row->subject, clean.text, error);
	}
	*handled = false;
	return true;
}

static bool cert_text_value(ssmtp_client *client, bool ok, ssmtp_value *value, ssmtp_error *error)
{
	value->type = SSMTP_VALUE_STRING;
	value->text = ssmtp_buf_slice(&client->scratch);
	return ok || ssmtp_error_nomem(error);
}

static bool cert_key_field(ssmtp_client *client, int group, int field, ssmtp_value *value, ssmtp_error *error)
{
	ssmtp_identity **identity = cert_identity(client, group);
	bool has_key = identity != NULL && *identity != NULL && ssmtp_identity_has_key(*identity);

	if (field == FIELD_PRIVATE_KEY_AVAILABLE) {
		*value = (ssmtp_value) { SSMTP_VALUE_BOOL, has_key, SSMTP_SLICE_EMPTY };
		return true;
	}
	if (field == FIELD_PRIVATE_KEY && has_key) {
		ssmtp_identity_private_key_pem(*identity, &client->secret_scratch);
	}
	value->type = SSMTP_VALUE_STRING;
	value->text = ssmtp_buf_slice(&client->secret_scratch);
	(void) error;
	return true;
}

static bool cert_field(ssmtp_client *client, int group, int field, ssmtp_value *value, ssmtp_error *error)
{
	const ssmtp_certificate *certificate = cert_of(client, group);

	if (field >= FIELD_PRIVATE_KEY && field <= FIELD_PRIVATE_KEY_CONTAINER) {
		return cert_key_field(client, group, field, value, error);
	}
	if (field == SSMTP_CF_PUBLIC_KEY_LENGTH || field == SSMTP_CF_USAGE_FLAGS) {
		*value = (ssmtp_value) { SSMTP_VALUE_INT,
			certificate == NULL ? 0 : ssmtp_certificate_number(certificate, (ssmtp_certificate_field) field),
			SSMTP_SLICE_EMPTY };
		return true;
	}
	return cert_text_value(client,
		certificate == NULL || ssmtp_certificate_text(certificate, (ssmtp_certificate_field) field, &client->scratch),
		value, error);
}

static bool cert_recipient(ssmtp_client *client, int id, size_t index, ssmtp_value *value, ssmtp_error *error)
{
	if (id == SSMTP_ID_RECIPIENT_CERT_COUNT) {
		*value = (ssmtp_value) { SSMTP_VALUE_INT, (int64_t) client->recipient_cert_count, SSMTP_SLICE_EMPTY };
		return true;
	}
	if (!ssmtp_settings_index(ssmtp_settings_row((ssmtp_setting_id) id), index, client->recipient_cert_count, error)) {
		return false;
	}
	return cert_text_value(client,
		ssmtp_certificate_text(client->recipient_certs[index],
			id == SSMTP_ID_RECIPIENT_CERT_ENCODED ? SSMTP_CF_ENCODED : SSMTP_CF_SUBJECT, &client->scratch),
		value, error);
}

/* KeyPassword reads as the store's password until it is set. */
static bool cert_key_password(ssmtp_client *client, int group, ssmtp_value *value)
{
	const ssmtp_settings *settings = client->settings;
	const ssmtp_secret *own = group == GROUP_SIGNER ? &settings->cert_key_password : &settings->ssl_cert_key_password;
	const ssmtp_secret *store =
		group == GROUP_SIGNER ? &settings->cert_store_password : &settings->ssl_cert_store_password;

	value->type = SSMTP_VALUE_STRING;
	value->text = ssmtp_secret_slice(own->len > 0 ? own : store);
	return true;
}

bool ssmtp_client_cert_get(ssmtp_client *client, int id, size_t index, ssmtp_value *value, bool *handled,
	ssmtp_error *error)
{
	*handled = true;
	if (id >= SSMTP_ID_RECIPIENT_CERT_COUNT && id <= SSMTP_ID_RECIPIENT_CERT_SUBJECT) {
		return cert_recipient(client, id, index, value, error);
	}
	if (id == SSMTP_ID_SSL_SERVER_CERT_ENCODED) {
		return cert_field(client, GROUP_SERVER, SSMTP_CF_ENCODED, value, error);
	}
	for (int group = 0; group < GROUP_COUNT; group++) {
		int field = id - cert_groups[group].base;
		bool settings_own = group == GROUP_ACCEPT && field > SSMTP_CF_SUBJECT;

		if (field < 0 || field > SSMTP_CF_SUBJECT + 3 || settings_own) {
			continue;
		}
		if (field == FIELD_KEY_PASSWORD && cert_identity(client, group) != NULL) {
			return cert_key_password(client, group, value);
		}
		if (field <= SSMTP_CF_SUBJECT && field != FIELD_KEY_PASSWORD) {
			return cert_field(client, group, field, value, error);
		}
	}
	*handled = false;
	return true;
}
