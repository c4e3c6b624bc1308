/* What stands behind a verb: Reverse-path, Forward-path, domain of EHLO, ESMTP
 * parameters (RFC 5321 section 4.1.2, RFC 6531). The grammar has no place for a
 * control octet, a blank or an angle bracket outside of a quoted string, so
 * nothing that passes here can add a command or a parameter. */
#ifndef SSMTP_SMTP_PATH_H
#define SSMTP_SMTP_PATH_H

#include "base/buf.h"
#include "base/error.h"

/* Longest addr-spec taken: 64 octets of local part and 255 of domain are what
 * servers must accept (RFC 5321 4.5.3.1), longer ones are theirs to refuse. */
#define SSMTP_PATH_OCTETS_MAX 998

typedef bool (*ssmtp_to_ascii)(ssmtp_slice domain, ssmtp_buf *out);

/* The rules of one mail transaction. */
typedef struct ssmtp_path_rules {
	ssmtp_to_ascii to_ascii; /* NULL: no A-labels can be made */
	bool smtputf8;           /* the server offers SMTPUTF8 */
	bool null_allowed;       /* "" is the null reverse-path */
} ssmtp_path_rules;

/* Appends "<address>", the domain as A-labels; out may be NULL to check only.
 * *needs_utf8 is set (never cleared) when MAIL must say SMTPUTF8. */
bool ssmtp_path_append(
	ssmtp_buf *out, ssmtp_slice address, const ssmtp_path_rules *rules, bool *needs_utf8, ssmtp_error *error);
/* Appends a domain or an address literal for EHLO. */
bool ssmtp_path_append_domain(ssmtp_buf *out, ssmtp_slice domain, ssmtp_to_ascii to_ascii, ssmtp_error *error);
/* Appends " " and the ESMTP parameters; nothing when there are none. Without
 * "=" the first blank becomes one ("NOTIFY SUCCESS"). out may be NULL. */
bool ssmtp_path_append_parameters(ssmtp_buf *out, ssmtp_slice parameters, ssmtp_error *error);
/* Appends the parameters but those of extensions that are not among the capabilities. *missing: the first of
 * those, NULL when none is. */
bool ssmtp_path_offered(ssmtp_buf *out, ssmtp_slice parameters, unsigned capabilities, const char **missing);
bool ssmtp_path_has_parameter(ssmtp_slice parameters, const char *keyword);
/* UTF-8 without overlong forms, surrogates, C0, C1, DEL and the line and paragraph separators. */
bool ssmtp_path_is_text(ssmtp_slice text);

#endif
