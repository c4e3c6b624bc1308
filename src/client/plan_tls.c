/* Stages of TLS (spec methods 2.1): handshake, then the decision, and only
 * then the first octet of SMTP. */
#include "client/client_priv.h"

#include "connection/server_name.h"

int ssmtp_client_start_mode(const ssmtp_settings *settings)
{
	if (settings->ssl_start_mode != SSMTP_SSL_AUTOMATIC) {
		return (int) settings->ssl_start_mode;
	}
	/* spec properties 59: the ports of the protocol that begin in clear. */
	return settings->mail_port == 25 || settings->mail_port == 587 ? SSMTP_SSL_EXPLICIT : SSMTP_SSL_IMPLICIT;
}

/* A connection for a revocation list or an OCSP request. */
static ssmtp_transport *tls_dial(void *context, const char *host, uint16_t port, ssmtp_error *error)
{
	ssmtp_tcp_options options;

	ssmtp_client_tcp_options(context, &options);
	options.host = host;
	options.port = port;
	options.local_port = 0;
	return ssmtp_tcp_new(&options, error);
}

static bool tls_open_trust(ssmtp_client *client, ssmtp_error *error)
{
	const ssmtp_settings *now = client->now;
	ssmtp_trust_options options = {
		.ca_file = now->openssl_ca_file,
		.ca_dir = now->openssl_ca_dir,
		.server_ca_certs = now->ssl_server_ca_certs,
		.ca_file_paths = now->ssl_ca_cert_file_paths,
		.file_allowed = client->hooks.file_allowed,
	};
	ssmtp_trust *trust;

	/* Asked for at every connection: what the process shares is found in no time, and a bundle that was
	 * renewed on disk is noticed by a worker that lives for weeks. */
	trust = ssmtp_trust_open(&options, error);
	if (trust == NULL) {
		return false;
	}
	ssmtp_trust_free(&client->trust);
	client->trust = trust;
	return true;
}

bool ssmtp_client_fetching(const ssmtp_client *client)
{
	return client->connection->tls != NULL && client->connection->read_io == SSMTP_IO_WAIT;
}

static void tls_fill_options(ssmtp_client *client, ssmtp_tls_options *options, const char *session_key)
{
	const ssmtp_settings *now = client->now;

	options->host = ssmtp_buf_cstr(&client->connection->tls_name);
	options->accept_certificate = now->ssl_accept_server_cert_encoded;
	options->accept_any = now->accept_any_server_cert;
	options->pinned_only = now->ssl_pinned_only;
	options->security_flags = (uint32_t) now->ssl_security_flags;
	options->enabled_protocols = (int) now->ssl_enabled_protocols;
	options->context_protocol = now->ssl_context_protocol;
	options->cipher_list = now->openssl_cipher_list;
	options->enabled_suites = now->ssl_enabled_cipher_suites;
	options->cipher_strength = (int) now->ssl_cipher_strength;
	options->tls12_sigalgs = now->tls12_signature_algorithms;
	options->tls13_sigalgs = now->tls13_signature_algorithms;
	options->tls12_groups = now->tls12_supported_groups;
	options->tls13_groups = now->tls13_supported_groups;
	options->tls13_key_share_groups = now->tls13_key_share_groups;
	options->enable_renegotiation = now->ssl_enable_renegotiation;
	options->include_chain = now->ssl_include_cert_chain;
	options->check_crl = (int) now->ssl_check_crl;
	options->check_ocsp = (int) now->ssl_check_ocsp;
	options->log_packets = now->log_ssl_packets;
	options->key_log_file = now->ssl_key_log_file;
	options->file_allowed = client->hooks.file_allowed;
	options->client_ca_certs = now->ssl_ca_certs;
	options->client = client->tls_identity;
	options->trust = client->trust;
	options->session = now->reuse_ssl_session ? &client->tls_kept->session : NULL;
	options->session_key = session_key;
	options->fetch_timeout_ms = (now->connection_timeout > 0 ? now->connection_timeout : now->timeout) * 1000;
	options->dial = tls_dial;
	options->dial_context = client;
}

/* The name to verify, and what a session is kept for: the server that was dialled under that name. */
static bool tls_names(ssmtp_client *client, ssmtp_buf *key, ssmtp_error *error)
{
	ssmtp_connection *connection = client->connection;
	ssmtp_slice name = ssmtp_slice_str(client->now->ssl_server_name);

	if (name.len > 0) {
		if (!ssmtp_server_name(SSMTP_HOST_TLS_NAME, name, &name, error) ||
			!ssmtp_client_host_ascii("SSLServerName", name, &connection->tls_name, error)) {
			return false;
		}
	} else {
		ssmtp_buf_clear(&connection->tls_name);
		if (!ssmtp_buf_append_slice(&connection->tls_name, ssmtp_buf_slice(&connection->server))) {
			return ssmtp_error_nomem(error);
		}
	}
	if (ssmtp_buf_cstr(&connection->tls_name) == NULL
		|| !ssmtp_buf_append_slice(key, ssmtp_buf_slice(&connection->server))
		|| !ssmtp_buf_printf(key, ":%u ", (unsigned) client->now->mail_port)
		|| !ssmtp_buf_append_slice(key, ssmtp_buf_slice(&connection->tls_name)) || ssmtp_buf_cstr(key) == NULL) {
		return ssmtp_error_nomem(error);
	}
	return true;
}

static bool tls_push(ssmtp_client *client, ssmtp_error *error)
{
	ssmtp_tls_options options = { 0 };
	ssmtp_transport *tls;
	ssmtp_buf key;

	if (!tls_open_trust(client, error)) {
		return false;
	}
	/* A session made under other settings must not be resumed. */
	if (client->tls_kept->revision != client->now->tls_revision) {
		ssmtp_tls_session_free(&client->tls_kept->session);
		client->tls_kept->revision = client->now->tls_revision;
	}
	ssmtp_buf_init(&key, 4096);
	if (!tls_names(client, &key, error)) {
		ssmtp_buf_free(&key);
		return false;
	}
	tls_fill_options(client, &options, ssmtp_buf_cstr(&key));
	tls = ssmtp_tls_new_take(&client->connection->top, &options, error);
	ssmtp_buf_free(&key);
	if (tls == NULL) {
		return false;
	}
	client->connection->top = client->connection->tls = tls;
	client->connection->read_io = SSMTP_IO_DONE; /* what the connection waited for before is over */
	return true;
}

/* Keeps what the properties tell after the connection as well. */
static void tls_remember(ssmtp_client *client)
{
	const ssmtp_tls_verdict *verdict = ssmtp_tls_get_verdict(client->connection->tls);

	ssmtp_tls_get_info(client->connection->tls, &client->connection->tls_info);
	ssmtp_certificate_free(&client->connection->server_certificate);
	client->connection->server_certificate = ssmtp_tls_server_certificate(client->connection->tls);
	client->decision = SSMTP_DECISION_NONE;
	client->ssl_error = verdict->accept ? 0 : SSMTP_E_CERT_VERIFY;
	client->ssl_specific_error = verdict->verify_error;
}

static void tls_ask(ssmtp_client *client)
{
	const ssmtp_tls_verdict *verdict = ssmtp_tls_get_verdict(client->connection->tls);
	ssmtp_event event = { .id = SSMTP_EVENT_SSL_SERVER_AUTHENTICATION };

	event.args[0].text = verdict->certencoded;
	event.args[1].text = verdict->certsubject;
	event.args[2].text = verdict->certissuer;
	event.args[3].text = verdict->status;
	event.args[4].number = verdict->accept;
	ssmtp_events_push(&client->events, &event);
}

static void tls_tell_status(ssmtp_client *client)
{
	ssmtp_slice message;

	while (ssmtp_tls_next_status(client->connection->tls, &message)) {
		ssmtp_event_ssl_status(&client->events, message);
	}
}

/* SSLError knows the codes of TLS only: whatever else ended the handshake, it was not completed. */
static ssmtp_progress tls_failed(ssmtp_client *client, const ssmtp_error *error)
{
	bool own = error->code >= SSMTP_E_SECURITY_LIBRARY && error->code <= SSMTP_E_DECRYPTING_DATA;

	client->ssl_error = own ? error->code : SSMTP_E_HANDSHAKE;
	client->ssl_specific_error = error->system;
	return ssmtp_client_fail(client, error);
}

static ssmtp_progress tls_handshake(ssmtp_client *client)
{
	ssmtp_error error = { 0 };
	ssmtp_io io = client->connection->top->vtable->connect(client->connection->top, ssmtp_client_now(client), &error);

	tls_tell_status(client);
	if (io == SSMTP_IO_ERROR) {
		return tls_failed(client, &error);
	}
	if (client->connection->read_io == SSMTP_IO_WAIT) {
		/* Time spent on fetching is none of the server's: see ssmtp_client_fetching(). */
		client->stage_ms = client->activity_ms = ssmtp_client_now(client);
	}
	client->connection->read_io = io;
	if (io != SSMTP_IO_DONE) {
		return ssmtp_events_pending(&client->events) ? SSMTP_PROGRESS_AGAIN : SSMTP_PROGRESS_WAIT;
	}
	tls_remember(client);
	tls_ask(client);
	client->stage_phase = 2;
	return SSMTP_PROGRESS_AGAIN;
}

static ssmtp_progress tls_judge(ssmtp_client *client)
{
	const ssmtp_tls_verdict *verdict = ssmtp_tls_get_verdict(client->connection->tls);
	ssmtp_error error = { 0 };
	bool accept = client->decision == SSMTP_DECISION_NONE ? verdict->accept : client->decision == SSMTP_DECISION_ACCEPT;

	if (!accept) {
		ssmtp_tls_session_free(&client->tls_kept->session);
		client->ssl_error = SSMTP_E_CERT_VERIFY;
		if (verdict->accept) {
			ssmtp_error_set(&error, SSMTP_ERROR_CERTIFICATE, SSMTP_E_CERT_VERIFY,
				"SSLServerAuthentication refused the server's certificate (%.*s).",
				SSMTP_SLICE_FMT(verdict->certsubject));
		} else {
			ssmtp_error_set(&error, SSMTP_ERROR_CERTIFICATE, SSMTP_E_CERT_VERIFY,
				verdict->names.len > 0 ? "The server's certificate was not accepted: %.*s (%.*s)."
									   : "The server's certificate was not accepted: %.*s",
				SSMTP_SLICE_FMT(verdict->status), SSMTP_SLICE_FMT(verdict->names));
		}
		error.system = verdict->verify_error;
		return ssmtp_client_fail(client, &error);
	}
	client->ssl_error = 0;
	client->connection->announced |= SSMTP_ANNOUNCED_TLS;
	ssmtp_event_status(&client->events, "SSL handshake complete.", 0, "OK");
	return SSMTP_PROGRESS_NEXT;
}

static ssmtp_progress tls_run(ssmtp_client *client)
{
	ssmtp_error error = { 0 };

	switch (client->stage_phase) {
	case 0:
		if (!tls_push(client, &error)) {
			return tls_failed(client, &error);
		}
		/* What a time limit leaves behind. */
		client->ssl_error = SSMTP_E_HANDSHAKE;
		client->ssl_specific_error = 0;
		client->stage_phase = 1;
		return SSMTP_PROGRESS_AGAIN;
	case 1:
		return tls_handshake(client);
	default:
		return tls_judge(client);
	}
}

static bool tls_first_wanted(const ssmtp_client *client)
{
	return ssmtp_connect_is_due(client) && ssmtp_client_start_mode(client->now) == SSMTP_SSL_IMPLICIT;
}

const ssmtp_plan_stage ssmtp_stage_tls_first = {
	.wanted = tls_first_wanted, .run = tls_run, .connecting = true };

/* Is STARTTLS this operation's business? */
static bool tls_upgrades(const ssmtp_client *client)
{
	if (ssmtp_client_does(client, SSMTP_OPERATION_UPGRADES)) {
		return true;
	}
	return ssmtp_connect_is_due(client) && ssmtp_client_start_mode(client->now) == SSMTP_SSL_EXPLICIT;
}

/* The session wants TLS as soon as the server agreed. */
static ssmtp_progress starttls_run(ssmtp_client *client)
{
	ssmtp_error error = { 0 };

	if (client->stage_phase == 0) {
		client->stage_phase = 1;
		if (!ssmtp_session_starttls(client->connection->session, &error)) {
			return ssmtp_client_fail(client, &error);
		}
	}
	if (client->seen & SSMTP_SEEN_REFUSED) {
		return ssmtp_client_fail(client, &client->pending_refusal);
	}
	if (!ssmtp_events_pending(&client->events) && (ssmtp_session_wants(client->connection->session) & SSMTP_WANT_TLS)) {
		return SSMTP_PROGRESS_NEXT;
	}
	return ssmtp_client_drive(client);
}

const ssmtp_plan_stage ssmtp_stage_starttls = { .wanted = tls_upgrades, .run = starttls_run };
const ssmtp_plan_stage ssmtp_stage_tls_upgrade = { .wanted = tls_upgrades, .run = tls_run };

/* EHLO again: what was learnt in clear is forgotten (RFC 3207 section 4.2). */
static bool reopen_begin(ssmtp_client *client, ssmtp_error *error)
{
	(void) error;
	client->connection->manual_tls = false;
	ssmtp_session_tls_started(client->connection->session);
	return true;
}

const ssmtp_plan_stage ssmtp_stage_reopen = {
	.wanted = tls_upgrades, .begin = reopen_begin, .until = SSMTP_SEEN_READY };
