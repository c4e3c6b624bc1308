/* The SMTP session (RFC 5321) without I/O: octets in, octets and events out.
 * The caller asks what the session wants, moves octets, acknowledges. No
 * callback, no clock, no file, no allocation outside the session.
 *
 * The order that puts a message into one write: take all events; then fill the
 * body as long as BODY is wanted; then send; then receive. */
#ifndef SSMTP_SMTP_SESSION_H
#define SSMTP_SMTP_SESSION_H

#include "base/buf.h"
#include "base/error.h"
#include "smtp/ehlo.h"
#include "smtp/reply.h"
#include "smtp/sasl.h"

typedef struct ssmtp_session ssmtp_session;

/* What the session wants, a set of flags. */
enum {
	SSMTP_WANT_SEND = 1 << 0,  /* send_buf has octets */
	SSMTP_WANT_RECV = 1 << 1,  /* a reply is expected; reading is also allowed while sending */
	SSMTP_WANT_BODY = 1 << 2,  /* body_buf takes message octets */
	SSMTP_WANT_TLS = 1 << 3,   /* start TLS now, then ssmtp_session_tls_started() */
	SSMTP_WANT_EVENT = 1 << 4, /* call next_event until it answers false; nothing but CLOSED is wanted beside it */
	SSMTP_WANT_IDLE = 1 << 5,  /* no command outstanding: a new request may be made */
	SSMTP_WANT_CLOSED = 1 << 6 /* ended; only free it. The reason was a FAILED event (none after QUIT) */
};

typedef enum ssmtp_session_event_type {
	SSMTP_SE_TRACE, /* a line sent (direction 0) or received (1); secrets are "*****" unless show_secrets */
	SSMTP_SE_READY, /* the request open or ehlo is complete: capabilities are known */
	SSMTP_SE_AUTH_DONE,
	SSMTP_SE_RECIPIENT,  /* judged: recipient index, reply; accepted */
	SSMTP_SE_BODY_BEGIN, /* the server said 354 (or BDAT may begin) */
	SSMTP_SE_BODY_END,   /* all body octets and the end of mail data are in the send buffer */
	SSMTP_SE_MAIL_DONE, /* the mail transaction ended: reply of the end of mail data, or error in *error when refused */
	SSMTP_SE_COMMAND_DONE, /* the request of command/expn/vrfy/quit: reply; accepted when 2xx */
	SSMTP_SE_LINE,         /* EXPN: one line of the 2xx reply, text behind code and separator */
	SSMTP_SE_REFUSED, /* open/starttls/auth request was refused; session is in step unless CLOSED is wanted; *error */
	SSMTP_SE_FAILED   /* the session broke: *error; CLOSED follows */
} ssmtp_session_event_type;

typedef struct ssmtp_session_event {
	ssmtp_session_event_type type;
	int direction;            /* TRACE */
	ssmtp_slice text;         /* TRACE, LINE; valid until the next call */
	size_t recipient;         /* RECIPIENT: index into the envelope */
	bool accepted;            /* RECIPIENT, MAIL_DONE, COMMAND_DONE */
	bool put_off;             /* RECIPIENT: neither; it belongs into a further mail transaction */
	bool maybe_delivered;     /* MAIL_DONE, FAILED */
	const ssmtp_reply *reply; /* where a reply is meant; NULL otherwise */
	const ssmtp_error *error; /* REFUSED, FAILED, MAIL_DONE when not accepted */
} ssmtp_session_event;

typedef struct ssmtp_session_options {
	const char *hello;     /* argument of EHLO/HELO: domain or address literal; copied, checked */
	bool allow_extensions; /* false: HELO only */
	size_t reply_line_max; /* MaxLineLength; 0 = SSMTP_REPLY_LINE_MAX_DEFAULT; never above 4096 */
	bool show_secrets;     /* MaskSensitiveData false */
	const ssmtp_hidden *hidden; /* said in secret on the way to the server; copied, may be NULL */
	/* A-label form of a domain (libidn2), NULL when not built in: non-ASCII domains are then refused. */
	bool (*to_ascii)(ssmtp_slice domain, ssmtp_buf *out);
} ssmtp_session_options;

typedef struct ssmtp_recipient_path {
	const char *address;  /* addr-spec without brackets */
	const char *options;  /* verbatim esmtp parameters ("NOTIFY=FAILURE"), "" if none; checked */
	bool stop_on_refusal; /* a refusal ends the mail transaction */
} ssmtp_recipient_path;

typedef struct ssmtp_envelope {
	const char *verb;         /* "MAIL", "SEND", "SOML", "SAML" */
	const char *reverse_path; /* addr-spec, "" = null */
	const char *mail_options; /* further MAIL parameters ("RET=HDRS ENVID=x"), "" if none; checked */
	const ssmtp_recipient_path *recipients;
	size_t recipient_count;
	uint64_t size_octets; /* 0 = unknown: no SIZE= */
	bool eight_bit;       /* BODY=8BITMIME where offered */
	bool utf8_headers;    /* message needs SMTPUTF8 */
	bool send_rset_first; /* config SendRSET */
	bool need_extensions; /* parameters that the server does not offer are an error; false: they are left out */
	bool prefer_chunking; /* BDAT where offered (decision 16) */
	bool whole;           /* small, and can be made again: it leaves in the group of its commands, where CHUNKING and
						   * PIPELINING are offered and no refused recipient can make us abandon it */
	bool rest_follows;    /* recipients that are too many may be put off: the caller sends them what follows */
} ssmtp_envelope;

ssmtp_session *ssmtp_session_new(const ssmtp_session_options *options, ssmtp_error *error);
void ssmtp_session_free(ssmtp_session **session);

unsigned ssmtp_session_wants(const ssmtp_session *session);
/* TRACE events are made (the default) or not, when nobody listens. */
void ssmtp_session_set_trace(ssmtp_session *session, bool trace);
/* What was handed out here counts as possibly sent (maybe_delivered). */
const uint8_t *ssmtp_session_send_buf(ssmtp_session *session, size_t *len);
void ssmtp_session_send_ack(ssmtp_session *session, size_t n);
/* NULL without memory: the session has then failed. So has body_buf. */
uint8_t *ssmtp_session_recv_buf(ssmtp_session *session, size_t *room);
void ssmtp_session_recv_ack(ssmtp_session *session, size_t n);
/* Octets of the message, header section included, CRLF line ends; the session
 * applies transparency (RFC 5321 4.5.2), turns a bare CR or LF into CRLF and
 * completes the last line. At most *room (64 KiB) at once, written straight
 * into the send buffer. end: this was the last (n may be 0). */
uint8_t *ssmtp_session_body_buf(ssmtp_session *session, size_t *room);
void ssmtp_session_body_ack(ssmtp_session *session, size_t n, bool end);
bool ssmtp_session_next_event(ssmtp_session *session, ssmtp_session_event *event);
bool ssmtp_session_awaits_greeting(const ssmtp_session *session);
/* What the server owes a reply to, or is to take, in words: "RCPT", "the end of mail data". */
const char *ssmtp_session_awaits(const ssmtp_session *session);
/* Number of whole replies received: a reply that trickles does not change it (RFC 5321 4.5.3.2). */
uint64_t ssmtp_session_replies(const ssmtp_session *session);

/* What happened outside. */
void ssmtp_session_tls_started(
	ssmtp_session *session); /* forgets what was learnt in clear (RFC 3207 4.2); EHLO follows, then READY.
								Before open (implicit TLS): only notes that TLS is active */
void ssmtp_session_peer_closed(ssmtp_session *session); /* END read: FAILED with 1120 unless QUIT was answered */
void ssmtp_session_io_failed(ssmtp_session *session,
	const ssmtp_error *error); /* time-out, I/O error, cancelled: FAILED with that error and maybe_delivered */
void ssmtp_session_body_failed(ssmtp_session *session,
	const ssmtp_error *error); /* the source failed: the connection must be closed without the dot */

/* Requests: only while IDLE is wanted. false: *error (bad argument, not possible now), nothing sent.
 * Octets nobody asked for that wait already end the session: FAILED follows, with the 421 if it is one. */
bool ssmtp_session_open(
	ssmtp_session *session, ssmtp_error *error); /* await greeting, EHLO or HELO: READY or REFUSED */
bool ssmtp_session_starttls(ssmtp_session *session, ssmtp_error *error); /* WANT_TLS, or REFUSED */
/* Borrows the mechanism until AUTH_DONE or REFUSED. */
bool ssmtp_session_auth(ssmtp_session *session, ssmtp_sasl *mechanism, ssmtp_error *error);
/* A password or token that AUTH says: "*****" in whatever reply says it back, until the session ends. What AUTH
 * exchanges and commands typed by hand say is so by itself. */
void ssmtp_session_hide(ssmtp_session *session, ssmtp_slice secret);
/* Borrows the envelope until MAIL_DONE or FAILED. */
bool ssmtp_session_mail(ssmtp_session *session, const ssmtp_envelope *envelope, ssmtp_error *error);
bool ssmtp_session_quit(ssmtp_session *session, ssmtp_error *error);
bool ssmtp_session_expn(ssmtp_session *session, ssmtp_slice text, ssmtp_error *error);
bool ssmtp_session_vrfy(ssmtp_session *session, ssmtp_slice text, ssmtp_error *error);
bool ssmtp_session_command(
	ssmtp_session *session, ssmtp_slice line, ssmtp_error *error); /* raw, any reply is COMMAND_DONE */

/* A batch may hand over the next envelope while the current mail transaction
 * runs, at best between BODY_BEGIN and the end of the body: it leaves in one
 * write with the end of mail data (RFC 2920 3.1), without PIPELINING after its
 * reply. Events of the two never mix: the next one's begin behind MAIL_DONE of
 * the current, whatever became of it. */
bool ssmtp_session_mail_next(ssmtp_session *session, const ssmtp_envelope *envelope, ssmtp_error *error);

const ssmtp_capabilities *ssmtp_session_capabilities(const ssmtp_session *session);
/* Text of the last complete reply (property LastReply). */
ssmtp_slice ssmtp_session_last_reply(const ssmtp_session *session);
/* Octets received that no command asked for are waiting (pool and reuse check). */
bool ssmtp_session_has_unread(const ssmtp_session *session);
/* The server has closed, or said 421 unasked (RFC 5321 3.8): no request will be answered. */
bool ssmtp_session_is_left(const ssmtp_session *session);

#endif
