/* What the three files of the session share. Nobody else includes it. */
#ifndef SSMTP_SMTP_SESSION_INTERNAL_H
#define SSMTP_SMTP_SESSION_INTERNAL_H

#include "smtp/data.h"
#include "smtp/path.h"
#include "smtp/session.h"

/* Replies that may be outstanding: bounds memory and how far the sender runs ahead. */
#define SESSION_WINDOW 512
/* Commands are built, body is wanted, while fewer octets than this are unsent. */
#define SESSION_SEND_MARK 32768
#define SESSION_RECV_ROOM 16384
/* A BDAT chunk leaves when it has this many octets. */
#define SESSION_BDAT_OCTETS 65536
/* MAIL, RCPT and BDAT LAST of one group: the replies are all owed at once. */
#define SESSION_WHOLE_RECIPIENTS (SESSION_WINDOW / 2)
#define SESSION_EVENTS 16
/* RFC 4954 section 4: a line of the exchange has at most 12288 octets, the AUTH
 * command itself no more than any command (RFC 5321 4.5.3.1.4). */
#define SESSION_AUTH_LINE_MAX 12288
#define SESSION_COMMAND_LINE_MAX 512
#define SESSION_AUTH_ROUNDS_MAX 32

typedef enum session_state {
#define SSMTP_STATE(id, verb, flags, send, reply) STATE_##id,
#include "smtp/states.def"
#undef SSMTP_STATE
	STATE_COMMAND_COUNT,
	/* Nothing is to be sent in these. */
	STATE_NEW = STATE_COMMAND_COUNT, /* open was not asked for */
	STATE_IDLE,
	STATE_AWAIT, /* a reply decides what follows */
	STATE_BODY,  /* body octets decide */
	STATE_TLS,   /* the handshake decides */
	STATE_CLOSED,
	STATE_KEEP /* answer of a reply function: the sender goes on as it was */
} session_state;

typedef struct session_pending {
	uint64_t end; /* offset behind the command's last octet in all that is sent */
	uint32_t recipient;
	uint8_t state;
	uint8_t transaction;
} session_pending;

typedef session_state (*session_send)(ssmtp_session *session);
typedef session_state (*session_judge)(
	ssmtp_session *session, const session_pending *pending, const ssmtp_reply *reply);

enum { LAST_IN_GROUP = 1, ALONE = 2, INTERMEDIATE = 4, UNTRACED = 8, TIDYING = 16 };

typedef struct session_row {
	const char *verb;
	unsigned flags;
	session_send send;
	session_judge reply;
} session_row;

typedef struct session_transaction {
	const ssmtp_envelope *envelope; /* borrowed; NULL: free */
	size_t accepted;                /* recipients */
	bool started;                   /* commands were sent */
	bool utf8;                      /* MAIL says SMTPUTF8 */
	bool chunked;                   /* BDAT */
	bool data_in_group;             /* decision 15: DATA need not wait for the RCPT replies */
	bool whole;                     /* nor BDAT LAST and the message */
	bool reset_first;
	bool mail_refused;
	bool refused;      /* error tells why; the transaction is being left */
	ssmtp_error error; /* last refusal */
} session_transaction;

struct ssmtp_session {
	session_state next; /* send cursor: what is sent next */
	size_t recipient;   /* send cursor: which recipient */
	unsigned sending;   /* send cursor: which transaction */
	unsigned judging;   /* receive cursor: the oldest transaction */
	session_transaction transactions[2];
	session_pending window[SESSION_WINDOW]; /* receive cursor: what replies are owed for */
	size_t window_first;
	size_t window_count;

	ssmtp_buf out;
	uint64_t acked;   /* octets that left */
	uint64_t exposed; /* octets send_buf has shown: they may have left */
	ssmtp_buf in;
	ssmtp_reply_parser parser;
	ssmtp_reply reply;
	bool reply_waits; /* reply is complete and not yet judged */
	bool eof;
	uint64_t replies; /* whole ones, received */
	bool settled; /* nothing can be done before something happens outside */
	ssmtp_buf last_reply;
	ssmtp_hidden hidden; /* what was said in secret: masked in every reply that says it back */

	bool trace;
	ssmtp_buf trace_text;   /* texts of TRACE events of lines sent */
	ssmtp_slice trace_rest; /* lines of the reply not yet traced */
	ssmtp_slice line_rest;  /* lines of the EXPN reply not yet told */
	ssmtp_session_event events[SESSION_EVENTS];
	size_t event_first;
	size_t event_count;
	ssmtp_error event_error; /* of REFUSED and MAIL_DONE */
	ssmtp_error failure;     /* of FAILED */

	ssmtp_capabilities capabilities;
	bool transaction_open; /* MAIL was accepted, or a raw command may have begun one, and nothing ended it since */
	bool opened;
	bool tls_active;
	bool allow_extensions;
	bool show_secrets;
	bool raw_auth; /* a raw AUTH was answered with 334 */
	size_t reply_line_max;
	ssmtp_to_ascii to_ascii;
	ssmtp_buf hello;
	ssmtp_buf line; /* text of EXPN, VRFY, raw command */

	ssmtp_sasl *sasl;        /* borrowed */
	ssmtp_buf auth_challenge; /* line of a 334 as it came: the reply's text is masked */
	ssmtp_buf auth_response; /* what the mechanism wants sent, before base64 */
	bool auth_response_held; /* initial response that did not fit into the AUTH command */
	bool auth_done;          /* the mechanism has no more to say */
	unsigned auth_rounds;
	ssmtp_error auth_error;

	ssmtp_data_writer writer;
	ssmtp_buf chunk; /* BDAT chunk being gathered */
};

extern const session_row ssmtp_session_rows[STATE_COMMAND_COUNT];

static inline bool session_state_is_command(session_state state)
{
	return state < STATE_COMMAND_COUNT;
}
static inline session_transaction *session_judged(ssmtp_session *session)
{
	return &session->transactions[session->judging];
}
static inline session_transaction *session_sent(ssmtp_session *session)
{
	return &session->transactions[session->sending];
}
/* The command sent last; only when window_count > 0. */
static inline const session_pending *ssmtp_session_newest(const ssmtp_session *session)
{
	return &session->window[(session->window_first + session->window_count - 1) % SESSION_WINDOW];
}

/* session.c */
ssmtp_session_event *ssmtp_session_push_event(ssmtp_session *session, ssmtp_session_event_type type);
/* FAILED with this error (copied) and CLOSED; returns STATE_CLOSED. */
session_state ssmtp_session_fail(ssmtp_session *session, const ssmtp_error *error);
session_state ssmtp_session_fail_nomem(ssmtp_session *session);
session_state ssmtp_session_fail_protocol(ssmtp_session *session, const char *what, const ssmtp_reply *reply);

/* Does what can be done without the outside; stops at every event. */
void ssmtp_session_pump(ssmtp_session *session);
/* End of an AUTH exchange: wipes what held secrets. */
void ssmtp_session_auth_end(ssmtp_session *session);

/* session_reply.c */
/* Every reply to a refused transaction is here and none is open: it ends without RSET. */
session_state ssmtp_session_end_refused(ssmtp_session *session);

/* session_send.c */
/* Sets the send cursor to the first command of the transaction; returns its state. */
session_state ssmtp_session_transaction_start(ssmtp_session *session, unsigned index);
/* What the trace shows of the line just built, appended to trace_text. */
bool ssmtp_session_trace_line(ssmtp_session *session, session_state state, ssmtp_slice line);

#define SSMTP_STATE(id, verb, flags, send, judge)                                                             \
	session_state ssmtp_session_##judge(                                                                               \
		ssmtp_session *session, const session_pending *pending, const ssmtp_reply *reply);                             \
	session_state ssmtp_session_##send(ssmtp_session *session);
#include "smtp/states.def"
#undef SSMTP_STATE

#endif
