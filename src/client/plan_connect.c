/* Stages that open and close a connection (spec methods section 2). */
#include "client/client_priv.h"

#include "base/alloc.h"
#include "base/ascii.h"
#include "connection/proxy_choice.h"
#include "connection/server_name.h"
#include "smtp/path.h"

/* What EHLO is going to say is judged before a connection is made for it. */
static bool connect_check_hello(const ssmtp_settings *settings, ssmtp_error *error)
{
	ssmtp_buf unused;
	bool ok;

	if (settings->hello[0] == '\0') {
		return true;
	}
	ssmtp_buf_init(&unused, 4096);
	ok = ssmtp_path_append_domain(&unused, ssmtp_slice_str(settings->hello),
		ssmtp_net_has_idn() ? ssmtp_net_to_ascii : NULL, error);
	ssmtp_buf_free(&unused);
	if (!ok) {
		ssmtp_error_prefix(error, "Hello");
	}
	return ok;
}

/* The other hosts of the settings, where they are used. */
static bool connect_check_hosts(const ssmtp_settings *settings, ssmtp_error *error)
{
	const struct {
		ssmtp_host_setting setting;
		const char *text;
	} rows[] = {
		{ SSMTP_HOST_FIREWALL, settings->firewall_type == SSMTP_FW_NONE ? "" : settings->firewall_host },
		{ SSMTP_HOST_LOCAL, settings->local_host },
		{ SSMTP_HOST_TLS_NAME, settings->ssl_server_name },
	};
	ssmtp_slice unused;

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (rows[i].text[0] != '\0' &&
			!ssmtp_server_name(rows[i].setting, ssmtp_slice_str(rows[i].text), &unused, error)) {
			return false;
		}
	}
	return true;
}

bool ssmtp_connect_check(ssmtp_client *client, ssmtp_error *error)
{
	const ssmtp_settings *settings = client->settings;
	int mode = ssmtp_client_start_mode(settings);
	ssmtp_slice server = ssmtp_slice_trim(ssmtp_slice_str(settings->mail_server));

	if (server.len == 0 || ssmtp_slice_equal(server, SSMTP_SLICE("*"))) {
		return ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_NO_MAIL_SERVER, "No server: set MailServer.");
	}
	if (!ssmtp_server_name(SSMTP_HOST_MAIL_SERVER, server, &server, error) || !connect_check_hosts(settings, error)) {
		return false;
	}
	if (settings->mail_port == 0) {
		return ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_PORT_ZERO, "MailPort is 0: set the server's port.");
	}
	if (!settings->allow_extensions && (mode == SSMTP_SSL_EXPLICIT || ssmtp_auth_configured(settings))) {
		return ssmtp_error_set(error, SSMTP_ERROR_STATE, SSMTP_E_INVALID_STATE,
			"STARTTLS and AUTH need EHLO: set AllowExtensions to true.");
	}
	return connect_check_hello(settings, error) && ssmtp_auth_check(client, settings, error);
}

void ssmtp_client_tcp_options(const ssmtp_client *client, ssmtp_tcp_options *options)
{
	const ssmtp_settings *now = client->now;

	memset(options, 0, sizeof(*options));
	options->local_host = ssmtp_buf_len(&client->connection->local) == 0
		? ""
		: (const char *) ssmtp_buf_slice(&client->connection->local).ptr;
	options->local_port = (uint16_t) now->local_port;
	options->family = (int) now->use_ipv6;
	/* On by default: commands leave in whole groups, Nagle's algorithm could only delay them. */
	options->no_delay = now->tcp_no_delay;
	options->keep_alive = now->tcp_keep_alive;
	options->keep_alive_time_ms = (int) now->keep_alive_time;
	options->keep_alive_interval_ms = (int) now->keep_alive_interval;
	options->linger = now->linger;
	options->linger_time_s = (int) now->linger_time;
	options->in_buffer_octets = (int) now->in_buffer_size;
	options->out_buffer_octets = (int) now->out_buffer_size;
}

bool ssmtp_client_host_ascii(const char *setting, ssmtp_slice name, ssmtp_buf *out, ssmtp_error *error)
{
	ssmtp_buf_clear(out);
	if (ssmtp_slice_is_ascii(name)) {
		return (ssmtp_buf_append_slice(out, name) && ssmtp_buf_cstr(out) != NULL) || ssmtp_error_nomem(error);
	}
	if (!ssmtp_net_to_ascii(name, out)) {
		return ssmtp_error_argument(error,
			ssmtp_net_has_idn() ? "%s is not a valid internationalised name."
								: "%s has non-ASCII letters and this build has no libidn2: "
								  "write the name in its xn-- form.",
			setting);
	}
	return ssmtp_buf_cstr(out) != NULL || ssmtp_error_nomem(error);
}

/* MailServer without what may stand around it, as A-label. */
static bool connect_server_name(ssmtp_client *client, ssmtp_error *error)
{
	ssmtp_slice name;

	return ssmtp_server_name(SSMTP_HOST_MAIL_SERVER, ssmtp_slice_str(client->now->mail_server), &name, error)
		&& ssmtp_client_host_ascii("MailServer", name, &client->connection->server, error);
}

static bool connect_local_name(ssmtp_client *client, ssmtp_error *error)
{
	ssmtp_slice text = ssmtp_slice_str(client->now->local_host), name;

	ssmtp_buf_clear(&client->connection->local);
	return text.len == 0
		|| (ssmtp_server_name(SSMTP_HOST_LOCAL, text, &name, error)
			&& ssmtp_server_name_check_family(name, (int) client->now->use_ipv6, error)
			&& ssmtp_client_host_ascii("LocalHost", name, &client->connection->local, error));
}

static bool connect_transport(ssmtp_client *client, ssmtp_error *error)
{
	ssmtp_tcp_options options;
	ssmtp_proxy_choice proxy;
	const char *server;

	if (!connect_server_name(client, error) || !connect_local_name(client, error)) {
		return false;
	}
	server = ssmtp_buf_cstr(&client->connection->server);
	ssmtp_client_tcp_options(client, &options);
	options.host = server;
	options.port = (uint16_t) client->now->mail_port;
	if (!ssmtp_proxy_choose(client->now, server, &proxy, error)) {
		ssmtp_proxy_choice_free(&proxy);
		return false;
	}
	client->connection->proxied = proxy.options.type != 0;
	memset(&client->connection->hidden, 0, sizeof(client->connection->hidden));
	if (client->connection->proxied) {
		ssmtp_proxy_hide(&proxy.options, &client->connection->hidden);
		options.host = proxy.host;
		options.port = proxy.port;
	}
	if (!ssmtp_server_name_check_family(ssmtp_slice_str(options.host), options.family, error)) {
		ssmtp_proxy_choice_free(&proxy);
		return false;
	}
	ssmtp_client_info(client, "Connecting to %s port %u%s.", options.host, (unsigned) options.port,
		client->connection->proxied ? " (proxy)" : "");
	client->connection->top = client->connection->tcp = ssmtp_tcp_new(&options, error);
	if (client->connection->top != NULL && client->connection->proxied) {
		ssmtp_transport *tunnel = ssmtp_proxy_new_take(&client->connection->top, &proxy.options, error);

		if (tunnel == NULL) {
			ssmtp_transport_free(&client->connection->top);
		}
		client->connection->top = tunnel;
	}
	ssmtp_proxy_choice_free(&proxy);
	return client->connection->top != NULL;
}

/* What an earlier connection left behind is told no more (spec properties 58, config SSLNegotiated*). */
static void connect_forget(ssmtp_client *client)
{
	ssmtp_buf_clear(&client->connection->last_reply);
	ssmtp_certificate_free(&client->connection->server_certificate);
	memset(&client->connection->tls_info, 0, sizeof(client->connection->tls_info));
	if (!client->revived) {
		ssmtp_result_clear(&client->result);
	}
	client->connection->kept = false;
	client->connection->announced = 0;
	client->connection->manual_tls = false;
	client->connection->process_id = ssmtp_net_process_id();
}

static void connect_tell_address(ssmtp_client *client)
{
	ssmtp_buf address;

	ssmtp_buf_init(&address, 256);
	if (ssmtp_tcp_peer(client->connection->tcp, &address)) {
		ssmtp_client_info(client, "Connected to %.*s.", SSMTP_SLICE_FMT(ssmtp_buf_slice(&address)));
	}
	ssmtp_buf_free(&address);
}

bool ssmtp_connect_is_due(const ssmtp_client *client)
{
	return !client->connection->connected;
}

static bool dial_wanted(const ssmtp_client *client)
{
	return ssmtp_connect_is_due(client) || ssmtp_session_is_left(client->connection->session);
}

static ssmtp_progress dial_run(ssmtp_client *client)
{
	ssmtp_error error = { 0 };
	ssmtp_io io;

	if (client->connection->connected) {
		/* What the server has said or done since is read as its own, before a request is made. */
		return dial_wanted(client) ? ssmtp_client_drive(client) : SSMTP_PROGRESS_NEXT;
	}
	if (client->stage_phase == 0) {
		client->stage_phase = 1;
		/* A connection that is made anew is kept like the one before it. */
		client->opened = client->opened || !client->revived;
		connect_forget(client);
		if (!connect_transport(client, &error)) {
			return ssmtp_client_fail(client, &error);
		}
		return SSMTP_PROGRESS_AGAIN;
	}
	io = client->connection->top->vtable->connect(client->connection->top, ssmtp_client_now(client), &error);
	if (io == SSMTP_IO_ERROR) {
		return ssmtp_client_fail(client, &error);
	}
	if (io != SSMTP_IO_DONE) {
		client->connection->read_io = io;
		return SSMTP_PROGRESS_WAIT;
	}
	connect_tell_address(client);
	if (client->connection->proxied) {
		client->connection->announced |= SSMTP_ANNOUNCED_FIREWALL;
		ssmtp_event_status(&client->events, "Firewall connection complete.", 0, "OK");
	}
	return SSMTP_PROGRESS_NEXT;
}

const ssmtp_plan_stage ssmtp_stage_dial = {
	.wanted = dial_wanted, .run = dial_run, .connecting = true };

static bool online_begin(ssmtp_client *client, ssmtp_error *error)
{
	(void) error;
	client->connection->announced |= SSMTP_ANNOUNCED_HOST;
	ssmtp_event_status(&client->events, "Remote host connection complete.", 0, "OK");
	return true;
}

const ssmtp_plan_stage ssmtp_stage_online = {
	.wanted = ssmtp_connect_is_due, .begin = online_begin };

/* RFC 5321 section 4.1.1.1: a name, or an address literal when the client has no meaningful name. */
static bool open_hello(ssmtp_client *client, ssmtp_buf *hello)
{
	ssmtp_buf address;
	uint16_t port;
	bool ok;

	if (client->now->hello[0] != '\0') {
		return ssmtp_buf_append_str(hello, client->now->hello);
	}
	if (ssmtp_net_host_name(hello) && ssmtp_slice_find(ssmtp_buf_slice(hello), '.') < ssmtp_buf_len(hello)) {
		return true;
	}
	ssmtp_buf_clear(hello);
	ssmtp_buf_init(&address, 256);
	ok = ssmtp_tcp_local(client->connection->tcp, &address, &port) && ssmtp_buf_cstr(&address) != NULL
		&& ssmtp_buf_printf(hello, strchr((const char *) address.data, ':') ? "[IPv6:%s]" : "[%s]",
			ssmtp_buf_cstr(&address));
	ssmtp_buf_free(&address);
	return ok;
}

static bool open_session(ssmtp_client *client, ssmtp_error *error)
{
	ssmtp_session_options options = { 0 };
	ssmtp_buf hello;

	ssmtp_buf_init(&hello, 1024);
	if (!open_hello(client, &hello) || (options.hello = ssmtp_buf_cstr(&hello)) == NULL) {
		ssmtp_buf_free(&hello);
		return ssmtp_error_nomem(error);
	}
	options.allow_extensions = client->now->allow_extensions;
	options.reply_line_max = (size_t) client->now->max_line_length;
	options.show_secrets = !client->now->mask_sensitive_data;
	options.hidden = &client->connection->hidden;
	options.to_ascii = ssmtp_net_has_idn() ? ssmtp_net_to_ascii : NULL;
	client->connection->session = ssmtp_session_new(&options, error);
	ssmtp_buf_free(&hello);
	client->connection->replies = 0;
	return client->connection->session != NULL && ssmtp_session_open(client->connection->session, error);
}

const ssmtp_plan_stage ssmtp_stage_open = { .wanted = ssmtp_connect_is_due,
	.begin = open_session, .until = SSMTP_SEEN_READY };

/* Without STARTTLS in SSLStartMode 4: that is the caller's to ask for. */
static bool connected_begin(ssmtp_client *client, ssmtp_error *error)
{
	(void) error;
	client->connection->manual_tls = client->now->ssl_start_mode == SSMTP_SSL_EXPLICIT_MANUAL;
	client->connection->connected = true;
	ssmtp_error_clear(&client->lost);
	return true;
}

const ssmtp_plan_stage ssmtp_stage_connected = {
	.wanted = ssmtp_connect_is_due, .begin = connected_begin };

/* Somebody wants to hear the reply to QUIT, and nobody is in a hurry. */
static bool quit_is_awaited(const ssmtp_client *client)
{
	return client->now->wait_for_quit && !client->aborted && !client->interrupted;
}

/* Only to tell what came. */
static void quit_tell_rest(ssmtp_client *client)
{
	ssmtp_session_event event;

	while (ssmtp_session_next_event(client->connection->session, &event)) {
		if (event.type == SSMTP_SE_TRACE) {
			ssmtp_event_trail(&client->events, event.direction, event.text);
		}
	}
}

/* RFC 5321 section 4.1.1.10: no connection is closed before QUIT was said. The reply to it can tell nothing of the
 * messages, so it is awaited for WaitForQuit only: whatever comes back, or nothing in time, is as good. */
static bool quit_wanted(const ssmtp_client *client)
{
	return client->connection->session != NULL;
}

static ssmtp_progress quit_run(ssmtp_client *client)
{
	ssmtp_error error = { 0 };
	int64_t limit = client->now->timeout * 1000;
	ssmtp_progress progress;

	if (client->stage_phase == 0) {
		client->stage_phase = 1;
		client->stage_deadline_ms = ssmtp_deadline_after(ssmtp_client_now(client),
			limit > 0 && limit < SSMTP_GRACE_MS ? limit : SSMTP_GRACE_MS);
		if (!ssmtp_session_quit(client->connection->session, &error)) {
			return SSMTP_PROGRESS_NEXT;
		}
	}
	if ((client->seen & SSMTP_SEEN_COMMAND_DONE)
		|| ssmtp_deadline_passed(client->stage_deadline_ms, ssmtp_client_now(client))) {
		return SSMTP_PROGRESS_NEXT;
	}
	if (ssmtp_session_wants(client->connection->session) & SSMTP_WANT_CLOSED) {
		quit_tell_rest(client);
		return SSMTP_PROGRESS_NEXT;
	}
	progress = ssmtp_client_drive(client);
	if (progress == SSMTP_PROGRESS_WAIT && !quit_is_awaited(client)) {
		return SSMTP_PROGRESS_NEXT; /* the socket has it, or takes nothing */
	}
	return progress == SSMTP_PROGRESS_FAILED ? SSMTP_PROGRESS_NEXT : progress;
}

const ssmtp_plan_stage ssmtp_stage_quit = { .wanted = quit_wanted, .run = quit_run, .tidying = true };

static bool close_begin(ssmtp_client *client, ssmtp_error *error)
{
	if (client->connection->top != NULL) {
		/* close_notify if the socket takes it now; nobody waits for the peer's. */
		client->connection->top->vtable->shutdown(client->connection->top, error);
	}
	ssmtp_client_close(client, 0, "OK");
	return true;
}

const ssmtp_plan_stage ssmtp_stage_close = { .begin = close_begin, .tidying = true };

static bool close_if_opened_wanted(const ssmtp_client *client)
{
	return client->opened && client->connection->top != NULL;
}

static ssmtp_progress close_if_opened_run(ssmtp_client *client)
{
	ssmtp_error error = { 0 };
	ssmtp_progress progress = quit_wanted(client) ? quit_run(client) : SSMTP_PROGRESS_NEXT;

	if (progress == SSMTP_PROGRESS_NEXT) {
		(void) close_begin(client, &error);
	}
	return progress;
}

const ssmtp_plan_stage ssmtp_stage_close_if_opened = {
	.wanted = close_if_opened_wanted, .run = close_if_opened_run, .tidying = true };
