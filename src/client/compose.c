/* From settings to what is sent: header section and envelope. */
#include "client/client_priv.h"

#include "base/alloc.h"
#include "base/ascii.h"
#include "base/clock.h"
#include "mime/message.h"
#include "smtp/path.h"

/* Domain of From, else this host's name. */
static bool compose_domain(ssmtp_sender *sender, const ssmtp_settings *settings, ssmtp_buf *domain)
{
	ssmtp_error unread = { 0 };
	const char *at = ssmtp_sender_read(sender, settings, &unread) ? strrchr(ssmtp_sender_address(sender), '@') : NULL;
	bool kept = false;

	if (at != NULL && at[1] != '\0') {
		ssmtp_slice name = ssmtp_slice_str(at + 1);

		kept = ssmtp_slice_is_ascii(name) ? ssmtp_buf_append_slice(domain, name) : ssmtp_net_to_ascii(name, domain);
	}
	return kept || ssmtp_net_host_name(domain) || ssmtp_buf_append_str(domain, "localhost");
}

static bool compose_new_message_id(
	ssmtp_client *client, const ssmtp_settings *settings, ssmtp_buf *out, ssmtp_error *error)
{
	ssmtp_buf domain;
	bool ok;

	ssmtp_buf_init(&domain, 1024);
	ok = (compose_domain(&client->sender, settings, &domain) || ssmtp_error_nomem(error)) &&
		 ssmtp_stamp_id(&client->stamp, settings->message_id_algorithm, ssmtp_clock_us(), ssmtp_buf_slice(&domain), out,
			 error);
	ssmtp_buf_free(&domain);
	return ok;
}

static bool compose_message_id(
	ssmtp_client *client, const ssmtp_settings *settings, ssmtp_buf *star, ssmtp_buf *out, ssmtp_error *error)
{
	if (strcmp(settings->message_id, "*") != 0) {
		const char *format = settings->message_id[0] == '<' || settings->message_id[0] == '\0' ? "%s" : "<%s>";

		return ssmtp_buf_printf(out, format, settings->message_id) || ssmtp_error_nomem(error);
	}
	return (ssmtp_buf_len(star) > 0 || compose_new_message_id(client, settings, star, error))
		&& (ssmtp_buf_append_slice(out, ssmtp_buf_slice(star)) || ssmtp_error_nomem(error));
}

static bool compose_new_date(ssmtp_client *client, ssmtp_buf *out, ssmtp_error *error)
{
	return ssmtp_stamp_date(&client->stamp, ssmtp_clock_s(), client->hooks.zone_minutes, out)
		|| ssmtp_error_nomem(error);
}

static bool compose_date(ssmtp_client *client, const ssmtp_settings *settings, ssmtp_buf *star, ssmtp_buf *out,
	ssmtp_error *error)
{
	if (strcmp(settings->message_date, "*") != 0) {
		return ssmtp_buf_append_str(out, settings->message_date) || ssmtp_error_nomem(error);
	}
	return (ssmtp_buf_len(star) > 0 || compose_new_date(client, star, error))
		&& (ssmtp_buf_append_slice(out, ssmtp_buf_slice(star)) || ssmtp_error_nomem(error));
}

static void compose_fields(const ssmtp_settings *settings, ssmtp_message_fields *fields)
{
	fields->from = ssmtp_slice_str(settings->from);
	fields->reply_to = ssmtp_slice_str(settings->reply_to);
	fields->subject = ssmtp_slice_of(settings->subject, settings->subject_len);
	fields->subject_set = settings->subject_set;
	fields->importance = (int) settings->importance;
	fields->priority = (int) settings->priority;
	fields->sensitivity = (int) settings->sensitivity;
	fields->read_receipt_to = ssmtp_slice_str(settings->read_receipt_to);
	fields->delivery_notification_to = ssmtp_slice_str(settings->delivery_notification_to);
	fields->encode_raw = strcmp(settings->raw_header_8bit, "Encode") == 0;
	fields->local_addresses = settings->allow_local_addresses;
}

ssmtp_transport_8bit ssmtp_compose_transport(const ssmtp_client *client)
{
	const ssmtp_connection *shown = ssmtp_client_shown(client);
	bool offered = !shown->connected || shown->session == NULL ||
				   (ssmtp_session_capabilities(shown->session)->flags & SSMTP_CAP_8BITMIME) != 0;

	return offered ? SSMTP_TRANSPORT_8BIT : SSMTP_TRANSPORT_7BIT;
}

/* OtherHeaders, and in front of them what the body needs to be read. */
static bool compose_other_headers(
	ssmtp_client *client, const ssmtp_settings *settings, ssmtp_buf *out, ssmtp_error *error)
{
	bool eight_bit;

	if (client->content.kind == SSMTP_BODY_FINISHED) {
		return ssmtp_content_headers(client, settings, out, error);
	}
	if (ssmtp_content_is_text(client, settings)) {
		return ssmtp_fit_text(settings, ssmtp_compose_transport(client), NULL, out, &eight_bit, error);
	}
	return ssmtp_buf_append_slice(out, ssmtp_slice_of(settings->other_headers, settings->other_headers_len)) ||
		   ssmtp_error_nomem(error);
}

static bool compose_is_utf8_local(const char *address)
{
	const char *at = strrchr(address, '@');

	return !ssmtp_slice_is_ascii(ssmtp_slice_of(address, at == NULL ? strlen(address) : (size_t) (at - address)));
}

/* RFC 6532: addresses stay as they are where a local part needs SMTPUTF8, which the
 * session then asks for or refuses; else their domains get A-labels. */
static bool compose_keeps_utf8(const ssmtp_settings *settings)
{
	for (size_t i = 0; i < settings->recipient_count; i++) {
		if (compose_is_utf8_local(settings->recipients[i].address)) {
			return true;
		}
	}
	return false;
}

bool ssmtp_compose_section(ssmtp_client *client, const ssmtp_settings *settings, ssmtp_slice other_headers,
	ssmtp_compose_stars *stars, ssmtp_buf *out, ssmtp_error *error)
{
	ssmtp_message_fields fields = { 0 };
	ssmtp_header_style style = { 0 };
	ssmtp_error unread = { 0 };
	ssmtp_buf date, message_id;
	bool ok;

	ssmtp_buf_init(&date, 4096);
	ssmtp_buf_init(&message_id, 65536);
	style.max_line = settings->fold_headers ? (unsigned) settings->max_header_length : 0;
	style.charset = settings->charset;
	style.to_ascii = ssmtp_net_has_idn() ? ssmtp_net_to_ascii : NULL;
	style.utf8_addresses = compose_keeps_utf8(settings);
	compose_fields(settings, &fields);
	/* A section of the caller's own may go without a From that can be read. */
	if (ssmtp_sender_read(&client->sender, settings, &unread)) {
		fields.from_read = &client->sender.from;
	}
	ok = compose_date(client, settings, &stars->date, &date, error) &&
		compose_message_id(client, settings, &stars->message_id, &message_id, error);
	ok = ok && ssmtp_settings_recipients_mailboxes(settings, SSMTP_RT_TO, &fields.to, error) &&
		 ssmtp_settings_recipients_mailboxes(settings, SSMTP_RT_CC, &fields.cc, error);
	if (ok) {
		fields.date = ssmtp_buf_slice(&date);
		fields.message_id = ssmtp_buf_slice(&message_id);
		fields.other_headers = other_headers;
		ok = ssmtp_message_write_header(out, &fields, &style, error);
	}
	ssmtp_free(fields.to.items);
	ssmtp_free(fields.cc.items);
	ssmtp_buf_free(&date);
	ssmtp_buf_free(&message_id);
	return ok;
}

static bool compose_plain_header(ssmtp_client *client, const ssmtp_settings *settings, const ssmtp_buf *fitted,
	ssmtp_compose_stars *stars, ssmtp_buf *out, ssmtp_error *error)
{
	ssmtp_buf other;
	bool ok;

	ssmtp_buf_init(&other, SSMTP_BUF_MAX_DEFAULT);
	ok = (fitted != NULL || compose_other_headers(client, settings, &other, error)) &&
		ssmtp_compose_section(client, settings, ssmtp_buf_slice(fitted != NULL ? fitted : &other), stars, out, error);
	ssmtp_buf_free(&other);
	return ok;
}

/* The section as it would be sent now. */
static bool compose_header(ssmtp_client *client, const ssmtp_settings *settings, ssmtp_buf *out, ssmtp_error *error)
{
	ssmtp_compose_stars stars;
	bool ok;

	if (client->content.protection.active) {
		return ssmtp_protection_write(client, settings, out, error);
	}
	ssmtp_compose_stars_init(&stars);
	ok = compose_plain_header(client, settings, NULL, &stars, out, error);
	ssmtp_compose_stars_free(&stars);
	return ok;
}

void ssmtp_compose_stars_init(ssmtp_compose_stars *stars)
{
	ssmtp_buf_init(&stars->date, 4096);
	ssmtp_buf_init(&stars->message_id, 65536);
}

void ssmtp_compose_stars_free(ssmtp_compose_stars *stars)
{
	ssmtp_buf_free(&stars->date);
	ssmtp_buf_free(&stars->message_id);
}

/* The stars of another message, where the settings ask for them. */
static bool compose_new_stars(ssmtp_client *client, const ssmtp_settings *settings, ssmtp_error *error)
{
	ssmtp_compose_stars *stars = &client->stars;

	ssmtp_buf_clear(&stars->date);
	ssmtp_buf_clear(&stars->message_id);
	return (strcmp(settings->message_date, "*") != 0 || compose_new_date(client, &stars->date, error))
		&& (strcmp(settings->message_id, "*") != 0
			|| compose_new_message_id(client, settings, &stars->message_id, error));
}

bool ssmtp_compose_is_drafted(const ssmtp_client *client, ssmtp_transport_8bit transport)
{
	return client->content.kind == SSMTP_BODY_TEXT && client->copy_at == 0
		&& ssmtp_draft_fits(&client->draft, client->now->revision, transport);
}

bool ssmtp_compose_sent_header(ssmtp_client *client, ssmtp_buf *out, ssmtp_error *error)
{
	ssmtp_draft *draft = &client->draft;
	const ssmtp_outgoing *outgoing = &client->out;
	bool drafted = ssmtp_compose_is_drafted(client, outgoing->transport);

	if (client->content.protection.active) {
		return ssmtp_protection_write(client, client->now, out, error);
	}
	if (!compose_new_stars(client, client->now, error)) {
		return false;
	}
	if (drafted && ssmtp_draft_renew(draft, ssmtp_buf_slice(&client->stars.date),
			ssmtp_buf_slice(&client->stars.message_id))) {
		return ssmtp_buf_append_slice(out, ssmtp_buf_slice(&draft->section)) || ssmtp_error_nomem(error);
	}
	if (!compose_plain_header(client, client->now, outgoing->fitted ? &outgoing->other : NULL, &client->stars, out,
			error)) {
		return false;
	}
	if (outgoing->as_is) {
		ssmtp_draft_keep(draft, client->now->revision, outgoing->transport, ssmtp_buf_slice(out),
			ssmtp_buf_slice(&client->stars.date), ssmtp_buf_slice(&client->stars.message_id));
		draft->eight_bit = outgoing->envelope.eight_bit;
	}
	return true;
}

/* spec properties 39: "NOTIFY SUCCESS,FAILURE" as documented once, NOTIFY=... as RFC 3461 wants it. */
static bool compose_options_are_old(const char *options)
{
	return options[0] != '\0' && strchr(options, '=') == NULL && strchr(options, ' ') != NULL;
}

/* Those of a recipient as they are sent; NULL without memory. Only what is written anew is the message's own. */
static const char *compose_options(ssmtp_outgoing *out, size_t room, const char *options)
{
	char *copy;

	if (!compose_options_are_old(options)) {
		return options;
	}
	if (out->options == NULL && (out->options = ssmtp_alloc_zero(room * sizeof(*out->options))) == NULL) {
		return NULL;
	}
	copy = ssmtp_strndup(options, strlen(options));
	if (copy != NULL) {
		*strchr(copy, ' ') = '=';
		out->options[out->options_count++] = copy;
	}
	return copy;
}

bool ssmtp_compose_stop(const ssmtp_settings *settings, int type)
{
	switch (type) {
	case SSMTP_RT_TO:
		return settings->stop_on_to_errors;
	case SSMTP_RT_CC:
		return settings->stop_on_cc_errors;
	default:
		return settings->stop_on_bcc_errors;
	}
}

/* The report has every recipient, whichever mail transaction goes to it. */
static bool compose_result(ssmtp_client *client, const ssmtp_settings *settings)
{
	size_t octets = 0;
	bool ok;

	for (size_t i = 0; client->transactions == 0 && i < settings->recipient_count; i++) {
		octets += strlen(settings->recipients[i].address) + 1;
	}
	ok = client->transactions > 0 ? ssmtp_result_open(&client->result)
								  : ssmtp_result_begin(&client->result, settings->recipient_count, octets);
	for (size_t i = 0; ok && client->transactions == 0 && i < settings->recipient_count; i++) {
		const ssmtp_recipient *recipient = &settings->recipients[i];

		if (recipient->address[0] != '\0') {
			ssmtp_result_add(&client->result, recipient->address, recipient->type);
		}
	}
	return ok && (client->transactions > 0 || ssmtp_copies_plan(client, settings));
}

static bool compose_recipient(ssmtp_client *client, const ssmtp_settings *settings, size_t index, size_t row)
{
	const ssmtp_recipient *recipient = &settings->recipients[index];
	ssmtp_outgoing *out = &client->out;
	const char *options = compose_options(out, settings->recipient_count, recipient->options);

	if (options == NULL) {
		return false;
	}
	out->rows[out->envelope.recipient_count] = row;
	out->paths[out->envelope.recipient_count++] = (ssmtp_recipient_path) { recipient->address, options,
		ssmtp_compose_stop(settings, recipient->type) };
	return true;
}

size_t ssmtp_compose_recipients_max(const ssmtp_client *client, bool rest_follows)
{
	const ssmtp_session *session = client->connection->session;
	uint64_t max = 0;

	if (session != NULL && client->plan != NULL && rest_follows) {
		max = ssmtp_session_capabilities(session)->rcpt_max;
	}
	return max == 0 || max > SIZE_MAX ? SIZE_MAX : (size_t) max;
}

/* Those of the message that no transaction before took, as many at once as the server says it takes (RFC 9422). */
static bool compose_message_recipients(ssmtp_client *client, const ssmtp_settings *settings)
{
	size_t max = ssmtp_compose_recipients_max(client, client->out.envelope.rest_follows);
	size_t row = 0;

	for (size_t i = 0; i < settings->recipient_count && client->out.envelope.recipient_count < max; i++) {
		if (settings->recipients[i].address[0] == '\0') {
			continue;
		}
		if (client->result.recipients[row].fate == SSMTP_FATE_NOT_TRIED &&
			!ssmtp_copies_has_own(client, settings->recipients[i].type) &&
			!compose_recipient(client, settings, i, row)) {
			return false;
		}
		row++;
	}
	return true;
}

static bool compose_recipients(ssmtp_client *client, const ssmtp_settings *settings)
{
	ssmtp_outgoing *out = &client->out;
	size_t room = client->copy_at > 0 ? 1 : settings->recipient_count + 1;
	bool ok;

	out->paths = ssmtp_alloc_zero(room * sizeof(*out->paths));
	out->rows = ssmtp_alloc_zero(room * sizeof(*out->rows));
	if (out->paths == NULL || out->rows == NULL || !compose_result(client, settings)) {
		return false;
	}
	if (client->copy_at > 0) {
		const ssmtp_copy_target *target = &client->copy_targets[client->copy_at - 1];

		ok = compose_recipient(client, settings, target->recipient, target->row);
	} else {
		ok = compose_message_recipients(client, settings);
	}
	out->envelope.recipients = out->paths;
	return ok;
}

bool ssmtp_compose_check(ssmtp_client *client, const ssmtp_settings *settings, ssmtp_error *error)
{
	ssmtp_buf header;
	bool ok;

	ssmtp_buf_init(&header, SSMTP_BUF_MAX_DEFAULT);
	ok = ssmtp_sender_reverse_path(&client->sender, settings, error) != NULL &&
		 compose_header(client, settings, &header, error);
	ssmtp_buf_free(&header);
	return ok;
}

/* RFC 6531 section 3.1: SMTPUTF8 is for local parts and header fields that are not ASCII; a domain has its A-label. */
bool ssmtp_compose_needs_utf8(ssmtp_slice header, const ssmtp_envelope *envelope)
{
	if (!ssmtp_slice_is_ascii(header)) {
		return true;
	}
	for (size_t i = 0; i < envelope->recipient_count; i++) {
		const char *address = envelope->recipients[i].address;
		const char *at = strrchr(address, '@');

		if (!ssmtp_slice_is_ascii(ssmtp_slice_of(address, at == NULL ? strlen(address) : (size_t) (at - address)))) {
			return true;
		}
	}
	return false;
}

/* What the session will leave out is told, once a message. */
static void compose_tell_dropped(ssmtp_client *client)
{
	const ssmtp_envelope *envelope = &client->out.envelope;
	const ssmtp_session *session = client->connection->session;

	if (session == NULL || envelope->need_extensions ||
		(ssmtp_session_capabilities(session)->flags & SSMTP_CAP_DSN) != 0) {
		return;
	}
	for (size_t i = 0; i < envelope->recipient_count; i++) {
		ssmtp_slice options = ssmtp_slice_str(envelope->recipients[i].options);

		if (ssmtp_path_has_parameter(options, "NOTIFY") || ssmtp_path_has_parameter(options, "ORCPT")) {
			ssmtp_client_info(client, "The server does not offer DSN (RFC 3461): NOTIFY and ORCPT are left out.");
			return;
		}
	}
}

/* From here a message counts as larger than a buffer: BDAT spares the transparency (decision 16). */
#define COMPOSE_CHUNKING_FROM 65536

bool ssmtp_compose_chunking(const ssmtp_settings *settings, uint64_t size_octets)
{
	return strcmp(settings->use_chunking, "Auto") == 0 ? size_octets > COMPOSE_CHUNKING_FROM
													   : strcmp(settings->use_chunking, "Always") == 0;
}

/* A connection of which nothing was heard for so long may be gone: MAIL then goes ahead alone, which costs a turn and
 * leaves no doubt whether the message is delivered. */
#define COMPOSE_ALIVE_MS 5000

/* Small, at hand as a whole, to be made again if need be, and nothing holds it back. */
static bool compose_is_whole(const ssmtp_client *client, const ssmtp_settings *settings)
{
	const ssmtp_outgoing *out = &client->out;

	return client->queue == NULL && out->body_size_known && out->envelope.size_octets <= COMPOSE_CHUNKING_FROM
		&& settings->max_transfer_rate == 0 && strcmp(settings->use_chunking, "Never") != 0
		&& client->content.kind != SSMTP_BODY_STREAM && ssmtp_source_can_rewind(out->body)
		&& ssmtp_client_now(client) - client->connection->heard_ms <= COMPOSE_ALIVE_MS;
}

/* A copy: a callback may ask for the header section of settings with another sender. */
static bool compose_reverse_path(ssmtp_client *client, const ssmtp_settings *settings, ssmtp_error *error)
{
	const char *address = ssmtp_sender_reverse_path(&client->sender, settings, error);

	client->out.reverse_path = address == NULL ? NULL : ssmtp_strndup(address, strlen(address));
	return client->out.reverse_path != NULL || (address != NULL && ssmtp_error_nomem(error));
}

bool ssmtp_compose_envelope(ssmtp_client *client, const ssmtp_settings *settings, ssmtp_error *error)
{
	ssmtp_outgoing *out = &client->out;
	ssmtp_envelope *envelope = &out->envelope;

	memset(envelope, 0, sizeof(*envelope));
	envelope->rest_follows = client->copy_at == 0;
	if (!compose_reverse_path(client, settings, error)) {
		return false;
	}
	if (!compose_recipients(client, settings)) {
		return ssmtp_error_nomem(error);
	}
	envelope->verb = ssmtp_operation_verb(client->operation);
	envelope->reverse_path = out->reverse_path;
	envelope->mail_options = "";
	envelope->utf8_headers = ssmtp_compose_needs_utf8(ssmtp_buf_slice(&out->header), envelope);
	envelope->send_rset_first = settings->send_rset;
	envelope->need_extensions = strcmp(settings->missing_extension, "Error") == 0;
	envelope->size_octets = out->body_size_known ? ssmtp_buf_len(&out->header) + out->body_size : 0;
	envelope->prefer_chunking =
		ssmtp_compose_chunking(settings, out->body_size_known ? envelope->size_octets : UINT64_MAX);
	envelope->whole = compose_is_whole(client, settings);
	compose_tell_dropped(client);
	return true;
}

bool ssmtp_compose_view(ssmtp_client *client, ssmtp_buf *out, ssmtp_error *error)
{
	if (client->sent_valid && client->sent_revision == client->settings->content_revision) {
		return ssmtp_buf_append_slice(out, ssmtp_buf_slice(&client->sent_header)) || ssmtp_error_nomem(error);
	}
	return compose_header(client, client->settings, out, error);
}
