/* Mailbox lists (RFC 5322 section 3.4): one parse gives both the header text
 * and the forward-path, so that the two cannot disagree. */
#ifndef SSMTP_MIME_MAILBOX_H
#define SSMTP_MIME_MAILBOX_H

#include "base/buf.h"
#include "base/error.h"

typedef struct ssmtp_mailbox {
	char *name;    /* display name, unquoted, UTF-8 as given, comments in parentheses behind it; "" if none */
	char *address; /* addr-spec in canonical form without comments, e.g. user@example.org; "" for "<>" and
					* for a group without members */
	char *group;   /* name of the group it stands in, like name; NULL: in none */
} ssmtp_mailbox;

typedef struct ssmtp_mailbox_list {
	ssmtp_mailbox *items;
	size_t count;
} ssmtp_mailbox_list;

/* Deeper nesting of comments is refused. */
#define SSMTP_COMMENT_DEPTH_MAX 32
/* RFC 5321 4.5.3.1.3: a path is 256 octets with its angle brackets. */
#define SSMTP_ADDRESS_MAX 254

/* Comma-separated: addr, <addr>, "Display Name" <addr>, Display Name <addr>,
 * name (comment), group: a, b; — commas in quotes, comments and groups do not separate;
 * empty items are ignored; no "@" is required here (ssmtp_address_check_domain() asks for it).
 * A group without members is an entry without address. Folded white space is unfolded.
 * Linear in the input. false: *error (10022) names the position; list is empty.
 * Call ssmtp_mailbox_list_free() in every case. */
bool ssmtp_mailbox_list_parse(ssmtp_mailbox_list *list, ssmtp_slice text, ssmtp_error *error);
/* The same; *steps receives the octets looked at, which a test holds against the length. */
bool ssmtp_mailbox_list_parse_counted(ssmtp_mailbox_list *list, ssmtp_slice text, size_t *steps, ssmtp_error *error);
/* One mailbox exactly; "<>" is accepted when null_allowed (reverse-path). */
bool ssmtp_mailbox_parse_one(ssmtp_mailbox *mailbox, ssmtp_slice text, bool null_allowed, ssmtp_error *error);
void ssmtp_mailbox_free(ssmtp_mailbox *mailbox);
void ssmtp_mailbox_list_free(ssmtp_mailbox_list *list);
/* The next entry at or behind from that is written: it has an address or is a group without members. */
size_t ssmtp_mailbox_list_next(const ssmtp_mailbox_list *list, size_t from);
/* Do two neighbours stand in one group? An index that is the count has no entry. */
bool ssmtp_mailbox_list_joined(const ssmtp_mailbox_list *list, size_t first, size_t second);
/* Appends the list as it is read back by properties: `"Name" <addr>` (quoted where RFC 5322 asks for it) or
 * `addr`, groups as they were. Encoding for the wire is header.h's. */
bool ssmtp_mailbox_list_append(ssmtp_buf *out, const ssmtp_mailbox_list *list);
/* The strict check of an addr-spec for envelope use (RFC 5321 4.1.2 Mailbox; a
 * local part alone is allowed): no controls, balanced quotes, no blanks outside
 * quotes, non-ASCII only as well-formed UTF-8 that shows. Every parsed address passed it. */
bool ssmtp_address_check(ssmtp_slice address, ssmtp_error *error);
/* RFC 5321 4.1.1.3: a mailbox without a domain is postmaster. 10022 for others: most often they are half of a
 * display name whose comma was not quoted. */
bool ssmtp_address_check_domain(ssmtp_slice address, ssmtp_error *error);
bool ssmtp_mailbox_list_check_domains(const ssmtp_mailbox_list *list, ssmtp_error *error);
/* A display name must not turn around the address behind it (10022). */
bool ssmtp_mailbox_check_name(ssmtp_slice name, ssmtp_error *error);
/* Can the display name stand without quotes: atoms with single blanks between them? */
bool ssmtp_mailbox_name_is_phrase(ssmtp_slice name);
/* Appends text as a quoted string. */
bool ssmtp_mailbox_append_quoted(ssmtp_buf *out, ssmtp_slice text);
/* Is the octet one of an atom (RFC 5322 atext; RFC 6532: or above 127)? */
bool ssmtp_is_atext(uint8_t c);

#endif
