/* Who sends: From and ReturnPath, read once for all that asks for them (header section, reverse-path, domain of the
 * Message-ID, the signer's mailbox). */
#ifndef SSMTP_MESSAGE_SENDER_H
#define SSMTP_MESSAGE_SENDER_H

#include "mime/mailbox.h"
#include "settings/settings.h"

/* All zero at first. It is read anew when one of the texts is another one; what it was read from and made of lives
 * until then. */
typedef struct ssmtp_sender {
	char *from_text;
	ssmtp_mailbox_list from;
	size_t first;              /* mailbox of from that has an address; from.count: none (RFC 6854) */
	char *return_path_text;
	ssmtp_mailbox return_path; /* address NULL: not set */
	bool local_addresses;      /* what both were checked by */
} ssmtp_sender;

void ssmtp_sender_free(ssmtp_sender *sender);

/* Reads From; error 10022 with the position. */
bool ssmtp_sender_read(ssmtp_sender *sender, const ssmtp_settings *settings, ssmtp_error *error);
/* The first address of From, "" if it has none. Behind ssmtp_sender_read(). */
const char *ssmtp_sender_address(const ssmtp_sender *sender);
/* spec properties 47: the address of ReturnPath ("" for "<>", the null reverse-path), else of From. NULL with the
 * error. */
const char *ssmtp_sender_reverse_path(ssmtp_sender *sender, const ssmtp_settings *settings, ssmtp_error *error);

#endif
