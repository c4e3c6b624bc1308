/* Fate of every recipient of the last mail transaction (decision 7). */
#ifndef SSMTP_RESULT_H
#define SSMTP_RESULT_H

#include "base/buf.h"
#include "base/error.h"

typedef enum ssmtp_fate {
	SSMTP_FATE_NOT_TRIED,
	SSMTP_FATE_REFUSED,       /* RCPT refused */
	SSMTP_FATE_ACCEPTED,      /* RCPT accepted, message not (yet) accepted */
	SSMTP_FATE_DELIVERED,     /* accepted and the message was accepted by the server */
	SSMTP_FATE_UNKNOWN        /* cut after the end of mail data */
} ssmtp_fate;

typedef struct ssmtp_recipient_result {
	char *address;
	int type;                 /* 0 To, 1 Cc, 2 BCc */
	ssmtp_fate fate;
	uint16_t reply;
	uint16_t status[3];
	char *text;               /* reply text, "" if none */
	size_t transaction;       /* the mail transaction it was tried in; SSMTP_RESULT_NONE before */
} ssmtp_recipient_result;

#define SSMTP_RESULT_NONE SIZE_MAX

/* A message is a list of mail transactions: its recipients, as many at once as the server takes, then the copies of
 * BccEncryption=Separate. */
typedef struct ssmtp_transaction_result {
	uint16_t reply;           /* to the end of mail data, 0 if none */
	uint16_t status[3];
	char *text;
	char *queue_id;           /* the server's queue id found in the text ("queued as X"), "" if none */
} ssmtp_transaction_result;

typedef struct ssmtp_result {
	ssmtp_recipient_result *recipients; /* the addresses stand behind the rows */
	size_t count;
	char *addresses_end;
	ssmtp_transaction_result *transactions; /* at least one, all zero, as soon as the report is begun */
	size_t transaction_count;
	char *queue_file;         /* ProcessQueue: the name of its file, without directory; "" otherwise */
	bool maybe_delivered;
} ssmtp_result;

void ssmtp_result_clear(ssmtp_result *result);

/* For the client layer. Room for count recipients and their addresses, of so many octets with each NUL; false without
 * memory. */
bool ssmtp_result_begin(ssmtp_result *result, size_t count, size_t address_octets);
void ssmtp_result_add(ssmtp_result *result, const char *address, int type);
bool ssmtp_result_queue_file(ssmtp_result *result, const char *name);
/* "refused", "delivered" ... as the delivery report says it. */
const char *ssmtp_fate_name(ssmtp_fate fate);
/* There is a recipient of this fate. */
bool ssmtp_result_has(const ssmtp_result *result, ssmtp_fate fate);
/* A further mail transaction begins: what follows belongs to it. */
bool ssmtp_result_open(ssmtp_result *result);
/* The first recipient that was not tried, from this row on; count if none. */
size_t ssmtp_result_untried(const ssmtp_result *result, size_t from);
/* The reply to RCPT of one recipient. */
bool ssmtp_result_recipient(ssmtp_result *result, size_t index, bool accepted, uint16_t reply,
	const uint16_t status[3], ssmtp_slice text);
/* The reply to the end of mail data, or the refusal that ended the transaction. */
bool ssmtp_result_finish(ssmtp_result *result, bool accepted, uint16_t reply, const uint16_t status[3],
	ssmtp_slice text);
/* The message was refused to this recipient, whatever was said to RCPT. */
void ssmtp_result_refuse(ssmtp_result *result, size_t index, const ssmtp_error *error);
/* The transaction begins again: what the server said of its recipients is no longer true. */
void ssmtp_result_again(ssmtp_result *result);
/* Nobody knows whether this recipient has the message. */
void ssmtp_result_unknown(ssmtp_result *result, size_t index);
/* The connection was cut. */
void ssmtp_result_cut(ssmtp_result *result, bool maybe_delivered);

#endif
