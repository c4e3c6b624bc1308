/* The stage that logs in (spec properties 3.3; decision 10; security rule 16). */
#include "client/client_priv.h"

#include "base/ascii.h"
#include "crypto/digest.h"
#include "crypto/sasl_crypto.h"

/* Mechanisms of smtp/; those that need a library stand in ssmtp_sasl_crypto_rows. */
static const ssmtp_sasl_row auth_own_rows[] = {
	{ "PLAIN", ssmtp_sasl_plain_new, NULL },
	{ "LOGIN", ssmtp_sasl_login_new, NULL },
	{ "CRAM-MD5", ssmtp_sasl_cram_md5_new, NULL },
	{ "XOAUTH2", ssmtp_sasl_xoauth2_new, NULL },
	{ "OAUTHBEARER", ssmtp_sasl_oauthbearer_new, NULL },
	{ "EXTERNAL", ssmtp_sasl_external_new, NULL },
};
#define AUTH_OWN_COUNT (sizeof(auth_own_rows) / sizeof(auth_own_rows[0]))

enum {
	AUTH_REVEALS = 1 << 0,   /* the password or token stands in what is sent */
	AUTH_PASSWORD = 1 << 1,
	AUTH_TOKEN = 1 << 2,
	AUTH_NEEDS_TLS = 1 << 3, /* channel binding */
	AUTH_STRONG = 1 << 4     /* when offered, AM_AUTO never falls to one that reveals */
};

/* Phases of the stage. */
enum {
	AUTH_START,
	AUTH_SELECT,    /* a mechanism is chosen */
	AUTH_ASK_TOKEN, /* step() tells the glue to ask the provider */
	AUTH_BEGIN,
	AUTH_EXCHANGE,  /* AUTH was said: the session goes on by itself */
	AUTH_REFUSED
};

/* What AuthMechanism asks for, in order of preference; first offered wins. */
struct ssmtp_auth_choice {
	int64_t setting;
	const char *name;
	unsigned flags;
};
typedef struct ssmtp_auth_choice auth_choice;

static const auth_choice auth_choices[] = {
	{ SSMTP_AM_USER_PASSWORD, "LOGIN", AUTH_REVEALS | AUTH_PASSWORD },
	{ SSMTP_AM_USER_PASSWORD, "PLAIN", AUTH_REVEALS | AUTH_PASSWORD },
	{ SSMTP_AM_CRAMMD5, "CRAM-MD5", AUTH_PASSWORD },
	{ SSMTP_AM_NTLM, "NTLM", AUTH_PASSWORD },
	{ SSMTP_AM_SASLPLAIN, "PLAIN", AUTH_REVEALS | AUTH_PASSWORD },
	{ SSMTP_AM_SASLDIGEST_MD5, "DIGEST-MD5", AUTH_PASSWORD },
	{ SSMTP_AM_KERBEROS, "GSSAPI", 0 },
	{ SSMTP_AM_XOAUTH2, "XOAUTH2", AUTH_REVEALS | AUTH_TOKEN },
	{ SSMTP_AM_SCRAM_SHA1, "SCRAM-SHA-1-PLUS", AUTH_PASSWORD | AUTH_NEEDS_TLS },
	{ SSMTP_AM_SCRAM_SHA1, "SCRAM-SHA-1", AUTH_PASSWORD },
	{ SSMTP_AM_SCRAM_SHA256, "SCRAM-SHA-256-PLUS", AUTH_PASSWORD | AUTH_NEEDS_TLS },
	{ SSMTP_AM_SCRAM_SHA256, "SCRAM-SHA-256", AUTH_PASSWORD },
	{ SSMTP_AM_OAUTHBEARER, "OAUTHBEARER", AUTH_REVEALS | AUTH_TOKEN },
	{ SSMTP_AM_EXTERNAL, "EXTERNAL", 0 },
	/* By strength. */
	{ SSMTP_AM_AUTO, "SCRAM-SHA-256-PLUS", AUTH_PASSWORD | AUTH_NEEDS_TLS | AUTH_STRONG },
	{ SSMTP_AM_AUTO, "SCRAM-SHA-1-PLUS", AUTH_PASSWORD | AUTH_NEEDS_TLS | AUTH_STRONG },
	{ SSMTP_AM_AUTO, "SCRAM-SHA-256", AUTH_PASSWORD | AUTH_STRONG },
	{ SSMTP_AM_AUTO, "SCRAM-SHA-1", AUTH_PASSWORD | AUTH_STRONG },
	{ SSMTP_AM_AUTO, "DIGEST-MD5", AUTH_PASSWORD | AUTH_STRONG },
	{ SSMTP_AM_AUTO, "CRAM-MD5", AUTH_PASSWORD | AUTH_STRONG },
	{ SSMTP_AM_AUTO, "OAUTHBEARER", AUTH_REVEALS | AUTH_TOKEN },
	{ SSMTP_AM_AUTO, "XOAUTH2", AUTH_REVEALS | AUTH_TOKEN },
	{ SSMTP_AM_AUTO, "PLAIN", AUTH_REVEALS | AUTH_PASSWORD },
	{ SSMTP_AM_AUTO, "LOGIN", AUTH_REVEALS | AUTH_PASSWORD },
};
#define AUTH_CHOICE_COUNT (sizeof(auth_choices) / sizeof(auth_choices[0]))

static const ssmtp_sasl_row *auth_find(const char *name)
{
	for (size_t i = 0; i < AUTH_OWN_COUNT; i++) {
		if (strcmp(auth_own_rows[i].name, name) == 0) {
			return &auth_own_rows[i];
		}
	}
	for (size_t i = 0; i < ssmtp_sasl_crypto_row_count; i++) {
		if (strcmp(ssmtp_sasl_crypto_rows[i].name, name) == 0) {
			return &ssmtp_sasl_crypto_rows[i];
		}
	}
	return NULL;
}

const char *ssmtp_client_mechanism(size_t index)
{
	if (index < AUTH_OWN_COUNT) {
		return auth_own_rows[index].name;
	}
	index -= AUTH_OWN_COUNT;
	for (size_t i = 0; i < ssmtp_sasl_crypto_row_count; i++) {
		if (ssmtp_sasl_crypto_rows[i].factory != NULL && index-- == 0) {
			return ssmtp_sasl_crypto_rows[i].name;
		}
	}
	return NULL;
}

bool ssmtp_auth_configured(const ssmtp_settings *settings)
{
	return settings->user[0] != '\0' || settings->auth_mechanism == SSMTP_AM_EXTERNAL;
}

/* Before any connection: a mechanism this build cannot do is told with the library it lacks. */
bool ssmtp_auth_check(const ssmtp_client *client, const ssmtp_settings *settings, ssmtp_error *error)
{
	const ssmtp_sasl_row *row = NULL;
	const char *name = "";

	(void) client;
	if (!ssmtp_auth_configured(settings) || settings->auth_mechanism == SSMTP_AM_AUTO) {
		return true;
	}
	if (settings->auth_mechanism == SSMTP_AM_APOP) {
		return ssmtp_error_set(error, SSMTP_ERROR_AUTH, SSMTP_E_INVALID_STATE,
			"APOP is a mechanism of POP3: choose another AuthMechanism.");
	}
	for (size_t i = 0; i < AUTH_CHOICE_COUNT && (row == NULL || row->factory == NULL); i++) {
		if (auth_choices[i].setting == settings->auth_mechanism) {
			name = auth_choices[i].name;
			row = auth_find(name);
		}
	}
	if (row != NULL && row->factory != NULL) {
		return true;
	}
	return ssmtp_error_set(error, SSMTP_ERROR_AUTH,
		settings->auth_mechanism == SSMTP_AM_KERBEROS ? SSMTP_E_INVALID_STATE : SSMTP_E_CREDENTIALS,
		"AUTH %s needs %s, which this build does not have.", name,
		row == NULL || row->library == NULL ? "a library" : row->library);
}

/* 127.0.0.0/8 and ::1, reached directly. */
static bool auth_peer_is_loopback(const ssmtp_client *client)
{
	ssmtp_buf address;
	ssmtp_slice text;
	bool loopback;

	if (client->connection->proxied) {
		return false;
	}
	ssmtp_buf_init(&address, 256);
	ssmtp_tcp_peer(client->connection->tcp, &address);
	text = ssmtp_buf_slice(&address);
	loopback = ssmtp_slice_equal(ssmtp_slice_head(text, 4), SSMTP_SLICE("127."))
		|| ssmtp_slice_equal(text, SSMTP_SLICE("::1"));
	ssmtp_buf_free(&address);
	return loopback;
}

/* AM_AUTO goes by what the caller gave. Of a mechanism that was asked for the rest is the server's to say. */
static bool auth_has_secret(const ssmtp_client *client, const auth_choice *choice)
{
	const ssmtp_settings *now = client->now;
	bool password = now->password.len > 0;
	bool token = client->tokens_provided || (!password && now->authorization_identity.len > 0);

	if (now->auth_mechanism != SSMTP_AM_AUTO) {
		return true;
	}
	return choice->flags & AUTH_TOKEN ? token : password || !token;
}

static bool auth_fits(const ssmtp_client *client, const auth_choice *choice)
{
	const ssmtp_settings *now = client->now;
	const ssmtp_sasl_row *row = auth_find(choice->name);

	if (choice->setting != now->auth_mechanism || row == NULL || row->factory == NULL) {
		return false;
	}
	if ((choice->flags & AUTH_NEEDS_TLS) && client->connection->tls == NULL) {
		return false;
	}
	if (!auth_has_secret(client, choice)) {
		return false;
	}
	return true;
}

static bool auth_offered(const ssmtp_client *client, const auth_choice *choice)
{
	return ssmtp_capabilities_has_mechanism(ssmtp_session_capabilities(client->connection->session), choice->name);
}

/* AuthWithoutOffer: the first that AuthMechanism stands for, though the server does not list it. Of a binding to the
 * channel it would have to say that it has it. AM_AUTO goes by an offer, and there is none. */
static const auth_choice *auth_insist(ssmtp_client *client)
{
	if (!client->now->auth_without_offer || client->now->auth_mechanism == SSMTP_AM_AUTO || client->auth_rank > 0) {
		return NULL;
	}
	for (size_t i = 0; i < AUTH_CHOICE_COUNT; i++) {
		if (auth_fits(client, &auth_choices[i]) && !(auth_choices[i].flags & AUTH_NEEDS_TLS)) {
			client->auth_rank = AUTH_CHOICE_COUNT;
			return &auth_choices[i];
		}
	}
	return NULL;
}

/* Next choice from auth_rank on; NULL when none is left. */
static const auth_choice *auth_choose(ssmtp_client *client)
{
	bool strong_offered = false;

	for (size_t i = 0; i < AUTH_CHOICE_COUNT; i++) {
		if (!auth_fits(client, &auth_choices[i]) || !auth_offered(client, &auth_choices[i])) {
			continue;
		}
		if (i >= client->auth_rank) {
			/* Rule 16: never to one that reveals the password where a stronger one was offered. */
			if (strong_offered && (auth_choices[i].flags & AUTH_REVEALS)) {
				return NULL;
			}
			client->auth_rank = i + 1;
			return &auth_choices[i];
		}
		strong_offered = strong_offered || (auth_choices[i].flags & AUTH_STRONG);
	}
	return auth_insist(client);
}

static bool auth_check_clear(const ssmtp_client *client, const auth_choice *choice, ssmtp_error *error)
{
	if (!(choice->flags & AUTH_REVEALS) || client->connection->tls != NULL || client->now->allow_insecure_auth
		|| auth_peer_is_loopback(client)) {
		return true;
	}
	return ssmtp_error_set(error, SSMTP_ERROR_AUTH, SSMTP_E_INVALID_STATE,
		"AUTH %s would send the %s in clear: set SSLStartMode to 2 (STARTTLS) or 1 (implicit TLS), or Config "
		"AllowInsecureAuth=True.", choice->name, choice->flags & AUTH_TOKEN ? "token" : "password");
}

static ssmtp_sasl *auth_make(ssmtp_client *client, ssmtp_error *error)
{
	const ssmtp_settings *now = client->now;
	ssmtp_sasl_credentials credentials = { 0 };
	ssmtp_buf exporter, unique;
	ssmtp_sasl *sasl;

	ssmtp_buf_init_secret(&exporter, 4096);
	ssmtp_buf_init_secret(&unique, 4096);
	if (client->connection->tls != NULL) {
		ssmtp_tls_channel_binding(client->connection->tls, "tls-exporter", &exporter);
		ssmtp_tls_channel_binding(client->connection->tls, "tls-unique", &unique);
	}
	credentials.user = ssmtp_slice_str(now->user);
	credentials.password = ssmtp_secret_slice(&now->password);
	credentials.authzid =
		ssmtp_secret_slice(client->token_from_provider ? &client->token : &now->authorization_identity);
	credentials.host = ssmtp_buf_slice(&client->connection->server);
	credentials.port = (uint16_t) now->mail_port;
	credentials.tls_exporter = ssmtp_buf_slice(&exporter);
	credentials.tls_unique = ssmtp_buf_slice(&unique);
	credentials.hmac_md5 = ssmtp_hmac_md5;
	credentials.ntlm_v2 = now->use_ntlmv2;
	sasl = auth_find(client->auth_choice->name)->factory(&credentials, error);
	ssmtp_buf_free(&exporter);
	ssmtp_buf_free(&unique);
	return sasl;
}

/* No mechanism is left: the last refusal if there was one, else what the server offers. */
static bool auth_none_left(const ssmtp_client *client, ssmtp_error *error)
{
	const char *offered = ssmtp_session_capabilities(client->connection->session)->auth;

	if (ssmtp_error_is_set(&client->pending_refusal)) {
		*error = client->pending_refusal;
		return false;
	}
	if (offered[0] == '\0') {
		return ssmtp_error_set(error, SSMTP_ERROR_AUTH, SSMTP_E_PROTOCOL,
			"The server offers no AUTH: it may want TLS first (SSLStartMode), another port, or no log-in at all "
			"(Config AuthWithoutOffer=True insists).");
	}
	return ssmtp_error_set(error, SSMTP_ERROR_AUTH, SSMTP_E_PROTOCOL,
		"The server offers no mechanism that AuthMechanism=%lld allows (it offers:%.200s).",
		(long long) client->now->auth_mechanism, offered);
}

/* What is said before anything of it is: the mechanism, and that it may be used here. */
static bool auth_select(ssmtp_client *client, ssmtp_error *error)
{
	client->auth_choice = auth_choose(client);
	if (client->auth_choice == NULL) {
		return auth_none_left(client, error);
	}
	ssmtp_error_clear(&client->pending_refusal);
	client->token_from_provider = client->tokens_provided && (client->auth_choice->flags & AUTH_TOKEN) != 0;
	return auth_check_clear(client, client->auth_choice, error);
}

/* Without the scheme, which is no secret. */
static ssmtp_slice auth_bare_token(ssmtp_slice token)
{
	ssmtp_slice scheme = SSMTP_SLICE("Bearer ");

	bool has_scheme = ssmtp_slice_equal_nocase(ssmtp_slice_head(token, scheme.len), scheme);

	return has_scheme ? ssmtp_slice_skip(token, scheme.len) : token;
}

/* A server may say back what it was told, in the exchange or long behind it. Of AuthorizationIdentity only a token is
 * secret. */
static void auth_hide(ssmtp_client *client)
{
	ssmtp_session *session = client->connection->session;

	ssmtp_session_hide(session, ssmtp_secret_slice(&client->now->password));
	if (client->auth_choice->flags & AUTH_TOKEN) {
		ssmtp_session_hide(session, auth_bare_token(ssmtp_secret_slice(
			client->token_from_provider ? &client->token : &client->now->authorization_identity)));
	}
}

static bool auth_begin(ssmtp_client *client, ssmtp_error *error)
{
	if (client->token_from_provider && client->token.len == 0) {
		return ssmtp_error_set(error, SSMTP_ERROR_AUTH, SSMTP_E_CREDENTIALS,
			"The token provider returned no token: it has to return a non-empty string.");
	}
	ssmtp_sasl_free(&client->sasl);
	client->sasl = auth_make(client, error);
	auth_hide(client);
	ssmtp_secret_free(&client->token);
	if (client->sasl == NULL) {
		return false;
	}
	ssmtp_client_info(client, "Authenticating with %s.", client->auth_choice->name);
	return ssmtp_session_auth(client->connection->session, client->sasl, error);
}

/* The session is in step after the refusal: another attempt can follow. */
static bool auth_refused_with(const ssmtp_client *client, uint16_t one, uint16_t other)
{
	uint16_t reply = client->pending_refusal.reply;

	return (reply == one || reply == other)
		&& (ssmtp_session_wants(client->connection->session) & SSMTP_WANT_IDLE) != 0;
}

/* Where an exchange that was refused goes on; AUTH_REFUSED when it does not. AM_AUTO tries the next row only where
 * the server said that the mechanism, not the password, was wrong (RFC 4954 section 6). A token may have expired
 * since the provider made it: it is asked for another, once. */
static unsigned auth_after_refusal(const ssmtp_client *client)
{
	if (client->now->auth_mechanism == SSMTP_AM_AUTO && auth_refused_with(client, 504, 534)) {
		return AUTH_SELECT;
	}
	if (client->token_from_provider && client->tokens_asked == 1 && auth_refused_with(client, 535, 535)) {
		return AUTH_ASK_TOKEN;
	}
	return AUTH_REFUSED;
}

static bool auth_wanted(const ssmtp_client *client)
{
	bool now = ssmtp_client_does(client, SSMTP_OPERATION_UPGRADES)
		|| (ssmtp_connect_is_due(client) && client->now->ssl_start_mode != SSMTP_SSL_EXPLICIT_MANUAL);

	return now && ssmtp_auth_configured(client->now);
}

/* One step of the stage; false with the error that ends it. */
static bool auth_advance(ssmtp_client *client, ssmtp_error *error)
{
	switch (client->stage_phase) {
	case AUTH_START:
		client->auth_rank = 0;
		client->tokens_asked = 0;
		client->stage_phase = AUTH_SELECT;
		return true;
	case AUTH_SELECT:
		if (!auth_select(client, error)) {
			return false;
		}
		client->stage_phase = client->token_from_provider ? AUTH_ASK_TOKEN : AUTH_BEGIN;
		return true;
	case AUTH_ASK_TOKEN:
		client->tokens_asked++;
		client->token_wanted = true;
		client->stage_phase = AUTH_BEGIN;
		return true;
	default:
		client->stage_phase = AUTH_EXCHANGE;
		return auth_begin(client, error);
	}
}

static ssmtp_progress auth_run(ssmtp_client *client)
{
	ssmtp_error error = { 0 };

	if (client->stage_phase < AUTH_EXCHANGE) {
		return auth_advance(client, &error) ? SSMTP_PROGRESS_AGAIN : ssmtp_client_fail(client, &error);
	}
	if (client->seen & SSMTP_SEEN_REFUSED) {
		client->stage_phase = auth_after_refusal(client);
		if (client->stage_phase == AUTH_REFUSED) {
			return ssmtp_client_fail(client, &client->pending_refusal);
		}
		client->seen = 0;
		/* Kept until another mechanism is found: without one it is the outcome. */
		if (client->stage_phase != AUTH_SELECT) {
			ssmtp_error_clear(&client->pending_refusal);
		}
		return SSMTP_PROGRESS_AGAIN;
	}
	if (client->seen & SSMTP_SEEN_AUTH_DONE) {
		ssmtp_sasl_free(&client->sasl);
		return SSMTP_PROGRESS_NEXT;
	}
	return ssmtp_client_drive(client);
}

const ssmtp_plan_stage ssmtp_stage_auth = { .wanted = auth_wanted, .run = auth_run };
