/* One object's engine: settings, message content, one connection, one operation
 * at a time. The glue begins an operation, then loops on step(); when a
 * callback runs, no frame of ours is on the stack. */
#ifndef SSMTP_CLIENT_CLIENT_H
#define SSMTP_CLIENT_CLIENT_H

#include "client/event.h"
#include "message/result.h"
#include "settings/settings.h"
#include "stream/source.h"

typedef struct ssmtp_client ssmtp_client;

/* Hooks of the process the client lives in; all may be NULL. */
typedef struct ssmtp_client_hooks {
	bool (*file_allowed)(const char *path); /* open_basedir */
	const char *default_charset;
	int64_t (*now_ms)(void); /* monotonic milliseconds; NULL: the system's. Tests turn the clock themselves. */
	/* Minutes east of UTC of the zone that Date is written in; NULL: the system's zone. */
	int (*zone_minutes)(int64_t unix_s);
	/* Name, version and PHP API for BuildInfo; NULL: the engine's own facts only. */
	const char *build_info;
} ssmtp_client_hooks;

ssmtp_client *ssmtp_client_new(const ssmtp_client_hooks *hooks, ssmtp_error *error);
/* Closes at once without waiting; QUIT is written if the socket takes it. */
void ssmtp_client_free(ssmtp_client **client);

/* The end of the process, when no object is left: what objects shared (trust anchors, TLS sessions) is freed. A client
 * may be made again behind it. */
void ssmtp_client_process_end(void);

/* Settings. The glue sets and gets by row; rules that depend on the connection (100, 101, 107, 211) are applied. */
const ssmtp_settings *ssmtp_client_settings(const ssmtp_client *client);
bool ssmtp_client_set(ssmtp_client *client, int id, size_t index, const ssmtp_value *value, ssmtp_error *error);
bool ssmtp_client_get(ssmtp_client *client, int id, size_t index, ssmtp_value *value, ssmtp_error *error);
/* Config(): "NAME=VALUE" sets (result ""), "NAME" reads; result appended to out. */
bool ssmtp_client_config(ssmtp_client *client, ssmtp_slice text, ssmtp_buf *out, ssmtp_error *error);

/* What needs no network: complete at return. */
bool ssmtp_client_add_recipient_cert(ssmtp_client *client, ssmtp_slice encoded, ssmtp_error *error);
bool ssmtp_client_sign(ssmtp_client *client, ssmtp_error *error);
bool ssmtp_client_encrypt(ssmtp_client *client, ssmtp_error *error);
bool ssmtp_client_sign_and_encrypt(ssmtp_client *client, ssmtp_error *error);
/* The message becomes one that carries certificates only (RFC 8551 section 3.7). Error 272 without any. */
bool ssmtp_client_certs_only(ssmtp_client *client, ssmtp_error *error);
/* Sign or Encrypt (SSMTP_SIGN, SSMTP_ENCRYPT) was called and refused before it came here: what follows does not leave
 * without it (docs/internals/client.md). */
void ssmtp_client_protection_refused(ssmtp_client *client, unsigned asked, const ssmtp_error *error);
bool ssmtp_client_set_message_stream(
	ssmtp_client *client, ssmtp_source **stream, ssmtp_error *error); /* takes; *stream NULL forgets */
/* Behind a message of a kept stream (CloseStreamAfterTransfer=False): where it stands now; taken if it is one. */
void ssmtp_client_keep_message_stream(ssmtp_client *client, ssmtp_source **stream);
/* Everything of the message is forgotten; server, connection, log-in, signer and settings stay. */
bool ssmtp_client_new_message(ssmtp_client *client, ssmtp_error *error);
/* One more recipient (SSMTP_RT_*) behind those there are. */
bool ssmtp_client_add_recipient(ssmtp_client *client, int type, ssmtp_slice address, ssmtp_slice name,
	ssmtp_error *error);
bool ssmtp_client_reset_headers(ssmtp_client *client, ssmtp_error *error);
bool ssmtp_client_queue(ssmtp_client *client, ssmtp_slice queue_dir, ssmtp_buf *out, ssmtp_error *error);

/* What uses the network. */
typedef enum ssmtp_operation {
#define SSMTP_OPERATION(constant, function, method, argument, plan, check, flags, request, verb, sentence) \
	SSMTP_OP_##constant,
#include "client/operations.def"
#undef SSMTP_OPERATION
	SSMTP_OP_COUNT
} ssmtp_operation;

/* What there is to know of an operation. */
typedef enum ssmtp_operation_flag {
	SSMTP_OPERATION_OPENS = 1 << 0,          /* opens a connection when there is none */
	SSMTP_OPERATION_CONNECTS = 1 << 1,       /* is Connect: within itself it is 1105, not 166 */
	SSMTP_OPERATION_LOGS_IN = 1 << 2,        /* goes on behind the log-in, if there is one to make */
	SSMTP_OPERATION_UPGRADES = 1 << 3,       /* is StartTLS: TLS and log-in are due; failed, it leaves no connection */
	SSMTP_OPERATION_SENDS = 1 << 4,          /* sends the message of the object */
	SSMTP_OPERATION_CLOSES_ITS_OWN = 1 << 5, /* failed, it closes the connection that it opened */
	SSMTP_OPERATION_NESTS = 1 << 6,          /* may be called in a callback, where it has nothing to do */
	SSMTP_OPERATION_RESETS = 1 << 7          /* settings are their defaults afterwards */
} ssmtp_operation_flag;

unsigned ssmtp_operation_flags(ssmtp_operation operation);

typedef enum ssmtp_step {
	SSMTP_STEP_WAIT,   /* call ssmtp_client_wait(), then step again */
	SSMTP_STEP_EVENT,  /* take it with ssmtp_client_event(), then step again */
	SSMTP_STEP_TOKEN,  /* give one with ssmtp_client_give_token(), then step again; only with tokens provided */
	SSMTP_STEP_DONE,
	SSMTP_STEP_FAILED  /* ssmtp_client_error() */
} ssmtp_step;

/* false: *error, no operation began (checks before any network action). argument: address, command or directory. */
bool ssmtp_client_begin(ssmtp_client *client, ssmtp_operation operation, ssmtp_slice argument, ssmtp_error *error);
ssmtp_step ssmtp_client_step(ssmtp_client *client);
/* Waits until something can go on, the nearest deadline, or a signal. */
void ssmtp_client_wait(ssmtp_client *client);
/* The same for so long at most; returns how long it was. */
int64_t ssmtp_client_wait_at_most(ssmtp_client *client, int64_t at_most_ms);
const ssmtp_event *ssmtp_client_event(const ssmtp_client *client);
/* The writable argument's final value for the event just taken. */
void ssmtp_client_decide(ssmtp_client *client, bool accept);
/* XOAUTH2 and OAUTHBEARER ask for an access token by SSMTP_STEP_TOKEN instead of taking AuthorizationIdentity:
 * once a log-in, and a second time when the server refused the first. */
void ssmtp_client_provide_tokens(ssmtp_client *client, bool provided);
/* The token is asked for because the one before was refused. */
bool ssmtp_client_token_refused(const ssmtp_client *client);
/* Copies; an empty one ends the log-in with 273. */
void ssmtp_client_give_token(ssmtp_client *client, ssmtp_slice token);
/* Only events in this mask (1 << id) are made; nobody listens: none. */
void ssmtp_client_listen(ssmtp_client *client, unsigned event_mask);
/* The running operation fails with 301 at its next step. */
void ssmtp_client_interrupt(ssmtp_client *client);
/* A callback threw or exited: before end of mail data the connection is closed
 * without the dot; after it, events stop and the reply is awaited for a short
 * grace. Step until DONE or FAILED afterwards (no more EVENT). */
void ssmtp_client_abort(ssmtp_client *client);
bool ssmtp_client_busy(const ssmtp_client *client);
const ssmtp_error *ssmtp_client_error(const ssmtp_client *client);
const ssmtp_result *ssmtp_client_result(const ssmtp_client *client);
/* False as well on a connection that the server has closed meanwhile. */
bool ssmtp_client_connected(ssmtp_client *client);
/* 0..n-1 mechanisms compiled in, for phpinfo; NULL behind the last. */
const char *ssmtp_client_mechanism(size_t index);

#endif
