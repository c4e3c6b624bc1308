/* Mailbox lists (RFC 5322 section 3.4): one parse gives both the header text
 * and the forward-path, so that the two cannot disagree. */
#ifndef SSMTP_MIME_MAILBOX_H
#define SSMTP_MIME_MAILBOX_H

#include "base/buf.h"
#include "base/error.h"

typedef struct ssmtp_mailbox {
	char *name;    /* display name, unquoted, UTF-8 as given; "" if none */
	char *address; /* addr-spec in canonical form without comments, e.g. user@example.org; "" only for "<>" */
} ssmtp_mailbox;

typedef struct ssmtp_mailbox_list {
	ssmtp_mailbox *items;
	size_t count;
} ssmtp_mailbox_list;

/* Comma-separated: addr, <addr>, "Display Name" <addr>, Display Name <addr>,
 * name (comment), group: a, b; — commas in quotes, comments and groups do not separate;
 * empty items are ignored; no "@" is required. Folded white space is unfolded.
 * Linear in the input. false: *error (10022) names the position; list is empty.
 * Call ssmtp_mailbox_list_free() in every case. */
bool ssmtp_mailbox_list_parse(ssmtp_mailbox_list *list, ssmtp_slice text, ssmtp_error *error);
/* One mailbox exactly; "<>" is accepted when null_allowed (reverse-path). */
bool ssmtp_mailbox_parse_one(ssmtp_mailbox *mailbox, ssmtp_slice text, bool null_allowed, ssmtp_error *error);
void ssmtp_mailbox_free(ssmtp_mailbox *mailbox);
void ssmtp_mailbox_list_free(ssmtp_mailbox_list *list);
/* Appends the mailbox as it is read back by properties: `"Name" <addr>` (quoted
 * where RFC 5322 asks for it) or `addr`. Encoding for the wire is header.h's. */
bool ssmtp_mailbox_append(ssmtp_buf *out, const char *name, const char *address);
/* The strict check of an addr-spec for envelope use (RFC 5321 4.1.2 Mailbox; a
 * local part alone is allowed): no controls, balanced quotes. */
bool ssmtp_address_check(ssmtp_slice address, ssmtp_error *error);

#endif
