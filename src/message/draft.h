/* What messages made of the same settings have in common: many messages differ by nothing but Date and Message-ID, and
 * are then written without making their header section anew. */
#ifndef SSMTP_MESSAGE_DRAFT_H
#define SSMTP_MESSAGE_DRAFT_H

#include "base/buf.h"
#include "base/slice.h"

/* All zero at first. */
typedef struct ssmtp_draft {
	bool kept;
	unsigned long revision;  /* of the settings it was made of (ssmtp_settings.revision) */
	int transport;           /* and what for */
	bool eight_bit;          /* of the body */
	ssmtp_buf section;       /* header section without the blank line */
	size_t date_at, date_len;
	size_t id_at, id_len;    /* length 0: the field is the caller's own and the same in each message */
} ssmtp_draft;

void ssmtp_draft_init(ssmtp_draft *draft);
void ssmtp_draft_free(ssmtp_draft *draft);

bool ssmtp_draft_fits(const ssmtp_draft *draft, unsigned long revision, int transport);

/* Keeps the section; date and id are what stands in it for this message only, empty where nothing does. Where one of
 * them was folded nothing is kept. */
void ssmtp_draft_keep(
	ssmtp_draft *draft, unsigned long revision, int transport, ssmtp_slice section, ssmtp_slice date, ssmtp_slice id);

/* Puts the date and the id of the next message in. False when they do not fit: the section is to be made anew. */
bool ssmtp_draft_renew(ssmtp_draft *draft, ssmtp_slice date, ssmtp_slice id);

#endif
