/* Inside of the client: what its files share. Not for other layers. */
#ifndef SSMTP_CLIENT_PRIV_H
#define SSMTP_CLIENT_PRIV_H

#include "client/client.h"
#include "connection/connection.h"
#include "client/event_queue.h"
#include "settings/settings.h"
#include "crypto/smime.h"
#include "crypto/tls.h"
#include "message/draft.h"
#include "message/fit.h"
#include "message/sender.h"
#include "message/stamp.h"
#include "net/net.h"
#include "smtp/session.h"

/* spec events 3.9: a Transfer event tells at most this many octets of the body. */
#define SSMTP_CHUNK_OCTETS 8192
/* Up to here Sign and Encrypt finish at once; larger content stays a source. */
#define SSMTP_FINISH_AT_ONCE_MAX ((uint64_t) 1024 * 1024)
/* A body that came from a stream is kept up to here for TransferText. */
#define SSMTP_STREAM_KEPT_MAX ((size_t) 4 * 1024 * 1024)
/* Longest wait for the reply to QUIT (WaitForQuit) and for the outcome after an abort. */
#define SSMTP_GRACE_MS 5000

/* What became of a stage of a plan. */
typedef enum ssmtp_progress {
	SSMTP_PROGRESS_NEXT,   /* the stage is complete */
	SSMTP_PROGRESS_AGAIN,  /* something moved, or an event waits to be taken */
	SSMTP_PROGRESS_WAIT,   /* nothing to do before the network or the clock */
	SSMTP_PROGRESS_TELL,   /* client->telling has an event for the caller */
	SSMTP_PROGRESS_FAILED  /* client->error says why */
} ssmtp_progress;

/* A stage is begun once, complete when the session told one of until, and fails when it told a refusal; one that does
 * more than that has a run of its own. */
typedef struct ssmtp_plan_stage {
	bool (*wanted)(const ssmtp_client *client); /* asked where the stage would begin: if not, passed over; NULL: yes */
	bool (*begin)(ssmtp_client *client, ssmtp_error *error);
	unsigned until;  /* SSMTP_SEEN_*; 0: complete as soon as it is begun */
	ssmtp_progress (*run)(ssmtp_client *client);
	bool connecting; /* ConnectionTimeout holds */
	bool tidying;    /* what the operation is for is done: nothing from here on makes a failure of it */
} ssmtp_plan_stage;

/* Where an operation is. RUNNING leaves to ENDING or RECOVERING once, and neither leads back: that is what fixes the
 * outcome (docs/internals/outcomes.md). */
typedef enum ssmtp_phase {
	SSMTP_PHASE_IDLE,      /* none runs; client->outcome tells of the last one */
	SSMTP_PHASE_RUNNING,   /* the outcome is open */
	SSMTP_PHASE_ENDING,    /* it succeeded; QUIT is said, the connection closed */
	SSMTP_PHASE_RECOVERING /* it failed with client->error; the same */
} ssmtp_phase;

/* What SSLServerAuthentication answered for the handshake at hand. */
typedef enum ssmtp_decision {
	SSMTP_DECISION_NONE, /* nobody was asked, or nobody answered: the verdict stands */
	SSMTP_DECISION_ACCEPT,
	SSMTP_DECISION_REFUSE
} ssmtp_decision;

/* What the session told since the stage began. */
enum {
	SSMTP_SEEN_READY = 1 << 0,
	SSMTP_SEEN_AUTH_DONE = 1 << 1,
	SSMTP_SEEN_REFUSED = 1 << 2,
	SSMTP_SEEN_MAIL_DONE = 1 << 3,
	SSMTP_SEEN_COMMAND_DONE = 1 << 4,
	SSMTP_SEEN_BODY_BEGIN = 1 << 5
};

/* The message being sent: header section, then body. */
typedef struct ssmtp_outgoing {
	ssmtp_buf header;          /* with the blank line; consumed as it is sent */
	ssmtp_buf other;           /* OtherHeaders as they fit the body, until the header is written */
	bool fitted;               /* other is valid */
	bool as_is;                /* MessageText leaves as it was set, but for line ends */
	ssmtp_transport_8bit transport; /* what the body is for */
	ssmtp_source *body;        /* borrowed from content, or own_body */
	ssmtp_source *own_body;
	uint64_t body_size;
	bool body_size_known;
	bool body_begun;           /* StartTransfer was made */
	bool body_ended;           /* the source is at its end */
	bool begun;                /* the server, or we, may begin with octets of the message */
	bool end_told;             /* EndTransfer was made */
	bool end_given;            /* the session has the end of mail data: it may leave */
	uint64_t body_sent;
	size_t chunk_len, chunk_at;
	int64_t rate_ready_ms;     /* MaxTransferRate: no octet before */
	ssmtp_envelope envelope;
	ssmtp_recipient_path *paths;
	size_t *rows;              /* of the report, one for each path; NULL: the same numbers */
	size_t judged;             /* recipients that the server answered of */
	char **options;            /* RCPT parameters made ours */
	size_t options_count;
	char *reverse_path;
	uint8_t chunk[SSMTP_CHUNK_OCTETS]; /* last: not cleared with the rest for every message */
} ssmtp_outgoing;

/* What "*" in MessageDate and MessageId stands for: made at the first use, kept for the next. */
typedef struct ssmtp_compose_stars {
	ssmtp_buf date;
	ssmtp_buf message_id;
} ssmtp_compose_stars;

/* Header protection of the content (RFC 9788): what was put into it and what goes out with it. */
typedef struct ssmtp_protection {
	bool active;
	bool cipher;        /* made by Encrypt: outer follows HeaderConfidentiality */
	ssmtp_buf inner;    /* the fields inside */
	ssmtp_buf outer;    /* the fields that are sent */
	ssmtp_compose_stars stars;
} ssmtp_protection;

/* The copies of BccEncryption=Separate, a body for each BCc address. */
typedef struct ssmtp_copy {
	char *address;
	ssmtp_source *body;
} ssmtp_copy;

typedef struct ssmtp_copies {
	ssmtp_copy *items;
	size_t count;
	ssmtp_source *plain; /* the canonical plaintext that they are made from */
} ssmtp_copies;

/* Whom each copy goes to, made once for a message: the first copy is transaction number 1 of client->copy_at. */
typedef struct ssmtp_copy_target {
	size_t recipient; /* of the settings */
	size_t row;       /* of the report */
} ssmtp_copy_target;

/* The body of the message is one of these; what is set last is it. */
typedef enum ssmtp_body_kind {
	SSMTP_BODY_TEXT,     /* MessageText, as it was set */
	SSMTP_BODY_MESSAGE,  /* Message, as it was set */
	SSMTP_BODY_STREAM,   /* SetMessageStream */
	SSMTP_BODY_FINISHED, /* what Sign, Encrypt, CertsOnly or Protection made */
	SSMTP_BODY_SPENT     /* none: the stream was sent, or what was made was dropped */
} ssmtp_body_kind;

/* The body with all that belongs to it and goes with it. */
typedef struct ssmtp_content {
	ssmtp_body_kind kind;
	ssmtp_source *stream;
	bool stream_begun;       /* octets were read from it */
	bool stream_kept;        /* a message was made of it: the next one reads on from where it stands */
	ssmtp_source *finished;
	ssmtp_buf fields;        /* FINISHED: its Content-* lines, which OtherHeaders shows but does not hold */
	unsigned done;           /* FINISHED: SSMTP_SIGN, SSMTP_ENCRYPT */
	bool sent;               /* it left, and was not set since */
	ssmtp_protection protection;
	ssmtp_copies copies;
	ssmtp_certificate *signed_by;  /* of the last Sign */
	ssmtp_recipient_certs readers; /* of the outermost envelope; counted references */
} ssmtp_content;

/* The TLS session for the next connection, and the settings it belongs to. */
typedef struct ssmtp_tls_kept {
	ssmtp_tls_session *session;
	unsigned long revision;
} ssmtp_tls_kept;

/* What does not leave: the state that outlives a body. Encrypt and SignAndEncrypt, successful or not, owe the
 * encryption of everything that follows; a failed Sign owes a signature. */
typedef struct ssmtp_debt {
	unsigned owed;          /* SSMTP_SIGN, SSMTP_ENCRYPT */
	bool headers_reset;     /* ResetHeaders was called since: a new body is a new message */
	ssmtp_error failure;    /* why it was not done, if it was tried */
} ssmtp_debt;

struct ssmtp_client {
	ssmtp_client_hooks hooks;
	ssmtp_settings *settings;
	ssmtp_event_queue events;
	unsigned listen_mask;
	ssmtp_buf scratch;            /* text of the last value read */
	ssmtp_buf secret_scratch;     /* the same for what must be wiped */

	ssmtp_connection *connection;  /* never NULL; lent to a relay it is an empty one (relay.c) */

	/* TLS, kept beyond a connection */
	ssmtp_trust *trust;
	ssmtp_tls_kept tls_own;
	ssmtp_tls_kept *tls_kept;     /* tls_own; of a further connection that of the object, which outlives it */
	ssmtp_certificate *accept_certificate;
	int ssl_error;
	long ssl_specific_error;

	/* S/MIME */
	ssmtp_identity *signer;
	ssmtp_identity *tls_identity;
	ssmtp_certificate **recipient_certs;
	size_t recipient_cert_count;
	ssmtp_smime_trust *smime_trust; /* of SMIMECACerts as smime_trust_key and the stamp have it */
	char *smime_trust_key;
	ssmtp_store_stamp smime_trust_stamp;
	ssmtp_content content;        /* as written; what Protection made of it while that is sent */
	ssmtp_content *written;       /* while that is sent: the content as written */
	ssmtp_debt debt;
	enum { SSMTP_SET_NOTHING, SSMTP_SET_SAME, SSMTP_SET_TEXT, SSMTP_SET_MESSAGE } set_meanwhile; /* by a callback */
	ssmtp_stamp stamp;
	ssmtp_sender sender;
	ssmtp_draft draft;
	ssmtp_compose_stars stars;    /* of the last message */
	ssmtp_buf sent_header;        /* header section of the last message, frozen */
	unsigned long sent_revision;  /* settings->content_revision it belongs to */
	bool sent_valid;
	bool sent_from_source;
	ssmtp_transport_8bit sent_transport; /* what the text was made fit for */
	ssmtp_buf sent_stream;        /* body of a message that was no text as set, up to SSMTP_STREAM_KEPT_MAX */
	ssmtp_settings *sent;         /* settings of the last message: its envelope; TransferText reads its text again */

	/* operation */
	ssmtp_operation operation;
	ssmtp_settings *now;          /* snapshot; NULL when idle */
	ssmtp_phase phase;
	bool interrupted;
	bool aborted;
	bool opened;                  /* this operation opened the connection */
	bool revived;                 /* this operation made a kept connection anew (revive.c) */
	ssmtp_error lost;             /* set while it is being made: why the one before it ended */
	ssmtp_client *telling;        /* whose event was handed out last: its own, or a further connection's; or NULL */
	ssmtp_step told;              /* EVENT or TOKEN */
	int64_t told_ms;              /* when that was */
	ssmtp_decision decision;
	const ssmtp_plan_stage *const *plan;
	size_t plan_at;
	unsigned stage_phase;         /* counts up inside a stage; 0 at its beginning */
	unsigned seen;
	int64_t begun_ms;
	int64_t activity_ms;
	int64_t stage_ms;             /* when the first connecting stage began */
	int64_t stage_deadline_ms;
	int64_t wait_until_ms;        /* ssmtp_client_wait_at_most(); NEVER otherwise */
	ssmtp_step outcome;
	ssmtp_error error;
	ssmtp_buf argument;
	ssmtp_outgoing out;
	ssmtp_result result;
	uint16_t command_code;        /* of COMMAND_DONE */
	ssmtp_sasl *sasl;
	size_t auth_rank;             /* AM_AUTO: next row to try */
	const struct ssmtp_auth_choice *auth_choice; /* the row being tried */
	bool tokens_provided;         /* the glue has a token provider */
	bool token_from_provider;     /* in this log-in: not from AuthorizationIdentity */
	bool token_wanted;            /* step() answers TOKEN */
	unsigned tokens_asked;        /* in this log-in */
	ssmtp_secret token;           /* from the provider until the mechanism has it */
	size_t copy_at;               /* the body that is sent: 0 the message, then the copies, one a BCc */
	ssmtp_copy_target *copy_targets; /* of the operation */
	size_t copy_target_count;
	size_t transactions;          /* mail transactions of this message that were begun */
	ssmtp_buf header_again;       /* ProcessQueue: for the recipients that were put off */
	ssmtp_source *body_again;     /* Send: for them as well, a stream that is read once, as it passed */
	bool message_sent;            /* the snapshot is kept for TransferText */
	ssmtp_slice transfer_chunk;   /* what TransferText reads during a Transfer event */
	ssmtp_error pending_refusal;
	struct ssmtp_queue *queue;    /* ProcessQueue: queue.c; NULL otherwise */
	struct ssmtp_relay *relay;    /* ProcessQueue over several connections: relay.c */
	bool queue_used;              /* this connection came as far as asking for a file */
};

/* client.c */
/* The settings as they may be changed: a snapshot stays as it was. NULL without memory. */
ssmtp_settings *ssmtp_client_edit(ssmtp_client *client, ssmtp_error *error);
bool ssmtp_client_put(ssmtp_client *client, const ssmtp_setting_row *row, size_t index, const ssmtp_value *value,
	ssmtp_error *error);
int64_t ssmtp_client_now(const ssmtp_client *client);
/* Time that passed in a callback is not the server's: its limits move on by it. */
void ssmtp_client_pause(ssmtp_client *client, int64_t spent_ms);
void ssmtp_client_info(ssmtp_client *client, const char *format, ...)
#if defined(__GNUC__)
	__attribute__((format(printf, 2, 3)))
#endif
	;
/* Fills client->error from error unless one is set already. */
ssmtp_progress ssmtp_client_fail(ssmtp_client *client, const ssmtp_error *error);
ssmtp_progress ssmtp_client_fail_nomem(ssmtp_client *client);
/* Ends the connection at once; ConnectionStatus events with code and text. */
void ssmtp_client_close(ssmtp_client *client, int code, const char *description);

/* Begins an operation whose checks are made. */
bool ssmtp_client_start(ssmtp_client *client, ssmtp_operation operation, ssmtp_slice argument,
	const ssmtp_plan_stage *const *plan, ssmtp_error *error);
/* The rest of the operation is this plan. */
void ssmtp_client_go_on(ssmtp_client *client, const ssmtp_plan_stage *const *plan);
/* The connection that the object shows: its own, also while a relay has it. */
const ssmtp_connection *ssmtp_client_shown(const ssmtp_client *client);
/* The operation goes on with this stage of its plan. */
void ssmtp_client_go_to(ssmtp_client *client, size_t stage);
/* What ssmtp_client_wait() waits for, and how long at most. */
void ssmtp_client_wait_entries(const ssmtp_client *client, ssmtp_wait *wait);
int64_t ssmtp_client_deadline(const ssmtp_client *client);

/* drive.c: moves octets between session and transport until something is to be told or nothing moves. */
ssmtp_progress ssmtp_client_drive(ssmtp_client *client);
/* Judges the replies that are here, in order, without an octet leaving: before a limit, an interruption or a failure
 * ends the operation. */
void ssmtp_client_drive_here(ssmtp_client *client);

/* Waits for a reply by reading it; false where that is not what is waited for, or cannot be done. */
bool ssmtp_client_drive_await(ssmtp_client *client);

/* Has the server closed, or said 421? Read without waiting; it is told by the next operation. */
bool ssmtp_client_is_left(ssmtp_client *client);

/* limits.c */
/* Until when the running operation waits where it stands. */
int64_t ssmtp_limits_deadline(const ssmtp_client *client);
/* The time of AbsoluteTimeout is over. */
bool ssmtp_limits_all_is_over(const ssmtp_client *client);
/* What did not come in time: host, step and the setting that ended the wait. */
void ssmtp_limits_tell(const ssmtp_client *client, ssmtp_error *error);

/* revive.c */
/* Is it an error of a connection that came to its end, as another connection would not have it? */
bool ssmtp_revive_helps(const ssmtp_error *error);
/* Is this error of a kept connection none of the operation's: is the connection to be made anew? */
bool ssmtp_revive_is_due(ssmtp_client *client, const ssmtp_error *error);
/* Closes the connection for client->error and goes on with the stage that connects. */
void ssmtp_revive(ssmtp_client *client);
/* It failed: when nobody could be reached, client->error tells as well what the kept connection ended with. */
void ssmtp_revive_explain(ssmtp_client *client);

/* requests.c */
/* An operation that is one command. */
typedef struct ssmtp_request {
	bool (*say)(ssmtp_session *session, ssmtp_slice argument, ssmtp_error *error);
	uint16_t lowest, highest; /* replies of success (spec methods 3) */
	ssmtp_error_scope scope;  /* of a refusal */
} ssmtp_request;
extern const ssmtp_request ssmtp_request_expand, ssmtp_request_verify, ssmtp_request_command;

/* operations.c */
/* Does what has to hold before the operation begins? */
bool ssmtp_operation_check(ssmtp_client *client, ssmtp_operation operation, ssmtp_slice argument, ssmtp_error *error);
const ssmtp_plan_stage *const *ssmtp_operation_plan(ssmtp_operation operation);
/* NULL unless the operation is one command. */
const ssmtp_request *ssmtp_operation_request(ssmtp_operation operation);
/* MAIL, SOML, SEND or SAML; NULL where no message is sent. */
const char *ssmtp_operation_verb(ssmtp_operation operation);
/* What the running operation is: SSMTP_OPERATION_*. */
static inline bool ssmtp_client_does(const ssmtp_client *client, ssmtp_operation_flag flag)
{
	return (ssmtp_operation_flags(client->operation) & flag) != 0;
}
extern const ssmtp_plan_stage *const ssmtp_plan_goodbye[]; /* QUIT, close */
extern const ssmtp_plan_stage *const ssmtp_plan_leave[];   /* the same for a connection of this operation's */
extern const ssmtp_plan_stage *const ssmtp_plan_nothing[];
extern const ssmtp_plan_stage *const ssmtp_plan_relayed[]; /* a further connection of ProcessQueue */

/* plan_connect.c */
/* For the wanted of stages that make the connection. */
bool ssmtp_connect_is_due(const ssmtp_client *client);
bool ssmtp_connect_check(ssmtp_client *client, ssmtp_error *error);
extern const ssmtp_plan_stage ssmtp_stage_dial, ssmtp_stage_online, ssmtp_stage_open, ssmtp_stage_connected;
extern const ssmtp_plan_stage ssmtp_stage_quit, ssmtp_stage_close, ssmtp_stage_close_if_opened;
void ssmtp_client_tcp_options(const ssmtp_client *client, ssmtp_tcp_options *options);
/* A host of a setting as A-label, instead of what out holds. Error 10022 names the setting. */
bool ssmtp_client_host_ascii(const char *setting, ssmtp_slice name, ssmtp_buf *out, ssmtp_error *error);

/* plan_tls.c */
extern const ssmtp_plan_stage ssmtp_stage_tls_first, ssmtp_stage_starttls, ssmtp_stage_tls_upgrade, ssmtp_stage_reopen;
/* SSLStartMode with 0 resolved to 1 or 2. */
int ssmtp_client_start_mode(const ssmtp_settings *settings);
/* A revocation list or an OCSP answer is being fetched, with a deadline of its own. */
bool ssmtp_client_fetching(const ssmtp_client *client);

/* plan_auth.c */
extern const ssmtp_plan_stage ssmtp_stage_auth;
bool ssmtp_auth_check(const ssmtp_client *client, const ssmtp_settings *settings, ssmtp_error *error);
bool ssmtp_auth_configured(const ssmtp_settings *settings);

/* submit.c */
extern const ssmtp_plan_stage ssmtp_stage_submit;
bool ssmtp_submit_check(ssmtp_client *client, const ssmtp_settings *settings, ssmtp_error *error);
/* Octets of the message into the session; called by drive() while it wants them. */
ssmtp_progress ssmtp_submit_body(ssmtp_client *client);
void ssmtp_submit_clear(ssmtp_client *client);
/* Header section, body and envelope of client->now into client->out. */
bool ssmtp_submit_compose(ssmtp_client *client, ssmtp_transport_8bit transport, ssmtp_error *error);
void ssmtp_submit_recipient(ssmtp_client *client, const ssmtp_session_event *event);
/* The connection broke in the middle of a transaction: what the report says of its recipients. */
void ssmtp_submit_cut(ssmtp_client *client, bool maybe_delivered);
/* Every recipient of a further transaction was refused, and none of them stops the message. */
bool ssmtp_submit_rest_refused(const ssmtp_client *client);

/* requests.c */
extern const ssmtp_plan_stage ssmtp_stage_request, ssmtp_stage_do_events, ssmtp_stage_reset;

/* compose.c */
/* The section of the message that is being made (client->now, client->out). */
bool ssmtp_compose_sent_header(ssmtp_client *client, ssmtp_buf *out, ssmtp_error *error);
/* Is the message the last one but for its stars? Nothing of it is to be looked at again. */
bool ssmtp_compose_is_drafted(const ssmtp_client *client, ssmtp_transport_8bit transport);
void ssmtp_compose_stars_init(ssmtp_compose_stars *stars);
void ssmtp_compose_stars_free(ssmtp_compose_stars *stars);
/* What Send would refuse of the header section and the reverse-path. */
bool ssmtp_compose_check(ssmtp_client *client, const ssmtp_settings *settings, ssmtp_error *error);
bool ssmtp_compose_envelope(ssmtp_client *client, const ssmtp_settings *settings, ssmtp_error *error);
/* Most recipients of one mail transaction (RFC 9422), where the rest can follow in another. */
size_t ssmtp_compose_recipients_max(const ssmtp_client *client, bool rest_follows);
/* Does a refused recipient of the type stop the message? */
bool ssmtp_compose_stop(const ssmtp_settings *settings, int type);
bool ssmtp_compose_needs_utf8(ssmtp_slice header, const ssmtp_envelope *envelope);
/* UseChunking, for a message of that size. */
bool ssmtp_compose_chunking(const ssmtp_settings *settings, uint64_t size_octets);
/* The section with these OtherHeaders. */
bool ssmtp_compose_section(ssmtp_client *client, const ssmtp_settings *settings, ssmtp_slice other_headers,
	ssmtp_compose_stars *stars, ssmtp_buf *out, ssmtp_error *error);
/* Header section as sent or as it would be sent now. */
bool ssmtp_compose_view(ssmtp_client *client, ssmtp_buf *out, ssmtp_error *error);

/* What the connection may be given. Without one: what a usual server takes. */
ssmtp_transport_8bit ssmtp_compose_transport(const ssmtp_client *client);

/* content.c */
/* The body as it goes to the session, rewound; *owned: the caller frees it. */
ssmtp_source *ssmtp_content_body(ssmtp_client *client, const ssmtp_settings *settings, bool *owned, ssmtp_error *error);
/* The body is MessageText as it was set: no stream, nothing finished by Sign or Encrypt, no Message. */
bool ssmtp_content_is_text(const ssmtp_client *client, const ssmtp_settings *settings);
/* It is neither MessageText nor Message as they were set: TransferText cannot read it again. */
bool ssmtp_content_is_source(const ssmtp_client *client);
/* A source that reads another one, which stays its owner's. */
ssmtp_source *ssmtp_content_lend(ssmtp_source *of, ssmtp_error *error);
/* Of such a source: it owns what it reads from now on. */
void ssmtp_content_lend_for_good(ssmtp_source *lent);
bool ssmtp_content_transfer_text(ssmtp_client *client, ssmtp_buf *out, ssmtp_error *error);
/* Another body: what Sign or Encrypt made of the one before is dropped. */
void ssmtp_content_new_body(ssmtp_client *client, ssmtp_body_kind kind);
/* MessageText or Message was set to this; at the end of a running operation if there is one. */
void ssmtp_content_set(ssmtp_client *client, ssmtp_body_kind kind, ssmtp_slice value);
/* The value is what MessageText shows of a finished content: setting it changes nothing. */
bool ssmtp_content_is_shown(ssmtp_client *client, ssmtp_slice value);
/* ResetHeaders: what Sign or Encrypt made goes with the fields it was made for. */
void ssmtp_content_reset_headers(ssmtp_client *client);
/* Reset, NewMessage: nothing is left, nothing is owed. */
void ssmtp_content_forget(ssmtp_client *client);
/* Sign or Encrypt was asked for and not done. */
void ssmtp_content_owe(ssmtp_client *client, unsigned asked, const ssmtp_error *failure);
/* The operation is over; left: a message went out or into the queue. What a callback set meanwhile takes effect. */
void ssmtp_content_end(ssmtp_client *client, bool left);
/* MessageText and OtherHeaders as they read. */
bool ssmtp_content_show_text(ssmtp_client *client, ssmtp_slice *text, ssmtp_error *error);
bool ssmtp_content_show_headers(ssmtp_client *client, ssmtp_buf *out, ssmtp_error *error);
/* What of a new OtherHeaders is the caller's: without the fields of the content that it shows. */
bool ssmtp_content_own_headers(ssmtp_client *client, ssmtp_slice value, ssmtp_buf *own, ssmtp_error *error);
/* OtherHeaders without its Content-* fields, and those of the content behind it. */
bool ssmtp_content_headers(const ssmtp_client *client, const ssmtp_settings *settings, ssmtp_buf *out,
	ssmtp_error *error);
void ssmtp_content_clear(ssmtp_content *content);
/* Nothing to send is a body that was forgotten, unless it was asked for (AllowEmptyBody). */
bool ssmtp_content_check_empty(const ssmtp_client *client, const ssmtp_settings *settings, ssmtp_error *error);
/* What must not leave, or cannot: error 211 and those of the certificates. */
bool ssmtp_content_check(ssmtp_client *client, const ssmtp_settings *settings, ssmtp_error *error);

/* transform.c: Sign and Encrypt */
/* Protection: what is sent is made of the content as written; nothing to do: true. Undone by ssmtp_content_end(). */
bool ssmtp_transform_seal(ssmtp_client *client, ssmtp_error *error);

/* protection.c */
/* What Send would refuse. */
bool ssmtp_protection_check(ssmtp_client *client, const ssmtp_settings *settings, ssmtp_error *error);
/* The fields that are sent with the content; an error names the field that was changed since. */
bool ssmtp_protection_write(ssmtp_client *client, const ssmtp_settings *settings, ssmtp_buf *out, ssmtp_error *error);
/* Sign and Encrypt: work->protection becomes active where HeaderProtection asks for it. */
bool ssmtp_protection_begin(ssmtp_client *client, ssmtp_protection *made, ssmtp_slice fields, ssmtp_slice rest,
	bool encrypt, ssmtp_error *error);
void ssmtp_protection_free(ssmtp_protection *protection);

/* recipients_check.c: the certificates Encrypt takes (spec config, RecipientCertCheck and BccEncryption) */
bool ssmtp_recipients_check(ssmtp_client *client, ssmtp_error *error);
/* The same rules upon an envelope that is there, but for chains: recipients and settings may have changed since. */
bool ssmtp_recipients_check_again(const ssmtp_client *client, const ssmtp_settings *settings, ssmtp_error *error);
/* A line of PITrail for each certificate of the envelope that names nobody. */
void ssmtp_recipients_tell(ssmtp_client *client);
/* SMIMECACerts, parsed once; NULL with the error set. */
const ssmtp_smime_trust *ssmtp_recipients_trust(ssmtp_client *client, ssmtp_error *error);

/* copies.c */
/* Is every BCc to get a copy of its own? */
bool ssmtp_copies_wanted(const ssmtp_settings *settings);
/* Encrypts *body: for To and Cc, and a copy for each BCc. *body is replaced on success. */
bool ssmtp_copies_encrypt(ssmtp_client *client, ssmtp_source **body, ssmtp_buf *fields,
	const ssmtp_smime_options *options, ssmtp_copies *copies, ssmtp_error *error);
bool ssmtp_copies_encrypt_one(ssmtp_client *client, ssmtp_source **body, ssmtp_buf *fields, const char *address,
	const ssmtp_smime_options *options, ssmtp_error *error);
void ssmtp_copies_free(ssmtp_copies *copies);
/* Every BCc of the settings has its copy. */
bool ssmtp_copies_check(const ssmtp_copies *copies, const ssmtp_settings *settings, ssmtp_error *error);
/* Finds out whom each copy goes to; none without copies. */
bool ssmtp_copies_plan(ssmtp_client *client, const ssmtp_settings *settings);
void ssmtp_copies_forget_plan(ssmtp_client *client);
/* Does the recipient get a copy of his own? */
bool ssmtp_copies_has_own(const ssmtp_client *client, int type);
/* Body of the transaction, rewound, borrowed. */
ssmtp_source *ssmtp_copies_body(ssmtp_client *client, ssmtp_error *error);

/* certificates.c */
bool ssmtp_client_cert_set(ssmtp_client *client, int id, const ssmtp_value *value, bool *handled, ssmtp_error *error);
bool ssmtp_client_cert_get(ssmtp_client *client, int id, size_t index, ssmtp_value *value, bool *handled,
	ssmtp_error *error);
bool ssmtp_client_recipient_cert_set(ssmtp_client *client, size_t index, const ssmtp_value *value, ssmtp_error *error);
void ssmtp_client_recipient_certs_clear(ssmtp_client *client, size_t keep);
void ssmtp_client_certs_free(ssmtp_client *client);

#endif
