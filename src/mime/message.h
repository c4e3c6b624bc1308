/* The header section of a message (RFC 5322 section 3.6) in the project's order. */
#ifndef SSMTP_MIME_MESSAGE_H
#define SSMTP_MIME_MESSAGE_H

#include "mime/header.h"

/* What the header section is made of. Slices and lists are borrowed. An empty
 * slice leaves the field out, but for subject_set. */
typedef struct ssmtp_message_fields {
	ssmtp_slice date;
	ssmtp_slice from; /* mailbox-list text as given */
	const ssmtp_mailbox_list *from_read; /* the same as it was read already; NULL: it is read here */
	ssmtp_mailbox_list to;
	ssmtp_mailbox_list cc;
	ssmtp_slice reply_to; /* mailbox-list text */
	ssmtp_slice subject;
	bool subject_set; /* an empty Subject field is written */
	ssmtp_slice message_id;
	int importance;  /* 0 none, 1 High, 2 Normal, 3 Low */
	int priority;    /* 0 none, 1 normal, 2 urgent, 3 non-urgent */
	int sensitivity; /* 0 none, 1 Personal, 2 Private, 3 Company-Confidential */
	ssmtp_slice read_receipt_to;
	ssmtp_slice delivery_notification_to;
	bool encode_raw;      /* text that is not ASCII becomes encoded-words in a section of the caller's own too */
	bool local_addresses; /* mailboxes without domain may stand in fields that are given as text */
	ssmtp_slice other_headers; /* a value that begins with CRLF replaces everything */
} ssmtp_message_fields;

/* Appends the whole section, each field ended by CRLF, without the blank line.
 * Adds "MIME-Version: 1.0" when OtherHeaders has a Content-* field and no
 * MIME-Version. Bcc is never written, not from OtherHeaders either. What RFC 5322 3.6 forbids is error 10022. */
bool ssmtp_message_write_header(
	ssmtp_buf *out, const ssmtp_message_fields *fields, const ssmtp_header_style *style, ssmtp_error *error);

#endif
